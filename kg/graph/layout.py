"""Nodes and edges → positions: one deterministic picture, computed before the page or Gephi opens.

Distances in the graph become distances on the paper (stress majorisation), with edges between communities drawn
longer so that communities stand apart. The result is spread over a landscape rectangle, then boxes of node and
label are pushed apart and each label gets one of eight sides. Units are CSS pixels at zoom 1; y points down.
The same nodes, edges and seed give the same positions, in whatever order they come.
"""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.int64]
else:
    Array = Indices = Any

SIDES = ("below", "right", "left", "above", "below-right", "below-left", "above-right", "above-left")
"""Where a label may stand, best first."""

_AREA_PER_NODE = 7400.0
"""Square pixels of paper for a node with its label: 75 nodes fill the canvas of a 1440×900 window."""
_ASPECT = 1.14
_SMALLEST = (430.0, 380.0)
_LONGEST_LABEL = 14.5
"""Full-width characters; the page cuts longer names."""
_CLEARANCE = 9.0
"""Pixels an edge keeps from a node that is not its own."""


@dataclass(frozen=True, slots=True)
class LayoutNode:
    """A node to place: ``size`` is its radius and ``font`` its label's size, in pixels."""

    id: str
    label: str
    size: float = 8.0
    font: float = 12.0


@dataclass(frozen=True, slots=True)
class Position:
    """Where a node stands, and on which side (of ``SIDES``) its label."""

    x: float
    y: float
    label_side: str


def compute_layout(
    nodes: Sequence[LayoutNode | tuple[str, str, float]],
    edges: Sequence[tuple[str, str] | tuple[str, str, float]],
    *,
    seed: int = 0,
) -> dict[str, Position]:
    """Place every node. Edges are ``(source, target)`` with an optional weight; unknown ends and loops are skipped.

    Takes some three seconds for 300 nodes. The centre of the picture is (0, 0).
    """
    import numpy as np

    unique = {node.id: node for node in (n if isinstance(n, LayoutNode) else LayoutNode(*n) for n in nodes)}
    ordered = [unique[key] for key in sorted(unique)]
    if not ordered:
        return {}
    index = {node.id: i for i, node in enumerate(ordered)}
    links = _links(edges, index)
    community = _communities(len(ordered), links, seed)
    ends = np.array([(a, b) for a, b in sorted(links)], dtype=np.int64).reshape(-1, 2)
    points = _stress(_distances(len(ordered), links, community), community, seed)
    frame = _frame(len(ordered))
    boxes = np.array([_label_box(node) for node in ordered], dtype=np.float64)
    radii = np.array([node.size for node in ordered], dtype=np.float64)
    points = _spread(points, frame)
    sides = [0] * len(ordered)
    for passes in (120, 50, 40):
        points = _separate(points, ends, boxes, radii, sides, frame, passes)
        sides = _choose_sides(points, ends, boxes, radii)
    return {
        node.id: Position(round(float(points[i, 0]), 1), round(float(points[i, 1]), 1), SIDES[sides[i]])
        for i, node in enumerate(ordered)
    }


def text_width(text: str) -> float:
    """The width of a label in full-width characters, as far as it can be told without a font."""
    wide = sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.58 for c in text)
    return min(wide, _LONGEST_LABEL)


def side_offset(side: str, radius: float, width: float, height: float) -> tuple[float, float]:
    """From a node's centre to its label's centre."""
    if side in ("below", "above"):
        return 0.0, (radius + 4 + height / 2) * (1 if side == "below" else -1)
    if side in ("left", "right"):
        return (radius + 6 + width / 2) * (1 if side == "right" else -1), 0.0
    vertical, horizontal = side.split("-")
    dx, dy = radius * 0.72 + 3 + width / 2, radius * 0.72 + 2 + height / 2
    return dx * (1 if horizontal == "right" else -1), dy * (1 if vertical == "below" else -1)


