"""Questions: patterns, names, proposals, paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_making import build, extraction, shuffled

from kg.errors import QueryError
from kg.model import Entity, EntityType, Extraction
from kg.query import ask, find_entities, find_paths, make_filter
from kg.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("store") / "kg.sqlite"
    build(path).close()
    return open_store(path)


MEETS = ("インドネシア", "meets", "欧州連合")
BAN = ("インドネシア政府", "restricts", "ニッケル")
DENIED = ("チリ", "supplies", "欧州連合")

QUESTIONS = [
    ({"pattern": "? ? ?"}, [MEETS, BAN, DENIED]),
    ({"pattern": "インドネシア政府 規制 ?"}, [BAN]),
    ({"pattern": "インドネシア政府　restricts　？"}, [BAN]),
    ({"pattern": "? RESTRICTS ニッケル鉱石"}, [BAN]),
    ({"pattern": "? 規制・実力 ?"}, [BAN]),
    ({"pattern": "eu meets ?"}, [MEETS]),
    ({"pattern": "? 会談 ＥＵ"}, [MEETS]),
    ({"pattern": "'European Union' 会談 Indonesia"}, [MEETS]),
    ({"pattern": "European Union meets with Indonesia"}, [MEETS]),
    ({"pattern": "? supplies European Union"}, [DENIED]),
    ({"pattern": "?国 ? ?団体"}, [MEETS, DENIED]),
    ({"pattern": "?ORG meets ?country"}, [MEETS]),
    ({"pattern": "チリ restricts ?"}, []),
    ({"subjects": ["チリ", "尼"]}, [MEETS, DENIED]),
    ({"objects": ["チリ"]}, []),
    ({"either": ["欧州連合"], "polarities": ["否定"]}, [DENIED]),
    ({"types": ["resource"]}, [BAN]),
    ({"modalities": ["予定"]}, [BAN]),
    ({"families": ["協力"]}, [MEETS]),
    ({"since": "2020"}, [BAN]),
    ({"until": "2019-08"}, []),
    ({"text": "輸出"}, [BAN]),
    ({"pattern": "インドネシア 規制 ?"}, []),
    ({"pattern": "インドネシア 規制 ?", "organs": True}, [BAN]),
    ({"pattern": "?国 規制 ?", "organs": True}, []),
    ({"either": ["インドネシア"], "organs": True}, [MEETS, BAN]),
    ({"pattern": "? ? ニッケル", "subjects": ["インドネシア政府"]}, [BAN]),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_questions(store: Store, question: dict[str, object], expected: list[tuple[str, str, str]]) -> None:
    wanted = make_filter(store, **question)  # type: ignore[arg-type]
    answers = [(a.statement.subject, a.statement.relation, a.statement.object) for a in ask(store, wanted)]
    assert answers == expected


def test_an_answer_has_all_of_its_evidence(store: Store) -> None:
    [answer] = ask(store, make_filter(store, pattern="? 規制 ?", modalities=["planned"]))
    assert [(e.document, e.modality.value) for e in answer.evidence] == [
        ("a:1", "planned"), ("a:2", "actual"), ("b:1", "actual"),
    ]  # fmt: skip


FAULTS = [
    ({"pattern": "チリ restrict ?"}, "no relation is called 'restrict'; did you mean restricts?"),
    ({"pattern": "ニッケル鉱 規制 ?"}, "no entity is called 'ニッケル鉱'; did you mean ニッケル鉱石, ニッケル?"),
    ({"pattern": "Indonsia 規制 ?"}, "no entity is called 'Indonsia'; did you mean Indonesia?"),
    ({"pattern": "xyz 規制 ?"}, "no entity is called 'xyz'"),
    ({"pattern": "チリ"},
     "pattern 'チリ' has 1 part; expected subject, relation and object, each a name or ?, such as '中国 規制 ?'"),
    ({"pattern": "a b c d"},
     "pattern 'a b c d' has no known relation inside; expected subject, relation and object, each a name or ?, "  # noqa: ISC004
     "such as '中国 規制 ?'"),
    ({"polarities": ["no"]}, "no polarity is called 'no'; expected one of affirmed, negated, 肯定, 否定"),
    ({"since": "昨年"}, "since: '昨年' is no date; expected one such as 2026, 2026-01 or 2026-01-12"),
    ({"pattern": "チリ ? ?", "subjects": ["EU"]}, "pattern and option name different subjects: チリ, 欧州連合"),
    ({"families": ["x"]},
     "no family is called 'x'; expected one of economy (経済), cooperation (協力), force (規制・実力)"),
    ({"text": "雨", "pattern": ""},
     "pattern '' has 0 parts; expected subject, relation and object, each a name or ?, such as '中国 規制 ?'"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "message"), FAULTS)
def test_what_it_does_not_know_it_says(store: Store, question: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError) as raised:
        make_filter(store, **question)  # type: ignore[arg-type]
    assert str(raised.value) == message


def chain() -> list[Extraction]:
    """甲 – 乙 – 丁 twice over, 甲 – 丙 – 丁 once, 丁 – 戊 and a loop at 甲."""
    entities = {name: Entity(name, EntityType.COMPANY) for name in "甲乙丙丁戊己"}
    pairs = ["甲乙", "丁乙", "甲丙", "丙丁", "丁戊", "甲甲", "甲乙", "乙丁"]
    return [
        extraction(f"p:{n}", (f"{one}は{two}に部品を売った、第{n}報。", [(one, "supplies", two, {})]), entities=entities)  # noqa: E501
        for n, (one, two) in enumerate(pairs)
    ] + [extraction("p:9", ("己が黙った。", []), entities=entities)]


PATHS = [
    ("甲", "丁", {}, [["甲", "乙", "丁"], ["甲", "丙", "丁"]]),
    ("甲", "丁", {"limit": 1}, [["甲", "乙", "丁"]]),
    ("甲", "丁", {"avoid": ["乙"]}, [["甲", "丙", "丁"]]),
    ("甲", "戊", {}, [["甲", "乙", "丁", "戊"], ["甲", "丙", "丁", "戊"]]),
    ("甲", "戊", {"max_hops": 2}, []),
    ("甲", "己", {}, []),
    ("甲", "甲", {}, []),
]


@pytest.mark.parametrize(("start", "end", "options", "expected"), PATHS)
def test_paths(
    tmp_path: Path, start: str, end: str, options: dict[str, object], expected: list[list[str]]
) -> None:
    for seed in range(3):
        with build(tmp_path / f"{seed}.sqlite", shuffled(chain(), seed)) as store:
            ends = find_entities(store, start), find_entities(store, end)
            paths = find_paths(store, *ends, **options)  # type: ignore[arg-type]
            assert [list(path.nodes) for path in paths] == expected


def test_a_path_has_the_statements_of_each_hop_in_both_directions(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite", chain()) as store:
        [path, *_] = find_paths(store, ("甲",), ("丁",))
        hops = [[(s.subject, s.object, s.evidence) for s in hop] for hop in path.hops]
        assert hops == [[("甲", "乙", 2)], [("丁", "乙", 1), ("乙", "丁", 1)]]
