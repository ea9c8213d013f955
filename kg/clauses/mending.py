"""Clause → Clause: subjects that the parser hung on the wrong verb go to their own."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import inside_brackets, is_actor
from kg.clauses.draft import Draft, Link, Scene
from kg.model import Argument, Found, PredicateKind, Role

HEARSAY = "いう"
"""…という: nobody in the sentence says it, so its topic is that of what is told."""
FORMAL = ("もの", "の", "こと", "わけ", "ため", "形", "格好")


def mend_subjects(scene: Scene) -> None:
    """Two subjects of one verb: the second is that of a clause between, the topic that of the verb.

    トランプ氏は、|サウジが|開いた会議で|演説した; ロシア国防省は、|…する計画は|なかったと|主張した.
    """
    for draft in scene.drafts:
        subjects = [a for a in draft.arguments if a.case == "が" and a.role is Role.AGENT and is_actor(scene, a)]
        topics = [a for a in draft.arguments if a.found is Found.TOPIC and a.case == "" and is_actor(scene, a)]
        if not topics:
            continue
        topic = topics[0]
        outer = (
            scene.by_id(draft.governor)
            if draft.link is Link.CONTENT and not inside_brackets(scene, topic.start)
            else None
        )
        if outer is not None and outer.get(Role.AGENT) is None and has_speaker(scene, outer):
            draft.arguments.remove(topic)
            outer.add(replace(topic, role=Role.AGENT))
        elif subjects and topic.end <= subjects[0].start:
            _lower_subject(scene, draft, subjects[0], topic)


def has_speaker(scene: Scene, outer: Draft) -> bool:
    """Whether somebody says the content: 反発する, …だとして; not とみられる, という."""
    if outer.passive or outer.kind is PredicateKind.NOUN:
        return False
    said = any(o.says and o.agent is not None for o in scene.words.operators.get(outer.lemma, ()))
    blamed = scene.words.cases(outer.lemma).get("に") is Role.TARGET
    return said or blamed or outer.lemma == "する"


def lower_formal_subjects(scene: Scene) -> None:
    """中国が|規制を緩めたことに|応じたもので、: the subject of もの is that of the first verb inside it."""
    for draft in scene.drafts:
        formal = draft.kind is PredicateKind.COPULA and draft.lemma in FORMAL
        if not formal and draft.lemma != HEARSAY:
            continue
        agent = next(
            (
                a
                for a in draft.arguments
                if a.role is Role.AGENT and (a.case == "が" or not formal) and is_actor(scene, a)
            ),
            None,
        )
        if agent is None:
            continue
        below = next(
            (
                d
                for d in sorted(scene.drafts, key=lambda d: d.start)
                if agent.end <= d.start < draft.start and d.kind in (PredicateKind.VERB, PredicateKind.SAHEN)
            ),
            None,
        )
        if below is not None and below.get(Role.AGENT) is None and not below.passive:
            draft.arguments.remove(agent)
            below.add(agent)


def _nominal_act(scene: Scene, draft: Draft) -> Draft | None:
    """首相は、|欧州委員会が|センターの設立方針を|歓迎: the act inside the theme whose subject was left a verb."""
    theme = draft.get(Role.THEME)
    act = scene.by_id(theme.clause) if theme is not None else None
    while act is not None and scene.words.operators.get(act.lemma):
        inner = act.get(Role.THEME)
        act = scene.by_id(inner.clause) if inner is not None else None
    return act if act is not None and act.get(Role.AGENT) is None else None


def _lower_subject(scene: Scene, draft: Draft, subject: Argument, topic: Argument) -> None:
    between = [
        d
        for d in scene.drafts
        if subject.end <= d.start and d.end <= draft.start and d.link in (Link.RELATIVE, Link.CONTENT)
    ]
    below = next((d for d in between if d.get(Role.AGENT) is None and not d.passive), None)
    if below is None:
        below = _nominal_act(scene, draft)
    if below is None:
        return
    draft.arguments.remove(subject)
    below.add(subject)
    draft.arguments.remove(topic)
    draft.arguments.insert(0, replace(topic, role=Role.AGENT))
