"""The graph's file: opened, written in batches, read."""

# ruff: noqa: S608 – SQL is put together from our own names; values are always bound

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from kg.errors import StoreError
from kg.model import Document, Extraction
from kg.rulebook.types import Ontology
from kg.store import read, write
from kg.store.identity import digest, storable
from kg.store.rows import Label, StatementFilter, StoredDocument, StoredEntity, StoredEvidence, StoredStatement
from kg.store.schema import APPLICATION_ID, MIGRATIONS, migrate

BATCH = 32
"""Documents a transaction."""

_Row = TypeVar("_Row")

_WAIT = 10.0  # seconds for another process's lock


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many documents were added, replaced because they or the rules changed, or already there."""

    added: int = 0
    replaced: int = 0
    skipped: int = 0


class Store:
    """The graph in one SQLite file. ``open_store`` makes one; it is a context manager.

    What it yields is sorted by content, so that exports of the same texts are the same bytes.
    """

    def __init__(self, connection: sqlite3.Connection, path: str, *, only: StatementFilter | None = None) -> None:
        self._connection, self.path, self._only = connection, path, only

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; afterwards it is one file again, without a journal beside it."""
        # a reader elsewhere keeps the journal; then the last one to close tidies up
        try:
            if not self._connection.execute("PRAGMA query_only").fetchone()[0]:
                self._connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error:
            pass
        self._connection.close()

    def part(self, only: StatementFilter) -> Store:
        """The same store for reading, limited to what ``only`` lets through (entities are not)."""
        return Store(self._connection, self.path, only=only)

    # -- writing -----------------------------------------------------------------------------------------------

    def prepare(self, ontology: Ontology, versions: Mapping[str, str]) -> None:
        """Say by what the next documents are read: labels of types and relations, and the versions of the rules,
        the program and what it parses with. A document read by other versions counts as new.
        """
        with self._transaction() as connection:
            for place, info in enumerate(ontology.types.values()):
                _upsert(connection, "types", (info.name.value, info.label, info.en, place))
            for place, family in enumerate(ontology.families.values()):
                _upsert(connection, "families", (family.name, family.label, family.en, place))
            for place, rel in enumerate(ontology.relations.values()):
                values = (rel.name, rel.label, rel.en, rel.family, int(rel.symmetric), rel.code, place)
                _upsert(connection, "relations", values)
            told = {**versions, "reader": digest(itertools.chain.from_iterable(sorted(versions.items())), length=32)}
            connection.execute("DELETE FROM manifest")
            connection.executemany("INSERT INTO manifest VALUES (?, ?)", sorted(told.items()))

    def holds(self, document: Document) -> bool:
        """Whether the document is here as it stands, read by the versions of ``prepare``."""
        return write.is_current(self._connection, document, self._reader())

    def write(self, extractions: Iterable[Extraction], *, batch: int = BATCH, again: bool = False) -> WriteReport:
        """Put documents in, a transaction for every ``batch`` of them; killed in between, the file is whole.

        A document that is already here and unchanged is left alone (not with ``again``), a changed one replaced.
        Raises ``StoreError`` when the file cannot be written or an extraction does not describe an entity it names.
        """
        reader, added, replaced, skipped = self._reader(), 0, 0, 0
        relations = self.relations()
        symmetric = frozenset(name for name, relation in relations.items() if relation.symmetric)
        waiting = iter(extractions)
        while gathered := list(itertools.islice(waiting, batch)):  # read first: the parser must not hold the lock
            with self._transaction() as connection:
                touched: set[str] = set()
                replaced_before = replaced
                for extraction in gathered:
                    if not again and write.is_current(connection, extraction.document, reader):
                        skipped += 1
                        continue
                    if self._has(extraction.document.id):
                        replaced += 1
                        touched |= write.drop_documents(connection, (storable(extraction.document.id),))
                    else:
                        added += 1
                    _check_names(extraction, relations)
                    touched |= write.write_extraction(connection, extraction, reader, symmetric)
                if replaced > replaced_before:
                    write.drop_unsupported(connection)
                write.refresh_entities(connection, touched)
        return WriteReport(added, replaced, skipped)

    def prune(self, keep: Iterable[str]) -> int:
        """Take out all documents but those with these ids; returns how many went."""
        kept = {storable(key) for key in keep}
        gone = sorted(set(self.document_ids()) - kept)
        with self._transaction() as connection:
            touched = write.drop_documents(connection, gone)
            write.drop_unsupported(connection)
            write.refresh_entities(connection, touched)
        return len(gone)

    # -- reading -----------------------------------------------------------------------------------------------

    def manifest(self) -> dict[str, str]:
        """Versions that read the documents, by name."""
        return {row[0]: row[1] for row in self._connection.execute("SELECT * FROM manifest ORDER BY key")}

    def types(self) -> dict[str, Label]:
        """Entity types by name, in the ontology's order."""
        return read.read_labels(self._connection, "types")

    def families(self) -> dict[str, Label]:
        """Families of relations by name, in the ontology's order."""
        return read.read_labels(self._connection, "families")

    def relations(self) -> dict[str, Label]:
        """Relations by name, in the ontology's order."""
        return read.read_labels(self._connection, "relations")

    def document_ids(self) -> list[str]:
        """Ids of all documents, sorted."""
        return [str(row[0]) for row in self._connection.execute("SELECT id FROM documents ORDER BY id")]

    def path_of(self, document: str) -> str | None:
        """The file that a document was read from; None when there is no such document."""
        row = self._connection.execute("SELECT path FROM documents WHERE id = ?", (storable(document),)).fetchone()
        return None if row is None else str(row[0])

    def documents(self) -> Iterator[StoredDocument]:
        """All documents, by id."""
        documents = self._reading(read.read_documents(self._connection))
        if self._only is None:
            return documents
        telling = {evidence.document for evidence in self.evidence()}
        return (document for document in documents if document.id in telling)

    def entities(self) -> Iterator[StoredEntity]:
        """All entities, by id."""
        return self._reading(read.read_entities(self._connection))

    def entity_dates(self) -> dict[str, tuple[str, str]]:
        """The first and last ISO date of the documents that name an entity, where one of them has a date."""
        return read.read_spans(self._connection)

    def statements(self, wanted: StatementFilter | None = None) -> Iterator[StoredStatement]:
        """The statements that meet ``wanted``, by subject, relation, object and polarity."""
        return self._reading(read.read_statements(self._connection, wanted or self._only or StatementFilter()))

    def evidence(self, statements: Sequence[str] | None = None) -> Iterator[StoredEvidence]:
        """Evidence of the statements with these ids (default: all), by statement id, document and place."""
        if statements is None and self._only is not None:
            statements = [statement.id for statement in self.statements()]
        return self._reading(read.read_evidence(self._connection, statements))

    def find_named(self, name: str) -> tuple[str, ...]:
        """Ids of the entities that a name, alias, reading or English name may mean; empty when none is known."""
        return read.find_named(self._connection, storable(name))

    def names(self) -> list[str]:
        """Every name of every entity."""
        return read.read_names(self._connection)

    # -- within ------------------------------------------------------------------------------------------------

    def _has(self, document: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM documents WHERE id = ?", (storable(document),))
        return found.fetchone() is not None

    def _reader(self) -> str:
        row = self._connection.execute("SELECT value FROM manifest WHERE key = 'reader'").fetchone()
        if row is None:
            raise StoreError("not prepared; call `prepare` with the ontology first", path=self.path)
        return str(row[0])

    def _reading(self, rows: Iterator[_Row]) -> Iterator[_Row]:
        """The rows, with SQLite's faults (a damaged page, a lock) as ``StoreError``."""
        try:
            yield from rows
        except sqlite3.Error as error:
            raise StoreError(f"cannot be read: {error}", path=self.path) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, with SQLite's faults as ``StoreError``."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(f"cannot be written: {error}", path=self.path) from error


def open_store(path: str | Path, *, create: bool = False) -> Store:
    """Open the graph's file; ``create`` allows writing and makes the file and its folder where they lack.

    Raises ``StoreError`` when there is none, when it is no graph of ours, newer than this program, or damaged.
    """
    file = Path(path)
    if not create and not file.is_file():
        raise StoreError("no graph here; `kg build` makes one", path=str(path))
    try:
        if create:
            file.parent.mkdir(parents=True, exist_ok=True)
        uri = f"{file.resolve().as_uri()}?mode={'rwc' if create else 'ro'}"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"cannot be opened: {error}", path=str(path)) from error
    try:
        _set_up(connection, str(path), create=create)
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(f"cannot be read as a graph: {error}", path=str(path)) from error
    except StoreError:
        connection.close()
        raise
    return Store(connection, str(path))


