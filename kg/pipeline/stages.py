"""The stages, bound to a rulebook, and how a handful of documents goes through them."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DocumentError, KgError
from kg.model import (
    Clause,
    Document,
    Entity,
    EntityId,
    Extraction,
    Mention,
    Parse,
    Sentence,
    Statement,
    TimeExpression,
)
from kg.pipeline.parses import ParseCache, at_sentence, empty_parse, needs_parse, parse_key
from kg.rulebook.types import Rulebook

Sentences = tuple[Sentence, ...]
Mentions = tuple[tuple[Mention, ...], ...]
"""One tuple a sentence."""
Times = tuple[tuple[TimeExpression, ...], ...]
"""One tuple a sentence."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document whose names and dates are found."""

    document: Document
    sentences: Sentences
    mentions: Mentions
    entities: Mapping[EntityId, Entity]
    times: Times


@dataclass(frozen=True, slots=True)
class Stages:
    """Each stage as a function, its rules bound in.

    ``prepare`` loads what ``parse`` needs, so that a missing parser is not taken for a fault of a document.
    """

    split: Callable[[Document], Sentences]
    name: Callable[[Document, Sentences], tuple[Mentions, Mapping[EntityId, Entity]]]
    date: Callable[[Document, Sentences], Times]
    prepare: Callable[[], object]
    parse: Callable[[Sequence[Sentence], Sequence[Sequence[Mention]]], Iterable[Parse]]
    clause: Callable[[Sentences, Sequence[Parse], Mentions, Times], tuple[Clause, ...]]
    relate: Callable[[Document, Sentences, tuple[Clause, ...], Mapping[EntityId, Entity]], tuple[Statement, ...]]


def load_stages(rulebook: Rulebook) -> Stages:
    """The stages of ``kg`` with ``rulebook``; the parser is loaded only when a sentence needs it."""
    from kg.clauses import find_clauses
    from kg.mentions import build_namer, find_mentions
    from kg.relations import find_statements
    from kg.resolve import resolve_mentions
    from kg.sentences import split_sentences
    from kg.syntax import load_ginza, parse_sentences
    from kg.times import find_times

    namer = build_namer(rulebook)

    def name(document: Document, sentences: Sentences) -> tuple[Mentions, Mapping[EntityId, Entity]]:
        found = tuple(find_mentions(sentence, namer) for sentence in sentences)
        return resolve_mentions(document, sentences, found, namer)

    return Stages(
        split=split_sentences,
        name=name,
        date=lambda document, sentences: find_times(sentences, document.date, rulebook.times),
        prepare=load_ginza,
        parse=parse_sentences,
        clause=lambda sentences, parses, mentions, times: find_clauses(sentences, parses, mentions, times, rulebook),
        relate=lambda document, sentences, clauses, entities: find_statements(
            document, sentences, clauses, entities, rulebook
        ),
    )


def extract_batch(
    documents: Iterable[Document | DocumentError], stages: Stages, cache: ParseCache
) -> Iterator[Extraction | DocumentError]:
    """Send documents through the stages together; each gives its extraction or its fault, in order."""
    named = [_names_or_fault(document, stages) for document in documents]
    parsed = iter(parse_batch([item for item in named if isinstance(item, Named)], stages, cache))
    for item in named:
        yield item if isinstance(item, DocumentError) else _facts_or_fault(item, stages, next(parsed))


def find_names(document: Document, stages: Stages) -> Named:
    """The cheap half: sentences, names, dates."""
    sentences = stages.split(document)
    mentions, entities = stages.name(document, sentences)
    return Named(document, sentences, mentions, entities, stages.date(document, sentences))


def find_facts(named: Named, stages: Stages, parses: Sequence[Parse]) -> Extraction:
    """The dear half: clauses and statements of a parsed document."""
    clauses = stages.clause(named.sentences, parses, named.mentions, named.times)
    statements = stages.relate(named.document, named.sentences, clauses, named.entities)
    mentions = tuple(mention for row in named.mentions for mention in row)
    return Extraction(named.document, named.sentences, mentions, statements, named.entities)


