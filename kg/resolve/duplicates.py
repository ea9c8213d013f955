"""Entities that may be one, for a person to decide: names that differ by width, small kana, ヴ and ブ, long vowels,
marks or legal forms only, names that nearly agree, and a family name beside the one full name it can belong to.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import EntityId, EntityType

NEARLY = 88.0
"""Per cent of agreement from which two folded names are proposed."""
SHORTEST = 5
"""Letters of a folded name that is compared so; shorter ones agree by chance."""
LARGE = 512
"""Names compared at a time."""
VU = re.compile("ヴ([ァィェォ]?)")
BU = {"ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ", "": "ブ"}
SMALL = str.maketrans("ァィゥェォャュョヮ", "アイウエオヤユヨワ")
MARKS = re.compile(r"[\s・=\-‐–—'’.,&/「」『』()ーッ゠]")
LATIN_FORM = re.compile(
    r"[,\s]+(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|nv|group)\.?$", re.IGNORECASE
)
PARTS = re.compile("[・=＝゠ ]")


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the graph: ``weight`` says how much is told of it, ``listed`` whether the gazetteer has it."""

    id: EntityId
    type: EntityType
    weight: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two entities that may be one; ``kept`` is the listed or better known one, ``agreement`` in per cent."""

    kept: EntityId
    other: EntityId
    agreement: int
    reason: str


def find_duplicates(entities: Iterable[Known], *, legal_forms: Collection[str] = ()) -> list[Duplicate]:
    """The likely duplicates of each type, the surest first. Two listed ones are none: the gazetteer knows better."""
    by_type: dict[EntityType, list[Known]] = defaultdict(list)
    for entity in entities:
        by_type[entity.type].append(entity)
    found: dict[tuple[EntityId, EntityId], Duplicate] = {}
    for kind, known in by_type.items():
        folded = [fold_name(entity.id, legal_forms) for entity in known]
        proposals = [*_agreeing(known, folded)]
        if kind is EntityType.PERSON:
            proposals += _family_names(known)
        for duplicate in proposals:
            found.setdefault((duplicate.kept, duplicate.other), duplicate)
    return sorted(found.values(), key=lambda d: (-d.agreement, d.kept, d.other))


def fold_name(name: str, legal_forms: Collection[str] = ()) -> str:
    """A name as it is compared: ヴァルカン・リソース(株) and バルカンリソース are one."""
    text = unicodedata.normalize("NFKC", name)
    for form in sorted(legal_forms, key=len, reverse=True):
        text = text.removeprefix(form).removesuffix(form)
    text = LATIN_FORM.sub("", text.strip()).casefold()
    text = VU.sub(lambda match: BU[match.group(1)], text).translate(SMALL)
    return MARKS.sub("", text)


def _agreeing(known: Sequence[Known], folded: Sequence[str]) -> Iterator[Duplicate]:
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    for start in range(0, len(known), LARGE):
        scores = process.cdist(
            folded[start : start + LARGE], folded, scorer=Indel.normalized_similarity, score_cutoff=NEARLY / 100
        )  # fmt: skip
        for row, column in zip(*scores.nonzero(), strict=True):
            one, other = start + int(row), int(column)
            if one < other and _comparable(folded[one], folded[other]):
                yield from _pair(known[one], known[other], round(100 * float(scores[row, column])))


def _comparable(one: str, other: str) -> bool:
    """Equal, or long enough and with the same figures: 第7艦隊 is not 第5艦隊."""
    if one == other:
        return bool(one)
    return min(len(one), len(other)) >= SHORTEST and re.findall(r"\d+", one) == re.findall(r"\d+", other)


def _pair(one: Known, other: Known, agreement: int) -> Iterator[Duplicate]:
    if one.listed and other.listed:
        return
    kept, gone = sorted((one, other), key=lambda entity: (not entity.listed, -entity.weight, entity.id))
    reason = "same letters" if agreement == 100 else f"{agreement} % of the letters agree"
    yield Duplicate(kept.id, gone.id, agreement, reason)


def _family_names(known: Sequence[Known]) -> Iterator[Duplicate]:
    """ルッテ where マルク・ルッテ is the only full name that ends so."""
    full: dict[str, list[Known]] = defaultdict(list)
    for entity in known:
        parts = PARTS.split(entity.id)
        if len(parts) > 1:
            full[parts[-1]].append(entity)
    for entity in known:
        bearers = full.get(entity.id, [])
        if len(bearers) == 1 and not entity.listed:
            yield Duplicate(bearers[0].id, entity.id, 50, "a family name and the only full one")


