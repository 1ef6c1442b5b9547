"""Scores of analyses, counted by hand by the rules of the CoNLL 2018 shared task."""

from __future__ import annotations

import pytest

from lagebild.evaluation.parsing import METRICS, parsing_counts, wrong_words
from lagebild.language.conllu import Document, read_conllu


def document(*sentences: str) -> Document:
    """Return a document of sentences whose words stand in lines: number form upos feats head relation misc."""
    lines = []
    for sentence in sentences:
        for line in sentence.strip().splitlines():
            number, form, upos, feats, head, relation, *misc = line.split()
            lemma = form.lower() if upos != "_" else "_"
            cells = [number, form, lemma, upos, "_", feats, head, relation, "_", *(misc or ["_"])]
            lines.append("\t".join(cells))
        lines.append("")
    return read_conllu("\n".join(lines))[0]


def scores(gold: Document, predicted: Document) -> dict[str, float]:
    assert gold.text == predicted.text
    counts = parsing_counts(gold.text, gold.analysis, predicted.analysis)
    return {name: counts[name].f1 for name in METRICS}


KIM = """
1 Kim      PROPN _           2 nsubj
2 besucht  VERB  Person=3    0 root
3 Russland PROPN _           2 obj    SpaceAfter=No
4 .        PUNCT _           2 punct
"""

JUNI = """
1   Er    PRON _        2 nsubj
2   reist VERB _        0 root
3-4 im    _    _        _ _
3   in    ADP  _        5 case
4   dem   DET  Case=Dat 5 det
5   Juni  NOUN Case=Dat 2 obl
"""


def test_an_analysis_that_is_the_gold_has_every_score() -> None:
    assert scores(document(KIM, JUNI), document(KIM, JUNI)) == dict.fromkeys(METRICS, 1.0)


def test_a_wrong_head_costs_the_attachment_of_one_word() -> None:
    predicted = document(KIM.replace("2 obj", "1 obj"))

    found = scores(document(KIM), predicted)

    assert found["uas"] == found["las"] == 3 / 4
    assert found["clas"] == found["mlas"] == pytest.approx(2 / 3)  # the full stop does not count
    assert found["core"] == 1 / 2  # Kim and Russland count
    assert found["upos"] == found["tokens"] == found["sentences"] == 1.0


def test_a_wrong_relation_leaves_the_head_right() -> None:
    found = scores(document(KIM), document(KIM.replace("2 obj", "2 obl")))

    assert found["uas"] == 1.0
    assert found["las"] == 3 / 4


def test_wrong_tags_cost_their_scores_alone() -> None:
    predicted = document(KIM.replace("PROPN _           2 nsubj", "NOUN _ 2 nsubj").replace("Person=3", "Person=2"))

    found = scores(document(KIM), predicted)

    assert found["upos"] == found["ufeats"] == 3 / 4
    assert found["mlas"] == pytest.approx(1 / 3)
    assert found["las"] == 1.0


def test_a_token_that_is_split_costs_what_aligns_with_nothing() -> None:
    predicted = document(
        """
        1 Kim     PROPN _        2 nsubj
        2 besucht VERB  Person=3 0 root
        3 Russ    PROPN _        2 obj   SpaceAfter=No
        4 land    PROPN _        3 flat  SpaceAfter=No
        5 .       PUNCT _        2 punct
        """
    )

    found = scores(document(KIM), predicted)

    # Three of four words of gold, and of five predicted.
    assert found["tokens"] == found["words"] == found["uas"] == found["las"] == pytest.approx(6 / 9)
    assert found["clas"] == pytest.approx(4 / 7)  # Kim and besucht; gold has three content words, predicted four
    assert found["core"] == 1 / 2
    assert found["sentences"] == 1.0


def test_a_multiword_token_that_is_not_split_is_a_token_and_not_its_words() -> None:
    predicted = document(
        """
        1 Er    PRON _        2 nsubj
        2 reist VERB _        0 root
        3 im    ADP  _        4 case
        4 Juni  NOUN Case=Dat 2 obl
        """
    )

    found = scores(document(JUNI), predicted)

    assert found["tokens"] == 1.0
    assert found["words"] == found["las"] == pytest.approx(6 / 9)
    assert found["clas"] == 1.0
    assert found["mlas"] == pytest.approx(2 / 3)  # Juni has lost its preposition and its article


