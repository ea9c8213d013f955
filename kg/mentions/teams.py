"""Teams by their form: a town and a foreign word beside it – 横浜ベイスターズ, シカゴ・ブルズ, モンテディオ山形."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_GUESS, Candidate
from kg.mentions.runs import is_common_foreign
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_kanji
from kg.mentions.words import NOMINAL, Kind
from kg.model import EntityType

PLURAL = re.compile("(?:ズ|[ーッ]ツ)$")
"""What English plurals end in, as the names of teams have them."""
FOREIGN = re.compile("[ァ-ヺー]{3,}")
SHORTEST = 4
"""Characters of the foreign word; one less after a mark."""


def find_teams(scan: Scan) -> list[Candidate]:
    """Teams named by a town; not 日本マイクロソフト (a state) nor 東京ドーム (a common word)."""
    found: list[Candidate] = []
    for match in FOREIGN.finditer(scan.text):
        span = _after_town(scan, match.start()) or _before_town(scan, match.end())
        if span is not None:
            name = scan.text[span[0] : span[1]]
            found.append(Candidate(*span, EntityType.ORG, name, "pattern:org.team", None, RANK_GUESS))
    return found


def _town(scan: Scan, *, ends: int = -1, begins: int = -1) -> tuple[int, int] | None:
    """A place of the gazetteer or of the dictionary that ends or begins at a position."""
    named = scan.by_end.get(ends, ()) if ends >= 0 else scan.by_start.get(begins, ())
    known = next((c for c in named if c.type is EntityType.PLACE), None)
    if known is not None:
        return known.start, known.end
    index = scan.words.last.get(ends) if ends >= 0 else scan.words.first.get(begins)
    if index is None or scan.words.kinds[index] is not Kind.PLACE:
        return None
    return scan.words.starts[index], scan.words.ends[index]


def _after_town(scan: Scan, begin: int) -> tuple[int, int] | None:
    """横浜ベイスターズ, シカゴ・ブルズ: the foreign word that begins here is a plural after a town."""
    mark = scan.char(begin - 1) == "・"
    town = _town(scan, ends=begin - mark)
    if town is None:
        return None
    stop = foreign_end(scan.text, begin)
    if stop - begin < SHORTEST - mark or not PLURAL.search(scan.text, begin, stop) or _is_common(scan, begin, stop):
        return None
    return town[0], stop


def _before_town(scan: Scan, stop: int) -> tuple[int, int] | None:
    """モンテディオ山形: an unknown foreign word that ends here, right before a town in kanji."""
    town = _town(scan, begins=stop)
    if town is None or not is_kanji(scan.text[stop]) or scan.text[town[1] - 1] in "都道府県市区町村州島":
        return None
    begin = foreign_start(scan.text, stop)
    if stop - begin < SHORTEST or begin in scan.by_start:
        return None
    index = scan.words.first.get(begin)
    unknown = index is not None and scan.words.ends[index] == stop and scan.words.rare(index)
    return (begin, town[1]) if unknown and not _runs_on(scan, town[1]) else None


def _is_common(scan: Scan, start: int, end: int) -> bool:
    return is_common_foreign(scan, start, end) or start in scan.by_start or _runs_on(scan, end)


def _runs_on(scan: Scan, end: int) -> bool:
    """True if a noun follows that makes it another name: …ズ球場."""
    index = scan.words.first.get(end)
    if index is None:
        return end < len(scan.text)
    return scan.words.kinds[index] in NOMINAL - {Kind.SUFFIX, Kind.NUMBER}
