"""Frame × Clause → Match: whether a frame fits a clause, whom it links, or what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, product

from kg.model import Clause, Standing
from kg.relations.index import ReadyFrame
from kg.relations.paths import Named, failing, first_names, names_at, path_text
from kg.rulebook.types import RolePath


@dataclass(frozen=True, slots=True)
class Match:
    """What a frame links in a clause: pairs of names, subject first."""

    ready: ReadyFrame
    clause: Clause
    pairs: tuple[tuple[Named, Named], ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """The first thing that a frame lacks in a clause. ``passed`` counts what held before it."""

    ready: ReadyFrame
    passed: int
    reason: str


def match_frame(ready: ReadyFrame, clause: Clause, clauses: Mapping[int, Clause]) -> Match | Miss:
    """Try one frame on one clause."""
    frame = ready.frame
    passed = 0
    if clause.standing not in frame.standing:
        return Miss(ready, passed, f"the clause is {clause.standing.value}; expected {_standings(frame.standing)}")
    passed += 1
    if frame.kinds and clause.kind.value not in frame.kinds:
        return Miss(ready, passed, f"the predicate is a {clause.kind.value}; expected {', '.join(sorted(frame.kinds))}")
    passed += 1
    if frame.clause_polarity not in (None, clause.polarity):
        return Miss(ready, passed, f"the clause is {clause.polarity.value}; expected {frame.clause_polarity.value}")
    passed += 1
    over = clauses.get(clause.governor) if clause.governor is not None else None
    if over is not None and _is_argument(clause, over) and set(over.senses) & set(frame.not_under):
        return Miss(ready, passed, f"it stands under {over.lemma}")
    passed += 1
    for condition in frame.when:
        problem = failing(condition, clause, clauses)
        if problem is not None:
            return Miss(ready, passed, problem)
        passed += 1
    return _link(ready, clause, clauses, passed)


def _link(ready: ReadyFrame, clause: Clause, clauses: Mapping[int, Clause], passed: int) -> Match | Miss:
    frame = ready.frame
    if frame.between:
        couples = _pairs_between(ready, clause, clauses)
        if not couples:
            return Miss(ready, passed, f"no two names of its types under {_paths(frame.between)}")
        return Match(ready, clause, couples)
    subjects = first_names(clause, frame.subject, clauses, ready.subject_types)
    if not subjects:
        return Miss(ready, passed, f"no subject under {_paths(frame.subject)}")
    passed += 1
    pairs = _pairs_across(ready, clause, clauses, subjects)
    if pairs is None:
        return Miss(ready, passed, f"no object under {_paths(frame.object)}")
    if not pairs:
        return Miss(ready, passed + 1, "subject and object are the same")
    return Match(ready, clause, pairs)


def _pairs_across(
    ready: ReadyFrame, clause: Clause, clauses: Mapping[int, Clause], subjects: tuple[Named, ...]
) -> tuple[tuple[Named, Named], ...] | None:
    """Each subject with each object of the first path that has one besides the subjects; None without any object."""
    found = False
    for path in ready.frame.object:
        objects = names_at(clause, path, clauses, ready.object_types)
        found = found or bool(objects)
        own = {s.mention.entity for s in subjects}  # 警察庁やFBIは|摘発に|乗り出した: neither acts on the other
        pairs = tuple((s, o) for s, o in product(subjects, objects) if o.mention.entity not in own)
        if pairs:
            return pairs
    return () if found else None


def _pairs_between(
    ready: ReadyFrame, clause: Clause, clauses: Mapping[int, Clause]
) -> tuple[tuple[Named, Named], ...]:
    """Every two names of the first path that has two."""
    for path in ready.frame.between:
        names: dict[str, Named] = {}
        for named in names_at(clause, path, clauses, ready.subject_types & ready.object_types):
            names.setdefault(named.mention.entity, named)
        if len(names) > 1:
            return tuple(combinations(names.values(), 2))
    return ()


def _is_argument(clause: Clause, over: Clause) -> bool:
    """Whether a clause heads an argument of the other; clauses of a chain stand beside each other."""
    return any(argument.clause == clause.id for argument in over.arguments)


def _paths(paths: tuple[RolePath, ...]) -> str:
    return " or ".join(path_text(p) for p in paths)


def _standings(standings: frozenset[Standing]) -> str:
    return " or ".join(sorted(s.value for s in standings))
