"""Quoted strings: 「…」 and 『…』, with the abbreviation in brackets that may follow the name inside."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTED = re.compile(r"[「『\"“]([^「」『』\"“”]+)[」』\"”]")
ALIAS_AT_END = re.compile(r"^(?P<name>[^()]+)\((?P<alias>[^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Quote:
    """The inside of a quotation; ``alias_start``, ``alias_end`` span an abbreviation in brackets, 0 for none."""

    start: int
    end: int
    alias_start: int = 0
    alias_end: int = 0


def find_quotes(text: str) -> list[Quote]:
    """The innermost quotations of a text."""
    if not any(mark in text for mark in '「『"“'):
        return []
    found = []
    for match in QUOTED.finditer(text):
        start, end = match.span(1)
        alias = ALIAS_AT_END.match(match.group(1))
        if alias:
            found.append(Quote(start, end, start + alias.start("alias"), start + alias.end("alias")))
        else:
            found.append(Quote(start, end))
    return found
