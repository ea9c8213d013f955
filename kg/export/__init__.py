"""The graph in other programs' formats: a module a format behind one registry."""

from kg.export.registry import FORMATS, Format, export_graph

__all__ = ["FORMATS", "Format", "export_graph"]
