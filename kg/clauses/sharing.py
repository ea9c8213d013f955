"""Clause chain → Argument: arguments that a clause has from another one.

Subjects shared over 会談し、合意した; the subject of the governing clause for 関与する方針を示した and 規制を強化した;
the object carried on in 非難し、撤回を求めた and 禁止したことを受け、抗議した; what is left out, from the sentence
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.clauses.denote import ACTORS
from kg.clauses.draft import Draft, Link, Scene
from kg.clauses.phrases import Phrase
from kg.model import Argument, EntityType, Found, PredicateKind, Role, Standing

UPWARD = (Link.CHAIN, Link.ADVERBIAL, Link.CONTENT, Link.ARGUMENT, Link.COMPOUND)
SCOPE_ROLES = (Role.THEME, Role.CONTENT, Role.TARGET, Role.GOAL, Role.ORIGIN)
FORMAL = ("もの", "の", "こと", "わけ", "ため", "形", "格好")
EXISTENCE = ("ある", "ない", "有る", "無い")
ADDRESSED = (Role.TARGET, Role.THEME)


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


def mend_subjects(scene: Scene) -> None:
    """Two subjects of one verb: the second is that of a clause between, the topic that of the verb.

    トランプ氏は、|サウジが|開いた会議で|演説した; ロシア国防省は、|…する計画は|なかったと|主張した.
    """
    for draft in scene.drafts:
        subjects = [a for a in draft.arguments if a.case == "が" and a.role is Role.AGENT and _is_actor(a)]
        topics = [a for a in draft.arguments if a.found is Found.TOPIC and a.case == "" and _is_actor(a)]
        if not topics:
            continue
        topic = topics[0]
        outer = scene.by_id(draft.governor) if draft.link is Link.CONTENT and not _in_quotes(scene, topic) else None
        if outer is not None and outer.get(Role.AGENT) is None and _has_speaker(scene, outer):
            draft.arguments.remove(topic)
            outer.add(replace(topic, role=Role.AGENT))
        elif subjects and topic.end <= subjects[0].start:
            _lower_subject(scene, draft, subjects[0], topic)


def _has_speaker(scene: Scene, outer: Draft) -> bool:
    """Whether somebody says the content: 反発する, …だとして; not とみられる, という."""
    if outer.passive or outer.kind is PredicateKind.NOUN:
        return False
    said = any(o.says and o.agent is not None for o in scene.words.operators.get(outer.lemma, ()))
    blamed = scene.words.cases(outer.lemma).get("に") is Role.TARGET
    return said or blamed or outer.lemma == "する"


def _in_quotes(scene: Scene, argument: Argument) -> bool:
    return _inside_brackets(scene, argument.start)


def lower_formal_subjects(scene: Scene) -> None:
    """中国が|規制を緩めたことに|応じたもので、: the subject of もの is that of the first verb inside it."""
    for draft in scene.drafts:
        if draft.kind is not PredicateKind.COPULA or draft.lemma not in FORMAL:
            continue
        agent = next((a for a in draft.arguments if a.role is Role.AGENT and a.case == "が" and _is_actor(a)), None)
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


def _extend_topic(scene: Scene) -> None:
    """首相は|会談し、|カナダが|関税を下げることで|合意した: the topic is the subject of the last clause too."""
    main = _main_clause(scene)
    if main is None or not _needs_agent(scene, main):
        return
    for draft in sorted(scene.drafts, key=lambda d: d.start):
        topic = next((a for a in draft.arguments if a.found is Found.TOPIC and a.role is Role.AGENT), None)
        if topic is None or draft.link not in (Link.CHAIN, Link.CONTENT) or _in_quotes(scene, topic):
            continue
        outer: Draft | None = draft
        while outer is not None and outer is not main and outer.link in (Link.CHAIN, Link.CONTENT):
            above = scene.by_id(outer.governor)
            if outer.link is Link.CONTENT and (above is None or not _has_speaker(scene, above)):
                break
            outer = above
        if outer is main and _is_actor(topic):
            main.add(replace(topic, found=Found.SHARED))
        return


def _needs_agent(scene: Scene, draft: Draft) -> bool:
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
    if not _needs_agent(scene, draft) or draft.link not in UPWARD:
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
    if draft.kind is PredicateKind.NOUN and _take_inner_agent(scene, draft):
        return
    if draft.link is Link.CONTENT and _chained_subject(scene, draft) is not None:
        return  # 軍艦が海域に入り、|接近したと|発表した: who came near is who entered
    chained = draft.link in (Link.CHAIN, Link.ADVERBIAL)
    agent = outer.get(Role.AGENT) if chained else _controller(scene, outer)
    if agent is not None and draft.link is Link.CHAIN and agent.found is Found.TOPIC and agent.start > draft.end:
        return  # 反発、|外務省は|…を要求: the topic comes after
    if agent is not None and _is_actor(agent):
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
                if partner is not None and partner.mentions and not _same(partner, draft.get(Role.AGENT)):
                    draft.add(replace(partner, found=Found.SHARED))
                    break


def name_planners(scene: Scene) -> None:
    """豪州には…する狙いがある: whose plan it is stands under に."""
    for draft in scene.drafts:
        theme = draft.get(Role.THEME) or draft.get(Role.AGENT)
        plan = scene.by_id(theme.clause) if theme is not None else None
        if draft.lemma not in EXISTENCE or plan is None or plan.get(Role.AGENT) is not None:
            continue
        owner = next((a for a in draft.arguments if a.case == "に" and _is_actor(a)), None)
        if owner is not None and _heads_plan(scene, plan):
            plan.add(replace(owner, role=Role.AGENT, found=Found.SHARED))


def lend_arguments(scene: Scene) -> None:
    """米国がEUにかける|関税, 中国に科した|制裁: the act has the participants of the light verb beside it."""
    for draft in scene.drafts:
        if draft.modifies is None or not scene.words.operators.get(draft.lemma):
            continue
        act = scene.heading(draft.modifies)
        if act is None or act.kind is not PredicateKind.NOUN or not act.senses:
            continue
        for argument in draft.arguments:
            lendable = argument.role in (Role.AGENT, Role.TARGET, Role.PARTNER, Role.PLACE) and argument.mentions
            if lendable and act.get(argument.role) is None and argument.head_start != act.start:
                act.add(replace(argument, found=Found.SHARED))


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


def _hands_down(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Whether the governing predicate is an operator that hands its agent down, or a chain of such."""
    operators = scene.words.operators.get(outer.lemma, ())
    if draft.link is Link.CONTENT and draft.modifies is not None:  # 回収する|試験採取: one act
        return True
    if operators:
        return any(o.agent is not None for o in operators)
    return not outer.senses and draft.link is not Link.CONTENT


