"""Where rules and seeds are found: beside the package in a checkout, inside it when installed."""

from pathlib import Path

import pytest

from kg import resources

ROOT = Path(__file__).parents[1]


def test_checkout_uses_its_top_level_folders():
    assert (resources.rules_folder(), resources.seeds_folder()) == (ROOT / "rules", ROOT / "seeds")


def test_installed_package_uses_its_own_and_not_a_strangers_folder(tmp_path, monkeypatch):
    (tmp_path / "kg" / "data" / "rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()  # lies beside the package by chance
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "kg")
    assert resources.rules_folder() == tmp_path / "kg" / "data" / "rules"


def test_broken_installation_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "kg")
    with pytest.raises(FileNotFoundError, match="kg/data/seeds: not found; the installation of kg lacks its seeds"):
        resources.seeds_folder()
