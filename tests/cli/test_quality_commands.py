"""``kg eval`` and ``kg rules``, with stand-ins for what reads Japanese."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from graph_making import ONTOLOGY, news

from kg.cli import main
from kg.errors import RuleError
from kg.evaluate import Outcome
from kg.interchange import to_line
from kg.model import Document
from kg.rulebook.types import RelationExample, Source


class FakeRules:
    """What the commands need of a rulebook."""

    ontology = ONTOLOGY
    digest = "1"
    entries = frames = ()

    class lexicon:  # noqa: N801
        senses = ()


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {e.document.text: e for e in news()}

    def fake(documents: Iterable[Document], *_: object, **__: object) -> Iterator[object]:
        for document in documents:
            found = known[document.text]
            # the denial is missed
            yield found if found.document.id != "c:1" else dataclasses.replace(found, statements=())

    monkeypatch.setattr("kg.pipeline.extract", fake)
    monkeypatch.setattr("kg.rulebook.load_rulebook", lambda **_: FakeRules())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(to_line(e) + "\n" for e in news() if e.document.id != "b:1"), encoding="utf-8")
    return str(path)


def test_eval_reads_the_texts_of_gold_and_shows_figures_and_errors(gold: str) -> None:
    result = run("eval", gold, "--no-intervals", "--errors", "--by-relation", "--by-rule")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert ["triple", "1.000", "0.750", "0.857", "3", "4", "3"] in lines
    assert ["supplies", "0.000", "0.000", "0.000", "0", "1", "0"] in lines
    assert ["restricts.test", "1.000", "0.342", "2", "2"] in lines
    assert result.stdout.splitlines()[-2:] == [
        "c:1  チリはリチウムをEUに供給していない。雨が降った。",
        "  missed: チリ – supplies – 欧州連合",
    ]


def test_eval_takes_a_file_of_findings(gold: str) -> None:
    report = json.loads(run("eval", gold, gold, "--json").stdout)
    scores = {figure["name"]: figure["f1"] for figure in report["figures"]}
    assert (report["documents"], scores["fact"], report["errors"]) == (4, 1, [])


@pytest.mark.parametrize("arguments", [("eval",), ("eval", "none.jsonl")])
def test_eval_without_gold_is_an_error(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def example(text: str) -> RelationExample:
    return RelationExample("restricts", text, (), Source("rules/relations/restricts.yaml", 7))


def test_rules_check_tells_examples_that_came_out_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = [
        Outcome(example("チリはEUに抗議した。"), ()),
        Outcome(example("チリは\u202e禁じた。"), ("missing: [チリ, restricts, リチウム]",)),
    ]
    monkeypatch.setattr("kg.evaluate.run_examples", lambda *_, **__: iter(outcomes))
    result = run("rules", "check")
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "rules/relations/restricts.yaml:7: チリは\\u202e禁じた。\n  missing: [チリ, restricts, リチウム]\n",
        (
            "2 examples, 1 otherwise than expected\n0 names, 0 senses, 3 relations, 0 frames\n"
            "1 examples came out otherwise\n"
        ),
    )


def test_rules_check_without_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.evaluate.run_examples", lambda *_, **__: pytest.fail("examples were run"))
    result = run("rules", "check", "--no-examples")
    assert (result.exit_code, result.stderr) == (0, "0 names, 0 senses, 3 relations, 0 frames\n")


def test_every_fault_of_the_rules_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        other = RuleError("unknown key 'tpye'", path="rules/entities/x.yaml", line=3)
        raise RuleError("duplicate id '米国'", path="rules/entities/x.yaml", line=2, others=(other,))

    monkeypatch.setattr("kg.rulebook.load_rulebook", fail)
    result = run("rules", "check")
    assert (result.exit_code, result.stderr) == (
        2, "kg: rules/entities/x.yaml:2: duplicate id '米国'\nkg: rules/entities/x.yaml:3: unknown key 'tpye'\n",
    )  # fmt: skip


def test_rules_list() -> None:
    assert run("rules", "list").stdout == (
        "relation   label  family      code     means\n"
        "supplies   供給   経済        AID\n"
        "meets      会談   協力        CONSULT\n"
        "restricts  規制   規制・実力\n"
    )
