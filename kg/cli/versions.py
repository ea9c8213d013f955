"""By what documents are read: versions of the program, of the rules and of the parser."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

import kg

PARSERS = ("spacy", "ginza", "ja_ginza", "sudachipy", "sudachidict_core")

_READING = (
    "model.py", "sentences.py", "syntax.py", "resources.py", "documents", "rulebook", "mentions", "resolve", "times",
    "clauses", "relations", "pipeline",
)  # fmt: skip


def reading_versions(rules: str) -> dict[str, str]:
    """Versions by name; ``rules`` is the rulebook's digest. When any changes, documents are read anew."""
    return {"kg": code_digest(), "rules": rules, **{name: _version(name) for name in PARSERS}}


def code_digest() -> str:
    """A hash of the modules that read documents, so that a changed program does not keep old findings."""
    package = Path(kg.__file__).resolve().parent
    hashed = hashlib.sha256()
    for name in _READING:
        place = package / name
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
        for file in files:
            if file.is_file():
                hashed.update(f"{file.relative_to(package).as_posix()}\0".encode() + file.read_bytes())
    return hashed.hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"
