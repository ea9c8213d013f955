"""Writing and reading the graph's file: pooling, replacing, pruning, faults."""

from __future__ import annotations

import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from graph_making import ACT, ENTITIES, MEETING, ONTOLOGY, PLAN, build, extraction, news, shuffled

from kg.errors import StoreError
from kg.model import Entity, EntityType, Extraction, Part, PartKind
from kg.store import StatementFilter, Store, open_store
from kg.store.schema import MIGRATIONS


def facts(store: Store, wanted: StatementFilter | None = None) -> list[tuple[object, ...]]:
    return [
        (s.subject, s.relation, s.object, s.polarity.value, s.modality.value, s.evidence, s.documents, s.independent,
         s.first, s.last)
        for s in store.statements(wanted)
    ]  # fmt: skip


def everything(store: Store) -> list[object]:
    return [*store.documents(), *store.entities(), *store.statements(), *store.evidence(), store.manifest()]


MEETS = ("インドネシア", "meets", "欧州連合", "affirmed", "actual", 2, 1, 2, None, None)
BAN = ("インドネシア政府", "restricts", "ニッケル", "affirmed", "actual", 3, 3, 2, "2019-09-02", "2020-01-01")
DENIED = ("チリ", "supplies", "欧州連合", "negated", "actual", 1, 1, 1, None, None)


