"""A document's mentions in reading order, with how each stands in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions import Namer
from kg.model import Document, Mention, Sentence

Mentions = tuple[tuple[Mention, ...], ...]
"""One tuple of mentions a sentence."""

BRACKETED = re.compile(r"^[」』]?\([^()]*\)[」』]?")
TOPIC = re.compile(r"(?:ら|など)?(?:で|に|と|へ|から)?[はも]")
SUBJECT = re.compile(r"(?:ら|など)?が")
OBJECT = re.compile(r"(?:ら|など)?(?:を|に|へ|から)")
LONGEST_WORD = 8
"""Characters of the longest title or transparent noun looked for after a name."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What the resolvers look at beside the mentions."""

    document: Document
    sentences: Sequence[Sentence]
    namer: Namer

    def after(self, mention: Mention, length: int = 16) -> str:
        """The text after a mention, past brackets, titles and transparent nouns (大統領, 政府, 側)."""
        text = self.sentences[mention.sentence].text
        rest = BRACKETED.sub("", text[mention.end : mention.end + length + 3 * LONGEST_WORD])
        while word := self._passed_over(rest):
            rest = rest[len(word) :]
        return rest[:length]

    def _passed_over(self, text: str) -> str:
        """The title or transparent noun that a text begins with."""
        for size in range(min(LONGEST_WORD, len(text)), 0, -1):
            if text[:size] in self.namer.title_words or text[:size] in self.namer.rulebook.lexicon.transparent:
                return text[:size]
        return ""

    def is_topic(self, mention: Mention) -> bool:
        """Under は or も."""
        return bool(TOPIC.match(self.after(mention)))

    def salience(self, mention: Mention) -> float:
        """How likely a mention is what the text speaks of: topic, subject, object, the rest."""
        after = self.after(mention)
        if TOPIC.match(after):
            return 4.0
        if SUBJECT.match(after):
            return 2.5
        if after.startswith(("、", "…")) and mention.start == 0:
            return 4.0
        return 2.0 if OBJECT.match(after) else 1.0


def in_order(mentions: Mentions) -> Iterator[Mention]:
    """All mentions of a document as they are read."""
    for sentence in mentions:
        yield from sentence


def regroup(mentions: Sequence[Mention], count: int) -> Mentions:
    """Sort mentions back into their sentences."""
    groups: list[list[Mention]] = [[] for _ in range(count)]
    for mention in mentions:
        groups[mention.sentence].append(mention)
    return tuple(tuple(sorted(group, key=lambda m: (m.start, m.end))) for group in groups)


__all__ = ["Mentions", "Passage", "in_order", "regroup"]
