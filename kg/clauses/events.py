"""Meetings beside their places → Clause: シンガポールでのシャングリラ会合, ラスベガスのCES."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.denote import AREAS, denoted
from kg.clauses.draft import Draft, Scene
from kg.clauses.naming import description, named
from kg.clauses.phrases import Phrase
from kg.model import EntityType, Found, Mention, Role

VENUE = "venue"


def find_venues(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """Where a meeting named at the end of a phrase is held, as the phrases before it say."""
    event = phrase.head.mention
    if event is None or event.type is not EntityType.EVENT or phrase.adnominal:
        return  # 日本での|CESの|報道: where it was told
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.absorbed or before.governor != phrase.index or not before.adnominal:
        return
    place = _place(scene, before)
    if place is not None:
        yield description(
            scene,
            phrase,
            event.text,
            VENUE,
            (place.start, event.end),
            [named(scene, Role.THEME, event), named(scene, Role.PLACE, place, Found.GENITIVE)],
        )


def _place(scene: Scene, phrase: Phrase) -> Mention | None:
    """The place under での, or a city under の: 米国の|CES may be whose it is."""
    kinds = AREAS if phrase.case == "で" else frozenset({EntityType.PLACE})
    names = denoted(scene, phrase) if phrase.case in ("で", "の") else ()
    return names[0] if len(names) == 1 and names[0].type in kinds and names[0] is phrase.head.mention else None
