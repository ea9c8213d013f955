"""A clause meets the frames it triggers and no others, however many there are."""

from kg.model import Role
from kg.relations import find_statements
from kg.relations.index import index_frames

from .clause_making import DOCUMENT, ENTITIES, Text, frame, rules

TEXT = Text("中国は米国を規制")
CLAUSE = TEXT.clause(
    0,
    "規制",
    "restrict",
    arguments=(TEXT.argument(Role.AGENT, "中国", "中国"), TEXT.argument(Role.TARGET, "米国", "米国")),
)
KEYS = {"subject": "agent", "object": "target"}
HIT = frame("restricts", "hit", "restrict", **KEYS)
OTHERS = tuple(frame("restricts", f"other{n}", f"sense{n}", **KEYS) for n in range(500))


def test_frames_with_other_triggers_are_never_tried(monkeypatch):
    tried = []

    def note(ready, clause, clauses):
        from kg.relations.match import match_frame

        tried.append(ready.frame.id)
        return match_frame(ready, clause, clauses)

    monkeypatch.setattr("kg.relations.find.match_frame", note)
    (found,) = find_statements(DOCUMENT, (TEXT.sentence,), (CLAUSE,), ENTITIES, rules(*OTHERS, HIT))
    assert (found.subject, found.object, tried) == ("中国", "米国", ["restricts.hit"])


def test_a_frame_that_two_triggers_lead_to_is_tried_once_in_the_order_of_the_rulebook():
    both = frame("restricts", "both", "restrict 規制", **KEYS)
    by_word = frame("restricts", "word", "規制", **KEYS)
    ready = index_frames(rules(by_word, both)).triggered_by(CLAUSE)
    assert [r.frame.id for r in ready] == ["restricts.word", "restricts.both"]


def test_the_index_of_a_rulebook_is_built_once():
    rulebook = rules(HIT)
    assert index_frames(rulebook) is index_frames(rulebook)
