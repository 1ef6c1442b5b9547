"""What the shipped analyzer lets the stage decide: which way a day lies, and whether "heute" is a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.language.analyzers import analyzer_named
from lagebild.stages.language import language_stage
from lagebild.stages.times import find_times

if TYPE_CHECKING:
    from lagebild.model import Stage

WEDNESDAY = date(2014, 9, 17)


@pytest.fixture(scope="module")
def language() -> Stage:
    return language_stage(analyzer_named(None))


def values(language: Stage, text: str, code: str = "de") -> list[str | None]:
    article = make_article(text, language=code, published=WEDNESDAY)
    return [time.value for time in find_times(language.run(article)).times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Sonntag sind Wahlen.", "2014-09-21"),
        ("Die am Sonntag verabschiedete Erklärung liegt vor.", "2014-09-14"),
        ("Nach der Wahl vom Sonntag liegen die Grünen vorn.", "2014-09-14"),
        ("Sie kündigten an, am Freitag zu streiken.", "2014-09-19"),
        ("Das nächste Heimspiel bestreiten die Füchse am Freitag.", "2014-09-19"),
        ("Die Mannschaft gewann am Freitag.", "2014-09-12"),
        ("Der Angeklagte muss sich ab Freitag vor Gericht verantworten.", "2014-09-19"),
        ("Sie sagte, dass das Rennen am Freitag stattfindet.", "2014-09-19"),
        ("Nach dem Spiel am Freitag bleibt Bozen vorn.", "2014-09-12"),
        ("Nach der Niederlage am Freitag wird der Trainer entlassen.", "2014-09-12"),
        ("Es ist Dienstag, als der Bus in Kiew ankommt.", "2014-09-16"),
        ("An diesem Montag beginnt der Prozess.", "2014-09-22"),
        ("An diesem Freitag verlor er den Prozess.", "2014-09-12"),
        ("Für Freitag ist ein Streik angekündigt.", "2014-09-19"),
        ("Der Prozess wurde auf Freitag vertagt.", "2014-09-19"),
        ("Bis Freitag ist die Straße gesperrt.", "2014-09-19"),
        ("Die Opfer des Anschlags am Montag werden begraben.", "2014-09-15"),
        ("Seit Montag letzter Woche fehlt er.", "2014-09-08"),
        ("Beginn: Freitag, 20 Uhr.", "2014-09-19T20:00"),
        ("Das Derby (Fr., 20 Uhr) ist ausverkauft.", "2014-09-19T20:00"),
        ("Vortrag am Freitag im Pfarrsaal", "2014-09-19"),
        ("Gottesdienst und Feier am Sonntag", "2014-09-21"),
        ("Ab Montag neue Fahrpläne", "2014-09-22"),
        ("Baustelle bis Freitag", "2014-09-19"),
        ("Sieg am Samstag gegen Lana", "2014-09-13"),
        ("Unfall am Sonntag auf der Autobahn", "2014-09-14"),
        ("Wie die Polizei am Dienstag mitteilt, fehlt vom Täter jede Spur.", "2014-09-16"),
        ("Der Mann soll am Sonntag in das Haus eingebrochen sein.", "2014-09-14"),
        ("Die Schule soll am Sonntag geöffnet sein.", "2014-09-21"),
        ("Am Montag hat der Rat eine Sitzung.", "2014-09-22"),
        ("Am Montag hat der Rat getagt.", "2014-09-15"),
        ("Für das Rennen am Sonntag haben sich 30 Läufer gemeldet.", "2014-09-21"),
        ("Für das Rennen am Sonntag waren 30 Läufer gemeldet.", "2014-09-14"),
        ("Laut einer Mitteilung von Montag sind die Zahlen gesunken.", "2014-09-15"),
    ],
)
def test_the_tree_tells_which_way_a_weekday_lies(language: Stage, text: str, expected: str) -> None:
    assert values(language, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heute machen die Firmen alles anders.", ["PRESENT_REF"]),
        ("Die Welt von morgen braucht Ideen.", ["FUTURE_REF"]),
        ("Heute beginnt der Prozess.", ["2014-09-17"]),
        ("Gestern kam er. Heute machen die Firmen alles anders.", ["2014-09-16", "2014-09-17"]),
        ("Bis heute fehlt eine Antwort.", ["2014-09-17"]),
        ("Bis heute weiß niemand, was geschah.", ["2014-09-17"]),
        ("Das ist anders als früher.", ["PAST_REF"]),
        ("Die Frau hat heute Ehrgeiz, sie hat Erfolg.", ["PRESENT_REF"]),
        ("Schuld ist der König (oder heute: der Staat).", ["PRESENT_REF"]),
        ("Gestern war Ruhetag. Heute spielt beim Meister auch noch ein Gast.", ["2014-09-16", "2014-09-17"]),
    ],
)
def test_heute_is_nowadays_where_a_text_tells_of_no_day(language: Stage, text: str, expected: list[str]) -> None:
    assert values(language, text) == expected


def test_an_english_weekday_may_follow_a_name(language: Stage) -> None:
    assert values(language, "The delegation arrived in Hanoi Tuesday.", "en") == ["2014-09-16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fest am Freitag\n\nAm Freitag, 19. September, feiert der Verein.", ["2014-09-19", "2014-09-19"]),
        ("Brand am Freitag\n\nAm Freitag brannte ein Stadel.", ["2014-09-12", "2014-09-12"]),
        ("Konzert am Freitag\n\nAm Freitag spielte der Chor.", ["2014-09-12", "2014-09-12"]),
        ("Am Freitag, 5. September, brannte es. Am Samstag war es gelöscht.", ["2014-09-05", "2014-09-06"]),
        ("Am Freitag, 5. September, brannte es. Am Samstag wird gefeiert.", ["2014-09-05", "2014-09-20"]),
    ],
)
def test_a_weekday_is_the_one_that_the_text_tells_of(language: Stage, text: str, expected: list[str]) -> None:
    assert values(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In der Nacht auf Sonntag brannte es. Um 3 Uhr kam die Feuerwehr.", ["2014-09-13TNI", "2014-09-14T03:00"]),
        ("In der Nacht wurde ein Mann verletzt.", ["2014-09-16TNI"]),
        ("Die Ausstellung ist täglich von 10 bis 18 Uhr offen.", ["P1D", "XXXX-XX-XXT10:00", "XXXX-XX-XXT18:00"]),
        (
            "Am 3. September brannte es. Am Abend wurde gefeiert, am Morgen danach geschlafen.",
            ["2014-09-03", "2014-09-03TEV", "2014-09-04TMO"],
        ),
        (
            "Heute tagt der Rat. Am Abend reist er ab, denn morgen wird gewählt.",
            ["2014-09-17", "2014-09-17TEV", "2014-09-18"],
        ),
        ("Das Bad ist bis Freitag und samstags bis 17 Uhr offen.", ["2014-09-19", "XXXX-WXX-6", "XXXX-WXX-6T17:00"]),
        (
            "Am Freitag ist das Bad von 9 bis 12 und 14 bis 18 Uhr offen.",
            ["2014-09-19", *(f"2014-09-19T{hour}:00" for hour in ("09", "12", "14", "18"))],
        ),
        ("Um die Mittagszeit regnete es.", ["2014-09-17TMI"]),
        ("Der Film läuft heute um 20 Uhr.", ["2014-09-17", "2014-09-17T20:00"]),
        ("Am Freitag regnete es. An diesem Abend spielte eine Band.", ["2014-09-12", "2014-09-12TEV"]),
    ],
)
def test_a_clock_is_on_the_day_that_is_told_with_it(language: Stage, text: str, expected: list[str]) -> None:
    assert values(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Freitag siegte Vonn wie am Tag zuvor, wie am Vortag.", ["2014-09-12", "2014-09-11", "2014-09-11"]),
        ("Am 5. September kam er. An jenem Freitag war es heiß.", ["2014-09-05", "2014-09-05"]),
        ("2012 kamen 40 Gäste, mehr als im Vorjahr.", ["2012", "2011"]),
        ("Im August waren es 40, im Vorjahresmonat 30.", ["2014-08", "2013-08"]),
        ("1990 stieg der Verein auf. Im Herbst begann die Saison.", ["1990", "1990-FA"]),
        ("Im ersten Halbjahr 2013 wuchs der Umsatz, im zweiten Halbjahr sank er.", ["2013-H1", "2013-H2"]),
        ("Im vierten Quartal sank der Umsatz.", ["2013-Q4"]),
    ],
)
def test_what_is_told_before_is_counted_from(language: Stage, text: str, expected: list[str]) -> None:
    assert values(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im Mai 68 brannten die Autos.", ["1968-05"]),
        ("Er kam im Sommer 96.", ["1996-SU"]),
        ("Ende 89 fiel die Mauer.", ["1989"]),
        ("Im Herbst ’12 zog er um.", ["2012-FA"]),
        ("In den 70ern lebte er dort.", ["197"]),
    ],
)
def test_a_year_may_have_two_figures(language: Stage, text: str, expected: list[str]) -> None:
    assert values(language, text) == expected


@pytest.mark.parametrize("text", ["Mitte 60 ist er noch fit.", "Es gab 68 Tote."])
def test_figures_of_an_age_and_of_a_count_are_no_year(language: Stage, text: str) -> None:
    assert values(language, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die heutige Sitzung fällt aus.", "2014-09-17"),
        ("Am heutigen Freitag wird gewählt.", "2014-09-17"),
        ("Die heutige Jugend kennt das nicht.", "PRESENT_REF"),
        ("Er hält am heutigen Gesetz fest.", "PRESENT_REF"),
    ],
)
def test_heutig_is_of_the_day_where_something_is_on_it(language: Stage, text: str, expected: str) -> None:
    assert values(language, text) == [expected]
