"""``kg query``: statements of the graph that answer a question."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Command, store_option, terminal_columns

if TYPE_CHECKING:
    from kg.query import Answer
    from kg.store import StatementFilter, Store

HEAD = ("主語", "関係", "目的語", "肯否", "様相", "期間", "典拠")
POLARITY = {"affirmed": "肯定", "negated": "否定"}
MODALITY = {"actual": "実際", "planned": "予定", "possible": "可能性"}


def filter_options(command: Command) -> Command:
    """The options that say which statements are wanted; ``wanted_of`` reads them."""
    options = (
        click.option("--subject", "subjects", multiple=True, help="Who acts, by any name."),
        click.option("--relation", "relations", multiple=True,
                     help="Relation or family, by name or label (restricts, 規制, 圧力)."),
        click.option("--object", "objects", multiple=True, help="Whom or what it concerns, by any name."),
        click.option("--entity", "either", multiple=True, help="Takes part, as subject or object."),
        click.option("--type", "types", multiple=True, help="Type of one end, by name or label (COMPANY, 企業)."),
        click.option("--family", "families", multiple=True, help="Family of relations (economy, 経済)."),
        click.option("--polarity", "polarities", multiple=True, help="affirmed (肯定) or negated (否定)."),
        click.option("--modality", "modalities", multiple=True,
                     help="actual (実際), planned (予定) or possible (可能性)."),
        click.option("--source", "sources", multiple=True, help="Who says so."),
        click.option("--since", help="Not over before this date: 2026, 2026-01 or 2026-01-12."),
        click.option("--until", help="Begun by this date."),
        click.option("--text", help="Words in the sentence."),
        click.option("--disputed", is_flag=True, help="Only where the opposite is said too."),
        click.option("--organs", is_flag=True, help="A country stands for its ministries, courts and forces too."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command(epilog="""\b
