"""What the finders hand to the selection: a span that may be a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.mentions.script import shape_of
from kg.model import EntityId, EntityType
from kg.rulebook.types import NamePattern

if TYPE_CHECKING:
    from kg.mentions.scan import Scan

RANK_ENTRY = 0
RANK_ORGAN = 1
RANK_TITLE = 2
RANK_PATTERN = 3
RANK_GUESS = 4


class Candidate(NamedTuple):
    """A span that may be a name. Of overlapping ones the longer wins, then the lower ``rank``.

    A named tuple, as every sentence makes several: a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    type: EntityType
    entity: EntityId
    found: str
    country: EntityId | None = None
    rank: int = 0


def pattern_candidate(
    scan: Scan, start: int, end: int, pattern: NamePattern, entity: EntityId | None = None
) -> Candidate | None:
    """What a pattern found: the gazetteer's entity where it has the name, else one of the pattern's type.

    None where the pattern excludes the text by word or shape. ``entity``: its id, if that is not the text.
    """
    text = scan.text[start:end]
    if text in pattern.not_words or end - start < 2:
        return None
    for named in scan.namer.aliases.get(text, ()):
        if named.context is None:
            entry = named.entry
            return Candidate(start, end, entry.type, entry.id, "entry", entry.country, RANK_PATTERN)
    if pattern.shapes and shape_of(text) not in pattern.shapes:
        return None
    return Candidate(start, end, pattern.type, entity or text, f"pattern:{pattern.id}", None, RANK_PATTERN)
