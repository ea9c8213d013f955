"""A question in one line: ``中国 規制 ?``, ``? restricts レアアース``, ``?国 meets EU``."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from kg.errors import QueryError
from kg.model import EntityId, EntityType, RelationName
from kg.query.names import find_entities, find_relations, find_types, is_relation
from kg.store import Store

_ANY = {"?", "？", "*", "＊"}
_EXPECTED = "expected subject, relation and object, each a name or ?, such as '中国 規制 ?'"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with its names found; empty means anything."""

    subjects: tuple[EntityId, ...] = ()
    relations: tuple[RelationName, ...] = ()
    objects: tuple[EntityId, ...] = ()
    subject_types: tuple[EntityType, ...] = ()
    object_types: tuple[EntityType, ...] = ()


def read_pattern(store: Store, text: str) -> Pattern:
    """The three parts of ``text``, names found.

    ``?`` is anything, ``?国`` (or ``?COUNTRY``) any entity of that type. Names with blanks may stand in quotes, and
    need not where the relation between them is clear. Raises ``QueryError`` for other forms and unknown names.
    """
    words = _words(text)
    subject, relation, object_ = _three(store, words, text)
    subjects, subject_types = _end(store, subject)
    objects, object_types = _end(store, object_)
    relations = () if relation in _ANY else find_relations(store, relation)
    return Pattern(subjects, relations, objects, subject_types, object_types)


def _words(text: str) -> list[str]:
    """Split at blanks, full-width ones too, but not inside quotes."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace, lexer.whitespace_split, lexer.commenters, lexer.escape = " \t\r\n\u3000", True, "", ""
    try:
        return list(lexer)
    except ValueError:  # an apostrophe in a name is no quote
        return text.split()


def _three(store: Store, words: list[str], text: str) -> tuple[str, str, str]:
    """Subject, relation and object; with more than three words, the relation is the run of words that names one
    between two ends that name something, longest first.
    """
    if len(words) == 3:
        return words[0], words[1], words[2]
    if len(words) < 3:
        raise QueryError(f"pattern {text!r} has {len(words)} part{'s' if len(words) != 1 else ''}; {_EXPECTED}")
    splits = [
        (" ".join(words[:begin]), " ".join(words[begin:end]), " ".join(words[end:]))
        for begin in range(1, len(words) - 1)
        for end in range(begin + 1, len(words))
    ]
    fitting = [split for split in splits if split[1] in _ANY or is_relation(store, split[1])]
    fitting.sort(key=lambda split: -len(split[1]))
    for split in fitting:
        if all(end.startswith(tuple(_ANY)) or store.find_named(end) for end in (split[0], split[2])):
            return split
    if fitting:
        return fitting[0]  # the caller names the end that is unknown
    raise QueryError(f"pattern {text!r} has no known relation inside; {_EXPECTED}")


def _end(store: Store, name: str) -> tuple[tuple[EntityId, ...], tuple[EntityType, ...]]:
    if name in _ANY:
        return (), ()
    if name[0] in "?？":
        return (), find_types(store, name[1:])
    return find_entities(store, name), ()
