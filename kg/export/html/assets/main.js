// Start: put the parts together, and answer the keys.

import { byId, el, icon } from "./dom.js";
import { readAddress, writeAddress } from "./address.js";
import { chooseEntity, expand, lightRows, scrollToOpen, showCard, startPath } from "./card.js";
import { displayName, entities, entityIndex, pairKey, statements, title, typeById } from "./data.js";
import { forgetColours } from "./draw.js";
import { centreOn, fitGraph, nearestTo, screenPoint, zoomGraph } from "./camera.js";
import { startGraph } from "./graph.js";
import { drawnCounts, drawnEntities, redraw, syncGraph } from "./scene.js";
import { copyLink, saveCsv, savePng } from "./files.js";
import { hintAt } from "./hint.js";
import { canGo, redo, remember, startHistory, undo } from "./history.js";
import { count, currentLanguage, setLanguage, t, translatePage, labelOf } from "./i18n.js";
import { showLegend } from "./legend.js";
import { startSearch } from "./search.js";
import { change, choose, clearFilters, matching, passingOfEntity, state, subscribe } from "./state.js";
import { showTable } from "./table.js";
import { showTime, togglePlay } from "./time.js";
import { say } from "./toast.js";

const KEYS = [["/", "search"], ["G", "graph"], ["T", "table"], ["← ↑ → ↓", "drawn"], ["Enter", "card"], ["E", "expand"], ["F", "around"], ["P", "path"], ["H", "hide"], ["L", "link"], ["Ctrl Z", "undo"], ["Space", "play"], ["+ − 0", "zoom"], ["?", "help"], ["Esc", "closeCard"]];

function start() {
  const days = statements.map((s) => s.date).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day || "")).sort();
  byId("page-span").textContent = days.length ? `${days[0].replaceAll("-", "/")}–${days[days.length - 1].replaceAll("-", "/")}` : "";
  byId("page-title").textContent = title;
  startGraph((what, x, y) => {
    hintAt(what, x, y);
    lightRows(what);
  });
  startSearch();
  wireButtons();
  subscribe(refresh);
  showAll();
  readAddress();
  startHistory();
  showHistory();
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", readAddress);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  // the canvas has no elements: by this, tests and other scripts find what is drawn on it
  window.kgGraph = { pointOf, pointBetween };
  document.documentElement.dataset.ready = "yes";
}

/** Where an entity's node stands on the page; null when it is not drawn. */
function pointOf(name) {
  return screenPoint({ kind: "entity", index: entityIndex.get(name) });
}

/** Where the middle of the line between two entities stands on the page; null when it is not drawn. */
function pointBetween(one, other) {
  return screenPoint({ kind: "pair", key: pairKey(entityIndex.get(one), entityIndex.get(other)) });
}

/** Everything that a change touches is drawn again. */
function refresh(keys) {
  if (keys.has("view") || keys.has("tab")) showView();
  if (keys.has("filters") || keys.has("chosen") || keys.has("drawn")) syncGraph();
  else redraw();
  if (keys.has("filters")) {
    showLegend();
    showTime();
  }
  if (keys.has("filters") || keys.has("open") || keys.has("chosen") || keys.has("view")) showTable();
  showStrip();
  showCard();
  if (keys.has("open")) scrollToOpen();
  if (keys.has("chosen")) sayChosen();
  writeAddress();
  remember(keys);
  showHistory();
}

function showHistory() {
  const { back, forth } = canGo();
  byId("undo").disabled = !back;
  byId("redo").disabled = !forth;
}

function showAll() {
  translatePage();
  labelButtons();
  showView();
  showLegend();
  showTime();
  showStrip();
  showCard();
  showTable();
}

function showView() {
  const isTable = state.view === "table";
  byId("graph-view").hidden = isTable;
  byId("table-view").hidden = !isTable;
  byId("view-graph").setAttribute("aria-pressed", String(!isTable));
  byId("view-table").setAttribute("aria-pressed", String(isTable));
  document.body.dataset.view = state.view;
  document.body.dataset.tab = state.tab;
  for (const tab of document.querySelectorAll("[data-tab]")) {
    if (tab.tagName === "BUTTON") tab.setAttribute("aria-pressed", String(tab.dataset.tab === state.tab));
  }
  redraw();
}

