"""Documents → Extractions with stand-ins for the stages: order, faults, what is parsed, the cache, worker processes."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

import stage_standins

from kg.errors import DocumentError, KgError
from kg.interchange import to_line
from kg.model import Parse
from kg.pipeline import extract
from kg.pipeline import parses as parses_module
from kg.pipeline.parses import MemoryCache, parse_key
from kg.pipeline.run import BATCH_DOCUMENTS, make_batches


def run(texts, *, parser=None, **options):
    documents = [stage_standins.document(number, text) for number, text in enumerate(texts, 1)]
    return list(extract(documents, None, load=lambda book: stage_standins.load(book, parser), **options))


def facts(results):
    return [
        str(result) if isinstance(result, DocumentError)
        else (result.document.id, [(s.subject, s.object, s.evidence[0].start) for s in result.statements])
        for result in results
    ]


def test_extractions_come_in_the_order_of_the_documents():
    assert facts(run(["XとY。ZとX", "何もない", "YとZ"])) == [
        ("t:1", [("X", "Y", 0), ("Z", "X", 4)]),
        ("t:2", []),
        ("t:3", [("Y", "Z", 0)]),
    ]


def test_an_extraction_has_all_that_was_found():
    (result,) = run(["XとY。何もない"])
    assert [s.text for s in result.sentences] == ["XとY", "何もない"]
    assert [(m.sentence, m.entity) for m in result.mentions] == [(0, "X"), (0, "Y")]
    assert sorted(result.entities) == ["X", "Y"]


@pytest.mark.parametrize("stage", sorted(stage_standins.FAULTS))
def test_a_document_that_fails_is_reported_and_the_others_go_on(stage):
    results = facts(run(["XとY", f"XとY。XとZ BAD-{stage}", "YとZ"]))
    assert results[0] == ("t:1", [("X", "Y", 0)])
    assert results[1].startswith(
        f"t.txt:2: document 't:2' cannot be read for facts: ValueError: {stage} cannot read this "
        "(in _check, stage_standins.py:"
    )
    assert results[2] == ("t:3", [("Y", "Z", 0)])


def test_a_fault_among_the_documents_is_passed_on_in_its_place():
    fault = DocumentError("empty", path="b.txt")
    documents = [stage_standins.document(1, "XとY"), fault, stage_standins.document(3, "YとZ")]
    results = list(extract(documents, None, load=stage_standins.load))
    assert facts(results) == [("t:1", [("X", "Y", 0)]), "b.txt: empty", ("t:3", [("Y", "Z", 0)])]


def test_only_sentences_with_a_name_in_texts_with_two_are_parsed():
    parser = stage_standins.Parser()
    run(["XとY。何もない。Xだけ", "Xだけ。またXだけ", "YとZ"], parser=parser)
    assert parser.calls == [["XとY", "Xだけ", "YとZ"]]


def test_the_parser_is_not_loaded_where_nothing_needs_it():
    parser = stage_standins.Parser()
    run(["何もない", "Xだけ"], parser=parser)
    assert (parser.prepared, parser.calls) == (0, [])


def test_a_parser_that_cannot_be_loaded_is_no_fault_of_a_document():
    class Missing(stage_standins.Parser):
        def prepare(self):
            raise OSError("no model 'ja_ginza'")

    with pytest.raises(KgError) as caught:
        run(["XとY"], parser=Missing())
    assert str(caught.value) == (
        "the parser cannot be loaded: no model 'ja_ginza'; expected the packages ginza and ja_ginza"
    )


def test_progress_counts_documents():
    seen = []
    run(["XとY", "BAD-name", "Z"], progress=seen.append)
    assert seen == [1, 2, 3]


def test_less_than_one_job_is_refused():
    with pytest.raises(KgError, match=r"^0 jobs; expected 1 or more$"):
        run(["XとY"], jobs=0)


def test_documents_are_read_as_they_are_needed():
    taken = []

    def endless():
        number = 0
        while True:
            number += 1
            taken.append(number)
            yield stage_standins.document(number, "XとY")

    next(extract(endless(), None, load=stage_standins.load))
    assert len(taken) == BATCH_DOCUMENTS


@given(st.lists(st.text("あX。", max_size=9_000), max_size=8))
def test_batches_hold_all_documents_in_order(texts):
    documents = [stage_standins.document(number, text) for number, text in enumerate(texts)]
    assert [document for batch in make_batches(documents) for document in batch] == documents


# --- the cache of parses


def test_a_kept_parse_is_not_made_again():
    cache = MemoryCache()
    first, second = stage_standins.Parser(), stage_standins.Parser()
    before = facts(run(["何もない。XとY"], parser=first, parse_cache=cache))
    after = facts(run(["XとY"], parser=second, parse_cache=cache))  # the same sentence, in another place
    assert (before, after) == ([("t:1", [("X", "Y", 5)])], [("t:1", [("X", "Y", 0)])])
    assert (first.calls, second.calls) == ([["XとY"]], [])


def test_a_parse_is_kept_by_text_names_and_version(monkeypatch):
    (sentence, other) = stage_standins.split(stage_standins.document(1, "XとY。XとZ"))
    ((x, y), _), _ = stage_standins.name(stage_standins.document(1, ""), (sentence, other))
    key = parse_key(sentence, (x, y))
    assert parse_key(stage_standins.split(stage_standins.document(2, "Z。XとY"))[1], (x, y)) == key
    assert parse_key(sentence, (x,)) != key
    assert parse_key(other, (x, y)) != key
    monkeypatch.setattr(parses_module, "parser_version", lambda: "another")
    assert parse_key(sentence, (x, y)) != key


# --- several processes


@pytest.mark.parametrize("jobs", [2, 3])
def test_any_number_of_processes_gives_the_same(jobs):
    texts = [f"XとY{'。Zだけ' * (number % 5)}。{'ZとX' * (number % 3)}{'あ' * 4000}" for number in range(30)]
    texts[7] = "XとY BAD-relate"
    documents = [stage_standins.document(number, text) for number, text in enumerate(texts)]
    documents.insert(3, DocumentError("empty", path="b.txt", line=4))
    cache = MemoryCache()
    alone = list(extract(documents, None, load=stage_standins.load))
    together = list(extract(documents, None, load=stage_standins.load, jobs=jobs, parse_cache=cache))
    assert facts(together) == facts(alone)
    assert [r for r in together if not isinstance(r, DocumentError)] == [
        r for r in alone if not isinstance(r, DocumentError)
    ]
    faults = [r for r in together if isinstance(r, DocumentError)]
    assert [(r.path, r.line) for r in faults] == [("b.txt", 4), ("t.txt", 7)]
    assert {parse.tokens[0] for parse in cache.new.values() if isinstance(parse, Parse)} >= {"XとY", "Zだけ"}


def die(_rulebook):
    import os

    os._exit(3)


def test_a_worker_that_dies_is_reported():
    with pytest.raises(KgError, match=r"^a worker process ended before its time"):
        list(extract([stage_standins.document(1, "XとY")], None, load=die, jobs=2))


NEWS = [
    "日本政府は12日、中国によるレアアースの輸出規制に抗議した。",
    "インドとオーストラリアは鉱物の供給で合意した。",
    "何も起きなかった。",
    "欧州連合はロシア産の石油の輸入を禁じる方針だ。",
    "韓国の外相はフランスの外相と会談した。",
]


def test_the_real_stages_give_the_same_in_several_processes(rulebook, stages, monkeypatch):
    monkeypatch.setattr("kg.pipeline.run.BATCH_DOCUMENTS", 2)
    documents = [stage_standins.document(number, text) for number, text in enumerate(NEWS)]
    alone = [to_line(result) for result in extract(documents, rulebook, load=lambda _: stages)]
    assert [to_line(result) for result in extract(documents, rulebook, jobs=2)] == alone
    assert any('"statements": [{' in line for line in alone)
