"""The organ words of ``rules/entities/organs.yaml``: one organ of a state has one id, whatever word names it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

ENTITIES = Path(__file__).parents[2] / "rules" / "entities"


@cache
def organs() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((ENTITIES / "organs.yaml").read_text(encoding="utf-8"))["organs"]
    return found


def states_of(organ: dict[str, Any]) -> list[str]:
    return [organ["home"]] if "home" in organ else list(organ.get("countries", []))


def canonical_of(word: str, state: str | None) -> str | None:
    """What the word makes the state's id with: the entry that names the state before the general one."""
    choices = [organ for organ in organs() if organ["word"] == word]
    own = [organ for organ in choices if state in states_of(organ)]
    general = [organ for organ in choices if not states_of(organ)]
    for organ in own or general:
        return str(organ.get("canonical", word))
    return None


def test_a_canonical_word_is_its_own_canonical() -> None:
    strays = []
    for organ in organs():
        if "canonical" in organ:
            states: list[str | None] = [*states_of(organ)] or [None]
            for state in states:
                again = canonical_of(organ["canonical"], state)
                if again not in {None, organ["canonical"]}:
                    strays.append((organ["word"], state, organ["canonical"], again))
    assert strays == []


def test_no_organ_has_home_and_countries() -> None:
    assert [organ["word"] for organ in organs() if "home" in organ and "countries" in organ] == []


def test_a_word_means_one_organ_of_a_state() -> None:
    seen: dict[tuple[str, str], str] = {}
    twice = []
    for organ in organs():
        for state in states_of(organ):
            if (organ["word"], state) in seen:
                twice.append((organ["word"], state))
            seen[organ["word"], state] = organ["word"]
    assert twice == []


def test_bodies_with_a_name_of_their_own_are_no_organs() -> None:
    text = (ENTITIES / "gov_bodies.yaml").read_text(encoding="utf-8")
    names = {
        name
        for entry in yaml.safe_load(text)["entities"]
        for name in (entry["id"], *(alias for alias in entry.get("aliases", []) if isinstance(alias, str)))
    }
    bare = {organ["word"] for organ in organs() if organ.get("bare", "home" in organ)}
    assert names & bare == set()
