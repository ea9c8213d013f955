"""A statement with its evidence as one JSON object: what ``kg query --json`` prints and the JSONL export holds."""

from __future__ import annotations

from typing import Any

from kg.model import EntityId, EntityType
from kg.query import Answer
from kg.store import Label, StoredEvidence


def statement_record(
    answer: Answer, *, relations: dict[str, Label], types: dict[EntityId, EntityType]
) -> dict[str, Any]:
    """The object of a statement; ``relations`` and ``types`` (of entities) come from the store."""
    s = answer.statement
    relation = relations[s.relation]
    return {
        "id": s.id,
        "subject": s.subject,
        "subject_type": types[s.subject].value,
        "relation": s.relation,
        "label": relation.label,
        "object": s.object,
        "object_type": types[s.object].value,
        "polarity": s.polarity.value,
        "modality": s.modality.value,
        "first": s.first,
        "last": s.last,
        "documents": s.documents,
        "independent": s.independent,
        "evidence": [evidence_record(evidence) for evidence in answer.evidence],
    }


def evidence_record(e: StoredEvidence) -> dict[str, Any]:
    """The object of a piece of evidence; offsets count code points of the document's text."""
    return {
        "document": e.document,
        "start": e.start,
        "end": e.end,
        "text": e.text,
        "polarity": e.polarity.value,
        "modality": e.modality.value,
        "qualifiers": dict(e.qualifiers),
        "first": e.first,
        "last": e.last,
        "dated": e.dated,
        "rule": e.rule,
        "parts": [{"kind": part.kind.value, "start": part.start, "end": part.end} for part in e.parts],
    }
