"""What people type → ids: entities by any name, relations, families, types, polarity and modality by label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from kg.errors import QueryError
from kg.model import EntityId, EntityType, Modality, Polarity, RelationName
from kg.store import Label, Store
from kg.store.identity import fold

_Kind = TypeVar("_Kind", bound=StrEnum)

POLARITIES = {"肯定": Polarity.AFFIRMED, "否定": Polarity.NEGATED}
MODALITIES = {
    "実際": Modality.ACTUAL, "予定": Modality.PLANNED, "計画": Modality.PLANNED, "可能性": Modality.POSSIBLE,
}  # fmt: skip

_NEAR = 60  # of 100, as rapidfuzz scores: lower proposals help nobody
_PROPOSALS = 3


def find_entities(store: Store, name: str) -> tuple[EntityId, ...]:
    """Ids of the entities that a name may mean (several for an ambiguous alias).

    Raises ``QueryError`` with the nearest names when there is none.
    """
    found = store.find_named(name)
    if not found:
        raise QueryError(f"no entity is called {name!r}{propose(name, store.names())}")
    return found


def find_relations(store: Store, name: str) -> tuple[RelationName, ...]:
    """Names of the relations that a name or a Japanese or English label means; a family means all of its relations.

    Raises ``QueryError`` with the nearest when there is none.
    """
    relations, families = store.relations(), store.families()
    found = _by_label(relations, name)
    if found:
        return found
    family = _by_label(families, name)
    if family:
        return tuple(key for key, relation in relations.items() if relation.family in family)
    raise QueryError(f"no relation is called {name!r}{propose(name, _spellings(relations, families))}")


def find_families(store: Store, name: str) -> tuple[str, ...]:
    """The family that a name or label means."""
    return _required("family", name, store.families())


def find_types(store: Store, name: str) -> tuple[EntityType, ...]:
    """The entity type that a name or label means: ``COUNTRY``, 国, country."""
    return tuple(EntityType(key) for key in _required("type", name, store.types()))


def find_polarity(name: str) -> Polarity:
    """``affirmed``, 肯定, ``negated`` or 否定."""
    return _closed("polarity", name, Polarity, POLARITIES)


def find_modality(name: str) -> Modality:
    """``actual``, 実際, ``planned``, 予定, ``possible`` or 可能性."""
    return _closed("modality", name, Modality, MODALITIES)


def is_relation(store: Store, name: str) -> bool:
    """Whether ``find_relations`` would find one."""
    return bool(_by_label(store.relations(), name) or _by_label(store.families(), name))


def propose(name: str, known: Iterable[str]) -> str:
    """``; did you mean A, B?`` with the nearest of the known names, or nothing."""
    from rapidfuzz import fuzz, process

    by_folded = {fold(spelling): spelling for spelling in sorted(known, reverse=True)}
    near = process.extract(fold(name), sorted(by_folded), scorer=fuzz.ratio, limit=_PROPOSALS, score_cutoff=_NEAR)
    if not near:
        return ""
    return "; did you mean " + ", ".join(by_folded[spelling] for spelling, _, _ in near) + "?"


def _required(what: str, name: str, labels: Mapping[str, Label]) -> tuple[str, ...]:
    found = _by_label(labels, name)
    if not found:
        known = ", ".join(f"{key} ({label.label})" for key, label in labels.items())
        raise QueryError(f"no {what} is called {name!r}; expected one of {known}")
    return found


def _by_label(labels: Mapping[str, Label], name: str) -> tuple[str, ...]:
    """Keys whose name, Japanese or English label folds to ``name``; blanks and underscores are alike."""
    wanted = _spaced(name)
    return tuple(
        key for key, label in labels.items() if wanted in {_spaced(key), _spaced(label.label), _spaced(label.en)}
    )


def _spaced(name: str) -> str:
    return fold(name.replace("_", " "))


def _spellings(*tables: Mapping[str, Label]) -> set[str]:
    return {spelling for table in tables for label in table.values() for spelling in (label.name, label.label)}


def _closed(what: str, name: str, kind: type[_Kind], labels: Mapping[str, _Kind]) -> _Kind:
    folded = fold(name)
    for value in kind:
        if folded == value.value:
            return value
    if folded in labels:
        return labels[folded]
    known = ", ".join([value.value for value in kind] + list(labels))
    raise QueryError(f"no {what} is called {name!r}; expected one of {known}")
