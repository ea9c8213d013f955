"""Omitted arguments: control, chains, and the sentence before."""

import pytest

CONTROL = [
    ("米国は中国に規制の撤回を求めた。", "撤回", "agent=中国 theme=規制"),
    ("日本はロシアに部隊を撤収するよう要求した。", "撤収", "agent=ロシア theme=部隊"),
    ("豪州は潜水艦の購入を検討した。", "購入", "agent=豪州 theme=潜水艦"),
    ("韓国は原発を輸出する計画を発表した。", "輸出", "agent=韓国 theme=原発"),
    ("米政府はエヌビディアに中国への輸出を許可した。", "輸出", "agent=エヌビディア target=中国"),
    ("フランスはウクライナに戦闘機を供与すると表明した。", "供与", "agent=フランス target=ウクライナ theme=戦闘機"),
    ("インドは原油の輸入を再開した。", "輸入", "agent=インド theme=原油"),
    ("中国は台湾への圧力を強めるため演習を実施した。", "強める", "agent=中国 theme=圧力"),
    ("カナダは関税の発動を見送った。", "発動", "agent=カナダ theme=関税"),
    ("ロシアは攻撃を否定した。", "攻撃", "agent=ロシア"),
    ("EUはイランに交渉への復帰を促した。", "復帰", "agent=イラン target=交渉"),
    ("トルコは加盟の承認を拒否した。", "承認", "agent=トルコ theme=加盟"),
    ("日本はロシアに抗議し、部隊の撤収を求めた。", "撤収", "agent=ロシア theme=部隊"),
    # look-alikes: the agent of the outer clause is not that of the inner one
    ("日本は中国による輸出の規制を批判した。", "規制", "agent=中国 theme=輸出"),
    ("米国はロシアが侵攻したと批判した。", "侵攻", "agent=ロシア"),
    ("英国は停戦を歓迎した。", "停戦", ""),
    ("インドは中国が建設したダムを警戒した。", "建設", "agent=中国 theme=ダム"),
]

SENTENCE_BEFORE = [
    ("中国商務省は声明を発表した。レアアースの輸出を規制する。", "規制", "agent=中国商務省 theme=レアアース"),
    ("日本製鉄は業績を公表した。米国で鉄鋼を増産する。", "増産", "agent=日本製鉄 place=米国 theme=鉄鋼"),
    ("イランは交渉に応じた。濃縮を停止する。", "停止", "agent=イラン theme=濃縮"),
    ("トランプ大統領は日本を訪れた。その後、韓国を訪問した。", "訪問", "agent=ドナルド・トランプ goal=韓国"),
    ("EUは会合を開いた。ロシアへの制裁を強化した。", "強化", "agent=欧州連合 theme=制裁"),
    ("豪州が方針を変えた。潜水艦を米国から購入する。", "購入", "agent=豪州 origin=米国 theme=潜水艦"),
    ("北朝鮮は声明を出した。米国を非難した。", "非難", "agent=北朝鮮 theme=米国"),
    ("ペルー政府は反発した。鉱山を接収した。", "接収", "agent=ペルー政府 theme=鉱山"),
    ("ロシアは反発した。ウクライナを攻撃し、港を破壊した。", "攻撃", "agent=ロシア theme=ウクライナ"),
    ("ロシアは反発した。交渉を中断し、演習を実施した。", "実施", "agent=ロシア theme=演習"),
    ("TSMCは計画を見直した。熊本県に工場を建設する方針だ。", "建設", "agent=TSMC goal=熊本県 theme=工場"),
    ("ベトナムはレアアースに注力する。米国と協定を結んだ。", "結ぶ", "agent=ベトナム partner=米国 theme=協定"),
    # look-alikes: nothing was left out
    ("中国は声明を出した。価格が上昇した。", "上昇", "theme=価格"),
    ("日本は抗議した。中国は反論した。", "反論", "agent=中国"),
    ("米国は制裁した。銀行が閉鎖された。", "閉鎖", "theme=銀行"),
    ("ロシアは撤退した。\n\n会談を開いた。", "開く", "theme=会談"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), CONTROL)
def test_arguments_of_the_governing_clause(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()


@pytest.mark.parametrize(("text", "predicate", "expected"), SENTENCE_BEFORE)
def test_topic_of_the_sentence_before(text, predicate, expected, arguments):
    assert arguments(text, predicate) == expected.split()
