"""Pairs of records → Report: what is counted, and how sure the figures are."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import DocumentError
from kg.evaluate.align import Pair, Triple, by_triple, pair_records, text_key
from kg.evaluate.report import DocumentErrors, Figure, Interval, MentionError, Report, f1_of
from kg.interchange import Record
from kg.model import EntityId, Extraction, RelationName, Statement
from kg.rulebook import load_rulebook

NAMES = ("mention", "entity", "pair", "triple", "fact", "qualifier")
SAMPLES = 1000
Counts = tuple[int, int, int]
"""Right, in gold, found."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one document."""

    counts: tuple[Counts, ...]
    """In the order of ``NAMES``."""
    relations: dict[RelationName, Counts]
    typed: int
    typed_right: int


def evaluate(
    gold_path: str | Path,
    extractions: Iterable[Extraction | Record | DocumentError],
    *,
    symmetric: frozenset[RelationName] | None = None,
    samples: int = SAMPLES,
    seed: int = 0,
) -> Report:
    """Compare ``extractions`` with the gold file at ``gold_path`` (interchange format).

    Documents are paired by text, white space aside. A mention is right when its span and entity are; an entity, pair
    (whatever the relation), triple or fact (triple with polarity and modality) when gold has it in that document;
    qualifiers are counted over the triples that are right, ``item`` loosely (one text contains the other).
    ``symmetric`` are the relations that may stand in either direction (default: those of the shipped ontology).
    Intervals come from ``samples`` drawings of the documents; 0 leaves them out.

    Raises ``KgError`` for a document that gold lacks, ``DocumentError`` for a faulty gold file.
    """
    if symmetric is None:
        symmetric = frozenset(r.name for r in load_rulebook().ontology.relations.values() if r.symmetric)
    pairs = pair_records(gold_path, extractions)
    tallies = [tally(gold, found, symmetric) for gold, found in pairs]
    figures = [_summed(name, [t.counts[number] for t in tallies]) for number, name in enumerate(NAMES)]
    if samples:
        drawings = draw(len(tallies), samples, seed)
        figures = [
            with_intervals(figure, [t.counts[number] for t in tallies], drawings)
            for number, figure in enumerate(figures)
        ]
    typed = sum(t.typed for t in tallies)
    return Report(
        documents=len(pairs),
        figures=tuple(figures),
        relations=_by_relation(tallies),
        type_accuracy=sum(t.typed_right for t in tallies) / typed if typed else 0.0,
        typed=typed,
        errors=tuple(errors for pair in pairs if (errors := find_errors(pair, symmetric)) is not None),
    )


def tally(gold: Record, found: Record, symmetric: frozenset[RelationName]) -> Tally:
    """The counts of one document."""
    gold_mentions = {(m.start, m.end, m.entity): m.type for m in gold.mentions}
    found_mentions = {(m.start, m.end, m.entity): m.type for m in found.mentions}
    both = gold_mentions.keys() & found_mentions.keys()
    gold_facts, found_facts = by_triple(gold, symmetric), by_triple(found, symmetric)
    counts = (
        _count(gold_mentions.keys(), found_mentions.keys()),
        _count({m[2] for m in gold_mentions}, {m[2] for m in found_mentions}),
        _count(_linked(gold_facts), _linked(found_facts)),
        _count(gold_facts.keys(), found_facts.keys()),
        _count(_facts(gold_facts), _facts(found_facts)),
        _count_qualifiers(gold_facts, found_facts),
    )
    relations = {
        name: _count({t for t in gold_facts if t[1] == name}, {t for t in found_facts if t[1] == name})
        for name in {triple[1] for triple in (*gold_facts, *found_facts)}
    }
    return Tally(counts, relations, len(both), sum(gold_mentions[m] == found_mentions[m] for m in both))


