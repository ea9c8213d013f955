// What stands beside the pointer over a node or a line: its best statement and the sentence behind it.

import { byId, el, nameOf } from "./dom.js";
import { byStrength, displayName, entities, relations, typeById } from "./data.js";
import { glyph } from "./draw.js";
import { evidenceText, standingOf } from "./evidence.js";
import { labelOf, t } from "./i18n.js";
import { lineOf } from "./rows.js";
import { passingOf, passingOfEntity } from "./state.js";

const WAIT = 140;
let timer = 0;

/** Show or (for null) put away the hint for an entity or a pair, near a point of the window. */
export function hintAt(what, x, y) {
  clearTimeout(timer);
  if (!what) {
    byId("hint").hidden = true;
    return;
  }
  timer = setTimeout(() => showHint(what, x, y), WAIT);
}

function showHint(what, x, y) {
  const list = byStrength(what.kind === "entity" ? passingOfEntity(what.index) : passingOf(what.key));
  const hint = byId("hint");
  const head = what.kind === "entity" ? entityHead(entities[what.index], list.length) : null;
  hint.replaceChildren(...[head, ...(list.length ? statementPart(list[0], list.length) : [])].filter(Boolean));
  hint.hidden = false;
  const box = hint.getBoundingClientRect();
  const edge = byId("main").getBoundingClientRect().right - 8;
  const left = x + 18 + box.width > edge ? x - 18 - box.width : x + 18;
  const top = Math.min(y + 14, window.innerHeight - box.height - 8);
  hint.style.left = `${Math.max(8, left)}px`;
  hint.style.top = `${Math.max(8, top)}px`;
}

function entityHead(entity, n) {
  return el("p", { class: "hint-head" }, glyph(entity.type, 15), nameOf(displayName(entity), "strong"),
    el("span", { class: "meta" }, `${labelOf(typeById.get(entity.type))}・${t("statements")} ${n}`));
}

function statementPart(s, total) {
  const evidence = s.evidence[0];
  const parts = [el("p", { class: "row-line" }, glyph(entities[s.subject].type, 12), nameOf(displayName(entities[s.subject])),
    el("span", { class: "row-relation" }, labelOf(relations[s.relation]), lineOf(s)), glyph(entities[s.object].type, 12), nameOf(displayName(entities[s.object])))];
  if (evidence) {
    parts.push(evidenceText(evidence, s, { tags: false }), el("p", { class: "meta hint-meta" },
      el("span", {}, standingOf(evidence, evidence.polarity === "negated" ? "negated" : evidence.modality)),
      el("span", {}, evidence.document.date || t("noDate")),
      nameOf(evidence.document.title || evidence.document.id),
      evidence.source ? el("span", {}, `${t("whoSays")}：`, nameOf(evidence.source)) : null,
      el("code", {}, evidence.rule)));
  }
  if (total > 1) parts.push(el("p", { class: "meta" }, t("more", { n: total - 1 })));
  return parts;
}
