"""Clause + Clause → Argument: partners, places, plans and acts that one clause lends another."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import heads_plan, is_actor, same_actor
from kg.clauses.draft import Link, Scene
from kg.model import Found, PredicateKind, Role

EXISTENCE = ("ある", "ない", "有る", "無い")
UNDERGO = "undergo"


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
        for role in (Role.PLACE, Role.TARGET, Role.GOAL, Role.PARTNER):
            place = outer.get(role)
            if place is None or not place.mentions or draft.get(role) is not None:
                continue
            if (
                (role is Role.PARTNER and scene.words.cases(draft.lemma).get("と") is Role.PARTNER)
                or role is Role.PLACE
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
