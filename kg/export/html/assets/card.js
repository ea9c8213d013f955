// The panel on the right: the whole, an entity, or the statements between two.

import { byId, el, icon, link, nameOf } from "./dom.js";
import { byStrength, compareDates, displayName, documents, entities, pairKey, pairs, statements, typeById } from "./data.js";
import { glyph } from "./draw.js";
import { MOST_STEPS, shortestPaths } from "./paths.js";
import { fitGraph } from "./camera.js";
import { addEntities, drawnEntities, isDrawn } from "./scene.js";
import { count, labelOf, t } from "./i18n.js";
import { statementRow } from "./rows.js";
import { change, choose, matching, passingOf, passingOfEntity, state } from "./state.js";
import { toast } from "./toast.js";

const ROWS = 60; // at first; the rest by a button
const GROW = 20;
let shownRows = ROWS;
let shownFor = "";

/** Draw the card anew; keeps its scroll where the same thing is on view. */
export function showCard() {
  const card = byId("card");
  const key = JSON.stringify([state.chosen, state.cardTab]);
  const same = key === shownFor;
  const scroll = same ? card.scrollTop : 0;
  if (!same) shownRows = ROWS;
  shownFor = key;
  const body = !state.chosen ? overview() : cardOf(state.chosen);
  const focused = card.contains(document.activeElement) ? document.activeElement.closest("[data-statement]")?.dataset.statement : null;
  card.replaceChildren(grip(card), ...body.filter(Boolean));
  card.classList.toggle("has-choice", Boolean(state.chosen));
  document.body.classList.toggle("chosen", Boolean(state.chosen));
  card.scrollTop = scroll;
  if (focused) card.querySelector(`[data-statement="${focused}"] button`)?.focus({ preventScroll: true });
}

function cardOf(chosen) {
  if (chosen.kind === "entity") return entityCard(entities[chosen.index]);
  return chosen.kind === "pair" ? pairCard(pairs.get(chosen.key)) : pathCard(chosen);
}

/** Choose an entity: its card, or, where a path waits for its end, the path. */
export function chooseEntity(index) {
  const from = state.pathFrom;
  if (from === null || from === index) {
    choose({ kind: "entity", index });
    return;
  }
  const paths = shortestPaths(from, index);
  addEntities([...new Set([from, index, ...paths.flat()])]);
  fitGraph(true, [...new Set([from, index, ...paths.flat()])]);
  change({ pathFrom: null, chosen: { kind: "path", from, to: index, paths }, open: null, focus: true });
}

/** Begin a path at an entity. */
export function startPath(index) {
  change({ pathFrom: index });
  toast(t("pathTo", { name: displayName(entities[index]) }));
}

/** Light the rows of the line under the pointer (null: none). */
export function lightRows(what) {
  for (const row of byId("card").querySelectorAll(".row")) row.classList.toggle("lit", what?.kind === "pair" && row.dataset.pair === what.key);
}

/** Bring the open statement's evidence into view. */
export function scrollToOpen() {
  byId("card").querySelector(".row.open")?.scrollIntoView({ block: "nearest" });
}

/** The handle of the sheet on a phone: half or nearly all of the screen. */
function grip(card) {
  return el("button", { type: "button", class: "grip", "aria-label": t("sheet"), onclick: () => card.classList.toggle("tall") });
}

function closeButton() {
  return el("button", { type: "button", class: "flat icon close", "aria-label": t("closeCard"), onclick: () => choose(null) }, icon("close"));
}

// ---------------------------------------------------------------- the whole

function overview() {
  const keep = statements.filter((s) => matching().has(s.index));
  const sentences = new Set(statements.flatMap((s) => s.evidence.map((e) => `${e.document.id} ${e.text}`))).size;
  const figures = [[entities.length, t("entities")], [statements.length, t("statements")], [documents.length, t("documents")], [sentences, t("sentences")]];
  return [
    el("header", { class: "card-head" }, el("h2", {}, t("overview")), el("p", { class: "lead" }, t("overviewText", { n: drawnEntities().length }))),
    el("dl", { class: "figures" }, figures.map(([number, word]) => el("div", {}, el("dd", {}, count(number)), el("dt", {}, word)))),
    mostLinked(),
    newest(keep),
    contradictions(keep),
  ];
}

