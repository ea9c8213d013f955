"""The outcome of an evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.align import Triple
from kg.model import EntityId

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 of one thing that is counted, between 0 and 1.

    ``right`` are those both in gold and found. The intervals hold 95 % of the values that the same documents give when
    they are drawn anew with replacement; None where they were not asked for.
    """

    name: str
    right: int
    gold: int
    found: int
    precision_interval: Interval | None = None
    recall_interval: Interval | None = None
    f1_interval: Interval | None = None

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The part of gold that was found; 0 where gold has nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return f1_of(self.right, self.gold, self.found)


@dataclass(frozen=True, slots=True)
class MentionError:
    """A mention that was missed or wrong, in given offsets."""

    start: int
    end: int
    text: str
    entity: EntityId


@dataclass(frozen=True, slots=True)
class DocumentErrors:
    """What went wrong in one document."""

    id: str
    text: str
    missed: tuple[Triple, ...]
    wrong: tuple[Triple, ...]
    missed_mentions: tuple[MentionError, ...]
    wrong_mentions: tuple[MentionError, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How right a set of extractions is.

    ``figures``: mention, entity, pair, triple, fact, qualifier, in this order. ``relations``: triples by relation, in
    alphabetical order. ``type_accuracy`` is that of the types of the right mentions, of which there are ``typed``.
    ``errors``: the documents in which something went wrong.
    """

    documents: int
    figures: tuple[Figure, ...]
    relations: tuple[Figure, ...]
    type_accuracy: float
    typed: int
    errors: tuple[DocumentErrors, ...]

    def rows(self, *, by_relation: bool = False) -> Iterator[Figure]:
        """The figures to print, line by line; with ``by_relation`` those of each relation after them."""
        yield from self.figures
        if by_relation:
            yield from self.relations


def f1_of(right: int, gold: int, found: int) -> float:
    """2·right / (gold + found); 0 where there is nothing."""
    return 2 * right / (gold + found) if gold + found else 0.0
