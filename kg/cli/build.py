"""``kg build``: documents → the graph's file, its page and its GraphML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Progress, find_merges, input_options

if TYPE_CHECKING:
    from kg.errors import DocumentError
    from kg.model import Document, Extraction
    from kg.resolve.merges import Merges
    from kg.rulebook import Rulebook
    from kg.store import Store


class _Tally:
    """What happened so far."""

    def __init__(self) -> None:
        self.failures: list[DocumentError] = []
        self.kept = self.read = self.statements = 0
        self.ids: list[str] = []


@click.command(epilog="""\b
Examples:
  kg build news.txt
  kg build news/ archive.jsonl --jobs 2
  kg build news/ --output graphs/trade --title 貿易""")
@input_options
@click.option("--output", "-o", default="output", show_default=True, type=click.Path(file_okay=False, path_type=Path),
              help="Folder for kg.sqlite, graph.html and graph.graphml.")
@click.option("--merges", "merges_path", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Which names mean one entity. Default: merges.yaml in the output folder or in one of --rules.")
@click.option("--title", help="Title of the page.")
@click.option("--prune", is_flag=True, help="Take out documents that are not among PATHS any more.")
@click.option("--fresh", is_flag=True, help="Read everything again.")
def build(
    paths: tuple[str, ...], per: str, encoding: str | None, input_format: str | None, jobs: int,
    rules: tuple[Path, ...], output: Path, merges_path: Path | None, title: str | None, *, prune: bool, fresh: bool,
) -> None:  # fmt: skip
    """Read documents into the graph.

    PATHS are files (text, JSONL, CSV, HTML), folders, or - for standard input. A text file has one document a line.
    Only what is new or changed is read; stopped half-way, the next run goes on from there. When rules changed, all is
    read again, but quickly: parsed sentences are kept in a hidden file beside the graph. What cannot be read is listed
    at the end, the rest goes in, and the exit code is 2.
    """
    from kg.cli.group import ERROR, print_error
    from kg.cli.versions import reading_versions
    from kg.documents import read_documents
    from kg.pipeline import extract
    from kg.pipeline.parses import parser_version
    from kg.rulebook import load_rulebook
    from kg.store import open_store
    from kg.store.parses import ParseFile

    rulebook = load_rulebook(extra=rules)
    merges = find_merges(merges_path, output, rules)
    tally, progress = _Tally(), Progress()
    with (
        open_store(output / "kg.sqlite", create=True) as store,
        ParseFile(output / ".parses.sqlite", parser_version()) as parses,
    ):
        store.prepare(rulebook.ontology, reading_versions(rulebook.digest + merges.digest))
        documents = read_documents(paths, per=per, encoding=encoding, format=input_format)
        missing = _missing(store, documents, tally, fresh=fresh)
        found = extract(missing, rulebook, jobs=jobs, parse_cache=parses)
        report = store.write(_merged(_counted(found, tally, progress), merges, rulebook), again=fresh)
        progress.clear()
        pruned = store.prune(tally.ids) if prune else 0
        total = len(store.document_ids()), sum(1 for _ in store.statements())
        written = _export(store, output, title, progress) if total[0] else []
    changes = [f"{report.added} new", f"{report.replaced} read again", f"{tally.kept + report.skipped} unchanged"]
    changes += [f"{pruned} taken out"] * bool(pruned)
    click.echo(f"{total[0]} documents ({', '.join(changes)}), {total[1]} statements", err=True)
    for path in written:
        click.echo(f"  {path}", err=True)
    for failure in tally.failures:
        print_error(failure)
    if tally.failures:
        click.echo(f"{len(tally.failures)} could not be read", err=True)
        click.get_current_context().exit(ERROR)


def _missing(
    store: Store, documents: Iterable[Document | DocumentError], tally: _Tally, *, fresh: bool
) -> Iterator[Document | DocumentError]:
    """The documents that the store lacks (with ``fresh``, all), and what could not be read."""
    from kg.model import Document

    for document in documents:
        if isinstance(document, Document):
            tally.ids.append(document.id)
            if not fresh and store.holds(document):
                tally.kept += 1
                continue
            fault = _clash(store, document)
            if fault is not None:
                yield fault
                continue
        yield document


def _clash(store: Store, document: Document) -> DocumentError | None:
    """A fault when the id belongs to another file that is still there: a/news.txt and b/news.txt in two runs."""
    from kg.errors import DocumentError

    known = store.path_of(document.id)
    if not known or known == document.path or not Path(known).is_file():
        return None
    if Path(document.path).exists() and Path(known).samefile(document.path):
        return None
    message = f"found the id {document.id!r}, which {known} has in this graph; expected another file name or --output"
    return DocumentError(message, path=document.path, line=document.line)


def _counted(
    found: Iterable[Extraction | DocumentError], tally: _Tally, progress: Progress
) -> Iterator[Extraction]:
    """The extractions; failures go into the tally."""
    from kg.errors import DocumentError

    for result in found:
        if isinstance(result, DocumentError):
            tally.failures.append(result)
            continue
        tally.read += 1
        tally.statements += len(result.statements)
        progress.show(f"{tally.read} documents read, {tally.statements} statements")
        yield result


def _merged(found: Iterable[Extraction], merges: Merges, rulebook: Rulebook) -> Iterable[Extraction]:
    """The extractions with their entities merged."""
    from kg.resolve.merges import apply_merges

    if not merges.kept:
        return found
    entries = {entry.id: entry for entry in rulebook.entries}
    return (apply_merges(extraction, merges, entries) for extraction in found)


def _export(store: Store, output: Path, title: str | None, progress: Progress) -> list[Path]:
    """The page and the GraphML; returns what was written."""
    from kg.export import export_graph

    written = [output / "kg.sqlite"]
    for format_, options in (("html", {"title": title}), ("graphml", {})):
        progress.show(f"writing graph.{format_}")
        export_graph(store, format_, output / f"graph.{format_}", **options)
        written.append(output / f"graph.{format_}")
    progress.clear()
    return written
