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
TOPIC = re.compile(r"(?:側|ら|など|政府|当局|企業|国内|内|東部|西部|南部|北部|国営)?(?:で|に|と|へ|から)?[はも]")
SUBJECT = re.compile(r"(?:側|ら|など|政府|当局)?が")
OBJECT = re.compile(r"(?:側|ら|など|政府|当局)?(?:を|に|へ|から)")


@dataclass(frozen=True, slots=True)
class Passage:
    """What the resolvers look at beside the mentions."""

    document: Document
    sentences: Sequence[Sentence]
    namer: Namer

    def after(self, mention: Mention, length: int = 16) -> str:
        """The text after a mention, past a title or honorific."""
        text = self.sentences[mention.sentence].text
        rest = BRACKETED.sub("", text[mention.end : mention.end + length + 24])
        while title := self._title_at(rest):
            rest = rest[len(title) :]
        return rest[:length]

    def before(self, mention: Mention, length: int = 8) -> str:
        """The text before a mention."""
        text = self.sentences[mention.sentence].text
        return text[max(0, mention.start - length) : mention.start]

    def _title_at(self, text: str) -> str:
        for size in range(min(8, len(text)), 0, -1):
            if text[:size] in self.namer.title_words:
                return text[:size]
        return ""

    def is_topic(self, mention: Mention) -> bool:
        """Under は or も."""
        return bool(TOPIC.match(self.after(mention)))

    def is_subject(self, mention: Mention) -> bool:
        """Under が."""
        return bool(SUBJECT.match(self.after(mention)))

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
