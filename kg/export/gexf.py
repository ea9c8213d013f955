"""Graph → GEXF 1.3 for Gephi: colours, sizes, places, and a timeline of closed intervals with ISO dates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TextIO

from kg.export.graphml import Value, edge_label, first_texts
from kg.export.palette import FAMILIES, OTHER, TYPES
from kg.export.xml import INSURANCE, escape, xml_ids
from kg.graph import Graph, load_graph
from kg.graph.positions import node_size, place_nodes
from kg.store import StatementFilter, Store

NODE_FIELDS = (
    ("type", "string"), ("type_label", "string"), ("en", "string"), ("reading", "string"), ("country", "string"),
    ("wikidata", "string"), ("aliases", "string"), ("mentions", "integer"), ("documents", "integer"),
    ("degree", "integer"),
)  # fmt: skip
EDGE_FIELDS = (
    ("relation", "string"), ("relation_en", "string"), ("family", "string"), ("symmetric", "boolean"),
    ("polarity", "string"), ("modality", "string"), ("documents", "integer"), ("evidence", "integer"),
    ("text", "string"),
)  # fmt: skip


def write_gexf(
    store: Store, stream: TextIO, *, wanted: StatementFilter | None = None, isolated: bool = False
) -> None:
    """Write one edge a statement. An edge is there from its first to its last date; an undated one always."""
    graph = load_graph(store, wanted, isolated=isolated)
    ids = xml_ids(node.entity.id for node in graph.nodes)
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{INSURANCE}\n')
    stream.write('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n')
    stream.write("  <meta><creator>kg</creator></meta>\n")
    stream.write(f"  <graph defaultedgetype=\"directed\"{_time(graph)}>\n")
    stream.writelines(_declarations("node", NODE_FIELDS))
    stream.writelines(_declarations("edge", EDGE_FIELDS))
    stream.write("    <nodes>\n")
    stream.writelines(_nodes(graph, ids))
    stream.write("    </nodes>\n    <edges>\n")
    stream.writelines(_edges(store, graph, ids))
    stream.write("    </edges>\n  </graph>\n</gexf>\n")


def _time(graph: Graph) -> str:
    """The graph's own interval, where anything is dated."""
    firsts = [s.first for s in graph.statements if s.first]
    lasts = [s.last for s in graph.statements if s.last]
    if not firsts or not lasts:
        return ' mode="static"'
    return (
        f' mode="dynamic" timeformat="date" timerepresentation="interval" start="{min(firsts)}" end="{max(lasts)}"'
    )


def _declarations(kind: str, fields: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f'    <attributes class="{kind}" mode="static">\n'
    for name, value_type in fields:
        yield f'      <attribute id="{name}" title="{name}" type="{value_type}"/>\n'
    yield "    </attributes>\n"


def _nodes(graph: Graph, ids: dict[str, str]) -> Iterator[str]:
    places = place_nodes(graph)
    most = max((node.weight for node in graph.nodes), default=0)
    for node in graph.nodes:
        e = node.entity
        x, y = places[e.id]
        aliases = json.dumps(e.aliases, ensure_ascii=False) if e.aliases else None
        values: list[Value] = [
            e.type.value, graph.types[e.type].label, e.en, e.reading, e.country, e.wikidata, aliases, e.mentions,
            e.documents, node.degree,
        ]  # fmt: skip
        yield (
            f'      <node id="{ids[e.id]}" label="{escape(e.id)}">{_values(NODE_FIELDS, values)}'
            f'{_colour(TYPES.get(e.type, OTHER))}<viz:position x="{x}" y="{-y}" z="0.0"/>'
            f'<viz:size value="{node_size(node, most)}"/></node>\n'
        )


def _edges(store: Store, graph: Graph, ids: dict[str, str]) -> Iterator[str]:
    texts = first_texts(store, graph)
    for s in graph.statements:
        relation = graph.relations[s.relation]
        values: list[Value] = [
            s.relation, relation.en, relation.family, str(relation.symmetric).lower(), s.polarity.value,
            s.modality.value, s.documents, s.evidence, texts.get(s.id),
        ]  # fmt: skip
        time = f' start="{s.first}" end="{s.last}"' if s.first and s.last else ""
        kind = s.relation if s.polarity.value == "affirmed" else f"{s.relation} {s.polarity.value}"
        yield (
            f'      <edge id="{s.id}" source="{ids[s.subject]}" target="{ids[s.object]}"'
            f' kind="{escape(kind)}"'
            f' label="{escape(edge_label(graph, s))}" weight="{float(s.independent)}"{time}>'
            f"{_values(EDGE_FIELDS, values)}{_colour(FAMILIES.get(relation.family, OTHER))}</edge>\n"
        )


def _values(fields: Sequence[tuple[str, str]], values: Sequence[Value]) -> str:
    told = "".join(
        f'<attvalue for="{name}" value="{escape(value)}"/>'
        for (name, _), value in zip(fields, values, strict=True)
        if value is not None
    )
    return f"<attvalues>{told}</attvalues>" if told else ""


def _colour(rgb: tuple[int, int, int]) -> str:
    return '<viz:color r="{}" g="{}" b="{}"/>'.format(*rgb)
