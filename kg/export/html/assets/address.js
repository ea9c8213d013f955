// The address after # holds what is chosen and filtered, so that a link brings back the view.

import { entities, entityIndex, pairKey, pairs } from "./data.js";
import { centreOn } from "./camera.js";
import { addEntities, isDrawn } from "./scene.js";
import { change, state } from "./state.js";

let writing = false;

/** Write the state into the address. */
export function writeAddress() {
  const parts = new URLSearchParams();
  const { chosen } = state;
  if (chosen?.kind === "entity") parts.set("e", entities[chosen.index].id);
  if (chosen?.kind === "pair") parts.set("p", [pairs.get(chosen.key).a, pairs.get(chosen.key).b].map((i) => entities[i].id).join("\t"));
  for (const [kind, set] of Object.entries(state.off)) if (set.size) parts.set(kind, [...set].sort().join(","));
  if (state.least > 1) parts.set("least", String(state.least));
  if (state.from) parts.set("from", state.from);
  if (state.to) parts.set("to", state.to);
  if (!state.undated) parts.set("undated", "0");
  if (state.view !== "graph") parts.set("view", state.view);
  writing = true;
  history.replaceState(null, "", parts.size ? `#${parts}` : location.pathname + location.search);
  writing = false;
}

/** Take the state from the address; what it names and the page lacks is left out. */
export function readAddress() {
  if (writing || !location.hash) return;
  const parts = new URLSearchParams(location.hash.slice(1));
  for (const [kind, set] of Object.entries(state.off)) {
    set.clear();
    for (const value of (parts.get(kind) || "").split(",")) if (value) set.add(value);
  }
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") ? parts.get(name) : null);
  change({
    filters: true, chosen: chosenIn(parts), least: Math.max(1, Number(parts.get("least")) || 1),
    from: day("from"), to: day("to"), undated: parts.get("undated") !== "0", view: parts.get("view") === "table" ? "table" : "graph",
  });
}

function chosenIn(parts) {
  const index = entityIndex.get(parts.get("e") ?? "");
  if (index !== undefined) {
    if (!isDrawn(index)) addEntities([index]);
    centreOn(index);
    return { kind: "entity", index };
  }
  const [a, b] = (parts.get("p") ?? "").split("\t").map((id) => entityIndex.get(id));
  return a !== undefined && b !== undefined && pairs.has(pairKey(a, b)) ? { kind: "pair", key: pairKey(a, b) } : null;
}
