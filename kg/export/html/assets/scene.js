// What is on the picture: which entities and lines, where they stand, and how more come in.

import { displayName, entities, entityIndex, network, pairKey, pairs } from "./data.js";
import { lookOf } from "./lines.js";
import { matching, passingOfEntity, state } from "./state.js";

export const MOST_DRAWN = 300;
export const CUT = 14; // full-width characters of a name

const PHONE_NODES = 22;
const FIRM_WORDS = 14; // lines whose word is written from the start

export const nodes = new Map(); // entity index → what is drawn of it
export const lines = new Map(); // pair key → { pair, look, firm }
const backbone = new Set(); // pairs with a line also when neither end is chosen

/** vis-network's view and data sets; `version` counts changes that the words must follow. */
export const picture = { view: null, nodeSet: null, edgeSet: null, version: 0 };

/** Take the first picture from the data. */
export function setScene() {
  for (const node of network.nodes) addDrawn(entityIndex.get(node.id), node.x, node.y, node.side, node.size);
  for (const edge of network.edges) backbone.add(pairKey(entityIndex.get(edge.from), entityIndex.get(edge.to)));
  if (phone()) keepStrongest(PHONE_NODES);
  picture.nodeSet = new vis.DataSet([]);
  picture.edgeSet = new vis.DataSet([]);
  rankNodes();
  syncGraph();
}

export function phone() {
  return matchMedia("(max-width: 719px)").matches;
}

/** A small screen begins with few nodes, spread to its upright shape. */
function keepStrongest(most) {
  const ranked = [...nodes.values()].sort((x, y) => y.r - x.r || x.index - y.index);
  const kept = new Set(ranked.slice(0, most).map((node) => node.index));
  const linked = (index) => [...entities[index].near].some(([other, key]) => kept.has(other) && backbone.has(key));
  for (const { index } of ranked) if (!kept.has(index) || !linked(index)) nodes.delete(index);
  if (nodes.size < 3) return;
  const box = extent([...nodes.keys()]);
  const stretch = Math.min(3, (box.width / box.height) * 1.8);
  for (const node of nodes.values()) Object.assign(node, { y: node.y * stretch, side: "below" });
}

function addDrawn(index, x, y, side, r) {
  nodes.set(index, { index, x, y, side, r, rank: 2, size: 12 });
}

/** Label sizes: the top tenth 15, the next quarter 13, the others 12. */
function rankNodes() {
  const ordered = [...nodes.values()].sort((x, y) => y.r - x.r || x.index - y.index);
  ordered.forEach((node, place) => {
    node.rank = place < Math.ceil(ordered.length * 0.1) ? 0 : place < Math.ceil(ordered.length * 0.35) ? 1 : 2;
    node.size = [15, 13, 12][node.rank];
  });
}

function visible(index) {
  if (state.hidden.has(index)) return false;
  if (state.off.types.has(entities[index].type)) return false;
  if (state.chosen?.kind === "entity" && state.chosen.index === index) return true;
  return passingOfEntity(index).length > 0;
}

function onPath(pair) {
  return state.chosen.paths.some((path) => path.some((index, i) => i && pairKey(path[i - 1], index) === pair.key));
}

export function touchesChosen(pair) {
  if (state.chosen?.kind === "entity") return pair.a === state.chosen.index || pair.b === state.chosen.index;
  if (state.chosen?.kind === "path") return onPath(pair);
  return state.chosen?.kind === "pair" && state.chosen.key === pair.key;
}

/** Bring nodes and lines into step with the filters and the choice. */
export function syncGraph() {
  const shown = new Set([...nodes.keys()].filter(visible));
  const wanted = new Map();
  const keep = matching();
  for (const pair of pairs.values()) {
    if (!shown.has(pair.a) || !shown.has(pair.b)) continue;
    if (!backbone.has(pair.key) && !touchesChosen(pair)) continue;
    const list = pair.statements.filter((s) => keep.has(s.index));
    if (list.length) wanted.set(pair.key, { pair, look: lookOf(pair, list) });
  }
  picture.nodeSet.remove(picture.nodeSet.getIds().filter((id) => !shown.has(id)));
  const fresh = [...shown].filter((index) => !picture.nodeSet.get(index));
  picture.nodeSet.add(fresh.map((index) => ({ id: index, x: nodes.get(index).x, y: nodes.get(index).y })));
  picture.edgeSet.remove(picture.edgeSet.getIds().filter((id) => !wanted.has(id)));
  picture.edgeSet.add([...wanted.values()].filter((line) => !picture.edgeSet.get(line.pair.key)).map(({ pair }) => ({ id: pair.key, from: pair.a, to: pair.b })));
  lines.clear();
  for (const [key, line] of wanted) lines.set(key, line);
  const strongest = [...lines.values()].sort((x, y) => y.look.sources - x.look.sources);
  for (const line of strongest.slice(0, FIRM_WORDS)) line.firm = true;
  for (const node of nodes.values()) node.more = hiddenNeighbours(node.index);
  redraw();
}

