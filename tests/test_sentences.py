"""Document → Sentence: where sentences end, and that every offset leads back."""

import re
import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Document
from kg.sentences import LONGEST, given_span, normalise, split_sentences

UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")


def split(text):
    return [sentence.text for sentence in split_sentences(Document(id="d", text=text))]


ENDS = [
    ("豪州は反対した。タイは賛成した。", ["豪州は反対した。", "タイは賛成した。"]),
    ("豪州は反対した｡ タイは賛成した", ["豪州は反対した。", "タイは賛成した"]),
    ("合意なるか！？ 交渉は続く", ["合意なるか!?", "交渉は続く"]),
    ("豪州は反対した\nタイは賛成した\r\n\r\n終わり", ["豪州は反対した", "タイは賛成した", "終わり"]),
    ("　豪州は反対した。　", ["豪州は反対した。"]),
    ("※\n……\n―――\n", []),
    ("", []),
    ("議長は可能か？との問いに答えた。", ["議長は可能か?との問いに答えた。"]),
    ("Yahoo!は広告を止めた。", ["Yahoo!は広告を止めた。"]),
    ("Yahoo! JAPANが公表した。", ["Yahoo! JAPANが公表した。"]),
]

QUOTES = [
    ("議長は「反対だ。だが聞く。」と述べた。散会した。", ["議長は「反対だ。だが聞く。」と述べた。", "散会した。"]),
    ("「賛成だ。」議長はそう述べた。", ["「賛成だ。」", "議長はそう述べた。"]),
    ("「賛成だ。」という声もある。", ["「賛成だ。」という声もある。"]),
    ("「第一は資源。」「第二は食料。」", ["「第一は資源。」", "「第二は食料。」"]),
    ("「本当か?」議長が聞いた。", ["「本当か?」議長が聞いた。"]),
    ("首相（当時。後に議長）が訪れた。帰国した。", ["首相(当時。後に議長)が訪れた。", "帰国した。"]),
    ("『白書。第二版』を出した。", ["『白書。第二版』を出した。"]),
    ("議長は「反対だ。会場は静まった。", ["議長は「反対だ。", "会場は静まった。"]),
    ("反対だ」と議長。会場は静まった。", ["反対だ」と議長。", "会場は静まった。"]),
    ("「（反対だ。」と議長。会場は静まった。", ["「(反対だ。」と議長。", "会場は静まった。"]),
    ("議長は「反対だ。\n賛成はない。」と述べた。", ["議長は「反対だ。", "賛成はない。」と述べた。"]),
    ("「" + "反対だ。" * 90 + "」と述べた。", ["「反対だ。"] + ["反対だ。"] * 88 + ["反対だ。」と述べた。"]),
]

HEADLINES = [
    ("タイ、コメの輸出を再開へ　主要な買い手は歓迎", ["タイ、コメの輸出を再開へ", "主要な買い手は歓迎"]),
    ("タイ、コメの輸出を再開へ 2月から 専門家は慎重", ["タイ、コメの輸出を再開へ", "2月から 専門家は慎重"]),
    ("タイ首相 辞任", ["タイ首相 辞任"]),
    ("コメの国際価格が3% 上昇を続ける", ["コメの国際価格が3% 上昇を続ける"]),
    ("巨大な半導体企業の TSMC", ["巨大な半導体企業の TSMC"]),
    ("半導体の受託生産最大手TSMC 増産へ", ["半導体の受託生産最大手TSMC 増産へ"]),
    ("タイの首相は輸出を 再開した。", ["タイの首相は輸出を 再開した。"]),
    ("タイの首相が語る「輸出の再開 その先」", ["タイの首相が語る「輸出の再開 その先」"]),
    ("タイ政府の報道官 が語る", ["タイ政府の報道官 が語る"]),
]


@pytest.mark.parametrize(("text", "expected"), ENDS + QUOTES + HEADLINES)
def test_sentence_ends(text, expected):
    assert split(text) == expected


NORMAL = [
    ("ﾄﾞﾊﾞｲ", "ドバイ"),
    ("か\u3099いむ", "がいむ"),
    ("５㌦", "5ドル"),
    ("㈱ﾊﾟﾅ", "(株)パナ"),
    ("\u1112\u1161\u11ab", "한"),
    ("葛\U000e0100城", "葛城"),
    ("米\u200b国", "米国"),
]


