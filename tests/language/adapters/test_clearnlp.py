"""English trees in the scheme of ClearNLP, and what becomes of them."""

from __future__ import annotations

from tests.language.adapters.trees import turned

from lagebild.language.adapters.clearnlp import to_universal


def test_nouns_govern_their_prepositions_also_two_of_them() -> None:
    rows = """
        Kim  Kim   PROPN NNP 2 nsubj
        came come  VERB  VBD 0 ROOT
        out  out   ADP   IN  2 prep
        of   of    ADP   IN  3 prep
        the  the   DET   DT  6 det
        house house NOUN NN  4 pobj
        by   by    ADP   IN  2 prep
        leaving leave VERB VBG 7 pcomp
    """

    assert turned(rows, to_universal) == [
        "nsubj(came, Kim)",
        "root(, came)",
        "case(house, out)",
        "case(house, of)",
        "det(house, the)",
        "obl(came, house)",
        "mark(leaving, by)",
        "advcl(came, leaving)",
    ]


def test_the_passive_keeps_its_agent_and_a_noun_its_modifier() -> None:
    rows = """
        Arms      arm     NOUN  NNS 3 nsubjpass
        were      be      AUX   VBD 3 auxpass
        delivered deliver VERB  VBN 0 ROOT
        by        by      ADP   IN  3 agent
        friends   friend  NOUN  NNS 4 pobj
        of        of      ADP   IN  5 prep
        Kim       Kim     PROPN NNP 6 pobj
    """

    assert turned(rows, to_universal) == [
        "nsubj:pass(delivered, Arms)",
        "aux:pass(delivered, were)",
        "root(, delivered)",
        "case(friends, by)",
        "obl:agent(delivered, friends)",
        "case(Kim, of)",
        "nmod(friends, Kim)",
    ]


def test_a_predicate_governs_its_copula_also_a_phrase_with_a_preposition() -> None:
    noun = "She she PRON PRP 2 nsubj\nis be AUX VBZ 0 ROOT\nnot not PART RB 2 neg\nPresident President PROPN NNP 2 attr"
    phrase = "Lund Lund PROPN NNP 2 nsubj\nis be AUX VBZ 0 ROOT\nin in ADP IN 2 prep\nHalvar Halvar PROPN NNP 3 pobj"

    assert turned(noun, to_universal) == [
        "nsubj(President, She)",
        "cop(President, is)",
        "advmod(President, not)",
        "root(, President)",
    ]
    assert turned(phrase, to_universal) == [
        "nsubj(Halvar, Lund)",
        "cop(Halvar, is)",
        "case(Halvar, in)",
        "root(, Halvar)",
    ]


def test_what_there_is_is_the_subject() -> None:
    rows = "There there PRON EX 2 expl\nare be VERB VBP 0 ROOT\ndoubts doubt NOUN NNS 2 attr"

    assert turned(rows, to_universal) == ["expl(are, There)", "root(, are)", "nsubj(are, doubts)"]


def test_the_one_who_is_asked_is_the_object() -> None:
    rows = """
        They want  PRON  PRP 2 nsubj
        want want  VERB  VBP 0 ROOT
        him  he    PRON  PRP 5 nsubj
        to   to    PART  TO  5 aux
        go   go    VERB  VB  2 ccomp
    """

    assert turned(rows, to_universal) == [
        "nsubj(want, They)",
        "root(, want)",
        "obj(want, him)",
        "mark(go, to)",
        "xcomp(want, go)",
    ]


def test_the_first_of_several_things_governs_the_others() -> None:
    rows = """
        apples apple NOUN  NNS 0 ROOT
        pears  pear  NOUN  NNS 1 conj
        and    and   CCONJ CC  2 cc
        nuts   nut   NOUN  NNS 2 conj
    """

    assert turned(rows, to_universal) == [
        "root(, apples)",
        "conj(apples, pears)",
        "cc(nuts, and)",
        "conj(apples, nuts)",
    ]


def test_the_first_word_of_a_person_governs_and_other_compounds_stay() -> None:
    rows = """
        Kim    Kim    PROPN NNP 3 compound PER
        Jong   Jong   PROPN NNP 3 compound PER
        Un     Un     PROPN NNP 4 nsubj    PER
        gave   give   VERB  VBD 0 ROOT
        Russia Russia PROPN NNP 4 dative   LOC
        oil    oil    NOUN  NN  7 compound
        money  money  NOUN  NN  4 dobj
    """

    assert turned(rows, to_universal) == [
        "nsubj(gave, Kim)",
        "flat(Kim, Jong)",
        "flat(Kim, Un)",
        "root(, gave)",
        "iobj(gave, Russia)",
        "compound(money, oil)",
        "obj(gave, money)",
    ]
