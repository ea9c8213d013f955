"""Names of a sentence in the notation of the rule files."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest

from kg.mentions import Namer, build_namer, find_mentions
from kg.model import Sentence
from kg.rulebook import Rulebook

Names = Callable[..., list[str]]


@pytest.fixture(scope="session")
def namer(rulebook: Rulebook) -> Namer:
    return build_namer(rulebook)


@pytest.fixture(scope="session")
def names(namer: Namer) -> Names:
    """The mentions of a text as ``surface → entity``, or only the surface where both are one.

    ``types`` limits them to some types, ``typed`` appends the type.
    """

    def find(text: str, *, types: Collection[str] = (), typed: bool = False) -> list[str]:
        sentence = Sentence("test", 0, 0, 0, len(text), text, tuple(range(len(text) + 1)))
        found = []
        for mention in find_mentions(sentence, namer):
            if types and mention.type not in types:
                continue
            name = mention.text if mention.text == mention.entity else f"{mention.text} → {mention.entity}"
            found.append(f"{name}: {mention.type}" if typed else name)
        return found

    return find
