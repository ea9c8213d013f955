"""``.jsonl`` → Document: an object a line with ``text`` and, if known, ``id``, ``date``, ``title``, ``url``."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from kg.documents.records import make_document, read_lines
from kg.documents.sources import Source
from kg.errors import DocumentError
from kg.model import Document


def read_jsonl(stream: io.TextIOWrapper, source: Source) -> Iterator[Document | DocumentError]:
    """The documents of a JSONL file; a broken line is its own fault."""
    for item in read_lines(stream, source):
        if isinstance(item, DocumentError):
            yield item
        elif item[1].strip():
            try:
                yield make_document(_object(item[1].strip(), source, line=item[0]), source, line=item[0])
            except DocumentError as fault:
                yield fault


def _object(text: str, source: Source, *, line: int) -> dict[str, object]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as problem:
        what = f"{problem.msg.removesuffix(' at')} at character {problem.pos + 1}"
        message = f"found broken JSON ({what}), expected an object"
        raise DocumentError(message, path=source.name, line=line) from problem
    except (ValueError, RecursionError) as problem:  # a number of 5,000 digits; 100,000 brackets
        message = "found JSON beyond all bounds, expected an object"
        raise DocumentError(message, path=source.name, line=line) from problem
    if not isinstance(value, dict):
        raise DocumentError(f"found {type(value).__name__}, expected an object", path=source.name, line=line)
    return value
