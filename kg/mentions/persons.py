"""Persons by their titles: names beside them (茂木敏充外相, 党首・習近平) and offices that stand for their holder
(米財務長官)."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.candidate import RANK_ENTRY, RANK_TITLE, Candidate
from kg.mentions.gazetteer import fits
from kg.mentions.namer import Hit
from kg.mentions.organs import host_before, single_short
from kg.mentions.personal import BODIES, name_at, name_before
from kg.mentions.runs import is_common_foreign
from kg.mentions.scan import Scan
from kg.mentions.script import is_kanji, is_katakana
from kg.mentions.words import Kind
from kg.model import EntityId, EntityType, Role
from kg.rulebook.types import AliasContext, Title

OFFICE_PARTS = frozenset({Kind.NOUN, Kind.VERBAL, Kind.ADJECTIVE, Kind.SUFFIX, Kind.PREFIX})
LONGEST_OFFICE = 5
LONGEST_TITLE = 12
"""Characters looked at after a title for the context of an alias."""


@dataclass(frozen=True, slots=True)
class Office:
    """What stands before a title: ``start`` is where title, its prefixes and the body it belongs to begin;
    ``title_start`` is the same without the body."""

    start: int
    title_start: int
    body_start: int | None = None
    body_type: EntityType | None = None
    short: bool = False
    """The body is a single kanji: 米 in トランプ米大統領."""


@dataclass(frozen=True, slots=True)
class Held:
    """What stands beside a family name: the ``words`` of the title on, whether they suit any listed person of that
    name (``sure``), and the state whose office it is."""

    words: str
    sure: bool = True
    country: EntityId | None = None


def find_persons(scan: Scan) -> list[Candidate]:
    """Persons of the sentence, and the countries inside their titles."""
    found: list[Candidate] = []
    for start, end, title in _titles(scan):
        found.extend(_titled(scan, start, end, title))
        found.extend(_after_title(scan, end, title))
    if len(found) < 2:
        return found
    # 党首のメルツ氏: the office is not unnamed
    named = {c.start for c in found}
    found = [c for c in found if not (_is_office(scan, c) and scan.char(c.end) == "の" and c.end + 1 in named)]
    # 社長のトランプ氏: two titles about one name; who it is not, the stricter one knows
    strict = {(c.start, c.end) for c in found if c.entity == scan.text[c.start : c.end]}
    return [c for c in found if (c.start, c.end) not in strict or c.entity == scan.text[c.start : c.end]]


def _is_office(scan: Scan, candidate: Candidate) -> bool:
    """True for an office that stands for its holder."""
    return any(end == candidate.end and candidate.start <= start for start, end, _ in scan.hits[Hit.TITLE])


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
        foreign = office.start < start or is_katakana(scan.char(office.start))
        joined = foreign and scan.text.startswith("・", office.start - 1)
        stop = office.start - 1 if joined else office.start
        name = name_before(scan, stop, title, past=office.start < start, sure=office.short)
        if name is not None:
            scan.offices.append((office.title_start, end))
            return _holder(scan, name, office, end, title)
        if office.body_start is not None:
            # who is to hold it or held it is not its holder: カナダ次期首相
            past = scan.text[office.title_start : start] in scan.namer.title_prefixes
            return [] if past else _unnamed(scan, office, end, title)
    return []


def _offices(scan: Scan, start: int, title: Title) -> list[Office]:
    """How far the office may reach to the left, shortest first: 相, 技術相, 科学技術相, 日本の…; 米大統領."""
    words = scan.words
    offices = []
    position = _strip_prefixes(scan, start)
    for _ in range(LONGEST_OFFICE):
        offices.append(Office(position, position))
        body = _body_before(scan, position, title)
        if body is not None:
            begin = _strip_prefixes(scan, body.start)
            if body.short and begin < body.start:
                # 元英首相: the dictionary may take 元英 for a given name
                offices.pop()
            offices.append(Office(begin, position, body.body_start, body.body_type, body.short))
            break
        index = words.last.get(position)
        if index and position < start and words.surface(index) == "・":
            # 貿易・観光相
            position, index = position - 1, index - 1
        if not title.office or index is None or words.kinds[index] not in OFFICE_PARTS:
            break
        if not is_kanji(scan.text[words.starts[index]]) and not is_common_foreign(scan, words.starts[index], position):
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


def _body_before(scan: Scan, position: int, title: Title) -> Office | None:
    """The country or body whose office it is, right before the title."""
    named = scan.name_before(position, BODIES)
    guessed = named is not None and named.type is EntityType.COMPANY and named.found != "entry"
    if named is not None and not (guessed and EntityType.COMPANY not in title.of):
        return Office(named.start, position, named.start, named.type)
    if position and scan.text[position - 1] in scan.namer.shorts and (
        single_short(scan, position - 1) or scan.text.endswith(scan.namer.title_prefixes, 0, position - 1)
    ):
        return Office(position - 1, position, position - 1, EntityType.COUNTRY, short=True)
    return None


def _holder(scan: Scan, name: tuple[int, int], office: Office, end: int, title: Title) -> list[Candidate]:
    start, stop = name
    if office.body_start is not None:
        host = host_before(scan, office.body_start)
        if host is not None:
            return [_person(scan, start, end)]
    held = _held(scan, start, office, end, title)
    found = [_candidate(start, stop, person_id(scan, start, stop, held))]
    if office.short and office.body_start is not None:
        entry = scan.namer.shorts[scan.text[office.body_start]]
        position = office.body_start
        found.append(Candidate(position, position + 1, entry.type, entry.id, "entry", None, RANK_ENTRY))
    return found


def _held(scan: Scan, start: int, office: Office, end: int, title: Title) -> Held:
    """What the words beside a name say of its bearer: キューバ and 外相 in キューバのロドリゲス外相."""
    words = scan.text[office.title_start : end + LONGEST_TITLE]
    sure = title.word in scan.namer.head_titles and not _names_office(scan, office.title_start, end, title)
    if office.short and office.body_start is not None:
        return Held(words, sure, scan.namer.shorts[scan.text[office.body_start]].id)
    if office.body_start is not None:
        body = next((c for c in scan.by_start.get(office.body_start, ()) if c.type in BODIES), None)
    else:
        body = scan.name_before(start - 1 if scan.char(start - 1) == "の" else start, BODIES)
    if body is not None:
        if body.type is EntityType.COMPANY:
            return Held(words, sure=False)
        return Held(words, sure, body.entity if body.type is EntityType.COUNTRY else body.country)
    if start and scan.text[start - 1] in scan.namer.shorts and single_short(scan, start - 1):
        return Held(words, sure, scan.namer.shorts[scan.text[start - 1]].id)
    return Held(words, sure)


def _names_office(scan: Scan, start: int, end: int, title: Title) -> bool:
    """True if words of the office stand before the title: 国家安全保障会議 in 国家安全保障会議議長."""
    own = scan.text[start : end - len(title.word)]
    for prefix in scan.namer.title_prefixes:
        own = own.removeprefix(prefix)
    return bool(own)


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


def person_id(scan: Scan, start: int, end: int, held: Held | None = None) -> EntityId:
    """The gazetteer's person of this name, else the name as written.

    A family name means the person where the words beside it allow it: キューバのロドリゲス外相 is not the Venezuelan of
    that name, テスラのブラウン社長 not the British prime minister. ``held``: those words, None for none.
    """
    text = scan.text[start:end]
    for named in scan.namer.aliases.get(text, ()):
        entry = named.entry
        if entry.type is not EntityType.PERSON:
            continue
        if named.context is not None and not _fits(named.context, scan, start, end, held):
            continue
        if held is None or _is_full(text, entry.id):
            return entry.id
        known = held.sure or _tells_titles(scan, named.context)
        if known and (held.country is None or entry.country is None or held.country == entry.country):
            return entry.id
    return text


def _tells_titles(scan: Scan, context: AliasContext | None) -> bool:
    """True for an alias that says itself which titles after it are its bearer's, or which are not."""
    if context is None:
        return False
    return bool(context.after) or not scan.namer.title_words.keys().isdisjoint(context.not_after)


