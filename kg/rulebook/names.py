"""``entities/*.yaml``, ``lexicon/titles.yaml`` and ``lexicon/names.yaml`` → what finds names in text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from kg.model import EntityType, Role
from kg.rulebook.draft import Draft, optional_word
from kg.rulebook.nodes import Value
from kg.rulebook.types import (
    Affix,
    Alias,
    AliasContext,
    Compound,
    Deixis,
    Entry,
    MentionExample,
    NamePattern,
    Organ,
    Title,
)


class Quoted(StrEnum):
    """Whether a name found by a pattern stands in 「」."""

    NO = "no"
    MAY = "may"
    MUST = "must"


class Shape(StrEnum):
    """What a name found by a pattern is written with."""

    KANA = "kana"
    KANJI = "kanji"
    LATIN = "latin"
    MIXED = "mixed"


class Side(StrEnum):
    """Where an affix stands beside its name."""

    PREFIX = "prefix"
    SUFFIX = "suffix"


def read_entities(file: Value, draft: Draft) -> None:
    """Read a file of ``entities/``."""
    fields = file.fields("entity file")
    for value in _items(fields, "entities"):
        _read_entry(value, draft)
    for value in _items(fields, "organs"):
        _read_organ(value, draft)
    _read_examples(fields, draft)


def read_titles(file: Value, draft: Draft) -> None:
    """Read ``lexicon/titles.yaml``."""
    fields = file.fields("titles file")
    for value in _items(fields, "titles"):
        title = value.fields("title")
        word = _word(title, "word")
        draft.put(
            draft.titles,
            word,
            Title(
                word=word,
                en=title["en"].text() if "en" in title else None,
                office=_flag(title, "office", default=False),
                of=draft.type_set(title.get("of")),
                stands=_flag(title, "stands", default=False),
                source=value.source,
            ),
            value,
            f"title '{word}'",
        )
    for value in _items(fields, "prefixes"):
        draft.title_prefixes[value.word()] = value.source


def read_names(file: Value, draft: Draft) -> None:
    """Read ``lexicon/names.yaml``."""
    fields = file.fields("names file")
    for value in _items(fields, "patterns"):
        _read_pattern(value, draft)
    for value in _items(fields, "affixes"):
        affix = value.fields("affix")
        text = _word(affix, "text")
        side = (affix["side"].choice(Side) if "side" in affix else None) or Side.PREFIX
        role = affix["role"].choice(Role) if "role" in affix else None
        sense = affix["sense"].text() if "sense" in affix else None
        draft.put(draft.affixes, (text, side.value), Affix(text, side.value, role, sense, value.source), value,
                  f"affix '{text}'")
    for value in _items(fields, "deixis"):
        deixis = value.fields("deixis")
        word = _word(deixis, "word")
        types = deixis["types"].choices(EntityType) if "types" in deixis else ()
        count = deixis["count"].number() if "count" in deixis else 1
        home = _flag(deixis, "home", default=False)
        draft.put(draft.deixis, word, Deixis(word, types, count, home, value.source), value, f"deixis '{word}'")
    for value in _items(fields, "compounds"):
        compound = _read_compound(value)
        draft.put(draft.compounds, compound.text, compound, value, f"compound '{compound.text}'")
    for key, table in (
        ("short_heads", draft.short_heads), ("short_blocks", draft.short_blocks), ("surnames", draft.surnames),
        ("foreign_organs", draft.foreign_organs), ("separate_words", draft.separate_words),
        ("head_titles", draft.head_titles),
    ):
        table.update((value.word(), value.source) for value in _items(fields, key))
    _read_examples(fields, draft)


def _read_entry(value: Value, draft: Draft) -> None:
    """An entity; in a later layer it may extend one of an earlier: its aliases are added, other keys replaced."""
    fields = value.fields("entity")
    name = _word(fields, "id")
    if not name:
        return
    kind = fields["type"].choice(EntityType) if "type" in fields else None
    base = draft.entries.get(name) if ("entity", name) not in draft.seen else None
    if kind is None and base is None:
        if "type" not in fields:
            value.fault(f"entity '{name}' lacks 'type'")
        return
    aliases = (*(base.aliases if base else (Alias(name),)), *_read_aliases(fields))
    given: dict[str, Any] = {
        key: fields[key].word()
        for key in ("en", "reading", "wikidata", "country", "iso", "short", "prefix")
        if key in fields
    }
    given |= {key: _words(fields, key) for key in ("other_shorts", "organ_prefixes") if key in fields}
    entry = base or Entry(name, kind or EntityType.PLACE, (), value.source)
    entry = dataclasses.replace(
        entry, aliases=_distinct(aliases), source=value.source, type=kind or entry.type, **given
    )
    draft.put(draft.entries, name, entry, value, f"entity '{name}'")


def _read_aliases(fields: Mapping[str, Value]) -> Iterator[Alias]:
    for value in _items(fields, "aliases"):
        if value.is_text:
            yield Alias(value.word())
        else:
            alias = value.fields("alias")
            yield Alias(_word(alias, "text"), _context(alias))


def _read_compound(value: Value) -> Compound:
    """A compound with another reading: a text alone never stands for its countries."""
    if value.is_text:
        return Compound(value.word(), None, value.source)
    fields = value.fields("compound")
    return Compound(_word(fields, "text"), _context(fields), value.source)


def _context(fields: Mapping[str, Value]) -> AliasContext | None:
    context = {key: fields[key].words() for key in fields if key != "text"}
    return AliasContext(**context) if context else None


def _distinct(aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """Each alias once; one with a context takes the place of the plain one (the id itself may be ambiguous)."""
    found: dict[str, Alias] = {}
    for alias in aliases:
        if alias.text and (alias.text not in found or alias.context is not None):
            found[alias.text] = alias
    return tuple(found.values())


def _read_organ(value: Value, draft: Draft) -> None:
    fields = value.fields("organ")
    word = _word(fields, "word")
    home = optional_word(fields, "home")
    countries = _words(fields, "countries")
    organ = Organ(
        word=word,
        canonical=_word(fields, "canonical") or word,
        en=fields["en"].text() if "en" in fields else None,
        # an organ that only one state has needs no country before it
        bare=_flag(fields, "bare", default=home is not None),
        home=home,
        countries=countries,
        source=value.source,
    )
    draft.put(draft.organs, (word, home, countries), organ, value, f"organ '{word}'")


def _read_pattern(value: Value, draft: Draft) -> None:
    fields = value.fields("pattern")
    name = _word(fields, "id")
    kind = fields["type"].choice(EntityType) if "type" in fields else None
    if kind is None:
        return
    shapes = tuple(shape.value for shape in fields["shapes"].choices(Shape)) if "shapes" in fields else ()
    quoted = (fields["quoted"].choice(Quoted) if "quoted" in fields else None) or Quoted.NO
    pattern = NamePattern(
        id=name,
        type=kind,
        source=value.source,
        shapes=shapes,
        quoted=quoted.value,
        needs=fields["needs"].number() if "needs" in fields else 1,
        drop=_flag(fields, "drop", default=False),
        proper=_flag(fields, "proper", default=True),
        long=_flag(fields, "long", default=False),
        suffix=_words(fields, "suffix"),
        prefix=_words(fields, "prefix"),
        before=_words(fields, "before"),
        after=_words(fields, "after"),
        not_words=_words(fields, "not_words"),
    )
    draft.put(draft.patterns, name, pattern, value, f"pattern '{name}'")


def _read_examples(fields: Mapping[str, Value], draft: Draft) -> None:
    for value in _items(fields, "examples"):
        example = value.fields("mention example")
        if "text" not in example or ("mentions" not in example and not value.is_mapping):
            continue
        found = []
        for item in _items(example, "mentions"):
            surface, arrow, entity = item.text().partition("→")
            found.append((surface.strip(), entity.strip() if arrow else surface.strip()))
        draft.mention_examples.append(MentionExample(example["text"].text(), tuple(found), value.source))


def _items(fields: Mapping[str, Value], key: str) -> Iterator[Value]:
    if key in fields:
        yield from fields[key].items()


def _word(fields: Mapping[str, Value], key: str) -> str:
    return fields[key].word() if key in fields else ""


def _words(fields: Mapping[str, Value], key: str) -> tuple[str, ...]:
    return fields[key].words() if key in fields else ()


def _flag(fields: Mapping[str, Value], key: str, *, default: bool) -> bool:
    return fields[key].flag() if key in fields else default
