"""Clause chain + operators → polarity, modality, standing, source of every clause.

建設を検討すると発表した: 検討 makes 建設 planned, 発表 says who tells so. An operator works on the clause that is its
noun argument, its content or its compound member, and through operators inside it: 撤回の検討を否定.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses.actors import denies_claim
from kg.clauses.cases import INTENDED
from kg.clauses.draft import EXISTENCE, PURPOSE, VOLITION, Draft, Link, Scene
from kg.model import (
    Argument,
    Mark,
    MarkKind,
    Modality,
    Polarity,
    PredicateKind,
    Role,
    Standing,
    Token,
)
from kg.rulebook.types import Operator

CONDITION = "hedge.condition"
FIRMNESS = {Modality.ACTUAL: 0, Modality.PLANNED: 1, Modality.POSSIBLE: 2}
SCOPE_ROLES = (Role.THEME, Role.CONTENT, Role.TARGET, Role.GOAL, Role.ORIGIN)
SCOPE_LINKS = (Link.ARGUMENT, Link.CONTENT, Link.COMPOUND)

GROWING = frozenset({"strengthen", "grow"})
"""Senses of what grows: to deny it leaves the thing as it was."""


def apply_operators(scene: Scene) -> None:
    """Set polarity, modality, standing, marks and sources of the scene's clauses."""
    for draft in scene.drafts:
        _apply_endings(scene, draft)
    for draft in scene.drafts:
        _apply_condition(scene, draft)
    for draft in scene.drafts:
        claimed = grown = False
        if not draft.settled:
            _apply_modifier(scene, draft)
        for operator, outer, told in () if draft.settled else _chain(scene, draft):
            if claimed and operator.polarity is Polarity.NEGATED:  # X の主張を否定した: X still says so
                draft.modality = Modality.POSSIBLE
                draft.marks.append(Mark(operator.kind, outer.start, outer.end, operator.id))
                continue
            if told and operator.polarity is Polarity.NEGATED and operator.says and draft.polarity is Polarity.NEGATED:
                draft.marks.append(Mark(operator.kind, outer.start, outer.end, operator.id))
                continue  # …した事実はないと否定した: one denial, said twice
            ends = operator.polarity is Polarity.NEGATED or operator.standing is Standing.UNDONE
            if grown and ends and not operator.says:
                break  # 対立の激化を避けた, 制裁の強化を見送った: the growth is denied, not what grows
            _apply(scene, draft, operator, outer)
            grown = grown or bool(set(outer.senses) & GROWING)
            claimed = claimed or (operator.says and outer.kind is PredicateKind.NOUN)
        _copy_alternatives(scene, draft)


def _apply_modifier(scene: Scene, draft: Draft) -> None:
    """検討する|買収, 示唆する|併合: an operator that modifies the act."""
    if draft.kind is not PredicateKind.NOUN:
        return
    for modifier in scene.drafts:
        if modifier.modifies != draft.phrase or scene.heading(draft.phrase) is not draft:
            continue
        for operator in scene.words.operators.get(modifier.lemma, ()):
            if operator.kind in (MarkKind.PLAN, MarkKind.HEDGE) and operator.standing is None:
                _set(draft, operator, Mark(operator.kind, modifier.start, modifier.end, operator.id))


def _apply_condition(scene: Scene, draft: Draft) -> None:
    """発効すれば、|禁止する: what hangs on a condition is possible, unless it is told as past."""
    if draft.link is not Link.ADVERBIAL or all(m.operator != CONDITION for m in draft.marks):
        return
    outer = scene.by_id(draft.governor)
    if outer is not None and not _is_past(scene, outer) and outer.kind is not PredicateKind.NOUN:
        outer.modality = _less_firm(outer.modality, Modality.POSSIBLE)
        outer.marks.extend(m for m in draft.marks if m.operator == CONDITION)


def _copy_alternatives(scene: Scene, draft: Draft) -> None:
    """禁じたり絞ったりしない: what the last verb denies is denied of all."""
    outer = scene.by_id(draft.governor)
    if outer is not None and draft.link is Link.CHAIN and scene.phrases[draft.phrase].ending.endswith(("たり", "だり")):
        draft.polarity, draft.modality = outer.polarity, outer.modality
        draft.marks.extend(outer.marks)


def _apply_endings(scene: Scene, draft: Draft) -> None:
    """Negation, wish, guess and condition in the predicate's own ending: しない, したい, しかねない, すれば.

    The longest ending counts: the ない of かもしれない denies nothing.
    """
    phrase = scene.phrases[draft.phrase]
    if scene.heading(draft.phrase) is not draft or draft.kind is PredicateKind.NOUN:
        return
    taken: set[int] = set()
    for form, operator in scene.words.endings:
        span = _ending_span(phrase.function, form, taken)
        if span is None:
            continue
        taken.update(range(*span))
        mark = Mark(operator.kind, phrase.function[span[0]].start, phrase.function[span[1] - 1].end, operator.id)
        _set(draft, operator, mark)
    volition = VOLITION in phrase.head.inflection or any(VOLITION in t.inflection for t in phrase.function)
    if volition and draft.modality is Modality.ACTUAL:  # 開発しようとした
        plan = next((o for form, o in scene.words.endings if form == "よう"), None)
        if plan is not None:
            _set(draft, plan, Mark(plan.kind, draft.start, draft.end, plan.id))


