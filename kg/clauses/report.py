"""Scene → dict: the predicates of a sentence with their arguments under the surface case, for ``kg clauses``.

Voice is undone in clauses and redone here: the subject of a passive is ガ, its agent ニ.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.clauses.draft import Draft, Scene
from kg.model import Argument, Mention, Parse, PredicateKind, Role, Sentence, TimeExpression
from kg.rulebook.types import Rulebook

SURFACE = {
    "が": "ガ",
    "を": "ヲ",
    "に": "ニ",
    "へ": "ヘ",
    "と": "ト",
    "で": "デ",
    "から": "カラ",
    "まで": "マデ",
    "より": "ヨリ",
}
BY_ROLE = {
    Role.AGENT: "ガ",
    Role.THEME: "ヲ",
    Role.TARGET: "ニ",
    Role.GOAL: "ニ",
    Role.PARTNER: "ト",
    Role.ORIGIN: "カラ",
    Role.PLACE: "デ",
    Role.INSTRUMENT: "デ",
    Role.CONTENT: "ト",
}


def sentence_reports(
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    mentions: Sequence[Sequence[Mention]],
    times: Sequence[Sequence[TimeExpression]],
    rulebook: Rulebook,
) -> list[dict[str, Any]]:
    """One dict a sentence: ``text`` and ``predicates`` with ``start``, ``end``, ``lemma``, ``args``, ``how``,
    ``polarity`` and ``modality``; spans are those of head words, local to the sentence's text."""
    from kg.clauses import read_scenes

    return [_report(scene) for scene in read_scenes(sentences, parses, mentions, times, rulebook)]


def _report(scene: Scene) -> dict[str, Any]:
    drafts = sorted((d for d in scene.drafts if d.kind is not PredicateKind.DESCRIPTION), key=lambda d: d.start)
    return {"text": scene.sentence.text, "predicates": [_predicate(scene, d) for d in drafts]}


def _predicate(scene: Scene, draft: Draft) -> dict[str, Any]:
    args: dict[str, list[list[int]]] = {}
    how: dict[str, list[str]] = {}
    for argument in draft.arguments:
        case = surface_case(scene, draft, argument)
        if case is None or argument.sentence != scene.sentence.index:
            continue
        args.setdefault(case, []).append([argument.head_start, argument.head_end])
        how.setdefault(case, []).append(argument.found.value)
    return {
        "start": draft.start,
        "end": draft.end,
        "lemma": draft.lemma,
        "args": args,
        "how": how,
        "polarity": draft.polarity.value,
        "modality": draft.modality.value,
    }


def surface_case(scene: Scene, draft: Draft, argument: Argument) -> str | None:
    """The case that the predicate as it stands would mark an argument with; None for adjuncts without one."""
    if argument.role is Role.TIME:
        return None
    if argument.case in SURFACE and argument.found.value == "overt":
        return SURFACE[argument.case]
    if argument.case == "によって":
        return "ニ" if draft.passive else "ガ"
    if draft.passive and argument.role is Role.THEME:
        return "ガ"
    if draft.passive and argument.role is Role.AGENT:
        return "ニ"
    cases = scene.words.cases(draft.lemma)
    if cases.get("が") is argument.role:
        return "ガ"
    return next(
        (SURFACE[c] for c, r in cases.items() if r is argument.role and c in SURFACE), BY_ROLE.get(argument.role)
    )
