"""Moment → ISO 8601: ``2026-01-12``, ``XXXX-01``, ``2025-H1``, ``2025-Q2``, ``2026-W03``, ``199X``.

A period that ISO has no name for is an interval of months: a fiscal year ``2025-04/2026-03``, a spring
``2026-03/2026-05``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
FIRST_YEAR = 1400
"""2000年前 is an age and no date of a newspaper."""
FISCAL_START = 4
"""The Japanese fiscal year begins in April."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month and day as far as they are known; ``week`` is an ISO week, ``fiscal`` marks a fiscal year.

    ``short_year``: the last two digits, where the century is unknown.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    fiscal: bool = False
    short_year: int | None = None


def format_moment(moment: Moment, part: str | None) -> tuple[str, str] | None:
    """The ISO text of a moment and its precision; None where not one digit of it is known."""
    if part is not None and part.startswith("fiscal"):
        return _fiscal(moment, part.removeprefix("fiscal").removeprefix("-"))
    if part == "term":
        return _term(moment)
    if part in {"decade", "century"}:
        digits = 3 if part == "decade" else 2
        year = _year(moment)
        return (year[:digits] + "X" * (4 - digits), part) if year != "XXXX" else None
    if part is not None and part.startswith("quarter") and moment.month is None:
        return f"{_year(moment)}-Q{part[-1]}", "quarter"
    if moment.month is None and moment.day is None and moment.week is None:
        return _year_part(moment, part)
    return _calendar(moment)


def shifted(base: Moment, unit: str, offset: int, *, fiscal: bool) -> Moment | None:
    """``base`` moved by ``offset`` units and cut to that precision; None where the base doesn't reach.

    ``fiscal``: a fiscal year is counted from the one that ``base`` lies in.
    """
    if base.year is not None and base.year < FIRST_YEAR:
        return None
    if unit == "year":
        return None if base.year is None or base.year + offset < FIRST_YEAR else Moment(base.year + offset)
    if unit == "fiscal-year":
        return _shifted_fiscal(base, offset, from_date=fiscal)
    if unit == "month":
        return _shifted_month(base, offset)
    if base.day is None:
        return None
    if unit == "week":
        if base.year is None or base.month is None:
            return None
        year, week, _ = (dt.date(base.year, base.month, base.day) + dt.timedelta(weeks=offset)).isocalendar()
        return Moment(year, week=week)
    return _shifted_day(base, base.day, offset)


def _shifted_fiscal(base: Moment, offset: int, *, from_date: bool) -> Moment | None:
    if base.year is None:
        return None
    early = from_date and base.month is not None and base.month < FISCAL_START
    return Moment(base.year - early + offset, fiscal=True)


def _shifted_month(base: Moment, offset: int) -> Moment | None:
    if base.month is None:
        return None
    if base.year is None:
        month = base.month + offset
        return Moment(None, month) if 1 <= month <= 12 else None
    year, month = divmod(base.year * 12 + base.month - 1 + offset, 12)
    return Moment(year, month + 1)


def _shifted_day(base: Moment, day: int, offset: int) -> Moment | None:
    if base.year is not None and base.month is not None:
        date = dt.date(base.year, base.month, day) + dt.timedelta(days=offset)
        return Moment(date.year, date.month, date.day)
    # without its month the 28th is the last day that surely has a next one
    if offset == 0 or (1 <= day + offset <= 28 and day <= 28):
        return Moment(base.year, base.month, day + offset)
    return None


def _year(moment: Moment) -> str:
    if moment.short_year is not None:
        return f"XX{moment.short_year:02}"
    return "XXXX" if moment.year is None else f"{moment.year:04}"


def _year_part(moment: Moment, part: str | None) -> tuple[str, str] | None:
    """A part of a year: 末, 上半期, 春; 半ば leaves the year as it is."""
    year = _year(moment)
    if part in {"half-1", "half-2"}:
        return f"{year}-H{part[-1]}", "half"
    if part == "end":
        return f"{year}-12", "month"
    if part == "start":
        return f"{year}-01", "month"
    if year == "XXXX":
        return None
    if part in SEASONS:
        first, last = SEASONS[part]
        return f"{year}-{first:02}/{year}-{last:02}", "season"
    return year, "year"


def _calendar(moment: Moment) -> tuple[str, str]:
    year = _year(moment)
    if moment.week is not None:
        return f"{year}-W{moment.week:02}", "week"
    month = "XX" if moment.month is None else f"{moment.month:02}"
    if moment.day is not None:
        return f"{year}-{month}-{moment.day:02}", "day"
    return f"{year}-{month}", "month"


def _fiscal(moment: Moment, part: str) -> tuple[str, str] | None:
    """2025年度 and its parts."""
    year = moment.year
    if year is None:
        return None
    if part == "half-1":
        return f"{year:04}-04/{year:04}-09", "fiscal-half"
    if part == "half-2":
        return f"{year:04}-10/{year + 1:04}-03", "fiscal-half"
    if part.startswith("quarter"):
        number = int(part[-1]) + 1
        return (f"{year:04}-Q{number}" if number <= 4 else f"{year + 1:04}-Q1"), "quarter"
    if part == "end":
        return f"{year + 1:04}-03", "month"
    if part == "start":
        return f"{year:04}-04", "month"
    return f"{year:04}-04/{year + 1:04}-03", "fiscal-year"


def _term(moment: Moment) -> tuple[str, str] | None:
    """2026年3月期: the business year that ends then."""
    if moment.year is None or moment.month is None:
        return None
    first = _shifted_month(moment, -11)
    if first is None or first.year is None or first.month is None:
        return None
    return f"{first.year:04}-{first.month:02}/{moment.year:04}-{moment.month:02}", "fiscal-year"
