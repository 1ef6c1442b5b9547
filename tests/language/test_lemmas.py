"""Dictionary forms of German and English words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language.lemmas import lemma_of

PLURAL = "Case=Nom|Number=Plur"
FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PARTICIPLE = "VerbForm=Part"
ATTRIBUTE = "Case=Nom|Degree=Pos|Gender=Fem|Number=Sing"


def german(form: str, upos: str, feats: str = "", *, first: bool = False) -> str:
    return lemma_of(form, upos=upos, feats=feats, language="de", first=first)


def english(form: str, upos: str, feats: str = "", *, first: bool = False) -> str:
    return lemma_of(form, upos=upos, feats=feats, language="en", first=first)


@pytest.mark.parametrize(
    ("form", "feats", "lemma"),
    [
        ("Raketenangriffe", "Case=Nom|Gender=Masc|Number=Plur", "Raketenangriff"),
        ("Außenministers", "Case=Gen|Gender=Masc|Number=Sing", "Außenminister"),
        ("Ministerpräsidenten", "Case=Dat|Gender=Masc|Number=Sing", "Ministerpräsident"),
        ("EU-Staaten", "Case=Nom|Gender=Masc|Number=Plur", "EU-Staat"),
        ("Staatschefs", "Case=Gen|Gender=Masc|Number=Plur", "Staatschef"),
        ("Fachleuten", "Case=Dat|Number=Plur", "Fachleute"),
    ],
)
def test_a_german_compound_is_inflected_at_its_end(form: str, feats: str, lemma: str) -> None:
    assert german(form, "NOUN", feats) == lemma


def test_a_made_up_compound_follows_its_head() -> None:
    feats = "Case=Dat|Gender=Neut|Number=Plur"

    assert german("Quantenhühnerhäusern", "NOUN", feats) == "Quantenhühnerhaus"


def test_a_made_up_word_in_the_plural_loses_its_ending() -> None:
    feats = "Case=Nom|Gender=Fem|Number=Plur"

    assert german("Xylphonierungen", "NOUN", feats) == "Xylphonierung"


@pytest.mark.parametrize("form", ["Abgeordneter", "Abgeordnete", "Abgeordneten"])
def test_a_noun_made_of_an_adjective_has_one_lemma(form: str) -> None:
    assert german(form, "NOUN", "Case=Nom|Gender=Masc|Number=Sing") == "Abgeordnete"


def test_a_noun_in_small_letters_gets_its_capital() -> None:
    assert german("häuser", "NOUN", "Case=Nom|Gender=Neut|Number=Plur") == "Haus"


def test_a_name_loses_the_genitive_only() -> None:
    genitive = "Case=Gen|Number=Sing"

    assert german("Putins", "PROPN", genitive) == "Putin"
    assert german("Paris", "PROPN", "Case=Nom|Number=Sing") == "Paris"
    assert german("Burgess", "PROPN", genitive) == "Burgess"


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("bestritt", "bestreiten"),
        ("gehört", "gehören"),
        ("stand", "stehen"),
        ("verließ", "verlassen"),
        ("unterzeichneten", "unterzeichnen"),
        ("würde", "werden"),
        ("wusste", "wissen"),
        ("vorwarf", "vorwerfen"),
    ],
)
def test_a_finite_german_verb_becomes_its_infinitive(form: str, lemma: str) -> None:
    assert german(form, "VERB", FINITE) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("aufgestanden", "aufstehen"),
        ("zurückgewiesen", "zurückweisen"),
        ("gehört", "hören"),
        ("unterzeichnet", "unterzeichnen"),
        ("widersprochen", "widersprechen"),
        ("gewonnen", "gewinnen"),
        ("demoliert", "demolieren"),
        ("vergessen", "vergessen"),
    ],
)
def test_a_german_participle_becomes_its_infinitive(form: str, lemma: str) -> None:
    assert german(form, "VERB", PARTICIPLE) == lemma


@pytest.mark.parametrize(("form", "lemma"), [("aufzustellen", "aufstellen"), ("zucken", "zucken")])
def test_zu_inside_an_infinitive_is_no_part_of_the_verb(form: str, lemma: str) -> None:
    assert german(form, "VERB", "VerbForm=Inf") == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("ukrainische", "ukrainisch"),
        ("dunkle", "dunkel"),
        ("hohe", "hoch"),
        ("bewaffnete", "bewaffnet"),
        ("letzte", "letzt"),
        ("geplante", "geplant"),
    ],
)
def test_a_german_adjective_is_bare_and_a_participle_stays_one(form: str, lemma: str) -> None:
    assert german(form, "ADJ", ATTRIBUTE) == lemma


@pytest.mark.parametrize(
    ("form", "degree", "lemma"),
    [("größte", "Sup", "groß"), ("ältere", "Cmp", "alt"), ("beste", "Sup", "gut"), ("blutigste", "Sup", "blutig")],
)
def test_a_compared_german_adjective_becomes_the_positive(form: str, degree: str, lemma: str) -> None:
    assert german(form, "ADJ", f"Case=Nom|Degree={degree}|Number=Sing") == lemma


@pytest.mark.parametrize("form", ["Kiewer", "Berliner", "1960er", "17."])
def test_an_adjective_of_a_town_and_an_ordinal_keep_their_form(form: str) -> None:
    assert german(form, "ADJ", "Case=Dat|Degree=Pos", first=True) == form


def test_polite_and_plain_pronouns_are_told_apart() -> None:
    assert german("Ihnen", "PRON", "Case=Dat|Person=2|Polite=Form|PronType=Prs") == "Sie"
    assert german("ihnen", "PRON", "Case=Dat|Number=Plur|Person=3|PronType=Prs") == "sie"


@pytest.mark.parametrize(
    ("form", "upos", "lemma"), [("dem", "DET", "der"), ("Ist", "AUX", "sein"), ("Im", "ADP", "im")]
)
def test_german_function_words_are_small(form: str, upos: str, lemma: str) -> None:
    assert german(form, upos, first=True) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("countries", "NOUN", "country"),
        ("MPs", "NOUN", "MP"),
        ("Talks", "NOUN", "talk"),
        ("Islands", "PROPN", "Island"),
    ],
)
def test_an_english_plural_becomes_the_singular(form: str, upos: str, lemma: str) -> None:
    assert english(form, upos, "Number=Plur") == lemma


@pytest.mark.parametrize(
    ("form", "feats", "lemma"),
    [
        ("denied", "Tense=Past|VerbForm=Part", "deny"),
        ("struck", FINITE, "strike"),
        ("found", "VerbForm=Inf", "found"),
        ("found", FINITE, "find"),
        ("planning", "VerbForm=Ger", "plan"),
    ],
)
def test_an_english_verb_becomes_its_base(form: str, feats: str, lemma: str) -> None:
    assert english(form, "VERB", feats) == lemma


def test_a_capital_that_begins_a_sentence_says_nothing() -> None:
    assert english("Bloody", "ADJ", "Degree=Pos", first=True) == "bloody"
    assert english("American", "ADJ", "Degree=Pos", first=True) == "American"
    assert english("American", "ADJ", "Degree=Pos") == "American"


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [("200,000", "NUM", "200000"), ("“", "PUNCT", '"'), ("Two", "NUM", "two"), ("XIV", "NUM", "XIV")],
)
def test_english_numbers_and_signs_are_plain(form: str, upos: str, lemma: str) -> None:
    assert english(form, upos) == lemma


@pytest.mark.parametrize(
    ("form", "feats", "lemma"),
    [("bigger", "Degree=Cmp", "big"), ("worst", "Degree=Sup", "bad"), ("happiest", "Degree=Sup", "happy")],
)
def test_a_compared_english_adjective_becomes_the_positive(form: str, feats: str, lemma: str) -> None:
    assert english(form, "ADJ", feats) == lemma


def test_accents_may_be_written_apart() -> None:
    assert german("Ha\u0308user", "NOUN", PLURAL) == "Haus"


@pytest.mark.parametrize("language", [None, "fr", "", "DE"])
def test_a_word_of_another_language_is_its_own_lemma(language: str | None) -> None:
    assert lemma_of("Häuser", upos="NOUN", feats=PLURAL, language=language) == "Häuser"


def test_what_is_too_long_for_a_word_stays_as_it_is() -> None:
    assert german("Häuser" * 1000, "NOUN", PLURAL) == "Häuser" * 1000


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=30) | st.text(alphabet="aeäßnrstgzuEGÄ'’-.1\ud800", max_size=12),
    st.sampled_from(["NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "NUM", "PUNCT", "X", "ADP", "odd"]),
    st.sampled_from(["", PLURAL, "Case=Gen|Number=Sing", FINITE, PARTICIPLE, "VerbForm=Inf", "Degree=Sup", "|=x|odd"]),
    st.sampled_from(["de", "en"]),
    st.booleans(),
)
def test_every_word_has_a_lemma_and_only_the_empty_word_an_empty_one(
    form: str,
    upos: str,
    feats: str,
    language: str,
    first: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    lemma = lemma_of(form, upos=upos, feats=feats, language=language, first=first)

    assert bool(lemma) == bool(form)


def test_nothing_is_loaded_before_the_first_word() -> None:
    code = (
        "import sys, lagebild.language.lemmas as l; print('simplemma' in sys.modules, l.lookup_in.cache_info().misses)"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["False", "0"]
