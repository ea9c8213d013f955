"""Goods beside their makers → Clause: 中国製電気自動車, ロシア産LNG, AI半導体「H200」 (produced_by)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses.denote import denoted
from kg.clauses.draft import Draft, Scene, make_argument
from kg.clauses.leads import Lead, descriptor_of, read_lead, under_affix
from kg.clauses.naming import description, named
from kg.clauses.phrases import Phrase
from kg.model import EntityType, Found, Mention, PredicateKind, Role

PRODUCED_BY = "produced_by"
PRODUCT_KIND, NEWNESS = "product_kind", "newness"
MAKERS = frozenset({EntityType.COUNTRY, EntityType.COMPANY, EntityType.ORG, EntityType.GOV, EntityType.PLACE})
WARES = frozenset({EntityType.RESOURCE, EntityType.PRODUCT})


def find_goods(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """中国製電気自動車, ロシア産LNG, カナダ産の菜種, ファーウェイ製機器, 日本車."""
    yield from _models(scene, phrase)
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
        names = [m for m in denoted(scene, where) if m.type in WARES]
        inside: list[Mention | None] = [m for m in names if after.end <= m.start]
        for item in inside or [None]:
            theme = (
                named(scene, Role.THEME, item)
                if item is not None
                else make_argument(scene, Role.THEME, "", Found.APPOSITION, (good,), ())
            )
            span = (after.start, after.end)
            arguments = [named(scene, Role.AGENT, maker, Found.AFFIX), theme]
            yield description(scene, phrase, after.text, sense, span, arguments)


def _models(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """ボーイングの最新旅客機「777X」, エヌビディアのAI半導体「H200」: a firm, a kind of product, its name."""
    for index, morph in enumerate(phrase.content):
        model = morph.mention
        if model is None or model.type is not EntityType.PRODUCT:
            continue
        lead = read_lead(scene, phrase, index)
        if lead is None or lead.owner.type is not EntityType.COMPANY or under_affix(scene, lead):
            continue
        if _is_make(scene, lead):
            word = lead.segments[-1][-1].text
            arguments = [named(scene, Role.AGENT, lead.owner, lead.found), named(scene, Role.THEME, model)]
            yield description(scene, phrase, word, PRODUCED_BY, (lead.owner.start, model.end), arguments)


def _is_make(scene: Scene, lead: Lead) -> bool:
    """Whether the words between name a kind of product that is its maker's; an aircraft or ship only if it is new.

    全日空の旅客機 is its user's, ボーイングの新型旅客機 its maker's.
    """
    if not lead.segments[-1]:
        return False
    senses = [descriptor_of(scene, m.text) for m in lead.words]
    whole = descriptor_of(scene, "".join(m.text for m in lead.segments[-1]))
    if any(s is not None and s not in (PRODUCT_KIND, NEWNESS) for s in senses):
        return False
    return PRODUCT_KIND in (senses[-1], whole) or NEWNESS in senses


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
