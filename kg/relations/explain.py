"""Why a clause gave what it gave: the frames its predicate triggers, each with its match or its first failure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Clause
from kg.relations.index import index_frames
from kg.relations.match import Match, match_frame
from kg.rulebook.types import Rulebook, Source


@dataclass(frozen=True, slots=True)
class FrameTrace:
    """One frame tried on one clause. ``pairs`` are (subject, object) ids where it matched; else ``reason`` says
    the first thing that was missing. ``passed`` counts the conditions that held before.
    """

    frame: str
    source: Source
    pairs: tuple[tuple[str, str], ...]
    passed: int
    reason: str


def explain_clause(clause: Clause, clauses: Sequence[Clause], rulebook: Rulebook) -> tuple[FrameTrace, ...]:
    """The frames that the clause triggers: those that matched first, then the nearest misses.

    Empty where no frame has the predicate's senses or word among its triggers.
    """
    by_id = {c.id: c for c in clauses}
    traces = []
    for ready in index_frames(rulebook).triggered_by(clause):
        result = match_frame(ready, clause, by_id)
        if isinstance(result, Match):
            pairs = tuple((s.mention.entity, o.mention.entity) for s, o in result.pairs)
            traces.append(FrameTrace(ready.frame.id, ready.frame.source, pairs, len(ready.frame.when) + 6, ""))
        else:
            traces.append(FrameTrace(ready.frame.id, ready.frame.source, (), result.passed, result.reason))
    return tuple(sorted(traces, key=lambda t: (not t.pairs, -t.passed, t.frame)))
