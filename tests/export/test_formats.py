"""Exports, read back by other libraries and compared with the store."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from graph_making import ENTITIES, build, extraction, news, shuffled

from kg.errors import ExportError
from kg.export import FORMATS, export_graph
from kg.model import Entity, EntityType
from kg.store import StatementFilter, Store

TEXT_FORMATS = ["graphml", "gexf", "csv", "jsonl"]

HOSTILE = "=1+1\x08\ufffe\"'<b>&\n]]>"


def hostile_store(path: Path) -> Store:
    """A store in which every text field is hostile."""
    entities = {
        HOSTILE: Entity(HOSTILE, EntityType.COMPANY, (HOSTILE + "2",), en=HOSTILE, reading=HOSTILE, country=HOSTILE),
        "=1+1\x07\ufffe\"'<b>&\n]]>": Entity("=1+1\x07\ufffe\"'<b>&\n]]>", EntityType.ORG),
    }
    ends = list(entities)
    text = f"{ends[0]}は{ends[1]}に供給した。"
    told = extraction(HOSTILE, (text, [(ends[0], "supplies", ends[1], {"item": HOSTILE})]), entities=entities)
    return build(path, [told])


def export(store: Store, format_: str, folder: Path, **options: object) -> str:
    path = folder / f"out{FORMATS[format_].suffix}"
    export_graph(store, format_, path, **options)
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return build(tmp_path / "kg.sqlite")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("format_", [*TEXT_FORMATS, "html"])
def test_the_same_texts_give_the_same_bytes(tmp_path: Path, store: Store, format_: str, seed: int) -> None:
    with build(tmp_path / "other.sqlite", shuffled(news(), seed), batch=1) as other:
        assert export(other, format_, tmp_path) == export(store, format_, tmp_path)


def test_graphml_has_each_statement_with_labels_weights_places_and_colours(tmp_path: Path, store: Store) -> None:
    export(store, "graphml", tmp_path)
    graph = nx.read_graphml(tmp_path / "out.graphml")
    assert sorted(graph.nodes) == sorted(["インドネシア", "インドネシア政府", "チリ", "ニッケル", "欧州連合"])
    chile = graph.nodes["チリ"]
    assert {name: chile[name] for name in ("label", "type", "type_label", "en", "degree", "r", "g", "b")} == {
        "label": "チリ", "type": "COUNTRY", "type_label": "国", "en": "Chile", "degree": 1, "r": 37, "g": 43, "b": 53,
    }  # fmt: skip
    assert all(isinstance(data[name], float) for _, data in graph.nodes(data=True) for name in ("x", "y", "size"))


def _graphml(text: str) -> tuple[dict[str, tuple[str, str, str]], list[dict[str, str]]]:
    """Keys by id, and the edges with their data by ``attr.name``, as a plain XML parser sees them."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ET.fromstring(text)
    keys = {
        key.attrib["id"]: (key.attrib["for"], key.attrib["attr.name"], key.attrib["attr.type"])
        for key in root.iter(f"{space}key")
    }
    edges = []
    for edge in root.iter(f"{space}edge"):
        data = {keys[d.attrib["key"]][1]: d.text or "" for d in edge.iter(f"{space}data")}
        edges.append({**edge.attrib, **data})
    return keys, edges


def test_graphml_edges_are_the_statements(tmp_path: Path, store: Store) -> None:
    _, edges = _graphml(export(store, "graphml", tmp_path))
    shown = ("source", "target", "symmetric", "label", "weight", "relation", "polarity", "modality", "first", "text")
    assert [[edge.get(name) for name in shown] for edge in edges] == [
        ["インドネシア", "欧州連合", "true", "会談", "2.0", "meets", "affirmed", "actual", None,
         "欧州連合とインドネシアは協議した。"],
        ["インドネシア政府", "ニッケル", "false", "規制", "2.0", "restricts", "affirmed", "actual", "2019-09-02",
         "インドネシア政府はニッケル鉱石の輸出を禁じる方針だ。"],
        ["チリ", "欧州連合", "false", "供給(否定)", "1.0", "supplies", "negated", "actual", None,
         "チリはリチウムをEUに供給していない。"],
    ]  # fmt: skip
    assert [edge["id"] for edge in edges] == [s.id for s in store.statements()]