function labelButtons() {
  const put = (id, sign, word, visible) => {
    byId(id).replaceChildren(icon(sign), visible ? t(word) : "");
    byId(id).setAttribute("aria-label", t(word));
    byId(id).title = visible ? "" : t(word);
  };
  put("view-graph", "graph", "graph", true);
  put("view-table", "table", "table", true);
  put("zoom-in", "plus", "zoomIn");
  put("zoom-out", "minus", "zoomOut");
  put("zoom-fit", "fit", "fit");
  put("theme", "theme", "theme");
  put("undo", "undo", "undo");
  put("redo", "redo", "redo");
  for (const [id, sign, word] of [["copy-link", "link", "link"], ["save", "save", "save"]]) byId(id).replaceChildren(icon(sign), el("span", {}, t(word)));
  byId("copy-link").setAttribute("aria-label", t("link"));
  byId("save").setAttribute("aria-label", t("save"));
  byId("save-csv").textContent = t("saveCsv");
  byId("save-png").textContent = t("savePng");
  byId("help").setAttribute("aria-label", t("help"));
  byId("language").textContent = t("language");
  const tabs = { graph: "graph", table: "table", legend: "filter", time: "clock" };
  const words = { graph: "graph", table: "table", legend: "filters", time: "period" };
  for (const tab of document.querySelectorAll(".tabs button")) tab.replaceChildren(icon(tabs[tab.dataset.tab]), el("span", {}, t(words[tab.dataset.tab])));
}

/** The line above the picture: drawn, matching, left out. */
function showStrip() {
  const drawn = drawnCounts();
  const out = statements.length - matching().size;
  const parts = [];
  if (state.view === "graph") parts.push(el("span", {}, `${t("shown")} `, el("b", {}, count(drawn.entities)), el("span", { class: "of" }, ` / ${count(entities.length)}`), ` ${t("entities")}`), el("span", { class: "wide" }, el("b", {}, count(drawn.statements)), ` ${t("statements")}`), el("span", { class: "bar wide" }));
  parts.push(el("span", { class: "wide" }, `${t("matching")} `, el("b", {}, count(matching().size)), ` ${t("statements")}`));
  if (out || state.hidden.size) {
    parts.push(el("span", { class: "bar wide" }), el("span", {}, icon("filter"), " ", el("b", {}, count(out + state.hidden.size)), ` ${t("leftOut")}`),
      el("button", { type: "button", class: "flat linkish", id: "clear-filters", onclick: clearFilters }, t("clear")));
  }
  byId("counts").replaceChildren(...parts);
  const { chosen } = state;
  const focused = chosen?.kind === "entity" && state.focus && state.view === "graph";
  byId("chip").replaceChildren(focused ? el("button", { type: "button", class: "chip", onclick: () => change({ focus: false }) }, el("bdi", {}, t("hop", { name: displayName(entities[chosen.index]) })), icon("close")) : "");
  byId("empty").hidden = drawn.entities > 0;
  byId("empty").textContent = statements.length ? t("emptyFilters") : t("emptyGraph");
  byId("canvas").setAttribute("aria-label", t("live", { n: drawn.entities, m: drawn.statements, x: out }));
  byId("drawn-list").replaceChildren(...drawnEntities().map((index) => el("li", { role: "option", id: `drawn-${index}`, "aria-selected": String(chosen?.index === index) },
    `${displayName(entities[index])}、${labelOf(typeById.get(entities[index].type))}、${t("statements")} ${passingOfEntity(index).length}`)));
  if (chosen?.kind === "entity") byId("canvas").setAttribute("aria-activedescendant", `drawn-${chosen.index}`);
  else byId("canvas").removeAttribute("aria-activedescendant");
  say(byId("canvas").getAttribute("aria-label"));
}

function sayChosen() {
  if (state.chosen?.kind === "entity") say(t("chosen", { name: displayName(entities[state.chosen.index]), n: passingOfEntity(state.chosen.index).length }));
}

function recolour() {
  forgetColours();
  redraw();
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  recolour();
}

