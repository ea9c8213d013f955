"""The examples of the rule files, run through the stages and compared with what they expect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import DocumentError
from kg.interchange import to_record
from kg.model import EntityId, Extraction, RelationName, Statement
from kg.pipeline import extract
from kg.rulebook.examples import Example, example_document, iterate_examples
from kg.rulebook.types import ExpectedStatement, MentionExample, RelationExample, Rulebook, TimeExample


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example and how what was found differs from it, one line a difference; none = as expected."""

    example: Example
    differences: tuple[str, ...]


def run_examples(rulebook: Rulebook, *, jobs: int = 1) -> Iterator[Outcome]:
    """Read every example with the real stages and compare. Raises ``RuleError`` for an example without a real date."""
    examples = list(iterate_examples(rulebook))
    results = extract([example_document(example) for example in examples], rulebook, jobs=jobs)
    for example, result in zip(examples, results, strict=True):
        yield Outcome(example, compare_example(example, result, rulebook))


def compare_example(example: Example, result: Extraction | DocumentError, rulebook: Rulebook) -> tuple[str, ...]:
    """How an extraction differs from what the example expects."""
    if isinstance(result, DocumentError):
        return (f"fault: {result.message}",)
    if isinstance(example, RelationExample):
        return compare_statements(example, result.statements, symmetric_relations(rulebook))
    if isinstance(example, MentionExample):
        return compare_mentions(example, result, rulebook)
    return compare_times(example, result, rulebook)


def symmetric_relations(rulebook: Rulebook) -> frozenset[RelationName]:
    """The relations that hold in both directions."""
    return frozenset(r.name for r in rulebook.ontology.relations.values() if r.symmetric)


def compare_statements(
    example: RelationExample, statements: Iterable[Statement], symmetric: frozenset[RelationName]
) -> tuple[str, ...]:
    """All statements of the example's relation against ``expect``: each expected one once, and no other."""
    found = [statement for statement in statements if statement.relation == example.relation]
    differences = []
    for expected in example.expect:
        match = next((s for s in found if _agrees(expected, s, both=example.relation in symmetric)), None)
        if match is None:
            differences.append(f"missing: {_show_expected(expected)}")
        else:
            found.remove(match)
    return (*differences, *(f"not expected: {_show(statement)}" for statement in found))


def compare_mentions(example: MentionExample, extraction: Extraction, rulebook: Rulebook) -> tuple[str, ...]:
    """The mentions that the example is about, in order, as (words as given, entity).

    In a file of ``entities/`` these are the names that the file gives, and all words and names that the example
    expects; elsewhere (``lexicon/names.yaml``) all mentions.
    """
    text = extraction.document.text
    found = [(text[m.start : m.end], m.entity) for m in to_record(extraction).mentions]
    if "/entities/" in example.source.path:
        about = _names_about(example, extraction, rulebook)
        words = {surface for surface, _ in example.mentions}
        found = [row for row in found if row[0] in words or row[1] in about]
    return _compare_rows(example.mentions, tuple(found))


def _names_about(example: MentionExample, extraction: Extraction, rulebook: Rulebook) -> frozenset[EntityId]:
    """The entities that the example expects, those of its file, and organs where its file gives organs."""
    path = example.source.path
    organs = any(organ.source.path == path for organ in rulebook.names.organs)
    return frozenset(
        {
            *(entity for _, entity in example.mentions),
            *(entry.id for entry in rulebook.entries if entry.source.path == path),
            *(mention.entity for mention in extraction.mentions if organs and mention.found == "organ"),
        }
    )


def compare_times(example: TimeExample, extraction: Extraction, rulebook: Rulebook) -> tuple[str, ...]:
    """All dates, in order, as (words, value)."""
    from kg.times import find_times

    rows = find_times(extraction.sentences, extraction.document.date, rulebook.times)
    return _compare_rows(example.times, tuple((time.text, time.value) for row in rows for time in row))


def _compare_rows(expected: tuple[tuple[str, str], ...], found: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    if expected == found:
        return ()
    missing, extra = list(expected), []
    for row in found:
        if row in missing:
            missing.remove(row)
        else:
            extra.append(row)
    differences = (
        *(f"missing: {surface} → {meaning}" for surface, meaning in missing),
        *(f"not expected: {surface} → {meaning}" for surface, meaning in extra),
    )
    return differences or ("found in another order: " + ", ".join(f"{surface} → {value}" for surface, value in found),)


def _agrees(expected: ExpectedStatement, statement: Statement, *, both: bool) -> bool:
    names = (statement.subject, statement.object)
    wanted = (expected.subject, expected.object)
    return (
        (names == wanted or (both and names[::-1] == wanted))
        and (statement.polarity, statement.modality) == (expected.polarity, expected.modality)
        and set(expected.qualifiers) <= set(statement.qualifiers)
    )


def _show_expected(expected: ExpectedStatement) -> str:
    statement = Statement(
        expected.subject, expected.relation, expected.object, expected.polarity, expected.modality, expected.qualifiers
    )
    return _show(statement)


def _show(statement: Statement) -> str:
    """As examples are written: [中国, restricts, 米国, planned, {item: ガリウム}]."""
    parts = [statement.subject, statement.relation, statement.object]
    parts += [mark for mark in (statement.polarity.value, statement.modality.value)
              if mark not in {"affirmed", "actual"}]
    if statement.qualifiers:
        parts.append("{" + ", ".join(f"{name}: {value}" for name, value in statement.qualifiers) + "}")
    return "[" + ", ".join(parts) + "]"
