"""Words that point back (同国, 同社, 両国, 我が国) and organs without their state (外務省, 政府)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.mentions.organs import BARE, POINTED, choose_organ, fits_state, organ_id
from kg.model import EntityId, EntityType, Mention
from kg.resolve.passage import Mentions, Passage, in_order, regroup
from kg.rulebook.types import Deixis, Organ

HOME: EntityId = "日本"
"""The country that the texts are published in."""
STRICT = frozenset({EntityType.GOV})
"""What 同省 points to must end in 省; 同島 may point to a place whose name lacks the word."""
OBJECT_LIKE = re.compile(r"(?:へ|に|を|と|から|より|向け|製|産)")
NEW_SUBJECT = re.compile(r"(?<![にでと])は|(?<=\S)が")


def resolve_pointers(passage: Passage, mentions: Mentions) -> Mentions:
    """Replace what points back by what it points to; drop it where that is nothing."""
    pointers = {deixis.word: deixis for deixis in passage.namer.rulebook.names.deixis}
    done: list[Mention] = []
    for mention in in_order(mentions):
        if mention.found.startswith("deixis:"):
            done.extend(_referents(passage, mention, pointers[mention.found.removeprefix("deixis:")], done))
        elif mention.found in {BARE, POINTED}:
            done.extend(_organ(passage, mention, done, mentions))
        else:
            done.append(mention)
    return regroup(done, len(passage.sentences))


def _referents(passage: Passage, mention: Mention, deixis: Deixis, before: list[Mention]) -> Iterable[Mention]:
    if deixis.home:
        return [replace(mention, entity=HOME, type=EntityType.COUNTRY)]
    if deixis.count == 1 and any(_ends_alike(deixis, m) for m in before if m.type in deixis.types):
        kinds: tuple[tuple[EntityType, ...], ...] = (deixis.types,)
    else:
        kinds = tuple((kind,) for kind in deixis.types)
    for kind in kinds:
        ranked = _ranked(passage, mention, frozenset(kind), before, deixis)
        if len(ranked) >= deixis.count:
            return [
                replace(mention, entity=found.entity, type=found.type, country=found.country)
                for found in ranked[: deixis.count]
            ]
    return []


def _ranked(
    passage: Passage, mention: Mention, types: frozenset[EntityType], before: list[Mention], deixis: Deixis
) -> list[Mention]:
    """The entities that a pointer may mean, the likeliest first, one mention each."""
    candidates = [m for m in before if m.type in types and (m.sentence, m.start) < (mention.sentence, mention.start)]
    ending = [m for m in candidates if _ends_alike(deixis, m)]
    if ending or (types <= STRICT and deixis.count == 1):
        candidates = ending
    own = _own_subjects(passage, mention, before) if _object_like(passage, mention) else frozenset()
    scores: dict[EntityId, tuple[float, int, Mention]] = {}
    plain = [m for m in candidates if not _is_adjunct(m) and not _in_run(passage, m) and m.entity not in own]
    latest = plain[-1] if plain else None
    for order, candidate in enumerate(candidates):
        if candidate.entity in own:
            continue
        score = passage.salience(candidate) if not _in_run(passage, candidate) else 1.0
        if _is_adjunct(candidate):
            score = -2.0
        score -= mention.sentence - candidate.sentence
        score += 1.0 if candidate.sentence == mention.sentence else 0.0
        score += 1.0 if candidate.found.startswith("deixis:同") else 0.0
        score += 1.25 if candidate is latest else 0.0
        kept = scores.get(candidate.entity)
        if kept is None or (score, order) > kept[:2]:
            scores[candidate.entity] = (score, order, candidate)
    return [found for _, _, found in sorted(scores.values(), key=lambda item: item[:2], reverse=True)]


def _ends_alike(deixis: Deixis, mention: Mention) -> bool:
    """同省 and 商務省, 同島 and 南鳥島; the ending of a country's name says nothing (米国, カナダ)."""
    ending = deixis.word[1:]
    return mention.type is not EntityType.COUNTRY and (mention.entity.endswith(ending) or mention.text.endswith(ending))


def _object_like(passage: Passage, mention: Mention) -> bool:
    """同国への輸出を禁じた: an object of a clause whose subject is somebody else; not 同国に対するXの影響力は."""
    after = passage.after(mention, 40)
    if not OBJECT_LIKE.match(after):
        return False
    clause = re.split("[、。]", after, maxsplit=1)[0]
    return not NEW_SUBJECT.search(clause)


