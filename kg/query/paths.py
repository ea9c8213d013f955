"""How two entities hang together: the shortest chains of statements between them."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import EntityId
from kg.store import StatementFilter, Store, StoredStatement


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of entities; ``hops[i]`` are the statements, in either direction, between node i and node i + 1."""

    nodes: tuple[EntityId, ...]
    hops: tuple[tuple[StoredStatement, ...], ...]


def find_paths(
    store: Store,
    start: Sequence[EntityId],
    end: Sequence[EntityId],
    *,
    max_hops: int = 4,
    limit: int = 5,
    avoid: Iterable[EntityId] = (),
    wanted: StatementFilter | None = None,
) -> list[Path]:
    """The shortest paths from any of ``start`` to any of ``end`` over the statements that ``wanted`` lets through.

    All returned paths are equally long, at most ``max_hops``; at most ``limit`` of them, best supported first.
    ``avoid``: entities that no path may lead through, such as hubs that link everything. Directions do not count.
    """
    edges: dict[EntityId, dict[EntityId, list[StoredStatement]]] = {}
    for statement in store.statements(wanted):
        if statement.subject != statement.object:
            edges.setdefault(statement.subject, {}).setdefault(statement.object, []).append(statement)
            edges.setdefault(statement.object, {}).setdefault(statement.subject, []).append(statement)
    barred = set(avoid) - set(start) - set(end)
    before = _search(edges, start, set(end), max_hops, barred)
    chains = _chains(before, [node for node in sorted(set(end)) if node in before])
    found = []
    for chain in chains:
        hops = tuple(tuple(edges[one][two]) for one, two in itertools.pairwise(chain))
        if hops:
            found.append(Path(chain, hops))
        if len(found) >= max(limit * 20, 100):  # enough to choose the best from
            break
    found.sort(key=_rank)
    return found[:limit]


def _search(
    edges: dict[EntityId, dict[EntityId, list[StoredStatement]]],
    start: Sequence[EntityId],
    goals: set[EntityId],
    max_hops: int,
    barred: set[EntityId],
) -> dict[EntityId, list[EntityId]]:
    """Breadth first: each node reached with the nodes before it on shortest ways; ends at the goals' level."""
    depth = dict.fromkeys(sorted(set(start)), 0)
    before: dict[EntityId, list[EntityId]] = {node: [] for node in depth}
    waiting = deque(depth)
    reached = max_hops
    while waiting:
        node = waiting.popleft()
        if depth[node] >= reached:
            break
        for near in sorted(edges.get(node, ())):
            if near in barred:
                continue
            if near not in depth:
                depth[near] = depth[node] + 1
                before[near] = [node]
                waiting.append(near)
                if near in goals:
                    reached = depth[near]
            elif depth[near] == depth[node] + 1:
                before[near].append(node)
    return {node: ways for node, ways in before.items() if node not in goals or depth[node] == reached}


def _chains(before: dict[EntityId, list[EntityId]], ends: list[EntityId]) -> Iterator[tuple[EntityId, ...]]:
    """All ways back from the ends to a start, as chains read forward."""
    waiting: list[tuple[EntityId, ...]] = [(end,) for end in reversed(ends)]
    while waiting:
        chain = waiting.pop()
        ways = before[chain[0]]
        if not ways:
            yield chain
        waiting.extend((way, *chain) for way in reversed(ways) if way in before)


def _rank(path: Path) -> tuple[int, int, tuple[EntityId, ...]]:
    """Best supported first: by independent evidence of the weakest hop, then of all hops."""
    support = [sum(statement.independent for statement in hop) for hop in path.hops]
    return -min(support), -sum(support), path.nodes
