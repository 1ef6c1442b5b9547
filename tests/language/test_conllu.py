"""Analyses as CoNLL-U, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.language.conllu import Document, conllu_of, read_conllu
from lagebild.model import Analysis, LanguageError, Name, NameType, Sentence, Span, Word

TEXT = "Kim Jong-un reist\nim Juni.\n\nEr kommt!"

ANALYSIS = Analysis(
    sentences=(
        Sentence(
            Span(0, 26),
            (
                Word(Span(0, 3), "Kim", "Kim", "PROPN", "Case=Nom|Number=Sing", 2, "nsubj"),
                Word(Span(4, 11), "Jong-un", "Jong-un", "PROPN", "Case=Nom|Number=Sing", 0, "flat:name"),
                Word(Span(12, 17), "reist", "reisen", "VERB", "Number=Sing|Person=3", None, "root"),
                Word(Span(18, 20), "in", "in", "ADP", "", 5, "case"),
                Word(Span(18, 20), "dem", "der", "DET", "Case=Dat", 5, "det"),
                Word(Span(21, 25), "Juni", "Juni", "NOUN", "Case=Dat", 2, "obl"),
                Word(Span(25, 26), ".", ".", "PUNCT", "", 2, "punct"),
            ),
            (Name(Span(0, 11), NameType.PERSON),),
        ),
        Sentence(
            Span(28, 37),
            (
                Word(Span(28, 30), "Er", "er", "PRON", "", 1, "nsubj"),
                Word(Span(31, 36), "kommt", "kommen", "VERB", "", None, "root"),
                Word(Span(36, 37), "!", "!", "PUNCT", "", 1, "punct"),
            ),
        ),
    ),
    produced_by="by hand",
)

CONLLU = """\
# newdoc id = reise
# sent_id = reise-1
# text = Kim Jong-un reist im Juni.
1	Kim	Kim	PROPN	_	Case=Nom|Number=Sing	3	nsubj	_	NER=B-PER|TokenRange=0:3
2	Jong-un	Jong-un	PROPN	_	Case=Nom|Number=Sing	1	flat:name	_	NER=I-PER|TokenRange=4:11
3	reist	reisen	VERB	_	Number=Sing|Person=3	0	root	_	TokenRange=12:17
4-5	im	_	_	_	_	_	_	_	TokenRange=18:20
4	in	in	ADP	_	_	6	case	_	_
5	dem	der	DET	_	Case=Dat	6	det	_	_
6	Juni	Juni	NOUN	_	Case=Dat	3	obl	_	SpaceAfter=No|TokenRange=21:25
7	.	.	PUNCT	_	_	3	punct	_	TokenRange=25:26

# newpar
# sent_id = reise-2
# text = Er kommt!
1	Er	er	PRON	_	_	2	nsubj	_	TokenRange=28:30
2	kommt	kommen	VERB	_	_	0	root	_	SpaceAfter=No|TokenRange=31:36
3	!	!	PUNCT	_	_	2	punct	_	TokenRange=36:37

