"""Phrase + Words → Draft: clauses while the phases still add to them.

A ``Scene`` is one sentence with all that the phases look at; a ``Draft`` a clause in the making. Drafts are changed
in place, within this package only; ``finish`` freezes them into ``kg.model.Clause``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kg.clauses.phrases import Morph, Phrase
from kg.clauses.words import Words
from kg.model import (
    Argument,
    Found,
    Mark,
    Mention,
    Modality,
    Polarity,
    PredicateKind,
    Role,
    Sentence,
    Standing,
    TimeExpression,
)

VOLITION = "意志推量形"
"""The inflection of しよう, as the parser names it."""
EXISTENCE = ("ある", "ない", "有る", "無い")
"""Verbs and adjectives that say that something exists or does not."""
PURPOSE = "ため"
"""The formal noun of purpose and, after a past, of reason."""


class Link(StrEnum):
    """How a clause hangs on the one that governs it."""

    ARGUMENT = "argument"
    """Its noun is an argument: 規制を強化."""
    COMPOUND = "compound"
    """It is a member of the compound: 輸出 in 輸出規制."""
    CONTENT = "content"
    """It is what is said, thought or named: …すると発表, …する計画, …することで合意."""
    RELATIVE = "relative"
    """It modifies the noun: 中国が握るレアアース."""
    CHAIN = "chain"
    """It goes before in a chain of clauses: 会談し、合意した."""
    ADVERBIAL = "adverbial"
    """It gives a condition, time or reason: …すれば, …するため."""


@dataclass(slots=True)
class Draft:
    """A clause in the making. ``phrase`` is its phrase, ``first`` and ``last`` its morphs in the content."""

    id: int
    sentence: int
    phrase: int
    first: int
    last: int
    start: int
    end: int
    lemma: str
    senses: tuple[str, ...]
    kind: PredicateKind
    passive: bool = False
    causative: bool = False
    arguments: list[Argument] = field(default_factory=list)
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    standing: Standing = Standing.ASSERTED
    marks: list[Mark] = field(default_factory=list)
    sources: list[Argument] = field(default_factory=list)
    time: TimeExpression | None = None
    governor: int | None = None
    link: Link | None = None
    via: Role | None = None
    """The role of its noun in the governing clause, where it is an argument."""
    settled: bool = False
    """Told as done, whatever is planned about it: かけた関税 in かけた関税を避ける狙い."""
    concurrent: bool = False
    """An adverbial clause with the main clause's subject: …しないまま, …した後, …した上で."""
    intended: bool = False
    """Its noun stands under を念頭に, を目的に: what somebody has in mind."""
    modifies: int | None = None
    """The phrase that a relative clause modifies."""

    def get(self, role: Role) -> Argument | None:
        """The first argument of a role."""
        return next((a for a in self.arguments if a.role is role), None)

    def add(self, argument: Argument) -> None:
        """Add an argument, unless its words are one already."""
        if all(
            (a.role, a.sentence, a.start) != (argument.role, argument.sentence, argument.start) for a in self.arguments
        ):
            self.arguments.append(argument)


@dataclass(slots=True)
class Scene:
    """One sentence as the phases see it."""

    sentence: Sentence
    phrases: tuple[Phrase, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    words: Words
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    """Phrases that are an argument, a time or part of a predicate already."""

    def dependents(self, phrase: int) -> Iterator[Phrase]:
        """The phrases that hang on a phrase, in order."""
        return (p for p in self.phrases if p.governor == phrase and not p.absorbed)

    def heading(self, phrase: int) -> Draft | None:
        """The clause whose predicate is the head of a phrase."""
        best = None
        for draft in self.drafts:
            if draft.phrase == phrase and draft.kind is not PredicateKind.DESCRIPTION and self._at_head(draft):
                best = draft
        return best

    def inside(self, phrase: int) -> list[Draft]:
        """The clauses of a phrase, left to right."""
        found = [d for d in self.drafts if d.phrase == phrase and d.kind is not PredicateKind.DESCRIPTION]
        return sorted(found, key=lambda d: d.first)

    def by_id(self, number: int | None) -> Draft | None:
        """A clause of this sentence by its id."""
        if number is None or not self.drafts:
            return None
        position = number - self.drafts[0].id  # ids of a sentence follow each other
        return self.drafts[position] if 0 <= position < len(self.drafts) else None

    def _at_head(self, draft: Draft) -> bool:
        content = self.phrases[draft.phrase].content
        return all(is_tail(m, self.words) for m in content[draft.last + 1 :])


def is_tail(morph: Morph, words: Words) -> bool:
    """Whether a noun after a predicate leaves the predicate the head."""
    return morph.mention is None and (morph.text in words.tails or morph.tag.startswith("接尾辞"))


def make_argument(
    scene: Scene,
    role: Role,
    case: str,
    found: Found,
    morphs: tuple[Morph, ...],
    mentions: tuple[Mention, ...],
    *,
    start: int | None = None,
    clause: int | None = None,
) -> Argument:
    """An argument out of content words; ``start`` widens its span to the left."""
    left = morphs[0].start if start is None else min(start, morphs[0].start)
    return Argument(
        role=role,
        case=case,
        sentence=scene.sentence.index,
        start=left,
        end=morphs[-1].end,
        head_start=morphs[-1].start,
        head_end=morphs[-1].end,
        text=scene.sentence.text[left : morphs[-1].end],
        found=found,
        mentions=mentions,
        clause=clause,
    )
