"""Phrase → Argument: what hangs on a predicate, by the case that marks it."""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.actors import is_actor
from kg.clauses.denote import ACTORS, BODIES, denoted, is_amount, list_members
from kg.clauses.draft import Draft, Link, Scene, make_argument
from kg.clauses.phrases import Phrase, is_predicate_form
from kg.model import Argument, EntityType, Found, MarkKind, Mention, PredicateKind, Role, TimeExpression

INTENDED = "を念頭に"
PASSIVE_AGENT_CASES = ("に", "によって", "から")
ADVERBIAL = ("形状詞", "副詞", "名詞-普通名詞-副詞可能", "名詞-普通名詞-形状詞可能")
GIVING = frozenset({"supply", "aid", "give", "deploy", "sell_off", "invest", "tell", "announce"})
"""Senses of verbs whose に, in the passive too, is who gets something."""
MEASURE_TAGS = ("名詞-数詞", "接尾辞-名詞的-助数詞")


def add_cased_arguments(scene: Scene) -> None:
    """Give each clause that heads its phrase the phrases that hang on it."""
    for draft in scene.drafts:
        if scene.heading(draft.phrase) is not draft:
            continue
        for dependent in scene.dependents(draft.phrase):
            if dependent.index in scene.used and dependent.index == draft.phrase - 1 and draft.start == dependent.start:
                _lift_idiom_members(scene, draft, dependent)
                continue
            _add_dependent(scene, draft, dependent)
        if draft.causative:
            _undo_causative(scene, draft)


def _undo_causative(scene: Scene, draft: Draft) -> None:
    """メキシコに|関税を|撤回させた, 企業を|参加させた: who is made to act is the subject, the maker the cause."""
    cases = scene.words.cases(draft.lemma)
    subject = cases.get("が", Role.AGENT)
    made = next((a for a in draft.arguments if a.case == "に" and a.role is Role.AGENT), None)
    if made is None and cases and "を" not in cases:
        made = next((a for a in draft.arguments if a.case == "を"), None)
        if made is not None and subject is Role.AGENT and not is_actor(scene, made):  # 交渉を|成功させた
            return
    if made is None and subject is Role.THEME:  # 議会は|法案を|成立させた
        draft.arguments = [
            replace(a, role=Role.AGENT) if a.role is subject and a.case != "を" else a for a in draft.arguments
        ]
    if made is None:
        return
    makers = [a for a in draft.arguments if a is not made and (a.case == "が" or a.found is Found.TOPIC)]
    others = [a for a in draft.arguments if a is not made and a not in makers]
    role = Role.CAUSE if subject is Role.AGENT else Role.AGENT
    draft.arguments = [*(replace(a, role=role) for a in makers), replace(made, role=subject), *others]


def _lift_idiom_members(scene: Scene, draft: Draft, noun: Phrase) -> None:
    """What hangs on the noun of a fixed expression belongs to the whole: 中国との合意に達する."""
    for dependent in scene.dependents(noun.index):
        _add_dependent(scene, draft, dependent)


def _add_dependent(scene: Scene, draft: Draft, dependent: Phrase) -> None:
    """Add one phrase as an argument, a time or a clause linked to its noun."""
    time = time_of(scene, dependent)
    if time is not None:
        if draft.time is None or draft.time.start > time.start:
            draft.time = time
        draft.add(make_argument(scene, Role.TIME, dependent.case, Found.OVERT, dependent.content, ()))
        return
    if is_predicate_form(dependent) and not dependent.nominalised:
        return
    if dependent.adnominal or _is_coordinate(scene, draft, dependent) or _is_conjunction(dependent):
        return
    if dependent.case == "に" and dependent.head.tag.startswith("形状詞") and dependent.head.mention is None:
        return  # 全面的に, 大幅に
    if dependent.case == "で" and dependent.comma and dependent.head.text in scene.words.contents:  # …もので、
        return
    if _is_inner_member(scene, dependent, draft.phrase):
        return
    role, found = role_of(scene, draft, dependent)
    if role is None:
        return
    argument = argument_of(scene, dependent, role, found)
    if role is Role.SOURCE:
        draft.sources.append(argument)
        return
    draft.add(argument)
    inner = scene.by_id(argument.clause)
    if inner is not None and inner.governor is None:
        inner.governor, inner.link, inner.via = draft.id, Link.ARGUMENT, _scope_role(scene, dependent, role)
        inner.intended = dependent.case == INTENDED


