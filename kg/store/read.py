"""Rows → what callers read, always in an order that depends on content alone."""

# ruff: noqa: S608 – SQL is put together from our own names; values are always bound

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence

from kg.model import EntityType, Modality, Part, PartKind, Polarity
from kg.store.fulltext import match_query
from kg.store.identity import fold
from kg.store.rows import Label, StatementFilter, StoredDocument, StoredEntity, StoredEvidence, StoredStatement

_FIRMNESS = {modality: rank for rank, modality in enumerate(Modality)}
_RANKED = list(Modality)
_SLICE = 500  # far below SQLite's limit of variables in one query
_DISPUTED = (
    "(EXISTS (SELECT 1 FROM statements o WHERE o.subject = s.subject AND o.relation = s.relation"
    " AND o.object = s.object AND o.polarity <> s.polarity)"
    " OR EXISTS (SELECT 1 FROM evidence x WHERE x.statement = s.id AND x.polarity <> s.polarity))"
)

_TYPE = "(SELECT type FROM entities WHERE id = s.{})"

_Among = Callable[[str, Sequence[str]], str]


def read_labels(connection: sqlite3.Connection, table: str) -> dict[str, Label]:
    """Types, families or relations by name, in the order of ``rules/ontology.yaml``."""
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY position")
    if table == "relations":
        return {
            r["name"]: Label(r["name"], r["label"], r["en"], r["family"], bool(r["symmetric"]), r["code"])
            for r in rows
        }
    return {r["name"]: Label(r["name"], r["label"], r["en"]) for r in rows}


def read_documents(connection: sqlite3.Connection) -> Iterator[StoredDocument]:
    """All documents by id."""
    for r in connection.execute("SELECT id, path, line, date, title, url, text FROM documents ORDER BY id"):
        yield StoredDocument(*r)


def read_entities(connection: sqlite3.Connection) -> Iterator[StoredEntity]:
    """All entities by id."""
    aliases: dict[str, list[str]] = {}
    for r in connection.execute("SELECT entity, name FROM aliases ORDER BY entity, name"):
        if r["name"] != r["entity"]:
            aliases.setdefault(r["entity"], []).append(r["name"])
    counts = {
        r[0]: (r[1], r[2])
        for r in connection.execute("SELECT entity, COUNT(*), COUNT(DISTINCT document) FROM mentions GROUP BY entity")
    }
    for r in connection.execute("SELECT * FROM entities ORDER BY id"):
        mentions, documents = counts.get(r["id"], (0, 0))
        yield StoredEntity(
            id=r["id"], type=EntityType(r["type"]), aliases=tuple(aliases.get(r["id"], ())), en=r["en"],
            reading=r["reading"], wikidata=r["wikidata"], country=r["country"], mentions=mentions,
            documents=documents,
        )  # fmt: skip


