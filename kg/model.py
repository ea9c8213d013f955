"""The nouns of the project: what one stage hands to the next.

Every type is frozen and carries no behaviour beyond its invariants. Two kinds of offsets occur, both
``[start, end)`` in Unicode code points:

* *given* offsets count in ``Document.text``, the text as it was given;
* *local* offsets count in ``Sentence.text``, the sentence after normalisation (NFKC). Mentions, parses and
  clauses use these; ``kg.sentences.given_span`` leads back. Evidence and every export use given offsets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

EntityId = str
"""An entity's canonical Japanese name, unique over types: ``米国``, ``中国商務省``."""

RelationName = str
"""A relation of ``rules/ontology.yaml``: ``restricts``."""


class EntityType(StrEnum):
    """What an entity is; labels stand in ``rules/ontology.yaml``."""

    COUNTRY = "COUNTRY"
    PLACE = "PLACE"
    PERSON = "PERSON"
    GOV = "GOV"
    ORG = "ORG"
    COMPANY = "COMPANY"
    RESOURCE = "RESOURCE"
    PRODUCT = "PRODUCT"
    POLICY = "POLICY"
    EVENT = "EVENT"


class Polarity(StrEnum):
    """Whether the text says that it holds."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How real the text makes it; the order is that of firmness, firmest first."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Standing(StrEnum):
    """What the writer does with a clause: only asserted ones become statements by themselves."""

    ASSERTED = "asserted"
    """The text puts it forward: 禁止した, 禁止する方針, 禁止しかねない."""
    ASKED = "asked"
    """It is what somebody asks for: 撤回 in 撤回を求めた."""
    UNDONE = "undone"
    """It is presupposed and being undone: 規制 in 規制を撤廃, 依存 in 依存から脱却."""


class Role(StrEnum):
    """What an argument does in the event of its predicate (table in ``docs/clauses.md``)."""

    AGENT = "agent"
    THEME = "theme"
    TARGET = "target"
    PARTNER = "partner"
    ORIGIN = "origin"
    GOAL = "goal"
    PLACE = "place"
    TOPIC = "topic"
    CONTENT = "content"
    CAPACITY = "capacity"
    INSTRUMENT = "instrument"
    CAUSE = "cause"
    TIME = "time"
    SOURCE = "source"
    """Who says so: X によると, X は…と発表した (on the inner clause)."""


class Found(StrEnum):
    """How an argument was found."""

    OVERT = "overt"
    """By its own case particle: レアアースを輸出する."""
    TOPIC = "topic"
    """Under は, も, こそ, には: 中国は輸出を禁じた."""
    BARE = "bare"
    """Without a particle, as in headlines: トランプ氏、関税を発表."""
    RELATIVE = "relative"
    """The noun a relative clause modifies: 中国が握るレアアース."""
    GENITIVE = "genitive"
    """Under の of a noun predicate: 中国の輸出規制."""
    COMPOUND = "compound"
    """A member of a compound: グリーンランド購入."""
    AFFIX = "affix"
    """Named by an affix: 対日, 訪中, 米国産."""
    APPOSITION = "apposition"
    """A name beside its description: 米半導体大手エヌビディア."""
    SHARED = "shared"
    """Of a coordinated or governing clause: 日本は抗議し、撤回を求めた."""
    ZERO = "zero"
    """Left out, taken from the sentence before."""


class PredicateKind(StrEnum):
    """The form of a predicate."""

    VERB = "verb"
    """握る, 組み."""
    SAHEN = "sahen"
    """A verbal noun with する, or ending its clause without it: 禁止した, 禁止。"""
    NOUN = "noun"
    """A verbal or relational noun inside a noun phrase: 中国の輸出規制, 中国の影響力."""
    ADJECTIVE = "adjective"
    COPULA = "copula"
    DESCRIPTION = "description"
    """A title, descriptor or affix beside a name: 米大統領, 米半導体大手, 中国製."""


class MarkKind(StrEnum):
    """What a marking word does to its clause."""

    NEGATION = "negation"
    PLAN = "plan"
    HEDGE = "hedge"
    DATE = "date"
    SPEAKER = "speaker"
    PHASE = "phase"


class Ground(StrEnum):
    """Where a date comes from."""

    EXPLICIT = "explicit"
    """2026年1月12日."""
    RELATIVE = "relative"
    """12日, 昨年末: completed from the document's date."""
    CARRIED = "carried"
    """同日: taken over from a date before it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was given, with what is known about it."""

    id: str
    text: str
    date: dt.date | None = None
    title: str | None = None
    url: str | None = None
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its normalised text and the way back to the document's.

    ``offsets[i]`` is the given offset of ``text[i]``; ``offsets[len(text)]`` that of the end. A given character
    that normalises to several (㌦ → ドル) owns them all.
    """

    document: str
    index: int
    paragraph: int
    start: int
    end: int
    text: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.offsets) != len(self.text) + 1:
            raise ValueError("a sentence needs one offset a character and one for its end")


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the graph."""

    id: EntityId
    type: EntityType
    aliases: tuple[str, ...] = ()
    en: str | None = None
    reading: str | None = None
    wikidata: str | None = None
    country: EntityId | None = None
    """The state whose organ, company or place it is, where the gazetteer says so."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence (local offsets). ``resolve`` may replace ``entity`` and ``type``.

    ``found`` names what found it: ``entry`` (the gazetteer), ``pattern:<id>`` or ``deixis:<id>``.
    """

    sentence: int
    start: int
    end: int
    text: str
    type: EntityType
    entity: EntityId
    found: str
    country: EntityId | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"mention {self.text!r} has no span")


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme. ``head`` is a token index; a root heads itself."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    norm: str
    pos: str
    tag: str
    dep: str
    head: int
    inflection: str = ""


