// The legend: each sign with its count, and a click on it filters.

import { byId, el } from "./dom.js";
import { CERTAINTY, entities, families, statements, types } from "./data.js";
import { glyph, lineSample } from "./draw.js";
import { count, labelOf, t } from "./i18n.js";
import { change, passes, state, toggleFilter } from "./state.js";

const LONG_PRESS = 550;

/** Draw legend and sliders; counts follow the other filters. */
export function showLegend() {
  const focus = document.activeElement?.dataset?.filter;
  byId("legend").replaceChildren(
    group("types", t("types"), types.map((type) => ({ id: type.id, label: labelOf(type), sign: glyph(type.id, 15) })), typeCounts(), t("press")),
    group("families", t("families"), families.map((family) => ({ id: family.id, label: labelOf(family), sign: lineSample({ family: family.id }) })), tally("families", (s) => s.family)),
    group("certainty", t("certainty"), CERTAINTY.map((id) => ({ id, label: t(id), sign: certaintySign(id) })), tally("certainty", (s) => s.certainty)),
    leastSources(),
  );
  if (focus) byId("legend").querySelector(`[data-filter="${focus}"]`)?.focus({ preventScroll: true });
}

function certaintySign(id) {
  return lineSample({ family: "structure", modality: id === "negated" ? "actual" : id, negated: id === "negated", head: false, width: 30 });
}

function typeCounts() {
  const seen = new Map(types.map((type) => [type.id, new Set()]));
  for (const s of statements) {
    if (!passes(s, "types")) continue;
    for (const index of [s.subject, s.object]) seen.get(entities[index].type).add(index);
  }
  return new Map([...seen].map(([id, set]) => [id, set.size]));
}

function tally(kind, keyOf) {
  const sums = new Map();
  for (const s of statements) if (passes(s, kind)) sums.set(keyOf(s), (sums.get(keyOf(s)) || 0) + 1);
  return sums;
}

function group(kind, heading, rows, counts, note = "") {
  const all = rows.map((row) => row.id);
  return el("section", { class: `legend-group legend-${kind}` },
    el("h2", {}, heading, note ? el("small", {}, note) : null),
    rows.map((row) => legendButton(kind, row, counts.get(row.id) || 0, all)));
}

function legendButton(kind, row, number, all) {
  const on = !state.off[kind].has(row.id);
  let pressTimer = 0;
  let pressedLong = false;
  const button = el("button", {
    type: "button", class: "legend-row", "aria-pressed": String(on), "data-filter": `${kind}:${row.id}`,
    onclick: (event) => { if (!pressedLong) toggleFilter(kind, row.id, all, event.altKey); pressedLong = false; },
    onpointerdown: () => { pressTimer = setTimeout(() => { pressedLong = true; toggleFilter(kind, row.id, all, true); }, LONG_PRESS); },
    onpointerup: () => clearTimeout(pressTimer),
    onpointerleave: () => clearTimeout(pressTimer),
  }, row.sign, el("span", { class: "legend-label" }, row.label), el("span", { class: "number" }, count(number)));
  return button;
}

function leastSources() {
  const most = Math.min(10, statements.reduce((top, s) => Math.max(top, s.independent), 1));
  if (most < 2) return "";
  const value = el("output", {}, t("orMore", { n: state.least }));
  const slider = el("input", {
    type: "range", min: 1, max: most, step: 1, value: state.least, "aria-label": t("sources"), "data-filter": "least",
    oninput: (event) => change({ filters: true, least: Number(event.target.value) }),
  });
  slider.style.setProperty("--part", `${((state.least - 1) / (most - 1)) * 100}%`);
  return el("section", { class: "legend-slider" }, el("label", {}, el("span", {}, t("sources")), value), slider);
}
