"""Clause.time → when the act is, and whether that is still to come."""

from __future__ import annotations

import datetime as dt
import re

from kg.model import Clause, Modality, Role, TimeExpression

UNTIL = frozenset({"まで", "までに"})
_DATED = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])|Q([1-4])))?")


def time_of_act(clause: Clause) -> TimeExpression | None:
    """The clause's date, unless it only says how long: 11月まで停止する."""
    time = clause.time
    if time is None:
        return None
    for argument in clause.arguments:
        if argument.role is Role.TIME and argument.case in UNTIL and argument.start <= time.start < argument.end:
            return None
    return time


def modality_of_act(clause: Clause, published: dt.date | None) -> Modality:
    """The clause's modality; what is dated after the text's own date is planned, however firmly it is put."""
    time = time_of_act(clause)
    if clause.modality is Modality.ACTUAL and published is not None and time is not None:
        first = first_day(time.value)
        if first is not None and first > published:
            return Modality.PLANNED
    return clause.modality


def first_day(value: str) -> dt.date | None:
    """The first day of an ISO 8601 date, half or quarter; None where its year is unknown or it is something else."""
    found = _DATED.match(value)
    if found is None:
        return None
    year, month, day, half, quarter = found.groups()
    if half:
        month = str(6 * int(half) - 5)
    elif quarter:
        month = str(3 * int(quarter) - 2)
    try:
        return dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
