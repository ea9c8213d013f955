"""Headlines: no particles, verbal nouns without する, へ and か at the end."""

import pytest

HEADLINES = [
    ("トランプ大統領、追加関税を発表", "発表", "agent=ドナルド・トランプ theme=関税"),
    ("中国、ガリウム輸出を禁止", "禁止", "agent=中国 theme=ガリウム"),
    ("日本製鉄、USスチールを買収へ", "買収", "agent=日本製鉄 theme=USスチール"),
    ("EU、ロシアに追加制裁", "追加制裁", "agent=欧州連合 target=ロシア"),
    ("英国、半導体規制を強化", "強化", "agent=英国 theme=規制"),
    ("韓国、潜水艦をカナダに輸出", "輸出", "agent=韓国 target=カナダ theme=潜水艦"),
    ("ロシア、核実験再開か", "再開", "agent=ロシア theme=核実験"),
    ("豪首相、中国を訪問", "訪問", "agent=豪首相 goal=中国"),
    ("インドネシア、ニッケル鉱石禁輸へ", "禁輸", "agent=インドネシア theme=ニッケル鉱石"),
    ("インド、ロシア産原油の輸入削減", "削減", "agent=インド theme=輸入"),
    ("米中首脳、関税で合意", "合意", "agent=米国+中国 topic=関税"),
    ("チリ政府がリチウム国有化", "国有化", "agent=チリ政府 theme=リチウム"),
    ("NATO、ウクライナ支援で一致", "一致", "agent=NATO topic=支援"),
    # look-alikes: a bare name that is no subject
    ("日本、韓国両政府が協議", "協議", "agent=日本+韓国"),
    ("中国、インド、ブラジルが参加", "参加", "agent=中国+インド+ブラジル"),
    ("昨年、中国が輸出", "輸出", "agent=中国 time=昨年"),
    pytest.param("東京、大阪で会合", "会合", "place=東京+大阪", marks=pytest.mark.xfail(reason="bare places")),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), HEADLINES)
def test_headlines_without_particles(text, predicate, expected, arguments):
    assert arguments(text, predicate) == sorted(expected.split())
