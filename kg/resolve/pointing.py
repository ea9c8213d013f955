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
NEW_SUBJECT = re.compile(r"^[^、。]*?[^に]?[はが](?!.*は)")


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
    if deixis.count == 1 and any(m.entity.endswith(deixis.word[1:]) for m in before if m.type in deixis.types):
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
    word = deixis.word.lstrip("同両")
    ending = [m for m in candidates if m.entity.endswith(word) or m.text.endswith(word)]
    if ending or (types <= STRICT and deixis.count == 1):
        candidates = ending
    own = _own_subjects(passage, mention, before) if _object_like(passage, mention) else frozenset()
    scores: dict[EntityId, tuple[float, int, Mention]] = {}
    plain = [m for m in candidates if not _is_adjunct(m) and not _in_run(passage, m, before) and m.entity not in own]
    latest = plain[-1] if plain else None
    for order, candidate in enumerate(candidates):
        if candidate.entity in own:
            continue
        score = passage.salience(candidate) if not _in_run(passage, candidate, before) else 1.0
        if _is_adjunct(candidate):
            score = -2.0
        score -= mention.sentence - candidate.sentence
        score += 1.0 if candidate.sentence == mention.sentence else 0.0
        score += 1.0 if candidate.found.startswith("deixis:同") else 0.0
        score += 1.5 if candidate is latest else 0.0
        kept = scores.get(candidate.entity)
        if kept is None or (score, order) > kept[:2]:
            scores[candidate.entity] = (score, order, candidate)
    return [found for _, _, found in sorted(scores.values(), key=lambda item: item[:2], reverse=True)]


def _object_like(passage: Passage, mention: Mention) -> bool:
    """同国への輸出を禁じた: an object of a clause whose subject is somebody else; not 同国に対するXの影響力は."""
    after = passage.after(mention, 40)
    if not OBJECT_LIKE.match(after):
        return False
    clause = re.split("[、。]", after, maxsplit=1)[0]
    return not re.search(r"(?<![にでと])は|(?<=[^\s])が", clause)


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


def _in_run(passage: Passage, mention: Mention, before: list[Mention]) -> bool:
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
    namer = passage.namer
    word = mention.entity if mention.found == BARE else _organ_word(passage, mention)
    choices = next((o for o in namer.organ_words.values() if o[0].word == mention.text or o[0].canonical == word), None)
    if choices is None:
        return []
    state = _state(passage, mention, choices[0], before, mentions)
    organ = choose_organ(namer, choices[0], state)
    if organ is None or state not in namer.entries:
        return []
    return [replace(mention, entity=organ_id(namer.entries[state], organ), found="organ", country=state)]


def _organ_word(passage: Passage, mention: Mention) -> str:
    """政府 of 同国政府."""
    return next((word for word in sorted(passage.namer.organ_words, key=len, reverse=True) if mention.text.endswith(word)), "")


def _state(
    passage: Passage, mention: Mention, organ: Organ, before: list[Mention], mentions: Mentions
) -> EntityId:
    """The state whose organ it is: named with の before it, else what the passage is about."""
    allowed = lambda state: state is not None and any(  # noqa: E731 - a one-line guard used thrice below
        fits_state(o, state) for o in passage.namer.organ_words[organ.word]
    )
    if mention.found == POINTED:
        country = next(d for d in passage.namer.rulebook.names.deixis if EntityType.COUNTRY in d.types and d.count == 1)
        pointer = replace(mention, end=mention.start + 2, text=mention.text[:2])
        ranked = _ranked(passage, pointer, frozenset({EntityType.COUNTRY}), before, country)
        return ranked[0].entity if ranked else HOME
    text = passage.sentences[mention.sentence].text
    for earlier in reversed(before):
        if earlier.sentence == mention.sentence and earlier.type is EntityType.COUNTRY:
            if text[earlier.end : mention.start] in {"の", "・", ""} and allowed(earlier.entity):
                return earlier.entity
    everything = list(in_order(mentions))
    speaks_of_home = any(m.entity == HOME or m.country == HOME for m in everything if m is not mention)
    if speaks_of_home and allowed(HOME):
        return HOME
    states = [m for m in before if m.type is EntityType.COUNTRY and m.entity != HOME and allowed(m.entity)]
    topics = [m for m in states if not _is_adjunct(m) and not _in_run(passage, m, before) and passage.is_topic(m)]
    if topics:
        return topics[-1].entity
    if not allowed(HOME):
        parties = [m for m in everything if m.country and allowed(m.country) and m.country != HOME]
        counted = [m.entity for m in states] + [m.country for m in parties if m.country]
        return max(counted, key=lambda s: (counted.count(s), -counted.index(s))) if counted else HOME
    plain = [m.entity for m in states if not _is_adjunct(m)]
    counted = [m.entity for m in everything if m.type is EntityType.COUNTRY and m.entity in plain]
    if counted and counted.count(max(counted, key=counted.count)) >= 2:
        return max(counted, key=counted.count)
    return HOME
