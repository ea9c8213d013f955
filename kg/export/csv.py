"""Graph → CSV tables for spreadsheets: statements, entities, evidence.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, so such text gets a quote mark
before it; the column ``guarded`` names the changed fields. UTF-8 with a byte order mark, which Excel needs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from kg.query import ask
from kg.store import StatementFilter, Store

Cell = str | int | None
Row = dict[str, Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

BOM = "\ufeff"


def write_csv(
    store: Store, stream: TextIO, *, wanted: StatementFilter | None = None, table: str = "statements", raw: bool = False
) -> None:
    """Write one table: ``statements``, ``entities`` or ``evidence``. ``raw`` leaves formulas as they are."""
    columns, rows = TABLES[table]
    stream.write(BOM)
    write_table(stream, columns, rows(store, wanted or StatementFilter()), raw=raw)


def write_csv_folder(
    store: Store, folder: Path, *, wanted: StatementFilter | None = None, raw: bool = False
) -> None:
    """Write all tables into ``folder``, which exists, as ``statements.csv``, ``entities.csv``, ``evidence.csv``."""
    for table in TABLES:
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
            write_csv(store, stream, wanted=wanted, table=table, raw=raw)


def write_table(
    stream: TextIO, columns: tuple[str, ...], rows: Iterator[Row], *, raw: bool = False, delimiter: str = ","
) -> None:
    """Write rows under a head line, text cells guarded unless ``raw``; numbers stay numbers."""
    out = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    out.writerow(columns if raw else (*columns, "guarded"))
    for row in rows:
        cells = [row[name] for name in columns]
        if raw:
            out.writerow(cells)
            continue
        guarded = [name for name in columns if isinstance(row[name], str) and str(row[name]).startswith(_FORMULA)]
        out.writerow([*map(guard, cells), " ".join(guarded)])


def guard(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; control characters become U+FFFD."""
    if not isinstance(cell, str):
        return cell
    return ("'" if cell.startswith(_FORMULA) else "") + _CONTROLS.sub("\ufffd", cell)


STATEMENT_COLUMNS = (
    "id", "subject", "subject_type", "relation", "label", "object", "object_type", "polarity", "modality", "first",
    "last", "evidence", "documents", "independent",
)  # fmt: skip
ENTITY_COLUMNS = (
    "id", "type", "type_label", "en", "reading", "country", "wikidata", "aliases", "mentions", "documents",
)  # fmt: skip
EVIDENCE_COLUMNS = (
    "id", "statement", "subject", "relation", "object", "polarity", "modality", "time", "place", "item", "title",
    "source", "first", "last", "dated", "document", "date", "url", "start", "end", "text", "rule",
)  # fmt: skip


def statement_rows(store: Store, wanted: StatementFilter) -> Iterator[Row]:
    """A row a statement."""
    relations = store.relations()
    types = {entity.id: entity.type.value for entity in store.entities()}
    for s in store.statements(wanted):
        values: tuple[Cell, ...] = (
            s.id, s.subject, types[s.subject], s.relation, relations[s.relation].label, s.object, types[s.object],
            s.polarity.value, s.modality.value, s.first, s.last, s.evidence, s.documents, s.independent,
        )  # fmt: skip
        yield dict(zip(STATEMENT_COLUMNS, values, strict=True))


def _entity_rows(store: Store, wanted: StatementFilter) -> Iterator[Row]:
    """A row an entity that takes part; all where nothing is filtered."""
    part = None if wanted == StatementFilter() else {e for s in store.statements(wanted) for e in (s.subject, s.object)}
    types = store.types()
    for e in store.entities():
        if part is None or e.id in part:
            values: tuple[Cell, ...] = (
                e.id, e.type.value, types[e.type].label, e.en, e.reading, e.country, e.wikidata,
                "; ".join(e.aliases), e.mentions, e.documents,
            )  # fmt: skip
            yield dict(zip(ENTITY_COLUMNS, values, strict=True))


def _evidence_rows(store: Store, wanted: StatementFilter) -> Iterator[Row]:
    """A row a piece of evidence, by statement."""
    known = {document.id: (document.date, document.url) for document in store.documents()}
    for answer in ask(store, wanted):
        s = answer.statement
        for e in answer.evidence:
            values: tuple[Cell, ...] = (
                e.id, s.id, s.subject, s.relation, s.object, e.polarity.value, e.modality.value, e.time, e.place,
                e.item, e.title, e.source, e.first, e.last, e.dated, e.document, *known[e.document], e.start, e.end,
                e.text, e.rule,
            )  # fmt: skip
            yield dict(zip(EVIDENCE_COLUMNS, values, strict=True))


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Store, StatementFilter], Iterator[Row]]]] = {
    "statements": (STATEMENT_COLUMNS, statement_rows),
    "entities": (ENTITY_COLUMNS, _entity_rows),
    "evidence": (EVIDENCE_COLUMNS, _evidence_rows),
}
