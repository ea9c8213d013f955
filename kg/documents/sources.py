"""Paths → Sources: which files are read, in which order, and what their documents are called."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import DocumentError

FORMATS = {".txt": "txt", ".jsonl": "jsonl", ".csv": "csv", ".html": "html", ".htm": "html"}
"""File extension → format."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input.

    ``name`` is how messages call it, ``label`` how ids of its documents begin; ``path`` is None for standard
    input.
    """

    path: Path | None
    name: str
    label: str
    format: str


def find_sources(paths: Sequence[str | Path], *, format: str | None) -> tuple[tuple[Source, ...], list[DocumentError]]:  # noqa: A002
    """The files that ``paths`` name, folders searched through, each file once, and what is wrong with the paths.

    ``format`` is that of standard input (default ``txt``) and of files whose extension is unknown. In folders,
    hidden files and unknown extensions are passed over.
    """
    sources: list[Source] = []
    faults: list[DocumentError] = []
    for given in paths:
        try:
            sources.extend(_sources_of(str(given), format=format))
        except DocumentError as fault:
            faults.append(fault)
        except OSError as problem:
            faults.append(DocumentError(f"cannot be read: {problem.strerror or problem}", path=str(given)))
    return _label(_without_repeats(sources)), faults


def open_source(source: Source) -> BinaryIO:
    """The bytes of a source, from the beginning, in a stream that can be rewound. Raises ``OSError``."""
    if source.path is None:
        return io.BytesIO(sys.stdin.buffer.read())
    if not source.path.is_file():  # a pipe such as <(…) cannot be rewound
        return io.BytesIO(source.path.read_bytes())
    return source.path.open("rb")


def _sources_of(given: str, *, format: str | None) -> Iterator[Source]:  # noqa: A002
    """The sources that one path names."""
    if given == STDIN:
        yield Source(None, "standard input", "stdin", format or "txt")
        return
    path = Path(given)
    if path.is_dir():
        found = [_file(inside, FORMATS[inside.suffix.lower()]) for inside in _walk(path)]
        if not found:
            raise DocumentError(f"found a folder without documents, expected files in {_known()}", path=given)
        yield from found
    elif not path.exists():
        raise DocumentError("not found; expected a file, a folder, or - for standard input", path=given)
    elif known := FORMATS.get(path.suffix.lower()):
        yield _file(path, known)
    elif format or not path.is_file():
        yield _file(path, format or "txt")
    else:
        raise DocumentError(f"found the extension {path.suffix!r}, expected one of {_known()}", path=given)


def _walk(folder: Path) -> Iterator[Path]:
    """Files of known formats below ``folder``, sorted, without hidden ones."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in FORMATS:
                yield Path(here) / name


def _file(path: Path, format: str) -> Source:  # noqa: A002
    return Source(path, str(path), path.stem, format)


def _without_repeats(sources: Iterable[Source]) -> list[Source]:
    """Each file once: a folder and a file in it may both be given."""
    first: dict[Path | None, Source] = {}
    for source in sources:
        first.setdefault(source.path.resolve() if source.path else None, source)
    return list(first.values())


def _label(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give files that share a stem their path below the common folder instead, with the extension at need.

    ``a/news.txt`` and ``b/news.txt``: ``a/news`` and ``b/news``.
    """
    paths = [source.path.resolve() for source in sources if source.path]
    top = Path(os.path.commonpath([path.parent for path in paths])) if paths else Path()

    def below(source: Source, *, suffix: bool) -> str:
        assert source.path is not None
        path = source.path.resolve().relative_to(top)
        return (path if suffix else path.with_suffix("")).as_posix()

    labelled = list(sources)
    for suffix in (False, True):
        count: dict[str, int] = {}
        for source in labelled:
            count[source.label] = count.get(source.label, 0) + 1
        labelled = [
            replace(source, label=below(source, suffix=suffix)) if count[source.label] > 1 and source.path else source
            for source in labelled
        ]
    return tuple(labelled)


def _known() -> str:
    return ", ".join(FORMATS)
