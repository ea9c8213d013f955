"""``kg eval``: how right the tool is, against texts that a person has marked up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Progress, rules_option

if TYPE_CHECKING:
    from kg.errors import DocumentError
    from kg.evaluate import Figure, Report, RuleFigure
    from kg.interchange import Record
    from kg.model import Document, Extraction
    from kg.rulebook import Rulebook

    Found = Extraction | Record | DocumentError

HEAD = ("", "precision", "recall", "F1", "right", "gold", "found")


@click.command("eval", epilog="""\b
Examples:
  kg eval gold.jsonl
  kg eval gold.jsonl --by-relation --errors
  kg eval gold.jsonl found.jsonl --json
  kg eval gold.jsonl --without-gazetteer""")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("corpus", required=False, type=click.Path(path_type=str))
@click.option("--by-relation", is_flag=True, help="Also the figures of each relation.")
@click.option("--by-rule", is_flag=True, help="Also how often each rule was right, the worst first.")
@click.option("--errors", is_flag=True, help="Also what was missed and what was wrong, text by text.")
@click.option("--intervals/--no-intervals", default=True, show_default=True, help="95 % intervals of the figures.")
@click.option("--without-gazetteer", "ablated", is_flag=True,
              help="Names only, without the lists of persons, companies and organs: how many does grammar find?")
@click.option("--json", "as_json", is_flag=True, help="JSON.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")
@rules_option
def evaluate(
    gold: Path, corpus: str | None, jobs: int, rules: tuple[Path, ...], *, by_relation: bool, by_rule: bool,
    errors: bool, intervals: bool, as_json: bool, ablated: bool,
) -> None:  # fmt: skip
    """Compare what is found with GOLD, a file in the format of kg extract.

    CORPUS is what to compare: texts to read, or a file that kg extract wrote. Without it, the texts of GOLD are read.
    """
    from kg.evaluate import evaluate as compare
    from kg.evaluate import rule_precision
    from kg.rulebook import load_rulebook

    rulebook = load_rulebook(extra=rules)
    if ablated:
        if corpus is not None:
            raise click.UsageError("--without-gazetteer reads the texts of GOLD; expected no CORPUS")
        _print_ablation(gold, rulebook, as_json=as_json)
        return
    symmetric = frozenset(r.name for r in rulebook.ontology.relations.values() if r.symmetric)
    found = list(_found(gold, corpus, rulebook, jobs))
    report = compare(gold, found, symmetric=symmetric, **({} if intervals else {"samples": 0}))
    by = rule_precision(gold, found, symmetric=symmetric) if by_rule else ()
    worst_first = sorted(by, key=lambda figure: (figure.lower, -figure.total, figure.rule))
    if as_json:
        click.echo(json.dumps(_record(report, worst_first), ensure_ascii=False, indent=2))
        return
    _print_report(report, by_relation=by_relation)
    if by_rule:
        _print_rules(worst_first)
    if errors:
        _print_errors(report)


def _print_ablation(gold: Path, rulebook: Rulebook, *, as_json: bool) -> None:
    """The figures of the names that no list holds."""
    from kg.cli.tables import table
    from kg.evaluate import read_names, type_figures, without_gazetteer

    figures = type_figures(gold, read_names(gold, without_gazetteer(rulebook)))
    if as_json:
        click.echo(json.dumps([_figure(figure) for figure in figures], ensure_ascii=False, indent=2))
        return
    for line in table(HEAD, [_cells(figure) for figure in figures]):
        click.echo(line)


def _found(gold: Path, corpus: str | None, rulebook: Rulebook, jobs: int) -> Iterator[Found]:
    """What is to be compared: read now, or taken from a file."""
    from kg.cli.group import print_error
    from kg.documents import read_documents
    from kg.errors import DocumentError
    from kg.interchange import read_records
    from kg.model import Document
    from kg.pipeline import extract

    documents: Iterator[Document | DocumentError]
    if corpus is None:
        documents = (Document(record.id, record.text, record.date) for record in read_records(gold))
    elif _is_interchange(corpus):
        yield from read_records(corpus)
        return
    else:
        documents = read_documents([corpus])
    progress = Progress()
    for number, result in enumerate(extract(documents, rulebook, jobs=jobs), start=1):
        progress.show(f"{number} documents read")
        if isinstance(result, DocumentError):
            progress.clear()
            print_error(result)
        yield result
    progress.clear()


def _is_interchange(corpus: str) -> bool:
    """Whether the first line of a file is a document with statements."""
    try:
        with Path(corpus).open(encoding="utf-8-sig") as stream:
            first = json.loads(stream.readline())
    except (OSError, ValueError):  # the reader of documents says what is wrong
        return False
    return isinstance(first, dict) and "statements" in first


def _print_report(report: Report, *, by_relation: bool) -> None:
    from kg.cli.tables import table

    for line in table(HEAD, [_cells(figure) for figure in report.rows(by_relation=by_relation)]):
        click.echo(line)
    click.echo(f"types: {report.type_accuracy:.3f} of {report.typed} mentions; {report.documents} documents")


def _cells(figure: Figure) -> list[str]:
    parts = (
        (figure.precision, figure.precision_interval), (figure.recall, figure.recall_interval),
        (figure.f1, figure.f1_interval),
    )  # fmt: skip
    shown = [f"{value:.3f}" + (f" [{span[0]:.2f}–{span[1]:.2f}]" if span else "") for value, span in parts]
    return [figure.name, *shown, str(figure.right), str(figure.gold), str(figure.found)]


def _print_rules(figures: list[RuleFigure]) -> None:
    from kg.cli.tables import table

    click.echo()
    rows = [[f.rule, f"{f.precision:.3f}", f"{f.lower:.3f}", str(f.right), str(f.total)] for f in figures]
    for line in table(("rule", "precision", "at least", "right", "total"), rows):
        click.echo(line)


def _print_errors(report: Report) -> None:
    from kg.cli.tables import printable

    for error in report.errors:
        click.echo()
        click.echo(printable(f"{error.id}  {error.text}"))
        for mark, triples in (("missed", error.missed), ("wrong", error.wrong)):
            for triple in triples:
                click.echo(printable(f"  {mark}: {' – '.join(triple)}"))
        for mark, mentions in (("missed", error.missed_mentions), ("wrong", error.wrong_mentions)):
            for mention in mentions:
                click.echo(printable(f"  {mark} name: {mention.text} → {mention.entity}"))


def _figure(f: Figure) -> dict[str, Any]:
    return {**asdict(f), "precision": f.precision, "recall": f.recall, "f1": f.f1}


def _record(report: Report, rules: list[RuleFigure]) -> dict[str, Any]:
    return {
        "documents": report.documents,
        "figures": [_figure(f) for f in report.figures],
        "relations": [_figure(f) for f in report.relations],
        "type_accuracy": report.type_accuracy,
        "typed": report.typed,
        "rules": [{**asdict(f), "precision": f.precision} for f in rules],
        "errors": [asdict(error) for error in report.errors],
    }
