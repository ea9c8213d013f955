"""Single kanji that stand for countries – 日米, 対中, 米企業, 豪ライナス – and only where grammar licenses them."""

from __future__ import annotations

from kg.mentions.candidate import RANK_ENTRY, Candidate
from kg.mentions.gazetteer import fits
from kg.mentions.namer import Hit
from kg.mentions.scan import Scan
from kg.mentions.script import is_hiragana, is_katakana, is_latin
from kg.mentions.words import PROPER, Kind
from kg.model import EntityType
from kg.rulebook.types import Entry

CLOSERS = frozenset({Kind.PARTICLE, Kind.VERB, Kind.SYMBOL, Kind.SPACE, Kind.OTHER, Kind.ADVERBIAL})
CHAIN = frozenset({Kind.NOUN, Kind.VERBAL, Kind.SUFFIX, Kind.ADJECTIVE, Kind.PREFIX, *PROPER})
LONGEST_CHAIN = 5
HEADLINE_PARTICLES = frozenset("はがも")
NO_NAMES_OF_COUNTRY = frozenset({EntityType.COUNTRY, EntityType.RESOURCE})


def find_shorts(scan: Scan) -> list[Candidate]:
    """The licensed single kanji: each is a mention of its own."""
    found: list[Candidate] = []
    for run in _runs(scan):
        start, end = _trim(scan, *run)
        for piece in _licensed(scan, start, end):
            entry = scan.namer.shorts[scan.text[piece]]
            found.append(_mention(piece, entry))
    return found


def _mention(position: int, entry: Entry) -> Candidate:
    return Candidate(position, position + 1, entry.type, entry.id, "entry", None, RANK_ENTRY)


