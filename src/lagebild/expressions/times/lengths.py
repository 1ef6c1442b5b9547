"""What stretches of time mean: "drei Jahrzehnte", "zweitägig", "die letzten zwölf Monate", "jahrelang"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import shifted
from lagebild.expressions.times.scene import FoundTime, Scene, span_of, unresolved
from lagebild.expressions.times.words import lasting_endings
from lagebild.expressions.units import is_age
from lagebild.model import TimeReading, TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match


@dataclass(frozen=True, slots=True)
class Length:
    """A number of units; no number where it is vague.

    Args:
        amount: How many, or ``None``.
        unit: The unit after TIMEX3, those of the clock with ``T`` before them.
    """

    amount: float | None
    unit: str

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        unit, amount = self.unit, self.amount
        if unit == "WE":
            return f"P{'X' if amount is None else _written(amount)}WE"
        if unit in {"Q", "H"} and amount is not None:
            unit, amount = "M", amount * (3 if unit == "Q" else 6)
        if amount is not None and amount == 0.5 and unit in _HALVES:  # noqa: PLR2004 - a half
            unit, amount = _HALVES[unit]
        prefix = "PT" if _of_clock(unit) else "P"
        return f"{prefix}{'X' if amount is None else _written(amount)}{unit.removeprefix('T')}"


def _written(amount: float) -> str:
    return f"{amount:g}" if amount < _EXACT else str(int(amount))


_EXACT = 100_000
_HALVES: dict[str, tuple[str, float]] = {
    "Y": ("M", 6),
    "D": ("TH", 12),
    "TH": ("TM", 30),
    "TM": ("TS", 30),
    "DE": ("Y", 5),
    "CE": ("Y", 50),
}


def _of_clock(unit: str) -> bool:
    return unit in {"TH", "TM", "TS"}


def length_of(match: Match) -> Length | None:
    """Return the length that a match names first."""
    unit = match.get("units") or match.get("units_compound") or match.get("unit")
    if unit is None:
        return None
    is_half = match.get("half_adjective") is not None
    if is_half and "'and'" not in match.values:
        return Length(0.5, str(unit))
    amount = next((value for name in ("number", "a", "both") if (value := match.get(name)) is not None), None)
    if amount is None and match.get("exactly") is not None and match.get("units") is None:
        amount = 1
    if not isinstance(amount, int | float):
        return Length(None, str(unit))
    return Length(amount + 0.5 if is_half else float(amount), str(unit))


def _found(match: Match, value: str) -> FoundTime:
    return FoundTime(span_of(match), TimeType.DURATION, "P", (unresolved(value),))


_MOST_OF_ONE = 1000
"""A greater number before a singular is no length: "the 2014 year"."""
_AGE = re.compile(
    r"\s(?:alt\w*|jung\w*|jünger\w*|älter\w*|old|older|younger)\b|-old\b|\s(?:noch\s)?(?:nicht\s)?vollendet\b"
)
# "Kinder unter 16 Jahren": a length would be "weniger als 16 Jahre".
_UNDER = re.compile(r"\bunter ")
# "Mit 39 Jahren wurde er", but "mit drei Jahren Verspätung".
_WITH = re.compile(r"\b[Mm]it (?:nur |erst |schon |gerade )?[\w,]+ Jahren\Z")
# "Ein Mann namens Karl Moor von knapp 20 Jahren".
_OF_PERSON = re.compile(
    r"\b(?:Mann|Frau|Männern?|Frauen|Jungen?|Bub(?:en)?|Mädchen|Kind(?:e[rs]?n?)?)"
    r"(?: namens)?(?: [A-ZÄÖÜ]\w+){0,3} von(?: [a-zäöü]+){0,2} \Z"
)
_NAME_CHARS = 80
_FOLLOWING_NOUN = re.compile(r"\s[A-ZÄÖÜ]")
_AGED = re.compile(r"\b(?:aged|Alter von)\s(?:\w+\s?(?:[–-]|bis|to|and|und)\s?)?\Z")


def duration(match: Match, scene: Scene) -> FoundTime | None:
    """Read a length: a number and a unit, or two such pairs."""
    length = length_of(match)
    if length is None or _is_age(match, scene) or _is_share(match, length, scene):
        return None
    if match.get("unit") is not None and (match.number("number") or 0) >= _MOST_OF_ONE:
        return None
    units = match.rule.pattern.count("units")
    if match.values.keys() & {"'und'", "'and'"} and units:
        return _two_lengths(match, scene)
    return _found(match, length.value)


def _is_share(match: Match, length: Length, scene: Scene) -> bool:
    """Tell whether "a quarter" is one of four parts: "a quarter of the citizens"."""
    return length.unit == "Q" and scene.text.startswith(" of ", match.end) and scene.language == "en"


def _is_age(match: Match, scene: Scene) -> bool:
    if _AGE.match(scene.text, match.end) or _AGED.search(scene.text[max(0, match.start - 30) : match.start]):
        return True
    if match.get("units") == "Y" and _OF_PERSON.search(scene.text[max(0, match.start - _NAME_CHARS) : match.start]):
        return True
    if match.get("units") == "Y" and _UNDER.search(scene.text, max(0, match.start - 6), match.start + 6):
        return True
    if _WITH.search(scene.text, max(0, match.start - 12), match.end) and not _FOLLOWING_NOUN.match(
        scene.text, match.end
    ):
        return match.get("units") == "Y" and match.get("number") is not None
    figure = re.compile(r"\w+").match(scene.text, match.start)
    return (
        figure is not None
        and match.get("number") is not None
        and is_age(scene.text, match.start, figure.end(), scene.language)
    )


_PAIR = re.compile(r"(?P<left>.+?)\s(?:und|and)\s(?P<right>.+)", re.DOTALL)


def _two_lengths(match: Match, scene: Scene) -> FoundTime | None:
    from lagebild.expressions.times.tokens import tokens_of  # noqa: PLC0415

    values = []
    for token in tokens_of(scene.text[match.start : match.end], scene.language):
        amount = token.classes.get("number", token.classes.get("a"))
        unit = token.classes.get("units", token.classes.get("unit"))
        if amount is not None:
            values.append([amount, None])
        if unit is not None and values:
            values[-1][1] = unit
    if len(values) != 2 or None in (values[0][1], values[1][1]):  # noqa: PLR2004 - a pair
        return None
    order = ["CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS"]
    if any(str(unit) not in order for _, unit in values) or order.index(str(values[0][1])) >= order.index(
        str(values[1][1])
    ):
        return None
    days = "".join(f"{amount}{unit}" for amount, unit in values if not _of_clock(str(unit)))
    clock = "".join(f"{amount}{str(unit)[1]}" for amount, unit in values if _of_clock(str(unit)))
    return _found(match, f"P{days}{'T' + clock if clock else ''}")


def shifted_duration(match: Match, scene: Scene) -> FoundTime | None:
    """Read "die letzten drei Tage": a length that ends, or begins, on the day of publication."""
    length = length_of(match)
    if length is None:
        return None
    found = _found(match, length.value)
    by, amount = match.get("shift"), length.amount
    if scene.published is None or by not in {-1, 1} or amount is None or amount != int(amount):
        return found
    other = shifted(scene.published, length.unit, int(str(by)) * int(amount))
    if other is None:
        return found
    begin, last = sorted((other, scene.published))
    return replace(found, readings=(TimeReading(length.value, begin, last),), anchor="published")


def unit_range(match: Match, scene: Scene) -> FoundTime | None:
    """Read "sechs bis acht Wochen" as a length without a number."""
    length = length_of(match)
    return _found(match, Length(None, length.unit).value) if length and not _is_age(match, scene) else None


def length(match: Match, scene: Scene) -> FoundTime | None:
    """Read a length in one word: "zweitägig"; "zehnjährig" of a person is an age."""
    pair = match.get("length")
    if not isinstance(pair, tuple):
        return None
    amount, unit = pair
    if unit == "Y" and _is_person(match, scene):
        return None
    return _found(match, Length(float(amount), str(unit)).value)


def length_figure(match: Match, scene: Scene) -> FoundTime | None:
    """Read "24-stündig", "three-day"."""
    unit = str(match.get("unit_adjective") or match.get("unit") or match.get("units"))
    amount = match.get("number") if match.get("number") is not None else match.get("a")
    if amount is None:
        vague = "multi" in match.values or match.get("units") is not None
        return _found(match, Length(None if vague else 1, unit).value)
    if not isinstance(amount, int | float) or (unit == "Y" and _is_person(match, scene)) or _is_age(match, scene):
        return None
    return _found(match, Length(float(amount), unit).value)


_LASTING = re.compile(r"\s(?:[a-zäöüß]+en\s)?(?P<noun>[A-ZÄÖÜ]\w+)")


def _is_person(match: Match, scene: Scene) -> bool:
    """Tell whether a number of years is an age: where no noun follows that is said to last."""
    if scene.language != "de":
        return False
    noun = _LASTING.match(scene.text, match.end)
    return noun is None or not noun["noun"].lower().endswith(lasting_endings())


def long(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "jahrelang", "eine Viertelstunde"."""
    return _found(match, str(match.get("long") or match.get("length_word")))
