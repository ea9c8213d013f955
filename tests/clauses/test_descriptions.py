"""Descriptions: what stands beside a name says something of it."""

import pytest

DESCRIPTIONS = [
    ("トランプ米大統領が到着した。", ["office: agent=ドナルド・トランプ target=米国"]),
    ("中国の習近平国家主席が到着した。", ["office: agent=習近平 target=中国"]),
    ("NATOのマルク・ルッテ事務総長が発言した。", ["office: agent=マルク・ルッテ target=NATO"]),
    (
        "エヌビディアのジェンスン・フアン最高経営責任者が訪台した。",
        ["office: agent=ジェンスン・フアン target=エヌビディア"],
    ),
    ("米半導体大手エヌビディアが発表した。", ["nationality: place=米国 theme=エヌビディア"]),
    ("韓国のサムスン電子が発表した。", ["nationality: place=韓国 theme=サムスン電子"]),
    (
        "サウジアラビア国営石油会社サウジアラムコが発表した。",
        ["state_owned: agent=サウジアラビア theme=サウジアラムコ"],
    ),
    ("ロシア産LNGを日本が輸入した。", ["produced_by: agent=ロシア theme=液化天然ガス"]),
    ("中国製の電気自動車に関税を課した。", ["produced_by: agent=中国 theme=電気自動車"]),
    ("韓国・釜山で会談した。", ["located: place=韓国 theme=釜山"]),
    ("西アフリカのニジェールで会談した。", ["located: place=西アフリカ theme=ニジェール"]),
    ("デンマーク自治領グリーンランドを訪れた。", ["part_of: target=デンマーク theme=グリーンランド"]),
    ("三菱商事傘下のローソンが発表した。", ["subsidiary_of: agent=三菱商事 theme=ローソン"]),
    # look-alikes: names beside each other that say nothing of one another
    ("米国とトランプ大統領が合意した。", []),
    ("中国のファーウェイへの制裁を米国が強めた。", ["nationality: place=中国 theme=ファーウェイ"]),
    ("米国のグリーンランド購入は頓挫した。", []),
    ("米国はエヌビディアに許可した。", []),
    ("日本の対中関税は低い。", []),
    ("トランプ氏が発言した。", []),
]


@pytest.mark.parametrize(("text", "expected"), DESCRIPTIONS)
def test_descriptions_beside_names(text, expected, descriptions):
    assert descriptions(text) == expected
