// The words of the page in Japanese and English.

const WORDS = {
  ja: {
    search: "名前・読み・英語で探す", view: "表示の切り替え", graph: "図", table: "表", legend: "凡例と絞り込み",
    zoom: "拡大と縮小", zoomIn: "拡大", zoomOut: "縮小", fit: "全体を表示", card: "詳細", period: "期間", filters: "絞り込み",
    types: "実体の種類", families: "関係", certainty: "確かさ", press: "押して絞り込む",
    actual: "実際", planned: "予定", possible: "可能性", negated: "否定",
    shown: "表示", entities: "実体", statements: "関係", matching: "条件に合う", leftOut: "を除外", clear: "解除",
    documents: "文書", sources: "独立した情報源", overview: "全体",
    overviewText: "要となる {n} の実体から始めています。検索するか、図の点を開くと残りへ進めます。",
    mostLinked: "関わりの多い実体", newest: "新しい動き", contradictions: "食い違い", pairs: "{n} 組",
    independent: "独立", articles: "記事", orMore: "{n} 以上", evidence: "証拠", whoSays: "誰の言葉か", rule: "規則",
    open: "原文を開く", copies: "写し {n}", standing: "確かさ", toward: "→ {name}へ", from: "{name}から →",
    around: "周辺", expand: "広げる", hide: "隠す", closeCard: "閉じる", relationsTab: "関係", hop: "周辺 1 歩：{name}",
    add: "図に加える", nothing: "該当なし", date: "日付", subject: "主語", relation: "関係", object: "目的語", item: "品目・話題",
    subjectTag: "主語", objectTag: "目的語", predicateTag: "述語", negationTag: "否定", planTag: "予定", hedgeTag: "可能性",
    dateTag: "日付", speakerTag: "話者", itemTag: "品目", place: "場所", title: "役職", time: "時", source: "誰の言葉か",
    canvasHint: "矢印キーで隣の実体へ、Enter で詳細へ。同じ内容は表でも読めます（T）。", drawn: "描かれている実体",
    emptyFilters: "条件に合う関係がありません。", emptyGraph: "グラフは空です。kg build で文書を読み込むと現れます。",
    full: "図には {n} 実体まで描けます。", help: "キー操作", theme: "明暗を切り替える", language: "English",
    chosen: "{name}を選択。{n} 関係", live: "{n} 実体、{m} 関係を表示。{x} を除外", undated: "日付なしを含む",
    noDate: "日付なし", sentences: "証拠の文", between: "{a} と {b}", more: "ほか {n} 件", noEvidence: "証拠の文はありません。",
    neighbours: "つながり {n}", all: "すべて", byText: "{name}で絞る", country: "国：{name}", rows: "{a}–{b} / {n} 件",
    noneLeft: "つながる実体はすべて描かれています。", added: "{n} 実体を加えました。", play: "再生", stop: "止める",
    start: "始まり", end: "終わり", documentTag: "文書", sheet: "詳細の高さを変える", filter: "絞る", undo: "元に戻す", redo: "やり直す", link: "リンク", save: "書き出し",
    saveCsv: "条件に合う関係（CSV）", savePng: "いまの図（PNG）", copied: "リンクを写しました", copyFailed: "写せませんでした。アドレス欄から写してください",
    affirmed: "肯定", modality: "様相", path: "経路", pathTo: "経路の終わりを選んでください（始まり：{name}）", pathOf: "{a} から {b} へ", steps: "{n} 歩",
    noPath: "{n} 歩までにつながる経路はありません。", timeTab: "時系列", documentsTab: "文書",
  },
  en: {
    search: "Search names, readings", view: "View", graph: "Graph", table: "Table", legend: "Legend and filters",
    zoom: "Zoom", zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Fit", card: "Details", period: "Period", filters: "Filters",
    types: "Entity types", families: "Relations", certainty: "Certainty", press: "click to filter",
    actual: "Actual", planned: "Planned", possible: "Possible", negated: "Negated",
    shown: "Shown", entities: "entities", statements: "statements", matching: "matching", leftOut: "left out", clear: "Clear",
    documents: "documents", sources: "independent sources", overview: "Overview",
    overviewText: "Starting from {n} central entities. Search, or open a node, to reach the rest.",
    mostLinked: "Most linked", newest: "Newest", contradictions: "Contradictions", pairs: "{n} pairs",
    independent: "indep.", articles: "articles", orMore: "{n} or more", evidence: "Evidence", whoSays: "Who says so", rule: "Rule",
    open: "Open source", copies: "{n} copies", standing: "Certainty", toward: "→ to {name}", from: "from {name} →",
    around: "Focus", expand: "Expand", hide: "Hide", closeCard: "Close", relationsTab: "Statements", hop: "1 hop: {name}",
    add: "Add to graph", nothing: "Nothing matches", date: "Date", subject: "Subject", relation: "Relation", object: "Object", item: "Item, topic",
    subjectTag: "subject", objectTag: "object", predicateTag: "predicate", negationTag: "negation", planTag: "plan", hedgeTag: "possible",
    dateTag: "date", speakerTag: "speaker", itemTag: "item", place: "Place", title: "Office", time: "Time", source: "Who says so",
    canvasHint: "Arrow keys go to the nearest entity, Enter to its card. The table holds the same (T).", drawn: "Entities drawn",
    emptyFilters: "No statement matches the filters.", emptyGraph: "The graph is empty. Build it with kg build.",
    full: "At most {n} entities can be drawn.", help: "Keys", theme: "Light or dark", language: "日本語",
    chosen: "{name} chosen. {n} statements", live: "{n} entities, {m} statements shown. {x} left out", undated: "include undated",
    noDate: "undated", sentences: "evidence sentences", between: "{a} and {b}", more: "{n} more", noEvidence: "No evidence sentence.",
    neighbours: "{n} links", all: "All", byText: "by {name}", country: "Country: {name}", rows: "{a}–{b} of {n}",
    noneLeft: "All linked entities are drawn.", added: "{n} entities added.", play: "Play", stop: "Pause",
    start: "start", end: "end", documentTag: "Document", sheet: "Change the height of the details", filter: "Filter", undo: "Undo", redo: "Redo", link: "Copy link", save: "Export",
    saveCsv: "Matching statements (CSV)", savePng: "This picture (PNG)", copied: "Link copied", copyFailed: "Could not copy; take it from the address bar",
    affirmed: "Affirmed", modality: "Modality", path: "Path", pathTo: "Choose where the path from {name} ends", pathOf: "{a} to {b}", steps: "{n} steps",
    noPath: "No path within {n} steps.", timeTab: "Timeline", documentsTab: "Documents",
  },
};

let language = "ja";

/** The word for `key`, with `{name}` places filled. */
export function t(key, values = {}) {
  const text = WORDS[language][key] ?? WORDS.ja[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

export function currentLanguage() {
  return language;
}

export function setLanguage(next) {
  language = next === "en" ? "en" : "ja";
  document.documentElement.lang = language;
}

/** The label of a type, family or relation. */
export function labelOf(thing) {
  return (language === "en" && thing.en) || thing.ja;
}

/** Numbers with their thousands set off. */
export function count(number) {
  return number.toLocaleString("en-US");
}

/** Fill what the template left open: `data-t` text, `data-t-label`, `data-t-placeholder`. */
export function translatePage() {
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = t(node.dataset.tPlaceholder);
}
