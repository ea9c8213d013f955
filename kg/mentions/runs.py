"""Runs of name-like morphemes: where a name that no list holds begins and ends, and whether it can be one."""

from __future__ import annotations

from kg.mentions.namer import Hit
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_hiragana, is_katakana, is_latin
from kg.mentions.words import PROPER, Kind
from kg.model import EntityType
from kg.rulebook.types import NamePattern

BUILDING = frozenset({Kind.NOUN, Kind.VERBAL, Kind.SUFFIX, Kind.PREFIX, Kind.ADJECTIVE, *PROPER})
COMMON = frozenset({Kind.NOUN, Kind.VERBAL})
CLOSING = frozenset({Kind.PARTICLE, Kind.SYMBOL, Kind.SPACE, Kind.VERB})
NUMBERED = frozenset({EntityType.PRODUCT, EntityType.PLACE, EntityType.EVENT})
JOINED = frozenset({EntityType.ORG, EntityType.POLICY, EntityType.EVENT, EntityType.GOV})
LISTED = frozenset({EntityType.ORG, EntityType.GOV, EntityType.COMPANY, EntityType.COUNTRY, EntityType.PERSON})
LONGEST_RUN = 6
"""Morphemes of a name besides its affix."""
LONGEST_NAME = 24
"""Characters."""


def run_start(scan: Scan, end: int, pattern: NamePattern) -> int | None:
    """Where the run of name-like morphemes that ends at ``end`` begins, None if there is none."""
    if end <= 0:
        return None
    last = scan.text[end - 1]
    if is_katakana(last) or is_latin(last) or last in "・&":
        start = foreign_start(scan.text, end)
        return _native_start(scan, start, pattern) if start < end else None
    return _native_start(scan, end, pattern) if scan.words.ends_at(end) else None


def _native_start(scan: Scan, end: int, pattern: NamePattern) -> int:
    """Walk over the morphemes of a compound noun to the left, stopping at what is no part of a name."""
    text, words = scan.text, scan.words
    position = end
    place = pattern.type is EntityType.PLACE and not pattern.long
    for _ in range(2 if place else LONGEST_RUN):
        if position <= 0:
            break
        if is_katakana(text[position - 1]) or is_latin(text[position - 1]):
            start = foreign_start(text, position)
            common = pattern.proper and is_common_foreign(scan, start, position)
            if start >= position or common or (place and position != end):
                break
            position = start
            continue
        if text[position - 1] == "・" and position != end and _joins_parts(scan, position - 1, pattern):
            position -= 1
            continue
        index = words.word_at(position - 1)
        if (words.ends[index] != position and position != end) or not _builds(scan, index, pattern):
            break
        if _is_lone_short(scan, words.starts[index], position, pattern):
            break
        if position != end and (pattern.type is EntityType.PRODUCT or pattern.long) and _ends_body(scan, position):
            break
        if place and not _builds_place(scan, index, second=position != end):
            break
        position = words.starts[index]
    while position < end and words.kinds[words.word_at(position)] is Kind.NUMBER:
        position = words.ends[words.word_at(position)]
    return position


def _ends_body(scan: Scan, position: int) -> bool:
    """True if a body or country that the gazetteer knows ends here: 関西電力 before 高浜原発."""
    return any(c.type in LISTED for c in scan.by_end.get(position, ()))


def _joins_parts(scan: Scan, position: int, pattern: NamePattern) -> bool:
    """True for ・ inside the name of a body or policy (移民・税関捜査局); not between two bodies of a list."""
    if pattern.type not in JOINED or position == 0:
        return False
    if any(c.type in LISTED for c in scan.by_end.get(position, ())):
        return False
    # Kリーグ・仁川ユナイテッド: what ends before the mark is a name already
    return not any(end == position and other.type is pattern.type for _, end, other in scan.hits[Hit.SUFFIX])


def _builds(scan: Scan, index: int, pattern: NamePattern) -> bool:
    """Whether a morpheme may be part of a name: no title, no description (大手, 国営), no affix (製)."""
    words = scan.words
    kind, surface = words.kinds[index], words.surface(index)
    if kind is Kind.NUMBER:
        return pattern.type in NUMBERED
    if kind not in BUILDING or (is_hiragana(surface[0]) and kind not in PROPER):
        return False
    if surface in scan.namer.title_words or surface in scan.namer.describers:
        return False
    if kind is Kind.PREFIX and surface in scan.namer.title_prefixes:
        return False
    return not (kind is Kind.SUFFIX and surface in scan.namer.suffixes)


