"""What recurs: "täglich", "jeden Montag", "alle zwei Jahre", "twice a week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.expressions.times.lengths import Length
from lagebild.expressions.times.scene import FoundTime, Scene, span_of, unresolved
from lagebild.model import TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match


def _found(match: Match, value: str) -> FoundTime:
    return FoundTime(span_of(match), TimeType.SET, "S", (unresolved(value),))


def often(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "täglich", "weekly"."""
    return _found(match, str(match.get("often")))


def rate(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "twice a day", "einmal im Monat" as the period."""
    return _found(match, Length(1, str(match.get("unit"))).value)


def every(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "jeden Montag", "alle zwei Jahre", "pro Stunde"."""
    value = _day_of(match) or _period_of(match)
    return _found(match, value) if value else None


def _day_of(match: Match) -> str | None:
    """Return the part of the calendar that comes again, with X for all that does not."""
    if isinstance(pair := match.get("weekday_part"), tuple):
        return f"XXXX-WXX-{pair[0]}{pair[1]}"
    part, feast = str(match.get("daypart") or ""), str(match.get("feast") or "")
    if (weekday := match.number("weekday")) is not None:
        return f"XXXX-WXX-{weekday}{part}"
    if (month := match.number("month")) is not None:
        return f"XXXX-{month:02}"
    if (season := match.get("season")) is not None:
        return f"XXXX-{season}"
    if feast:
        return f"XXXX-{feast[:5]}" if feast[0].isdigit() else "P1Y"
    return f"XXXX-XX-XX{part}" if part else None


def _period_of(match: Match) -> str | None:
    unit = match.get("unit") or match.get("units")
    if unit is None:
        return None
    if unit == "WE":
        return "XXXX-WXX-WE"
    amount = match.get("number") or match.get("ordinal") or match.get("ordinal_figure") or 1
    return Length(float(str(amount)), str(unit)).value


def weekdays(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "montags", "dienstagabends"."""
    if isinstance(pair := match.get("weekdays_part"), tuple):
        return _found(match, f"XXXX-WXX-{pair[0]}{pair[1]}")
    return _found(match, f"XXXX-WXX-{match.get('weekdays')}")
