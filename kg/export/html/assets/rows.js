// A statement as a row: subject, relation with its line, object; below marks, item, date and sources.

import { el, nameOf } from "./dom.js";
import { displayName, entities, relations } from "./data.js";
import { glyph, lineSample } from "./draw.js";
import { evidenceBlock, standingOf } from "./evidence.js";
import { labelOf, t } from "./i18n.js";
import { lines, redraw } from "./scene.js";
import { change, state } from "./state.js";

const shownEvidence = new Map(); // statement → which evidence is on view

/** Light the line of the row under the pointer. */
function lightLine(key) {
  state.hover = key && lines.has(key) ? { kind: "pair", key } : null;
  redraw();
}

/** The row, with its evidence under it where it is open. */
export function statementRow(s) {
  const isOpen = state.open === s.index;
  const item = el("li", { class: isOpen ? "row open" : "row", "data-statement": s.index, "data-pair": s.pair, onmouseenter: () => lightLine(s.pair), onmouseleave: () => lightLine(null) });
  const button = el("button", { type: "button", class: "row-head", "aria-expanded": String(isOpen), onclick: () => change({ open: isOpen ? null : s.index }) },
    el("span", { class: "row-line" }, side(s.subject),
      el("span", { class: "row-relation" }, labelOf(relations[s.relation]), lineOf(s)), side(s.object)),
    el("span", { class: "row-meta" }, marks(s), itemOf(s), el("span", { class: "row-date" }, shortDate(s.date)), sourcesOf(s)));
  item.append(button);
  if (isOpen) {
    const holder = el("div", { class: "row-evidence" });
    const show = (number) => {
      shownEvidence.set(s.index, number);
      holder.replaceChildren(evidenceBlock(s, number, show));
    };
    show(Math.min(shownEvidence.get(s.index) ?? 0, Math.max(0, s.evidence.length - 1)));
    item.append(holder);
  }
  return item;
}

export function lineOf(s, width = 34) {
  return lineSample({ family: s.family, modality: s.modality, negated: s.polarity === "negated", both: s.symmetric, width });
}

function side(index) {
  const entity = entities[index];
  return el("span", { class: "row-name" }, glyph(entity.type, 13), nameOf(displayName(entity)));
}

export function marks(s) {
  return s.certainty === "actual" ? null : el("span", {}, standingOf(s, s.certainty));
}

export function itemOf(s) {
  const { item, title, place } = s.qualifiers;
  const text = [item, title, place].filter(Boolean).join("・");
  return text ? nameOf(text, "row-item") : null;
}

function sourcesOf(s) {
  return el("span", { class: "push" }, `${t("independent")} `, el("b", {}, String(s.independent)), el("span", { class: "bar" }), `${t("articles")} ${s.documents}`);
}

/** 1/19 in rows; periods and dates without a day as they are. */
export function shortDate(date) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date || "");
  return found ? `${Number(found[2])}/${Number(found[3])}` : date || "";
}
