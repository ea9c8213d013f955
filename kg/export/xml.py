"""Text → XML text that every parser takes: escaped, without characters that XML forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.store.identity import digest

# what XML 1.0 allows: tab, line ends, and everything from the blank but surrogates and the two non-characters
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)

INSURANCE = "<!-- 日本語の知識グラフ。文字コードは UTF-8。 -->"
"""Early Japanese text: some readers guess the encoding from the beginning of a file."""


def escape(text: object) -> str:
    """``text`` for an attribute or between tags; characters that XML forbids become U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", str(text)).translate(_ESCAPES)


def xml_ids(names: Iterable[str]) -> dict[str, str]:
    """Escaped ids of nodes; names that only differ in forbidden characters still get different ones."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        safe = escape(name)
        ids[name] = f"{safe}#{digest((name,), length=8)}" if safe in taken else safe
        taken.add(ids[name])
    return ids
