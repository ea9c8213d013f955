"""The exceptions a caller may see. Each says where, what was found and what was expected."""

from __future__ import annotations


class KgError(Exception):
    """Something in the input or the call is wrong; ``str()`` is one line fit to print.

    ``path`` and ``line`` (1-based, 0 for the whole file) say where.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0) -> None:
        self.message, self.path, self.line = message, path, line
        where = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(where + message.replace("\n", " "))


class DocumentError(KgError):
    """A document cannot be read: missing, empty, binary, undecodable, malformed or too large."""


class RuleError(KgError):
    """A rule file is wrong. ``others`` are further faults found in the same run."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, others: tuple[KgError, ...] = ()) -> None:
        self.others = others
        super().__init__(message, path=path, line=line)


class StoreError(KgError):
    """The graph's file cannot be opened, read or written."""


class QueryError(KgError):
    """A question cannot be understood: unknown name, relation or syntax."""


class ExportError(KgError):
    """An output cannot be written."""
