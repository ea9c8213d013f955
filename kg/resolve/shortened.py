"""Short forms of names that a document gives in full: 李氏 after 李在明, 日鉄 after 日本製鉄."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.mentions import Namer
from kg.mentions.script import is_kanji, shape_of
from kg.model import EntityId, EntityType, Mention
from kg.resolve.again import find_again
from kg.resolve.passage import LONGEST_WORD, Mentions, Passage, in_order, regroup

PARTS = re.compile("[・=＝゠ ]")
SHORT_FORM = "pattern:short-form"
NAMED_BODIES = frozenset({EntityType.COMPANY, EntityType.ORG})


def join_persons(passage: Passage, mentions: Mentions) -> Mentions:
    """Give a family name the person of that name whom the document introduces in full."""
    persons = [m for m in in_order(mentions) if m.type is EntityType.PERSON and not m.found.startswith("deixis")]
    if not persons:
        return mentions
    changed: dict[int, Mention] = {}
    others = _other_bearers(persons, passage.namer)
    for mention in persons:
        full = _full_name(mention, persons, passage.namer) or _other_bearer(passage, mention, others)
        if full is not None:
            changed[id(mention)] = replace(mention, entity=full)
    return tuple(tuple(changed.get(id(m), m) for m in sentence) for sentence in mentions)


def _other_bearers(persons: list[Mention], namer: Namer) -> dict[str, Mention]:
    """Family names that a title showed to be another's than the listed person's, by their first such mention."""
    found: dict[str, Mention] = {}
    for mention in persons:
        named = namer.aliases.get(mention.text, ())
        listed = any(choice.entry.type is EntityType.PERSON and choice.entry.id != mention.text for choice in named)
        if listed and mention.entity == mention.text:
            found.setdefault(mention.text, mention)
    return found


def _other_bearer(passage: Passage, mention: Mention, others: dict[str, Mention]) -> str | None:
    """The name as written for プーチン in プーチン氏 once the text spoke of キューバのプーチン外相."""
    first = others.get(mention.text)
    if first is None or (mention.sentence, mention.start) <= (first.sentence, first.start):
        return None
    text = passage.sentences[mention.sentence].text
    titles = passage.namer.title_words
    after = (text[mention.end : mention.end + length] for length in range(LONGEST_WORD, 0, -1))
    title = next((titles[word] for word in after if word in titles), None)
    return None if title is not None and title.office else first.entity


def _full_name(mention: Mention, persons: list[Mention], namer: Namer) -> str | None:
    """The entity of the longest name in the document that ``mention`` shortens; else the gazetteer's, by surname."""
    text = mention.text
    longer = [other for other in persons if len(other.text) > len(text) and _is_family_name(text, other.text)]
    if longer:
        best = max(longer, key=lambda other: len(other.text))
        return _known_by_surname(best, namer) or best.entity
    return _known_by_surname(mention, namer)


def _is_family_name(short: str, full: str) -> bool:
    if is_kanji(full[0]):
        return full.startswith(short) and 2 <= len(full) <= 5 and len(short) <= 3
    parts = [part for part in PARTS.split(full) if part]
    return len(parts) > 1 and short in parts[1:]


def _known_by_surname(mention: Mention, namer: Namer) -> str | None:
    """The gazetteer's person of this surname, if it has the given name too: カシムジョマルト・トカエフ."""
    parts = [part for part in PARTS.split(mention.text) if part]
    if len(parts) < 2 or mention.entity in namer.entries:
        return None
    for named in namer.aliases.get(parts[-1], ()):
        if named.entry.type is EntityType.PERSON and any(part in named.entry.id for part in parts[:-1]):
            return named.entry.id
    return None


def join_short_forms(passage: Passage, mentions: Mentions) -> Mentions:
    """Find short forms that the document uses after a full name: ザルムトン, 日産, 中西, 運河."""
    forms: dict[str, Mention] = {}
    for mention in in_order(mentions):
        if not mention.found.startswith("deixis"):
            for form in _short_forms(mention, passage.namer):
                forms.setdefault(form, mention)
    forms |= _place_words(passage, mentions)
    if not forms:
        return mentions
    kept = []
    for mention in in_order(mentions):
        full = forms.get(mention.text)
        if full is not None and _may_shorten(mention, full):
            mention = replace(mention, entity=full.entity, type=full.type, country=full.country)
        kept.append(mention)
    further = find_again(passage, kept, forms, SHORT_FORM, shortened=True)
    return regroup([*kept, *further], len(passage.sentences))


def _may_shorten(mention: Mention, full: Mention) -> bool:
    """True for a later mention of that type that no list knows; a guessed place may be a person's family name."""
    if mention.found == "entry" or (mention.sentence, mention.start) <= (full.sentence, full.start):
        return False
    surname = mention.found.startswith("pattern:place") and full.type is EntityType.PERSON
    return mention.type is full.type or surname


def _short_forms(mention: Mention, namer: Namer) -> Iterator[str]:
    """What a text may shorten a name to; nothing that names something else by itself."""
    if mention.type in NAMED_BODIES:
        forms = _body_forms(mention.text, namer.generic_words)
    elif mention.type is EntityType.PERSON and len(mention.text) == len(mention.entity):
        forms = _surnames(mention.text)
    else:
        return
    for form in forms:
        known = any(named.entry.id != mention.entity for named in namer.aliases.get(form, ()))
        if len(form) >= (4 if shape_of(form) == "kana" else 2) and not known and form not in namer.generic_words:
            yield form


def _body_forms(name: str, generic: frozenset[str]) -> set[str]:
    """ベルグラン of ベルグラン・ホールディングス, ザルムトン of アトラ・ザルムトン, 日産 of 日産自動車."""
    parts = [part for part in PARTS.split(name) if part]
    forms = set()
    if len(parts) > 1:
        forms.update({name[: name.rindex(parts[-1]) - 1], parts[0], parts[-1]})
    for size in range(2, len(name)):
        if name[size:] in generic:
            forms.add(name[:size].rstrip("・"))
    return forms


def _surnames(name: str) -> set[str]:
    """トカエフ of カシムジョマルト・トカエフ; of a kanji name what may be its family name."""
    if is_kanji(name[0]):
        return {name[:2], name[:3]} if len(name) >= 4 else {name[:2]}
    parts = [part for part in PARTS.split(name) if part]
    return {parts[-1]} if len(parts) > 1 else set()


def _place_words(passage: Passage, mentions: Mentions) -> dict[str, Mention]:
    """運河 where the document names one canal."""
    found: dict[str, dict[EntityId, Mention]] = {}
    for mention in in_order(mentions):
        if mention.type is EntityType.PLACE and not mention.found.startswith("deixis"):
            for word in passage.namer.place_words:
                if mention.text.endswith(word) and len(mention.text) > len(word):
                    found.setdefault(word, {}).setdefault(mention.entity, mention)
    return {word: next(iter(places.values())) for word, places in found.items() if len(places) == 1}
