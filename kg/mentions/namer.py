"""Rulebook → Namer: every literal that finds a name, in one automaton that reads a text for all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

from kg.model import EntityId, EntityType
from kg.rulebook.types import Affix, AliasContext, Compound, Deixis, Entry, NamePattern, Organ, Rulebook, Title

HOME_ISO = "JP"
NO_PERSONS = frozenset({EntityType.COMPANY, EntityType.ORG, EntityType.GOV, EntityType.PLACE})


class Hit(IntEnum):
    """What a literal of the automaton may be."""

    ALIAS = 0
    SHORT = 1
    ORGAN = 2
    TITLE = 3
    SUFFIX = 4
    PREFIX = 5
    BEFORE = 6
    AFTER = 7
    DEIXIS = 8
    AFFIX = 9


@dataclass(frozen=True, slots=True)
class Named:
    """An alias in the automaton: the entry it names, and where it does."""

    entry: Entry
    context: AliasContext | None


@dataclass(frozen=True)
class Namer:
    """What ``find_mentions`` looks names up in. Build one with ``build_namer`` and reuse it."""

    rulebook: Rulebook
    automaton: Any
    entries: Mapping[EntityId, Entry]
    aliases: Mapping[str, tuple[Named, ...]]
    shorts: Mapping[str, Entry]
    """Single characters that stand for a country where grammar licenses it."""
    prefixes: Mapping[str, Entry]
    """Words that stand for a state before an organ only: 中共 in 中共商務省."""
    affixes: Mapping[str, Affix]
    """Affixes before a name: 対, 訪, 駐."""
    suffixes: Mapping[str, Affix]
    """Affixes after a name: 産, 製, 側."""
    compounds: Mapping[str, Compound]
    surnames: frozenset[str]
    title_words: Mapping[str, Title]
    organ_words: Mapping[str, tuple[Organ, ...]]

    @cached_property
    def short_heads(self) -> frozenset[str]:
        """Nouns that license a single kanji before them."""
        return frozenset(self.rulebook.names.short_heads)

    @cached_property
    def name_closers(self) -> frozenset[str]:
        """Words that end the phrase of a name: 社, 側, 製."""
        return frozenset(self.suffixes) | frozenset(
            word for pattern in self.rulebook.names.patterns if pattern.quoted == "no" for word in pattern.after
        )

    @cached_property
    def generic_words(self) -> frozenset[str]:
        """The last words of companies and bodies, which a short form leaves out: ホールディングス, 自動車."""
        return frozenset(
            word
            for pattern in self.rulebook.names.patterns
            if pattern.type in {EntityType.COMPANY, EntityType.ORG} and pattern.quoted == "no"
            for word in pattern.suffix
        )

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Last words of places that may stand for the place by themselves: 運河."""
        return frozenset(
            word
            for pattern in self.rulebook.names.patterns
            if pattern.type is EntityType.PLACE and not pattern.proper
            for word in pattern.suffix
            if len(word) > 1
        )

    @cached_property
    def home(self) -> EntityId | None:
        """The country that the texts are published in."""
        return next((entry.id for entry in self.entries.values() if entry.iso == HOME_ISO), None)

    @cached_property
    def separate_words(self) -> frozenset[str]:
        """Organ words that stay apart from the name before them: 当局."""
        return frozenset(self.rulebook.names.separate_words)

    @cached_property
    def shared_stems(self) -> frozenset[str]:
        """What listed companies and places begin with: a bare 大林 may be short for 大林組, 石川 for 石川県."""
        stems: set[str] = set()
        for text, named in self.aliases.items():
            if any(choice.entry.type in NO_PERSONS for choice in named):
                stems.update(text[:size] for size in (2, 3) if size < len(text))
        return frozenset(stems)

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Nouns of the lexicon, which are no names though the dictionary may take them for family names (見方)."""
        lexicon = self.rulebook.lexicon
        senses = (word for sense in lexicon.senses for word in sense.words)
        return frozenset(senses).union(
            lexicon.transparent, lexicon.areas, lexicon.parts, lexicon.people, lexicon.concurrent, lexicon.tails,
            lexicon.contents, lexicon.descriptors,
        )  # fmt: skip

    @cached_property
    def head_titles(self) -> frozenset[str]:
        """Titles under which a bare family name means the gazetteer's person."""
        return frozenset(self.rulebook.names.head_titles)

    @cached_property
    def foreign_organs(self) -> frozenset[str]:
        """Organ words that the home country has none of."""
        return frozenset(self.rulebook.names.foreign_organs)

    @cached_property
    def head_endings(self) -> tuple[str, ...]:
        """Those of them that also license as the end of a longer word (鉄鋼大手)."""
        return tuple(head for head in self.rulebook.names.short_heads if len(head) > 1)

    @cached_property
    def describers(self) -> frozenset[str]:
        """Words that describe the name after them and are no part of it: 大手, 国営, 会社."""
        patterns = self.rulebook.names.patterns
        return frozenset(
            word for pattern in patterns if pattern.quoted != "must" for word in pattern.before
        ) | frozenset(self.rulebook.lexicon.descriptors)

    @cached_property
    def short_blocks(self) -> tuple[str, ...]:
        """What makes a single kanji before it another word."""
        return self.rulebook.names.short_blocks

    @cached_property
    def title_prefixes(self) -> tuple[str, ...]:
        """前, 元, 副, longest first."""
        return tuple(sorted(self.rulebook.names.title_prefixes, key=lambda prefix: -len(prefix)))

    def hits(self, text: str) -> Iterator[tuple[int, int, tuple[tuple[Hit, Any], ...]]]:
        """Every literal in the text, also overlapping ones, as (start, end, what it may be)."""
        for last, (length, found) in self.automaton.iter(text):
            yield last + 1 - length, last + 1, found


