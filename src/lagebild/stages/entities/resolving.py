"""Whom nouns and pronouns mention, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.gazetteers import gazetteer
from lagebild.model import Entity, MentionForm, Span
from lagebild.stages.entities.antecedents import last_mentioned, meant_by_pronoun, meant_by_role
from lagebild.stages.entities.beside import named_beside
from lagebild.stages.entities.descriptions import described, named
from lagebild.stages.entities.finds import Find
from lagebild.stages.entities.governments import government, government_at, government_key
from lagebild.stages.entities.noun_phrases import Beginning, NounPhrase, is_body, is_predicate, noun_phrases
from lagebild.stages.entities.pairs import both
from lagebild.stages.entities.plain_nouns import plain
from lagebild.stages.entities.pronouns import Pronoun, PronounKind, antecedent_of, pronouns
from lagebild.stages.entities.referents import Referent, ReferentKind
from lagebild.stages.entities.roles import LIKE_ROLE, OF_SORT
from lagebild.stages.entities.salience import Memory
from lagebild.stages.entities.sayings import as_led, as_sayer, body_that_says, country_that_says, is_saying
from lagebild.stages.entities.scenes import NameSpot, Scene, scenes_of
from lagebild.stages.entities.unnamed import called_fully, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Analysis, Article


def resolved(article: Article, analysis: Analysis, names: Sequence[Find], language: str) -> list[Find]:
    """Return the names, and the nouns and pronouns that mention somebody, in text order.

    Args:
        article: The article.
        analysis: What the language layer reads in its text.
        names: What is named, in text order.
        language: ISO 639-1 code.
    """
    reader = _Reader(article.text, language)
    for scene in scenes_of(article, analysis, names, language):
        reader.read(scene)
    reader.look_back_at_headline()
    found = {find.span: find for find in (*names, *reader.finds())}
    return sorted(found.values(), key=lambda find: find.span)


class _Reader:
    """Reads a text from its beginning to its end and remembers who was spoken of."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._memory = Memory()
        self._found: dict[Span, tuple[object, MentionForm]] = {}
        self._at: dict[int, object] = {}
        self._open: list[tuple[Scene, NounPhrase]] = []
        self._speaker: object = None
        self._same: dict[object, object] = {}

    def finds(self) -> Iterator[Find]:
        """Yield what is found, names included, each with all that is known of its entity."""
        for span, (key, form) in self._found.items():
            referent = self._memory.get(self._same.get(key, key))
            if referent is not None and referent.entity is not None:
                yield Find(span, referent.key, referent.entity, form)

    def read(self, scene: Scene) -> None:
        """Read the next sentence."""
        self._at = {}
        self._memory.forget(scene.number)
        spoken: list[Pronoun] = []
        for item in _items(scene):
            if isinstance(item, NameSpot):
                self._read_name(scene, item)
            elif isinstance(item, NounPhrase):
                self._read_noun(scene, item)
            elif item.kind is PronounKind.SPEAKER:
                spoken.append(item)
            else:
                self._read_pronoun(scene, item)
        self._speaker = self._speaker_of(scene)
        for pronoun in spoken:
            self._read_speaker(scene, pronoun)

    def look_back_at_headline(self) -> None:
        """Resolve what the first sentence, which is the headline, says of those who are named behind it."""
        for scene, phrase in self._open:
            referent = meant_by_role(phrase, scene, self._memory, least=LIKE_ROLE, owner=None)
            referent = referent or unnamed(scene, phrase, _compounded(phrase), self._text)
            if referent is not None:
                self._memory.mention(self._memory.get(referent.key) or referent, scene, phrase.head)
                self._find(scene, phrase.first, phrase.head, referent, MentionForm.NOUN)

    def _find(self, scene: Scene, first: int, last: int, referent: Referent, form: MentionForm) -> None:
        self._at[last] = referent.key
        if referent.entity is not None:
            span = Span(scene.words[first].span.start, scene.words[last].span.end)
            self._found[span] = (referent.key, form)

    def _at_word(self, index: int | None) -> Referent | None:
        """Return whom a word of the sentence mentions, as far as it is read."""
        return None if index is None else self._memory.get(self._at.get(index))

    def _read_name(self, scene: Scene, spot: NameSpot) -> Referent:
        known = self._at_word(spot.head)
        if known is not None:  # with the title before it
            return known
        find = spot.find
        country = government_at(scene, spot, find.entity)
        if country is not None:
            find = Find(find.span, government_key(country), government(find.entity.name, country))
        referent = self._memory.get(find.key) or named(find, scene, spot)
        if not referent.is_named:
            referent = replace(referent, is_named=True)
        self._found[find.span] = (find.key, MentionForm.NAME)
        self._at.update(dict.fromkeys(range(spot.first, spot.last + 1), find.key))
        self._memory.mention(referent, scene, spot.head)
        self._read_party(scene, spot)
        return referent

    def _read_party(self, scene: Scene, spot: NameSpot) -> None:
        """Keep the party that stands in brackets behind a person: "Reinhold Gall (SPD)"."""
        before = scene.names.get(spot.first - 2)
        if before is None or scene.words[spot.first - 1].form != "(":
            return
        person = self._at_word(before.head)
        if person is not None and person.kind is ReferentKind.PERSON:
            self._memory.keep(replace(person, parties=person.parties | {spot.find.key}))

    def _read_noun(self, scene: Scene, phrase: NounPhrase) -> None:
        spot = named_beside(scene, phrase) if scene.names else None
        if spot is not None:
            self._read_description(scene, phrase, spot)
            return
        referent = self._meant_by_noun(scene, phrase) if _may_mean_somebody(phrase) else None
        if referent is None and scene.tree.bases[phrase.head] == "nmod" and phrase.noun is None:
            return  # no pronoun means it
        if referent is not None:
            self._find(scene, phrase.first, phrase.head, referent, MentionForm.NOUN)
        else:
            referent = plain(scene, phrase)
            self._at[phrase.head] = referent.key
        self._memory.mention(referent, scene, phrase.head)

    def _read_description(self, scene: Scene, phrase: NounPhrase, spot: NameSpot) -> None:
        """Keep what a title or an apposition tells of the one it stands beside; one set apart is a mention."""
        before = self._meant_by_noun(scene, phrase) if phrase.beginning is Beginning.DEFINITE else None
        referent = described(self._read_name(scene, spot), phrase)
        referent = self._with_party(referent, phrase)
        if before is not None and before.entity is not None and not before.is_named and before.kind is referent.kind:
            self._same[before.key] = referent.key
        if scene.tree.top(spot.head) in {phrase.head, spot.head}:
            self._memory.keep(referent)
        else:
            self._memory.mention(referent, scene, phrase.head)
        is_apart = not spot.first - 1 <= phrase.head <= spot.last + 1
        if is_apart and phrase.noun is not None and not scene.tree.has(phrase.head, "case"):
            self._find(scene, phrase.first, phrase.head, referent, MentionForm.NOUN)

    def _with_party(self, referent: Referent, phrase: NounPhrase) -> Referent:
        """Return a person with the party in whose name the office is: "Geschäftsführer der SPD-Landtagsfraktion"."""
        owner = self._at_word(phrase.owner)
        if owner is None or owner.entity is None or referent.kind is not ReferentKind.PERSON:
            return referent
        party = gazetteer(self._language).get(owner.entity.name.partition("-")[0])
        is_party = party is not None and "PTY" in party.sectors
        return replace(referent, parties=referent.parties | {party.key}) if party and is_party else referent

    def _meant_by_noun(self, scene: Scene, phrase: NounPhrase) -> Referent | None:
        if phrase.beginning is Beginning.BOTH and phrase.is_plural:
            return both(phrase, self._memory, scene.number, scene.language)
        behind = self._behind(scene, phrase)
        if behind is not None:
            return behind
        phrase = as_sayer(phrase, scene.language)
        if is_predicate(scene, phrase):
            return None
        owner = self._at_word(phrase.owner)
        is_new = phrase.beginning is Beginning.INDEFINITE or (phrase.beginning is Beginning.BARE and phrase.is_plural)
        if not is_new:
            is_own = phrase.beginning is Beginning.POSSESSIVE and not phrase.is_served
            least = OF_SORT if phrase.beginning is Beginning.DEFINITE or (is_own and is_body(phrase)) else LIKE_ROLE
            known = meant_by_role(phrase, scene, self._memory, least=least, owner=owner and owner.key)
            if known is not None:
                return called_fully(described(known, phrase), scene, phrase, self._text)
            if scene.number == 0:
                self._open.append((scene, phrase))
                return None
        referent = unnamed(scene, phrase, (owner.entity if owner else None) or _compounded(phrase), self._text)
        return referent and (self._memory.get(referent.key) or referent)

    def _behind(self, scene: Scene, phrase: NounPhrase) -> Referent | None:
        """Return who is told by an adjective or the first part of a compound: "UNO-Angaben", "die Vereinsführung"."""
        country = country_that_says(scene, phrase, self._memory)
        if country is not None:
            return country
        if phrase.compound is not None and is_saying(phrase.word):
            return self._memory.get(phrase.compound.key) or body_that_says(phrase.compound)
        led = as_led(phrase, scene.language)
        return None if led is None else meant_by_role(led, scene, self._memory, least=OF_SORT, owner=None)

    def _read_pronoun(self, scene: Scene, pronoun: Pronoun) -> None:
        referent = self._meant_by_pronoun(scene, pronoun)
        if referent is None:
            return
        if referent.kind is ReferentKind.PERSON and referent.gender is None and len(pronoun.genders) == 1:
            referent = replace(referent, gender=next(iter(pronoun.genders)))
        self._find(scene, pronoun.index, pronoun.index, referent, MentionForm.PRONOUN)
        self._memory.mention(referent, scene, pronoun.index)

    def _meant_by_pronoun(self, scene: Scene, pronoun: Pronoun) -> Referent | None:
        if pronoun.kind is PronounKind.RELATIVE:
            return self._at_word(antecedent_of(scene.tree, pronoun.index))
        if pronoun.kind is PronounKind.PAIR:
            return both(None, self._memory, scene.number, scene.language)
        if pronoun.kind is PronounKind.DEMONSTRATIVE:
            return last_mentioned(pronoun, scene, self._memory)
        return meant_by_pronoun(pronoun, scene, self._memory)

    def _speaker_of(self, scene: Scene) -> object:
        """Return the key of the person who speaks in a sentence, or of the one whose quotation runs on in it."""
        if not scene.quotations:
            return None
        subjects = [index for index in self._at if scene.is_subject(index) and not scene.is_quoted(index)]
        speakers = [index for index in subjects if scene.is_speaker(index)] or subjects
        if speakers:
            return self._at[speakers[0]]
        return self._speaker if any(map(scene.is_quoted, range(min(2, len(scene.words))))) else None

    def _read_speaker(self, scene: Scene, pronoun: Pronoun) -> None:
        """Resolve "ich" in a quotation to the one who speaks."""
        referent = self._memory.get(self._speaker)
        if referent is not None and referent.kind is ReferentKind.PERSON and scene.is_quoted(pronoun.index):
            self._find(scene, pronoun.index, pronoun.index, referent, MentionForm.PRONOUN)
            self._memory.mention(referent, scene, pronoun.index, own=True)