function mostLinked() {
  const ranked = entities.map((entity) => ({ entity, n: passingOfEntity(entity.index).length })).filter(({ n }) => n)
    .sort((x, y) => y.n - x.n || x.entity.index - y.entity.index).slice(0, 7);
  const most = ranked[0]?.n || 1;
  return el("section", {}, el("h3", {}, t("mostLinked")), el("ul", { class: "linked" }, ranked.map(({ entity, n }) =>
    el("li", {}, el("button", { type: "button", class: "linked-row", onclick: () => chooseEntity(entity.index) },
      glyph(entity.type), nameOf(displayName(entity), "linked-name"), el("meter", { min: 0, max: most, value: n, "aria-hidden": "true" }), el("span", { class: "number" }, count(n)))))));
}

function newest(keep) {
  const dated = keep.filter((s) => s.date && s.evidence.length).sort((x, y) => compareDates(y.date, x.date) || y.independent - x.independent);
  if (!dated.length) return null;
  return el("section", {}, el("h3", {}, t("newest")), el("ul", { class: "rows" }, dated.slice(0, 3).map(statementRow)));
}

/** Statements that one text affirms as done and another denies. */
function contradictions(keep) {
  const sides = new Map();
  for (const s of keep) {
    const key = `${s.subject} ${s.relation} ${s.object}`;
    if (!sides.has(key)) sides.set(key, []);
    sides.get(key).push(s);
  }
  const found = [...sides.values()].filter((list) => new Set(list.map((s) => s.polarity)).size > 1);
  if (!found.length) return null;
  const rows = found.map((list) => byStrength(list.filter((s) => s.polarity === "negated"))[0]);
  return el("section", {}, el("h3", {}, t("contradictions"), el("small", {}, t("pairs", { n: found.length }))),
    el("ul", { class: "rows" }, byStrength(rows).slice(0, 5).map(statementRow)));
}

// ---------------------------------------------------------------- an entity

function entityCard(entity) {
  const list = passingOfEntity(entity.index);
  const toward = list.filter((s) => s.object === entity.index);
  const from = list.filter((s) => s.object !== entity.index);
  return [
    el("header", { class: "card-head" },
      el("span", { class: "badge" }, glyph(entity.type, 26)),
      el("p", { class: "meta" }, labelOf(typeById.get(entity.type)), entity.reading ? el("bdi", { class: "reading" }, entity.reading) : null),
      el("h2", {}, nameOf(displayName(entity))), closeButton(),
      aliasLine(entity), factLine(entity), actions(entity)),
    cardTabs(list),
    ...(state.cardTab === "time" ? timeline(list) : state.cardTab === "documents" ? documentList(list)
      : groups([[t("toward", { name: displayName(entity) }), toward], [t("from", { name: displayName(entity) }), from]])),
  ];
}

function cardTabs(list) {
  const tabs = [["statements", "relationsTab", list.length], ["time", "timeTab", null], ["documents", "documentsTab", documentsOf(list).length]];
  return el("div", { class: "card-tabs", role: "group" }, tabs.map(([id, word, n]) =>
    el("button", { type: "button", class: "flat", "aria-pressed": String(state.cardTab === id), "data-card-tab": id, onclick: () => change({ cardTab: id }) },
      t(word), n === null ? null : [" ", el("span", { class: "number" }, count(n))])));
}

/** The same statements, newest first, undated ones at the end. */
function timeline(list) {
  const ordered = [...list].sort((x, y) => compareDates(y.date, x.date) || y.independent - x.independent || x.index - y.index);
  const years = new Map();
  for (const s of ordered) {
    const year = s.date ? s.date.slice(0, 4) : t("noDate");
    if (!years.has(year)) years.set(year, []);
    years.get(year).push(s);
  }
  return groups([...years], (rows) => rows);
}

function documentsOf(list) {
  const found = new Map();
  for (const s of list) for (const { document: of } of s.evidence) found.set(of.id, { of, n: (found.get(of.id)?.n || 0) + 1 });
  return [...found.values()].sort((x, y) => compareDates(y.of.date, x.of.date) || (x.of.id < y.of.id ? -1 : 1));
}

function documentList(list) {
  const all = documentsOf(list);
  const rows = all.slice(0, shownRows).map(({ of, n }) => el("li", { class: "row doc-row" },
    el("p", { class: "doc-title" }, of.url ? link(of.url, nameOf(of.title || of.id)) : nameOf(of.title || of.id)),
    el("p", { class: "meta row-meta" }, el("span", {}, of.date || t("noDate")), of.title ? el("bdi", { class: "doc-id" }, of.id) : null, el("span", { class: "push" }, `${t("relationsTab")} ${n}`))));
  return [el("ul", { class: "rows" }, rows), moreButton(all.length)];
}

