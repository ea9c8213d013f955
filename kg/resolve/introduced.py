"""Names that a text introduces beside a full one: 国際エネルギー機関(IEA), 同盟国際基金(以下「基金」)."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import EntityType, Mention
from kg.resolve.again import find_again
from kg.resolve.passage import Mentions, Passage, in_order, regroup

BRACKET = re.compile(
    r"[」』]?\((?P<lead>以下[、,]?|略称[は:]?|通称|旧|英語名:?)?[「『]?(?P<name>[^()、。「」『』]{2,20})[」』]?\)"
)
ACRONYM = re.compile(r"[A-Za-z][A-Za-z0-9&.\- ]{1,14}$")
INTRODUCED = "pattern:introduced"
NEVER = frozenset({EntityType.COUNTRY, EntityType.PERSON, EntityType.RESOURCE})
"""What is in brackets after these is not their abbreviation: 中国(上海), 氏(79)."""


def introduce_names(passage: Passage, mentions: Mentions) -> Mentions:
    """Give abbreviations in brackets the entity before them, there and in the rest of the document."""
    learnt: dict[str, Mention] = {}
    kept = list(in_order(mentions))
    for mention in tuple(kept):
        found = _abbreviation(passage, mention)
        if found is None:
            continue
        start, end, name = found
        inner = next((m for m in kept if m.sentence == mention.sentence and m.start < end and start < m.end), None)
        if inner is not None and inner.entity != mention.entity:
            if inner.found == "entry" and mention.found != "entry" and inner.type is mention.type:
                # only the abbreviation is known: the full name is another name of its entity
                kept[kept.index(mention)] = _same(mention, inner)
                continue
            if inner.found == "entry" or inner.start != start or inner.end != end:
                continue
        learnt[name] = mention
    for mention in kept:
        if _worth_repeating(mention):
            learnt.setdefault(mention.text, mention)
    if not learnt:
        return mentions
    return regroup(_with_learnt(passage, kept, learnt), len(passage.sentences))


def _worth_repeating(mention: Mention) -> bool:
    """True for a name that a pattern found by its surroundings, which its next use may lack: 半導体「H200」."""
    if not mention.found.startswith("pattern:") or mention.type in NEVER | {EntityType.PLACE, EntityType.GOV}:
        return False
    return len(mention.text) >= 3


def _abbreviation(passage: Passage, mention: Mention) -> tuple[int, int, str] | None:
    if mention.type in NEVER or mention.found.startswith("deixis"):
        return None
    text = passage.sentences[mention.sentence].text
    match = BRACKET.match(text, mention.end)
    if match is None:
        return None
    name = match.group("name").strip()
    if not match.group("lead") and not ACRONYM.match(name) and not _shortens(name, mention.text):
        return None
    start = match.start("name")
    return start, start + len(name), name


def _shortens(short: str, full: str) -> bool:
    """True if the letters of ``short`` occur in order in ``full``: 原水協 in 原水爆禁止日本協議会."""
    letters = iter(full)
    return len(short) < len(full) and all(char in letters for char in short)


def _with_learnt(passage: Passage, mentions: list[Mention], learnt: dict[str, Mention]) -> list[Mention]:
    """Every use of a learnt name that no other mention holds, and those that a pattern named by itself."""
    kept = [
        _same(mention, learnt[mention.text]) if mention.text in learnt and mention.found != "entry" else mention
        for mention in mentions
    ]
    return [*kept, *find_again(passage, kept, learnt, INTRODUCED, shortened=False)]


def _same(mention: Mention, model: Mention) -> Mention:
    return replace(mention, entity=model.entity, type=model.type, country=model.country)
