"""Operators: what negation, plans, hedges, askings, undoings and denials make of the clause inside them."""

import pytest

FACT = "affirmed actual asserted"
NOT = "negated actual asserted"
PLANNED = "affirmed planned asserted"
POSSIBLE = "affirmed possible asserted"
ASKED = "affirmed actual asked"
UNDONE = "affirmed actual undone"

NEGATION = [
    ("中国は輸出を禁止しなかった。", "禁止", NOT),
    ("米国は合意していない。", "合意", NOT),
    ("日本は加盟せず、協力にとどめた。", "加盟", NOT),
    ("ロシアは撤退しません。", "撤退", NOT),
    ("EUは制裁を発動しておらず、協議を続ける。", "発動", NOT),
    ("イランは交渉に応じない。", "応じる", NOT),
    ("韓国は派遣していなかった。", "派遣", NOT),
    ("米国が供与した事実はない。", "供与", NOT),
    ("両国は署名に至らなかった。", "署名", NOT),
    ("豪州は購入を見送った。", "購入", NOT),
    ("サウジアラビアは減産を中止した。", "減産", NOT),
    pytest.param("中国は輸出を止めたり減らしたりしない。", "止める", NOT, marks=pytest.mark.xfail(reason="たり")),
    # look-alikes: ない that denies nothing of the clause
    ("中国は制裁を実施せざるを得なかった。", "実施", FACT),
    ("米国だけでなく英国も参加した。", "参加", FACT),
    ("日本は協議しなければならない。", "協議", PLANNED),
    ("韓国は輸出せずにはいられなかった。", "輸出", FACT),
    ("危ない国から撤退した。", "撤退", FACT),
]

PLANS = [
    ("フランスは部隊を派遣する方針だ。", "派遣", PLANNED),
    ("米国はグリーンランドの購入を検討した。", "購入", PLANNED),
    ("日本は依存の低減を目指す。", "低減", PLANNED),
    ("インドは空母を建造する計画を発表した。", "建造", PLANNED),
    ("トヨタ自動車は工場を建設する予定だ。", "建設", PLANNED),
    ("英国は制裁を強化したい考えを示した。", "強化", PLANNED),
    ("韓国は原発を輸出する意向を示した。", "輸出", PLANNED),
    ("EUは関税を導入することで合意した。", "導入", PLANNED),
    ("中国は包囲網を破るため協定を結んだ。", "破る", PLANNED),
    ("供給網強化へ", "強化", PLANNED),
    ("豪州は鉱山を開発しようとした。", "開発", PLANNED),
    ("トルコは戦闘機を購入するつもりだ。", "購入", PLANNED),
    # look-alikes: done, in words that can also plan
    ("中国が輸出を禁止したため価格が上がった。", "禁止", FACT),
    ("カナダは計画通り鉱山を買収した。", "買収", FACT),
    ("中国は予定していた演習を実施した。", "実施", FACT),
    ("インドは方針を転換した。", "転換", FACT),
]

HEDGES = [
    ("中国が輸出を禁止する恐れがある。", "禁止", POSSIBLE),
    ("ロシアが侵攻する可能性を米国は指摘した。", "侵攻", POSSIBLE),
    ("北朝鮮は核実験を再開しかねない。", "再開", POSSIBLE),
    ("イランは濃縮を再開したとみられる。", "再開", POSSIBLE),
    ("米国が撤退するとの見方が広がった。", "撤退", POSSIBLE),
    ("中国が禁輸すれば価格は上がる。", "禁輸", POSSIBLE),
    ("台湾は攻撃されるかもしれない。", "攻撃", POSSIBLE),
    ("ロシアは弾薬を輸入したらしい。", "輸入", POSSIBLE),
    ("欧州は供給の停止を懸念した。", "停止", POSSIBLE),
    ("ロシア、撤退か", "撤退", POSSIBLE),
    ("米国が関税を導入した場合、インドは報復する。", "導入", POSSIBLE),
    ("タリバンが拘束した疑いがある。", "拘束", POSSIBLE),
    # look-alikes: facts beside a hedge
    ("中国が輸出を禁止したことに懸念が広がった。", "禁止", FACT),
    ("米国は恐れず派遣した。", "派遣", FACT),
    ("ロシアの侵攻で可能性は消えた。", "侵攻", FACT),
    ("韓国は場合分けをして規制した。", "規制", FACT),
]

ASKED_AND_UNDONE = [
    ("日本は規制の撤廃を求めた。", "撤廃", ASKED),
    ("日本は規制の撤廃を求めた。", "規制", UNDONE),
    ("米国はイランに濃縮の停止を要求した。", "停止", ASKED),
    ("EUはロシアに撤退を迫った。", "撤退", ASKED),
    ("米国は制裁を解除した。", "制裁", UNDONE),
    ("豪州は中国依存から脱却する。", "依存", UNDONE),
    ("カナダは関税を撤回した。", "関税", UNDONE),
    ("国連は戦闘の停止を呼びかけた。", "停止", ASKED),
    ("中国は禁輸を緩和した。", "禁輸", UNDONE),
    ("インドは輸出制限の見直しを促した。", "見直し", ASKED),
    ("米国は派遣を命じた。", "派遣", ASKED),
    ("英国は会談を延期した。", "会談", UNDONE),
    # look-alikes
    ("日本は撤廃を実現した。", "撤廃", FACT),
    ("米国は制裁を強化した。", "制裁", FACT),
    ("求めに応じてインドは輸出した。", "輸出", FACT),
    ("解除された後に中国は輸入した。", "輸入", FACT),
]

DENIALS = [
    ("ロシアは攻撃したことを否定した。", "攻撃", "negated actual asserted"),
    ("中国は関与を否定した。", "関与", "negated actual asserted"),
    ("欧州連合は制裁の強化を見送った。", "制裁", "affirmed actual asserted"),
    ("欧州連合は制裁の強化を見送った。", "強化", "negated actual asserted"),
    ("イスラエルが空爆したとの報道を軍は否定した。", "空爆", POSSIBLE),
    ("中国は輸出を禁止していないと主張した。", "禁止", "negated actual asserted"),
    ("ロシアは撤退しなかったことを否定した。", "撤退", FACT),
    ("米国は合意を否認した。", "合意", "negated actual asserted"),
    ("中国は米国が妨害したとする主張を否定した。", "妨害", "affirmed possible asserted"),
    ("日本は買収を検討していない。", "買収", "negated planned asserted"),
    ("英国は撤退する計画を否定した。", "撤退", "negated planned asserted"),
    ("韓国は派遣する意図はないと述べた。", "派遣", "negated planned asserted"),
    ("サウジアラビアは増産を拒否した。", "増産", ASKED),
    ("米国は停戦に反対した。", "停戦", ASKED),
    # look-alikes
    ("ロシアは否定したが、米国は攻撃を確認した。", "攻撃", FACT),
    ("否定的な見方の中で中国は買収した。", "買収", FACT),
    ("日本は否定せず購入した。", "購入", FACT),
    ("米国は拒否権を行使した。", "行使", FACT),
]

TABLES = [*NEGATION, *PLANS, *HEDGES, *ASKED_AND_UNDONE, *DENIALS]


@pytest.mark.parametrize(("text", "predicate", "expected"), TABLES)
def test_operators_set_polarity_modality_and_standing(text, predicate, expected, standing):
    assert standing(text, predicate) == expected
