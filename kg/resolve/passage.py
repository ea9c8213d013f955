"""A document's mentions in reading order, with how each stands in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions import Namer
from kg.mentions.script import is_kanji, is_katakana
from kg.model import Document, EntityType, Mention, Sentence

Mentions = tuple[tuple[Mention, ...], ...]
"""One tuple of mentions a sentence."""

BRACKETED = re.compile(r"^[」』]?\([^()]*\)[」』]?")
TOPIC = re.compile(r"(?:ら|など)?(?:で|に|と|へ|から)?[はも]")
SUBJECT = re.compile(r"(?:ら|など)?が")
GENITIVE_OF_TOPIC = re.compile(r"の([^、。はがをにで]{1,20})は")
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
        """How likely a mention is what the text speaks of: topic, its country, subject, scene, object, the rest."""
        after = self.after(mention)
        if TOPIC.match(after):
            return 4.0
        if after.startswith(("、", "…")) and mention.start == 0:
            return 4.0
        if self._holder_is_topic(after):
            return 3.0
        if SUBJECT.match(after) or (mention.start == 0 and after.startswith("で")):
            return 2.5
        return 2.0 if OBJECT.match(after) else 1.0

    def in_compound(self, mention: Mention) -> bool:
        """True for a name that only modifies the noun it runs into: 中国 in 中国企業の."""
        text = self.sentences[mention.sentence].text
        char = text[mention.end : mention.end + 1]
        if mention.type is not EntityType.COUNTRY or self._title_at(mention):
            return False
        return bool(char) and (is_kanji(char) or is_katakana(char))

    def _holder_is_topic(self, after: str) -> bool:
        """ボリビアのパス大統領は: the topic holds an office of the country."""
        match = GENITIVE_OF_TOPIC.match(after)
        return match is not None and any(match.group(1).endswith(title) for title in self.namer.title_words)

    def _title_at(self, mention: Mention) -> bool:
        text = self.sentences[mention.sentence].text
        return any(text[mention.end : mention.end + size] in self.namer.title_words for size in range(1, LONGEST_WORD))


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
