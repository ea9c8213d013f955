"""``kg export``: the graph in another program's format."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kg.cli.options import store_option
from kg.cli.query import filter_options, wanted_of

_NAMES = ("html", "graphml", "gexf", "csv", "jsonl")


@click.command(epilog="""\b
Examples:
  kg export --format graphml -o trade.graphml --family 経済
  kg export --format graphml --pairs -o pairs.graphml
  kg export --format csv -o tables/
  kg export --format jsonl -o - | head""")
@click.option("--format", "form", type=click.Choice(_NAMES), required=True,
              help="html: page. graphml: Gephi, yEd, networkx. gexf: Gephi with a timeline. csv: spreadsheets. "
                   "jsonl: a statement with its evidence a line.")
@click.option("--output", "-o", "output", type=click.Path(path_type=str),
              help="File, or - for standard output. Default: graph.<format> beside the store. For csv, a path without "
                   ".csv is a folder that gets all tables.")
@click.option("--pairs", is_flag=True, help="graphml: one weighted edge a pair of entities.")
@click.option("--isolated", is_flag=True, help="graphml, gexf: also entities without a statement.")
@click.option("--table", type=click.Choice(["statements", "entities", "evidence"]), help="csv: which table.")
@click.option("--raw", is_flag=True, help="csv: leave cells as they are, even ones a spreadsheet runs as a formula.")
@click.option("--title", help="html: title of the page.")
@filter_options
@store_option
def export(form: str, output: str | None, store_path: Path, **options: Any) -> None:
    """Write the graph, or the part that the filters let through, in another format."""
    from kg.export import export_graph
    from kg.store import StatementFilter, open_store

    own: dict[str, Any] = {name: options.pop(name) or None for name in ("pairs", "isolated", "table", "raw", "title")}
    with open_store(store_path) as store:
        wanted = wanted_of(store, **options)
        if wanted != StatementFilter():
            own["wanted"] = wanted
        if output == "-":
            _to_stdout(form, lambda place: export_graph(store, form, place, **own))
            return
        target = Path(output) if output else store_path.parent / f"graph.{form}"
        export_graph(store, form, target, **own)
    click.echo(str(target), err=True)


def _to_stdout(form: str, write: Callable[[Path], None]) -> None:
    """Through a temporary file, so that a failed export prints nothing."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"graph.{form}"
        write(place)
        sys.stdout.flush()
        with place.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)
