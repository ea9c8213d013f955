"""Relative clauses with a gap, and clauses that say what a noun is about."""

import pytest

RELATIVE = [
    pytest.param(
        "中国が輸出を禁止したガリウムは高騰した。",
        "禁止",
        "agent=中国 theme=輸出",
        marks=pytest.mark.xfail(reason="the gap of a possessor"),
    ),
    ("中国が握るレアアースに各国が注目した。", "握る", "agent=中国 theme=レアアース"),
    ("レアアースを握る中国は供給を絞った。", "握る", "agent=中国 theme=レアアース"),
    ("日本企業が買収した米鉱山会社は倒産した。", "買収", "agent=日本 theme=会社"),
    ("米国と同盟を結ぶ韓国は反対した。", "結ぶ", "agent=韓国 partner=米国 theme=同盟"),
    ("ロシアから撤退したマクドナルドは店舗を売却した。", "撤退", "agent=マクドナルド origin=ロシア"),
    ("TSMCが工場を建てる熊本県で地価が上がった。", "建てる", "agent=TSMC goal=熊本県 theme=工場"),
    ("米国がロシアに発動した制裁は効果がなかった。", "発動", "agent=米国 target=ロシア theme=制裁"),
    ("イランを支援するロシアは拒否した。", "支援", "agent=ロシア theme=イラン"),
    ("豪州が輸出するリチウムの価格は下がった。", "輸出", "agent=豪州 theme=リチウム"),
    ("中国を訪問したドイツの首相は帰国した。", "訪問", "agent=ドイツ goal=中国"),
    ("米国に拘束されたマドゥロ大統領は無罪を主張した。", "拘束", "agent=米国 theme=ニコラス・マドゥロ"),
    ("ファーウェイが開発した半導体を米国は警戒した。", "開発", "agent=ファーウェイ theme=半導体"),
    ("ロシア産原油を買うインドに米国は関税を課した。", "買う", "agent=インド theme=原油"),
    # look-alikes: the noun is no argument of the clause
    ("中国がレアアースの輸出を禁止した理由は不明だ。", "禁止", "agent=中国 theme=レアアース"),
    ("英国が離脱した結果、貿易が減った。", "離脱", "agent=英国"),
    ("日本が抗議した翌日、中国は演習を始めた。", "抗議", "agent=日本"),
    ("英国が撤退した後に中国が進出した。", "撤退", "agent=英国"),
]

CONTENT = [
    ("中国は米国が協定を破棄したと非難した。", "破棄", "agent=米国 theme=協定"),
    ("日本政府は中国が資源を独占する恐れを指摘した。", "独占", "agent=中国 theme=資源"),
    ("米国が基地を閉鎖するという報道をデンマークは否定した。", "閉鎖", "agent=米国 theme=基地"),
    ("フランスは部隊を派遣する方針を固めた。", "派遣", "agent=フランス theme=部隊"),
    ("韓国が潜水艦を保有することを米国は容認した。", "保有", "agent=韓国 theme=潜水艦"),
    ("サウジアラビアは原油を増産する計画を発表した。", "増産", "agent=サウジアラビア theme=原油"),
    ("ロシアが核実験を行うとの見方が広がった。", "行う", "agent=ロシア theme=核実験"),
    pytest.param(
        "EUは中国が補助金を支給していると判断した。",
        "支給",
        "agent=中国 theme=補助金",
        marks=pytest.mark.xfail(reason="the topic of a verb of judging"),
    ),
    ("米議会は台湾に武器を売却する法案を可決した。", "売却", "target=台湾 theme=武器"),
    ("豪州は日本と潜水艦を建造する契約を結んだ。", "建造", "agent=豪州 partner=日本 theme=潜水艦"),
    ("イランがウランを濃縮しているのをIAEAは確認した。", "濃縮", "agent=イラン theme=ウラン"),
    ("インドが米国と交渉する用意を示した。", "交渉", "agent=インド partner=米国"),
    # look-alikes: a relative clause before a noun that could carry content
    ("日本が支持する計画をカナダは批判した。", "支持", "agent=日本 theme=計画"),
    ("ロシアが示した案をウクライナは拒否した。", "示す", "agent=ロシア theme=案"),
    ("中国が公表した報告書を台湾は批判した。", "公表", "agent=中国 theme=報告書"),
    ("米国が拒否した提案をイランは修正した。", "拒否", "agent=米国 theme=提案"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), RELATIVE)
def test_relative_clauses_take_the_noun_they_modify(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()


@pytest.mark.parametrize(("text", "predicate", "expected"), CONTENT)
def test_content_clauses_have_no_gap(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()
