"""When an act is, and what is still to come."""

import datetime as dt

import pytest

from kg.model import Modality, Role
from kg.relations.dates import first_day, modality_of_act, time_of_act

from .clause_making import Text

FIRST_DAYS = [
    ("2026-01-12", dt.date(2026, 1, 12)),
    ("2026-01", dt.date(2026, 1, 1)),
    ("2026", dt.date(2026, 1, 1)),
    ("2025-H2", dt.date(2025, 7, 1)),
    ("2025-Q4", dt.date(2025, 10, 1)),
    ("2026-02-30", None),
    ("XXXX-01-12", None),
    ("202X", None),
    ("P3D", None),
]


@pytest.mark.parametrize(("value", "expected"), FIRST_DAYS)
def test_first_day(value, expected):
    assert first_day(value) == expected


TEXT = Text("2027年1月から輸入を禁止する。2026年まで停止")
PUBLISHED = dt.date(2025, 10, 24)
ACTS = [
    ("2027-01", PUBLISHED, Modality.ACTUAL, Modality.PLANNED),
    ("2025-10-24", PUBLISHED, Modality.ACTUAL, Modality.ACTUAL),
    ("2025", PUBLISHED, Modality.ACTUAL, Modality.ACTUAL),
    ("XXXX-02-01", PUBLISHED, Modality.ACTUAL, Modality.ACTUAL),
    ("2027-01", None, Modality.ACTUAL, Modality.ACTUAL),
    ("2027-01", PUBLISHED, Modality.POSSIBLE, Modality.POSSIBLE),
]


@pytest.mark.parametrize(("value", "published", "of_clause", "expected"), ACTS)
def test_what_is_dated_later_than_the_text_is_planned(value, published, of_clause, expected):
    clause = TEXT.clause(0, "禁止", "restrict", modality=of_clause, time=TEXT.time("2027年1月", value))
    assert modality_of_act(clause, published) is expected


def test_until_is_no_date_of_the_act():
    time = TEXT.time("2026年", "2026")
    until = TEXT.argument(Role.TIME, "2026年", case="まで")
    since = TEXT.argument(Role.TIME, "2026年", case="から")
    assert time_of_act(TEXT.clause(0, "停止", "suspend", arguments=(until,), time=time)) is None
    assert time_of_act(TEXT.clause(0, "停止", "suspend", arguments=(since,), time=time)) == time
    assert time_of_act(TEXT.clause(0, "停止", "suspend")) is None
