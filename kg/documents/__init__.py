"""file → Document: texts with their ids and dates, a module a format.

A fault costs only what it spoils, a line, a row or a file: it is yielded as a ``DocumentError`` in its place and
reading goes on.
"""

from kg.documents.reading import read_documents
from kg.documents.sources import FORMATS

__all__ = ["FORMATS", "read_documents"]