@dataclass(frozen=True, slots=True)
class Bunsetsu:
    """A phrase of content words and what follows them: ``[start, end)`` and ``head`` are token indices,
    ``governor`` the index of the bunsetsu it depends on, -1 at the end of the sentence."""

    index: int
    start: int
    end: int
    head: int
    governor: int


@dataclass(frozen=True, slots=True)
class Parse:
    """The syntax of one sentence, as one tree."""

    sentence: int
    tokens: tuple[Token, ...]
    bunsetsu: tuple[Bunsetsu, ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or period in a sentence (local offsets), as ISO 8601 with X for unknown parts."""

    start: int
    end: int
    text: str
    value: str
    ground: Ground
    precision: str
    """``day``, ``month``, ``half``, ``quarter``, ``year``, ``fiscal-year``, ``decade``, …"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that sets polarity, modality, phase, time or speaker (local offsets of its sentence).

    ``operator`` is the id in ``rules/lexicon/operators.yaml`` that recognised it.
    """

    kind: MarkKind
    start: int
    end: int
    operator: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of a clause.

    ``start``, ``end`` span the noun phrase, ``head_start``, ``head_end`` its head word, both local to sentence
    ``sentence``. ``mentions`` are the names that the phrase denotes (its head, coordinated heads, or names seen
    through a transparent head: レアアース供給); a name that only modifies the head is not among them. ``clause``
    is the id of the clause whose predicate is this phrase's head (規制 in 規制を強化), where there is one.
    """

    role: Role
    case: str
    sentence: int
    start: int
    end: int
    head_start: int
    head_end: int
    text: str
    found: Found
    mentions: tuple[Mention, ...] = ()
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments, in one sentence.

    ``senses`` are the lexicon's senses of ``lemma``. ``marks`` are what set polarity and modality; ``sources``
    who says so, outermost last. ``governor`` is the id of the clause this one is an argument of or modifies.
    """

    id: int
    sentence: int
    start: int
    end: int
    lemma: str
    senses: tuple[str, ...]
    kind: PredicateKind
    arguments: tuple[Argument, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    standing: Standing = Standing.ASSERTED
    passive: bool = False
    marks: tuple[Mark, ...] = ()
    sources: tuple[Argument, ...] = ()
    time: TimeExpression | None = None
    governor: int | None = None


class PartKind(StrEnum):
    """What a span of an evidence sentence shows."""

    SUBJECT = "subject"
    OBJECT = "object"
    PREDICATE = "predicate"
    NEGATION = "negation"
    PLAN = "plan"
    HEDGE = "hedge"
    DATE = "date"
    SPEAKER = "speaker"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Part:
    """A coloured span of an evidence sentence, in given offsets of the document."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why we believe a statement: one sentence of one document (given offsets).

    Subject or object may stand in an earlier sentence; then its part lies before ``start``.
    """

    document: str
    start: int
    end: int
    rule: str
    polarity: Polarity
    modality: Modality
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What one text says: subject – relation → object.

    Equality is the fact: evidence does not count, so merging is a dictionary. ``qualifiers`` are sorted
    ``(name, value)`` pairs with names out of time, place, item, title, source.
    """

    subject: EntityId
    relation: RelationName
    object: EntityId
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    qualifiers: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gave. ``entities`` holds every entity that a mention or statement names."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    entities: Mapping[EntityId, Entity]
