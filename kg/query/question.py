"""A question as people put it → a filter of the store → answers with their evidence."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.errors import QueryError
from kg.model import EntityId, EntityType
from kg.query.names import find_entities, find_families, find_modality, find_polarity, find_relations, find_types
from kg.query.pattern import Pattern, read_pattern
from kg.store import StatementFilter, Store, StoredEvidence, StoredStatement
from kg.store.periods import bounds

_Found = TypeVar("_Found")

_CHUNK = 200  # statements whose evidence is fetched at once


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement with all of its evidence."""

    statement: StoredStatement
    evidence: tuple[StoredEvidence, ...]


def make_filter(
    store: Store,
    *,
    pattern: str | None = None,
    subjects: Sequence[str] = (),
    relations: Sequence[str] = (),
    objects: Sequence[str] = (),
    either: Sequence[str] = (),
    types: Sequence[str] = (),
    families: Sequence[str] = (),
    polarities: Sequence[str] = (),
    modalities: Sequence[str] = (),
    sources: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    text: str | None = None,
    organs: bool = False,
    disputed: bool = False,
) -> StatementFilter:
    """The filter for names as people type them: any alias, Japanese or English label, full or half width.

    Several values of one field are alternatives. A field beside the pattern must agree with it. ``since`` and
    ``until`` are dates such as 2026, 2026-01 or 2026-01-12. With ``organs`` a country stands for its state bodies
    too: 中国 for 中国商務省. ``disputed``: only what is also denied somewhere. Raises ``QueryError`` for what it does
    not know.
    """
    asked = read_pattern(store, pattern) if pattern is not None else Pattern()

    def each(find: Callable[[Store, str], tuple[_Found, ...]], names: Iterable[str]) -> tuple[_Found, ...]:
        return tuple(dict.fromkeys(itertools.chain.from_iterable(find(store, name) for name in names)))

    def widened(entities: tuple[EntityId, ...]) -> tuple[EntityId, ...]:
        return with_organs(store, entities) if organs and entities else entities

    return StatementFilter(
        subjects=widened(_agree("subject", asked.subjects, each(find_entities, subjects))),
        relations=_agree("relation", asked.relations, each(find_relations, relations)),
        objects=widened(_agree("object", asked.objects, each(find_entities, objects))),
        either=widened(each(find_entities, either)),
        types=each(find_types, types),
        subject_types=asked.subject_types,
        object_types=asked.object_types,
        families=each(find_families, families),
        polarities=tuple(map(find_polarity, polarities)),
        modalities=tuple(map(find_modality, modalities)),
        source=widened(each(find_entities, sources)),
        since=_bound("since", since, 0),
        until=_bound("until", until, 1),
        text=text,
        disputed=disputed,
    )


def ask(store: Store, wanted: StatementFilter) -> Iterator[Answer]:
    """The statements that meet the filter, each with all of its evidence, in the store's order."""
    statements = store.statements(wanted)
    while chunk := list(itertools.islice(statements, _CHUNK)):
        told: dict[str, list[StoredEvidence]] = {}
        for evidence in store.evidence([statement.id for statement in chunk]):
            told.setdefault(evidence.statement, []).append(evidence)
        for statement in chunk:
            yield Answer(statement, tuple(told.get(statement.id, ())))


def with_organs(store: Store, entities: Sequence[EntityId]) -> tuple[EntityId, ...]:
    """The entities and, for each country among them, the bodies of its state."""
    bodies = [e.id for e in store.entities() if e.type is EntityType.GOV and e.country in entities]
    return tuple(dict.fromkeys([*entities, *bodies]))


def _agree(what: str, of_pattern: tuple[_Found, ...], of_option: tuple[_Found, ...]) -> tuple[_Found, ...]:
    if not of_pattern or not of_option:
        return of_pattern or of_option
    both = tuple(name for name in of_pattern if name in of_option)
    if not both:
        raise QueryError(f"pattern and option name different {what}s: {of_pattern[0]}, {of_option[0]}")
    return both


def _bound(what: str, value: str | None, end: int) -> str | None:
    if value is None:
        return None
    period = bounds(value)
    if period is None:
        raise QueryError(f"{what}: {value!r} is no date; expected one such as 2026, 2026-01 or 2026-01-12")
    return period[end]
