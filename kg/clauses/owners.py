"""Argument → Clause: whose thing a plain noun is, so that a frame reaches its owner.

中国の海洋進出策を批判, インドの経済規模を上回る, 中国の一帯一路に対抗: the noun is no act, but it is somebody's. It
becomes a clause of the sense ``belonging`` with its owner as agent, which the argument points to.
"""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.cases import argument_of
from kg.clauses.denote import ACTORS, denoted
from kg.clauses.draft import Draft, Scene
from kg.clauses.phrases import Phrase
from kg.model import Argument, EntityType, Found, PredicateKind, Role

BELONGING = "belonging"
OWNED_ROLES = (Role.THEME, Role.TARGET, Role.TOPIC)


def name_owners_of_nouns(scene: Scene, first_id: int) -> None:
    """Add a clause for each plain noun under を, に or を巡って that has its owner before it under の."""
    number = first_id
    by_end = {p.head.end: p for p in scene.phrases if not p.absorbed}
    made: dict[int, int] = {}
    for draft in tuple(scene.drafts):
        if draft.kind is PredicateKind.DESCRIPTION:
            continue
        for position, argument in enumerate(draft.arguments):
            phrase = by_end.get(argument.head_end)
            if phrase is None or not _is_plain(scene, argument, phrase):
                continue
            if phrase.index not in made:
                owned = _owned(scene, phrase, number)
                if owned is None:
                    continue
                scene.drafts.append(owned)
                made[phrase.index] = number
                number += 1
            draft.arguments[position] = replace(argument, clause=made[phrase.index])


def _is_plain(scene: Scene, argument: Argument, phrase: Phrase) -> bool:
    """Whether an argument is a thing without a clause of its own: no act, no name but of a plan."""
    if argument.clause is not None or argument.role not in OWNED_ROLES or argument.sentence != scene.sentence.index:
        return False
    if phrase.head.pos not in ("NOUN", "PROPN") or scene.heading(phrase.index) is not None:
        return False
    own = phrase.head.mention
    return (own is None or own.type is EntityType.POLICY) and all(
        m.type is EntityType.POLICY for m in argument.mentions
    )


def _owned(scene: Scene, phrase: Phrase, number: int) -> Draft | None:
    """The clause of a noun and its owner, if an actor stands under の right before it."""
    owners = [p for p in scene.dependents(phrase.index) if p.case == "の" and p.index < phrase.index]
    names = denoted(scene, owners[-1]) if owners else ()
    if not names or any(m.type not in ACTORS or m.type is EntityType.PLACE for m in names):
        return None
    last = len(phrase.content) - 1
    head = phrase.content[last]
    return Draft(
        id=number,
        sentence=scene.sentence.index,
        phrase=phrase.index,
        first=last,
        last=last,
        start=head.start,
        end=head.end,
        lemma=head.text,
        senses=(BELONGING,),
        kind=PredicateKind.NOUN,
        arguments=[argument_of(scene, owners[-1], Role.AGENT, Found.GENITIVE)],
    )
