"""Phrase → Mention: the names that a noun phrase stands for.

A name that is the head, or that a transparent head lets through (レアアース供給, 日本企業, 南鳥島沖); a person under
a title (トランプ米大統領); all members of a list (銅や銀、ウランなど). A name that only modifies the head is none of
them: 中国の計画 does not denote 中国.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.clauses.draft import Scene
from kg.clauses.phrases import JOINTS, Morph, Phrase, is_predicate_form
from kg.clauses.words import Words
from kg.model import EntityType, Mention, PredicateKind

GOODS = frozenset({EntityType.RESOURCE, EntityType.PRODUCT, EntityType.PLACE})
TITLE = "title"
AREAS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
BODIES = frozenset({EntityType.COUNTRY, EntityType.GOV, EntityType.ORG, EntityType.COMPANY})
ACTORS = frozenset(
    {EntityType.COUNTRY, EntityType.PERSON, EntityType.GOV, EntityType.ORG, EntityType.COMPANY, EntityType.PLACE}
)

KINDS = {
    EntityType.PERSON: "person",
    EntityType.COUNTRY: "body",
    EntityType.GOV: "body",
    EntityType.ORG: "body",
    EntityType.COMPANY: "body",
    EntityType.PLACE: "place",
    EntityType.RESOURCE: "good",
    EntityType.PRODUCT: "good",
    EntityType.POLICY: "policy",
    EntityType.EVENT: "event",
}
"""Only names of one kind make a list: 李大統領と奈良市で is none."""


def are_actors(names: Sequence[Mention]) -> bool:
    """Whether there are names, all of such as can act."""
    return bool(names) and all(m.type in ACTORS for m in names)


def denoted(scene: Scene, phrase: Phrase) -> tuple[Mention, ...]:
    """The names that a phrase denotes, with those of the list that it ends, in text order."""
    found: list[Mention] = []
    members = list_members(scene, phrase)
    if not members or not _is_group(phrase):  # デンマークやドイツなど欧州8カ国: the ones named, not the region
        members = [*members, phrase]
    for member in members:
        for mention in _own(scene, member, depth=3):
            if mention.entity not in {m.entity for m in found}:
                found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def whole_list(scene: Scene, phrase: Phrase) -> Phrase:
    """The last member of the list that a phrase is in; itself if it is in none."""
    last = phrase
    for later in scene.phrases[phrase.index + 1 :]:
        if phrase in list_members(scene, later):
            last = later
        elif not (_is_listed(later) or later.adnominal):
            break
    return last


def _is_group(phrase: Phrase) -> bool:
    return is_counter(phrase.head)


def list_members(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The phrases listed before one: 銅や, 銀、 before ウランなど."""
    heading = scene.heading(phrase.index)
    if is_predicate_form(phrase) or (heading is not None and heading.kind is PredicateKind.SAHEN):
        return []  # 東ティモール、|ASEAN加盟
    kinds = {KINDS[m.type] for m in _own(scene, phrase, depth=2)} if not _is_group(phrase) else set()
    members: list[Phrase] = []
    last = phrase
    for index in range(phrase.index - 1, -1, -1):
        candidate = scene.phrases[index]
        if candidate.absorbed or is_predicate_form(candidate):
            break
        if candidate.governor == last.index and candidate.adnominal and not _is_listed(candidate):
            continue  # a modifier of the member after it
        near = _hangs_on_list(scene, candidate, phrase, members)
        if is_headline_subject(scene, candidate) or not _is_listed(candidate) or not (near):
            break
        own = _own(scene, candidate, depth=2)
        if not own or (kinds and {KINDS[m.type] for m in own} != kinds):
            break
        if not kinds and candidate.listing == "と" and not (phrase.topic or phrase.case in ("が", "の", "")):
            break  # トランプ氏と電話で: a partner, no list
        counted = _is_group(phrase) or is_counter(phrase.content[0])  # 2位の
        if not kinds and not counted and candidate.listing == "と" and not scene.words.is_people(phrase.head.text):
            break  # 王毅氏と|関税の|扱いを
        members.append(candidate)
        last = candidate
    return members[::-1]


def _is_listed(phrase: Phrase) -> bool:
    """Whether the phrase goes on to another of its kind: X や, X と, X、."""
    if phrase.listing or phrase.ending in ("など", "などの", "といった", "をはじめとする", "を含む"):
        return True
    return phrase.comma and not phrase.case and not phrase.topic and not phrase.adnominal and not phrase.function


def _hangs_on_list(scene: Scene, candidate: Phrase, phrase: Phrase, members: list[Phrase]) -> bool:
    """Whether a phrase hangs on the list, not on a modifier of its last member: ロシアと|中国の|影響力."""
    if candidate.governor == phrase.index or candidate.governor in {m.index for m in members}:
        return True
    bare = not candidate.listing and (phrase.case == "が" or (phrase.topic and not phrase.case))  # A、B、Cが
    joined = candidate.listing == "と" and (phrase.case in ("が", "を", "に") or (phrase.topic and not phrase.case))
    if (bare or joined) and candidate.governor == phrase.governor:
        between = scene.phrases[candidate.index + 1 : phrase.index]
        return all(p.adnominal and p.governor <= phrase.index for p in between)
    if not candidate.index < candidate.governor < phrase.index:
        return False
    above = scene.phrases[candidate.governor]
    return not (above.adnominal and _own(scene, above, depth=1))


