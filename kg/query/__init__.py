"""Questions to the store: patterns, filters by any name, and the paths between two entities."""

from kg.query.names import find_entities, propose
from kg.query.paths import Path, find_paths
from kg.query.question import Answer, ask, make_filter

__all__ = ["Answer", "Path", "ask", "find_entities", "find_paths", "make_filter", "propose"]
