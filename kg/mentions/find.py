"""The finders in their order: gazetteer, guesses, organs, persons, patterns, single kanji; then the selection."""

from __future__ import annotations

from kg.mentions.candidate import RANK_ENTRY, Candidate
from kg.mentions.described import (
    find_by_country,
    find_described,
    find_employers,
    find_listed,
    find_of_country,
)
from kg.mentions.fullnames import find_full_names
from kg.mentions.gazetteer import find_entries
from kg.mentions.namer import Hit, Namer
from kg.mentions.organs import find_organs
from kg.mentions.persons import find_persons
from kg.mentions.places import guess_places
from kg.mentions.quoted import find_quoted
from kg.mentions.scan import Scan
from kg.mentions.select import select
from kg.mentions.shorts import find_shorts
from kg.mentions.suffixes import find_by_prefix, find_by_suffix
from kg.mentions.teams import find_teams
from kg.model import EntityId, EntityType, Mention, Sentence

NO_OWNERS = frozenset(
    {EntityType.RESOURCE, EntityType.PRODUCT, EntityType.COMPANY, EntityType.POLICY, EntityType.EVENT}
)
SURE_SURNAME = 4
"""A family name this long means its bearer without a title: トランプ, プーチン."""


def find_mentions(sentence: Sentence, namer: Namer) -> tuple[Mention, ...]:
    """The names in a sentence, ordered and not overlapping.

    ``entity`` is the gazetteer's id or, for names that no list holds, the name as written; words that point back
    (同国) and organs without their state (外務省) carry themselves, for ``kg.resolve`` to replace.
    """
    if not sentence.text.strip():
        return ()
    scan = Scan(sentence.text, namer)
    entries = find_entries(scan)
    scan.learn(entries)
    found = guess_places(scan)
    scan.learn(found)
    organs = find_organs(scan)
    scan.learn(organs)
    patterned = _find_patterned(scan)
    scan.learn(patterned)
    persons = find_persons(scan)
    found += (
        organs
        + patterned
        + persons
        + find_employers(scan, persons)
        + find_of_country(scan)
        + find_listed(scan)
        + find_shorts(scan)
    )
    found += find_full_names(scan) + find_teams(scan) + _find_deixis(scan)
    titled = {(person.start, person.end): person.entity for person in persons}
    sure = [entry for entry in entries if _is_sure(entry, titled.get((entry.start, entry.end)))]
    if scan.offices:
        found = [c for c in found if not _in_office(scan, c)]
        sure = [c for c in sure if not _in_office(scan, c)]
    return select(sure + found, sentence.index, sentence.text)


def _find_patterned(scan: Scan) -> list[Candidate]:
    return [
        *find_by_suffix(scan), *find_by_prefix(scan), *find_described(scan), *find_by_country(scan), *find_quoted(scan),
    ]  # fmt: skip


def _is_sure(entry: Candidate, titled: EntityId | None) -> bool:
    """False for a family name from the gazetteer that is short (李, 高市, アリ), which means its bearer only beside a
    title, where it is found as a person, or whose title and country show that another is meant."""
    if entry.type is not EntityType.PERSON or entry.end - entry.start == len(entry.entity):
        return True
    return entry.end - entry.start >= SURE_SURNAME and titled in {None, entry.entity}


def _in_office(scan: Scan, candidate: Candidate) -> bool:
    """True for what an office only is named after, or what a guess joined to it: 鉱物資源 and バフリル・エネルギー in
    バフリル・エネルギー鉱物資源相."""
    if candidate.type not in NO_OWNERS or (candidate.found == "entry" and candidate.type is not EntityType.RESOURCE):
        return False
    return any(start < candidate.end and candidate.start < end for start, end in scan.offices)


def _find_deixis(scan: Scan) -> list[Candidate]:
    """Words that point back."""
    found = []
    for start, end, deixis in scan.hits[Hit.DEIXIS]:
        if not scan.words.begins(start) or not scan.words.ends_at(end):
            continue
        entity = scan.text[start:end]
        found.append(Candidate(start, end, deixis.types[0], entity, f"deixis:{deixis.word}", None, RANK_ENTRY))
    return found