def _set_up(connection: sqlite3.Connection, path: str, *, create: bool) -> None:
    """Check that the file is ours, set how the connection works, migrate when writing."""
    connection.row_factory = sqlite3.Row
    ours = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    empty = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0] == 0
    if ours != APPLICATION_ID and not (create and empty):
        raise StoreError("is a SQLite file, but no graph made by `kg build`", path=path)
    if version > len(MIGRATIONS):
        raise StoreError(f"has schema {version}, this program knows up to {len(MIGRATIONS)}; update kg", path=path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function("holds", 2, read.holds_words, deterministic=True)
    if create:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        migrate(connection)
        return
    if version < len(MIGRATIONS):
        raise StoreError(f"has schema {version}, not {len(MIGRATIONS)}; `kg build` brings it up to date", path=path)
    connection.execute("PRAGMA query_only = ON")


def _upsert(connection: sqlite3.Connection, table: str, values: tuple[object, ...]) -> None:
    """Insert a label or bring it up to date; rows that others refer to stay."""
    columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
    sets = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    connection.execute(
        f"INSERT INTO {table} VALUES ({','.join('?' * len(values))}) ON CONFLICT (name) DO UPDATE SET {sets}",
        values,
    )


def _check_names(extraction: Extraction, relations: Mapping[str, Label]) -> None:
    for statement in extraction.statements:
        if statement.relation not in relations:
            raise StoreError(f"{extraction.document.id}: relation {statement.relation!r} is not in the ontology")
