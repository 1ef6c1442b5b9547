"""Sentences and words as Universal Dependencies has them."""

from __future__ import annotations

import pytest

from lagebild.language.splitting import Token, split
from lagebild.language.splitting.lengths import MOST_TOKENS
from lagebild.model import Span


def words(text: str, language: str | None = "de") -> str:
    """Show tokens with a space between them, the words of a multiword token with "+"."""
    return " ".join("+".join(token.words) for sentence in split(text, language=language) for token in sentence)


def sentences(text: str, language: str | None = "de") -> list[str]:
    return [text[found[0].span.start : found[-1].span.end] for found in split(text, language=language)]


def test_a_token_knows_where_it_stands() -> None:
    assert split(" Im Mai.", language="de") == [
        [Token(Span(1, 3), ("In", "dem")), Token(Span(4, 7), ("Mai",)), Token(Span(7, 8), (".",))]
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\t\u00a0"])
def test_a_text_without_signs_has_no_sentence(text: str) -> None:
    assert split(text, language="de") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er ging zum Haus am See.", "Er ging zu+dem Haus an+dem See ."),
        ("Am besten im Bett, zur Not ins Heu.", "An+dem besten in+dem Bett , zu+der Not in+das Heu ."),
        ("KRIEG IM OSTEN", "KRIEG IN+DEM OSTEN"),
        ("Der G7-Gipfel und die 152-mm-Granaten.", "Der G7 - Gipfel und die 152 - mm - Granaten ."),
        ("Wohn- und Esszimmer", "Wohn - und Esszimmer"),
        ("Um 20.30 Uhr am 18. Juni 2024.", "Um 20.30 Uhr an+dem 18. Juni 2024 ."),
        ("Am 13./14. Juni und am 3., 4. und 5. Mai", "An+dem 13. / 14. Juni und an+dem 3. , 4. und 5. Mai"),
        ("3,5 oder 1.000.000 Euro, 5% mehr", "3,5 oder 1.000.000 Euro , 5 % mehr"),
        ("Das 1:0 in den Jahren 2013-2014.", "Das 1:0 in den Jahren 2013-2014 ."),
        ("z. B. Dr. Müller, z.B. am 5.", "z. B. Dr. Müller , z.B. an+dem 5 ."),
        ("Nach § 5 Abs. 2 BGB", "Nach § 5 Abs. 2 BGB"),
        ("„Ja“, sagte er. »Nein«, sie.", "„ Ja “ , sagte er . » Nein « , sie ."),
        ("Wie geht's Giscard d'Estaing und O'Neill?", "Wie geht 's Giscard d'Estaing und O'Neill ?"),
        ("Grass' Roman und die 'Grass' Partei", "Grass' Roman und die ' Grass ' Partei"),
        ("Was!? Nun … oder ... ja -- nein", "Was ! ? Nun … oder ... ja -- nein"),
        ("Er und/oder sie", "Er und / oder sie"),
        ("Papst Johannes XXIII. starb.", "Papst Johannes XXIII. starb ."),
        ("Die Zahl sank um -5 Grad auf 14.-- Franken", "Die Zahl sank um -5 Grad auf 14.-- Franken"),
        ("Der Grund\u00adsatz", "Der Grund\u00adsatz"),
        ("für U\u0308bung", "für U\u0308bung"),
    ],
)
def test_german_words_are_those_of_the_german_treebanks(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't think it’s Obama's.", "I do+n't think it+’s Obama+'s ."),
        ("We cannot, and we're gonna.", "We can+not , and we+'re gon+na ."),
        ("DON'T and dont", "DO+N'T and do+nt"),
        ("The travellers' rooms are 'yours' now", "The travellers+' rooms are ' yours ' now"),
        ("A well-known co-founder re-elected in mid-1962", "A well - known co-founder re-elected in mid-1962"),
        ("The F-16 costs $5,000, or £1.5bn", "The F - 16 costs $ 5,000 , or £ 1.5 bn"),
        ("In the 1960s, on the 5th at 5pm", "In the 1960s , on the 5th at 5 pm"),
        ("He hit .265 on 9/11, 11/28/2000 and/or 1990-95", "He hit .265 on 9/11 , 11/28/2000 and / or 1990 - 95"),
        ("Call 713-853-3989!!! Why?!", "Call 713-853-3989 !!! Why ?!"),
        ("At 5 p.m. the U.S. Senate, Inc. and J. Smith", "At 5 p.m. the U.S. Senate , Inc. and J. Smith"),
        ("R&D at AT&T and O'Neill", "R&D at AT&T and O'Neill"),
        ("different—we say 5-10", "different — we say 5 - 10"),
    ],
)
def test_english_words_are_those_of_the_english_treebanks(text: str, expected: str) -> None:
    assert words(text, "en") == expected


