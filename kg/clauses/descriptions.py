"""Names beside their descriptions → Clause: what a noun phrase says of a name without a verb.

トランプ米大統領 (office), 米半導体大手エヌビディア (nationality), 国営鉱業会社マーデン (state_owned), 中国製電気自動車
(produced_by), 韓国・釜山 and 南シナ海のサビナ礁 (located), 自治領グリーンランド (part_of). Each becomes a clause of
kind DESCRIPTION with one of these senses, so that relation frames read them like any other predicate.
"""

from __future__ import annotations

from kg.clauses.bodies import find_bodies, find_predicated
from kg.clauses.draft import Scene
from kg.clauses.events import find_venues
from kg.clauses.goods import find_goods, link_goods
from kg.clauses.groups import find_groups
from kg.clauses.offices import find_offices
from kg.clauses.sites import find_sites

__all__ = ["find_descriptions", "link_goods"]


def find_descriptions(scene: Scene, first_id: int) -> None:
    """Add a draft for every description beside a name."""
    number = first_id
    for phrase in scene.phrases:
        if phrase.absorbed:
            continue
        for draft in (
            *find_offices(scene, phrase),
            *find_bodies(scene, phrase),
            *find_goods(scene, phrase),
            *find_sites(scene, phrase),
            *find_groups(scene, phrase),
            *find_venues(scene, phrase),
            *find_predicated(scene, phrase),
        ):
            draft.id = number
            number += 1
            scene.drafts.append(draft)
