"""Reading → value: which year, month and day a date means, from the document's date and the dates before it.

Newspapers name a bare day for the month of the paper and a bare month for its year. Where that is not plain the
unknown leading part stays X (``XXXX-01-12``, ``XXXX-XX-30``).
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from kg.model import Ground
from kg.times.iso import Moment, format_moment, shifted
from kg.times.reading import Anchor, Reading

NEAR_FUTURE_DAYS = 7
"""A bare day up to so many days after the paper is one that lies ahead."""
CROSSING_DAYS = 10
"""A bare day of last month is one only so many days back; the paper would name the month otherwise."""
SAME_YEAR_MONTHS = (-8, 6)
"""A bare month of the paper's year: the paper would name the year of one farther off."""
CROSSING_MONTHS = (-3, 2)
"""A bare month of last or next year: only so many months away."""


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved date in ISO 8601, where it comes from and how exact it is."""

    text: str
    ground: Ground
    precision: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What the text has said of time up to a place.

    ``last`` is the last date, ``day`` the last one with a day; ``here`` is the last date of the same sentence.
    ``told`` is the full year that the sentence before or this one named, if that is not the document's.
    """

    date: dt.date | None
    sentence: int = -1
    paragraph: int = -1
    last: Moment | None = None
    day: Moment | None = None
    here: Moment | None = None
    told: int | None = None
    told_at: int = -1

    def at_sentence(self, sentence: int, paragraph: int) -> Memory:
        """The memory at the beginning of a sentence."""
        told = self.told if self.told_at >= sentence - 1 and paragraph == self.paragraph else None
        return replace(self, sentence=sentence, paragraph=paragraph, here=None, told=told)

    def with_moment(self, moment: Moment, *, named_year: bool) -> Memory:
        """The memory after a date."""
        memory = replace(self, last=moment, here=moment, day=moment if moment.day is not None else self.day)
        if named_year and moment.year is not None and (self.date is None or moment.year != self.date.year):
            memory = replace(memory, told=moment.year, told_at=self.sentence)
        return memory


def resolve(reading: Reading, memory: Memory) -> tuple[Value | None, Memory]:
    """The value of a reading, None if nothing of it is known, and the memory after it."""
    moment, ground = _moment(reading, memory)
    if moment is None:
        return None, memory
    formatted = format_moment(moment, reading.part)
    named_year = reading.year is not None or (reading.anchor is not None and reading.anchor.unit == "year")
    after = memory.with_moment(moment, named_year=named_year)
    if formatted is None:
        return None, memory
    if reading.until is None:
        return Value(formatted[0], ground, formatted[1]), after
    return _range(reading.until, formatted, ground, moment, after)


def _range(
    until: Reading, first: tuple[str, str], ground: Ground, moment: Moment, memory: Memory
) -> tuple[Value | None, Memory]:
    """A range: what its end leaves out is as in its beginning. 4〜6月期 is a quarter."""
    if until.year is None and until.anchor is None:
        month = until.month if until.month is not None else moment.month
        year = moment.year
        if year is not None and moment.month and month and month < moment.month:
            year += 1
        last: Moment | None = Moment(year, month, until.day)
        if until.month is None and until.day is not None and moment.day is not None and until.day < moment.day:
            last = None
    else:
        last, _ = _moment(until, memory)
    formatted = format_moment(last, until.part) if last is not None else None
    if last is None or formatted is None:
        return None, memory
    quarter = _quarter(moment, last)
    if quarter:
        return Value(quarter, ground, "quarter" if "Q" in quarter else "half"), memory
    memory = memory.with_moment(last, named_year=False)
    return Value(f"{first[0]}/{formatted[0]}", ground, "range"), memory


def _quarter(first: Moment, last: Moment) -> str | None:
    """The quarter or half that two months of one year enclose."""
    if first.day is not None or last.day is not None or first.year != last.year or not first.month or not last.month:
        return None
    year = "XXXX" if first.year is None else f"{first.year:04}"
    names = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}
    name = names.get((first.month, last.month))
    return f"{year}-{name}" if name else None


def _moment(reading: Reading, memory: Memory) -> tuple[Moment | None, Ground]:
    """Year, month and day, as far as they are known."""
    if reading.anchor is not None:
        return _anchored(reading, reading.anchor, memory)
    if reading.year is not None:
        return _dated(reading, memory)
    if reading.month is not None:
        return _month_alone(reading, reading.month, memory)
    if reading.day is not None:
        return _day_alone(reading.day, memory)
    return Moment(), Ground.EXPLICIT


