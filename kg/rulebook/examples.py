"""Rulebook → the example sentences that stand beside the rules, as documents to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kg.errors import RuleError
from kg.model import Document
from kg.rulebook.types import MentionExample, RelationExample, Rulebook, TimeExample

Example = RelationExample | MentionExample | TimeExample


def iterate_examples(rulebook: Rulebook) -> Iterator[Example]:
    """All examples: of relations, of mentions, of dates, in the order of the files."""
    yield from rulebook.relation_examples
    yield from rulebook.mention_examples
    yield from rulebook.time_examples


def example_id(example: Example) -> str:
    """Where the example stands: ``rules/relations/restricts.yaml:17``."""
    return f"{example.source.path}:{example.source.line}"


def example_document(example: Example) -> Document:
    """The example's text as a document that is named by its place. Raises ``RuleError`` for a date that is none."""
    given = None if isinstance(example, MentionExample) else example.date
    try:
        date = dt.date.fromisoformat(given) if given else None
    except ValueError:
        raise RuleError(
            f"example has date '{given}'; expected a day such as 2026-01-31",
            path=example.source.path,
            line=example.source.line,
        ) from None
    return Document(
        id=example_id(example), text=example.text, date=date, path=example.source.path, line=example.source.line
    )
