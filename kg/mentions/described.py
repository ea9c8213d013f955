"""Names by what stands beside them: 海運大手X, X社, X・Y・Zの3社, 英X, F35戦闘機, XがYを買収."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_GUESS, RANK_PATTERN, Candidate, pattern_candidate
from kg.mentions.namer import Hit
from kg.mentions.runs import (
    LONGEST_NAME,
    is_common_foreign,
    looks_foreign_name,
    looks_native_name,
    name_may_end,
    run_end,
)
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_latin, shape_of
from kg.mentions.shorts import is_short_word
from kg.mentions.words import Kind
from kg.model import EntityType
from kg.rulebook.types import NamePattern

SEPARATORS = ("の", "、", "・")
"""What may stand between a description and the name: 石油大手のX, メーカー、X."""
LINKS = ("と", "や", "、", "・")
"""What links the members of a list of companies."""
COUNTED = re.compile(r"(?:の|など)(?:計)?[0-9二三四五六七八九十数]+社")
COUNTRY = frozenset({EntityType.COUNTRY})
ACRONYM = re.compile(r"[A-Z]{2,6}(?![A-Za-z0-9])")
SUBJECT = frozenset("はがも")
NO_COMPANY = frozenset({Kind.PLACE, Kind.COUNTRY})


def find_described(scan: Scan) -> list[Candidate]:
    """Names by words before or after them."""
    found: list[Candidate | None] = []
    for _, end, pattern in scan.hits[Hit.BEFORE]:
        if pattern.quoted != "must" and end in scan.words.last:
            found.append(_after_description(scan, end, pattern))
    for start, end, pattern in scan.hits[Hit.AFTER]:
        if pattern.quoted != "must" and scan.words.ends_at(end):
            found.append(_before_word(scan, start, pattern))
    return [candidate for candidate in found if candidate is not None]


def _after_description(scan: Scan, end: int, pattern: NamePattern) -> Candidate | None:
    """半導体大手エヌビディア, 鉱山会社のコデルコ, 電子機器大手、聞泰科技."""
    text = scan.text
    begin = end + next((len(mark) for mark in SEPARATORS if text.startswith(mark, end)), 0)
    country = scan.name_after(begin, COUNTRY)
    if country is not None and scan.char(country.end) == "・":
        # 製錬大手の韓国・高麗亜鉛
        begin = country.end + 1
    if begin not in scan.words.first or begin in scan.by_start:
        return None
    stop = foreign_end(text, begin)
    if stop > begin:
        named = looks_foreign_name(scan, begin, stop, direct=begin == end)
    else:
        stop = run_end(scan, begin)
        named = looks_native_name(scan, begin, stop)
    if not named or not pattern.needs <= stop - begin <= LONGEST_NAME or not name_may_end(scan, stop):
        return None
    return pattern_candidate(scan, begin, stop, pattern)


def _before_word(scan: Scan, start: int, pattern: NamePattern) -> Candidate | None:
    """アップル社, F35戦闘機: a word after the name that is no part of it."""
    models = pattern.shapes == ("latin",)
    begin = _model_start(scan, start) if models else foreign_start(scan.text, start)
    if begin >= start or start - begin < pattern.needs or is_common_foreign(scan, begin, start):
        return None
    if any(c.end == start or c.type in {EntityType.COUNTRY, EntityType.ORG} for c in scan.by_start.get(begin, ())):
        return None
    if pattern.type is EntityType.COMPANY and not _may_be_company(scan, begin, start):
        return None
    return pattern_candidate(scan, begin, start, pattern)


def _model_start(scan: Scan, end: int) -> int:
    """Where a model number begins that ends here: F35, J-15, B2."""
    text, start = scan.text, end
    while start and ((text[start - 1].isascii() and text[start - 1].isalnum()) or text[start - 1] == "-"):
        start -= 1
    while start < end and not is_latin(text[start]):
        start += 1
    return start


def _may_be_company(scan: Scan, start: int, end: int) -> bool:
    """A foreign name that is no known place and no common word."""
    index = scan.words.first.get(start)
    if index is None or end - start < 2:
        return False
    if scan.words.ends[index] >= end and scan.words.kinds[index] in NO_COMPANY:
        return False
    return looks_foreign_name(scan, start, end, direct=False)


def find_by_country(scan: Scan) -> list[Candidate]:
    """豪ライナス, 英BP: a katakana or Latin name right after a country's kanji is a company's, if nothing else is
    known of it and its phrase ends with it."""
    found = []
    for _, start, entry in scan.hits[Hit.SHORT]:
        if not is_short_word(scan, start - 1) or start in scan.by_start:
            continue
        stop = foreign_end(scan.text, start)
        if stop - start < 2 or not looks_foreign_name(scan, start, stop, direct=True) or not name_may_end(scan, stop):
            continue
        if scan.words.kinds[scan.words.word_at(start)] in NO_COMPANY:
            continue
        name = scan.text[start:stop]
        found.append(
            Candidate(start, stop, EntityType.COMPANY, name, "pattern:company.country", entry.id, RANK_PATTERN)
        )
    return found


def find_of_country(scan: Scan) -> list[Candidate]:
    """台湾のXYZが, カナダのボルネックスは: an acronym or unknown katakana name under の of a country, as subject."""
    found = []
    for known in scan.named:
        start = known.end + 1
        if known.type is not EntityType.COUNTRY or scan.char(known.end) != "の" or start in scan.by_start:
            continue
        stop = foreign_end(scan.text, start)
        if stop - start < 2 or scan.char(stop) not in SUBJECT:
            continue
        index = scan.words.first.get(start)
        unknown = index is not None and scan.words.ends[index] == stop and scan.words.unknown(index)
        if (unknown and stop - start > 3) or ACRONYM.fullmatch(scan.text, start, stop):
            found.append(_listed(scan, start, stop))
    return found


def find_employers(scan: Scan, persons: list[Candidate]) -> list[Candidate]:
    """双日 in 双日の植村幸祐社長: what a person is the head of, where only a company has such a head."""
    found = []
    for person in persons:
        end = person.start - 1
        if scan.char(end) != "の" or not _leads_company(scan, person.end):
            continue
        start = foreign_start(scan.text, end)
        if start == end and end in scan.words.last and scan.words.kinds[scan.words.last[end]] is Kind.PROPER:
            start = scan.words.starts[scan.words.last[end]]
        if start == end or any(c.end == end for c in scan.by_start.get(start, ())):
            continue
        if shape_of(scan.text[start:end]) == "kanji" or _may_be_company(scan, start, end):
            found.append(_listed(scan, start, end))
    return found


def _leads_company(scan: Scan, position: int) -> bool:
    """Whether a title of companies only stands here: 社長, 最高経営責任者."""
    longest = max((t for s, _, t in scan.hits[Hit.TITLE] if s == position), key=lambda t: len(t.word), default=None)
    return longest is not None and EntityType.COMPANY in longest.of and EntityType.COUNTRY not in longest.of


def find_listed(scan: Scan) -> list[Candidate]:
    """Members of a list of companies: X、Y、Zの3社, and Y in 三菱商事とY where X is known as one."""
    found = []
    for match in COUNTED.finditer(scan.text) if "社" in scan.text else ():
        found.extend(_list_before(scan, match.start()))
    for known in scan.named:
        if known.type is EntityType.COMPANY:
            found.extend(_linked_after(scan, known))
            found.extend(_linked_before(scan, known))
    return found


def _list_before(scan: Scan, end: int) -> list[Candidate]:
    """The names of a list that ends here, from the last to the first that is none."""
    found: list[Candidate] = []
    while end > 1:
        known = next((c for c in scan.by_end.get(end, ()) if c.type is EntityType.COMPANY), None)
        start = known.start if known is not None else foreign_start(scan.text, end)
        if end - start < 2:
            break
        if known is None and not any(c.end == end for c in scan.by_start.get(start, ())):
            found.append(_listed(scan, start, end))
        if scan.text[start - 1 : start] not in LINKS:
            break
        end = start - 1
    return found


def _linked_after(scan: Scan, known: Candidate) -> list[Candidate]:
    """The name after と or や: カメコとブルックフィールドが."""
    if scan.char(known.end) not in {"と", "や"}:
        return []
    start = known.end + 1
    stop = foreign_end(scan.text, start)
    if start in scan.by_start or stop - start < 3 or not _may_be_company(scan, start, stop):
        return []
    if is_common_foreign(scan, start, stop) or not _ends_phrase(scan, stop):
        return []
    return [_listed(scan, start, stop)]


def _linked_before(scan: Scan, known: Candidate) -> list[Candidate]:
    """The name before と or や: ボルネックスや三菱商事; a country's kanji may stand between (CBCや露ロスネフチ)."""
    start = known.start - 1 if is_short_word(scan, known.start - 1) else known.start
    if scan.text[max(start - 1, 0) : start] not in {"と", "や"}:
        return []
    stop = start - 1
    begin = foreign_start(scan.text, stop)
    if stop - begin < 3 or any(c.end == stop for c in scan.by_start.get(begin, ())):
        return []
    if not _may_be_company(scan, begin, stop) or is_common_foreign(scan, begin, stop):
        return []
    return [_listed(scan, begin, stop)]


def _ends_phrase(scan: Scan, position: int) -> bool:
    index = scan.words.first.get(position)
    return index is not None and scan.words.kinds[index] in {Kind.PARTICLE, Kind.SYMBOL}


def _listed(scan: Scan, start: int, end: int) -> Candidate:
    return Candidate(
        start, end, EntityType.COMPANY, scan.text[start:end], "pattern:company.list", None, RANK_GUESS
    )  # fmt: skip
