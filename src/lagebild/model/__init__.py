"""The nouns of lagebild: frozen, standard library only."""

from lagebild.model.analysis import Analysis, Analyzer, Attribution, Name, NameType, Sentence, Vectorizer, Word
from lagebild.model.articles import Article, Headline, KnownFrom, ProducedBy, Published, Source
from lagebild.model.blocks import STORY_ROLES, Block, Role
from lagebild.model.cautions import Caution, CautionKind
from lagebild.model.entities import Entity, EntityKind, Mention, MentionForm, Place, PlacePrecision
from lagebild.model.errors import (
    EvaluationError,
    FetchError,
    IntakeError,
    LagebildError,
    LanguageError,
    LexiconError,
    PipelineError,
)
from lagebild.model.events import Event, EventStatus, EventType, Participant
from lagebild.model.quantities import Bound, Quantity, QuantityKind
from lagebild.model.spans import Span
from lagebild.model.stages import Stage
from lagebild.model.statements import Party, SpeechAct, Statement, StatementKind
from lagebild.model.times import TimeExpression, TimeModifier, TimeReading, TimeType

__all__ = [
    "STORY_ROLES",
    "Analysis",
    "Analyzer",
    "Article",
    "Attribution",
    "Block",
    "Bound",
    "Caution",
    "CautionKind",
    "Entity",
    "EntityKind",
    "EvaluationError",
    "Event",
    "EventStatus",
    "EventType",
    "FetchError",
    "Headline",
    "IntakeError",
    "KnownFrom",
    "LagebildError",
    "LanguageError",
    "LexiconError",
    "Mention",
    "MentionForm",
    "Name",
    "NameType",
    "Participant",
    "Party",
    "PipelineError",
    "Place",
    "PlacePrecision",
    "ProducedBy",
    "Published",
    "Quantity",
    "QuantityKind",
    "Role",
    "Sentence",
    "Source",
    "Span",
    "SpeechAct",
    "Stage",
    "Statement",
    "StatementKind",
    "TimeExpression",
    "TimeModifier",
    "TimeReading",
    "TimeType",
    "Vectorizer",
    "Word",
]
