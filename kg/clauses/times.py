"""TimeExpression → Clause.time: when it happened, from the clause's own date or the one it shares."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.cases import time_of
from kg.clauses.draft import Link, Scene


def spread_times(scene: Scene) -> None:
    """Hand the date of a main clause down its chain and to what it announces: 9日、…すると発表した."""
    for _ in range(2):
        for draft in scene.drafts:
            if draft.time is not None or draft.governor is None:
                continue
            outer = scene.by_id(draft.governor)
            if outer is not None and draft.link in (Link.CHAIN, Link.ARGUMENT, Link.CONTENT, Link.COMPOUND):
                draft.time = outer.time
        for draft in scene.drafts:
            outer = scene.by_id(draft.governor)
            if outer is not None and outer.time is None and draft.link is Link.CHAIN:
                outer.time = draft.time


def mend_times(scene: Scene) -> None:
    """Let a date right after the topic hang where the topic does: 双日は|30日、|…すると|発表した."""
    phrases = list(scene.phrases)
    for before, phrase in zip(scene.phrases, scene.phrases[1:], strict=False):
        bare = not phrase.case and not phrase.adnominal
        if bare and before.topic and before.governor > phrase.index and time_of(scene, phrase) is not None:
            phrases[phrase.index] = replace(phrase, governor=before.governor)
    scene.phrases = tuple(phrases)