Examples:
  kg query '中国 規制 ?'
  kg query '中国 規制 ?' --organs      also what 中国商務省 restricts
  kg query '? restricts レアアース' --since 2026 --explain
  kg query '?企業 ? 日本' --csv > companies.csv
  kg query --relation 圧力 --polarity 否定 --count""")
@click.argument("pattern", required=False)
@filter_options
@store_option
@click.option("--explain", is_flag=True, help="Show the sentences behind each statement.")
@click.option("--limit", type=click.IntRange(1), help="Print at most so many.")
@click.option("--table", "form", flag_value="table", default=True, help="A table (default).")
@click.option("--json", "form", flag_value="json", help="One JSON array, with evidence.")
@click.option("--jsonl", "form", flag_value="jsonl", help="A JSON object a line, with evidence.")
@click.option("--csv", "form", flag_value="csv", help="CSV for spreadsheets.")
@click.option("--tsv", "form", flag_value="tsv", help="Fields separated by tabs.")
@click.option("--count", "form", flag_value="count", help="Only how many.")
def query(
    pattern: str | None, store_path: Path, form: str | None, limit: int | None, *, explain: bool, **wanted: Any
) -> None:
    """Find statements.

    PATTERN is subject, relation and object in one argument, each a name or ?: '中国 規制 ?'. ?企業 is any company.
    Any name of an entity will do, and the Japanese or English label of a relation. Several values of one option are
    alternatives, different options must all hold.

    Exit code 0 when something is found, 1 when nothing is, 2 for an error.
    """
    from kg.cli.group import NOTHING
    from kg.store import open_store

    with open_store(store_path) as store:
        chosen = wanted_of(store, pattern=pattern, **wanted)
        found = print_answers(store, chosen, Form(form or "table", limit, explain=explain))
    if not found:
        click.get_current_context().exit(NOTHING)


def wanted_of(store: Store, **options: Any) -> StatementFilter:
    """The filter that ``filter_options`` (and a ``pattern``) say. Raises ``QueryError``."""
    from kg.query import make_filter

    return make_filter(store, **options)


@dataclass(frozen=True, slots=True)
class Form:
    """How answers are printed."""

    name: str
    limit: int | None = None
    explain: bool = False


def print_answers(store: Store, wanted: StatementFilter, form: Form) -> int:
    """Print the statements that ``wanted`` lets through; returns how many there are (or were printed)."""
    return _PRINTERS[form.name](store, wanted, form)


def _answers(store: Store, wanted: StatementFilter, form: Form) -> Iterator[Answer]:
    from itertools import islice

    from kg.query import ask

    return islice(ask(store, wanted), form.limit)


def _print_count(store: Store, wanted: StatementFilter, _form: Form) -> int:
    number = sum(1 for _ in store.statements(wanted))
    click.echo(str(number))
    return number


def _print_table(store: Store, wanted: StatementFilter, form: Form) -> int:
    from kg.cli.tables import table

    answers = list(_answers(store, wanted, form))
    if not answers:
        return 0
    relations = store.relations()
    cells = [
        [
            a.statement.subject, relations[a.statement.relation].label, a.statement.object,
            POLARITY[a.statement.polarity], MODALITY[a.statement.modality],
            period(a.statement.first, a.statement.last), sources(a),
        ]
        for a in answers
    ]  # fmt: skip
    head, *lines = table(HEAD, cells, columns=terminal_columns())
    click.echo(head)
    for line, answer in zip(lines, answers, strict=True):
        click.echo(line)
        if form.explain:
            for text in evidence_lines(answer):
                click.echo(text)
    return len(answers)


def period(first: str | None, last: str | None) -> str:
    """``2026-01-12`` or ``2025-04-01–2026-01-12``."""
    return "" if first is None else first if first == last else f"{first}–{last}"


def sources(answer: Answer) -> str:
    """``3`` documents, or ``7(2)``: seven, of which two are worded differently."""
    s = answer.statement
    return str(s.documents) if s.independent >= s.documents else f"{s.documents}({s.independent})"


def evidence_lines(answer: Answer) -> Iterator[str]:
    """Each piece of evidence, oldest first: when, where, how firm, qualifiers, the rule; and the sentence."""
    from kg.cli.tables import printable

    for e in sorted(answer.evidence, key=lambda e: (e.first or "9999", e.document, e.start, e.end, e.id)):
        marks = [period(e.first, e.last) or "-", MODALITY[e.modality]]
        marks += [POLARITY[e.polarity]] * (e.polarity is not answer.statement.polarity)
        marks += [f"{name}={value}" for name, value in e.qualifiers]
        yield printable(f"    {e.document}  {' '.join(marks)}  [{e.rule}]")
        yield printable(f"      {e.text.strip()}")


def _records(store: Store, wanted: StatementFilter, form: Form) -> Iterator[dict[str, Any]]:
    from kg.export.records import statement_record

    relations = store.relations()
    types = {entity.id: entity.type for entity in store.entities()}
    for answer in _answers(store, wanted, form):
        yield statement_record(answer, relations=relations, types=types)


def _print_json(store: Store, wanted: StatementFilter, form: Form) -> int:
    records = list(_records(store, wanted, form))
    click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    return len(records)


def _print_jsonl(store: Store, wanted: StatementFilter, form: Form) -> int:
    number = 0
    for number, record in enumerate(_records(store, wanted, form), start=1):  # noqa: B007
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    return number


def _print_rows(delimiter: str) -> Callable[[Store, StatementFilter, Form], int]:
    def print_rows(store: Store, wanted: StatementFilter, form: Form) -> int:
        from itertools import islice

        from kg.export.csv import BOM, STATEMENT_COLUMNS, statement_rows, write_table

        rows = list(islice(statement_rows(store, wanted), form.limit))
        if delimiter == ",":
            sys.stdout.write(BOM)
        write_table(sys.stdout, STATEMENT_COLUMNS, iter(rows), delimiter=delimiter)
        return len(rows)

    return print_rows


_PRINTERS: dict[str, Callable[[Any, Any, Form], int]] = {
    "table": _print_table,
    "json": _print_json,
    "jsonl": _print_jsonl,
    "csv": _print_rows(","),
    "tsv": _print_rows("\t"),
    "count": _print_count,
}
