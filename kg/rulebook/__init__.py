"""The rules in memory: ``rules/`` → Rulebook."""

from kg.resources import rules_folder
from kg.rulebook.load import load_rulebook
from kg.rulebook.types import Rulebook

__all__ = ["Rulebook", "load_rulebook", "rules_folder"]
