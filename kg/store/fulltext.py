"""Search for words in sentences: bigrams, because a two-character word such as 日本 is no trigram.

An index entry holds each run of a sentence as overlapping pairs (制裁を → 制裁 裁を). A search asks for the
pairs of each word in a row; the caller then compares the texts themselves, as pairs also meet across signs.
"""

from __future__ import annotations

from kg.store.identity import fold


def bigrams(text: str) -> str:
    """The pairs of neighbouring characters of ``text``, folded, separated by blanks."""
    return " ".join(pair for run in fold(text).split() for pair in _pairs(run))


def match_query(text: str) -> str | None:
    """An FTS5 query that every sentence containing all words of ``text`` meets; None when the words are too
    short for the index.
    """
    phrases = []
    for word in fold(text).split():
        pairs = [pair for pair in _pairs(word) if len(pair) == 2 and pair.isalnum()]
        phrases += [f'"{pair}"' for pair in pairs]
    return " AND ".join(phrases) or None


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(max(len(run) - 1, 1))]
