"""Dates in sentences: tables of texts, their dates, and look-alikes that are none."""

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Ground, Sentence, TimeExpression
from kg.rulebook.types import TimeRules
from kg.times import find_times

PAPER = "2026-01-15"
"""A Thursday."""


@pytest.fixture
def dates(rulebook):
    """The (words, value) of the dates in a text, whose sentences end at ``|`` and paragraphs at ``‖``."""

    def find(text, date=None):
        sentences = []
        for paragraph, part in enumerate(text.split("‖")):
            for sentence in part.split("|"):
                normal = unicodedata.normalize("NFKC", sentence)
                offsets = tuple(range(len(normal) + 1))
                sentences.append(Sentence("t:1", len(sentences), paragraph, 0, len(normal), normal, offsets))
        given = dt.date.fromisoformat(date) if date else None
        return [(time.text, time.value) for row in find_times(sentences, given, rulebook.times) for time in row]

    return find


ABSOLUTE = [
    ("2026年1月12日に署名した。", [("2026年1月12日", "2026-01-12")]),
    ("２０２６年１月に署名した。", [("2026年1月", "2026-01")]),
    ("二〇二六年一月十二日に署名した。", [("二〇二六年一月十二日", "2026-01-12")]),
    ("2030年までに全廃する。", [("2030年", "2030")]),
    ("令和8年3月に施行する。", [("令和8年3月", "2026-03")]),
    ("令和元年5月1日に即位した。", [("令和元年5月1日", "2019-05-01")]),
    ("昭和20年8月15日に終わった。", [("昭和20年8月15日", "1945-08-15")]),
    ("2026/1/12の会合。", [("2026/1/12", "2026-01-12")]),
    ("2026-01-12に会う。", [("2026-01-12", "2026-01-12")]),
    ("2025年末に失効した。", [("2025年末", "2025-12")]),
    ("2025年初めに発効した。", [("2025年初め", "2025-01")]),
    ("2025年12月下旬に会った。", [("2025年12月下旬", "2025-12")]),
    ("2025年上半期に増えた。", [("2025年上半期", "2025-H1")]),
    ("2025年の下半期に減った。", [("2025年の下半期", "2025-H2")]),
    ("2025年第1四半期に減った。", [("2025年第1四半期", "2025-Q1")]),
    ("2025年4〜6月期に減った。", [("2025年4〜6月期", "2025-Q2")]),
    ("2025年4―6月期に減った。", [("2025年4―6月期", "2025-Q2")]),
    ("2025年春に始まる。", [("2025年春", "2025-03/2025-05")]),
    ("2025年度の予算だ。", [("2025年度", "2025-04/2026-03")]),
    ("2025年度上期に受注した。", [("2025年度上期", "2025-04/2025-09")]),
    ("2025年度末に終える。", [("2025年度末", "2026-03")]),
    ("2025年度第4四半期に受注した。", [("2025年度第4四半期", "2026-Q1")]),
    ("2026年3月期の決算だ。", [("2026年3月期", "2025-04/2026-03")]),
    ("1990年代に増えた。", [("1990年代", "199X")]),
    ("2030年代前半に動かす。", [("2030年代前半", "203X")]),
    ("21世紀に入った。", [("21世紀", "20XX")]),
    ("2019年、北京で会った。", [("2019年", "2019")]),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
@pytest.mark.parametrize("date", [None, PAPER])
def test_absolute_dates_are_the_same_in_any_paper(text, expected, date, dates):
    assert dates(text, date) == expected


UNDATED = [
    ("1月12日に発表した。", [("1月12日", "XXXX-01-12")]),
    ("30日に会談した。", [("30日", "XXXX-XX-30")]),
    ("1月に輸出した。", [("1月", "XXXX-01")]),
    ("4〜6月期に減った。", [("4〜6月期", "XXXX-Q2")]),
    ("昨年12月に合意した。", [("昨年12月", "XXXX-12")]),
    ("昨年末に合意した。", [("昨年末", "XXXX-12")]),
    ("先月28日に合意した。", [("先月28日", "XXXX-XX-28")]),
    ("今年上半期に合意した。", [("今年上半期", "XXXX-H1")]),
    ("24年12月に合意した。", [("24年12月", "XX24-12")]),
    ("90年代に合意した。", [("90年代", "199X")]),
    ("昨年、きのう、来月、3日前に合意した。", []),
    ("同日、同年、翌年に合意した。", []),
    ("今年度に合意する。", []),
]


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_the_papers_date_what_is_unknown_stays_x(text, expected, dates):
    assert dates(text) == expected


RELATIVE = [
    ("きょう決める。", "2026-01-15", [("きょう", "2026-01-15")]),
    ("昨日決めた。", "2026-01-01", [("昨日", "2025-12-31")]),
    ("あす決める。", "2024-02-28", [("あす", "2024-02-29")]),
    ("3日前に決めた。", "2026-01-02", [("3日前", "2025-12-30")]),
    ("2カ月前に決めた。", "2026-01-15", [("2カ月前", "2025-11")]),
    ("10年前に決めた。", "2026-01-15", [("10年前", "2016")]),
    ("先週決めた。", "2026-01-05", [("先週", "2026-W01")]),
    ("先月末に決めた。", "2026-01-15", [("先月末", "2025-12")]),
    ("来月3日に決める。", "2025-12-20", [("来月3日", "2026-01-03")]),
    ("今月12〜14日に開く。", "2026-01-15", [("今月12〜14日", "2026-01-12/2026-01-14")]),
    ("昨年12月3日に決めた。", "2026-01-15", [("昨年12月3日", "2025-12-03")]),
    ("昨年の夏に決めた。", "2026-01-15", [("昨年の夏", "2025-06/2025-08")]),
    ("去年の暮れに決めた。", "2026-01-15", [("去年の暮れ", "2025-12")]),
    ("来年春に決める。", "2026-01-15", [("来年春", "2027-03/2027-05")]),
    ("来春に決める。", "2025-11-01", [("来春", "2026-03/2026-05")]),
    ("今年度中に決める。", "2026-01-15", [("今年度中", "2025-04/2026-03")]),
    ("来年度に始める。", "2026-01-15", [("来年度", "2026-04/2027-03")]),
    ("来年度に始める。", "2026-04-01", [("来年度", "2027-04/2028-03")]),
    ("24年末に決めた。", "2026-01-15", [("24年末", "2024-12")]),
    ("24年度に決めた。", "2026-01-15", [("24年度", "2024-04/2025-03")]),
    ("’25年に決めた。", "2026-01-15", [("’25年", "2025")]),
    ("89年末に決めた。", "2026-01-15", [("89年末", "1989-12")]),
    ("年内に決める。", "2026-01-15", [("年内", "2026")]),
]


@pytest.mark.parametrize(("text", "date", "expected"), RELATIVE)
def test_words_count_from_the_papers_date(text, date, expected, dates):
    assert dates(text, date) == expected


BARE = [
    # a day of the month of the paper, or a near one across its border
    ("12日に会った。", "2026-01-15", [("12日", "2026-01-12")]),
    ("去る12日に会った。", "2026-01-15", [("12日", "2026-01-12")]),
    ("十二日に会った。", "2026-01-15", [("十二日", "2026-01-12")]),
    ("１２日(月)に会った。", "2026-01-15", [("12日(月)", "2026-01-12")]),
    ("18日に会う。", "2026-01-15", [("18日", "2026-01-18")]),
    ("31日に会った。", "2026-02-01", [("31日", "2026-01-31")]),
    ("30日に会った。", "2026-01-02", [("30日", "2025-12-30")]),
    ("30日に会った。", "2026-03-02", [("30日", "XXXX-XX-30")]),   # February has none
    ("25日に会う。", "2026-01-10", [("25日", "XXXX-XX-25")]),
    # a month of the year of the paper, or a near one across its border
    ("3月に会う。", "2026-01-15", [("3月", "2026-03")]),
    ("12月に会った。", "2026-01-15", [("12月", "2025-12")]),
    ("1月5日に会う。", "2025-12-27", [("1月5日", "2026-01-05")]),
    ("6月に会った。", "2025-12-27", [("6月", "2025-06")]),
    ("9月に会った。", "2026-01-15", [("9月", "XXXX-09")]),
    ("2月に会う。", "2025-11-15", [("2月", "XXXX-02")]),
    ("2月29日に会った。", "2026-03-01", []),
    ("年明けに会う。", "2025-12-27", [("年明け", "2026-01")]),
    ("年末までに会う。", "2025-10-27", [("年末", "2025-12")]),
    ("年末に会う。", "2026-01-15", [("年末", "XXXX-12")]),   # over, or to come
]


@pytest.mark.parametrize(("text", "date", "expected"), BARE)
def test_bare_days_and_months_are_near_the_paper_or_stay_open(text, date, expected, dates):
    assert dates(text, date) == expected


CARRIED = [
    ("12日に会い、同日発表した。", PAPER, [("12日", "2026-01-12"), ("同日", "2026-01-12")]),
    ("12日に会った。|翌日発表した。", PAPER, [("12日", "2026-01-12"), ("翌日", "2026-01-13")]),
    ("12日に会った。|前日には否定した。", PAPER, [("12日", "2026-01-12"), ("前日", "2026-01-11")]),
    ("7日に会い、翌日発表した。", None, [("7日", "XXXX-XX-07"), ("翌日", "XXXX-XX-08")]),
    ("30日に会い、翌日発表した。", None, [("30日", "XXXX-XX-30")]),
    ("2019年に会った。|同年6月に発表した。", PAPER, [("2019年", "2019"), ("同年6月", "2019-06")]),
    ("2019年に会い、翌年決めた。", PAPER, [("2019年", "2019"), ("翌年", "2020")]),
    ("2019年5月に会い、9月に決めた。", PAPER, [("2019年5月", "2019-05"), ("9月", "2019-09")]),
    ("2019年5月に会い、2月に決めた。", PAPER, [("2019年5月", "2019-05"), ("2月", "XXXX-02")]),
    ("2019年5月に会った。|6月に決めた。", PAPER, [("2019年5月", "2019-05"), ("6月", "XXXX-06")]),
    ("2019年5月に会った。‖12日に決めた。", PAPER, [("2019年5月", "2019-05"), ("12日", "2026-01-12")]),
    ("2019年5月に会った。‖3月に決める。", PAPER, [("2019年5月", "2019-05"), ("3月", "2026-03")]),
    ("1月12日と13日に会った。", None, [("1月12日", "XXXX-01-12"), ("13日", "XXXX-01-13")]),
]


@pytest.mark.parametrize(("text", "date", "expected"), CARRIED)
def test_dates_are_carried_over_only_where_it_is_plain(text, date, expected, dates):
    assert dates(text, date) == expected


RANGES = [
    ("2月1日から5日まで開く。", [("2月1日から5日", "XXXX-02-01/XXXX-02-05")]),
    ("2月1〜5日に開く。", [("2月1〜5日", "XXXX-02-01/XXXX-02-05")]),
    ("6～8日に開く。", [("6~8日", "XXXX-XX-06/XXXX-XX-08")]),
    ("2020〜23年に建てた。", [("2020〜23年", "2020/2023")]),
    ("2025年12月31日から2026年1月5日まで休む。", [("2025年12月31日から2026年1月5日", "2025-12-31/2026-01-05")]),
    ("2025年1〜6月に増えた。", [("2025年1〜6月", "2025-H1")]),
    ("2025年11〜1月に増えた。", [("2025年11〜1月", "2025-11/2026-01")]),
    ("2月1日から禁じる。", [("2月1日", "XXXX-02-01")]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges_have_both_ends(text, expected, dates):
    assert dates(text) == expected


LOOKALIKES = [
    "5日間の演習を終えた。",
    "3年間で倍になった。",
    "10年ぶりに会った。",
    "18カ月以内に返す。",
    "30日以内に返す。",
    "24時間監視する。",
    "第1期の工事が進む。",
    "2期目に入った。",
    "10年債を売る。",
    "1日100万バレルを売る。",
    "約10年かかる。",
    "数日前から続く。",
    "3日本企業を加えた。",
    "2月30日は来ない。",
    "13月45日は来ない。",
    "3000年後も残る。",
    "前年比3%増えた。",
    "光明日報が伝えた。",
    "共同日報が伝えた。",
    "日本年金機構が買った。",
    "三日月が出た。",
    "四日市市に工場がある。",
    "選挙の2日前に決めた。",
    "2000年前の遺跡だ。",
    "3月期決算を出した。",
    "一日も早く決める。",
    "午前日程を終えた。",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_amounts_and_other_words_are_no_dates(text, dates):
    assert dates(text, PAPER) == []


NEIGHBOURS = [
    ("今年中国が禁じた。", [("今年", "2026")]),
    ("2025年春闘が終わった。", [("2025年", "2025")]),
    ("10月中に決めた。", [("10月中", "2025-10")]),
    ("12日中国が禁じた。", [("12日", "2026-01-12")]),
    ("1月12日本社を移した。", [("1月12日", "2026-01-12")]),
    ("12日付の書簡だ。", [("12日", "2026-01-12")]),
]


@pytest.mark.parametrize(("text", "expected"), NEIGHBOURS)
def test_a_date_ends_before_the_next_word(text, expected, dates):
    assert dates(text, PAPER) == expected


def test_expressions_have_span_ground_and_precision(rulebook):
    text = "昨年12月に合意し、12日に署名、同日発効した。"
    sentence = Sentence("t:1", 0, 0, 0, len(text), text, tuple(range(len(text) + 1)))
    assert find_times([sentence], dt.date(2026, 1, 15), rulebook.times) == (
        (
            TimeExpression(0, 5, "昨年12月", "2025-12", Ground.RELATIVE, "month"),
            TimeExpression(10, 13, "12日", "2026-01-12", Ground.RELATIVE, "day"),
            TimeExpression(17, 19, "同日", "2026-01-12", Ground.CARRIED, "day"),
        ),
    )


def test_without_rules_numbers_are_still_dates():
    text = "昨年、2026年1月12日に署名した。"
    sentence = Sentence("t:1", 0, 0, 0, len(text), text, tuple(range(len(text) + 1)))
    assert find_times([sentence], None, TimeRules()) == (
        (TimeExpression(3, 13, "2026年1月12日", "2026-01-12", Ground.EXPLICIT, "day"),),
    )


ISO = re.compile(
    r"(?P<one>[0-9X]{4}(-([0-9X]{2}(-[0-9]{2})?|H[12]|Q[1-4]|W[0-9]{2}))?)(/[0-9X]{4}(-[0-9X]{2}(-[0-9]{2})?)?)?"
)
PIECES = [
    *"0123456789〇一二十年月日度末春前間~〜から第本中、",
    "昨年", "同日", "来月", "令和", "年度", "月期", "四半期", "上半期", "世紀",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.none() | st.dates(),
)
def test_any_text_gives_dates_that_lie_in_it_and_are_iso(rulebook, text, date):
    text = unicodedata.normalize("NFKC", text)
    sentence = Sentence("t:1", 0, 0, 0, len(text), text, tuple(range(len(text) + 1)))
    (row,) = find_times([sentence], date, rulebook.times)
    assert [time.text for time in row] == [text[time.start : time.end] for time in row]
    assert [time.value for time in row if not ISO.fullmatch(time.value)] == []
    assert [time.value for time in row if not any(letter.isdigit() for letter in time.value)] == []
    ends = [0, *(time.end for time in row)]
    assert all(end <= time.start for end, time in zip(ends, row, strict=False))