def _dated(reading: Reading, memory: Memory) -> tuple[Moment | None, Ground]:
    """With its year: 2026年1月12日, 24年末, 90年代."""
    year = reading.year or 0
    if not reading.short_year:
        return _real(Moment(year, reading.month, reading.day)), Ground.EXPLICIT
    if reading.part == "decade" and year >= 30:
        return Moment(1900 + year), Ground.EXPLICIT
    if memory.date is None:
        return Moment(None, reading.month, reading.day, short_year=year), Ground.EXPLICIT
    # a year of two digits lies at most thirty years ahead: 50年 of 2026, but 1989 for 89年
    this = memory.date.year
    full = this - this % 100 + year
    return _real(Moment(full - 100 if full > this + 30 else full, reading.month, reading.day)), Ground.RELATIVE


def _anchored(reading: Reading, anchor: Anchor, memory: Memory) -> tuple[Moment | None, Ground]:
    """With a word: 昨年12月, 先月28日, 翌日."""
    if anchor.carried:
        base = memory.day if anchor.unit == "day" else memory.last
        if base is None:
            return (_real(Moment(None, reading.month, reading.day)) if reading.month else None), Ground.EXPLICIT
        ground = Ground.CARRIED
    elif memory.date is None:
        # of 昨年末 the month is known, of 先月末 nothing
        known = reading.month or reading.day or (anchor.unit == "year" and reading.part)
        return (_real(Moment(None, reading.month, reading.day)) if known else None), Ground.EXPLICIT
    else:
        base, ground = Moment(memory.date.year, memory.date.month, memory.date.day), Ground.RELATIVE
    moved = shifted(base, anchor.unit, anchor.offset, fiscal=not anchor.carried)
    if moved is None:
        return (_real(Moment(None, reading.month, reading.day)) if reading.month else None), Ground.EXPLICIT
    month = reading.month if reading.month is not None else moved.month
    day = reading.day if reading.day is not None else moved.day
    return _real(replace(moved, month=month, day=day)), ground


def _month_alone(reading: Reading, month: int, memory: Memory) -> tuple[Moment | None, Ground]:
    """1月12日, 3月: the year of the same sentence, else of the paper."""
    here = memory.here
    if here is not None and here.year is not None and memory.told == here.year:
        if here.month is not None and month >= here.month:
            return _real(Moment(here.year, month, reading.day)), Ground.CARRIED
        return _real(Moment(None, month, reading.day)), Ground.EXPLICIT
    # a text that tells of another year may still be in it
    if memory.date is None or memory.told is not None:
        return _real(Moment(None, month, reading.day)), Ground.EXPLICIT
    year = (_year_of_word if reading.month_word else _year_of_month)(month, memory.date)
    ground = Ground.EXPLICIT if year is None else Ground.RELATIVE
    return _real(Moment(year, month, reading.day)), ground


def _year_of_month(month: int, date: dt.date) -> int | None:
    """The year that a bare month means in a paper of ``date``; None where two are as likely."""
    ahead = month - date.month
    crossing = ahead - 12 if ahead > 0 else ahead + 12
    if SAME_YEAR_MONTHS[0] <= ahead <= SAME_YEAR_MONTHS[1]:
        return date.year
    if CROSSING_MONTHS[0] <= crossing <= CROSSING_MONTHS[1]:
        return date.year + (1 if crossing > 0 else -1)
    return None


def _year_of_word(month: int, date: dt.date) -> int | None:
    """The year of 年末 or 年明け: never one that is over, for 年末 of January may be either."""
    ahead = month - date.month
    if ahead < -SAME_YEAR_MONTHS[1]:
        return date.year + 1
    return date.year if ahead <= -SAME_YEAR_MONTHS[0] else None


def _day_alone(day: int, memory: Memory) -> tuple[Moment | None, Ground]:
    """12日: the month named before it in the sentence, else that of the paper."""
    here = memory.here
    if here is not None and here.month is not None and here.day is not None and day > here.day:
        return _real(replace(here, day=day)), Ground.CARRIED
    if memory.date is None:
        return Moment(None, None, day), Ground.EXPLICIT
    date = memory.date
    same = _day_in(date.year, date.month, day)
    before_year, before_month = (date.year - 1, 12) if date.month == 1 else (date.year, date.month - 1)
    before = _day_in(before_year, before_month, day)
    if before is not None and 0 < (date - before).days <= CROSSING_DAYS:
        return Moment(before.year, before.month, day), Ground.RELATIVE
    if same is not None and (same - date).days <= NEAR_FUTURE_DAYS:
        return Moment(same.year, same.month, day), Ground.RELATIVE
    return Moment(None, None, day), Ground.EXPLICIT


def _day_in(year: int, month: int, day: int) -> dt.date | None:
    return dt.date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _real(moment: Moment) -> Moment | None:
    """None for a day that its month has not: 2月30日."""
    if moment.day is None or moment.month is None:
        return moment
    # a February of an unknown year may have 29 days
    longest = calendar.monthrange(2000 if moment.year is None else moment.year, moment.month)[1]
    return moment if moment.day <= longest else None
