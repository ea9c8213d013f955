"""TimeExpression → Clause.time: when it happened, from the clause's own date or the one it shares."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.cases import time_of
from kg.clauses.draft import Draft, Link, Scene
from kg.model import Role

DOWNWARD = (Link.CHAIN, Link.ARGUMENT, Link.CONTENT, Link.COMPOUND)


def spread_times(scene: Scene) -> None:
    """Hand the date of a main clause down its chain and to what it announces: 9日、…すると発表した."""
    for _ in range(2):
        for draft in scene.drafts:
            outer = scene.by_id(draft.governor)
            if outer is None:
                continue
            if draft.time is None and outer.time is not None and draft.link in DOWNWARD:
                if draft.link is not Link.CHAIN or outer.time.start < draft.start:
                    draft.time = outer.time
            elif (
                outer.time is None and draft.time is not None and draft.link is Link.CHAIN and _same_actor(draft, outer)
            ):
                outer.time = draft.time


def _same_actor(draft: Draft, outer: Draft) -> bool:
    one, other = draft.get(Role.AGENT), outer.get(Role.AGENT)
    return one is None or other is None or one.start == other.start


def mend_times(scene: Scene) -> None:
    """Let a date right after the topic hang where the topic does: 双日は|30日、|…すると|発表した."""
    phrases = list(scene.phrases)
    for phrase in scene.phrases:  # 国会は|5月、|…可決した
        above = scene.phrases[phrase.governor] if phrase.topic and phrase.governor >= 0 else None
        if above is not None and above.governor >= 0 and time_of(scene, above) is not None:
            phrases[phrase.index] = replace(phrase, governor=above.governor)
    scene.phrases = tuple(phrases)
    for before, phrase in zip(scene.phrases, scene.phrases[1:], strict=False):
        bare = not phrase.case and not phrase.adnominal
        if bare and before.topic and before.governor > phrase.index and time_of(scene, phrase) is not None:
            phrases[phrase.index] = replace(phrase, governor=before.governor)
    scene.phrases = tuple(phrases)
