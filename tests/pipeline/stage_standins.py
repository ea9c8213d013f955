"""Stages that need no parser: names are runs of Latin capitals, a sentence with two of them says the first meets the
second. ``BAD`` in a text makes the stage named after it fail."""

from kg.model import (
    Clause,
    Document,
    Entity,
    EntityType,
    Evidence,
    Mention,
    Modality,
    Parse,
    Polarity,
    PredicateKind,
    Sentence,
    Statement,
)
from kg.pipeline import Stages

FAULTS = {"split", "name", "date", "parse", "clause", "relate"}


def _check(stage, text):
    if f"BAD-{stage}" in text:
        raise ValueError(f"{stage} cannot read this")


def split(document):
    _check("split", document.text)
    found, start = [], 0
    for index, part in enumerate(document.text.split("。")):
        offsets = tuple(range(start, start + len(part) + 1))
        found.append(Sentence(document.id, index, 0, start, start + len(part), part, offsets))
        start += len(part) + 1
    return tuple(found)


def name(document, sentences):
    _check("name", document.text)
    rows = tuple(
        tuple(
            Mention(s.index, at, at + 1, letter, EntityType.ORG, letter, "test")
            for at, letter in enumerate(s.text)
            if letter in "XYZ"
        )
        for s in sentences
    )
    return rows, {m.entity: Entity(m.entity, m.type) for row in rows for m in row}


def date(document, sentences):
    _check("date", document.text)
    return tuple(() for _ in sentences)


class Parser:
    """Remembers what it was asked to parse."""

    def __init__(self):
        self.calls = []
        self.prepared = 0

    def prepare(self):
        self.prepared += 1

    def parse(self, sentences, mentions):
        self.calls.append([s.text for s in sentences])
        for sentence, _ in zip(sentences, mentions, strict=True):
            _check("parse", sentence.text)
            yield Parse(sentence.index, (sentence.text,), ())


def clause(sentences, parses, mentions, times):
    assert [len(sentences)] * 3 == [len(parses), len(mentions), len(times)]
    found = []
    for sentence, parse in zip(sentences, parses, strict=True):
        _check("clause", sentence.text)
        assert parse.sentence == sentence.index
        if parse.tokens:
            found.append(Clause(len(found), sentence.index, 0, len(sentence.text), "会う", (), PredicateKind.VERB))
    return tuple(found)


def relate(document, sentences, clauses, entities):
    _check("relate", document.text)
    found = []
    for clause_ in clauses:
        names = [letter for letter in sentences[clause_.sentence].text if letter in entities]
        if len(names) > 1:
            sentence = sentences[clause_.sentence]
            evidence = Evidence(document.id, sentence.start, sentence.end, "meets.test", Polarity.AFFIRMED,
                                Modality.ACTUAL)
            found.append(Statement(names[0], "meets", names[1], evidence=(evidence,)))
    return tuple(found)


def load(_rulebook, parser=None):
    """The stand-ins as stages; also what worker processes load."""
    parser = parser or Parser()
    return Stages(split, name, date, parser.prepare, parser.parse, clause, relate)


def document(number, text):
    return Document(f"t:{number}", text, path="t.txt", line=number)
