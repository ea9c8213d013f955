"""How many names are found that no list holds: the gazetteer without its persons, companies and organs of states, whose
names then are found by titles, affixes, organ words and patterns alone.

Mentions are compared by span and type, as the names' ids come from the lists that are left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import DocumentError
from kg.evaluate.align import pair_records
from kg.evaluate.report import Figure
from kg.interchange import GivenMention, Record, read_records
from kg.model import Document, EntityType, Extraction
from kg.rulebook.types import Rulebook

ABLATED = (EntityType.PERSON, EntityType.COMPANY, EntityType.GOV)
"""The types whose entries are left out."""


def without_gazetteer(rulebook: Rulebook) -> Rulebook:
    """The rulebook without the entries of those types; organ words, titles and patterns stay."""
    kept = tuple(entry for entry in rulebook.entries if entry.type not in ABLATED)
    return dataclasses.replace(rulebook, entries=kept, digest=f"{rulebook.digest}-without-gazetteer")


def read_names(gold: str | Path, rulebook: Rulebook) -> Iterator[Extraction]:
    """The texts of a gold file, read for names only: no sentence is parsed, no statement found."""
    from kg.pipeline.stages import find_names, load_stages

    stages = load_stages(rulebook)
    for record in read_records(gold):
        named = find_names(Document(record.id, record.text, record.date), stages)
        mentions = tuple(mention for row in named.mentions for mention in row)
        yield Extraction(named.document, named.sentences, mentions, (), named.entities)


def type_figures(
    gold: str | Path, found: Iterable[Extraction | Record | DocumentError], types: Iterable[EntityType] = ABLATED
) -> tuple[Figure, ...]:
    """Precision and recall of the mentions of each type, by span and type.

    Raises ``KgError`` for a found document that gold lacks, ``DocumentError`` for a faulty gold file.
    """
    pairs = pair_records(gold, found)
    figures = []
    for kind in types:
        wanted = [_spans(record.mentions, kind) for record, _ in pairs]
        given = [_spans(record.mentions, kind) for _, record in pairs]
        right = sum(len(a & b) for a, b in zip(wanted, given, strict=True))
        figures.append(Figure(kind.value, right, sum(map(len, wanted)), sum(map(len, given))))
    return tuple(figures)


def _spans(mentions: Iterable[GivenMention], kind: EntityType) -> set[tuple[int, int]]:
    return {(mention.start, mention.end) for mention in mentions if mention.type is kind}
