"""``lexicon/times.yaml`` → the words of dates."""

from __future__ import annotations

from kg.rulebook.draft import Draft
from kg.rulebook.nodes import Value


def read_times(file: Value, draft: Draft) -> None:
    """Read ``lexicon/times.yaml``."""
    file.fields("times file")