def _give_to_governor(scene: Scene, draft: Draft) -> None:
    """会談し、合意した: a subject that stands in the first clause is the second's too."""
    if draft.link not in (Link.CHAIN, Link.ADVERBIAL) or draft.passive:
        return
    if draft.link is Link.ADVERBIAL and not draft.concurrent:
        return
    outer = scene.by_id(draft.governor)
    if outer is None or not _needs_agent(scene, outer):
        return
    agent = draft.get(Role.AGENT)
    if agent is None or not (_is_actor(agent) or agent.case == "が"):
        return
    if agent.case == "が" and scene.phrases[draft.phrase].ending.endswith(("が", "ものの", "なか", "中")):
        return
    outer.add(replace(agent, found=Found.SHARED))


def _is_actor(argument: Argument) -> bool:
    return bool(argument.mentions) and all(m.type in ACTORS for m in argument.mentions)


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
        if theme is not None and _is_actor(theme):  # 中国を非難し
            continue
        found = _handed_down(scene, draft)
        if found is None and _addresses(scene, draft):
            found = _beside(scene, draft) or _provoker(scene, draft)
        if found is not None and not _same(found, draft.get(Role.AGENT)):
            draft.add(replace(found, role=Role.TARGET, found=Found.SHARED))


def _addresses(scene: Scene, draft: Draft) -> bool:
    """Whether the predicate is an act of speech to somebody: 求める, 批判する, 拒否する."""
    return any(o.says or o.standing is Standing.ASKED for o in scene.words.operators.get(draft.lemma, ()))


def _handed_down(scene: Scene, draft: Draft) -> Argument | None:
    """The addressee of the act that the clause is the content of: 撤回を求める書簡を中国に送った."""
    outer = scene.by_id(draft.governor)
    while (
        outer is not None
        and draft.link in (Link.CONTENT, Link.ARGUMENT, Link.COMPOUND)
        and scene.words.operators.get(outer.lemma)
    ):
        target = outer.get(Role.TARGET)
        if target is not None and _is_actor(target):
            return target
        draft, outer = outer, scene.by_id(outer.governor)
    return None


