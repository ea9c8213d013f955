"""docs/clauses.md: its closed lists are those of the model, its modules are there, its example is real output."""

import re
from pathlib import Path

import pytest

from kg.model import Found, PredicateKind, Role

ROOT = Path(__file__).parents[2]
PAPER = (ROOT / "docs" / "clauses.md").read_text(encoding="utf-8")


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


def test_phases_are_all_told():
    """Every module whose phases ``kg.clauses`` calls has a row, and every row a module."""
    table = PAPER[PAPER.index("## The phases") : PAPER.index("## Adding a construction")]
    told = set(re.findall(r"^\| [\w ]+ \| `(\w+)`", table, re.MULTILINE))
    program = (ROOT / "kg" / "clauses" / "__init__.py").read_text(encoding="utf-8")
    called = set(re.findall(r"^from kg\.clauses\.(\w+) import", program, re.MULTILINE))
    assert told == called - {"draft", "words"}


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
