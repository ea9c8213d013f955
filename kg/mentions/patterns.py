"""Names that no list holds, by the patterns of the rules: what their first or last word is, or what stands beside
them (住友金属鉱山, 海運大手X, 法案「…」)."""

from __future__ import annotations

from kg.mentions.candidate import RANK_PATTERN, Candidate
from kg.mentions.namer import Hit
from kg.mentions.organs import ORDINAL, host_before, state_before
from kg.mentions.persons import name_before
from kg.mentions.quotes import Quote, find_quotes
from kg.mentions.scan import Scan
from kg.mentions.script import foreign_end, foreign_start, is_hiragana, is_kanji, is_katakana, is_latin, shape_of
from kg.mentions.shorts import is_short_word
from kg.mentions.words import PROPER, Kind
from kg.model import EntityId, EntityType
from kg.rulebook.types import NamePattern

BUILDING = frozenset({Kind.NOUN, Kind.VERBAL, Kind.SUFFIX, Kind.PREFIX, Kind.ADJECTIVE, *PROPER})
LONGEST_RUN = 6
"""Morphemes of a name besides its affix."""
BODIES = frozenset({EntityType.ORG, EntityType.GOV, EntityType.COMPANY})
SEPARATORS = ("の", "、", "・")
"""What may stand between a description and the name: 石油大手のX, メーカー、X."""


def find_patterned(scan: Scan) -> list[Candidate]:
    """All that the patterns find in the sentence."""
    quotes = find_quotes(scan.text)
    found: list[Candidate | None] = []
    for start, end, pattern in scan.hits[Hit.SUFFIX]:
        if pattern.quoted != "no":
            found.extend(_quoted_with_suffix(scan, end, pattern, quotes))
        if pattern.quoted != "must":
            found.append(_with_suffix(scan, start, end, pattern))
    for start, end, pattern in scan.hits[Hit.PREFIX]:
        if not pattern.suffix and pattern.quoted != "must":
            found.append(_with_prefix(scan, start, end, pattern))
    for start, end, pattern in scan.hits[Hit.BEFORE]:
        if pattern.quoted != "no":
            found.extend(_quoted_after(scan, start, end, pattern, quotes))
        if pattern.quoted != "must":
            found.append(_after_description(scan, start, end, pattern))
    found.extend(_after_country(scan))
    for start, end, pattern in scan.hits[Hit.AFTER]:
        if pattern.quoted != "no":
            found.extend(_quoted_before(scan, start, pattern, quotes))
        if pattern.quoted != "must":
            found.append(_before_word(scan, start, end, pattern))
    return [candidate for candidate in found if candidate is not None]


def _make(scan: Scan, start: int, end: int, pattern: NamePattern, entity: EntityId | None = None) -> Candidate | None:
    text = scan.text[start:end]
    if text in pattern.not_words or end - start < 2:
        return None
    for named in scan.namer.aliases.get(text, ()):
        if named.context is None:
            entry = named.entry
            return Candidate(start, end, entry.type, entry.id, "entry", entry.country, RANK_PATTERN)
    if pattern.shapes and shape_of(text) not in pattern.shapes:
        return None
    return Candidate(start, end, pattern.type, entity or text, f"pattern:{pattern.id}", None, RANK_PATTERN)


