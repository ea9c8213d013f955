"""Statements of one document → each fact once, the firmer modality winning, all evidence kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Evidence, Modality, RelationName, Statement

FIRMNESS = {modality: rank for rank, modality in enumerate(Modality)}
"""0 is firmest."""


def merge_statements(statements: Iterable[Statement], symmetric: frozenset[RelationName]) -> tuple[Statement, ...]:
    """One statement a fact, in text order of its first evidence.

    Two statements say the same when subject, relation, object and polarity agree (either direction of a symmetric
    relation) and no dates tell the acts apart. What the firmer one leaves open is filled in from the other.
    """
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        group = groups.setdefault(_fact(statement, symmetric), [])
        for position, known in enumerate(group):
            if _same_act(known, statement):
                group[position] = _merge(known, statement)
                break
        else:
            group.append(statement)
    return tuple(s for group in groups.values() for s in group)


def _fact(statement: Statement, symmetric: frozenset[RelationName]) -> tuple[str, ...]:
    ends = (statement.subject, statement.object)
    if statement.relation in symmetric:
        ends = (min(ends), max(ends))
    return (statement.relation, *ends, statement.polarity.value)


def _same_act(one: Statement, other: Statement) -> bool:
    times = [dict(s.qualifiers).get("time") for s in (one, other)]
    return None in times or times[0] == times[1]


def _merge(one: Statement, other: Statement) -> Statement:
    firm, loose = (one, other) if FIRMNESS[one.modality] <= FIRMNESS[other.modality] else (other, one)
    qualifiers: Mapping[str, str] = {**dict(loose.qualifiers), **dict(firm.qualifiers)}
    evidence: tuple[Evidence, ...] = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    # text order gives a symmetric relation its direction, so the first one's ends stay
    return replace(one, modality=firm.modality, qualifiers=tuple(sorted(qualifiers.items())), evidence=evidence)
