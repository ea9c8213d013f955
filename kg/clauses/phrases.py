"""Parse + Mention → Phrase: the bunsetsu of a sentence as content words and the case that follows them.

What the later phases need of syntax is here and nowhere else: content morphemes cut where names begin and end
(対日 is 対 + 日), the surface case with compound particles read as one (をめぐり, に対して), and whether the phrase is
a topic, adnominal, listed, quoted, or the tail of the particle before it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.clauses.words import Words
from kg.model import Bunsetsu, Mention, Parse, Token

BRACKETS = frozenset("「」『』\"“”〝〟‘’'【】〈〉《》")
OPENING = frozenset("「『【〈《“〝")
CLOSING = frozenset('」』”〟’】〉》"')
JOINTS = frozenset("・()（）=＝/／-–—")
PAUSES = frozenset("、,，。．.!?！？…:：;；")
FOCUS = ("は", "も", "こそ", "さえ", "すら", "しか")
LIMITERS = ("など", "等", "だけ", "のみ", "ばかり", "くらい", "ぐらい", "ほど", "ら", "なんか", "なんて")
LISTERS = ("と", "や", "か", "および", "及び", "ならびに", "並びに", "とか", "やら")
NOMINALISERS = ("こと", "事")
COPULAS = (
    "だ",
    "である",
    "です",
    "だった",
    "でした",
    "であり",
    "であって",
    "なら",
    "であると",
    "だと",
    "であった",
    "だったと",
)

LIGHT_VERBS = ("する", "できる", "いたす", "なさる", "為る")
DENIALS = ("ではな", "でもな", "じゃな", "ではあり", "でな", "だろう", "であろう", "でしょう")
"""Beginnings of a copula that is denied or guessed."""


def is_copula(ending: str) -> bool:
    """Whether what follows a noun makes it predicate: だ, である, ではなかった, だろう."""
    return ending in COPULAS or ending.startswith(DENIALS)


@dataclass(frozen=True, slots=True)
class Morph:
    """A content word, or a whole name (local offsets)."""

    start: int
    end: int
    text: str
    lemma: str
    norm: str
    pos: str
    tag: str
    inflection: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A bunsetsu. ``start``, ``end`` span its content; ``governor`` is a phrase index, -1 for the last.

    ``case`` is a case of ``rules/lexicon/particles.yaml`` or empty. ``absorbed``: read as part of the particle of
    the phrase before it (めぐり in 規制をめぐり).
    """

    index: int
    content: tuple[Morph, ...]
    function: tuple[Token, ...]
    start: int
    end: int
    governor: int
    case: str = ""
    topic: bool = False
    adnominal: bool = False
    listing: str = ""
    comma: bool = False
    closed: bool = False
    """A closing bracket ends it."""
    quoted: bool = False
    """It ends a quotation or thought: …すると, …との, …という."""
    nominalised: bool = False
    """A predicate made a noun by の: 課すのは."""
    absorbed: bool = False
    supposed: bool = False
    """It ends in …として: what an act is grounded on."""

    @property
    def head(self) -> Morph:
        """The last content word."""
        return self.content[-1]

    @property
    def ending(self) -> str:
        """What follows the content, as text."""
        return "".join(t.text for t in self.function)


def read_phrases(parse: Parse, mentions: Sequence[Mention], words: Words) -> tuple[Phrase, ...]:
    """The phrases of a parsed sentence, one a bunsetsu; a country's kanji before a name joins it (英|BP)."""
    found = []
    for bunsetsu in _joined_prefixes(parse, mentions):
        tokens = parse.tokens[bunsetsu.start : bunsetsu.end]
        content, function = _split(tokens)
        morphs = _cut_at_names(content, mentions)
        pauses = [t.text for t in tokens if t.text in PAUSES]
        phrase = Phrase(
            index=bunsetsu.index,
            content=morphs,
            function=function,
            start=morphs[0].start,
            end=morphs[-1].end,
            governor=bunsetsu.governor,
            comma=bool(pauses),
            closed=any(t.text in CLOSING for t in tokens),
        )
        found.append(_read_case(phrase, words))
    return _rehang(_absorb_particles(_absorb_as(_mend_quotes(parse, found)), words))


def _joined_prefixes(parse: Parse, mentions: Sequence[Mention]) -> list[Bunsetsu]:
    """Join a bunsetsu that is only a country's kanji to the name right after it: 米|アルベマールが."""
    short = {(m.start, m.end) for m in mentions if m.end - m.start == 1}
    starts = {m.start for m in mentions}
    groups: list[list[Bunsetsu]] = []
    for bunsetsu in parse.bunsetsu:
        first = parse.tokens[bunsetsu.start]
        before = parse.tokens[groups[-1][-1].start : groups[-1][-1].end] if groups else ()
        lone = len(before) == 1 and (before[0].start, before[0].end) in short
        if lone and first.start == before[0].end and first.start in starts:
            groups[-1].append(bunsetsu)
        else:
            groups.append([bunsetsu])
    if len(groups) == len(parse.bunsetsu):
        return list(parse.bunsetsu)
    owner = {b.index: number for number, group in enumerate(groups) for b in group}
    return [
        Bunsetsu(n, group[0].start, group[-1].end, group[-1].head, owner.get(group[-1].governor, -1))
        for n, group in enumerate(groups)
    ]


