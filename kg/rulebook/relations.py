"""``relations/*.yaml`` → frames and their examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model import Modality, Polarity, PredicateKind, Role, Standing
from kg.rulebook.draft import Draft
from kg.rulebook.nodes import Value, nearest
from kg.rulebook.types import Condition, ExpectedStatement, Frame, RelationExample, RolePath

QUALIFIERS = ("time", "place", "item", "title", "source")
MARKS: Mapping[str, Polarity | Modality] = {
    **{polarity.value: polarity for polarity in Polarity},
    **{modality.value: modality for modality in Modality},
}
PATH_KEYS = ("subject", "object", "between", "item", "title", "place")


def read_relations(file: Value, draft: Draft) -> None:
    """Read a file of ``relations/``: one relation, or several under ``relations``."""
    fields = file.fields("relations file")
    if "relations" in fields:
        for value in fields["relations"].items():
            _read_rules(value.fields("relation rules"), draft)
    else:
        _read_rules(file.fields("relation rules"), draft)


def _read_rules(fields: Mapping[str, Value], draft: Draft) -> None:
    relation = fields["relation"].text() if "relation" in fields else ""
    if relation and relation not in draft.relations:
        fields["relation"].fault(f"unknown relation '{relation}'" + nearest(relation, draft.relations))
    for item in fields["frames"].items() if "frames" in fields else ():
        _read_frame(relation, item, draft)
    for item in fields["examples"].items() if "examples" in fields else ():
        _read_example(relation, item, draft)


def _read_frame(relation: str, value: Value, draft: Draft) -> None:
    fields = value.fields("frame")
    if "name" not in fields or "triggers" not in fields:
        return
    name = fields["name"].text()
    frame = Frame(
        id=f"{relation}.{name}",
        relation=relation,
        triggers=fields["triggers"].words(),
        source=value.source,
        subject_types=draft.type_set(fields.get("subject_types")),
        object_types=draft.type_set(fields.get("object_types")),
        when=tuple(_conditions(fields.get("when"), draft)),
        standing=frozenset(fields["standing"].choices(Standing)) if "standing" in fields
        else frozenset({Standing.ASSERTED}),
        polarity=fields["polarity"].choice(Polarity) if "polarity" in fields else None,
        modality=fields["modality"].choice(Modality) if "modality" in fields else None,
        kinds=frozenset(kind.value for kind in fields["kinds"].choices(PredicateKind)) if "kinds" in fields
        else frozenset(),
        clause_polarity=fields["clause_polarity"].choice(Polarity) if "clause_polarity" in fields else None,
        not_under=fields["not_under"].texts() if "not_under" in fields else (),
        over=frozenset(_relations(fields.get("over"), draft)),
        **{key: tuple(_paths(fields.get(key))) for key in PATH_KEYS},
    )
    if not frame.between and not (frame.subject and frame.object):
        value.fault(f"frame '{name}' links nothing; expected 'subject' and 'object', or 'between'")
    draft.put(draft.frames, frame.id, frame, value, f"frame '{frame.id}'")


def _relations(value: Value | None, draft: Draft) -> Iterator[str]:
    for item in () if value is None else ([value] if value.is_text else value.items()):
        name = item.text()
        if name and name not in draft.relations:
            item.fault(f"{item.what} has unknown relation '{name}'" + nearest(name, draft.relations))
        yield name


def _paths(value: Value | None) -> Iterator[RolePath]:
    for item in () if value is None else ([value] if value.is_text else value.items()):
        path = _path(item, item.text())
        if path is not None:
            yield path


def _path(value: Value, text: str) -> RolePath | None:
    """``theme/agent`` as roles."""
    steps = []
    for step in text.split("/"):
        name = step.strip()
        if name not in {role.value for role in Role}:
            value.fault(f"{value.what} has unknown role '{name}'" + nearest(name, [role.value for role in Role]))
            return None
        steps.append(Role(name))
    return RolePath(tuple(steps))


def _conditions(value: Value | None, draft: Draft) -> Iterator[Condition]:
    for name, item in () if value is None else value.pairs().items():
        path = _path(item, name)
        fields = item.fields("condition")
        if path is None:
            continue
        yield Condition(
            role=path,
            words=fields["words"].words() if "words" in fields else (),
            not_words=fields["not_words"].words() if "not_words" in fields else (),
            senses=fields["senses"].texts() if "senses" in fields else (),
            types=draft.type_set(fields.get("types")),
            not_types=draft.type_set(fields.get("not_types")),
            present=fields["present"].flag() if "present" in fields else None,
        )


def _read_example(relation: str, value: Value, draft: Draft) -> None:
    fields = value.fields("example")
    if "text" not in fields:
        return
    expected = tuple(
        statement
        for item in (fields["expect"].items() if "expect" in fields else ())
        if (statement := _expected(relation, item, draft)) is not None
    )
    date = fields["date"].text() if "date" in fields else None
    draft.relation_examples.append(RelationExample(relation, fields["text"].text(), expected, value.source, date))


def _expected(relation: str, value: Value, draft: Draft) -> ExpectedStatement | None:
    """``[subject, relation, object, marks…, {qualifiers}]``."""
    parts = list(value.items())
    texts = [part.text() for part in parts if part.is_text]
    if len(texts) < 3 or not all(part.is_text for part in parts[:3]):
        value.fault("expected statement is not [subject, relation, object, marks…, {qualifiers}]")
        return None
    if texts[1] not in draft.relations:
        value.fault(f"example names unknown relation '{texts[1]}'" + nearest(texts[1], draft.relations))
    elif texts[1] != relation:
        value.fault(f"example names relation '{texts[1]}' in the rules of '{relation}'")
    polarity, modality = Polarity.AFFIRMED, Modality.ACTUAL
    for mark in texts[3:]:
        meant = MARKS.get(mark)
        if isinstance(meant, Polarity):
            polarity = meant
        elif isinstance(meant, Modality):
            modality = meant
        else:
            value.fault(f"example has unknown mark '{mark}'" + nearest(mark, MARKS))
    qualifiers = {name: item.text() for part in parts if part.is_mapping for name, item in part.pairs().items()}
    for name in qualifiers:
        if name not in QUALIFIERS:
            value.fault(f"example has unknown qualifier '{name}'" + nearest(name, QUALIFIERS))
    return ExpectedStatement(texts[0], relation, texts[2], polarity, modality, tuple(sorted(qualifiers.items())))
