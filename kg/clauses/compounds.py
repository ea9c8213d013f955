"""Phrase → Argument: what noun predicates take inside their noun phrase.

Members of the compound (グリーンランド購入, 対日輸出規制, 日米会談) and adnominal phrases before it (中国の輸出規制,
台湾への武器売却, 米国による領有). An actor's name takes the role that the noun's case frame gives it, other names are
themes; an inner noun predicate is the theme of the one after it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.cases import affix_role, argument_of, time_of
from kg.clauses.denote import ACTORS, AREAS, are_actors, denoted, is_counter, names_of
from kg.clauses.draft import Draft, Link, Scene, make_argument
from kg.clauses.phrases import JOINTS, Morph, Phrase, is_predicate_form
from kg.model import EntityType, Found, Mention, PredicateKind, Role, Standing

OVER_CASES = ("へ", "に対して", "から", "と", "に向けて", "との間で", "において")
PLAIN = (PredicateKind.COPULA, PredicateKind.ADJECTIVE)
JOINING = frozenset({"join", "attend"})
THINGS = frozenset({EntityType.RESOURCE, EntityType.PRODUCT, EntityType.POLICY, EntityType.EVENT})


def add_compound_members(scene: Scene) -> None:
    """Read each noun phrase's compound from its predicates to the left."""
    for phrase in scene.phrases:
        inside = scene.inside(phrase.index)
        for number, draft in enumerate(inside):
            before = inside[number - 1] if number else None
            left = before.last + 1 if before is not None else 0
            _add_members(scene, phrase, draft, phrase.content[left : draft.first], before)
            if draft.last > draft.first:  # 訪|中
                _add_names(scene, draft, phrase.content[draft.first : draft.last + 1])
            affixed = (
                next((a for a in before.arguments if a.found is Found.AFFIX), None) if before is not None else None
            )
            if affixed is not None and draft.get(affixed.role) is None:  # 対日|輸出|規制: both are against 日本
                draft.add(affixed)


def _add_members(scene: Scene, phrase: Phrase, draft: Draft, members: tuple[Morph, ...], before: Draft | None) -> None:
    """Give one noun predicate the words between it and the predicate before it."""
    if before is not None and all(_is_glue(m) for m in members):
        whole = phrase.content[: before.last + 1]
        names = tuple(names_of(scene, phrase, whole, depth=0))
        draft.add(
            make_argument(
                scene,
                Role.THEME,
                "",
                Found.COMPOUND,
                phrase.content[before.first : before.last + 1],
                names,
                clause=before.id,
            )
        )
        if before.governor is None:
            before.governor, before.link = draft.id, Link.COMPOUND
        if set(draft.senses) & scene.words.things:
            before.standing = Standing.UNDONE
        return
    _add_names(scene, draft, members)


def _is_glue(morph: Morph) -> bool:
    return morph.mention is None and (morph.tag.startswith(("接尾辞", "接頭辞")) or morph.text in JOINTS)


def _add_names(scene: Scene, draft: Draft, members: tuple[Morph, ...]) -> None:
    """Members that are names: 対日, 米財務省, 日本向け, グリーンランド, 日米."""
    index = len(members) - 1
    while index >= 0:
        morph = members[index]
        if morph.mention is None:
            index -= 1
            continue
        group = [morph]
        while index > 0 and _joins(members[index - 1], group[0]):
            index -= 1
            if members[index].mention is not None:
                group.insert(0, members[index])
        role, found = _member_role(scene, draft, members, index, group)
        names = tuple(m.mention for m in group if m.mention is not None)
        if role is not None and draft.get(role) is None:
            draft.add(make_argument(scene, role, "", found, tuple(group), names))
        index -= 1


def _joins(before: Morph, after: Morph) -> bool:
    """日|米, 米|・|サウジ: names of one compound."""
    if before.text in JOINTS:
        return True
    return before.mention is not None and after.mention is not None and before.mention.type is after.mention.type


def _member_role(
    scene: Scene, draft: Draft, members: tuple[Morph, ...], index: int, group: list[Morph]
) -> tuple[Role | None, Found]:
    """The role of a name in a compound, by affix, type and the noun's case frame."""
    before = members[index - 1] if index > 0 else None
    after_index = index + len(group)
    after = members[after_index] if after_index < len(members) else None
    if before is not None and before.mention is None and before.text in scene.words.prefixes:
        role = scene.words.prefixes[before.text].role
        if role is not None:
            return role, Found.AFFIX
    if after is not None and after.mention is None and after.text in scene.words.suffixes:
        role = scene.words.suffixes[after.text].role
        if role is not None:
            return role, Found.AFFIX
    mention = group[-1].mention
    assert mention is not None
    return actor_role(scene, draft, mention, compound=True), Found.COMPOUND


def actor_role(scene: Scene, draft: Draft, mention: Mention, *, compound: bool) -> Role:
    """The role of a name under の or in a compound."""
    if mention.type in THINGS:
        return Role.THEME
    sense = next(iter(scene.words.senses.get(draft.lemma, ())), None)
    if sense is None:
        return Role.AGENT
    return sense.compound if compound else sense.genitive


