"""A document's names brought together: abbreviations, short forms, family names, pointing words, bare organs."""

from __future__ import annotations

import pytest

from kg.mentions import build_namer, find_mentions
from kg.model import Document
from kg.resolve import resolve_mentions
from kg.sentences import split_sentences


@pytest.fixture(scope="session")
def resolved(rulebook):
    """The mentions of a text after resolution, as ``surface → entity``; pairs of 両国 are both there."""
    namer = build_namer(rulebook)

    def resolve(text: str) -> list[str]:
        document = Document(id="test:1", text=text)
        sentences = split_sentences(document)
        found = tuple(find_mentions(sentence, namer) for sentence in sentences)
        mentions, entities = resolve_mentions(document, sentences, found, namer)
        flat = [mention for sentence in mentions for mention in sentence]
        assert {mention.entity for mention in flat} <= set(entities)
        return [f"{m.text} → {m.entity}" if m.text != m.entity else m.text for m in flat]

    return resolve


SAME_COUNTRY = [
    ("チリは銅の増産を決めた。同国は世界最大の産地だ。", "同国 → チリ"),
    ("インドはトルコの行為を非難し、同国からの輸入を止めた。", "同国 → トルコ"),
    ("ペルーはチリに抗議した。一方で同国は対話も求めた。", "同国 → ペルー"),
    ("ガーナのマハマ大統領は隣国トーゴに触れ、同国を歓迎した。", "同国 → トーゴ"),
    ("ペルーのドブレク大統領はカナダのボルネックスを批判した。同国の鉱山は止まったままだ。", "同国 → ペルー"),
    ("ガーナでカナダ企業のダムが決壊した。同国の裁判所が賠償を命じた。", "同国 → ガーナ"),
    ("カナダの部隊が駐留するラトビアで、部隊が去った同国の東部を歩く。", "同国 → ラトビア"),
    ("オランダ政府が決定を覆した。中国外務省は同国に歓迎の意を示した。", "同国 → オランダ"),
    ("スーダンの内戦は続く。同国の人口は5千万人だ。", "同国 → スーダン"),
    ("ルビオ米国務長官はキューバを批判し、同国への制裁を強めた。", "同国 → キューバ"),
]

SAME_BODY = [
    ("丸紅はオリックスの株を買い、同社を支える。", "同社 → オリックス"),
    ("東レの大矢光雄社長が会見した。同社は炭素繊維を伸ばす。", "同社 → 東レ"),
    ("豪ザルムトンが鉱石を売る。同社は黒字だ。", "同社 → ザルムトン"),
    ("経済産業省は支援を決めた。同省は予算を求める。", "同省 → 日本経済産業省"),
    ("マクロン仏大統領が演説した。同氏は改革を誓った。", "同氏 → エマニュエル・マクロン"),
    ("ベラクール鉱山で事故が起きた。同鉱山は閉鎖中だ。", "同鉱山 → ベラクール鉱山"),
    ("グリーンランドの資源が狙われる。同地には鉱床が多い。", "同地 → グリーンランド"),
]

PAIRS = [
    ("タイとラオスは国境を画定した。両国は来月に署名する。", "両国", ["タイ", "ラオス"]),
    ("丸紅と双日が手を組む。両社は近く発表する。", "両社", ["丸紅", "双日"]),
    (
        "タイとカンボジアは停戦で合意した。米国は歓迎した。日本政府は両国に合意の履行を求めた。",
        "両国",
        ["タイ", "カンボジア"],
    ),
    ("中国は日本に抗議した。両国は協議を続ける。", "両国", ["中国", "日本"]),
    ("日米首脳は会談した。両国は関税で合意した。", "両国", ["日本", "米国"]),
    ("日本は韓国と米国で協議した。両国は連携を確かめた。", "両国", ["日本", "韓国"]),
    ("米国は中国とロシアを非難した。両国は反発した。", "両国", ["中国", "ロシア"]),
    ("トランプ大統領と習近平国家主席が会談した。両国は関税を下げる。", "両国", ["米国", "中国"]),
    ("習近平国家主席とモディ首相が会った。両首脳は握手した。", "両首脳", ["習近平", "ナレンドラ・モディ"]),
    ("丸紅は双日と提携した。ホンダは静観する。両社は新会社を設ける。", "両社", ["丸紅", "双日"]),
    ("タイは応じた。ラオスも応じた。両国は停戦する。", "両国", ["タイ", "ラオス"]),
]

NO_PAIRS = [
    "米国、英国、豪州は合意した。両国は急ぐ。",
    "タイは応じた。両国は停戦する。",
    "日本は米国、英国、豪州と協議した。両国は前向きだ。",
]

