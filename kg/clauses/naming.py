"""Mention → Draft: the clauses that descriptions beside names make."""

from __future__ import annotations

from kg.clauses.draft import Draft, Scene
from kg.clauses.phrases import Phrase
from kg.model import Argument, Found, Mention, PredicateKind, Role


def description(
    scene: Scene, phrase: Phrase, lemma: str, sense: str, span: tuple[int, int], arguments: list[Argument]
) -> Draft:
    """A draft that says ``sense`` of the names in ``arguments``."""
    return Draft(
        id=-1,
        sentence=scene.sentence.index,
        phrase=phrase.index,
        first=0,
        last=0,
        start=span[0],
        end=span[1],
        lemma=lemma,
        senses=(sense,),
        kind=PredicateKind.DESCRIPTION,
        arguments=arguments,
    )


def named(scene: Scene, role: Role, mention: Mention, found: Found = Found.APPOSITION) -> Argument:
    """A name as an argument."""
    return Argument(
        role=role,
        case="",
        sentence=scene.sentence.index,
        start=mention.start,
        end=mention.end,
        head_start=mention.start,
        head_end=mention.end,
        text=mention.text,
        found=found,
        mentions=(mention,),
    )
