"""Places that only the morphology knows: ナイメーヘン, 横須賀市."""

from __future__ import annotations

from kg.mentions.candidate import RANK_GUESS, Candidate
from kg.mentions.scan import Scan
from kg.mentions.script import is_katakana
from kg.mentions.words import NOMINAL, PROPER, Kind
from kg.model import EntityType

REGION_ENDS = frozenset("都道府県州省国")
GEOGRAPHIC = frozenset({EntityType.COUNTRY, EntityType.PLACE})
CLOSERS = frozenset({Kind.PARTICLE, Kind.SYMBOL, Kind.SPACE, Kind.VERB, Kind.OTHER})


def guess_places(scan: Scan) -> list[Candidate]:
    """Place names of the dictionary that no list holds, where they are a phrase of their own.

    マニラで, 奈良市で; not the family name 千葉 in 千葉氏, nor 長崎 in 長崎ちゃんぽん.
    """
    words, found = scan.words, []
    if Kind.PLACE not in words.kinds:
        return []
    # a listed name that its context refused (アマゾンは投資を増やす) is no place by guess
    aliases = scan.namer.aliases
    known = {position for c in scan.named for position in (c.start, c.end - 1)}
    for index, kind in enumerate(words.kinds):
        if kind is not Kind.PLACE:
            continue
        start, end = words.starts[index], words.ends[index]
        if end - start < (3 if is_katakana(scan.text[start]) else 2):
            continue
        # a known name that overlaps has one of its ends here, or the whole word
        if known.isdisjoint(range(start, end)) and scan.text[start:end] not in aliases and _stands_free(scan, index):
            found.append(
                Candidate(start, end, EntityType.PLACE, scan.text[start:end], "pattern:place", None, RANK_GUESS)
            )
    return found


def part_of_region(scan: Scan, start: int, end: int) -> int:
    """Where the smaller place begins in a name of two: 能登 in 石川県能登地方; ``start`` if it is one."""
    for stop in range(end - 1, start + 1, -1):
        if scan.text[stop - 1] in REGION_ENDS and scan.text[stop] != "立" and _is_region(scan, start, stop):
            return stop
    return start


def _is_region(scan: Scan, start: int, end: int) -> bool:
    """True for a listed place or state, or a word of the dictionary."""
    listed = scan.namer.aliases.get(scan.text[start:end], ())
    if any(named.entry.type in GEOGRAPHIC for named in listed):
        return True
    index = scan.words.first.get(start)
    return index is not None and scan.words.ends[index] == end and scan.words.kinds[index] is Kind.PLACE


def _stands_free(scan: Scan, index: int) -> bool:
    """True if neither what stands before nor what follows makes one word with the place."""
    words = scan.words
    if index and words.kinds[index - 1] in NOMINAL and words.kinds[index - 1] not in PROPER:
        # 米テネシー州: a country's kanji may stand before it
        short = words.ends[index - 1] - words.starts[index - 1] == 1
        if not short or scan.text[words.starts[index - 1]] not in scan.namer.shorts:
            return False
    if index and scan.text[words.starts[index] - 1] in "・=":
        listed = index > 1 and words.kinds[index - 2] in {Kind.COUNTRY, Kind.PLACE}
        if not listed:
            return False
    if index + 1 >= len(words.kinds):
        return True
    if scan.char(words.ends[index]) in {"・", "="} and is_katakana(scan.char(words.ends[index] + 1)):
        return False
    following = words.kinds[index + 1]
    return following in CLOSERS or following is Kind.PLACE or words.surface(index + 1) in scan.namer.short_heads
