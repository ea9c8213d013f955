"""The tables of the graph's file, and how an older file becomes a newer one (described in ``docs/store.md``)."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x6B674A41
"""Marks a SQLite file as ours (``kgJA``), so that another program's database is not written into."""

_FIRST = """
CREATE TABLE manifest (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE types (
    name TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    en TEXT NOT NULL,
    position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE families (
    name TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    en TEXT NOT NULL,
    position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE relations (
    name TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    en TEXT NOT NULL,
    family TEXT NOT NULL REFERENCES families,
    symmetric INTEGER NOT NULL,
    code TEXT,
    position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    reader TEXT NOT NULL,
    path TEXT NOT NULL,
    line INTEGER NOT NULL,
    date TEXT,
    title TEXT,
    url TEXT,
    text TEXT NOT NULL
);
CREATE TABLE sentences (
    key INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document, number)
);
CREATE VIRTUAL TABLE sentence_bigrams USING fts5 (bigrams, tokenize = "unicode61 remove_diacritics 0");
CREATE TRIGGER sentence_gone AFTER DELETE ON sentences BEGIN
    DELETE FROM sentence_bigrams WHERE rowid = old.key;
END;
CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL REFERENCES types,
    en TEXT,
    reading TEXT,
    wikidata TEXT,
    country TEXT
);
CREATE INDEX entities_by_type ON entities (type);
CREATE TABLE aliases (
    entity TEXT NOT NULL REFERENCES entities ON DELETE CASCADE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE INDEX aliases_by_name ON aliases (folded);
CREATE TABLE descriptions (
    id TEXT PRIMARY KEY,
    entity TEXT NOT NULL REFERENCES entities ON DELETE CASCADE,
    type TEXT NOT NULL REFERENCES types,
    en TEXT,
    reading TEXT,
    wikidata TEXT,
    country TEXT,
    aliases TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX descriptions_by_entity ON descriptions (entity);
CREATE TABLE sightings (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    description TEXT NOT NULL REFERENCES descriptions ON DELETE CASCADE,
    PRIMARY KEY (document, description)
) WITHOUT ROWID;
CREATE INDEX sightings_by_description ON sightings (description);
CREATE TABLE mentions (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    entity TEXT NOT NULL REFERENCES entities,
    sentence INTEGER NOT NULL,
    text TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (document, "start", "end", entity)
) WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions (entity);
CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES entities,
    relation TEXT NOT NULL REFERENCES relations,
    object TEXT NOT NULL REFERENCES entities,
    polarity TEXT NOT NULL CHECK (polarity IN ('affirmed', 'negated')),
    UNIQUE (subject, relation, object, polarity)
);
CREATE INDEX statements_by_object ON statements (object);
CREATE INDEX statements_by_relation ON statements (relation);
CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    statement TEXT NOT NULL REFERENCES statements,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    sentence INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    polarity TEXT NOT NULL CHECK (polarity IN ('affirmed', 'negated')),
    modality TEXT NOT NULL CHECK (modality IN ('actual', 'planned', 'possible')),
    time TEXT,
    place TEXT,
    item TEXT,
    title TEXT,
    source TEXT,
    "first" TEXT,
    "last" TEXT,
    dated TEXT CHECK (dated IN ('text', 'document')),
    rule TEXT NOT NULL,
    parts TEXT NOT NULL
);
CREATE INDEX evidence_by_statement ON evidence (statement);
CREATE INDEX evidence_by_document ON evidence (document);

CREATE VIEW statements_read AS
SELECT s.id, s.subject, r.label AS relation, s.object,
       CASE s.polarity WHEN 'negated' THEN '否定' ELSE '肯定' END AS polarity,
       CASE MIN(CASE e.modality WHEN 'actual' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END)
            WHEN 1 THEN '実際' WHEN 2 THEN '予定' ELSE '可能性' END AS modality,
       COUNT(*) AS evidence, COUNT(DISTINCT e.document) AS documents, MIN(e."first") AS since, MAX(e."last") AS until
FROM statements s JOIN relations r ON r.name = s.relation JOIN evidence e ON e.statement = s.id
GROUP BY s.id ORDER BY s.subject, r.position, s.object, s.polarity;
CREATE VIEW evidence_read AS
SELECT s.subject, r.label AS relation, s.object,
       CASE e.polarity WHEN 'negated' THEN '否定' ELSE '肯定' END AS polarity,
       CASE e.modality WHEN 'actual' THEN '実際' WHEN 'planned' THEN '予定' ELSE '可能性' END AS modality,
       e.time, e.place, e.item, e.title, e.source, e.text, e.document, d.date, d.url, e.rule
FROM evidence e JOIN statements s ON s.id = e.statement JOIN relations r ON r.name = s.relation
     JOIN documents d ON d.id = e.document
ORDER BY e.document, e."start", s.subject, r.position, s.object;
CREATE VIEW entities_read AS
SELECT n.id, t.label AS type, n.en, n.reading, n.country, n.wikidata,
       (SELECT COUNT(*) FROM mentions m WHERE m.entity = n.id) AS mentions,
       (SELECT COUNT(DISTINCT m.document) FROM mentions m WHERE m.entity = n.id) AS documents
FROM entities n JOIN types t ON t.name = n.type ORDER BY n.id;
"""

# documents are read again, which fills the new column
_COUNT_WORDINGS = """
ALTER TABLE evidence ADD COLUMN wording TEXT NOT NULL DEFAULT '';
DROP INDEX mentions_by_entity;
CREATE INDEX mentions_by_entity ON mentions (entity, text, found);
UPDATE documents SET reader = '';
"""

MIGRATIONS: tuple[tuple[str, str], ...] = (("first", _FIRST), ("count wordings", _COUNT_WORDINGS))
"""Name and SQL of each step, oldest first; never changed once released, only added to."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the newest schema, each step in a transaction of its own and recorded in ``migrations``."""
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    done = {row[0] for row in connection.execute("SELECT number FROM migrations")}
    for number, (name, sql) in enumerate(MIGRATIONS, start=1):
        if number in done:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in _split(sql):
                connection.execute(statement)
            connection.execute("INSERT INTO migrations VALUES (?, ?)", (number, name))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _split(sql: str) -> list[str]:
    """The statements of a script; ``executescript`` is no help, as it commits the transaction around it."""
    statements, gathered = [], ""
    for line in sql.splitlines():
        gathered += line + "\n"
        if sqlite3.complete_statement(gathered):
            statements.append(gathered)
            gathered = ""
    return statements