def _runs(scan: Scan) -> list[tuple[int, int]]:
    """Longest runs of such kanji: 日米豪印."""
    runs: list[tuple[int, int]] = []
    for start, end, _ in scan.hits[Hit.SHORT]:
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _trim(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Drop ends that belong to other words: 日 of 12日米国, 独 of 日米独自."""
    while start < end and not _begins(scan, start):
        start += 1
    while start < end and not _ends(scan, end):
        end -= 1
    return start, end


def _begins(scan: Scan, position: int) -> bool:
    text, words = scan.text, scan.words
    if position and (text[position - 1].isdigit() or text[position - 1] in "〇一二三四五六七八九十百千万数"):
        return False
    if position in words.first:
        return not _numbered(scan, words.first[position])
    # a morpheme such as 対中 or 訪米
    return affix_before(scan, position) is not None


def _numbered(scan: Scan, index: int) -> bool:
    return index > 0 and scan.words.kinds[index - 1] is Kind.NUMBER


def _ends(scan: Scan, position: int) -> bool:
    """True if a word ends here, or what is left of the word is a noun that may follow a country (米|側)."""
    words = scan.words
    if position in words.last:
        return True
    tail = scan.text[position : words.ends[words.word_at(position)]]
    return tail in scan.namer.suffixes or tail in scan.namer.short_heads or tail in scan.namer.organ_words


def affix_before(scan: Scan, position: int) -> int | None:
    """Where the affix that binds a country at ``position`` begins (対 in 対日), None if there is none."""
    words = scan.words
    for length in (2, 1):
        start = position - length
        if start >= 0 and scan.text[start:position] in scan.namer.affixes and start in words.first:
            return start
    return None


def _licensed(scan: Scan, start: int, end: int) -> list[int]:
    """The positions of a trimmed run that stand for countries."""
    if start >= end:
        return []
    affix = affix_before(scan, start)
    if affix is not None:
        return list(range(start, end)) if _meant(scan, affix, end) else []
    if end - start >= 2:
        return list(range(start, end)) if _meant(scan, start, end) else []
    return [start] if _single(scan, start) else []


def _meant(scan: Scan, start: int, end: int) -> bool:
    """False for runs with another reading: 日中 by day, 対比, 中米."""
    for stop in {end, scan.words.ends[scan.words.word_at(end - 1)]}:
        compound = scan.namer.compounds.get(scan.text[start:stop])
        if compound is not None:
            return compound.context is not None and fits(compound.context, scan.text, start, stop)
    return True


def _single(scan: Scan, position: int) -> bool:
    """A kanji by itself: 米企業, 米側, 豪ライナス, 米テネシー州, 米半導体大手."""
    text, words, after = scan.text, scan.words, position + 1
    if position not in words.first or not _free_before(scan, position):
        return False
    rest = text[after : after + 8]
    if rest.startswith(scan.namer.short_blocks):
        return False
    suffix = _suffix_at(scan, after)
    if suffix:
        return _meant(scan, position, after + len(suffix))
    if after not in words.first:
        tail = text[after : words.ends[words.word_at(position)]]
        return tail in scan.namer.short_heads and not is_weak(scan, position)
    if _heads_headline(scan, position) or _before_foreign_name(scan, after):
        return True
    if is_weak(scan, position):
        return _before_described_name(scan, after)
    return _before_known_name(scan, after) or _before_noun(scan, after)


def is_weak(scan: Scan, position: int) -> bool:
    """True for a kanji that is also a common noun, counter or suffix by itself: 日, 中, 台."""
    compound = scan.namer.compounds.get(scan.text[position])
    return compound is not None and compound.context is None


def _heads_headline(scan: Scan, position: int) -> bool:
    """The country as topic of a headline or of a part of it: 米、規制を強化; …に署名、米が仲介."""
    text, following = scan.text, scan.char(position + 1)
    if position == 0 and following == "、":
        return _meant(scan, position, position + 2)
    if following not in HEADLINE_PARTICLES or (position and text[position - 1] not in " 、"):
        return False
    return _meant(scan, position, position + 2) and (bool(scan.named) or _speaks_of_states(scan))


def _speaks_of_states(scan: Scan) -> bool:
    """A noun that takes a country before it stands somewhere: 関税, 制裁."""
    return any(scan.words.surface(index) in scan.namer.short_heads for index in range(len(scan.words.starts)))


def _before_described_name(scan: Scan, position: int) -> bool:
    """A chain of nouns and a description such as 大手 follow: 加石油大手, 印鉄鋼大手."""
    words = scan.words
    index = words.first.get(position)
    while index is not None and index < len(words.starts) and words.kinds[index] in CHAIN:
        if words.surface(index) in scan.namer.describers:
            return _meant(scan, position - 1, words.ends[index])
        index += 1
    return False


def is_short_word(scan: Scan, position: int) -> bool:
    """True if the kanji is a word of its own that no noun or number runs into."""
    alone = position in scan.words.first and position + 1 in scan.words.last
    return alone and not _numbered(scan, scan.words.first[position]) and _free_before(scan, position)


def _free_before(scan: Scan, position: int) -> bool:
    """True if no noun runs into the kanji: not 玄|米, 新|米; but トランプ|米大統領, 旧|独."""
    index = scan.words.first[position]
    if index == 0:
        return True
    before = scan.words.kinds[index - 1]
    return before in CLOSERS or before in PROPER


def _suffix_at(scan: Scan, position: int) -> str:
    """The affix after a country: 系 in 米系, 側 in 英側."""
    for length in (3, 2, 1):
        text = scan.text[position : position + length]
        if text in scan.namer.suffixes and position + length in scan.words.last:
            return text
    return ""


def _before_foreign_name(scan: Scan, position: int) -> bool:
    """A katakana or Latin name follows: 豪ライナス, 英BP; not a common word (米アレルギー)."""
    char = scan.char(position)
    if not (is_katakana(char) or is_latin(char)):
        return False
    if position in scan.by_start:
        return True
    words = scan.words
    index = words.first.get(position)
    if index is None:
        return False
    known_common = words.kinds[index] not in PROPER and not words.rare(index) and not is_latin(char)
    joined = scan.char(words.ends[index]) == "・" or is_katakana(scan.char(words.ends[index]))
    return not known_common or joined


def _before_known_name(scan: Scan, position: int) -> bool:
    """A name of that country follows: 米西海岸, 米国家安全保障戦略."""
    return any(c.type not in NO_NAMES_OF_COUNTRY for c in scan.by_start.get(position, ()))


def _before_noun(scan: Scan, position: int) -> bool:
    """A noun that takes a country before it follows, or ends the chain of nouns that follows: 米紙, 米半導体大手."""
    words, heads = scan.words, scan.namer.short_heads
    index = words.first.get(position)
    steps = 0
    while index is not None and index < len(words.starts) and steps < LONGEST_CHAIN and words.kinds[index] in CHAIN:
        surface = words.surface(index)
        if is_hiragana(surface[0]) and steps == 0:
            return False
        if surface in heads or surface.endswith(scan.namer.head_endings):
            return True
        index, steps = index + 1, steps + 1
    return False
