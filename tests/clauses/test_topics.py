"""Topics: what は, も, には, では stand for."""

import pytest

TOPICS = [
    ("中国はガリウムの輸出を規制した。", "規制", "agent=中国 theme=ガリウム"),
    ("ガリウムは中国が輸出を規制した。", "規制", "agent=中国 theme=輸出 topic=ガリウム"),
    ("ニッケル鉱石はインドネシアが輸出した。", "輸出", "agent=インドネシア theme=ニッケル鉱石"),
    ("EUもロシアの銀行を制裁した。", "制裁", "agent=欧州連合 theme=銀行"),
    ("台湾には米国が戦闘機を売却した。", "売却", "agent=米国 target=台湾 theme=戦闘機"),
    ("英国とはカナダが協定を結んだ。", "結ぶ", "agent=カナダ partner=英国 theme=協定"),
    ("チリではBHPが銅を生産する。", "生産", "agent=BHP place=チリ theme=銅"),
    ("ロシアからはハンガリーが天然ガスを輸入した。", "輸入", "agent=ハンガリー origin=ロシア theme=天然ガス"),
    ("ベトナムこそレアアースの開発を急いだ。", "急ぐ", "agent=ベトナム theme=レアアース"),
    ("NATOへはスウェーデンが加盟した。", "加盟", "agent=スウェーデン target=NATO"),
    ("韓国政府は半導体企業への補助金も検討した。", "検討", "agent=韓国政府 theme=補助金"),
    ("イランについては米国が制裁を強化した。", "強化", "agent=米国 theme=制裁 topic=イラン"),
    ("リチウムは電池メーカーが確保を急ぐ。", "急ぐ", "agent=メーカー theme=確保 topic=リチウム"),
    # look-alikes
    ("昨年は中国がリチウムを増産した。", "増産", "agent=中国 theme=リチウム time=昨年"),
    ("中国は少なくともウランの輸入を続けた。", "続ける", "agent=中国 theme=ウラン"),
    ("価格は上昇した。", "上昇", "theme=価格"),
    ("チタンの価格は日本でも上昇した。", "上昇", "place=日本 theme=チタン"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), TOPICS)
def test_topics_take_the_case_they_hide(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()
