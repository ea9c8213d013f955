"""Descriptions by construction: kinds of places, owners that are firms, parts of bodies, makers of models, groups."""

import pytest

PLACES = [
    ("コンゴ民主共和国の首都キンシャサで会談した。", ["located: place=コンゴ民主共和国 theme=キンシャサ"]),
    ("ドイツ北部の港町ハンブルクを訪れた。", ["located: place=ドイツ theme=ハンブルク"]),
    ("太平洋の島国ナウルを訪問した。", ["located: place=太平洋 theme=ナウル"]),
    ("ブラジル北部ベレンで開いた。", ["located: place=ブラジル theme=ベレン"]),
    ("インド西部グジャラート州に建てる。", ["located: place=インド theme=グジャラート州"]),
    ("米東部ボストンで演説した。", ["located: place=米国 theme=ボストン"]),
    ("ロシア極東のウラジオストクで会談した。", ["located: place=ロシア theme=ウラジオストク"]),
    ("ナイジェリア最大の商業都市ラゴスを訪れた。", ["located: place=ナイジェリア theme=ラゴス"]),
    ("フランスの首都はパリだ。", ["located: place=フランス theme=パリ"]),
    ("ラゴスはナイジェリア最大の都市である。", ["located: place=ナイジェリア theme=ラゴス"]),
    ("サウジアラビアが首都リヤドで会議を開いた。", ["located: place=サウジアラビア theme=リヤド"]),
    (
        "タイやベトナムなど東南アジア諸国が参加した。",
        ["located: place=東南アジア theme=タイ", "located: place=東南アジア theme=ベトナム"],
    ),
    # look-alikes: beside, not in; the noun further on; a country that the text does not name
    ("首都ワシントンでの会談を終えた。", []),
    ("ベネズエラ沖のカリブ海で船を沈めた。", []),
    ("台湾の対岸の福建省で演習した。", []),
    ("カナダの隣国グリーンランドを訪れた。", []),
    ("ロシアの港町オデーサへの攻撃が続く。", []),
    ("米国のイスラエルへの支援が続く。", []),
]

OWNERS = [
    ("日本製鉄の子会社USスチールが発表した。", ["subsidiary_of: agent=日本製鉄 theme=USスチール"]),
    ("グーグルの親会社アルファベットが発表した。", ["subsidiary_of: agent=アルファベット theme=グーグル"]),
    ("アームの親会社はソフトバンクグループだ。", ["subsidiary_of: agent=ソフトバンクグループ theme=アーム"]),
    ("インド政府系のコール・インディアが発表した。", ["state_owned: agent=インド政府 theme=コール・インディア"]),
    ("日立製作所系の日立ハイテクが発表した。", ["subsidiary_of: agent=日立製作所 theme=日立ハイテク"]),
    ("中国資本のネクスペリアへの措置を止めた。", ["subsidiary_of: agent=中国 theme=ネクスペリア"]),
    (
        "英豪系のリオ・ティントが発表した。",
        ["nationality: place=英国 theme=リオ・ティント", "nationality: place=豪州 theme=リオ・ティント"],
    ),
    (
        "カタールとエクソンモービルの合弁会社ゴールデン・パスLNGが輸出した。",
        [
            "subsidiary_of: agent=エクソンモービル theme=ゴールデン・パスLNG",
            "subsidiary_of: agent=カタール theme=ゴールデン・パスLNG",
        ],
    ),
    (
        "ボーイングの米国子会社インシツが納入した。",
        ["nationality: place=米国 theme=インシツ", "subsidiary_of: agent=ボーイング theme=インシツ"],
    ),
    (
        "日産自動車の筆頭株主は仏ルノーだ。",
        ["nationality: place=フランス theme=ルノー", "subsidiary_of: agent=ルノー theme=日産自動車"],
    ),
    # look-alikes: the owner has no name; it is denied; it is no owner
    ("中国のネット大手傘下のラザダが撤退した。", []),
    ("ポルシェはフォルクスワーゲンの子会社ではない。", []),
    ("イラン系の武装組織ヒズボラが攻撃した。", []),
    ("日本とトヨタが合意した。", []),
]

