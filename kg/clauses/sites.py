"""Places beside places → Clause: 韓国・釜山, 南シナ海のサビナ礁, ドイツ北部の港町ハンブルク (located)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.compounds import goes_over
from kg.clauses.denote import AREAS
from kg.clauses.draft import Draft, Scene
from kg.clauses.leads import Lead, is_asserted, is_kind_of_place, is_part, read_lead, under_affix
from kg.clauses.naming import description, named
from kg.clauses.phrases import Morph, Phrase
from kg.model import EntityType, Mention, Role

LOCATED = "located"
ASIDE = frozenset({EntityType.PLACE, EntityType.PRODUCT, EntityType.COMPANY})


def find_sites(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """A place after the place that it lies in, with nothing between but what kind of place or part it is."""
    for index, morph in enumerate(phrase.content):
        inner = morph.mention
        if inner is None or (inner.type not in AREAS and inner.type is not EntityType.PRODUCT):
            continue
        lead = read_lead(scene, phrase, index)
        if lead is None:
            yield from _known(scene, phrase, index, inner)
        if lead is None or is_part(scene, inner) or not _holds(scene, inner, lead):
            continue
        kind = bool(lead.segments[-1])
        if (kind or _stands_alone(scene, phrase, index)) and _is_led(scene, inner, lead):
            yield _located(scene, phrase, inner, lead)
    yield from _asides(scene, phrase)
    yield from _predicated(scene, phrase)


def _known(scene: Scene, phrase: Phrase, index: int, inner: Mention) -> Iterator[Draft]:
    """サウジアラビアが|首都リヤドで: a kind of place whose country, known, is named in the sentence."""
    words = phrase.content[:index] or _part_before(scene, phrase)
    if inner.country is None or inner.type is not EntityType.PLACE or not words or not is_kind_of_place(scene, words):
        return
    if any(m.mention for m in words):
        return  # 銅鉱山「コブレ・パナマ」: what is dug there
    outer = next((m for m in scene.mentions if m.entity == inner.country and m.type is EntityType.COUNTRY), None)
    if outer is not None:
        arguments = [named(scene, Role.THEME, inner), named(scene, Role.PLACE, outer)]
        word = "".join(m.text for m in words)
        yield description(scene, phrase, word, LOCATED, (words[0].start, inner.end), arguments)


def _part_before(scene: Scene, phrase: Phrase) -> tuple[Morph, ...]:
    """モルドバの大統領は|東部の|沿ドニエストル地方を: the words right before a name, under の."""
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.absorbed or before.ending != "の" or before.governor != phrase.index:
        return ()
    return before.content


def _asides(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """敦賀原発2号機(福井県): the place in brackets after a name."""
    for name, opening, place, closing in zip(*(phrase.content[n:] for n in range(4)), strict=False):
        inner, outer = name.mention, place.mention
        if inner is None or outer is None or (opening.text, closing.text) not in (("(", ")"), ("（", "）")):
            continue
        if inner.type in ASIDE and outer.type in AREAS and inner.entity != outer.entity:
            arguments = [named(scene, Role.THEME, inner), named(scene, Role.PLACE, outer)]
            yield description(scene, phrase, "所在", LOCATED, (inner.start, outer.end), arguments)


def _holds(scene: Scene, inner: Mention, lead: Lead) -> bool:
    """Whether a place can lie in the one that its lead goes to."""
    outer = lead.owner
    if outer.type not in AREAS or outer.entity == inner.entity or under_affix(scene, lead):
        return False
    if inner.type is EntityType.COUNTRY and outer.type is EntityType.COUNTRY:
        return False
    if inner.type is EntityType.PRODUCT and lead.words:
        return False
    other = inner.country is not None and inner.country != outer.entity
    if other and outer.type is EntityType.COUNTRY and (lead.words or lead.links):
        return False  # ロシアの|港町オデーサへの|攻撃
    return all(is_kind_of_place(scene, segment) for segment in lead.segments if segment)


def _is_led(scene: Scene, inner: Mention, lead: Lead) -> bool:
    """Whether the outer place modifies the inner one, not the noun after it: 中国の|南太平洋への|進出."""
    if not lead.links or inner.country == lead.owner.entity:
        return True
    return not goes_over(scene, lead.home)


def _stands_alone(scene: Scene, phrase: Phrase, index: int) -> bool:
    """The name is the phrase's head, or only a part of the place or another place follows it."""
    rest = phrase.content[index + 1 :]
    if not rest:
        return True
    following = rest[0].mention
    if following is not None:
        return following.type in AREAS or following.type is EntityType.PRODUCT
    return all(m.mention is None and m.text in scene.words.areas for m in rest)


def _located(scene: Scene, phrase: Phrase, inner: Mention, lead: Lead) -> Draft:
    word = "".join(m.text for m in lead.segments[-1]) or "所在"
    span = (min(lead.owner.start, inner.start), max(lead.owner.end, inner.end))
    arguments = [named(scene, Role.THEME, inner), named(scene, Role.PLACE, lead.owner)]
    return description(scene, phrase, word, LOCATED, span, arguments)


def _predicated(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """ラゴスはナイジェリア最大の都市だ, フランスの首都はパリだ: a kind of place as the predicate, or as its subject."""
    if not is_asserted(phrase):
        return
    for subject in scene.dependents(phrase.index):
        if not (subject.topic or subject.case == "が"):
            continue
        named_first = subject.head.mention is not None
        kind, site = (phrase, subject.head.mention) if named_first else (subject, phrase.head.mention)
        if site is None or site.type not in AREAS or kind.head.mention is not None:
            continue
        lead = read_lead(scene, kind, len(kind.content))
        if lead is not None and lead.segments[-1] and _holds(scene, site, lead):
            yield _located(scene, phrase, site, lead)