def parse_batch(
    batch: Sequence[Named], stages: Stages, cache: ParseCache
) -> list[tuple[Parse, ...] | Exception]:
    """The parses of each document, or what was raised over it; all sentences go to the parser together."""
    wanted = [(number, index) for number, named in enumerate(batch) for index in _sentences_to_parse(named)]
    keys = {place: parse_key(batch[place[0]].sentences[place[1]], batch[place[0]].mentions[place[1]])
            for place in wanted}
    found = {place: parse for place in wanted if (parse := cache.get(keys[place])) is not None}
    missing = [place for place in wanted if place not in found]
    faults: dict[int, Exception] = {}
    if missing:
        _prepare(stages)
        new, faults = _parse_places(batch, missing, stages)
        for place, parse in new.items():
            cache.put(keys[place], parse)
        found |= new
    return [
        faults[number]
        if number in faults
        else tuple(
            at_sentence(found[number, index], sentence) if (number, index) in found else empty_parse(sentence)
            for index, sentence in enumerate(named.sentences)
        )
        for number, named in enumerate(batch)
    ]


def _sentences_to_parse(named: Named) -> list[int]:
    entities = len({mention.entity for row in named.mentions for mention in row})
    return [index for index, row in enumerate(named.mentions) if needs_parse(row, entities)]


def _prepare(stages: Stages) -> None:
    """Load the parser, once. Raises ``KgError`` where it cannot be loaded."""
    try:
        stages.prepare()
    except (ImportError, OSError) as problem:
        raise KgError(f"the parser cannot be loaded: {problem}; expected the packages ginza and ja_ginza") from problem


Place = tuple[int, int]
"""A document of the batch and a sentence of it."""


def _parse_places(
    batch: Sequence[Named], places: Sequence[Place], stages: Stages
) -> tuple[dict[Place, Parse], dict[int, Exception]]:
    """Parse in one go; where that fails, document by document, so that one bad sentence costs one document."""
    try:
        return _parse_together(batch, places, stages), {}
    except Exception:  # noqa: BLE001 - whatever the parser cannot bear is reported below, on its document
        found: dict[Place, Parse] = {}
        faults: dict[int, Exception] = {}
        for number in dict.fromkeys(number for number, _ in places):
            try:
                found |= _parse_together(batch, [place for place in places if place[0] == number], stages)
            except Exception as problem:  # noqa: BLE001
                faults[number] = problem
        return found, faults


def _parse_together(batch: Sequence[Named], places: Sequence[Place], stages: Stages) -> dict[Place, Parse]:
    sentences = [batch[number].sentences[index] for number, index in places]
    mentions = [batch[number].mentions[index] for number, index in places]
    return dict(zip(places, stages.parse(sentences, mentions), strict=True))


def _names_or_fault(document: Document | DocumentError, stages: Stages) -> Named | DocumentError:
    if isinstance(document, DocumentError):
        return document
    try:
        return find_names(document, stages)
    except Exception as problem:  # noqa: BLE001 - a bad document is reported, the others go on
        return _fault(document, problem)


def _facts_or_fault(
    named: Named, stages: Stages, parses: tuple[Parse, ...] | Exception
) -> Extraction | DocumentError:
    if isinstance(parses, Exception):
        return _fault(named.document, parses)
    try:
        return find_facts(named, stages, parses)
    except Exception as problem:  # noqa: BLE001
        return _fault(named.document, problem)


def _fault(document: Document, problem: Exception) -> DocumentError:
    """What went wrong with a document, with the kind of the exception and the place that raised it."""
    steps = traceback.extract_tb(problem.__traceback__)
    where = f" (in {steps[-1].name}, {Path(steps[-1].filename).name}:{steps[-1].lineno})" if steps else ""
    message = f"document '{document.id}' cannot be read for facts: {type(problem).__name__}: {problem}{where}"
    return DocumentError(message, path=document.path, line=document.line)
