"""Organs that stand without their state – 外務省, 政府, 同国政府 – and the state each belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.mentions.organs import BARE, POINTED, choose_organ, fits_state, organ_id
from kg.model import EntityId, EntityType, Mention
from kg.resolve.passage import Passage
from kg.resolve.ranking import COUNTRIES, WINDOW, in_run, is_adjunct, rank_referents
from kg.rulebook.types import Organ

POLITICAL = frozenset({EntityType.COUNTRY, EntityType.GOV, EntityType.PERSON})
"""Names that bring their state into the text; a foreign company does not make a text speak of its country."""


def give_state(
    passage: Passage, mention: Mention, before: Sequence[Mention], everything: Sequence[Mention]
) -> Iterable[Mention]:
    """Give an organ its state; none where it can be no state's. ``everything``: all mentions of the document."""
    namer = passage.namer
    word = mention.text if mention.found == BARE else _organ_word(passage, mention)
    organs = namer.organ_words.get(word)
    if organs is None:
        return []
    state = _state(passage, mention, organs, before, everything)
    organ = choose_organ(namer, organs[0], state) if state is not None else None
    if organ is None or state is None:
        return []
    return [replace(mention, entity=organ_id(namer.entries[state], organ), found="organ", country=state)]


def _organ_word(passage: Passage, mention: Mention) -> str:
    """政府 of 同国政府."""
    words = (mention.text[start:] for start in range(1, len(mention.text)))
    return next((word for word in words if word in passage.namer.organ_words), "")


def _state(
    passage: Passage,
    mention: Mention,
    organs: tuple[Organ, ...],
    before: Sequence[Mention],
    everything: Sequence[Mention],
) -> EntityId | None:
    """The state whose organ it is: named beside it, or by the same organ elsewhere, or what the passage is about."""
    if mention.found == POINTED:
        return _pointed_state(passage, mention, before)
    named = {state for m in everything if m.type in POLITICAL for state in (m.entity, m.country) if state}
    allowed = {state for state in named if _may_have(passage, organs, state)}
    home = passage.namer.home
    if home is not None and not _may_have(passage, organs, home):
        home = None
    return (
        _owner_beside(passage, mention, before, allowed)
        or _owner_of_same(passage, organs, everything, allowed)
        or (home if home and any(home in {m.entity, m.country} for m in everything) else None)
        or _topic_state(passage, before[-WINDOW:], {state for state in allowed if state != home})
        or home
        or _commonest_state(everything, allowed)
    )


def _may_have(passage: Passage, organs: tuple[Organ, ...], state: EntityId) -> bool:
    entry = passage.namer.entries.get(state)
    if entry is None or entry.type is not EntityType.COUNTRY:
        return False
    if state == passage.namer.home and organs[0].word in passage.namer.foreign_organs:
        return False
    return any(fits_state(organ, state) for organ in organs)


def _pointed_state(passage: Passage, mention: Mention, before: Sequence[Mention]) -> EntityId | None:
    """The state of 同国政府."""
    for deixis in passage.namer.rulebook.names.deixis:
        if EntityType.COUNTRY in deixis.types and mention.text.startswith(deixis.word):
            size = len(deixis.word)
            pointer = replace(mention, end=mention.start + size, text=mention.text[:size])
            ranked = rank_referents(passage, pointer, COUNTRIES, before, deixis)
            return ranked[0].entity if ranked else None
    return None


def _owner_beside(
    passage: Passage, mention: Mention, before: Sequence[Mention], allowed: set[EntityId]
) -> EntityId | None:
    """中国の商務省, 同国の政府."""
    text = passage.sentences[mention.sentence].text
    for earlier in reversed(before):
        if earlier.sentence != mention.sentence or earlier.entity not in allowed:
            continue
        if text[earlier.end : mention.start] in {"の", "・", ""}:
            return earlier.entity
    return None


def _owner_of_same(
    passage: Passage, organs: tuple[Organ, ...], everything: Sequence[Mention], allowed: set[EntityId]
) -> EntityId | None:
    """The one state whose organ of that name the document mentions: 商務省 beside 中共商務省."""
    if organs[0].word not in passage.namer.foreign_organs:
        return None
    names = {organ.canonical for organ in organs}
    owners = {
        m.country for m in everything
        if m.found == "organ" and m.country in allowed and any(m.entity.endswith(name) for name in names)
    }  # fmt: skip
    return owners.pop() if len(owners) == 1 else None


def _topic_state(passage: Passage, before: Sequence[Mention], allowed: set[EntityId]) -> EntityId | None:
    """The state that was last under は, else one named at least twice."""
    plain = [m for m in before if m.entity in allowed and not is_adjunct(m) and not in_run(passage, m)]
    topics = [m.entity for m in plain if passage.salience(m) >= 4.0]
    if topics:
        return topics[-1]
    named = [m.entity for m in plain]
    if not named:
        return None
    commonest = max(named, key=named.count)
    return commonest if named.count(commonest) >= 2 or len(set(named)) == 1 else None


def _commonest_state(everything: Sequence[Mention], allowed: set[EntityId]) -> EntityId | None:
    """The state that most names of the document belong to; a kanji beside a name (豪ライナス) doesn't count."""
    states = [m.country or m.entity for m in everything if (m.country or m.entity) in allowed and not is_adjunct(m)]
    return max(states, key=lambda state: (states.count(state), -states.index(state))) if states else None
