"""Frames over clauses: who is linked, with what marks and qualifiers."""

import pytest

from kg.model import (
    EntityType,
    Evidence,
    Found,
    MarkKind,
    Modality,
    Part,
    PartKind,
    Polarity,
    PredicateKind,
    Role,
    Standing,
    Statement,
)
from kg.relations import find_statements
from kg.rulebook.types import Condition

from .clause_making import DOCUMENT, ENTITIES, GOODS, Text, frame, path, rules


def find(text, clauses, *frames):
    return find_statements(DOCUMENT, (text.sentence,), clauses, ENTITIES, rules(*frames))


def facts(text, clauses, *frames):
    """(subject, relation, object) of all that is found, in order."""
    return [(s.subject, s.relation, s.object) for s in find(text, clauses, *frames)]


BAN = Text("中国はガリウムの米国への輸出を禁止した。")
BAN_CLAUSES = (
    BAN.clause(
        0,
        "輸出",
        "supply",
        kind=PredicateKind.NOUN,
        arguments=(BAN.argument(Role.THEME, "ガリウム", "ガリウム"), BAN.argument(Role.TARGET, "米国", "米国")),
        governor=1,
    ),
    BAN.clause(
        1,
        "禁止",
        "restrict",
        arguments=(
            BAN.argument(Role.AGENT, "中国", "中国", found=Found.TOPIC),
            BAN.argument(Role.THEME, "ガリウムの米国への輸出", clause=0, head="輸出"),
        ),
    ),
)
ACTOR = frame("restricts", "actor", "restrict", subject="agent", object="target theme/target", item="theme/theme")
GOOD = frame("restricts", "good", "restrict", subject="agent", object="theme theme/theme", object_types=GOODS)


def test_paths_lead_through_the_clause_that_heads_an_argument():
    assert find(BAN, BAN_CLAUSES, ACTOR, GOOD) == (
        Statement("中国", "restricts", "米国", qualifiers=(("item", "ガリウム"),)),
        Statement("中国", "restricts", "ガリウム"),
    )


def test_a_frame_is_triggered_by_the_word_itself_too():
    by_word = frame("restricts", "word", "禁止", subject="agent", object="theme/target")
    assert facts(BAN, BAN_CLAUSES, by_word) == [("中国", "restricts", "米国")]


def test_types_are_those_of_the_ontology_narrowed_by_the_frame():
    narrow = frame("restricts", "good", "restrict", subject="agent", object="theme/target", object_types=GOODS)
    assert facts(BAN, BAN_CLAUSES, narrow) == []


def test_nobody_acts_on_himself():
    text = Text("中国は中国を規制")
    clause = text.clause(0, "規制", "restrict", arguments=(text.argument(Role.AGENT, "中国", "中国"),))
    assert find(text, (clause,), frame("restricts", "x", "restrict", subject="agent", object="agent")) == ()


def test_evidence_has_the_sentence_and_its_parts_in_given_offsets():
    text = Text("12日、中国は日本への禁止を検討した。", start=100)
    clause = text.clause(
        0,
        "禁止",
        "restrict",
        arguments=(text.argument(Role.AGENT, "中国", "中国"), text.argument(Role.TARGET, "日本", "日本")),
        marks=(text.mark(MarkKind.PLAN, "検討"), text.mark(MarkKind.PHASE, "した")),
        modality=Modality.PLANNED,
        time=text.time("12日", "2026-01-12"),
    )
    (found,) = find(text, (clause,), ACTOR)
    assert found.qualifiers == (("time", "2026-01-12"),)
    assert found.evidence == (
        Evidence(
            "d:1",
            100,
            119,
            "restricts.actor",
            Polarity.AFFIRMED,
            Modality.PLANNED,
            (
                Part(PartKind.DATE, 100, 103),
                Part(PartKind.SUBJECT, 104, 106),
                Part(PartKind.OBJECT, 107, 109),
                Part(PartKind.PREDICATE, 111, 113),
                Part(PartKind.PLAN, 114, 116),
            ),
        ),
    )


STANDINGS = [
    (Standing.ASSERTED, [("中国", "restricts", "米国")]),
    (Standing.UNDONE, []),
    (Standing.ASKED, []),
]


@pytest.mark.parametrize(("standing", "expected"), STANDINGS)
def test_only_what_is_asserted_counts(standing, expected):
    text = Text("中国の米国への規制")
    clause = text.clause(
        0,
        "規制",
        "restrict",
        arguments=(text.argument(Role.AGENT, "中国", "中国"), text.argument(Role.TARGET, "米国", "米国")),
        standing=standing,
    )
    assert facts(text, (clause,), ACTOR) == expected


POLARITIES = [
    (Polarity.AFFIRMED, None, Polarity.AFFIRMED),
    (Polarity.NEGATED, None, Polarity.NEGATED),
    (Polarity.AFFIRMED, Polarity.NEGATED, Polarity.NEGATED),
    (Polarity.NEGATED, Polarity.NEGATED, Polarity.AFFIRMED),
    (Polarity.NEGATED, Polarity.AFFIRMED, Polarity.AFFIRMED),
]


