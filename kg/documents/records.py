"""What the formats share: bounded lines, and records of text, id, date, title and url → Document."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping

from kg.documents.encoding import spoilt
from kg.documents.sources import Source
from kg.errors import DocumentError
from kg.model import Document

MAX_DOCUMENT = 5_000_000
"""Characters of a document."""
MAX_LINE = 10_000_000
"""Characters of a line, with all its fields."""

_WRITTEN_DATE = re.compile(r"(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?")


def read_lines(stream: io.TextIOWrapper, source: Source) -> Iterator[tuple[int, str] | DocumentError]:
    """Numbered lines with their ends; a line too long or undecodable comes as its fault."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            while not line.endswith(("\n", "\r")) and (line := stream.readline(MAX_LINE)):
                pass
            yield DocumentError(
                f"found a line of more than {MAX_LINE:,} characters, the limit", path=source.name, line=number
            )
        elif spoilt(line, encoding=stream.encoding):
            yield undecodable(stream, source, line=number)
        else:
            yield number, line


def undecodable(stream: io.TextIOWrapper, source: Source, *, line: int) -> DocumentError:
    """The fault of a line that is not in the file's encoding."""
    return DocumentError(f"found bytes that are not {stream.encoding}; the line is lost", path=source.name, line=line)


def make_document(record: Mapping[str, object], source: Source, *, line: int) -> Document:
    """A document of a record's fields; other fields are passed over.

    Raises ``DocumentError`` without ``text``, for a field of the wrong kind, and for a wrong date.
    """
    text = _string(record, "text", source, line=line)
    if not text or not text.strip():
        found = "no text" if "text" not in record else "an empty text"
        raise DocumentError(f"found {found}, expected the field 'text' with some", path=source.name, line=line)
    own = record.get("id")
    return Document(
        id=str(own) if isinstance(own, (str, int)) and own != "" else f"{source.label}:{line}",
        text=text,
        date=read_date(_string(record, "date", source, line=line), source, line=line),
        title=_string(record, "title", source, line=line),
        url=_string(record, "url", source, line=line),
        path=source.name,
        line=line,
    )


def read_date(value: str | None, source: Source, *, line: int) -> dt.date | None:
    """A date: ISO 8601, with a time or without, or 2026/1/12, 2026年1月12日; None for none.

    Of a time with a zone the day is taken as written. Raises ``DocumentError`` for anything else.
    """
    if value is None or not value.strip():
        return None
    text = value.strip()
    try:
        if written := _WRITTEN_DATE.fullmatch(text):
            return dt.date(*(int(part) for part in written.groups()))
        return dt.datetime.fromisoformat(text).date()
    except ValueError as problem:
        raise DocumentError(
            f"found the date {text[:40]!r}, expected one such as 2026-01-12", path=source.name, line=line
        ) from problem


def _string(record: Mapping[str, object], name: str, source: Source, *, line: int) -> str | None:
    """A field that is a string or missing."""
    value = record.get(name)
    if value is None or (value == "" and name != "text"):
        return None
    if not isinstance(value, str):
        raise DocumentError(
            f"found {type(value).__name__} in the field {name!r}, expected a string", path=source.name, line=line
        )
    if spoilt(value):  # JSON can write half a character: "\ud83d"
        raise DocumentError(f"found half a character in the field {name!r}", path=source.name, line=line)
    return value
