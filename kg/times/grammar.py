"""Sentence → Readings: how dates are written.

A date is a year, month and day, each a number with its unit or a word, from the big to the small, any of them left
out; a part may follow (昨年12月末, 2025年度上半期). Ranges have two numbers (4〜6月期) or two dates (1日から3日まで).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.rulebook.types import TimeRules, TimeWord
from kg.times.numbers import KANJI, read_number
from kg.times.patterns import TO, Patterns
from kg.times.reading import Anchor, Reading

YEARS = (1400, 2199)


class Grammar:
    """Reads dates with the words of ``rules``."""

    def __init__(self, rules: TimeRules) -> None:
        self.rules = rules
        self._words = {word.text: word for word in rules.words}
        self._patterns = Patterns(rules)

    def read(self, text: str) -> tuple[Reading, ...]:
        """The dates in a sentence, in order, none overlapping; neighbours joined to ranges."""
        found: list[Reading] = []
        place = 0
        while (first := self._patterns.first.search(text, place)) is not None:
            match = self._patterns.date.match(text, first.start())
            reading = self._reading(match, text) if match is not None else None
            if reading is None:
                place = first.start() + 1
            else:
                found.append(reading)
                place = reading.end
        return tuple(_join_ranges(found, text))

    def _reading(self, match: re.Match[str], text: str) -> Reading | None:
        """What a match says; None where a number is out of range or a word means something else here."""
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        span = Reading(match.start(), match.end())
        if "ago" in found:
            return _ago(span, found)
        if "iy" in found:
            return _checked(replace(span, year=int(found["iy"]), month=int(found["im"]), day=int(found["id"])))
        if not self._words_apply(match, text) or self._is_common_word(found.get("d3", ""), text, match.end()):
            return None
        if found.keys() & {"century", "decade2", "qa"}:
            return _period(span, found)
        reading = self._with_year(span, found)
        reading = self._with_month(reading, found)
        return _checked(self._with_day(reading, found))

    def _words_apply(self, match: re.Match[str], text: str) -> bool:
        """No word of the match stands before what makes it another: 前年 in 前年比."""
        return not any(
            text.startswith(word.not_after, match.end(group))
            for group in ("yw", "mw", "mw1", "w")
            if match.group(group) and (word := self._words[match.group(group)]).not_after
        )

    def _is_common_word(self, day: str, text: str, end: int) -> bool:
        """一日 and 二日 by themselves are amounts as often as dates; 十二日 is not."""
        return len(day) == 1 and day in KANJI and not text.startswith(self.rules.kanji_day_marks, end)

    def _with_year(self, reading: Reading, found: dict[str, str]) -> Reading:
        if "era" in found:
            number = read_number(found["ey"])
            year = None if number is None else self.rules.eras[found["era"]] + number
            return self._year_part(replace(reading, year=year), found)
        if "y4" in found:
            first = re.split(TO, found["y4"])[0]
            reading = replace(reading, year=read_number(first))
            if "y_to" in found:
                last = found["y_to"]
                year = int(last) if len(last) == 4 else int(first[: 4 - len(last)] + last)
                reading = replace(reading, until=replace(reading, year=year))
            return self._year_part(reading, found)
        for name in ("yq", "y2"):
            if name in found:
                return self._year_part(replace(reading, year=int(found[name]), short_year=True), found)
        if "yw" in found:
            return self._year_part(_of_word(reading, self._words[found["yw"]]), found)
        return reading

    def _year_part(self, reading: Reading, found: dict[str, str]) -> Reading:
        fiscal = "fiscal" in found or "fiscal0" in found
        part = self.rules.parts.get(found.get("party", ""), reading.part)
        if "q" in found:
            part = f"quarter-{read_number(found['q'])}"
        if "decade" in found:
            part = "decade"
        fiscal = fiscal or (reading.anchor is not None and reading.anchor.unit == "fiscal-year")
        if fiscal:
            part = f"fiscal-{part}" if part else "fiscal"
        until = replace(reading.until, part=part) if reading.until else None
        return replace(reading, part=part, until=until)

    def _with_month(self, reading: Reading, found: dict[str, str]) -> Reading:
        name = next((name for name in ("m1", "m2") if name in found), None)
        if "mw" in found:
            reading = _of_word(reading, self._words[found["mw"]])
        elif "mw1" in found:
            reading = _of_word(reading, self._words[found["mw1"]])
        elif "w" in found:
            reading = _of_word(reading, self._words[found["w"]])
        elif name is not None:
            reading = replace(reading, month=read_number(found[name]))
            if name + "_to" in found:
                reading = replace(reading, until=_without_year(reading, month=read_number(found[name + "_to"])))
            elif f"term{name[-1]}" in found:
                return replace(reading, part="term")
        part = found.get("part1") or found.get("part2")
        return replace(reading, part=self.rules.parts[part]) if part else reading

    def _with_day(self, reading: Reading, found: dict[str, str]) -> Reading:
        for name in ("d1", "d2", "d3"):
            if name in found:
                reading = replace(reading, day=read_number(found[name]), part=None)
                if name + "_to" in found:
                    last = read_number(found[name + "_to"])
                    reading = replace(reading, until=_without_year(reading, day=last))
        return reading


def _without_year(reading: Reading, *, month: int | None = None, day: int | None = None) -> Reading:
    """The end of a range in months or days: its year follows from that of the beginning."""
    month = reading.month if month is None else month
    return replace(reading, year=None, short_year=False, anchor=None, month=month, day=day, until=None)


def _of_word(reading: Reading, word: TimeWord) -> Reading:
    if word.month is not None:
        return replace(reading, month=word.month, month_word=True, part=word.part)
    return replace(reading, anchor=Anchor(word.unit, word.offset, word.carried), part=word.part)


def _ago(span: Reading, found: dict[str, str]) -> Reading | None:
    """3日前, 10年前."""
    number = read_number(found["ago"])
    unit = {"日": "day", "週間": "week", "年": "year"}.get(found["ago_unit"], "month")
    return None if number is None else replace(span, anchor=Anchor(unit, -number))


def _period(span: Reading, found: dict[str, str]) -> Reading:
    """21世紀, 90年代, 第1四半期."""
    if "century" in found:
        return replace(span, year=(int(found["century"]) - 1) * 100, part="century")
    if "decade2" in found:
        return replace(span, year=int(found["decade2"]), short_year=True, part="decade")
    return replace(span, part=f"quarter-{read_number(found['qa'])}")


def _checked(reading: Reading) -> Reading | None:
    """None where the numbers are no date: 13月, 45日, 3000年, or a term without its year."""
    year = reading.year
    if year is not None and not reading.short_year and not YEARS[0] <= year <= YEARS[1]:
        return None
    if reading.month is not None and not 1 <= reading.month <= 12:
        return None
    if reading.day is not None and not 1 <= reading.day <= 31:
        return None
    if reading.part == "term" and reading.year is None and reading.anchor is None:
        return None
    if reading.until is not None and _checked(reading.until) is None:
        return None
    return reading if _says_something(reading) else None


def _says_something(reading: Reading) -> bool:
    return any(value is not None for value in (reading.year, reading.anchor, reading.month, reading.day, reading.part))


def _join_ranges(readings: list[Reading], text: str) -> Iterator[Reading]:
    """1月1日から3日まで, 2020年〜23年末: two dates that are one range."""
    index = 0
    while index < len(readings):
        first = readings[index]
        second = readings[index + 1] if index + 1 < len(readings) else None
        if second is not None and first.until is None and second.until is None and _is_range(first, second, text):
            yield replace(first, end=second.end, until=second)
            index += 2
        else:
            yield first
            index += 1


def _is_range(first: Reading, second: Reading, text: str) -> bool:
    between = text[first.end : second.start]
    if re.fullmatch(TO, between):
        return True
    return between in {"から", "から同"} and text.startswith("まで", second.end)
