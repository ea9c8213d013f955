"""The cities of ``rules/entities/cities.yaml``: every state has one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

ENTITIES = Path(__file__).parents[2] / "rules" / "entities"

CITY_STATES = {"サンマリノ"}
"""States whose capital has the state's name and no other place makes news."""


def entries(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((ENTITIES / file).read_text(encoding="utf-8"))["entities"]
    return found


def test_every_state_has_a_city() -> None:
    states = {entry["id"] for entry in entries("countries.yaml") if entry["type"] == "COUNTRY" and "iso" in entry}
    assert states - {entry.get("country") for entry in entries("cities.yaml")} == CITY_STATES


def test_all_prefectures_and_states_of_federations() -> None:
    counted = {
        country: sum(
            entry["id"].endswith(endings) for entry in entries("cities.yaml") if entry.get("country") == country
        )
        for country, endings in (("日本", ("府", "県")), ("カナダ", ("州",)))
    }
    # 47 prefectures but 東京都 and 北海道; ten provinces and three territories
    assert counted == {"日本": 45, "カナダ": 13}


def test_all_states_of_the_union() -> None:
    states = [
        entry["id"] for entry in entries("cities.yaml") if entry.get("country") == "米国" and entry["id"].endswith("州")
    ]
    assert len(states) == 50
