"""What the finders hand to the selection: a span that may be a name."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityId, EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name. Of overlapping ones the longer wins, then the lower ``rank``.

    ``surface`` spans may be zero only in ``blocks``: a candidate without a type, which keeps shorter ones away
    (米 and 国 in 米国人 as part of a longer word).
    """

    start: int
    end: int
    type: EntityType
    entity: EntityId
    found: str
    country: EntityId | None = None
    rank: int = 0


RANK_ENTRY = 0
RANK_ORGAN = 1
RANK_TITLE = 2
RANK_PATTERN = 3
RANK_GUESS = 4
