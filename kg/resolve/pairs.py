"""Which two names 両国, 両社, 両首脳 mean: two that stand together – タイとラオス, 日米, the subject and its partner –
in the nearest sentence that has such a pair, else the only two of the passage; where it is not clear, none.

A wrong pair gives wrong statements for two entities at once, so that a guess costs more than a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.model import EntityId, EntityType, Mention
from kg.resolve.passage import Passage
from kg.resolve.ranking import COUNTRIES, WINDOW, is_object, own_subjects

Pair = tuple[Mention, Mention]

REACH = 6
"""Sentences looked back upon for two names that stand together."""
PASSAGE = 3
"""Sentences in which there may be two names in all, if none stand together."""
LINK = re.compile(r"(?:ら|など)?(?:と|や|、|・|および|及び|並びに|対)")
BETWEEN = re.compile(r"[^。「」はがをに]{0,24}")
PARTNER = re.compile(r"(?:ら|など)?(?:と(?!して|いう|の見|みられ)|に|を|へ|から|に対し)")
SUBJECT = re.compile(r"(?:ら|など)?(?:で|に|と)?(?:は|が|も)")
SCENE = re.compile(r"で(?!は|も)|において")
"""A place after と is the scene: 韓国と米国で会談した."""


def find_pair(
    passage: Passage, pointer: Mention, types: frozenset[EntityType], before: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The two names in the order of the text, empty if it is not clear which."""
    barred = own_subjects(passage, pointer, before[-WINDOW:]) if is_object(passage, pointer) else frozenset()
    units = [unit for unit in _units(passage, types, before[-WINDOW:]) if unit.entity not in barred]
    for index in range(pointer.sentence, max(-1, pointer.sentence - REACH - 1), -1):
        here = [unit for unit in units if unit.sentence == index]
        pairs = {(a.entity, b.entity): (a, b) for a, b in _standing_together(passage, here)}
        if len(pairs) == 1:
            return next(iter(pairs.values()))
        if pairs:
            return ()
    near = [unit for unit in units if unit.sentence >= pointer.sentence - PASSAGE]
    return _only_two(near)


def _units(passage: Passage, types: frozenset[EntityType], before: Sequence[Mention]) -> Iterator[Mention]:
    """The names of the types; for states also where an organ or a known person stands for one."""
    previous: Mention | None = None
    for mention in before:
        unit = mention if mention.type in types else None
        if unit is None and types == COUNTRIES:
            state = _state_of(passage, mention)
            unit = replace(mention, entity=state, type=EntityType.COUNTRY) if state else None
        if unit is None:
            continue
        if previous is not None and _is_beside(previous, unit):
            # 米 in トランプ米大統領
            continue
        previous = unit
        yield unit


def _state_of(passage: Passage, mention: Mention) -> EntityId | None:
    if mention.type is EntityType.GOV:
        return mention.country
    entry = passage.namer.entries.get(mention.entity)
    if mention.type is not EntityType.PERSON or entry is None:
        return None
    return entry.country if entry.country in passage.namer.entries else None


def _is_beside(left: Mention, right: Mention) -> bool:
    return left.sentence == right.sentence and left.entity == right.entity and right.start - left.end <= 1


def _standing_together(passage: Passage, units: Sequence[Mention]) -> Iterator[Pair]:
    """The pairs of a sentence: two of one pointing word, two linked ones, else subject and partner."""
    linked = list(_linked(passage, units))
    if linked:
        yield from linked
        return
    if len({unit.entity for unit in units}) == 2:
        pair = _only_two(units)
        if pair and (SUBJECT.match(passage.after(pair[0])) or PARTNER.match(passage.after(pair[1]))):
            yield pair[0], pair[1]
        return
    if any(_is_linked(passage, a, b) for a, b in pairwise(units)):
        # 日本は米国、英国、豪州と協議した
        return
    subjects = {unit.entity: unit for unit in units if SUBJECT.match(passage.after(unit))}
    partners = {unit.entity: unit for unit in units if re.match(r"(?:側)?と", passage.after(unit))}
    if len(subjects) == 1 and len(partners) == 1 and subjects.keys() != partners.keys():
        yield next(iter(subjects.values())), next(iter(partners.values()))


def _linked(passage: Passage, units: Sequence[Mention]) -> Iterator[Pair]:
    """Neighbours with a link between them and no third beside: not two of 英国、フランスとドイツ."""
    joined = [_is_linked(passage, a, b) for a, b in pairwise(units)]
    for index, link in enumerate(joined):
        alone = not any(joined[max(0, index - 1) : index]) and not any(joined[index + 1 : index + 2])
        if link and alone and units[index].entity != units[index + 1].entity:
            yield units[index], units[index + 1]


def _is_linked(passage: Passage, left: Mention, right: Mention) -> bool:
    if left.start == right.start and left.end == right.end:
        return True
    text = passage.sentences[left.sentence].text
    if left.end == right.start:
        # 日米; not 米国政府
        return left.end - left.start == right.end - right.start == 1
    between = text[left.end : right.start]
    if not between or not BETWEEN.fullmatch(between) or not LINK.match(passage.after(left)):
        return False
    return not (passage.after(left).startswith("と") and SCENE.match(passage.after(right)))


def _only_two(units: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first mentions of the two entities that there are, empty if there are more or fewer."""
    first = {unit.entity: unit for unit in reversed(units)}
    found = sorted(first.values(), key=lambda unit: (unit.sentence, unit.start))
    return tuple(found) if len(found) == 2 else ()
