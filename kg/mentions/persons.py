"""Persons: names beside titles (茂木敏充外相, 党首・習近平), offices that stand for their holder (米財務長官), and
family name + given name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.mentions.candidate import RANK_ENTRY, RANK_TITLE, Candidate
from kg.mentions.gazetteer import fits
from kg.mentions.namer import Hit
from kg.mentions.organs import host_before, single_short
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_kanji, is_katakana, is_latin
from kg.mentions.words import PERSONAL, Kind
from kg.model import EntityId, EntityType, Role
from kg.rulebook.types import Title

BODIES = frozenset({EntityType.COUNTRY, EntityType.PLACE, EntityType.GOV, EntityType.ORG, EntityType.COMPANY})
PERSON = frozenset({EntityType.PERSON})
OFFICE_PARTS = frozenset({Kind.NOUN, Kind.VERBAL, Kind.ADJECTIVE, Kind.SUFFIX, Kind.PREFIX})

LONGEST_OFFICE = 5
LONGEST_SURNAME = 3
JOINTS = "・=＝゠"
PARTS = re.compile("[・=＝゠ ]")


@dataclass(frozen=True, slots=True)
class Office:
    """What stands before a title: ``start`` is where title, its prefixes and the body it belongs to begin."""

    start: int
    body_start: int | None = None
    body_type: EntityType | None = None
    short: bool = False
    """The body is a single kanji: 米 in トランプ米大統領."""


def find_persons(scan: Scan) -> list[Candidate]:
    """Persons of the sentence, and the countries inside their titles."""
    found: list[Candidate] = []
    for start, end, title in _titles(scan):
        found.extend(_titled(scan, start, end, title))
        found.extend(_after_title(scan, end, title))
    return found


def _titles(scan: Scan) -> list[tuple[int, int, Title]]:
    """Titles that are words of their own, the longest where several end together (副大統領, 大統領)."""
    longest: dict[int, tuple[int, int, Title]] = {}
    for start, end, title in scan.hits[Hit.TITLE]:
        if end not in scan.words.last or (start not in scan.words.first and not title.office):
            continue
        kept = longest.get(end)
        if kept is None or start < kept[0]:
            longest[end] = (start, end, title)
    return list(longest.values())


def _titled(scan: Scan, start: int, end: int, title: Title) -> list[Candidate]:
    for office in _offices(scan, start, title):
        name = name_before(scan, office.start, title, past=office.start < start, sure=office.short)
        if name is not None:
            return _holder(scan, name, office, end)
        if office.body_start is not None:
            return _unnamed(scan, office, end, title)
    return []


def _offices(scan: Scan, start: int, title: Title) -> list[Office]:
    """How far the office may reach to the left, shortest first: 相, 技術相, 科学技術相, 日本の…; 米大統領."""
    words = scan.words
    offices = []
    position = _strip_prefixes(scan, start)
    for _ in range(LONGEST_OFFICE):
        offices.append(Office(position))
        body = _body_before(scan, position)
        if body is not None:
            offices.append(Office(_strip_prefixes(scan, body.start), body.body_start, body.body_type, body.short))
            break
        index = words.last.get(position)
        if not title.office or index is None or words.kinds[index] not in OFFICE_PARTS:
            break
        if not is_kanji(scan.text[words.starts[index]]):
            break
        position = _strip_prefixes(scan, words.starts[index])
    return offices


def _strip_prefixes(scan: Scan, position: int) -> int:
    """Before 前, 元, 副, 次期."""
    for _ in range(2):
        for prefix in scan.namer.title_prefixes:
            if scan.text.endswith(prefix, 0, position) and position - len(prefix) in scan.words.first:
                position -= len(prefix)
                break
        else:
            break
    return position


def _body_before(scan: Scan, position: int) -> Office | None:
    """The country or body whose office it is, right before the title."""
    named = scan.name_before(position, BODIES)
    if named is not None:
        return Office(named.start, named.start, named.type)
    if position and scan.text[position - 1] in scan.namer.shorts and single_short(scan, position - 1):
        return Office(position - 1, position - 1, EntityType.COUNTRY, short=True)
    return None


def _holder(scan: Scan, name: tuple[int, int], office: Office, end: int) -> list[Candidate]:
    start, stop = name
    if office.body_start is not None:
        host = host_before(scan, office.body_start)
        if host is not None:
            return [_person(scan, start, end)]
    found = [_person(scan, start, stop, _country_of(scan, start, office))]
    if office.short and office.body_start is not None:
        entry = scan.namer.shorts[scan.text[office.body_start]]
        position = office.body_start
        found.append(Candidate(position, position + 1, entry.type, entry.id, "entry", None, RANK_ENTRY))
    return found


def _country_of(scan: Scan, start: int, office: Office) -> EntityId | None:
    """The country said beside a name: キューバ in キューバのロドリゲス外相, 仏 in マクロン仏大統領."""
    if office.body_start is not None:
        if office.short:
            return scan.namer.shorts[scan.text[office.body_start]].id
        body = next((c for c in scan.by_start.get(office.body_start, ()) if c.type in BODIES), None)
    else:
        body = scan.name_before(start - 1 if scan.char(start - 1) == "の" else start, BODIES)
    if body is not None:
        return body.entity if body.type is EntityType.COUNTRY else body.country
    if start and scan.text[start - 1] in scan.namer.shorts and single_short(scan, start - 1):
        return scan.namer.shorts[scan.text[start - 1]].id
    return None


def _unnamed(scan: Scan, office: Office, end: int, title: Title) -> list[Candidate]:
    """米財務長官, 駐日大使, 呉駐日中国大使: the office as one person."""
    start = office.body_start if office.body_start is not None else office.start
    if not title.office or not title.stands or (title.of and office.body_type not in title.of):
        return []
    if _after_title(scan, end, title):
        # the holder is named after all: 米国務長官のアントニー・ブリンケン
        return []
    host = host_before(scan, start)
    if host is not None:
        name = name_before(scan, host, title, past=True)
        start = name[0] if name is not None else host
    elif start - 1 in scan.words.first:
        rule = scan.namer.affixes.get(scan.text[start - 1 : start])
        if rule is not None and rule.role is Role.PLACE:
            start -= 1
    return [_person(scan, start, end)]


def person_id(scan: Scan, start: int, end: int, country: EntityId | None = None) -> EntityId:
    """The gazetteer's person of this name, else the name as written.

    A family name means the person only where no other ``country`` is said: キューバのロドリゲス外相 is not the
    Venezuelan of that name.
    """
    text = scan.text[start:end]
    for named in scan.namer.aliases.get(text, ()):
        entry = named.entry
        if entry.type is not EntityType.PERSON:
            continue
        if named.context is not None and not fits(named.context, scan.text, start, end):
            continue
        if text == entry.id or country is None or entry.country is None or entry.country == country:
            return entry.id
    return text


def _person(scan: Scan, start: int, end: int, country: EntityId | None = None) -> Candidate:
    entity = person_id(scan, start, end, country)
    return Candidate(start, end, EntityType.PERSON, entity, "pattern:title", None, RANK_TITLE)


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


def _after_title(scan: Scan, end: int, title: Title) -> list[Candidate]:
    """党首・習近平, 国務長官ヒラリー・クリントン: the name follows a title, directly or after ・ or の."""
    if not title.office:
        return []
    start = end + 1 if scan.char(end) in {"・", "の"} else end
    name = _name_at(scan, start, sure=scan.char(end) != "・")
    return [_person(scan, *name)] if name is not None else []


def _name_at(scan: Scan, start: int, *, sure: bool) -> tuple[int, int] | None:
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
