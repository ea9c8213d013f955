"""Personal names beside a title: where the one that ends or begins at a position has its other end."""

from __future__ import annotations

import re

from kg.mentions.candidate import Candidate
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_kanji, is_katakana, is_latin
from kg.mentions.words import PERSONAL, Kind
from kg.model import EntityType
from kg.rulebook.types import Title

BODIES = frozenset({EntityType.COUNTRY, EntityType.PLACE, EntityType.GOV, EntityType.ORG, EntityType.COMPANY})
PERSON = frozenset({EntityType.PERSON})
LONGEST_SURNAME = 3
JOINTS = "・=＝゠"
PARTS = re.compile("[・=＝゠ ]")


def name_before(scan: Scan, end: int, title: Title | None, *, past: bool, sure: bool = False) -> tuple[int, int] | None:
    """The personal name that ends at a position, as a span.

    ``past``: words of the office stand between it and the title, so that only clear names count. ``sure``: a
    country's kanji and a title follow, before which also a common katakana word is a name (トランプ米大統領).
    """
    if end <= 0:
        return None
    char = scan.text[end - 1]
    if is_katakana(char) or is_latin(char):
        return _foreign_name(scan, end, sure=sure)
    if not is_kanji(char) and end not in scan.words.last:
        return None
    known = scan.name_before(end, PERSON)
    native = _native_name(scan, end, title, past=past)
    if known is not None and (native is None or known.start <= native[0]):
        return known.start, known.end
    return native


def _foreign_name(scan: Scan, end: int, *, sure: bool) -> tuple[int, int] | None:
    """ルッテ in NATOルッテ, カシムジョマルト・トカエフ; no common word (グループ社長), no body (PTA会長)."""
    text, words = scan.text, scan.words
    start = foreign_start(text, end)
    start = next((c.end for c in scan.by_start.get(start, ()) if c.type in BODIES and c.end < end), start)
    while start < end and text[start] in JOINTS:
        start += 1
    states = (c for c in scan.by_end.get(end, ()) if c.type is EntityType.COUNTRY)
    if any(start < state.start and text[state.start - 1] in JOINTS for state in states):
        # ロシア of プーチン・ロシア大統領 belongs to the title
        return None
    name = text[start:end]
    if len(name) < 2 or name.isupper() or _mixes_scripts(name):
        return None
    types = {named.entry.type for named in scan.namer.aliases.get(name, ())}
    if EntityType.PERSON in types:
        return start, end
    if types & BODIES:
        return None
    index = words.first.get(start)
    common = index is not None and words.ends[index] == end and words.kinds[index] in {Kind.NOUN, Kind.VERBAL}
    if common and not sure and index is not None and not words.rare(index):
        return None
    return start, end


def _mixes_scripts(name: str) -> bool:
    """True for TBSグロウディア; not for J・D・バンス."""
    parts = PARTS.split(name)
    return any(any(map(is_latin, part)) and any(map(is_katakana, part)) for part in parts)


def _native_name(scan: Scan, end: int, title: Title | None, *, past: bool) -> tuple[int, int] | None:
    """A name in kanji (or the kana of a Japanese given name) by the morphology, else by its family name."""
    words = scan.words
    last = words.last.get(end)
    if last is None:
        return None
    first = last
    while first > 0 and words.kinds[first] in PERSONAL and words.kinds[first - 1] in PERSONAL:
        first -= 1
    run_start = _kanji_start(scan, end)
    if words.kinds[first] in PERSONAL and words.starts[first] <= run_start:
        return words.starts[first], end
    if 1 <= end - run_start <= 4 and _looks_like_name(scan, run_start, end, title, past=past):
        return run_start, end
    if words.kinds[first] in PERSONAL:
        return words.starts[first], end
    if words.kinds[last] is Kind.PLACE and _is_also_surname(scan, words.starts[last], end, title) and not past:
        return words.starts[last], end
    return None


def _is_also_surname(scan: Scan, start: int, end: int, title: Title | None) -> bool:
    """千葉 in 千葉氏 and 千葉社長, 茂木 in 茂木外相; not where the place can have the office: 台湾総統, 千葉知事."""
    if title is None or end - start > LONGEST_SURNAME or not is_kanji(scan.text[end - 1]):
        return False
    if EntityType.PLACE not in title.of:
        return not any(c.type in title.of for c in scan.by_end.get(end, ()))
    # a minister is a state's or a territory's, not a town's
    return EntityType.COUNTRY in title.of and not any(_is_abroad(scan, c) for c in scan.by_end.get(end, ()))


def _is_abroad(scan: Scan, place: Candidate) -> bool:
    """True for a state and for a listed place outside the home country."""
    return place.type is EntityType.COUNTRY or (place.found == "entry" and place.country != scan.namer.home)


def _kanji_start(scan: Scan, end: int) -> int:
    """Where the run of kanji before a position begins, not reaching into known names or over 6 characters."""
    start = end
    while start > 0 and end - start < 7 and is_kanji(scan.text[start - 1]):
        if start != end and any(c.type in BODIES for c in scan.by_end.get(start, ())):
            break
        start -= 1
    return start


def _looks_like_name(scan: Scan, start: int, end: int, title: Title | None, *, past: bool) -> bool:
    """True for 林剣, 郭嘉昆, 呉: a family name and at most two characters more, none of it a common noun."""
    text, words = scan.text, scan.words
    if start not in words.first:
        return False
    index = words.first[start]
    length = end - start
    family = next((n for n in (2, 1) if text[start : start + n] in scan.namer.surnames and n <= length), 0)
    if not family and words.kinds[index] is not Kind.SURNAME:
        return False
    if length == 1:
        return family == 1 and title is not None
    if words.ends[index] == end and words.kinds[index] in {Kind.NOUN, Kind.VERBAL, Kind.ADVERBIAL}:
        return False
    common = words.kinds[words.last[end]] in {Kind.NOUN, Kind.VERBAL} and end - words.starts[words.last[end]] >= 2
    return not (common and (past or words.starts[words.last[end]] > start))


def name_at(scan: Scan, start: int, *, sure: bool) -> tuple[int, int] | None:
    """The personal name that begins at a position. ``sure``: only one that shows by itself that it is a person's."""
    known = scan.name_after(start, PERSON)
    if known is not None:
        return known.start, known.end
    if start in scan.by_start:
        return None
    index = scan.words.first.get(start)
    if index is None:
        return None
    stop = foreign_end(scan.text, start)
    if stop - start >= 2 and is_katakana(scan.text[start]):
        kinds = [scan.words.kinds[i] for i in range(index, scan.words.word_at(stop - 1) + 1)]
        personal = any(kind in PERSONAL for kind in kinds) and "・" in scan.text[start:stop]
        return (start, stop) if personal or not sure else None
    first = index
    while index < len(scan.words.starts) and scan.words.kinds[index] in PERSONAL:
        index += 1
    if index == first or (sure and index - first < 2):
        return None
    return start, scan.words.ends[index - 1]
