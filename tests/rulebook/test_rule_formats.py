"""rules/README.md describes every key that a rule file may have."""

import re

import pytest

from kg.rulebook import rules_folder
from kg.rulebook.schema import KEYS, REQUIRED

README = (rules_folder() / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KEYS)
def test_every_key_is_described(kind):
    words = set(re.findall(r"[a-z_]+", README))
    assert sorted(set(KEYS[kind]) - words) == []


def test_required_keys_are_known_keys():
    assert {kind: sorted(set(keys) - set(KEYS[kind])) for kind, keys in REQUIRED.items()} == {
        kind: [] for kind in REQUIRED
    }
