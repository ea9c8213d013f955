"""docs/clauses.md: its closed lists are those of the model, its modules are there, its example is real output."""

import importlib.util
import re
from pathlib import Path

import pytest

from kg.model import Found, PredicateKind, Role

PAPER = (Path(__file__).parents[2] / "docs" / "clauses.md").read_text(encoding="utf-8")


def first_column(heading: str) -> list[str]:
    """The code words that begin the rows of the first table after a heading."""
    table = re.search(r"\n\|.*?(?=\n\n)", PAPER[PAPER.index(f"\n{heading}\n") :], re.DOTALL)
    assert table is not None
    return re.findall(r"^\| `(\w+)`", table.group(), re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "values"),
    [("## What a clause is", PredicateKind), ("## Roles", Role), ("## How an argument is found", Found)],
)
def test_tables_list_the_closed_sets_in_order(heading, values):
    assert first_column(heading) == [value.value for value in values]


def test_phases_stand_in_modules_that_exist():
    table = PAPER[PAPER.index("## The phases") : PAPER.index("## Adding a construction")]
    named = {
        name
        for row in re.findall(r"^\| [\w ]+ \| (`.*?`) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert named
    assert {name for name in named if importlib.util.find_spec(f"kg.clauses.{name}") is None} == set()


def test_example_has_the_arguments_it_shows(arguments):
    text = "中国商務省は12日、ガリウムの対米輸出を禁止すると発表した。"
    assert text in PAPER
    assert arguments(text, "輸出") == ["target=米国", "theme=ガリウム"]
    assert arguments(text, "禁止") == ["agent=中国商務省", "theme=輸出"]
    assert arguments(text, "発表") == ["agent=中国商務省", "content=禁止", "time=12日"]


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    re.findall(r"^(\S+。) +(\w+): (\w+ \w+ \w+)", PAPER, re.MULTILINE),
)
def test_operator_examples(text, predicate, expected, standing):
    assert standing(text, predicate) == expected
