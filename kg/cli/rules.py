"""``kg rules``: the rule files, checked and shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Progress, rules_option

if TYPE_CHECKING:
    from kg.rulebook import Rulebook


@click.group(epilog="""\b
Examples:
  kg rules check
  kg rules check --rules my-rules/
  kg rules list""")
def rules() -> None:
    """Check the rule files, or list the relations."""


@rules.command(epilog="""\b
Examples:
  kg rules check
  kg rules check --rules my-rules/ --no-examples""")
@click.option("--examples/--no-examples", default=True, show_default=True, help="Also run the examples in the files.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that run examples.")
@rules_option
def check(jobs: int, rules: tuple[Path, ...], *, examples: bool) -> None:
    """Load all rule files and run the examples that stand in them.

    All faults are told, with file and line. Exit code 0 when all is as it should be, else 2.
    """
    from kg.cli.group import ERROR
    from kg.rulebook import load_rulebook

    rulebook = load_rulebook(extra=rules)
    failed = _run(rulebook, jobs) if examples else 0
    counts = [
        f"{len(rulebook.entries)} names", f"{len(rulebook.lexicon.senses)} senses",
        f"{len(rulebook.ontology.relations)} relations", f"{len(rulebook.frames)} frames",
    ]  # fmt: skip
    click.echo(", ".join(counts), err=True)
    if failed:
        click.echo(f"{failed} examples came out otherwise", err=True)
        click.get_current_context().exit(ERROR)


def _run(rulebook: Rulebook, jobs: int) -> int:
    """Print each example that came out otherwise; returns how many did."""
    from kg.cli.tables import printable
    from kg.evaluate import run_examples

    progress, failed, number = Progress(), 0, 0
    for number, outcome in enumerate(run_examples(rulebook, jobs=jobs), start=1):
        progress.show(f"{number} examples")
        if outcome.differences:
            failed += 1
            progress.clear()
            source = outcome.example.source
            click.echo(printable(f"{source.path}:{source.line}: {outcome.example.text}"))
            for difference in outcome.differences:
                click.echo(printable(f"  {difference}"))
    progress.clear()
    click.echo(f"{number} examples, {failed} otherwise than expected" if number else "no examples", err=True)
    return failed


@rules.command("list", epilog="""\b
Examples:
  kg rules list
  kg rules list | grep 規制""")
@rules_option
def list_relations(rules: tuple[Path, ...]) -> None:
    """List the relations: name, label, family, what it means."""
    from kg.cli.options import terminal_columns
    from kg.cli.tables import table
    from kg.rulebook import load_rulebook

    ontology = load_rulebook(extra=rules).ontology
    rows = [
        [relation.name, relation.label, ontology.families[relation.family].label, relation.code or "", relation.means]
        for relation in ontology.relations.values()
    ]
    for line in table(("relation", "label", "family", "code", "means"), rows, columns=terminal_columns()):
        click.echo(line)
