"""Extraction → rows. Every function works inside the transaction of its caller."""

# ruff: noqa: S608 – SQL is put together from our own names; values are always bound

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.errors import StoreError
from kg.model import Document, Entity, EntityId, Evidence, Extraction, Part, PartKind, Statement
from kg.store.fulltext import bigrams
from kg.store.identity import digest, document_hash, fold, statement_id, storable, wording
from kg.store.periods import bounds

_QUALIFIERS = ("time", "place", "item", "title", "source")
_SWAPPED = {PartKind.SUBJECT: PartKind.OBJECT, PartKind.OBJECT: PartKind.SUBJECT}


def is_current(connection: sqlite3.Connection, document: Document, reader: str) -> bool:
    """Whether this very document was already read by the same rules and program."""
    row = connection.execute("SELECT hash, reader FROM documents WHERE id = ?", (storable(document.id),)).fetchone()
    return row is not None and tuple(row) == (document_hash(document), reader)


def drop_documents(connection: sqlite3.Connection, ids: Iterable[str]) -> set[EntityId]:
    """Take documents out with all they gave; returns the entities they named, for ``refresh_entities``.

    Statements that only they gave stay until ``drop_unsupported``.
    """
    touched: set[EntityId] = set()
    for key in ids:
        touched |= {
            row[0]
            for row in connection.execute(
                "SELECT d.entity FROM sightings s JOIN descriptions d ON d.id = s.description WHERE s.document = ?",
                (key,),
            )
        }
        connection.execute("DELETE FROM documents WHERE id = ?", (key,))
    return touched


def write_extraction(
    connection: sqlite3.Connection, extraction: Extraction, reader: str, symmetric: frozenset[str]
) -> set[EntityId]:
    """Put in all that a document gave; it must not be in the store yet.

    Returns the entities of which it says something new, for ``refresh_entities``.
    """
    document = extraction.document
    _write_document(connection, document, reader)
    _write_sentences(connection, extraction)
    touched = _write_sightings(connection, document, extraction.entities)
    touched |= _write_mentions(connection, extraction)
    for statement in extraction.statements:
        _write_statement(connection, extraction, statement, symmetric)
    return touched


def drop_unsupported(connection: sqlite3.Connection) -> None:
    """Take out what no document gives any more; after ``drop_documents``."""
    connection.execute("DELETE FROM statements WHERE id NOT IN (SELECT statement FROM evidence)")
    connection.execute("DELETE FROM descriptions WHERE id NOT IN (SELECT description FROM sightings)")


def refresh_entities(connection: sqlite3.Connection, touched: Iterable[EntityId]) -> None:
    """Make the rows of these entities say what the documents now say of them, whatever the order of writing.

    Where documents differ on a type, the one that most of them give counts.
    """
    for entity in sorted(touched):
        seen = connection.execute(
            "SELECT d.type, d.en, d.reading, d.wikidata, d.country, d.aliases, COUNT(*) AS documents, t.position"
            " FROM descriptions d JOIN sightings s ON s.description = d.id JOIN types t ON t.name = d.type"
            " WHERE d.entity = ? GROUP BY d.id ORDER BY d.id",
            (entity,),
        ).fetchall()
        if not seen:
            connection.execute("DELETE FROM entities WHERE id = ?", (entity,))
            continue
        votes: Counter[tuple[int, str]] = Counter()
        for row in seen:
            votes[(-row["position"], row["type"])] += row["documents"]
        kind = max(votes, key=lambda vote: (votes[vote], vote))[1]
        told = [_first(row[name] for row in seen) for name in ("en", "reading", "wikidata", "country")]
        connection.execute(
            "UPDATE entities SET type = ?, en = ?, reading = ?, wikidata = ?, country = ? WHERE id = ?",
            (kind, *told, entity),
        )
        _refresh_aliases(connection, entity, [alias for row in seen for alias in json.loads(row["aliases"])])


