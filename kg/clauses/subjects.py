"""Clause chain → agent: subjects shared over a sentence.

会談し、合意した share one; 関与する方針を示した and 規制を強化した take that of the governing clause.
"""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import denies_claim, inside_brackets, is_actor, main_clause
from kg.clauses.draft import VOLITION, Draft, Link, Scene
from kg.clauses.mending import has_speaker
from kg.model import Argument, Found, PredicateKind, Role

UPWARD = (Link.CHAIN, Link.ADVERBIAL, Link.CONTENT, Link.ARGUMENT, Link.COMPOUND)
SCOPE_ROLES = (Role.THEME, Role.CONTENT, Role.TARGET, Role.GOAL, Role.ORIGIN)


def share_subjects(scene: Scene) -> None:
    """Give clauses without an agent that of the clause they hang on, or of the one before them in a chain."""
    _extend_topic(scene)
    order = sorted(scene.drafts, key=lambda d: -d.start)
    for draft in order:  # from the end of the sentence: the main clause first
        _take_from_governor(scene, draft)
        _take_theme(scene, draft)
    for draft in reversed(order):
        _give_to_governor(scene, draft)
    for draft in order:
        _take_from_governor(scene, draft)


def _extend_topic(scene: Scene) -> None:
    """首相は|会談し、|カナダが|関税を下げることで|合意した: the topic is the subject of the last clause too."""
    main = main_clause(scene)
    if main is None or not needs_agent(scene, main):
        return
    for draft in sorted(scene.drafts, key=lambda d: d.start):
        topic = next((a for a in draft.arguments if a.found is Found.TOPIC and a.role is Role.AGENT), None)
        if topic is None or draft.link not in (Link.CHAIN, Link.CONTENT) or inside_brackets(scene, topic.start):
            continue
        outer: Draft | None = draft
        while outer is not None and outer is not main and outer.link in (Link.CHAIN, Link.CONTENT):
            above = scene.by_id(outer.governor)
            if outer.link is Link.CONTENT and (above is None or not has_speaker(scene, above)):
                break
            outer = above
        if outer is main and is_actor(scene, topic):
            main.add(replace(topic, found=Found.SHARED))
        return


def needs_agent(scene: Scene, draft: Draft) -> bool:
    """Whether the clause lacks the agent that its case frame has."""
    if draft.kind is PredicateKind.DESCRIPTION or draft.get(Role.AGENT) is not None:
        return False
    cases = scene.words.cases(draft.lemma)
    if draft.passive:  # who did it is left out on purpose
        return False
    subject = cases.get("が", Role.AGENT)
    return subject is Role.AGENT or (subject is Role.THEME and "を" in cases and draft.get(Role.THEME) is not None)


def _take_from_governor(scene: Scene, draft: Draft) -> None:
    """The governing clause's agent: 日本は〔撤回を〕求め〔た〕. Relative clauses have their own."""
    if not needs_agent(scene, draft) or draft.link not in UPWARD:
        return
    outer = scene.by_id(draft.governor)
    if outer is None:
        return
    bound = draft.link is not Link.ADVERBIAL and not draft.intended
    if draft.kind is PredicateKind.NOUN and bound and not _hands_down(scene, draft, outer):
        return
    if draft.link is Link.CONTENT and not _hands_down(scene, draft, outer):
        return
    if draft.link is Link.ARGUMENT and draft.via not in SCOPE_ROLES and not draft.intended:
        return
    if any(denies_claim(scene.words, draft.lemma, o) for o in scene.words.operators.get(outer.lemma, ())):
        return
    if draft.kind is PredicateKind.NOUN and _take_inner_agent(scene, draft):
        return
    if draft.link is Link.CONTENT and _chained_subject(scene, draft) is not None:
        return  # 軍艦が海域に入り、|接近したと|発表した: who came near is who entered
    chained = draft.link in (Link.CHAIN, Link.ADVERBIAL)
    agent = outer.get(Role.AGENT) if chained else _controller(scene, outer)
    if chained and outer.passive:  # 差し止めを求めたが、|地裁に退けられた: the subject, not who did it
        agent = next((a for a in outer.arguments if a.role is Role.THEME and a.found is Found.TOPIC), None)
    if agent is not None and draft.link is Link.CHAIN and agent.found is Found.TOPIC and agent.start > draft.end:
        return  # 反発、|外務省は|…を要求: the topic comes after
    if agent is not None and is_actor(scene, agent):
        draft.add(replace(agent, role=Role.AGENT, found=Found.SHARED))


