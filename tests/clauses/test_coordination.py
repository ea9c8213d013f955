"""Coordination: lists of nouns are one argument, chains of predicates share theirs."""

import pytest

NOUNS = [
    ("日本と韓国は抗議した。", "抗議", "agent=日本+韓国"),
    ("米国や英国、カナダが制裁を発動した。", "発動", "agent=米国+英国+カナダ theme=制裁"),
    ("中国はガリウムとゲルマニウムの輸出を禁止した。", "禁止", "agent=中国 theme=ガリウム+ゲルマニウム"),
    ("チリは銅や銀、リチウムなどを輸出する。", "輸出", "agent=チリ theme=銅+銀+リチウム"),
    ("トヨタ自動車、ホンダ、日産自動車の3社は提携した。", "提携", "agent=トヨタ自動車+ホンダ+日産自動車"),
    pytest.param(
        "EUはロシアおよびベラルーシを制裁した。",
        "制裁",
        "agent=欧州連合 theme=ロシア+ベラルーシ",
        marks=pytest.mark.xfail(reason="および"),
    ),
    ("米国は日本、豪州、インドと協議した。", "協議", "agent=米国 partner=日本+豪州+インド"),
    ("ロシアは北朝鮮とイランから弾薬を調達した。", "調達", "agent=ロシア origin=北朝鮮+イラン theme=弾薬"),
    ("ドイツなど欧州5カ国が反対した。", "反対", "agent=ドイツ"),
    ("インドネシアとマレーシアの両国は合意した。", "合意", "agent=インドネシア+マレーシア"),
    ("中国、ロシア両国は演習を実施した。", "実施", "agent=中国+ロシア theme=演習"),
    ("スウェーデンとフィンランドがNATOに加盟した。", "加盟", "agent=スウェーデン+フィンランド target=NATO"),
    # look-alikes: と and 、 that join no list
    ("日本は韓国と協議した。", "協議", "agent=日本 partner=韓国"),
    (
        "習近平国家主席はプーチン大統領と北京で会談した。",
        "会談",
        "agent=習近平 partner=ウラジーミル・プーチン place=北京",
    ),
    ("インドは、ロシアから原油を買う。", "買う", "agent=インド origin=ロシア theme=原油"),
    pytest.param(
        "豪州とは英国が協力した。",
        "協力",
        "agent=英国 partner=豪州",
        marks=pytest.mark.xfail(reason="a topic hung on a noun"),
    ),
]

PREDICATES = [
    ("日本は中国に抗議し、撤回を求めた。", "求める", "agent=日本 target=中国 theme=撤回"),
    ("米国は声明を発表し、原油の輸出を禁止した。", "禁止", "agent=米国 theme=原油"),
    ("トランプ大統領は中国を訪問し、習近平国家主席と会談した。", "会談", "agent=ドナルド・トランプ partner=習近平"),
    ("両首脳は会談し、停戦で合意した。", "合意", "agent=首脳 topic=停戦"),
    ("韓国は規制を緩和して、投資を呼び込んだ。", "緩和", "agent=韓国 theme=規制"),
    ("中国は輸出を規制しつつ、増産を進めた。", "規制", "agent=中国 theme=輸出"),
    ("ロシアは攻撃を続けたが、ウクライナは耐えた。", "耐える", "agent=ウクライナ"),
    ("日本は減税を進めたが、韓国は増税した。", "進める", "agent=日本 theme=減税"),
    ("イランは核合意を離脱し、濃縮を再開し、査察を拒否した。", "再開", "agent=イラン theme=濃縮"),
    ("英国はロシア産原油の輸入を止め、石炭も禁輸した。", "禁輸", "agent=英国 theme=石炭"),
    ("インドは戦闘機を購入し潜水艦を建造する。", "購入", "agent=インド theme=戦闘機"),
    ("米国が制裁を科し、中国が報復した。", "報復", "agent=中国"),
    ("サウジアラビアは米国と協定を結び、原発を建設する。", "建設", "agent=サウジアラビア theme=原発"),
    # look-alikes: a clause with a subject of its own shares none
    ("関税が上がり、米国は輸入を減らした。", "上がる", "theme=関税"),
    ("価格が低下したため、豪州は減産した。", "低下", "theme=価格"),
    ("日本が撤退すれば、中国が進出する。", "撤退", "agent=日本"),
    ("米国は撤退し、価格が上昇した。", "上昇", "theme=価格"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), NOUNS)
def test_lists_of_nouns(text, predicate, expected, arguments):
    assert arguments(text, predicate) == sorted(expected.split())


@pytest.mark.parametrize(("text", "predicate", "expected"), PREDICATES)
def test_chains_of_predicates(text, predicate, expected, arguments):
    assert arguments(text, predicate) == sorted(expected.split())
