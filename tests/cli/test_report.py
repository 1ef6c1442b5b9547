from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from tests.cli.samples import (
    disputed_article,
    disputed_english_article,
    english_article,
    german_article,
    german_event,
)
from tests.factories import make_article

from lagebild.cli.report import report
from lagebild.cli.wording import wording
from lagebild.model import (
    Article,
    Block,
    Bound,
    Caution,
    CautionKind,
    Entity,
    EntityKind,
    Headline,
    Mention,
    MentionForm,
    Party,
    Quantity,
    QuantityKind,
    Role,
    Source,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    TimeExpression,
    TimeType,
)

GOLDEN = Path(__file__).parent / "golden"


def _shown(article: Article, ui: str, width: int = 80, *, why: bool = False) -> str:
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(report(article, wording(ui), width=width, why=why))
    return re.sub(r" +$", "", captured.get(), flags=re.MULTILINE)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_german_report_looks_like_this(width: int) -> None:
    article = german_article()
    article = replace(article, events=(german_event(article),))

    assert _shown(article, "de", width) == (GOLDEN / f"german_{width}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_an_english_report_looks_like_this(width: int) -> None:
    assert _shown(english_article(), "en", width) == (GOLDEN / f"english_{width}.txt").read_text(encoding="utf-8")


def test_a_german_dispute_looks_like_this() -> None:
    expected = (GOLDEN / "german_dispute_100.txt").read_text(encoding="utf-8")

    assert _shown(disputed_article(), "de", 100) == expected


def test_an_english_dispute_looks_like_this_where_it_tells_why() -> None:
    expected = (GOLDEN / "english_dispute_80.txt").read_text(encoding="utf-8")

    assert _shown(disputed_english_article(), "en", 80, why=True) == expected


def test_a_denial_stands_under_the_claim_that_it_answers() -> None:
    lines = _shown(disputed_article(), "de", 100).splitlines()

    claim = next(index for index, line in enumerate(lines) if "»Container mit Munition geliefert zu haben«" in line)
    assert re.match(r" +↳ zurückgewiesen +Jana Weyde, Beraterin: »die Vorwürfe", lines[claim + 2])
    assert re.match(r" +↳ bestritten +ein Sprecher des Hofes von Norby \(wie oben\)", lines[claim + 3])


def test_the_words_of_a_denial_are_shown_once_whatever_it_answers() -> None:
    shown = _shown(disputed_article(), "de", 120)

    assert shown.count("»Container mit Munition haben") == 1
    assert shown.count("↳ bestritten") == 2


def test_why_is_told_on_request_alone() -> None:
    assert "gefunden von Regel headline" in " ".join(_shown(disputed_article(), "de", 120, why=True).split())
    assert "Sicherheit 0,86" in " ".join(_shown(disputed_article(), "de", 120, why=True).split())
    assert "gefunden" not in _shown(disputed_article(), "de", 120)


def test_a_denial_by_nobody_in_particular_is_shown_without_a_name() -> None:
    article = disputed_article()
    denial = replace(article.statements[5], source=None)
    shown = _shown(replace(article, statements=(article.statements[0], denial)), "de", 120)

    assert re.search(r"↳ bestritten +»Container mit Munition haben wir nie", shown)


def _said_by(*sources: Party | None) -> tuple[Statement, ...]:
    return tuple(
        Statement(f"s{index}", StatementKind.INDIRECT, SpeechAct.STATE, source, (), (Span(index, index + 1),))
        for index, source in enumerate(sources)
    )


def test_two_of_the_same_pronoun_are_told_apart_also_side_by_side() -> None:
    article = make_article("Er kam. Er ging.")
    shown = _shown(replace(article, statements=_said_by(Party(Span(0, 2)), Party(Span(8, 10)))), "de")

    assert re.findall(r"^  Er ", shown, flags=re.MULTILINE) == ["  Er ", "  Er "]


def test_what_goes_on_from_one_mention_is_one_speaker() -> None:
    article = make_article("Er kam. Er ging.")
    shown = _shown(replace(article, statements=_said_by(Party(Span(0, 2)), Party(Span(0, 2)))), "de")

    assert re.findall(r"^  Er ", shown, flags=re.MULTILINE) == ["  Er "]


def test_words_that_tell_who_speaks_are_one_speaker() -> None:
    text = "Ein Sprecher des Kremls kam. Er ging. Es blieb ein Sprecher des Kremls."
    sources = (Party(Span(0, 23)), Party(Span(29, 31)), Party(Span(47, 70)))
    shown = _shown(replace(make_article(text), statements=_said_by(*sources)), "de")

    assert re.findall(r"^  ([Ee]in Sprecher des Kremls|Er)\b", shown, flags=re.MULTILINE) == [
        "Ein Sprecher des Kremls",
        "Er",
    ]


def test_who_is_called_by_the_office_is_not_called_by_it_twice() -> None:
    article = make_article("Der Sprecher kam.")
    spokesman = Entity("e1", "Sprecher des Kreml", EntityKind.PERSON, roles=("Sprecher",))
    shown = _shown(replace(article, entities=(spokesman,), statements=_said_by(Party(Span(0, 12), "e1"))), "de")

    assert "  Sprecher des Kreml " in shown
    assert "Kreml, Sprecher" not in shown


def test_a_denial_is_shown_with_who_denies_and_where() -> None:
    text = "Uschakow bestritt, dass die Vereinbarung aggressiv sei."
    denial = Statement("s1", StatementKind.INDIRECT, SpeechAct.DENY, Party(Span(0, 8)), (Span(9, 17),), (Span(19, 54),))
    article = replace(make_article(text), statements=(denial,))

    assert "  Uschakow  bestreitet  »dass die Vereinbarung aggressiv sei« (indirekt)" in _shown(article, "de", 120)
    assert "  Uschakow  denies  “dass die Vereinbarung aggressiv sei” (indirect)" in _shown(article, "en")
    assert re.search(r" para 1$", _shown(article, "en"), flags=re.MULTILINE)


def test_statements_of_one_speaker_stand_together() -> None:
    lines = _shown(german_article(), "de").splitlines()

    speaker = lines.index("  Jana Weyde, Beraterin des Präsidenten")
    assert [line.split()[0] for line in lines[speaker + 1 :] if line[4:5].strip() and line[:4] == "    "][:2] == [
        "bestreitet",
        "bestätigt",
    ]


def test_two_of_the_same_pronoun_are_not_taken_for_one_speaker() -> None:
    text = "Er schwieg. Weyde sprach. Er log."
    he, weyde, other = (
        Statement(
            name, StatementKind.INDIRECT, SpeechAct.STATE, Party(Span(start, end), entity), (), (Span(end, end + 4),)
        )
        for name, start, end, entity in (("s1", 0, 2, None), ("s2", 12, 17, "e1"), ("s3", 26, 28, None))
    )
    entities = (Entity("e1", "Jana Weyde", EntityKind.PERSON),)
    shown = _shown(replace(make_article(text), statements=(he, weyde, other), entities=entities), "de")

    statements, _, _ = shown.partition("WER UND WO")
    assert re.findall(r"^  (Er|Jana Weyde) ", statements, flags=re.MULTILINE) == ["Er", "Jana Weyde", "Er"]


def test_days_that_are_not_known_are_said_to_be_open() -> None:
    article = replace(
        make_article("Er kam am Montag."), times=(TimeExpression("t1", Span(10, 16), TimeType.DATE, None),)
    )

    assert "WANN\n  offen  »Montag«\n" in _shown(article, "de")


def test_a_duration_is_not_an_open_day() -> None:
    duration = TimeExpression("t1", Span(0, 8), TimeType.DURATION, "P2D")

    assert "WANN" not in _shown(replace(make_article("zwei Tage lang"), times=(duration,)), "de")


def _day(number: int, day: date) -> TimeExpression:
    return TimeExpression(f"t{number}", Span(number, number + 1), TimeType.DATE, day.isoformat(), begin=day, last=day)


def test_days_stand_in_the_order_of_the_calendar() -> None:
    times = (_day(0, date(2024, 6, 20)), _day(1, date(2024, 6, 3)))
    shown = _shown(replace(make_article("Donnerstag"), times=times), "de")

    assert shown.index("Mo 3. Juni 2024") < shown.index("Do 20. Juni 2024")


def test_of_many_days_those_nearest_to_the_publication_are_shown() -> None:
    times = (_day(0, date(1961, 5, 4)), *(_day(day, date(2024, 6, day)) for day in range(1, 14)))
    shown = _shown(replace(make_article("Vierundzwanzig"), times=times), "de")

    assert "1961" not in shown
    assert "Do 13. Juni 2024" in shown
    assert "und 2 mehr" in shown


def test_a_day_that_is_named_twice_is_shown_once() -> None:
    times = (_day(0, date(2024, 6, 17)), _day(1, date(2024, 6, 17)))
    shown = _shown(replace(make_article("Montag"), times=times), "de")

    assert shown.count("Mo 17. Juni 2024") == 1
    assert "(2 Stellen)" in shown


def test_a_number_that_describes_another_is_a_note_to_it() -> None:
    shells = Quantity("q1", Span(0, 27), 3_000_000, Bound.EXACT, None, "granaten", None, QuantityKind.COUNT)
    calibre = Quantity("q2", Span(11, 17), 152, Bound.EXACT, None, "mm", "q1", QuantityKind.MEASURE)
    shown = _shown(replace(make_article("3 Millionen 152-mm-Granaten"), quantities=(shells, calibre)), "de", 120)

    assert re.search(r"  3 Mio\. Granaten  »3 Millionen 152-mm-Granaten« \(152 mm\)", shown)
    assert "  152 mm  " not in shown


def test_ordinals_stand_behind_amounts() -> None:
    second = Quantity("q1", Span(0, 6), 2, Bound.EXACT, None, None, None, QuantityKind.ORDINAL)
    three = Quantity("q2", Span(11, 15), 3, Bound.EXACT, None, None, None, QuantityKind.COUNT)
    shown = _shown(replace(make_article("zweite von drei"), quantities=(second, three)), "de")

    assert re.search(r"ZAHLEN\n  3 .*\n  2\. ", shown)


def test_the_most_mentioned_come_first_and_the_rest_is_counted() -> None:
    text = "Anna Bert Cleo Dora Emil Fred Gina Hans Ines Ines"
    names = text.split()[:9]
    entities = tuple(Entity(f"e{index}", name, EntityKind.PERSON) for index, name in enumerate(names))
    mentions = tuple(
        Mention(f"m{index}", f"e{min(index, 8)}", Span(5 * index, 5 * index + 4), MentionForm.NAME)
        for index in range(10)
    )
    shown = _shown(replace(make_article(text), entities=entities, mentions=mentions), "de")

    assert shown.index("Ines  Person") < shown.index("Anna  Person")
    assert "Hans" not in shown.partition("WER UND WO")[2]
    assert "und 1 mehr" in shown


def test_what_was_set_aside_is_counted_and_shown_with_its_first_words() -> None:
    shown = _shown(german_article(), "de").partition("BEISEITE\n")[2]

    assert re.search(r"Teaser +1  »Wahlkampf in Westbund: Warum der frühere Kanzler", shown)
    assert re.search(r"Wiederholung +1  »Lund besucht Halvar zum ersten Mal", shown)
    assert re.search(r"Kommentar +1  »Endlich mal ein guter Artikel!«", shown)


def test_three_of_many_other_stories_are_shown() -> None:
    article = make_article("Ein Satz.")
    teasers = tuple(Block(Role.LATEST, f"Meldung {number}", Span(0, 1)) for number in "1234")
    shown = _shown(replace(article, blocks=article.blocks + teasers), "de")

    assert re.findall(r"»Meldung \d«", shown) == ["»Meldung 1«", "»Meldung 2«", "»Meldung 3«"]
    assert re.search(r"Aktuelles +4 +»Meldung 1«", shown)


def test_paragraphs_are_counted_without_headlines_and_captions() -> None:
    blocks, text = [], ""
    for role, words in (
        (Role.HEADLINE, "Titel"),
        (Role.PARAGRAPH, "Eins"),
        (Role.CAPTION, "Bild"),
        (Role.PARAGRAPH, "Zwei"),
    ):
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block(role, words, span, span))
        text += f"{words}\n\n"
    spots = {"Titel": "headline", "Eins": "para 1", "Bild": "caption", "Zwei": "para 2"}
    article = replace(make_article(""), text=text, page=text, blocks=tuple(blocks))

    for words, place in spots.items():
        start = text.index(words)
        caution = Caution(CautionKind.GARBLED_TEXT, "Garbled.", (Span(start, start + len(words)),))
        assert f"{place}\n" in _shown(replace(article, warnings=(caution,)), "en")


