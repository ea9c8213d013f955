"""One sentence as the finders see it: its morphemes, and what the automaton found in it, by kind."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kg.mentions.candidate import Candidate
from kg.mentions.namer import Hit, Namer
from kg.mentions.words import Words, read_words
from kg.model import EntityType

Literal = tuple[int, int, Any]
"""Start, end and what the rules say of a literal."""


class Scan:
    """A sentence under search. ``named`` are the gazetteer's names in it, set once by ``find_entries``."""

    __slots__ = ("by_end", "by_start", "hits", "named", "namer", "text", "words")

    def __init__(self, text: str, namer: Namer) -> None:
        self.text, self.namer = text, namer
        self.words: Words = read_words(text)
        self.hits: dict[Hit, list[Literal]] = defaultdict(list)
        for start, end, found in namer.hits(text):
            for hit, value in found:
                self.hits[hit].append((start, end, value))
        self.named: list[Candidate] = []
        self.by_end: dict[int, list[Candidate]] = {}
        self.by_start: dict[int, list[Candidate]] = {}

    def learn(self, candidates: list[Candidate]) -> None:
        """Make names findable by where they begin and end, the longest first."""
        self.named.extend(candidates)
        for candidate in sorted(candidates, key=lambda c: c.start - c.end):
            self.by_end.setdefault(candidate.end, []).append(candidate)
            self.by_start.setdefault(candidate.start, []).append(candidate)

    def name_before(self, position: int, types: frozenset[EntityType]) -> Candidate | None:
        """The longest known name of these types that ends at a position."""
        return next((c for c in self.by_end.get(position, ()) if c.type in types), None)

    def name_after(self, position: int, types: frozenset[EntityType]) -> Candidate | None:
        """The longest known name of these types that begins at a position."""
        return next((c for c in self.by_start.get(position, ()) if c.type in types), None)

    def char(self, position: int) -> str:
        """The character at a position, empty beyond the ends."""
        return self.text[position] if 0 <= position < len(self.text) else ""
