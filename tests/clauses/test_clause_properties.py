"""What holds for any text: clauses never crash, stay in their sentences, have ids of their own, take linear time."""

import gc
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Document

PIECES = (
    *("中国は", "米国が", "トランプ大統領、", "対日", "輸出", "規制", "日米", "レアアース", "禁止した", "検討する方針"),
    *(
        "を",
        "に",
        "の",
        "と",
        "や",
        "は",
        "も",
        "すると",
        "ため",
        "発表し、",
        "発表した。",
        "かねない",
        "しない",
        "された",
    ),
    *("「", "」", "『", "(", ")", "（", "）", "、", "。", "・", "=", "――", "…", "?", "！", "\n", "\t", " ", "\x00"),
    *("12", "2025年", "昨年", "３", "㌦", "%", "🚀", "👩\u200d🚀", "\u200b", "\u0301", "ﾊﾝｶｸ", "ABC"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40)
LINK = "日本は中国と協議し、米国はロシアへの制裁を強化して、"
SLOW = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def _read(text, stages):
    from kg.pipeline.stages import find_names

    named = find_names(Document(id="test:1", text=text), stages)
    return named, tuple(stages.parse(named.sentences, named.mentions))


@SLOW
@given(text=TEXTS)
def test_any_text_gives_clauses_in_their_sentences(text, stages):
    named, parses = _read(text, stages)
    clauses = stages.clause(named.sentences, parses, named.mentions, named.times)
    lengths = {sentence.index: len(sentence.text) for sentence in named.sentences}
    for clause in clauses:
        assert 0 <= clause.start < clause.end <= lengths[clause.sentence]
        for argument in (*clause.arguments, *clause.sources):
            assert argument.sentence <= clause.sentence
            assert 0 <= argument.start <= argument.head_start < argument.head_end == argument.end
            assert argument.end <= lengths[argument.sentence]
        for mark in clause.marks:
            assert 0 <= mark.start < mark.end <= lengths[clause.sentence]


@SLOW
@given(text=TEXTS)
def test_ids_are_unique_and_governors_exist(text, stages):
    named, parses = _read(text, stages)
    clauses = stages.clause(named.sentences, parses, named.mentions, named.times)
    ids = [clause.id for clause in clauses]
    assert sorted(set(ids)) == sorted(ids)
    within = {clause.id: clause.sentence for clause in clauses}
    for clause in clauses:
        assert clause.governor is None or within.get(clause.governor) == clause.sentence
        assert {a.clause for a in clause.arguments} - {None} <= set(ids)


@SLOW
@given(text=TEXTS)
def test_the_same_text_gives_the_same_clauses(text, stages):
    named, parses = _read(text, stages)
    first = stages.clause(named.sentences, parses, named.mentions, named.times)
    assert stages.clause(named.sentences, parses, named.mentions, named.times) == first


def test_time_grows_with_the_length_of_a_sentence(stages):
    """Four times the length takes less than ten times as long; a quadratic phase would make it sixteen."""

    def seconds(length: int) -> float:
        """The least processor time of five runs, without pauses of the garbage collector."""
        text = (LINK * (length // len(LINK) + 1))[:length] + "合意した。"
        named, parses = _read(text, stages)
        assert len(named.sentences) == 1
        spans = []
        gc.disable()
        for _ in range(5):
            start = time.process_time()
            stages.clause(named.sentences, parses, named.mentions, named.times)
            spans.append(time.process_time() - start)
        gc.enable()
        return min(spans)

    assert seconds(1500) / seconds(375) < 10
