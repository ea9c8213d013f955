"""Scene → dict: the predicates of a sentence with their arguments under the surface case, for ``kg clauses``.

Voice is undone in clauses and redone here: the subject of a passive is ガ, its agent ニ.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.clauses.draft import Draft, Scene
from kg.clauses.phrases import is_predicate_form
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
        for start, end in _heads(scene, argument):
            args.setdefault(case, []).append([start, end])
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


def _heads(scene: Scene, argument: Argument) -> list[tuple[int, int]]:
    """The head words of an argument: its own, and those of the phrases listed before it (AやBを, A、B、Cが)."""
    heads = [(argument.head_start, argument.head_end)]
    last = next((p for p in scene.phrases if p.start <= argument.head_start < p.end), None)
    if last is None or argument.head_start != last.head.start:
        return heads
    for phrase in reversed(scene.phrases[: last.index]):
        listed = phrase.listing or phrase.ending in ("など", "などの")
        bare = phrase.comma and not (phrase.case or phrase.topic or phrase.adnominal or phrase.function)
        if phrase.adnominal and phrase.governor == last.index and not is_predicate_form(phrase):
            continue  # a modifier of the member after it
        if phrase.governor != last.index or not (listed or bare) or is_predicate_form(phrase):
            break
        heads.append((phrase.head.start, phrase.head.end))
        last = phrase
    return heads[::-1]


def surface_case(scene: Scene, draft: Draft, argument: Argument) -> str | None:
    """The case that the predicate as it stands would mark an argument with; None for adjuncts without one."""
    if argument.role is Role.TIME or (argument.role is Role.CONTENT and draft.kind is PredicateKind.NOUN):
        return None  # a date is no case; what ため and 場合 are about has none
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
