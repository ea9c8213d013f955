"""bytes → text: which of the encodings that Japanese is written in a file uses.

UTF-8 is tried first and strictly, since no other text passes for it. Among the older encodings a text is often
valid in two; then the one wins whose reading looks more like Japanese: kana and the common kanji against
half-width katakana, rare kanji and symbols, which a wrong reading is full of.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from kg.errors import DocumentError

SAMPLE = 8_000_000
"""How many bytes of a file are looked at."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("cp932", "euc_jp")
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_BINARY_SHARE = 0.1
_MOST = 0.5
_HALVES = re.compile("[\ud800-\udfff]")
_UNDEFINED = re.compile("[\uf8f0-\uf8f3]")
"""What Python makes of the bytes that CP932 leaves undefined: 0xA0, 0xFD to 0xFF."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def find_encoding(stream: BinaryIO, *, encoding: str | None, path: str) -> str:
    """The encoding to read a stream with; leaves the stream at its beginning.

    ``encoding`` given by the caller is taken as it is. Raises ``DocumentError`` for an empty or binary stream,
    an unknown encoding, and bytes that no known encoding fits.
    """
    sample = stream.read(SAMPLE)
    stream.seek(0)
    if not sample:
        raise DocumentError("found an empty file, expected text", path=path)
    if encoding is not None:
        return _checked(encoding)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if kind := _binary(sample):
        raise DocumentError(f"found {kind}, expected text", path=path)
    found = guess_encoding(sample, complete=len(sample) < SAMPLE)
    if found is None:
        raise DocumentError(
            "found bytes that are neither UTF-8, Shift_JIS, EUC-JP nor ISO-2022-JP; name the encoding", path=path
        )
    return found


def guess_encoding(data: bytes, *, complete: bool = True) -> str | None:
    """The likeliest encoding of ``data``, of which a few lines may be spoilt, or None.

    ``complete`` is False where the data may end inside a character.
    """
    if b"\x1b$" in data and _decodes(data, "iso2022_jp_2", complete=complete):
        return "iso2022_jp_2"
    if _decodes(data, "utf-8", complete=complete):
        return "utf-8"
    lines = [line for line in data.splitlines() if not line.isascii()]
    fits = {name: sum(_decodes(line, name) for line in lines) / len(lines) for name in ("utf-8", *_OLD)}
    if fits["utf-8"] > _MOST:
        return "utf-8"
    whole = [name for name in _OLD if _decodes(data, name, complete=complete)]
    likely = whole or [name for name in _OLD if fits[name] > _MOST]
    return max(likely, key=lambda name: likeness(data.decode(name, errors="ignore")), default=None)


def likeness(text: str) -> float:
    """How much a text looks like Japanese: about 2 for news, below 0 for a wrong reading."""
    return sum(map(_weight, text)) / max(1, len(text))


def spoilt(text: str, *, encoding: str = "") -> bool:
    """Whether a text read with ``errors="surrogateescape"`` has bytes that its encoding does not allow."""
    return bool(_HALVES.search(text) or (encoding == "cp932" and _UNDEFINED.search(text)))


def _weight(character: str) -> int:
    code = ord(character)
    if 0x3040 <= code <= 0x30FF or character in "、。「」・（）":
        return 3
    if 0x4E00 <= code <= 0x9FFF:
        # the first level of JIS holds the kanji in common use; it ends at row 47, lead byte 0xCF
        jis = character.encode("euc_jp", errors="ignore")
        return 2 if len(jis) == 2 and jis[0] < 0xD0 else -1
    if code < 0x80:
        return 0
    if 0xFF00 < code < 0xFF61:
        return 1
    return -1 if 0xFF61 <= code <= 0xFF9F else -3


def _binary(sample: bytes) -> str | None:
    """What kind of binary file it is, if any. A stray NUL or control character does not make one."""
    for signature, kind in _SIGNATURES:
        if sample.startswith(signature):
            return kind
    head = sample[:8192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > 1 and controls > len(head) * _BINARY_SHARE else None


def _decodes(data: bytes, name: str, *, complete: bool = True) -> bool:
    """Whether ``data`` is valid in an encoding."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(data, final=complete)
    except UnicodeDecodeError:
        return False
    return not spoilt(text, encoding=name)


def _checked(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except LookupError as problem:
        raise DocumentError(f"found the encoding {encoding!r}, expected one such as utf-8 or cp932") from problem
    # Windows' superset is what files called Shift_JIS are written in: ①, ㈱, 髙
    return {"utf-8": "utf-8-sig", "shift_jis": "cp932"}.get(name, name)
