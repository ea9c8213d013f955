"""Positions: the same for the same graph, and nothing on top of anything else."""

import random

import pytest

from kg.graph.layout import SIDES, LayoutNode, Position, compute_layout, side_offset, text_width


def graph(count, edges, seed=1):
    draw = random.Random(seed)
    nodes = [LayoutNode(f"n{i:03}", "名" * draw.randint(2, 9), 5 + 11 * draw.random() ** 3) for i in range(count)]
    ends = [(nodes[int(count * draw.random() ** 2)].id, draw.choice(nodes).id, 1.0) for _ in range(edges)]
    return nodes, ends


def boxes(nodes, places):
    """Each node's disc and label as (owner, left, top, right, bottom)."""
    for node in nodes:
        at = places[node.id]
        width, height = text_width(node.label) * node.font, node.font * 1.3
        dx, dy = side_offset(at.label_side, node.size, width, height)
        yield node.id, at.x - node.size, at.y - node.size, at.x + node.size, at.y + node.size
        yield node.id, at.x + dx - width / 2, at.y + dy - height / 2, at.x + dx + width / 2, at.y + dy + height / 2


def overlaps(found):
    found = list(found)
    return [
        (one[0], two[0])
        for i, one in enumerate(found)
        for two in found[:i]
        if one[0] != two[0] and one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]
    ]


def test_no_graph_has_no_positions():
    assert compute_layout([], []) == {}


def test_a_single_node_stands_in_the_middle():
    assert compute_layout([LayoutNode("a", "甲")], [("a", "a"), ("a", "unknown")]) == {"a": Position(0.0, 0.0, "below")}


def test_tuples_do_as_nodes():
    assert compute_layout([("a", "甲", 8.0)], []) == compute_layout([LayoutNode("a", "甲", 8.0)], [])


@pytest.mark.parametrize(("count", "edges"), [(2, 1), (30, 0), (40, 60), (80, 160)])
def test_labels_and_nodes_do_not_overlap(count, edges):
    nodes, ends = graph(count, edges)
    places = compute_layout(nodes, ends)
    assert overlaps(boxes(nodes, places)) == []
    assert {place.label_side for place in places.values()} <= set(SIDES)


def test_order_of_input_does_not_matter():
    nodes, ends = graph(40, 70)
    first = compute_layout(nodes, ends)
    shuffled = random.Random(2)
    shuffled.shuffle(nodes)
    shuffled.shuffle(ends)
    assert compute_layout(nodes, ends) == first


def test_seed_changes_the_picture():
    nodes, ends = graph(40, 70)
    assert compute_layout(nodes, ends, seed=1) != compute_layout(nodes, ends, seed=2)


def test_linked_nodes_stand_nearer_than_others():
    names = [f"{group}{i}" for group in "ab" for i in range(8)]
    ends = [(f"{g}{i}", f"{g}{j}") for g in "ab" for i in range(8) for j in range(i)] + [("a0", "b0")]
    places = compute_layout([LayoutNode(name, name) for name in names], ends)

    def apart(one, two):
        return ((places[one].x - places[two].x) ** 2 + (places[one].y - places[two].y) ** 2) ** 0.5

    inside = [apart(f"{g}{i}", f"{g}{j}") for g in "ab" for i in range(8) for j in range(i)]
    across = [apart(f"a{i}", f"b{j}") for i in range(8) for j in range(8)]
    assert sum(inside) / len(inside) < 0.75 * sum(across) / len(across)
