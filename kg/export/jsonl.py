"""Graph → one JSON object a line: a statement with all of its evidence."""

from __future__ import annotations

import json
from typing import TextIO

from kg.export.records import statement_record
from kg.query import ask
from kg.store import StatementFilter, Store


def write_jsonl(store: Store, stream: TextIO, *, wanted: StatementFilter | None = None) -> None:
    """Write the statements in the store's order."""
    relations = store.relations()
    types = {entity.id: entity.type for entity in store.entities()}
    for answer in ask(store, wanted or StatementFilter()):
        record = statement_record(answer, relations=relations, types=types)
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
