"""Store → nodes, edges and pairs as plain sorted values, which exports write and views take over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import EntityId, Polarity
from kg.store import Label, StatementFilter, Store, StoredEntity, StoredStatement


@dataclass(frozen=True, slots=True)
class Node:
    """An entity with its place in the graph: ``degree`` counts neighbours, ``weight`` independent evidence."""

    entity: StoredEntity
    degree: int
    weight: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities and all statements between them; ``one`` sorts before ``two``."""

    one: EntityId
    two: EntityId
    statements: tuple[StoredStatement, ...]

    @property
    def weight(self) -> int:
        """Independent evidence of all of its statements."""
        return sum(statement.independent for statement in self.statements)

    @property
    def negated(self) -> int:
        """How many of its statements are negated."""
        return sum(statement.polarity is Polarity.NEGATED for statement in self.statements)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id; statements by subject, relation, object and polarity; labels by name."""

    nodes: tuple[Node, ...]
    statements: tuple[StoredStatement, ...]
    relations: dict[str, Label]
    families: dict[str, Label]
    types: dict[str, Label]

    def pairs(self) -> tuple[Pair, ...]:
        """The statements pooled by the pair of entities they link, whatever the direction."""
        between: dict[tuple[EntityId, EntityId], list[StoredStatement]] = defaultdict(list)
        for statement in self.statements:
            one, two = sorted((statement.subject, statement.object))
            between[one, two].append(statement)
        return tuple(Pair(*ends, tuple(between[ends])) for ends in sorted(between))


def load_graph(store: Store, wanted: StatementFilter | None = None, *, isolated: bool = False) -> Graph:
    """The statements that ``wanted`` lets through and their entities; ``isolated``: also those that take no part."""
    statements = tuple(store.statements(wanted))
    neighbours, weights = _count(statements)
    nodes = tuple(
        Node(entity, len(neighbours.get(entity.id, ())), weights.get(entity.id, 0))
        for entity in store.entities()
        if isolated or entity.id in neighbours
    )
    return Graph(nodes, statements, store.relations(), store.families(), store.types())


def _count(statements: Iterable[StoredStatement]) -> tuple[dict[EntityId, set[EntityId]], dict[EntityId, int]]:
    neighbours: dict[EntityId, set[EntityId]] = defaultdict(set)
    weights: dict[EntityId, int] = defaultdict(int)
    for statement in statements:
        ends = {statement.subject, statement.object}
        for end in ends:
            neighbours[end] |= ends - {end}
            weights[end] += statement.independent
    return neighbours, weights
