"""Merges of entities across documents: what a person wrote down in a file, replayed at every build.

    - {same: [ルッテ, マルク・ルッテ], reason: one man}            # the first name is kept
    - {different: [日産, 日産化学], reason: two companies}
    - {unsure: [ボルネックス, ボルネクス], reason: to be looked up}  # no longer proposed, nothing changes

A line that is deleted is undone by the next build. Statements between two names that become one are dropped, as nothing
does something to itself by a merge.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from kg.errors import RuleError
from kg.model import Entity, EntityId, Extraction, Statement
from kg.resolve.resolve import listed_entity
from kg.rulebook.nodes import Faults, Value, compose
from kg.rulebook.types import Entry, Source

KINDS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Merge:
    """One line of the file: its ``kind`` is ``same``, ``different`` or ``unsure``."""

    kind: str
    names: tuple[EntityId, ...]
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Merges:
    """A file of merges. ``kept`` leads from a name that goes to the one that stays; ``digest`` is a hash of the file,
    empty where there is none."""

    lines: tuple[Merge, ...] = ()
    kept: Mapping[EntityId, EntityId] = field(default_factory=dict)
    digest: str = ""

    def decided(self, one: EntityId, other: EntityId) -> bool:
        """Whether a line speaks of both names."""
        return any(one in line.names and other in line.names for line in self.lines)


def read_merges(path: Path) -> Merges:
    """The merges of a file. Raises ``RuleError`` with every fault: a line that is none, names that are said to be one
    and two, two names kept for one, names that are kept for each other.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as problem:
        raise RuleError(f"cannot be read: {problem.strerror}; expected a file of merges", path=str(path)) from problem
    except UnicodeDecodeError as problem:
        raise RuleError("not UTF-8; expected a file of merges", path=str(path)) from problem
    faults = Faults()
    node = compose(text, str(path), faults)
    lines = tuple(_lines(Value(node, str(path), faults, "the file"))) if node is not None else ()
    kept = _kept(lines, faults)
    _check_different(lines, kept, faults)
    faults.raise_first()
    return Merges(lines, kept, hashlib.sha256(content).hexdigest())


def _lines(root: Value) -> Iterator[Merge]:
    for value in root.items():
        value.what = "a merge"
        fields = value.pairs()
        given = [kind for kind in KINDS if kind in fields]
        unknown = [key for key in fields if key not in (*KINDS, "reason")]
        if unknown:
            value.fault(f"a merge has unknown key '{unknown[0]}'; expected same, different or unsure, and reason")
        elif len(given) != 1:
            value.fault(f"a merge has {' and '.join(given) or 'no names'}; expected one of same, different, unsure")
        else:
            names = fields[given[0]].words()
            if len(set(names)) < 2 or len(set(names)) < len(names):
                value.fault(f"{given[0]} has {', '.join(names) or 'nothing'}; expected two names or more, each once")
                continue
            yield Merge(given[0], names, fields["reason"].text() if "reason" in fields else "", value.source)


def _kept(lines: Sequence[Merge], faults: Faults) -> dict[EntityId, EntityId]:
    """Each name that goes with the one that stays in the end."""
    direct: dict[EntityId, tuple[EntityId, Source]] = {}
    for line in lines:
        first, *others = line.names
        for name in others if line.kind == "same" else ():
            before = direct.get(name)
            if before is not None and before[0] != first:
                where = f"{before[1].path}:{before[1].line}"
                faults.add(line.source, f"{name} becomes {first}; expected {before[0]} as in {where}")
                continue
            direct[name] = (first, line.source)
    kept = {}
    for name in direct:
        seen, at = [name], name
        while at in direct:
            at = direct[at][0]
            if at in seen:
                last = max((direct[one][1] for one in seen), key=lambda source: source.line)
                faults.add(last, f"{', '.join(seen)} are kept for each other; expected one name that stays")
                return {}
            seen.append(at)
        kept[name] = at
    return kept


def _check_different(lines: Sequence[Merge], kept: Mapping[EntityId, EntityId], faults: Faults) -> None:
    for line in lines:
        if line.kind != "different":
            continue
        for one, other in combinations(line.names, 2):
            if kept.get(one, one) == kept.get(other, other):
                same = next(s for s in lines if s.kind == "same" and not {one, other}.isdisjoint(s.names))
                where = f"{same.source.path}:{same.source.line}"
                faults.add(line.source, f"{one} and {other} are different here, one by {where}; expected one of both")


def apply_merges(extraction: Extraction, merges: Merges, entries: Mapping[EntityId, Entry]) -> Extraction:
    """The extraction with its names merged; ``entries`` describe a kept name that the document itself lacks."""
    kept = merges.kept
    if kept.keys().isdisjoint(extraction.entities):
        return extraction

    def name(entity: EntityId) -> EntityId:
        return kept.get(entity, entity)

    mentions = tuple(
        dataclasses.replace(m, entity=name(m.entity), country=name(m.country) if m.country else None)
        for m in extraction.mentions
    )
    statements = tuple(
        _renamed(statement, kept)
        for statement in extraction.statements
        if name(statement.subject) != name(statement.object) or statement.subject == statement.object
    )
    return dataclasses.replace(
        extraction, mentions=mentions, statements=statements, entities=_described(extraction.entities, kept, entries)
    )


def _renamed(statement: Statement, kept: Mapping[EntityId, EntityId]) -> Statement:
    return dataclasses.replace(
        statement,
        subject=kept.get(statement.subject, statement.subject),
        object=kept.get(statement.object, statement.object),
        qualifiers=tuple((key, kept.get(value, value)) for key, value in statement.qualifiers),
    )


def _described(
    entities: Mapping[EntityId, Entity], kept: Mapping[EntityId, EntityId], entries: Mapping[EntityId, Entry]
) -> dict[EntityId, Entity]:
    """The entities under their kept names, which take over the aliases of those that go."""
    found: dict[EntityId, Entity] = {}
    for old, entity in entities.items():
        new = kept.get(old, old)
        base = found.get(new) or entities.get(new)
        if base is None:
            base = listed_entity(entries[new]) if new in entries else dataclasses.replace(entity, id=new, aliases=())
        aliases = {*base.aliases, *entity.aliases, old} - {new}
        country = kept.get(base.country, base.country) if base.country else None
        found[new] = dataclasses.replace(base, aliases=tuple(sorted(aliases)), country=country)
    return found
