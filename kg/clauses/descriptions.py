"""Names beside their descriptions → Clause: what a noun phrase says of a name without a verb.

トランプ米大統領 (office), 米半導体大手エヌビディア (nationality), 国営鉱業会社マーデン (state_owned), 中国製電気自動車
(produced_by), 韓国・釜山 and 南シナ海のサビナ礁 (located), 自治領グリーンランド (part_of). Each becomes a clause of
kind DESCRIPTION with one of these senses, so that relation frames read them like any other predicate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses.compounds import goes_over
from kg.clauses.denote import denoted
from kg.clauses.draft import Draft, Scene, make_argument
from kg.clauses.naming import description, named
from kg.clauses.offices import find_offices
from kg.clauses.phrases import JOINTS, Morph, Phrase, is_predicate_form
from kg.model import EntityType, Found, Mention, PredicateKind, Role

NATIONALITY, LOCATED, MEMBER_OF, PRODUCED_BY = "nationality", "located", "member_of", "produced_by"
PREDICATED = ("state_owned", "subsidiary_of", "part_of", MEMBER_OF)
MEMBERS = frozenset({EntityType.COUNTRY, EntityType.COMPANY, EntityType.ORG})
BODIES = frozenset({EntityType.ORG, EntityType.POLICY})
FIRMS = frozenset({EntityType.COMPANY, EntityType.ORG})
MAKERS = frozenset({EntityType.COUNTRY, EntityType.COMPANY, EntityType.ORG, EntityType.GOV, EntityType.PLACE})
SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
AREAS = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def find_descriptions(scene: Scene, first_id: int) -> None:
    """Add a draft for every description beside a name."""
    number = first_id
    for phrase in scene.phrases:
        if phrase.absorbed:
            continue
        for draft in (
            *find_offices(scene, phrase),
            *_neighbours(scene, phrase),
            *_goods(scene, phrase),
            *_places(scene, phrase),
            *_members(scene, phrase),
            *_predicated(scene, phrase),
        ):
            draft.id = number
            number += 1
            scene.drafts.append(draft)


# --- descriptors and nationality ------------------------------------------------------------------------------------


def _neighbours(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """米レアアース大手MPマテリアルズ, サウジアラビア国営鉱業会社マーデン, 豪ライナス, 韓国・高麗亜鉛, 台湾のTSMC."""
    content = phrase.content
    for index, morph in enumerate(content):
        firm = morph.mention
        if firm is None or firm.type not in FIRMS or len(firm.text) < 2:
            continue
        start = index
        while start and (content[start - 1].mention is None or content[start - 1].mention.type is EntityType.RESOURCE):  # type: ignore[union-attr]
            start -= 1
        between = content[start:index]
        owner = content[start - 1].mention if start else None
        found = Found.APPOSITION
        if owner is None and (start == 0):
            owner = _genitive_name(scene, phrase)
            found = Found.GENITIVE
        sense, word, span = _descriptor(scene, between)
        if owner is None and start == 0:
            described = _descriptor_phrase(scene, phrase)
            if described[0] is not None and (sense is None or described[0] != "company_kind"):
                sense, word, span, owner = described
        if found is Found.GENITIVE and not _heads(scene, phrase, index):
            continue  # 中国の|トヨタの|販売店, スウェーデンの|NATO加盟
        if start and _is_affixed(scene, content, start - 1):
            continue  # 親イラン武装組織X
        if owner is not None and owner.entity != firm.entity:
            yield from _describe(scene, phrase, firm, owner, sense, word, span, between, found)


def _heads(scene: Scene, phrase: Phrase, index: int) -> bool:
    """Whether a name is the head of its noun phrase, brackets aside: also 中国の|BYDとの|競争, 台湾の|鴻海の|劉会長."""
    rest = phrase.content[index + 1 :]
    if not all(m.text in JOINTS or m.mention is not None for m in rest):
        return False
    if not phrase.adnominal or phrase.case != "の":
        return True
    above = scene.phrases[phrase.governor]
    return any(m.type is EntityType.PERSON for m in denoted(scene, above))


def _is_affixed(scene: Scene, content: tuple[Morph, ...], index: int) -> bool:
    """Whether a name stands under an affix: 親|イラン, 対|中."""
    return index > 0 and content[index - 1].mention is None and content[index - 1].text in scene.words.prefixes


def _describe(
    scene: Scene,
    phrase: Phrase,
    firm: Mention,
    owner: Mention,
    sense: str | None,
    word: str,
    span: tuple[int, int] | None,
    between: tuple[Morph, ...],
    found: Found,
) -> Iterator[Draft]:
    """The clause that a descriptor, or a country alone, makes of a firm."""
    where = span or (owner.start, firm.end)
    if sense in ("state_owned", "subsidiary_of", "part_of"):
        role = Role.TARGET if sense == "part_of" else Role.AGENT
        yield description(
            scene, phrase, word, sense, where, [named(scene, Role.THEME, firm), named(scene, role, owner, found)]
        )
        return
    plain = all(m.text in JOINTS or m.mention is not None for m in between)
    if owner.type is EntityType.COUNTRY and (sense == "company_kind" or plain or _is_kind(between)):
        lemma = word or "国籍"
        yield description(
            scene,
            phrase,
            lemma,
            NATIONALITY,
            where,
            [named(scene, Role.THEME, firm), named(scene, Role.PLACE, owner, found)],
        )
    elif owner.type is EntityType.PLACE and (plain or sense == "company_kind"):
        yield description(
            scene,
            phrase,
            word or "所在",
            LOCATED,
            where,
            [named(scene, Role.THEME, firm), named(scene, Role.PLACE, owner, found)],
        )


def _is_kind(between: tuple[Morph, ...]) -> bool:
    """Plain nouns before a firm's name say its trade: 米|通信|会社|X."""
    return bool(between) and all(m.pos in ("NOUN", "PROPN", "ADJ", "PART", "NUM") or m.mention for m in between)


