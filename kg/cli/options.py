"""Options that several commands share, and what belongs to them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.resolve.merges import Merges

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_STORE = "output/kg.sqlite"
MERGES = "merges.yaml"


def store_option(command: Command) -> Command:
    """``--store``: the graph to ask."""
    return click.option(
        "--store", "store_path", default=DEFAULT_STORE, show_default=True, envvar="KG_STORE", show_envvar=True,
        type=click.Path(path_type=Path), help="The graph's file, as written by kg build.",
    )(command)  # fmt: skip


def input_options(command: Command) -> Command:
    """``PATHS…``, ``--per``, ``--encoding``, ``--input-format``, ``--jobs``, ``--rules``: what is read, and how."""
    options = (
        click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str)),
        click.option("--per", type=click.Choice(["line", "paragraph", "file"]), default="line", show_default=True,
                     help="What is a document in a text file."),
        click.option("--encoding", help="Encoding of the files; found out if not given."),
        click.option("--input-format", type=click.Choice(["txt", "jsonl", "csv", "html"]),
                     help="Format of standard input and of files with an unknown extension."),
        click.option("--jobs", type=click.IntRange(1), default=1, show_default=True,
                     help="Processes that read at the same time, about 400 MB each."),
        rules_option,
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def rules_option(command: Command) -> Command:
    """``--rules``: folders laid over the shipped rules."""
    return click.option(
        "--rules", "rules", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder with rules of your own, laid over the shipped ones. May be repeated.",
    )(command)  # fmt: skip


def find_merges(given: Path | None, folder: Path, rules: tuple[Path, ...]) -> Merges:
    """The merges of a file: the one given, else merges.yaml beside the graph, else in a folder of rules; else none."""
    from kg.resolve.merges import Merges, read_merges

    places = (given,) if given else (folder / MERGES, *(place / MERGES for place in rules))
    path = next((place for place in places if place.is_file()), None)
    return read_merges(path) if path else Merges()


class Progress:
    """A counter on stderr, only where a person watches."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def show(self, text: str) -> None:
        """Replace what was shown."""
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave an empty line."""
        self.show("")


def terminal_columns() -> int | None:
    """The width of the terminal that stdout is; None for a file or pipe, where nothing may be cut."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
