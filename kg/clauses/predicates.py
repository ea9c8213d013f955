"""Phrase → Draft: the predicates of a sentence.

A verb, a verbal noun with する or ending its clause, an adjective, a noun with the copula – and, inside noun phrases,
every verbal or relational noun: 輸出 and 規制 in 中国の対日輸出規制.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.draft import Draft, Scene, is_tail
from kg.clauses.phrases import Morph, Phrase, is_copula, is_predicate_form
from kg.clauses.words import Words
from kg.model import PredicateKind

PASSIVE = ("れる", "られる")
CAUSATIVE = ("せる", "させる")
IDIOM_CASES = ("を", "に", "と", "が", "へ")


def find_predicates(scene: Scene, first_id: int) -> None:
    """Add a draft for each predicate of the scene, ids from ``first_id`` on, left to right."""
    found: list[Draft] = []
    for phrase in scene.phrases:
        if phrase.absorbed or is_adverb(scene, phrase):
            continue
        if is_predicate_form(phrase):
            draft = _verbal(scene, phrase)
            found.extend(_nominal(scene, phrase, upto=draft.first))
            found.append(draft)
        else:
            inside = list(_nominal(scene, phrase, upto=len(phrase.content)))
            found.extend(inside)
            if not any(all(is_tail(m, scene.words) for m in phrase.content[d.last + 1 :]) for d in inside):
                found.extend(_copular(scene, phrase))
    found = [d for d in found if d.phrase not in scene.used or d.last < len(scene.phrases[d.phrase].content) - 1]
    for number, draft in enumerate(sorted(found, key=lambda d: (d.start, d.end))):
        draft.id = first_id + number
        scene.drafts.append(draft)


def is_adverb(scene: Scene, phrase: Phrase) -> bool:
    """Whether a verb or adjective only modifies: 引き続き, 相次いで, 強く|求めた."""
    if phrase.head.text + phrase.ending in scene.words.adverbs:
        return True
    following = scene.phrases[phrase.index + 1] if phrase.index + 1 < len(scene.phrases) else None
    if not phrase.head.tag.startswith("形容詞") or "連用形" not in phrase.head.inflection or following is None:
        return False
    if phrase.function or phrase.comma or phrase.governor != following.index or len(phrase.content) > 1:
        return False
    return is_predicate_form(following) and following.head.lemma not in ("する", "なる", "ある", "ない", "見る")


def _verbal(scene: Scene, phrase: Phrase) -> Draft:
    """The predicate at the end of a verbal phrase, with the noun of a fixed expression (合意に達する)."""
    last = len(phrase.content) - 1
    first, lemma, kind = _longest_word(phrase, last, scene.words)
    idiom = _idiom(scene, phrase, lemma)
    start = phrase.content[first].start
    if idiom is not None:
        before, lemma = idiom
        scene.used.add(before.index)
        start = before.start
    endings = [t.lemma for t in phrase.function]
    return Draft(
        id=-1,
        sentence=scene.sentence.index,
        phrase=phrase.index,
        first=first,
        last=last,
        start=start,
        end=phrase.content[last].end,
        lemma=lemma,
        senses=_senses(scene.words, lemma),
        kind=kind,
        passive=any(e in PASSIVE for e in endings),
        causative=any(e in CAUSATIVE for e in endings) and not lemma.endswith("せる"),
    )


def _copular(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """A plain noun or na-adjective that says what something is: 目標だ, 一角。 重要な|資源, 不明だ."""
    head, last = phrase.head, len(phrase.content) - 1
    quality = head.tag.startswith("形状詞") and head.mention is None
    if not _is_copular(scene, phrase) and not (quality and phrase.ending in ("な", "で", "であり")):
        return
    yield Draft(
        id=-1,
        sentence=scene.sentence.index,
        phrase=phrase.index,
        first=last,
        last=last,
        start=head.start,
        end=head.end,
        lemma=head.text,
        senses=_senses(scene.words, head.text),
        kind=PredicateKind.ADJECTIVE if quality else PredicateKind.COPULA,
    )


def _is_copular(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun ends a clause: with the copula, or bare at the end of a sentence that has a topic."""
    if is_copula(phrase.ending):
        return True
    subject = any(p.topic or p.case == "が" for p in scene.dependents(phrase.index))
    if phrase.governor >= 0:
        return phrase.ending == "で" and phrase.comma and subject and phrase.head.mention is None  # not ジュネーブで、
    return not phrase.ending and subject


def _longest_word(phrase: Phrase, last: int, words: Words) -> tuple[int, str, PredicateKind]:
    """(first morph, lemma, kind) of the predicate that ends in a morph: 共同開発, 会談, 握る."""
    head = phrase.content[last]
    if head.tag.startswith("動詞") or (head.pos == "VERB" and not head.tag.startswith("名詞")):
        heard = _reported(phrase, head)
        forms = (*heard, *_modern(head.lemma), *_modern(head.norm), head.lemma, head.norm)
        lemma = next((w for w in forms if words.knows(w)), head.lemma)
        return last, lemma, PredicateKind.VERB
    if head.tag.startswith("形容詞"):
        return last, head.lemma, PredicateKind.ADJECTIVE
    for first in range(max(0, last - 3), last + 1):
        word = "".join(m.text for m in phrase.content[first : last + 1])
        named = any(m.mention for m in phrase.content[first : last + 1])
        if words.knows(word) and (not named or _affixed_act(phrase.content, first, words) == last + 1 - first):
            return first, word, PredicateKind.SAHEN
    return last, head.text, PredicateKind.SAHEN


