"""``.csv`` → Document: a row each, under a header with ``text`` and, if known, ``id``, ``date``, ``title``, ``url``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kg.documents.encoding import spoilt
from kg.documents.records import MAX_LINE, make_document, undecodable
from kg.documents.sources import Source
from kg.errors import DocumentError
from kg.model import Document


def read_csv(stream: io.TextIOWrapper, source: Source) -> Iterator[Document | DocumentError]:
    """The documents of a CSV file (RFC 4180), each named after the line its row begins in.

    Raises ``DocumentError`` for a header without ``text``; a broken row is its own fault.
    """
    # Python's own limit is 131,072 characters a field, and is set for the process
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    rows = csv.reader(stream)
    header: list[str] | None = None
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield DocumentError(f"found a broken row ({problem}), expected CSV", path=source.name, line=line)
            continue
        if not any(field.strip() for field in row):
            continue
        if header is None:
            header = _header(row, source, line=line)
            continue
        try:
            yield _document(header, row, stream, source, line=line)
        except DocumentError as fault:
            yield fault


def _header(row: list[str], source: Source, *, line: int) -> list[str]:
    names = [name.strip().lower() for name in row]
    if "text" not in names:
        raise DocumentError(
            f"found the columns {', '.join(names)[:200]}; expected one named text", path=source.name, line=line
        )
    return names


def _document(header: list[str], row: list[str], stream: io.TextIOWrapper, source: Source, *, line: int) -> Document:
    if any(spoilt(field, encoding=stream.encoding) for field in row):
        raise undecodable(stream, source, line=line)
    if len(row) != len(header):
        raise DocumentError(f"found {len(row)} fields, expected {len(header)}", path=source.name, line=line)
    return make_document(dict(zip(header, row, strict=True)), source, line=line)
