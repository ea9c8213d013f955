"""Parses kept in a file."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.model import Bunsetsu, Parse, Token
from kg.store.parses import ParseFile

PARSE = Parse(
    3,
    (
        Token(0, 0, 2, "雨が", "雨", "雨", "NOUN", "名詞-普通名詞-一般", "nsubj", 1),
        Token(1, 2, 4, "降る", "降る", "降る", "VERB", "動詞-一般", "ROOT", 1, "五段-ラ行,終止形-一般"),
    ),
    (Bunsetsu(0, 0, 1, 0, 1), Bunsetsu(1, 1, 2, 1, -1)),
)


def test_a_parse_comes_back_as_it_was(tmp_path: Path) -> None:
    with ParseFile(tmp_path / "p.sqlite", "1") as parses:
        parses.put("key", PARSE)
        assert (parses.get("key"), parses.get("other")) == (PARSE, None)
    with ParseFile(tmp_path / "p.sqlite", "1") as parses:
        assert parses.get("key") == PARSE


def test_another_parser_starts_empty(tmp_path: Path) -> None:
    with ParseFile(tmp_path / "p.sqlite", "1") as parses:
        parses.put("key", PARSE)
    with ParseFile(tmp_path / "p.sqlite", "2") as parses:
        assert parses.get("key") is None


def test_a_worker_reads_what_was_kept(tmp_path: Path) -> None:
    with ParseFile(tmp_path / "p.sqlite", "1") as parses:
        parses.put("key", PARSE)
        parses.save()
        worker = pickle.loads(pickle.dumps(parses))
        assert worker.get("key") == PARSE
        worker.close()


def test_damaged_parses_are_parsed_again(tmp_path: Path) -> None:
    with ParseFile(tmp_path / "p.sqlite", "1") as parses:
        parses.put("key", PARSE)
    connection = sqlite3.connect(tmp_path / "p.sqlite")
    with connection:
        connection.execute("UPDATE parses SET parse = 'x'")
    connection.close()
    with ParseFile(tmp_path / "p.sqlite", "1") as parses:
        assert parses.get("key") is None


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("雨が降った。", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot keep parses: file is not a database; the file may be deleted"):
        ParseFile(tmp_path / "text", "1")
    connection = sqlite3.connect(tmp_path / "other.sqlite")
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    with pytest.raises(StoreError, match="is a SQLite file, but not of kept parses"):
        ParseFile(tmp_path / "other.sqlite", "1")
