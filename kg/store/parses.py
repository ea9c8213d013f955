"""Parses kept in a file, so that changed rules read a text again without parsing it again.

A file of its own beside the graph (``.parses.sqlite``): it only saves time and may be deleted. It keeps the parses of
one version of the parser. Fits ``kg.pipeline.ParseCache``; worker processes, which get it pickled, only read.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import StoreError
from kg.model import Bunsetsu, Parse, Token

_SCHEMA = """
CREATE TABLE IF NOT EXISTS parses (key TEXT PRIMARY KEY, parse BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS version (value TEXT NOT NULL);
"""
_APPLICATION_ID = 0x6B675052
_COMMIT = 500
"""New parses a transaction."""

_TOKEN, _BUNSETSU = attrgetter(*Token.__slots__), attrgetter(*Bunsetsu.__slots__)  # all fields, in order


class ParseFile:
    """Parses by key in an SQLite file; a context manager that saves what is new.

    ``version`` is that of the parser: a file of another one is emptied. Raises ``StoreError`` when the file cannot
    be opened or is no file of ours.
    """

    def __init__(self, path: Path, version: str) -> None:
        self._path, self._version = path, version
        self._connection = self._open(writing=True)
        self._waiting: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __getstate__(self) -> tuple[Path, str]:
        """What a worker process needs to read the file."""
        return self._path, self._version

    def __setstate__(self, state: tuple[Path, str]) -> None:
        self._path, self._version = state
        self._connection = self._open(writing=False)
        self._waiting = {}

    def get(self, key: str) -> Parse | None:
        """The parse kept under ``key``; None if there is none or it cannot be read."""
        data = self._waiting.get(key)
        if data is None:
            try:
                row = self._connection.execute("SELECT parse FROM parses WHERE key = ?", (key,)).fetchone()
            except sqlite3.Error:  # locked or damaged: parsing again costs time and nothing else
                return None
            if row is None:
                return None
            data = row[0]
        try:
            return unpack(data)
        except (ValueError, TypeError, zlib.error):
            return None

    def put(self, key: str, parse: Parse) -> None:
        """Keep ``parse`` under ``key``."""
        self._waiting[key] = pack(parse)
        if len(self._waiting) >= _COMMIT:
            self.save()

    def save(self) -> None:
        """Write what is new. A full disk loses parses, which cost time, not findings."""
        rows = sorted(self._waiting.items())
        self._waiting = {}
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO parses VALUES (?, ?)", rows)
        except sqlite3.Error:
            return

    def close(self) -> None:
        """Save and close."""
        self.save()
        self._connection.close()

    def _open(self, *, writing: bool) -> sqlite3.Connection:
        try:
            uri = f"{self._path.resolve().as_uri()}?mode={'rwc' if writing else 'ro'}"
            connection = sqlite3.connect(uri, uri=True, timeout=10.0)
            if writing:
                self._set_up(connection)
        except sqlite3.Error as error:
            raise StoreError(
                f"cannot keep parses: {error}; the file may be deleted", path=str(self._path)
            ) from error
        return connection

    def _set_up(self, connection: sqlite3.Connection) -> None:
        ours = connection.execute("PRAGMA application_id").fetchone()[0]
        if ours != _APPLICATION_ID and connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError("is a SQLite file, but not of kept parses", path=str(self._path))
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
        with connection:
            kept = connection.execute("SELECT value FROM version").fetchone()
            if kept is None or kept[0] != self._version:
                connection.execute("DELETE FROM parses")
                connection.execute("DELETE FROM version")
                connection.execute("INSERT INTO version VALUES (?)", (self._version,))


def pack(parse: Parse) -> bytes:
    """A parse in few bytes."""
    tokens, bunsetsu = [_TOKEN(token) for token in parse.tokens], [_BUNSETSU(phrase) for phrase in parse.bunsetsu]
    text = json.dumps([parse.sentence, tokens, bunsetsu], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(data: bytes) -> Parse:
    """What ``pack`` packed. Raises ``ValueError``, ``TypeError`` or ``zlib.error`` for other bytes."""
    sentence, tokens, bunsetsu = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return Parse(sentence, tuple(Token(*token) for token in tokens), tuple(Bunsetsu(*phrase) for phrase in bunsetsu))
