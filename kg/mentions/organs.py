"""Organs of states: a country or place and an organ word (米財務省, 北京市高級人民法院), or the word alone (外務省)."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_ORGAN, Candidate
from kg.mentions.namer import Hit, Namer
from kg.mentions.scan import Scan
from kg.mentions.shorts import affix_before, is_weak
from kg.mentions.words import NOMINAL, Kind
from kg.model import EntityId, EntityType, Role
from kg.rulebook.types import Entry, Organ

COUNTRY = frozenset({EntityType.COUNTRY})
PLACE = frozenset({EntityType.PLACE})
ORDINAL = re.compile(r"第[0-9一二三四五六七八九十]+$")
NUMERIC = frozenset({Kind.NUMBER, Kind.COUNTER, Kind.ADVERBIAL})
BARE = "organ:bare"
POINTED = "organ:deixis"


def find_organs(scan: Scan) -> list[Candidate]:
    """Organ words with what they belong to."""
    found = []
    for start, end, organ in scan.hits[Hit.ORGAN]:
        if not _ends_well(scan, end) or organ.word in scan.namer.separate_words:
            continue
        candidate = (
            _of_country(scan, start, end, organ)
            or _of_deixis(scan, start, end)
            or _of_place(scan, start, end)
            or _bare(scan, start, end, organ)
        )
        if candidate is not None:
            found.append(candidate)
    return found


def _ends_well(scan: Scan, end: int) -> bool:
    """軍 in 米軍基地, not in 軍事."""
    return scan.words.ends_at(end)


def state_before(scan: Scan, position: int) -> tuple[int, Entry] | None:
    """The single country right before a position, with where its name begins; None for 日米 and other runs."""
    named = scan.name_before(position, COUNTRY)
    if named is not None:
        return named.start, scan.namer.entries[named.entity]
    for word, entry in scan.namer.prefixes.items():
        if scan.text.endswith(word, 0, position):
            return position - len(word), entry
    if position and scan.text[position - 1] in scan.namer.shorts and single_short(scan, position - 1):
        return position - 1, scan.namer.shorts[scan.text[position - 1]]
    return None


def single_short(scan: Scan, position: int) -> bool:
    """True for a country's kanji that is a word's beginning and no part of a run such as 日米, unless the run is
    an affix's name and this one's (在日|米軍)."""
    text, words = scan.text, scan.words
    if position not in words.first:
        return False
    index = words.first[position]
    if index and words.kinds[index - 1] in {Kind.NUMBER, Kind.PREFIX}:
        return False
    bound = words.kinds[index] in {Kind.SUFFIX, Kind.COUNTER} and index and words.kinds[index - 1] in NOMINAL
    if bound and is_weak(scan, position):
        return False
    start = position
    while start and text[start - 1] in scan.namer.shorts:
        start -= 1
    if start == position:
        return True
    return position - start == 1 and affix_before(scan, start) is not None


def organ_id(entry: Entry, organ: Organ) -> EntityId:
    """米 + 財務省 → 米財務省."""
    return (entry.prefix or entry.id) + organ.canonical


def fits_state(organ: Organ, state: EntityId) -> bool:
    """Whether a state can have this organ."""
    if organ.home is not None:
        return organ.home == state
    return not organ.countries or state in organ.countries


def choose_organ(namer: Namer, organ: Organ, state: EntityId) -> Organ | None:
    """The organ of that word which the state has: those that name the state before those of any."""
    choices = namer.organ_words[organ.word]
    special = [o for o in choices if (o.home or o.countries) and fits_state(o, state)]
    general = [o for o in choices if not o.home and not o.countries]
    found = special or general
    return found[0] if found else None


def _of_country(scan: Scan, start: int, end: int, organ: Organ) -> Candidate | None:
    state = state_before(scan, start)
    if state is None:
        return None
    begin, entry = state
    meant = choose_organ(scan.namer, organ, entry.id)
    if meant is not organ and (meant is not None or not organ.home):
        # another reading of the same word answers for this state, or none does
        return None
    return Candidate(begin, end, EntityType.GOV, organ_id(entry, organ), "organ", entry.id, RANK_ORGAN)


def _of_deixis(scan: Scan, start: int, end: int) -> Candidate | None:
    """同国政府: which state, ``resolve`` finds out."""
    for begin, stop, deixis in scan.hits[Hit.DEIXIS]:
        if stop == start and EntityType.COUNTRY in deixis.types and deixis.count == 1:
            entity = scan.text[begin:end]
            return Candidate(begin, end, EntityType.GOV, entity, POINTED, None, RANK_ORGAN)
    return None


def _of_place(scan: Scan, start: int, end: int) -> Candidate | None:
    """A city's or territory's organ, named as written: 香港高等法院, 北京市第2中級人民法院."""
    ordinal = ORDINAL.search(scan.text, max(0, start - 4), start)
    named = scan.name_before(ordinal.start() if ordinal else start, PLACE)
    if named is None:
        return None
    return Candidate(named.start, end, EntityType.GOV, scan.text[named.start : end], "organ", named.country, RANK_ORGAN)


def _bare(scan: Scan, start: int, end: int, organ: Organ) -> Candidate | None:
    """外務省 alone; not 両政府, 州議会, 反政府勢力, 政府系."""
    words = scan.words
    if not organ.bare or start not in words.first or end not in words.last:
        return None
    index = words.first[start]
    if index and not _may_precede(scan, index - 1):
        return None
    if _blocked(scan, start, end):
        return None
    if organ.home is not None:
        entry = scan.namer.entries[organ.home]
        return Candidate(start, end, EntityType.GOV, organ_id(entry, organ), "organ", entry.id, RANK_ORGAN)
    return Candidate(start, end, EntityType.GOV, organ.canonical, BARE, None, RANK_ORGAN)


def _may_precede(scan: Scan, index: int) -> bool:
    """Whether a morpheme right before leaves the organ a word of its own: 7日|外務省, 元|CIA長官."""
    kind = scan.words.kinds[index]
    return kind not in NOMINAL or kind in NUMERIC or scan.words.surface(index) in scan.namer.title_prefixes


def _blocked(scan: Scan, start: int, end: int) -> bool:
    """True where the rules know a longer word that is no organ: 政府系, 政府開発援助."""
    for stop in range(end + 1, min(end + 5, len(scan.text) + 1)):
        compound = scan.namer.compounds.get(scan.text[start:stop])
        if compound is not None and compound.context is None:
            return True
    return False


def host_before(scan: Scan, position: int) -> int | None:
    """Where 駐日 or 在中国 begins that ends at a position; None if there is none."""
    named = scan.name_before(position, COUNTRY | PLACE)
    start = named.start if named is not None else position - 1
    if named is None and (start < 0 or scan.text[start] not in scan.namer.shorts):
        return None
    affix = scan.text[start - 1 : start] if start else ""
    rule = scan.namer.affixes.get(affix)
    if rule is None or rule.role is not Role.PLACE:
        return None
    return start - 1
