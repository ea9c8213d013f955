"""Short forms of names that a document gives in full: 李氏 after 李在明, 日鉄 after 日本製鉄."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.mentions import Namer
from kg.mentions.script import is_kanji, joins, shape_of
from kg.mentions.words import PROPER, Kind, read_words
from kg.model import EntityType, Mention
from kg.resolve.passage import Mentions, Passage, in_order, regroup

PARTS = re.compile("[・=＝゠ ]")
SHORT_FORM = "pattern:short-form"
NAMED_BODIES = frozenset({EntityType.COMPANY, EntityType.ORG})


def join_persons(passage: Passage, mentions: Mentions) -> Mentions:
    """Give a family name the person of that name whom the document introduces in full."""
    persons = [m for m in in_order(mentions) if m.type is EntityType.PERSON and not m.found.startswith("deixis")]
    if not persons:
        return mentions
    changed: dict[int, Mention] = {}
    for mention in persons:
        full = _full_name(mention, persons, passage.namer)
        if full is not None:
            changed[id(mention)] = replace(mention, entity=full)
    return tuple(tuple(changed.get(id(m), m) for m in sentence) for sentence in mentions)


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
    """Find short forms of companies and bodies that the document names in full before."""
    forms: dict[str, Mention] = {}
    for mention in in_order(mentions):
        if mention.type in NAMED_BODIES and not mention.found.startswith("deixis"):
            for form in _short_forms(mention.text, passage.namer):
                forms.setdefault(form, mention)
    if not forms:
        return mentions
    kept = []
    for mention in in_order(mentions):
        full = forms.get(mention.text)
        if full is not None and mention.found != "entry" and mention.type is full.type and _follows(mention, full):
            mention = replace(mention, entity=full.entity, country=full.country)
        kept.append(mention)
    return regroup([*kept, *_further(passage, kept, forms)], len(passage.sentences))


def _follows(mention: Mention, full: Mention) -> bool:
    return (mention.sentence, mention.start) > (full.sentence, full.start)


def _short_forms(name: str, namer: Namer) -> Iterator[str]:
    """What a text may shorten a body's name to; nothing that names something else by itself."""
    parts = [part for part in PARTS.split(name) if part]
    generic = _generic_words(namer)
    forms = set()
    if len(parts) > 1:
        forms.add(name[: name.rindex(parts[-1]) - 1])
        if parts[-1] not in generic:
            forms.add(parts[-1])
        forms.add(parts[0])
    for word in generic:
        if name.endswith(word) and len(name) - len(word) >= 2:
            forms.add(name[: -len(word)].rstrip("・"))
    for form in forms:
        if len(form) < (4 if shape_of(form) == "kana" else 2) or form in namer.aliases or form in generic:
            continue
        yield form


def _generic_words(namer: Namer) -> frozenset[str]:
    """The last words of companies: ホールディングス, 自動車."""
    return frozenset(
        word
        for pattern in namer.rulebook.names.patterns
        if pattern.type in NAMED_BODIES and pattern.quoted == "no"
        for word in pattern.suffix
    )


def _further(passage: Passage, mentions: list[Mention], forms: dict[str, Mention]) -> Iterator[Mention]:
    taken = {(m.sentence, position) for m in mentions for position in range(m.start, m.end)}
    for sentence in passage.sentences:
        for form, full in sorted(forms.items(), key=lambda item: -len(item[0])):
            start = sentence.text.find(form)
            while start >= 0:
                end = start + len(form)
                free = not any((sentence.index, position) in taken for position in range(start, end))
                after = (sentence.index, start) > (full.sentence, full.start)
                if free and after and _is_word(sentence.text, start, end):
                    taken.update((sentence.index, position) for position in range(start, end))
                    yield Mention(sentence.index, start, end, form, full.type, full.entity, SHORT_FORM, full.country)
                start = sentence.text.find(form, end)


def _is_word(text: str, start: int, end: int) -> bool:
    """Katakana and Latin by their run; kanji where the morphology sees a proper noun that is no place or person."""
    if start and joins(text[start - 1], text[start]):
        return False
    rest = text[end : end + 2]
    if (rest and joins(text[end - 1], rest[0])) or (rest[:1] == "・" and not is_kanji(rest[1:] or "々")):
        return False
    if not any(is_kanji(char) for char in text[start:end]):
        return True
    words = read_words(text)
    index = words.first.get(start)
    if index is None or end not in words.last:
        return False
    return words.kinds[index] in PROPER and words.kinds[index] not in {Kind.PLACE, Kind.COUNTRY, Kind.SURNAME}