def build_namer(rulebook: Rulebook) -> Namer:
    """Gather the literals of the rules; some 0.1 s for ten thousand of them."""
    names = rulebook.names
    shorts: dict[str, Entry] = {}
    aliases: dict[str, list[Named]] = {}
    prefixes: dict[str, Entry] = {}
    for entry in rulebook.entries:
        for short in (entry.short, *entry.other_shorts):
            if short:
                shorts[short] = entry
        for prefix in entry.organ_prefixes:
            prefixes[prefix] = entry
        for text, context in _alias_texts(entry):
            aliases.setdefault(text, []).append(Named(entry, context))
    organs: dict[str, list[Organ]] = {}
    for organ in names.organs:
        organs.setdefault(organ.word, []).append(organ)
    return Namer(
        rulebook=rulebook,
        automaton=_automaton(_literals(rulebook, aliases, shorts)),
        entries={entry.id: entry for entry in rulebook.entries},
        aliases={text: tuple(named) for text, named in aliases.items()},
        shorts=shorts,
        prefixes=prefixes,
        affixes={affix.text: affix for affix in names.affixes if affix.side == "prefix"},
        suffixes={affix.text: affix for affix in names.affixes if affix.side == "suffix"},
        compounds={compound.text: compound for compound in names.compounds},
        surnames=frozenset(names.surnames),
        title_words={title.word: title for title in names.titles},
        organ_words={word: tuple(found) for word, found in organs.items()},
    )


def _alias_texts(entry: Entry) -> Iterator[tuple[str, AliasContext | None]]:
    """The entry's names, its id among them unless an alias gives the id a context."""
    own = {alias.text for alias in entry.aliases}
    if entry.id not in own:
        yield entry.id, None
    for alias in entry.aliases:
        yield alias.text, alias.context


def _literals(
    rulebook: Rulebook, aliases: Mapping[str, list[Named]], shorts: Mapping[str, Entry]
) -> Iterator[tuple[str, Hit, Any]]:
    names = rulebook.names
    for text, named in aliases.items():
        yield text, Hit.ALIAS, tuple(named)
    for text, entry in shorts.items():
        yield text, Hit.SHORT, entry
    for organ in names.organs:
        yield organ.word, Hit.ORGAN, organ
    for title in names.titles:
        yield title.word, Hit.TITLE, title
    for deixis in names.deixis:
        yield deixis.word, Hit.DEIXIS, deixis
    for pattern in names.patterns:
        yield from _pattern_literals(pattern)


def _pattern_literals(pattern: NamePattern) -> Iterator[tuple[str, Hit, Any]]:
    slots = (
        (Hit.SUFFIX, pattern.suffix), (Hit.PREFIX, pattern.prefix),
        (Hit.BEFORE, pattern.before), (Hit.AFTER, pattern.after),
    )  # fmt: skip
    for slot, words in slots:
        for word in words:
            yield word, slot, pattern


def _automaton(literals: Iterator[tuple[str, Hit, Any]]) -> Any:
    import ahocorasick

    found: dict[str, list[tuple[Hit, Any]]] = {}
    for text, hit, value in literals:
        found.setdefault(text, []).append((hit, value))
    automaton = ahocorasick.Automaton()
    for text, hits in found.items():
        automaton.add_word(text, (len(text), tuple(hits)))
    if found:
        automaton.make_automaton()
    return automaton


__all__ = ["Deixis", "Hit", "Named", "Namer", "build_namer"]