def _absorb_as(phrases: list[Phrase]) -> list[Phrase]:
    """Read 〔関与したと〕して as part of what is said: …したとして非難した."""
    result = list(phrases)
    for phrase, following in pairwise(phrases):
        light = "".join(m.text for m in following.content) + following.ending in ("して", "し")
        if phrase.quoted and light and phrase.ending.endswith("と") and following.governor > following.index:
            result[phrase.index] = replace(phrase, governor=following.governor, comma=following.comma, supposed=True)
            result[following.index] = replace(following, absorbed=True)
    return result


def _rehang(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Hang on its governor what the parser hung on a bunsetsu that was read as a particle: 日本は|侵攻を|受け、…."""
    result = list(phrases)
    for phrase in phrases:
        governor = phrase.governor
        while governor >= 0 and phrases[governor].absorbed:
            governor = phrases[governor].governor
        if governor != phrase.governor:
            result[phrase.index] = replace(phrase, governor=governor)
    return tuple(result)


def _mend_quotes(parse: Parse, phrases: list[Phrase]) -> list[Phrase]:
    """Let nothing outside a quotation hang inside it: 会談し、「…は誤りだ」と|批判した."""
    result = list(phrases)
    opened: list[int] = []
    for phrase, tokens in _tokens_by_phrase(parse, phrases):
        for token in tokens:
            if token.text in OPENING:
                opened.append(phrase.index)
            elif token.text in CLOSING and opened:
                first, last = opened.pop(), phrase.index
                above = max(last, phrases[last].governor)
                for index in range(first):
                    if first < last and first <= result[index].governor <= last:
                        result[index] = replace(result[index], governor=above)
    return result


def _tokens_by_phrase(parse: Parse, phrases: list[Phrase]) -> list[tuple[Phrase, list[Token]]]:
    """Each phrase with all its tokens, brackets too."""
    starts = [p.start for p in phrases[1:]]
    rows: list[tuple[Phrase, list[Token]]] = [(p, []) for p in phrases]
    number = 0
    for token in parse.tokens:
        while number < len(starts) and _begins(token, parse.tokens, starts[number]):
            number += 1
        rows[number][1].append(token)
    return rows


def _begins(token: Token, tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a token begins the phrase whose content starts there, opening brackets with it."""
    if token.start >= start:
        return True
    rest = (t for t in tokens[token.index :] if t.start < start)
    return token.text in OPENING and all(t.text in OPENING for t in rest)


def is_predicate_form(phrase: Phrase) -> bool:
    """Whether the phrase ends in a verb, adjective or verbal noun with する."""
    head = phrase.head
    if head.mention is not None:  # 訪|中|した
        return len(phrase.content) > 1 and bool(phrase.function) and phrase.function[0].lemma in LIGHT_VERBS
    if head.tag.startswith(("動詞", "形容詞")):
        return True
    if head.pos == "VERB" and "サ変" in head.tag and not (phrase.function and "格助詞" in phrase.function[0].tag):
        return True
    return bool(phrase.function) and phrase.function[0].lemma in LIGHT_VERBS


def _split(tokens: Sequence[Token]) -> tuple[list[Token], tuple[Token, ...]]:
    """Content tokens, and the particles and auxiliaries after them (without punctuation)."""
    content: list[Token] = []
    for position, token in enumerate(tokens):
        if _is_function(token, content):
            rest = tokens[position:]
            if any(not _is_function(t, [token]) and t.pos in ("NOUN", "PROPN") for t in rest) and not content:
                continue
            return content, tuple(t for t in rest if t.text not in PAUSES and t.text not in BRACKETS)
        if token.text in BRACKETS or token.text in PAUSES:
            continue
        content.append(token)
    return content or list(tokens)[:1], ()


def _is_function(token: Token, content: Sequence[Token]) -> bool:
    """Particles and auxiliaries, once there is content before them."""
    if not content:
        return False
    if token.text in NOMINALISERS and content[-1].tag.startswith(("動詞", "形容詞")):
        return True
    if token.tag.startswith(("助詞", "助動詞")) or (token.text == "とも" and not token.tag.startswith("名詞")):
        return True
    if token.pos in ("ADP", "AUX", "SCONJ") or token.dep == "fixed":
        return True
    before = content[-1]
    return "非自立可能" in token.tag and token.tag.startswith(("動詞", "形容詞")) and before.pos in ("VERB", "AUX")


def _cut_at_names(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Morph, ...]:
    """Cut tokens at the ends of names, and join what lies in one name."""
    start, end = tokens[0].start, tokens[-1].end
    inside = [m for m in mentions if m.start < end and m.end > start]
    edges = sorted({e for m in inside for e in (m.start, m.end)})
    morphs: list[Morph] = []
    for token in tokens:
        bounds = [token.start, *(e for e in edges if token.start < e < token.end), token.end]
        for left, right in itertools.pairwise(bounds):
            name = next((m for m in inside if m.start <= left and right <= m.end), None)
            if name is not None and morphs and morphs[-1].mention == name:
                morphs[-1] = replace(
                    morphs[-1], end=right, text=morphs[-1].text + token.text[left - token.start : right - token.start]
                )
                continue
            text = token.text[left - token.start : right - token.start]
            whole = text == token.text
            morphs.append(
                Morph(
                    start=left,
                    end=right,
                    text=text,
                    lemma=token.lemma if whole else text,
                    norm=token.norm if whole else text,
                    pos=token.pos if whole else "NOUN",
                    tag=token.tag if whole else "名詞-普通名詞-一般",
                    inflection=token.inflection,
                    mention=name,
                )
            )
    return tuple(morphs)


def _read_case(phrase: Phrase, words: Words) -> Phrase:
    """Read the particles after the content."""
    ending = phrase.ending
    predicate = is_predicate_form(phrase)
    if predicate:
        nominal = next(
            (i for i, t in enumerate(phrase.function) if t.tag == "助詞-準体助詞" or t.text in NOMINALISERS), None
        )
        after = "".join(t.text for t in phrase.function[nominal + 1 :]) if nominal is not None else ""
        if nominal is not None and not any(t.lemma == "ない" for t in phrase.function[nominal + 1 :]):
            case, topic, adnominal, _ = _particles(after, words)
            return replace(phrase, case=case, topic=topic, adnominal=adnominal, nominalised=True)
        quoted = ending.endswith(
            ("と", "とは", "とも", "との", "という", "といった", "として", "とし", "とする", "とした")
        )
        return replace(phrase, quoted=quoted or (phrase.closed and not ending))
    case, topic, adnominal, listing = _particles(ending, words)
    if ending.startswith(DENIALS):
        case, topic = "", False
    quoted = ending.endswith(("だと", "との", "という", "であると")) or (phrase.closed and case == "と")
    return replace(phrase, case=case, topic=topic, adnominal=adnominal, listing=listing, quoted=quoted)


def _particles(ending: str, words: Words) -> tuple[str, bool, bool, str]:
    """(case, topic, adnominal, listing word) of what follows a noun."""
    rest = _strip_limiters(ending)
    if rest in LISTERS:
        return ("と" if rest == "と" else ""), False, False, rest
    case, form = words.longest_particle(rest)
    rest = _strip_limiters(rest[len(form) :])
    topic = rest.startswith(FOCUS) or (not form and rest.startswith(FOCUS))
    adnominal = case == "の" or rest == "の" or form in words.adnominal_forms or (form.endswith("の") and bool(form))
    return case, topic, adnominal, ""


def _strip_limiters(text: str) -> str:
    """Drop など, だけ … from the left."""
    while True:
        limiter = next((x for x in LIMITERS if text.startswith(x)), None)
        if limiter is None:
            return text
        text = text[len(limiter) :]


def _absorb_particles(phrases: list[Phrase], words: Words) -> tuple[Phrase, ...]:
    """Read をめぐり, に基づき, を受けて, を軸とした over two or three bunsetsu as one particle."""
    result = list(phrases)
    for index in range(len(phrases) - 1):
        phrase = result[index]
        if phrase.absorbed or phrase.comma or (is_predicate_form(phrase) and not phrase.nominalised):
            continue
        for size in (2, 1):
            tail = phrases[index + 1 : index + 1 + size]
            after = phrases[index + 1 + size] if index + 1 + size < len(phrases) else None
            if after is not None and after.head.lemma == "する" and len(after.content) == 1 and tail[-1].ending == "に":
                continue  # 石油を武器に|してきた: a predicate, no instrument
            read = _as_particle(phrase, tail, words) if len(tail) == size else None
            if read is not None:
                result[index] = read
                result[index + 1 : index + 1 + size] = [replace(p, absorbed=True) for p in tail]
                break
    return tuple(result)


def _as_particle(phrase: Phrase, tail: list[Phrase], words: Words) -> Phrase | None:
    """The phrase with the bunsetsu after it read as its particle, if they make one."""
    last = tail[-1]
    if last.governor < 0 or any(p.comma for p in tail[:-1]):
        return None
    ending = _strip_limiters(phrase.ending.partition("の")[2] if phrase.nominalised else phrase.ending)
    whole = ending + "".join("".join(m.text for m in p.content) + p.ending for p in tail)
    case, form = words.longest_particle(whole)
    if not ending or not form.startswith(ending) or len(form) <= len(whole) - len(last.ending) - len(last.head.text):
        return None
    rest = whole[len(form) :]
    if rest and not rest.startswith(FOCUS) and rest != "の":
        return None
    if form == "を受けた":  # 支援を受けた企業: a relative clause
        return None
    return replace(
        phrase,
        case=case,
        topic=rest.startswith(FOCUS),
        adnominal=form in words.adnominal_forms or rest == "の",
        governor=last.governor,
        comma=last.comma,
        listing="",
    )