@pytest.mark.parametrize(("of_clause", "of_frame", "expected"), POLARITIES)
def test_a_negated_frame_flips_its_clause(of_clause, of_frame, expected):
    text = Text("中国は米国を規制")
    clause = text.clause(
        0,
        "規制",
        "restrict",
        arguments=(text.argument(Role.AGENT, "中国", "中国"), text.argument(Role.TARGET, "米国", "米国")),
        polarity=of_clause,
    )
    (found,) = find(text, (clause,), frame("restricts", "x", "restrict", subject="agent", object="target",
                                           polarity=of_frame))
    assert found.polarity is expected


def test_coordinated_names_give_one_statement_each():
    text = Text("中国は日本と豪州の製品を規制")
    both = text.argument(Role.TARGET, "日本と豪州", "日本", "豪州")
    clause = text.clause(0, "規制", "restrict", arguments=(text.argument(Role.AGENT, "中国", "中国"), both))
    assert facts(text, (clause,), ACTOR) == [("中国", "restricts", "日本"), ("中国", "restricts", "豪州")]


def test_what_stands_at_the_predicate_goes_before_what_is_carried_over():
    text = Text("中国、日本は米国を規制")
    clause = text.clause(
        0,
        "規制",
        "restrict",
        arguments=(
            text.argument(Role.AGENT, "中国", "中国", found=Found.SHARED),
            text.argument(Role.AGENT, "日本", "日本", found=Found.TOPIC),
            text.argument(Role.TARGET, "米国", "米国"),
        ),
    )
    assert facts(text, (clause,), ACTOR) == [("日本", "restricts", "米国")]


BETWEEN = frame("meets", "between", "meet", between="agent")
WITH = frame("meets", "with", "meet", subject="agent", object="partner")


def test_between_links_every_two_names():
    text = Text("日本米国豪州が会談")
    names = text.argument(Role.AGENT, "日本米国豪州", "日本", "米国", "豪州")
    clause = text.clause(0, "会談", "meet", arguments=(names,))
    assert facts(text, (clause,), BETWEEN) == [
        ("日本", "meets", "米国"),
        ("日本", "meets", "豪州"),
        ("米国", "meets", "豪州"),
    ]


def test_a_symmetric_relation_is_given_once_in_text_order():
    text = Text("米国と日本が会談")
    clause = text.clause(
        0,
        "会談",
        "meet",
        arguments=(text.argument(Role.AGENT, "日本", "日本"), text.argument(Role.PARTNER, "米国", "米国")),
    )
    swapped = frame("meets", "swapped", "meet", subject="partner", object="agent")
    found = find(text, (clause,), WITH, swapped)
    assert [(s.subject, s.relation, s.object) for s in found] == [("米国", "meets", "日本")]
    assert [e.rule for e in found[0].evidence] == ["meets.with", "meets.swapped"]


def test_place_comes_from_the_clause_unless_it_is_an_end():
    text = Text("日本は釜山で米国と会談")
    arguments = (
        text.argument(Role.AGENT, "日本", "日本"),
        text.argument(Role.PLACE, "釜山", "釜山"),
        text.argument(Role.PARTNER, "米国", "米国"),
    )
    clause = text.clause(0, "会談", "meet", arguments=arguments)
    (found,) = find(text, (clause,), WITH)
    assert found.qualifiers == (("place", "釜山"),)
    there = frame("acquires", "x", "meet", subject="agent", object="place")
    (other,) = find(text, (clause,), there)
    assert other.qualifiers == ()


def test_source_is_the_outermost_speaker():
    text = Text("豪州は、日本によると中国が米国を規制と発表")
    clause = text.clause(
        0,
        "規制",
        "restrict",
        arguments=(text.argument(Role.AGENT, "中国", "中国"), text.argument(Role.TARGET, "米国", "米国")),
        sources=(text.argument(Role.SOURCE, "日本", "日本"), text.argument(Role.AGENT, "豪州", "豪州")),
    )
    (found,) = find(text, (clause,), ACTOR)
    assert found.qualifiers == (("source", "豪州"),)


ITEMS = [
    ("中国は米国に輸出規制の撤回を要求", "輸出規制の撤回", "撤回", "輸出規制の撤回"),
    ("中国は米国に米国の関税の撤回を要求", "米国の関税の撤回", "撤回", "撤回"),
    (
        "中国は米国に去年の秋から続いている高い関税と規制の一刻も早い撤回を要求",
        "去年の秋から続いている高い関税と規制の一刻も早い撤回",
        "撤回",
        "撤回",
    ),
]


@pytest.mark.parametrize(("said", "phrase", "head", "expected"), ITEMS)
def test_an_item_is_the_shortest_phrase_that_says_what_it_is(said, phrase, head, expected):
    text = Text(said)
    clause = text.clause(
        0,
        "要求",
        "request",
        arguments=(
            text.argument(Role.AGENT, "中国", "中国"),
            text.argument(Role.TARGET, "米国", "米国"),
            text.argument(Role.THEME, phrase, head=head),
        ),
    )
    asks = frame("requests", "asks", "request", subject="agent", object="target", item="theme")
    (found,) = find(text, (clause,), asks)
    assert found.qualifiers == (("item", expected),)


