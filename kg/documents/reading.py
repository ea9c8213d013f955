"""Paths → Documents: opens each source, hands it to its format, and keeps the ids unique."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.documents.csv_file import read_csv
from kg.documents.encoding import find_encoding
from kg.documents.html_file import read_html
from kg.documents.jsonl_file import read_jsonl
from kg.documents.records import MAX_DOCUMENT
from kg.documents.sources import FORMATS, Source, find_sources, open_source
from kg.documents.text_file import PER, read_text
from kg.errors import DocumentError
from kg.model import Document

Reader = Callable[[io.TextIOWrapper, Source], Iterator[Document | DocumentError]]


def read_documents(
    paths: Sequence[str | Path],
    *,
    per: str = "line",
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002
) -> Iterator[Document | DocumentError]:
    """The documents of files and folders, in order; what is wrong comes as a ``DocumentError`` in its place.

    ``-`` is standard input. ``per`` is what makes a document in a text file: ``line``, ``paragraph`` or
    ``file``. ``encoding`` is found out where it is not given. ``format`` (``txt``, ``jsonl``, ``csv``, ``html``)
    holds for standard input and unknown extensions. Ids are unique: a second document of one id is a fault.

    Raises ``DocumentError`` for an unknown ``per``, ``encoding`` or ``format``.
    """
    _check_choice(per, PER, name="per")
    if format is not None:
        _check_choice(format, tuple(dict.fromkeys(FORMATS.values())), name="format")
    readers: dict[str, Reader] = {
        "txt": lambda stream, source: read_text(stream, source, per=per),
        "jsonl": read_jsonl,
        "csv": read_csv,
        "html": read_html,
    }
    sources, faults = find_sources(paths, format=format)
    yield from faults
    seen: dict[str, str] = {}
    for source in sources:
        for item in _read_source(source, readers[source.format], encoding=encoding):
            yield _once(item, seen) if isinstance(item, Document) else item


def _read_source(source: Source, reader: Reader, *, encoding: str | None) -> Iterator[Document | DocumentError]:
    """The documents of one source; a fault of the whole file ends it."""
    try:
        with open_source(source) as stream:
            name = find_encoding(stream, encoding=encoding, path=source.name)
            # newline="": line ends inside a text stay as given; surrogateescape: a spoilt line is lost alone
            text = io.TextIOWrapper(stream, encoding=name, errors="surrogateescape", newline="")
            found = False
            for item in reader(text, source):
                found = True
                yield item
            if not found:
                yield DocumentError("found no text, only blank lines", path=source.name)
    except DocumentError as fault:
        if not fault.path:  # not of this file: an unknown encoding
            raise
        yield fault
    except UnicodeError as problem:
        yield DocumentError(f"found bytes that are not {encoding or 'text'}: {problem}", path=source.name)
    except OSError as problem:
        yield DocumentError(f"cannot be read: {problem.strerror or problem}", path=source.name)


def _once(document: Document, seen: dict[str, str]) -> Document | DocumentError:
    """The document, if it is of legal size and the first of its id."""
    where = f"{document.path}:{document.line}" if document.line else document.path
    if len(document.text) > MAX_DOCUMENT:
        return DocumentError(
            f"found a document of {len(document.text):,} characters, expected at most {MAX_DOCUMENT:,}",
            path=document.path,
            line=document.line,
        )
    if document.id in seen:
        return DocumentError(
            f"found the id {document.id!r} a second time, expected unique ids; the first is at {seen[document.id]}",
            path=document.path,
            line=document.line,
        )
    seen[document.id] = where
    return document


def _check_choice(value: str, choices: Sequence[str], *, name: str) -> None:
    if value not in choices:
        raise DocumentError(f"found {name} {value!r}, expected one of {', '.join(choices)}")
