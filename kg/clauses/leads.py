"""Name → Lead: what stands before a name in its noun phrase, up to the name that it is said of.

ドイツ北部の港町ハンブルク leads from ハンブルク over 港町 and 北部 to ドイツ; 三菱商事傘下のローソン over 傘下
to 三菱商事; 国連の専門機関である国際海事機関 over 専門機関 to 国連. What that says is for the modules that read leads.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.clauses.denote import list_members, names_of
from kg.clauses.draft import Scene
from kg.clauses.phrases import JOINTS, Morph, Phrase, is_predicate_form
from kg.model import EntityType, Found, Mention

COMPANY_KIND, PLACE_KIND, NEARBY = "company_kind", "place_kind", "nearby"
WEAK = frozenset({COMPANY_KIND, PLACE_KIND})
"""Senses of words that say what a name is, not whose."""

SEEN_OVER = frozenset({EntityType.RESOURCE})
"""Names that only say what trade it is: 米レアアース大手MPマテリアルズ."""

LINKS = 2
"""Most times that a lead goes over の: カザフスタン国営の|原子力企業の|X."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a name and the name before them.

    ``segments`` are the words by noun phrase, in text order, the last one right before the name (perhaps empty).
    """

    owner: Mention
    home: Phrase
    """The phrase that the owner is in."""
    position: int
    """Its morph there."""
    segments: tuple[tuple[Morph, ...], ...]
    found: Found
    joined: bool
    """Only ・ or brackets stand between: 韓国・釜山."""

    @property
    def words(self) -> tuple[Morph, ...]:
        """All words between, in text order."""
        return tuple(m for segment in self.segments for m in segment)

    @property
    def plain(self) -> bool:
        """Whether no word stands between the two names."""
        return not self.words

    @property
    def links(self) -> int:
        """How often it goes over の or である."""
        return len(self.segments) - 1


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A word of a lead that describes, and its sense."""

    sense: str
    word: str
    start: int
    end: int
    before: tuple[Morph, ...]
    """The words between the owner and it."""


def read_lead(scene: Scene, phrase: Phrase, index: int) -> Lead | None:
    """The lead of the name at ``index`` in a phrase's content; None if no name is before it."""
    segments: list[list[Morph]] = [[]]
    current, position = phrase, index
    joined = False
    while True:
        position -= 1
        if position < 0:
            before = _linked(scene, phrase, current, bare=not any(segments))
            if before is None or len(segments) > LINKS:
                return None
            if not _adjacent(before, current):
                segments.insert(0, [])
            current, position = before, len(before.content)
            continue
        morph = current.content[position]
        if morph.text in (")", "）"):
            position = _opening(current, position)
        elif morph.text in JOINTS:
            joined = True
        elif morph.mention is None or morph.mention.type in SEEN_OVER or is_part(scene, morph.mention):
            segments[0].insert(0, morph)
        else:
            found = Found.GENITIVE if len(segments) > 1 else Found.APPOSITION
            return Lead(morph.mention, current, position, tuple(map(tuple, segments)), found, joined)


def _opening(phrase: Phrase, position: int) -> int:
    """Where the bracket opens that closes at a position: a name in brackets is no lead."""
    while position > 0 and phrase.content[position].text not in ("(", "（"):
        position -= 1
    return position


def _adjacent(before: Phrase, phrase: Phrase) -> bool:
    """Whether the parser cut one compound in two: 米|東部|ボストン."""
    return not before.function and not before.comma and not before.closed and before.end == phrase.start


def _linked(scene: Scene, last: Phrase, phrase: Phrase, *, bare: bool) -> Phrase | None:
    """The phrase before one, if it is of the same noun phrase; ``bare``: no word before the name so far."""
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.absorbed or before.listing:
        return None
    if _adjacent(before, phrase) and (_is_adjective(before) or not is_predicate_form(before)):
        return before
    if is_predicate_form(before):
        return None
    inside = phrase.index <= before.governor <= last.index
    if before.ending == "の" and not before.comma and (inside or _says_whose(scene, before)):
        return before
    if before.ending == "である" and not before.comma:
        return before
    if before.comma and not before.ending and bare and inside and _describes(scene, before):
        return before  # 中国の|電子機器大手、|聞泰科技
    return None


