"""X によると, X の分析では → source: who says what a sentence reports."""

from __future__ import annotations

from kg.clauses.cases import argument_of
from kg.clauses.draft import Link, Scene
from kg.model import Found, Mark, MarkKind, Role


def add_sources(scene: Scene) -> None:
    """Give the main clause, and all that share its standing, the speaker named by によると."""
    speakers = [p for p in scene.phrases if p.case == "によると" and not p.absorbed]
    if not speakers:
        return
    for phrase in speakers:
        argument = argument_of(scene, phrase, Role.SOURCE, Found.OVERT)
        if not argument.mentions:
            continue
        for draft in scene.drafts:
            if draft.link in (None, Link.CHAIN, Link.CONTENT, Link.ARGUMENT) and draft.start > phrase.end:
                draft.sources = [argument, *(s for s in draft.sources if s.start != argument.start)]
                draft.marks.append(Mark(MarkKind.SPEAKER, argument.start, argument.end, "source.niyoruto"))