function aliasLine(entity) {
  const names = [entity.id, ...entity.aliases, entity.en].filter((name, i, all) => name && name !== displayName(entity) && all.indexOf(name) === i);
  return names.length ? el("p", { class: "aliases" }, names.slice(0, 12).map((name, i) => [i ? "、" : "", nameOf(name)])) : null;
}

function factLine(entity) {
  const parts = [];
  if (/^Q\d+$/.test(entity.wikidata || "")) parts.push(link(`https://www.wikidata.org/wiki/${entity.wikidata}`, `Wikidata ${entity.wikidata}`));
  if (entity.country && entity.country !== entity.id) parts.push(el("span", {}, t("country", { name: entity.country })));
  return parts.length ? el("p", { class: "meta facts-line" }, parts) : null;
}

function actions(entity) {
  const drawn = isDrawn(entity.index);
  const button = (name, sign, pressed, act) => el("button", { type: "button", "aria-pressed": pressed, onclick: act, "data-action": sign }, icon(sign), t(name));
  if (!drawn) return el("div", { class: "actions" }, button("add", "plus", null, () => { addEntities([entity.index]); chooseEntity(entity.index); }));
  return el("div", { class: "actions" },
    button("around", "focus", String(state.focus), () => change({ focus: !state.focus })),
    button("expand", "expand", null, () => expand(entity)),
    button("path", "path", String(state.pathFrom === entity.index), () => startPath(entity.index)),
    button("hide", "hide", null, () => { state.hidden.add(entity.index); change({ chosen: null, filters: true }); }));
}

/** Draw the best attested neighbours that are not there yet. */
export function expand(entity) {
  const near = [...entity.near].filter(([other]) => !isDrawn(other))
    .map(([other, key]) => ({ other, weight: passingOf(key).reduce((sum, s) => sum + s.independent, 0) }))
    .filter(({ weight }) => weight).sort((x, y) => y.weight - x.weight || x.other - y.other);
  const added = addEntities(near.slice(0, GROW).map(({ other }) => other), entity.index);
  toast(added ? t("added", { n: added }) : t("noneLeft"));
  change({ drawn: true });
}

// ---------------------------------------------------------------- a pair

function pairCard(pair) {
  const list = byStrength(passingOf(pair.key));
  const [a, b] = [entities[pair.a], entities[pair.b]];
  const open = (entity) => el("button", { type: "button", class: "linked-row", onclick: () => chooseEntity(entity.index) }, glyph(entity.type, 18), nameOf(displayName(entity)));
  return [
    el("header", { class: "card-head pair" }, el("h2", {}, open(a), open(b)), closeButton()),
    ...groups([[t("relationsTab"), list]]),
  ];
}

// ---------------------------------------------------------------- a path

function pathCard({ from, to, paths }) {
  const heading = t("pathOf", { a: displayName(entities[from]), b: displayName(entities[to]) });
  const sections = paths.map((path) => el("section", {}, el("h3", { class: "group" }, t("steps", { n: path.length - 1 })),
    el("ul", { class: "rows" }, path.slice(1).map((index, i) => statementRow(byStrength(passingOf(pairKey(path[i], index)))[0])))));
  return [
    el("header", { class: "card-head" }, el("p", { class: "meta" }, t("path")), el("h2", { class: "long" }, el("bdi", {}, heading)), closeButton()),
    ...(paths.length ? sections : [el("p", { class: "lead padded" }, t("noPath", { n: MOST_STEPS }))]),
  ];
}

function groups(lists, order = byRelation) {
  let left = shownRows;
  const out = [];
  for (const [heading, list] of lists) {
    if (!list.length) continue;
    const rows = order(list).slice(0, left);
    left -= rows.length;
    out.push(el("section", {}, el("h3", { class: "group" }, el("bdi", {}, heading), el("span", { class: "number" }, count(list.length))), el("ul", { class: "rows" }, rows.map(statementRow))));
  }
  const total = lists.reduce((sum, [, list]) => sum + list.length, 0);
  if (!total) out.push(el("p", { class: "lead padded" }, t("emptyFilters")));
  return [...out, moreButton(total)];
}

function moreButton(total) {
  if (total <= shownRows) return null;
  return el("button", { type: "button", class: "more", onclick: () => { shownRows += 200; showCard(); } }, t("more", { n: count(total - shownRows) }));
}

/** Same relations together, the best attested relation first. */
function byRelation(list) {
  const weight = new Map();
  for (const s of list) weight.set(s.relation, Math.max(weight.get(s.relation) || 0, s.independent));
  return byStrength(list).sort((x, y) => weight.get(y.relation) - weight.get(x.relation) || (x.relation < y.relation ? -1 : x.relation > y.relation ? 1 : 0));
}
