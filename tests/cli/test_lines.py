from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.cli.samples import disputed_article, german_article, german_event
from tests.factories import make_article

from lagebild.cli.lines import finding_lines
from lagebild.model import Bound, Caution, CautionKind, Quantity, QuantityKind, Span


def test_every_layer_has_its_lines() -> None:
    article = german_article()
    lines = finding_lines(replace(article, events=(german_event(article),))).splitlines()

    assert "seite.txt\tquantities\t314\t338\tcount more_than 4200 container\tmehr als 4.200 Container" in lines
    assert "seite.txt\ttimes\t161\t169\tDATE 2031-03-12\tMittwoch" in lines
    assert "seite.txt\ttimes\t653\t664\tDATE\tletztwochen" in lines
    assert "seite.txt\tmentions\t88\t97\tcountry Süderland\tSüderland" in lines
    assert "seite.txt\tstatements\t625\t631\tstate direct ein Sprecher\tAbsurd" in lines
    assert (
        "seite.txt\tevents\t132\t188\tCONSULT planned\tPräsident Arvid Lund wird am Mittwoch nach Halvar reisen"
        in lines
    )
    assert "seite.txt\twarnings\t653\t664\tgarbled_text: A word that does not exist.\tletztwochen" in lines


def test_a_range_shows_both_numbers() -> None:
    quantity = Quantity("q1", Span(0, 15), 20, Bound.BETWEEN, 30, "percent", None, QuantityKind.PERCENT)
    article = replace(make_article("20 bis 30 Prozent"), quantities=(quantity,))

    assert finding_lines(article) == "test.txt\tquantities\t0\t15\tpercent between 20..30 percent\t20 bis 30 Proze\n"


def test_a_warning_about_the_whole_page_has_no_offsets() -> None:
    article = replace(make_article("Ein Satz."), warnings=(Caution(CautionKind.NO_PUBLICATION_DATE, "Not known."),))

    assert finding_lines(article) == "test.txt\twarnings\t\t\tno_publication_date: Not known.\t\n"


def test_on_request_a_seventh_field_tells_why_a_finding_is_there() -> None:
    lines = finding_lines(disputed_article(), why=True).splitlines()
    ends = ["\t".join(line.split("\t")[4:]) for line in lines]

    assert "reject mixed Jana Weyde\tdie Vorwürfe „absurd“\tnetwork 0.86" in ends
    assert "accuse reported Ostmark\tLieferung von Containern\trule:headline" in ends
    assert "country Süderland\tSüderland\t" in ends


def test_the_confidence_of_an_event_is_told_on_request() -> None:
    article = german_article()
    lines = finding_lines(replace(article, events=(german_event(article),)), why=True)

    assert "Präsident Arvid Lund wird am Mittwoch nach Halvar reisen\t0.93\n" in lines


@given(st.text(min_size=1))
def test_a_line_has_six_fields_whatever_the_page_holds(text: str) -> None:
    caution = Caution(CautionKind.GARBLED_TEXT, text, (Span(0, len(text)),))
    lines = finding_lines(replace(make_article(text), warnings=(caution,)))

    assert lines.count("\n") == 1
    assert lines.count("\t") == 5
