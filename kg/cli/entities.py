"""``kg entities``: the nodes of the graph, how central they are, and which of them may be one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import find_merges, rules_option, store_option, terminal_columns

if TYPE_CHECKING:
    from kg.export.csv import Row
    from kg.graph import Graph, Node
    from kg.resolve.duplicates import Duplicate

COLUMNS = ("id", "type", "en", "country", "aliases", "mentions", "documents", "first", "last", "degree", "weight")
MEASURES = ("pagerank", "betweenness", "component")
HEAD = {
    "id": "名称", "type": "種類", "mentions": "言及", "documents": "文書", "first": "初出", "last": "最新",
    "degree": "隣接", "weight": "典拠",
    "pagerank": "PageRank", "betweenness": "媒介", "component": "成分",
}  # fmt: skip


@click.command(epilog="""\b
Examples:
  kg entities --type 企業
  kg entities --sort betweenness --limit 10
  kg entities --csv > entities.csv
  kg entities --duplicates >> output/merges.yaml     then look through it: kg build replays it""")
@click.option("--type", "types", multiple=True, help="Only of this type, by name or label (COMPANY, 企業).")
@click.option("--sort", type=click.Choice(["weight", "degree", "mentions", "documents", *MEASURES[:2], "id"]),
              default="weight", show_default=True,
              help="weight: independent evidence. degree: neighbours. pagerank, betweenness: how central.")
@click.option("--limit", type=click.IntRange(1), help="Print at most so many.")
@click.option("--isolated", is_flag=True, help="Also those without a statement.")
@click.option("--duplicates", is_flag=True,
              help="Instead, entities that may be one, as lines for merges.yaml; without those already decided there.")
@click.option("--merges", "merges_path", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="What is decided. Default: merges.yaml beside the graph or in one of --rules.")
@click.option("--table", "form", flag_value="table", default=True, help="A table (default).")
@click.option("--json", "form", flag_value="json", help="One JSON array.")
@click.option("--jsonl", "form", flag_value="jsonl", help="A JSON object a line.")
@click.option("--csv", "form", flag_value="csv", help="CSV for spreadsheets.")
@click.option("--tsv", "form", flag_value="tsv", help="Fields separated by tabs.")
@rules_option
@store_option
def entities(
    types: tuple[str, ...], sort: str, limit: int | None, form: str | None, store_path: Path,
    merges_path: Path | None, rules: tuple[Path, ...], *, isolated: bool, duplicates: bool,
) -> None:  # fmt: skip
    """List the entities, those with most evidence first.

    Each with its type, names, counts, and the first and last date of the documents that name it.

    Exit code 0 when there are any, 1 when there are none, 2 for an error.
    """
    from kg.cli.group import NOTHING
    from kg.graph import load_graph
    from kg.query.names import find_types
    from kg.store import open_store

    with open_store(store_path) as store:
        wanted = {kind for name in types for kind in find_types(store, name)}
        graph = load_graph(store, isolated=isolated or duplicates)
        dates = store.entity_dates()
    rows = _rows(graph, dates, central=sort in MEASURES and not duplicates)
    rows = [row for row in rows if not wanted or row["type"] in wanted]
    if duplicates:
        found = _duplicates(rows, merges_path, store_path.parent, rules)[:limit]
        _print_duplicates(found, form or "table", {row["id"]: row for row in rows})
        if not found:
            click.get_current_context().exit(NOTHING)
        return
    rows.sort(key=lambda row: (0 if sort == "id" else -float(row[sort]), row["id"]))
    _print(rows[:limit], form or "table", graph, central=sort in MEASURES)
    if not rows:
        click.get_current_context().exit(NOTHING)


def _rows(graph: Graph, dates: dict[str, tuple[str, str]], *, central: bool) -> list[dict[str, Any]]:
    """A row an entity; ``central`` adds the measures that take a walk through the whole graph."""
    measured: dict[str, dict[str, float]] = {}
    if central:
        from kg.graph.views import measures

        measured = measures(graph)
    return [_row(node, dates, measured.get(node.entity.id)) for node in graph.nodes]


def _row(node: Node, dates: dict[str, tuple[str, str]], measured: dict[str, float] | None) -> dict[str, Any]:
    e = node.entity
    first, last = dates.get(e.id, (None, None))
    row: dict[str, Any] = {
        "id": e.id, "type": e.type.value, "en": e.en, "country": e.country, "aliases": list(e.aliases),
        "mentions": e.mentions, "documents": e.documents, "first": first, "last": last,
        "degree": node.degree, "weight": node.weight,
    }  # fmt: skip
    if measured is not None:
        row |= {name: round(measured[name], 6) for name in MEASURES}
    return row


def _duplicates(
    rows: list[dict[str, Any]], merges_path: Path | None, folder: Path, rules: tuple[Path, ...]
) -> list[Duplicate]:
    """Entities that may be one and of which no line says anything yet."""
    from kg.model import EntityType
    from kg.resolve.duplicates import Known, find_duplicates
    from kg.rulebook import load_rulebook

    merges = find_merges(merges_path, folder, rules)
    rulebook = load_rulebook(extra=rules)
    listed = {entry.id for entry in rulebook.entries}
    legal = {word for p in rulebook.names.patterns if p.drop for word in (*p.prefix, *p.suffix)}
    known = [Known(row["id"], EntityType(row["type"]), row["mentions"], row["id"] in listed) for row in rows]
    return [d for d in find_duplicates(known, legal_forms=legal) if not merges.decided(d.kept, d.other)]


def _print_duplicates(found: list[Duplicate], form: str, rows: dict[str, dict[str, Any]]) -> None:
    """Lines of the file of merges, each with how often both are named."""
    from dataclasses import asdict

    if form in {"json", "jsonl"}:
        data = [asdict(duplicate) for duplicate in found]
        lines = [json.dumps(data, ensure_ascii=False, indent=2)] if form == "json" else [
            json.dumps(item, ensure_ascii=False) for item in data
        ]
    else:
        lines = [
            f"- {{same: [{_quoted(d.kept)}, {_quoted(d.other)}], reason: {_quoted(d.reason)}}}"
            f"  # {rows[d.kept]['mentions']} + {rows[d.other]['mentions']}"
            for d in found
        ]
    for line in lines:
        click.echo(line)


def _quoted(text: str) -> str:
    """A text as YAML reads it back: JSON is YAML, plain words need no quotes."""
    return text if text.replace(" ", "").replace("・", "").isalpha() else json.dumps(text, ensure_ascii=False)


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
    cells = [
        [labels[row[name]] if name == "type" else "" if row[name] is None else str(row[name]) for name in shown]
        for row in rows
    ]
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
