"""Names beside their descriptions → Clause: what a noun phrase says of a name without a verb.

トランプ米大統領 (office), 米半導体大手エヌビディア (nationality), 国営鉱業会社マーデン (state_owned), 中国製電気自動車
(produced_by), 韓国・釜山 and 南シナ海のサビナ礁 (located), 自治領グリーンランド (part_of). Each becomes a clause of
kind DESCRIPTION with one of these senses, so that relation frames read them like any other predicate.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.denote import denoted
from kg.clauses.draft import Draft, Scene, make_argument
from kg.clauses.phrases import JOINTS, Morph, Phrase, is_predicate_form
from kg.model import Argument, EntityType, Found, Mention, PredicateKind, Role

OFFICE, NATIONALITY, LOCATED, PRODUCED_BY = "office", "nationality", "located", "produced_by"
BODIES = frozenset({EntityType.COUNTRY, EntityType.GOV, EntityType.ORG, EntityType.COMPANY, EntityType.PLACE})
FIRMS = frozenset({EntityType.COMPANY, EntityType.ORG})
SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
AREAS = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def find_descriptions(scene: Scene, first_id: int) -> None:
    """Add a draft for every description beside a name."""
    number = first_id
    for phrase in scene.phrases:
        if phrase.absorbed:
            continue
        for draft in (*_offices(scene, phrase), *_neighbours(scene, phrase), *_goods(scene, phrase), *_places(scene, phrase)):
            draft.id = number
            number += 1
            scene.drafts.append(draft)


def _draft(scene: Scene, phrase: Phrase, lemma: str, sense: str, span: tuple[int, int], arguments: list[Argument]) -> Draft:
    return Draft(
        id=-1,
        sentence=scene.sentence.index,
        phrase=phrase.index,
        first=0,
        last=0,
        start=span[0],
        end=span[1],
        lemma=lemma,
        senses=(sense,),
        kind=PredicateKind.DESCRIPTION,
        arguments=arguments,
    )


def _named(scene: Scene, role: Role, mention: Mention, found: Found = Found.APPOSITION) -> Argument:
    return Argument(
        role=role,
        case="",
        sentence=scene.sentence.index,
        start=mention.start,
        end=mention.end,
        head_start=mention.start,
        head_end=mention.end,
        text=mention.text,
        found=found,
        mentions=(mention,),
    )


# --- offices ------------------------------------------------------------------------------------------------------


def _offices(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """トランプ米大統領, NATOルッテ事務総長, 双日の植村幸祐社長, 中国共産党の党首・習近平."""
    for index, morph in enumerate(phrase.content):
        person = morph.mention
        if person is None or person.type is not EntityType.PERSON or person.text == person.entity and _is_office(scene, person):
            continue
        title = _title_after(scene, phrase, index) or _title_before(scene, phrase, index)
        if title is None:
            continue
        word, span, body = title
        body = body or _body_before(scene, phrase, index)
        if body is not None and _fits(scene, word, body):
            arguments = [_named(scene, Role.AGENT, person), _named(scene, Role.TARGET, body)]
            yield _draft(scene, phrase, word, OFFICE, span, arguments)


def _is_office(scene: Scene, person: Mention) -> bool:
    """米財務長官: an office that stands for its holder."""
    return any(person.text.endswith(word) for word in scene.words.titles)


def _title_after(scene: Scene, phrase: Phrase, index: int) -> tuple[str, tuple[int, int], Mention | None] | None:
    """(title, span, body between name and title): トランプ|米|大統領."""
    body, position = None, index + 1
    content = phrase.content
    if position < len(content) and content[position].mention is not None and content[position].mention.type in BODIES:  # type: ignore[union-attr]
        body, position = content[position].mention, position + 1
    for size in range(min(5, len(content) - position), 0, -1):
        part = content[position : position + size]
        word = "".join(m.text for m in part)
        if any(m.mention for m in part):
            continue
        bare = _bare_title(scene, word.removesuffix("ら"))
        if bare is not None:
            return bare, (part[0].start, part[-1].end), body
    return None


def _title_before(scene: Scene, phrase: Phrase, index: int) -> tuple[str, tuple[int, int], Mention | None] | None:
    """党首・習近平; the title may end the phrase before: 社長の山田太郎氏."""
    content = phrase.content
    position = index
    if position and content[position - 1].text in JOINTS:
        position -= 1
    for first in range(max(0, position - 4), position):
        part = content[first:position]
        if any(m.mention for m in part):
            continue
        bare = _bare_title(scene, "".join(m.text for m in part))
        if bare is not None:
            body = content[first - 1].mention if first else None
            return bare, (part[0].start, part[-1].end), body
    if index == 0 and phrase.index:
        before = scene.phrases[phrase.index - 1]
        if before.governor == phrase.index and before.ending in ("の", "だった", "である", "で") and not before.absorbed:
            for first in range(len(before.content)):
                part = before.content[first:]
                if any(m.mention for m in part):
                    continue
                bare = _bare_title(scene, "".join(m.text for m in part))
                if bare is not None:
                    inside = before.content[first - 1].mention if first else _genitive_body(scene, before)
                    return bare, (part[0].start, part[-1].end), inside
    return None


def _bare_title(scene: Scene, word: str) -> str | None:
    """The title if the word is an office, with its prefix (前大統領); None for honorifics."""
    stem = word
    for prefix in sorted(scene.words.title_prefixes, key=len, reverse=True):
        if word.startswith(prefix) and word[len(prefix) :] in scene.words.titles:
            stem = word[len(prefix) :]
            break
    title = scene.words.titles.get(word) or scene.words.titles.get(stem)
    return word if title is not None and title.office else None


def _fits(scene: Scene, word: str, body: Mention) -> bool:
    title = scene.words.titles.get(word)
    if title is None:
        stem = next((word[len(p) :] for p in scene.words.title_prefixes if word.startswith(p) and word[len(p) :] in scene.words.titles), word)
        title = scene.words.titles.get(stem)
    return title is None or not title.of or body.type in title.of


def _body_before(scene: Scene, phrase: Phrase, index: int) -> Mention | None:
    """The body right before the person: NATO|ルッテ, or under の: 双日の."""
    if index:
        before = phrase.content[index - 1]
        return before.mention if before.mention is not None and before.mention.type in BODIES else None
    return _genitive_body(scene, phrase)


def _genitive_body(scene: Scene, phrase: Phrase) -> Mention | None:
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.governor != phrase.index or before.ending != "の" or before.absorbed:
        return None
    names = denoted(scene, before)
    last = before.head.mention
    return last if last is not None and last.type in BODIES and names else None


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
            owner = _genitive_name(scene, phrase, described=bool(between))
            found = Found.GENITIVE
        sense, word, span = _descriptor(scene, between)
        if sense is None and owner is None and index == 0:
            sense, word, span, owner = _descriptor_phrase(scene, phrase)
        if owner is not None and owner.entity != firm.entity:
            yield from _describe(scene, phrase, firm, owner, sense, word, span, between, found)


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
        yield _draft(scene, phrase, word, sense, where, [_named(scene, Role.THEME, firm), _named(scene, role, owner, found)])
        return
    plain = all(m.text in JOINTS or m.mention is not None for m in between)
    if owner.type is EntityType.COUNTRY and (sense == "company_kind" or plain or _is_kind(between)):
        lemma = word or "国籍"
        yield _draft(scene, phrase, lemma, NATIONALITY, where, [_named(scene, Role.THEME, firm), _named(scene, Role.PLACE, owner, found)])
    elif owner.type is EntityType.PLACE and (plain or sense == "company_kind"):
        yield _draft(scene, phrase, word or "所在", LOCATED, where, [_named(scene, Role.THEME, firm), _named(scene, Role.PLACE, owner, found)])


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


def _genitive_name(scene: Scene, phrase: Phrase, *, described: bool) -> Mention | None:
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
    if before is None or before.governor != phrase.index or before.ending != "の" or before.absorbed:
        return None, "", None, None
    for index, morph in enumerate(before.content):
        if morph.mention is None:
            continue
        sense, word, span = _descriptor(scene, before.content[index + 1 :])
        if sense is not None:
            return sense, word, span, morph.mention
    return None, "", None, None


# --- goods by maker -------------------------------------------------------------------------------------------------


def _goods(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """中国製電気自動車, ロシア産LNG, カナダ産の菜種."""
    content = phrase.content
    for index, morph in enumerate(content):
        maker = morph.mention
        after = content[index + 1] if index + 1 < len(content) else None
        affix = scene.words.suffixes.get(after.text) if after is not None and after.mention is None else None
        if maker is None or affix is None or affix.sense is None:
            continue
        good = next((m.mention for m in content[index + 2 :] if m.mention is not None), None)
        goods: tuple[Mention, ...] = (good,) if good is not None else ()
        if not goods and after is content[-1] and phrase.ending in ("の", "") and phrase.governor >= 0:
            goods = denoted(scene, scene.phrases[phrase.governor]) if phrase.ending == "の" else ()
        assert after is not None
        for item in goods:
            if item.type in (EntityType.RESOURCE, EntityType.PRODUCT):
                yield _draft(
                    scene, phrase, after.text, affix.sense, (after.start, after.end),
                    [_named(scene, Role.AGENT, maker, Found.AFFIX), _named(scene, Role.THEME, item)],
                )


# --- places -----------------------------------------------------------------------------------------------------------


def _places(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """韓国・釜山, 米テネシー州クラークスビル, 西アフリカのニジェール, デンマーク自治領グリーンランド."""
    content = phrase.content
    for index, morph in enumerate(content):
        inner = morph.mention
        if inner is None or inner.type not in SITES and inner.type is not EntityType.PRODUCT:
            continue
        if not _stands_alone(scene, phrase, index):
            continue
        outer, between = _outer_place(scene, phrase, index)
        if outer is None or outer.entity == inner.entity:
            continue
        sense, word, span = _descriptor(scene, between)
        if sense == "part_of":
            yield _draft(scene, phrase, word, sense, span or (outer.start, inner.end),
                         [_named(scene, Role.THEME, inner), _named(scene, Role.TARGET, outer)])
        elif not between or all(m.text in JOINTS for m in between):
            if inner.type is EntityType.COUNTRY and outer.type is EntityType.COUNTRY:
                continue
            yield _draft(scene, phrase, "所在", LOCATED, (outer.start, inner.end),
                         [_named(scene, Role.THEME, inner), _named(scene, Role.PLACE, outer)])


def _stands_alone(scene: Scene, phrase: Phrase, index: int) -> bool:
    """The name is the phrase's head, or only a part of the place or another place follows it."""
    rest = phrase.content[index + 1 :]
    if not rest:
        return True
    following = rest[0].mention
    if following is not None:
        return following.type in SITES or following.type is EntityType.PRODUCT
    return all(m.mention is None and m.text in scene.words.transparent for m in rest)


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
    if before is None or before.governor != phrase.index or before.ending != "の" or before.absorbed or is_predicate_form(before):
        return None, ()
    position = len(before.content) - 1
    while position > 0 and before.content[position].mention is None and before.content[position].text in scene.words.transparent:
        position -= 1
    outer = before.content[position].mention
    return (outer if outer is not None and outer.type in AREAS else None), content[0:index]
