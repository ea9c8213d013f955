"""Lexicon → Words: the lexicon indexed by what a sentence shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Role
from kg.rulebook.types import Affix, Operator, Rulebook, Sense, Title


@dataclass(frozen=True)
class Words:
    """Look-ups that the phases share; built once a rulebook."""

    senses: Mapping[str, tuple[Sense, ...]]
    operators: Mapping[str, tuple[Operator, ...]]
    endings: tuple[tuple[str, Operator], ...]
    """Auxiliary → operator, longest first."""
    roles: Mapping[str, Role]
    """Surface case → default role."""
    forms: tuple[tuple[str, str], ...]
    """(form, case) of every particle, longest first."""
    adnominal_forms: frozenset[str]
    transparent: frozenset[str]
    areas: frozenset[str]
    parts: frozenset[str]
    things: frozenset[str]
    people: frozenset[str]
    concurrent: frozenset[str]
    partitives: frozenset[str]
    adverbs: frozenset[str]
    formal: frozenset[str]
    goods: frozenset[str]
    tails: frozenset[str]
    contents: frozenset[str]
    descriptors: Mapping[str, str]
    titles: Mapping[str, Title]
    title_prefixes: tuple[str, ...]
    prefixes: Mapping[str, Affix]
    suffixes: Mapping[str, Affix]
    longest: int
    """Most characters of a word that has a sense or is an operator."""

    def longest_particle(self, text: str) -> tuple[str, str]:
        """(case, form) of the longest particle that ``text`` begins with; empty strings if none."""
        for form, case in self.forms:
            if text.startswith(form):
                return case, form
        return "", ""

    def title_of(self, word: str) -> Title | None:
        """The title that a word is, prefixes aside: 大統領, 前大統領."""
        found = self.titles.get(word)
        if found is None:
            stems = (word[len(p) :] for p in self.title_prefixes if word.startswith(p))
            found = next((self.titles[s] for s in stems if s in self.titles), None)
        return found

    def knows(self, word: str) -> bool:
        """Whether the lexicon has the word as a predicate or operator."""
        return word in self.senses or word in self.operators

    def is_people(self, word: str) -> bool:
        """Whether a word is for unnamed people or bodies, or ends in one: 外相, 活動家, 武装勢力."""
        return word in self.people or word[-1:] in self.people

    def cases(self, lemma: str) -> Mapping[str, Role]:
        """Surface case → role for a predicate; the first sense that names a case decides."""
        merged: dict[str, Role] = {}
        for sense in self.senses.get(lemma, ()):
            for case, role in sense.cases.items():
                merged.setdefault(case, role)
        return merged


_CACHE: dict[str, Words] = {}


def index_words(rulebook: Rulebook) -> Words:
    """The index of a rulebook's lexicon, made once."""
    if rulebook.digest not in _CACHE:
        _CACHE.clear()
        _CACHE[rulebook.digest] = _index(rulebook)
    return _CACHE[rulebook.digest]


def _old_and_new(word: str) -> tuple[str, ...]:
    """命じる = 命ずる: the parser's dictionary keeps one form, the lexicon may have either."""
    for new, old in (("じる", "ずる"), ("ずる", "じる")):
        if word.endswith(new) and len(word) > len(new):
            return word, word.removesuffix(new) + old
    return (word,)


def _index(rulebook: Rulebook) -> Words:
    lexicon, names = rulebook.lexicon, rulebook.names
    senses: dict[str, list[Sense]] = {}
    for sense in lexicon.senses:
        for word in dict.fromkeys(form for listed in sense.words for form in _old_and_new(listed)):
            senses.setdefault(word, []).append(sense)
    operators: dict[str, list[Operator]] = {}
    endings: list[tuple[str, Operator]] = []
    for operator in lexicon.operators:
        for word in dict.fromkeys(form for listed in operator.words for form in _old_and_new(listed)):
            operators.setdefault(word, []).append(operator)
        endings.extend((ending, operator) for ending in operator.auxiliaries)
    forms = sorted(((f, p.case) for p in lexicon.particles for f in p.forms), key=lambda x: (-len(x[0]), x[0]))
    adnominal = frozenset(f for f, _ in forms if len(f) > 1 and f.endswith(("る", "た", "の", "く", "む")))
    return Words(
        senses={w: tuple(s) for w, s in senses.items()},
        operators={w: tuple(o) for w, o in operators.items()},
        endings=tuple(sorted(endings, key=lambda x: (-len(x[0]), x[0]))),
        roles={p.case: p.role for p in lexicon.particles},
        forms=tuple(forms),
        adnominal_forms=adnominal,
        transparent=lexicon.transparent,
        areas=lexicon.areas,
        parts=lexicon.parts,
        things=lexicon.things,
        people=lexicon.people,
        concurrent=lexicon.concurrent,
        partitives=lexicon.partitives,
        adverbs=lexicon.adverbs,
        formal=lexicon.formal,
        goods=lexicon.goods,
        tails=lexicon.tails,
        contents=lexicon.contents,
        descriptors=lexicon.descriptors,
        titles={t.word: t for t in names.titles},
        title_prefixes=names.title_prefixes,
        prefixes={a.text: a for a in names.affixes if a.side == "prefix"},
        suffixes={a.text: a for a in names.affixes if a.side == "suffix"},
        longest=max((len(w) for w in (*senses, *operators)), default=0),
    )
