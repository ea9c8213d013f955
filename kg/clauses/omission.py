"""Sentence + Sentence → Argument: what a sentence leaves out because the one before named it.

Never over a paragraph, never over a topic of the sentence itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.clauses.actors import heads_plan, inside_brackets, is_actor, main_clause
from kg.clauses.draft import EXISTENCE, Draft, Link, Scene
from kg.clauses.subjects import needs_agent, share_subjects
from kg.model import Argument, EntityType, Found, PredicateKind, Role


def carry_topics(scenes: Sequence[Scene]) -> None:
    """Give main clauses without a subject the topic of the sentence before, within a paragraph."""
    topic: Argument | None = None
    partner: Argument | None = None
    paragraph = -1
    for scene in scenes:
        if scene.sentence.paragraph != paragraph:
            topic, partner, paragraph = None, None, scene.sentence.paragraph
        if topic is not None:
            _fill_omitted(scene, topic)
            if partner is not None:
                _fill_partner(scene, partner)
        topic = _sentence_topic(scene) or topic
        main = main_clause(scene)
        partner = main.get(Role.PARTNER) if main is not None else None


def _fill_omitted(scene: Scene, topic: Argument) -> None:
    """The sentence's main clause, and through the chain all that share its subject."""
    for draft in scene.drafts:
        if draft.link is Link.CHAIN and draft.kind is PredicateKind.SAHEN and _topic_follows(scene, draft):
            draft.add(replace(topic, role=Role.AGENT, found=Found.ZERO))
    main = main_clause(scene)
    if main is not None and main.lemma in EXISTENCE and main.get(Role.AGENT) is None:
        main = _plan_that_exists(scene, main) or main
    if main is None or not needs_agent(scene, main) or main.passive:
        return
    if main.lemma in scene.words.formal:
        return
    nominal = (PredicateKind.NOUN, PredicateKind.ADJECTIVE, PredicateKind.COPULA)
    if main.kind in nominal and not heads_plan(scene, main):
        return
    if any(
        p.topic and not p.case and p.ending.startswith("は") and not inside_brackets(scene, p.start)
        for p in scene.phrases
    ):
        return
    main.add(replace(topic, role=Role.AGENT, found=Found.ZERO))
    share_subjects(scene)


def _topic_follows(scene: Scene, draft: Draft) -> bool:
    """反発、|外務省は|…を要求: a clause before the sentence's own topic goes on with the one before."""
    outer = scene.by_id(draft.governor)
    agent = outer.get(Role.AGENT) if outer is not None else None
    follows = agent is not None and agent.found is Found.TOPIC and agent.start > draft.end
    return follows and needs_agent(scene, draft)


def _fill_partner(scene: Scene, partner: Argument) -> None:
    """〔外相は外相と会談した。〕供給網で連携を確認した: with whom is left out with who."""
    main = main_clause(scene)
    agent = main.get(Role.AGENT) if main is not None else None
    if main is None or agent is None or agent.found is not Found.ZERO or not partner.mentions:
        return
    for draft in (main, *(d for d in scene.drafts if d.governor == main.id)):
        mutual = scene.words.cases(draft.lemma).get("と") is Role.PARTNER and draft.senses
        own = draft.get(Role.AGENT)
        if mutual and draft.get(Role.PARTNER) is None and own is not None and own.start == agent.start:
            draft.add(replace(partner, found=Found.ZERO))


def _plan_that_exists(scene: Scene, main: Draft) -> Draft | None:
    """〔日本には〕対抗する狙いがある: whose plan it is was left out, not who exists."""
    theme = main.get(Role.THEME)
    plan = scene.by_id(theme.clause) if theme is not None else None
    return plan if plan is not None and plan.kind is PredicateKind.NOUN and heads_plan(scene, plan) else None


def _sentence_topic(scene: Scene) -> Argument | None:
    """Who the sentence is about: the main clause's agent, else the first actor under は or が."""
    main = main_clause(scene)
    own = main.get(Role.AGENT) if main is not None else None
    if own is not None and is_actor(scene, own) and own.found is not Found.GENITIVE:
        return own
    subjects = [
        a
        for d in sorted(scene.drafts, key=lambda d: d.start)
        for a in d.arguments
        if a.role is Role.AGENT and a.found in (Found.TOPIC, Found.OVERT, Found.BARE) and is_actor(scene, a)
    ]
    topics = [a for a in subjects if a.found is Found.TOPIC]
    chosen = (topics or subjects)[:1]
    return chosen[0] if chosen and all(m.type is not EntityType.PLACE for m in chosen[0].mentions) else None
