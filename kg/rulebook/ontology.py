"""``ontology.yaml`` → types, families and relations."""

from __future__ import annotations

from kg.model import EntityType
from kg.rulebook.draft import Draft
from kg.rulebook.nodes import Value, nearest
from kg.rulebook.types import Family, Relation, TypeInfo


def read_ontology(file: Value, draft: Draft) -> None:
    """Read the ontology file: groups and types first, for the relations name them."""
    fields = file.fields("ontology")
    if "groups" in fields:
        for name, members in fields["groups"].pairs().items():
            draft.groups[name] = members.choices(EntityType)
    if "types" in fields:
        _read_types(fields["types"], draft)
    if "families" in fields:
        for name, value in fields["families"].pairs().items():
            family = value.fields("family")
            draft.families[name] = Family(name, _text(family, "label"), _text(family, "en"))
    if "relations" in fields:
        for name, value in fields["relations"].pairs().items():
            _read_relation(name, value, draft)


def _read_types(value: Value, draft: Draft) -> None:
    for name, item in value.pairs().items():
        if name not in EntityType.__members__:
            item.fault(f"unknown type '{name}'" + nearest(name, EntityType.__members__))
            continue
        fields = item.fields("type")
        kind = EntityType[name]
        draft.types[kind] = TypeInfo(kind, _text(fields, "label"), _text(fields, "en"), _text(fields, "means"))


def _read_relation(name: str, value: Value, draft: Draft) -> None:
    fields = value.fields("relation")
    family = _text(fields, "family")
    if family and family not in draft.families:
        fields["family"].fault(f"relation '{name}' has unknown family '{family}'" + nearest(family, draft.families))
    relation = Relation(
        name=name,
        label=_text(fields, "label"),
        en=_text(fields, "en"),
        family=family,
        subject=draft.type_set(fields.get("subject")),
        object=draft.type_set(fields.get("object")),
        symmetric=fields["symmetric"].flag() if "symmetric" in fields else False,
        code=_text(fields, "code") or None,
        means=_text(fields, "means"),
    )
    draft.put(draft.relations, name, relation, value, f"relation '{name}'")


def _text(fields: object, key: str) -> str:
    return fields[key].text() if isinstance(fields, dict) and key in fields else ""
