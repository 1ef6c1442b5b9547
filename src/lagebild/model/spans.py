"""Where something stands in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode characters.

    Args:
        start: Offset of the first character.
        end: Offset behind the last character; never before ``start``.

    Raises:
        ValueError: If the range is negative or runs backwards.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span from {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """Return the characters of the text that the span covers.

        >>> Span(4, 9).of("Kim, Putin")
        ' Puti'
        """
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by a number of characters."""
        return Span(self.start + by, self.end + by)
