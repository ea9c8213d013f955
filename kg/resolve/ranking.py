"""Which earlier name a pointing word means: the one the text is most likely to speak of.

A score of salience (topic, subject, object …) falls with every sentence between and rises for the latest name; what
the sentence's own subject is, the object 同国 in it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import EntityId, EntityType, Mention
from kg.resolve.passage import OBJECT, Passage
from kg.rulebook.types import Deixis

STRICT = frozenset({EntityType.GOV})
"""What 同省 points to must end in 省; 同島 may point to a place whose name lacks the word."""
COUNTRIES = frozenset({EntityType.COUNTRY})
OBJECT_LIKE = re.compile(rf"(?:{OBJECT.pattern}|と|より|向け|製|産)")
NEW_SUBJECT = re.compile(r"(?<![にでと])は|(?<=\S)が")
RELATIVE = re.compile(r"[るたいうくすつぬむぐぶ]$")
"""What a clause that modifies the pointing word ends in: 部隊が駐留する同国."""
WINDOW = 300
"""Names looked back upon."""
FAR_BELOW = -2.0
IN_COMPOUND = 0.5
IN_RUN = 1.0
ORGAN_FOR_STATE = 1.0
"""What a state counts less when only its organ is named: 同国 after オランダ政府."""


def rank_referents(
    passage: Passage, mention: Mention, types: frozenset[EntityType], before: Sequence[Mention], deixis: Deixis
) -> list[Mention]:
    """The names that a pointer may mean, the likeliest first, one mention an entity."""
    candidates = _candidates(passage, mention, types, before[-WINDOW:], deixis)
    own = own_subjects(passage, mention, before[-WINDOW:]) if is_object(passage, mention) else frozenset()
    candidates = [candidate for candidate in candidates if candidate.entity not in own]
    latest = next((m for m in reversed(candidates) if not is_adjunct(m) and not in_run(passage, m)), None)
    scores: dict[EntityId, tuple[float, int, Mention]] = {}
    for order, candidate in enumerate(candidates):
        score = _score(passage, mention, candidate) + (1.25 if candidate is latest else 0.0)
        kept = scores.get(candidate.entity)
        if kept is None or (score, order) > kept[:2]:
            scores[candidate.entity] = (score, order, candidate)
    return [found for _, _, found in sorted(scores.values(), key=lambda item: item[:2], reverse=True)]


def _candidates(
    passage: Passage, mention: Mention, types: frozenset[EntityType], before: Sequence[Mention], deixis: Deixis
) -> list[Mention]:
    """The earlier names of the right types; for states also those whose organ is named."""
    barrier = _relative_start(passage, mention)
    found = []
    for earlier in before:
        if earlier.sentence == mention.sentence and earlier.start >= barrier:
            continue
        if earlier.type in types:
            found.append(earlier)
        elif types == COUNTRIES and earlier.type is EntityType.GOV and earlier.country is not None:
            found.append(replace(earlier, entity=earlier.country, type=EntityType.COUNTRY, found="organ"))
    ending = [earlier for earlier in found if ends_alike(deixis, earlier)]
    if ending or (types <= STRICT and deixis.count == 1):
        return ending
    return found


def _relative_start(passage: Passage, mention: Mention) -> int:
    """Where the clause begins that modifies the pointing word, whose names it cannot mean; its own start if none."""
    text = passage.sentences[mention.sentence].text[: mention.start]
    if not RELATIVE.search(text):
        return mention.start
    return max(text.rfind("、"), text.rfind("。")) + 1


def _score(passage: Passage, mention: Mention, candidate: Mention) -> float:
    if is_adjunct(candidate):
        score = FAR_BELOW
    elif in_run(passage, candidate):
        score = IN_RUN
    elif passage.in_compound(candidate):
        score = IN_COMPOUND
    else:
        score = passage.salience(candidate)
    if candidate.found == "organ" and candidate.type is EntityType.COUNTRY:
        score -= ORGAN_FOR_STATE
    score -= mention.sentence - candidate.sentence
    score += 1.0 if candidate.sentence == mention.sentence else 0.0
    return score + (1.0 if candidate.found.startswith("deixis:同") else 0.0)


def ends_alike(deixis: Deixis, mention: Mention) -> bool:
    """同省 and 商務省, 同島 and 南鳥島; the ending of a country's name says nothing (米国, カナダ)."""
    ending = deixis.word[1:]
    if mention.type is EntityType.COUNTRY:
        return False
    return mention.entity.endswith(ending) or mention.text.endswith(ending)


def is_object(passage: Passage, mention: Mention) -> bool:
    """同国への輸出を禁じた: an object of a clause whose subject is somebody else; not 同国に対するXの影響力は."""
    after = passage.after(mention, 40)
    if not OBJECT_LIKE.match(after):
        return False
    clause = re.split("[、。]", after, maxsplit=1)[0]
    return not NEW_SUBJECT.search(clause)


def own_subjects(passage: Passage, mention: Mention, before: Sequence[Mention]) -> frozenset[EntityId]:
    """The topic of the sentence and what modifies it: neither of インドのモディ首相は is 同国 in 同国に."""
    text = passage.sentences[mention.sentence].text
    here = [m for m in before if m.sentence == mention.sentence]
    topic = next((m for m in reversed(here) if passage.is_topic(m)), None)
    if topic is None:
        return frozenset()
    phrase = max(text.rfind("、", 0, topic.start), text.rfind("。", 0, topic.start)) + 1
    own = [m for m in here if phrase <= m.start <= topic.start]
    return frozenset({m.entity for m in own} | {m.country for m in own if m.country})


def in_run(passage: Passage, mention: Mention) -> bool:
    """True for 英, 仏, 独 of 英仏独."""
    if mention.end - mention.start > 1:
        return False
    text = passage.sentences[mention.sentence].text
    neighbours = {text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1]}
    return any(char in passage.namer.shorts for char in neighbours if char)


def is_adjunct(mention: Mention) -> bool:
    """True for a country's kanji beside a name or title: 米 in ルビオ米国務長官."""
    return mention.end - mention.start == 1 and mention.type is EntityType.COUNTRY
