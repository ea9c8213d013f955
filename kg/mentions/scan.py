"""One sentence as the finders see it: its morphemes, and what the automaton found in it, by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.mentions.candidate import Candidate
from kg.mentions.namer import Hit, Namer
from kg.mentions.words import Words, read_words
from kg.model import EntityType

Literal = tuple[int, int, Any]
"""Start, end and what the rules say of a literal."""


class Scan:
    """A sentence under search. ``named`` are the names found so far, ``offices`` the spans of titles with the words of
    the office before them (エネルギー鉱物資源相) whose holder is named."""

    __slots__ = ("_title_cores", "by_end", "by_start", "hits", "named", "namer", "offices", "text", "words")

    def __init__(self, text: str, namer: Namer) -> None:
        self.text, self.namer = text, namer
        self.words: Words = read_words(text)
        self.hits: list[list[Literal]] = [[] for _ in Hit]
        hits = self.hits
        for last, (length, found) in namer.automaton.iter(text):
            end = last + 1
            for hit, value in found:
                hits[hit].append((end - length, end, value))
        self._title_cores: dict[int, int] | None = None
        self.named: list[Candidate] = []
        self.offices: list[tuple[int, int]] = []
        self.by_end: dict[int, list[Candidate]] = {}
        self.by_start: dict[int, list[Candidate]] = {}

    def learn(self, candidates: list[Candidate]) -> None:
        """Make names findable by where they begin and end, the longest first."""
        if not candidates:
            return
        self.named.extend(candidates)
        if len(candidates) > 1:
            candidates = sorted(candidates, key=lambda c: c.start - c.end)
        for candidate in candidates:
            self.by_end.setdefault(candidate.end, []).append(candidate)
            self.by_start.setdefault(candidate.start, []).append(candidate)

    def name_before(self, position: int, types: frozenset[EntityType]) -> Candidate | None:
        """The longest known name of these types that ends at a position."""
        return next((c for c in self.by_end.get(position, ()) if c.type in types), None)

    def name_after(self, position: int, types: frozenset[EntityType]) -> Candidate | None:
        """The longest known name of these types that begins at a position."""
        return next((c for c in self.by_start.get(position, ()) if c.type in types), None)

    def names_within(self, start: int, end: int) -> Iterator[Candidate]:
        """The known names inside a span."""
        for position in range(start, end):
            for candidate in self.by_start.get(position, ()):
                if candidate.end <= end:
                    yield candidate

    def inside_title(self, start: int, end: int) -> bool:
        """True if a title begins at or before a span and goes on after it: 事務局 in 事務局長."""
        if self._title_cores is None:
            self._title_cores = {}
            for begin, stop, _ in self.hits[Hit.TITLE]:
                for position in range(begin + 1, stop):
                    self._title_cores[position] = min(begin, self._title_cores.get(position, begin))
        return self._title_cores.get(end, end) <= start

    def char(self, position: int) -> str:
        """The character at a position, empty beyond the ends."""
        return self.text[position] if 0 <= position < len(self.text) else ""
