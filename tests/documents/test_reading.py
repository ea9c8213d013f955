"""Files and folders → Documents: ids, order, and a fault for each thing that can be wrong."""

import datetime as dt
import errno
import io
import json
import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents import read_documents
from kg.documents.records import MAX_DOCUMENT, MAX_LINE
from kg.errors import DocumentError
from kg.model import Document


def read(paths, **options):
    """Documents as (id, text), faults as their message."""
    return [
        (item.id, item.text) if isinstance(item, Document) else str(item)
        for item in read_documents([str(path) for path in paths], **options)
    ]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working folder, so that messages hold short paths."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_bytes(content.encode())
    return path


NEWS = "豪州は鉄鉱石を輸出した。\r\n\r\n  \n日本は歓迎した。\n両国は協議する。"

PER = [
    ("line", [("n:1", "豪州は鉄鉱石を輸出した。"), ("n:4", "日本は歓迎した。"), ("n:5", "両国は協議する。")]),
    ("paragraph", [("n:1", "豪州は鉄鉱石を輸出した。"), ("n:4", "日本は歓迎した。\n両国は協議する。")]),
    ("file", [("n", NEWS)]),
]


@pytest.mark.parametrize(("per", "expected"), PER)
def test_text_file_by_line_paragraph_or_whole(here, per, expected):
    write(here / "n.txt", NEWS)
    assert read(["n.txt"], per=per) == expected


def test_text_stays_as_given_with_control_characters_and_odd_line_separators(here):
    text = "\0日本は\u2028 米国\x0bと\x1b協議した\u3000"
    write(here / "n.txt", text + "\n")
    assert read(["n.txt"]) == [("n:1", text)]


def test_document_knows_file_line_and_what_a_record_says(here):
    record = {
        "text": "日本は協議した。",
        "id": 7,
        "date": "2026-01-12T23:30:00+09:00",
        "title": "協議",
        "url": "https://example.org/a",
        "section": "国際",
    }
    write(here / "n.jsonl", "\n" + json.dumps(record))
    expected = Document(
        id="7",
        text="日本は協議した。",
        date=dt.date(2026, 1, 12),
        title="協議",
        url="https://example.org/a",
        path="n.jsonl",
        line=2,
    )
    assert list(read_documents(["n.jsonl"])) == [expected]


DATES = ["2026-01-12", "20260112", "2026/1/12", "2026年1月12日", "2026-01-12 08:00", " 2026-01-12T08:00Z "]


@pytest.mark.parametrize("written", DATES)
def test_date_formats(here, written):
    write(here / "n.jsonl", json.dumps({"text": "日本", "date": written}))
    assert [item.date for item in read_documents(["n.jsonl"])] == [dt.date(2026, 1, 12)]