def add_adnominal_arguments(scene: Scene) -> None:
    """Give noun predicates the adnominal phrases before them."""
    for phrase in scene.phrases:
        if not phrase.adnominal or phrase.absorbed or (is_predicate_form(phrase) and not phrase.nominalised):
            continue
        target = _noun_phrase(scene, phrase)
        inside = scene.inside(target.index) if target is not None else []
        if phrase.case == "によって":  # 中国による|輸出の|規制: who exports is who restricts
            while target is not None and target.case == "の" and target.governor >= 0:
                target = scene.phrases[target.governor]
                inside = [*inside, *scene.inside(target.index)]
        if target is not None and is_predicate_form(target):
            inside = [d for d in inside if not scene.phrases[d.phrase].head.tag.startswith(("動詞", "形容詞"))]
        inside = [d for d in inside if d.senses or d.kind not in PLAIN]  # 北九州市の|区だ: a plain noun has no object
        if inside:
            _add_adnominal(scene, inside, phrase)


def _noun_phrase(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The phrase with the noun predicate it goes to; 日本向けの passes 軍民両用物資の to reach 輸出."""
    index = phrase.governor
    climbs = phrase.case != "の" or affix_role(scene, phrase) is not None or goes_over(scene, phrase)
    while index >= 0:
        target = scene.phrases[index]
        listed = target.listing != "" or (target.comma and not target.case and not target.topic)
        if scene.inside(index) or not climbs or not (target.adnominal or listed):
            return target
        index = target.governor
    return None


def goes_over(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name under の goes over the next name to the noun: 米国の|イスラエルへの|支援.

    A firm, body or person after a country is that country's: 韓国の|サムスンへの|出資.
    """
    above = scene.phrases[phrase.governor] if phrase.governor >= 0 else None
    if above is None or phrase.case != "の" or not above.adnominal:
        return False
    if _belongs_to_act(scene, phrase, above):
        return True
    if above.case not in OVER_CASES:
        return False
    names = [m for m in denoted(scene, above) if m.start >= above.start]  # 太平洋の|島々への: none of its own
    return bool(names) and bool(denoted(scene, phrase)) and all(m.type in AREAS for m in names)


def _belongs_to_act(scene: Scene, phrase: Phrase, above: Phrase) -> bool:
    """ロシアの|国際大会への|参加, アプリXの|公用端末での|利用: whose act, or its object, before an unnamed place."""
    own = denoted(scene, phrase)
    act = scene.heading(above.governor) if above.governor >= 0 else None
    if not own or act is None or any(m.end > phrase.end for m in denoted(scene, above)):
        return False
    if above.case == "で":
        return all(m.type not in AREAS for m in own)
    return above.case == "へ" and bool(set(act.senses) & JOINING)


def _add_adnominal(scene: Scene, inside: list[Draft], dependent: Phrase) -> None:
    """One adnominal phrase: 中国の, 台湾への, 日本向けの, 米国による, サウジとの."""
    time = time_of(scene, dependent)
    if time is not None:
        for draft in inside:
            draft.time = draft.time or time
        return
    affix = affix_role(scene, dependent)
    if dependent.case == "の" and affix is None:
        _add_genitive(scene, inside, dependent, denoted(scene, dependent))
        return
    for draft in inside:
        case = dependent.case
        role = affix or scene.words.cases(draft.lemma).get(case, scene.words.roles.get(case))
        if case == "へ" and role in (None, Role.GOAL):
            role = scene.words.cases(draft.lemma).get("に", Role.TARGET)
        taken = draft.get(role) if role is not None else None
        if taken is not None and role is Role.AGENT and taken.found is Found.COMPOUND:
            draft.arguments.remove(taken)  # 両氏による米中会談: the people met
            taken = None
        if role is not None and taken is None:
            draft.add(argument_of(scene, dependent, role, Found.AFFIX if affix else Found.OVERT))


def _add_genitive(scene: Scene, inside: list[Draft], dependent: Phrase, names: tuple[Mention, ...]) -> None:
    """A name under の: the agent of all, or the theme of the innermost."""
    if not names and ("副詞可能" in dependent.head.tag or is_counter(dependent.head)):
        return  # 今回の制裁, 2度の延期
    argument_clause = scene.heading(dependent.index)
    area = dependent.head.mention is None and dependent.head.text in scene.words.areas
    for number, draft in enumerate(inside):
        if names and area:  # コンゴ東部の|資源への投資: where, not who
            role = Role.PLACE
        elif names:
            role = actor_role(scene, draft, names[-1], compound=False)
        elif argument_clause is not None:
            role = Role.THEME
        else:
            role = Role.THEME
        if role is Role.THEME and number:
            continue
        taken = draft.get(role)
        if taken is not None and role is Role.AGENT and taken.found is Found.COMPOUND and names:
            draft.arguments.remove(taken)  # 首相の台湾答弁: the speaker is the one under の
            draft.arguments.append(replace(taken, role=Role.THEME))
        elif taken is not None:
            if role is Role.THEME and taken.found is Found.COMPOUND and are_actors(names) and not draft.get(Role.AGENT):
                draft.add(argument_of(scene, dependent, Role.AGENT, Found.GENITIVE))  # 米国の|グリーンランド購入
                continue
            if role is Role.THEME or draft.get(Role.THEME) is not None:
                continue
            if all(n.type not in ACTORS for n in names):
                role = Role.THEME
            else:
                continue
        argument = argument_of(scene, dependent, role, Found.GENITIVE)
        draft.add(argument)
        inner = scene.by_id(argument.clause)
        if inner is not None and inner.governor is None and role is Role.THEME:
            inner.governor, inner.link, inner.via = draft.id, Link.ARGUMENT, role
