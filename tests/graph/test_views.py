"""The store as a graph: pairs, networkx views, measures, positions."""

from __future__ import annotations

import math
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graph_making import build, extraction, news, shuffled

from kg.graph import Graph, load_graph
from kg.graph.positions import LAID_OUT, place_nodes
from kg.graph.views import measures, multigraph, pair_graph
from kg.model import Entity, EntityType
from kg.store import StatementFilter


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    with build(tmp_path / "kg.sqlite") as store:
        return load_graph(store)


def test_pairs_pool_statements_of_both_directions(tmp_path: Path) -> None:
    back = extraction("z:1", ("欧州連合はチリに供給した。", [("欧州連合", "supplies", "チリ", {})]))
    with build(tmp_path / "kg.sqlite", [*news(), back]) as store:
        pairs = load_graph(store).pairs()
    assert [(p.one, p.two, p.weight, p.negated, [s.polarity.value for s in p.statements]) for p in pairs] == [
        ("インドネシア", "欧州連合", 2, 0, ["affirmed"]),
        ("インドネシア政府", "ニッケル", 2, 0, ["affirmed"]),
        ("チリ", "欧州連合", 2, 1, ["negated", "affirmed"]),
    ]


def test_nodes_count_neighbours_and_evidence(graph: Graph) -> None:
    assert {n.entity.id: (n.degree, n.weight) for n in graph.nodes} == {
        "インドネシア": (1, 2), "インドネシア政府": (1, 2), "チリ": (1, 1), "ニッケル": (1, 2), "欧州連合": (2, 3),
    }  # fmt: skip


def test_filter_and_isolated(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        part = load_graph(store, StatementFilter(relations=("meets",)))
        whole = load_graph(store, isolated=True)
    assert [n.entity.id for n in part.nodes] == ["インドネシア", "欧州連合"]
    assert [(n.entity.id, n.degree) for n in whole.nodes if n.degree == 0] == [("リチウム", 0)]


def test_networkx_views(graph: Graph) -> None:
    many, pairs = multigraph(graph), pair_graph(graph)
    assert sorted((a, b, d["relation"], d["weight"]) for a, b, d in many.edges(data=True)) == [
        ("インドネシア", "欧州連合", "meets", 2),
        ("インドネシア政府", "ニッケル", "restricts", 2),
        ("チリ", "欧州連合", "supplies", 1),
    ]
    assert sorted(key for *_, key in many.edges(keys=True)) == sorted(s.id for s in graph.statements)
    assert many.nodes["チリ"]["type"] == "COUNTRY"
    assert sorted(d["weight"] for *_, d in pairs.edges(data=True)) == [1, 2, 2]


def test_measures(graph: Graph) -> None:
    found = measures(graph)
    assert {e: (m["degree"], m["betweenness"], m["component"]) for e, m in found.items()} == {
        "インドネシア": (1, 0, 0), "欧州連合": (2, pytest.approx(1 / 6), 0), "チリ": (1, 0, 0),
        "インドネシア政府": (1, 0, 1), "ニッケル": (1, 0, 1),
    }  # fmt: skip
    assert sum(m["pagerank"] for m in found.values()) == pytest.approx(1)
    assert max(found, key=lambda e: found[e]["pagerank"]) == "欧州連合"


def test_pagerank_is_the_google_matrix_s_steady_state(graph: Graph) -> None:
    view = pair_graph(graph)
    matrix = nx.google_matrix(view)
    steady = np.linalg.matrix_power(np.asarray(matrix), 200)[0]
    found = measures(graph)
    assert [found[entity]["pagerank"] for entity in view] == pytest.approx(steady.tolist(), abs=1e-8)


def test_an_empty_graph_has_no_measures(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite", []) as store:
        graph = load_graph(store)
    assert (measures(graph), place_nodes(graph)) == ({}, {})


def test_every_node_of_a_large_graph_has_its_own_place(tmp_path: Path) -> None:
    entities = {f"企業{n}": Entity(f"企業{n}", EntityType.COMPANY) for n in range(LAID_OUT + 60)}
    names = list(entities)
    told = [
        extraction(f"x:{n}", (f"{one}は{two}に売った。", [(one, "supplies", two, {})]), entities={
            one: entities[one], two: entities[two],
        })
        for n, (one, two) in enumerate(zip(names[::2], names[1::2], strict=True))
    ]  # fmt: skip
    places = []
    for seed in (1, 2):
        with build(tmp_path / f"{seed}.sqlite", shuffled(told, seed), batch=100) as store:
            places.append(place_nodes(load_graph(store)))
    assert places[0] == places[1]
    assert sorted(places[0]) == sorted(names)
    assert len(set(places[0].values())) == len(names)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places[0].values())
