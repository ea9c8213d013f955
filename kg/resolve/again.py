"""Further uses of names that a document taught: found again wherever no other mention holds the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.mentions.script import is_kanji, joins
from kg.mentions.words import NOMINAL, PROPER, Kind, Words, read_words
from kg.model import EntityType, Mention
from kg.resolve.passage import Passage

GEOGRAPHIC = frozenset({Kind.PLACE, Kind.COUNTRY, Kind.SURNAME})


def find_again(
    passage: Passage, mentions: Sequence[Mention], taught: Mapping[str, Mention], found: str, *, shortened: bool
) -> Iterator[Mention]:
    """Mentions of the ``taught`` names (text → mention that taught it) that are not among ``mentions`` yet.

    ``shortened``: the names are guessed from the full ones, so they count only after these and as sure words;
    else the text introduces them itself.
    """
    if not taught:
        return
    # longest first: クリティカル・メタルズ before メタルズ
    pattern = re.compile("|".join(re.escape(name) for name in sorted(taught, key=lambda name: (-len(name), name))))
    taken = {(m.sentence, position) for m in mentions for position in range(m.start, m.end)}
    for sentence in passage.sentences:
        for match in pattern.finditer(sentence.text):
            start, end = match.span()
            model = taught[match.group()]
            if shortened and (sentence.index, start) <= (model.sentence, model.start):
                continue
            if any((sentence.index, position) in taken for position in range(start, end)):
                continue
            if not _stands_alone(sentence.text, start, end):
                continue
            if not shortened or _is_word(sentence.text, start, end, model):
                yield Mention(sentence.index, start, end, match.group(), model.type, model.entity, found, model.country)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False inside a longer katakana or Latin run."""
    if start and joins(text[start - 1], text[start]):
        return False
    rest = text[end : end + 2]
    if rest and joins(text[end - 1], rest[0]):
        return False
    return rest[:1] != "・" or is_kanji(rest[1:] or "々")


def _is_word(text: str, start: int, end: int, model: Mention) -> bool:
    """Whether a form with kanji is the sort of word that its entity's name is, by the morphology: 日産 of a company,
    中西 of a person, 運河 of a place."""
    if not any(is_kanji(char) for char in text[start:end]):
        return True
    words = _words(text)
    index = words.first.get(start)
    if index is None or end != words.ends[index]:
        return False
    if model.type is EntityType.PERSON:
        return words.kinds[index] is Kind.SURNAME
    if model.type is EntityType.PLACE:
        return not _in_compound(words, index)
    return words.kinds[index] in PROPER and words.kinds[index] not in GEOGRAPHIC


def _in_compound(words: Words, index: int) -> bool:
    """True if a noun stands right before or after."""
    before = index > 0 and words.kinds[index - 1] in NOMINAL
    return before or (index + 1 < len(words.kinds) and words.kinds[index + 1] in NOMINAL)


@lru_cache(maxsize=64)
def _words(text: str) -> Words:
    return read_words(text)
