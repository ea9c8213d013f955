"""Document → Sentence: normalised sentences, each with the way back to the text as given.

A line never shares a sentence with the next. Within a line 。 ! ? end a sentence, but not inside brackets or
quotes; a headline, a line without 。, is also cut at its spaces. Normalisation is NFKC, and characters that show
nothing (zero-width spaces, variation selectors) are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kg.model import Document, Sentence

LONGEST = 2_000
"""Characters of a sentence at most; the parser takes 49,149 bytes, a character has up to 4."""
LONGEST_QUOTE = 300
"""Characters between brackets at most; in a longer stretch sentences end as outside."""
SHORTEST_HEADLINE = 8
"""Characters before a space at least that is to part a headline: not 山田 太郎."""

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_JAMO = re.compile("[\u1161-\u1175\u11a8-\u11c2]")
_BRACKETS = ("「」", "『』", "()", "[]", "【】", "〔〕", "〈〉", "《》", "“”", "〝〟")
_OPENERS = {pair[1]: pair[0] for pair in _BRACKETS}
_END = re.compile("[。!?][。!?" + re.escape("".join(_OPENERS)) + "]*")
# behind these the sentence of 「賛成か?」と聞いた, Yahoo!は and 何か?の goes on
_CONTINUES = re.compile("[とのはがをにでもやへ、,・a-zA-Z0-9]")
_LATIN = re.compile("[a-zA-Z]")
_SPACED_LATIN = re.compile(" +[a-zA-Z]")
_HIRAGANA = re.compile("[\u3041-\u309f]")
_SPACES = re.compile(" +")
_NO_PART_BEFORE = re.compile("[a-zA-Z0-9%&.'/:、,・-]")
_NO_PART_AFTER = re.compile("[a-zA-Z\u3041-\u309f]")
_SOFT_END = re.compile(r"[、,。!?」』)\]】 ]")


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document, in order. What holds neither letter nor digit is no sentence.

    ``paragraph`` counts the lines that have a sentence.
    """
    sentences: list[Sentence] = []
    paragraph = 0
    for line in _LINE.finditer(document.text):
        text, offsets = normalise(line.group(), start=line.start())
        before = len(sentences)
        for start, end in _pieces(text, offsets):
            sentences.append(
                Sentence(
                    document=document.id,
                    index=len(sentences),
                    paragraph=paragraph,
                    start=offsets[start],
                    end=offsets[end],
                    text=text[start:end],
                    offsets=offsets[start : end + 1],
                )
            )
        paragraph += len(sentences) > before
    return tuple(sentences)


def given_span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The span in the document as given of ``sentence.text[start:end]``.

    A character that is part of a normalised one comes whole: the span of ド in ドル out of ㌦ is that of ㌦.
    """
    offsets = sentence.offsets
    if start >= end:
        return offsets[start], offsets[start]
    return offsets[start], offsets[_whole(offsets, end)]


def normalise(given: str, *, start: int = 0) -> tuple[str, tuple[int, ...]]:
    """A text in NFKC and the offset of each of its characters in ``given``, plus that of the end.

    ``start`` is added to all offsets. Marks go with the character they stand on: ﾊﾞ → バ.
    """
    if unicodedata.is_normalized("NFKC", given) and not _UNSEEN.search(given):
        return given, tuple(range(start, start + len(given) + 1))
    text: list[str] = []
    offsets: list[int] = []
    for offset, cluster in _clusters(given):
        normal = unicodedata.normalize("NFKC", cluster)
        text.append(normal)
        offsets.extend([start + offset] * len(normal))
    return "".join(text), (*offsets, start + len(given))


def _clusters(given: str) -> Iterator[tuple[int, str]]:
    """Offset and characters of each stretch that normalisation may join, without unseen characters."""
    first, cluster = 0, ""
    for offset, character in enumerate(given):
        if _UNSEEN.match(character):
            continue
        if cluster and _joins(character):
            cluster += character
            continue
        if cluster:
            yield first, cluster
        first, cluster = offset, character
    if cluster:
        yield first, cluster


def _joins(character: str) -> bool:
    """Whether a character may become one with what is before it: marks, Korean vowels and finals."""
    if character.isascii():
        return False
    lead = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(lead)[0] == "M" or _JAMO.match(lead) is not None


def _pieces(text: str, offsets: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The spans of a line's sentences, trimmed."""
    cuts = [_whole(offsets, cut) for cut in _cuts(text)]
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        for part_start, part_end in _bounded(text, offsets, start, end):
            part = text[part_start:part_end]
            if any(character.isalnum() for character in part):
                yield part_start + len(part) - len(part.lstrip()), part_end - len(part) + len(part.rstrip())