@pytest.mark.parametrize("pairs", [False, True])
def test_graphml_keys_are_what_gephi_looks_for(tmp_path: Path, store: Store, pairs: bool) -> None:
    keys, _ = _graphml(export(store, "graphml", tmp_path, pairs=pairs))
    assert [key for key in keys if key.startswith("d") and key[1:].isdigit()] == []
    assert {"label", "x", "y", "size", "r", "g", "b"} <= {n for kind, n, _ in keys.values() if kind == "node"}
    assert {"label", "weight"} <= {n for kind, n, _ in keys.values() if kind == "edge"}
    assert {kind for kind, _, _ in keys.values()} == {"node", "edge"}
    assert {value_type for _, _, value_type in keys.values()} <= {"string", "int", "double", "boolean"}


def test_graphml_pairs_has_one_weighted_edge_a_pair(tmp_path: Path) -> None:
    both = extraction("z:1", ("欧州連合はチリに供給した。", [("欧州連合", "supplies", "チリ", {})]))
    with build(tmp_path / "kg.sqlite", [*news(), both]) as store:
        export(store, "graphml", tmp_path, pairs=True)
    graph = nx.read_graphml(tmp_path / "out.graphml")
    assert (graph.is_directed(), graph.is_multigraph()) == (False, False)
    assert [(*sorted(ends), d["weight"], d["statements"], d["negated"]) for *ends, d in graph.edges(data=True)] == [
        ("インドネシア", "欧州連合", 2.0, 1, 0),
        ("インドネシア政府", "ニッケル", 2.0, 1, 0),
        ("チリ", "欧州連合", 2.0, 2, 1),
    ]  # fmt: skip


def test_gexf_has_colours_places_and_closed_intervals(tmp_path: Path, store: Store) -> None:
    text = export(store, "gexf", tmp_path)
    space = "{http://gexf.net/1.3}"
    graph = next(ET.fromstring(text).iter(f"{space}graph"))
    assert {name: graph.attrib[name] for name in ("mode", "timeformat", "start", "end")} == {
        "mode": "dynamic", "timeformat": "date", "start": "2019-09-02", "end": "2020-01-01",
    }  # fmt: skip
    shown = ("source", "target", "kind", "weight", "start", "end")
    assert [[edge.attrib.get(name) for name in shown] for edge in graph.iter(f"{space}edge")] == [
        ["インドネシア", "欧州連合", "meets", "2.0", None, None],
        ["インドネシア政府", "ニッケル", "restricts", "2.0", "2019-09-02", "2020-01-01"],
        ["チリ", "欧州連合", "supplies negated", "1.0", None, None],
    ]
    colours = [c.attrib for c in graph.iter("{http://gexf.net/1.3/viz}color")]
    assert colours[0] == {"r": "37", "g": "43", "b": "53"}


def test_gexf_is_read_by_networkx(tmp_path: Path, store: Store) -> None:
    # it knows the name space of 1.2 draft only; the elements are the same
    text = export(store, "gexf", tmp_path).replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
    graph = nx.read_gexf(io.BytesIO(text.replace('version="1.3"', 'version="1.2"').encode()))
    assert sorted(graph.nodes) == ["インドネシア", "インドネシア政府", "チリ", "ニッケル", "欧州連合"]
    assert sorted(d["relation"] for *_, d in graph.edges(data=True)) == ["meets", "restricts", "supplies"]


