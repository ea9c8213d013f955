"""Clauses built by hand, so that frames are tested without a parser."""

from __future__ import annotations

import dataclasses
import datetime as dt

from kg.model import (
    Argument,
    Clause,
    Document,
    Entity,
    EntityType,
    Found,
    Ground,
    Mark,
    MarkKind,
    Mention,
    PredicateKind,
    Role,
    Sentence,
    TimeExpression,
)
from kg.rulebook.types import Family, Frame, Lexicon, Names, Ontology, Relation, RolePath, Rulebook, Source

HERE = Source("test.yaml", 1)
ACTORS = frozenset(
    {
        EntityType.COUNTRY,
        EntityType.PERSON,
        EntityType.GOV,
        EntityType.ORG,
        EntityType.COMPANY,
        EntityType.PLACE,
    }
)
GOODS = frozenset({EntityType.RESOURCE, EntityType.PRODUCT})

TYPES = {
    "中国": EntityType.COUNTRY,
    "日本": EntityType.COUNTRY,
    "米国": EntityType.COUNTRY,
    "豪州": EntityType.COUNTRY,
    "釜山": EntityType.PLACE,
    "ガリウム": EntityType.RESOURCE,
    "リチウム": EntityType.RESOURCE,
    "中国商務省": EntityType.GOV,
}


def sentence(text: str, index: int = 0, start: int = 0) -> Sentence:
    """A sentence of the document ``d:1`` that begins at ``start`` and was normalised to itself."""
    offsets = tuple(range(start, start + len(text) + 1))
    return Sentence("d:1", index, 0, start, start + len(text), text, offsets)


class Text:
    """A one-sentence document, whose clauses name their words by what they say."""

    def __init__(self, text: str, *, index: int = 0, start: int = 0, names: dict[str, str] | None = None) -> None:
        self.sentence = sentence(text, index, start)
        self.names = {name: name for name in TYPES} | (names or {})

    def mention(self, surface: str) -> Mention:
        """The first mention of a name."""
        at = self.sentence.text.index(surface)
        entity = self.names[surface]
        return Mention(self.sentence.index, at, at + len(surface), surface, TYPES[entity], entity, "entry")

    def argument(
        self,
        role: Role,
        phrase: str,
        *names: str,
        clause: int | None = None,
        found: Found = Found.OVERT,
        head: str = "",
        case: str = "",
    ) -> Argument:
        """An argument with the names it denotes; the head is the whole phrase unless said."""
        at = self.sentence.text.index(phrase)
        end = at + len(phrase)
        head_start = end - len(head) if head else at
        mentions = tuple(self.mention(n) for n in names)
        return Argument(role, case, self.sentence.index, at, end, head_start, end, phrase, found, mentions, clause)

    def clause(
        self, number: int, word: str, *senses: str, arguments: tuple[Argument, ...] = (), **rest: object
    ) -> Clause:
        """A clause whose predicate is ``word``."""
        at = self.sentence.text.index(word)
        kind = rest.pop("kind", PredicateKind.SAHEN)
        return Clause(
            number, self.sentence.index, at, at + len(word), word, senses, kind, arguments, **rest  # type: ignore[arg-type]
        )

    def mark(self, kind: MarkKind, word: str) -> Mark:
        """A mark on a word."""
        at = self.sentence.text.index(word)
        return Mark(kind, at, at + len(word), "test")

    def time(self, word: str, value: str) -> TimeExpression:
        """A date."""
        at = self.sentence.text.index(word)
        return TimeExpression(at, at + len(word), word, value, Ground.EXPLICIT, "day")


def path(text: str) -> RolePath:
    """``theme/agent`` as a path."""
    return RolePath(tuple(Role(step) for step in text.split("/")))


def frame(relation: str, name: str, triggers: str, **keys: object) -> Frame:
    """A frame; paths are given as strings with spaces between alternatives."""
    for key in ("subject", "object", "between", "item", "title", "place"):
        if key in keys:
            keys[key] = tuple(path(p) for p in str(keys[key]).split())
    return Frame(f"{relation}.{name}", relation, tuple(triggers.split()), HERE, **keys)  # type: ignore[arg-type]


def rules(*frames: Frame) -> Rulebook:
    """A rulebook of a few relations with these frames."""
    kinds = {
        "restricts": (ACTORS, ACTORS | GOODS, False),
        "requests": (ACTORS, ACTORS, False),
        "acquires": (ACTORS, ACTORS | GOODS, False),
        "invests_in": (ACTORS, ACTORS | GOODS, False),
        "meets": (ACTORS, ACTORS, True),
        "counters": (ACTORS, ACTORS, False),
    }
    relations = {
        name: Relation(name, name, name, "f", subject, object_, symmetric, None, "")
        for name, (subject, object_, symmetric) in kinds.items()
    }
    ontology = Ontology({}, {"f": Family("f", "f", "f")}, relations)
    # relations read no words: the lexicon and the names are empty, whatever fields they have
    lexicon = Lexicon(**{field.name: () for field in dataclasses.fields(Lexicon)})  # type: ignore[arg-type]
    names = Names(**{field.name: () for field in dataclasses.fields(Names)})  # type: ignore[arg-type]
    return Rulebook(
        ontology=ontology, entries=(), names=names, lexicon=lexicon, frames=frames, relation_examples=(),
        mention_examples=(), digest="",
    )


DOCUMENT = Document("d:1", "", dt.date(2026, 1, 13))
ENTITIES = {name: Entity(name, kind) for name, kind in TYPES.items()}