def _cuts(text: str) -> list[int]:
    """Where a line's sentences part."""
    quoted = _quoted(text)
    ends = list(_ends(text, quoted))
    if "。" in text and any(mark == "。" and not inside for mark, inside in zip(text, quoted, strict=True)):
        return ends
    return sorted({*ends, *_headline_cuts(text, quoted)})


def _quoted(text: str) -> list[bool]:
    """For each character whether it stands between a pair of brackets, the closing one included.

    Brackets without a partner do not count, nor do pairs too far apart, so that a slip of the pen cannot swallow
    the rest of the line.
    """
    inside = [False] * len(text)
    opened: list[int] = []
    waiting = dict.fromkeys(_OPENERS.values(), 0)
    for here, character in enumerate(text):
        if character in waiting:
            opened.append(here)
            waiting[character] += 1
        elif (opener := _OPENERS.get(character)) and waiting[opener]:
            while text[partner := opened.pop()] != opener:
                waiting[text[partner]] -= 1
            waiting[opener] -= 1
            if here - partner <= LONGEST_QUOTE:
                inside[partner : here + 1] = [True] * (here + 1 - partner)
    return inside


def _ends(text: str, quoted: list[bool]) -> Iterator[int]:
    """Behind the marks that end a sentence, and behind a full quotation that stands by itself."""
    for found in _END.finditer(text):
        start, end = found.span()
        if quoted[start]:
            if _stands_alone(found.group(), text, quoted, end):
                yield end
        elif found.group() == "。" or not _continues(text, start, end):
            yield end


def _stands_alone(mark: str, text: str, quoted: list[bool], end: int) -> bool:
    """Whether a quotation ending in ``mark`` is a sentence: 「賛成だ。」首相は…, but not 「賛成だ。」と述べた."""
    if mark[0] != "。" or mark[-1] not in "」』" or end == len(text):
        return False
    opens_another = text[end] in _OPENERS.values()
    return (opens_another or not quoted[end]) and not _CONTINUES.match(text, end) and not _HIRAGANA.match(text, end)


def _continues(text: str, mark: int, end: int) -> bool:
    """Whether a sentence goes on behind !, ? or a closing bracket: Yahoo!は, Yahoo! JAPAN, 可能か?との声."""
    if _CONTINUES.match(text, end):
        return True
    return mark > 0 and bool(_LATIN.match(text, mark - 1) and _SPACED_LATIN.match(text, end))


def _headline_cuts(text: str, quoted: list[bool]) -> Iterator[int]:
    """Behind the spaces that part a headline: …輸出を全面禁止 首相の答弁に反発."""
    last = 0
    for space in _SPACES.finditer(text.rstrip()):
        start, end = space.span()
        if start - last < SHORTEST_HEADLINE or quoted[start]:
            continue
        if not _NO_PART_BEFORE.match(text, start - 1) and not _NO_PART_AFTER.match(text, end):
            yield end
            last = end


def _bounded(text: str, offsets: tuple[int, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span in parts of legal length, cut behind a comma where there is one in the second half."""
    while end - start > LONGEST:
        # room for a character that was given as one and normalises to up to 18
        limit = start + LONGEST - 20
        soft = [found.end() for found in _SOFT_END.finditer(text, start + LONGEST // 2, limit)]
        cut = _whole(offsets, soft[-1] if soft else limit)
        yield start, cut
        start = cut
    yield start, end


def _whole(offsets: tuple[int, ...], cut: int) -> int:
    """``cut``, moved on to where a given character ends."""
    while 0 < cut < len(offsets) - 1 and offsets[cut] == offsets[cut - 1]:
        cut += 1
    return cut