def _table(text: str) -> list[dict[str, str]]:
    assert text[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_csv_statements(tmp_path: Path, store: Store) -> None:
    rows = _table(export(store, "csv", tmp_path))
    assert [[r[n] for n in ("subject", "label", "object", "polarity", "evidence", "independent")] for r in rows] == [
        ["インドネシア", "会談", "欧州連合", "affirmed", "2", "2"],
        ["インドネシア政府", "規制", "ニッケル", "affirmed", "3", "2"],
        ["チリ", "供給", "欧州連合", "negated", "1", "1"],
    ]


def test_csv_folder_has_all_tables(tmp_path: Path, store: Store) -> None:
    export_graph(store, "csv", tmp_path / "tables")
    tables = {path.name: _table(path.read_text(encoding="utf-8")) for path in (tmp_path / "tables").iterdir()}
    assert sorted(tables) == ["entities.csv", "evidence.csv", "statements.csv"]
    assert [row["id"] for row in tables["entities.csv"]] == sorted(ENTITIES)
    assert [(row["document"], row["item"], row["time"]) for row in tables["evidence.csv"]] == [
        ("b:2", "", ""), ("b:2", "", ""), ("a:1", "", ""), ("a:2", "輸出", "2020-01-01"), ("b:1", "輸出", "2020-01-01"),
        ("c:1", "リチウム", ""),
    ]  # fmt: skip


def test_csv_guards_against_formulas_and_says_so(tmp_path: Path) -> None:
    with hostile_store(tmp_path / "kg.sqlite") as store:
        [row] = _table(export(store, "csv", tmp_path))
        [raw] = _table(export(store, "csv", tmp_path, raw=True))
    assert row["subject"] == "'" + HOSTILE.replace("\x08", "\ufffd")
    assert row["guarded"] == "subject object"
    assert (raw["subject"], "guarded" in raw) == (HOSTILE, False)


def test_jsonl_has_all_evidence(tmp_path: Path, store: Store) -> None:
    records = [json.loads(line) for line in export(store, "jsonl", tmp_path).splitlines()]
    assert [(r["subject"], r["label"], r["object"], len(r["evidence"])) for r in records] == [
        ("インドネシア", "会談", "欧州連合", 2),
        ("インドネシア政府", "規制", "ニッケル", 3),
        ("チリ", "供給", "欧州連合", 1),
    ]  # fmt: skip
    texts = {d.id: d.text for d in store.documents()}
    for e in (e for r in records for e in r["evidence"]):
        assert texts[e["document"]][e["start"] : e["end"]] == e["text"]


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_hostile_names_make_a_file_that_parses(tmp_path: Path, format_: str) -> None:
    with hostile_store(tmp_path / "kg.sqlite") as store:
        root = ET.fromstring(export(store, format_, tmp_path))
    nodes = [node.attrib["id"] for node in root.iter() if node.tag.endswith("}node")]
    safe = "=1+1\ufffd\ufffd\"'<b>&\n]]>"
    assert len(set(nodes)) == 2
    assert nodes[0] == safe
    assert nodes[1].startswith(safe + "#")


@pytest.mark.parametrize("format_", [*TEXT_FORMATS, "html"])
def test_an_empty_graph_exports(tmp_path: Path, format_: str) -> None:
    with build(tmp_path / "kg.sqlite", []) as store:
        text = export(store, format_, tmp_path)
    if format_ in ("graphml", "gexf"):
        assert [node.tag for node in ET.fromstring(text).iter() if node.tag.endswith("}node")] == []


def test_filters_and_isolated_entities(tmp_path: Path, store: Store) -> None:
    wanted = StatementFilter(subjects=("チリ",))
    assert [r["subject"] for r in _table(export(store, "csv", tmp_path, wanted=wanted))] == ["チリ"]
    _, edges = _graphml(export(store, "graphml", tmp_path, wanted=wanted))
    assert [edge["source"] for edge in edges] == ["チリ"]
    assert "リチウム" not in nx.read_graphml(tmp_path / "out.graphml")
    export(store, "graphml", tmp_path, isolated=True)
    assert sorted(nx.read_graphml(tmp_path / "out.graphml").nodes) == sorted(ENTITIES)


def test_the_page_takes_filters_too(tmp_path: Path, store: Store) -> None:
    page = export(store, "html", tmp_path, wanted=StatementFilter(subjects=("チリ",)))
    assert ("供給していない" in page, "輸出を禁じ" in page) == (True, False)


FAULTS = [
    ("docx", {}, "no format 'docx'; expected one of html, graphml, gexf, csv, jsonl"),
    ("gexf", {"pairs": True}, "format gexf does not take 'pairs'; it is for graphml"),
    ("jsonl", {"speed": 1}, "format jsonl does not take 'speed'"),
]


@pytest.mark.parametrize(("format_", "options", "message"), FAULTS)
def test_faults(tmp_path: Path, store: Store, format_: str, options: dict[str, object], message: str) -> None:
    with pytest.raises(ExportError) as raised:
        export_graph(store, format_, tmp_path / "x", **options)
    assert str(raised.value) == message


def test_a_failed_export_leaves_the_old_file(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.graphml"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("kg.export.graphml.edge_label", fail)
    with pytest.raises(RuntimeError):
        export_graph(store, "graphml", path)
    assert path.read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.graphml", "kg.sqlite", *sorted(
        p.name for p in tmp_path.iterdir() if p.name.startswith("kg.sqlite-")
    )]


def test_an_unwritable_place_is_an_export_error(tmp_path: Path, store: Store) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="cannot be written"):
        export_graph(store, "jsonl", tmp_path / "file" / "x.jsonl")


def test_files_have_ordinary_permissions(tmp_path: Path, store: Store) -> None:
    old = os.umask(0o022)
    try:
        export(store, "jsonl", tmp_path)
    finally:
        os.umask(old)
    assert (tmp_path / "out.jsonl").stat().st_mode & 0o777 == 0o644