def _is_adjective(phrase: Phrase) -> bool:
    """Whether a phrase is an adjective alone: マイクロソフトの|新しい|AI半導体X."""
    return len(phrase.content) == 1 and phrase.head.tag.startswith("形容詞")


def _says_whose(scene: Scene, phrase: Phrase) -> bool:
    """中国資本の, 三菱商事傘下の: so near to a name only of that name, wherever the parser hangs it."""
    sense = descriptor_of(scene, phrase.head.text) if phrase.head.mention is None else None
    return sense is not None and sense not in WEAK


def _describes(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase ends in a word that says what kind of body a name is."""
    sense = descriptor_of(scene, phrase.head.text) if phrase.head.mention is None else None
    return sense is not None and sense != PLACE_KIND


def descriptor_of(scene: Scene, word: str) -> str | None:
    """The sense of a descriptor, also as the end of a longer word: 半導体大手, 商業都市."""
    known = scene.words.descriptors
    return known.get(word) or next((known[word[cut:]] for cut in range(1, len(word) - 1) if word[cut:] in known), None)


def strongest(scene: Scene, words: tuple[Morph, ...]) -> Descriptor | None:
    """The descriptor nearest to the name that says whose it is, else the nearest that says what it is."""
    weak: Descriptor | None = None
    end = len(words)
    while end > 0:
        found = _ending_at(scene, words, end)
        if found is None:
            end -= 1
            continue
        descriptor, first = found
        if descriptor.sense not in WEAK:
            return descriptor
        weak = weak or descriptor
        end = first
    return weak


def _ending_at(scene: Scene, words: tuple[Morph, ...], end: int) -> tuple[Descriptor, int] | None:
    """The longest descriptor that ends before a position, and where it begins."""
    for first in range(max(0, end - 5), end):
        part = words[first:end]
        if any(m.mention for m in part):
            continue
        word = "".join(m.text for m in part)
        sense = scene.words.descriptors.get(word)
        if sense is None and first == end - 1:
            sense = descriptor_of(scene, word)
        if sense is not None:
            return Descriptor(sense, word, part[0].start, part[-1].end, words[:first]), first
    return None


def is_kind_of_place(scene: Scene, segment: tuple[Morph, ...]) -> bool:
    """Whether words only say what place or part of one something is: 北部, 最大の, 商業都市."""
    if any(m.mention and m.mention.type not in SEEN_OVER and not is_part(scene, m.mention) for m in segment):
        return False
    return descriptor_of(scene, "".join(m.text for m in segment)) == PLACE_KIND


def is_part(scene: Scene, name: Mention) -> bool:
    """Whether a name is a part of a country by its word alone: ロシア|極東."""
    return name.type is EntityType.PLACE and scene.words.descriptors.get(name.text) == PLACE_KIND


def is_unnamed_body(scene: Scene, words: tuple[Morph, ...]) -> bool:
    """Whether words are of a body without a name, which owns then: 中国の|ネット大手|傘下の."""
    return any(
        m.mention is None and (descriptor_of(scene, m.text) == COMPANY_KIND or m.text in scene.words.people)
        for m in words
    )


def is_asserted(phrase: Phrase) -> bool:
    """Whether a noun is said to be: Xだ, Xである, Xであり; not Xではない, Xだろう."""
    if (
        any(t.lemma in ("ない", "無い") for t in phrase.function)
        or "だろ" in phrase.ending
        or "でしょ" in phrase.ending
    ):
        return False
    return phrase.ending.startswith(("だ", "である", "です", "であり", "でした"))


def owners(scene: Scene, lead: Lead) -> tuple[Mention, ...]:
    """The name that a lead goes to, with the names listed before it: 東京電力と中部電力の|合弁会社JERA."""
    listed = list_members(scene, lead.home) if lead.position == 0 else []
    found = [m for member in listed for m in names_of(scene, member, member.content, depth=1)]
    return (*(m for m in found if m.entity != lead.owner.entity), lead.owner)


def under_affix(scene: Scene, lead: Lead) -> bool:
    """Whether the owner stands under an affix: 親|イラン武装組織, 対|中."""
    before = lead.home.content[lead.position - 1] if lead.position else None
    return before is not None and before.mention is None and before.text in scene.words.prefixes