def test_one_statement_pools_the_evidence_of_all_documents(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        assert facts(store) == [MEETS, BAN, DENIED]


def test_evidence_keeps_the_history_from_plan_to_act(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        ban = [s.id for s in store.statements() if s.relation == "restricts"]
        told = [(e.document, e.modality.value, e.first, e.dated, e.qualifiers, e.text) for e in store.evidence(ban)]
        act = (("item", "輸出"), ("time", "2020-01-01"))
        assert told == [
            ("a:1", "planned", "2019-09-02", "document", (), PLAN),
            ("a:2", "actual", "2020-01-01", "text", act, ACT),
            ("b:1", "actual", "2020-01-01", "text", act, ACT),
        ]


def test_a_symmetric_relation_is_one_statement_and_its_parts_follow(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        meeting = next(e for e in store.evidence() if e.text == MEETING)
        assert meeting.parts == (Part(PartKind.OBJECT, 0, 4), Part(PartKind.SUBJECT, 5, 11))


def test_entities_know_their_names_and_counts(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        told = {e.id: (e.type.value, e.aliases, e.country, e.mentions, e.documents) for e in store.entities()}
        assert told["欧州連合"] == ("ORG", ("EU", "European Union", "ＥＵ"), None, 3, 2)
        assert told["インドネシア政府"] == ("GOV", (), "インドネシア", 3, 3)
        assert store.find_named("eu") == ("欧州連合",)
        assert store.find_named("ｉｎｄｏｎｅｓｉａ") == ("インドネシア",)
        assert store.find_named("ペルー") == ()


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        before = everything(store)
        report = store.write(news())
        assert (report.added, report.replaced, report.skipped) == (0, 0, 5)
        assert everything(store) == before


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("batch", [1, 3, 100])
def test_the_order_of_the_input_does_not_show(tmp_path: Path, seed: int, batch: int) -> None:
    with (
        build(tmp_path / "one.sqlite") as one,
        build(tmp_path / "two.sqlite", shuffled(news(), seed), batch=batch) as two,
    ):
        assert everything(two) == everything(one)


def test_a_changed_document_replaces_the_old_one(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        changed = extraction("c:1", ("チリはEUにリチウムを供給した。", [("チリ", "supplies", "欧州連合", {})]))
        report = store.write([changed])
        assert (report.added, report.replaced, report.skipped) == (0, 1, 0)
        assert facts(store) == [MEETS, BAN, ("チリ", "supplies", "欧州連合", "affirmed", "actual", 1, 1, 1, None, None)]
    with build(tmp_path / "new.sqlite", [*news()[:-1], changed]) as fresh, open_store(tmp_path / "kg.sqlite") as store:
        assert everything(store) == everything(fresh)


def test_new_rules_read_everything_anew(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        assert [store.holds(e.document) for e in news()] == [True] * 5
        store.prepare(ONTOLOGY, {"rules": "2"})
        assert [store.holds(e.document) for e in news()] == [False] * 5
        assert store.write(news()).replaced == 5


def test_a_changed_date_counts_as_a_change(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        document = news()[0].document
        assert not store.holds(dataclasses.replace(document, date=None))


def test_prune_takes_out_what_only_gone_documents_gave(tmp_path: Path) -> None:
    with build(tmp_path / "kg.sqlite") as store, build(tmp_path / "few.sqlite", news()[:3]) as few:
        assert store.prune(["a:1", "a:2", "b:1"]) == 2
        assert everything(store) == everything(few)


def test_the_type_most_documents_give_wins(tmp_path: Path) -> None:
    def typed(key: str, kind: EntityType) -> Extraction:
        entities = {**ENTITIES, "チリ": Entity("チリ", kind)}
        return extraction(key, ("チリはリチウムを売った。", [("チリ", "supplies", "リチウム", {})]), entities=entities)

    extractions = [typed("x:1", EntityType.ORG), typed("x:2", EntityType.PLACE), typed("x:3", EntityType.PLACE)]
    for number in range(3):
        mixed = extractions[number:] + extractions[:number]
        with build(tmp_path / f"{number}.sqlite", mixed, batch=1) as store:
            assert {e.id: e.type for e in store.entities()}["チリ"] == EntityType.PLACE


FILTERS = [
    (StatementFilter(), [MEETS, BAN, DENIED]),
    (StatementFilter(subjects=("チリ",)), [DENIED]),
    (StatementFilter(objects=("欧州連合",), relations=("meets",)), [MEETS]),
    (StatementFilter(either=("インドネシア", "チリ")), [MEETS, DENIED]),
    (StatementFilter(ends=("インドネシア", "欧州連合", "ニッケル")), [MEETS]),
    (StatementFilter(types=(EntityType.RESOURCE,)), [BAN]),
    (StatementFilter(subject_types=(EntityType.COUNTRY,)), [MEETS, DENIED]),
    (StatementFilter(object_types=(EntityType.COUNTRY,)), [MEETS]),  # symmetric
    (StatementFilter(families=("force", "economy")), [BAN, DENIED]),
    (StatementFilter(polarities=("negated",)), [DENIED]),  # type: ignore[arg-type]
    (StatementFilter(modalities=("planned",)), [BAN]),  # type: ignore[arg-type]
    (StatementFilter(modalities=("possible",)), []),  # type: ignore[arg-type]
    (StatementFilter(since="2020-01-01"), [BAN]),
    (StatementFilter(until="2019-09-01"), []),
    (StatementFilter(since="2019-10-01", until="2019-12-31"), []),
    (StatementFilter(modalities=("planned",), since="2020-01-01"), []),  # type: ignore[arg-type]
    (StatementFilter(text="方針"), [BAN]),
    (StatementFilter(text="供給 リチウム"), [DENIED]),
    (StatementFilter(text="招"), [MEETS]),
    (StatementFilter(text="方針 招い"), []),
    (StatementFilter(text='" OR 1=1 --'), []),
]


@pytest.mark.parametrize(("wanted", "expected"), FILTERS)
def test_filters(tmp_path: Path, wanted: StatementFilter, expected: list[object]) -> None:
    with build(tmp_path / "kg.sqlite") as store:
        assert facts(store, wanted) == expected


def test_copies_that_differ_in_signs_and_digits_count_once(tmp_path: Path) -> None:
    claim = ("チリ", "supplies", "欧州連合", {})
    texts = ["チリはEUに5月、供給した。", "チリは ＥＵに6月 供給した", "【続報】チリはEUに7月、供給した。"]
    told = [extraction(f"z:{n}", (text, [claim])) for n, text in enumerate(texts)]
    with build(tmp_path / "kg.sqlite", told) as store:
        assert [(s.documents, s.independent) for s in store.statements()] == [(3, 2)]


def test_disputed_is_what_is_also_denied(tmp_path: Path) -> None:
    claim = ("チリ", "supplies", "欧州連合", {})
    with build(tmp_path / "kg.sqlite", [*news(), extraction("z:1", ("チリはEUに供給した。", [claim]))]) as store:
        found = [(s.subject, s.polarity.value) for s in store.statements(StatementFilter(disputed=True))]
        assert found == [("チリ", "affirmed"), ("チリ", "negated")]


def test_a_fault_in_the_middle_leaves_whole_batches(tmp_path: Path) -> None:
    def breaking() -> object:
        yield from news()[:3]
        raise RuntimeError("power cut")

    store = open_store(tmp_path / "kg.sqlite", create=True)
    store.prepare(ONTOLOGY, {"rules": "1"})
    with pytest.raises(RuntimeError):
        store.write(breaking(), batch=2)  # type: ignore[arg-type]
    assert store.document_ids() == ["a:1", "a:2"]
    store.write(news())
    store.close()
    with open_store(tmp_path / "kg.sqlite") as resumed, build(tmp_path / "whole.sqlite") as whole:
        assert everything(resumed) == everything(whole)


def test_a_fault_inside_a_batch_rolls_all_of_it_back(tmp_path: Path) -> None:
    bad = dataclasses.replace(news()[3], entities={})
    with build(tmp_path / "kg.sqlite", news()[:1]) as store:
        before = everything(store)
        with pytest.raises(StoreError, match="b:2: entity '欧州連合' is used but not described"):
            store.write([news()[1], bad])
        assert everything(store) == before


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    script = """
import os, signal, sys
from graph_making import ONTOLOGY, news
from kg.store import open_store, write
store = open_store(sys.argv[1], create=True)
store.prepare(ONTOLOGY, {"rules": "1"})
seen = []
original = write.refresh_entities
def refresh(connection, touched):
    original(connection, touched)
    seen.append(1)
    if len(seen) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
write.refresh_entities = refresh
store.write(news(), batch=2)
"""
    path = tmp_path / "kg.sqlite"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    done = subprocess.run([sys.executable, "-c", script, str(path)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    with open_store(path) as store:
        assert store.document_ids() == ["a:1", "a:2"]
    with build(path) as resumed, build(tmp_path / "whole.sqlite") as whole:
        assert everything(resumed) == everything(whole)


def test_hostile_text_comes_back_as_it_went_in(tmp_path: Path) -> None:
    name = "'); DROP TABLE entities; --\n\u202e\x07\"<b>"
    entities = {name: Entity(name, EntityType.COMPANY, ("%_",)), "チリ": ENTITIES["チリ"]}
    claim = (name, "supplies", "チリ", {"item": name})
    told = extraction("x\n:1", (f"{name}はチリに供給した。", [claim]), entities=entities)
    with build(tmp_path / "kg.sqlite", [told]) as store:
        assert [(s.subject, s.object) for s in store.statements()] == [(name, "チリ")]
        assert [(e.item, e.text) for e in store.evidence()] == [(name, told.document.text)]
        assert facts(store, StatementFilter(text="_%")) == []


def test_lone_surrogates_and_nul_become_replacement_characters(tmp_path: Path) -> None:
    told = extraction("x:1", ("\ud800\0チリはEUに供給した。", [("チリ", "supplies", "欧州連合", {})]))
    with build(tmp_path / "kg.sqlite", [told]) as store:
        assert [e.text for e in store.evidence()] == ["\ufffd\ufffdチリはEUに供給した。"]
        assert store.holds(told.document)


def test_closed_it_is_one_file_and_foreign_keys_hold(tmp_path: Path) -> None:
    build(tmp_path / "kg.sqlite").close()
    assert [p.name for p in tmp_path.iterdir()] == ["kg.sqlite"]
    connection = sqlite3.connect(tmp_path / "kg.sqlite")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("SELECT relation, polarity, modality FROM statements_read").fetchall() == [
        ("会談", "肯定", "実際"), ("規制", "肯定", "実際"), ("供給", "否定", "実際"),
    ]  # fmt: skip
    assert connection.execute("SELECT * FROM entities_read WHERE id = 'チリ'").fetchall() == [
        ("チリ", "国", "Chile", None, None, None, 1, 1)
    ]
    connection.close()


def _other(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()


def _damaged(path: Path) -> None:
    build(path).close()
    data = bytearray(path.read_bytes())
    data[100:3000] = b"\xff" * 2900
    path.write_bytes(bytes(data))


def _newer(path: Path) -> None:
    build(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def _missing(path: Path) -> None:
    assert not path.exists()


def _text(path: Path) -> None:
    path.write_text("雨が降った。", encoding="utf-8")


FAULTS = [
    (_missing, "{path}: no graph here; `kg build` makes one"),
    (_text, "{path}: cannot be read as a graph: file is not a database"),
    (_other, "{path}: is a SQLite file, but no graph made by `kg build`"),
    (_newer, "{path}: has schema 99, this program knows up to 2; update kg"),
    (_damaged, "{path}: cannot be read as a graph: database disk image is malformed"),
]


@pytest.mark.parametrize(("prepare", "message"), FAULTS)
def test_what_is_no_graph_is_refused(tmp_path: Path, prepare: object, message: str) -> None:
    path = tmp_path / "kg.sqlite"
    prepare(path)  # type: ignore[operator]
    with pytest.raises(StoreError) as raised:
        list(open_store(path).statements())
    assert str(raised.value) == message.format(path=path)


def test_an_older_schema_is_brought_up_to_date_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kg.sqlite"
    with monkeypatch.context() as older:
        older.setattr("kg.store.schema.MIGRATIONS", MIGRATIONS[:1])
        open_store(path, create=True).close()
    with pytest.raises(StoreError, match="has schema 1, not 2; `kg build` brings it up to date"):
        open_store(path)
    with build(path) as store, build(tmp_path / "new.sqlite") as new:
        assert everything(store) == everything(new)


def test_a_failed_migration_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kg.sqlite"
    build(path).close()
    broken = "CREATE TABLE half (x); UPDATE nowhere SET x = 1;".replace("; ", ";\n")
    monkeypatch.setattr("kg.store.schema.MIGRATIONS", (*MIGRATIONS, ("broken", broken)))
    with pytest.raises(StoreError, match="no such table: nowhere"):
        open_store(path, create=True)
    monkeypatch.undo()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []
    connection.close()
    with open_store(path) as store:
        assert facts(store) == [MEETS, BAN, DENIED]


def test_another_program_s_database_is_not_written_into(tmp_path: Path) -> None:
    _other(tmp_path / "kg.sqlite")
    with pytest.raises(StoreError, match="is a SQLite file, but no graph"):
        open_store(tmp_path / "kg.sqlite", create=True)


def test_an_unwritable_place_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "file" / "kg.sqlite", create=True)
