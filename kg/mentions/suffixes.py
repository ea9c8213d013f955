"""Names by their last or first word: 住友金属鉱山, グラスベルグ鉱山, 安全維持法, 株式会社X, トランプ政権."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_PATTERN, Candidate, pattern_candidate
from kg.mentions.namer import Hit
from kg.mentions.organs import ORDINAL, host_before, state_before
from kg.mentions.personal import name_before
from kg.mentions.places import part_of_region
from kg.mentions.runs import BUILDING, COMMON, LONGEST_RUN, has_proper, run_end, run_start
from kg.mentions.scan import Scan
from kg.mentions.script import KANJI, foreign_start, is_kanji, is_katakana, is_latin
from kg.mentions.words import NOMINAL, Kind
from kg.model import EntityType
from kg.rulebook.types import NamePattern

COUNTRY = frozenset({EntityType.COUNTRY})
BODIES = frozenset({EntityType.ORG, EntityType.GOV, EntityType.COMPANY})
EDITION = re.compile(r"第[0-9一二三四五六七八九十百]+[回次]$")
YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9年])")
STEMS = frozenset({*NOMINAL, Kind.SYMBOL, Kind.OTHER, Kind.ADVERBIAL})
NO_GOODS = frozenset({EntityType.COMPANY, EntityType.PLACE, EntityType.PRODUCT})
BUILT = frozenset({EntityType.PLACE, EntityType.PRODUCT})


def find_by_suffix(scan: Scan) -> list[Candidate]:
    """Names whose last word says what they are."""
    found, last = [], scan.words.last
    for start, end, pattern in scan.hits[Hit.SUFFIX]:
        if end not in last or pattern.quoted == "must" or not _has_stem(scan, start):
            continue
        if scan.text[start] < KANJI and (_runs_on(scan, start) or _runs_on(scan, end) or _goes_on(scan, end)):
            continue
        if scan.inside_title(start, end):
            continue
        if pattern.type is EntityType.GOV:
            found.append(_organ(scan, start, end, pattern))
        else:
            found.append(_whole_word(scan, start, end, pattern) or _compound(scan, start, end, pattern))
    return [candidate for candidate in found if candidate is not None]


def find_by_prefix(scan: Scan) -> list[Candidate]:
    """Names whose first word says what they are: 株式会社X."""
    found = []
    for start, end, pattern in scan.hits[Hit.PREFIX]:
        if pattern.suffix or pattern.quoted == "must" or start not in scan.words.first:
            continue
        stop = run_end(scan, end, kana=True)
        if stop - end >= pattern.needs and (pattern.drop or has_proper(scan, end, stop)):
            entity = scan.text[end:stop] if pattern.drop else None
            found.append(pattern_candidate(scan, start, stop, pattern, entity))
    return [candidate for candidate in found if candidate is not None]


def _has_stem(scan: Scan, start: int) -> bool:
    """True if something that may be a name's beginning stands before a suffix, or the suffix ends a longer word."""
    index = scan.words.first.get(start)
    return index is None or (index > 0 and scan.words.kinds[index - 1] in STEMS)


def _runs_on(scan: Scan, position: int) -> bool:
    """True inside a Latin word: IC of MUSIC."""
    left, right = scan.char(position - 1), scan.char(position)
    if not left or not right:
        return False
    return is_latin(left) and is_latin(right)


def _goes_on(scan: Scan, end: int) -> bool:
    """True if the suffix is itself only the start of a longer katakana word."""
    return end < len(scan.text) and is_katakana(scan.text[end - 1]) and is_katakana(scan.text[end])