def _scope_role(scene: Scene, phrase: Phrase, role: Role) -> Role:
    """…することで合意, …することに同意: what こと carries is content, whatever the case."""
    carried = phrase.nominalised or phrase.head.text in ("こと", "旨", "の")
    plans = (o.kind is MarkKind.PLAN for o in scene.words.operators.get(phrase.head.text, ()))
    outer = scene.phrases[phrase.governor].head.text if phrase.governor >= 0 else ""
    agreed = any(o.id == "agree" for o in scene.words.operators.get(outer, ()))
    carried = carried or (phrase.case == "で" and (any(plans) or agreed))  # …する方向で調整, 制裁の解除で合意
    return Role.CONTENT if carried and role in (Role.TOPIC, Role.TARGET, Role.PLACE, Role.GOAL, Role.THEME) else role


def _is_conjunction(phrase: Phrase) -> bool:
    return phrase.index == 0 and phrase.head.text + phrase.ending == "ところが"


def _is_coordinate(scene: Scene, draft: Draft, dependent: Phrase) -> bool:
    """Whether a phrase is no argument but goes beside the predicate: 安全確保と|多様化, 売却拒否も、|…と主張."""
    heading = scene.heading(dependent.index)
    if heading is not None and heading.kind in (PredicateKind.SAHEN, PredicateKind.COPULA):
        return True
    return draft.kind is PredicateKind.NOUN and (dependent.listing != "" or dependent.ending.startswith("など"))


def _is_inner_member(scene: Scene, phrase: Phrase, governor: int) -> bool:
    """Whether the phrase belongs to a list whose last member speaks for it."""
    if not phrase.listing and not (phrase.comma and not phrase.case and not phrase.topic and not phrase.function):
        return False
    beside = (governor, phrase.governor)
    later = (p for p in scene.phrases[phrase.index + 1 :] if p.governor in beside and p.index != phrase.governor)
    if any(phrase in list_members(scene, p) for p in later):
        return True
    above = scene.phrases[phrase.governor] if phrase.governor >= 0 else None
    return above is not None and phrase in list_members(scene, above)


def argument_of(scene: Scene, phrase: Phrase, role: Role, found: Found) -> Argument:
    """A noun phrase as an argument: its names, its clause, its span with modifiers right before it."""
    inner = scene.heading(phrase.index)
    if inner is None and is_amount(scene, phrase):  # ガリウム生産の|9割
        counted = next((p for p in scene.dependents(phrase.index) if p.case == "の"), None)
        inner = scene.heading(counted.index) if counted is not None else None
    names = denoted(scene, phrase)
    if role is Role.AGENT and names and all(m.type is EntityType.PRODUCT for m in names):
        names = _crew(scene, phrase) or names
    start = phrase_start(scene, phrase)
    clause = inner.id if inner is not None else _content_clause(scene, phrase)
    return make_argument(scene, role, phrase.case, found, phrase.content, names, start=start, clause=clause)


def _crew(scene: Scene, phrase: Phrase) -> tuple[Mention, ...]:
    """タイ軍の|F16, 中国海軍の|空母「福建」, 米軍のB2: whose weapon or ship acts."""
    inside = tuple(m.mention for m in phrase.content if m.mention is not None and m.mention.type in BODIES)
    if inside:
        return inside[-1:]
    owners = [p for p in scene.dependents(phrase.index) if p.case == "の"]
    names = denoted(scene, owners[-1]) if owners else ()
    return names if all(m.type in BODIES for m in names) else ()