def _own_subjects(passage: Passage, mention: Mention, before: list[Mention]) -> frozenset[EntityId]:
    """The topic of the sentence and the names that modify it: neither of インドのモディ首相は is 同国 in 同国に."""
    text = passage.sentences[mention.sentence].text
    topics = [m for m in before if m.sentence == mention.sentence and passage.is_topic(m)]
    if not topics:
        return frozenset()
    topic = topics[-1]
    phrase = max(text.rfind("、", 0, topic.start), text.rfind("。", 0, topic.start)) + 1
    own = {m.entity for m in before if m.sentence == topic.sentence and phrase <= m.start <= topic.start}
    return frozenset(own | ({topic.country} if topic.country else set()))


def _in_run(passage: Passage, mention: Mention) -> bool:
    """True for 英, 仏, 独 of 英仏独."""
    if mention.end - mention.start > 1:
        return False
    text = passage.sentences[mention.sentence].text
    neighbours = {text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1]}
    return any(char in passage.namer.shorts for char in neighbours if char)


def _is_adjunct(mention: Mention) -> bool:
    """True for a country's kanji beside a name or title: 米 in ルビオ米国務長官."""
    return mention.end - mention.start == 1 and mention.type is EntityType.COUNTRY


def _organ(passage: Passage, mention: Mention, before: list[Mention], mentions: Mentions) -> Iterable[Mention]:
    """Give an organ its state; none where it can be no state's."""
    namer = passage.namer
    word = mention.text if mention.found == BARE else _organ_word(passage, mention)
    organs = namer.organ_words.get(word)
    if organs is None:
        return []
    state = _state(passage, mention, organs, before, mentions)
    organ = choose_organ(namer, organs[0], state) if state in namer.entries else None
    if organ is None:
        return []
    return [replace(mention, entity=organ_id(namer.entries[state], organ), found="organ", country=state)]


def _organ_word(passage: Passage, mention: Mention) -> str:
    """政府 of 同国政府."""
    words = sorted(passage.namer.organ_words, key=len, reverse=True)
    return next((word for word in words if mention.text.endswith(word)), "")


def _state(
    passage: Passage, mention: Mention, organs: tuple[Organ, ...], before: list[Mention], mentions: Mentions
) -> EntityId:
    """The state whose organ it is: named beside it, or by the same organ elsewhere, or what the passage is about."""
    if mention.found == POINTED:
        return _pointed_state(passage, mention, before)
    everything = [m for m in in_order(mentions) if m is not mention]
    named = {state for m in everything for state in (m.entity, m.country) if state in passage.namer.entries and state}
    allowed = {state for state in named if _may_have(passage, organs, state)}
    home = _may_have(passage, organs, HOME)
    return (
        _owner_beside(passage, mention, before, allowed)
        or _owner_of_same(passage, organs, everything, allowed)
        or (HOME if home and any(HOME in {m.entity, m.country} for m in everything) else None)
        or _topic_state(passage, before, allowed - {HOME})
        or (HOME if home else _commonest_state(everything, allowed))
        or HOME
    )


def _may_have(passage: Passage, organs: tuple[Organ, ...], state: EntityId) -> bool:
    if passage.namer.entries[state].type is not EntityType.COUNTRY:
        return False
    if state == HOME and organs[0].word in passage.namer.foreign_organs:
        return False
    return any(fits_state(organ, state) for organ in organs)


def _pointed_state(passage: Passage, mention: Mention, before: list[Mention]) -> EntityId:
    """The state of 同国政府."""
    country = next(d for d in passage.namer.rulebook.names.deixis if EntityType.COUNTRY in d.types and d.count == 1)
    pointer = replace(mention, end=mention.start + 2, text=mention.text[:2])
    ranked = _ranked(passage, pointer, frozenset({EntityType.COUNTRY}), before, country)
    return ranked[0].entity if ranked else HOME


def _owner_beside(
    passage: Passage, mention: Mention, before: list[Mention], allowed: set[EntityId]
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
    passage: Passage, organs: tuple[Organ, ...], everything: list[Mention], allowed: set[EntityId]
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


def _topic_state(passage: Passage, before: list[Mention], allowed: set[EntityId]) -> EntityId | None:
    """The state that was last under は, else one named at least twice."""
    plain = [m for m in before if m.entity in allowed and not _is_adjunct(m) and not _in_run(passage, m)]
    topics = [m.entity for m in plain if passage.salience(m) >= 4.0]
    if topics:
        return topics[-1]
    named = [m.entity for m in plain]
    if not named:
        return None
    commonest = max(named, key=named.count)
    return commonest if named.count(commonest) >= 2 or len(set(named)) == 1 else None


def _commonest_state(everything: list[Mention], allowed: set[EntityId]) -> EntityId | None:
    """The state that most names of the document belong to."""
    states = [m.country or m.entity for m in everything if (m.country or m.entity) in allowed]
    return max(states, key=lambda state: (states.count(state), -states.index(state))) if states else None
