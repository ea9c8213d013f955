"""Rulebook → FrameIndex: the frames that a clause can trigger, found without looking at the others.

The cost of a document is that of the frames its predicates trigger, not that of the rulebook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Clause, EntityType, RelationName
from kg.rulebook.types import Frame, Rulebook

CACHED = 4


@dataclass(frozen=True, slots=True)
class ReadyFrame:
    """A frame with its types narrowed by the ontology, and its place in the order of the rulebook."""

    frame: Frame
    order: int
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class FrameIndex:
    """Frames by trigger: a sense's Latin name or a predicate's lemma."""

    by_trigger: Mapping[str, tuple[ReadyFrame, ...]]

    def triggered_by(self, clause: Clause) -> tuple[ReadyFrame, ...]:
        """The frames that the clause's senses or lemma trigger, each once, in the order of the rulebook."""
        found: dict[int, ReadyFrame] = {}
        for trigger in (*clause.senses, clause.lemma):
            for ready in self.by_trigger.get(trigger, ()):
                found[ready.order] = ready
        return tuple(found[order] for order in sorted(found))


def index_frames(rulebook: Rulebook) -> FrameIndex:
    """The index of a rulebook's frames; built once a rulebook."""
    for known, index in _built:
        if known is rulebook:
            return index
    index = _build(rulebook)
    _built.insert(0, (rulebook, index))
    del _built[CACHED:]
    return index


_built: list[tuple[Rulebook, FrameIndex]] = []


def _build(rulebook: Rulebook) -> FrameIndex:
    table: dict[str, list[ReadyFrame]] = {}
    for order, frame in enumerate(rulebook.frames):
        relation = rulebook.ontology.relations[frame.relation]
        ready = ReadyFrame(
            frame=frame,
            order=order,
            subject_types=_narrow(relation.subject, frame.subject_types),
            object_types=_narrow(relation.object, frame.object_types),
            symmetric=relation.symmetric,
        )
        for trigger in frame.triggers:
            table.setdefault(trigger, []).append(ready)
    return FrameIndex({trigger: tuple(frames) for trigger, frames in table.items()})


def relation_rank(rulebook: Rulebook) -> Mapping[RelationName, int]:
    """Position of each relation in the ontology, for a stable order of what a document says."""
    return {name: position for position, name in enumerate(rulebook.ontology.relations)}


def _narrow(allowed: frozenset[EntityType], narrowed: frozenset[EntityType]) -> frozenset[EntityType]:
    return allowed & narrowed if narrowed else allowed
