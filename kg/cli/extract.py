"""``kg extract``: documents → names and statements on stdout, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Progress, input_options, terminal_columns

if TYPE_CHECKING:
    from kg.export.csv import Row
    from kg.model import Extraction

COLUMNS = (
    "document", "subject", "relation", "object", "polarity", "modality", "time", "place", "item", "title", "source",
    "rule", "text",
)  # fmt: skip


@click.command(epilog="""\b
Examples:
  kg extract news.txt > news.jsonl
  echo '中国はガリウムの輸出を禁止した。' | kg extract - --format table
  kg extract news.html --format csv > statements.csv""")
@input_options
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "table"]), default="jsonl", show_default=True,
              help="jsonl: a document a line, with names and statements. csv, table: a statement a line.")
def extract(
    paths: tuple[str, ...], per: str, encoding: str | None, input_format: str | None, jobs: int,
    rules: tuple[Path, ...], form: str,
) -> None:  # fmt: skip
    """Print what documents say, in the order of the documents.

    PATHS are files (text, JSONL, CSV, HTML), folders, or - for standard input. What cannot be read is told on
    stderr, the rest goes on, and the exit code is 2.
    """
    from kg.cli.group import ERROR, print_error
    from kg.documents import read_documents
    from kg.errors import DocumentError
    from kg.pipeline import extract as extract_documents
    from kg.rulebook import load_rulebook

    progress, failures = Progress(), 0
    documents = read_documents(paths, per=per, encoding=encoding, format=input_format)
    found = extract_documents(documents, load_rulebook(extra=rules), jobs=jobs)

    def good() -> Iterator[Extraction]:
        nonlocal failures
        for number, result in enumerate(found, start=1):
            progress.show(f"{number} documents read")
            if isinstance(result, DocumentError):
                failures += 1
                progress.clear()
                print_error(result)
            else:
                yield result
        progress.clear()

    _PRINTERS[form](good())
    if failures:
        click.get_current_context().exit(ERROR)


def _print_jsonl(extractions: Iterator[Extraction]) -> None:
    from kg.interchange import to_line

    for extraction in extractions:
        sys.stdout.write(to_line(extraction) + "\n")


def _print_csv(extractions: Iterator[Extraction]) -> None:
    from kg.export.csv import BOM, write_table

    sys.stdout.write(BOM)
    write_table(sys.stdout, COLUMNS, (row for extraction in extractions for row in rows(extraction)))


def _print_table(extractions: Iterator[Extraction]) -> None:
    from kg.cli.tables import table

    shown = ("document", "subject", "relation", "object", "polarity", "modality", "time", "item", "source")
    cells = [[row[name] for name in shown] for extraction in extractions for row in rows(extraction)]
    for line in table(shown, cells, columns=terminal_columns()):
        click.echo(line)


_PRINTERS = {"jsonl": _print_jsonl, "csv": _print_csv, "table": _print_table}


def rows(extraction: Extraction) -> Iterator[Row]:
    """A row a statement, with the text of its first evidence."""
    document = extraction.document
    for statement in extraction.statements:
        qualifiers = dict(statement.qualifiers)
        evidence = statement.evidence[0] if statement.evidence else None
        yield {
            "document": document.id,
            "subject": statement.subject,
            "relation": statement.relation,
            "object": statement.object,
            "polarity": statement.polarity.value,
            "modality": statement.modality.value,
            **{name: qualifiers.get(name) for name in ("time", "place", "item", "title", "source")},
            "rule": evidence.rule if evidence else None,
            "text": document.text[evidence.start : evidence.end] if evidence else None,
        }
