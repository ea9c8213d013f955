"""Each fact of a document once."""

import pytest

from kg.model import Evidence, Modality, Polarity, Statement
from kg.relations.merge import merge_statements

SYMMETRIC = frozenset({"meets"})


def said(subject, relation, object_, modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED, **qualifiers):
    start = qualifiers.pop("at", 0)
    evidence = Evidence("d:1", start, start + 10, f"{relation}.x", polarity, modality)
    return Statement(subject, relation, object_, polarity, modality, tuple(sorted(qualifiers.items())), (evidence,))


MERGED = [
    pytest.param(
        [said("中国", "restricts", "日本", Modality.PLANNED), said("中国", "restricts", "日本", at=20)],
        [Statement("中国", "restricts", "日本", modality=Modality.ACTUAL)],
        id="the firmer modality wins",
    ),
    pytest.param(
        [said("中国", "restricts", "日本", time="2026-01-06"), said("中国", "restricts", "日本", item="輸出")],
        [Statement("中国", "restricts", "日本", qualifiers=(("item", "輸出"), ("time", "2026-01-06")))],
        id="what one leaves open is filled in from the other",
    ),
    pytest.param(
        [
            said("中国", "restricts", "日本", Modality.POSSIBLE, item="禁輸"),
            said("中国", "restricts", "日本", item="輸出"),
        ],
        [Statement("中国", "restricts", "日本", qualifiers=(("item", "輸出"),))],
        id="the firmer one's qualifiers win",
    ),
    pytest.param(
        [said("日本", "meets", "米国"), said("米国", "meets", "日本")],
        [Statement("日本", "meets", "米国")],
        id="a symmetric relation keeps its first direction",
    ),
    pytest.param(
        [said("中国", "restricts", "日本"), said("日本", "restricts", "中国")],
        [Statement("中国", "restricts", "日本"), Statement("日本", "restricts", "中国")],
        id="directions of others are two facts",
    ),
    pytest.param(
        [said("中国", "restricts", "日本"), said("中国", "restricts", "日本", polarity=Polarity.NEGATED)],
        [Statement("中国", "restricts", "日本"), Statement("中国", "restricts", "日本", Polarity.NEGATED)],
        id="saying and denying stay apart",
    ),
    pytest.param(
        [said("日本", "meets", "米国", time="2025"), said("日本", "meets", "米国", time="2026")],
        [
            Statement("日本", "meets", "米国", qualifiers=(("time", "2025"),)),
            Statement("日本", "meets", "米国", qualifiers=(("time", "2026"),)),
        ],
        id="dates tell acts apart",
    ),
]


@pytest.mark.parametrize(("statements", "expected"), MERGED)
def test_merge(statements, expected):
    assert list(merge_statements(statements, SYMMETRIC)) == expected


def test_all_evidence_is_kept_once_in_text_order():
    first, second = said("日本", "meets", "米国"), said("米国", "meets", "日本", at=20)
    (merged,) = merge_statements([first, second, first], SYMMETRIC)
    assert merged.evidence == (*first.evidence, *second.evidence)
