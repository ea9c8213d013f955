"""Clause + the noun it modifies → Argument: the gap of a relative clause.

中国が握るレアアース: レアアース is the theme of 握る. レアアースを握る中国: 中国 is its agent. 米国と組むマーデン: the
agent; 米国が組むマーデン: the partner. Nouns that the clause is merely about (計画, こと) were linked as content.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.clauses.cases import argument_of
from kg.clauses.denote import ACTORS, denoted, whole_list
from kg.clauses.draft import Draft, Link, Scene
from kg.clauses.phrases import Phrase, is_predicate_form
from kg.model import EntityType, Found, Mention, PredicateKind, Role

GOODS = frozenset({EntityType.RESOURCE, EntityType.PRODUCT})
PEOPLE = frozenset({EntityType.PERSON, EntityType.GOV, EntityType.ORG, EntityType.COMPANY, EntityType.COUNTRY})


def fill_relative_gaps(scene: Scene) -> None:
    """Give every relative clause the noun it modifies, under the role that is open."""
    for draft in scene.drafts:
        if draft.link is not Link.RELATIVE or draft.modifies is None:
            continue
        noun = whole_list(scene, scene.phrases[draft.modifies])
        role = _gap(scene, draft, noun)
        event = scene.heading(noun.index)
        if event is not None and event.senses and not denoted(scene, noun) and draft.get(Role.AGENT) is None:
            draft.link, draft.governor = Link.CONTENT, event.id  # レアアースを回収する|試験採取
            continue
        if role is not None:
            draft.add(argument_of(scene, noun, role, Found.RELATIVE))
        above = scene.heading(noun.index)
        if above is not None and draft.governor is None:
            draft.governor = above.id


def fill_clefts(scene: Scene) -> None:
    """見直したのは|トランプ氏だ: the noun after のは fills what the clause before it lacks."""
    for phrase in scene.phrases:
        inner = scene.heading(phrase.index) if phrase.nominalised and phrase.topic and not phrase.case else None
        noun = scene.phrases[phrase.governor] if inner is not None and phrase.governor >= 0 else None
        if inner is None or noun is None or is_predicate_form(noun) or noun.case or not denoted(scene, noun):
            continue
        if any(t.lemma == "ない" for t in noun.function):
            continue
        role = _gap(scene, inner, noun)
        if role is not None and inner.get(role) is None:
            inner.add(argument_of(scene, noun, role, Found.RELATIVE))


def fill_nominal_relatives(scene: Scene) -> None:
    """米財務省主催の|会合: a noun predicate with its agent beside it modifies its theme."""
    for draft in scene.drafts:
        phrase = scene.phrases[draft.phrase]
        agent = draft.get(Role.AGENT)
        if phrase.case != "の" or phrase.governor < 0 or agent is None or agent.found is not Found.COMPOUND:
            continue
        if (
            draft.get(Role.THEME) is None
            and "を" in scene.words.cases(draft.lemma)
            and scene.heading(phrase.index) is draft
        ):
            noun = whole_list(scene, scene.phrases[phrase.governor])
            if denoted(scene, noun):
                draft.add(argument_of(scene, noun, Role.THEME, Found.RELATIVE))


def _has_chained_subject(scene: Scene, draft: Draft) -> bool:
    """中国が主導して設立した銀行: 中国 is the subject of both."""
    chained = (d for d in scene.drafts if d.link is Link.CHAIN and d.governor == draft.id)
    return any(a.role is Role.AGENT and a.case == "が" for d in chained for a in d.arguments)


def _beside_subject(
    draft: Draft, names: tuple[Mention, ...], cases: Mapping[str, Role], *, needs_theme: bool
) -> Role | None:
    """The open role of a clause that has its subject: the object, else what its frame has under に, と, で."""
    if needs_theme and cases.get("を") is not None:
        return cases["を"]
    good = bool(names) and all(m.type in GOODS for m in names)
    for case in ("に", "と", "で"):
        role = cases.get(case)
        if role is not None and draft.get(role) is None and not (good and role in (Role.TARGET, Role.PARTNER)):
            return role
    return Role.PLACE if draft.get(Role.PLACE) is None else None


def _gap(scene: Scene, draft: Draft, noun: Phrase) -> Role | None:
    """The open role that the modified noun fits."""
    names = denoted(scene, noun)
    cases = scene.words.cases(draft.lemma)
    subject = cases.get("が", Role.AGENT)
    acts = bool(names) and all(m.type in ACTORS for m in names)
    person = bool(names) and all(m.type in PEOPLE for m in names)
    if "副詞可能" in noun.head.tag and not names:  # 抗議した翌日
        return None
    if draft.kind in (PredicateKind.ADJECTIVE, PredicateKind.COPULA):
        return subject if draft.get(subject) is None else None  # 安価な|原油
    has_subject = draft.get(subject) is not None or _has_chained_subject(scene, draft)
    has_theme = draft.get(Role.THEME) is not None
    takes_theme = "を" in cases or (draft.kind is PredicateKind.SAHEN and not cases)
    if draft.passive:
        return Role.THEME if not has_theme else (Role.TARGET if draft.get(Role.TARGET) is None else None)
    if noun.case == "で" and not has_subject and Role.GOAL in cases.values() and draft.get(Role.GOAL) is None:
        return Role.GOAL  # 訪れた|ペルーで
    if has_subject:
        return _beside_subject(draft, names, cases, needs_theme=takes_theme and not has_theme)
    if subject is Role.THEME:
        return Role.THEME if not has_theme else None
    if person or (acts and has_theme):
        return Role.AGENT
    if names and not acts and takes_theme and not has_theme:
        return cases.get("を", Role.THEME)
    if acts and not takes_theme:
        return Role.AGENT
    goods = bool(names) and all(m.type in GOODS for m in names)
    if goods and has_theme and cases.get("に") is Role.TARGET and draft.get(Role.TARGET) is None:
        return Role.TARGET  # 関税をかけた|大豆
    if not names and takes_theme and not has_theme and draft.get(cases.get("を", Role.THEME)) is None:
        return cases.get("を", Role.THEME)
    return Role.AGENT if not names else None