def _whole_word(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """A proper noun of the dictionary that ends in the suffix: 早稲田大学, 名古屋鉄道."""
    index = scan.words.last[end]
    begin = scan.words.starts[index]
    places = pattern.type is EntityType.PLACE
    kinds = {Kind.PLACE if places else Kind.PROPER, Kind.PROPER if pattern.long or not places else Kind.PLACE}
    if begin >= start or scan.words.kinds[index] not in kinds or pattern.prefix:
        return None
    if pattern.type is EntityType.PLACE:
        begin = part_of_region(scan, begin, start)
    return pattern_candidate(scan, begin, end, pattern, scan.text[begin:start] if pattern.drop else None)


def _compound(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """A compound noun that ends in the suffix and holds a proper noun, or whose suffix tells by itself."""
    begin = run_start(scan, start, pattern)
    if begin is None or start - begin < pattern.needs:
        return None
    if pattern.type is EntityType.PLACE:
        begin = part_of_region(scan, begin, start)
    if pattern.type is EntityType.PRODUCT and scan.text[begin].isascii() and scan.text[begin:start][-1:].isdigit():
        return None
    if pattern.prefix:
        if not scan.text.startswith(pattern.prefix, begin):
            return None
    elif pattern.proper and not _is_proper(scan, begin, start, pattern):
        return None
    if any(begin < c.start < start and c.type in BODIES for c in scan.by_end.get(end, ())):
        # what the gazetteer knows ends here: 朝鮮労働党 after a person's name
        return None
    if pattern.type in NO_GOODS and _is_about_good(scan, begin, end):
        return None
    if pattern.type in BUILT and _is_state(scan, begin, start):
        # メキシコ工場: some plant there, no name
        return None
    if pattern.type is EntityType.EVENT:
        begin, end = _numbered_event(scan, begin, end)
    if scan.text.startswith(pattern.not_words, begin, end):
        return None
    return pattern_candidate(scan, begin, end, pattern, scan.text[begin:start] if pattern.drop else None)


def _is_state(scan: Scan, start: int, end: int) -> bool:
    return any(c.type is EntityType.COUNTRY and c.end == end for c in scan.by_start.get(start, ()))


def _numbered_event(scan: Scan, begin: int, end: int) -> tuple[int, int]:
    """With its number before or after it: 第23回東京国際映画祭, FIFAワールドカップ2022."""
    before = EDITION.search(scan.text, max(0, begin - 6), begin)
    after = YEAR.match(scan.text, end)
    return before.start() if before else begin, after.end() if after else end


def _is_proper(scan: Scan, begin: int, end: int, pattern: NamePattern) -> bool:
    """In a company's name the proper noun is the word beside the suffix: フランス国立放送 is none."""
    if pattern.type is EntityType.COMPANY:
        start = foreign_start(scan.text, end)
        begin = start if start < end else scan.words.starts[scan.words.word_at(end - 1)]
    return has_proper(scan, begin, end)


def _is_about_good(scan: Scan, start: int, end: int) -> bool:
    """True for a good and what is done with it (レアアース精錬, タングステン鉱床), or a good that ends in the suffix
    (中国製電気自動車): no names."""
    begins = any(c.type is EntityType.RESOURCE and c.end < end for c in scan.by_start.get(start, ()))
    return begins or any(c.type is EntityType.RESOURCE for c in scan.by_end.get(end, ()))


def _organ(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """A numbered unit (第7艦隊), a government named by a person (トランプ政権), else an organ that no list holds, by
    its state (米海洋大気庁)."""
    if pattern.prefix:
        return _numbered_unit(scan, start, end, pattern)
    if pattern.shapes:
        return _administration(scan, start, end, pattern)
    embassy = _embassy_of(scan, start, end, pattern)
    if embassy is not None:
        return embassy
    position = start
    for _ in range(LONGEST_RUN):
        state = state_before(scan, position)
        if state is not None and start - position >= pattern.needs:
            begin, entry = state
            entity = (entry.prefix or entry.id) + scan.text[position:end]
            host = host_before(scan, begin)
            if host is not None:
                # an embassy: 在中国日本大使館
                begin, entity = host, scan.text[host:end]
            return Candidate(begin, end, EntityType.GOV, entity, f"pattern:{pattern.id}", entry.id, RANK_PATTERN)
        index = scan.words.last.get(position)
        if index is None or scan.words.kinds[index] not in BUILDING:
            return _organ_of(scan, position, start, end, pattern)
        position = scan.words.starts[index]
        if not is_kanji(scan.text[position]):
            return None
    return None


def _organ_of(scan: Scan, begin: int, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """軍備庁 in ポーランドの軍備庁: common nouns under the の of a state; not 中国の四川省."""
    state = scan.name_before(begin - 1, COUNTRY) if scan.char(begin - 1) == "の" else None
    if state is None or start - begin < max(pattern.needs, 2):
        return None
    kinds = scan.words.kinds[scan.words.word_at(begin) : scan.words.word_at(start - 1) + 1]
    if any(kind not in COMMON for kind in kinds):
        return None
    entry = scan.namer.entries[state.entity]
    entity = (entry.prefix or entry.id) + scan.text[begin:end]
    return Candidate(begin, end, EntityType.GOV, entity, f"pattern:{pattern.id}", entry.id, RANK_PATTERN)


def _embassy_of(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """駐日大使館 in 中国の駐日大使館, as 駐日中国大使館; 駐日大使館 alone keeps its name."""
    host = None if pattern.needs else host_before(scan, start)
    if host is None:
        return None
    sender = scan.name_before(host - 1, COUNTRY) if scan.char(host - 1) == "の" else None
    if sender is None:
        name, country = scan.text[host:end], None
    else:
        name, country = f"{scan.text[host:start]}{sender.entity}{scan.text[start:end]}", sender.entity
    return Candidate(host, end, EntityType.GOV, name, f"pattern:{pattern.id}", country, RANK_PATTERN)


def _numbered_unit(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """第7艦隊, 米第7艦隊."""
    match = ORDINAL.search(scan.text, max(0, start - 5), start)
    if match is None or match.start() not in scan.words.first:
        return None
    state = state_before(scan, match.start())
    begin, country = (state[0], state[1].id) if state else (match.start(), None)
    return Candidate(begin, end, EntityType.GOV, scan.text[begin:end], f"pattern:{pattern.id}", country, RANK_PATTERN)


def _administration(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """トランプ政権; バイデン前政権 is バイデン政権."""
    stop = start
    for prefix in scan.namer.title_prefixes:
        if scan.text.endswith(prefix, 0, start):
            stop = start - len(prefix)
            break
    name = name_before(scan, stop, None, past=False)
    if name is None:
        return None
    entity = scan.text[name[0] : name[1]] + scan.text[start:end]
    return Candidate(name[0], end, EntityType.GOV, entity, f"pattern:{pattern.id}", None, RANK_PATTERN)
