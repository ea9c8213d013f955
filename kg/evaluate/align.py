"""Two records of one text → comparable ones: paired by text, names in one spelling, symmetric relations in one order.

A name of a person, company, organisation, product, policy or event may be spelt out more or less fully than in gold
(ルッテ, マルク・ルッテ): it stands for the gold name of the same span and type, where the letters of one occur in order
in the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.errors import DocumentError, KgError
from kg.interchange import GivenMention, Record, read_records, to_record
from kg.model import EntityId, EntityType, Extraction, RelationName, Statement

LOOSE_TYPES = frozenset(
    {
        EntityType.PERSON,
        EntityType.COMPANY,
        EntityType.ORG,
        EntityType.PRODUCT,
        EntityType.POLICY,
        EntityType.EVENT,
    }
)

Triple = tuple[EntityId, RelationName, EntityId]
Pair = tuple[Record, Record]
"""What gold says of a text and what was found in it."""


def text_key(text: str) -> str:
    """A text without its white space, NFKC: what documents are paired by."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def pair_records(gold: str | Path, found: Iterable[Extraction | Record | DocumentError]) -> list[Pair]:
    """Each gold document with what was found in its text, names aligned, in the order of the gold file.

    A gold document of which nothing is given counts as one in which nothing was found; faults are passed over. Raises
    ``KgError`` for a found document that gold lacks, ``DocumentError`` for a faulty gold file.
    """
    wanted = {text_key(record.text): record for record in read_records(gold)}
    given: dict[str, Record] = {}
    for item in found:
        if isinstance(item, DocumentError):
            continue
        record = to_record(item) if isinstance(item, Extraction) else item
        key = text_key(record.text)
        if key not in wanted:
            raise KgError(f"document '{record.id}' is not in the gold file", path=str(gold))
        given[key] = record
    empty = Record("", None, "", (), ())
    return [(record, align_names(record, given.get(key, empty))) for key, record in wanted.items()]


def align_names(gold: Record, found: Record) -> Record:
    """``found`` with its names in gold's spelling, where they are the same names."""
    known = {mention.entity for mention in gold.mentions}
    at = {(mention.start, mention.end, mention.type): mention.entity for mention in gold.mentions}
    same: dict[EntityId, EntityId] = {}
    for mention in found.mentions:
        other = at.get((mention.start, mention.end, mention.type))
        if other is None or mention.entity in known or mention.type not in LOOSE_TYPES:
            continue
        short, long = sorted((text_key(mention.entity), text_key(other)), key=len)
        if _in_order(short, long):
            same[mention.entity] = other
    return _renamed(found, same) if same else found


def triple_of(statement: Statement, symmetric: frozenset[RelationName]) -> Triple:
    """Subject, relation, object; the two of a symmetric relation in a fixed order."""
    subject, object_ = statement.subject, statement.object
    if statement.relation in symmetric and object_ < subject:
        subject, object_ = object_, subject
    return subject, statement.relation, object_


def by_triple(record: Record, symmetric: frozenset[RelationName]) -> dict[Triple, Statement]:
    """The statements of a record by triple."""
    return {triple_of(statement, symmetric): statement for statement in record.statements}


def _in_order(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _renamed(record: Record, same: dict[EntityId, EntityId]) -> Record:
    def name(entity: str) -> str:
        return same.get(entity, entity)

    return replace(
        record,
        mentions=tuple(GivenMention(m.start, m.end, name(m.entity), m.type) for m in record.mentions),
        statements=tuple(
            replace(
                s,
                subject=name(s.subject),
                object=name(s.object),
                qualifiers=tuple((key, name(value)) for key, value in s.qualifiers),
            )
            for s in record.statements
        ),
    )
