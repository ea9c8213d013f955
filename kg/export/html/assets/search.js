// Search as you type: names, other names, English and readings.

import { byId, el, nameOf } from "./dom.js";
import { displayName, entities } from "./data.js";
import { glyph } from "./draw.js";
import { centreOn } from "./camera.js";
import { chooseEntity } from "./card.js";
import { addEntities, isDrawn } from "./scene.js";
import { count, t } from "./i18n.js";
import { change, state } from "./state.js";

const MOST = 8;
let found = [];
let at_ = -1;

/** One form for what sounds or looks the same: width, case, kana, long marks and middle dots. */
export function foldName(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 96)).replace(/[\s・ー\-.,'’]/g, "");
}

const names = entities.map((entity) => ({
  entity,
  keys: [entity.id, entity.en, entity.reading, ...entity.aliases].filter(Boolean).map((text) => ({ text, folded: foldName(text) })),
}));

/** The best matches: whole names first, then beginnings, then parts; hubs first among equals. */
export function findEntities(query) {
  const wanted = foldName(query);
  if (!wanted) return [];
  const hits = [];
  for (const { entity, keys } of names) {
    let best = null;
    for (const key of keys) {
      const place = key.folded.indexOf(wanted);
      if (place < 0) continue;
      const rank = key.folded === wanted ? 0 : place === 0 ? 1 : 2;
      if (!best || rank < best.rank) best = { rank, key: key.text };
    }
    if (best) hits.push({ entity, ...best });
  }
  hits.sort((x, y) => x.rank - y.rank || y.entity.statements.length - x.entity.statements.length || x.entity.index - y.entity.index);
  return hits.slice(0, MOST);
}

export function startSearch() {
  const input = byId("search");
  input.addEventListener("input", () => { at_ = -1; show(); });
  input.addEventListener("focus", show);
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.length) at_ = (at_ + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && found.length) {
      pick(found[Math.max(0, at_)].entity, event.shiftKey);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (input.value) { input.value = ""; show(); } else input.blur();
    }
  });
}

function show() {
  const input = byId("search");
  found = findEntities(input.value);
  const rows = found.map((hit, i) => el("li", { role: "option", id: `hit-${i}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); pick(hit.entity, event.shiftKey); } },
    glyph(hit.entity.type), marked(displayName(hit.entity), input.value),
    hit.key === displayName(hit.entity) ? null : el("span", { class: "meta" }, marked(hit.key, input.value)),
    isDrawn(hit.entity.index) ? null : el("span", { class: "add" }, t("add")),
    el("span", { class: "number push" }, count(hit.entity.statements.length))));
  if (!rows.length && input.value.trim()) rows.push(el("li", { class: "none" }, t("nothing")));
  byId("search-list").replaceChildren(...rows);
  byId("search-list").hidden = !rows.length;
  input.setAttribute("aria-expanded", String(rows.length > 0));
  mark();
}

/** The name with the typed part in bold, where it can be found literally. */
function marked(text, query) {
  const place = text.toLowerCase().indexOf(query.trim().toLowerCase());
  if (place < 0 || !query.trim()) return nameOf(text);
  const end = place + query.trim().length;
  return el("bdi", {}, text.slice(0, place), el("b", {}, text.slice(place, end)), text.slice(end));
}

function mark() {
  found.forEach((_, i) => byId(`hit-${i}`)?.setAttribute("aria-selected", String(i === at_)));
  if (at_ >= 0) byId("search").setAttribute("aria-activedescendant", `hit-${at_}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function close() {
  byId("search-list").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function pick(entity, onlyAdd) {
  if (!isDrawn(entity.index)) addEntities([entity.index]);
  if (onlyAdd) {
    change({ drawn: true });
    show();
    return;
  }
  byId("search").value = "";
  close();
  byId("search").blur();
  chooseEntity(entity.index);
  if (state.chosen.kind === "entity") centreOn(entity.index);
}
