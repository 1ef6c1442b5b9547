"""German trees in the scheme of TIGER, written by hand as its models draw them, and what becomes of them."""

from __future__ import annotations

from tests.language.adapters.trees import turned

from lagebild.language.adapters.tiger import to_universal


def test_the_main_verb_governs_its_auxiliary_and_a_noun_its_preposition() -> None:
    rows = """
        Putin    Putin    PROPN NE     2 sb
        wird     werden   AUX   VAFIN  0 ROOT
        am       an       ADP   APPR   6 mo
        Mittwoch Mittwoch NOUN  NN     3 nk
        Kim      Kim      PROPN NE     6 oa
        besuchen besuchen VERB  VVINF  2 oc
        .        --       PUNCT $.     2 punct
    """

    assert turned(rows, to_universal) == [
        "nsubj(besuchen, Putin)",
        "aux(besuchen, wird)",
        "case(Mittwoch, am)",
        "obl(besuchen, Mittwoch)",
        "obj(besuchen, Kim)",
        "root(, besuchen)",
    ]


def test_of_two_auxiliaries_the_one_of_the_participle_makes_the_passive() -> None:
    rows = """
        Die       der       DET   ART   2 nk
        Waffen    Waffe     NOUN  NN    3 sb
        sind      sein      AUX   VAFIN 0 ROOT
        von       von       ADP   APPR  6 sbp
        Nordkorea Nordkorea PROPN NE    4 nk
        geliefert liefern   VERB  VVPP  7 oc
        worden    werden    AUX   VAPP  3 oc
    """

    assert turned(rows, to_universal) == [
        "det(Waffen, Die)",
        "nsubj:pass(geliefert, Waffen)",
        "aux(geliefert, sind)",
        "case(Nordkorea, von)",
        "obl:agent(geliefert, Nordkorea)",
        "root(, geliefert)",
        "aux:pass(geliefert, worden)",
    ]


def test_a_predicate_governs_its_copula_in_a_clause_that_somebody_said() -> None:
    rows = """
        Er       er       PRON  PPER  2 sb
        sagte    sagen    VERB  VVFIN 0 ROOT
        dass     dass     SCONJ KOUS  8 cp
        das      der      DET   ART   5 nk
        Abkommen Abkommen NOUN  NN    8 sb
        absurd   absurd   ADV   ADJD  7 pd
        gewesen  sein     AUX   VAPP  8 oc
        sei      sein     AUX   VAFIN 2 oc
    """

    assert turned(rows, to_universal) == [
        "nsubj(sagte, Er)",
        "root(, sagte)",
        "mark(absurd, dass)",
        "det(Abkommen, das)",
        "nsubj(absurd, Abkommen)",
        "ccomp(sagte, absurd)",
        "cop(absurd, gewesen)",
        "aux(absurd, sei)",
    ]


def test_the_first_of_several_things_governs_the_others_and_the_first_name_the_last() -> None:
    rows = """
        Wladimir  Wladimir PROPN NE    2 pnc
        Putin     Putin    PROPN NE    5 sb
        und       und      CCONJ KON   2 cd
        Kim       Kim      PROPN NE    3 cj
        bieten    bieten   VERB  VVFIN 0 ROOT
        Äpfel     Apfel    NOUN  NN    5 oa
        ,         --       PUNCT $,    6 punct
        Birnen    Birne    NOUN  NN    6 cj
        und       und      CCONJ KON   8 cd
        Nüsse     Nuss     NOUN  NN    9 cj
        an        an       ADP   PTKVZ 5 svp
    """

    assert turned(rows, to_universal) == [
        "nsubj(bieten, Wladimir)",
        "flat(Wladimir, Putin)",
        "cc(Kim, und)",
        "conj(Wladimir, Kim)",
        "root(, bieten)",
        "obj(bieten, Äpfel)",
        "conj(Äpfel, Birnen)",
        "cc(Nüsse, und)",
        "conj(Äpfel, Nüsse)",
        "compound:prt(bieten, an)",
    ]


def test_an_infinitive_with_zu_is_a_clause_without_a_subject() -> None:
    rows = """
        Kim       Kim       PROPN NE     2 sb
        plant     planen    VERB  VVFIN  0 ROOT
        nicht     nicht     PART  PTKNEG 7 ng
        nach      nach      ADP   APPR   7 mo
        Moskau    Moskau    PROPN NE     4 nk
        zu        zu        PART  PTKZU  7 pm
        reisen    reisen    VERB  VVINF  2 oc
    """

    assert turned(rows, to_universal) == [
        "nsubj(plant, Kim)",
        "root(, plant)",
        "advmod(reisen, nicht)",
        "case(Moskau, nach)",
        "obl(reisen, Moskau)",
        "mark(reisen, zu)",
        "xcomp(plant, reisen)",
    ]


def test_what_stands_with_a_noun_is_told_apart_by_its_part_of_speech() -> None:
    rows = """
        Die         der         DET   ART   4 nk
        zwei        zwei        NUM   CARD  4 nk
        neuen       neu         ADJ   ADJA  4 nk
        Berater     Berater     NOUN  NN    8 sb
        Putins      Putin       PROPN NE    4 ag
        aus         aus         ADP   APPR  4 mnr
        Moskau      Moskau      PROPN NE    6 nk
        helfen      helfen      VERB  VVFIN 0 ROOT
        dem         der         DET   ART  10 nk
        Präsidenten Präsident   NOUN  NN    8 da
        Lund        Lund        PROPN NE   10 nk
        sehr        sehr        ADV   ADV   8 mo
    """

    assert turned(rows, to_universal) == [
        "det(Berater, Die)",
        "nummod(Berater, zwei)",
        "amod(Berater, neuen)",
        "nsubj(helfen, Berater)",
        "nmod(Berater, Putins)",
        "case(Moskau, aus)",
        "nmod(Berater, Moskau)",
        "root(, helfen)",
        "det(Präsidenten, dem)",
        "obl:arg(helfen, Präsidenten)",
        "appos(Präsidenten, Lund)",
        "advmod(helfen, sehr)",
    ]


def test_a_relative_clause_and_a_clause_of_cause_have_relations_of_their_own() -> None:
    rows = """
        Wer     wer     PRON  PWS   2 sb
        kommt   kommen  VERB  VVFIN 3 sb
        weiß    wissen  VERB  VVFIN 0 ROOT
        weil    weil    SCONJ KOUS  6 cp
        er      er      PRON  PPER  6 sb
        fragt   fragen  VERB  VVFIN 3 mo
        Leute   Leute   NOUN  NN    3 oa
        die     der     PRON  PRELS 9 sb
        lügen   lügen   VERB  VVFIN 7 rc
    """

    assert turned(rows, to_universal) == [
        "nsubj(kommt, Wer)",
        "csubj(weiß, kommt)",
        "root(, weiß)",
        "mark(fragt, weil)",
        "nsubj(fragt, er)",
        "advcl(weiß, fragt)",
        "obj(weiß, Leute)",
        "nsubj(lügen, die)",
        "acl:relcl(Leute, lügen)",
    ]


def test_a_label_that_nobody_knows_is_any_dependency() -> None:
    assert turned("Ja ja PART PTKANT 0 ROOT\nhm hm X XY 1 zzz", to_universal) == ["root(, Ja)", "dep(Ja, hm)"]