@pytest.mark.parametrize("language", ["de", "en", "fr", None])
@pytest.mark.parametrize(
    "token",
    [
        "https://example.org/a-b?c=d&e=5#f",
        "www.example.org/x",
        "info.desk@news-page.co.uk",
        "spiegel.de",
        "#Ukraine",
        "@POTUS",
        "👨\u200d👩\u200d👧",
        "👍🏽",
        "🇩🇪",
        ":-)",
    ],
)
def test_addresses_and_pictures_are_one_token(token: str, language: str | None) -> None:
    assert words(f"Siehe {token} , ja", language) == f"Siehe {token} , ja"


@pytest.mark.parametrize("language", [None, "fr"])
def test_other_languages_get_no_multiword_tokens(language: str | None) -> None:
    assert words("Dr. Im sagte: 5,5 aujourd'hui, don't.", language) == "Dr. Im sagte : 5,5 aujourd'hui , don't ."


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai kam Dr. Müller, z. B. mit Nr. 5, ca. 3 Mio. Euro und dem 1. FC Köln.",
        "Friedrich II. von Preußen, J. S. Bach und der 45. Präsident.",
        "»Komm!«, rief er.",
        '"Warum?" fragte sie. ',
        "Er sagte: Das (!) ist gut.",
        "Die untergebrachte 12. Jahrgangsstufe.",
        "1. Die Stadt zahlt.",
        "Das sind u. a. Äpfel, d. h. Obst usw., und das St. Galler Brot.",
        "Es gilt seit 500 v. Chr. in Rom.",
        "Mehr auf www.beispiel.de. ",
        "Dies sind 33,1 Mio. Menschen.",
        "Yahoo! hat gewonnen.",
    ],
)
def test_this_is_one_german_sentence(text: str) -> None:
    assert sentences(text) == [text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith of the U.S. Senate met J. F. Kennedy Jr. at 5 p.m. on Sept. 5 in St. Louis.",
        '"Why?" he asked.',
        "See No. 5 and Fig. 3.",
        "Apple Inc. shares fell.",
        "He said it was (sic!) good.",
    ],
)
def test_this_is_one_english_sentence(text: str) -> None:
    assert sentences(text, "en") == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Er kam 1992. Sie ging.", 2),
        ("Er wurde 18. Der Rest schwieg.", 2),
        ("„Geh!“ Er ging. „Ich bleibe.“ Sie blieb.", 4),
        ("Es gab Äpfel, Birnen usw. Die Leute aßen.", 2),
        ("Die Polizei nahm Michael B. Der Mann schwieg.", 2),
        ("(Das ist so.) Dann ging er.", 2),
        ("Er ging.Er kam.", 2),
        ("Was?! Ja… Nein!", 3),
        ("Das steht fest.[2] Es bleibt so.", 2),
        ("er ging nach hause. dann schlief er.", 2),
    ],
)
def test_german_sentences_end_where_another_begins(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He lives in the U.S. The rest do not.", 2),
        ("He said no. Nobody cared.", 2),
        ("She was ill. Doctors came.", 2),
        ('"Go." "No!" he said. (He went.) Then home.', 4),
    ],
)
def test_english_sentences_end_where_another_begins(text: str, count: int) -> None:
    assert len(sentences(text, "en")) == count


def test_a_closing_quotation_mark_belongs_to_the_sentence_that_it_closes() -> None:
    assert sentences('Er sagte: "Ich gehe." "Wohin?"') == ['Er sagte: "Ich gehe."', '"Wohin?"']


def test_a_blank_line_ends_a_sentence() -> None:
    assert sentences("Wahl in\n\nRom") == ["Wahl in", "Rom"]


def test_a_headline_on_its_own_line_is_a_sentence() -> None:
    text = "Putin in Nordkorea\nDer Präsident ist am Dienstag in Pjöngjang gelandet und sprach mit Kim."

    assert sentences(text) == text.split("\n")


def test_items_of_a_list_are_sentences() -> None:
    text = "Gefordert werden:\n- mehr Geld\n- mehr Zeit\n1. Ruhe\n2) Ordnung"

    assert sentences(text) == text.split("\n")


def test_a_sentence_goes_on_in_wrapped_text() -> None:
    text = (
        "Der russische Präsident ist am Dienstag in der nordkoreanischen Hauptstadt\n"
        "Pjöngjang gelandet. Dort will er mit dem Machthaber Kim Jong Un über eine\n"
        "Partnerschaft sprechen, wie der Kreml mitteilte. Beide Länder rücken seit\n"
        "Jahren zusammen."
    )

    assert [found.split()[-1] for found in sentences(text)] == ["gelandet.", "mitteilte.", "zusammen."]


def test_a_line_that_begins_small_goes_on() -> None:
    text = "Der russische Präsident ist am Dienstag in der Hauptstadt\ngelandet."

    assert sentences(text) == [text]


def test_a_sentence_without_end_is_cut_at_a_comma() -> None:
    text = "Wort " * 150 + ", " + "Wort " * 150

    assert [len(found) for found in split(text, language="de")] == [151, 150]


def test_no_sentence_is_longer_than_an_encoder_reads() -> None:
    assert max(len(found) for found in split("Wort " * 10_000, language="de")) == MOST_TOKENS
