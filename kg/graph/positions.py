"""Graph → a place for every node, also of graphs too large for the picture's layout."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from kg.graph.data import Graph, Node
from kg.model import EntityId

LAID_OUT = 300
"""Nodes that get the full layout; it takes about a second for so many and grows with their square."""

_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: points never line up
_STEP = 26.0

Places = dict[EntityId, tuple[float, float]]


def node_size(node: Node, most: int) -> float:
    """Radius 5–16 by the square root of its evidence, ``most`` being the graph's largest."""
    return round(5 + 11 * math.sqrt(node.weight / most), 1) if most else 5.0


def place_nodes(graph: Graph) -> Places:
    """A position in pixels for every node; y points down. The strongest are laid out, the others stand around
    their strongest neighbour, or in a ring where they have none."""
    from kg.graph.layout import LayoutNode, compute_layout

    ranked = sorted(graph.nodes, key=lambda node: (-node.weight, node.entity.id))
    most = max((node.weight for node in ranked), default=0)
    strongest, others = ranked[:LAID_OUT], ranked[LAID_OUT:]
    pairs = [(pair.one, pair.two, float(pair.weight)) for pair in graph.pairs()]
    inner = {node.entity.id for node in strongest}
    laid = compute_layout(
        [LayoutNode(node.entity.id, node.entity.id, node_size(node, most)) for node in strongest],
        [pair for pair in pairs if pair[0] in inner and pair[1] in inner],
    )
    places = {key: (position.x, position.y) for key, position in laid.items()}
    _place_others(others, pairs, places)
    return places


def _place_others(others: Sequence[Node], pairs: Sequence[tuple[str, str, float]], places: Places) -> None:
    """Around the strongest neighbour that has a place; the rest outside everything, on a spiral."""
    near: dict[EntityId, list[tuple[float, EntityId]]] = defaultdict(list)
    for one, two, weight in pairs:
        near[one].append((-weight, two))
        near[two].append((-weight, one))
    around: dict[EntityId, int] = defaultdict(int)
    outside = []
    for node in others:
        anchor = next((key for _, key in sorted(near[node.entity.id]) if key in places), None)
        if anchor is None:
            outside.append(node)
            continue
        around[anchor] += 1
        x, y = places[anchor]
        reach, angle = _STEP * math.sqrt(around[anchor] + 1), around[anchor] * _TURN
        places[node.entity.id] = (round(x + reach * math.cos(angle), 1), round(y + reach * math.sin(angle), 1))
    edge = max((math.hypot(x, y) for x, y in places.values()), default=0.0)
    for index, node in enumerate(outside):
        reach, angle = edge + _STEP * (1 + math.sqrt(index)), index * _TURN
        places[node.entity.id] = (round(reach * math.cos(angle), 1), round(reach * math.sin(angle), 1))
