"""The chosen part of the graph → nodes and edges of a pyvis ``Network``, placed and styled.

Only the data of pyvis's object is used, never its page. Positions are final: physics is off.
"""

from __future__ import annotations

import math
from importlib import resources
from typing import Any

from kg.errors import ExportError
from kg.export.html.choose import Choice, Pair
from kg.export.html.data import PageData, PageStatement
from kg.graph.layout import LayoutNode, compute_layout
from kg.model import EntityId, Modality, Polarity

ARROWS = {
    "structure": "circle",
    "economy": "triangle",
    "cooperation": "diamond",
    "pressure": "vee",
    "force": "bar",
    "policy": "box",
}
"""Family → type of its arrowhead in vis-network."""
_DASHES: dict[Modality, bool | list[float]] = {
    Modality.ACTUAL: False,
    Modality.PLANNED: [6, 4],
    Modality.POSSIBLE: [0.1, 4.4],
}
_FIRMNESS = tuple(Modality)


def build_network(data: PageData, choice: Choice) -> dict[str, Any]:
    """``{"nodes": […], "edges": […]}`` as pyvis holds them; node ids are entity ids."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    sizes, fonts = _sizes(choice), _fonts(choice)
    labels = {e: e + (f"+{choice.hidden[e]}" if choice.hidden.get(e) else "") for e in choice.entities}
    places = compute_layout([LayoutNode(e, labels[e], sizes[e], fonts[e]) for e in choice.entities], choice.pairs)
    for e in choice.entities:
        at = places[e]
        network.add_node(
            e, label=e, shape="custom", x=at.x, y=at.y, size=sizes[e], physics=False,
            side=at.label_side, group=str(data.entities[e].type),
        )  # fmt: skip
    between: dict[Pair, list[PageStatement]] = {pair: [] for pair in choice.pairs}
    for s in data.statements:
        pair = (min(s.subject, s.object), max(s.subject, s.object))
        if pair in between:
            between[pair].append(s)
    for pair in choice.pairs:
        network.add_edge(pair[0], pair[1], **_edge_look(data, pair, between[pair]))
    return {"nodes": network.nodes, "edges": network.edges}


def vis_network_script() -> str:
    """The source of vis-network that pyvis brings along.

    Raises ``ExportError`` when this pyvis has none.
    """
    folder = resources.files("pyvis").joinpath("templates/lib")
    for version in sorted((f for f in folder.iterdir() if f.name.startswith("vis-")), key=lambda f: f.name):
        script = version.joinpath("vis-network.min.js")
        if script.is_file():
            return script.read_text(encoding="utf-8")
    raise ExportError(f"no vis-network found in {folder}; expected pyvis 0.3.2 or later")


def strongest(statements: list[PageStatement]) -> PageStatement:
    """The statement a line takes its look from: most sources, affirmed and firm first among equals."""
    return min(
        statements,
        key=lambda s: (-s.independent, s.polarity is Polarity.NEGATED, _FIRMNESS.index(s.modality), s.relation),
    )


def _sizes(choice: Choice) -> dict[EntityId, float]:
    """Radius 5–16 by the square root of the evidence."""
    most = max((choice.evidence.get(e, 0) for e in choice.entities), default=1) or 1
    return {e: round(5 + 11 * math.sqrt(choice.evidence.get(e, 0) / most), 1) for e in choice.entities}


def _fonts(choice: Choice) -> dict[EntityId, float]:
    """Label sizes: the top tenth 15, the next quarter 13, others 12."""
    ranked = sorted(choice.entities, key=lambda e: (-choice.evidence.get(e, 0), e))
    tenth, quarter = math.ceil(len(ranked) * 0.1), math.ceil(len(ranked) * 0.35)
    return {e: 15.0 if i < tenth else 13.0 if i < quarter else 12.0 for i, e in enumerate(ranked)}


def _edge_look(data: PageData, pair: Pair, statements: list[PageStatement]) -> dict[str, Any]:
    """Family, arrowheads, dashes, width and count of a pair's line."""
    relations = data.relations
    lead = strongest(statements)
    families = sorted({relations[s.relation].family for s in statements})
    arrows: dict[str, Any] = {}
    for s in sorted(statements, key=lambda s: -s.independent):
        head = {"enabled": True, "type": ARROWS[relations[s.relation].family]}
        ends = ("to", "from") if relations[s.relation].symmetric else ("to" if s.object == pair[1] else "from",)
        for end in ends:
            arrows.setdefault(end, head)
    return {
        "arrows": arrows,
        "dashes": _DASHES[lead.modality],
        "width": round(min(2.9, max(1.3, 0.9 + 0.42 * math.sqrt(max(s.independent for s in statements)))), 2),
        "families": families,
        "negated": all(s.polarity is Polarity.NEGATED for s in statements),
        "count": len(statements),
    }
