// The same statements as a table that sorts; only the rows in view exist.

import { byId, el, nameOf } from "./dom.js";
import { compareDates, displayName, entities, relations, statements } from "./data.js";
import { glyph } from "./draw.js";
import { count, labelOf, t } from "./i18n.js";
import { foldName } from "./search.js";
import { itemOf, lineOf, marks } from "./rows.js";
import { choose, matching, state } from "./state.js";

const ROW = 32;
const AROUND = 12;

const textOrder = (x, y) => x.localeCompare(y, "ja");
const COLUMNS = [
  { id: "date", word: "date", order: (x, y) => compareDates(x.date, y.date), cell: (s) => s.date || "–" },
  { id: "subject", word: "subject", order: (x, y) => textOrder(entities[x.subject].id, entities[y.subject].id), cell: (s) => entityCell(s.subject) },
  { id: "relation", word: "relation", order: (x, y) => textOrder(relations[x.relation].ja, relations[y.relation].ja), cell: (s) => [lineOf(s), labelOf(relations[s.relation])] },
  { id: "object", word: "object", order: (x, y) => textOrder(entities[x.object].id, entities[y.object].id), cell: (s) => entityCell(s.object) },
  { id: "item", word: "item", order: (x, y) => textOrder(x.qualifiers.item || "", y.qualifiers.item || ""), cell: (s) => itemOf(s) ?? "–" },
  { id: "certainty", word: "certainty", order: (x, y) => textOrder(x.certainty, y.certainty), cell: (s) => marks(s) ?? el("span", { class: "meta" }, t("actual")) },
  { id: "independent", word: "independent", order: (x, y) => x.independent - y.independent, cell: (s) => el("b", {}, String(s.independent)), number: true },
  { id: "articles", word: "articles", order: (x, y) => x.documents - y.documents, cell: (s) => String(s.documents), number: true },
];

/** Text by which a column can be filtered, folded; only these columns have a field. */
const TEXTS = {
  subject: (s) => namesOf(s.subject),
  relation: (s) => foldName(`${relations[s.relation].ja} ${relations[s.relation].en}`),
  object: (s) => namesOf(s.object),
  item: (s) => foldName(Object.values(s.qualifiers).join(" ")),
};

const columnFilters = {};
const sorting = { column: "date", down: true };
let tableRows = [];

function entityCell(index) {
  return [glyph(entities[index].type, 13), nameOf(displayName(entities[index]))];
}

function namesOf(index) {
  const entity = entities[index];
  return foldName([entity.id, entity.en, entity.reading, ...entity.aliases].filter(Boolean).join(" "));
}

/** The statements that pass the page's filters and those of the columns, in order. */
function wantedRows() {
  const column = COLUMNS.find(({ id }) => id === sorting.column);
  const keep = matching();
  const wanted = Object.entries(columnFilters).map(([id, text]) => [TEXTS[id], foldName(text)]).filter(([, text]) => text);
  return statements.filter((s) => keep.has(s.index) && wanted.every(([textOf, text]) => textOf(s).includes(text)))
    .sort((x, y) => (sorting.down ? -1 : 1) * column.order(x, y) || y.independent - x.independent || x.index - y.index);
}

/** Draw the table with the statements that pass. */
export function showTable() {
  if (state.view !== "table") return;
  tableRows = wantedRows();
  const holder = byId("table-view");
  const scroll = holder.querySelector(".table-scroll")?.scrollTop ?? 0;
  const body = el("tbody", {});
  const box = el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t("table"), onscroll: () => fill(box, body) });
  box.append(el("table", { "aria-rowcount": tableRows.length + 1 },
    el("thead", {}, el("tr", { class: "heads" }, COLUMNS.map(headCell)), el("tr", { class: "filters" }, COLUMNS.map((column) => filterCell(column, box, body)))), body));
  const foot = el("p", { class: "table-foot meta" });
  holder.replaceChildren(box, foot);
  box.scrollTop = scroll;
  fill(box, body);
}

function headCell({ id, word, number }) {
  const sorted = sorting.column === id;
  return el("th", { scope: "col", class: number ? `col-${id} numeric` : `col-${id}`, "aria-sort": sorted ? (sorting.down ? "descending" : "ascending") : "none" },
    el("button", { type: "button", class: "flat", "data-sort": id, onclick: () => sortBy(id) }, t(word), el("span", { class: "arrow" }, sorted ? (sorting.down ? " ↓" : " ↑") : "")));
}

function filterCell({ id, word }, box, body) {
  if (!TEXTS[id]) return el("td", { class: `col-${id}` });
  return el("td", { class: `col-${id}` }, el("input", {
    type: "search", value: columnFilters[id] || "", placeholder: t("filter"), "aria-label": t("byText", { name: t(word) }), "data-column": id,
    oninput: (event) => {
      columnFilters[id] = event.target.value;
      tableRows = wantedRows();
      box.scrollTop = 0;
      fill(box, body);
    },
  }));
}

function sortBy(id) {
  sorting.down = sorting.column === id ? !sorting.down : id === "date" || id === "independent" || id === "articles";
  sorting.column = id;
  showTable();
  byId("table-view").querySelector(`[data-sort="${id}"]`)?.focus();
}

/** Put the rows around the visible part in place, and room for the others. */
function fill(box, body) {
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - AROUND);
  const visible = Math.ceil((box.clientHeight || 600) / ROW);
  const last = Math.min(tableRows.length, first + visible + 2 * AROUND);
  const room = (height) => (height > 0 ? tall(height) : "");
  body.replaceChildren(room(first * ROW), ...tableRows.slice(first, last).map((s) => tableRow(s)), room((tableRows.length - last) * ROW));
  const head = box.querySelector("thead")?.clientHeight ?? ROW;
  const top = Math.min(tableRows.length, Math.floor(box.scrollTop / ROW + 0.4) + 1);
  const bottom = Math.min(tableRows.length, Math.max(top, Math.floor((box.scrollTop + box.clientHeight - head) / ROW + 0.6)));
  const foot = byId("table-view").querySelector(".table-foot");
  foot.textContent = tableRows.length ? t("rows", { a: count(top), b: count(bottom), n: count(tableRows.length) }) : t("emptyFilters");
}

function tall(height) {
  const cell = el("td", {});
  cell.style.height = `${height}px`;
  return el("tr", { class: "room", "aria-hidden": "true" }, cell);
}

function tableRow(s) {
  const open = () => choose({ kind: "pair", key: s.pair }, { open: s.index });
  const isSelf = s.subject === s.object;
  const act = isSelf ? () => choose({ kind: "entity", index: s.subject }, { open: s.index }) : open;
  return el("tr", {
    class: state.open === s.index ? "open" : null, tabindex: "0", "data-statement": s.index, onclick: act,
    onkeydown: (event) => tableKey(event, act),
  }, COLUMNS.map((column) => el("td", { class: column.number ? `col-${column.id} numeric` : `col-${column.id}` }, column.cell(s))));
}

function tableKey(event, act) {
  if (event.key === "Enter") act();
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!step) return;
  event.preventDefault();
  event.currentTarget[step]?.focus();
}