def _refresh_aliases(connection: sqlite3.Connection, entity: EntityId, known: list[str]) -> None:
    """Names of an entity: its id, the gazetteer's aliases, English, and the forms read (but not 同国, 同社)."""
    read = connection.execute(
        "SELECT DISTINCT text FROM mentions WHERE entity = ? AND found NOT LIKE 'deixis%'", (entity,)
    )
    english = connection.execute("SELECT en, reading FROM entities WHERE id = ?", (entity,)).fetchone()
    names = {entity, *known, *(row[0] for row in read), *(name for name in english if name)}
    connection.execute("DELETE FROM aliases WHERE entity = ?", (entity,))
    connection.executemany(
        "INSERT INTO aliases VALUES (?, ?, ?)", [(entity, name, fold(name)) for name in sorted(names)]
    )


def _write_document(connection: sqlite3.Connection, document: Document, reader: str) -> None:
    connection.execute(
        "INSERT INTO documents (id, hash, reader, path, line, date, title, url, text) VALUES (?,?,?,?,?,?,?,?,?)",
        (
            storable(document.id), document_hash(document), reader, storable(document.path), document.line,
            document.date.isoformat() if document.date else None, _optional(document.title),
            _optional(document.url), storable(document.text),
        ),
    )  # fmt: skip


def _write_sentences(connection: sqlite3.Connection, extraction: Extraction) -> None:
    document = extraction.document
    for sentence in extraction.sentences:
        text = storable(document.text[sentence.start : sentence.end])
        row = connection.execute(
            'INSERT INTO sentences (document, number, paragraph, "start", "end", text) VALUES (?,?,?,?,?,?)',
            (storable(document.id), sentence.index, sentence.paragraph, sentence.start, sentence.end, text),
        )
        connection.execute(
            "INSERT INTO sentence_bigrams (rowid, bigrams) VALUES (?, ?)", (row.lastrowid, bigrams(text))
        )


def _write_sightings(
    connection: sqlite3.Connection, document: Document, entities: Mapping[EntityId, Entity]
) -> set[EntityId]:
    """Returns the entities described in a new way, or by several types, of which one more vote may change the first.

    Most documents describe an entity as all before them did; looking at all of those again would take ever longer.
    """
    touched = set()
    for key in sorted(entities):
        entity = entities[key]
        told = tuple(_optional(value) for value in (entity.en, entity.reading, entity.wikidata, entity.country))
        aliases = json.dumps(sorted({storable(alias) for alias in entity.aliases}), ensure_ascii=False)
        name = storable(entity.id)
        description = digest((name, entity.type, *told, aliases))
        connection.execute("INSERT OR IGNORE INTO entities VALUES (?,?,?,?,?,?)", (name, entity.type, *told))
        new = connection.execute(
            "INSERT OR IGNORE INTO descriptions VALUES (?,?,?,?,?,?,?,?)",
            (description, name, entity.type, *told, aliases),
        )
        connection.execute("INSERT OR IGNORE INTO sightings VALUES (?, ?)", (storable(document.id), description))
        types = connection.execute("SELECT COUNT(DISTINCT type) FROM descriptions WHERE entity = ?", (name,))
        if new.rowcount or types.fetchone()[0] > 1:
            touched.add(name)
    return touched


def _write_mentions(connection: sqlite3.Connection, extraction: Extraction) -> set[EntityId]:
    """Returns the entities that are named in a new way."""
    from kg.sentences import given_span

    touched = set()
    document, sentences = extraction.document, {sentence.index: sentence for sentence in extraction.sentences}
    for mention in extraction.mentions:
        _require(extraction, mention.entity)
        start, end = given_span(sentences[mention.sentence], mention.start, mention.end)
        connection.execute(
            "INSERT OR IGNORE INTO mentions VALUES (?,?,?,?,?,?,?)",
            (
                storable(document.id), start, end, storable(mention.entity), mention.sentence,
                storable(mention.text), mention.found,
            ),
        )  # fmt: skip
        name = (storable(mention.entity), storable(mention.text))
        if connection.execute("SELECT 1 FROM aliases WHERE entity = ? AND name = ?", name).fetchone() is None:
            touched.add(name[0])
    return touched


