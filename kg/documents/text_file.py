"""``.txt`` → Document: a line, a paragraph or a file each."""

from __future__ import annotations

import io
from collections.abc import Iterator

from kg.documents.records import MAX_DOCUMENT, read_lines
from kg.documents.sources import Source
from kg.errors import DocumentError
from kg.model import Document

PER = ("line", "paragraph", "file")
"""What makes a document."""

LINE_ENDS = "\r\n"


def read_text(stream: io.TextIOWrapper, source: Source, *, per: str) -> Iterator[Document | DocumentError]:
    """The documents of a text file. Blank lines are none, but count: line 3 is ``<label>:3``.

    A paragraph is a run of lines without a blank one, called after its first line. Texts stay as given but for
    the line end that closes them.
    """
    if per == "line":
        for item in read_lines(stream, source):
            if isinstance(item, DocumentError):
                yield item
            elif item[1].strip():
                yield _document(source, text=item[1].rstrip(LINE_ENDS), line=item[0])
    elif per == "paragraph":
        yield from _paragraphs(stream, source)
    else:
        yield from _file(stream, source)


def _paragraphs(stream: io.TextIOWrapper, source: Source) -> Iterator[Document | DocumentError]:
    lines: list[str] = []
    first = 0
    for item in read_lines(stream, source):
        if isinstance(item, DocumentError):
            yield item
        elif item[1].strip():
            first = first if lines else item[0]
            lines.append(item[1])
        elif lines:
            yield _document(source, text="".join(lines).rstrip(LINE_ENDS), line=first)
            lines = []
    if lines:
        yield _document(source, text="".join(lines).rstrip(LINE_ENDS), line=first)


def _file(stream: io.TextIOWrapper, source: Source) -> Iterator[Document | DocumentError]:
    lines: list[str] = []
    size = 0
    for item in read_lines(stream, source):
        if isinstance(item, DocumentError):
            yield item
            continue
        lines.append(item[1])
        size += len(item[1])
        if size > MAX_DOCUMENT:
            raise DocumentError(
                f"found a file of more than {MAX_DOCUMENT:,} characters, the limit of a document; "
                "read it by line or paragraph",
                path=source.name,
            )
    text = "".join(lines).rstrip(LINE_ENDS)
    if text.strip():
        yield Document(id=source.label, text=text, path=source.name)


def _document(source: Source, *, text: str, line: int) -> Document:
    return Document(id=f"{source.label}:{line}", text=text, path=source.name, line=line)
