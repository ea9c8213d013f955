"""Persons in full without a title: 小野田紀美, 石田三成, カール・ドブレク."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_GUESS, Candidate
from kg.mentions.namer import Hit
from kg.mentions.persons import person_id
from kg.mentions.runs import CLOSING
from kg.mentions.scan import Scan
from kg.mentions.script import is_kanji, is_katakana
from kg.mentions.words import PERSONAL, Kind
from kg.model import EntityType

PARTICLES = frozenset({"は", "が", "を", "に", "の", "と", "も", "へ", "から", "ら", "や", "自身", "、"})
MEMBERS = frozenset({"ら", "等", "達", "たち", "自身"})
COMMON = frozenset({Kind.NOUN, Kind.ADJECTIVE, Kind.VERBAL})
FAMILY = frozenset({Kind.SURNAME, Kind.PLACE})
JOINED = re.compile(
    r"(?<![ァ-ヺー・=A-Za-z])(?:[ァ-ヺー]{2,}|[A-Z]\.?)(?:[・=-](?:[ァ-ヺー]+|[A-Z]\.?)){1,4}(?![ァ-ヺー・=A-Za-z])"
)
"""Two to five parts, among them initials: ジョン・F・ケネディ."""
LONGEST_PARTICLE = 2
"""Small words inside foreign names: シャルル・ド・ゴール."""


def find_full_names(scan: Scan) -> list[Candidate]:
    """Full names by the morphology."""
    found = _foreign_names(scan)
    return found if PERSONAL.isdisjoint(scan.words.kinds) else [*found, *_native_names(scan), *_lone_names(scan)]


def _foreign_names(scan: Scan) -> list[Candidate]:
    """A katakana name whose first part is a known given name and whose others are no common words."""
    if "・" not in scan.text and "=" not in scan.text:
        return []
    found = []
    for match in JOINED.finditer(scan.text):
        start, end = match.span()
        if start in scan.by_start or not _ends_free(scan, end):
            continue
        if _is_foreign_person(scan, start, end):
            entity = person_id(scan, start, end)
            found.append(Candidate(start, end, EntityType.PERSON, entity, "pattern:name", None, RANK_GUESS))
    return found


def _lone_names(scan: Scan) -> list[Candidate]:
    """A family or given name that is a phrase of its own, as texts about people have them: 榎本は, サラディンが.

    Only what the dictionary holds for a person's name and no list for anything else.
    """
    words, found = scan.words, []
    for index, kind in enumerate(words.kinds):
        if kind not in PERSONAL or not _is_phrase(scan, index):
            continue
        start, end = words.starts[index], words.ends[index]
        name = scan.text[start:end]
        if len(name) < (3 if is_katakana(name[0]) else 2) or not (is_katakana(name[0]) or is_kanji(name[0])):
            continue
        if name in scan.namer.aliases or name in scan.namer.common_words or _misread(scan, start, end):
            continue
        if is_kanji(name[0]) and name in scan.namer.shared_stems:
            continue
        if any(begin > start and stop == end for begin, stop, _ in scan.hits[Hit.TITLE]):
            # トランプ大統領 as one word of the dictionary
            continue
        found.append(Candidate(start, end, EntityType.PERSON, name, "pattern:lone-name", None, RANK_GUESS))
    return found


def _is_phrase(scan: Scan, index: int) -> bool:
    """True between what ends a phrase before and a particle of a participant after."""
    words = scan.words
    if index and words.kinds[index - 1] not in CLOSING | {Kind.ADVERBIAL, Kind.OTHER, Kind.COUNTER}:
        return False
    if index and words.surface(index - 1) in {"・", "=", "「", "『", '"', "-", "&"}:
        return False
    return index + 1 < len(words.kinds) and words.surface(index + 1) in PARTICLES


def _is_foreign_person(scan: Scan, start: int, end: int) -> bool:
    """True if a part is a personal name to the dictionary and none is a common word or a place."""
    words = scan.words
    indices = range(words.word_at(start), words.word_at(end - 1) + 1)
    parts = [i for i in indices if words.kinds[i] is not Kind.SYMBOL]
    personal = [i for i in parts if words.kinds[i] in PERSONAL]
    if not personal or scan.char(start).isascii():
        return False
    if parts[0] == personal[0] and scan.text[start : words.ends[parts[0]]] not in scan.namer.aliases:
        # a given name first: what follows may be a common word too, but none that ends other names
        ends = {stop for _, stop, _ in scan.hits[Hit.SUFFIX]}
        return all(_may_be_part(scan, i) or _is_plain(scan, i, ends) for i in parts)
    return all(_may_be_part(scan, i) for i in parts)


def _is_plain(scan: Scan, index: int, ends: set[int]) -> bool:
    """A common word that ends no name of a building, body or event: not ホール, センター."""
    return scan.words.kinds[index] in COMMON and scan.words.ends[index] not in ends


def _may_be_part(scan: Scan, index: int) -> bool:
    words = scan.words
    surface, kind = words.surface(index), words.kinds[index]
    if kind in PERSONAL or len(surface) <= LONGEST_PARTICLE or (surface.isascii() and surface.isupper()):
        return True
    return words.rare(index) and kind not in {Kind.PLACE, Kind.COUNTRY, Kind.PROPER}


def _ends_free(scan: Scan, end: int) -> bool:
    """True if no noun follows that makes it the name of a body: カール・ドブレク財団."""
    index = scan.words.first.get(end)
    if index is None:
        return end == len(scan.text)
    surface = scan.words.surface(index)
    return scan.words.kinds[index] in CLOSING or surface in scan.namer.title_words or surface in MEMBERS


def _native_names(scan: Scan) -> list[Candidate]:
    """Family name + given name by the morphology: 小野田紀美, 千葉真一; also those it holds as one word: 石田三成."""
    words, found = scan.words, []
    kinds = words.kinds
    if Kind.GIVEN not in kinds and Kind.PERSON not in kinds:
        return []
    for index, kind in enumerate(kinds):
        if kind is Kind.GIVEN and index and kinds[index - 1] in FAMILY:
            start = words.starts[index - 1]
        elif kind is Kind.PERSON and is_kanji(scan.text[words.starts[index]]):
            start = words.starts[index]
        else:
            continue
        end = words.ends[index]
        long_enough = end - start >= 3 and (kinds[index - 1] is not Kind.PLACE or end - start >= 4)
        if long_enough and not _runs_on(scan, index) and not _misread(scan, start, end):
            entity = person_id(scan, start, end)
            found.append(Candidate(start, end, EntityType.PERSON, entity, "pattern:name", None, RANK_GUESS))
    return found


def _runs_on(scan: Scan, index: int) -> bool:
    """True if what follows shows that the two are no person: 株式会社 and other suffixes of bodies."""
    words = scan.words
    if index + 1 >= len(words.kinds):
        return False
    following = words.kinds[index + 1]
    if words.kinds[index - 1] is Kind.PLACE and following in {Kind.NOUN, Kind.VERBAL}:
        return words.surface(index + 1) not in scan.namer.title_words
    return following in {Kind.GIVEN, Kind.SURNAME, Kind.PROPER}


def _misread(scan: Scan, start: int, end: int) -> bool:
    """True for a run of countries' kanji (米英豪), and where a title begins inside (城内実経|済財政担当相)."""
    if all(char in scan.namer.shorts for char in scan.text[start:end]):
        return True
    return any(start < begin < end < stop for begin, stop, _ in scan.hits[Hit.TITLE])
