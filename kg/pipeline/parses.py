"""Which sentences are parsed, and where parses are kept so that no sentence is parsed twice."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Protocol

import kg
from kg.model import Mention, Parse, Sentence

PARSER_PACKAGES = ("spacy", "ginza", "ja_ginza", "sudachipy", "sudachidict_core")


class ParseCache(Protocol):
    """Keeps parses by key. With several jobs it is pickled to the workers, which only read it."""

    def get(self, key: str) -> Parse | None:
        """The parse kept under ``key``, None if there is none."""

    def put(self, key: str, parse: Parse) -> None:
        """Keep ``parse`` under ``key``."""


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> Parse | None:  # noqa: ARG002 - a cache's signature
        """None."""
        return None

    def put(self, key: str, parse: Parse) -> None:
        """Nothing is kept."""


class MemoryCache:
    """Keeps parses in a dictionary; ``new`` are those put since it was made."""

    def __init__(self) -> None:
        self.new: dict[str, Parse] = {}

    def get(self, key: str) -> Parse | None:
        """The parse put under ``key``."""
        return self.new.get(key)

    def put(self, key: str, parse: Parse) -> None:
        """Keep it for this run."""
        self.new[key] = parse


def empty_parse(sentence: Sentence) -> Parse:
    """What stands for the parse of a sentence that needs none."""
    return Parse(sentence.index, (), ())


def needs_parse(mentions: Sequence[Mention], entities: int) -> bool:
    """A sentence without a name, or in a text that names fewer than two things, relates nothing to anything."""
    return bool(mentions) and entities >= 2


def parse_key(sentence: Sentence, mentions: Sequence[Mention]) -> str:
    """A hash of all that a parse depends on: text, spans of the names, versions of the parser."""
    spans = ",".join(f"{mention.start}-{mention.end}" for mention in mentions)
    return hashlib.sha256(f"{parser_version()}\0{sentence.text}\0{spans}".encode()).hexdigest()


def at_sentence(parse: Parse, sentence: Sentence) -> Parse:
    """A kept parse as that of ``sentence``: the same words may stand elsewhere in another text."""
    return parse if parse.sentence == sentence.index else dataclasses.replace(parse, sentence=sentence.index)


@cache
def parser_version() -> str:
    """The versions of the parser's packages and a hash of our own part in it."""
    here = Path(kg.__file__).resolve().parent
    code = hashlib.sha256(b"\0".join((here / name).read_bytes() for name in ("model.py", "syntax.py"))).hexdigest()
    return " ".join([*(f"{name}={_version(name)}" for name in PARSER_PACKAGES), code])


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"
