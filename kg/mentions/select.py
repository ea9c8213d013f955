"""Candidates → mentions: the longest of those that overlap, in text order."""

from __future__ import annotations

from collections.abc import Iterable

from kg.mentions.candidate import Candidate
from kg.model import Mention


def select(candidates: Iterable[Candidate], sentence: int, text: str) -> tuple[Mention, ...]:
    """Choose without overlap: longest first, then by rank, then the earlier."""
    taken = bytearray(len(text) + 1)
    chosen = []
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.rank, c.start, c.entity)):
        start, end = candidate.start, candidate.end
        # chosen ones are not shorter, so an overlap shows at one of the ends
        if taken[start] or taken[end - 1]:
            continue
        taken[start:end] = b"\1" * (end - start)
        chosen.append(candidate)
    chosen.sort(key=lambda c: c.start)
    return tuple(
        Mention(sentence, c.start, c.end, text[c.start : c.end], c.type, c.entity, c.found, c.country) for c in chosen
    )
