"""Names in quotation marks, by what stands beside or inside: 演習「…」, 「…」構想, 「…法案」, 「iPhone17」."""

from __future__ import annotations

import re

from kg.mentions.candidate import RANK_GUESS, RANK_PATTERN, Candidate, pattern_candidate
from kg.mentions.namer import Hit
from kg.mentions.quotes import Quote, find_quotes
from kg.mentions.scan import Scan
from kg.mentions.words import Kind
from kg.model import EntityType
from kg.rulebook.types import NamePattern

LONGEST_QUOTE = 30
MODEL = re.compile(r"(?=.*[A-Za-zァ-ヺ])[A-Za-zァ-ヺー・\- ]{1,12}(?!(?:19|20)\d\d)\d{1,4}[A-Za-z]{0,3}$")
"""A product by its number: iPhone17, マイア200; not アジェンダ2030."""


def find_quoted(scan: Scan) -> list[Candidate]:
    """The quoted names of the sentence."""
    quotes = find_quotes(scan.text)
    if not quotes:
        return []
    found: list[Candidate] = []
    for quote in quotes:
        for pattern in _patterns_of(scan, quote):
            found.extend(_from_quote(scan, quote, pattern))
        if MODEL.match(scan.text, quote.start, quote.end):
            name = scan.text[quote.start : quote.end]
            found.append(
                Candidate(quote.start, quote.end, EntityType.PRODUCT, name, "pattern:product.number", None, RANK_GUESS)
            )
    return found


def _patterns_of(scan: Scan, quote: Quote) -> list[NamePattern]:
    """The patterns whose word stands right before, right after or at the end of the quotation."""
    stop = _name_end(quote)
    return [
        *(p for _, end, p in scan.hits[Hit.BEFORE] if end == quote.start - 1 and p.quoted != "no"),
        *(p for start, _, p in scan.hits[Hit.AFTER] if start == quote.end + 1 and p.quoted != "no"),
        *(p for _, end, p in scan.hits[Hit.SUFFIX] if end == stop and p.quoted != "no"),
    ]


def _name_end(quote: Quote) -> int:
    """The end of the name, before an abbreviation in brackets."""
    return quote.alias_start - 1 if quote.alias_start else quote.end


def _from_quote(scan: Scan, quote: Quote, pattern: NamePattern) -> list[Candidate]:
    stop = _name_end(quote)
    if stop - quote.start < max(pattern.needs, 2) or not _is_name(scan, quote.start, stop):
        return []
    name = pattern_candidate(scan, quote.start, stop, pattern)
    if name is None:
        return []
    if quote.alias_end - quote.alias_start < 2:
        return [name]
    alias = Candidate(
        quote.alias_start, quote.alias_end, name.type, name.entity, name.found, name.country, RANK_PATTERN
    )  # fmt: skip
    return [name, alias]


def _is_name(scan: Scan, start: int, end: int) -> bool:
    """A quotation that is a name: short, without a predicate at its end."""
    if end - start > LONGEST_QUOTE or any(mark in scan.text[start:end] for mark in "。、!?"):
        return False
    return scan.words.kinds[scan.words.word_at(end - 1)] not in {Kind.VERB, Kind.PARTICLE}