function wireButtons() {
  byId("view-graph").addEventListener("click", () => change({ view: "graph", tab: "graph" }));
  byId("view-table").addEventListener("click", () => change({ view: "table", tab: "table" }));
  byId("zoom-in").addEventListener("click", () => zoomGraph(1.3));
  byId("zoom-out").addEventListener("click", () => zoomGraph(1 / 1.3));
  byId("zoom-fit").addEventListener("click", () => fitGraph());
  byId("theme").addEventListener("click", switchTheme);
  byId("help").addEventListener("click", toggleHelp);
  byId("undo").addEventListener("click", undo);
  byId("redo").addEventListener("click", redo);
  byId("copy-link").addEventListener("click", copyLink);
  byId("save").addEventListener("click", () => openSaveMenu(byId("save-menu").hidden));
  byId("save-csv").addEventListener("click", () => { openSaveMenu(false); saveCsv(); });
  byId("save-png").addEventListener("click", () => { openSaveMenu(false); savePng(); });
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest?.(".menu")) openSaveMenu(false); });
  byId("language").addEventListener("click", () => {
    setLanguage(currentLanguage() === "ja" ? "en" : "ja");
    showAll();
    syncGraph();
  });
  for (const tab of document.querySelectorAll(".tabs button")) {
    tab.addEventListener("click", () => change({ tab: tab.dataset.tab, view: tab.dataset.tab === "table" ? "table" : "graph" }));
  }
}

function openSaveMenu(open) {
  byId("save-menu").hidden = !open;
  byId("save").setAttribute("aria-expanded", String(open));
}

function toggleHelp() {
  const panel = byId("help-panel");
  panel.hidden = !panel.hidden;
  byId("help").setAttribute("aria-expanded", String(!panel.hidden));
  panel.replaceChildren(el("h2", {}, t("help")), el("dl", {}, KEYS.map(([key, word]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, t(word))))));
}

function onKey(event) {
  const target = event.target;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !target.closest?.("input")) {
    event.preventDefault();
    return event.shiftKey ? redo() : undo();
  }
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return stepBack();
  if (target.closest?.("input, textarea, [role=slider]")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const chosen = state.chosen?.kind === "entity" ? entities[state.chosen.index] : null;
  const acts = {
    "/": () => byId("search").focus(), g: () => change({ view: "graph", tab: "graph" }), t: () => change({ view: "table", tab: "table" }), "?": toggleHelp,
    "+": () => zoomGraph(1.3), "-": () => zoomGraph(1 / 1.3), 0: () => fitGraph(),
    f: () => change({ focus: !state.focus }), e: () => chosen && expand(chosen),
    l: copyLink, p: () => chosen && startPath(chosen.index),
    h: () => { if (chosen) { state.hidden.add(chosen.index); change({ chosen: null, filters: true }); } },
  };
  if (target.id === "canvas") Object.assign(acts, canvasKeys());
  if (key === " " && !target.closest?.("button")) acts[" "] = togglePlay;
  if (!acts[key]) return undefined;
  event.preventDefault();
  return acts[key]();
}

function canvasKeys() {
  const go = (dx, dy) => () => {
    const from = state.chosen?.kind === "entity" ? state.chosen.index : null;
    const next = from === null ? drawnEntities()[0] : nearestTo(from, dx, dy);
    if (next === null || next === undefined) return;
    chooseEntity(next);
    if (state.chosen.kind === "entity") centreOn(next);
  };
  return { ArrowLeft: go(-1, 0), ArrowRight: go(1, 0), ArrowUp: go(0, -1), ArrowDown: go(0, 1), Enter: () => byId("card").focus() };
}

/** Esc: help, then evidence, then the choice. */
function stepBack() {
  if (!byId("save-menu").hidden) openSaveMenu(false);
  else if (!byId("help-panel").hidden) toggleHelp();
  else if (state.pathFrom !== null) change({ pathFrom: null });
  else if (state.open !== null && state.chosen) change({ open: null });
  else if (state.chosen) choose(null);
  else if (state.tab === "legend" || state.tab === "time") change({ tab: "graph" });
}

start();
