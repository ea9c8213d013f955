"""Names that may mean one entity, and names that only look alike."""

from __future__ import annotations

import pytest

from kg.model import EntityType
from kg.resolve.duplicates import Duplicate, Known, find_duplicates, fold_name

FORMS = ("株式会社", "(株)")

SAME = [
    ("ヴァルカン・リソース", "バルカンリソース"),
    ("ベネズエラ・オイル", "ベネズエラ・オイール"),
    ("株式会社北斗電機", "北斗電機(株)"),
    ("ＡＢＣ鉱業", "ABC鉱業"),
    ("Zalmut Mining Inc.", "Zalmut Mining"),
    ("ウィットコフ", "ウイットコフ"),
    ("クラウス=マッファイ", "クラウス・マッファイ"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_alike(one, other):
    assert fold_name(one, FORMS) == fold_name(other, FORMS)


def known(*names: str, kind: str = "COMPANY", listed: tuple[str, ...] = ()) -> list[Known]:
    return [Known(name, EntityType[kind], 10 - place, name in listed) for place, name in enumerate(names)]


def test_the_better_known_name_is_kept():
    assert find_duplicates(known("バルカンリソース", "ヴァルカン・リソース")) == [
        Duplicate("バルカンリソース", "ヴァルカン・リソース", 100, "same letters")
    ]


def test_a_listed_name_is_kept():
    found = find_duplicates(known("バルカンリソース", "ヴァルカン・リソース", listed=("ヴァルカン・リソース",)))
    assert [(d.kept, d.other) for d in found] == [("ヴァルカン・リソース", "バルカンリソース")]


def test_names_that_nearly_agree_are_proposed_below_the_same_ones():
    found = find_duplicates(known("ザルムトンミネラルズ", "ザルムトンミネラル", "ザルムトン・ミネラルズ"))
    assert [(d.kept, d.other, d.agreement) for d in found] == [
        ("ザルムトンミネラルズ", "ザルムトン・ミネラルズ", 100),
        ("ザルムトンミネラル", "ザルムトン・ミネラルズ", 95),
        ("ザルムトンミネラルズ", "ザルムトンミネラル", 95),
    ]


APART = [
    (known("第7艦隊司令部", "第5艦隊司令部", kind="GOV")),
    (known("日産", "日立")),
    (known("マルク・ルッテ", "ルッテ", "ヤン・ルッテ", kind="PERSON")),
    (known("ヴァルカン", "バルカン", listed=("ヴァルカン", "バルカン"))),
    ([Known("バルカン", EntityType.COMPANY, 1), Known("ヴァルカン", EntityType.PLACE, 1)]),
]


@pytest.mark.parametrize("entities", APART)
def test_look_alikes_are_not_proposed(entities):
    assert find_duplicates(entities) == []


def test_a_family_name_is_proposed_for_its_only_bearer():
    assert find_duplicates(known("マルク・ルッテ", "ルッテ", kind="PERSON")) == [
        Duplicate("マルク・ルッテ", "ルッテ", 50, "a family name and the only full one")
    ]
