// Undo and redo of what the reader chose and filtered.

import { state, change } from "./state.js";

const MOST_BACK = 60;
const TOGETHER = 700; // ms: a slider's steps are one step back

const undone = [];
const done = [];
let current = null;
let lastAt = 0;
let restoring = false;

function snapshot() {
  const { chosen, least, from, to, undated, view, off, hidden } = state;
  return { chosen, least, from, to, undated, view, off: Object.fromEntries(Object.entries(off).map(([kind, set]) => [kind, [...set]])), hidden: [...hidden] };
}

/** Remember the state after a change; called by whoever hears of changes. */
export function remember(keys) {
  if (restoring || !["chosen", "filters", "view"].some((key) => keys.has(key))) return;
  const next = snapshot();
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  const now = Date.now();
  if (current && !(keys.has("filters") && now - lastAt < TOGETHER)) {
    done.push(current);
    if (done.length > MOST_BACK) done.shift();
  }
  lastAt = keys.has("filters") ? now : 0;
  undone.length = 0;
  current = next;
}

export function startHistory() {
  current = snapshot();
}

export function canGo() {
  return { back: done.length > 0, forth: undone.length > 0 };
}

export function undo() {
  if (!done.length) return;
  undone.push(current);
  restore(done.pop());
}

export function redo() {
  if (!undone.length) return;
  done.push(current);
  restore(undone.pop());
}

function restore(kept) {
  current = kept;
  restoring = true;
  for (const [kind, set] of Object.entries(state.off)) {
    set.clear();
    for (const value of kept.off[kind]) set.add(value);
  }
  state.hidden = new Set(kept.hidden);
  const { chosen, least, from, to, undated, view } = kept;
  change({ filters: true, chosen, least, from, to, undated, view, open: null });
  restoring = false;
}
