"""``kg entities --duplicates`` proposes, a person decides in a file, ``kg build`` replays it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from graph_making import ONTOLOGY, build, extraction

from kg.cli import main
from kg.model import Document, Entity, EntityType, Extraction

CHILE = Entity("チリ", EntityType.COUNTRY)
ONE, OTHER = "バルカンリソース", "ヴァルカン・リソース"
TWO = {e.id: e for e in (CHILE, Entity(ONE, EntityType.COMPANY), Entity(OTHER, EntityType.COMPANY))}
SENTENCES = {
    "news:1": ("バルカンリソースはチリに供給した。", [("バルカンリソース", "supplies", "チリ", {})]),
    "news:2": ("チリはヴァルカン・リソースに供給した。", [("チリ", "supplies", "ヴァルカン・リソース", {})]),
}


def texts() -> list[Extraction]:
    return [extraction(key, said, entities=TWO) for key, said in SENTENCES.items()]


class FakeRules:
    """What the commands need of a rulebook."""

    ontology = ONTOLOGY
    digest = "1"
    entries = ()


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {e.document.text: e for e in texts()}

    def fake(documents: Iterable[Document], *_: object, **__: object) -> Iterator[Extraction]:
        for document in documents:
            yield known[document.text]

    monkeypatch.setattr("kg.pipeline.extract", fake)
    monkeypatch.setattr("kg.rulebook.load_rulebook", lambda **_: FakeRules())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_likely_duplicates_are_printed_as_lines_of_the_file(tmp_path: Path) -> None:
    build(tmp_path / "kg.sqlite", texts()).close()
    result = run("entities", "--duplicates", "--store", str(tmp_path / "kg.sqlite"))
    assert (result.exit_code, result.stdout) == (
        0, "- {same: [バルカンリソース, ヴァルカン・リソース], reason: same letters}  # 1 + 1\n",
    )  # fmt: skip
    assert yaml.safe_load(result.stdout) == [{"same": [ONE, OTHER], "reason": "same letters"}]


@pytest.mark.parametrize("kind", ["same", "different", "unsure"])
def test_what_is_decided_is_not_proposed_again(kind: str, tmp_path: Path) -> None:
    build(tmp_path / "kg.sqlite", texts()).close()
    (tmp_path / "merges.yaml").write_text(f"- {{{kind}: [ヴァルカン・リソース, バルカンリソース]}}\n", encoding="utf-8")
    result = run("entities", "--duplicates", "--store", str(tmp_path / "kg.sqlite"))
    assert (result.exit_code, result.stdout) == (1, "")


def companies(out: Path) -> list[str]:
    result = run("entities", "--type", "企業", "--tsv", "--store", str(out / "kg.sqlite"))
    return [line.split("\t")[0] for line in result.stdout.splitlines()[1:]]


@pytest.mark.usefixtures("reading")
def test_a_line_merges_at_the_next_build_and_is_undone_without_it(tmp_path: Path) -> None:
    news, out = tmp_path / "news.txt", tmp_path / "out"
    news.write_text("".join(e.document.text + "\n" for e in texts()), encoding="utf-8")
    run("build", str(news), "-o", str(out))
    assert companies(out) == [ONE, OTHER]
    (out / "merges.yaml").write_text("- {same: [バルカンリソース, ヴァルカン・リソース]}\n", encoding="utf-8")
    run("build", str(news), "-o", str(out))
    assert companies(out) == [ONE]
    (out / "merges.yaml").unlink()
    run("build", str(news), "-o", str(out))
    assert companies(out) == [ONE, OTHER]


@pytest.mark.usefixtures("reading")
def test_a_faulty_file_stops_the_build(tmp_path: Path) -> None:
    news, merges = tmp_path / "news.txt", tmp_path / "m.yaml"
    news.write_text("チリ\n", encoding="utf-8")
    merges.write_text("- {same: [甲, 乙]}\n- {different: [乙, 甲]}\n", encoding="utf-8")
    result = run("build", str(news), "-o", str(tmp_path / "out"), "--merges", str(merges))
    assert (result.exit_code, result.stderr) == (
        2, f"kg: {merges}:2: 乙 and 甲 are different here, one by {merges}:1; expected one of both\n",
    )  # fmt: skip


def test_a_folder_of_rules_may_hold_merges(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "merges.yaml").write_text(
        "- {unsure: [ヴァルカン・リソース, バルカンリソース]}\n", encoding="utf-8"
    )
    build(tmp_path / "kg.sqlite", texts()).close()
    result = run(
        "entities", "--duplicates", "--store", str(tmp_path / "kg.sqlite"), "--rules", str(tmp_path / "rules")
    )  # fmt: skip
    assert (result.exit_code, result.stdout) == (1, "")