"""


def row(number: str, form: str, *, head: str = "0", misc: str = "_") -> str:
    return f"{number}\t{form}\t{form}\tNOUN\t_\t_\t{head}\tdep\t_\t{misc}\n"


def test_an_analysis_is_written_line_by_line() -> None:
    assert conllu_of("reise", TEXT, ANALYSIS) == CONLLU


def test_what_was_written_is_read_again_with_a_space_for_a_line_break() -> None:
    (document,) = read_conllu(CONLLU)

    assert document.name == "reise"
    assert document.text == "Kim Jong-un reist im Juni.\n\nEr kommt!"
    assert document.analysis.sentences == ANALYSIS.sentences


def test_a_text_without_words_is_written_as_nothing() -> None:
    assert conllu_of("leer", "", Analysis((), "by hand")) == ""


def test_a_name_of_two_lines_stays_in_its_comment() -> None:
    assert conllu_of("a\nb", TEXT, ANALYSIS).startswith("# newdoc id = a b\n# sent_id = a b-1\n")


def test_a_name_on_a_multiword_token_stands_on_the_range_line() -> None:
    words = (
        Word(Span(0, 2), "in", "in", "ADP", "", 1, "case"),
        Word(Span(0, 2), "dem", "der", "DET", "", None, "root"),
    )
    analysis = Analysis((Sentence(Span(0, 2), words, (Name(Span(0, 2), NameType.PLACE),)),), "by hand")

    lines = conllu_of("x", "im", analysis).split("\n")

    assert lines[3] == "1-2\tim\t_\t_\t_\t_\t_\t_\t_\tNER=B-LOC|TokenRange=0:2"
    assert lines[4].endswith("\t_")


def test_sentences_that_touch_are_written_and_read_without_a_space() -> None:
    text = "A.B"
    sentences = tuple(
        Sentence(Span(start, end), (Word(Span(start, end), text[start:end], "x", "X", "", None, "root"),))
        for start, end in ((0, 2), (2, 3))
    )

    written = conllu_of("x", text, Analysis(sentences, "by hand"))

    assert "SpaceAfter=No|TokenRange=0:2" in written
    assert read_conllu(written)[0].text == "A.B"


def test_empty_nodes_are_left_out() -> None:
    (document,) = read_conllu(row("1", "Da") + row("1.1", "geht") + row("2", "er", head="1"))

    assert [word.form for word in document.analysis.sentences[0].words] == ["Da", "er"]


def test_a_file_without_newdoc_is_one_document() -> None:
    documents = read_conllu(row("1", "Ja") + "\n" + row("1", "Nein"), name="x.conllu")

    assert [(document.name, document.text) for document in documents] == [("x.conllu", "Ja Nein")]


def test_every_newdoc_begins_a_document_with_its_own_offsets() -> None:
    content = "# newdoc id = a b\n" + row("1", "Ja") + "\n# newdoc\n# newpar\n" + row("1", "Nein")

    first, second = read_conllu(content, name="x.conllu")

    assert (first.name, first.text) == ("a b", "Ja")
    assert (second.name, second.text) == ("x.conllu", "Nein")
    assert second.analysis.sentences[0].span == Span(0, 4)


def test_other_comments_begin_no_paragraph() -> None:
    content = row("1", "Ja") + "\n# newpar_block = p (3 s)\n# text = Nein\n" + row("1", "Nein")

    assert read_conllu(content)[0].text == "Ja Nein"


def test_a_line_may_end_as_on_windows() -> None:
    assert read_conllu(CONLLU.replace("\n", "\r\n"))[0].text == read_conllu(CONLLU)[0].text


def test_a_missing_lemma_is_the_form() -> None:
    (document,) = read_conllu("1\tHaus\t_\t_\t_\t_\t0\troot\t_\t_\n")

    assert document.analysis.sentences[0].words[0].lemma == "Haus"


def test_an_empty_file_holds_no_document() -> None:
    assert read_conllu("") == []


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("# text = x\n1\tx\n", 2, "has 2 columns"),
        (row("1", "x") + "  \ny\n", 3, "has 1 columns"),
        (row("eins", "x"), 1, "begins with 'eins'"),
        (row("2", "x"), 1, "is numbered 2; word 1 of 1"),
        (row("1", "x") + row("3", "y"), 2, "is numbered 3; word 2 of 2"),
        (row("1-2", "im") + row("1", "in"), 1, "is numbered 1-2; word 1 of 1"),
        (row("1", "x", head="2"), 1, "has the head '2'"),
        (row("1", "x", head="_"), 1, "has the head '_'"),
        (row("1.1", "x"), 1, "begins a sentence without words"),
        (row("1", "x", misc="NER=B-DOG"), 1, "the label 'B-DOG'"),
    ],
)
def test_a_broken_line_is_named(content: str, line: int, problem: str) -> None:
    with pytest.raises(LanguageError, match=f"^x.conllu:{line}: .*") as caught:
        read_conllu(content, name="x.conllu")

    assert problem in str(caught.value)


_FORMS = st.text(st.characters(blacklist_categories=["Z", "C"]), min_size=1, max_size=5).filter(
    lambda form: form != "_"
)


@given(st.lists(st.lists(st.tuples(_FORMS, st.booleans()), min_size=1, max_size=5), min_size=1, max_size=4))
def test_words_survive_writing_and_reading(sentences: list[list[tuple[str, bool]]]) -> None:
    content = "\n".join(
        "".join(
            row(str(number), form, head="0" if number == 1 else "1", misc="_" if has_space else "SpaceAfter=No")
            for number, (form, has_space) in enumerate(sentence, start=1)
        )
        for sentence in sentences
    )

    (read,) = read_conllu(content)
    (again,) = read_conllu(conllu_of(read.name, read.text, read.analysis))

    assert again == Document("CoNLL-U", read.text, read.analysis)
    for sentence in read.analysis.sentences:
        for word in sentence.words:
            assert word.span.of(read.text) == word.form
