"""Store → page data: pooled statements, evidence in windows of text with shifted parts."""

import pytest
from graph_making import ACT, PLAN, build, extraction

from kg.export.html import write_html
from kg.export.html.data import PageEvidence, PagePart
from kg.export.html.from_store import from_store
from kg.model import Modality, PartKind, Polarity


def parts(start):
    return PagePart(PartKind.SUBJECT, 0, 8), PagePart(PartKind.OBJECT, start, start + 4)


@pytest.fixture
def page_of(tmp_path):
    """The page data of a store of these extractions."""

    def page_of(*extractions, title=None):
        with build(tmp_path / "graph.sqlite", extractions or None) as store:
            return from_store(store, title=title)

    return page_of


def test_statements_are_pooled_and_entities_complete(page_of):
    data = page_of(title="鉱石")
    assert [(s.subject, s.relation, s.object, s.polarity.value, s.modality.value) for s in data.statements] == [
        ("インドネシア", "meets", "欧州連合", "affirmed", "actual"),
        ("インドネシア政府", "restricts", "ニッケル", "affirmed", "actual"),
        ("チリ", "supplies", "欧州連合", "negated", "actual"),
    ]
    assert data.title == "鉱石"
    assert sorted(data.entities) == ["インドネシア", "インドネシア政府", "チリ", "ニッケル", "欧州連合"]
    assert data.entities["インドネシア"].aliases != ()
    assert list(data.families) == ["economy", "cooperation", "force"]


def test_copies_are_one_evidence_and_the_act_stands_first(page_of):
    (statement,) = [s for s in page_of().statements if s.relation == "restricts"]
    assert statement.evidence == (
        PageEvidence("a:2", ACT, 0, len(ACT), "restricts.test", Polarity.AFFIRMED, Modality.ACTUAL, parts(12),
                     {"item": "輸出", "time": "2020-01-01"}, copies=1),
        PageEvidence("a:1", PLAN, 0, len(PLAN), "restricts.test", Polarity.AFFIRMED, Modality.PLANNED, parts(9)),
    )  # fmt: skip
    assert (statement.documents, statement.independent) == (3, 2)
    assert statement.qualifiers == {"item": "輸出", "time": "2020-01-01"}


BEFORE, AFTER = "朝から雨が降った。", "市場は動かなかった。"


@pytest.mark.parametrize(
    ("before", "after", "text", "start"),
    [
        ("", "", ACT, 0),
        (BEFORE, AFTER, BEFORE + ACT + AFTER, len(BEFORE)),
        ("昨日の話だ。" + BEFORE, AFTER + "明日も同じだ。", BEFORE + ACT + AFTER, len(BEFORE)),
        ("題\n", "\n次の段落", ACT, 0),
        ("𠮷" * 200 + "。", "", "𠮷" * 59 + "。" + ACT, 60),
    ],
)
def test_evidence_brings_its_neighbours_of_the_same_line(before, after, text, start, page_of):
    said = [(ACT, [("インドネシア政府", "restricts", "ニッケル", {})])]
    data = page_of(extraction("d:1", *([(before, [])] if before else []), *said, *([(after, [])] if after else [])))
    (evidence,) = data.statements[0].evidence
    assert (evidence.text, evidence.start, evidence.end) == (text, start, start + len(ACT))
    assert [evidence.text[p.start : p.end] for p in evidence.parts] == ["インドネシア政府", "ニッケル"]


def test_empty_store_gives_a_page_that_says_so(tmp_path):
    with build(tmp_path / "graph.sqlite", []) as store:
        write_html(store, tmp_path / "graph.html")
    assert '"statements":[]' in (tmp_path / "graph.html").read_text(encoding="utf-8")
