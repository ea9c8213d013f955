"""Store → PageData: statements with their evidence, each sentence with a little of what stands around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.export.html.data import PageData, PageDocument, PageEvidence, PagePart, PageStatement
from kg.model import Entity
from kg.store import Store, StoredEvidence, StoredStatement

_AROUND = 60
"""At most this many characters of the text before and after a sentence."""
_SENTENCE_ENDS = "。！？!?\n"


def from_store(store: Store, *, title: str | None = None) -> PageData:
    """All that the page of this store shows. Entities that no statement names are left out."""
    evidence: dict[str, list[StoredEvidence]] = defaultdict(list)
    for piece in store.evidence():
        evidence[piece.statement].append(piece)
    texts: dict[str, str] = {}
    documents: dict[str, PageDocument] = {}
    for document in store.documents():
        texts[document.id] = document.text
        documents[document.id] = PageDocument(document.id, document.title, document.date, document.url)
    statements = tuple(_statement(s, evidence[s.id], texts) for s in store.statements())
    named = {end for s in statements for end in (s.subject, s.object)}
    entities = {
        e.id: Entity(e.id, e.type, e.aliases, e.en, e.reading, e.wikidata, e.country)
        for e in store.entities()
        if e.id in named
    }
    types, families, relations = store.types(), store.families(), store.relations()
    return PageData(title or "関係の図", types, families, relations, entities, statements, documents)


def _statement(stored: StoredStatement, pieces: list[StoredEvidence], texts: dict[str, str]) -> PageStatement:
    """A statement with its evidence: firm and recent first, sentences of the same words once."""
    copies = Counter(piece.text for piece in pieces)
    first: dict[str, StoredEvidence] = {}
    pieces = sorted(pieces, key=lambda p: (p.modality is not stored.modality, _reversed(p.last), p.document, p.start))
    for piece in pieces:
        first.setdefault(piece.text, piece)
    return PageStatement(
        subject=stored.subject,
        relation=stored.relation,
        object=stored.object,
        polarity=stored.polarity,
        modality=stored.modality,
        qualifiers=_common_qualifiers(pieces),
        evidence=tuple(_evidence(piece, texts[piece.document], copies[piece.text] - 1) for piece in first.values()),
        documents=stored.documents,
        independent=stored.independent,
        date=stored.last,
    )


def _reversed(date: str | None) -> tuple[int, ...]:
    """A key that puts later dates first and no date last."""
    return tuple(-ord(char) for char in date or "")


def _common_qualifiers(pieces: Iterable[StoredEvidence]) -> dict[str, str]:
    """The qualifier values that most of the evidence has."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for piece in pieces:
        for name, value in piece.qualifiers:
            counted[name][value] += 1
    return {name: min(values, key=lambda v: (-values[v], v)) for name, values in sorted(counted.items())}


def _evidence(piece: StoredEvidence, text: str, copies: int) -> PageEvidence:
    """The sentence with its neighbours; a part in an earlier sentence brings the text from there on."""
    start, end = min([piece.start, *(part.start for part in piece.parts)]), piece.end
    start, end = max(0, min(start, end)), min(len(text), max(end, *(part.end for part in piece.parts), piece.end))
    window = _sentence_before(text, start), _sentence_after(text, end)
    return PageEvidence(
        document=piece.document,
        text=text[window[0] : window[1]],
        start=piece.start - window[0],
        end=piece.end - window[0],
        rule=piece.rule,
        polarity=piece.polarity,
        modality=piece.modality,
        parts=tuple(PagePart(part.kind, part.start - window[0], part.end - window[0]) for part in piece.parts),
        qualifiers=dict(piece.qualifiers),
        copies=copies,
    )


def _sentence_before(text: str, start: int) -> int:
    """Where the sentence before ``start`` begins, in the same line and not too far away."""
    at = start - 1
    while at > 0 and start - at < _AROUND and text[at - 1] not in _SENTENCE_ENDS:
        at -= 1
    return max(0, at) if start and text[start - 1] != "\n" else start


def _sentence_after(text: str, end: int) -> int:
    """Where the sentence after ``end`` stops, in the same line and not too far away."""
    at = end
    while at < len(text) and at - end < _AROUND and text[at] not in _SENTENCE_ENDS:
        at += 1
    return min(len(text), at + 1) if at < len(text) and text[at] in "。！？!?" else at
