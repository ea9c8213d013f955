"""Documents → Extractions, in the order of the documents, in one process or several."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from kg.errors import DocumentError, KgError
from kg.model import Document, Extraction, Parse
from kg.pipeline.parses import MemoryCache, NoCache, ParseCache
from kg.pipeline.stages import Stages, extract_batch, load_stages
from kg.rulebook.types import Rulebook

BATCH_CHARACTERS = 16_000
"""Some 250 sentences: the parser gets full batches of 64, and memory stays small."""
BATCH_DOCUMENTS = 256
AHEAD = 2
"""Batches that wait for each worker, so that none is idle and a long input is not read at once."""

Result = Extraction | DocumentError
Progress = Callable[[int], object]
Load = Callable[[Rulebook], Stages]


def extract(
    documents: Iterable[Document | DocumentError],
    rulebook: Rulebook,
    *,
    jobs: int = 1,
    parse_cache: ParseCache | None = None,
    progress: Progress | None = None,
    load: Load = load_stages,
) -> Iterator[Result]:
    """Read each document for its names and statements.

    Yields, in the order of ``documents``, an ``Extraction`` or the ``DocumentError`` that says why there is none;
    one that stands in ``documents`` already is passed on. The result is the same for any number of ``jobs``
    (processes, each with a parser of some 400 MB). ``progress`` is called with the number of documents done so far.
    ``load`` makes the stages, in every process (a function at the top of a module).

    Raises ``KgError`` for less than one job, a parser that cannot be loaded, or a worker that died.
    """
    if jobs < 1:
        raise KgError(f"{jobs} jobs; expected 1 or more")
    cache = parse_cache if parse_cache is not None else NoCache()
    batches = make_batches(documents)
    results = _run_here(batches, load(rulebook), cache) if jobs == 1 else _run_workers(
        batches, rulebook, load, cache, jobs
    )
    for number, result in enumerate(results, 1):
        if progress is not None:
            progress(number)
        yield result


def make_batches(documents: Iterable[Document | DocumentError]) -> Iterator[list[Document | DocumentError]]:
    """Documents in groups that fill the parser's batches. The grouping has no influence on what is found."""
    batch: list[Document | DocumentError] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text) if isinstance(document, Document) else 0
        if size >= BATCH_CHARACTERS or len(batch) >= BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _run_here(
    batches: Iterable[Sequence[Document | DocumentError]], stages: Stages, cache: ParseCache
) -> Iterator[Result]:
    for batch in batches:
        yield from extract_batch(batch, stages, cache)


def _run_workers(
    batches: Iterator[list[Document | DocumentError]], rulebook: Rulebook, load: Load, cache: ParseCache, jobs: int
) -> Iterator[Result]:
    """The same in worker processes; results are taken in the order in which batches were given out."""
    # spawn: a forked parser may hang in the locks of its libraries
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(rulebook, load, cache))
    waiting: deque[Future[tuple[list[Result], dict[str, Parse]]]] = deque()
    try:
        for batch in islice(batches, jobs * AHEAD):
            waiting.append(pool.submit(_work, batch))
        while waiting:
            results, parses = waiting.popleft().result()
            waiting.extend(pool.submit(_work, batch) for batch in islice(batches, 1))
            for key, parse in parses.items():
                cache.put(key, parse)
            yield from results
    except BrokenProcessPool as problem:
        raise KgError(f"a worker process ended before its time (memory?); expected {jobs} to live") from problem
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """What a worker process keeps between batches."""

    stages: Stages
    cache: ParseCache


class _ReadThrough(MemoryCache):
    """A cache that is read, and what is new for it."""

    def __init__(self, kept: ParseCache) -> None:
        super().__init__()
        self._kept = kept

    def get(self, key: str) -> Parse | None:
        """From what is new or kept."""
        return super().get(key) or self._kept.get(key)


def _start_worker(rulebook: Rulebook, load: Load, cache: ParseCache) -> None:
    # one thread a process: the workers share the processors already
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _Worker.stages, _Worker.cache = load(rulebook), cache


def _work(batch: Sequence[Document | DocumentError]) -> tuple[list[Result], dict[str, Parse]]:
    cache = _ReadThrough(_Worker.cache)
    results = list(extract_batch(batch, _Worker.stages, cache))
    keep = not isinstance(_Worker.cache, NoCache)
    return results, cache.new if keep else {}
