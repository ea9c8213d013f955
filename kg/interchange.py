"""Extraction ↔ one JSON object a line: the format that ``kg extract`` writes and gold files are in.

    {"id": …, "date": ISO date or null, "text": …,
     "mentions": [{"start", "end", "entity", "type"}],
     "statements": [{"subject", "relation", "object", "polarity", "modality",
                     "qualifiers": {name: value}, "evidence": [{"start", "end", "rule"}]}]}

All offsets are given ones: code points of ``text``. Mentions are sorted by place, statements keep their order.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import DocumentError
from kg.model import (
    Document,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Modality,
    Polarity,
    Sentence,
    Statement,
)
from kg.sentences import given_span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class GivenMention:
    """A name in a text, in given offsets."""

    start: int
    end: int
    entity: EntityId
    type: EntityType


@dataclass(frozen=True, slots=True)
class Record:
    """A document of the interchange format."""

    id: str
    date: dt.date | None
    text: str
    mentions: tuple[GivenMention, ...]
    statements: tuple[Statement, ...]


def to_record(extraction: Extraction) -> Record:
    """What the format keeps of an extraction: all but the words for two names at once (両国), which would overlap."""
    sentences = {sentence.index: sentence for sentence in extraction.sentences}
    sharing = Counter((m.sentence, m.start, m.end) for m in extraction.mentions)
    mentions = sorted(
        GivenMention(*given_span(sentences[m.sentence], m.start, m.end), m.entity, m.type)
        for m in extraction.mentions
        if not (m.found.startswith("deixis:") and sharing[m.sentence, m.start, m.end] > 1)
    )
    document = extraction.document
    return Record(document.id, document.date, document.text, tuple(mentions), extraction.statements)


def to_dict(extraction: Extraction | Record) -> dict[str, Any]:
    """An extraction as the object of one line."""
    record = to_record(extraction) if isinstance(extraction, Extraction) else extraction
    return {
        "id": record.id,
        "date": record.date.isoformat() if record.date else None,
        "text": record.text,
        "mentions": [
            {"start": m.start, "end": m.end, "entity": m.entity, "type": m.type.value} for m in record.mentions
        ],
        "statements": [_statement_dict(statement) for statement in record.statements],
    }


def to_line(extraction: Extraction | Record) -> str:
    """An extraction as one line of JSON, without its line end."""
    return json.dumps(to_dict(extraction), ensure_ascii=False)


def from_dict(data: object, *, path: str = "", line: int = 0) -> Record:
    """The record that an object says. Raises ``DocumentError`` that names the wrong key."""
    try:
        top = _mapping(data, "the document")
        date = top.get("date")
        text = _get(top, "text", str)
        return Record(
            id=_get(top, "id", str),
            date=None if date is None else dt.date.fromisoformat(_get(top, "date", str)),
            text=text,
            mentions=tuple(sorted(_mention(item, text) for item in _get(top, "mentions", list))),
            statements=tuple(_statement(item, _get(top, "id", str)) for item in _get(top, "statements", list)),
        )
    except ValueError as problem:
        raise DocumentError(f"not an interchange document: {problem}", path=path, line=line) from problem


def read_records(path: str | Path) -> Iterator[Record]:
    """The documents of a file; blank lines are skipped. Raises ``DocumentError`` at the first faulty line."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "not UTF-8"
        raise DocumentError(f"cannot be read: {reason}", path=str(path)) from problem
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                data = json.loads(line)
            except ValueError as problem:
                raise DocumentError(f"not JSON: {problem}", path=str(path), line=number) from problem
            yield from_dict(data, path=str(path), line=number)


def to_extraction(record: Record) -> Extraction:
    """A record as an extraction; its whole text stands for one sentence, as the format keeps no others."""
    text = record.text
    mentions = tuple(
        Mention(0, m.start, m.end, text[m.start : m.end], m.type, m.entity, "interchange") for m in record.mentions
    )
    return Extraction(
        document=Document(record.id, text, record.date),
        sentences=(Sentence(record.id, 0, 0, 0, len(text), text, tuple(range(len(text) + 1))),),
        mentions=mentions,
        statements=record.statements,
        entities={m.entity: Entity(m.entity, m.type) for m in record.mentions},
    )


def _statement_dict(statement: Statement) -> dict[str, Any]:
    return {
        "subject": statement.subject,
        "relation": statement.relation,
        "object": statement.object,
        "polarity": statement.polarity.value,
        "modality": statement.modality.value,
        "qualifiers": dict(statement.qualifiers),
        "evidence": [{"start": e.start, "end": e.end, "rule": e.rule} for e in statement.evidence],
    }


def _mention(data: object, text: str) -> GivenMention:
    item = _mapping(data, "a mention")
    start, end = _get(item, "start", int), _get(item, "end", int)
    if not 0 <= start < end <= len(text):
        raise ValueError(f"mention [{start}, {end}) lies outside the text of {len(text)} characters")
    return GivenMention(start, end, _get(item, "entity", str), EntityType(_get(item, "type", str)))


def _statement(data: object, document: str) -> Statement:
    item = _mapping(data, "a statement")
    polarity, modality = Polarity(item.get("polarity", "affirmed")), Modality(item.get("modality", "actual"))
    qualifiers = _mapping(item.get("qualifiers", {}), "qualifiers")
    return Statement(
        subject=_get(item, "subject", str),
        relation=_get(item, "relation", str),
        object=_get(item, "object", str),
        polarity=polarity,
        modality=modality,
        qualifiers=tuple(sorted((name, _get(qualifiers, name, str)) for name in qualifiers)),
        evidence=tuple(
            Evidence(document, _get(e, "start", int), _get(e, "end", int), _get(e, "rule", str), polarity, modality)
            for e in (_mapping(part, "an evidence") for part in item.get("evidence", ()))
        ),
    )


def _mapping(data: object, what: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{what} is {type(data).__name__}; expected an object")  # noqa: TRY004 - one kind to catch
    return data


def _get(data: Mapping[str, Any], key: str, kind: type[T]) -> T:
    if key not in data:
        raise ValueError(f"'{key}' is missing")
    value = data[key]
    if not isinstance(value, kind) or isinstance(value, bool):
        found = f"'{key}' is {type(value).__name__}"
        raise ValueError(f"{found}; expected {kind.__name__}")  # noqa: TRY004 - one kind to catch
    return value
