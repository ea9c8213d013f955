"""What a date expression says by itself, before anybody asks which year it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A distance from the document's date, or where ``carried`` from the last date before it."""

    unit: str
    offset: int
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A date in a sentence as it is written (local offsets).

    ``year`` is a full year or, where ``short_year``, its last two digits. ``anchor`` stands for the biggest part that a
    word gives (昨年12月: year − 1; 先月28日: month − 1; 翌日: day + 1). ``month_word``: the month is
    that of a word (年末). ``part`` narrows a year or month: ``start``,
    ``middle``, ``end``, ``half-1``, ``quarter-2``, ``spring`` …, ``fiscal``, ``decade``, ``century``, ``term`` (the
    business year that ends in ``month``), ``fiscal-…`` (a part of a fiscal year).
    ``until`` is the end of a range, missing parts to be taken from its beginning.
    """

    start: int
    end: int
    year: int | None = None
    short_year: bool = False
    anchor: Anchor | None = None
    month: int | None = None
    month_word: bool = False
    day: int | None = None
    part: str | None = None
    until: Reading | None = None