def _ending_span(function: tuple[Token, ...], form: str, taken: set[int]) -> tuple[int, int] | None:
    """Where an ending stands: [first, last) tokens, by surface or by the lemma of one token."""
    for first, token in enumerate(function):
        if first in taken:
            continue
        if token.lemma == form and not (token.lemma == "ない" and function[first - 1].lemma == "かねる" and first):
            return first, first + 1
        text = ""
        for last in range(first, len(function)):
            if last in taken:
                break
            text += function[last].text
            if text == form:
                return first, last + 1
            if not form.startswith(text):
                break
    return None


def _chain(scene: Scene, draft: Draft) -> Iterable[tuple[Operator, Draft, bool]]:
    """The operators over a clause, innermost first: operator, the clause it is, whether the inner one is its と."""
    seen = {draft.id}
    current = draft
    while True:
        outer = scene.by_id(current.governor)
        if outer is None or outer.id in seen:
            return
        seen.add(outer.id)
        if current.link is Link.CHAIN:
            if not _shares_scope(scene, current, outer):
                return
            current = outer
            continue
        if current.link not in SCOPE_LINKS:
            return
        if current.link is Link.ARGUMENT and current.intended:
            for intention in scene.words.operators.get(INTENDED, ()):
                yield intention, outer, False
            return
        if current.link is Link.ARGUMENT and current.via not in SCOPE_ROLES and outer.lemma not in EXISTENCE:
            return
        operator = operator_of(scene, draft, outer)
        if outer.lemma == PURPOSE and _is_past(scene, current):  # したため gives a reason
            return
        if operator is None and outer.senses and current.link is not Link.CONTENT:
            return
        if operator is not None and operator.standing is Standing.ASKED and _is_told(scene, current):
            operator = None  # …していると訴えた tells, …するよう訴えた asks
        if operator is None and not outer.senses and outer.polarity is Polarity.NEGATED:  # 覚書を更新しない
            operator = next((o for form, o in scene.words.endings if form == "ない"), None)
        if operator is not None:
            yield operator, outer, current.link is Link.CONTENT and outer.kind is not PredicateKind.NOUN
        current = outer


def _is_told(scene: Scene, draft: Draft) -> bool:
    """Whether the content is put as a fact: …していると, …しただと."""
    ending = scene.phrases[draft.phrase].ending
    told = ending.endswith(("と", "との")) and not ending.endswith(("ようと", "べきだと", "べきと"))
    return draft.link is Link.CONTENT and told and draft.kind is not PredicateKind.NOUN


def _is_past(scene: Scene, draft: Draft) -> bool:
    return any(t.text in ("た", "だ") for t in scene.phrases[draft.phrase].function)


def _shares_scope(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """会談し、合意する方針: the plan is of both. Not where the first clause has a subject of its own or is past."""
    phrase = scene.phrases[draft.phrase]
    if any(o.says for o in scene.words.operators.get(draft.lemma, ())):
        return False
    if outer.link not in (Link.CONTENT, Link.ARGUMENT):
        return False
    own = next((a for a in draft.arguments if a.role is Role.AGENT), None)
    theirs = next((a for a in outer.arguments if a.role is Role.AGENT), None)
    if own is not None and theirs is not None and own.start != theirs.start:
        return False
    return not phrase.ending.endswith(("が", "ものの", "た", "おり"))


def operator_of(scene: Scene, inner: Draft, outer: Draft) -> Operator | None:
    """The operator that a clause's predicate is to a clause inside it."""
    candidates = scene.words.operators.get(outer.lemma, ())
    special = next((o for o in candidates if o.over and set(o.over) & set(inner.senses)), None)
    return special or next((o for o in candidates if not o.over), None)


def _apply(scene: Scene, draft: Draft, operator: Operator, outer: Draft) -> None:
    """One operator on one clause; its own endings go with it (検討していない)."""
    ends = operator.standing is Standing.UNDONE or operator.polarity is Polarity.NEGATED
    if ends and not operator.says and outer.polarity is Polarity.NEGATED:
        return  # 制裁を解除しなかった, 出荷を止めていない: it stands
    _set(draft, operator, Mark(operator.kind, outer.start, outer.end, operator.id))
    if (
        operator.agent is not None
        and draft.get(Role.AGENT) is None
        and not denies_claim(scene.words, draft.lemma, operator)
    ):
        agent = outer.get(operator.agent)
        if agent is not None and _can_be_shared(agent):
            draft.add(agent)
    if outer.modality is not Modality.ACTUAL and operator.kind is not MarkKind.SPEAKER:
        draft.modality = _less_firm(draft.modality, outer.modality)
    if outer.polarity is Polarity.NEGATED and operator.kind in (MarkKind.PHASE, MarkKind.PLAN):
        draft.polarity = Polarity.NEGATED
        draft.marks.extend(m for m in outer.marks if m.kind is MarkKind.NEGATION)
    if operator.says:
        speaker = outer.get(Role.AGENT)
        if speaker is not None and speaker.mentions and speaker not in draft.sources:
            draft.sources.append(speaker)
            draft.marks.append(Mark(MarkKind.SPEAKER, speaker.start, speaker.end, operator.id))


def _can_be_shared(argument: Argument) -> bool:
    return bool(argument.mentions)


def _set(draft: Draft, operator: Operator, mark: Mark) -> None:
    if operator.polarity is Polarity.NEGATED:
        negated = draft.polarity is Polarity.NEGATED
        draft.polarity = Polarity.AFFIRMED if negated else Polarity.NEGATED
    if operator.modality is not None:
        draft.modality = _less_firm(draft.modality, operator.modality)
    if operator.standing is not None and draft.standing is Standing.ASSERTED:
        draft.standing = operator.standing
    draft.marks.append(mark)


def _less_firm(one: Modality, other: Modality) -> Modality:
    return max(one, other, key=FIRMNESS.__getitem__)