def _content_clause(scene: Scene, phrase: Phrase) -> int | None:
    """The clause that こと, の or a content noun without a sense carries: 禁止したことを受け."""
    for draft in reversed(scene.drafts):
        if scene.phrases[draft.phrase].governor == phrase.index and draft.link is Link.CONTENT:
            return draft.id
    return None


def phrase_start(scene: Scene, phrase: Phrase) -> int:
    """Where the noun phrase begins, with adnominal phrases right before it but without clauses."""
    start, index = phrase.start, phrase.index - 1
    while index >= 0:
        before = scene.phrases[index]
        if before.governor > phrase.index or before.governor < 0 or not before.adnominal or is_predicate_form(before):
            break
        start, index = before.start, index - 1
    return start


def role_of(scene: Scene, draft: Draft, phrase: Phrase) -> tuple[Role | None, Found]:
    """The role of a dependent phrase by its case, and how it was found."""
    case = phrase.case
    cases = scene.words.cases(draft.lemma)
    affix = affix_role(scene, phrase)
    if affix is not None:
        return affix, Found.AFFIX
    if phrase.topic and case == "と" and draft.kind is PredicateKind.COPULA:  # Xとは|…の総称だ
        return Role.AGENT, Found.TOPIC
    if case == "に" and _is_adverb(scene, phrase):
        return None, Found.OVERT
    if phrase.topic and case in ("", "が"):
        return _topic_role(scene, draft, phrase), Found.TOPIC
    if not case:
        return _bare_role(scene, draft, phrase)
    if case == "の":
        return None, Found.GENITIVE  # compounds.py reads genitives
    if draft.causative and "を" in cases and case == "に" and _can_act(scene, phrase):  # 北朝鮮に兵士を派遣させた
        return Role.AGENT, Found.OVERT
    if draft.causative and "を" not in cases and case == "を" and _can_act(scene, phrase):  # トルコをNATOに加盟させた
        return Role.AGENT, Found.OVERT
    if draft.passive and case == "が" and "を" in _cases_present(scene, draft):  # 米国が|供給を握られる
        return Role.TARGET, Found.OVERT
    if draft.passive and case in ("が", "を") and draft.lemma:
        return (
            Role.THEME if case == "が" and "を" not in _cases_present(scene, draft) else cases.get(case, Role.THEME)
        ), Found.OVERT
    if draft.passive and case in PASSIVE_AGENT_CASES and _did_it(scene, draft, phrase):
        return Role.AGENT, Found.OVERT
    role = cases.get(case, scene.words.roles.get(case))
    if case == "に" and role is Role.TARGET and _is_place(scene, phrase):
        wanted = {s.cases.get("に") for s in scene.words.senses.get(draft.lemma, ())}
        role = next((r for r in (Role.GOAL, Role.PLACE) if r in wanted), role)
    if role is Role.TARGET and case == "に" and not cases and not _can_act(scene, phrase):
        role = Role.GOAL
    return role, Found.OVERT


def _is_adverb(scene: Scene, phrase: Phrase) -> bool:
    """一般に, 正式に; not 米国の|一部に: a noun with modifiers is an argument."""
    if phrase.head.mention is not None or scene.heading(phrase.index) is not None:
        return False
    return phrase.head.tag.startswith(ADVERBIAL) and not any(scene.dependents(phrase.index))


def _cases_present(scene: Scene, draft: Draft) -> set[str]:
    return {p.case for p in scene.dependents(draft.phrase)}


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    names = denoted(scene, phrase)
    return bool(names) and all(m.type is EntityType.PLACE for m in names)


