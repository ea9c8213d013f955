"""Match → qualifiers: time, place, item, title and source of what a clause says."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.model import Argument, Clause, EntityType, Role
from kg.relations.dates import time_of_act
from kg.relations.match import Match
from kg.relations.paths import Named, arguments_at, head_word
from kg.rulebook.types import RolePath

LONGEST_ITEM = 24
"""A noun phrase with more characters is given by its head word alone."""

PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
CLAUSE_PLACE = (RolePath((Role.PLACE,)),)


def qualifiers_of(
    match: Match, pair: tuple[Named, Named], clauses: Mapping[int, Clause]
) -> tuple[tuple[tuple[str, str], ...], Argument | None]:
    """The sorted qualifiers of one linked pair, and the argument that gave its item."""
    frame, clause = match.ready.frame, match.clause
    ends = {pair[0].mention.entity, pair[1].mention.entity}
    found: dict[str, str] = {}
    item = _item(frame.item, clause, clauses, ends)
    if item is not None:
        found["item"] = item_text(item, without={pair[0].mention.text, pair[1].mention.text})
    place = _place(frame.place or CLAUSE_PLACE, clause, clauses, ends)
    if place is not None:
        found["place"] = place
    title = _title(frame.title, clause, clauses)
    if title is not None:
        found["title"] = title
    time = time_of_act(clause)
    if time is not None:
        found["time"] = time.value
    source = next((a.mentions[0].entity for a in reversed(clause.sources) if a.mentions), None)
    if source is not None:
        found["source"] = source
    return tuple(sorted(found.items())), item


def item_text(argument: Argument, *, without: Collection[str] = ()) -> str:
    """The entity's id where the phrase denotes exactly one, else the shortest phrase that says what it is.

    ``without``: the names that the statement links; a phrase with one of them in it is given by its head.
    """
    ids = {m.entity for m in argument.mentions}
    if len(ids) == 1:
        return ids.pop()
    whole = len(argument.text) <= LONGEST_ITEM and not any(name in argument.text for name in without)
    return (argument.text if whole else head_word(argument)) or argument.text


def _item(
    paths: tuple[RolePath, ...], clause: Clause, clauses: Mapping[int, Clause], ends: set[str]
) -> Argument | None:
    for path in paths:
        for argument in arguments_at(clause, path, clauses):
            if not {m.entity for m in argument.mentions} & ends:
                return argument
    return None


def _place(
    paths: tuple[RolePath, ...], clause: Clause, clauses: Mapping[int, Clause], ends: set[str]
) -> str | None:
    for path in paths:
        for argument in arguments_at(clause, path, clauses):
            for mention in argument.mentions:
                if mention.type in PLACES and mention.entity not in ends:
                    return mention.entity
    return None


def _title(paths: tuple[RolePath, ...], clause: Clause, clauses: Mapping[int, Clause]) -> str | None:
    """The text of the title's phrase; a description that is a title itself (米大統領) gives its own word."""
    for path in paths:
        for argument in arguments_at(clause, path, clauses):
            return argument.text
    return clause.lemma if paths else None
