"""``kg entities``: the nodes of the graph and how central they are."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import store_option, terminal_columns

if TYPE_CHECKING:
    from kg.export.csv import Row
    from kg.graph import Graph, Node

COLUMNS = ("id", "type", "en", "country", "aliases", "mentions", "documents", "degree", "weight")
MEASURES = ("pagerank", "betweenness", "component")
HEAD = {
    "id": "名称", "type": "種類", "mentions": "言及", "documents": "文書", "degree": "隣接", "weight": "典拠",
    "pagerank": "PageRank", "betweenness": "媒介", "component": "成分",
}  # fmt: skip


@click.command(epilog="""\b
Examples:
  kg entities --type 企業
  kg entities --sort betweenness --limit 10
  kg entities --csv > entities.csv""")
@click.option("--type", "types", multiple=True, help="Only of this type, by name or label (COMPANY, 企業).")
@click.option("--sort", type=click.Choice(["weight", "degree", "mentions", "documents", *MEASURES[:2], "id"]),
              default="weight", show_default=True,
              help="weight: independent evidence. degree: neighbours. pagerank, betweenness: how central.")
@click.option("--limit", type=click.IntRange(1), help="Print at most so many.")
@click.option("--isolated", is_flag=True, help="Also those without a statement.")
@click.option("--table", "form", flag_value="table", default=True, help="A table (default).")
@click.option("--json", "form", flag_value="json", help="One JSON array.")
@click.option("--jsonl", "form", flag_value="jsonl", help="A JSON object a line.")
@click.option("--csv", "form", flag_value="csv", help="CSV for spreadsheets.")
@click.option("--tsv", "form", flag_value="tsv", help="Fields separated by tabs.")
@store_option
def entities(
    types: tuple[str, ...], sort: str, limit: int | None, form: str | None, store_path: Path, *, isolated: bool
) -> None:
    """List the entities, those with most evidence first.

    Exit code 0 when there are any, 1 when there are none, 2 for an error.
    """
    from kg.cli.group import NOTHING
    from kg.graph import load_graph
    from kg.query.names import find_types
    from kg.store import open_store

    with open_store(store_path) as store:
        wanted = {kind for name in types for kind in find_types(store, name)}
        graph = load_graph(store, isolated=isolated)
    rows = _rows(graph, central=sort in MEASURES)
    rows = [row for row in rows if not wanted or row["type"] in wanted]
    rows.sort(key=lambda row: (0 if sort == "id" else -float(row[sort]), row["id"]))
    _print(rows[:limit], form or "table", graph, central=sort in MEASURES)
    if not rows:
        click.get_current_context().exit(NOTHING)


def _rows(graph: Graph, *, central: bool) -> list[dict[str, Any]]:
    """A row an entity; ``central`` adds the measures that take a walk through the whole graph."""
    measured: dict[str, dict[str, float]] = {}
    if central:
        from kg.graph.views import measures

        measured = measures(graph)
    return [_row(node, measured.get(node.entity.id)) for node in graph.nodes]


def _row(node: Node, measured: dict[str, float] | None) -> dict[str, Any]:
    e = node.entity
    row: dict[str, Any] = {
        "id": e.id, "type": e.type.value, "en": e.en, "country": e.country, "aliases": list(e.aliases),
        "mentions": e.mentions, "documents": e.documents, "degree": node.degree, "weight": node.weight,
    }  # fmt: skip
    if measured is not None:
        row |= {name: round(measured[name], 6) for name in MEASURES}
    return row


def _print(rows: list[dict[str, Any]], form: str, graph: Graph, *, central: bool) -> None:
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif form == "jsonl":
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif form == "table":
        _print_table(rows, graph, central=central)
    else:
        _print_cells(rows, "," if form == "csv" else "\t", central=central)


def _print_table(rows: list[dict[str, Any]], graph: Graph, *, central: bool) -> None:
    from kg.cli.tables import table

    shown = [name for name in HEAD if central or name not in MEASURES]
    labels = {name: label.label for name, label in graph.types.items()}
    cells = [[labels[row[name]] if name == "type" else str(row[name]) for name in shown] for row in rows]
    if rows:
        for line in table([HEAD[name] for name in shown], cells, columns=terminal_columns()):
            click.echo(line)


def _print_cells(rows: list[dict[str, Any]], delimiter: str, *, central: bool) -> None:
    from kg.export.csv import BOM, write_table

    columns = COLUMNS + (MEASURES if central else ())
    cells: list[Row] = [{**row, "aliases": "; ".join(row["aliases"])} for row in rows]
    if delimiter == ",":
        sys.stdout.write(BOM)
    write_table(sys.stdout, columns, iter(cells), delimiter=delimiter)
