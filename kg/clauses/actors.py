"""Argument → who can act: small judgements that the phases of sharing have in common."""

from __future__ import annotations

from kg.clauses.denote import ACTORS
from kg.clauses.draft import Draft, Scene
from kg.clauses.words import Words
from kg.model import Argument, Polarity
from kg.rulebook.types import Operator


def is_actor(scene: Scene, argument: Argument) -> bool:
    """Whether an argument is somebody who can act: named (中国), or unnamed people and bodies (武装勢力)."""
    if argument.mentions:
        return all(m.type in ACTORS for m in argument.mentions)
    if argument.sentence != scene.sentence.index:
        return False
    return scene.words.is_people(scene.sentence.text[argument.head_start : argument.head_end])


def same_actor(one: Argument, other: Argument | None) -> bool:
    """Whether two arguments name the same entity."""
    return other is not None and {m.entity for m in one.mentions} & {m.entity for m in other.mentions} != set()


def heads_plan(scene: Scene, main: Draft) -> bool:
    """Whether the predicate is an operator that hands an agent down: 方針, 狙い."""
    return any(o.agent is not None for o in scene.words.operators.get(main.lemma, ()))


def main_clause(scene: Scene) -> Draft | None:
    """The clause that the sentence ends in."""
    for phrase in reversed(scene.phrases):
        if phrase.governor < 0:
            return scene.heading(phrase.index)
    return None


def inside_brackets(scene: Scene, position: int) -> bool:
    """Whether a position of the sentence lies inside 「…」."""
    text = scene.sentence.text[:position]
    return text.count("「") > text.count("」")


def denies_claim(words: Words, lemma: str, operator: Operator) -> bool:
    """Whether an operator denies what the word says was said: 主張を|否定した. The claim is another's."""
    return operator.polarity is Polarity.NEGATED and any(o.says for o in words.operators.get(lemma, ()))
