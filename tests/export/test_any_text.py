"""Whatever characters a text and its names have: they are stored, found, exported and printed."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from graph_making import build, extraction
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.cli.tables import cut, pad, printable, table, width
from kg.errors import QueryError
from kg.export import export_graph
from kg.model import Entity, EntityType
from kg.query import make_filter
from kg.store.fulltext import bigrams, match_query
from kg.store.identity import fold, storable

NAMES = st.text(min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=40)
@given(NAMES, NAMES, st.text(max_size=30))
def test_any_names_go_in_and_come_out(one: str, two: str, around: str) -> None:
    if storable(one) == storable(two):
        two += "2"
    entities = {one: Entity(one, EntityType.COMPANY), two: Entity(two, EntityType.ORG, (around,), en=around)}
    told = extraction("x:1", (f"{one}{around}{two}", [(one, "supplies", two, {"item": around})]), entities=entities)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with build(place / "kg.sqlite", [told]) as store:
            for format_ in ("csv", "jsonl", "graphml", "gexf"):
                export_graph(store, format_, place / f"x.{format_}", **({"raw": True} if format_ == "csv" else {}))
            named = [statement.subject for statement in store.statements(make_filter(store, subjects=[one]))]
            found = [s.object for s in store.statements(make_filter(store, objects=[two], text=f"{one}{around}{two}"))]
        assert (named, found) == ([storable(one)], [storable(two)])
        [row] = csv.DictReader(io.StringIO((place / "x.csv").read_bytes().decode("utf-8-sig"), newline=""))
        record = json.loads((place / "x.jsonl").read_text(encoding="utf-8"))
        assert (row["subject"], row["object"]) == (storable(one), storable(two))
        assert (record["subject"], record["object"]) == (storable(one), storable(two))
        for format_ in ("graphml", "gexf"):
            tags = [element.tag.rpartition("}")[2] for element in ET.parse(place / f"x.{format_}").iter()]
            assert (tags.count("node"), tags.count("edge")) == (2, 1)


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_any_pattern_is_understood_or_refused(pattern: str) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        build(Path(folder) / "kg.sqlite") as store,
        contextlib.suppress(QueryError),
    ):
        list(store.statements(make_filter(store, pattern=pattern)))


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_text_meets_the_query_of_any_of_its_words(before: str, word: str, after: str) -> None:
    query = match_query(word)
    kept = bigrams(before + word + after).split()
    folded = fold(before + word + after)
    if query and fold(word) in folded:
        assert [pair for pair in query.replace('"', "").split(" AND ") if pair not in kept] == []


@given(st.lists(st.lists(st.text(max_size=15), min_size=2, max_size=2), max_size=4), st.integers(16, 60))
def test_tables_are_printable_and_fit(rows: list[list[str]], columns: int) -> None:
    lines = table(("a", "b"), rows, columns=columns)
    assert len(lines) == len(rows) + 1
    assert all(printable(line) == line and width(line) <= columns for line in lines)


@given(st.text(max_size=20), st.integers(1, 30))
def test_cut_and_pad_keep_to_their_columns(text: str, columns: int) -> None:
    safe = printable(text)
    assert width(cut(safe, columns)) <= columns
    assert width(pad(cut(safe, columns), columns)) == columns
