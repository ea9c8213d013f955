"""Nouns and adjectives that predicate: what something is said to be."""

import pytest

COPULAS = [
    ("ウランは戦略物資だ。", "戦略物資", "agent=ウラン"),
    ("ペルーは銀の宝庫である。", "宝庫", "place=ペルー theme=銀"),
    ("TSMCは台湾の会社です。", "会社", "agent=TSMC"),
    ("ニッケルは電池の原料だった。", "原料", "agent=ニッケル"),
    ("中国はイランの貿易相手。", "相手", "agent=中国"),
    ("リチウムとは、軽い金属だ。", "金属", "agent=リチウム"),
    ("デンマークが同盟国なら、米国は併合しない。", "同盟国", "agent=デンマーク"),
    ("レアアースは重要だ。", "重要", "agent=レアアース"),
    ("インドは中立だった。", "中立", "agent=インド"),
    ("ロシアの影響力は大きい。", "大きい", "theme=影響力"),
    ("安価な液化天然ガスを日本は輸入した。", "安価", "agent=液化天然ガス"),
    ("重要な鉱物を米国は備蓄した。", "重要", "agent=鉱物"),
    # look-alikes: で of a place or means, に of an adverb, names that end a headline
    ("米国はジュネーブで、イランと会談した。", "会談", "agent=米国 partner=イラン place=ジュネーブ"),
    ("中国は正式に加盟した。", "加盟", "agent=中国"),
    pytest.param(
        "ロシアは不正に資金を調達した。",
        "調達",
        "agent=ロシア theme=資金",
        marks=pytest.mark.xfail(reason="adverbs out of nouns"),
    ),
    ("米国、ロシア、中国", "中国", None),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), COPULAS)
def test_copular_nouns_and_adjectives(text, predicate, expected, arguments):
    assert arguments(text, predicate) == (None if expected is None else expected.split())
