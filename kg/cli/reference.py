"""The commands' help as one Markdown page, ``docs/cli.md``: ``python -m kg.cli.reference > docs/cli.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from kg.cli.group import main

_WIDTH = 100
_INTRO = """\
# The command line

Made from `--help` by `python -m kg.cli.reference > docs/cli.md`; a test fails when it is out of date.

Results go to standard output, everything else to standard error. Exit codes: 0 done or found, 1 nothing found
(`query`, `path`), 2 an error, 130 stopped by Ctrl-C.
"""


def reference() -> str:
    """The page."""
    sections = [f"## `{' '.join(path)}`\n\n```\n{text}\n```\n" for path, text in _helps(main, ("kg",))]
    return "\n".join([_INTRO, *sections])


def _helps(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each command with its help, groups before what is in them."""
    name = " ".join(path)
    context = click.Context(command, info_name=name, terminal_width=_WIDTH, help_option_names=["-h", "--help"])
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for inner_name in command.list_commands(context):
            inner = command.get_command(context, inner_name)
            if inner is not None:
                yield from _helps(inner, (*path, inner_name))


if __name__ == "__main__":
    sys.stdout.write(reference())
