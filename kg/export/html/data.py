"""What the page shows, as values: entities, statements with their evidence, documents, labels.

Offsets count code points of ``PageEvidence.text``. Sequences are in the order in which the page lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Entity, EntityId, Modality, PartKind, Polarity, RelationName
from kg.store import Label


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A source text: its title, ISO date and link, where known."""

    id: str
    title: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PagePart:
    """A coloured span of an evidence text."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """The sentence ``text[start:end]`` with what stands around it, and what was read in it.

    ``qualifiers`` are time, place, item, title and source (who says so) where given; ``copies`` counts further
    documents with the same words.
    """

    document: str
    text: str
    start: int
    end: int
    rule: str
    polarity: Polarity
    modality: Modality
    parts: tuple[PagePart, ...] = ()
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    copies: int = 0


@dataclass(frozen=True, slots=True)
class PageStatement:
    """A statement pooled over documents. ``documents`` and ``independent`` count its sources, with and without
    copies; ``date`` is the ISO day or period that it is filed under."""

    subject: EntityId
    relation: RelationName
    object: EntityId
    polarity: Polarity
    modality: Modality
    qualifiers: Mapping[str, str]
    evidence: tuple[PageEvidence, ...]
    documents: int
    independent: int
    date: str | None = None


@dataclass(frozen=True, slots=True)
class PageData:
    """All that the page holds. Every entity that a statement names is in ``entities``."""

    title: str
    types: Mapping[str, Label]
    families: Mapping[str, Label]
    relations: Mapping[str, Label]
    entities: Mapping[EntityId, Entity]
    statements: tuple[PageStatement, ...]
    documents: Mapping[str, PageDocument]
