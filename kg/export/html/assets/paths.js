// The shortest ways from one entity to another over statements that pass the filters.

import { entities } from "./data.js";
import { passingOf } from "./state.js";

export const MOST_STEPS = 5;
const MOST_PATHS = 3;

function neighboursOf(index) {
  return [...entities[index].near].map(([other, key]) => ({ other, key, weight: strengthOf(key) })).filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || x.other - y.other);
}

function strengthOf(key) {
  return passingOf(key).reduce((most, s) => Math.max(most, s.independent), 0);
}

/** How many steps each entity is from `goal`, as far as `MOST_STEPS`. */
function distancesTo(goal) {
  const far = new Map([[goal, 0]]);
  let edge = [goal];
  for (let step = 1; step <= MOST_STEPS && edge.length; step += 1) {
    const next = [];
    for (const index of edge) {
      for (const { other } of neighboursOf(index)) {
        if (far.has(other)) continue;
        far.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return far;
}

/** Up to three shortest paths as lists of entity indices, best attested first; empty where none is near enough. */
export function shortestPaths(from, to) {
  const far = distancesTo(to);
  if (!far.has(from) || from === to) return [];
  const found = [];
  const walk = (path) => {
    if (found.length >= MOST_PATHS) return;
    const here = path[path.length - 1];
    if (here === to) {
      found.push(path);
      return;
    }
    for (const { other } of neighboursOf(here)) if (far.get(other) === far.get(here) - 1) walk([...path, other]);
  };
  walk([from]);
  return found;
}
