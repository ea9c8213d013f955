"""Sentence → clauses through the real pipeline, and the short notation that the tables of this folder compare.

An argument is written ``role=word``: the ids of the entities that its phrase denotes, joined by ``+``, or else the
phrase's head word; a time is written as it stands. Arguments are sorted, so that a table states a set.
"""

import datetime as dt
from collections.abc import Callable

import pytest

from kg.model import Argument, Clause, Document, PredicateKind, Role

PUBLISHED = dt.date(2026, 2, 2)
"""The date of every text here, so that 昨年 and 12日 are dates."""


@pytest.fixture(scope="session")
def clauses(stages) -> Callable[[str], tuple[Clause, ...]]:
    """All clauses of a text: ``clauses(text)``."""
    from kg.pipeline.stages import find_names

    def read(text: str) -> tuple[Clause, ...]:
        named = find_names(Document(id="test:1", text=text, date=PUBLISHED), stages)
        parses = tuple(stages.parse(named.sentences, named.mentions))
        return stages.clause(named.sentences, parses, named.mentions, named.times)

    return read


@pytest.fixture(scope="session")
def arguments(clauses) -> Callable[[str, str], list[str] | None]:
    """The arguments of the last clause with a predicate, None if the text has no such clause."""

    def read(text: str, lemma: str) -> list[str] | None:
        clause = _last(clauses(text), lemma)
        return sorted(map(_written, clause.arguments)) if clause is not None else None

    return read


@pytest.fixture(scope="session")
def standing(clauses) -> Callable[[str, str], str | None]:
    """``polarity modality standing`` of the last clause with a predicate, None if the text has no such clause."""

    def read(text: str, lemma: str) -> str | None:
        clause = _last(clauses(text), lemma)
        return f"{clause.polarity} {clause.modality} {clause.standing}" if clause is not None else None

    return read


@pytest.fixture(scope="session")
def sources(clauses) -> Callable[[str, str], list[str] | None]:
    """Who says so of the last clause with a predicate, innermost first; None if the text has no such clause."""

    def read(text: str, lemma: str) -> list[str] | None:
        clause = _last(clauses(text), lemma)
        return [_denoted(source) for source in clause.sources] if clause is not None else None

    return read


@pytest.fixture(scope="session")
def descriptions(clauses) -> Callable[[str], list[str]]:
    """What a text's noun phrases say of names: ``sense: role=name role=name`` each."""

    def read(text: str) -> list[str]:
        found = (c for c in clauses(text) if c.kind is PredicateKind.DESCRIPTION)
        return sorted(f"{'/'.join(c.senses)}: {' '.join(sorted(map(_written, c.arguments)))}" for c in found)

    return read


@pytest.fixture(scope="session")
def dates(clauses) -> Callable[[str, str], str | None]:
    """The date of the last clause with a predicate as it stands in the text, None if it has none."""

    def read(text: str, lemma: str) -> str | None:
        clause = _last(clauses(text), lemma)
        assert clause is not None, f"no clause {lemma}"
        return clause.time.text if clause.time is not None else None

    return read


def _last(found: tuple[Clause, ...], lemma: str) -> Clause | None:
    return next((clause for clause in reversed(found) if clause.lemma == lemma), None)


def _written(argument: Argument) -> str:
    if argument.role is Role.TIME:
        return f"time={argument.text}"
    return f"{argument.role}={_denoted(argument)}"


def _denoted(argument: Argument) -> str:
    names = "+".join(mention.entity for mention in argument.mentions)
    return names or argument.text[argument.head_start - argument.head_end :]
