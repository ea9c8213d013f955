"""bytes → text: the encodings of Japanese files, short texts above all."""

import codecs

import pytest

from kg.documents import read_documents
from kg.documents.encoding import guess_encoding
from kg.model import Document

SHORT = [
    "台湾",
    "豪英",
    "ロシア",
    "日米韓",
    "協議へ",
    "外相会談",
    "ドイツの鉄",
    "首脳が合意した",
    "NATOに加盟",
    "EU、関税を撤廃",
    "「反対」と述べた",
    "石油を輸出する。",
    "インドネシア、ニッケル",
    "来年度の予算案を可決した。",
    "髙市内閣",
    "①資源②食料",
    "ベトナム政府は12日、半導体の材料をめぐって韓国企業と交渉を始めた。",
]
CODECS = ("utf-8", "cp932", "euc_jp", "iso2022_jp_2")
ONLY_WINDOWS = {"髙市内閣", "①資源②食料"}
CASES = [(text, codec) for text in SHORT for codec in CODECS if text not in ONLY_WINDOWS or codec in ("utf-8", "cp932")]


@pytest.mark.parametrize(("text", "codec"), CASES)
def test_short_text_is_read_in_its_encoding(text, codec):
    data = text.encode(codec)
    assert data.decode(guess_encoding(data)) == text


FILES = [
    ("utf-8", {}),
    ("utf-8-sig", {}),
    ("utf-16", {}),
    ("cp932", {}),
    ("euc_jp", {}),
    ("iso2022_jp", {}),
    ("shift_jis", {"encoding": "shift_jis"}),
    ("euc_jp", {"encoding": "EUC-JP"}),
    ("utf-8-sig", {"encoding": "utf-8"}),
    ("utf-16-le", {"encoding": "utf-16-le"}),
]


@pytest.mark.parametrize(("codec", "options"), FILES)
def test_file_in_each_encoding(tmp_path, codec, options):
    (tmp_path / "n.txt").write_bytes("韓国は反発した。\r\nタイは歓迎した。\n".encode(codec))
    texts = [item.text for item in read_documents([tmp_path / "n.txt"], **options)]
    assert texts == ["韓国は反発した。", "タイは歓迎した。"]


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp"])
def test_spoilt_line_is_lost_alone(tmp_path, codec):
    good = "韓国は反発した。\n".encode(codec)
    (tmp_path / "n.txt").write_bytes(good * 3 + b"\xff\xfe\x80\xff\n" + good)
    items = list(read_documents([tmp_path / "n.txt"]))
    assert [item.id if isinstance(item, Document) else item.line for item in items] == ["n:1", "n:2", "n:3", 4, "n:5"]
    assert str(items[3]).endswith(f"n.txt:4: found bytes that are not {codec}; the line is lost")


def test_utf16_big_endian_by_its_mark(tmp_path):
    (tmp_path / "n.txt").write_bytes(codecs.BOM_UTF16_BE + "韓国".encode("utf-16-be"))
    assert [item.text for item in read_documents([tmp_path / "n.txt"])] == ["韓国"]
