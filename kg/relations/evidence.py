"""Match → Evidence: the sentence that says it, and the spans of its parts, in given offsets."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Argument, Clause, Document, Evidence, MarkKind, Modality, Part, PartKind, Polarity, Sentence
from kg.relations.paths import Named
from kg.sentences import given_span

PART_OF_MARK = {
    MarkKind.NEGATION: PartKind.NEGATION,
    MarkKind.PLAN: PartKind.PLAN,
    MarkKind.HEDGE: PartKind.HEDGE,
    MarkKind.DATE: PartKind.DATE,
    MarkKind.SPEAKER: PartKind.SPEAKER,
}


def evidence_of(
    clause: Clause,
    pair: tuple[Named, Named],
    *,
    rule: str,
    polarity: Polarity,
    modality: Modality,
    item: Argument | None,
    document: Document,
    sentences: Sequence[Sentence],
) -> Evidence:
    """The evidence of one linked pair: the clause's sentence with its coloured parts, in text order."""
    sentence = sentences[clause.sentence]
    subject, object_ = pair
    parts = {
        _part(PartKind.SUBJECT, sentences[subject.mention.sentence], subject.mention.start, subject.mention.end),
        _part(PartKind.OBJECT, sentences[object_.mention.sentence], object_.mention.start, object_.mention.end),
        _part(PartKind.PREDICATE, sentence, clause.start, clause.end),
    }
    if item is not None:
        parts.add(_part(PartKind.ITEM, sentences[item.sentence], item.start, item.end))
    for mark in clause.marks:
        if mark.kind in PART_OF_MARK:
            parts.add(_part(PART_OF_MARK[mark.kind], sentence, mark.start, mark.end))
    if clause.time is not None:
        parts.add(_part(PartKind.DATE, sentence, clause.time.start, clause.time.end))
    speaker = next((m for a in reversed(clause.sources) for m in a.mentions), None)
    if speaker is not None:
        parts.add(_part(PartKind.SPEAKER, sentences[speaker.sentence], speaker.start, speaker.end))
    start, end = given_span(sentence, 0, len(sentence.text))
    ordered = tuple(sorted(parts, key=lambda p: (p.start, p.end, p.kind.value)))
    return Evidence(document.id, start, end, rule, polarity, modality, ordered)


def _part(kind: PartKind, sentence: Sentence, start: int, end: int) -> Part:
    return Part(kind, *given_span(sentence, start, end))
