"""The parts that words play in a statement."""

from __future__ import annotations

from lagebild.model import StatementKind

ROLES = ("", "cue", "content", "source")
"""A word plays one of these, or none."""

OTHERS = ("addressee", "relayed_by", "about")
"""A word may play any of these beside, for they may stand inside what is said."""

KINDS = tuple(StatementKind)