def is_headline_subject(scene: Scene, phrase: Phrase) -> bool:
    """A first name with 、 alone, in a sentence without が and は: 欧州連合、|ベラルーシへの制裁緩和を|検討."""
    if not phrase.comma or phrase.case or phrase.topic or phrase.function or phrase.absorbed:
        return False
    if any(p.governor != phrase.index for p in scene.phrases[: phrase.index]):
        return False
    later = scene.phrases[phrase.index + 1 :]
    if not later or any((p.topic and not p.case) or p.case == "が" for p in later):
        return False
    if later[0].comma and not later[0].case and not later[0].function:
        return False
    return any(m.type in ACTORS for m in _own(scene, phrase, depth=1))


def _own(scene: Scene, phrase: Phrase, *, depth: int) -> list[Mention]:
    """The names in one phrase."""
    return names_of(scene, phrase, phrase.content, depth=depth)


def names_of(scene: Scene, phrase: Phrase, morphs: tuple[Morph, ...], *, depth: int) -> list[Mention]:
    """The names that a run of content words of ``phrase`` denotes."""
    words = scene.words
    rest = _without_aside(list(morphs))
    seen_through: list[str] = []
    titled = False
    while rest:
        last = rest[-1]
        if last.mention is not None:
            if len(rest) > 1 and _is_affixed(rest[-2], words) and not seen_through:
                return []  # 訪|中, 対|米: an act, not the state
            found = [twin for m in _joined(rest, titled) for twin in _twins(scene, m)]
            if titled and all(m.type is not EntityType.PERSON for m in found):
                return _person_before(scene, phrase)
            if seen_through and seen_through[-1] in words.parts and depth:
                owner = _owner(scene, phrase, found)
                if owner:
                    return owner
                found = [m for m in found if m.type not in GOODS or m.type is EntityType.PLACE]
            return [*_led_by(scene, phrase, rest, found), *_seen(scene, rest, found, seen_through)]
        text = _tail_word(rest, words)
        if text is None:
            if last.text in JOINTS or is_counter(last):
                rest.pop()
                continue
            return []
        size, word = text
        titled = titled or words.title_of(word) is not None
        seen_through.append(word)
        del rest[len(rest) - size :]
    if titled:
        person = _person_before(scene, phrase)
        return person or (_through_genitive(scene, phrase, [TITLE], depth=depth - 1) if depth else [])
    if depth and not seen_through and is_amount(scene, phrase):  # トヨタ、ホンダの|2社
        return _counted(scene, phrase, depth=depth - 1)
    if depth and seen_through:
        return _through_genitive(scene, phrase, seen_through, depth=depth - 1)
    return []


def _is_affixed(before: Morph, words: Words) -> bool:
    affix = words.prefixes.get(before.text) if before.mention is None else None
    return affix is not None and affix.role is not None


def _without_aside(rest: list[Morph]) -> list[Morph]:
    """Drop a bracketed place after a name: 敦賀原発2号機(福井県) is the plant; ISA in 国際海底機構(ISA) stays."""
    opening = next((i for i, m in enumerate(rest) if m.text in ("(", "（") and i), None)
    if opening is None or rest[-1].text not in (")", "）"):
        inside = rest[opening + 1 :] if opening is not None else []
        if not inside or any(m.mention is None for m in inside):
            return rest
    assert opening is not None
    aside = [m.mention for m in rest[opening + 1 :] if m.mention is not None]
    before = rest[opening - 1].mention
    if before is not None and aside and aside[0].entity == before.entity:
        return rest
    return rest[:opening]


def _person_before(scene: Scene, phrase: Phrase) -> list[Mention]:
    """ラトニック|米商務長官: the parser may cut between a name and its title."""
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.end != phrase.start or before.function or before.comma:
        return []
    mention = before.head.mention
    return [mention] if mention is not None and mention.type is EntityType.PERSON else []


def _led_by(scene: Scene, phrase: Phrase, rest: list[Morph], found: list[Mention]) -> list[Mention]:
    """トカエフ大統領ら中央アジア5カ国: the person named out of the group."""
    for index in range(len(rest) - 2, 0, -1):
        if rest[index].text == "ら" and rest[index].mention is None and rest[index + 1].mention in found:
            return names_of(scene, phrase, tuple(rest[:index]), depth=0)
    return []


