"""Extractions made by hand, so that the store and what reads it can be tested without a parser."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from pathlib import Path

from kg.model import (
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Modality,
    Part,
    PartKind,
    Polarity,
    Sentence,
    Statement,
)
from kg.rulebook.types import Family, Ontology, Relation, TypeInfo
from kg.store import Store, open_store

ANY = frozenset(EntityType)

LABELS = {
    "COUNTRY": ("国", "country"), "PLACE": ("地域・場所", "place"), "PERSON": ("人物", "person"),
    "GOV": ("国家機関", "state body"), "ORG": ("団体", "organisation"), "COMPANY": ("企業", "company"),
    "RESOURCE": ("資源・物資", "resource"), "PRODUCT": ("製品・兵器", "product"),
    "POLICY": ("法律・政策", "policy"), "EVENT": ("出来事・会議", "event"),
}  # fmt: skip

ONTOLOGY = Ontology(
    types={kind: TypeInfo(kind, *LABELS[kind], means="") for kind in EntityType},
    families={
        "economy": Family("economy", "経済", "economy"),
        "cooperation": Family("cooperation", "協力", "cooperation"),
        "force": Family("force", "規制・実力", "restriction and force"),
    },
    relations={
        "supplies": Relation("supplies", "供給", "supplies", "economy", ANY, ANY, False, "AID", ""),
        "meets": Relation("meets", "会談", "meets with", "cooperation", ANY, ANY, True, "CONSULT", ""),
        "restricts": Relation("restricts", "規制", "restricts", "force", ANY, ANY, False, None, ""),
    },
)

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("インドネシア", EntityType.COUNTRY, ("尼",), en="Indonesia", reading="いんどねしあ"),
        Entity("欧州連合", EntityType.ORG, ("EU", "ＥＵ"), en="European Union"),
        Entity("チリ", EntityType.COUNTRY, (), en="Chile"),
        Entity("ニッケル", EntityType.RESOURCE, ("ニッケル鉱石",), en="nickel"),
        Entity("リチウム", EntityType.RESOURCE),
        Entity("インドネシア政府", EntityType.GOV, country="インドネシア"),
    )
}

Said = tuple[str, str, str, dict[str, str]]
"""Subject, relation, object, and marks: ``polarity``, ``modality`` or any qualifier."""


def sentence(document: str, number: int, start: int, text: str) -> Sentence:
    """A sentence whose normalised text is the given one."""
    end = start + len(text)
    return Sentence(document, number, 0, start, end, text, tuple(range(start, end + 1)))


def extraction(
    key: str, *said: tuple[str, list[Said]], date: str | None = None, entities: dict[str, Entity] | None = None
) -> Extraction:
    """A document of the given sentences, each with what it says; names are found by looking for ids and aliases."""
    described = ENTITIES if entities is None else entities
    text = "".join(words for words, _ in said)
    document = Document(key, text, dt.date.fromisoformat(date) if date else None, path="news.txt", line=1)
    sentences, mentions, statements, at = [], [], [], 0
    for number, (words, claims) in enumerate(said):
        sentences.append(sentence(key, number, at, words))
        for entity in described.values():
            name = next((n for n in (entity.id, *entity.aliases) if n in words), None)
            if name:
                start = words.index(name)
                mentions.append(
                    Mention(number, start, start + len(name), name, entity.type, entity.id, "entry", entity.country)
                )
        statements += [_statement(key, at, words, claim) for claim in claims]
        at += len(words)
    named = {m.entity for m in mentions} | {e for s in statements for e in (s.subject, s.object)}
    return Extraction(
        document, tuple(sentences), tuple(sorted(mentions, key=lambda m: (m.sentence, m.start))), tuple(statements),
        {name: described[name] for name in named},
    )  # fmt: skip


def _statement(key: str, at: int, words: str, claim: Said) -> Statement:
    subject, relation, object_, marks = claim
    polarity = Polarity(marks.get("polarity", "affirmed"))
    modality = Modality(marks.get("modality", "actual"))
    parts = [
        Part(kind, at + words.index(name), at + words.index(name) + len(name))
        for kind, name in ((PartKind.SUBJECT, subject), (PartKind.OBJECT, object_))
        if name in words
    ]
    evidence = Evidence(key, at, at + len(words), f"{relation}.test", polarity, modality, tuple(parts))
    qualifiers = tuple(sorted((k, v) for k, v in marks.items() if k not in {"polarity", "modality"}))
    return Statement(subject, relation, object_, polarity, modality, qualifiers, (evidence,))


PLAN = "インドネシア政府はニッケル鉱石の輸出を禁じる方針だ。"
ACT = "インドネシア政府は1日、ニッケルの輸出を禁じた。"
MEETING = "欧州連合とインドネシアは協議した。"


def news() -> list[Extraction]:
    """Five texts: a plan that becomes an act, a copy of it, a meeting told from both sides, a denial."""
    return [
        extraction(
            "a:1",
            (PLAN, [("インドネシア政府", "restricts", "ニッケル", {"modality": "planned"})]),
            date="2019-09-02",
        ),
        extraction(
            "a:2",
            (ACT, [("インドネシア政府", "restricts", "ニッケル", {"time": "2020-01-01", "item": "輸出"})]),
            date="2020-01-02",
        ),
        extraction(
            "b:1",
            (ACT, [("インドネシア政府", "restricts", "ニッケル", {"time": "2020-01-01", "item": "輸出"})]),
            date="2020-01-02",
        ),
        extraction(
            "b:2",
            (MEETING, [("欧州連合", "meets", "インドネシア", {})]),
            ("インドネシアはEUを招いた。", [("インドネシア", "meets", "欧州連合", {})]),
        ),
        extraction(
            "c:1",
            (
                "チリはリチウムをEUに供給していない。",
                [("チリ", "supplies", "欧州連合", {"polarity": "negated", "item": "リチウム"})],
            ),
            ("雨が降った。", []),
        ),
    ]


def build(path: Path, extractions: Iterable[Extraction] | None = None, *, rules: str = "1", batch: int = 2) -> Store:
    """A store of these extractions (default: ``news``), still open."""
    store = open_store(path, create=True)
    store.prepare(ONTOLOGY, {"rules": rules})
    store.write(news() if extractions is None else extractions, batch=batch)
    return store


def shuffled(extractions: Iterable[Extraction], seed: int) -> list[Extraction]:
    """The same in another order."""
    mixed = list(extractions)
    random.Random(seed).shuffle(mixed)
    return mixed
