"""A statement on its way: an attribution, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model import Attribution

NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution, and how it was found.

    Args:
        attribution: Who says what.
        found_by: `NETWORK`, or ``rule:`` with the name of the rule that made it what it is.
    """

    attribution: Attribution
    found_by: str = NETWORK
