"""Clause + Clause → target: whom an act of speech addresses, where the text leaves it to the clauses around.

非難し、撤回を求めた: the one blamed is asked; 禁止したことを受け、抗議した: who banned.
"""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import is_actor, same_actor
from kg.clauses.draft import Draft, Link, Scene
from kg.model import Argument, Found, PredicateKind, Role, Standing

ADDRESSED = (Role.TARGET, Role.THEME)


def share_addressees(scene: Scene) -> None:
    """Give acts of speech without an addressee that of a clause beside them, or who did what they answer to.

    非難し、撤回を求めた: the one blamed is asked; 禁止したことを受け、抗議した: who banned.
    """
    for draft in sorted(scene.drafts, key=lambda d: -d.start):  # the outer act first: it hands its addressee down
        if not scene.words.operators.get(draft.lemma) and not draft.senses:
            continue
        cases = scene.words.cases(draft.lemma)
        if cases.get("に") is not Role.TARGET or draft.get(Role.TARGET) is not None:
            continue
        theme = draft.get(Role.THEME)
        if theme is not None and is_actor(scene, theme):  # 中国を非難し
            continue
        found = _handed_down(scene, draft)
        if found is None and _addresses(scene, draft):
            found = _beside(scene, draft) or _provoker(scene, draft)
        if found is not None and not same_actor(found, draft.get(Role.AGENT)) and not _is_asked(scene, draft):
            draft.add(replace(found, role=Role.TARGET, found=Found.SHARED))
    for draft in sorted(scene.drafts, key=lambda d: -d.start):
        _let_asked_act(scene, draft)


def _is_asked(scene: Scene, draft: Draft) -> bool:
    """Whether the clause is what somebody is asked for: 撤収 in 撤収を求めた."""
    outer = scene.by_id(draft.governor)
    if outer is None or outer.kind is PredicateKind.NOUN or draft.link not in (Link.ARGUMENT, Link.CONTENT):
        return False
    operators = scene.words.operators.get(outer.lemma, ())
    return any(o.agent is Role.TARGET and o.standing is Standing.ASKED for o in operators)


def _let_asked_act(scene: Scene, draft: Draft) -> None:
    """ロシアに|抗議し、|部隊の|撤収を|求めた: who is asked, though not by 求める itself, is who is to act."""
    outer = scene.by_id(draft.governor)
    asked = outer.get(Role.TARGET) if outer is not None and _is_asked(scene, draft) else None
    if asked is not None and is_actor(scene, asked) and draft.get(Role.AGENT) is None and not draft.passive:
        draft.add(replace(asked, role=Role.AGENT, found=Found.SHARED))


def _addresses(scene: Scene, draft: Draft) -> bool:
    """Whether the predicate is an act of speech to somebody: 求める, 批判する, 拒否する."""
    return any(o.says or o.standing is Standing.ASKED for o in scene.words.operators.get(draft.lemma, ()))


def _handed_down(scene: Scene, draft: Draft) -> Argument | None:
    """The addressee of the act that the clause is the content of: 撤回を求める書簡を中国に送った."""
    outer = scene.by_id(draft.governor)
    if draft.link is Link.ARGUMENT and draft.via in (Role.TOPIC, Role.CAUSE, Role.PLACE, Role.INSTRUMENT):
        return None
    while (
        outer is not None
        and draft.link in (Link.CONTENT, Link.ARGUMENT, Link.COMPOUND)
        and scene.words.operators.get(outer.lemma)
    ):
        target = outer.get(Role.TARGET)
        if target is not None and is_actor(scene, target):
            return target
        draft, outer = outer, scene.by_id(outer.governor)
    return None


def _beside(scene: Scene, draft: Draft) -> Argument | None:
    """The addressee of the clause before or after in the chain; of one before, also who did what it speaks of."""
    linked = (Link.CHAIN, Link.ADVERBIAL)  # also 打診すると、|日産は拒んだ
    before = [d for d in scene.drafts if d.link in linked and d.governor == draft.id]
    outer = scene.by_id(draft.governor) if draft.link is Link.CHAIN else None
    for other in [*before, *([outer] if outer else [])]:
        theirs, mine = other.get(Role.AGENT), draft.get(Role.AGENT)
        if theirs is not None and mine is not None and is_actor(scene, theirs) and not same_actor(theirs, mine):
            if _answers(scene, draft, other):
                return theirs  # 中国が反発、|外務省は|撤回を要求: of whoever acted
            continue
        for role in ADDRESSED:
            argument = other.get(role)
            if argument is None:
                continue
            if is_actor(scene, argument):
                return argument
            inner = scene.by_id(argument.clause) if other is not outer else None
            agent = inner.get(Role.AGENT) if inner else None
            if agent is not None and is_actor(scene, agent):
                return agent
    return None


def _answers(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a clause with another subject is answered: its demand or refusal is to that subject."""
    asks = any(o.standing is Standing.ASKED for o in scene.words.operators.get(draft.lemma, ()))
    return asks and other.end <= draft.start


def _provoker(scene: Scene, draft: Draft) -> Argument | None:
    """Who did what the clause is an answer to: …したことを受け."""
    chain = [draft, *(d for d in scene.drafts if d.link is Link.CHAIN and d.governor == draft.id)]
    outer = scene.by_id(draft.governor) if draft.link is Link.CHAIN else None
    for clause in [*chain, *([outer] if outer else [])]:
        for argument in clause.arguments:
            if argument.role not in (Role.CAUSE, Role.TOPIC):
                continue
            inner = scene.by_id(argument.clause)
            agent = inner.get(Role.AGENT) if inner else None
            if agent is not None and is_actor(scene, agent):
                return agent
    return None
