"""Names that depend on content alone: ids of statements and evidence, hashes of documents, folded names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from kg.model import Document

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def digest(parts: Iterable[str | None], *, length: int = 16) -> str:
    """A hexadecimal hash of a sequence of texts; None and the empty text differ, and so do ``ab, c`` and ``a, bc``."""
    hashed = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else storable(part).encode()
        hashed.update(f"{'-' if part is None else len(data)}:".encode())
        hashed.update(data)
    return hashed.hexdigest()[:length]


def statement_id(subject: str, relation: str, object_: str, polarity: str) -> str:
    """The id of a statement; a symmetric relation's ends are given in code point order."""
    return digest((subject, relation, object_, polarity))


def document_hash(document: Document) -> str:
    """Changes when anything changes that a stage reads or an export shows."""
    date = document.date.isoformat() if document.date else None
    return digest((document.text, date, document.title, document.url), length=32)


def storable(text: str) -> str:
    """``text`` with lone surrogates, which UTF-8 cannot hold, and NUL, at which SQLite's functions stop, as U+FFFD;
    offsets stay the same.
    """
    return _UNSTORABLE.sub("\ufffd", text)


def fold(name: str) -> str:
    """A name as it is compared: NFKC, without case, blanks run together."""
    return " ".join(unicodedata.normalize("NFKC", storable(name)).casefold().split())


def wording(text: str) -> str:
    """A hash of the letters of a sentence alone: copies that differ in signs, blanks, width or numbering share it."""
    return digest(("".join(char for char in fold(text) if char.isalpha()),))