HOME = [
    ("我が国の備えが問われる。", "我が国 → 日本"),
    ("政府は備蓄を増やす。", "政府 → 日本政府"),
    ("外務省は抗議した。", "外務省 → 日本外務省"),
    ("国会は法案を可決した。", "国会 → 日本国会"),
]

BARE_ORGANS = [
    ("モンゴルは鉱山の国有化を急ぐ。政府は来年にも法案を出す。", "政府 → モンゴル政府"),
    ("カナダの商務省が調べる。", "商務省 → カナダ商務省"),
    ("中国は輸出を絞る。商務省は理由を語らない。", "商務省 → 中国商務省"),
    ("日本に中共商務省の通知が届く。商務省は延期を認めた。", "商務省 → 中国商務省"),
    ("ノルウェーの採掘計画は止まった。議会が反対した。", "議会 → ノルウェー議会"),
    ("日本は韓国と協議した。政府は成果を強調する。", "政府 → 日本政府"),
    ("コロンビアは投資を募る。同国政府は減税も探る。", "同国政府 → コロンビア政府"),
]

FAMILY_NAMES = [
    ("李在明大統領が着いた。李氏は笑顔だった。", "李 → 李在明"),
    ("董郁昌氏が釈放された。董氏は記者だった。", "董 → 董郁昌"),
    ("ヤロスラフ・ドブレク外相が来た。ドブレク氏は疲れていた。", "ドブレク → ヤロスラフ・ドブレク"),
    ("中西勝也社長が語る。中西氏は続投する。", "中西 → 中西勝也"),
    ("キューバのマドゥロ外相が来た。マドゥロ氏は疲れていた。", "マドゥロ"),
]

INTRODUCED = [
    ("国際海洋資源機構(IOMR)が発足した。IOMRの本部は海沿いだ。", ["IOMR → 国際海洋資源機構"] * 2),
    ("ザルムトン・リソーシズ(ZRL)は掘る。ZRLの株価が上がる。", ["ZRL → ザルムトン・リソーシズ"] * 2),
    ("北斗ホールディングス(以下「北斗HD」)が買う。", ["北斗HD → 北斗ホールディングス"]),
    ("半導体「ミズホ9」を使う。ミズホ9は速い。", ["ミズホ9", "ミズホ9"]),
]

SHORT_FORMS = [
    ("化学大手アトラ・ザルムトンが買収を撤回した。ザルムトンは声明を出した。", "ザルムトン → アトラ・ザルムトン"),
    ("ベルグラン・ホールディングスが動く。ベルグランの狙いは鉱石だ。", "ベルグラン → ベルグラン・ホールディングス"),
]

LATER_NAMES = [
    ("カール・ドブレクは改革を掲げた。ドブレクの支持は厚い。", "ドブレク → カール・ドブレク"),
    ("上川陽子は落選した。上川の後任を探す。", "上川 → 上川陽子"),
    ("クレメンス運河の通航が戻った。船は運河を抜けた。", "運河 → クレメンス運河"),
]

NOTHING = [
    "同国は世界最大の産地だ。",
    "同地の声を聞く。",
    "同社は黒字だ。",
    "両国は来月に署名する。",
    "同時に発表した。",
    "同意を得た。",
    "同盟を結ぶ。",
]


@pytest.mark.parametrize(("text", "expected"), [*SAME_COUNTRY, *SAME_BODY])
def test_pointing_words_mean_what_fits_before_them(text, expected, resolved):
    assert expected in resolved(text)


@pytest.mark.parametrize(("text", "word", "expected"), PAIRS)
def test_pairs_mean_the_two_that_stand_together(text, word, expected, resolved):
    assert [name for name in resolved(text) if name.startswith("両")] == [f"{word} → {name}" for name in expected]


@pytest.mark.parametrize("text", NO_PAIRS)
def test_pairs_that_are_not_clear_mean_nobody(text, resolved):
    assert [name for name in resolved(text) if name.startswith("両")] == []


@pytest.mark.parametrize(("text", "expected"), [*HOME, *BARE_ORGANS])
def test_bare_organs_belong_to_the_state_spoken_of(text, expected, resolved):
    assert expected in resolved(text)


@pytest.mark.parametrize(("text", "expected"), FAMILY_NAMES)
def test_family_names_mean_the_person_introduced(text, expected, resolved):
    assert expected in resolved(text)


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_introduced_names_are_found_again(text, expected, resolved):
    surface = expected[0].split(" ", 1)[0]
    assert [name for name in resolved(text) if name.split(" ", 1)[0] == surface] == expected


@pytest.mark.parametrize(("text", "expected"), [*SHORT_FORMS, *LATER_NAMES])
def test_short_forms_mean_the_full_name(text, expected, resolved):
    assert expected in resolved(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_points_at_nothing_is_dropped(text, resolved):
    assert [name for name in resolved(text) if name[0] in "同両"] == []
