"""Which formats there are, and how a file is written so that it is whole or not there at all."""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Format:
    """An export format. ``writer`` is ``module:function``, loaded when needed; it takes the store and an open text
    stream, or with ``by_path`` the (part of the) store and a path. ``options`` are the keywords it takes."""

    name: str
    suffix: str
    writer: str
    means: str
    options: frozenset[str] = frozenset()
    by_path: bool = False

    def load(self) -> Callable[..., None]:
        """The writing function."""
        module, name = self.writer.split(":")
        function: Callable[..., None] = getattr(importlib.import_module(module), name)
        return function


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format(
            "html", ".html", "kg.export.html:write_html", "one page to read and search, opens from disk",
            frozenset({"wanted", "title", "max_nodes"}), by_path=True,
        ),
        Format(
            "graphml", ".graphml", "kg.export.graphml:write_graphml", "for Gephi, yEd, Cytoscape, networkx",
            frozenset({"wanted", "pairs", "isolated"}),
        ),
        Format(
            "gexf", ".gexf", "kg.export.gexf:write_gexf", "for Gephi, with a timeline",
            frozenset({"wanted", "isolated"}),
        ),
        Format(
            "csv", ".csv", "kg.export.csv:write_csv", "tables for spreadsheets; all three into a folder",
            frozenset({"wanted", "table", "raw"}),
        ),
        Format(
            "jsonl", ".jsonl", "kg.export.jsonl:write_jsonl", "a statement with its evidence a line",
            frozenset({"wanted"}),
        ),
    )
}  # fmt: skip


def export_graph(store: Store, format: str, path: str | Path, **options: Any) -> None:  # noqa: A002
    """Write the graph to ``path`` in a format of ``FORMATS``. An older file stays until the new one is complete.

    For ``csv``, a path without ``.csv`` is a folder that gets all tables. Options that are None count as not given.
    Raises ``ExportError`` for an unknown format, an option it does not take, or a place that cannot be written.
    """
    known = FORMATS.get(format)
    if known is None:
        raise ExportError(f"no format {format!r}; expected one of {', '.join(FORMATS)}")
    given = {name: value for name, value in options.items() if value is not None}
    for name in given:
        if name not in known.options:
            takers = [other.name for other in FORMATS.values() if name in other.options]
            hint = f"; it is for {', '.join(takers)}" if takers else ""
            raise ExportError(f"format {format} does not take {name!r}{hint}")
    target = Path(path)
    try:
        if format == "csv" and target.suffix.lower() != ".csv":
            _write_folder(store, target, given)
        else:
            _write_file(store, known, target, given)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror or error}", path=str(path)) from error


def _write_file(store: Store, known: Format, target: Path, options: dict[str, Any]) -> None:
    """Into a temporary file beside the target, then renamed."""
    write = known.load()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        if known.by_path:
            wanted = options.pop("wanted", None)
            write(store.part(wanted) if wanted else store, temporary, **options)
        else:
            with temporary.open("w", encoding="utf-8", newline="") as stream:
                write(store, stream, **options)
        temporary.chmod(0o666 & ~_umask())  # mkstemp's files are the owner's alone
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _write_folder(store: Store, target: Path, options: dict[str, Any]) -> None:
    """All CSV tables: into a temporary folder, then each renamed into place."""
    from kg.export.csv import TABLES, write_csv_folder

    if "table" in options:
        raise ExportError("a folder gets all tables; expected a path ending in .csv with 'table'", path=str(target))
    target.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=".csv.", dir=target))
    try:
        write_csv_folder(store, temporary, **options)
        for table in TABLES:
            (temporary / f"{table}.csv").replace(target / f"{table}.csv")
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