def _descriptor(scene: Scene, between: tuple[Morph, ...]) -> tuple[str | None, str, tuple[int, int] | None]:
    """(sense, word, span) of the strongest descriptor among the words between: state_owned before company_kind."""
    best: tuple[str | None, str, tuple[int, int] | None] = (None, "", None)
    for first in range(len(between)):
        for last in range(len(between), first, -1):
            part = between[first:last]
            if any(m.mention for m in part):
                continue
            word = "".join(m.text for m in part)
            sense = scene.words.descriptors.get(word)
            if sense is None and last == len(between) and first == last - 1:
                sense = next((s for w, s in scene.words.descriptors.items() if len(w) > 1 and word.endswith(w)), None)
            if sense is not None and (best[0] is None or best[0] == "company_kind"):
                best = (sense, word, (part[0].start, part[-1].end))
                break
    return best


def _genitive_name(scene: Scene, phrase: Phrase) -> Mention | None:
    """台湾の|TSMC, 韓国の|半導体大手X: the name right before, under の."""
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.ending != "の" or before.absorbed or before.governor != phrase.index:
        return None
    mention = before.head.mention
    if mention is not None and mention.type in (EntityType.COUNTRY, EntityType.PLACE):
        return mention
    return None


def _descriptor_phrase(scene: Scene, phrase: Phrase) -> tuple[str | None, str, tuple[int, int] | None, Mention | None]:
    """カザフスタン国営の|タウケン・サムルク, 三菱商事傘下の|ローソン."""
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.governor != phrase.index or before.absorbed or before.ending not in ("の", ""):
        return None, "", None, None
    for index, morph in enumerate(before.content):
        if morph.mention is None:
            continue
        sense, word, span = _descriptor(scene, before.content[index + 1 :])
        if sense is not None:
            return sense, word, span, morph.mention
    sense, word, span = _descriptor(scene, before.content)
    if sense is not None and before.ending == "":  # 中国の|電子機器大手、|聞泰科技
        return sense, word, span, _genitive_name(scene, before)
    return None, "", None, None


# --- members, and descriptors that predicate --------------------------------------------------------------------------


