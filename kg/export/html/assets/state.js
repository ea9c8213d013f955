// What the reader has chosen: the one thing that changes. Whoever shows a part of it subscribes.

import { entities, pairs, statements } from "./data.js";

export const state = {
  view: "graph",
  tab: "graph",
  chosen: null, // { kind: "entity", index } | { kind: "pair", key } | { kind: "path", from, to, paths }
  open: null, // index of the statement whose evidence is open
  focus: true, // light up the neighbourhood of what is chosen
  hover: null,
  pathFrom: null, // an entity whose path waits for its other end
  cardTab: "statements", // | "time" | "documents"
  off: { types: new Set(), families: new Set(), certainty: new Set() },
  least: 1, // independent sources
  from: null,
  to: null,
  undated: true,
  hidden: new Set(), // entities hidden by hand
};

const listeners = [];
let passing = null;

/** Call `listener(keys)` after each change; `keys` is a Set of what changed. */
export function subscribe(listener) {
  listeners.push(listener);
}

/** Change parts of the state and tell everybody. `filters` names a change inside the filters. */
export function change(patch) {
  const keys = new Set(Object.keys(patch));
  if (patch.filters) {
    passing = null;
    delete patch.filters;
  }
  Object.assign(state, patch);
  for (const listener of listeners) listener(keys);
}

/** Does a statement pass the filters? `except` leaves one kind of filter out (for the legend's counts). */
export function passes(s, except = "") {
  const { off } = state;
  if (except !== "types" && (off.types.has(entities[s.subject].type) || off.types.has(entities[s.object].type))) return false;
  if (except !== "families" && off.families.has(s.family)) return false;
  if (except !== "certainty" && off.certainty.has(s.certainty)) return false;
  if (s.independent < state.least) return false;
  if (except !== "time" && !inPeriod(s)) return false;
  return true;
}

function inPeriod(s) {
  if (!state.from && !state.to) return true;
  const day = s.date && /^\d{4}-\d\d/.test(s.date) ? s.date.slice(0, 10) : null;
  if (!day) return state.undated;
  return (!state.from || day.padEnd(10, "~") >= state.from) && (!state.to || day <= state.to);
}

/** All statements that pass, as a Set of indices (kept until a filter changes). */
export function matching() {
  passing ??= new Set(statements.filter((s) => passes(s)).map((s) => s.index));
  return passing;
}

/** The statements of a pair that pass. */
export function passingOf(key) {
  const keep = matching();
  return pairs.get(key).statements.filter((s) => keep.has(s.index));
}

/** The statements of an entity that pass. */
export function passingOfEntity(index) {
  const keep = matching();
  return entities[index].statements.filter((s) => keep.has(s.index));
}

/** Switch one value of a filter; `only` keeps just this one (or lifts that again). */
export function toggleFilter(kind, value, all, only = false) {
  const set = state.off[kind];
  if (only) {
    const alone = all.every((other) => set.has(other) === (other !== value));
    set.clear();
    if (!alone) for (const other of all) if (other !== value) set.add(other);
  } else if (!set.delete(value)) set.add(value);
  change({ filters: true });
}

export function clearFilters() {
  for (const set of Object.values(state.off)) set.clear();
  state.hidden.clear();
  change({ filters: true, least: 1, from: null, to: null, undated: true });
}

export function choose(chosen, { open = null } = {}) {
  change({ chosen, open, focus: true });
}
