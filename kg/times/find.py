"""Document → TimeExpressions: dates read one after the other, each in the light of those before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from kg.model import Sentence, TimeExpression
from kg.rulebook.types import TimeRules
from kg.times.grammar import Grammar
from kg.times.resolve import Memory, resolve


def find_times(
    sentences: Sequence[Sentence], date: dt.date | None, rules: TimeRules
) -> tuple[tuple[TimeExpression, ...], ...]:
    """The dates and periods in the sentences of one document, one tuple a sentence.

    ``date`` is the document's own date (None = unknown). What it and the text before leave open stays X, and a word
    of which nothing is known (昨年 in a text without a date) gives no expression: a date is never guessed.
    """
    grammar = _grammar(_Key(rules))
    memory = Memory(date)
    found = []
    for sentence in sentences:
        memory = memory.at_sentence(sentence.index, sentence.paragraph)
        row = []
        for reading in grammar.read(sentence.text):
            value, memory = resolve(reading, memory)
            if value is not None:
                text = sentence.text[reading.start : reading.end]
                row.append(
                    TimeExpression(reading.start, reading.end, text, value.text, value.ground, value.precision)
                )
        found.append(tuple(row))
    return tuple(found)


class _Key:
    """``TimeRules`` by identity, so that a grammar is built once for each rulebook."""

    def __init__(self, rules: TimeRules) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.rules is self.rules


@lru_cache(maxsize=8)
def _grammar(key: _Key) -> Grammar:
    return Grammar(key.rules)
