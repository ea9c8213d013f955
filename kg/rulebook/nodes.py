"""YAML → marked values: what a rule file says, with the line of each part.

Scalars are read as the text that stands in the file (``no`` is the word *no*, ``2026`` its four digits), so nothing
changes under a reader's hands. A fault is noted in ``Faults`` and reading goes on, so that one run reports all.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

import yaml

from kg.errors import RuleError
from kg.rulebook.schema import IDENTITY, KEYS, REQUIRED
from kg.rulebook.types import Source

E = TypeVar("E", bound=StrEnum)


class Faults:
    """The faults found so far, in the order of finding."""

    def __init__(self) -> None:
        self.found: list[RuleError] = []

    def add(self, source: Source, message: str) -> None:
        """Note that ``message`` is wrong at ``source``."""
        self.found.append(RuleError(message, path=source.path, line=source.line))

    def raise_first(self) -> None:
        """Raise the first fault by path and line, the others in its ``others``; nothing if there is none."""
        if not self.found:
            return
        first, *rest = sorted(self.found, key=lambda fault: (fault.path, fault.line))
        raise RuleError(first.message, path=first.path, line=first.line, others=tuple(rest))


def nearest(name: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?``, or the choices themselves where none is near and they are few."""
    choices = sorted(known)
    near = difflib.get_close_matches(name, choices, n=1, cutoff=0.6)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f"; expected one of {', '.join(choices)}" if 0 < len(choices) <= 16 else ""


def compose(text: str, path: str, faults: Faults) -> yaml.Node | None:
    """The root node of a YAML text; None if it is empty or broken (then a fault is noted)."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        faults.add(Source(path, mark.line + 1 if mark else 0), f"not YAML: {problem.problem or problem.context}")
        return None
    except yaml.YAMLError as problem:
        faults.add(Source(path, 0), f"not YAML: {str(problem).splitlines()[0]}")
        return None
    return node


class Value:
    """A node of one file with typed readers; each notes a fault and gives an empty value where the type is wrong."""

    __slots__ = ("faults", "node", "path", "what")

    def __init__(self, node: yaml.Node, path: str, faults: Faults, what: str) -> None:
        self.node, self.path, self.faults, self.what = node, path, faults, what

    @property
    def source(self) -> Source:
        """Where it stands."""
        return Source(self.path, self.node.start_mark.line + 1)

    def fault(self, message: str) -> None:
        """Note a fault at this value."""
        self.faults.add(self.source, message)

    @property
    def empty(self) -> bool:
        """True for a key with nothing after it."""
        node = self.node
        return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in {"", "~", "null"}

    @property
    def is_text(self) -> bool:
        """True for a scalar."""
        return isinstance(self.node, yaml.ScalarNode) and not self.empty

    @property
    def is_mapping(self) -> bool:
        """True for a mapping."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """True for a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def text(self) -> str:
        """A scalar's text, trimmed."""
        if self.is_text:
            return str(self.node.value).strip()
        self.fault(f"{self.what} is {self._found()}; expected text")
        return ""

    def texts(self) -> tuple[str, ...]:
        """A list of texts, or one text as a list of one."""
        if self.is_text:
            return (self.text(),)
        return tuple(value.text() for value in self.items())

    def word(self) -> str:
        """A scalar's text as sentences have it: NFKC."""
        return unicodedata.normalize("NFKC", self.text())

    def words(self) -> tuple[str, ...]:
        """A list of words, or one word as a list of one."""
        return tuple(unicodedata.normalize("NFKC", text) for text in self.texts() if text)

    def flag(self) -> bool:
        """``true`` or ``false``."""
        if self.is_text and self.node.value in {"true", "false"}:
            return bool(self.node.value == "true")
        self.fault(f"{self.what} is {self._found()}; expected true or false")
        return False

    def number(self) -> int:
        """A whole number."""
        text = str(self.node.value) if self.is_text else ""
        if text.lstrip("-").isascii() and text.lstrip("-").isdigit():
            return int(text)
        self.fault(f"{self.what} is {self._found()}; expected a whole number")
        return 0

    def choice(self, choices: type[E]) -> E | None:
        """A member of a closed class, by its value."""
        text = self.text()
        for member in choices:
            if member.value == text:
                return member
        if text:
            self.fault(f"{self.what} is '{text}'" + nearest(text, [member.value for member in choices]))
        return None

    def choices(self, members: type[E]) -> tuple[E, ...]:
        """A list of members of a closed class."""
        values = [self] if self.is_text else list(self.items())
        return tuple(member for value in values if (member := value.choice(members)) is not None)

    def items(self) -> Iterator[Value]:
        """The values of a list; none for an empty key."""
        if isinstance(self.node, yaml.SequenceNode):
            for node in self.node.value:
                yield Value(node, self.path, self.faults, self.what)
        elif not self.empty:
            self.fault(f"{self.what} is {self._found()}; expected a list")

    def pairs(self) -> Mapping[str, Value]:
        """A mapping with free keys; a key given twice is a fault."""
        found: dict[str, Value] = {}
        if isinstance(self.node, yaml.MappingNode):
            for key_node, node in self.node.value:
                key = Value(key_node, self.path, self.faults, f"a key of {self.what}")
                name = key.text()
                if name in found:
                    key.fault(f"{self.what} has key '{name}' twice")
                found[name] = Value(node, self.path, self.faults, f"{self.what}: {name}")
        elif not self.empty:
            self.fault(f"{self.what} is {self._found()}; expected a mapping")
        return found

    def fields(self, kind: str) -> dict[str, Value]:
        """The fields of a thing of ``kind``: unknown and missing keys are faults."""
        found = dict(self.pairs())
        named = next((found[key].node.value for key in IDENTITY if key in found and found[key].is_text), "")
        label = f"{kind} '{named}'" if named else kind
        for key, value in list(found.items()):
            value.what = f"{label}: {key}"
            if key not in KEYS[kind]:
                self.faults.add(self._key_source(key), f"{label} has unknown key '{key}'" + nearest(key, KEYS[kind]))
                del found[key]
            elif value.empty:
                del found[key]
        for key in REQUIRED.get(kind, ()):
            if key not in found and self.is_mapping:
                self.fault(f"{label} lacks '{key}'")
        return found

    def _key_source(self, name: str) -> Source:
        for key, _ in self.node.value:
            if key.value == name:
                return Source(self.path, key.start_mark.line + 1)
        return self.source

    def _found(self) -> str:
        if self.is_text:
            return f"'{self.node.value}'"
        return "empty" if self.empty else "a list" if self.is_list else "a mapping"
