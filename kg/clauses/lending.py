"""Clause + Clause → Argument: partners, places, plans and acts that one clause lends another."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import heads_plan, is_actor, same_actor
from kg.clauses.cases import argument_of
from kg.clauses.denote import are_actors, denoted
from kg.clauses.draft import EXISTENCE, Link, Scene
from kg.model import EntityType, Found, MarkKind, PredicateKind, Role

UNDERGO = "undergo"
MAKING = frozenset({"enact", "impose", "establish"})
"""Senses of verbs by which a law comes to be."""


def share_partners(scene: Scene) -> None:
    """ラザロ外相と会談し、協定に署名した: whom one met is whom one signs with."""
    for draft in scene.drafts:
        cases = scene.words.cases(draft.lemma)
        if cases.get("と") is not Role.PARTNER or draft.get(Role.PARTNER) is not None:
            continue
        for other in scene.drafts:
            if other.link is Link.CHAIN and other.governor == draft.id:
                partner, one, two = other.get(Role.PARTNER), other.get(Role.AGENT), draft.get(Role.AGENT)
                if one is not None and two is not None and one.start != two.start:
                    continue
                if partner is not None and partner.mentions and not same_actor(partner, draft.get(Role.AGENT)):
                    draft.add(replace(partner, found=Found.SHARED))
                    break


def lend_treaty_partners(scene: Scene) -> None:
    """カナダとの|「部隊協定」に|署名した: with whom the treaty is, one signs."""
    for draft in scene.drafts:
        if scene.words.cases(draft.lemma).get("と") is not Role.PARTNER or draft.get(Role.PARTNER) is not None:
            continue
        for noun in scene.dependents(draft.phrase):
            if noun.head.mention is None or noun.head.mention.type is not EntityType.POLICY or noun.topic:
                continue
            for partner in scene.dependents(noun.index):
                if partner.case == "と" and are_actors(denoted(scene, partner)):
                    draft.add(argument_of(scene, partner, Role.PARTNER, Found.OVERT))


def name_planners(scene: Scene) -> None:
    """豪州には…する狙いがある: whose plan it is stands under に."""
    for draft in scene.drafts:
        theme = draft.get(Role.THEME) or draft.get(Role.AGENT)
        plan = scene.by_id(theme.clause) if theme is not None else None
        if draft.lemma not in EXISTENCE or plan is None or plan.get(Role.AGENT) is not None:
            continue
        owner = next((a for a in draft.arguments if a.case == "に" and is_actor(scene, a)), None)
        if owner is not None and heads_plan(scene, plan):
            plan.add(replace(owner, role=Role.AGENT, found=Found.SHARED))


def name_owners(scene: Scene) -> None:
    """肥料を武器に使う|ロシアの|手法: whose noun it is does what the clause before it tells."""
    for draft in scene.drafts:
        phrase = scene.phrases[draft.phrase]
        if draft.link is not Link.CONTENT or phrase.governor < 0 or draft.get(Role.AGENT) is not None or draft.passive:
            continue
        for owner in scene.dependents(phrase.governor):
            if owner.case == "の" and owner.index > phrase.index and are_actors(denoted(scene, owner)):
                draft.add(argument_of(scene, owner, Role.AGENT, Found.GENITIVE))


def lend_laws(scene: Scene) -> None:
    """政府はXを規制する|法律を|施行した: what a law does, who makes it does.

    国会が|Xを優遇する|法律を|可決した: the parser gives the clause inside the subject of the verb.
    """
    for draft in scene.drafts:
        if draft.link is not Link.RELATIVE or draft.modifies is None or draft.get(Role.THEME) is None or draft.passive:
            continue
        noun = scene.phrases[draft.modifies]
        names = denoted(scene, noun)
        outer = scene.heading(noun.governor) if noun.governor >= 0 else None
        if not names or any(m.type is not EntityType.POLICY for m in names) or outer is None or outer.passive:
            continue
        if not set(outer.senses) & MAKING:
            continue
        own, theirs = draft.get(Role.AGENT), outer.get(Role.AGENT)
        if own is None and theirs is not None and is_actor(scene, theirs):
            draft.add(replace(theirs, found=Found.SHARED))
        elif own is not None and own.case == "が" and theirs is None:
            outer.add(own)


def lend_owners(scene: Scene) -> None:
    """ウクライナは|ロシアの|製油所への|攻撃を|強めた: who acts is the subject, the name under の owns what is hit."""
    for draft in scene.drafts:
        owner, hit, outer = draft.get(Role.AGENT), draft.get(Role.TARGET), scene.by_id(draft.governor)
        if owner is None or owner.found is not Found.GENITIVE or hit is None or hit.mentions or outer is None:
            continue
        actor = outer.get(Role.AGENT)
        phases = any(o.kind is MarkKind.PHASE for o in scene.words.operators.get(outer.lemma, ()))
        if not phases or actor is None or not is_actor(scene, actor) or same_actor(actor, owner):
            continue
        if owner.end <= hit.head_start:
            draft.arguments.remove(owner)
            draft.arguments[draft.arguments.index(hit)] = replace(hit, mentions=owner.mentions)
            draft.add(replace(actor, found=Found.SHARED))


def lend_arguments(scene: Scene) -> None:
    """米国がEUにかける|関税, 中国に科した|制裁: the act has the participants of the light verb beside it."""
    for draft in scene.drafts:
        if draft.modifies is None or not scene.words.operators.get(draft.lemma):
            continue
        act = scene.heading(draft.modifies)
        if act is None or act.kind is not PredicateKind.NOUN or not act.senses:
            continue
        if any(t.text in ("た", "だ") for t in scene.phrases[draft.phrase].function):
            draft.settled = act.settled = True
        for argument in draft.arguments:
            lendable = argument.role in (Role.AGENT, Role.TARGET, Role.PARTNER, Role.PLACE) and argument.mentions
            if lendable and act.get(argument.role) is None and argument.head_start != act.start:
                act.add(replace(argument, found=Found.SHARED))


def lend_victims(scene: Scene) -> None:
    """イランは米軍の空爆を受けた: who undergoes the act is its target."""
    for draft in scene.drafts:
        victim, theme = draft.get(Role.AGENT), draft.get(Role.THEME)
        act = scene.by_id(theme.clause) if theme is not None else None
        if UNDERGO not in draft.senses or victim is None or act is None or not act.senses:
            continue
        if act.get(Role.TARGET) is None and not same_actor(victim, act.get(Role.AGENT)):
            act.add(replace(victim, role=Role.TARGET, found=Found.SHARED))


def share_places(scene: Scene) -> None:
    """Hand the place of an operator down to what it works on: 南鳥島沖で開発を検討."""
    for draft in sorted(scene.drafts, key=lambda d: -d.start):
        outer = scene.by_id(draft.governor)
        if outer is None or draft.link not in (Link.ARGUMENT, Link.CONTENT) or outer.lemma not in scene.words.operators:
            continue
        for role in (Role.PLACE, Role.TARGET, Role.GOAL, Role.PARTNER, Role.ORIGIN):
            place = outer.get(role)
            if place is None or not place.mentions or draft.get(role) is not None:
                continue
            if (
                (role is Role.PARTNER and scene.words.cases(draft.lemma).get("と") is Role.PARTNER)
                or role is Role.PLACE
                or (role is Role.ORIGIN and "から" in scene.words.cases(draft.lemma))
                or "を" not in scene.words.cases(outer.lemma)
            ):  # 同社と契約を結ぶ
                draft.add(replace(place, found=Found.SHARED))


def inherit_agents(scene: Scene) -> None:
    """中国が握る|供給の|独占的地位: two predicates of one sense over one thing have one agent."""
    for draft in scene.drafts:
        theme = draft.get(Role.THEME)
        if draft.get(Role.AGENT) is not None or theme is None or theme.found is not Found.GENITIVE:
            continue
        for other in scene.drafts:
            same = set(other.senses) & set(draft.senses)
            modified = (
                scene.phrases[other.modifies] if other.link is Link.RELATIVE and other.modifies is not None else None
            )
            agent = other.get(Role.AGENT)
            if (
                same
                and agent is not None
                and modified is not None
                and modified.start <= theme.head_start < modified.end
            ):
                draft.add(replace(agent, found=Found.SHARED))
                break
