"""The stage: frames over the clauses of one document, then each fact once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Clause, Document, Entity, EntityId, Polarity, Sentence, Statement
from kg.relations.dates import modality_of_act
from kg.relations.evidence import evidence_of
from kg.relations.index import FrameIndex, index_frames
from kg.relations.match import Match, match_frame
from kg.relations.merge import merge_statements
from kg.relations.paths import Named
from kg.relations.qualify import qualifiers_of
from kg.rulebook.types import Rulebook


def find_statements(
    document: Document,
    sentences: Sequence[Sentence],
    clauses: Sequence[Clause],
    entities: Mapping[EntityId, Entity],
    rulebook: Rulebook,
) -> tuple[Statement, ...]:
    """All that the clauses of ``document`` say, each fact once, in text order.

    ``sentences`` are the document's, by index; ``entities`` the ones its mentions were resolved to. Raises nothing
    of its own: a clause that fits no frame gives nothing.
    """
    index = index_frames(rulebook)
    by_id = {clause.id: clause for clause in clauses}
    found = [
        statement
        for clause in clauses
        for match in _most_specific(_matches(clause, by_id, index))
        for statement in _statements(match, by_id, document, sentences)
        if statement.subject in entities and statement.object in entities
    ]
    symmetric = frozenset(r.name for r in rulebook.ontology.relations.values() if r.symmetric)
    return merge_statements(found, symmetric)


def _matches(clause: Clause, clauses: Mapping[int, Clause], index: FrameIndex) -> Iterator[Match]:
    for ready in index.triggered_by(clause):
        result = match_frame(ready, clause, clauses)
        if isinstance(result, Match):
            yield result


def _most_specific(matches: Iterator[Match]) -> list[Match]:
    """Drop what a more specific frame says of the same predicate: acquires before invests_in."""
    found = list(matches)
    beaten: set[tuple[str, str, str]] = set()
    for match in found:
        for relation in match.ready.frame.over:
            beaten.update((relation, s.mention.entity, o.mention.entity) for s, o in match.pairs)
    kept = []
    for match in found:
        relation = match.ready.frame.relation
        pairs = tuple(p for p in match.pairs if (relation, p[0].mention.entity, p[1].mention.entity) not in beaten)
        if pairs:
            kept.append(Match(match.ready, match.clause, pairs))
    return kept


def _statements(
    match: Match, clauses: Mapping[int, Clause], document: Document, sentences: Sequence[Sentence]
) -> Iterator[Statement]:
    frame, clause = match.ready.frame, match.clause
    polarity = _flip(clause.polarity) if frame.polarity is Polarity.NEGATED else frame.polarity or clause.polarity
    modality = frame.modality or modality_of_act(clause, document.date)
    for pair in match.pairs:
        subject, object_ = _in_text_order(pair) if match.ready.symmetric else pair
        qualifiers, item = qualifiers_of(match, pair, clauses)
        evidence = evidence_of(
            clause, (subject, object_), rule=frame.id, polarity=polarity, modality=modality, item=item,
            document=document, sentences=sentences,
        )
        yield Statement(
            subject.mention.entity, frame.relation, object_.mention.entity, polarity, modality, qualifiers, (evidence,)
        )


def _flip(polarity: Polarity) -> Polarity:
    return Polarity.AFFIRMED if polarity is Polarity.NEGATED else Polarity.NEGATED


def _in_text_order(pair: tuple[Named, Named]) -> tuple[Named, Named]:
    one, other = pair
    first = (one.mention.sentence, one.mention.start) <= (other.mention.sentence, other.mention.start)
    return pair if first else (other, one)
