"""Examples of rules compared with what was read."""

import pytest

from kg.errors import DocumentError, RuleError
from kg.evaluate import compare_example
from kg.evaluate.examples import compare_mentions, compare_statements, compare_times
from kg.model import Document, EntityType, Extraction, Mention, Modality, Polarity, Statement
from kg.rulebook.examples import example_document, example_id
from kg.rulebook.types import ExpectedStatement, MentionExample, RelationExample, Source, TimeExample
from kg.sentences import split_sentences

SOURCE = Source("rules/relations/meets.yaml", 7)


def expected(subject, object_, modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED, **qualifiers):
    return ExpectedStatement(subject, "meets", object_, polarity, modality, tuple(sorted(qualifiers.items())))


def found(subject, object_, relation="meets", modality=Modality.ACTUAL, **qualifiers):
    return Statement(subject, relation, object_, Polarity.AFFIRMED, modality, tuple(sorted(qualifiers.items())))


STATEMENTS = [
    ([], [], ()),
    ([expected("日本", "米国")], [found("日本", "米国")], ()),
    ([expected("日本", "米国")], [found("米国", "日本")], ()),                       # symmetric
    ([expected("日本", "米国")], [found("日本", "米国", item="鉱物")], ()),          # qualifiers only where listed
    ([], [found("日本", "米国", relation="supports")], ()),                          # other relations don't count
    ([expected("日本", "米国", item="鉱物")], [found("日本", "米国")],
     ("missing: [日本, meets, 米国, {item: 鉱物}]", "not expected: [日本, meets, 米国]")),
    ([expected("日本", "米国", Modality.PLANNED)], [found("日本", "米国")],
     ("missing: [日本, meets, 米国, planned]", "not expected: [日本, meets, 米国]")),
    ([expected("日本", "米国", polarity=Polarity.NEGATED)], [], ("missing: [日本, meets, 米国, negated]",)),
    ([], [found("日本", "米国", modality=Modality.POSSIBLE)], ("not expected: [日本, meets, 米国, possible]",)),
]


@pytest.mark.parametrize(("wanted", "given", "differences"), STATEMENTS)
def test_statements_of_the_relation_are_all_compared(wanted, given, differences):
    example = RelationExample("meets", "…", tuple(wanted), SOURCE)
    assert compare_statements(example, given, frozenset({"meets"})) == differences


def test_a_directed_relation_has_one_direction():
    example = RelationExample("meets", "…", (expected("日本", "米国"),), SOURCE)
    assert compare_statements(example, [found("米国", "日本")], frozenset()) == (
        "missing: [日本, meets, 米国]",
        "not expected: [米国, meets, 日本]",
    )


def extraction(text, *mentions):
    document = Document("t:1", text)
    found_ = tuple(Mention(0, start, end, text[start:end], EntityType.COUNTRY, entity, "entry")
                   for start, end, entity in mentions)
    return Extraction(document, split_sentences(document), found_, (), {})


MENTIONS = [
    ([("日", "日本"), ("米", "米国")], [(0, 1, "日本"), (1, 2, "米国")], ()),
    ([], [(1, 2, "米国")], ("not expected: 米 → 米国",)),
    ([("日", "日本")], [(0, 1, "ドイツ")], ("missing: 日 → 日本", "not expected: 日 → ドイツ")),
    ([("米", "米国"), ("日", "日本")], [(0, 1, "日本"), (1, 2, "米国")],
     ("found in another order: 日 → 日本, 米 → 米国",)),
]


@pytest.mark.parametrize(("wanted", "given", "differences"), MENTIONS)
def test_all_mentions_are_compared_in_order(wanted, given, differences, rulebook):
    example = MentionExample("日米が会う。", tuple(wanted), Source("rules/lexicon/names.yaml", 7))
    assert compare_mentions(example, extraction("日米が会う。", *given), rulebook) == differences


OWN = [
    ([], [(0, 1, "日本"), (1, 2, "山田商店")], ("not expected: 日 → 日本",)),       # of the file, and not of it
    ([("米", "山田商店")], [(1, 2, "山田商店")], ()),
    ([("米", "山田商店")], [(1, 2, "山本商店")], ("missing: 米 → 山田商店", "not expected: 米 → 山本商店")),
]


@pytest.mark.parametrize(("wanted", "given", "differences"), OWN)
def test_examples_of_entities_are_about_the_names_of_their_file(wanted, given, differences, rulebook):
    (japan,) = (entry for entry in rulebook.entries if entry.id == "日本")
    example = MentionExample("日米が会う。", tuple(wanted), Source(japan.source.path, 7))
    assert compare_mentions(example, extraction("日米が会う。", *given), rulebook) == differences


def test_dates_are_compared(rulebook):
    example = TimeExample("1月12日に会う。", None, (("1月12日", "XXXX-01-13"),), SOURCE)
    assert compare_times(example, extraction(example.text), rulebook) == (
        "missing: 1月12日 → XXXX-01-13",
        "not expected: 1月12日 → XXXX-01-12",
    )


def test_a_fault_is_a_difference(rulebook):
    example = RelationExample("meets", "…", (), SOURCE)
    assert compare_example(example, DocumentError("too long", path="x", line=1), rulebook) == ("fault: too long",)


def test_an_example_is_a_document_named_by_its_place():
    example = RelationExample("meets", "日米が会う。", (), SOURCE, "2026-01-12")
    document = example_document(example)
    assert example_id(example) == "rules/relations/meets.yaml:7"
    assert (document.id, document.text, str(document.date), document.path, document.line) == (
        "rules/relations/meets.yaml:7", "日米が会う。", "2026-01-12", "rules/relations/meets.yaml", 7,
    )


def test_an_example_without_a_real_date_is_refused():
    example = RelationExample("meets", "…", (), SOURCE, "2026-13-01")
    with pytest.raises(RuleError) as caught:
        example_document(example)
    assert str(caught.value) == (
        "rules/relations/meets.yaml:7: example has date '2026-13-01'; expected a day such as 2026-01-31"
    )
