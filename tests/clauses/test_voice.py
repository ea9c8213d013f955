"""Voice: passives, causatives and potentials show the roles of the plain verb."""

import pytest

PASSIVE = [
    ("ファーウェイは米商務省に制裁された。", "制裁", "agent=米商務省 theme=ファーウェイ"),
    ("ニッケル鉱石の輸出はインドネシア政府によって禁止された。", "禁止", "agent=インドネシア政府 theme=ニッケル鉱石"),
    ("デンマークの外相が米国に非難された。", "非難", "agent=米国 theme=デンマーク"),
    ("USスチールは日本製鉄により買収された。", "買収", "agent=日本製鉄 theme=USスチール"),
    ("台湾に戦闘機が売却された。", "売却", "target=台湾 theme=戦闘機"),
    ("活動家がベラルーシ当局に拘束された。", "拘束", "agent=ベラルーシ theme=活動家"),
    pytest.param(
        "鉱山は武装勢力に占拠された。",
        "占拠",
        "agent=勢力 theme=鉱山",
        marks=pytest.mark.xfail(reason="unnamed actors"),
    ),
    ("ロシアは主要7カ国から制裁された。", "制裁", "agent=G7 theme=ロシア"),
    ("停戦案がエジプトから提示された。", "提示", "agent=エジプト theme=案"),
    ("工場はTSMCによって熊本県に建設された。", "建設", "agent=TSMC goal=熊本県 theme=工場"),
    ("イランに対する制裁が解除された。", "解除", "theme=制裁"),
    pytest.param(
        "米国に追放された中国の記者が帰国した。",
        "追放",
        "agent=米国 theme=記者",
        marks=pytest.mark.xfail(reason="people who hold no office"),
    ),
    # look-alikes: に that is no agent, れる that is no passive
    ("チタンがウクライナで採掘された。", "採掘", "place=ウクライナ theme=チタン"),
    ("原油は日本に輸出された。", "輸出", "target=日本 theme=原油"),
    ("艦隊はペルシャ湾に派遣された。", "派遣", "goal=ペルシャ湾 theme=艦隊"),
    ("中国の船団が海域に現れた。", "現れる", "agent=船団 goal=海域"),
]

CAUSATIVE_AND_POTENTIAL = [
    ("米国はメキシコに関税を撤回させた。", "撤回", "agent=メキシコ cause=米国 theme=関税"),
    ("ロシアは北朝鮮に兵士を派遣させた。", "派遣", "agent=北朝鮮 cause=ロシア theme=兵士"),
    ("日本はレアアースを国内で精錬できる。", "精錬", "agent=日本 place=国内 theme=レアアース"),
    ("インドは原油をロシアから輸入できた。", "輸入", "agent=インド origin=ロシア theme=原油"),
    ("中国は米国に農産物を輸出できなかった。", "輸出", "agent=中国 target=米国 theme=農産物"),
    ("英国は空母を太平洋に展開できる。", "展開", "agent=英国 goal=太平洋 theme=空母"),
    pytest.param(
        "政府は銀行に債務を免除させた。",
        "免除",
        "agent=銀行 cause=日本政府 theme=債務",
        marks=pytest.mark.xfail(reason="causatives"),
    ),
    ("韓国は潜水艦を建造できるようになった。", "建造", "agent=韓国 theme=潜水艦"),
    ("イスラエルはイランの核施設を攻撃できる。", "攻撃", "agent=イスラエル theme=施設"),
    ("トルコはスウェーデンをNATOに加盟させた。", "加盟", "agent=スウェーデン cause=トルコ target=NATO"),
    pytest.param(
        "中国は台湾の企業を撤退させた。", "撤退", "agent=企業 cause=中国", marks=pytest.mark.xfail(reason="causatives")
    ),
    ("ノルウェーは天然ガスをドイツに供給できる。", "供給", "agent=ノルウェー target=ドイツ theme=天然ガス"),
    # look-alikes: transitive verbs in -す and -せる, no causatives
    ("米政府は関税の効果を見せた。", "見せる", "agent=米政府 theme=効果"),
    ("中国は漁船を進めた。", "進める", "agent=中国 theme=漁船"),
    ("カタールは交渉を成功させた。", "成功", "agent=カタール theme=交渉"),
    ("イランはウランの濃縮を進展させた。", "進展", "agent=イラン theme=濃縮"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), PASSIVE)
def test_passives_show_agent_and_theme(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()


@pytest.mark.parametrize(("text", "predicate", "expected"), CAUSATIVE_AND_POTENTIAL)
def test_causatives_and_potentials(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()