def _is_full(text: str, name: EntityId) -> bool:
    """True for a name that needs no title to be known: the whole one, or one with a given name (赤澤亮正)."""
    return len(text) >= len(name) or "・" in text or (is_kanji(text[0]) and len(text) > 2)


def _fits(context: AliasContext, scan: Scan, start: int, end: int, held: Held | None) -> bool:
    """Whether an alias has its context; the title after it may have its country before it (カーター元米大統領)."""
    if fits(context, scan.text, start, end):
        return True
    return held is not None and bool(context.after) and fits(context, scan.text[:end] + held.words, start, end)


def _person(scan: Scan, start: int, end: int, held: Held | None = None) -> Candidate:
    return _candidate(start, end, person_id(scan, start, end, held))


def _candidate(start: int, end: int, entity: EntityId) -> Candidate:
    return Candidate(start, end, EntityType.PERSON, entity, "pattern:title", None, RANK_TITLE)


def _after_title(scan: Scan, end: int, title: Title) -> list[Candidate]:
    """党首・習近平, 国務長官ヒラリー・クリントン: the name follows a title, directly or after ・ or の."""
    if not title.office:
        return []
    start = end + 1 if scan.char(end) in {"・", "の"} else end
    name = name_at(scan, start, sure=scan.char(end) != "・")
    if name is None:
        return []
    return [_person(scan, *name, Held("", title.word in scan.namer.head_titles))]