def _with_suffix(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """三菱重工業, グラスベルグ鉱山, トランプ政権."""
    words = scan.words
    if end not in words.last or _suffix_runs_on(scan, end):
        return None
    if _inside_title(scan, start, end):
        return None
    if pattern.type is EntityType.GOV:
        return _organ_like(scan, start, end, pattern)
    whole = _whole_word(scan, start, end, pattern)
    if whole is not None:
        return whole
    begin = _run_start(scan, start, pattern)
    if begin is None or start - begin < pattern.needs:
        return None
    if pattern.prefix:
        if not scan.text.startswith(pattern.prefix, begin):
            return None
    elif pattern.proper and not has_proper(scan, _adjacent(scan, start) if pattern.type is EntityType.COMPANY else begin, start):
        return None
    if any(begin < c.start < start and c.type in BODIES for c in scan.by_end.get(end, ())):
        # what the gazetteer knows ends here: 朝鮮労働党 after a person's name
        return None
    if pattern.type in {EntityType.COMPANY, EntityType.PLACE} and _is_about_good(scan, begin, end):
        return None
    if any(scan.text[begin:end].startswith(word) for word in pattern.not_words):
        return None
    entity = scan.text[begin:start] if pattern.drop else None
    return _make(scan, begin, end, pattern, entity)


def _inside_title(scan: Scan, start: int, end: int) -> bool:
    """True for 事務局 in 事務局長."""
    return any(begin <= start and end < stop for begin, stop, _ in scan.hits[Hit.TITLE])


def _whole_word(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """A proper noun of the dictionary that ends in the suffix: 早稲田大学, 名古屋鉄道."""
    index = scan.words.last[end]
    begin = scan.words.starts[index]
    kinds = {Kind.PLACE} if pattern.type is EntityType.PLACE else {Kind.PROPER}
    if begin >= start or scan.words.kinds[index] not in kinds or pattern.prefix:
        return None
    return _make(scan, begin, end, pattern, scan.text[begin:start] if pattern.drop else None)


def _adjacent(scan: Scan, end: int) -> int:
    """Where the word before a company's suffix begins: it must be the proper noun (フランス国立放送 is none)."""
    index = scan.words.word_at(end - 1)
    start = foreign_start(scan.text, end)
    return start if start < end else scan.words.starts[index]


def _is_about_good(scan: Scan, start: int, end: int) -> bool:
    """True for a good and what is done with it (レアアース精錬, タングステン鉱床), or a good that ends in the suffix
    (中国製電気自動車): no names."""
    begins = any(c.type is EntityType.RESOURCE and c.end < end for c in scan.by_start.get(start, ()))
    return begins or any(c.type is EntityType.RESOURCE for c in scan.by_end.get(end, ()))


def _suffix_runs_on(scan: Scan, end: int) -> bool:
    """True if the suffix is itself only the start of a longer katakana or Latin word."""
    if end >= len(scan.text):
        return False
    left, right = scan.text[end - 1], scan.text[end]
    return is_katakana(left) and is_katakana(right) or is_latin(left) and is_latin(right)


def _organ_like(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """A government named by a person (トランプ政権) or an organ that no list holds, by its state (米海洋大気庁)."""
    if pattern.prefix:
        return _numbered_unit(scan, start, end, pattern)
    if "kana" in pattern.shapes:
        name = name_before(scan, _before_former(scan, start), None, past=False)
        if name is None:
            return None
        entity = scan.text[name[0] : name[1]] + scan.text[start:end]
        return Candidate(name[0], end, EntityType.GOV, entity, f"pattern:{pattern.id}", None, RANK_PATTERN)
    position = start
    for _ in range(LONGEST_RUN):
        state = state_before(scan, position)
        if state is not None and start - position >= pattern.needs:
            begin, entry = state
            entity = (entry.prefix or entry.id) + scan.text[position:end]
            host = host_before(scan, begin)
            if host is not None:
                # an embassy: 在中国日本大使館
                begin, entity = host, scan.text[host:end]
            return Candidate(begin, end, EntityType.GOV, entity, f"pattern:{pattern.id}", entry.id, RANK_PATTERN)
        index = scan.words.last.get(position)
        if index is None or scan.words.kinds[index] not in BUILDING or not is_kanji(scan.text[scan.words.starts[index]]):
            return None
        position = scan.words.starts[index]
    return None


def _numbered_unit(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """第7艦隊, 米第7艦隊."""
    match = ORDINAL.search(scan.text, max(0, start - 5), start)
    if match is None or match.start() not in scan.words.first:
        return None
    state = state_before(scan, match.start())
    begin, country = (state[0], state[1].id) if state else (match.start(), None)
    return Candidate(begin, end, EntityType.GOV, scan.text[begin:end], f"pattern:{pattern.id}", country, RANK_PATTERN)


def _before_former(scan: Scan, position: int) -> int:
    """Before 前 or 第2次: バイデン前政権."""
    for prefix in scan.namer.title_prefixes:
        if scan.text.endswith(prefix, 0, position):
            return position - len(prefix)
    return position


def _run_start(scan: Scan, end: int, pattern: NamePattern) -> int | None:
    """Where the run of name-like morphemes that ends at ``end`` begins, None if there is none."""
    text, words = scan.text, scan.words
    if end <= 0:
        return None
    if is_katakana(text[end - 1]) or is_latin(text[end - 1]) or text[end - 1] in "・&":
        start = foreign_start(text, end)
        return _native_start(scan, start, pattern) if start < end else None
    if end not in words.last and not words.ends_at(end):
        return None
    return _native_start(scan, end, pattern)


def _native_start(scan: Scan, end: int, pattern: NamePattern) -> int:
    """Walk over the morphemes of a compound noun to the left, stopping at what is no part of a name."""
    text, words = scan.text, scan.words
    position = end
    place = pattern.type is EntityType.PLACE
    for _ in range(2 if place else LONGEST_RUN):
        if position <= 0:
            break
        if is_katakana(text[position - 1]) or is_latin(text[position - 1]):
            start = foreign_start(text, position)
            common = pattern.proper and _is_common_foreign(scan, start, position)
            if start >= position or common or place and position != end:
                break
            position = start
            continue
        index = words.word_at(position - 1)
        if words.ends[index] != position and position != end or not _builds(scan, index, pattern):
            break
        if _is_lone_short(scan, words.starts[index], position, pattern):
            break
        if place and not _builds_place(scan, index, position != end):
            break
        position = words.starts[index]
    while position < end and words.kinds[words.word_at(position)] is Kind.NUMBER:
        position = words.ends[words.word_at(position)]
    return position


def _builds(scan: Scan, index: int, pattern: NamePattern) -> bool:
    """Whether a morpheme may be part of a name: no title, no description (大手, 国営), no affix (製)."""
    words = scan.words
    kind, surface = words.kinds[index], words.surface(index)
    if kind is Kind.NUMBER:
        return pattern.type in {EntityType.PRODUCT, EntityType.PLACE, EntityType.EVENT}
    if kind not in BUILDING or is_hiragana(surface[0]) and kind not in PROPER:
        return False
    if surface in scan.namer.title_words or surface in scan.namer.describers:
        return False
    return not (kind is Kind.SUFFIX and surface in scan.namer.suffixes)


def _builds_place(scan: Scan, index: int, second: bool) -> bool:
    """The word before a place's suffix is a proper noun; before that only 東, 新 and the like."""
    kind = scan.words.kinds[index]
    if second:
        return kind in {Kind.PREFIX, Kind.PLACE} or scan.words.surface(index) == "第"
    return kind in PROPER or kind is Kind.NUMBER or _is_uncommon(scan, index)


def _is_common_foreign(scan: Scan, start: int, end: int) -> bool:
    """True for a single katakana word of the dictionary that is no name: メーカー."""
    index = scan.words.first.get(start)
    if index is None or scan.words.ends[index] != end:
        return False
    return scan.words.kinds[index] in {Kind.NOUN, Kind.VERBAL} and not scan.words.rare(index)


def _is_title(scan: Scan, end: int) -> bool:
    """True if a title ends here: 氏 in 山田氏電力."""
    index = scan.words.last.get(end)
    return index is not None and scan.words.surface(index) in scan.namer.title_words


def _is_lone_short(scan: Scan, start: int, end: int, pattern: NamePattern) -> bool:
    """米 in 米ユナイテッド航空 stands for itself; in a body's name (米半導体工業会) it belongs to it."""
    if end - start != 1 or scan.text[start] not in scan.namer.shorts:
        return False
    following = scan.char(end)
    return pattern.type not in {EntityType.ORG, EntityType.POLICY} or is_katakana(following) or is_latin(following)


def has_proper(scan: Scan, start: int, end: int) -> bool:
    """True if a span holds a proper noun, an unknown word, Latin letters or a name of the gazetteer."""
    words = scan.words
    if start >= end:
        return False
    for index in range(words.word_at(start), words.word_at(end - 1) + 1):
        if words.kinds[index] in PROPER or is_latin(scan.text[words.starts[index]]):
            return True
        if words.kinds[index] in {Kind.NOUN, Kind.VERBAL} and _is_uncommon(scan, index):
            return True
    if scan.text[start] in scan.namer.shorts and single_initial(scan, start):
        return True
    return any(start <= c.start and c.end <= end and c.end - c.start > 1 for c in scan.named)


def _is_uncommon(scan: Scan, index: int) -> bool:
    """An unknown word, or a katakana word that is none of the common ones."""
    words = scan.words
    return words.unknown(index) or is_katakana(scan.text[words.starts[index]]) and words.rare(index)


def single_initial(scan: Scan, start: int) -> bool:
    """True for a country's kanji that is a word by itself at the head of a name: 米半導体工業会."""
    index = scan.words.first.get(start)
    return index is not None and scan.words.ends[index] == start + 1


def _with_prefix(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """株式会社X."""
    if start not in scan.words.first:
        return None
    stop = _run_end(scan, end, kana=True)
    if stop - end < pattern.needs:
        return None
    return _make(scan, start, stop, pattern, scan.text[end:stop] if pattern.drop else None)


def _run_end(scan: Scan, start: int, *, kana: bool = False) -> int:
    """Where a name that begins here ends: a katakana or Latin run, or proper nouns with the nouns after them.
    ``kana``: also nouns in hiragana."""
    text, words = scan.text, scan.words
    if start >= len(text):
        return start
    stop = foreign_end(text, start)
    if stop == start:
        index = words.first.get(start)
        while index is not None and index < len(words.starts) and words.kinds[index] in BUILDING:
            hiragana = is_hiragana(text[words.starts[index]]) and words.kinds[index] not in PROPER
            if hiragana and not kana or _is_title(scan, words.ends[index]):
                break
            stop = words.ends[index]
            index += 1
    return stop


def _after_description(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """半導体大手エヌビディア, 鉱山会社のコデルコ, 電子機器大手、聞泰科技."""
    text, words = scan.text, scan.words
    if end not in words.last:
        return None
    begin = end
    for separator in SEPARATORS:
        if text.startswith(separator, end):
            begin = end + len(separator)
            break
    if begin not in words.first or _named_at(scan, begin):
        return None
    stop = foreign_end(text, begin)
    if stop > begin and not _looks_foreign_name(scan, begin, stop, direct=begin == end):
        return None
    if stop == begin:
        stop = _run_end(scan, begin)
        if not _looks_native_name(scan, begin, stop):
            return None
    if not pattern.needs <= stop - begin <= 24 or not _name_may_end(scan, stop):
        return None
    return _make(scan, begin, stop, pattern)


def _after_country(scan: Scan) -> list[Candidate]:
    """豪ライナス, 英BP: a katakana or Latin name right after a country's kanji is a company's, if nothing else is
    known of it and its phrase ends with it."""
    found = []
    for _, start, entry in scan.hits[Hit.SHORT]:
        if not is_short_word(scan, start - 1) or _named_at(scan, start):
            continue
        stop = foreign_end(scan.text, start)
        if stop - start < 2 or not _looks_foreign_name(scan, start, stop, direct=True) or not _name_may_end(scan, stop):
            continue
        if scan.words.kinds[scan.words.word_at(start)] in {Kind.PLACE, Kind.COUNTRY}:
            continue
        name = scan.text[start:stop]
        found.append(
            Candidate(start, stop, EntityType.COMPANY, name, "pattern:company.country", entry.id, RANK_PATTERN)
        )
    return found


def _named_at(scan: Scan, position: int) -> bool:
    """True if the gazetteer knows what begins here."""
    return position in scan.by_start


def _looks_foreign_name(scan: Scan, start: int, end: int, *, direct: bool) -> bool:
    """A katakana or Latin run that is no common word: unknown, proper, joined by ・, or of several words."""
    words = scan.words
    index = words.first.get(start)
    if index is None:
        return False
    if scan.text[start].isdigit() and shape_of(scan.text[start:end]) == "mixed" and scan.text[start:end].isdigit():
        return False
    if words.ends[index] >= end:
        return words.kinds[index] in PROPER or words.rare(index) or is_latin(scan.text[start]) and direct
    return any(
        words.kinds[i] in PROPER or words.rare(i) or is_latin(scan.text[words.starts[i]])
        for i in range(index, words.word_at(end - 1) + 1)
    )


def _looks_native_name(scan: Scan, start: int, end: int) -> bool:
    """A kanji name beside a description: it begins with a proper noun and is no place or person alone."""
    index = scan.words.first.get(start)
    if index is None or end - start < 3:
        return False
    if scan.words.kinds[index] not in PROPER and not scan.words.unknown(index):
        return False
    return scan.words.ends[index] < end or scan.words.kinds[index] is Kind.PROPER


def _name_may_end(scan: Scan, position: int) -> bool:
    """A name by description ends its phrase: a particle, mark or title follows."""
    if position >= len(scan.text):
        return True
    index = scan.words.first.get(position)
    if index is None:
        return False
    if scan.words.kinds[index] in {Kind.PARTICLE, Kind.SYMBOL, Kind.SPACE, Kind.VERB}:
        return True
    return any(scan.text.startswith(word, position) for word in ("社", "など", "ら", "側", "傘下"))


def _before_word(scan: Scan, start: int, end: int, pattern: NamePattern) -> Candidate | None:
    """アップル社, F35戦闘機, もがみ型護衛艦: a word after the name that is no part of it."""
    if not scan.words.ends_at(end):
        return None
    begin = foreign_start_with_digits(scan, start) if pattern.shapes == ("latin",) else foreign_start(scan.text, start)
    if begin >= start or start - begin < pattern.needs:
        return None
    if _named_exactly(scan, begin, start) or _is_common_foreign(scan, begin, start):
        return None
    for known in scan.by_start.get(begin, ()):
        if known.end < start and known.type in {EntityType.COUNTRY, EntityType.ORG}:
            return None
    return _make(scan, begin, start, pattern)


def _named_exactly(scan: Scan, start: int, end: int) -> bool:
    return any(c.end == end for c in scan.by_start.get(start, ()))


def foreign_start_with_digits(scan: Scan, end: int) -> int:
    """Where a model number begins that ends here: F35, J-15, B2."""
    text, start = scan.text, end
    while start and (text[start - 1].isascii() and text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while start < end and not is_latin(text[start]):
        start += 1
    return start


def _quoted_after(scan: Scan, start: int, end: int, pattern: NamePattern, quotes: list[Quote]) -> list[Candidate]:
    """演習「…」: the quoted name after a description."""
    for quote in quotes:
        if quote.start - 1 == end:
            return _from_quote(scan, quote, pattern)
    return []


def _quoted_before(scan: Scan, start: int, pattern: NamePattern, quotes: list[Quote]) -> list[Candidate]:
    """「…」構想: the quoted name before a word."""
    for quote in quotes:
        if quote.end + 1 == start:
            return _from_quote(scan, quote, pattern)
    return []


def _quoted_with_suffix(scan: Scan, end: int, pattern: NamePattern, quotes: list[Quote]) -> list[Candidate]:
    """「…法案」: a quoted name whose last word says what it is."""
    for quote in quotes:
        if end in {quote.end, quote.alias_start - 1 if quote.alias_start else quote.end}:
            return _from_quote(scan, quote, pattern)
    return []


def _from_quote(scan: Scan, quote: Quote, pattern: NamePattern) -> list[Candidate]:
    stop = quote.alias_start - 1 if quote.alias_start else quote.end
    if stop - quote.start < max(pattern.needs, 2) or not _is_name(scan, quote.start, stop):
        return []
    name = _make(scan, quote.start, stop, pattern)
    found = [name] if name is not None else []
    if name is not None and quote.alias_start and quote.alias_end - quote.alias_start >= 2:
        found.append(
            Candidate(quote.alias_start, quote.alias_end, name.type, name.entity, name.found, name.country, RANK_PATTERN)
        )
    return found


def _is_name(scan: Scan, start: int, end: int) -> bool:
    """A quotation that is a name: short, without a predicate at its end."""
    if end - start > 30 or any(mark in scan.text[start:end] for mark in "。、!?"):
        return False
    return scan.words.kinds[scan.words.word_at(end - 1)] not in {Kind.VERB, Kind.PARTICLE}
