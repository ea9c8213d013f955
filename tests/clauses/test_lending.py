"""What one clause lends another: laws and their makers, owners of what is hit, clefts, possible acts, crews, trying."""

import pytest

LENT = [
    # laws: who makes one does what it does
    ("議会は石炭の輸出を禁じる「石炭管理法」を可決した。", "可決", "agent=議会 theme=石炭管理法"),
    ("カナダ議会が銀行を優遇する「銀行促進法」を可決した。", "可決", "agent=カナダ議会 theme=銀行促進法"),
    ("ペルーはチリを制裁する「海洋管理法」を批判した。", "制裁", "theme=チリ"),
    # owners of what is hit
    ("トルコはシリアの倉庫への攻撃を強めた。", "攻撃", "agent=トルコ target=倉庫"),
    ("トルコはシリアの倉庫への攻撃を批判した。", "攻撃", "target=倉庫"),
    # clefts
    ("港を封鎖したのはイランだった。", "封鎖", "agent=イラン theme=港"),
    ("港を封鎖したのはイランではない。", "封鎖", "theme=港"),
    # what may happen
    ("ペルーは鉱山を接収する可能性がある。", "接収", "agent=ペルー theme=鉱山"),
    ("カナダはペルーが鉱山を接収する恐れがあると警告した。", "接収", "agent=ペルー theme=鉱山"),
    # whose weapon acts
    ("タイ海軍の艦船がカンボジアを砲撃した。", "砲撃", "agent=タイ海軍 theme=カンボジア"),
    # trying
    ("カナダはライナスを買収しようとした。", "買収", "agent=カナダ theme=ライナス"),
    # の for が
    ("カナダ政府の進める計画にペルーが加わった。", "進める", "agent=カナダ政府 theme=計画"),
    # parts of what is under の
    ("インドはイランへの制裁の一部を解除した。", "制裁", "agent=インド target=イラン"),
    # passives with an object
    ("ポーランドはガスの供給をロシアに握られている。", "握る", "agent=ロシア target=ポーランド theme=供給"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), LENT)
def test_clauses_lend_arguments(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()
