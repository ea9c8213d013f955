"""The file of merges: what it says, its faults, and what it does to an extraction."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.model import (
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Modality,
    Polarity,
    Sentence,
    Statement,
)
from kg.resolve.merges import Merges, apply_merges, read_merges
from kg.rulebook.types import Alias, Entry, Source

TEXT = "ルッテ氏はカナダに支援を求めた。"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "merges.yaml"
    path.write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")
    return path


def told(subject: str, object_: str, **qualifiers: str) -> Statement:
    evidence = Evidence("t:1", 0, len(TEXT), "test", Polarity.AFFIRMED, Modality.ACTUAL)
    return Statement(subject, "requests", object_, qualifiers=tuple(sorted(qualifiers.items())), evidence=(evidence,))


def extraction(*statements: Statement) -> Extraction:
    sentence = Sentence("t:1", 0, 0, 0, len(TEXT), TEXT, tuple(range(len(TEXT) + 1)))
    return Extraction(
        Document("t:1", TEXT),
        (sentence,),
        (
            Mention(0, 0, 3, "ルッテ", EntityType.PERSON, "ルッテ", "pattern:title"),
            Mention(0, 5, 8, "カナダ", EntityType.COUNTRY, "カナダ", "entry"),
        ),
        statements,
        {"ルッテ": Entity("ルッテ", EntityType.PERSON), "カナダ": Entity("カナダ", EntityType.COUNTRY)},
    )


def test_the_first_name_is_kept_also_over_several_lines(tmp_path):
    lines = ("{same: [乙, 丙], reason: 同じ}", "{same: [甲, 乙]}", "{unsure: [甲, 丁]}", "{different: [甲, 戊]}")
    merges = read_merges(written(tmp_path, *lines))
    assert merges.kept == {"丙": "甲", "乙": "甲"}
    assert [line.kind for line in merges.lines] == ["same", "same", "unsure", "different"]
    assert merges.decided("丁", "甲")
    assert not merges.decided("丁", "戊")


FAULTS = [
    (
        ["{same: [甲, 乙]}", "{different: [甲, 乙]}"],
        2,
        "甲 and 乙 are different here, one by {path}:1; expected one of both",
    ),
    (
        ["{same: [甲, 乙]}", "{same: [乙, 丙]}", "{different: [丙, 甲]}"],
        3,
        "丙 and 甲 are different here, one by {path}:1; expected one of both",
    ),
    (["{same: [甲, 乙]}", "{same: [丙, 乙]}"], 2, "乙 becomes 丙; expected 甲 as in {path}:1"),
    (["{same: [甲, 乙]}", "{same: [乙, 甲]}"], 2, "乙, 甲 are kept for each other; expected one name that stays"),
    (["{same: [甲]}"], 1, "same has 甲; expected two names or more, each once"),
    (
        ["{same: [甲, 乙], different: [甲, 丙]}"],
        1,
        "a merge has same and different; expected one of same, different, unsure",
    ),
    (["{sane: [甲, 乙]}"], 1, "a merge has unknown key 'sane'; expected same, different or unsure, and reason"),
    (["甲"], 1, "a merge is '甲'; expected a mapping"),
]


@pytest.mark.parametrize(("lines", "line", "message"), FAULTS)
def test_faults_say_where_and_what(lines, line, message, tmp_path):
    path = written(tmp_path, *lines)
    with pytest.raises(RuleError) as caught:
        read_merges(path)
    assert str(caught.value) == f"{path}:{line}: " + message.format(path=path)


def test_a_missing_file_is_a_fault(tmp_path):
    with pytest.raises(RuleError, match="cannot be read"):
        read_merges(tmp_path / "none.yaml")


def test_names_are_replaced_everywhere_and_the_old_one_becomes_an_alias(tmp_path):
    merges = read_merges(written(tmp_path, "{same: [マルク・ルッテ, ルッテ]}"))
    names = (Alias("マルク・ルッテ"), Alias("ルッテ氏"))
    entry = Entry("マルク・ルッテ", EntityType.PERSON, names, Source("", 0), en="Mark Rutte")
    merged = apply_merges(extraction(told("ルッテ", "カナダ", source="ルッテ")), merges, {entry.id: entry})
    assert [m.entity for m in merged.mentions] == ["マルク・ルッテ", "カナダ"]
    assert [(s.subject, s.object, s.qualifiers) for s in merged.statements] == [
        ("マルク・ルッテ", "カナダ", (("source", "マルク・ルッテ"),))
    ]
    assert merged.entities == {
        "マルク・ルッテ": Entity("マルク・ルッテ", EntityType.PERSON, ("ルッテ", "ルッテ氏"), en="Mark Rutte"),
        "カナダ": Entity("カナダ", EntityType.COUNTRY),
    }


def test_a_statement_between_two_names_that_become_one_is_dropped(tmp_path):
    merges = read_merges(written(tmp_path, "{same: [カナダ, ルッテ]}"))
    assert apply_merges(extraction(told("ルッテ", "カナダ")), merges, {}).statements == ()


def test_without_merges_nothing_changes():
    before = extraction(told("ルッテ", "カナダ"))
    assert apply_merges(before, Merges(), {}) is before