@pytest.mark.parametrize(("text", "expected"), NORMAL)
def test_normalised_text(text, expected):
    assert normalise(text)[0] == expected


GIVEN = [
    ("ﾄﾞﾊﾞｲで協議", "ドバイ", "ﾄﾞﾊﾞｲ"),
    ("合計５㌦の罰金", "ドル", "㌦"),
    ("合計５㌦の罰金", "ル", "㌦"),
    ("合計５㌦の罰金", "5", "５"),
    ("\n 米\u200b国が反発", "米国", "米\u200b国"),
    ("先に述べた。神奈川の港", "神", "神"),
]


@pytest.mark.parametrize(("text", "part", "expected"), GIVEN)
def test_span_leads_back_to_the_given_text(text, part, expected):
    (sentence,) = [sentence for sentence in split_sentences(Document(id="d", text=text)) if part in sentence.text]
    at = sentence.text.index(part)
    start, end = given_span(sentence, at, at + len(part))
    assert text[start:end] == expected


def test_empty_span_stays_empty():
    (sentence,) = split_sentences(Document(id="d", text="\n㌦が上昇"))
    assert (given_span(sentence, 0, 0), given_span(sentence, 2, 2)) == ((1, 1), (2, 2))


def test_paragraphs_count_lines_with_a_sentence():
    text = "一つ目。続き。\n\n***\n二つ目。"
    assert [(s.index, s.paragraph, s.document) for s in split_sentences(Document(id="d", text=text))] == [
        (0, 0, "d"),
        (1, 0, "d"),
        (2, 1, "d"),
    ]


def test_longest_sentence_is_cut_behind_a_comma():
    text = "鉄鉱石、" * 1000
    assert {part[-1] for part in split(text)} == {"、"}
    assert "".join(split(text)) == text
    assert max(map(len, split("鉄" * 100_000))) <= LONGEST


CHARACTERS = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from("。、！？!?「」『』（）()[]“”　 \n\r\0\u2028日本の米A1"),
    st.sampled_from("ｶﾊﾞﾞﾟ㌦㈱…がか\u3099\u0301e\u200b\ufe0f\u1100\u1161\u11a8"),
)
TEXT = st.lists(CHARACTERS, max_size=120).map("".join)


@given(TEXT)
@example("\ufdfa" * 400)
@example("゛あ")
def test_any_text_gives_ordered_spans_inside_it(text):
    last = 0
    for number, sentence in enumerate(split_sentences(Document(id="d", text=text))):
        assert sentence.index == number
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.text == sentence.text.strip()
        assert 0 < len(sentence.text) <= LONGEST
        assert list(sentence.offsets) == sorted(sentence.offsets)
        assert (sentence.offsets[0], sentence.offsets[-1]) == (sentence.start, sentence.end)
        last = sentence.end


@given(TEXT)
def test_normalising_in_clusters_equals_normalising_the_whole(text):
    assert normalise(text)[0] == unicodedata.normalize("NFKC", UNSEEN.sub("", text))


@given(TEXT, st.data())
def test_span_of_stable_text_is_the_text(text, data):
    stable = unicodedata.normalize("NFKC", UNSEEN.sub("", text))
    for sentence in split_sentences(Document(id="d", text=stable)):
        start = data.draw(st.integers(0, len(sentence.text)))
        end = data.draw(st.integers(start, len(sentence.text)))
        given_start, given_end = given_span(sentence, start, end)
        assert stable[given_start:given_end] == sentence.text[start:end]


@given(TEXT)
def test_no_letter_or_digit_is_lost(text):
    lines = re.split("[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    given_letters = [c for line in lines for c in normalise(line)[0] if c.isalnum()]
    assert [c for c in "".join(split(text)) if c.isalnum()] == given_letters


HOSTILE = [
    "「" * 200_000,
    "(" * 100_000 + "」" * 100_000,
    "a! " * 100_000,
    "「」" * 100_000,
    " " * 200_000,
    "が\u3099" * 99_999,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:3]))
def test_time_grows_with_length_only(text):
    began = time.process_time()
    split(text + "日本。" + text)
    assert time.process_time() - began < 5