def _beside(scene: Scene, draft: Draft) -> Argument | None:
    """The addressee of the clause before or after in the chain; of one before, also who did what it speaks of."""
    before = [d for d in scene.drafts if d.link is Link.CHAIN and d.governor == draft.id]
    outer = scene.by_id(draft.governor) if draft.link is Link.CHAIN else None
    for other in [*before, *([outer] if outer else [])]:
        theirs = other.get(Role.AGENT)
        if (
            theirs is not None
            and _is_actor(theirs)
            and draft.get(Role.AGENT)
            and not _same(theirs, draft.get(Role.AGENT))
        ):
            return theirs  # 中国が反発、|外務省は|撤回を要求: of whoever acted
        for role in ADDRESSED:
            argument = other.get(role)
            if argument is None:
                continue
            if _is_actor(argument):
                return argument
            inner = scene.by_id(argument.clause) if other is not outer else None
            agent = inner.get(Role.AGENT) if inner else None
            if agent is not None and _is_actor(agent):
                return agent
    return None


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
            if agent is not None and _is_actor(agent):
                return agent
    return None


def _same(one: Argument, other: Argument | None) -> bool:
    return other is not None and {m.entity for m in one.mentions} & {m.entity for m in other.mentions} != set()


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
        main = _main_clause(scene)
        partner = main.get(Role.PARTNER) if main is not None else None


def _fill_omitted(scene: Scene, topic: Argument) -> None:
    """The sentence's main clause, and through the chain all that share its subject."""
    for draft in scene.drafts:
        if draft.link is Link.CHAIN and draft.kind is PredicateKind.SAHEN and _topic_follows(scene, draft):
            draft.add(replace(topic, role=Role.AGENT, found=Found.ZERO))
    main = _main_clause(scene)
    if main is not None and main.lemma in EXISTENCE and main.get(Role.AGENT) is None:
        main = _plan_that_exists(scene, main) or main
    if main is None or not _needs_agent(scene, main) or main.passive:
        return
    if main.lemma in FORMAL:
        return
    nominal = (PredicateKind.NOUN, PredicateKind.ADJECTIVE, PredicateKind.COPULA)
    if main.kind in nominal and not _heads_plan(scene, main):
        return
    if any(p.topic and not p.case and p.ending.startswith("は") and not _quoted(scene, p) for p in scene.phrases):
        return
    main.add(replace(topic, role=Role.AGENT, found=Found.ZERO))
    share_subjects(scene)


def _quoted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands inside 「…」."""
    return _inside_brackets(scene, phrase.start)


def _inside_brackets(scene: Scene, position: int) -> bool:
    text = scene.sentence.text[:position]
    return text.count("「") > text.count("」")


def _topic_follows(scene: Scene, draft: Draft) -> bool:
    """反発、|外務省は|…を要求: a clause before the sentence's own topic goes on with the one before."""
    outer = scene.by_id(draft.governor)
    agent = outer.get(Role.AGENT) if outer is not None else None
    follows = agent is not None and agent.found is Found.TOPIC and agent.start > draft.end
    return follows and _needs_agent(scene, draft)


def _fill_partner(scene: Scene, partner: Argument) -> None:
    """〔外相は外相と会談した。〕供給網で連携を確認した: with whom is left out with who."""
    main = _main_clause(scene)
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
    return plan if plan is not None and plan.kind is PredicateKind.NOUN and _heads_plan(scene, plan) else None


def _heads_plan(scene: Scene, main: Draft) -> bool:
    return any(o.agent is not None for o in scene.words.operators.get(main.lemma, ()))


def _main_clause(scene: Scene) -> Draft | None:
    """The clause that the sentence ends in."""
    for phrase in reversed(scene.phrases):
        if phrase.governor < 0:
            return scene.heading(phrase.index)
    return None


def _sentence_topic(scene: Scene) -> Argument | None:
    """Who the sentence is about: the main clause's agent, else the first actor under は or が."""
    main = _main_clause(scene)
    own = main.get(Role.AGENT) if main is not None else None
    if own is not None and _is_actor(own) and own.found is not Found.GENITIVE:
        return own
    subjects = [
        a
        for d in sorted(scene.drafts, key=lambda d: d.start)
        for a in d.arguments
        if a.role is Role.AGENT and a.found in (Found.TOPIC, Found.OVERT, Found.BARE) and _is_actor(a)
    ]
    topics = [a for a in subjects if a.found is Found.TOPIC]
    chosen = (topics or subjects)[:1]
    return chosen[0] if chosen and all(m.type is not EntityType.PLACE for m in chosen[0].mentions) else None


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
