"""How fast names are found: over generated documents of the length of news, against bare Sudachi reading the same
sentences in the same run.

    python tests/benchmarks/names_speed.py [--documents 500] [--rounds 3]

Documents are drawn from the sentences of the project's own news (``tests/gold``), with a fixed seed. Times are those of
the processor, the best of the rounds. The ratio is asked of finding names in sentences; 0.5 means that it takes twice
as long as cutting words. Resolving them over the document is printed beside it.
"""

# ruff: noqa: T201 – it prints its figures

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kg.interchange import read_records
from kg.mentions import build_namer, find_mentions
from kg.model import Document
from kg.resolve import resolve_mentions
from kg.rulebook import load_rulebook
from kg.sentences import split_sentences

NEWS = Path(__file__).parents[1] / "gold" / "news.jsonl"
LENGTH = 700
"""Characters of a document: a report of the length that news agencies send."""
WANTED = 0.3


def generate(count: int) -> list[Document]:
    """Documents of sentences drawn at random."""
    news = (Document(record.id, record.text) for record in read_records(NEWS))
    sentences = sorted({sentence.text for document in news for sentence in split_sentences(document)})
    chance = random.Random(14)
    documents = []
    for number in range(count):
        text = ""
        while len(text) < LENGTH:
            text += chance.choice(sentences)
        documents.append(Document(f"generated:{number + 1}", text))
    return documents


def best(rounds: int, run: Callable[[], int]) -> tuple[float, int]:
    """The shortest time of so many runs in seconds, and what one counts."""
    times, counted = [], 0
    for _ in range(rounds):
        start = time.process_time()
        counted = run()
        times.append(time.process_time() - start)
    return min(times), counted


def main() -> int:
    """Measure and print; exit code 1 when the ratio is below what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    namer = build_namer(load_rulebook())
    documents = generate(given.documents)
    split = [split_sentences(document) for document in documents]

    from sudachipy import Dictionary, SplitMode

    tokenizer = Dictionary(dict="core").create(mode=SplitMode.C)

    def cut() -> int:
        return sum(len(tokenizer.tokenize(sentence.text)) for row in split for sentence in row)

    def name() -> int:
        return sum(len(find_mentions(sentence, namer)) for row in split for sentence in row)

    named = [tuple(find_mentions(sentence, namer) for sentence in row) for row in split]

    def resolve() -> int:
        found = (
            resolve_mentions(document, sentences, mentions, namer)
            for document, sentences, mentions in zip(documents, split, named, strict=True)
        )
        return sum(len(entities) for _, entities in found)

    bare, tokens = best(given.rounds, cut)
    names, mentions = best(given.rounds, name)
    resolved, entities = best(given.rounds, resolve)
    characters = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {characters} characters, {tokens} tokens")
    print(f"{mentions} mentions, {entities} entities")
    print(f"bare Sudachi {bare:.2f} s, names {names:.2f} s ({characters / names:,.0f} characters/s), "
          f"resolving them {resolved:.2f} s")
    print(f"ratio {bare / names:.2f} (asked {WANTED}), with resolving {bare / (names + resolved):.2f}")
    return 0 if bare / names >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
