"""Noun predicates: what compounds, affixes and genitives give a verbal or relational noun."""

import pytest

COMPOUNDS = [
    ("グリーンランド購入を米大統領は検討した。", "購入", "agent=米大統領 theme=グリーンランド"),
    ("日米会談は来月に開かれる。", "会談", "agent=日本+米国"),
    ("米中対立は深まった。", "対立", "agent=米国+中国"),
    ("日韓協力が進んだ。", "協力", "agent=日本+韓国"),
    ("対日輸出規制は緩和された。", "規制", "target=日本 theme=輸出"),
    ("対日輸出規制は緩和された。", "輸出", "target=日本"),
    ("対中関税は25%だ。", "関税", "target=中国"),
    ("キーウ攻撃は続いた。", "攻撃", "target=キーウ"),
    ("中国依存は深刻だ。", "依存", "target=中国"),
    ("イラン制裁を議会が可決した。", "制裁", "target=イラン"),
    ("台湾支援は超党派の課題だ。", "支援", "target=台湾"),
    ("ガリウム輸出は急減した。", "輸出", "theme=ガリウム"),
    ("NATO加盟は実現した。", "加盟", "target=NATO"),
    ("USスチール買収は完了した。", "買収", "theme=USスチール"),
    ("米国産LNG輸入が増えた。", "輸入", "theme=液化天然ガス"),
    # look-alikes: compounds whose head is a thing, or that are no act
    pytest.param(
        "石油生産船は港に着いた。", "生産", None, marks=pytest.mark.xfail(reason="compounds whose head is a thing")
    ),
    ("輸出企業は反発した。", "輸出", None),
    ("米大統領選挙は接戦だ。", "大統領", None),
    ("制裁関税の撤廃は遠い。", "撤廃", "theme=関税"),
]

GENITIVES = [
    ("中国の対日輸出規制は続いている。", "規制", "agent=中国 target=日本 theme=輸出"),
    ("中国の対日輸出規制は続いている。", "輸出", "agent=中国 target=日本"),
    ("中国のレアアース輸出規制は長引いた。", "規制", "agent=中国 theme=レアアース"),
    ("米国のグリーンランド購入は頓挫した。", "購入", "agent=米国 theme=グリーンランド"),
    ("米国によるグリーンランド領有をデンマークは拒んだ。", "領有", "agent=米国 theme=グリーンランド"),
    ("台湾への武器売却は続いた。", "売却", "target=台湾 theme=武器"),
    ("日本の中国への依存は強い。", "依存", "agent=日本 target=中国"),
    ("ロシアのウクライナへの侵攻は長引いた。", "侵攻", "agent=ロシア target=ウクライナ"),
    ("イランとの核交渉は中断した。", "核交渉", "partner=イラン"),
    ("ロシアからの原油輸入は増えた。", "輸入", "origin=ロシア theme=原油"),
    ("韓国によるロシア向け輸出の禁止は効いた。", "禁止", "agent=韓国 theme=輸出"),
    ("レアアースの調達は難しい。", "調達", "theme=レアアース"),
    pytest.param(
        "サウジアラビアとイランの国交回復を中国が仲介した。",
        "回復",
        "agent=サウジアラビア+イラン theme=国交",
        marks=pytest.mark.xfail(reason="unnamed members of compounds"),
    ),
    ("フィリピンにおける米軍の駐留は増えた。", "駐留", "agent=米軍 place=フィリピン"),
    ("北朝鮮のミサイル発射を日本は非難した。", "ミサイル発射", "agent=北朝鮮"),
    # look-alikes: の before a noun that is no act, and of time or number
    ("中国の船は退去した。", "船", "agent=中国"),
    ("昨年の輸入は減った。", "輸入", "time=昨年"),
    ("2度の延期を経て会談は実現した。", "延期", ""),
    ("今回の制裁は長引いた。", "制裁", ""),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), COMPOUNDS)
def test_members_of_compounds(text, predicate, expected, arguments):
    assert arguments(text, predicate) == (None if expected is None else expected.split())


@pytest.mark.parametrize(("text", "predicate", "expected"), GENITIVES)
def test_adnominal_phrases(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()
