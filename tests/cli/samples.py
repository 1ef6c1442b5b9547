"""Two articles with every layer filled, one German, one English, for tests of what people see."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from lagebild.model import (
    Article,
    Block,
    Bound,
    Caution,
    CautionKind,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    EventType,
    Headline,
    KnownFrom,
    Mention,
    MentionForm,
    Participant,
    Party,
    Published,
    Quantity,
    QuantityKind,
    Role,
    Source,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    TimeExpression,
    TimeReading,
    TimeType,
)
from lagebild.model.composition import compose

_GERMAN_BLOCKS = (
    (Role.NAVIGATION, "zum Inhalt"),
    (Role.HEADLINE, "Lund besucht Halvar zum ersten Mal seit zwölf Jahren"),
    (Role.STANDFIRST, "Der Präsident Norlands reist nach Süderland. Der Westen sieht das mit Sorge."),
    (
        Role.TEASER,
        "Wahlkampf in Westbund: Warum der frühere Kanzler Ole Brandt wieder antritt und was ihn so lange zögern ließ",
    ),
    (Role.PARAGRAPH, "Präsident Arvid Lund wird am Mittwoch nach Halvar reisen. Das teilte sein Büro am Montag mit."),
    (Role.CROSSHEAD, "Streit um Waffen"),
    (
        Role.PARAGRAPH,
        (
            "Das Verteidigungsministerium Ostmarks warf Süderland vor, im Februar mehr als 4.200 Container mit "
            "Munition und Ersatzteilen an die norländische Armee geliefert zu haben, die dafür 1,5 Milliarden "
            "Dollar gezahlt habe."
        ),
    ),
    (
        Role.PARAGRAPH,
        (
            "Jana Weyde, Beraterin des Präsidenten, bestritt, dass das Abkommen gegen andere gerichtet sei. Sie "
            "bestätigte vor Reportern, dass es die Verträge ersetzen werde. „Absurd“, sagte ein Sprecher "
            "letztwochen dem Blatt."
        ),
    ),
    (Role.CAPTION, "Arvid Lund am 5. März 2031 in Norby."),
    (Role.COMMENT, "Endlich mal ein guter Artikel!"),
    (Role.LABEL, "Mitglieder"),
)

_ENGLISH_BLOCKS = (
    (Role.HEADLINE, "Lund to visit Halvar for the first time in twelve years"),
    (Role.PARAGRAPH, "President Arvid Lund will travel to Halvar on Wednesday, his office said on Monday."),
    (Role.PARAGRAPH, "Jana Weyde, an adviser, denied that the treaty was aimed at others."),
    (Role.RELATED, "Read also: What the treaty says"),
)


def _digest(page: str) -> str:
    return f"sha256:{sha256(page.encode()).hexdigest()}"


def _blocks(roles_and_texts: tuple[tuple[Role, str], ...]) -> tuple[str, list[Block]]:
    page = "\n".join(text for _, text in roles_and_texts)
    blocks = []
    offset = 0
    for role, text in roles_and_texts:
        blocks.append(Block(role, text, Span(offset, offset + len(text))))
        offset += len(text) + 1
    return page, blocks


class _Finder:
    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, quote: str, *, after: str = "") -> Span:
        start = self._text.index(quote, self._text.index(after))
        return Span(start, start + len(quote))


def german_article() -> Article:
    """Return an article with statements, times, quantities, entities, warnings and blocks set aside."""
    page, blocks = _blocks(_GERMAN_BLOCKS)
    repeated = "Lund besucht Halvar zum ersten Mal seit zwölf Jahren"
    page += f"\n{repeated}"
    blocks.append(Block(Role.HEADLINE, repeated, Span(len(page) - len(repeated), len(page)), repeats=1))
    text, placed = compose(blocks)
    at = _Finder(text)
    ministry, adviser, spokesman = at("Das Verteidigungsministerium Ostmarks"), at("Jana Weyde"), at("ein Sprecher")
    return Article(
        id=_digest(page),
        source=Source("seite.txt", media_type="text/plain"),
        page=page,
        text=text,
        blocks=placed,
        language="de",
        headline=Headline(repeated, at(repeated)),
        published=Published("2031-03-11", "day", KnownFrom.GIVEN),
        authors=("Ines Falk",),
        contributors=("Mara Voss", "Tom Reh", "Lia Brink", "Jon Ask", "Eva Lind"),
        site="Das Blatt",
        times=(
            TimeExpression(
                "t1",
                at("Mittwoch"),
                TimeType.DATE,
                "2031-03-12",
                begin=date(2031, 3, 12),
                last=date(2031, 3, 12),
                anchor="published",
            ),
            TimeExpression(
                "t2",
                at("Montag"),
                TimeType.DATE,
                "2031-03-10",
                begin=date(2031, 3, 10),
                last=date(2031, 3, 10),
                alternatives=(TimeReading("2031-03-17", date(2031, 3, 17), date(2031, 3, 17)),),
                anchor="published",
            ),
            TimeExpression(
                "t3",
                at("Februar"),
                TimeType.DATE,
                "2031-02",
                begin=date(2031, 2, 1),
                last=date(2031, 2, 28),
                anchor="published",
            ),
            TimeExpression("t4", at("letztwochen"), TimeType.DATE, None),
            TimeExpression(
                "t5", at("5. März 2031"), TimeType.DATE, "2031-03-05", begin=date(2031, 3, 5), last=date(2031, 3, 5)
            ),
        ),
        quantities=(
            Quantity(
                "q1", at("mehr als 4.200 Container"), 4200, Bound.MORE_THAN, None, "container", None, QuantityKind.COUNT
            ),
            Quantity(
                "q2", at("1,5 Milliarden Dollar"), 1_500_000_000, Bound.EXACT, None, "USD", None, QuantityKind.MONEY
            ),
        ),
        entities=(
            Entity("e1", "Arvid Lund", EntityKind.PERSON, "NOR", ("GOV",), ("Präsident",)),
            Entity("e2", "Jana Weyde", EntityKind.PERSON, None, ("GOV",), ("Beraterin des Präsidenten",)),
            Entity("e3", "Süderland", EntityKind.COUNTRY),
        ),
        mentions=(
            Mention("m1", "e3", at("Süderland"), MentionForm.NAME),
            Mention("m2", "e1", at("Arvid Lund"), MentionForm.NAME),
            Mention("m3", "e3", at("Süderland", after="warf"), MentionForm.NAME),
            Mention("m4", "e2", adviser, MentionForm.NAME),
            Mention("m5", "e1", at("Arvid Lund", after="Blatt"), MentionForm.NAME),
            Mention("m6", "e3", at("Süderland", after="warf"), MentionForm.NAME),
        ),
        statements=(
            Statement(
                "s1",
                StatementKind.INDIRECT,
                SpeechAct.ACCUSE,
                Party(ministry),
                (at("warf"), at("vor", after="warf")),
                (
                    at(
                        "im Februar mehr als 4.200 Container mit Munition und Ersatzteilen "
                        "an die norländische Armee geliefert zu haben"
                    ),
                ),
                about=("e3",),
            ),
            Statement(
                "s2",
                StatementKind.INDIRECT,
                SpeechAct.DENY,
                Party(adviser, "e2"),
                (at("bestritt"),),
                (at("dass das Abkommen gegen andere gerichtet sei"),),
            ),
            Statement(
                "s3",
                StatementKind.DIRECT,
                SpeechAct.STATE,
                Party(spokesman),
                (at("sagte"),),
                (at("Absurd"),),
                relayed_by=Party(at("dem Blatt")),
            ),
            Statement(
                "s4",
                StatementKind.INDIRECT,
                SpeechAct.CONFIRM,
                Party(at("Sie bestätigte"), "e2"),
                (at("bestätigte"),),
                (at("dass es die Verträge ersetzen werde"),),
                addressee=Party(at("Reportern")),
            ),
            Statement(
                "s5",
                StatementKind.REPORTED,
                SpeechAct.FEAR,
                None,
                (at("Sorge"),),
                (at("Der Westen sieht das mit Sorge"),),
            ),
        ),
        warnings=(
            Caution(CautionKind.AMBIGUOUS_TIME, "More than one day may be meant.", (at("Montag"),)),
            Caution(CautionKind.GARBLED_TEXT, "A word that does not exist.", (at("letztwochen"),)),
        ),
    )


def german_event(article: Article) -> Event:
    """Return the journey of the German article."""
    at = _Finder(article.text)
    return Event(
        "v1",
        EventType.CONSULT,
        ("visit",),
        ("diplomatic",),
        (Participant("e1", "m2", "NOR GOV"),),
        (Participant("e3", "m1", "SUD"),),
        at("reisen"),
        at("Präsident Arvid Lund wird am Mittwoch nach Halvar reisen"),
        EventStatus.PLANNED,
        None,
        "t1",
        None,
        (),
        None,
        0.934,
    )


def english_article() -> Article:
    """Return a short article whose publication date is unknown."""
    page, blocks = _blocks(_ENGLISH_BLOCKS)
    text, placed = compose(blocks)
    at = _Finder(text)
    return Article(
        id=_digest(page),
        source=Source("page.html", url="https://example.org/page.html", media_type="text/html"),
        page=page,
        text=text,
        blocks=placed,
        language="en",
        headline=Headline(
            "Lund to visit Halvar for the first time in twelve years",
            at("Lund to visit Halvar for the first time in twelve years"),
        ),
        statements=(
            Statement(
                "s1",
                StatementKind.INDIRECT,
                SpeechAct.DENY,
                Party(at("Jana Weyde")),
                (at("denied"),),
                (at("that the treaty was aimed at others"),),
            ),
        ),
        times=(TimeExpression("t1", at("Wednesday"), TimeType.DATE, None),),
        warnings=(Caution(CautionKind.NO_PUBLICATION_DATE, "The publication date is not known."),),
    )


_DISPUTED_GERMAN = (
    (Role.HEADLINE, "Ostmark wirft Süderland Lieferung von Containern vor"),
    (
        Role.PARAGRAPH,
        (
            "Das Verteidigungsministerium Ostmarks warf Süderland am Montag vor, Container mit Munition geliefert zu "
            "haben. Der Minister Jon Ask forderte eine Untersuchung."
        ),
    ),
    (
        Role.PARAGRAPH,
        (
            "Jana Weyde, Beraterin des Präsidenten, nannte die Vorwürfe „absurd“. Sie sagte, das Abkommen diene dem "
            "Frieden. „Container mit Munition haben wir nie geliefert bekommen“, sagte ein Sprecher des Hofes von "
            "Norby. Ein Sprecher des Hofes von Norby fürchtete neue Strafen."
        ),
    ),
)

_DISPUTED_ENGLISH = (
    (Role.HEADLINE, "Ostmark accuses Suderland of shipping containers"),
    (
        Role.PARAGRAPH,
        "Ostmark's defence ministry accused Suderland of shipping containers of ammunition.",
    ),
    (
        Role.PARAGRAPH,
        'Jana Weyde, an adviser, rejected the accusations as "absurd". She said that the treaty served peace.',
    ),
)


def disputed_article() -> Article:
    """Return a German article with an accusation that is made twice and denied from two sides."""
    page, blocks = _blocks(_DISPUTED_GERMAN)
    text, placed = compose(blocks)
    at = _Finder(text)
    ministry, minister = Party(at("Das Verteidigungsministerium Ostmarks"), "e2"), Party(at("Jon Ask"), "e4")
    spokesman, again = at("ein Sprecher des Hofes von Norby"), at("Ein Sprecher des Hofes von Norby")
    return Article(
        id=_digest(page),
        source=Source("streit.txt"),
        page=page,
        text=text,
        blocks=placed,
        language="de",
        headline=Headline(placed[0].text, at(placed[0].text)),
        published=Published("2031-03-11", "day", KnownFrom.GIVEN),
        entities=(
            Entity("e1", "Süderland", EntityKind.COUNTRY, "SUD"),
            Entity("e2", "Verteidigungsministerium Ostmarks", EntityKind.ORGANIZATION, "OST", ("MIL",)),
            Entity("e3", "Jana Weyde", EntityKind.PERSON, "SUD", ("GOV",), ("Beraterin",)),
            Entity("e4", "Jon Ask", EntityKind.PERSON, "OST", ("GOV",), ("Minister",)),
        ),
        mentions=(
            Mention("m1", "e1", at("Süderland"), MentionForm.NAME),
            Mention("m2", "e2", ministry.span, MentionForm.NAME),
            Mention("m3", "e4", minister.span, MentionForm.NAME),
            Mention("m4", "e3", at("Jana Weyde"), MentionForm.NAME),
            Mention("m5", "e3", at("Sie", after="absurd"), MentionForm.PRONOUN),
        ),
        statements=(
            Statement(
                "s1",
                StatementKind.REPORTED,
                SpeechAct.ACCUSE,
                Party(at("Ostmark"), "e2"),
                (at("wirft"), at("vor", after="Containern")),
                (at("Lieferung von Containern"),),
                about=("e1",),
                found_by="rule:headline",
            ),
            Statement(
                "s2",
                StatementKind.INDIRECT,
                SpeechAct.ACCUSE,
                ministry,
                (at("warf"), at("vor", after="Montag")),
                (at("Container mit Munition geliefert zu haben"),),
                about=("e1",),
                found_by="network",
                confidence=0.9312,
            ),
            Statement(
                "s3",
                StatementKind.REPORTED,
                SpeechAct.DEMAND,
                minister,
                (at("forderte"),),
                (at("eine Untersuchung"),),
                found_by="network",
                confidence=0.5,
            ),
            Statement(
                "s4",
                StatementKind.MIXED,
                SpeechAct.REJECT,
                Party(at("Jana Weyde"), "e3"),
                (at("nannte"),),
                (at("die Vorwürfe „absurd“"),),
                found_by="network",
                confidence=0.86,
            ),
            Statement(
                "s5",
                StatementKind.INDIRECT,
                SpeechAct.STATE,
                Party(at("Sie", after="absurd"), "e3"),
                (at("sagte", after="Sie"),),
                (at("das Abkommen diene dem Frieden"),),
            ),
            Statement(
                "s6",
                StatementKind.DIRECT,
                SpeechAct.DENY,
                Party(spokesman),
                (at("sagte", after="bekommen"),),
                (at("Container mit Munition haben wir nie geliefert bekommen"),),
                found_by="rule:quotation",
            ),
            Statement(
                "s7",
                StatementKind.INDIRECT,
                SpeechAct.FEAR,
                Party(again),
                (at("fürchtete"),),
                (at("neue Strafen"),),
            ),
        ),
    )


def disputed_english_article() -> Article:
    """Return an English article with an accusation and a denial."""
    page, blocks = _blocks(_DISPUTED_ENGLISH)
    text, placed = compose(blocks)
    at = _Finder(text)
    return Article(
        id=_digest(page),
        source=Source("dispute.txt"),
        page=page,
        text=text,
        blocks=placed,
        language="en",
        headline=Headline(placed[0].text, at(placed[0].text)),
        entities=(
            Entity("e1", "Suderland", EntityKind.COUNTRY, "SUD"),
            Entity("e2", "Jana Weyde", EntityKind.PERSON, "SUD", ("GOV",), ("adviser",)),
        ),
        mentions=(
            Mention("m1", "e1", at("Suderland"), MentionForm.NAME),
            Mention("m2", "e2", at("Jana Weyde"), MentionForm.NAME),
        ),
        statements=(
            Statement(
                "s1",
                StatementKind.INDIRECT,
                SpeechAct.ACCUSE,
                Party(at("Ostmark's defence ministry")),
                (at("accused"),),
                (at("of shipping containers of ammunition"),),
                about=("e1",),
                found_by="network",
                confidence=0.9312,
            ),
            Statement(
                "s2",
                StatementKind.MIXED,
                SpeechAct.REJECT,
                Party(at("Jana Weyde"), "e2"),
                (at("rejected"),),
                (at('the accusations as "absurd"'),),
                found_by="rule:aside",
            ),
            Statement(
                "s3",
                StatementKind.INDIRECT,
                SpeechAct.STATE,
                Party(at("She"), "e2"),
                (at("said"),),
                (at("that the treaty served peace"),),
            ),
        ),
    )
