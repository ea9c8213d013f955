"""The graph → one HTML page for reading: nothing else needed, no network, opens from disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.export.html.data import PageData

if TYPE_CHECKING:
    from kg.store import Store

MOST_NODES = 300
"""More are never drawn: the canvas would crawl and nobody could read it."""


def write_html(store: Store, path: str | Path, *, title: str | None = None, max_nodes: int = 80) -> None:
    """Write the graph of ``store`` to ``path``; the ``max_nodes`` most telling entities are drawn at first.

    Raises ``ExportError`` when the file cannot be written.
    """
    from kg.export.html.from_store import from_store

    write_page(from_store(store, title=title), path, max_nodes=max_nodes)


def write_page(data: PageData, path: str | Path, *, max_nodes: int = 80) -> None:
    """Write ``data`` as a page to ``path``. Raises ``ExportError`` when the file cannot be written."""
    from kg.export.html.page import render_page

    if not 1 <= max_nodes <= MOST_NODES:
        raise ExportError(f"max_nodes is {max_nodes}; expected 1 to {MOST_NODES}")
    text = render_page(data, max_nodes=max_nodes)
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ExportError(f"cannot be written ({error.strerror})", path=str(path)) from error
