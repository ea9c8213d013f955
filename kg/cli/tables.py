"""Rows → lines for a terminal: aligned for full-width characters, safe against control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

# controls, separators, zero-width and bidirectional signs, lone surrogates: none may move the cursor or the text
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def printable(text: str) -> str:
    r"""``text`` with every character that a terminal would obey, or hide, written as an escape such as ``\x1b``."""
    return _UNSAFE.sub(lambda found: _escape(found.group()), text)


def width(text: str) -> int:
    """Columns that ``text`` takes: two for a full-width character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def cut(text: str, columns: int) -> str:
    """``text`` in at most ``columns`` columns, … where it was cut."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for char in text:
        used += width(char)
        if used > columns:
            break
        kept += char
    return kept + "…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """``text`` filled with blanks to ``columns`` columns; ``right`` puts the blanks before it."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def table(head: Sequence[str], rows: Iterable[Sequence[str | int | None]], *, columns: int | None = None) -> list[str]:
    """The lines of a table, numbers to the right. With ``columns``, wide cells are cut so that lines fit."""
    cells = [[printable("" if cell is None else str(cell)) for cell in row] for row in rows]
    numeric = [all(row[i].isdigit() for row in cells) and bool(cells) for i in range(len(head))]
    widths = [max(width(text) for text in (head[i], *(row[i] for row in cells))) for i in range(len(head))]
    if columns is not None:
        widths = _fit(widths, columns - 2 * (len(widths) - 1))
    lines = []
    for row in [list(head), *cells]:
        parts = [
            pad(cut(text, size), size, right=right) for text, size, right in zip(row, widths, numeric, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return lines


def _fit(widths: list[int], room: int) -> list[int]:
    """Take columns from the widest until all fit; none gets narrower than 6."""
    widths = list(widths)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda i: widths[i])
        if widths[widest] <= 6:
            break
        widths[widest] -= 1
    return widths


def _escape(char: str) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    if char in named:
        return named[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