def test_words_of_a_multiword_token_align_by_their_longest_common_subsequence() -> None:
    predicted = document(JUNI.replace("dem", "den"))

    found = scores(document(JUNI), predicted)

    assert found["tokens"] == 1.0
    assert found["words"] == found["las"] == 4 / 5


def test_a_multiword_token_aligns_with_tokens_that_stand_for_it() -> None:
    gold = document("1-2 don't _ _ _ _\n1 don AUX _ 0 root\n2 't PART _ 1 advmod\n3 go VERB _ 1 obj")
    predicted = document("1 don AUX _ 0 root SpaceAfter=No\n2 't PART _ 1 advmod\n3 go VERB _ 1 obj")

    found = scores(gold, predicted)

    assert found["words"] == found["las"] == 1.0
    assert found["tokens"] == pytest.approx(2 / 5)  # "go", of two tokens in gold and three predicted


def test_a_boundary_that_is_missing_costs_both_sentences_and_a_root() -> None:
    gold = document(
        "1 Kim PROPN _ 2 nsubj\n2 kommt VERB _ 0 root\n3 . PUNCT _ 2 punct",
        "1 Er PRON _ 2 nsubj\n2 geht VERB _ 0 root\n3 . PUNCT _ 2 punct",
    )
    predicted = document(
        """
        1 Kim   PROPN _ 2 nsubj
        2 kommt VERB  _ 0 root
        3 .     PUNCT _ 2 punct
        4 Er    PRON  _ 5 nsubj
        5 geht  VERB  _ 2 parataxis
        6 .     PUNCT _ 5 punct
        """
    )

    found = scores(gold, predicted)

    assert found["sentences"] == 0.0
    assert found["tokens"] == 1.0
    assert found["uas"] == found["las"] == 5 / 6


def test_a_boundary_that_moved_costs_both_sentences() -> None:
    gold = document("1 Er PRON _ 2 nsubj\n2 geht VERB _ 0 root\n3 Ja INTJ _ 2 discourse", "1 Nein INTJ _ 0 root")
    predicted = document("1 Er PRON _ 2 nsubj\n2 geht VERB _ 0 root", "1 Ja INTJ _ 0 root\n2 Nein INTJ _ 1 discourse")

    found = scores(gold, predicted)

    assert found["sentences"] == 0.0
    assert found["las"] == 2 / 4


def test_of_a_relation_only_the_universal_part_counts() -> None:
    assert scores(document(KIM), document(KIM.replace("2 obj", "2 obj:dir")))["las"] == 1.0


def test_among_core_relations_the_passive_subject_is_another_than_the_active_one() -> None:
    found = scores(document(KIM), document(KIM.replace("2 nsubj", "2 nsubj:pass")))

    assert found["las"] == 1.0
    assert found["core"] == 1 / 2


def test_features_that_are_not_universal_do_not_count() -> None:
    assert scores(document(KIM), document(KIM.replace("Person=3", "Person=3|Typo=Yes")))["ufeats"] == 1.0


def test_predicting_nothing_scores_nothing() -> None:
    gold = document(KIM)
    nothing = Document("x", gold.text, read_conllu("1\tx\tx\tX\t_\t_\t0\troot\t_\t_\n")[0].analysis)

    assert scores(gold, nothing)["las"] == 0.0


def test_wrong_words_are_told_sentence_by_sentence() -> None:
    gold, predicted = document(KIM, JUNI), document(KIM.replace("2 obj", "1 obj"), JUNI.replace("dem", "den"))

    first, second = wrong_words(gold.text, gold.analysis, predicted.analysis)

    ((russland, guess),) = first
    assert (russland.form, russland.head) == ("Russland", 1)
    assert guess is not None
    assert guess.head == 0
    assert [(word.form, guess) for word, guess in second] == [("dem", None)]
