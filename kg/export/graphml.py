"""Graph → GraphML that Gephi, yEd, Cytoscape and networkx read with labels, types, weights, places and colours.

Keys have the names Gephi looks for (``label``, ``weight``, ``x``, ``y``, ``size``, ``r``, ``g``, ``b``) and never
``d3`` or ``d7``, which it takes for labels. All edges are directed, as networkx reads no mixed graph; ``symmetric``
tells which have no direction. Nothing in the file depends on the day or the order of the input.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from kg.export.palette import FAMILIES, OTHER, TYPES
from kg.export.xml import INSURANCE, escape, xml_ids
from kg.graph import Graph, Node, Pair, load_graph
from kg.graph.positions import node_size, place_nodes
from kg.store import StatementFilter, Store, StoredStatement

Value = str | int | float | None
Field = tuple[str, str, str]
"""Key id, ``attr.name``, ``attr.type``. Ids are unique in the file, names only among nodes or edges."""

NODE_FIELDS: tuple[Field, ...] = (
    ("label", "label", "string"), ("type", "type", "string"), ("type_label", "type_label", "string"),
    ("en", "en", "string"), ("reading", "reading", "string"), ("country", "country", "string"),
    ("wikidata", "wikidata", "string"), ("aliases", "aliases", "string"), ("mentions", "mentions", "int"),
    ("documents", "documents", "int"), ("degree", "degree", "int"), ("x", "x", "double"), ("y", "y", "double"),
    ("size", "size", "double"), ("r", "r", "int"), ("g", "g", "int"), ("b", "b", "int"),
)  # fmt: skip
STATEMENT_FIELDS: tuple[Field, ...] = (
    ("edge_label", "label", "string"), ("weight", "weight", "double"), ("relation", "relation", "string"),
    ("relation_en", "relation_en", "string"), ("family", "family", "string"), ("symmetric", "symmetric", "boolean"),
    ("polarity", "polarity", "string"), ("modality", "modality", "string"), ("first", "first", "string"),
    ("last", "last", "string"), ("edge_documents", "documents", "int"), ("evidence", "evidence", "int"),
    ("text", "text", "string"), ("edge_r", "r", "int"), ("edge_g", "g", "int"), ("edge_b", "b", "int"),
)  # fmt: skip
PAIR_FIELDS: tuple[Field, ...] = (
    ("edge_label", "label", "string"), ("weight", "weight", "double"), ("relations", "relations", "string"),
    ("statements", "statements", "int"), ("negated", "negated", "int"), ("families", "families", "string"),
)  # fmt: skip


def write_graphml(
    store: Store, stream: TextIO, *, wanted: StatementFilter | None = None, pairs: bool = False, isolated: bool = False
) -> None:
    """Write one edge a statement, or with ``pairs`` one undirected edge a pair of entities, weighted by
    independent evidence (Gephi draws parallel edges on top of each other)."""
    graph = load_graph(store, wanted, isolated=isolated)
    ids = xml_ids(node.entity.id for node in graph.nodes)
    edge_fields = PAIR_FIELDS if pairs else STATEMENT_FIELDS
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{INSURANCE}\n')
    stream.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    stream.writelines(_keys("node", NODE_FIELDS))
    stream.writelines(_keys("edge", edge_fields))
    stream.write(f'  <graph id="kg" edgedefault="{"undirected" if pairs else "directed"}">\n')
    stream.writelines(_nodes(graph, ids))
    stream.writelines(_pairs(graph, ids) if pairs else _statements(store, graph, ids))
    stream.write("  </graph>\n</graphml>\n")


def first_texts(store: Store, graph: Graph) -> dict[str, str]:
    """An evidence sentence of each statement: the first by document and place."""
    texts: dict[str, str] = {}
    for evidence in store.evidence([statement.id for statement in graph.statements]):
        texts.setdefault(evidence.statement, evidence.text)
    return texts


def _keys(kind: str, fields: Iterable[Field]) -> Iterator[str]:
    for key, name, value_type in fields:
        yield f'  <key id="{key}" for="{kind}" attr.name="{name}" attr.type="{value_type}"/>\n'


def _nodes(graph: Graph, ids: dict[str, str]) -> Iterator[str]:
    places = place_nodes(graph)
    most = max((node.weight for node in graph.nodes), default=0)
    for node in graph.nodes:
        data = _data(NODE_FIELDS, _node_values(graph, node, places, most))
        yield f'    <node id="{ids[node.entity.id]}">{data}</node>\n'


def _node_values(graph: Graph, node: Node, places: dict[str, tuple[float, float]], most: int) -> list[Value]:
    e = node.entity
    x, y = places[e.id]
    label = graph.types[e.type].label
    aliases = json.dumps(e.aliases, ensure_ascii=False) if e.aliases else None
    return [
        e.id, e.type.value, label, e.en, e.reading, e.country, e.wikidata, aliases, e.mentions, e.documents,
        node.degree, x, -y, node_size(node, most), *TYPES.get(e.type, OTHER),  # Gephi's y points up
    ]  # fmt: skip


def _statements(store: Store, graph: Graph, ids: dict[str, str]) -> Iterator[str]:
    texts = first_texts(store, graph)
    for s in graph.statements:
        data = _data(STATEMENT_FIELDS, _statement_values(graph, s, texts.get(s.id)))
        yield f'    <edge id="{s.id}" source="{ids[s.subject]}" target="{ids[s.object]}">{data}</edge>\n'


def _statement_values(graph: Graph, s: StoredStatement, text: str | None) -> list[Value]:
    relation = graph.relations[s.relation]
    return [
        edge_label(graph, s), float(s.independent), s.relation, relation.en, relation.family,
        str(relation.symmetric).lower(), s.polarity.value, s.modality.value, s.first, s.last, s.documents,
        s.evidence, text, *FAMILIES.get(relation.family, OTHER),
    ]  # fmt: skip


def edge_label(graph: Graph, s: StoredStatement) -> str:
    """What stands on an edge: 規制, 規制(否定), 規制(予定)."""
    marks = [mark for mark, holds in (
        ("否定", s.polarity.value == "negated"), ("予定", s.modality.value == "planned"),
        ("可能性", s.modality.value == "possible"),
    ) if holds]  # fmt: skip
    return graph.relations[s.relation].label + (f"({'・'.join(marks)})" if marks else "")


def _pairs(graph: Graph, ids: dict[str, str]) -> Iterator[str]:
    for number, pair in enumerate(graph.pairs(), start=1):
        data = _data(PAIR_FIELDS, _pair_values(graph, pair))
        yield f'    <edge id="pair-{number}" source="{ids[pair.one]}" target="{ids[pair.two]}">{data}</edge>\n'


def _pair_values(graph: Graph, pair: Pair) -> list[Value]:
    relations = list(dict.fromkeys(s.relation for s in pair.statements))
    labels = "・".join(dict.fromkeys(graph.relations[name].label for name in relations))
    families = list(dict.fromkeys(graph.relations[name].family for name in relations))
    return [labels, float(pair.weight), json.dumps(relations), len(pair.statements), pair.negated, json.dumps(families)]


def _data(fields: Iterable[Field], values: Iterable[Value]) -> str:
    return "".join(
        f'<data key="{key}">{escape(value)}</data>'
        for (key, _, _), value in zip(fields, values, strict=True)
        if value is not None
    )
