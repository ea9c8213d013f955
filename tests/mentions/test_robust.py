"""Names in texts that are long, odd or hostile, and the pace."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from kg.mentions import find_mentions
from kg.model import Sentence


def sentence(text: str) -> Sentence:
    return Sentence("test", 0, 0, 0, len(text), text, tuple(range(len(text) + 1)))


ODD = [
    ("", []),
    (" 　 ", []),
    ("\x00\x01", []),
    ("日本\u200bと米国", ["日本", "米国"]),
    ("😀日本😀", ["日本"]),
    ("(((((「「「", []),
    ("アアアアアアアアアアアア", []),
    ("・・・・=・", []),
]


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_odd_texts(text, expected, names):
    assert names(text) == expected


@pytest.mark.parametrize("piece", ["日本と", "𠮷野と米国が、", "ア" * 11 + "・", "「米", "(日本("])
def test_very_long_sentences_are_read_whole_and_in_linear_time(piece, namer):
    short = _seconds(piece * 500, namer)
    assert _seconds(piece * 5000, namer) < 40 * short + 0.5


def _seconds(text: str, namer) -> float:
    begin = time.perf_counter()
    find_mentions(sentence(text), namer)
    return time.perf_counter() - begin


def test_the_last_name_of_a_very_long_sentence_is_found(namer):
    text = "石を運び、" * 6000 + "日本に着いた。"
    assert [mention.text for mention in find_mentions(sentence(text), namer)] == ["日本"]


def test_mentions_are_ordered_and_do_not_overlap(namer):
    text = "トランプ米大統領は、日米豪印の枠組みで中国商務省の林剣報道官が触れたTSMC(台湾積体電路製造)を語った。"
    mentions = find_mentions(sentence(text), namer)
    assert [m for a, b in pairwise(mentions) for m in (a, b) if a.end > b.start] == []
    assert all(text[m.start : m.end] == m.text for m in mentions)
