"""``kg`` itself: its commands, loaded when called, and the one place where errors are printed.

Exit codes: 0 done or found, 1 nothing found (``query`` and ``path``), 2 an error, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
from typing import Any

import click

from kg.cli.tables import printable
from kg.errors import KgError, RuleError

FOUND, NOTHING, ERROR, STOPPED = 0, 1, 2, 130

COMMANDS = {
    "build": "kg.cli.build:build",
    "extract": "kg.cli.extract:extract",
    "query": "kg.cli.query:query",
    "path": "kg.cli.path:path",
    "entities": "kg.cli.entities:entities",
    "export": "kg.cli.export:export",
    "explain": "kg.cli.explain:explain",
    "clauses": "kg.cli.clauses:clauses",
    "eval": "kg.cli.evaluate:evaluate",
    "rules": "kg.cli.rules:rules",
}
"""Name → ``module:command``; a command is imported when it is called or listed."""


class CommandGroup(click.Group):
    """A group that imports its commands late and turns every end into an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 – click's signature
        """In the order of use, not of the alphabet."""
        return [name for name, place in COMMANDS.items() if importlib.util.find_spec(place.split(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, but with the nearest commands when there is none of that name."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=2, cutoff=0.5)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            ctx.fail(f"No such command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that closed the pipe early (``| head``) is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence_stdout()
            ctx.exit(FOUND)
        return result

    def main(self, *args: Any, **options: Any) -> Any:
        """Run and exit with the codes of this module; with ``standalone_mode=False`` as click's own."""
        run: Any = super().main  # click's overloads know no plain passing on
        if not options.pop("standalone_mode", True):
            return run(*args, standalone_mode=False, **options)
        _set_streams()
        try:
            code = run(*args, standalone_mode=False, **options)
        except click.ClickException as error:
            error.show()
            code = ERROR
        except click.Abort:
            click.echo("kg: stopped", err=True)
            code = STOPPED
        except KgError as error:
            print_error(error)
            code = ERROR
        except OSError as error:  # a full disk behind stdout, say
            click.echo(f"kg: {printable(str(error))}", err=True)
            code = ERROR
        except Exception:  # noqa: BLE001 – a fault of ours: shown in full, and never taken for "nothing found"
            import traceback

            traceback.print_exc()
            code = ERROR
        sys.exit(code if isinstance(code, int) else FOUND)


def print_error(error: KgError) -> None:
    """One line on stderr for an error, and one for each further fault of rule files."""
    click.echo(f"kg: {printable(str(error))}", err=True)
    for other in error.others if isinstance(error, RuleError) else ():
        click.echo(f"kg: {printable(str(other))}", err=True)


def _set_streams() -> None:
    """Text is UTF-8 whatever the locale, and no character stops a print."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _silence_stdout() -> None:
    """Nothing more goes to the closed pipe, not even what Python flushes at its end."""
    with contextlib.suppress(OSError, ValueError):  # stdout is no file, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version() -> str:
    """Of the installed package; in a checkout that is not installed, of its ``setup.cfg``."""
    from importlib import metadata

    try:
        return metadata.version("nihongo-kg")
    except metadata.PackageNotFoundError:
        from configparser import ConfigParser
        from pathlib import Path

        settings = ConfigParser()
        settings.read(Path(__file__).parents[2] / "setup.cfg", encoding="utf-8")
        return settings.get("metadata", "version", fallback="unknown")


def _print_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"kg {_version()}")
        ctx.exit()


EXAMPLES = """\b
Examples:
  kg build news/                        read a folder; writes output/graph.html and more
  kg query '中国 規制 ?'                whom or what does China restrict?
  kg path 日本 グリーンランド           how do the two hang together?
  kg export --format graphml            for Gephi
  kg explain '米政府は関税を下げた。'   why does it find what it finds?"""


@click.group(
    cls=CommandGroup, epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)  # fmt: skip
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
              help="Print the version and exit.")
def main() -> None:
    """Read Japanese news and turn who does what to whom into a knowledge graph."""
