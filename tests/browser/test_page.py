"""The page in a browser: what a reader does and sees. Nothing may be asked of a network or written as a fault."""

import csv
import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from kg.export.html import write_page

TOOL = Path(__file__).parents[2] / "scripts" / "sample_page.py"
HOSTILE = "</script><img src=x onerror=alert(1)>\u202e<b>&amp;"


@pytest.fixture(scope="module")
def samples():
    spec = importlib.util.spec_from_file_location("sample_page", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def files(samples, tmp_path_factory):
    """The sample pages as files."""
    folder = tmp_path_factory.mktemp("pages")
    made = {
        "sample": samples.sample_page(),
        "large": samples.large_page(3000),
        "hostile": samples.hostile_page(HOSTILE),
    }
    for name, data in made.items():
        write_page(data, folder / f"{name}.html")
    return folder


@pytest.fixture
def visit(browser, files):
    """Open a page: ``visit("sample", width=1440, height=900)``; afterwards no request and no fault is allowed."""
    opened = []

    def visit(name, *, width=1440, height=900, fragment="", **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        requests, faults = [], []
        context.on("request", lambda request: requests.append(request.url))
        page = context.new_page()
        page.on("console", lambda message: message.type in ("error", "warning") and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        address = (files / f"{name}.html").as_uri()
        opened.append((context, address, requests, faults))
        page.goto(address + fragment)
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(150)
        return page

    yield visit
    for context, address, requests, faults in opened:
        context.close()
        assert requests == [address]
        assert faults == []


def point_of(page, *names):
    """The middle of a node, or of the line between two."""
    call = "([a, b]) => b ? window.kgGraph.pointBetween(a, b) : window.kgGraph.pointOf(a)"
    return page.evaluate(call, [*names, None][:2])


def click_on(page, *names):
    at = point_of(page, *names)
    page.mouse.click(at["x"], at["y"])
    page.wait_for_timeout(120)


def hover_on(page, *names):
    at = point_of(page, *names)
    page.mouse.move(at["x"] - 1, at["y"])
    page.mouse.move(at["x"], at["y"])
    page.wait_for_selector("#hint:not([hidden])")
    return page.locator("#hint")


def parts(locator):
    """The coloured parts of an evidence sentence as (kind, text), without the tags under them."""
    return locator.evaluate(
        """node => [...node.querySelectorAll('.quote .part')].map(part => {
            const copy = part.cloneNode(true);
            copy.querySelectorAll('rt').forEach(tag => tag.remove());
            return [[...part.classList].find(name => name.startsWith('part-')).slice(5), copy.textContent];
        })"""
    )


def test_overview_says_what_is_drawn_and_held(visit):
    page = visit("sample")
    assert page.locator("#card h2").inner_text() == "全体"
    assert page.locator("#counts").inner_text().split("\n")[0].startswith("表示 80 実体")
    assert page.title() == "重要鉱物と北極"


def test_click_on_a_node_opens_its_card(visit):
    page = visit("sample")
    click_on(page, "グリーンランド自治政府")
    assert page.locator("#card h2").inner_text() == "グリーンランド自治政府"
    assert page.locator("#card .card-head .meta").first.inner_text() == "国家機関ぐりーんらんどじちせいふ"
    assert page.locator("#card h3.group bdi").all_inner_texts() == ["グリーンランド自治政府から →"]
    assert page.locator("#card .row").count() == 2
    assert page.locator("#live").inner_text() in ("", "グリーンランド自治政府を選択。2 関係")


def test_click_on_a_line_opens_the_evidence(visit):
    page = visit("sample")
    click_on(page, "MPマテリアルズ", "中国")
    card = page.locator("#card")
    assert card.locator(".row.open").count() == 1
    assert card.locator(".row .row-name").all_inner_texts() == ["MPマテリアルズ", "中国"]
    assert parts(card) == [
        ["subject", "MPマテリアルズ"],
        ["date", "4月17日"],
        ["object", "中国"],
        ["item", "精鉱"],
        ["predicate", "供給"],
        ["negation", "しない"],
    ]
    facts = dict(zip(card.locator("dt").all_inner_texts(), card.locator("dd").all_inner_texts(), strict=True))
    assert facts == {"誰の言葉か": "文書", "確かさ": "否定", "規則": "supplies.sample", "写し 1": ""}
    assert card.locator(".source .meta span").first.inner_text() == "2025-04-17"
    assert card.locator(".source a").get_attribute("href").startswith("https://example.org/")


def test_next_evidence_names_its_speaker(visit):
    page = visit("sample")
    click_on(page, "MPマテリアルズ", "中国")
    page.get_by_role("button", name="証拠 +").click()
    assert page.locator("#card .evidence h4").inner_text() == "証拠 2 / 4"
    assert page.locator("#card dd").first.inner_text().strip() == "MPマテリアルズ"


def test_hover_shows_the_sentence_with_its_parts(visit):
    page = visit("sample")
    hint = hover_on(page, "MPマテリアルズ", "中国")
    assert ["negation", "しない"] in parts(hint)
    meta = hint.locator(".hint-meta").inner_text()
    assert [word for word in ("否定", "2025-04-17", "supplies.sample") if word not in meta] == []
    hint = hover_on(page, "習近平")
    assert hint.locator(".hint-head").inner_text().startswith("習近平")
    assert [kind for kind, _ in parts(hint)][:1] == ["subject"]


def test_pair_with_several_statements_opens_their_list(visit):
    page = visit("sample")
    click_on(page, "米国", "中国")
    assert page.locator("#card h2 bdi").all_inner_texts() == ["中国", "米国"]
    assert page.locator("#card .row").count() == 5


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("みなみとり", "南鳥島"),
        ("minami", "南鳥島"),
        ("マーカス", "南鳥島"),
        ("ｎａｔｏ", "NATO"),
        ("トランプ", "ドナルド・トランプ"),
    ],
)
def test_search_finds_names_readings_and_english(query, expected, visit):
    page = visit("sample")
    page.keyboard.press("/")
    page.keyboard.type(query)
    assert page.locator("#search-list li bdi").first.inner_text() == expected
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() == expected


def test_search_draws_what_was_not_drawn(visit):
    page = visit("large")
    before = page.locator("#counts b").first.inner_text()
    name = page.evaluate(
        """() => {
            const data = JSON.parse(document.getElementById('kg-data').textContent);
            const drawn = new Set(JSON.parse(document.getElementById('kg-network').textContent).nodes.map(n => n.id));
            return data.entities.find(e => !drawn.has(e.id)).id;
        }"""
    )
    assert point_of(page, name) is None
    page.fill("#search", name)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert page.locator("#card h2").inner_text() == name
    assert point_of(page, name) is not None
    assert (before, page.locator("#counts b").first.inner_text()) == ("80", "81")


def test_nothing_found_says_so(visit):
    page = visit("sample")
    page.fill("#search", "ぬぬぬ")
    assert page.locator("#search-list").inner_text() == "該当なし"


def test_legend_filters_and_counts_what_is_left_out(visit):
    page = visit("sample")
    matching = page.locator("#counts b").nth(2)
    assert matching.inner_text() == "133"
    page.locator("[data-filter='families:structure']").click()
    assert page.locator("[data-filter='families:structure']").get_attribute("aria-pressed") == "false"
    assert page.locator("#counts b").all_inner_texts()[2:] == ["94", "39"]
    page.locator("[data-filter='types:COMPANY']").click()
    assert point_of(page, "ASML") is None or page.locator("#drawn-list").inner_text().count("ASML") == 0
    page.locator("#clear-filters").click()
    assert matching.inner_text() == "133"


def test_alt_click_keeps_only_one(visit):
    page = visit("sample")
    page.locator("[data-filter='certainty:negated']").click(modifiers=["Alt"])
    assert page.locator("#counts b").nth(2).inner_text() == "3"
    pressed = page.locator(".legend-certainty .legend-row").evaluate_all("rows => rows.map(r => r.ariaPressed)")
    assert pressed == ["false", "false", "false", "true"]


def test_table_has_the_same_statements_and_sorts(visit):
    page = visit("sample")
    page.keyboard.press("t")
    first = page.locator("#table-view tbody tr[data-statement]").first
    assert first.locator("td").first.inner_text() == "2026-01-21"
    page.locator("[data-sort='date']").click()
    assert first.locator("td").first.inner_text() == "2018-01-26"
    assert page.locator("th.col-date").get_attribute("aria-sort") == "ascending"
    first.click()
    assert page.locator("#card .row.open").count() == 1
    page.keyboard.press("g")
    assert page.locator("#graph-view").is_visible()


def test_large_table_makes_only_the_rows_in_view(visit):
    page = visit("large")
    page.keyboard.press("t")
    assert page.locator("#table-view .table-foot").inner_text().endswith("/ 3,000 件")
    assert page.locator("#table-view tbody tr").count() < 80
    page.locator(".table-scroll").evaluate("box => { box.scrollTop = box.scrollHeight; }")
    page.wait_for_timeout(150)
    assert page.locator("#table-view .table-foot").inner_text().split(" ")[0].endswith("–3,000")


def test_escape_goes_back_step_by_step(visit):
    page = visit("sample")
    click_on(page, "MPマテリアルズ", "中国")
    page.keyboard.press("Escape")
    assert page.locator("#card .row.open").count() == 0
    assert page.locator("#card h2").inner_text() != "全体"
    page.keyboard.press("Escape")
    assert page.locator("#card h2").inner_text() == "全体"


def test_arrow_keys_walk_the_graph(visit):
    page = visit("sample")
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#card h2").inner_text()
    page.keyboard.press("ArrowRight")
    assert (first, page.locator("#card h2").inner_text() != first) == ("中国", True)
    assert page.locator("#canvas").get_attribute("aria-activedescendant").startswith("drawn-")


def test_address_brings_back_choice_and_filters(visit):
    page = visit("sample")
    page.locator("[data-filter='families:structure']").click()
    click_on(page, "JOGMEC")
    fragment = page.evaluate("location.hash")
    page.close()
    again = visit("sample", fragment=fragment)
    assert again.locator("#card h2").inner_text() == "JOGMEC"
    assert again.locator("[data-filter='families:structure']").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme_follows_the_reader_and_the_switch(scheme, visit):
    page = visit("sample", color_scheme=scheme)
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = "rgb(241, 240, 236)", "rgb(14, 16, 19)"
    assert page.evaluate(ground) == {"light": light, "dark": dark}[scheme]
    page.locator("#theme").click()
    assert page.evaluate(ground) == {"light": dark, "dark": light}[scheme]


def test_english_switch(visit):
    page = visit("sample")
    page.locator("#language").click()
    assert page.locator("#card h2").inner_text() == "Overview"
    assert page.evaluate("document.documentElement.lang") == "en"
    click_on(page, "習近平")
    assert page.locator("#card h2").inner_text() == "Xi Jinping"


def test_phone_has_tabs_and_a_sheet(visit):
    page = visit("sample", width=390, height=844, has_touch=True, is_mobile=True)
    assert page.locator(".tabs button").all_inner_texts() == ["図", "表", "絞り込み", "期間"]
    assert page.locator("#card").is_hidden()
    page.fill("#search", "南鳥島")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    sheet = page.locator("#card").bounding_box()
    assert (sheet["x"], sheet["width"], round(sheet["height"] / 844, 1)) == (0, 390, 0.4)
    page.locator("[data-tab='legend']").click()
    assert page.locator("#legend").is_visible()
    small = page.locator("button:visible").evaluate_all(
        "all => all.filter(b => b.getBoundingClientRect().height < 43.5).map(b => b.id || b.className)"
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_narrow_window_folds_the_legend(visit):
    page = visit("sample", width=1024, height=700)
    assert page.locator("#legend").bounding_box()["width"] == 52
    assert page.locator("#card").is_hidden()
    click_on(page, "中国")
    assert page.locator("#card").bounding_box()["width"] == 340


def test_hostile_text_is_shown_as_text(visit):
    page = visit("hostile")
    assert page.locator("img").count() == 0
    page.fill("#search", "甲")
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() == f"甲{HOSTILE}"
    page.locator("#card .row-head").first.click()
    page.locator("#card .quote rt").evaluate_all("tags => tags.forEach(tag => tag.remove())")
    assert page.locator("#card .quote").text_content() == HOSTILE + "。"
    assert page.locator("#card code").inner_text() == HOSTILE
    assert page.locator("#card a").count() == 0
    page.keyboard.press("t")
    assert f"乙{HOSTILE}" in page.locator("#table-view").inner_text()
    assert page.locator("img").count() == 0


def test_page_opens_fast_with_three_thousand_statements(visit):
    page = visit("large")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive") < 5000


def test_path_between_two_entities(visit):
    page = visit("sample")
    page.fill("#search", "日本政府")
    page.keyboard.press("Enter")
    page.locator("[data-action='path']").click()
    page.fill("#search", "アップル")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert page.locator("#card h2").inner_text() == "日本政府 から アップル へ"
    assert page.locator("#card h3").all_inner_texts() == ["3 歩"]
    assert page.locator("#card .row .row-name").all_inner_texts() == [
        *("日本政府", "中国"),
        *("MPマテリアルズ", "中国"),
        *("アップル", "MPマテリアルズ"),
    ]


def test_no_path_says_how_far_was_searched(visit):
    page = visit("sample")
    click_on(page, "オランダ")
    page.keyboard.press("p")
    click_on(page, "チリ")
    assert page.locator("#card .lead").inner_text() == "5 歩までにつながる経路はありません。"


def test_undo_and_redo(visit):
    page = visit("sample")
    assert page.locator("#undo").is_disabled()
    click_on(page, "習近平")
    page.locator("[data-filter='families:cooperation']").click()
    page.locator("#undo").click()
    assert page.locator("[data-filter='families:cooperation']").get_attribute("aria-pressed") == "true"
    page.keyboard.press("Control+z")
    assert page.locator("#card h2").inner_text() == "全体"
    page.keyboard.press("Control+Shift+z")
    assert page.locator("#card h2").inner_text() == "習近平"
    page.locator("#redo").click()
    assert page.locator("[data-filter='families:cooperation']").get_attribute("aria-pressed") == "false"


def test_timeline_and_documents_of_an_entity(visit):
    page = visit("sample")
    click_on(page, "ライナス")
    page.locator("[data-card-tab='time']").click()
    assert page.locator("#card h3.group bdi").all_inner_texts() == ["2025", "2023"]
    page.locator("[data-card-tab='documents']").click()
    first = page.locator("#card .doc-row").first
    assert first.locator(".doc-title bdi").inner_text() == "ライナスと双日"
    assert first.locator("a").get_attribute("rel") == "noopener noreferrer"


def test_csv_of_what_matches(visit, samples):
    page = visit("sample")
    page.locator("[data-filter='certainty:negated']").click(modifiers=["Alt"])
    page.locator("#save").click()
    with page.expect_download() as download:
        page.locator("#save-csv").click()
    assert download.value.suggested_filename == "重要鉱物と北極.csv"
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    expected = [s for s in samples.sample_page().statements if s.polarity.value == "negated"]
    assert [(row[1], row[3], row[5]) for row in rows[1:]] == [(s.subject, s.object, "否定") for s in expected]
    assert rows[1][9] == expected[0].evidence[0].text[: expected[0].evidence[0].end]


def test_picture_of_what_is_drawn(visit):
    page = visit("sample")
    page.locator("#save").click()
    with page.expect_download() as download:
        page.locator("#save-png").click()
    assert Path(download.value.path()).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_period_is_set_by_keys_and_counts(visit):
    page = visit("sample")
    start = page.locator("[data-handle='start']")
    start.focus()
    for _ in range(10):
        page.keyboard.press("PageUp")
    assert int(page.locator("[data-handle='start']").get_attribute("aria-valuenow")) == 40
    left = [int(text) for text in page.locator("#counts b").all_inner_texts()[2:]]
    assert (sum(left), left[1] > 0) == (133, True)
    page.locator("#clear-filters").click()
    assert page.locator("[data-handle='start']").get_attribute("aria-valuenow") == "0"


def test_evidence_counts_code_points(browser, samples, tmp_path):
    """A letter outside the basic plane moves no part of the sentence."""
    write_page(samples.sample_page(name="𠮷田製作所"), tmp_path / "page.html")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    page.fill("#search", "𠮷田")
    page.keyboard.press("Enter")
    page.locator("#card .row-head").first.click()
    assert parts(page.locator("#card")) == [
        ["subject", "JOGMEC"],
        ["date", "3月7日"],
        ["object", "𠮷田製作所"],
        ["item", "出資会社"],
        ["predicate", "協力"],
    ]
    page.close()


def test_columns_of_the_table_filter(visit):
    page = visit("sample")
    page.keyboard.press("t")
    page.fill("[data-column='subject']", "china")
    page.fill("[data-column='relation']", "規制")
    rows = page.locator("#table-view tbody tr[data-statement]")
    assert set(rows.locator(".col-subject bdi").all_inner_texts()) == {"中国", "中国商務省"}
    assert set(rows.locator(".col-relation").all_inner_texts()) == {"規制"}
    page.fill("[data-column='object']", "どこにもない")
    assert page.locator("#table-view .table-foot").inner_text() == "条件に合う関係がありません。"


def test_expand_draws_neighbours_and_hide_takes_one_away(visit):
    page = visit("large")
    name = page.evaluate("JSON.parse(document.getElementById('kg-network').textContent).nodes[0].id")
    page.fill("#search", name)
    page.keyboard.press("Enter")
    page.locator("[data-action='expand']").click()
    assert page.locator("#counts b").first.inner_text() == "100"
    assert page.locator(".toast").last.inner_text() == "20 実体を加えました。"
    page.locator("[data-action='hide']").click()
    assert page.locator("#counts b").first.inner_text() == "99"
    page.locator("#clear-filters").click()
    assert page.locator("#counts b").first.inner_text() == "100"


def test_line_and_row_light_each_other(visit):
    page = visit("sample")
    page.fill("#search", "MPマテリアルズ")
    page.keyboard.press("Enter")
    page.wait_for_timeout(600)
    hover_on(page, "MPマテリアルズ", "アップル")
    assert page.locator("#card .row.lit .row-name").all_inner_texts() == ["アップル", "MPマテリアルズ"]


def test_empty_graph_says_how_to_fill_it(browser, samples, tmp_path):
    write_page(replace(samples.sample_page(), statements=(), entities={}, documents={}), tmp_path / "page.html")
    page = browser.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#empty").inner_text() == "グラフは空です。kg build で文書を読み込むと現れます。"
    page.keyboard.press("t")
    assert faults == []
    page.close()


def test_without_scripts_the_main_statements_are_a_list(browser, files):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((files / "sample.html").as_uri())
    assert page.locator(".noscript li").count() == 40
    assert page.locator(".noscript li").first.inner_text() == "米国 – 規制 → 中国"
    context.close()
