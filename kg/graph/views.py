"""Graph → networkx: one edge a statement, or one a pair, with the attributes that analyses need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.data import Graph
from kg.model import EntityId

if TYPE_CHECKING:
    import networkx as nx


def multigraph(graph: Graph) -> nx.MultiDiGraph[Any]:
    """One edge a statement from subject to object, its key the statement's id."""
    import networkx as nx

    view: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    _add_nodes(view, graph)
    for s in graph.statements:
        relation = graph.relations[s.relation]
        view.add_edge(
            s.subject, s.object, key=s.id, relation=s.relation, label=relation.label, family=relation.family,
            polarity=s.polarity.value, modality=s.modality.value, weight=s.independent, documents=s.documents,
            first=s.first, last=s.last,
        )  # fmt: skip
    return view


def pair_graph(graph: Graph) -> nx.Graph[Any]:
    """One undirected edge a pair, weighted by independent evidence."""
    import networkx as nx

    view: nx.Graph[Any] = nx.Graph()
    _add_nodes(view, graph)
    for pair in graph.pairs():
        relations = sorted({s.relation for s in pair.statements})
        view.add_edge(pair.one, pair.two, weight=pair.weight, relations=relations, negated=pair.negated)
    return view


def measures(graph: Graph) -> dict[EntityId, dict[str, float]]:
    """For each entity ``degree`` (neighbours), ``weight`` (independent evidence), ``pagerank`` (weighted),
    ``betweenness`` (exact up to 1,000 nodes, else estimated from 200 sources with a fixed seed) and ``component``
    (0 is the largest)."""
    import networkx as nx

    view = pair_graph(graph)
    ranks = _pagerank(view)
    sources = None if len(view) <= 1_000 else 200
    between = nx.betweenness_centrality(view, k=sources, seed=0)
    components = sorted(nx.connected_components(view), key=lambda nodes: (-len(nodes), min(nodes)))
    number = {node: index for index, nodes in enumerate(components) for node in nodes}
    return {
        node.entity.id: {
            "degree": node.degree,
            "weight": node.weight,
            "pagerank": ranks[node.entity.id],
            "betweenness": between[node.entity.id],
            "component": number[node.entity.id],
        }
        for node in graph.nodes
    }


def _add_nodes(view: nx.Graph[Any], graph: Graph) -> None:
    for node in graph.nodes:
        e = node.entity
        view.add_node(
            e.id, label=e.id, type=e.type.value, en=e.en, country=e.country, mentions=e.mentions,
            documents=e.documents,
        )  # fmt: skip


def _pagerank(view: nx.Graph[Any], *, damping: float = 0.85, rounds: int = 100) -> dict[EntityId, float]:
    """Weighted PageRank by plain iteration: networkx's own needs SciPy."""
    if not view:
        return {}
    share = {node: 1 / len(view) for node in view}
    strength = dict(view.degree(weight="weight"))
    for _ in range(rounds):
        loose = sum(share[node] for node in view if not strength[node])
        base = (1 - damping + damping * loose) / len(view)
        new = dict.fromkeys(view, base)
        for node in view:
            for near, data in view[node].items():
                doubled = 2 if near == node else 1  # degree counts a loop twice
                new[near] += damping * share[node] * doubled * data["weight"] / strength[node]
        change = sum(abs(new[node] - share[node]) for node in view)
        share = new
        if change < 1e-10:
            break
    return share
