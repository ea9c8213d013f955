"""Persons by their titles: names beside them (茂木敏充外相, 党首・習近平) and offices that stand for their holder
(米財務長官)."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.candidate import RANK_ENTRY, RANK_TITLE, Candidate
from kg.mentions.gazetteer import fits
from kg.mentions.namer import Hit
from kg.mentions.organs import host_before, single_short
from kg.mentions.personal import BODIES, name_at, name_before
from kg.mentions.scan import Scan
from kg.mentions.script import is_kanji
from kg.mentions.words import Kind
from kg.model import EntityId, EntityType, Role
from kg.rulebook.types import Title

OFFICE_PARTS = frozenset({Kind.NOUN, Kind.VERBAL, Kind.ADJECTIVE, Kind.SUFFIX, Kind.PREFIX})
LONGEST_OFFICE = 5


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


def _after_title(scan: Scan, end: int, title: Title) -> list[Candidate]:
    """党首・習近平, 国務長官ヒラリー・クリントン: the name follows a title, directly or after ・ or の."""
    if not title.office:
        return []
    start = end + 1 if scan.char(end) in {"・", "の"} else end
    name = name_at(scan, start, sure=scan.char(end) != "・")
    return [_person(scan, *name)] if name is not None else []
