"""How the words of a text are told to the network, and what is made of its answers; the trees are made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.language.attributions.decoding import Draft, chosen, draft_of, with_act
from lagebild.language.attributions.features import SIZES, word_features
from lagebild.language.attributions.marking import MOST_SENTENCES, marked_sentences
from lagebild.language.attributions.network import Parts
from lagebild.language.attributions.roles import KINDS, OTHERS, ROLES
from lagebild.language.attributions.windows import DEPTHS, DISTANCES, PATHS, STEPS, Window, window_of
from lagebild.language.attributions.words import TextWords, text_words
from lagebild.language.network import SentenceStates
from lagebild.model import Name, NameType, Sentence, Span, SpeechAct, StatementKind, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_TREE = [("Kim", 1, "nsubj"), ("sagte", None, "root"), (",", 4, "punct"), ("er", 4, "nsubj"), ("komme", 1, "ccomp")]


def words_of(text: str, heads: Sequence[tuple[str, int | None, str]] = _TREE, *, language: str = "de") -> TextWords:
    """Return the words of a text; each line of it is a sentence with the tree."""
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        at = line.start()
        words = []
        for form, head, relation in heads:
            at = text.index(form, at)
            words.append(Word(Span(at, at + len(form)), form, form, "VERB", "Mood=Sub", head, relation))
            at += len(form)
        names = (Name(words[0].span, NameType.PERSON),)
        sentences.append(Sentence(Span(*line.span()), tuple(words), names))
    return text_words(text, sentences, language)


def parts(roles: str, *, act: SpeechAct = SpeechAct.DENY, kind: StatementKind = StatementKind.INDIRECT) -> Parts:
    """Return what a sure network says: c for a word of the cue, x of the content, s of the source."""
    numbers = [".cxs".index(letter) for letter in roles]
    return Parts(
        np.eye(len(ROLES), dtype=np.float32)[numbers],
        np.zeros((len(roles), len(OTHERS)), np.float32),
        np.eye(len(SpeechAct), dtype=np.float32)[list(SpeechAct).index(act)],
        np.eye(len(KINDS), dtype=np.float32)[KINDS.index(kind)],
    )


def draft(roles: str, text: str = "Kim sagte, er komme.", *, anchor: int = 1, probability: float = 0.9) -> Draft:
    words = words_of(text)
    made = draft_of(words, Window(anchor, 0, np.zeros((len(roles), 4), np.int64)), parts(roles), probability)
    assert made is not None
    return made


def test_every_feature_is_smaller_than_its_size() -> None:
    features = word_features(words_of("Kim sagte, er komme.\nKim sagte, „er komme“."))

    assert features.shape == (10, len(SIZES))
    assert (features < np.array(SIZES)).all()


def test_the_words_between_quotation_marks_are_told_apart() -> None:
    tree: list[tuple[str, None, str]] = [(form, None, "root") for form in ("„", "Ja", "“", ",", "sagte", "Kim")]

    assert word_features(words_of("„Ja“, sagte Kim", tree))[:, 2].tolist() == [2, 1, 3, 0, 0, 0]


def test_a_particle_makes_another_act_of_its_verb() -> None:
    tree = [
        ("Kim", 1, "nsubj"),
        ("werfen", None, "root"),
        ("Lee", 1, "obj"),
        ("Betrug", 1, "obj"),
        ("vor", 1, "compound:prt"),
    ]

    acts = word_features(words_of("Kim werfen Lee Betrug vor", tree))[:, 5]

    assert acts[1] == list(SpeechAct).index(SpeechAct.ACCUSE) + 1


def test_the_way_to_the_anchor_tells_the_branch_that_a_word_hangs_on() -> None:
    window = window_of(words_of("Kim sagte, er komme."), anchor=1)

    paths = window.relations[:, 0].tolist()
    assert paths[2] == paths[3] == paths[4] != paths[0]
    assert window.relations[:, 1].tolist() == [1, 0, 2, 2, 1]


def test_a_window_has_the_sentences_around_and_no_more() -> None:
    text = "\n".join(["Kim sagte, er komme."] * 9)

    window = window_of(words_of(text), anchor=21)

    assert (window.first, window.last) == (10, 40)
    assert set(window.relations[:, 3].tolist()) == set(range(STEPS))


@given(st.integers(0, 44))
def test_all_that_is_told_of_a_window_is_smaller_than_its_size(anchor: int) -> None:
    relations = window_of(words_of("\n".join(["Kim sagte, er komme."] * 9)), anchor).relations

    assert (relations >= 0).all()
    assert (relations < np.array([PATHS, DEPTHS, DISTANCES, STEPS])).all()


def test_the_words_of_a_part_make_its_spans_without_the_marks_at_their_ends() -> None:
    made = draft("scxxx").attribution

    assert (made.source, made.cue, made.content) == (Span(0, 3), (Span(4, 9),), (Span(11, 19),))
    assert (made.act, made.kind) == (SpeechAct.DENY, StatementKind.INDIRECT)


def test_the_confidence_grows_with_what_the_network_is_sure_of() -> None:
    confidences = [
        draft(roles, probability=probability).attribution.confidence
        for roles, probability in [(".cxxx", 0.3), (".cxxx", 0.9), ("scxxx", 0.5), ("scxxx", 0.99)]
    ]

    assert confidences == sorted(confidences)
    assert 0 <= confidences[0] < confidences[-1] < 1


def test_a_piece_ends_with_its_line() -> None:
    made = draft("scxxxxxxxx", "Kim sagte, er komme.\nKim sagte, er komme.").attribution

    assert made.content == (Span(11, 19), Span(21, 40))


def test_a_source_stands_in_one_place_where_the_network_is_surest() -> None:
    made = draft("scxxxss...", "Kim sagte, er komme.\nKim sagte, er komme.").attribution

    assert made.source == Span(21, 30)


@pytest.mark.parametrize("roles", [".....", "sc...", "..x.."])
def test_an_anchor_without_words_says_nothing(roles: str) -> None:
    window = Window(1, 0, np.zeros((5, 4), np.int64))

    assert draft_of(words_of("Kim sagte, er komme."), window, parts(roles), 0.9) is None


def test_a_source_goes_on_to_its_noun() -> None:
    tree = [
        ("Der", 1, "det"),
        ("Kapitän", 2, "nsubj"),
        ("sagte", None, "root"),
        ("er", 4, "nsubj"),
        ("komme", 2, "ccomp"),
    ]
    words = words_of("Der Kapitän sagte, er komme.", tree)
    first = words.words[0]
    words = replace(words, words=(replace(first, upos="DET"), *words.words[1:]))

    made = draft_of(words, Window(2, 0, np.zeros((5, 4), np.int64)), parts("sxcxx"), 0.9)

    assert made is not None
    assert (made.attribution.source, made.attribution.content) == (Span(0, 11), (Span(19, 27),))


def test_of_two_anchors_of_one_statement_the_surer_counts() -> None:
    surer, other = draft("scxxx", probability=0.9), draft("scxxx", anchor=4, probability=0.6)

    assert chosen([other, surer]) == [surer]


def test_statements_with_different_words_stay_apart() -> None:
    first, second = draft("sc.x."), draft("s...x", anchor=4)

    assert chosen([second, first]) == [first, second]


def test_what_the_network_is_not_sure_of_is_left_out() -> None:
    assert chosen([draft(".cxxx", probability=0.3)]) == []


def _states(count: int) -> list[SentenceStates | None]:
    """Return states that tell sentences apart: those of sentence 3 are all 3."""
    rows = (np.full((5, 2), number, np.float32) for number in range(count))
    return [SentenceStates(row, row, np.eye(5, dtype=np.float32)) for row in rows]


def test_the_sentences_of_a_statement_have_its_parts_marked() -> None:
    words = words_of("\n".join(["Kim sagte, er komme."] * 3))
    pieces = {"source": [range(5, 6)], "cue": [range(6, 7)], "content": [range(8, 10), range(10, 15)]}
    listed = np.full(15, 7)

    first, second = marked_sentences(words, pieces, listed, _states(3))

    assert first.parts.tolist() == [ROLES.index(role) for role in ("source", "cue", "", "content", "content")]
    assert second.parts.tolist() == [ROLES.index("content")] * 5
    assert first.listed.tolist() == [0, 7, 0, 0, 0]
    assert second.listed.tolist() == [0] * 5
    assert (first.pieces[0, 0], second.pieces[0, 0]) == (1, 2)


def test_only_sentences_that_were_read_and_not_too_many_are_marked() -> None:
    words = words_of("\n".join(["Kim sagte, er komme."] * 7))
    states = _states(7)
    states[0] = None

    marked = marked_sentences(words, {"source": [], "cue": [], "content": [range(35)]}, np.zeros(35, np.int64), states)

    assert [one.pieces[0, 0] for one in marked] == list(range(1, MOST_SENTENCES + 1))


def test_the_act_is_that_of_the_marked_sentences_unless_they_are_unsure() -> None:
    made, acts = draft("scxxx"), list(SpeechAct)
    sure, unsure = np.zeros(len(acts), np.float32), np.zeros(len(acts), np.float32)
    sure[acts.index(SpeechAct.PLAN)] = 0.9
    unsure[acts.index(SpeechAct.PLAN)], unsure[acts.index(SpeechAct.DENY)] = 0.4, 0.3

    assert with_act(made, sure).act is SpeechAct.PLAN
    assert with_act(made, unsure).act is SpeechAct.DENY
