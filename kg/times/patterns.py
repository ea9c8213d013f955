"""TimeRules → patterns: how dates look on the page.

A date is a year, month and day, each a number with its unit or a word, from the big to the small, any of them left out;
a part may follow (昨年12月末, 2025年度上半期). ``kg.times.grammar`` reads what a match says by the names of its groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from kg.rulebook.types import TimeRules, TimeWord
from kg.times.numbers import KANJI

TO = "[〜~―–—−-]"
NUMBER = rf"(?:(?<![0-9.,])[0-9]+|(?<![{KANJI}])[{KANJI}]+)"
WEEKDAY = r"(?:\((?:日|月|火|水|木|金|土)(?:曜|曜日)?\)|(?:日|月|火|水|木|金|土)曜日?)?"


def _any(words: Iterable[str]) -> str:
    """A pattern for the longest of ``words``; one that never matches where there are none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else "(?!)"


def _word_pattern(word: TimeWord) -> str:
    """A word, not directly behind what makes it another: 明日 in 光明日報."""
    return "".join(f"(?<!{re.escape(letter)})" for letter in word.not_before) + re.escape(word.text)


class Patterns:
    """The patterns of dates with the words of ``rules``."""

    def __init__(self, rules: TimeRules) -> None:
        self.rules = rules
        self._part = self._part_pattern()

    @cached_property
    def first(self) -> re.Pattern[str]:
        """A character that a date may begin with: asked first, because most can't."""
        letters = {word.text[0] for word in self.rules.words} | {era[0] for era in self.rules.eras} | set("第'’‘")
        return re.compile(f"[0-9{KANJI}{''.join(map(re.escape, sorted(letters)))}]")

    @cached_property
    def date(self) -> re.Pattern[str]:
        """Any date, the fuller form first."""
        return re.compile(
            rf"(?:{self._ago}|{self._iso}|{self._year_first}|{self._month_first}|{self._day_first}|{self._alone})"
        )

    @property
    def _start(self) -> str:
        """A number begins here, and is not an amount by what stands before it."""
        before = "".join(f"(?<!{re.escape(word)})" for word in self.rules.not_before)
        return rf"(?<![0-9.,・/])(?<![0-9]{TO}){before}"

    @property
    def _ago(self) -> str:
        return (
            rf"{self._start}(?<!の)(?P<ago>{NUMBER})(?P<ago_unit>日|週間|(?:カ|か|ヵ|ヶ|ケ|箇|ヵ)月|年)前"
            rf"(?!{_any(self.rules.ago_blocks)})"
        )

    @property
    def _iso(self) -> str:
        return r"(?<![0-9./-])(?P<iy>[12][0-9]{3})(?P<is>[/.-])(?P<im>[01]?[0-9])(?P=is)(?P<id>[0-3]?[0-9])(?![0-9/.-])"

    @property
    def _year(self) -> str:
        """A year: of an era, of four digits, of two where the context makes it one, or a word."""
        amounts = _any(self.rules.amounts.get("年", ()))
        marks = rf"(?:{_any(self.rules.year_marks)}|{NUMBER}月)"
        digits = rf"[12][0-9]{{3}}(?:{TO}(?P<y_to>[0-9]{{2,4}}))?|[一二][〇零一二三四五六七八九]{{3}}"
        return (
            rf"(?:(?P<era>{_any(self.rules.eras)})(?P<ey>{NUMBER}|元)年(?!{amounts})"
            rf"|{self._start}(?P<y4>{digits})(?:会計)?年(?!{amounts})"
            rf"|['’‘](?P<yq>[0-9]{{2}})年"
            rf"|{self._start}(?P<y2>[0-9]{{2}})年(?={marks})"
            rf"|(?P<yw>{self._word('year', 'fiscal-year')}))"
        )

    @property
    def _month(self) -> str:
        amounts = _any(self.rules.amounts.get("月", ()))
        return rf"(?P<m{{0}}>{NUMBER})(?:{TO}(?P<m{{0}}_to>{NUMBER}))?月(?:(?P<term{{0}}>期)|(?!{amounts}))"

    @property
    def _day(self) -> str:
        amounts = _any(self.rules.amounts.get("日", ()))
        blocks = "|".join(
            re.escape(word) + (f"(?!{_any(after)})" if after else "") for word, after in self.rules.day_blocks.items()
        )
        # 1日100万バレル is an amount a day
        other = rf"(?!{amounts})(?!{blocks or '(?!)'})(?!(?<=(?<![0-9])1日)[0-9])"
        kanji = rf"(?!(?<=[{KANJI}]日){_any(self.rules.kanji_day_blocks)})"
        return rf"(?P<d{{0}}>{NUMBER})(?:{TO}(?P<d{{0}}_to>{NUMBER}))?日{other}{kanji}{WEEKDAY}"

    def _part_pattern(self) -> str:
        """末, 上旬, 春, where the next letters don't make it another word."""
        parts = "|".join(
            re.escape(word) + (f"(?!{_any(self.rules.part_blocks[word])})" if word in self.rules.part_blocks else "")
            for word in sorted(self.rules.parts, key=lambda word: (-len(word), word))
        )
        return f"(?:{parts})" if parts else "(?!)"

    def _word(self, *units: str, month: bool = False) -> str:
        """A word of time of these units (``month``: one that names a month), longest first."""
        words = [
            word for word in self.rules.words if (word.month is not None if month else word.unit in units)
            and (month or word.month is None)
        ]
        words.sort(key=lambda word: (-len(word.text), word.text))
        return "(?:" + "|".join(map(_word_pattern, words)) + ")" if words else "(?!)"

    @property
    def _year_first(self) -> str:
        """2026年1月12日, 昨年12月, 2025年度上半期, 2025年第1四半期, 1990年代."""
        part = self._part
        rest = (
            rf"(?:の?(?:{self._month.format('1')}(?:の?{self._day.format('1')})?(?:の?(?P<part1>{part}))?"
            rf"|(?P<mw1>{self._word(month=True)})"
            rf"|(?P<fiscal>度)?(?:の?第(?P<q>[1-4一二三四])(?:四半期|・四半期|Q)|の?(?P<party>{part}))"
            rf"|(?P<decade>代)(?:{part})?|(?P<fiscal0>度)))?"
        )
        return self._year + rest

    @property
    def _month_first(self) -> str:
        """1月12日, 4〜6月期, 今月12日, 先月末."""
        return (
            rf"(?:(?:{self._start}{self._month.format('2')}|(?P<mw>{self._word('month')}))"
            rf"(?:の?{self._day.format('2')})?(?:の?(?P<part2>{self._part}))?)"
        )

    @property
    def _day_first(self) -> str:
        return self._start + self._day.format("3")

    @property
    def _alone(self) -> str:
        century = rf"{self._start}(?P<century>[12][0-9])世紀"
        decade = rf"{self._start}(?P<decade2>[0-9]0)年代(?:{self._part})?"
        quarter = rf"{self._start}第(?P<qa>[1-4一二三四])四半期"
        words = rf"(?P<w>{self._word('day', 'week')}|{self._word(month=True)})"
        return rf"(?:{words}|{century}|{decade}|{quarter})"
