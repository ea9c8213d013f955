"""Role paths over clauses: which arguments, and which names, a frame's path leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Argument, Clause, EntityType, Found, Mention, PredicateKind, Role
from kg.rulebook.types import Condition, RolePath

CARRIED = frozenset({Found.SHARED, Found.ZERO})
"""Found elsewhere than at the predicate; used only where the predicate itself shows nobody."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that an argument denotes."""

    argument: Argument
    mention: Mention


def arguments_at(clause: Clause, path: RolePath, clauses: Mapping[int, Clause]) -> tuple[Argument, ...]:
    """The arguments that a path leads to, those at the predicate before those carried over.

    ``theme/agent``: the agents of the clauses that head the themes.
    """
    here: Sequence[Clause] = (clause,)
    found: tuple[Argument, ...] = ()
    for step in path.steps:
        found = tuple(a for c in here for a in c.arguments if a.role is step)
        here = [clauses[a.clause] for a in found if a.clause is not None and a.clause in clauses]
    return tuple(sorted(found, key=lambda a: a.found in CARRIED))


def names_at(
    clause: Clause, path: RolePath, clauses: Mapping[int, Clause], types: frozenset[EntityType]
) -> tuple[Named, ...]:
    """The names of the given types that a path leads to; carried-over ones only where there are no others."""
    arguments = arguments_at(clause, path, clauses)
    for carried in (False, True):
        named = tuple(
            Named(a, m)
            for a in arguments
            if (a.found in CARRIED) is carried
            for m in a.mentions
            if m.type in types and not _borrowed(clause, a, path, clauses)
        )
        if named:
            return named
    return ()


def _borrowed(clause: Clause, argument: Argument, path: RolePath, clauses: Mapping[int, Clause]) -> bool:
    """Whether a noun's target is only that of the verb over it: 放水について中国に抗議する shoots at nobody.

    What is begun, asked for or announced keeps it: 日本に供給を始める supplies 日本.
    """
    if (
        clause.kind is not PredicateKind.NOUN
        or len(path.steps) > 1
        or argument.role is not Role.TARGET
        or argument.found is not Found.SHARED
    ):
        return False
    over = clauses.get(clause.governor) if clause.governor is not None else None
    return over is None or not any(a.clause == clause.id and a.role is Role.THEME for a in over.arguments)


def first_names(
    clause: Clause, paths: Sequence[RolePath], clauses: Mapping[int, Clause], types: frozenset[EntityType]
) -> tuple[Named, ...]:
    """The names of the first path that leads to any."""
    for path in paths:
        named = names_at(clause, path, clauses, types)
        if named:
            return named
    return ()


def path_text(path: RolePath) -> str:
    """The path as rules write it."""
    return "/".join(role.value for role in path.steps)


def head_word(argument: Argument) -> str:
    """The head word of an argument's phrase."""
    return argument.text[max(0, argument.head_start - argument.start) : argument.head_end - argument.start]


def failing(condition: Condition, clause: Clause, clauses: Mapping[int, Clause]) -> str | None:
    """What is wrong with a condition, as a clause of English; None where it holds."""
    arguments = arguments_at(clause, condition.role, clauses)
    where = path_text(condition.role)
    if condition.present is False:
        return f"{where} is there: {arguments[0].text}" if arguments else None
    asks = condition.words or condition.senses or condition.types or condition.present
    if not arguments:
        return f"{where} is not there" if asks else None
    if any(_meets(condition, argument, clauses) for argument in arguments):
        return None
    shown = "、".join(a.text for a in arguments)
    return f"{where} is {shown}; expected {_wanted(condition)}"


def _meets(condition: Condition, argument: Argument, clauses: Mapping[int, Clause]) -> bool:
    head = head_word(argument)
    if condition.words and not head.endswith(condition.words):
        return False
    if condition.not_words and head.endswith(condition.not_words):
        return False
    if condition.senses:
        inner = clauses.get(argument.clause) if argument.clause is not None else None
        if inner is None or not set(condition.senses) & set(inner.senses):
            return False
    types = {m.type for m in argument.mentions}
    return not types & condition.not_types and (not condition.types or bool(types & condition.types))


def _wanted(condition: Condition) -> str:
    parts = []
    if condition.words:
        parts.append("a word out of " + "・".join(condition.words))
    if condition.not_words:
        parts.append("none of " + "・".join(condition.not_words))
    if condition.senses:
        parts.append("a predicate of sense " + " or ".join(condition.senses))
    if condition.types:
        parts.append("a name of type " + " or ".join(sorted(t.value for t in condition.types)))
    if condition.not_types:
        parts.append("no name of type " + " or ".join(sorted(t.value for t in condition.not_types)))
    return ", ".join(parts)
