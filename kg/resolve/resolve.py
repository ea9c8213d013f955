"""The resolvers in their order."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions import Namer
from kg.model import Document, Entity, EntityId, Mention, Sentence
from kg.resolve.introduced import introduce_names
from kg.resolve.passage import Mentions, Passage, in_order
from kg.resolve.pointing import resolve_pointers
from kg.resolve.shortened import join_persons, join_short_forms
from kg.rulebook.types import Entry


def resolve_mentions(
    document: Document, sentences: Sequence[Sentence], mentions: Mentions, namer: Namer
) -> tuple[Mentions, dict[EntityId, Entity]]:
    """Give every mention of a document its entity.

    Mentions may be added (later uses of an abbreviation that the text introduces) and dropped (a word that points
    back at nothing). Those of 両国 and the like come in pairs with the same span, ``found`` = ``deixis:両国``; they
    are the only ones that overlap. The entities are all those that the mentions name.
    """
    passage = Passage(document, sentences, namer)
    mentions = introduce_names(passage, mentions)
    mentions = join_persons(passage, mentions)
    mentions = join_short_forms(passage, mentions)
    mentions = resolve_pointers(passage, mentions)
    return mentions, _entities(mentions, namer)


def _entities(mentions: Mentions, namer: Namer) -> dict[EntityId, Entity]:
    surfaces: dict[EntityId, set[str]] = {}
    first: dict[EntityId, Mention] = {}
    for mention in in_order(mentions):
        first.setdefault(mention.entity, mention)
        names = surfaces.setdefault(mention.entity, set())
        if not mention.found.startswith("deixis") and mention.text != mention.entity:
            names.add(mention.text)
    found = {name: _entity(mention, surfaces[name], namer) for name, mention in first.items()}
    # the state of an organ is named with it
    for entity in tuple(found.values()):
        if entity.country is not None and entity.country not in found and entity.country in namer.entries:
            found[entity.country] = listed_entity(namer.entries[entity.country])
    return found


def _entity(mention: Mention, surfaces: set[str], namer: Namer) -> Entity:
    if mention.entity in namer.entries:
        return listed_entity(namer.entries[mention.entity])
    return Entity(mention.entity, mention.type, tuple(sorted(surfaces)), country=mention.country)


def listed_entity(entry: Entry) -> Entity:
    """What the gazetteer says of an entity."""
    aliases = tuple(alias.text for alias in entry.aliases if alias.text != entry.id)
    short = (entry.short,) if entry.short and entry.short not in aliases else ()
    return Entity(entry.id, entry.type, aliases + short, entry.en, entry.reading, entry.wikidata, entry.country)
