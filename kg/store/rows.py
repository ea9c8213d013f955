"""What is read from the store: statements pooled over documents, their evidence, entities, documents, labels."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityId, EntityType, Modality, Part, Polarity, RelationName


@dataclass(frozen=True, slots=True)
class Label:
    """A type, family or relation with its Japanese and English label; ``family``, ``symmetric`` and ``code`` are
    set on relations only.
    """

    name: str
    label: str
    en: str
    family: str = ""
    symmetric: bool = False
    code: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it was given; ``date`` is ISO 8601."""

    id: str
    path: str
    line: int
    date: str | None
    title: str | None
    url: str | None
    text: str


@dataclass(frozen=True, slots=True)
class StoredEntity:
    """A node of the graph. ``mentions`` and ``documents`` count where it is named."""

    id: EntityId
    type: EntityType
    aliases: tuple[str, ...]
    en: str | None
    reading: str | None
    wikidata: str | None
    country: EntityId | None
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """An edge of the graph: what one or more documents say.

    ``modality`` is the firmest of its evidence. ``evidence`` and ``documents`` count all of it, ``independent`` the
    differently worded sentences: copies of one report count once, whatever their signs, blanks and digits. ``first``
    and ``last`` are the ISO dates the evidence spans, where any is dated.
    """

    id: str
    subject: EntityId
    relation: RelationName
    object: EntityId
    polarity: Polarity
    modality: Modality
    evidence: int
    documents: int
    independent: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """One sentence of one document that gives a statement; offsets count in the document's text.

    ``time``, ``place``, ``item``, ``title``, ``source`` are the qualifiers there. ``first`` and ``last`` bound
    ``time`` as ISO dates, or are the document's date; ``dated`` tells which: ``text``, ``document`` or None.
    """

    id: str
    statement: str
    document: str
    sentence: int | None
    start: int
    end: int
    text: str
    polarity: Polarity
    modality: Modality
    time: str | None
    place: str | None
    item: str | None
    title: str | None
    source: str | None
    first: str | None
    last: str | None
    dated: str | None
    rule: str
    parts: tuple[Part, ...]

    @property
    def qualifiers(self) -> tuple[tuple[str, str], ...]:
        """The qualifiers that are given, as sorted pairs."""
        pairs = (("item", self.item), ("place", self.place), ("source", self.source), ("time", self.time),
                 ("title", self.title))
        return tuple((name, value) for name, value in pairs if value is not None)


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements are wanted; an empty field is no condition.

    ``either``: entities of which one must take part; ``ends``: both ends must be among these. ``types``: the type
    of one end. ``since`` and ``until`` are ISO dates that some evidence's period must touch. ``text``: words of
    an evidence sentence. ``source``: who says so. ``disputed``: somewhere the opposite is said. With
    ``modalities``, ``since``, ``until``, ``text`` and ``source`` it takes one piece of evidence that meets them all.
    """

    ids: tuple[str, ...] = ()
    subjects: tuple[EntityId, ...] = ()
    relations: tuple[RelationName, ...] = ()
    objects: tuple[EntityId, ...] = ()
    either: tuple[EntityId, ...] = ()
    ends: tuple[EntityId, ...] = ()
    types: tuple[EntityType, ...] = ()
    subject_types: tuple[EntityType, ...] = ()
    object_types: tuple[EntityType, ...] = ()
    families: tuple[str, ...] = ()
    polarities: tuple[Polarity, ...] = ()
    modalities: tuple[Modality, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None
    source: tuple[str, ...] = ()
    disputed: bool = False