BROKEN_LINES = [
    ('{"text": "日本', "found broken JSON (Unterminated string starting at character 10), expected an object"),
    ("[1]", "found list, expected an object"),
    ('{"title": "日本"}', "found no text, expected the field 'text' with some"),
    ('{"text": " "}', "found an empty text, expected the field 'text' with some"),
    ('{"text": ["日本"]}', "found list in the field 'text', expected a string"),
    ('{"text": "日本", "title": 3}', "found int in the field 'title', expected a string"),
    ('{"text": "\\ud83d"}', "found half a character in the field 'text'"),
    ('{"text": "日本", "date": "2026-02-30"}', "found the date '2026-02-30', expected one such as 2026-01-12"),
    ('{"text": "日本", "date": "昨日"}', "found the date '昨日', expected one such as 2026-01-12"),
    ("[" * 100_000, "found JSON beyond all bounds, expected an object"),
    ("9" * 10_000, "found JSON beyond all bounds, expected an object"),
    (b'{"text": "\xff"}', "found bytes that are not utf-8; the line is lost"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN_LINES)
def test_broken_jsonl_line_is_lost_alone(here, line, message):
    good = '{"text": "韓国は協議した。"}\n'.encode()
    broken = line if isinstance(line, bytes) else line.encode()
    write(here / "n.jsonl", good + broken + b"\n" + good)
    assert read(["n.jsonl"]) == [("n:1", "韓国は協議した。"), f"n.jsonl:2: {message}", ("n:3", "韓国は協議した。")]


def test_csv_rows_with_quotes_line_breaks_and_a_bom(here):
    rows = ["\ufeffDate,Text,note", '2026-01-12,"日本は、\r\n「協議」した。",x', "", ",韓国は反対した。,y", ""]
    write(here / "n.csv", "\r\n".join(rows))
    assert read(["n.csv"]) == [("n:2", "日本は、\r\n「協議」した。"), ("n:5", "韓国は反対した。")]
    assert [item.date for item in read_documents(["n.csv"])] == [dt.date(2026, 1, 12), None]


def test_csv_faults(here):
    write(here / "n.csv", "text,date\n日本,2026-13-01\n韓国\n台湾,\n")
    assert read(["n.csv"]) == [
        "n.csv:2: found the date '2026-13-01', expected one such as 2026-01-12",
        "n.csv:3: found 1 fields, expected 2",
        ("n:4", "台湾"),
    ]
    write(here / "n.csv", "本文,日付\n日本,2026-01-12\n")
    assert read(["n.csv"]) == ["n.csv:1: found the columns 本文, 日付; expected one named text"]


def test_csv_field_over_pythons_own_limit(here):
    text = "日本は協議した。" * 30_000
    write(here / "n.csv", f"text\n{text}\n")
    assert read(["n.csv"]) == [("n:2", text)]


PAGE = """<!doctype html><html lang="ja"><head><meta charset="{charset}"><title>通商協議</title>
<meta property="article:published_time" content="2026-01-12T09:00:00+09:00">
<link rel="canonical" href="https://example.org/trade/1"></head>
<body><nav><a href="/">トップ</a> <a href="/world">国際</a></nav><article><h1>通商協議</h1>
<p>カナダ政府は12日、木材の輸出をめぐって米国政府と首都オタワで協議した。</p>
<p>両国は関税の引き下げについて、来月も話し合いを続けることで一致した。産業界はこの動きを歓迎している。</p>
</article><footer>© 例の新聞</footer></body></html>"""


@pytest.mark.parametrize(("charset", "codec"), [("utf-8", "utf-8"), ("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp")])
def test_html_article_without_menu(here, charset, codec):
    write(here / "n.html", PAGE.format(charset=charset).replace("©", "(c)").encode(codec))
    (document,) = read_documents(["n.html"])
    assert "木材の輸出をめぐって米国政府と" in document.text
    assert "トップ" not in document.text
    assert (document.id, document.date, document.title, document.url, document.line) == (
        "n",
        dt.date(2026, 1, 12),
        "通商協議",
        "https://example.org/trade/1",
        0,
    )


def test_html_faults(here):
    write(here / "a.html", "<html><body></body></html>")
    write(here / "b.htm", "<p>" + "あ" * MAX_DOCUMENT)
    write(here / "c.html", "<p>" * 100_001)
    assert read(["a.html", "b.htm", "c.html"]) == [
        "a.html: found no article in the page",
        "b.htm: found a page of more than 5,000,000 characters, the limit",
        "c.html: found a page of more than 100,000 tags, the limit",
    ]


def test_folder_is_read_in_order_without_hidden_and_unknown_files(here):
    for name in ["b/2.txt", "a.txt", "b/1.txt", "b/.hidden.txt", ".git/x.txt", "b/c.md", "b/d.JSONL"]:
        write(here / name, '{"text": "日本"}' if name.endswith("L") else "日本")
    assert [name for name, _ in read(["."])] == ["a:1", "1:1", "2:1", "d:1"]


def test_files_of_one_stem_are_told_apart_by_folder_then_extension(here):
    for name in ["x/n.txt", "y/n.txt", "y/z/m.txt"]:
        write(here / name, "日本")
    assert [name for name, _ in read(["."])] == ["x/n:1", "y/n:1", "m:1"]
    write(here / "y/n.csv", "text\n日本")
    assert [name for name, _ in read(["."])] == ["x/n:1", "y/n.csv:2", "y/n.txt:1", "m:1"]


def test_file_given_twice_is_read_once(here):
    write(here / "a/n.txt", "日本")
    assert read(["a", "a/n.txt", here / "a" / "n.txt"]) == [("n:1", "日本")]


def test_second_document_of_an_id_is_a_fault(here):
    write(here / "n.jsonl", '{"text": "日本", "id": "k"}\n{"text": "韓国", "id": "k"}\n')
    assert read(["n.jsonl"]) == [
        ("k", "日本"),
        "n.jsonl:2: found the id 'k' a second time, expected unique ids; the first is at n.jsonl:1",
    ]


FAULTS = [
    ("missing.txt", None, "missing.txt: not found; expected a file, a folder, or - for standard input"),
    ("n.txt", b"", "n.txt: found an empty file, expected text"),
    ("n.txt", b" \n\n\t\n", "n.txt: found no text, only blank lines"),
    ("n.txt", b"%PDF-1.7\n%\xe2\xe3", "n.txt: found a PDF, expected text"),
    ("n.txt", bytes(range(256)) * 4, "n.txt: found a binary file, expected text"),
    ("n.jsonl", b"\x1f\x8b\x08\x00", "n.jsonl: found a gzip archive, expected text"),
    (
        "n.txt",
        b"\xff\xff\xff",
        "n.txt: found bytes that are neither UTF-8, Shift_JIS, EUC-JP nor ISO-2022-JP; name the encoding",
    ),
    ("n.doc", b"x", "n.doc: found the extension '.doc', expected one of .txt, .jsonl, .csv, .html, .htm"),
]


@pytest.mark.parametrize(("name", "content", "message"), FAULTS)
def test_fault_of_a_file_leaves_the_others(here, name, content, message):
    if content is not None:
        write(here / name, content)
    write(here / "z.txt", "日本")
    assert sorted(map(str, read([name, "z.txt"]))) == sorted([message, "('z:1', '日本')"])


def test_folder_without_documents(here):
    (here / "empty").mkdir()
    assert read(["empty"]) == [
        "empty: found a folder without documents, expected files in .txt, .jsonl, .csv, .html, .htm"
    ]


def test_unreadable_file(here, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("kg.documents.reading.open_source", refuse)  # root may read any file
    write(here / "n.txt", "日本")
    assert read(["n.txt"]) == ["n.txt: cannot be read: Permission denied"]


def test_oversized_documents_and_lines_are_refused_and_the_next_read(here):
    write(here / "n.txt", "あ" * (MAX_DOCUMENT + 1) + "\n" + "い" * (MAX_LINE + 5) + "\n日本\n")
    assert read(["n.txt"]) == [
        "n.txt:1: found a document of 5,000,001 characters, expected at most 5,000,000",
        "n.txt:2: found a line of more than 10,000,000 characters, the limit",
        ("n:3", "日本"),
    ]


def test_oversized_file_read_whole_names_the_limit(here):
    write(here / "n.txt", "日本は協議した。\n" * (MAX_DOCUMENT // 8))
    assert read(["n.txt"], per="file") == [
        "n.txt: found a file of more than 5,000,000 characters, the limit of a document; read it by line or paragraph"
    ]


class Stdin:
    """Standard input made of bytes."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "options", "expected"),
    [
        ("日本\n韓国\n".encode("cp932"), {}, [("stdin:1", "日本"), ("stdin:2", "韓国")]),
        (b'{"text": "x", "id": "k"}', {"format": "jsonl"}, [("k", "x")]),
        (b"", {}, ["standard input: found an empty file, expected text"]),
    ],
)
def test_standard_input(monkeypatch, data, options, expected):
    monkeypatch.setattr(sys, "stdin", Stdin(data))
    assert read(["-"], **options) == expected


def test_format_holds_for_unknown_extensions_and_pipes(here):
    write(here / "n.ndjson", '{"text": "日本"}')
    assert read(["n.ndjson"], format="jsonl") == [("n:1", "日本")]
    pipe = here / "pipe"
    os.mkfifo(pipe)
    if os.fork() == 0:
        pipe.write_bytes("韓国".encode())
        os._exit(0)
    assert read(["pipe"]) == [("pipe:1", "韓国")]
    os.wait()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"per": "word"}, "found per 'word', expected one of line, paragraph, file"),
        ({"format": "pdf"}, "found format 'pdf', expected one of txt, jsonl, csv, html"),
        ({"encoding": "klingon"}, "found the encoding 'klingon', expected one such as utf-8 or cp932"),
    ],
)
def test_wrong_option_is_raised(here, options, message):
    write(here / "n.txt", "日本")
    with pytest.raises(DocumentError) as problem:
        list(read_documents(["n.txt"], **options))
    assert str(problem.value) == message


PIECES = st.one_of(
    st.binary(max_size=20),
    st.sampled_from(
        [b"\xef\xbb\xbf", b"\xff\xfe", b"\n", b"\r\n", b'"', b",", b"{", b'{"text": "', b'"}', b"text,date\n"]
    ),
    st.text(max_size=8).flatmap(
        lambda text: st.sampled_from(["utf-8", "cp932", "euc_jp", "utf-16"]).map(
            lambda codec: text.encode(codec, errors="ignore")
        )
    ),
)


@given(st.lists(PIECES, max_size=20).map(b"".join), st.sampled_from(["txt", "jsonl", "csv", "html"]))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_documents_or_faults(tmp_path, data, kind):
    path = tmp_path / f"n.{kind}"
    path.write_bytes(data)
    for item in read_documents([path]):
        if isinstance(item, Document):
            item.text.encode()  # can be stored
            assert item.text.strip()
        else:
            assert isinstance(item, DocumentError)
            assert str(item).startswith(str(path))
