"""Firms and bodies beside their descriptions → Clause: whose they are, what they are part of, where they are from.

米半導体大手エヌビディア (nationality), 国営鉱業会社マーデン (state_owned), 日本製鉄の子会社USスチール and
グーグルの親会社アルファベット (subsidiary_of), 国連の専門機関である国際海事機関 (part_of), EU加盟国のハンガリー
(member_of); the same with a copula: ロスアトムはロシアの国営企業だ, アームの親会社はソフトバンクグループだ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses.denote import AREAS, denoted, list_members
from kg.clauses.draft import Draft, Scene
from kg.clauses.leads import (
    COMPANY_KIND,
    WEAK,
    Descriptor,
    Lead,
    is_asserted,
    is_kind_of_place,
    is_unnamed_body,
    owners,
    read_lead,
    strongest,
    under_affix,
)
from kg.clauses.naming import description, named
from kg.clauses.phrases import JOINTS, Phrase
from kg.model import Argument, EntityType, Found, Mention, Role

NATIONALITY, LOCATED, STATE_OWNED, SUBSIDIARY_OF = "nationality", "located", "state_owned", "subsidiary_of"
PART_OF, MEMBER_OF, OWNER_OF, BRANCH = "part_of", "member_of", "owner_of", "branch"
AFFILIATED = "affiliated"
CAPITAL = "資本"
"""中国資本の: of a firm from there, or owned from there."""
FIRMS = frozenset({EntityType.COMPANY, EntityType.ORG})
BODIES = frozenset({*FIRMS, EntityType.GOV})
STATES = frozenset({EntityType.COUNTRY, EntityType.GOV, EntityType.PLACE})
UNIONS = frozenset({EntityType.ORG, EntityType.POLICY})
EVERY = frozenset(EntityType)

THEMES = {
    STATE_OWNED: FIRMS,
    SUBSIDIARY_OF: BODIES,
    BRANCH: BODIES,
    AFFILIATED: FIRMS,
    OWNER_OF: BODIES,
    PART_OF: BODIES | AREAS,
    MEMBER_OF: frozenset({EntityType.COUNTRY, *FIRMS}),
}
"""Sense of a descriptor → what may be described by it."""

OWNERS = {
    STATE_OWNED: STATES,
    SUBSIDIARY_OF: BODIES | {EntityType.COUNTRY, EntityType.PERSON},
    BRANCH: BODIES,
    AFFILIATED: BODIES,
    OWNER_OF: FIRMS,
    PART_OF: BODIES | AREAS,
    MEMBER_OF: UNIONS,
}
"""Sense of a descriptor → whose it may be."""


def find_bodies(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """米レアアース大手MPマテリアルズ, サウジアラビア国営鉱業会社マーデン, 豪ライナス, 台湾のTSMC, G7議長国カナダ."""
    for index, morph in enumerate(phrase.content):
        name = morph.mention
        if name is None or name.type not in BODIES | AREAS:
            continue
        lead = read_lead(scene, phrase, index)
        if lead is None or lead.owner.entity == name.entity or under_affix(scene, lead):
            continue
        descriptor = strongest(scene, lead.words)
        if descriptor is not None and descriptor.sense in THEMES:
            yield from _belonging(scene, phrase, name, lead, descriptor)
        elif name.type in FIRMS and len(name.text) > 1 and (descriptor is None or descriptor.sense in WEAK):
            yield from _origin(scene, phrase, index, lead, descriptor)
            yield from _past_country(scene, phrase, name, lead)
        if lead.plain and _is_group(lead.owner) and name.type in (EntityType.ORG, EntityType.GOV) and lead.links:
            yield _clause(scene, phrase, PART_OF, "グループ", (lead.owner.start, name.end), name, lead.owner)


# --- whose a name is --------------------------------------------------------------------------------------------------


def _belonging(scene: Scene, phrase: Phrase, name: Mention, lead: Lead, descriptor: Descriptor) -> Iterator[Draft]:
    """The clauses that a descriptor makes of a name and its owner."""
    sense = descriptor.sense
    if name.type not in THEMES[sense] or is_unnamed_body(scene, descriptor.before):
        return
    if descriptor.before and descriptor.before[-1].text in scene.words.prefixes:
        return  # OPEC|非|加盟国
    if sense in (BRANCH, OWNER_OF) and lead.owner.type is EntityType.COUNTRY:
        yield from _foreign_branch(scene, phrase, name, lead, descriptor)
        return
    if lead.owner.type is EntityType.COUNTRY and (sense == AFFILIATED or descriptor.word == CAPITAL):
        yield from _of_country(scene, phrase, name, lead, descriptor)
        return
    sense = _resolved(sense, lead.owner, descriptor)
    if lead.owner.type not in OWNERS.get(sense, EVERY) or (sense == PART_OF and _is_other_kind(name, lead.owner)):
        return
    several = owners(scene, lead) if sense in (BRANCH, SUBSIDIARY_OF) else (lead.owner,)
    for owner in several:
        if owner.entity != name.entity:
            yield _clause(
                scene, phrase, sense, descriptor.word, (descriptor.start, descriptor.end), name, owner, lead.found
            )


def _foreign_branch(scene: Scene, phrase: Phrase, name: Mention, lead: Lead, descriptor: Descriptor) -> Iterator[Draft]:
    """ルノーの|韓国子会社X: the firm is the owner, the country where its part stands."""
    if name.type in FIRMS and not descriptor.before and lead.position == 0:
        outer = read_lead(scene, lead.home, lead.position)
        if outer is not None and outer.plain and outer.owner.type in FIRMS:
            span = (descriptor.start, descriptor.end)
            yield _clause(scene, phrase, descriptor.sense, descriptor.word, span, name, outer.owner, outer.found)
            if descriptor.sense == BRANCH:
                yield _placed(scene, phrase, NATIONALITY, descriptor.word, name, lead)


def _of_country(scene: Scene, phrase: Phrase, name: Mention, lead: Lead, descriptor: Descriptor) -> Iterator[Draft]:
    """英豪系の|リオ・ティント: where a firm is from; 中国資本の|ネクスペリア, a firm of elsewhere: whose it is."""
    if name.type is not EntityType.COMPANY or descriptor.before:
        return
    names = _joined_countries(lead)
    if any(name.country == m.entity for m in names) or (descriptor.sense == AFFILIATED and name.country is None):
        for owner in names:
            yield _placed(scene, phrase, NATIONALITY, descriptor.word, name, replace(lead, owner=owner))
    elif len(names) == 1:
        span = (descriptor.start, descriptor.end)
        yield _clause(scene, phrase, SUBSIDIARY_OF, descriptor.word, span, name, lead.owner, lead.found)


def _joined_countries(lead: Lead) -> list[Mention]:
    """英|豪|系: all countries right before a word."""
    names: list[Mention] = []
    for morph in reversed(lead.home.content[: lead.position + 1]):
        if morph.mention is None or morph.mention.type is not EntityType.COUNTRY:
            break
        names.insert(0, morph.mention)
    return names


def _past_country(scene: Scene, phrase: Phrase, name: Mention, lead: Lead) -> Iterator[Draft]:
    """タタ自動車傘下の|英|ジャガー: past its country to whose it is."""
    if lead.owner.type is not EntityType.COUNTRY or lead.links or lead.position:
        return
    outer = read_lead(scene, lead.home, lead.position)
    descriptor = strongest(scene, outer.words) if outer is not None and outer.links else None
    if outer is not None and descriptor is not None and descriptor.sense in (SUBSIDIARY_OF, BRANCH, AFFILIATED):
        yield from _belonging(scene, phrase, name, outer, descriptor)


def _resolved(sense: str, owner: Mention, descriptor: Descriptor) -> str:
    """政府|系の: owned by the state; 日立製作所|系の: by the firm; 系 after other words says nothing."""
    if sense != AFFILIATED:
        return sense
    if descriptor.before:
        return AFFILIATED
    return STATE_OWNED if owner.type is EntityType.GOV else SUBSIDIARY_OF


def _is_other_kind(part: Mention, whole: Mention) -> bool:
    """A place is part of a state, a body of a body: デンマーク|自治領|X, 国連の|専門機関|Y."""
    if part.type in AREAS:
        return whole.type not in AREAS
    return whole.type in AREAS


def _is_group(owner: Mention) -> bool:
    return owner.type is EntityType.ORG and owner.text.endswith("グループ")


def _clause(
    scene: Scene,
    phrase: Phrase,
    sense: str,
    word: str,
    span: tuple[int, int],
    name: Mention,
    owner: Mention,
    found: Found = Found.APPOSITION,
) -> Draft:
    """The clause that says whose a name is; 親会社 turns it round."""
    theme, role = named(scene, Role.THEME, name), Role.TARGET if sense in (PART_OF, MEMBER_OF) else Role.AGENT
    other = named(scene, role, owner, found)
    if sense == OWNER_OF:
        theme, other = named(scene, Role.THEME, owner, found), named(scene, Role.AGENT, name)
    sense = SUBSIDIARY_OF if sense in (OWNER_OF, BRANCH, AFFILIATED) else sense
    return description(scene, phrase, word, sense, span, [theme, other])


# --- where a firm is from ---------------------------------------------------------------------------------------------


def _origin(scene: Scene, phrase: Phrase, index: int, lead: Lead, descriptor: Descriptor | None) -> Iterator[Draft]:
    """Its country or seat, where only its trade or nothing stands between."""
    if lead.owner.type not in AREAS:
        return
    kind = descriptor is not None and descriptor.sense == COMPANY_KIND
    firm = phrase.content[index].mention
    assert firm is not None
    sure = firm.country == lead.owner.entity or (kind and bool(lead.segments[-1]))  # 中国の|ファーウェイの|販売店
    if lead.links and not sure and not _heads(scene, phrase, index):
        return  # 中国の|トヨタの|販売店, スウェーデンの|NATO加盟
    differs = firm.country is not None and firm.country != lead.owner.entity
    if lead.plain and lead.links and differs and lead.owner.type is EntityType.COUNTRY and firm.found == "entry":
        return  # 中国の|トヨタ自動車は
    word = descriptor.word if descriptor is not None and kind else ""
    if lead.owner.type is EntityType.COUNTRY and (kind or lead.plain or _is_trade(scene, lead)):
        yield _placed(scene, phrase, NATIONALITY, word or "国籍", firm, lead)
        for other in _listed_after(scene, phrase, index, lead):
            yield _placed(scene, phrase, NATIONALITY, word or "国籍", other, lead)
    elif lead.owner.type is EntityType.PLACE and (lead.plain or kind):
        yield _placed(scene, phrase, LOCATED, word or "所在", firm, lead)


def _placed(scene: Scene, phrase: Phrase, sense: str, word: str, firm: Mention, lead: Lead) -> Draft:
    arguments = [named(scene, Role.THEME, firm), named(scene, Role.PLACE, lead.owner, lead.found)]
    return description(scene, phrase, word, sense, (lead.owner.start, firm.end), arguments)


def _heads(scene: Scene, phrase: Phrase, index: int) -> bool:
    """Whether a name is the head of its noun phrase, brackets aside: also 中国の|BYDとの|競争, 台湾の|鴻海の|劉会長."""
    rest = phrase.content[index + 1 :]
    if not all(m.text in JOINTS or m.mention is not None for m in rest):
        return False
    if not phrase.adnominal or phrase.case != "の":
        return True
    above = scene.phrases[phrase.governor]
    return any(m.type is EntityType.PERSON for m in denoted(scene, above))


def _is_trade(scene: Scene, lead: Lead) -> bool:
    """Plain nouns before a firm's name say its trade: 米|通信|会社|X; not 米国の|取引|先|X."""
    nouns = all(m.pos in ("NOUN", "PROPN", "ADJ", "PART", "NUM") or m.mention for m in lead.words)
    if not lead.links:
        return nouns
    return nouns and not any(is_kind_of_place(scene, segment) for segment in lead.segments if segment)


