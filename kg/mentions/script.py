"""Characters by script: where a run of kana, kanji or Latin letters ends."""

from __future__ import annotations

import re

FOREIGN_RUN = re.compile(r"[ァ-ヺーA-Za-zÀ-ɏ0-9&.'’+\-]+(?:[・=＝゠\- ]?[ァ-ヺーA-Za-zÀ-ɏ0-9&.'’+\-]+)*")
"""A name in katakana or Latin letters, joined by ・, = or a space: J・D・バンス, CKハチソン・ホールディングス."""


KANJI = "㐀"
"""The first ideograph: all that lies above is neither kana nor an unaccented letter."""


def is_katakana(char: str) -> bool:
    """True for katakana and the long-vowel mark."""
    return "ァ" <= char <= "ヺ" or char == "ー"


def is_hiragana(char: str) -> bool:
    """True for hiragana."""
    return "ぁ" <= char <= "ゖ"


def is_latin(char: str) -> bool:
    """True for Latin letters, also accented ones."""
    return "A" <= char <= "Z" or "a" <= char <= "z" or "À" <= char <= "ɏ"


def is_kanji(char: str) -> bool:
    """True for ideographs and 々."""
    return "㐀" <= char <= "鿿" or char == "々" or "豈" <= char <= "﫿" or char >= "𠀀"


def shape_of(text: str) -> str:
    """``kana``, ``kanji``, ``latin`` or ``mixed``; marks, digits and spaces don't count. Hiragana is kana."""
    shapes = set()
    for char in text:
        if is_katakana(char) or is_hiragana(char):
            shapes.add("kana")
        elif is_kanji(char):
            shapes.add("kanji")
        elif is_latin(char):
            shapes.add("latin")
    return shapes.pop() if len(shapes) == 1 else "mixed"


def joins(left: str, right: str) -> bool:
    """True if two neighbouring characters belong to one katakana or Latin word, so that no name ends between."""
    if left >= KANJI or right >= KANJI:
        return False
    if is_katakana(left) and is_katakana(right):
        return True
    left_word, right_word = is_latin(left) or left.isdigit(), is_latin(right) or right.isdigit()
    return left_word and right_word


def foreign_start(text: str, end: int) -> int:
    """Where the katakana or Latin name that ends at ``end`` begins; ``end`` if none does."""
    start = end
    while start > 0 and _belongs(text, start - 1, end):
        start -= 1
    while start < end and text[start] in "・=＝゠.-'’& ー":
        start += 1
    return start


def _belongs(text: str, position: int, end: int) -> bool:
    """Whether a character may stand inside a foreign name that ends at ``end``."""
    char = text[position]
    if is_katakana(char) or is_latin(char) or char in "・=＝゠":
        return True
    after_latin = position > 0 and is_latin(text[position - 1])
    if char in ".-'’&":
        return after_latin
    return char == " " and after_latin and position + 1 < end and is_latin(text[position + 1])


def foreign_end(text: str, start: int) -> int:
    """Where the katakana or Latin name that begins at ``start`` ends; ``start`` if none does."""
    match = FOREIGN_RUN.match(text, start)
    end = match.end() if match else start
    while end > start and text[end - 1] in "・=＝゠.-'’& ":
        end -= 1
    return end
