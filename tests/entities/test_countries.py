"""The states and territories of ``rules/entities`` against ISO 3166 (pycountry) and CLDR's Japanese names (babel)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml
from babel import Locale

ENTITIES = Path(__file__).parents[2] / "rules" / "entities"

NAMED_OTHERWISE: dict[str, tuple[str, str]] = {
    "AU": ("豪州", "the newspapers' short name"),
    "BQ": ("ボネール", "the islands have no common name; Bonaire is the largest"),
    "CC": ("ココス諸島", "the bracketed second name is not in use"),
    "CD": ("コンゴ民主共和国", "no bracketed capital"),
    "CF": ("中央アフリカ", "the newspapers' short name"),
    "CG": ("コンゴ共和国", "no bracketed capital"),
    "CV": ("カボベルデ", "the spelling of the foreign ministry and the newspapers"),
    "GB": ("英国", "the newspapers' short name"),
    "GG": ("ガーンジー島", "named as an island in the news"),
    "GS": ("サウスジョージア・サウスサンドイッチ諸島", "the usual spelling of Sandwich"),
    "HK": ("香港", "CLDR's is the official long form"),
    "IO": ("チャゴス諸島", "known in the news by the islands' name"),
    "JE": ("ジャージー島", "named as an island in the news; ジャージー alone is cloth"),
    "KN": ("セントクリストファー・ネビス", "the spelling of the newspapers"),
    "MM": ("ミャンマー", "no bracketed second name"),
    "MO": ("マカオ", "CLDR's is the official long form"),
    "PS": ("パレスチナ", "the state, not only its self-governed areas"),
    "SH": ("セントヘレナ島", "named as an island in the news"),
    "SJ": ("スバールバル諸島", "Jan Mayen has no inhabitants and no news"),
    "TF": ("仏領南方・南極地域", "the name of the foreign ministry"),
    "UM": ("米領小離島", "合衆国 is not used in the news"),
    "US": ("米国", "the newspapers' short name"),
    "VA": ("バチカン", "the newspapers' short name"),
    "VC": ("セントビンセント・グレナディーン", "the spelling of the newspapers"),
    "VG": ("英領バージン諸島", "no ヴ in newspapers"),
    "VI": ("米領バージン諸島", "no ヴ in newspapers"),
}
"""ISO code → our name and why it is not CLDR's."""

BESIDE_ISO = {"XK": "コソボ"}
"""Codes in common use that the standard leaves to its users."""


def entries(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((ENTITIES / file).read_text(encoding="utf-8"))["entities"]
    return found


@pytest.fixture(scope="module")
def by_iso() -> dict[str, dict[str, Any]]:
    coded = [entry for file in ("countries.yaml", "regions.yaml") for entry in entries(file) if "iso" in entry]
    assert [code for code, count in Counter(entry["iso"] for entry in coded).items() if count > 1] == []
    return {entry["iso"]: entry for entry in coded}


def test_every_iso_code_has_an_entry(by_iso: dict[str, dict[str, Any]]) -> None:
    assert set(by_iso) == {country.alpha_2 for country in pycountry.countries} | set(BESIDE_ISO)


def test_names_are_those_of_cldr_or_reviewed(by_iso: dict[str, dict[str, Any]]) -> None:
    cldr = Locale("ja").territories
    differing = {iso: entry["id"] for iso, entry in by_iso.items() if entry["id"] != cldr[iso]}
    assert differing == {iso: name for iso, (name, _) in NAMED_OTHERWISE.items()}


def test_reviewed_names_give_a_reason() -> None:
    assert [iso for iso, (_, reason) in NAMED_OTHERWISE.items() if not reason] == []


def test_there_are_199_states(by_iso: dict[str, dict[str, Any]]) -> None:
    # 193 members of the United Nations, Vatican, Palestine, Kosovo, Taiwan, Cook Islands, Niue
    assert sum(entry["type"] == "COUNTRY" for entry in by_iso.values()) == 199


def test_short_forms_are_one_kanji_and_unique() -> None:
    shorts = [
        short
        for entry in entries("countries.yaml")
        for short in (*([entry["short"]] if "short" in entry else []), *entry.get("other_shorts", []))
    ]
    assert [short for short in shorts if len(short) != 1] == []
    assert [short for short, count in Counter(shorts).items() if count > 1] == []