def _did_it(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Whether the name under に of a passive is who did it, not where: 米軍に拘束された; グリーンランドに埋蔵される."""
    if phrase.case == "に" and scene.words.cases(draft.lemma).get("に") is Role.PLACE:
        return False
    gives = any(s.name in GIVING for s in scene.words.senses.get(draft.lemma, ()))
    if gives and phrase.case == "に" and scene.words.cases(draft.lemma).get("に") in (Role.TARGET, Role.GOAL):
        subject = next((p for p in scene.dependents(draft.phrase) if p.case == "が" or (p.topic and not p.case)), None)
        if subject is not None and not _can_act(scene, subject) and not is_person(scene, subject):
            return False  # 半分が日本に供給される
    names = denoted(scene, phrase)
    return any(m.type in ACTORS and m.type is not EntityType.PLACE for m in names)


def is_person(scene: Scene, phrase: Phrase) -> bool:
    """Whether the head is a noun for unnamed people or bodies: 外相, 活動家, 武装勢力."""
    return phrase.head.mention is None and scene.words.is_people(phrase.head.text)


def _can_act(scene: Scene, phrase: Phrase) -> bool:
    return any(m.type in ACTORS for m in denoted(scene, phrase))


def _topic_role(scene: Scene, draft: Draft, phrase: Phrase) -> Role | None:
    """は and も hide が before を: 中国は輸出を禁じた, 輸出は中国が禁じた."""
    present = _cases_present(scene, draft)
    cases = scene.words.cases(draft.lemma)
    subject = cases.get("が", Role.AGENT)
    if draft.passive and "を" in present:
        return Role.TARGET if "が" not in present else Role.TOPIC
    if draft.passive:
        return Role.THEME if "が" not in present else Role.AGENT
    if "が" in present:
        names = denoted(scene, phrase)
        if "を" in present or (names and all(m.type in ACTORS and m.type is not EntityType.PLACE for m in names)):
            return Role.TOPIC
        return Role.THEME
    names = denoted(scene, phrase)
    if not names and phrase.ending.startswith("も") and "を" not in present and _other_topic(scene, draft, phrase):
        return cases.get("を", Role.THEME)  # 大統領は|…する考えも|示した
    if (
        names
        and not any(m.type in ACTORS for m in names)
        and subject is Role.AGENT
        and "を" not in present
        and cases.get("を")
    ):
        return Role.THEME
    return subject


def _other_topic(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    return any(p.topic and p.index < phrase.index for p in scene.dependents(draft.phrase))


def _bare_role(scene: Scene, draft: Draft, phrase: Phrase) -> tuple[Role | None, Found]:
    """A phrase without particle, in headlines: トランプ氏、関税を発表."""
    if phrase.listing or not phrase.content:
        return None, Found.BARE
    if phrase.head.pos in ("ADV", "CCONJ") or phrase.head.tag.startswith(("副詞", "接続詞")):
        return None, Found.BARE
    names = denoted(scene, phrase)
    present = _cases_present(scene, draft)
    if phrase.comma and any(m.type in ACTORS and m.type is not EntityType.PLACE for m in names):
        return (Role.AGENT if "が" not in present else None), Found.BARE
    if not phrase.comma and draft.phrase == phrase.index + 1 and "を" not in present:
        cases = scene.words.cases(draft.lemma)
        if not names and phrase.head.pos == "NOUN" and "副詞可能" not in phrase.head.tag:
            return cases.get("を", Role.THEME), Found.BARE
        if any(m.type not in ACTORS for m in names):
            return cases.get("を", Role.THEME), Found.BARE
    return None, Found.BARE


def time_of(scene: Scene, phrase: Phrase) -> TimeExpression | None:
    """The date that a phrase is, if its head lies in one."""
    return next(
        (t for t in scene.times if t.start < phrase.end and t.end >= phrase.head.end and t.start <= phrase.head.start),
        None,
    )


def affix_role(scene: Scene, phrase: Phrase) -> Role | None:
    """The role that an affix at the end of a phrase gives its name: 日本|向け."""
    if len(phrase.content) < 2 or phrase.head.mention is not None or phrase.content[-2].mention is None:
        return None
    affix = scene.words.suffixes.get(phrase.head.text)
    return affix.role if affix is not None else None
