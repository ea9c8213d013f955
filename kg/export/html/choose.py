"""PageData → what is drawn at first: the most telling entities and the strongest lines between them.

A pair of entities has one line, whatever number of statements links them. What is not chosen stays one search or
one click away, and the page counts it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.export.html.data import PageData
from kg.model import EntityId

Pair = tuple[EntityId, EntityId]

_FEWEST = 12
"""Below this many chosen entities, ones without a line are kept too."""
_LINES_PER_NODE = 1.9


@dataclass(frozen=True, slots=True)
class Choice:
    """The first picture: entities, best first, their lines, and how many neighbours each has beyond it."""

    entities: tuple[EntityId, ...]
    pairs: tuple[Pair, ...]
    hidden: Mapping[EntityId, int]
    evidence: Mapping[EntityId, int]


def choose(data: PageData, *, max_nodes: int) -> Choice:
    """Pick at most ``max_nodes`` entities, growing from the strongest so that the picture hangs together."""
    strength = _pair_strength(data)
    neighbours: dict[EntityId, dict[EntityId, float]] = defaultdict(dict)
    for (a, b), value in strength.items():
        neighbours[a][b] = neighbours[b][a] = value
    score = {e: sum(math.sqrt(v) for v in near.values()) for e, near in neighbours.items()}
    chosen = _grow(score, neighbours, max_nodes)
    if len(chosen) < min(_FEWEST, max_nodes):
        rest = [e for e in sorted(data.entities) if e not in chosen]
        chosen += rest[: min(_FEWEST, max_nodes) - len(chosen)]
    inside = set(chosen)
    pairs = _backbone(chosen, {p: v for p, v in strength.items() if p[0] in inside and p[1] in inside})
    evidence: dict[EntityId, int] = defaultdict(int)
    for statement in data.statements:
        for end in {statement.subject, statement.object}:
            evidence[end] += max(1, statement.documents)
    hidden = {e: sum(1 for n in neighbours[e] if n not in inside) for e in chosen}
    return Choice(tuple(chosen), pairs, hidden, dict(evidence))


def _pair_strength(data: PageData) -> dict[Pair, float]:
    """How much is said of each pair: independent sources, an act counting more than a standing fact."""
    structural = {name for name, relation in data.relations.items() if relation.family == "structure"}
    strength: dict[Pair, float] = defaultdict(float)
    for s in data.statements:
        if s.subject != s.object:
            weight = 0.6 if s.relation in structural else 1.0
            strength[min(s.subject, s.object), max(s.subject, s.object)] += weight * max(1, s.independent)
    return dict(sorted(strength.items()))


def _grow(
    score: Mapping[EntityId, float], neighbours: Mapping[EntityId, Mapping[EntityId, float]], limit: int
) -> list[EntityId]:
    """The strongest entity, then again and again the one with the best score and bonds to those chosen."""
    chosen: list[EntityId] = []
    bond: dict[EntityId, float] = defaultdict(float)
    waiting = set(score)
    while waiting and len(chosen) < limit:
        best = min(waiting, key=lambda e: (-(math.sqrt(score[e]) * (1 + bond[e])), e))
        waiting.discard(best)
        chosen.append(best)
        for near in neighbours[best]:
            bond[near] += 0.5 / math.sqrt(1 + bond[near])
    inside = set(chosen)
    linked = [e for e in chosen if any(n in inside for n in neighbours[e])]
    return linked or chosen[:1]


def _backbone(chosen: list[EntityId], strength: Mapping[Pair, float]) -> tuple[Pair, ...]:
    """The strongest lines: first those that hold the picture together, then others up to a readable number."""
    parent = {e: e for e in chosen}

    def root(e: EntityId) -> EntityId:
        while parent[e] != e:
            parent[e] = parent[parent[e]]
            e = parent[e]
        return e

    ordered = sorted(strength, key=lambda p: (-strength[p], p))
    tree: list[Pair] = []
    for pair in ordered:
        a, b = root(pair[0]), root(pair[1])
        if a != b:
            parent[a] = b
            tree.append(pair)
    kept = set(tree)
    more = max(0, round(_LINES_PER_NODE * len(chosen)) - len(tree))
    kept.update([pair for pair in ordered if pair not in kept][:more])
    return tuple(pair for pair in ordered if pair in kept)
