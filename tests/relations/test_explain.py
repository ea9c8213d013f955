"""Why a clause gave nothing: the nearest frame and the first thing it lacks."""

import pytest

from kg.model import Polarity, Role, Standing
from kg.relations import FrameTrace, explain_clause
from kg.rulebook.types import Condition

from .clause_making import GOODS, HERE, Text, frame, path, rules

TEXT = Text("中国は米国への輸出を規制")


def clause(**rest):
    arguments = (
        TEXT.argument(Role.AGENT, "中国", "中国"),
        TEXT.argument(Role.TARGET, "米国", "米国"),
        TEXT.argument(Role.THEME, "米国への輸出", head="輸出", clause=7),
    )
    return TEXT.clause(0, "規制", "restrict", arguments=arguments, **rest)


KEYS = {"subject": "agent", "object": "target"}
MISSES = [
    ({}, {"standing": Standing.UNDONE}, 0, "the clause is undone; expected asserted"),
    ({"kinds": frozenset({"noun", "copula"})}, {}, 1, "the predicate is a sahen; expected copula, noun"),
    ({"clause_polarity": Polarity.NEGATED}, {}, 2, "the clause is affirmed; expected negated"),
    ({"when": (Condition(path("topic"), present=True),)}, {}, 4, "topic is not there"),
    ({"when": (Condition(path("theme"), present=False),)}, {}, 4, "theme is there: 米国への輸出"),
    (
        {"when": (Condition(path("theme"), words=("輸入", "販売")),)},
        {},
        4,
        "theme is 米国への輸出; expected a word out of 輸入・販売",
    ),
    (
        {"when": (Condition(path("target"), types=GOODS),)},
        {},
        4,
        "target is 米国; expected a name of type PRODUCT or RESOURCE",
    ),
    (
        {"when": (Condition(path("theme"), senses=("supply",)),)},
        {},
        4,
        "theme is 米国への輸出; expected a predicate of sense supply",
    ),
    ({"subject": "topic cause"}, {}, 4, "no subject under topic or cause"),
    ({"object": "theme/theme"}, {}, 5, "no object under theme/theme"),
    ({"object": "agent"}, {}, 6, "subject and object are the same"),
]


@pytest.mark.parametrize(("keys", "of_clause", "passed", "reason"), MISSES)
def test_the_first_failure_is_named(keys, of_clause, passed, reason):
    one = clause(**of_clause)
    rulebook = rules(frame("restricts", "x", "restrict", **(KEYS | keys)))
    assert explain_clause(one, (one,), rulebook) == (FrameTrace("restricts.x", HERE, (), passed, reason),)


def test_matches_come_first_then_the_nearest_miss():
    one = clause()
    rulebook = rules(
        frame("restricts", "far", "restrict", subject="topic", object="target"),
        frame("restricts", "near", "restrict", subject="agent", object="topic"),
        frame("restricts", "hit", "restrict", **KEYS),
        frame("restricts", "else", "meet", **KEYS),
    )
    assert [(t.frame, t.pairs) for t in explain_clause(one, (one,), rulebook)] == [
        ("restricts.hit", (("中国", "米国"),)),
        ("restricts.near", ()),
        ("restricts.far", ()),
    ]
