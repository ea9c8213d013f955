"""Teams by their form: a town and a foreign word beside it – 横浜ベイスターズ, シカゴ・ブルズ, モンテディオ山形."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_GUESS, Candidate
from kg.mentions.runs import is_common_foreign
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_kanji, is_katakana
from kg.mentions.words import NOMINAL, Kind
from kg.model import EntityType

PLURAL = re.compile("(?:ズ|[ーッ]ツ)$")
"""What English plurals end in, as the names of teams have them."""
SHORTEST = 4
"""Characters of the foreign word; one less after a mark."""


def find_teams(scan: Scan) -> list[Candidate]:
    """Teams named by a town; not 日本マイクロソフト (a state) nor 東京ドーム (a common word)."""
    found = []
    for start, end in _towns(scan):
        span = _after_town(scan, start, end) or _before_town(scan, start, end)
        if span is not None:
            name = scan.text[span[0] : span[1]]
            found.append(Candidate(*span, EntityType.ORG, name, "pattern:org.team", None, RANK_GUESS))
    return found


def _towns(scan: Scan) -> list[tuple[int, int]]:
    """Places of the gazetteer and of the dictionary."""
    listed = {(c.start, c.end) for c in scan.named if c.type is EntityType.PLACE}
    words = scan.words
    known = {(words.starts[i], words.ends[i]) for i, kind in enumerate(words.kinds) if kind is Kind.PLACE}
    return sorted(listed | known)


def _after_town(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    """横浜ベイスターズ, シカゴ・ブルズ: the word after the town is a foreign plural."""
    begin = end + 1 if scan.char(end) == "・" else end
    if begin == end and is_katakana(scan.text[end - 1]):
        return None
    stop = foreign_end(scan.text, begin)
    word = scan.text[begin:stop]
    if stop - begin < SHORTEST - (begin - end) or not PLURAL.search(word) or not is_katakana(word[0]):
        return None
    return None if _is_common(scan, begin, stop) else (start, stop)


def _before_town(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    """モンテディオ山形: an unknown foreign word right before a town in kanji."""
    if not is_kanji(scan.text[start]) or scan.text[end - 1] in "都道府県市区町村州島":
        return None
    begin = foreign_start(scan.text, start)
    if start - begin < SHORTEST or not is_katakana(scan.text[start - 1]) or begin in scan.by_start:
        return None
    index = scan.words.first.get(begin)
    unknown = index is not None and scan.words.ends[index] == start and scan.words.rare(index)
    return (begin, end) if unknown and not _runs_on(scan, end) else None


def _is_common(scan: Scan, start: int, end: int) -> bool:
    return is_common_foreign(scan, start, end) or start in scan.by_start or _runs_on(scan, end)


def _runs_on(scan: Scan, end: int) -> bool:
    """True if a noun follows that makes it another name: …ズ球場."""
    index = scan.words.first.get(end)
    if index is None:
        return end < len(scan.text)
    return scan.words.kinds[index] in NOMINAL - {Kind.SUFFIX, Kind.NUMBER}
