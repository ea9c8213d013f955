"""How often each rule was right, by the gold texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DocumentError
from kg.evaluate.align import by_triple, pair_records, triple_of
from kg.interchange import Record
from kg.model import Extraction, RelationName
from kg.rulebook import load_rulebook

Z = 1.959963984540054
"""The 97.5th percentile of the normal distribution: an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class RuleFigure:
    """A rule's counts: statements it gave evidence for, and those of them whose triple is in gold.

    ``lower`` is the lower bound of Wilson's 95 % interval of its precision: low where it was seldom seen.
    """

    rule: str
    right: int
    total: int
    lower: float

    @property
    def precision(self) -> float:
        """The part that is right."""
        return self.right / self.total if self.total else 0.0


def rule_precision(
    gold_path: str | Path,
    extractions: Iterable[Extraction | Record | DocumentError],
    *,
    symmetric: frozenset[RelationName] | None = None,
) -> tuple[RuleFigure, ...]:
    """The figures of every rule that gave evidence, in alphabetical order; raises as ``evaluate`` does."""
    if symmetric is None:
        symmetric = frozenset(r.name for r in load_rulebook().ontology.relations.values() if r.symmetric)
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for gold, found in pair_records(gold_path, extractions):
        wanted = by_triple(gold, symmetric)
        for statement in found.statements:
            rules = {evidence.rule for evidence in statement.evidence}
            total.update(rules)
            if triple_of(statement, symmetric) in wanted:
                right.update(rules)
    return tuple(RuleFigure(rule, right[rule], total[rule], wilson_lower(right[rule], total[rule]))
                 for rule in sorted(total))


def wilson_lower(right: int, total: int) -> float:
    """The lower bound of Wilson's 95 % interval for ``right`` of ``total``; 0 for none."""
    if total == 0:
        return 0.0
    part = right / total
    middle = part + Z * Z / (2 * total)
    spread = Z * math.sqrt(part * (1 - part) / total + Z * Z / (4 * total * total))
    return max(0.0, (middle - spread) / (1 + Z * Z / total))