def _owner(scene: Scene, phrase: Phrase, found: list[Mention]) -> list[Mention]:
    """ボーイングの|米国子会社: the firm under の, not the country where its part stands."""
    if any(m.type not in AREAS for m in found):
        return []
    for dependent in scene.dependents(phrase.index):
        if dependent.case == "の":
            names = [m for m in _own(scene, dependent, depth=1) if m.type in (EntityType.COMPANY, EntityType.ORG)]
            if names:
                return names
    return []


def _twins(scene: Scene, mention: Mention) -> list[Mention]:
    """All that one word names: 両国 names two."""
    same = [m for m in scene.mentions if (m.start, m.end) == (mention.start, mention.end)]
    return same or [mention]


def _seen(scene: Scene, rest: list[Morph], found: list[Mention], seen_through: list[str]) -> list[Mention]:
    """Through a verbal noun only its goods are seen: レアアース供給 is レアアース, 対日輸出 is not 日本."""
    if seen_through and seen_through[-1] in scene.words.descriptors:  # 電池メーカー is no 電池
        found = [m for m in found if m.type in ACTORS]
    if not any(word in scene.words.senses for word in seen_through):
        return found
    if len(rest) > 1 and rest[-2].mention is None and rest[-2].text in scene.words.prefixes:
        return []
    return [m for m in found if m.type in (EntityType.RESOURCE, EntityType.PRODUCT)]


def is_amount(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a number, or a part of what stands under の before it: 生産の|9割, 制裁の|一部."""
    part = phrase.head.text in scene.words.partitives and any(p.case == "の" for p in scene.dependents(phrase.index))
    return part or is_counter(phrase.head)


def is_counter(morph: Morph) -> bool:
    """A number or counter after the names it counts: 5カ国, 20社."""
    return morph.pos == "NUM" or "助数詞" in morph.tag or morph.tag.startswith("名詞-数詞")


def _tail_word(rest: list[Morph], words: Words) -> tuple[int, str] | None:
    """The longest transparent noun or title that the words end in: (morphs, word)."""
    for size in range(min(4, len(rest)), 0, -1):
        part = rest[-size:]
        if any(m.mention for m in part):
            continue
        word = "".join(m.text for m in part)
        for form in (word, word.removesuffix("ら")):
            if form in words.transparent or form in words.areas or form in words.parts or words.title_of(form):
                return size, form
    return None


def _joined(rest: list[Morph], titled: bool) -> list[Mention]:
    """The name at the end, with those joined to it: 日米, 米・サウジ, ナサムス(NASAMS)."""
    if titled:  # トランプ米大統領: the person, not the country between
        person = next((m.mention for m in reversed(rest) if m.mention and m.mention.type is EntityType.PERSON), None)
        if person is not None:
            return [person]
    last = rest[-1].mention
    assert last is not None
    found = [last]
    for index in range(len(rest) - 2, -1, -1):
        morph = rest[index]
        if morph.mention is None:
            if morph.text in ("・", "(", ")", "（", "）", "＝", "／") and index:
                continue
            break
        if morph.mention.type is not found[0].type and not (len(morph.text) == 1 == len(found[0].text)):  # 米|欧
            break
        if morph.mention.end != rest[index + 1].start and rest[index + 1].text not in JOINTS:
            break
        if EntityType.COUNTRY in (last.type, morph.mention.type) or rest[index + 1].text in JOINTS:
            found.insert(0, morph.mention)
        else:
            break
    unique: list[Mention] = []
    for mention in found:
        if mention.entity not in {m.entity for m in unique}:
            unique.append(mention)
    return unique


def _counted(scene: Scene, phrase: Phrase, *, depth: int) -> list[Mention]:
    """The list under の of a number: トヨタ、ホンダの|2社."""
    for dependent in scene.dependents(phrase.index):
        members = list_members(scene, dependent) if dependent.case == "の" else []
        own = _own(scene, dependent, depth=depth) if dependent.case == "の" else []
        if members:
            return [m for member in members for m in _own(scene, member, depth=depth)] + own
        part = phrase.head.text in scene.words.partitives  # クルスク州の|一部
        if own and (part or any(m.type in (EntityType.RESOURCE, EntityType.PRODUCT) for m in own)):  # ガリウムの|9割
            return own
    return []


def _through_genitive(scene: Scene, phrase: Phrase, seen_through: list[str], *, depth: int) -> list[Mention]:
    """Past a transparent head to the name under の: レアアースの輸出, 日本の最東端, 米議会の委員会."""
    outermost = seen_through[-1]
    kinds = GOODS
    if outermost in scene.words.areas:
        kinds = AREAS
    elif outermost in scene.words.parts or outermost == TITLE:  # 日本とフィリピンの|外相
        kinds = BODIES
    for dependent in sorted(scene.dependents(phrase.index), key=lambda p: -p.index):
        if dependent.case != "の" or dependent.index > phrase.index:
            continue
        found = [m for member in [*list_members(scene, dependent), dependent] for m in _own(scene, member, depth=depth)]
        fitting = [m for m in found if m.type in kinds]
        if fitting:
            return fitting
    return []
