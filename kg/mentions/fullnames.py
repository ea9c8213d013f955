"""Persons in full without a title: 小野田紀美, 石田三成, カール・ドブレク."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_GUESS, Candidate
from kg.mentions.namer import Hit
from kg.mentions.persons import person_id
from kg.mentions.runs import CLOSING
from kg.mentions.scan import Scan
from kg.mentions.script import is_kanji
from kg.mentions.words import Kind
from kg.model import EntityType

FAMILY = frozenset({Kind.SURNAME, Kind.PLACE})
JOINED = re.compile(r"(?<![ァ-ヺー・=])[ァ-ヺー]{2,}(?:[・=][ァ-ヺー]{2,}){1,3}(?![ァ-ヺー・=])")


def find_full_names(scan: Scan) -> list[Candidate]:
    """Full names by the morphology."""
    return [*_native_names(scan), *_foreign_names(scan)]


def _foreign_names(scan: Scan) -> list[Candidate]:
    """A katakana name whose first part is a known given name and whose others are no common words."""
    if "・" not in scan.text and "=" not in scan.text:
        return []
    found = []
    for match in JOINED.finditer(scan.text):
        start, end = match.span()
        if start in scan.by_start or not _ends_free(scan, end):
            continue
        indices = range(scan.words.word_at(start), scan.words.word_at(end - 1) + 1)
        kinds = [(scan.words.kinds[i], scan.words.rare(i)) for i in indices if scan.words.kinds[i] is not Kind.SYMBOL]
        if kinds[0][0] is Kind.PERSON and all(kind is Kind.PERSON or rare for kind, rare in kinds):
            entity = person_id(scan, start, end)
            found.append(Candidate(start, end, EntityType.PERSON, entity, "pattern:name", None, RANK_GUESS))
    return found


def _ends_free(scan: Scan, end: int) -> bool:
    """True if no noun follows that makes it the name of a body: カール・ドブレク財団."""
    index = scan.words.first.get(end)
    if index is None:
        return end == len(scan.text)
    return scan.words.kinds[index] in CLOSING or scan.words.surface(index) in scan.namer.title_words


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
