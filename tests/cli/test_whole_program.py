"""From a text file to the graph's files, with the real parser and the shipped rules."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

NEWS = """\
中国商務省はゲルマニウムの対米輸出を禁止した。
インドネシア政府はニッケル鉱石の輸出を全面的に禁止した。
ドイツのショルツ首相は北京で習近平国家主席と会談した。
きのうは一日中雨だった。
"""


def kg(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def built(news: Path, out: Path, *options: str) -> dict[str, bytes]:
    done = kg("build", news, "-o", out, *options)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in (".html", ".graphml")}


def test_any_number_of_processes_gives_the_same_bytes(news: Path, tmp_path: Path) -> None:
    assert built(news, tmp_path / "one") == built(news, tmp_path / "two", "--jobs", "2")


def test_what_is_built_can_be_asked(news: Path, tmp_path: Path) -> None:
    built(news, tmp_path)
    found = kg("query", "? 規制 ゲルマニウム", "--jsonl", "--store", tmp_path / "kg.sqlite")
    [record] = map(json.loads, found.stdout.splitlines())
    assert (record["subject"], record["evidence"][0]["text"]) == ("中国商務省", NEWS.splitlines()[0])


def test_extract_gives_a_line_a_document(news: Path) -> None:
    records = [json.loads(line) for line in kg("extract", news).stdout.splitlines()]
    assert [record["text"] for record in records] == NEWS.splitlines()
    assert records[3]["statements"] == []


def test_explain_shows_how_it_was_found() -> None:
    shown = kg("explain", "--why", NEWS.splitlines()[0]).stdout
    assert "中国商務省 – restricts → ゲルマニウム" in shown
    record = json.loads(kg("explain", "--json", NEWS.splitlines()[0]).stdout)
    assert [m["entity"] for m in record["sentences"][0]["mentions"]] == ["中国商務省", "ゲルマニウム", "米国"]