def _reported(phrase: Phrase, head: Morph) -> tuple[str, ...]:
    """みられる, いわれる, ちらつかせる: passives of verbs of thought and some causatives are words of their own."""
    if not phrase.function or phrase.function[0].lemma not in (*PASSIVE, *CAUSATIVE):
        return ()
    return (head.text + phrase.function[0].lemma,)


def _modern(lemma: str) -> tuple[str, ...]:
    """命ずる → 命じる, 科する → 科す: dictionaries keep the older form, newspapers write the newer."""
    if lemma.endswith("ずる"):
        return (lemma[:-2] + "じる",)
    if lemma.endswith("する") and len(lemma) > 2:
        return (lemma[:-2] + "す",)
    return ()


def _idiom(scene: Scene, phrase: Phrase, lemma: str) -> tuple[Phrase, str] | None:
    """A noun phrase before the verb that makes one word of the lexicon with it: 明らかに＋する."""
    if phrase.index == 0 or len(phrase.content) > 1:
        return None
    before = scene.phrases[phrase.index - 1]
    if before.governor != phrase.index or before.absorbed or before.head.mention:
        return None
    particle = before.ending
    if before.head.tag.startswith("形容詞") and before.head.text.endswith("く"):  # 軽く|する
        word = before.head.text + lemma
        return (before, word) if scene.words.knows(word) else None
    if particle not in IDIOM_CASES and before.case not in IDIOM_CASES:
        return None
    verb = phrase.head.lemma
    whole = "".join(m.text for m in before.content) + particle + verb
    short = before.head.text + particle + verb
    for word in (whole, short):
        if scene.words.knows(word):
            return before, word
    if particle in ("に", "と") and lemma in ("する", "なる", "ある"):
        return None
    return None


def _nominal(scene: Scene, phrase: Phrase, *, upto: int) -> Iterator[Draft]:
    """The verbal and relational nouns among a phrase's content words, and its noun predicate."""
    content = phrase.content
    position = 0
    if upto == len(content) and not _ends_in_predicate(content, scene.words):
        return  # 石油生産船: the head is a thing, not an act
    amount = content[-1].text in scene.words.partitives and upto == len(content)
    if amount and phrase.case != "に" and not is_copula(phrase.ending):
        return  # 制裁の|一部を; not 米国の|一部に|なる
    while position < upto:
        size = _word_at(content, position, upto, scene.words)
        if not size:
            position += 1
            continue
        part = content[position : position + size]
        lemma = "".join(m.text for m in part)
        at_end = all(is_tail(m, scene.words) for m in content[position + size : upto]) and upto == len(content)
        yield Draft(
            id=-1,
            sentence=scene.sentence.index,
            phrase=phrase.index,
            first=position,
            last=position + size - 1,
            start=part[0].start,
            end=part[-1].end,
            lemma=lemma,
            senses=_senses(scene.words, lemma),
            kind=_noun_kind(phrase, scene.words) if at_end else PredicateKind.NOUN,
        )
        position += size


def _ends_in_predicate(content: tuple[Morph, ...], words: Words) -> bool:
    """Whether the compound's head is a verbal or relational noun, tails aside."""
    last = len(content)
    while last:
        for first in range(max(0, last - 4), last):
            size = _word_at(content, first, last, words)
            if size and first + size == last:
                return True
        if not is_tail(content[last - 1], words):
            break
        last -= 1
    whole = "".join(m.text for m in content[-1:])
    return words.knows(whole)


def _word_at(content: tuple[Morph, ...], position: int, upto: int, words: Words) -> int:
    """How many morphs from here on make the longest known noun predicate; 0 if none."""
    if content[position].mention is not None:
        return 0
    if position + 1 < upto and _affixed_act(content, position, words):
        return 2
    affix = words.suffixes.get(content[position].text)
    if affix is not None and affix.sense is not None and position and content[position - 1].mention is not None:
        return 0  # 中国|製: a description
    for size in range(min(4, upto - position), 0, -1):
        part = content[position : position + size]
        if any(m.mention for m in part):
            continue
        word = "".join(m.text for m in part)
        if words.knows(word) and not (size == 1 and part[0].tag.startswith(("動詞", "接尾辞"))):
            return size
    morph = content[position]
    return 1 if morph.tag.startswith("名詞-普通名詞-サ変可能") else 0


def _affixed_act(content: tuple[Morph, ...], position: int, words: Words) -> int:
    """2 if an affix and a state's name after it make one word of the lexicon: 訪|中, 来|日; else 0."""
    pair = content[position : position + 2]
    if len(pair) < 2 or pair[0].mention is not None or pair[1].mention is None:
        return 0
    return 2 if words.knows(pair[0].text + pair[1].text) else 0


def _noun_kind(phrase: Phrase, words: Words) -> PredicateKind:
    """What a noun at the end of its phrase is: 会談。 and 会談、 predicate, 会談だ copula, 会談を noun.

    In headlines も、 and a last へ end a predicate too: 売却拒否も、…; 供給網強化へ.
    """
    if is_copula(phrase.ending) or (phrase.ending == "で" and phrase.comma and phrase.head.text in words.contents):
        return PredicateKind.COPULA
    if (phrase.ending == "も" and phrase.comma) or (phrase.ending in ("へ", "か") and phrase.governor < 0):
        return PredicateKind.SAHEN
    if phrase.case or phrase.topic or phrase.adnominal or phrase.listing or phrase.ending.startswith("など"):
        return PredicateKind.NOUN
    if phrase.governor < 0 or phrase.comma or phrase.closed:
        return PredicateKind.SAHEN
    return PredicateKind.NOUN


def _senses(words: Words, lemma: str) -> tuple[str, ...]:
    return tuple(s.name for s in words.senses.get(lemma, ()))