def _listed_after(scene: Scene, phrase: Phrase, index: int, lead: Lead) -> Iterator[Mention]:
    """韓国の|サムスン電子と|SKハイニックス: firms of that country that the list goes on to."""
    if not lead.links or index + 1 != len(phrase.content):
        return
    for later in scene.phrases[phrase.index + 1 :]:
        first = later.content[0].mention
        if phrase not in list_members(scene, later):
            if not later.listing and not later.comma and later.case != "の":
                return
            continue
        if first is None or first.type not in FIRMS:
            return
        if first.country == lead.owner.entity:
            yield first


# --- said with a copula -----------------------------------------------------------------------------------------------


def find_predicated(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """ロスアトムは国営企業だ; アームの親会社はソフトバンクグループだ: a descriptor or its name predicates."""
    if not is_asserted(phrase):
        return
    draft = scene.heading(phrase.index)
    for subject in scene.dependents(phrase.index):
        if not (subject.topic or subject.case == "が"):
            continue
        name = subject.head.mention
        if name is not None and phrase.head.mention is None:
            lead = _predicate_lead(scene, phrase)
            written = draft.get(Role.AGENT) or draft.get(Role.THEME) if draft is not None else None
        elif name is None and phrase.head.mention is not None:
            name, lead, written = phrase.head.mention, _predicate_lead(scene, subject), None
        else:
            continue
        descriptor = strongest(scene, lead.words) if lead is not None else None
        if lead is None or descriptor is None or descriptor.sense not in THEMES or _follows(lead, descriptor):
            continue
        for made in _belonging(scene, phrase, name, lead, descriptor):
            made.arguments = [_as_written(a, written) for a in made.arguments]
            yield made


def _predicate_lead(scene: Scene, phrase: Phrase) -> Lead | None:
    """What leads up to a phrase that ends in a description."""
    lead = read_lead(scene, phrase, len(phrase.content))
    return lead if lead is not None and not under_affix(scene, lead) else None


def _as_written(argument: Argument, written: Argument | None) -> Argument:
    """The subject as the copula has it, in its role here."""
    if written is None or argument.mentions != written.mentions:
        return argument
    return replace(written, role=argument.role)


def _follows(lead: Lead, descriptor: Descriptor) -> bool:
    """Whether words follow a descriptor that make it another thing: 子会社の|本社."""
    rest = [m for m in lead.words if m.start >= descriptor.end]
    return any(m.pos not in ("NUM", "PART", "SYM") for m in rest)
