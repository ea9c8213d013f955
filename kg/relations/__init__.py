"""Clause → Statement, by the frames of ``rules/relations/``.

``find_statements`` is the stage; ``explain_clause`` says why a clause gave what it gave, or gave nothing. Frames
see roles, types and conditions only: a frame that needs more shows a gap in ``kg.clauses``.
"""

from kg.relations.explain import FrameTrace, explain_clause
from kg.relations.find import find_statements

__all__ = ["FrameTrace", "explain_clause", "find_statements"]
