"""Made-up pages for tests and pictures: one like a small build on critical minerals, one large, one hostile."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import yaml

from kg.export.html.data import PageData, PageDocument, PageEvidence, PagePart, PageStatement
from kg.model import Entity, EntityType, Modality, PartKind, Polarity
from kg.resources import rules_folder
from kg.store import Label

ENTITIES = """
COUNTRY 中国=China/ちゅうごく/中華人民共和国 米国=United States/べいこく/アメリカ 日本=Japan/にほん/日本国
COUNTRY 豪州=Australia/ごうしゅう/オーストラリア
COUNTRY 韓国=South Korea/かんこく 台湾=Taiwan/たいわん ロシア=Russia/ろしあ デンマーク=Denmark/でんまーく
COUNTRY サウジアラビア=Saudi Arabia/さうじあらびあ
COUNTRY インド=India/いんど カナダ=Canada/かなだ ドイツ=Germany/どいつ オランダ=Netherlands/おらんだ チリ=Chile/ちり
COUNTRY インドネシア=Indonesia/いんどねしあ
COUNTRY コンゴ民主共和国=DR Congo/こんごみんしゅきょうわこく ウクライナ=Ukraine/うくらいな ベトナム=Vietnam/べとなむ
COUNTRY ミャンマー=Myanmar/みゃんまー
PLACE グリーンランド=Greenland/ぐりーんらんど/カラーリット・ヌナート 南鳥島=Minamitorishima/みなみとりしま/マーカス島
PLACE 北極=Arctic/ほっきょく 釜山=Busan/ぷさん
PLACE マウントパス鉱山=Mountain Pass/まうんとぱすこうざん 南シナ海=South China Sea/みなみしなかい
PLACE 南米=South America/なんべい
PERSON ドナルド・トランプ=Donald Trump/どなるど・とらんぷ 習近平=Xi Jinping/しゅうきんぺい
PERSON 高市早苗=Takaichi Sanae/たかいちさなえ
PERSON 赤沢亮正=Akazawa Ryosei/あかざわりょうせい
PERSON マルク・ルッテ=Mark Rutte/まるく・るって 李在明=Lee Jae-myung/いじぇみょん
GOV 中国商務省=Ministry of Commerce of China/ちゅうごくしょうむしょう
GOV 米国防総省=Department of Defense/べいこくぼうそうしょう
GOV JOGMEC=JOGMEC/じょぐめっく
GOV 日本政府=Government of Japan/にほんせいふ 米商務省=Department of Commerce/べいしょうむしょう
GOV グリーンランド自治政府=Naalakkersuisut/ぐりーんらんどじちせいふ
GOV 日本経済産業省=METI/にほんけいざいさんぎょうしょう 米財務省=US Treasury/べいざいむしょう
GOV 中国外務省=Foreign Ministry of China/ちゅうごくがいむしょう
ORG 欧州連合=European Union/おうしゅうれんごう/EU NATO=NATO/なとー/北大西洋条約機構 G7=G7/じーせぶん
ORG 国際エネルギー機関=IEA/こくさいえねるぎーきかん
ORG 世界貿易機関=WTO/せかいぼうえききかん
COMPANY MPマテリアルズ=MP Materials/えむぴーまてりあるず ライナス=Lynas/らいなす 双日=Sojitz/そうじつ
COMPANY アップル=Apple/あっぷる マーデン=Maaden/まーでん
COMPANY 高麗亜鉛=Korea Zinc/こうらいあえん
COMPANY エヌビディア=NVIDIA/えぬびでぃあ ASML=ASML/えーえすえむえる TSMC=TSMC/てぃーえすえむしー
COMPANY ゼネラル・モーターズ=General Motors/ぜねらる・もーたーず
COMPANY トヨタ自動車=Toyota/とよたじどうしゃ イルカ・リソーシズ=Iluka/いるか・りそーしず
COMPANY 信越化学工業=Shin-Etsu/しんえつかがくこうぎょう ノベオン・マグネティクス=Noveon/のべおん
RESOURCE レアアース=rare earths/れああーす/希土類 ガリウム=gallium/がりうむ
RESOURCE 軍民両用物資=dual-use goods/ぐんみんりょうようぶっし
RESOURCE レアアース磁石=rare earth magnets/れああーすじしゃく ゲルマニウム=germanium/げるまにうむ
RESOURCE リチウム=lithium/りちうむ ニッケル=nickel/にっける コバルト=cobalt/こばると
RESOURCE 半導体=semiconductors/はんどうたい 黒鉛=graphite/こくえん
RESOURCE 重要鉱物=critical minerals/じゅうようこうぶつ アンチモン=antimony/あんちもん
PRODUCT ちきゅう=Chikyu/ちきゅう 10X磁石工場=10X Facility/てんえっくすじしゃくこうじょう H20=H20/えいちにじゅう
POLICY 一帯一路=Belt and Road/いったいいちろ 重要原材料法=Critical Raw Materials Act/じゅうようげんざいりょうほう
POLICY CHIPS法=CHIPS Act/ちっぷすほう
POLICY 国防生産法=Defense Production Act/こくぼうせいさんほう
POLICY 経済安全保障推進法=Economic Security Promotion Act/けいざいあんぜんほしょうすいしんほう
EVENT ダボス会議=Davos/だぼすかいぎ G7広島サミット=G7 Hiroshima Summit/じーせぶんひろしまさみっと
EVENT APEC首脳会議=APEC Summit/えいぺっくしゅのうかいぎ
"""

STATEMENTS = """
中国商務省 restricts ガリウム - 2023-07-03 9
中国商務省 restricts ゲルマニウム - 2023-07-03 8
中国商務省 restricts 黒鉛 - 2023-10-20 6
中国商務省 restricts アンチモン - 2024-08-15 5
中国商務省 restricts 米国 軍民両用物資 2024-12-03 9
中国商務省 restricts 軍民両用物資 - 2024-12-03 6
中国商務省 restricts レアアース - 2025-04-04 12
中国 restricts レアアース磁石 - 2025-04-04 8
米商務省 restricts 半導体 - 2022-10-07 9
米商務省 restricts 中国 先端半導体 2022-10-07 11
米商務省 restricts H20 - 2025-04-15 5
オランダ restricts ASML 露光装置 2023-06-30 5
米国 restricts 中国 追加関税 2025-04-09 14
中国 restricts 米国 追加関税 2025-04-11 11
米国 eases 中国 関税 2025-05-12 9
中国 eases 米国 レアアース輸出 2025-11-10 7
中国 controls レアアース 精製 2024-05-17 14
中国 produces レアアース - 2024-01-31 7
レアアース found_in 南鳥島 - 2018-04-10 10
レアアース found_in グリーンランド - 2023-06-12 6
日本 develops 南鳥島 試験採取 2026-01-12 6 planned
日本政府 develops 南鳥島 試験採取 2026-01-12 4 planned
ちきゅう located_in 南鳥島 - 2026-01-12 2
JOGMEC invests_in ライナス 株式 2023-03-07 5
双日 invests_in ライナス 株式 2023-03-07 5
JOGMEC cooperates_with 双日 出資会社 2023-03-07 3
ライナス supplies 双日 重希土類 2025-10-30 3
ライナス located_in 豪州 - 2023-03-07 3
ライナス produces レアアース - 2025-05-16 6
米国防総省 invests_in MPマテリアルズ 優先株 2025-07-10 9
MPマテリアルズ operates_in マウントパス鉱山 - 2025-07-10 4
MPマテリアルズ located_in 米国 - 2025-07-10 3
アップル agrees_with MPマテリアルズ 磁石の購入 2025-07-15 7
MPマテリアルズ builds 米国 10X磁石工場 2025-07-10 5 planned
MPマテリアルズ produces レアアース磁石 - 2025-07-10 4 planned
MPマテリアルズ supplies 中国 精鉱 2025-04-17 4 negated
MPマテリアルズ supplies ゼネラル・モーターズ 磁石 2021-12-09 3 planned
マーデン cooperates_with MPマテリアルズ 精製合弁 2025-11-19 6 planned
マーデン located_in サウジアラビア - 2025-11-19 2
高麗亜鉛 builds 米国 製錬所 2025-12-15 5 planned
高麗亜鉛 located_in 韓国 - 2025-12-15 3
ノベオン・マグネティクス cooperates_with ライナス 磁石 2025-10-08 3
信越化学工業 produces レアアース磁石 - 2023-03-01 2
イルカ・リソーシズ located_in 豪州 - 2022-04-04 2
イルカ・リソーシズ produces レアアース - 2022-04-04 2 planned
エヌビディア supplies 中国 H20 2025-07-15 6 planned
エヌビディア produces H20 - 2024-02-01 4
TSMC located_in 台湾 - 2023-01-12 5
TSMC produces 半導体 - 2023-01-12 6
TSMC builds 米国 工場 2025-03-03 9 planned
TSMC builds 日本 工場 2024-02-24 8
ASML located_in オランダ - 2023-06-30 3
トヨタ自動車 located_in 日本 - 2023-01-12 2
トヨタ自動車 invests_in 米国 電池工場 2023-10-31 4
米国 acquires グリーンランド - 2026-01-06 14 planned
ドナルド・トランプ acquires グリーンランド - 2026-01-04 11 planned
デンマーク rejects 米国 グリーンランド売却 2026-01-07 9
グリーンランド part_of デンマーク - 2026-01-07 6
グリーンランド located_in 北極 - 2025-03-28 4
グリーンランド自治政府 rejects 米国 売却 2026-01-07 6
グリーンランド自治政府 controls 重要鉱物 採掘権 2025-05-21 3
米国 mobilizes グリーンランド 防空部隊 2025-03-28 3
デンマーク mobilizes グリーンランド 演習部隊 2026-01-15 4
ドナルド・トランプ threatens デンマーク 関税 2026-01-17 7
ドナルド・トランプ attacks デンマーク 武力 2026-01-21 5 negated
マルク・ルッテ meets ドナルド・トランプ 北極の安全保障 2026-01-21 8
マルク・ルッテ holds_office NATO - 2024-10-01 4
ドナルド・トランプ attends ダボス会議 - 2026-01-21 8
ドナルド・トランプ holds_office 米国 大統領 2025-01-20 12
ドナルド・トランプ meets 習近平 関税 2025-10-30 13
習近平 holds_office 中国 国家主席 2023-03-10 9
習近平 attends APEC首脳会議 - 2025-10-31 5
APEC首脳会議 held_in 韓国 - 2025-10-31 4
釜山 located_in 韓国 - 2025-10-30 3
李在明 holds_office 韓国 大統領 2025-06-04 5
李在明 meets 習近平 - 2025-11-01 4
高市早苗 holds_office 日本 首相 2025-10-21 9
高市早苗 meets ドナルド・トランプ 重要鉱物 2025-10-28 9
高市早苗 meets 習近平 - 2025-10-31 6
赤沢亮正 meets 米商務省 関税 2025-07-22 5
日本 agrees_with 米国 重要鉱物 2025-10-28 9
日本 reduces_dependence_on 中国 重希土類 2025-11-07 11 planned
日本 depends_on 中国 レアアース 2024-05-17 9
日本経済産業省 aids JOGMEC 資金 2023-03-07 3
日本経済産業省 accuses 中国商務省 輸出規制 2026-01-07 4
中国商務省 restricts 日本 軍民両用物資 2026-01-06 9
中国外務省 accuses 高市早苗 台湾をめぐる答弁 2025-11-13 8
中国外務省 requests 日本 答弁の撤回 2025-11-13 7
日本政府 rejects 中国 答弁の撤回 2025-11-18 6
日本政府 enacts 経済安全保障推進法 - 2022-05-11 5
日本 hosts G7広島サミット - 2023-05-19 6
G7 accuses 中国 経済的威圧 2023-05-20 5
G7 cooperates_with 欧州連合 重要鉱物 2025-06-17 3 planned
欧州連合 enacts 重要原材料法 - 2024-04-11 7
欧州連合 reduces_dependence_on 中国 永久磁石 2025-12-03 7 planned
欧州連合 supports デンマーク - 2026-01-18 6
欧州連合 threatens 米国 対抗関税 2026-01-18 5 possible
ドイツ member_of 欧州連合 - 2024-01-01 3
ドイツ requests 中国 レアアース輸出 2025-06-04 3
米国 enacts CHIPS法 - 2022-08-09 7
米国 enacts 国防生産法 - 2025-03-20 4
米国 competes_with 中国 半導体 2024-09-10 9
米国 supports 台湾 - 2025-12-18 6
中国 threatens 台湾 - 2025-12-29 8
中国 mobilizes 南シナ海 - 2025-08-11 6
中国 enacts 一帯一路 - 2023-10-17 7
中国 influences 北極 - 2018-01-26 4 possible
ロシア mobilizes 北極 - 2025-03-27 6
ロシア attacks ウクライナ - 2022-02-24 14
米国 agrees_with ウクライナ 鉱物資源 2025-04-30 9
中国 cooperates_with ロシア - 2025-05-08 6
インド produces レアアース - 2025-06-13 3
インド supplies 日本 レアアース 2025-06-13 3 negated
インドネシア restricts ニッケル - 2020-01-01 7
インドネシア produces ニッケル - 2024-01-31 5
コンゴ民主共和国 restricts コバルト - 2025-02-24 6
コンゴ民主共和国 produces コバルト - 2024-01-31 5
中国 invests_in コンゴ民主共和国 鉱山 2024-03-14 4
チリ located_in 南米 - 2024-01-01 2
チリ produces リチウム - 2024-01-31 4
リチウム found_in チリ - 2024-01-31 3
豪州 produces リチウム - 2024-01-31 4
豪州 agrees_with 米国 重要鉱物 2025-10-20 9
カナダ cooperates_with G7 重要鉱物 2025-06-17 3
カナダ produces ニッケル - 2024-01-31 2
ミャンマー supplies 中国 重希土類 2024-10-22 4
ベトナム produces レアアース - 2023-09-10 2 possible
国際エネルギー機関 reports_on 重要鉱物 - 2025-05-21 4
世界貿易機関 reports_on 中国 - 2024-07-17 2
米財務省 restricts ロシア - 2022-02-24 7
米国防総省 invests_in 重要鉱物 - 2025-07-10 3 planned
韓国 cooperates_with 米国 重要鉱物 2025-12-15 4
レアアース磁石 found_in 中国 - 2025-04-04 2
"""

SENTENCES: dict[str, str] = {
    "restricts": "{S}は{D}、{O}の{I}輸出を{P:規制}した。",
    "eases": "{S}は{D}、{O}への{I}を{P:緩和}した。",
    "requests": "{S}は{D}、{O}に{I}を{P:求めた}。",
    "rejects": "{S}は{D}、{O}が求める{I}を{P:拒んだ}。",
    "accuses": "{S}は{D}、{O}の{I}を{P:非難}した。",
    "meets": "{S}は{D}、{O}と{I}について{P:会談}した。",
    "supplies": "{S}は{D}、{O}に{I}を{P:供給}した。",
    "invests_in": "{S}は{D}、{O}に{I}で{P:出資}した。",
    "located_in": "{O}にある{S}は{D}、発表を{P:行った}。",
    "found_in": "{O}には{S}が{P:眠る}と{D}に伝えられた。",
}
ENDINGS = {
    ("planned", "affirmed"): ("する{M:方針}を示した", PartKind.PLAN),
    ("possible", "affirmed"): ("し{M:かねない}と見られている", PartKind.HEDGE),
    ("actual", "negated"): ("{M:しない}と明らかにした", PartKind.NEGATION),
}


def labels() -> tuple[dict[str, Label], dict[str, Label], dict[str, Label]]:
    """Types, families and relations of the shipped ontology."""
    ontology = yaml.safe_load((rules_folder() / "ontology.yaml").read_text(encoding="utf-8"))
    types = {name: Label(name, of["label"], of["en"]) for name, of in ontology["types"].items()}
    families = {name: Label(name, of["label"], of["en"]) for name, of in ontology["families"].items()}
    relations = {
        name: Label(name, of["label"], of["en"], of["family"], bool(of.get("symmetric")), of.get("code"))
        for name, of in ontology["relations"].items()
    }
    return types, families, relations


def sample_page(*, name: str = "双日") -> PageData:
    """About 80 entities around critical minerals; one of them may be given another name."""
    rows = [line.split() for line in STATEMENTS.split("\n") if line]
    entities = {key.replace("双日", name): replace(e, id=e.id.replace("双日", name)) for key, e in _entities()}
    return _page("重要鉱物と北極", entities, [[cell.replace("双日", name) for cell in row] for row in rows])


def large_page(size: int = 3000, *, seed: int = 7) -> PageData:
    """``size`` statements between 600 made-up entities, a few of them hubs."""
    draw = random.Random(seed)  # noqa: S311 - the same page at every run
    kinds = list(EntityType)
    syllables = "カキクケコサシスセソタチツテトナニヌネノマミムメモラリルレロ"
    entities: dict[str, Entity] = {}
    while len(entities) < 600:
        name = "".join(draw.choice(syllables) for _ in range(draw.randint(3, 7))) + draw.choice(["", "国", "社", "省"])
        entities[name] = Entity(name, draw.choice(kinds), en=f"Name {len(entities)}")
    names = list(entities)
    _, _, relations = labels()
    seen: set[tuple[str, str, str, str]] = set()
    rows: list[list[str]] = []
    while len(rows) < size:
        s, o = (names[int(len(names) * draw.random() ** 2.6)] for _ in range(2))
        relation, mark = draw.choice(list(relations)), draw.choice(["", "", "", "planned", "possible", "negated"])
        if s == o or (s, relation, o, mark) in seen:
            continue
        seen.add((s, relation, o, mark))
        date = f"2025-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        item, sources = "品目" if draw.random() < 0.4 else "-", str(1 + int(9 * draw.random() ** 3))
        rows.append([s, relation, o, item, date, sources, mark])
    return _page("三千の関係", entities, rows)


def hostile_page(text: str) -> PageData:
    """A page with ``text`` in every field that comes from outside."""
    types, families, relations = labels()
    one, two = f"甲{text}", f"乙{text}"
    entities = {n: Entity(n, EntityType.ORG, (text,), text, text, text, text) for n in (one, two)}
    evidence = PageEvidence(
        text, text + "。", 0, len(text) + 1, text, Polarity.NEGATED, Modality.PLANNED,
        (PagePart(PartKind.SUBJECT, 0, 2),), {"source": text, "item": text, "place": text, "time": text, "title": text},
    )  # fmt: skip
    statement = PageStatement(
        one, "accuses", two, Polarity.NEGATED, Modality.PLANNED, {"item": text, "place": text, "title": text},
        (evidence,), 1, 1, text,
    )  # fmt: skip
    documents = {text: PageDocument(text, text, text, "javascript:alert(1)")}
    return PageData(text, types, families, relations, entities, (statement,), documents)


def _entities() -> Iterator[tuple[str, Entity]]:
    for line in ENTITIES.strip().split("\n"):
        # the English names hold blanks, so the next entity is found by its equals sign
        kind, rest = line.split(" ", 1)
        names = rest.split("=")
        for i in range(len(names) - 1):
            name = names[i].rsplit(" ", 1)[-1]
            values = (names[i + 1] if i == len(names) - 2 else names[i + 1].rsplit(" ", 1)[0]).split("/")
            yield name, Entity(name, EntityType(kind), tuple(values[2:]), values[0], values[1])


def _page(title: str, entities: dict[str, Entity], rows: list[list[str]]) -> PageData:
    types, families, relations = labels()
    documents: dict[str, PageDocument] = {}
    statements = []
    for number, row in enumerate(rows):
        subject, relation, object_, item, date, sources = row[:6]
        mark = row[6] if len(row) > 6 else ""
        polarity = Polarity.NEGATED if mark == "negated" else Polarity.AFFIRMED
        modality = Modality(mark) if mark in ("planned", "possible") else Modality.ACTUAL
        pieces = []
        for copy in range(min(4, int(sources))):
            document = f"見本:{number * 4 + copy + 1}"
            documents[document] = PageDocument(
                document, f"{subject}と{object_}", date, f"https://example.org/{number}/{copy}"
            )
            text, parts = _sentence(relations[relation], subject, object_, item, date, copy, (modality, polarity))
            qualifiers = {"source": subject} if copy == 1 else {}
            around = "市場では受け止めが分かれている。"
            pieces.append(PageEvidence(
                document, text + around, 0, len(text), f"{relation}.sample", polarity, modality, parts, qualifiers,
                copies=int(sources) // 4,
            ))  # fmt: skip
        qualifiers = {} if item == "-" else {"item": item}
        statements.append(PageStatement(
            subject, relation, object_, polarity, modality, qualifiers, tuple(pieces), int(sources) * 3 - 1,
            int(sources), date,
        ))  # fmt: skip
    named = {e for s in statements for e in (s.subject, s.object)}
    kept = {name: entity for name, entity in entities.items() if name in named}
    return PageData(title, types, families, relations, kept, tuple(statements), documents)


def _sentence(
    relation: Label, subject: str, object_: str, item: str, date: str, copy: int, standing: tuple[Modality, Polarity]
) -> tuple[str, tuple[PagePart, ...]]:
    """A sentence that says it, with its coloured parts."""
    pattern = SENTENCES.get(relation.name, "{S}は{D}、{O}との間で{I}を{P:" + relation.label + "}した。")
    ending = ENDINGS.get((standing[0].value, standing[1].value))
    if ending:
        head, _, _ = pattern.rpartition("}")
        pattern = f"{head}}}{ending[0]}。"
    month, day = int(date[5:7]), int(date[8:10])
    values = {
        "S": (PartKind.SUBJECT, subject), "O": (PartKind.OBJECT, object_),
        "I": (PartKind.ITEM, "" if item == "-" else item),
        "D": (PartKind.DATE, f"{day}日" if copy % 2 else f"{month}月{day}日"), "P": (PartKind.PREDICATE, ""),
        "M": (ending[1] if ending else PartKind.HEDGE, ""),
    }  # fmt: skip
    text, parts = "", []
    for piece in pattern.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if not piece.startswith("{"):
            text += piece
            continue
        name, _, given = piece[1:-1].partition(":")
        kind, value = values[name][0], given or values[name][1]
        if value:
            parts.append(PagePart(kind, len(text), len(text) + len(value)))
        text += value
    return text, tuple(parts)