def test_a_description_gives_its_own_word_as_title():
    text = Text("米国は日本の大統領")
    clause = text.clause(
        0,
        "大統領",
        "office",
        arguments=(text.argument(Role.AGENT, "米国", "米国"), text.argument(Role.TARGET, "日本", "日本")),
    )
    titled = frame("requests", "x", "office", subject="agent", object="target", title="content")
    (found,) = find(text, (clause,), titled)
    assert found.qualifiers == (("title", "大統領"),)


CONDITIONS = [
    (Condition(path("theme"), words=("輸出",)), True),
    (Condition(path("theme"), words=("輸入",)), False),
    (Condition(path("theme"), not_words=("輸出",)), False),
    (Condition(path("theme"), senses=("supply",)), True),
    (Condition(path("theme"), senses=("meet",)), False),
    (Condition(path("theme/theme"), types=GOODS), True),
    (Condition(path("theme/target"), types=GOODS), False),
    (Condition(path("theme/theme"), not_types=GOODS), False),
    (Condition(path("theme/theme"), not_types=frozenset({EntityType.COUNTRY})), True),
    (Condition(path("partner"), present=False), True),
    (Condition(path("agent"), present=False), False),
    (Condition(path("partner"), present=True), False),
    (Condition(path("agent"), present=True), True),
    (Condition(path("partner"), words=("輸出",)), False),
    (Condition(path("partner"), not_words=("輸出",)), True),
]


@pytest.mark.parametrize(("condition", "holds"), CONDITIONS)
def test_conditions(condition, holds):
    conditioned = frame("restricts", "x", "restrict", subject="agent", object="theme/target", when=(condition,))
    assert bool(facts(BAN, BAN_CLAUSES, conditioned)) is holds


def test_a_frame_may_ask_for_the_polarity_and_kind_of_its_clause():
    asks = {
        "negated": frame("restricts", "a", "restrict", subject="agent", object="theme/target",
                         clause_polarity=Polarity.NEGATED),
        "noun": frame("restricts", "b", "restrict", subject="agent", object="theme/target",
                      kinds=frozenset({"noun"})),
        "sahen": frame("restricts", "c", "restrict", subject="agent", object="theme/target",
                       kinds=frozenset({"sahen"})),
    }
    assert {name: bool(facts(BAN, BAN_CLAUSES, f)) for name, f in asks.items()} == {
        "negated": False,
        "noun": False,
        "sahen": True,
    }


def test_not_under_looks_at_the_predicate_over_the_clause():
    free = frame("acquires", "x", "supply", subject="theme", object="target", subject_types=GOODS)
    sold = frame("acquires", "y", "supply", subject="target", object="theme")
    barred = frame("acquires", "z", "supply", subject="target", object="theme", not_under=("restrict",))
    assert facts(BAN, BAN_CLAUSES, free) == []
    assert facts(BAN, BAN_CLAUSES, sold) == [("米国", "acquires", "ガリウム")]
    assert facts(BAN, BAN_CLAUSES, barred) == []


BORROWED = [
    (Role.THEME, [("日本", "restricts", "米国")]),
    (Role.TOPIC, []),
]


@pytest.mark.parametrize(("role", "expected"), BORROWED)
def test_a_noun_keeps_the_target_of_its_verb_only_as_what_the_verb_does(role, expected):
    text = Text("日本は米国に規制を開始した")
    shared = text.argument(Role.TARGET, "米国", "米国", found=Found.SHARED)
    agent = text.argument(Role.AGENT, "日本", "日本")
    noun = text.clause(0, "規制", "restrict", kind=PredicateKind.NOUN, arguments=(agent, shared), governor=1)
    verb = text.clause(1, "開始", arguments=(text.argument(role, "規制", clause=0),))
    assert facts(text, (noun, verb), ACTOR) == expected


def test_the_more_specific_relation_of_one_predicate_stays():
    text = Text("日本は米国を買収")
    clause = text.clause(
        0,
        "買収",
        "acquire",
        arguments=(text.argument(Role.AGENT, "日本", "日本"), text.argument(Role.THEME, "米国", "米国")),
    )
    vague = frame("invests_in", "x", "acquire", subject="agent", object="theme")
    exact = frame("acquires", "x", "acquire", subject="agent", object="theme", over=frozenset({"invests_in"}))
    assert facts(text, (clause,), vague, exact) == [("日本", "acquires", "米国")]
    assert facts(text, (clause,), vague) == [("日本", "invests_in", "米国")]


def test_a_name_that_no_entity_stands_for_gives_nothing():
    assert find_statements(DOCUMENT, (BAN.sentence,), BAN_CLAUSES, {"中国": ENTITIES["中国"]}, rules(ACTOR, GOOD)) == ()
