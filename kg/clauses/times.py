"""TimeExpression → Clause.time: when it happened, from the clause's own date or the one it shares."""

from __future__ import annotations

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
