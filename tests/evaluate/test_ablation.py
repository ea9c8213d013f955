"""Names that no list holds: the rulebook without its persons, companies and organs, and figures by type."""

from __future__ import annotations

from kg.evaluate import Figure, read_names, type_figures, without_gazetteer
from kg.interchange import GivenMention, Record, to_line
from kg.model import EntityType

TEXT = "豪州のウォン外相は12日、半導体大手エヌビディアの工場を視察し、米財務省と協議した。"
GOLD = [
    ("ウォン", EntityType.PERSON),
    ("エヌビディア", EntityType.COMPANY),
    ("米財務省", EntityType.GOV),
]


def gold_file(tmp_path):
    mentions = [GivenMention(TEXT.index(name), TEXT.index(name) + len(name), name, kind) for name, kind in GOLD]
    path = tmp_path / "gold.jsonl"
    path.write_text(to_line(Record("t:1", None, TEXT, tuple(sorted(mentions)), ())), encoding="utf-8")
    return path


def test_persons_companies_and_organs_are_left_out(rulebook):
    left = without_gazetteer(rulebook)
    assert {entry.type for entry in left.entries} == set(EntityType) - {
        EntityType.PERSON, EntityType.COMPANY, EntityType.GOV,
    }  # fmt: skip
    assert left.names == rulebook.names
    assert left.digest != rulebook.digest


def test_names_are_found_by_titles_descriptions_and_organ_words(rulebook, tmp_path):
    path = gold_file(tmp_path)
    figures = type_figures(path, read_names(path, without_gazetteer(rulebook)))
    assert figures == tuple(Figure(kind, 1, 1, 1) for kind in ("PERSON", "COMPANY", "GOV"))


def test_figures_count_spans_and_types(tmp_path):
    start = TEXT.index("エヌビディア")
    found = Record("x", None, TEXT, (GivenMention(start, start + 6, "別の名", EntityType.COMPANY),
                                     GivenMention(0, 2, "豪州", EntityType.PERSON)), ())  # fmt: skip
    assert type_figures(gold_file(tmp_path), [found]) == (
        Figure("PERSON", 0, 1, 1), Figure("COMPANY", 1, 1, 1), Figure("GOV", 0, 1, 0),
    )  # fmt: skip
