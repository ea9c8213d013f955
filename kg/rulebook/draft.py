"""What has been read so far, by identity: the common table of the readers of the single files.

A rulebook is read in layers: the rules shipped with ``kg`` first, then each folder a user adds. Within a layer an
identity may stand once; a later layer may change or extend what an earlier one said.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kg.model import EntityId, EntityType, RelationName
from kg.rulebook.nodes import Value, nearest
from kg.rulebook.types import (
    Affix,
    Compound,
    Deixis,
    Entry,
    Family,
    Frame,
    MentionExample,
    NamePattern,
    Operator,
    Organ,
    Particle,
    Relation,
    RelationExample,
    Sense,
    Source,
    TimeExample,
    TimeRules,
    Title,
    TypeInfo,
)

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class Draft:
    """The rulebook in the making."""

    groups: dict[str, tuple[EntityType, ...]] = field(default_factory=dict)
    types: dict[EntityType, TypeInfo] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    relations: dict[RelationName, Relation] = field(default_factory=dict)
    entries: dict[EntityId, Entry] = field(default_factory=dict)
    organs: dict[tuple[str, EntityId | None, tuple[EntityId, ...]], Organ] = field(default_factory=dict)
    titles: dict[str, Title] = field(default_factory=dict)
    title_prefixes: dict[str, Source] = field(default_factory=dict)
    patterns: dict[str, NamePattern] = field(default_factory=dict)
    affixes: dict[tuple[str, str], Affix] = field(default_factory=dict)
    deixis: dict[str, Deixis] = field(default_factory=dict)
    compounds: dict[str, Compound] = field(default_factory=dict)
    short_heads: dict[str, Source] = field(default_factory=dict)
    short_blocks: dict[str, Source] = field(default_factory=dict)
    foreign_organs: dict[str, Source] = field(default_factory=dict)
    separate_words: dict[str, Source] = field(default_factory=dict)
    head_titles: dict[str, Source] = field(default_factory=dict)
    surnames: dict[str, Source] = field(default_factory=dict)
    senses: dict[str, Sense] = field(default_factory=dict)
    operators: dict[str, Operator] = field(default_factory=dict)
    particles: dict[str, Particle] = field(default_factory=dict)
    transparent: dict[str, Source] = field(default_factory=dict)
    areas: dict[str, Source] = field(default_factory=dict)
    parts: dict[str, Source] = field(default_factory=dict)
    things: dict[str, Source] = field(default_factory=dict)
    people: dict[str, Source] = field(default_factory=dict)
    concurrent: dict[str, Source] = field(default_factory=dict)
    partitives: dict[str, Source] = field(default_factory=dict)
    adverbs: dict[str, Source] = field(default_factory=dict)
    formal: dict[str, Source] = field(default_factory=dict)
    goods: dict[str, Source] = field(default_factory=dict)
    tails: dict[str, Source] = field(default_factory=dict)
    contents: dict[str, Source] = field(default_factory=dict)
    descriptors: dict[str, tuple[str, Source]] = field(default_factory=dict)
    times: TimeRules = field(default_factory=TimeRules)
    frames: dict[str, Frame] = field(default_factory=dict)
    relation_examples: list[RelationExample] = field(default_factory=list)
    mention_examples: list[MentionExample] = field(default_factory=list)
    time_examples: list[TimeExample] = field(default_factory=list)
    seen: dict[tuple[str, Hashable], Source] = field(default_factory=dict)
    """What this layer has said already; emptied between layers."""

    def put(self, table: dict[K, V], key: K, thing: V, at: Value, label: str) -> None:
        """Enter ``thing``; a fault if this layer has one of that identity. ``label`` names it in the message."""
        place = (label.split(" ", 1)[0], key)
        if place in self.seen:
            before = self.seen[place]
            at.fault(f"{label} stands already at {before.path}:{before.line}")
            return
        self.seen[place] = at.source
        table[key] = thing

    def type_set(self, value: Value | None) -> frozenset[EntityType]:
        """Entity types named one by one or by group."""
        found: set[EntityType] = set()
        for item in () if value is None else ([value] if value.is_text else value.items()):
            name = item.text()
            if name in self.groups:
                found.update(self.groups[name])
            elif name in EntityType.__members__:
                found.add(EntityType[name])
            elif name:
                known = (*EntityType.__members__, *self.groups)
                item.fault(f"{item.what} has unknown type '{name}'" + nearest(name, known))
        return frozenset(found)


Reader = Callable[[Value, Draft], None]
"""Reads one file into the draft."""


def optional_word(fields: Any, key: str) -> str | None:
    """The normalised text of a field, None where it is not given."""
    return fields[key].word() if key in fields else None