def _members(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """EU加盟国の|ハンガリー, G7議長国|カナダ: the body before, the member after."""
    for index, morph in enumerate(phrase.content):
        member = morph.mention
        if member is None or member.type not in MEMBERS:
            continue
        before, words = phrase, phrase.content[:index]
        if index == 0:
            last = scene.phrases[phrase.index - 1] if phrase.index else None
            if last is None or last.absorbed or last.governor != phrase.index or last.ending not in ("の", "である"):
                continue
            before, words = last, last.content
        body = next((m.mention for m in words if m.mention is not None and m.mention.type in BODIES), None)
        sense, word, span = _descriptor(scene, words)
        if body is None and sense == MEMBER_OF:
            body = _genitive_any(scene, before)
        if sense == MEMBER_OF and body is not None and body.type in BODIES and span is not None:
            yield description(
                scene,
                phrase,
                word,
                MEMBER_OF,
                span,
                [named(scene, Role.THEME, member), named(scene, Role.TARGET, body)],
            )
        if index == 0:
            break


def _predicated(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """ロスアトムはロシアの国営企業だ, 三菱商事の子会社であるローソン: a descriptor as the predicate."""
    draft = scene.heading(phrase.index)
    if draft is None or draft.kind is not PredicateKind.COPULA:
        return
    sense, word, span = _descriptor(scene, phrase.content)
    theme = draft.get(Role.AGENT) or draft.get(Role.THEME)
    inside = next((m.mention for m in phrase.content if m.mention is not None), None)
    owner = inside or _genitive_any(scene, phrase)
    if sense not in PREDICATED or span is None or theme is None or owner is None or len(theme.mentions) != 1:
        return
    role = Role.TARGET if sense in ("part_of", MEMBER_OF) else Role.AGENT
    if owner.entity != theme.mentions[0].entity:
        yield description(
            scene, phrase, word, sense, span, [replace(theme, role=Role.THEME), named(scene, role, owner)]
        )


def _genitive_any(scene: Scene, phrase: Phrase) -> Mention | None:
    """The name right before a phrase, under の."""
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.ending != "の" or before.absorbed or before.governor != phrase.index:
        return None
    return before.head.mention


# --- goods by maker -------------------------------------------------------------------------------------------------


def _goods(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """中国製電気自動車, ロシア産LNG, カナダ産の菜種, ファーウェイ製機器, 日本車."""
    content = phrase.content
    for index, morph in enumerate(content[:-1]):
        maker, after = morph.mention, content[index + 1]
        if maker is None or maker.type not in MAKERS or after.mention is not None:
            continue
        affix = scene.words.suffixes.get(after.text)
        sense = affix.sense if affix is not None else None
        where, good = phrase, content[-1]
        if sense is None and after is good and after.text in scene.words.goods:
            sense = PRODUCED_BY  # 日本|車, 中国|製品
        elif sense is not None and after is good:  # 中国製の|太陽光パネル
            if phrase.ending != "の" or phrase.governor < 0:
                continue
            where = scene.phrases[phrase.governor]
            good = where.head
        if sense is None:
            continue
        names = [m for m in denoted(scene, where) if m.type in (EntityType.RESOURCE, EntityType.PRODUCT)]
        inside: list[Mention | None] = [m for m in names if after.end <= m.start]
        for item in inside or [None]:
            theme = (
                named(scene, Role.THEME, item)
                if item is not None
                else make_argument(scene, Role.THEME, "", Found.APPOSITION, (good,), ())
            )
            yield description(
                scene,
                phrase,
                after.text,
                sense,
                (after.start, after.end),
                [named(scene, Role.AGENT, maker, Found.AFFIX), theme],
            )


def link_goods(scene: Scene) -> None:
    """Let arguments that are such a good lead to its maker: 中国製の|太陽光パネルに|関税を|課す."""
    made = {}
    for draft in scene.drafts:
        theme = draft.get(Role.THEME)
        if draft.kind is PredicateKind.DESCRIPTION and PRODUCED_BY in draft.senses and theme is not None:
            made[theme.head_start] = draft.id
    for draft in scene.drafts if made else ():
        if draft.kind is PredicateKind.DESCRIPTION:
            continue
        for position, argument in enumerate(draft.arguments):
            heads = (argument.head_start, *(m.start for m in argument.mentions))
            maker = next((made[s] for s in heads if s in made), None)
            if argument.clause is None and maker is not None:
                draft.arguments[position] = replace(argument, clause=maker)


# --- places -----------------------------------------------------------------------------------------------------------


def _places(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """韓国・釜山, 米テネシー州クラークスビル, 西アフリカのニジェール, デンマーク自治領グリーンランド."""
    content = phrase.content
    for index, morph in enumerate(content):
        inner = morph.mention
        if inner is None or (inner.type not in SITES and inner.type is not EntityType.PRODUCT):
            continue
        if not _stands_alone(scene, phrase, index):
            continue
        outer, between = _outer_place(scene, phrase, index)
        if outer is None or outer.entity == inner.entity:
            continue
        sense, word, span = _descriptor(scene, between)
        if sense == "part_of":
            yield description(
                scene,
                phrase,
                word,
                sense,
                span or (outer.start, inner.end),
                [named(scene, Role.THEME, inner), named(scene, Role.TARGET, outer)],
            )
        elif not between or all(m.text in JOINTS for m in between):
            if inner.type is EntityType.COUNTRY and outer.type is EntityType.COUNTRY:
                continue
            yield description(
                scene,
                phrase,
                "所在",
                LOCATED,
                (outer.start, inner.end),
                [named(scene, Role.THEME, inner), named(scene, Role.PLACE, outer)],
            )


def _stands_alone(scene: Scene, phrase: Phrase, index: int) -> bool:
    """The name is the phrase's head, or only a part of the place or another place follows it."""
    rest = phrase.content[index + 1 :]
    if not rest:
        return True
    following = rest[0].mention
    if following is not None:
        return following.type in SITES or following.type is EntityType.PRODUCT
    return all(m.mention is None and m.text in scene.words.areas for m in rest)


def _outer_place(scene: Scene, phrase: Phrase, index: int) -> tuple[Mention | None, tuple[Morph, ...]]:
    """The place before a place, and the words between them."""
    content = phrase.content
    start = index
    while start and content[start - 1].mention is None:
        start -= 1
    if start:
        outer = content[start - 1].mention
        return (outer if outer is not None and outer.type in AREAS else None), content[start:index]
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if (
        before is None
        or before.governor != phrase.index
        or before.ending != "の"
        or before.absorbed
        or is_predicate_form(before)
        or goes_over(scene, before)
    ):
        return None, ()
    position = len(before.content) - 1
    while (
        position > 0 and before.content[position].mention is None and before.content[position].text in scene.words.areas
    ):
        position -= 1
    outer = before.content[position].mention
    return (outer if outer is not None and outer.type in AREAS else None), content[0:index]
