"""Cross-checks over a whole draft: what no single file can know to be wrong."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from kg.model import EntityType
from kg.rulebook.draft import Draft
from kg.rulebook.nodes import Faults, nearest
from kg.rulebook.types import Entry, Frame, Source


def check_draft(draft: Draft, faults: Faults) -> None:
    """Note every dangling name and every clash in ``draft``."""
    check_aliases(draft, faults)
    check_countries(draft, faults)
    check_frames(draft, faults)
    check_senses(draft, faults)


def check_aliases(draft: Draft, faults: Faults) -> None:
    """An alias without a context belongs to one entity."""
    owners: dict[str, Entry] = {}
    for entry in draft.entries.values():
        if unicodedata.normalize("NFKC", entry.id) != entry.id:
            faults.add(entry.source, f"entity '{entry.id}' is not in normal form (NFKC)")
        for alias in entry.aliases:
            if alias.context is not None:
                continue
            other = owners.setdefault(alias.text, entry)
            if other is not entry:
                faults.add(
                    entry.source,
                    f"alias '{alias.text}' of '{entry.id}' belongs to '{other.id}' too "
                    f"({other.source.path}:{other.source.line}); expected a context for one of them",
                )


def check_countries(draft: Draft, faults: Faults) -> None:
    """Countries that entries name exist; short forms, prefixes and codes are one country's."""
    countries = {entry.id for entry in draft.entries.values() if entry.type is EntityType.COUNTRY}

    def check(name: str, what: str, source: Source) -> None:
        if name not in countries:
            other = f"; it is a {draft.entries[name].type}" if name in draft.entries else nearest(name, countries)
            faults.add(source, f"{what} names unknown country '{name}'{other}")

    for entry in draft.entries.values():
        if entry.country is None:
            continue
        if entry.type is EntityType.COUNTRY:
            faults.add(entry.source, f"entity '{entry.id}' is a country and has a country itself")
        check(entry.country, f"entity '{entry.id}'", entry.source)
    for organ in draft.organs.values():
        for name in (*organ.countries, *([organ.home] if organ.home else [])):
            check(name, f"organ '{organ.word}'", organ.source)
        if organ.home and organ.countries:
            faults.add(organ.source, f"organ '{organ.word}' has both 'home' and 'countries'; expected one of them")
    _check_unique(draft.entries.values(), "short", faults)
    _check_unique(draft.entries.values(), "iso", faults)


def _check_unique(entries: Iterable[Entry], key: str, faults: Faults) -> None:
    owners: dict[str, Entry] = {}
    for entry in entries:
        value = getattr(entry, key)
        if value is None:
            continue
        other = owners.setdefault(value, entry)
        if other is not entry:
            faults.add(
                entry.source,
                f"{key} '{value}' of '{entry.id}' belongs to '{other.id}' too "
                f"({other.source.path}:{other.source.line})",
            )


def check_frames(draft: Draft, faults: Faults) -> None:
    """Triggers and conditions name senses that exist; types lie within what the relation links."""
    senses = known_senses(draft)
    for frame in draft.frames.values():
        for name in (
            *(trigger for trigger in frame.triggers if trigger.isascii()),
            *(sense for condition in frame.when for sense in condition.senses),
            *frame.not_under,
        ):
            if name not in senses:
                faults.add(frame.source, f"frame '{frame.id}' has unknown sense '{name}'" + nearest(name, senses))
        _check_types(frame, draft, faults)


def _check_types(frame: Frame, draft: Draft, faults: Faults) -> None:
    relation = draft.relations.get(frame.relation)
    if relation is None:
        return
    for side, types, allowed in (
        ("subject", frame.subject_types, relation.subject),
        ("object", frame.object_types, relation.object),
    ):
        if types - allowed:
            extra = ", ".join(sorted(types - allowed))
            fault = f"frame '{frame.id}' has {side} types that '{relation.name}' does not link: {extra}"
            faults.add(frame.source, fault)


def check_senses(draft: Draft, faults: Faults) -> None:
    """An operator needs words; an affix is a role or a sense; an organ word given twice says whose it is."""
    for operator in draft.operators.values():
        if not operator.words and not operator.auxiliaries:
            faults.add(operator.origin, f"operator '{operator.id}' has no words; expected 'words' or 'auxiliaries'")
    by_word: dict[str, list[Source]] = defaultdict(list)
    for organ in draft.organs.values():
        if organ.bare:
            by_word[organ.word].append(organ.source)
    for sources in by_word.values():
        for source in sources[1:]:
            word = next(organ.word for organ in draft.organs.values() if organ.source == source)
            faults.add(
                source,
                f"organ '{word}' stands bare at {sources[0].path}:{sources[0].line} too; expected 'bare: false' at one",
            )


def known_senses(draft: Draft) -> frozenset[str]:
    """The senses that something gives: the lexicon, a descriptor or an affix."""
    return frozenset(
        {
            *draft.senses,
            *(sense for sense, _ in draft.descriptors.values()),
            *(affix.sense for affix in draft.affixes.values() if affix.sense),
        }
    )
