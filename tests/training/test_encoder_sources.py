"""Whether treebanks and name corpora become the examples that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.training.encoder.sources import known_relation, name_corpus, tagged_text, treebank, with_names

if TYPE_CHECKING:
    from pathlib import Path

_TREE = """\
# sent_id = n01001011
# text = Er wohnt im Haus.
1	Er	er	PRON	_	Case=Nom	2	nsubj	_	_
2	wohnt	wohnen	VERB	_	_	0	root	_	_
3-4	im	_	_	_	_	_	_	_	_
3	in	in	ADP	_	_	5	case	_	_
4	dem	der	DET	_	_	5	det	_	_
5	Haus	Haus	NOUN	_	_	2	obl:tmod	_	SpaceAfter=No
6	.	.	PUNCT	_	_	2	punct	_	_

# newdoc id = mail
# text = I don't.
1	I	I	PRON	_	_	3	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	_	_	3	aux	_	_
3	n't	not	PART	_	_	0	root	_	_
4	.	.	PUNCT	_	_	3	punct	_	_
"""


def _file(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_the_words_of_a_tree_are_syntactic_words(tmp_path: Path) -> None:
    first, _ = treebank(_file(tmp_path, "de_x.conllu", _TREE), language="de")

    assert first.words == ("Er", "wohnt", "in", "dem", "Haus", ".")
    assert first.heads == (2, 0, 5, 5, 2, 2)
    assert first.relations == ("nsubj", "root", "case", "det", "obl", "punct")
    assert first.feats[0] == "Case=Nom"


def test_a_space_is_seen_between_fused_words_and_not_before_clitics(tmp_path: Path) -> None:
    first, second = treebank(_file(tmp_path, "de_x.conllu", _TREE), language="de")

    assert first.spaced == (True, True, True, True, True, False)
    assert second.spaced == (True, True, False, False)


def test_documents_are_those_that_the_source_names(tmp_path: Path) -> None:
    examples = treebank(_file(tmp_path, "de_x.conllu", _TREE), language="de")

    assert [example.document for example in examples] == ["n01001", "mail"]


def test_only_the_subtypes_that_are_kept_stay() -> None:
    assert [known_relation(name) for name in ("nsubj:pass", "acl:relcl", "obl:tmod")] == [
        "nsubj:pass",
        "acl:relcl",
        "obl",
    ]


def test_tagged_text_leaves_out_the_surface_of_fused_words(tmp_path: Path) -> None:
    (example,) = tagged_text(
        _file(tmp_path, "x.txt", "Er##PRON wohnt##VERB im##_ in##ADP dem##DET Haus##NOUN .##PUNCT"), language="de"
    )

    assert example.words == ("Er", "wohnt", "in", "dem", "Haus", ".")
    assert example.upos == ("PRON", "VERB", "ADP", "DET", "NOUN", "PUNCT")
    assert example.spaced == (True, True, True, True, True, False)


def test_parts_and_derivations_of_names_are_no_names(tmp_path: Path) -> None:
    rows = "1\tDie\tO\tO\n2\tdeutsche\tB-LOCderiv\tO\n3\tEU-Politik\tB-ORGpart\tO\n4\tin\tO\tO\n5\tBonn\tB-LOC\tO\n"
    (example,) = name_corpus(_file(tmp_path, "de.tsv", rows), language="de")

    assert example.names == ("O", "O", "O", "O", "B-LOC")


def test_a_name_that_begins_in_its_middle_begins_there(tmp_path: Path) -> None:
    rows = "0\tPunk\tI-MISC\n1\tAmerican\tI-ORG\n2\tAirlines\tI-ORG\n"
    (example,) = name_corpus(_file(tmp_path, "en.tsv", rows), language="en")

    assert example.names == ("B-OTH", "B-ORG", "I-ORG")


def test_trees_get_the_names_of_the_same_sentence(tmp_path: Path) -> None:
    trees = treebank(_file(tmp_path, "de_x.conllu", _TREE), language="de")
    rows = "# sent_id = n01001011\n" + "".join(
        f"{number}\t{word}\t{'B-LOC' if word == 'Haus' else 'O'}\n" for number, word in enumerate(trees[0].words)
    )
    named = name_corpus(_file(tmp_path, "de.iob2", rows), language="de", other_known=False)
    first, second = with_names(trees, named)

    assert (first.names[4], first.other_known) == ("B-LOC", False)
    assert second.names == ()