PARTS = [
    ("米商務省傘下の産業安全保障局が発表した。", ["subsidiary_of: agent=米商務省 theme=米産業安全保障局"]),
    ("世界銀行グループの国際金融公社が融資した。", ["part_of: target=世界銀行 theme=国際金融公社"]),
    ("仏領ニューカレドニアを訪れた。", ["part_of: target=フランス theme=ニューカレドニア"]),
    ("ケイマン諸島は英領だ。", ["part_of: target=英国 theme=ケイマン諸島"]),
    ("グアムは米国の準州である。", ["part_of: target=米国 theme=グアム"]),
    ("中国の特別行政区マカオを訪れた。", ["part_of: target=中国 theme=マカオ"]),
    ("国連の専門機関である国際海事機関は採択した。", ["part_of: target=国連 theme=国際海事機関"]),
    ("国連児童基金は国連の一機関だ。", ["part_of: target=国連 theme=国連児童基金"]),
    ("BRICSの一員であるエチオピアが賛成した。", ["member_of: target=BRICS theme=エチオピア"]),
    ("ドイツなどNATO加盟国が反対した。", ["member_of: target=NATO theme=ドイツ"]),
    ("OPEC非加盟国のブラジルが増産した。", []),
    ("EUの加盟候補国セルビアが拒んだ。", []),
]

MODELS = [
    ("ボーイングの最新旅客機「777X」が飛んだ。", ["produced_by: agent=ボーイング theme=ボーイング777X"]),
    ("エヌビディアのAI半導体「ブラックウェル」が届いた。", ["produced_by: agent=エヌビディア theme=ブラックウェル"]),
    ("オープンAIの対話型AI「チャットGPT」を使う。", ["produced_by: agent=オープンAI theme=チャットGPT"]),
    ("ノボノルディスクの肥満症薬「ウゴービ」が売れた。", ["produced_by: agent=ノボノルディスク theme=ウゴービ"]),
    # look-alikes: who flies, sails or fires it does not make it
    ("全日空の旅客機「B787」が着陸した。", []),
    ("日本郵船の自動車運搬船「ギャラクシー」が攻撃された。", []),
    ("米軍のF16が墜落した。", []),
    ("米国の主力戦車「エイブラムス」を送った。", []),
]

FIRMS = [
    (
        "韓国のサムスン電子とSKハイニックスが発表した。",
        ["nationality: place=韓国 theme=SKハイニックス", "nationality: place=韓国 theme=サムスン電子"],
    ),
    (
        "ロシアの石油大手ロスネフチとルクオイルを制裁した。",
        ["nationality: place=ロシア theme=ルクオイル", "nationality: place=ロシア theme=ロスネフチ"],
    ),
    (
        "日本の三菱商事と豪BHPが提携した。",
        ["nationality: place=日本 theme=三菱商事", "nationality: place=豪州 theme=BHP"],
    ),
    ("中国の電子機器大手、聞泰科技が発表した。", ["nationality: place=中国 theme=聞泰科技"]),
    ("BYDをはじめとする中国メーカーが進出した。", ["nationality: place=中国 theme=BYD"]),
    ("韓国の高麗亜鉛の米国子会社が買った。", ["nationality: place=韓国 theme=高麗亜鉛"]),
    ("ラスベガスでのCESに首相が出席した。", ["venue: place=ラスベガス theme=CES"]),
    ("日本でのCESの報道が増えた。", []),
    # look-alikes: what it is to the country, or where only a part of it is
    ("中国のトヨタの販売店が閉まった。", []),
    ("米国の取引先TSMCが発表した。", []),
    ("親イラン武装組織ヒズボラが攻撃した。", []),
    ("中国の計画が進む。", []),
]


@pytest.mark.parametrize(("text", "expected"), [*PLACES, *OWNERS, *PARTS, *MODELS, *FIRMS])
def test_descriptions_by_construction(text, expected, descriptions):
    assert descriptions(text) == expected
