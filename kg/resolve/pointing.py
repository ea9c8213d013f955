"""Words that point back (同国, 同社, 両国, 我が国) and organs without their state (外務省, 政府), in reading order:
what one is found to mean, the next may point to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.mentions.organs import BARE, POINTED
from kg.model import EntityType, Mention
from kg.resolve.bare import give_state
from kg.resolve.pairs import find_pair
from kg.resolve.passage import Mentions, Passage, in_order, regroup
from kg.resolve.ranking import ends_alike, rank_referents
from kg.rulebook.types import Deixis


def resolve_pointers(passage: Passage, mentions: Mentions) -> Mentions:
    """Replace what points back by what it points to; drop it where that is nothing."""
    pointers = {deixis.word: deixis for deixis in passage.namer.rulebook.names.deixis}
    done: list[Mention] = []
    everything = tuple(in_order(mentions))
    for mention in everything:
        if mention.found.startswith("deixis:"):
            done.extend(_referents(passage, mention, pointers[mention.found.removeprefix("deixis:")], done))
        elif mention.found in {BARE, POINTED}:
            done.extend(give_state(passage, mention, done, everything))
        else:
            done.append(mention)
    return regroup(done, len(passage.sentences))


def _referents(passage: Passage, mention: Mention, deixis: Deixis, before: Sequence[Mention]) -> Iterable[Mention]:
    """One mention for 同国, two of the same span for 両国, none where too few names fit."""
    if deixis.home:
        home = passage.namer.home
        return [replace(mention, entity=home, type=EntityType.COUNTRY)] if home is not None else []
    for kinds in _type_choices(deixis, before):
        if deixis.count == 2:
            meant: Sequence[Mention] = find_pair(passage, mention, kinds, before)
        else:
            meant = rank_referents(passage, mention, kinds, before, deixis)[:1]
        if meant:
            return [replace(mention, entity=m.entity, type=m.type, country=m.country) for m in meant]
    return []


def _type_choices(deixis: Deixis, before: Sequence[Mention]) -> list[frozenset[EntityType]]:
    """All its types at once where a name's ending shows that it is meant (同党, 自民党), else one after another."""
    if deixis.count == 1 and any(ends_alike(deixis, m) for m in before if m.type in deixis.types):
        return [frozenset(deixis.types)]
    return [frozenset({kind}) for kind in deixis.types]
