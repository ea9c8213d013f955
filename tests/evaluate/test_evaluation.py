"""Figures of a made-up pair of files, counted by hand."""

import pytest

from kg.errors import DocumentError, KgError
from kg.evaluate import DocumentErrors, Figure, RuleFigure, evaluate, rule_precision
from kg.evaluate.report import MentionError
from kg.evaluate.rules import wilson_lower
from kg.interchange import GivenMention, Record, to_line
from kg.model import EntityType, Evidence, Modality, Polarity, Statement

SYMMETRIC = frozenset({"meets"})


def mention(start, end, entity, kind="COUNTRY"):
    return GivenMention(start, end, entity, EntityType[kind])


def fact(subject, relation, object_, *marks, rule="gold", **qualifiers):
    polarity = Polarity.NEGATED if "negated" in marks else Polarity.AFFIRMED
    modality = Modality.PLANNED if "planned" in marks else Modality.ACTUAL
    evidence = Evidence("", 0, 1, rule, polarity, modality)
    return Statement(subject, relation, object_, polarity, modality, tuple(sorted(qualifiers.items())), (evidence,))


def record(text, mentions=(), statements=(), name="t:1"):
    return Record(name, None, text, tuple(mentions), tuple(statements))


FIRST = "日本と米国が会い、日本はルッテ氏を招いた。"
GOLD = [
    record(
        FIRST,
        [
            mention(0, 2, "日本"),
            mention(3, 5, "米国"),
            mention(9, 11, "日本"),
            mention(12, 15, "マルク・ルッテ", "PERSON"),
        ],
        [
            fact("日本", "meets", "米国", item="鉱物の供給", time="2026-01-12"),
            fact("日本", "meets", "マルク・ルッテ", "planned", place="東京"),
            fact("日本", "supports", "米国"),
        ],
    ),
    record("中国が抗議した。", [mention(0, 2, "中国")], [fact("中国", "accuses", "日本")], "t:2"),
]
FOUND = [
    record(
        FIRST.replace("、", "、 "),
        [
            mention(0, 2, "日本"),
            mention(3, 5, "米国", "PLACE"),        # right name, wrong type
            mention(9, 11, "中国"),                # wrong name
            mention(12, 15, "ルッテ", "PERSON"),   # the same name, shorter
        ],
        [
            fact("米国", "meets", "日本", rule="meets.a", item="鉱物", time="2026-01-13"),   # other direction
            fact("ルッテ", "meets", "日本", rule="meets.b", place="東京"),                   # not as planned
            fact("米国", "supports", "日本", rule="supports.a"),                             # wrong direction
        ],
        "other id",
    ),
]


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(to_line(item) + "\n" for item in GOLD), encoding="utf-8")
    return path


def test_each_thing_is_counted(gold):
    report = evaluate(gold, FOUND, symmetric=SYMMETRIC, samples=0)
    assert list(report.rows(by_relation=True)) == [
        Figure("mention", 3, 5, 4),
        Figure("entity", 3, 4, 4),
        Figure("pair", 2, 3, 2),
        Figure("triple", 2, 4, 3),
        Figure("fact", 1, 4, 3),
        Figure("qualifier", 2, 3, 3),
        Figure("accuses", 0, 1, 0),
        Figure("meets", 2, 2, 2),
        Figure("supports", 0, 1, 1),
    ]
    assert (report.documents, report.typed, report.type_accuracy) == (2, 3, pytest.approx(2 / 3))


def test_rates_follow_from_the_counts():
    figure = Figure("triple", 2, 4, 3)
    assert (figure.precision, figure.recall, figure.f1) == (pytest.approx(2 / 3), 0.5, pytest.approx(4 / 7))
    assert (Figure("x", 0, 0, 0).precision, Figure("x", 0, 0, 0).recall, Figure("x", 0, 0, 0).f1) == (0.0, 0.0, 0.0)


def test_errors_are_listed_by_document(gold):
    assert evaluate(gold, FOUND, symmetric=SYMMETRIC, samples=0).errors == (
        DocumentErrors(
            "t:1", FIRST,
            missed=(("日本", "supports", "米国"),),
            wrong=(("米国", "supports", "日本"),),
            missed_mentions=(MentionError(9, 11, "日本", "日本"),),
            wrong_mentions=(MentionError(9, 11, "日本", "中国"),),
        ),
        DocumentErrors("t:2", "中国が抗議した。", (("中国", "accuses", "日本"),), (),
                       (MentionError(0, 2, "中国", "中国"),), ()),
    )


def test_gold_against_itself_is_perfect(gold):
    report = evaluate(gold, GOLD, symmetric=SYMMETRIC)
    assert {(row.precision, row.recall, row.f1) for row in report.rows(by_relation=True)} == {(1.0, 1.0, 1.0)}
    assert {figure.f1_interval for figure in report.figures} == {(1.0, 1.0)}
    assert report.errors == ()


def test_intervals_hold_the_figure_and_are_the_same_every_time(gold):
    first, second = (evaluate(gold, FOUND, symmetric=SYMMETRIC, samples=200, seed=7) for _ in range(2))
    assert first == second
    triple = first.figures[3]
    assert triple.recall_interval == (0.0, pytest.approx(2 / 3))   # only the second document, only the first
    assert triple.precision_interval == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_faults_are_passed_over_and_count_as_missed(gold):
    report = evaluate(gold, [DocumentError("empty")], symmetric=SYMMETRIC, samples=0)
    assert report.figures[3] == Figure("triple", 0, 4, 0)


def test_a_document_that_gold_lacks_is_refused(gold):
    with pytest.raises(KgError) as caught:
        evaluate(gold, [record("他の文だ。", name="x:9")], symmetric=SYMMETRIC)
    assert str(caught.value) == f"{gold}: document 'x:9' is not in the gold file"


def test_symmetric_relations_are_those_of_the_ontology(gold):
    assert evaluate(gold, FOUND, samples=0).figures == evaluate(gold, FOUND, symmetric=SYMMETRIC, samples=0).figures


def test_rules_have_their_own_figures(gold):
    assert rule_precision(gold, FOUND, symmetric=SYMMETRIC) == (
        RuleFigure("meets.a", 1, 1, wilson_lower(1, 1)),
        RuleFigure("meets.b", 1, 1, wilson_lower(1, 1)),
        RuleFigure("supports.a", 0, 1, 0.0),
    )


@pytest.mark.parametrize(("right", "total", "lower"), [(0, 0, 0.0), (1, 1, 0.2065), (9, 10, 0.5958), (81, 100, 0.7222)])
def test_wilson_bounds(right, total, lower):
    assert wilson_lower(right, total) == pytest.approx(lower, abs=5e-5)
