"""Numbers as dates have them: 12, 十二, 二〇二六, 元."""

from __future__ import annotations

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
KANJI = "〇零一二三四五六七八九十百"


def read_number(text: str) -> int | None:
    """The value of a number, None if it is none: ``元`` (the first year of an era) is 1."""
    if text == "元":
        return 1
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(sign in DIGITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    return _read_tens(text)


def _read_tens(text: str) -> int | None:
    """二十三, 百十: digits before 十 and 百."""
    total, pending = 0, 0
    for sign in text:
        if sign in DIGITS:
            pending = pending * 10 + DIGITS[sign]
        elif sign in "十百":
            total += (pending or 1) * (10 if sign == "十" else 100)
            pending = 0
        else:
            return None
    return total + pending if text else None
