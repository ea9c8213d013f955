"""Sentence text → Words: its morphemes (bare Sudachi, mode C) with what finding names needs to know of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer

LONGEST = 12_000
"""Sudachi refuses texts of 49,149 bytes and more; longer sentences are read in pieces of this many characters."""

JOINED = 0x0FFFFFFF
"""The word number that Sudachi gives a morpheme which it joined from pieces."""


class Kind(IntEnum):
    """What a morpheme is, as far as names care."""

    NOUN = 1
    """A common noun: 半導体, 大手."""
    VERBAL = 2
    """A verbal noun: 輸出, 会談."""
    PROPER = 3
    """A proper noun that is not known to be a person or place: 三井物産."""
    COUNTRY = 4
    PLACE = 5
    SURNAME = 6
    GIVEN = 7
    PERSON = 8
    """A person's name that is neither known as family nor as given name, mostly kana: トランプ."""
    NUMBER = 9
    COUNTER = 10
    """月, 日, 台."""
    ADVERBIAL = 11
    """A noun of time: 昨年, 今日."""
    SUFFIX = 12
    PREFIX = 13
    ADJECTIVE = 14
    PARTICLE = 15
    VERB = 16
    SYMBOL = 17
    SPACE = 18
    OTHER = 19


PERSONAL = frozenset({Kind.SURNAME, Kind.GIVEN, Kind.PERSON})
PROPER = frozenset({Kind.PROPER, Kind.COUNTRY, Kind.PLACE, *PERSONAL})
NOMINAL = frozenset(
    {Kind.NOUN, Kind.VERBAL, Kind.SUFFIX, Kind.PREFIX, Kind.ADJECTIVE, Kind.NUMBER, Kind.COUNTER, *PROPER}
)
"""What a compound noun is made of."""


def kind_of(part_of_speech: tuple[str, ...]) -> Kind:
    """The kind of a Sudachi part of speech."""
    first, second, third, fourth = part_of_speech[:4]
    if first == "名詞":
        return _noun_kind(second, third, fourth)
    simple = {
        "助詞": Kind.PARTICLE, "動詞": Kind.VERB, "助動詞": Kind.VERB, "接尾辞": Kind.SUFFIX, "接頭辞": Kind.PREFIX,
        "形状詞": Kind.ADJECTIVE, "補助記号": Kind.SYMBOL, "記号": Kind.SYMBOL, "空白": Kind.SPACE,
    }  # fmt: skip
    return simple.get(first, Kind.OTHER)


def _noun_kind(second: str, third: str, fourth: str) -> Kind:
    if second == "固有名詞":
        if third == "人名":
            return {"姓": Kind.SURNAME, "名": Kind.GIVEN}.get(fourth, Kind.PERSON)
        if third == "地名":
            return Kind.COUNTRY if fourth == "国" else Kind.PLACE
        return Kind.PROPER
    if second == "数詞":
        return Kind.NUMBER
    return {"サ変可能": Kind.VERBAL, "助数詞可能": Kind.COUNTER, "副詞可能": Kind.ADVERBIAL}.get(third, Kind.NOUN)


class Words:
    """The morphemes of one text: parallel lists ``starts``, ``ends`` and ``kinds``."""

    __slots__ = ("_inner", "_morphemes", "ends", "first", "kinds", "last", "starts", "text")

    def __init__(self, text: str, morphemes: Sequence[Morpheme], starts: list[int], kinds: list[Kind]) -> None:
        self.text, self.starts, self.kinds = text, starts, kinds
        self.ends = [*starts[1:], len(text)] if starts else []
        indices = range(len(starts))
        self.first = dict(zip(starts, indices, strict=True))
        self.last = dict(zip(self.ends, indices, strict=True))
        self._morphemes = morphemes
        self._inner: dict[int, frozenset[int]] = {}

    def word_at(self, position: int) -> int:
        """The index of the morpheme that covers a character."""
        return bisect_right(self.starts, position) - 1

    def surface(self, index: int) -> str:
        """A morpheme as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def unknown(self, index: int) -> bool:
        """True if the dictionary lacks the morpheme; a run of katakana joined from pieces counts as lacking."""
        morpheme = self._morphemes[index]
        return bool(morpheme.is_oov()) or morpheme.word_id() & JOINED == JOINED

    def rare(self, index: int) -> bool:
        """True for a foreign word that Sudachi's thesaurus of common words lacks: クリストバル, not コンテナ."""
        return self.unknown(index) or not self._morphemes[index].synonym_group_ids()

    def begins(self, position: int) -> bool:
        """True if a morpheme, or a part of a compound common noun, begins here."""
        return position in self.first or position == len(self.text) or self._splits(position)

    def ends_at(self, position: int) -> bool:
        """True if a morpheme, or a part of a compound common noun, ends here."""
        return position in self.last or position == 0 or self._splits(position)

    def _splits(self, position: int) -> bool:
        """Whether the shorter units of a long common noun part here (米国|人); proper nouns stay whole (中国電力)."""
        if not self.starts:
            return False
        index = self.word_at(position)
        if self.kinds[index] in PROPER:
            return False
        if index not in self._inner:
            from sudachipy import SplitMode

            base = self._morphemes[index].begin()
            parts = self._morphemes[index].split(SplitMode.A)
            self._inner[index] = frozenset(self.starts[index] + part.begin() - base for part in parts)
        return position in self._inner[index]


@cache
def load_tokenizer() -> tuple[Tokenizer, dict[int, Kind]]:
    """Sudachi in mode C, and a cache of the kinds of its parts of speech; one load takes some 20 ms."""
    from sudachipy import Dictionary, SplitMode

    dictionary: Any = Dictionary(dict="core")
    return dictionary.create(mode=SplitMode.C), {}


def read_words(text: str) -> Words:
    """Tokenise a text."""
    tokenizer, known = load_tokenizer()
    if len(text) <= LONGEST:
        whole = tokenizer.tokenize(text)
        starts, kinds = _columns(whole, known, 0)
        return Words(text, whole, starts, kinds)
    morphemes: list[Morpheme] = []
    starts, kinds = [], []
    for base in range(0, len(text), LONGEST):
        piece = tokenizer.tokenize(text[base : base + LONGEST])
        more = _columns(piece, known, base)
        morphemes.extend(piece)
        starts += more[0]
        kinds += more[1]
    return Words(text, morphemes, starts, kinds)


def _columns(morphemes: Sequence[Morpheme], known: dict[int, Kind], base: int) -> tuple[list[int], list[Kind]]:
    """Where each morpheme begins, and its kind."""
    # one walk: every step over a list of morphemes makes a new object
    rows = [(morpheme.begin(), morpheme.part_of_speech_id()) for morpheme in morphemes]
    starts = [start + base for start, _ in rows]
    try:
        return starts, [known[part] for _, part in rows]
    except KeyError:
        for morpheme in morphemes:
            known.setdefault(morpheme.part_of_speech_id(), kind_of(morpheme.part_of_speech()))
        return starts, [known[part] for _, part in rows]
