"""What recurs: "täglich", "jeden Montag", "alle zwei Jahre", "twice a week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.expressions.surroundings import clause_around, word_before
from lagebild.expressions.times.lengths import Length
from lagebild.expressions.times.scene import FoundTime, Scene, span_of, unresolved
from lagebild.expressions.times.tokens import tokens_of
from lagebild.expressions.times.words import listed
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


def rate_within(match: Match, scene: Scene) -> FoundTime | None:
    """Read the "im Jahr" of "500 Menschen im Jahr", the "a year" of "40 people a year": something is counted before."""
    first, last = clause_around(scene.text, match.start, match.end)
    following = scene.text[match.end : last].split(maxsplit=1)
    means_one = listed("rates", "not_before", scene.language)
    if following and (following[0] in means_one or following[0][0].isdecimal()):
        return None
    before = tokens_of(scene.text[first : match.start], scene.language)
    counts = [token for token in before if "number" in token.classes and "year" not in token.classes]
    if not (counts or _PRICE.search(scene.text, first, match.start)) or (
        scene.language == "en" and not _follows_counted(scene.text[: match.start])
    ):
        return None
    return _found(match, next(period for word, period in _PERIODS.items() if word in match.values))


_PRICE = re.compile(r"[$€£]\s?\d")


def _follows_counted(text: str) -> bool:
    """Tell whether a text ends with what is counted: "40 people", "$ 200", "three times"."""
    words = text[-_LONGEST_WORD_CHARS:].split()
    last = words[-1] if words else ""
    return last.endswith("s") or last[-1:].isdecimal() or last in listed("rates", "counted", "en")


_LONGEST_WORD_CHARS = 40


def every(match: Match, scene: Scene) -> FoundTime | None:
    """Read "jeden Montag", "alle zwei Jahre", "pro Stunde"; "Kilometer pro Stunde" tells a speed."""
    if match.get("per") is not None and word_before(scene.text, match.start) in listed(
        "rates", "speeds", scene.language
    ):
        return None
    value = _day_of(match) or _period_of(match)
    return _found(match, value) if value else None


# "Jeden ersten Sonntag im Monat" comes again with the month.
_PERIODS = {
    "'monat'": "P1M",
    "'monats'": "P1M",
    "'jahr'": "P1Y",
    "'year'": "P1Y",
    "'month'": "P1M",
    "'week'": "P1W",
    "'day'": "P1D",
    "'night'": "P1D",
    "'hour'": "PT1H",
}


def _day_of(match: Match) -> str | None:
    """Return the part of the calendar that comes again, with X for all that does not."""
    if isinstance(pair := match.get("weekday_part"), tuple):
        return f"XXXX-WXX-{pair[0]}{pair[1]}"
    if match.number("weekday") is not None:
        return _weekday_of(match)
    part, feast = str(match.get("daypart") or ""), str(match.get("feast") or "")
    if (month := match.number("month")) is not None:
        return f"XXXX-{month:02}"
    if (season := match.get("season")) is not None:
        return f"XXXX-{season}"
    if feast:
        return f"XXXX-{feast[:5]}" if feast[0].isdigit() else "P1Y"
    return f"XXXX-XX-XX{part}" if part else None


def _weekday_of(match: Match) -> str:
    period = next((period for word, period in _PERIODS.items() if word in match.values), None)
    return period or f"XXXX-WXX-{match.number('weekday')}{match.get('daypart') or ''}"


def _period_of(match: Match) -> str | None:
    unit = match.get("unit") or match.get("units")
    if unit == "WE" or "'wochenenden'" in match.values:
        return "XXXX-WXX-WE"
    if unit is None:
        return None
    if match.get("vague") is not None:
        return Length(None, str(unit)).value
    amount = match.get("number") or match.get("ordinal") or match.get("ordinal_figure") or 1
    return Length(float(str(amount)), str(unit)).value


def weekdays(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "montags", "dienstagabends"."""
    if isinstance(pair := match.get("weekdays_part"), tuple):
        return _found(match, f"XXXX-WXX-{pair[0]}{pair[1]}")
    return _found(match, f"XXXX-WXX-{match.get('weekdays')}")
