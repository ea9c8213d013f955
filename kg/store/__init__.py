"""The graph's home: one SQLite file with documents, entities, statements and their evidence."""

from kg.store.database import Store, WriteReport, open_store
from kg.store.rows import Label, StatementFilter, StoredDocument, StoredEntity, StoredEvidence, StoredStatement

__all__ = [
    "Label",
    "StatementFilter",
    "Store",
    "StoredDocument",
    "StoredEntity",
    "StoredEvidence",
    "StoredStatement",
    "WriteReport",
    "open_store",
]
