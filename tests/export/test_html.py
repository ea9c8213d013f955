"""The page as a file: what it holds, that it asks for nothing, and that no text in it becomes markup."""

import base64
import hashlib
import importlib.util
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.html import write_page
from kg.export.html.choose import choose
from kg.export.html.page import MODULES, bundle_modules, fill_template, json_for_script, render_page, safe_url

TOOL = Path(__file__).parents[2] / "scripts" / "sample_page.py"
HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "{{data}}{{script}}",
    '"><svg onload=alert(1)>',
    "\u202eabc\u2066",
    "\u2028\u2029",
    "\x00\x1b\ud800",
    "&lt;b&gt;&amp;",
    "𠮷野家😀",
]


@pytest.fixture(scope="module")
def samples():
    spec = importlib.util.spec_from_file_location("sample_page", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(samples):
    return render_page(samples.sample_page(), max_nodes=80)


class Reader(HTMLParser):
    """Tags with their attributes, and the content of scripts and styles."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.raw, self.inside = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append([tag, dict(attrs), ""])
            self.inside = tag

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.raw[-1][2] += data

    def data(self, name):
        return json.loads(next(content for _, attrs, content in self.raw if attrs.get("id") == name))


def test_page_is_a_japanese_document(page):
    assert page.startswith("<!doctype html>\n")
    reader = Reader(page)
    assert ("html", {"lang": "ja"}) in reader.tags
    assert ("meta", {"charset": "utf-8"}) in reader.tags


def test_no_tag_points_outside(page):
    pointing = [
        (tag, name, value)
        for tag, attrs in Reader(page).tags
        for name, value in attrs.items()
        if name in ("src", "srcset", "href", "action", "data", "poster", "style") or name.startswith("on")
    ]
    assert pointing == [("link", "href", "data:,")]


def test_styles_load_nothing(page):
    styles = "".join(content for tag, _, content in Reader(page).raw if tag == "style")
    assert re.findall(r"url\(|@import|@font-face", styles) == []


def test_policy_names_each_script_and_style_by_hash(page):
    reader = Reader(page)
    policy = next(a["content"] for tag, a in reader.tags if tag == "meta" and "content" in a and "http-equiv" in a)
    rules = dict(part.split(" ", 1) for part in policy.split("; "))

    def hashes(wanted):
        return {
            f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
            for tag, attrs, content in reader.raw
            if tag == wanted and attrs.get("type") != "application/json"
        }

    assert rules["default-src"] == "'none'"
    assert set(rules["script-src"].split()) == hashes("script")
    assert set(rules["style-src"].split()) == hashes("style")


def test_page_holds_all_statements_and_documents(page, samples):
    sample = samples.sample_page()
    held = Reader(page).data("kg-data")
    assert len(held["statements"]) == len(sample.statements)
    assert [d["id"] for d in held["documents"]] == sorted(sample.documents)
    first = held["statements"][0]
    assert (held["entities"][first["s"]]["id"], first["r"], held["entities"][first["o"]]["id"]) == (
        sample.statements[0].subject,
        sample.statements[0].relation,
        sample.statements[0].object,
    )


def test_network_is_placed_and_at_rest(page):
    network = Reader(page).data("kg-network")
    assert {(node["shape"], node["physics"]) for node in network["nodes"]} == {("custom", False)}
    names = {node["id"] for node in network["nodes"]}
    assert len(names) == 80
    assert all({"x", "y", "side", "size"} <= node.keys() for node in network["nodes"])
    assert {edge["from"] for edge in network["edges"]} | {edge["to"] for edge in network["edges"]} <= names


def test_same_data_give_the_same_bytes(page, samples):
    assert render_page(samples.sample_page(), max_nodes=80) == page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text, samples):
    reader = Reader(render_page(samples.hostile_page(text), max_nodes=80))
    plain = Reader(render_page(samples.hostile_page("普通の字"), max_nodes=80))
    assert [(tag, sorted(attrs)) for tag, attrs in reader.tags] == [(tag, sorted(attrs)) for tag, attrs in plain.tags]
    held = reader.data("kg-data")
    assert held["title"] == text
    assert held["statements"][0]["e"][0][1] == text + "。"
    assert held["documents"][0]["url"] is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("</script>", r'"\u003c/script\u003e"'),
        ("a&b", r'"a\u0026b"'),
        ("\u2028\u2029", r'"\u2028\u2029"'),
        ("日本", '"日本"'),
        ("\ud800", r'"\ud800"'),
    ],
)
def test_json_is_safe_in_a_script(value, expected):
    assert json_for_script(value) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://example.org/ x", None),
        ("//example.org", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url, expected):
    assert safe_url(url) == expected


def test_values_are_not_filled_twice():
    assert fill_template("{{a}}-{{b}}", {"a": "{{b}}", "b": "x"}) == "{{b}}-x"


def test_bundle_has_all_modules_and_no_imports():
    bundle = bundle_modules()
    assert re.findall(r"^(?:import|export)\b.*", bundle, re.MULTILINE) == []
    assert len(MODULES) == len(set(MODULES))
    folder = Path(__file__).parents[2] / "kg" / "export" / "html" / "assets"
    assert {path.name for path in folder.glob("*.js")} == set(MODULES)


def test_modules_make_elements_never_markup():
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", bundle_modules()) == []


def test_choice_is_bounded_and_connected(samples):
    chosen = choose(samples.large_page(600), max_nodes=40)
    assert len(chosen.entities) == 40
    reached, waiting = set(), [chosen.entities[0]]
    while waiting:
        entity = waiting.pop()
        if entity not in reached:
            reached.add(entity)
            waiting += [b if a == entity else a for a, b in chosen.pairs if entity in (a, b)]
    assert reached == set(chosen.entities)


@pytest.mark.parametrize("number", [0, 301])
def test_impossible_number_of_nodes_is_refused(number, samples, tmp_path):
    with pytest.raises(ExportError, match=f"max_nodes is {number}; expected 1 to 300"):
        write_page(samples.sample_page(), tmp_path / "graph.html", max_nodes=number)


def test_unwritable_place_is_an_export_error(samples, tmp_path):
    with pytest.raises(ExportError, match="no folder"):
        write_page(samples.hostile_page("x"), tmp_path / "no folder" / "graph.html")
