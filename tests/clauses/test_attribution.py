"""Attribution: who says what a clause says."""

import pytest

SOURCES = [
    pytest.param(
        "米国防総省によると、中国は空母を派遣した。",
        "派遣",
        "米国防総省",
        marks=pytest.mark.xfail(reason="a speaker named once"),
    ),
    ("中国商務省は輸出を規制すると発表した。", "規制", "中国商務省"),
    ("ロイター通信は米国が合意したと報じた。", "合意", "ロイター通信"),
    ("トランプ大統領は関税を撤廃すると述べた。", "撤廃", "ドナルド・トランプ"),
    ("ウクライナ軍は艦船を撃沈したと主張した。", "撃沈", "ウクライナ軍"),
    ("茂木敏充外相は米国が撤退すると語った。", "撤退", "茂木敏充"),
    ("IAEAはイランが濃縮したと指摘した。", "濃縮", "国際原子力機関"),
    pytest.param(
        "国連によれば、ロシアは港を攻撃した。", "攻撃", "国連", marks=pytest.mark.xfail(reason="a speaker named once")
    ),
    ("日本政府は中国が違反したと批判した。", "違反", "日本政府"),
    ("ブルームバーグ通信は、米国が規制を検討していると伝えた。", "規制", "ブルームバーグ"),
    ("中国は攻撃していないと反論した。", "攻撃", "中国"),
    ("英国は、米国が派遣を発表したことを確認した。", "派遣", "米国 英国"),
    # look-alikes: によると and verbs of saying that attribute nothing
    ("中国は輸出を禁止した。日本は反発すると発表した。", "禁止", ""),
    ("ロシアによる攻撃は続いた。", "攻撃", ""),
    ("米国は発表に先立ち、部隊を派遣した。", "派遣", ""),
    ("中国はイランと話すため代表を派遣した。", "派遣", ""),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), SOURCES)
def test_sources(text, predicate, expected, sources):
    assert sources(text, predicate) == expected.split()
