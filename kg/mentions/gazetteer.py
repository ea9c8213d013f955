"""Names that the entity files list: aliases that stand alone as words and in the context they need."""

from __future__ import annotations

from kg.mentions.candidate import RANK_ENTRY, Candidate
from kg.mentions.namer import Hit, Named
from kg.mentions.scan import Scan
from kg.mentions.script import KANJI, is_hiragana, is_kanji, is_katakana, is_latin, joins
from kg.mentions.words import PROPER, Kind
from kg.model import EntityType
from kg.rulebook.types import AliasContext

JOINTS = "・=＝゠"
SURE_LENGTH = 4
"""An alias this long is believed against the morphology, unless it lies inside one known name."""
FULL_NAME = 3
"""Characters of a Japanese name with family and given name."""
GEOGRAPHIC = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def find_entries(scan: Scan) -> list[Candidate]:
    """The aliases of the gazetteer in the sentence.

    日本 in 日本は; not 銀 in 銀行, インド in インドネシア, 京都 in 東京都, アマゾン in アマゾン川.
    """
    found = []
    marked = any(mark in scan.text for mark in JOINTS)
    for start, end, named in scan.hits[Hit.ALIAS]:
        if not stands_alone(scan, start, end):
            named = tuple(choice for choice in named if _is_cut(scan, start, end, choice))
        for choice in named:
            if choice.context is not None and not fits(choice.context, scan.text, start, end):
                continue
            if marked and _joined(scan, start, end, choice):
                continue
            entry = choice.entry
            found.append(Candidate(start, end, entry.type, entry.id, "entry", entry.country, RANK_ENTRY))
            break
    return found


def _begins(scan: Scan, hit: Hit, position: int) -> bool:
    """Whether a literal of a kind and of two characters or more begins here."""
    return any(start == position and end - start > 1 for start, end, _ in scan.hits[hit])


def _is_cut(scan: Scan, start: int, end: int, choice: Named) -> bool:
    """True where the dictionary cuts words otherwise than the rules: a state before its organ (中国|工業情報化省), a
    full name before a title (城内実|経済財政担当相), a prefecture before its city (新潟県|柏崎市)."""
    if not scan.words.begins(start):
        return False
    if choice.entry.type is EntityType.PLACE:
        return scan.text[end - 1] in "都道府県" and scan.words.kinds[scan.words.word_at(start)] is Kind.PLACE
    if choice.entry.type is EntityType.COUNTRY:
        return _begins(scan, Hit.ORGAN, end) or _before_last_word(scan, end)
    person = choice.entry.type is EntityType.PERSON and end - start >= FULL_NAME
    return person and _begins(scan, Hit.TITLE, end)


def _before_last_word(scan: Scan, position: int) -> bool:
    """True if an organ of one character ends the dictionary's word: 日本|軍."""
    stop = scan.words.ends[scan.words.word_at(position)] if position < len(scan.text) else position
    return stop == position + 1 and any(start == position for start, _, _ in scan.hits[Hit.ORGAN])


def stands_alone(scan: Scan, start: int, end: int) -> bool:
    """True if the span is a word or words of its own: neither script nor morphology goes on over its ends."""
    text, words = scan.text, scan.words
    if start > 0 and text[start] < KANJI and joins(text[start - 1], text[start]):
        return False
    if end < len(text) and text[end] < KANJI and joins(text[end - 1], text[end]):
        return False
    index = words.first.get(start)
    if index is not None and words.ends[index] == end:
        return True
    begins = words.begins(start) or (start > 0 and _script_changes(text[start - 1], text[start]))
    ends = words.ends_at(end) or (end < len(text) and _script_changes(text[end - 1], text[end]))
    if begins and ends:
        return not _inside_longer_name(scan, start, end)
    if end - start < SURE_LENGTH:
        return False
    return not _inside_longer_name(scan, start, end)


def _script_changes(left: str, right: str) -> bool:
    """True where katakana or Latin meets another script: インド|軍, 米|BP. Kanji and hiragana make words together."""
    foreign_left = is_katakana(left) or is_latin(left) or left.isdigit()
    foreign_right = is_katakana(right) or is_latin(right) or right.isdigit()
    return foreign_left != foreign_right


def _inside_longer_name(scan: Scan, start: int, end: int) -> bool:
    """True if one proper noun of the dictionary holds the span and more: 中国 in 中国電力."""
    words = scan.words
    index = words.word_at(start)
    if words.kinds[index] not in PROPER:
        return False
    holds = words.starts[index] <= start and end <= words.ends[index]
    more = words.starts[index] < start or end < words.ends[index]
    return holds and more and _is_native(scan.text, start, end)


def _is_native(text: str, start: int, end: int) -> bool:
    return any(is_kanji(char) or is_hiragana(char) for char in text[start:end])


def fits(context: AliasContext, text: str, start: int, end: int) -> bool:
    """Whether the neighbourhood is one in which an ambiguous alias means its entry."""
    left, right = text[:start], text[end:]
    if context.before and not left.endswith(context.before):
        return False
    if context.after and not right.startswith(context.after):
        return False
    if context.not_before and left.endswith(context.not_before):
        return False
    if context.not_after and right.startswith(context.not_after):
        return False
    if any(word in left or word in right for word in context.not_near):
        return False
    return not context.near or any(word in left or word in right for word in context.near)


def _joined(scan: Scan, start: int, end: int, choice: Named) -> bool:
    """True if ・ or = joins the alias to a further part of a longer name: トランプ in トランプ・ルート.

    Names that stand in a list (インド・パキスタン) are known on both sides of the mark; a state before a title may have
    its holder before it (プーチン・ロシア大統領).
    """
    text = scan.text
    if not (is_katakana(text[start]) or is_latin(text[start]) or is_katakana(text[end - 1]) or is_latin(text[end - 1])):
        return False
    before = start > 1 and text[start - 1] in JOINTS and _is_foreign(text[start - 2])
    after = end + 1 < len(text) and text[end] in JOINTS and _is_foreign(text[end + 1])
    if before and choice.entry.type is EntityType.COUNTRY and _begins(scan, Hit.TITLE, end):
        before = False
    if before and not _listed(scan, _part_before(text, start - 1), choice):
        return True
    return after and not _listed(scan, _part_after(text, end + 1), choice)


def _is_foreign(char: str) -> bool:
    return is_katakana(char) or is_latin(char)


def _part_before(text: str, end: int) -> str:
    start = end
    while start > 0 and _is_foreign(text[start - 1]):
        start -= 1
    return text[start:end]


def _part_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and _is_foreign(text[end]):
        end += 1
    return text[start:end]


def _listed(scan: Scan, part: str, choice: Named) -> bool:
    """Whether a neighbour in a list is a name of the same sort as the alias."""
    sort = choice.entry.type
    kinds = GEOGRAPHIC if sort in GEOGRAPHIC else frozenset({sort})
    return any(other.entry.type in kinds for other in scan.namer.aliases.get(part, ()))


def is_free_kind(kind: Kind) -> bool:
    """True for morphemes that end a compound: particles, verbs, marks, spaces."""
    return kind in {Kind.PARTICLE, Kind.VERB, Kind.SYMBOL, Kind.SPACE, Kind.OTHER}
