"""The rules of the lexicon, compiled: patterns over the classes of tokens.

A pattern of the lexicon reads ``[at] the? shift? weekday daypart?``. Words in lower case are classes of tokens, words
in quotation marks stand for themselves, brackets hold what must stand there and does not belong to the expression,
``( | )`` are alternatives, ``? * +`` are as in regular expressions. Every set of classes that a token may have is
one character of an alphabet of its own, so that a text becomes a short string and every rule a regular expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.times.words import vocabulary
from lagebild.lexicon.loading import load
from lagebild.model import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lagebild.expressions.times.tokens import Token

_FIRST_CHARACTER = 0xE000
_NONE = chr(_FIRST_CHARACTER - 1)
# However long a list is: without a bound, each of its members would be read to the end of the text.
_REPEATED = {"*": "{0,9}", "+": "{1,9}"}
_ATOM = re.compile(r"'(?P<word>[^']+)'|(?P<name>[a-z_]+)|(?P<sign>[\[\]()|?*+])|\s+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Args:
        means: The name of what it means; see `lagebild.expressions.times.meanings`.
        pattern: The pattern as the lexicon has it.
        given: What the rule says beside its pattern: a value, a unit.
        order: Its place in the lexicon.
        classes: All classes of its pattern.
        needed: Those without which it cannot fit.
        choices: For each group of alternatives, what each of them needs; one of them must be there.
        groups: The class of each group of the compiled pattern, by the group.
    """

    means: str
    pattern: str
    given: Mapping[str, object]
    order: int
    classes: tuple[str, ...] = ()
    needed: frozenset[str] = frozenset()
    choices: tuple[tuple[frozenset[str], ...], ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)

    def may_fit(self, present: frozenset[str]) -> bool:
        """Tell whether the classes that a text has could make up the rule."""
        return self.needed <= present and all(any(each <= present for each in choice) for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that a rule fits.

    Args:
        rule: The rule.
        start: Offset of the first character of the expression.
        end: Offset behind its last one.
        values: What its tokens stand for, by their class; the first one where a class stands twice.
    """

    rule: Rule
    start: int
    end: int
    values: Mapping[str, object]

    def get(self, name: str) -> object:
        """Return what a token of a class stands for, or what the rule gives by that name, or ``None``."""
        return self.values.get(name, self.rule.given.get(name))

    def number(self, name: str) -> int | None:
        """Return what a token of a class stands for where that is a whole number, else ``None``."""
        value = self.get(name)
        return value if isinstance(value, int) else None

    def figures(self, name: str) -> tuple[int, ...]:
        """Return the figures of a token of a class, such as day, month and year of ``dotted``; empty without it."""
        value = self.get(name)
        return tuple(map(int, value)) if isinstance(value, tuple) else ()


class Alphabet:
    """Characters for sets of classes; grows with the texts."""

    def __init__(self) -> None:
        self._characters: dict[frozenset[str], str] = {}
        self._with_class: dict[str, list[str]] = {}

    def __len__(self) -> int:
        """Return how many sets are known."""
        return len(self._characters)

    def character(self, classes: Mapping[str, object]) -> str:
        """Return the character of a set of classes."""
        if not classes:
            return _NONE
        known = self._characters.get(key := frozenset(classes))
        if known is None:
            known = self._characters[key] = chr(_FIRST_CHARACTER + len(self._characters))
            for name in key:
                self._with_class.setdefault(name, []).append(known)
        return known

    def count(self, name: str) -> int:
        """Return how many sets hold a class."""
        return len(self._with_class.get(name, ()))

    def with_class(self, name: str) -> str:
        """Return the characters of all sets that hold a class."""
        return "".join(self._with_class.get(name, ()))


def _read(file: str) -> Iterator[Rule]:
    content = load(file)
    parts = content["parts"]
    order = 0
    for entry in content["rule"]:
        given = {key: value for key, value in entry.items() if key not in {"means", "patterns"}}
        for pattern in entry["patterns"]:
            spelled = _spelled_out(pattern, parts)
            classes = tuple(dict.fromkeys(name for name, _ in _classes_in(spelled)))
            needed = frozenset(name for name, is_needed in _classes_in(spelled) if is_needed)
            yield Rule(entry["means"], spelled, given, order, classes, needed, tuple(_choices_in(spelled)))
            order += 1


def _spelled_out(pattern: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


class Rules:
    """The rules of a language.

    Args:
        language: One of `lagebild.expressions.times.words.LANGUAGES`.

    Raises:
        LexiconError: If a rule cannot be read.
    """

    def __init__(self, language: str) -> None:
        self._file = f"times_{language}"
        self._rules = list(_read(self._file))
        self.words = frozenset(word.lower() for rule in self._rules for word in re.findall(r"'([^']+)'", rule.pattern))
        self._alphabet = Alphabet()
        for word, classes in vocabulary(language).lowered.items():
            self._alphabet.character({**classes, f"'{word}'": word} if word in self.words else classes)
        self._compiled: dict[int, tuple[list[int], Rule, re.Pattern[str]]] = {}
        self._checked: dict[int, int] = {}

    def matches(self, text: str, tokens: Sequence[Token]) -> list[Match]:
        """Return where rules fit, from left to right, longer ones first."""
        classes = [self._classes(text, token) for token in tokens]
        string = "".join(map(self._alphabet.character, classes))
        present = frozenset().union(*classes)
        fitting = (self._compiled_rule(rule) for rule in self._rules if rule.may_fit(present))
        found = [match for rule, pattern in fitting for match in _found(rule, pattern, string, tokens)]
        found.sort(key=lambda match: (match.start, -match.end, match.rule.order))
        return found

    def _classes(self, text: str, token: Token) -> Mapping[str, object]:
        word = text[token.start : token.end].lower()
        return {**token.classes, f"'{word}'": word} if word in self.words else token.classes

    def _compiled_rule(self, rule: Rule) -> tuple[Rule, re.Pattern[str]]:
        """Return a rule with its regular expression, made anew where the alphabet has grown in one of its classes."""
        known = self._compiled.get(rule.order)
        if known is not None and self._checked.get(rule.order) == len(self._alphabet):
            return known[1], known[2]
        self._checked[rule.order] = len(self._alphabet)
        sizes = [self._alphabet.count(name) for name in rule.classes]
        if known is None or known[0] != sizes:
            known = self._compiled[rule.order] = (sizes, *self._compile(rule))
        return known[1], known[2]

    def _compile(self, rule: Rule) -> tuple[Rule, re.Pattern[str]]:
        groups: dict[str, str] = {}
        pattern = "".join(self._pieces(rule, groups))
        try:
            return replace(rule, groups=groups), re.compile(pattern)
        except re.error as error:
            raise LexiconError(f"{self._file}.toml", f"the rule {rule.pattern!r} cannot be read ({error})") from error

    def _pieces(self, rule: Rule, groups: dict[str, str]) -> Iterator[str]:
        position = 0
        seen_core = False
        while position < len(rule.pattern):
            atom = _ATOM.match(rule.pattern, position)
            if atom is None:
                raise LexiconError(f"{self._file}.toml", f"the rule {rule.pattern!r} cannot be read at {position}")
            position = atom.end()
            if atom["sign"] == "[":
                yield "(?P<after>" if seen_core else "(?P<before>"
            elif atom["sign"] == "]":
                yield ")"
                seen_core = True
            elif atom["sign"] == "(":
                yield "(?:"
                seen_core = seen_core or "[" not in rule.pattern[position:]
            elif atom["sign"]:
                yield _REPEATED.get(atom["sign"], atom["sign"])
            elif atom["word"] or atom["name"]:
                yield self._atom(atom, groups)
                seen_core = True

    def _atom(self, atom: re.Match[str], groups: dict[str, str]) -> str:
        name = _name_of(atom)
        characters = re.escape(self._alphabet.with_class(name))
        charset = f"[{characters}]" if characters else "(?!)"
        group = f"g{len(groups)}"
        groups[group] = name
        return f"(?P<{group}>{charset})"


def _classes_in(pattern: str) -> Iterator[tuple[str, bool]]:
    """Yield the classes of a pattern, and whether they stand outside of alternatives and are not optional."""
    depth = 0
    for atom in _ATOM.finditer(pattern):
        if atom["sign"] in {"(", ")"}:
            depth += 1 if atom["sign"] == "(" else -1
        elif atom["word"] or atom["name"]:
            is_optional = pattern[atom.end() : atom.end() + 1] in {"?", "*"}
            yield _name_of(atom), not depth and not is_optional


def _choices_in(pattern: str) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield the groups of a pattern that must be there: for each of its alternatives, the classes it needs."""
    depth = 0
    alternatives: list[set[str]] = []
    for atom in _ATOM.finditer(pattern):
        sign, is_optional = atom["sign"], pattern[atom.end() : atom.end() + 1] in {"?", "*"}
        if sign == "(":
            depth += 1
            alternatives = [set()] if depth == 1 else alternatives
        elif sign == ")":
            depth -= 1
            if not depth and not is_optional and all(alternatives):
                yield tuple(map(frozenset, alternatives))
        elif sign == "|" and depth == 1:
            alternatives.append(set())
        elif depth == 1 and not sign and (atom["word"] or atom["name"]) and not is_optional:
            alternatives[-1].add(_name_of(atom))


def _name_of(atom: re.Match[str]) -> str:
    return f"'{atom['word'].lower()}'" if atom["word"] else atom["name"]


def _found(rule: Rule, pattern: re.Pattern[str], string: str, tokens: Sequence[Token]) -> Iterator[Match]:
    position = 0
    named = pattern.groupindex
    while match := pattern.search(string, position):
        position = match.start() + 1
        first = match.end("before") if "before" in named and match["before"] is not None else match.start()
        stop = match.start("after") if "after" in named and match["after"] is not None else match.end()
        if stop <= first:
            continue
        values: dict[str, object] = {}
        places = [(match.start(group), name) for group, name in rule.groups.items() if match.start(group) >= 0]
        # What stands in the expression itself counts before what stands around it.
        for place, name in sorted(places, key=lambda pair: not first <= pair[0] < stop):
            values.setdefault(name, tokens[place].classes.get(name, ""))
        yield Match(rule, tokens[first].start, tokens[stop - 1].end, values)


@cache
def rules_of(language: str) -> Rules:
    """Return the rules of a language, read once."""
    return Rules(language)