def test_a_warning_about_several_places_names_the_first() -> None:
    caution = Caution(CautionKind.GARBLED_TEXT, "Garbled.", (Span(0, 4), Span(5, 9)))
    shown = _shown(replace(make_article("Eins\nZwei"), warnings=(caution,)), "en")

    assert re.search(r" para 1 …$", shown, flags=re.MULTILINE)
    assert "“Eins”, “Zwei”" in " ".join(shown.replace("para 1 …", "").split())


def test_a_warning_about_the_whole_page_has_no_place() -> None:
    shown = _shown(english_article(), "de")

    assert "Der Erscheinungstag ist unbekannt" in shown
    assert "--published JJJJ-MM-TT" in shown


def test_a_page_without_headline_is_named_by_its_source() -> None:
    assert _shown(make_article("Ein Satz."), "de").startswith("test.txt\n")


def test_a_page_in_which_nothing_is_found_says_so() -> None:
    assert "Keine Aussagen, Tage, Zahlen oder Namen gefunden." in _shown(make_article("Ein Satz."), "de")


def test_a_page_cannot_steer_the_terminal() -> None:
    article = make_article("\x1b[31mEin\x07 Satz\u202e.")
    article = replace(
        article,
        headline=Headline("\x1b]0;Titel\x07"),
        source=Source("\x1b[2Jname"),
        authors=("\x1b[1mA",),
        warnings=(Caution(CautionKind.GARBLED_TEXT, "Garbled.", (Span(0, len(article.text)),)),),
    )

    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", _shown(article, "de"))


WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(' .\n„“"«»漢😀\u202e\x1b'), max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(40, 120), st.sampled_from(["de", "en"]))
def test_no_line_is_wider_than_the_terminal(data: st.DataObject, width: int, ui: str) -> None:
    text = data.draw(WORDS)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    article = replace(
        make_article(text),
        headline=Headline(data.draw(WORDS)),
        authors=(data.draw(WORDS),),
        statements=(Statement("s1", StatementKind.MIXED, SpeechAct.ASK, Party(span), (span,), (span, span)),),
        quantities=(Quantity("q1", span, 5, Bound.EXACT, None, data.draw(WORDS) or None, None, QuantityKind.COUNT),),
        entities=(Entity("e1", data.draw(WORDS), EntityKind.GROUP, roles=(data.draw(WORDS),)),),
        warnings=(Caution(CautionKind.CONTRADICTION, "Contradiction.", (span, span)),),
    )

    assert max(map(cell_len, _shown(article, ui, width).splitlines())) <= width
