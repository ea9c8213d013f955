"""Sentence → Mention: names in a sentence, by the gazetteer, by grammar and by pattern."""

from kg.mentions.find import find_mentions
from kg.mentions.namer import Namer, build_namer

__all__ = ["Namer", "build_namer", "find_mentions"]
