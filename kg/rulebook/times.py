"""``lexicon/times.yaml`` → the words of dates."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import StrEnum

from kg.rulebook.draft import Draft
from kg.rulebook.nodes import Value
from kg.rulebook.types import TimeExample, TimeRules, TimeWord


class Unit(StrEnum):
    """What a word of time counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    FISCAL_YEAR = "fiscal-year"


class Base(StrEnum):
    """What a word of time counts from."""

    DOCUMENT = "document"
    BEFORE = "before"


class Part(StrEnum):
    """A part of a year or month."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    HALF_1 = "half-1"
    HALF_2 = "half-2"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"


class NumberUnit(StrEnum):
    """What stands behind the number of a date."""

    YEAR = "年"
    MONTH = "月"
    DAY = "日"


def read_times(file: Value, draft: Draft) -> None:
    """Read ``lexicon/times.yaml``; a later layer adds words, and replaces one that it gives again."""
    fields = file.fields("times file")
    old = draft.times
    words = {word.text: word for word in old.words}
    for value in fields["words"].items() if "words" in fields else ():
        for word in _read_word(value):
            draft.put(words, word.text, word, value, f"time-word '{word.text}'")
    draft.times = dataclasses.replace(
        old,
        eras={**old.eras, **{name: value.number() for name, value in _pairs(fields, "eras")}},
        words=tuple(words.values()),
        parts={**old.parts, **_read_parts(fields)},
        part_blocks={**old.part_blocks, **{word: value.words() for word, value in _pairs(fields, "part_blocks")}},
        amounts={**old.amounts, **_read_amounts(fields, old)},
        not_before=_joined(old.not_before, fields, "not_before"),
        year_marks=_joined(old.year_marks, fields, "year_marks"),
        day_blocks={**old.day_blocks, **{word: value.words() for word, value in _pairs(fields, "day_blocks")}},
        kanji_day_marks=_joined(old.kanji_day_marks, fields, "kanji_day_marks"),
        ago_blocks=_joined(old.ago_blocks, fields, "ago_blocks"),
        kanji_day_blocks=_joined(old.kanji_day_blocks, fields, "kanji_day_blocks"),
    )
    for value in fields["examples"].items() if "examples" in fields else ():
        _read_example(value, draft)


def _read_word(value: Value) -> Iterator[TimeWord]:
    fields = value.fields("time word")
    month = fields["month"].number() if "month" in fields else None
    unit = fields["unit"].choice(Unit) if "unit" in fields else None
    if (unit is None) == (month is None):
        value.fault("time word is neither a unit nor a month; expected 'unit' with 'offset', or 'month'")
        return
    base = fields["from"].choice(Base) if "from" in fields else Base.DOCUMENT
    part = fields["part"].choice(Part) if "part" in fields else None
    for text in fields["words"].words() if "words" in fields else ():
        yield TimeWord(
            text=text,
            unit=(unit or Unit.MONTH).value,
            offset=fields["offset"].number() if "offset" in fields else 0,
            carried=base is Base.BEFORE,
            month=month,
            part=part.value if part else None,
            not_after=fields["not_after"].words() if "not_after" in fields else (),
            not_before=fields["not_before"].words() if "not_before" in fields else (),
            source=value.source,
        )


def _read_parts(fields: dict[str, Value]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _pairs(fields, "parts"):
        if name not in set(Part):
            value.fault(f"unknown part of a year '{name}'; expected one of {', '.join(Part)}")
        found |= dict.fromkeys(value.words(), name)
    return found


def _read_amounts(fields: dict[str, Value], old: TimeRules) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for unit, value in _pairs(fields, "amounts"):
        if unit not in set(NumberUnit):
            value.fault(f"unknown unit '{unit}'; expected one of {', '.join(NumberUnit)}")
        found[unit] = (*old.amounts.get(unit, ()), *value.words())
    return found


def _read_example(value: Value, draft: Draft) -> None:
    fields = value.fields("time example")
    if "text" not in fields:
        return
    times = []
    for item in fields["times"].items() if "times" in fields else ():
        surface, _, meant = item.text().partition("→")
        times.append((surface.strip(), meant.strip()))
    date = fields["date"].text() if "date" in fields else None
    draft.time_examples.append(TimeExample(fields["text"].text(), date, tuple(times), value.source))


def _pairs(fields: dict[str, Value], key: str) -> Iterator[tuple[str, Value]]:
    if key in fields:
        yield from fields[key].pairs().items()


def _joined(old: tuple[str, ...], fields: dict[str, Value], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *(fields[key].words() if key in fields else ()))))