def _write_statement(
    connection: sqlite3.Connection, extraction: Extraction, statement: Statement, symmetric: frozenset[str]
) -> None:
    """A symmetric relation is stored once, its ends in code point order; the parts of its evidence follow."""
    _require(extraction, statement.subject)
    _require(extraction, statement.object)
    subject, object_ = storable(statement.subject), storable(statement.object)
    swapped = statement.relation in symmetric and subject > object_
    if swapped:
        subject, object_ = object_, subject
    key = statement_id(subject, statement.relation, object_, statement.polarity)
    connection.execute(
        "INSERT OR IGNORE INTO statements VALUES (?,?,?,?,?)",
        (key, subject, statement.relation, object_, statement.polarity),
    )
    if not statement.evidence:
        raise StoreError(
            f"{extraction.document.id}: statement {subject} {statement.relation} {object_} has no evidence"
        )
    for evidence in _pooled(statement.evidence):
        _write_evidence(connection, extraction, key, dict(statement.qualifiers), evidence, swapped=swapped)


def _pooled(evidence: Iterable[Evidence]) -> list[Evidence]:
    """One piece of evidence a sentence: where several rules found it, their names and parts together."""
    by_place: dict[tuple[int, int, str, str], list[Evidence]] = {}
    for piece in evidence:
        by_place.setdefault((piece.start, piece.end, piece.polarity, piece.modality), []).append(piece)
    return [
        dataclasses.replace(
            pieces[0],
            rule=", ".join(sorted({piece.rule for piece in pieces})),
            parts=tuple(part for piece in pieces for part in piece.parts),
        )
        for pieces in by_place.values()
    ]


def _write_evidence(
    connection: sqlite3.Connection,
    extraction: Extraction,
    statement: str,
    qualifiers: dict[str, str],
    evidence: Evidence,
    *,
    swapped: bool,
) -> None:
    document = extraction.document
    told = [_optional(qualifiers.get(name)) for name in _QUALIFIERS]
    key = digest(
        (
            statement, document.id, str(evidence.start), str(evidence.end), evidence.rule, evidence.polarity,
            evidence.modality, *told,
        )
    )  # fmt: skip
    period = bounds(told[0]) if told[0] else None
    dated = "text" if period else "document" if document.date else None
    if period is None and document.date:
        period = (document.date.isoformat(), document.date.isoformat())
    first, last = period or (None, None)
    sentence = next((s.index for s in extraction.sentences if s.start <= evidence.start < s.end), None)
    text = storable(document.text[evidence.start : evidence.end])
    connection.execute(
        f"INSERT OR IGNORE INTO evidence VALUES ({','.join('?' * 20)})",
        (
            key, statement, storable(document.id), sentence, evidence.start, evidence.end, text, evidence.polarity,
            evidence.modality, *told, first, last, dated, evidence.rule, _parts(evidence.parts, swapped=swapped),
            wording(text),
        ),
    )  # fmt: skip


def _parts(parts: tuple[Part, ...], *, swapped: bool) -> str:
    """Parts as JSON ``[[kind, start, end], …]``, in order of their place."""
    rows = [(part.start, part.end, _SWAPPED.get(part.kind, part.kind) if swapped else part.kind) for part in parts]
    return json.dumps([[kind, start, end] for start, end, kind in sorted(set(rows))])


def _require(extraction: Extraction, entity: EntityId) -> None:
    if entity not in extraction.entities:
        raise StoreError(f"{extraction.document.id}: entity {entity!r} is used but not described in `entities`")


def _first(values: Iterable[str | None]) -> str | None:
    return min((value for value in values if value), default=None)


def _optional(text: str | None) -> str | None:
    return storable(text) if text else None
