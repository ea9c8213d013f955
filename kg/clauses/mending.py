"""Clause → Clause: subjects that the parser hung on the wrong verb go to their own."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import inside_brackets, is_actor
from kg.clauses.draft import EXISTENCE, Draft, Link, Scene
from kg.model import Argument, Found, PredicateKind, Role

HEARSAY = "いう"
"""…という: nobody in the sentence says it, so its topic is that of what is told."""


def mend_subjects(scene: Scene) -> None:
    """Two subjects of one verb: the second is that of a clause between, the topic that of the verb.

    トランプ氏は、|サウジが|開いた会議で|演説した; ロシア国防省は、|…する計画は|なかったと|主張した.
    """
    for draft in scene.drafts:
        marked = [a for a in draft.arguments if a.case == "が" and a.found is Found.OVERT]
        if len(marked) > 1:
            _lower_first_subject(scene, draft, marked[0], marked[1])
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
            _lower_subject(scene, draft, subjects[0], topic) or _lower_topic(scene, draft, subjects[0], topic)
        elif len(topics) > 1 or _earlier_topic(scene, draft, topic) is not None:
            _lower_inner_topic(scene, draft, topics)


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
        formal = draft.kind is PredicateKind.COPULA and draft.lemma in scene.words.formal
        lasting = draft.kind is PredicateKind.COPULA and draft.lemma in scene.words.concurrent  # 凍結した|ままだ
        if not formal and not lasting and draft.lemma != HEARSAY:
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


def _lower_first_subject(scene: Scene, draft: Draft, first: Argument, second: Argument) -> None:
    """日本郵船が|運航する|船が|拿捕された: of two が, the first is of the clause that modifies the second."""
    for below in scene.drafts:
        between = first.end <= below.start and below.end <= second.start
        if between and below.link in (Link.RELATIVE, Link.CONTENT) and below.get(Role.AGENT) is None:
            draft.arguments.remove(first)
            below.add(replace(first, role=Role.AGENT))
            return


def _lower_topic(scene: Scene, draft: Draft, subject: Argument, topic: Argument) -> bool:
    """ロシアは|倉庫を攻撃し、|民家が|焼けた: the topic is the subject of the clauses before the one with its own."""
    chained = [
        d
        for d in scene.drafts
        if d.link is Link.CHAIN and d.governor == draft.id and topic.end <= d.start and d.end <= subject.start
    ]
    open_ones = [d for d in chained if d.get(Role.AGENT) is None and not d.passive]
    for clause in open_ones:
        clause.add(replace(topic, role=Role.AGENT))
    if open_ones:
        draft.arguments.remove(topic)
    return bool(open_ones)


def _earlier_topic(scene: Scene, draft: Draft, topic: Argument) -> Argument | None:
    """The topic of a clause before in the chain, where the sentence goes on about it."""
    for other in scene.drafts:
        if other.link is Link.CHAIN and other.governor == draft.id and other.end <= topic.start:
            found = next((a for a in other.arguments if a.found is Found.TOPIC and a.role is Role.AGENT), None)
            if found is not None:
                return found
    return None


def _lower_inner_topic(scene: Scene, draft: Draft, topics: list[Argument]) -> None:
    """副大統領は|島を訪れ、|デンマークは|…してこなかったと|批判した: the second は stands inside what is said."""
    inner = next((d for d in scene.drafts if d.link is Link.CONTENT and d.governor == draft.id), None)
    later = topics[-1]
    if inner is None or inner.get(Role.AGENT) is not None or later.end > inner.start or not has_speaker(scene, draft):
        return
    first = topics[0] if len(topics) > 1 else _earlier_topic(scene, draft, later)
    draft.arguments.remove(later)
    inner.add(replace(later, role=Role.AGENT))
    if first is not None and draft.get(Role.AGENT) is None:
        draft.arguments.insert(0, replace(first, role=Role.AGENT))


def lower_existence(scene: Scene) -> None:
    """イランが|…を挑発する|恐れが|ある: the subject is that of what may happen, not of ある."""
    for draft in scene.drafts:
        if draft.lemma not in EXISTENCE:
            continue
        plan = next((scene.by_id(a.clause) for a in draft.arguments if a.clause is not None), None)
        inner = next((d for d in scene.drafts if plan is not None and d.governor == plan.id), None)
        if inner is None or inner.link is not Link.CONTENT:
            continue
        own = any(a.case == "が" and a.clause is None and is_actor(scene, a) for a in draft.arguments)
        for argument in [a for a in draft.arguments if a.clause is None and a.end <= inner.start]:
            if own and argument.found is Found.TOPIC:
                continue  # 国防総省は|中国が|…する恐れがあると|指摘した
            subject = argument.case == "が" or (argument.found is Found.TOPIC and not argument.case)
            role = Role.AGENT if subject else scene.words.cases(inner.lemma).get(argument.case)
            if argument.case == "に" and is_actor(scene, argument):
                continue  # 豪州には|…する狙いがある
            if subject and (inner.passive or not is_actor(scene, argument)):
                role = Role.THEME if inner.passive else None
            if role is not None and inner.get(role) is None and (subject or argument.found is Found.OVERT):
                draft.arguments.remove(argument)
                inner.add(replace(argument, role=role))


def _lower_subject(scene: Scene, draft: Draft, subject: Argument, topic: Argument) -> bool:
    between = [
        d
        for d in scene.drafts
        if subject.end <= d.start and d.end <= draft.start and d.link in (Link.RELATIVE, Link.CONTENT)
    ]
    below = next((d for d in between if d.get(Role.AGENT) is None and not d.passive), None)
    if below is None:
        below = _nominal_act(scene, draft)
    if below is None:
        return False
    draft.arguments.remove(subject)
    below.add(subject)
    draft.arguments.remove(topic)
    draft.arguments.insert(0, replace(topic, role=Role.AGENT))
    return True
