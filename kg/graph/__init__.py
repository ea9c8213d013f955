"""The store as a graph: plain data for exports, networkx views for analysis, positions for pictures."""

from kg.graph.data import Graph, Node, Pair, load_graph

__all__ = ["Graph", "Node", "Pair", "load_graph"]