def _take_inner_agent(scene: Scene, draft: Draft) -> bool:
    """中国による|輸出規制の|強化: who restricts is who strengthens."""
    theme = draft.get(Role.THEME)
    inner = scene.by_id(theme.clause) if theme is not None else None
    agent = inner.get(Role.AGENT) if inner is not None else None
    if inner is None or agent is None or agent.found in (Found.SHARED, Found.ZERO):
        return False
    draft.add(replace(agent, found=Found.SHARED))
    return True


def _chained_subject(scene: Scene, draft: Draft) -> Argument | None:
    """The が of a clause that goes before in the chain."""
    chained = (d for d in scene.drafts if d.link is Link.CHAIN and d.governor == draft.id)
    return next((a for d in chained for a in d.arguments if a.role is Role.AGENT and a.case == "が"), None)


def _take_theme(scene: Scene, draft: Draft) -> None:
    """Xは買収され、|本社を移した: the topic is what the passive happened to."""
    outer = scene.by_id(draft.governor)
    if not draft.passive or draft.link is not Link.CHAIN or outer is None or draft.get(Role.THEME) is not None:
        return
    topic = next((a for a in outer.arguments if a.found is Found.TOPIC and a.end <= draft.start), None)
    if topic is not None and topic.mentions:
        draft.add(replace(topic, role=Role.THEME, found=Found.SHARED))


def _controller(scene: Scene, outer: Draft) -> Argument | None:
    """Whose act the inner clause is: of 求める whoever is asked, of 検討する and 許可する else the agent."""
    operators = scene.words.operators.get(outer.lemma, ())
    operator = next((o for o in operators if o.agent is not None), None)
    if operator is None or operator.agent is None:
        return outer.get(Role.AGENT)
    found = outer.get(operator.agent)
    if found is None and operator.standing is None:
        return outer.get(Role.AGENT)
    return found


def _hands_down(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Whether the governing predicate is an operator that hands its agent down, or a chain of such."""
    operators = scene.words.operators.get(outer.lemma, ())
    if draft.link is Link.CONTENT and outer.kind is PredicateKind.NOUN and not operators:  # …を求める決議案を準備
        return True
    if draft.link is Link.CONTENT and draft.modifies is not None:  # 回収する|試験採取: one act
        return True
    if draft.link is Link.CONTENT and outer.lemma == "する" and _is_willed(scene, draft):
        return True
    if operators:
        return any(o.agent is not None for o in operators)
    return not outer.senses and draft.link is not Link.CONTENT


def _is_willed(scene: Scene, draft: Draft) -> bool:
    """買収しようと|した: the form of trying."""
    phrase = scene.phrases[draft.phrase]
    return any(
        VOLITION in inflection for inflection in (phrase.head.inflection, *(t.inflection for t in phrase.function))
    )


def _give_to_governor(scene: Scene, draft: Draft) -> None:
    """会談し、合意した: a subject that stands in the first clause is the second's too."""
    if draft.link not in (Link.CHAIN, Link.ADVERBIAL) or draft.passive:
        return
    if draft.link is Link.ADVERBIAL and not draft.concurrent:
        return
    outer = scene.by_id(draft.governor)
    if outer is None or not needs_agent(scene, outer):
        return
    agent = draft.get(Role.AGENT)
    if agent is None or not (is_actor(scene, agent) or agent.case == "が"):
        return
    if agent.case == "が" and scene.phrases[draft.phrase].ending.endswith(("が", "ものの", "なか", "中")):
        return
    outer.add(replace(agent, found=Found.SHARED))