function hiddenNeighbours(index) {
  let more = 0;
  for (const other of entities[index].near.keys()) if (!nodes.has(other)) more += 1;
  return more;
}

/** { entities, statements } on the picture. */
export function drawnCounts() {
  let total = 0;
  for (const line of lines.values()) total += line.look.count;
  return { entities: picture.nodeSet.length, statements: total };
}

export function isDrawn(index) {
  return nodes.has(index);
}

export function drawnEntities() {
  return picture.nodeSet.getIds().sort((x, y) => nodes.get(y).r - nodes.get(x).r);
}

export function redraw() {
  picture.version += 1;
  if (picture.view) picture.view.redraw();
}

/** What a pixel of writing measures on the canvas: it holds still on the screen, as names must stay readable. */
export function unitOf(scale) {
  return Math.min(1.45, Math.max(0.92, scale)) / scale;
}

/** The same for nodes and lines, which may shrink where there are many. */
export function markUnitOf(scale) {
  return Math.min(1.45, Math.max(nodes.size > 120 ? 0.55 : 0.92, scale)) / scale;
}

/** The middle and size of what nodes and their names take up. */
export function extent(ids, unit = 1) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of ids) {
    const { x, y, side, more } = nodes.get(id);
    const [r, size] = [nodes.get(id).r * unit, nodes.get(id).size * unit];
    const wide = Math.min(displayName(entities[id]).length, CUT) * size + (more ? 28 * unit : 0);
    const aside = side === "below" || side === "above" ? wide / 2 : r + 8 * unit + wide;
    box.left = Math.min(box.left, x - (side.includes("right") ? r : aside));
    box.right = Math.max(box.right, x + (side.includes("left") ? r : aside));
    box.top = Math.min(box.top, y - r - (side.startsWith("above") ? 20 * unit : 2));
    box.bottom = Math.max(box.bottom, y + r + (side.startsWith("below") ? 20 * unit : 2));
  }
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, width: box.right - box.left, height: box.bottom - box.top };
}

/** Draw further entities near `parent`; says how many were added. */
export function addEntities(indices, parent = null) {
  let added = 0;
  for (const index of indices) {
    if (nodes.has(index) || nodes.size >= MOST_DRAWN) continue;
    const near = parent !== null && nodes.has(parent) ? parent : drawnNeighbour(index);
    const at = freePlace(near === null ? { x: 0, y: 0 } : nodes.get(near), displayName(entities[index]));
    const most = entities.reduce((top, e) => Math.max(top, e.statements.length), 1);
    addDrawn(index, at.x, at.y, "below", 5 + 11 * Math.sqrt(entities[index].statements.length / most));
    for (const [other, key] of entities[index].near) if (nodes.has(other)) backbone.add(key);
    added += 1;
  }
  state.hidden = new Set([...state.hidden].filter((index) => !indices.includes(index)));
  if (added) {
    rankNodes();
    syncGraph();
  }
  return added;
}

function drawnNeighbour(index) {
  const drawn = [...entities[index].near.keys()].filter((other) => nodes.has(other));
  return drawn.sort((x, y) => nodes.get(y).r - nodes.get(x).r)[0] ?? null;
}

/** The nearest place around `centre` where a node with this name covers nothing. */
function freePlace(centre, name) {
  const half = Math.min(name.length, CUT) * 6 + 8;
  for (let ring = 1; ring < 60; ring += 1) {
    const reach = 34 + 16 * ring;
    const steps = 8 + 3 * ring;
    for (let step = 0; step < steps; step += 1) {
      const angle = (step / steps) * 2 * Math.PI + ring * 0.7;
      const [x, y] = [centre.x + reach * 1.25 * Math.cos(angle), centre.y + reach * Math.sin(angle)];
      const free = [...nodes.values()].every((other) => {
        const otherHalf = Math.min(displayName(entities[other.index]).length, CUT) * 6 + 8;
        return Math.abs(other.x - x) > half + otherHalf || Math.abs(other.y - y) > 44;
      });
      if (free) return { x, y };
    }
  }
  return { x: centre.x, y: centre.y };
}
