"""Time qualifier → first and last day: ``2025-H1`` → 2025-01-01, 2025-06-30."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"(\d{1,4})(X{0,3})")
_PART = re.compile(r"(\d{4})-([HQ])([1-4])")
_FISCAL = re.compile(r"(?:FY(\d{4})|(\d{4})-?FY)(?:-([HQ])([1-4]))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")

Bounds = tuple[str, str]


def bounds(value: str) -> Bounds | None:
    """First and last day of a time qualifier as ISO dates; None where its year is unknown or it is no date.

    A fiscal year runs from April to March, as Japan's does. ``A/B`` runs from the first day of A to the last of B.
    """
    start, slash, end = value.partition("/")
    first = _simple(start)
    last = _simple(end) if slash else first
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0].isoformat(), last[1].isoformat()


def _simple(value: str) -> tuple[dt.date, dt.date] | None:
    try:
        return _read(value)
    except ValueError:  # a 31st of June
        return None


def _read(value: str) -> tuple[dt.date, dt.date] | None:
    if found := _DAY.match(value):  # a time of day may follow
        day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _FISCAL.fullmatch(value):
        year = int(found[1] or found[2])
        first, months = _within(found[3], found[4])
        return _months(year, first + 3, months)
    if found := _PART.fullmatch(value):
        first, months = _within(found[2], found[3])
        return _months(int(found[1]), first, months)
    if found := _WEEK.fullmatch(value):
        monday = dt.date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + dt.timedelta(days=6)
    if found := _MONTH.match(value):  # 2025-03-XX counts as its month
        if int(found[2]) > 12:
            return None
        return _months(int(found[1]), int(found[2]), 1)
    if (found := _YEAR.match(value)) and len(found[0]) == 4:  # 199X is a decade
        low = int(found[1] + "0" * len(found[2]))
        high = int(found[1] + "9" * len(found[2]))
        return dt.date(max(low, 1), 1, 1), dt.date(high, 12, 31)
    return None


def _within(unit: str | None, number: str | None) -> tuple[int, int]:
    """First month (1 = the year's first) and number of months of a half, quarter or whole year."""
    if unit is None or number is None:
        return 1, 12
    months = 6 if unit == "H" else 3
    if int(number) * months > 12:
        raise ValueError("a year has two halves")
    return (int(number) - 1) * months + 1, months


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    """``count`` months from the given one; a fiscal year's last quarter begins in month 13."""
    if not 1 <= month <= 15:
        raise ValueError("no such month")
    first = dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    last = month + count - 1
    year, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return first, dt.date(year, month, calendar.monthrange(year, month)[1])
