"""Extraction ↔ JSON line."""

import datetime as dt
import json

import pytest

from kg.errors import DocumentError
from kg.interchange import GivenMention, Record, from_dict, read_records, to_dict, to_extraction, to_line, to_record
from kg.model import Document, EntityType, Evidence, Extraction, Mention, Modality, Polarity, Statement
from kg.sentences import split_sentences

TEXT = "速報。ＮＡＴＯは㌦を求めた。"


@pytest.fixture
def extraction():
    """Two mentions, out of order, in a sentence whose normalised text is longer than the given one."""
    document = Document("news:3", TEXT, dt.date(2026, 1, 12))
    sentences = split_sentences(document)
    sentence = sentences[1]
    assert sentence.text == "NATOはドルを求めた。"
    mentions = (
        Mention(1, 5, 7, "ドル", EntityType.RESOURCE, "ドル", "entry"),
        Mention(1, 0, 4, "NATO", EntityType.ORG, "NATO", "entry"),
    )
    statement = Statement(
        "NATO", "requests", "ドル", Polarity.NEGATED, Modality.PLANNED, (("item", "通貨"), ("time", "2026-01")),
        (Evidence("news:3", 3, 14, "requests.item", Polarity.NEGATED, Modality.PLANNED),),
    )
    return Extraction(document, sentences, mentions, (statement,), {})


LINE = {
    "id": "news:3",
    "date": "2026-01-12",
    "text": TEXT,
    "mentions": [
        {"start": 3, "end": 7, "entity": "NATO", "type": "ORG"},
        {"start": 8, "end": 9, "entity": "ドル", "type": "RESOURCE"},
    ],
    "statements": [
        {
            "subject": "NATO", "relation": "requests", "object": "ドル", "polarity": "negated", "modality": "planned",
            "qualifiers": {"item": "通貨", "time": "2026-01"},
            "evidence": [{"start": 3, "end": 14, "rule": "requests.item"}],
        }
    ],
}


def test_offsets_are_those_of_the_given_text(extraction):
    assert to_dict(extraction) == LINE


def test_a_line_has_no_line_end_and_keeps_japanese(extraction):
    line = to_line(extraction)
    assert "\n" not in line
    assert "求めた" in line
    assert list(json.loads(line)) == ["id", "date", "text", "mentions", "statements"]


def test_what_is_written_is_read_back(extraction, tmp_path):
    path = tmp_path / "found.jsonl"
    path.write_text(f"{to_line(extraction)}\n\n{to_line(extraction)}\n", encoding="utf-8")
    record = to_record(extraction)
    assert list(read_records(path)) == [record, record]
    (statement,) = record.statements
    (read,) = from_dict(LINE).statements
    assert read.evidence == statement.evidence


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path):
    record = Record("t:1", None, "一\u2028二", (), ())
    path = tmp_path / "found.jsonl"
    path.write_text(to_line(record), encoding="utf-8")
    assert list(read_records(path)) == [record]


def test_a_record_becomes_an_extraction_with_the_same_line(extraction):
    assert to_dict(to_extraction(from_dict(LINE))) == LINE
    assert to_extraction(to_record(extraction)).mentions[0].text == "ＮＡＴＯ"


def test_mentions_are_sorted_by_place():
    assert from_dict({**LINE, "mentions": LINE["mentions"][::-1]}).mentions == (
        GivenMention(3, 7, "NATO", EntityType.ORG),
        GivenMention(8, 9, "ドル", EntityType.RESOURCE),
    )


def without(key):
    return {name: value for name, value in LINE.items() if name != key}


BAD = [
    ("{", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ("[]", "not an interchange document: the document is list; expected an object"),
    (without("text"), "not an interchange document: 'text' is missing"),
    ({**LINE, "id": 3}, "not an interchange document: 'id' is int; expected str"),
    ({**LINE, "date": "12.1.2026"}, "not an interchange document: Invalid isoformat string: '12.1.2026'"),
    ({**LINE, "mentions": [{"start": 3, "end": 99, "entity": "NATO", "type": "ORG"}]},
     "not an interchange document: mention [3, 99) lies outside the text of 14 characters"),
    ({**LINE, "mentions": [{"start": 3, "end": 7, "entity": "NATO", "type": "BODY"}]},
     "not an interchange document: 'BODY' is not a valid EntityType"),
    ({**LINE, "statements": [{"subject": "NATO", "relation": "meets"}]},
     "not an interchange document: 'object' is missing"),
    ({**LINE, "statements": [{**LINE["statements"][0], "modality": "sure"}]},
     "not an interchange document: 'sure' is not a valid Modality"),
]


@pytest.mark.parametrize(("line", "message"), BAD)
def test_a_faulty_line_is_named(line, message, tmp_path):
    path = tmp_path / "found.jsonl"
    path.write_text("\n" + (line if isinstance(line, str) else json.dumps(line)), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        list(read_records(path))
    assert str(caught.value) == f"{path}:2: {message}"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DocumentError) as caught:
        list(read_records(tmp_path / "none.jsonl"))
    assert str(caught.value) == f"{tmp_path}/none.jsonl: cannot be read: No such file or directory"