def read_spans(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """The first and last date of the documents that name an entity; without those that no dated one names."""
    rows = connection.execute(
        "SELECT m.entity, MIN(d.date), MAX(d.date) FROM mentions m JOIN documents d ON d.id = m.document"
        " WHERE d.date IS NOT NULL GROUP BY m.entity"
    )
    return {entity: (first, last) for entity, first, last in rows}


def read_statements(connection: sqlite3.Connection, wanted: StatementFilter) -> Iterator[StoredStatement]:
    """Statements that meet ``wanted``, by subject, relation (ontology order), object, polarity."""
    conditions, values = _conditions(wanted)
    where = "WHERE " + " AND ".join(conditions) if conditions else ""
    rank = " ".join(f"WHEN '{modality}' THEN {rank}" for modality, rank in _FIRMNESS.items())
    rows = connection.execute(
        f"SELECT s.id, s.subject, s.relation, s.object, s.polarity, MIN(CASE e.modality {rank} END) AS firmness,"
        " COUNT(*) AS evidence, COUNT(DISTINCT e.document) AS documents, COUNT(DISTINCT e.wording) AS independent,"
        ' MIN(e."first") AS "first", MAX(e."last") AS "last"'
        " FROM statements s JOIN relations r ON r.name = s.relation JOIN evidence e ON e.statement = s.id"
        f" {where} GROUP BY s.id ORDER BY s.subject, r.position, s.object, s.polarity",
        values,
    )
    for r in rows:
        yield StoredStatement(
            id=r["id"], subject=r["subject"], relation=r["relation"], object=r["object"],
            polarity=Polarity(r["polarity"]), modality=_RANKED[r["firmness"]], evidence=r["evidence"],
            documents=r["documents"], independent=r["independent"], first=r["first"], last=r["last"],
        )  # fmt: skip


def read_evidence(connection: sqlite3.Connection, statements: Sequence[str] | None) -> Iterator[StoredEvidence]:
    """Evidence of these statements (None: of all), by statement id, then document and place in it."""
    order = 'ORDER BY statement, document, "start", "end", id'
    if statements is None:
        yield from map(_evidence, connection.execute(f"SELECT * FROM evidence {order}"))
        return
    wanted = sorted(set(statements))
    for at in range(0, len(wanted), _SLICE):
        ids = wanted[at : at + _SLICE]
        marks = ",".join("?" * len(ids))
        rows = connection.execute(f"SELECT * FROM evidence WHERE statement IN ({marks}) {order}", ids)
        yield from map(_evidence, rows)


def find_named(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Ids of the entities a name may mean: the one with that id, else all with that alias."""
    exact = connection.execute("SELECT id FROM entities WHERE id = ?", (name,)).fetchone()
    if exact:
        return (str(exact[0]),)
    folded = fold(name)
    own = [
        str(r[0])
        for r in connection.execute(
            "SELECT DISTINCT entity, name FROM aliases WHERE folded = ? AND entity = name ORDER BY entity", (folded,)
        )
    ]
    rows = connection.execute("SELECT DISTINCT entity FROM aliases WHERE folded = ? ORDER BY entity", (folded,))
    return tuple(own) or tuple(str(r[0]) for r in rows)


def read_names(connection: sqlite3.Connection) -> list[str]:
    """Every name of every entity, for proposals."""
    return [str(r[0]) for r in connection.execute("SELECT DISTINCT name FROM aliases ORDER BY name")]


def _evidence(r: sqlite3.Row) -> StoredEvidence:
    parts = tuple(Part(PartKind(kind), start, end) for kind, start, end in json.loads(r["parts"]))
    return StoredEvidence(
        id=r["id"], statement=r["statement"], document=r["document"], sentence=r["sentence"], start=r["start"],
        end=r["end"], text=r["text"], polarity=Polarity(r["polarity"]), modality=Modality(r["modality"]),
        time=r["time"], place=r["place"], item=r["item"], title=r["title"], source=r["source"], first=r["first"],
        last=r["last"], dated=r["dated"], rule=r["rule"], parts=parts,
    )  # fmt: skip


def _conditions(wanted: StatementFilter) -> tuple[list[str], list[str]]:
    """The filter as SQL conditions joined by AND, with the values they bind."""
    conditions: list[str] = []
    values: list[str] = []

    def among(column: str, names: Sequence[str]) -> str:
        # one JSON array a list: no limit on its length
        values.append(json.dumps(list(names), ensure_ascii=False))
        return f"{column} IN (SELECT value FROM json_each(?))"

    for column, names in (
        ("s.id", wanted.ids), ("s.relation", wanted.relations), ("r.family", wanted.families),
        ("s.polarity", wanted.polarities),
    ):  # fmt: skip
        if names:
            conditions.append(among(column, names))
    if wanted.either:
        conditions.append(f"({among('s.subject', wanted.either)} OR {among('s.object', wanted.either)})")
    if wanted.ends:
        conditions += [among("s.subject", wanted.ends), among("s.object", wanted.ends)]
    if wanted.types:
        conditions.append(
            f"({among(_TYPE.format('subject'), wanted.types)} OR {among(_TYPE.format('object'), wanted.types)})"
        )
    if wanted.subjects or wanted.objects or wanted.subject_types or wanted.object_types:
        # a symmetric relation is stored one way round and asked for either way
        straight = _end_conditions(wanted, among, "subject", "object")
        turned = _end_conditions(wanted, among, "object", "subject")
        conditions.append(f"({straight} OR (r.symmetric AND {turned}))")
    if wanted.disputed:
        conditions.append(_DISPUTED)
    evidence = _evidence_conditions(wanted, among, values)
    if evidence:
        conditions.append(f"s.id IN (SELECT x.statement FROM evidence x WHERE {' AND '.join(evidence)})")
    return conditions, values


def _end_conditions(wanted: StatementFilter, among: _Among, subject: str, object_: str) -> str:
    """What the two ends must be, ``subject`` and ``object_`` naming the columns that play these parts."""
    conditions = []
    if wanted.subjects:
        conditions.append(among(f"s.{subject}", wanted.subjects))
    if wanted.objects:
        conditions.append(among(f"s.{object_}", wanted.objects))
    if wanted.subject_types:
        conditions.append(among(_TYPE.format(subject), wanted.subject_types))
    if wanted.object_types:
        conditions.append(among(_TYPE.format(object_), wanted.object_types))
    return " AND ".join(conditions)


def _evidence_conditions(wanted: StatementFilter, among: _Among, values: list[str]) -> list[str]:
    """Conditions that one piece of evidence, ``x``, must meet together."""
    conditions: list[str] = []
    if wanted.modalities:
        conditions.append(among("x.modality", wanted.modalities))
    if wanted.source:
        conditions.append(among("x.source", wanted.source))
    if wanted.since:
        conditions.append('x."last" >= ?')
        values.append(wanted.since)
    if wanted.until:
        conditions.append('x."first" <= ?')
        values.append(wanted.until)
    if wanted.text:
        query = match_query(wanted.text)
        if query:
            conditions.append(
                "(x.document, x.sentence) IN (SELECT n.document, n.number FROM sentences n WHERE n.key IN"
                " (SELECT rowid FROM sentence_bigrams WHERE sentence_bigrams MATCH ?))"
            )
            values.append(query)
        conditions.append("holds(x.text, ?)")
        values.append(wanted.text)
    return conditions


def holds_words(text: str, words: str) -> bool:
    """Whether a text holds all of the words, folded; SQL's ``holds``."""
    folded = fold(text)
    return all(word in folded for word in fold(words).split())