def find_errors(pair: Pair, symmetric: frozenset[RelationName]) -> DocumentErrors | None:
    """What was missed and what was wrong in a document, None if nothing was."""
    gold, found = pair
    gold_facts, found_facts = by_triple(gold, symmetric), by_triple(found, symmetric)
    gold_mentions = {(m.start, m.end, m.entity) for m in gold.mentions}
    found_mentions = {(m.start, m.end, m.entity) for m in found.mentions}

    def shown(mentions: set[tuple[int, int, EntityId]]) -> tuple[MentionError, ...]:
        return tuple(MentionError(start, end, gold.text[start:end], entity) for start, end, entity in sorted(mentions))

    errors = DocumentErrors(
        id=gold.id,
        text=gold.text,
        missed=tuple(sorted(gold_facts.keys() - found_facts.keys())),
        wrong=tuple(sorted(found_facts.keys() - gold_facts.keys())),
        missed_mentions=shown(gold_mentions - found_mentions),
        wrong_mentions=shown(found_mentions - gold_mentions),
    )
    return errors if errors.missed or errors.wrong or errors.missed_mentions or errors.wrong_mentions else None


def draw(documents: int, samples: int, seed: int) -> list[list[int]]:
    """Which documents each sample has; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [chance.choices(range(documents), k=documents) for _ in range(samples)] if documents else []


def with_intervals(figure: Figure, counts: Sequence[Counts], drawings: Sequence[Sequence[int]]) -> Figure:
    """The figure with the intervals that hold the middle 95 % of its values over the samples.

    A sample in which there is nothing to count has no value.
    """
    precision: list[float] = []
    recall: list[float] = []
    f1: list[float] = []
    for drawing in drawings:
        right = sum(counts[index][0] for index in drawing)
        gold = sum(counts[index][1] for index in drawing)
        found = sum(counts[index][2] for index in drawing)
        precision += [right / found] if found else []
        recall += [right / gold] if gold else []
        f1 += [f1_of(right, gold, found)] if gold + found else []
    return replace(
        figure, precision_interval=_middle(precision), recall_interval=_middle(recall), f1_interval=_middle(f1)
    )


def _middle(values: list[float]) -> Interval | None:
    """The bounds of the middle 95 %."""
    if not values:
        return None
    values.sort()
    return values[round(0.025 * (len(values) - 1))], values[round(0.975 * (len(values) - 1))]


def _count(gold: Iterable[object], found: Iterable[object]) -> Counts:
    gold, found = set(gold), set(found)
    return len(gold & found), len(gold), len(found)


def _linked(facts: dict[Triple, Statement]) -> set[frozenset[EntityId]]:
    return {frozenset((subject, object_)) for subject, _, object_ in facts}


def _facts(facts: dict[Triple, Statement]) -> set[tuple[object, ...]]:
    return {(triple, statement.polarity, statement.modality) for triple, statement in facts.items()}


def _count_qualifiers(gold: dict[Triple, Statement], found: dict[Triple, Statement]) -> Counts:
    right = in_gold = in_found = 0
    for triple in gold.keys() & found.keys():
        wanted, given = dict(gold[triple].qualifiers), dict(found[triple].qualifiers)
        in_gold += len(wanted)
        in_found += len(given)
        right += sum(name in given and _same_value(name, value, given[name]) for name, value in wanted.items())
    return right, in_gold, in_found


def _same_value(name: str, one: str, other: str) -> bool:
    if name != "item":
        return one == other
    one, other = text_key(one), text_key(other)
    return bool(one and other) and (one in other or other in one)


def _by_relation(tallies: Sequence[Tally]) -> tuple[Figure, ...]:
    counts: dict[RelationName, list[Counts]] = defaultdict(list)
    for item in tallies:
        for name, count in item.relations.items():
            counts[name].append(count)
    return tuple(_summed(name, counts[name]) for name in sorted(counts))


def _summed(name: str, counts: Sequence[Counts]) -> Figure:
    right, gold, found = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return Figure(name, right, gold, found)