def _may_mean_somebody(phrase: NounPhrase) -> bool:
    """Tell whether a noun has a role, or may be the last word of a name, or stands for two, or for what is said."""
    is_known = phrase.beginning in {Beginning.DEFINITE, Beginning.BOTH}
    return phrase.noun is not None or is_known or is_saying(phrase.word)


def _compounded(phrase: NounPhrase) -> Entity | None:
    """Return whom the first part of a compound names: "Nato" of "Nato-Sprecher"."""
    known = phrase.compound
    return Entity("", known.name, known.kind, known.country, known.sectors) if known else None


def _items(scene: Scene) -> list[NameSpot | NounPhrase | Pronoun]:
    """Return the names, nouns and pronouns of a sentence in text order."""
    spots = {spot.first: spot for spot in scene.names.values()}
    items: list[tuple[tuple[int, bool], NameSpot | NounPhrase | Pronoun]] = [
        *(((first, False), spot) for first, spot in spots.items()),
        # Whom an office serves is to be known before the office.
        *(((max(one.head, one.owner or 0), one.head < (one.owner or 0)), one) for one in noun_phrases(scene)),
        *(((pronoun.index, False), pronoun) for pronoun in pronouns(scene)),
    ]
    return [item for _, item in sorted(items, key=lambda item: item[0])]