def _links(
    edges: Sequence[tuple[str, str] | tuple[str, str, float]], index: dict[str, int]
) -> dict[tuple[int, int], float]:
    """Undirected weights between indices."""
    links: dict[tuple[int, int], float] = {}
    for edge in edges:
        a, b = index.get(edge[0]), index.get(edge[1])
        if a is None or b is None or a == b:
            continue
        key = (min(a, b), max(a, b))
        links[key] = links.get(key, 0.0) + (edge[2] if len(edge) > 2 else 1.0)
    return dict(sorted(links.items()))


def _communities(count: int, links: dict[tuple[int, int], float], seed: int) -> list[int]:
    """The community of each node, numbered from the largest."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in links.items())
    found = [sorted(group) for group in nx.community.louvain_communities(graph, seed=seed)]
    number = [0] * count
    for place, group in enumerate(sorted(found, key=lambda g: (-len(g), g))):
        for node in group:
            number[node] = place
    return number


def _distances(count: int, links: dict[tuple[int, int], float], community: list[int]) -> Array:
    """Shortest ways between all nodes; hubs get longer edges, unconnected parts a moderate distance."""
    import numpy as np

    degree = [0] * count
    for a, b in links:
        degree[a] += 1
        degree[b] += 1
    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0.0)
    for a, b in links:
        apart = 1.0 if community[a] == community[b] else 1.7
        far[a, b] = far[b, a] = apart + 0.16 * (math.sqrt(degree[a]) + math.sqrt(degree[b]))
    for k in range(count):
        np.minimum(far, far[:, k : k + 1] + far[k : k + 1, :], out=far)
    finite = far[np.isfinite(far)]
    far[~np.isfinite(far)] = 0.8 * float(finite.max()) if finite.max() > 0 else 1.0
    return far


def _stress(far: Array, community: list[int], seed: int) -> Array:
    """Points whose distances follow ``far`` (stress majorisation, near pairs weigh most)."""
    import numpy as np

    count = len(far)
    draw = random.Random(seed)  # noqa: S311 - the same picture at every build
    order = sorted(range(count), key=lambda i: (community[i], i))
    points = np.zeros((count, 2))
    for place, i in enumerate(order):
        angle, reach = 2 * math.pi * place / count, 0.6 + 0.8 * draw.random()
        points[i] = (reach * math.cos(angle), reach * math.sin(angle))
    points *= float(far.max()) / 2
    weight = np.where(far > 0, 1.0 / np.maximum(far, 1e-9) ** 2, 0.0)
    total = np.maximum(weight.sum(axis=1), 1e-9)
    pull = weight * far
    x, y = points[:, 0].copy(), points[:, 1].copy()
    for _ in range(150):
        dx, dy = np.subtract.outer(x, x), np.subtract.outer(y, y)
        ratio = pull / np.sqrt(dx * dx + dy * dy + 1e-18)
        x, y = (
            ((weight * x).sum(axis=1) + (dx * ratio).sum(axis=1)) / total,
            ((weight * y).sum(axis=1) + (dy * ratio).sum(axis=1)) / total,
        )
    return np.stack([x - x.mean(), y - y.mean()], axis=1)


def _frame(count: int) -> tuple[float, float]:
    """Half width and half height of the paper."""
    area = _AREA_PER_NODE * count
    width, height = math.sqrt(area * _ASPECT), math.sqrt(area / _ASPECT)
    return max(width, _SMALLEST[0]) / 2, max(height, _SMALLEST[1]) / 2


def _spread(points: Array, frame: tuple[float, float]) -> Array:
    """Turn the long axis to the horizontal and fill the frame evenly: stress leaves the middle crowded."""
    import numpy as np

    if len(points) == 1:
        return np.zeros((1, 2))
    spread_xx, spread_yy = float((points[:, 0] ** 2).sum()), float((points[:, 1] ** 2).sum())
    spread_xy = float((points[:, 0] * points[:, 1]).sum())
    angle = 0.5 * math.atan2(2 * spread_xy, spread_xx - spread_yy)
    cos, sin = math.cos(angle), math.sin(angle)
    turned = np.stack([points[:, 0] * cos + points[:, 1] * sin, points[:, 1] * cos - points[:, 0] * sin], axis=1)
    out = np.zeros_like(turned)
    for axis in (0, 1):
        values = np.round(turned[:, axis], 6)
        low, high = float(values.min()), float(values.max())
        scaled = (values - low) / (high - low) * 2 - 1 if high > low else np.zeros(len(values))
        ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable")
        even = ranks / max(1, len(values) - 1) * 2 - 1
        out[:, axis] = (0.4 * scaled + 0.6 * even) * (frame[axis] - 24)
    return out


def _label_box(node: LayoutNode) -> tuple[float, float]:
    """Width and height of a label."""
    return text_width(node.label) * node.font + 4, node.font * 1.3


def _boxes(boxes: Array, radii: Array, sides: list[int]) -> tuple[Array, Array]:
    """Where the middle of node and label together lies from the node, and their half sizes."""
    import numpy as np

    offsets = np.array(
        [side_offset(SIDES[s], float(r), float(b[0]), float(b[1])) for s, r, b in zip(sides, radii, boxes, strict=True)]
    )
    low = np.minimum(-radii[:, None], offsets - boxes / 2)
    high = np.maximum(radii[:, None], offsets + boxes / 2)
    return (low + high) / 2, (high - low) / 2


def _separate(
    points: Array, ends: Indices, boxes: Array, radii: Array, sides: list[int], frame: tuple[float, float], passes: int
) -> Array:
    """Push overlapping boxes apart and nodes off the edges that run through them, keeping the shape."""
    import numpy as np

    anchor, points = points, points.copy()
    middle, halves = _boxes(boxes, radii, sides)
    wide, high = np.add.outer(halves[:, 0], halves[:, 0]) + 5, np.add.outer(halves[:, 1], halves[:, 1]) + 5
    np.fill_diagonal(wide, -1e9)  # nothing overlaps itself
    air = 0.82 * math.sqrt(_AREA_PER_NODE) + 1.6 * np.add.outer(radii, radii)
    inside = np.maximum(0.0, np.array(frame) - halves)
    for step in range(passes):
        move = 0.34 * _box_push(points + middle, wide, high) + 0.05 * _breathe(points, air)
        if len(ends) and step % 3 == 0:
            move += 0.6 * _edge_push(points, ends, radii)
        move += 0.012 * (anchor - points)
        longest = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)[:, None]
        points += move * np.minimum(1.0, (16.0 - 10.0 * step / passes) / longest)
        points = np.clip(points + middle, -inside, inside) - middle
    return points


def _box_push(centres: Array, wide: Array, high: Array) -> Array:
    """The way out of overlaps with other boxes, along the axis where less is needed."""
    import numpy as np

    dx, dy = np.subtract.outer(centres[:, 0], centres[:, 0]), np.subtract.outer(centres[:, 1], centres[:, 1])
    over_x, over_y = wide - np.abs(dx), high - np.abs(dy)
    hit = (over_x > 0) & (over_y > 0)
    across = hit & (over_x < over_y)
    down = hit & ~across
    tie = np.triu(np.full(dx.shape, -1e-6)) + np.tril(np.full(dx.shape, 1e-6))  # boxes in one place part too
    return np.stack(
        [(across * over_x * np.sign(dx + tie)).sum(axis=1), (down * over_y * np.sign(dy + tie)).sum(axis=1)], axis=1
    )


def _breathe(points: Array, air: Array) -> Array:
    """A gentle push between near nodes, hubs wanting more air, so that the paper fills evenly."""
    import numpy as np

    dx, dy = np.subtract.outer(points[:, 0], points[:, 0]), np.subtract.outer(points[:, 1], points[:, 1])
    apart = np.sqrt(dx * dx + dy * dy) + 1e-6
    lack = np.maximum(0.0, air - apart) / apart
    return np.stack([(dx * lack).sum(axis=1), (dy * lack).sum(axis=1)], axis=1)


def _edge_push(points: Array, ends: Indices, radii: Array) -> Array:
    """How far each node should step aside from edges that pass through it."""
    import numpy as np

    start, line = points[ends[:, 0]], points[ends[:, 1]] - points[ends[:, 0]]
    length = np.maximum((line**2).sum(axis=1), 1e-9)
    x, y = np.subtract.outer(points[:, 0], start[:, 0]), np.subtract.outer(points[:, 1], start[:, 1])
    along = np.clip((x * line[:, 0] + y * line[:, 1]) / length, 0.0, 1.0)
    x -= along * line[:, 0]
    y -= along * line[:, 1]
    apart = np.sqrt(x * x + y * y)
    lack = np.maximum(0.0, radii[:, None] + _CLEARANCE - apart) / np.maximum(apart, 1e-6)
    edges = np.arange(len(ends))
    lack[ends[:, 0], edges] = 0.0
    lack[ends[:, 1], edges] = 0.0
    return np.stack([(x * lack).sum(axis=1), (y * lack).sum(axis=1)], axis=1)


def _choose_sides(points: Array, ends: Indices, boxes: Array, radii: Array) -> list[int]:
    """The best side of each label: no overlap first, then few edges through it, then the order of ``SIDES``."""
    import numpy as np

    count = len(points)
    offsets = np.array(
        [[side_offset(s, float(r), b[0], b[1]) for s in SIDES] for r, b in zip(radii, boxes, strict=True)]
    )
    places = points[:, None, :] + offsets
    fixed = np.array([_standing_cost(i, places[i], points, ends, boxes, radii) for i in range(count)])
    sides = [0] * count
    labels = np.full((count, 2), 1e9)
    order = sorted(range(count), key=lambda i: (-float(radii[i]), i))
    for _ in range(3):
        for i in order:
            labels[i] = 1e9
            gap = np.abs(labels[None, :, :] - places[i][:, None, :]) - (boxes / 2 + boxes[i] / 2)[None, :, :]
            over = (gap[:, :, 0] < 2) & (gap[:, :, 1] < 1)
            sides[i] = int(np.argmin(fixed[i] + 60.0 * over.sum(axis=1)))
            labels[i] = places[i, sides[i]]
    return sides


def _standing_cost(i: int, places: Array, points: Array, ends: Indices, boxes: Array, radii: Array) -> Array:
    """What a label would cover at each of its places: nodes cost much, edges some, a worse side a little."""
    import numpy as np

    half = boxes[i] / 2
    near = np.abs(points[None, :, :] - places[:, None, :]) - half - radii[None, :, None]
    nodes = (near[:, :, 0] < 3) & (near[:, :, 1] < 3)
    nodes[:, i] = False
    cost = 60.0 * nodes.sum(axis=1) + 0.35 * np.arange(len(places))
    if len(ends):
        cost += 1.6 * _edges_through(places, half + 1, points[ends[:, 0]], points[ends[:, 1]])
    return np.asarray(cost)


def _edges_through(places: Array, half: Array, start: Array, stop: Array) -> Array:
    """How many segments cross a box around each place (slab test)."""
    import numpy as np

    line = np.where(np.abs(stop - start) < 1e-9, 1e-9, stop - start)
    one = (places[:, None, :] - half - start[None, :, :]) / line
    two = (places[:, None, :] + half - start[None, :, :]) / line
    enter = np.minimum(one, two).max(axis=2)
    leave = np.maximum(one, two).min(axis=2)
    return np.asarray(((enter < leave) & (leave > 0) & (enter < 1)).sum(axis=1))
