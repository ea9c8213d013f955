"""``lexicon/senses/*``, ``operators.yaml``, ``particles.yaml`` and ``nouns.yaml`` → the words of clauses."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from kg.model import MarkKind, Modality, Polarity, Role, Standing
from kg.rulebook.draft import Draft
from kg.rulebook.nodes import Value
from kg.rulebook.types import Operator, Particle, Sense


def read_senses(file: Value, draft: Draft) -> None:
    """Read a file of ``lexicon/senses/``; in a later layer a sense's words are added to those it has."""
    fields = file.fields("senses file")
    for value in fields["senses"].items() if "senses" in fields else ():
        sense = value.fields("sense")
        name = sense["sense"].text() if "sense" in sense else ""
        base = draft.senses.get(name) if ("sense", name) not in draft.seen else None
        base = base or Sense(name, (), {}, Role.AGENT, Role.AGENT, "", value.source)
        words = (*base.words, *(sense["words"].words() if "words" in sense else ()))
        read = dataclasses.replace(
            base,
            words=tuple(dict.fromkeys(words)),
            cases={**base.cases, **_roles(sense.get("cases"))},
            genitive=_role(sense, "genitive") or base.genitive,
            compound=_role(sense, "compound") or base.compound,
            means=sense["means"].text() if "means" in sense else base.means,
            source=value.source,
        )
        draft.put(draft.senses, name, read, value, f"sense '{name}'")


def read_particles(file: Value, draft: Draft) -> None:
    """Read ``lexicon/particles.yaml``."""
    fields = file.fields("particles file")
    for value in fields["particles"].items() if "particles" in fields else ():
        particle = value.fields("particle")
        role = _role(particle, "role")
        if "case" in particle and "forms" in particle and role is not None:
            case = particle["case"].word()
            read = Particle(case, particle["forms"].words(), role, value.source)
            draft.put(draft.particles, case, read, value, f"particle '{case}'")


def read_operators(file: Value, draft: Draft) -> None:
    """Read ``lexicon/operators.yaml``."""
    fields = file.fields("operators file")
    for value in fields["operators"].items() if "operators" in fields else ():
        operator = value.fields("operator")
        kind = operator["kind"].choice(MarkKind) if "kind" in operator else None
        if "id" not in operator or kind is None:
            continue
        name = operator["id"].text()
        read = Operator(
            id=name,
            kind=kind,
            words=operator["words"].words() if "words" in operator else (),
            auxiliaries=operator["auxiliaries"].words() if "auxiliaries" in operator else (),
            polarity=operator["polarity"].choice(Polarity) if "polarity" in operator else None,
            modality=operator["modality"].choice(Modality) if "modality" in operator else None,
            standing=operator["standing"].choice(Standing) if "standing" in operator else None,
            agent=_role(operator, "agent"),
            says=operator["says"].flag() if "says" in operator else False,
            origin=value.source,
            over=operator["over"].words() if "over" in operator else (),
        )
        draft.put(draft.operators, name, read, value, f"operator '{name}'")


def read_nouns(file: Value, draft: Draft) -> None:
    """Read ``lexicon/nouns.yaml``."""
    fields = file.fields("nouns file")
    lists = {
        "transparent": draft.transparent,
        "areas": draft.areas,
        "parts": draft.parts,
        "things": draft.things,
        "people": draft.people,
        "concurrent": draft.concurrent,
        "partitives": draft.partitives,
        "adverbs": draft.adverbs,
        "formal": draft.formal,
        "goods": draft.goods,
        "tails": draft.tails,
        "contents": draft.contents,
    }
    for key, words in lists.items():
        for value in fields[key].items() if key in fields else ():
            words[value.word()] = value.source
    if "descriptors" in fields:
        for word, value in fields["descriptors"].pairs().items():
            draft.descriptors[word] = (value.text(), value.source)


def _roles(value: Value | None) -> dict[str, Role]:
    if value is None:
        return {}
    return {case: role for case, item in value.pairs().items() if (role := item.choice(Role)) is not None}


def _role(fields: Mapping[str, Value], key: str) -> Role | None:
    return fields[key].choice(Role) if key in fields else None
