"""The finders in their order: gazetteer, single kanji, organs, persons, patterns, guesses; then the selection."""

from __future__ import annotations

from kg.mentions.candidate import RANK_ENTRY, Candidate
from kg.mentions.gazetteer import find_entries
from kg.mentions.namer import Hit, Namer
from kg.mentions.organs import find_organs
from kg.mentions.patterns import find_patterned
from kg.mentions.persons import find_persons
from kg.mentions.places import guess_places
from kg.mentions.scan import Scan
from kg.mentions.select import select
from kg.mentions.shorts import find_shorts
from kg.model import EntityType, Mention, Sentence


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
    places = guess_places(scan)
    scan.learn(places)
    organs = find_organs(scan)
    scan.learn(organs)
    persons = find_persons(scan)
    patterned = find_patterned(scan)
    scan.learn(patterned)
    shorts = find_shorts(scan)
    sure = [entry for entry in entries if not _is_bare_surname(entry, namer)]
    return select([*sure, *places, *organs, *persons, *patterned, *shorts, *_deixis(scan)], sentence.index, sentence.text)


def _is_bare_surname(entry: Candidate, namer: Namer) -> bool:
    """True for a short family name from the gazetteer, which means its bearer only beside a title or after 氏 –
    those are found as persons: 李, 高市, アリ."""
    if entry.type is not EntityType.PERSON or entry.end - entry.start == len(entry.entity):
        return False
    return entry.end - entry.start <= 3


def _deixis(scan: Scan) -> list[Candidate]:
    """Words that point back."""
    found = []
    for start, end, deixis in scan.hits[Hit.DEIXIS]:
        if not scan.words.begins(start) or not scan.words.ends_at(end):
            continue
        entity = scan.text[start:end]
        found.append(Candidate(start, end, deixis.types[0], entity, f"deixis:{deixis.word}", None, RANK_ENTRY))
    return found