def _builds_place(scan: Scan, index: int, *, second: bool) -> bool:
    """The word before a place's suffix is a proper noun; before that only 東, 新 and the like."""
    kind = scan.words.kinds[index]
    if second:
        return kind in {Kind.PREFIX, Kind.PLACE} or scan.words.surface(index) == "第"
    return kind in PROPER or kind is Kind.NUMBER or is_uncommon(scan, index)


def _is_lone_short(scan: Scan, start: int, end: int, pattern: NamePattern) -> bool:
    """米 in 米ユナイテッド航空 stands for itself; in a body's name (米半導体工業会) it belongs to it."""
    if end - start != 1 or scan.text[start] not in scan.namer.shorts:
        return False
    following = scan.char(end)
    return pattern.type not in {EntityType.ORG, EntityType.POLICY} or is_katakana(following) or is_latin(following)


def run_end(scan: Scan, start: int, *, kana: bool = False) -> int:
    """Where a name that begins here ends: a katakana or Latin run, or proper nouns with the nouns after them.

    ``kana``: also nouns in hiragana.
    """
    text, words = scan.text, scan.words
    if start >= len(text):
        return start
    stop = foreign_end(text, start)
    if stop > start:
        return stop
    index = words.first.get(start)
    while index is not None and index < len(words.starts) and words.kinds[index] in BUILDING:
        hiragana = is_hiragana(text[words.starts[index]]) and words.kinds[index] not in PROPER
        if (hiragana and not kana) or words.surface(index) in scan.namer.title_words:
            break
        stop = words.ends[index]
        index += 1
    return stop


def has_proper(scan: Scan, start: int, end: int) -> bool:
    """True if a span holds a proper noun, an uncommon word, Latin letters or a name of the gazetteer."""
    words = scan.words
    if start >= end:
        return False
    for index in range(words.word_at(start), words.word_at(end - 1) + 1):
        if words.kinds[index] in PROPER or is_latin(scan.text[words.starts[index]]):
            return True
        if words.kinds[index] in COMMON and is_uncommon(scan, index):
            return True
    if scan.text[start] in scan.namer.shorts and _is_one_word(scan, start):
        return True
    return any(c.end - c.start > 1 for c in scan.names_within(start, end))


def is_uncommon(scan: Scan, index: int) -> bool:
    """An unknown word, or a katakana word that is none of the common ones."""
    words = scan.words
    return words.unknown(index) or (is_katakana(scan.text[words.starts[index]]) and words.rare(index))


def _is_one_word(scan: Scan, start: int) -> bool:
    """True for a country's kanji that is a word by itself at the head of a name: 米半導体工業会."""
    index = scan.words.first.get(start)
    return index is not None and scan.words.ends[index] == start + 1


def is_common_foreign(scan: Scan, start: int, end: int) -> bool:
    """True for a single katakana word of the dictionary that is no name: メーカー."""
    index = scan.words.first.get(start)
    if index is None or scan.words.ends[index] != end:
        return False
    return scan.words.kinds[index] in COMMON and not scan.words.rare(index)


def looks_foreign_name(scan: Scan, start: int, end: int, *, direct: bool) -> bool:
    """A katakana or Latin run that is no common word: uncommon, proper, or with such a part.

    ``direct``: it stands right beside its description, so that known Latin words count too (英BP).
    """
    words = scan.words
    index = words.first.get(start)
    if index is None or scan.text[start:end].isdigit():
        return False
    if words.ends[index] >= end:
        return words.kinds[index] in PROPER or words.rare(index) or (is_latin(scan.text[start]) and direct)
    return any(
        words.kinds[i] in PROPER or words.rare(i) or is_latin(scan.text[words.starts[i]])
        for i in range(index, words.word_at(end - 1) + 1)
    )


def looks_native_name(scan: Scan, start: int, end: int) -> bool:
    """A kanji name beside a description: it begins with a proper noun and is no place or person alone."""
    index = scan.words.first.get(start)
    if index is None or end - start < 3:
        return False
    if scan.words.kinds[index] not in PROPER and not scan.words.unknown(index):
        return False
    return scan.words.ends[index] < end or scan.words.kinds[index] is Kind.PROPER


def name_may_end(scan: Scan, position: int) -> bool:
    """A name by description ends its phrase: a particle, mark or affix follows."""
    if position >= len(scan.text):
        return True
    index = scan.words.first.get(position)
    if index is None:
        return False
    return scan.words.kinds[index] in CLOSING or scan.words.surface(index) in scan.namer.name_closers
