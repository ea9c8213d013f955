"""``kg clauses``: the predicates of every sentence with their arguments under the surface case."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Progress, input_options

if TYPE_CHECKING:
    from kg.model import Document, Sentence
    from kg.pipeline.stages import Stages
    from kg.rulebook import Rulebook

BATCH = 64


@click.command(
    epilog="""\b
Examples:
  kg clauses news.txt > clauses.jsonl
  echo '中国が握る鉱物の輸出を、日本は注視している。' | kg clauses -"""
)
@input_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="jsonl: a sentence a line.",
)
def clauses(
    paths: tuple[str, ...], per: str, encoding: str | None, input_format: str | None, jobs: int,  # noqa: ARG001
    rules: tuple[Path, ...], form: str,  # noqa: ARG001
) -> None:  # fmt: skip
    """Print each sentence's predicates and arguments, whether or not a relation uses them.

    A line a sentence: text, and predicates with start, end, lemma, args (ガ, ヲ, ニ, ト, デ, カラ … → spans of head
    words), how each was found, polarity and modality. Spans are code points of the sentence's text as given.
    """
    from kg.cli.group import ERROR, print_error
    from kg.documents import read_documents
    from kg.errors import DocumentError
    from kg.pipeline import load_stages
    from kg.rulebook import load_rulebook

    progress, failures, number = Progress(), 0, 0
    rulebook = load_rulebook(extra=rules)
    stages = load_stages(rulebook)
    documents = read_documents(paths, per=per, encoding=encoding, format=input_format)

    def good() -> Iterator[Document]:
        nonlocal failures
        for result in documents:
            if isinstance(result, DocumentError):
                failures += 1
                progress.clear()
                print_error(result)
            else:
                yield result

    for batch in _batches(good()):
        for line in _report(batch, stages, rulebook):
            sys.stdout.write(line + "\n")
        number += len(batch)
        progress.show(f"{number} documents read")
    progress.clear()
    if failures:
        click.get_current_context().exit(ERROR)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _report(documents: list[Document], stages: Stages, rulebook: Rulebook) -> Iterator[str]:
    """The lines of a batch; every sentence is parsed, with or without names."""
    from kg.clauses.report import sentence_reports
    from kg.pipeline.stages import find_names

    named = [find_names(document, stages) for document in documents]
    sentences = [sentence for item in named for sentence in item.sentences]
    mentions = [row for item in named for row in item.mentions]
    parses = iter(list(stages.parse(sentences, mentions)))
    for item in named:
        own = list(islice(parses, len(item.sentences)))
        reports = sentence_reports(item.sentences, own, item.mentions, item.times, rulebook)
        for sentence, report in zip(item.sentences, reports, strict=True):
            yield json.dumps(_as_given(item.document, sentence, report), ensure_ascii=False)


def _as_given(document: Document, sentence: Sentence, report: dict[str, Any]) -> dict[str, Any]:
    """A report with its spans in the sentence as it was given."""

    def given(start: int, end: int) -> list[int]:
        left, right = given_span(sentence, start, end)
        return [left - sentence.start, right - sentence.start]

    from kg.sentences import given_span

    predicates = []
    for predicate in report["predicates"]:
        start, end = given(predicate["start"], predicate["end"])
        args = {case: [given(*span) for span in spans] for case, spans in predicate["args"].items()}
        predicates.append(predicate | {"start": start, "end": end, "args": args})
    return {"text": document.text[sentence.start : sentence.end], "predicates": predicates}
