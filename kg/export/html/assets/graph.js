// The picture: vis-network keeps places, zoom and hits; nodes, lines and words are drawn here.

import { byId } from "./dom.js";
import { displayName, entities, entityIndex, network, pairKey, pairs } from "./data.js";
import { DASHES, GLYPHS, HEADS, colours } from "./draw.js";
import { placeLabels } from "./labels.js";
import { lookOf, wordOf } from "./lines.js";
import { choose, matching, passingOf, passingOfEntity, state } from "./state.js";

export const MOST_DRAWN = 300;

const CUT = 14; // full-width characters of a name
const PHONE_NODES = 22;
const FIRM_WORDS = 14; // lines whose word is written from the start
const nodes = new Map(); // entity index → what is drawn of it
const lines = new Map(); // pair key → { pair, look, firm }
const backbone = new Set();
const paths = new Map();
let view = null;
let nodeSet = null;
let edgeSet = null;
let placed = null;
let placedFor = "";
let version = 0;
let onHover = () => {};

/** Build the picture in `#canvas`; `hovered(what, x, y)` hears of the pointer over nodes and lines. */
export function startGraph(hovered) {
  onHover = hovered;
  for (const node of network.nodes) addDrawn(entityIndex.get(node.id), node.x, node.y, node.side, node.size);
  for (const edge of network.edges) backbone.add(pairKey(entityIndex.get(edge.from), entityIndex.get(edge.to)));
  if (phone()) keepStrongest(PHONE_NODES);
  nodeSet = new vis.DataSet([]);
  edgeSet = new vis.DataSet([]);
  rankNodes();
  syncGraph();
  const clear = { color: "rgba(0,0,0,0)", highlight: "rgba(0,0,0,0)", hover: "rgba(0,0,0,0)", inherit: false };
  view = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, tooltipDelay: 3600000, keyboard: false, zoomSpeed: 0.6 },
    nodes: { shape: "custom", ctxRenderer: drawNode, physics: false, chosen: false },
    edges: { smooth: false, color: clear, width: 1, hoverWidth: 0, selectionWidth: 0, chosen: false },
  });
  view.on("beforeDrawing", drawLines);
  view.on("afterDrawing", drawWords);
  listen();
  fitGraph(false);
}

function phone() {
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

function touchesChosen(pair) {
  if (state.chosen?.kind === "entity") return pair.a === state.chosen.index || pair.b === state.chosen.index;
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
  nodeSet.remove(nodeSet.getIds().filter((id) => !shown.has(id)));
  const fresh = [...shown].filter((index) => !nodeSet.get(index));
  nodeSet.add(fresh.map((index) => ({ id: index, x: nodes.get(index).x, y: nodes.get(index).y })));
  edgeSet.remove(edgeSet.getIds().filter((id) => !wanted.has(id)));
  edgeSet.add([...wanted.values()].filter((line) => !edgeSet.get(line.pair.key)).map(({ pair }) => ({ id: pair.key, from: pair.a, to: pair.b })));
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
  return { entities: nodeSet.length, statements: total };
}

export function isDrawn(index) {
  return nodes.has(index);
}

export function drawnEntities() {
  return nodeSet.getIds().sort((x, y) => nodes.get(y).r - nodes.get(x).r);
}

export function redraw() {
  version += 1;
  if (view) view.redraw();
}

// ---------------------------------------------------------------- camera

export function fitGraph(smooth = true) {
  const ids = nodeSet.getIds();
  if (!ids.length) return;
  const canvas = byId("canvas");
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (!width || !height) return;
  const pad = phone() ? 6 : 18;
  let [box, scale] = [null, 1];
  // names keep their size on the screen, so the smaller the picture the more room they take in it
  for (let pass = 0; pass < 4; pass += 1) {
    box = extent(ids, unitOf(scale));
    scale = Math.max(0.2, Math.min(1.35, (width - 2 * pad) / box.width, (height - 2 * pad) / box.height));
  }
  view.moveTo({ position: { x: box.x, y: box.y }, scale, animation: travel(smooth) });
}

/** The middle and size of what nodes and their names take up. */
function extent(ids, unit = 1) {
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

function travel(smooth) {
  const still = !smooth || matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration: 420, easingFunction: "easeInOutQuad" };
}

export function zoomGraph(factor) {
  view.moveTo({ scale: Math.min(4, Math.max(0.15, view.getScale() * factor)), animation: travel(true) });
}

/** Bring an entity to the middle (above the sheet on a phone). */
export function centreOn(index) {
  const node = nodes.get(index);
  if (!node) return;
  const scale = Math.max(view.getScale(), phone() ? 0.8 : 0.9);
  view.moveTo({ position: { x: node.x, y: node.y + (phone() ? 150 / scale : 0) }, scale, animation: travel(true) });
}

/** Where an entity or a pair's line stands on the page, in CSS pixels; null when it is not drawn. */
export function screenPoint(what) {
  const box = byId("canvas").getBoundingClientRect();
  const line = what.kind === "pair" ? lines.get(what.key) : null;
  if (what.kind === "pair" && !line) return null;
  const [a, b] = line ? [nodes.get(line.pair.a), nodes.get(line.pair.b)] : [nodes.get(what.index), nodes.get(what.index)];
  if (!a || !b) return null;
  const at = view.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  return { x: box.left + at.x, y: box.top + at.y };
}

// ---------------------------------------------------------------- growing

/** Draw further entities near `parent`; says how many were added. */
export function addEntities(indices, parent = null) {
  let added = 0;
  for (const index of indices) {
    if (nodes.has(index) || nodes.size >= MOST_DRAWN) continue;
    const near = parent !== null && nodes.has(parent) ? parent : drawnNeighbour(index);
    const at = freePlace(near === null ? { x: 0, y: 0 } : nodes.get(near), displayName(entities[index]));
    const most = Math.max(...entities.map((e) => e.statements.length), 1);
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

// ---------------------------------------------------------------- pointer

function listen() {
  view.on("click", ({ pointer }) => {
    const hit = at(pointer.DOM);
    if (!hit) choose(null);
    else if (hit.kind === "entity") choose(hit);
    else choose(hit, { open: passingOf(hit.key).length === 1 ? passingOf(hit.key)[0].index : null });
  });
  view.on("hoverNode", ({ node, event }) => hover({ kind: "entity", index: node }, event));
  view.on("hoverEdge", ({ edge, event }) => hover({ kind: "pair", key: edge }, event));
  view.on("blurNode", () => hover(null));
  view.on("blurEdge", () => hover(null));
  view.on("dragStart", () => hover(null));
  view.on("zoom", () => hover(null));
  view.on("dragEnd", ({ nodes: moved }) => {
    for (const index of moved) Object.assign(nodes.get(index), view.getPosition(index));
    redraw();
  });
  byId("canvas").addEventListener("mouseleave", () => hover(null));
  window.addEventListener("resize", () => requestAnimationFrame(() => fitGraph(false)));
}

function at(point) {
  const node = view.getNodeAt(point);
  if (node !== undefined) return { kind: "entity", index: node };
  const edge = view.getEdgeAt(point);
  return edge === undefined ? null : { kind: "pair", key: edge };
}

function hover(what, event = null) {
  state.hover = what;
  byId("canvas").classList.toggle("over", what !== null);
  onHover(what, event?.clientX ?? 0, event?.clientY ?? 0);
  redraw();
}

// ---------------------------------------------------------------- drawing

/** Sizes hold still on the screen between half and one and a half zoom, as names must stay readable. */
function unitOf(scale) {
  return Math.min(1.45, Math.max(0.92, scale)) / scale;
}

function lit(index) {
  if (!state.focus || !state.chosen) return 1;
  const { chosen } = state;
  if (chosen.kind === "pair") {
    const pair = pairs.get(chosen.key);
    return pair.a === index || pair.b === index ? 1 : dimmed();
  }
  const near = index === chosen.index || (entities[index].near.has(chosen.index) && lines.has(entities[index].near.get(chosen.index)));
  return near ? 1 : dimmed();
}

function lineLit(pair) {
  if (!state.focus || !state.chosen || touchesChosen(pair)) return 1;
  return lit(pair.a) === 1 && lit(pair.b) === 1 ? 0.42 : dimmed();
}

function dimmed() {
  return colours().dark ? 0.2 : 0.15;
}

function pathOf(d) {
  if (!paths.has(d)) paths.set(d, new Path2D(d));
  return paths.get(d);
}

function drawNode({ ctx, id, x, y }) {
  const node = nodes.get(id);
  const unit = unitOf(view ? view.getScale() : 1);
  const r = node.r * unit;
  return {
    drawNode() {
      const palette = colours();
      ctx.globalAlpha = lit(id);
      ctx.translate(x, y);
      ctx.save();
      ctx.scale(r, r);
      ctx.lineWidth = (2 * 2 * unit) / r;
      ctx.lineJoin = "round";
      ctx.strokeStyle = palette["bg-canvas"];
      ctx.fillStyle = palette.type[entities[id].type];
      ctx.globalAlpha = 1;
      ctx.stroke(pathOf(GLYPHS[entities[id].type]));
      ctx.globalAlpha = lit(id);
      ctx.fill(pathOf(GLYPHS[entities[id].type]));
      ctx.restore();
      ctx.globalAlpha = 1;
      if (isChosenEntity(id)) {
        ring(ctx, r + 7 * unit, 2.5 * unit, palette.accent, 1);
        ring(ctx, r + 12 * unit, 1 * unit, palette.accent, 0.5);
      } else if (state.hover?.kind === "entity" && state.hover.index === id) {
        ring(ctx, r + 5 * unit, 1.5 * unit, palette.ink, 1);
      }
    },
    nodeDimensions: { width: Math.max(24 * unit, 2 * r), height: Math.max(24 * unit, 2 * r) },
  };
}

function isChosenEntity(index) {
  return state.chosen?.kind === "entity" && state.chosen.index === index;
}

function ring(ctx, reach, width, colour, alpha) {
  ctx.globalAlpha = alpha;
  ctx.lineWidth = width;
  ctx.strokeStyle = colour;
  ctx.beginPath();
  ctx.arc(0, 0, reach, 0, 2 * Math.PI);
  ctx.stroke();
}

/** The ends of a line off its nodes, and its direction. */
function geometry(pair, unit) {
  const [a, b] = [nodes.get(pair.a), nodes.get(pair.b)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [gapA, gapB] = [(a.r + 4) * unit, (b.r + 4) * unit];
  return { ax: a.x + ux * gapA, ay: a.y + uy * gapA, bx: b.x - ux * gapB, by: b.y - uy * gapB, ux, uy, length: length - gapA - gapB };
}

function drawLines(ctx) {
  const palette = colours();
  const unit = unitOf(view.getScale());
  for (const { pair, look } of lines.values()) {
    const line = geometry(pair, unit);
    if (line.length < 4 * unit) continue;
    const colour = look.negated ? palette.negated : look.family ? palette.family[look.family] : palette["ink-2"];
    ctx.save();
    ctx.lineCap = "round";
    const isChosen = state.chosen?.kind === "pair" && state.chosen.key === pair.key;
    const isHovered = state.hover?.kind === "pair" && state.hover.key === pair.key;
    if (isChosen || isHovered) {
      stroke(ctx, line, { width: 9 * unit, colour: isChosen ? palette.accent : palette.ink, alpha: isChosen ? 0.22 : 0.1 });
    }
    drawOneLine(ctx, line, look, { unit, colour, alpha: lineLit(pair) });
    ctx.restore();
  }
}

function stroke(ctx, line, { width, colour, alpha }) {
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.moveTo(line.ax, line.ay);
  ctx.lineTo(line.bx, line.by);
  ctx.stroke();
}

function drawOneLine(ctx, line, look, { unit, colour, alpha }) {
  const backA = look.heads.a ? HEADS[look.heads.a].back * unit : 0;
  const backB = look.heads.b ? HEADS[look.heads.b].back * unit : 0;
  const inner = {
    ax: line.ax + line.ux * backA, ay: line.ay + line.uy * backA,
    bx: line.bx - line.ux * backB, by: line.by - line.uy * backB,
  };
  const width = (look.modality === "possible" ? Math.max(1.9, look.width) : look.width) * unit;
  ctx.lineCap = look.modality === "planned" ? "butt" : "round";
  ctx.setLineDash(DASHES[look.modality].map((part) => part * unit * (look.modality === "possible" ? Math.max(1, look.width / 1.6) : 1)));
  stroke(ctx, inner, { width, colour, alpha });
  ctx.setLineDash([]);
  const angle = Math.atan2(line.uy, line.ux);
  if (look.heads.b) drawHead(ctx, line.bx, line.by, angle, HEADS[look.heads.b], { unit, colour, alpha, width });
  if (look.heads.a) drawHead(ctx, line.ax, line.ay, angle + Math.PI, HEADS[look.heads.a], { unit, colour, alpha, width });
  if (look.negated) drawStrokes(ctx, line, angle, { unit, colour, alpha });
}

function drawHead(ctx, x, y, angle, head, { unit, colour, alpha, width }) {
  ctx.save();
  ctx.globalAlpha = alpha;
  ctx.translate(x, y);
  ctx.rotate(angle);
  const grow = unit * (0.85 + (0.16 * width) / unit);
  ctx.scale(grow, grow);
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = Math.max(1.5, width / unit) / (grow / unit);
  ctx.lineCap = "butt";
  if (head.open) ctx.stroke(pathOf(head.d));
  else ctx.fill(pathOf(head.d));
  ctx.restore();
}

/** Two slanted strokes across the line: what it says is denied. */
function drawStrokes(ctx, line, angle, { unit, colour, alpha }) {
  ctx.save();
  ctx.translate((line.ax + line.bx) / 2, (line.ay + line.by) / 2);
  ctx.rotate(angle);
  ctx.scale(unit, unit);
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.7;
  ctx.stroke(pathOf("M-4.6 6L-0.6 -6M0.6 6L4.6 -6"));
  ctx.restore();
}

function shorten(name) {
  const chars = Array.from(name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
  let width = 0;
  for (let i = 0; i < chars.length; i += 1) {
    width += chars[i].codePointAt(0) < 0x2000 ? 0.58 : 1;
    if (width > CUT) return `${chars.slice(0, i).join("")}…`;
  }
  return chars.join("");
}

function fontOf(node, unit) {
  return `${node.rank < 2 ? "700" : "400"} ${node.size * unit}px ${colours().font}`;
}

/** Names, counts and words: placed anew when zoom, choice or content change. */
function place(ctx, unit, scale) {
  const key = `${version}|${scale.toFixed(3)}`;
  if (placedFor === key) return;
  placedFor = key;
  const shown = nodeSet.getIds().map((index) => nodes.get(index));
  const list = shown.map((node) => {
    ctx.font = fontOf(node, unit);
    node.text = shorten(displayName(entities[node.index]));
    node.textWidth = ctx.measureText(node.text).width;
    node.moreText = node.more ? `+${node.more}` : "";
    ctx.font = `400 ${11 * unit}px ${colours().font}`;
    node.moreWidth = node.moreText ? ctx.measureText(node.moreText).width + 4 * unit : 0;
    const chosen = isChosenEntity(node.index);
    const r = node.r * unit + (chosen ? 10 * unit : 0);
    const always = Boolean(state.chosen) && lit(node.index) === 1;
    return { ...node, r, size: node.size * unit, width: node.textWidth + node.moreWidth, always, first: chosen ? 2 : always ? 1 : 0 };
  });
  list.sort((x, y) => y.first - x.first || x.rank - y.rank || y.r - x.r);
  placed = placeLabels(list, writtenLines(ctx, unit, scale), { unit, scale });
}

function writtenLines(ctx, unit, scale) {
  ctx.font = `400 ${11 * unit}px ${colours().font}`;
  const out = [];
  for (const [key, line] of lines) {
    const focused = Boolean(state.chosen) && touchesChosen(line.pair);
    const hovered = state.hover && (state.hover.key === key || (state.hover.kind === "entity" && (line.pair.a === state.hover.index || line.pair.b === state.hover.index)));
    const written = focused || hovered || scale >= 1.5 || (line.firm && !state.chosen && scale > 0.7);
    line.word = written ? wordOf(line.look.lead) : "";
    out.push({ ...geometry(line.pair, unit), key, pill: line.look.count > 1 && scale > 0.45, word: line.word, must: focused || hovered, wordWidth: line.word ? ctx.measureText(line.word).width : 0, order: (focused ? 99 : 0) + line.look.sources });
  }
  return out.sort((x, y) => y.order - x.order);
}

function drawWords(ctx) {
  const scale = view.getScale();
  const unit = unitOf(scale);
  const palette = colours();
  ctx.save();
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  place(ctx, unit, scale);
  for (const [key, at_] of placed.words) {
    const line = lines.get(key);
    ctx.globalAlpha = lineLit(line.pair);
    ctx.font = `400 ${11 * unit}px ${palette.font}`;
    ctx.textAlign = "center";
    written(ctx, line.word, at_.x, at_.y, line.look.lead.polarity === "negated" ? palette.negated : palette["ink-2"], unit);
  }
  for (const [key, at_] of placed.pills) drawPill(ctx, lines.get(key), at_, unit);
  ctx.textAlign = "left";
  for (const [index, at_] of placed.names) drawName(ctx, nodes.get(index), at_, unit);
  ctx.restore();
}

function written(ctx, text, x, y, colour, unit) {
  ctx.strokeStyle = colours()["bg-canvas"];
  ctx.lineWidth = 3.5 * unit;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function drawName(ctx, node, at_, unit) {
  const palette = colours();
  const alpha = lit(node.index);
  if (alpha < 1 && node.rank > 0) return;
  ctx.globalAlpha = alpha;
  ctx.font = fontOf(node, unit);
  const left = at_.x - (node.textWidth + node.moreWidth) / 2;
  written(ctx, node.text, left, at_.y, palette.ink, unit);
  if (!node.moreText) return;
  ctx.font = `400 ${11 * unit}px ${palette.font}`;
  written(ctx, node.moreText, left + node.textWidth + 4 * unit, at_.y, palette["ink-3"], unit);
}

/** The count of a pair's statements, under it a bar split by family. */
function drawPill(ctx, line, at_, unit) {
  const palette = colours();
  ctx.save();
  ctx.translate(at_.x, at_.y);
  ctx.scale(unit, unit);
  const text = String(line.look.count);
  const width = Math.max(18, 10 + 7 * text.length);
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette["bg-canvas"];
  ctx.beginPath();
  ctx.roundRect(-width / 2 - 1, -10, width + 2, 20, 5);
  ctx.fill();
  ctx.globalAlpha = lineLit(line.pair);
  ctx.fillStyle = palette["bg-panel"];
  ctx.strokeStyle = palette["line-strong"];
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(-width / 2, -9, width, 18, 4);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = palette.ink;
  ctx.font = `700 11px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.fillText(text, 0, -1.5);
  let x = -(width - 7) / 2;
  for (const [part, share] of line.look.shares) {
    const long = ((width - 7) * share) / line.look.count;
    ctx.fillStyle = part === "negated" ? palette.negated : palette.family[part];
    ctx.fillRect(x, 5, Math.max(0.8, long - 0.8), 2);
    x += long;
  }
  ctx.restore();
}

/** The drawn entity nearest to `index` in a direction (`dx`, `dy` of −1, 0, 1). */
export function nearestTo(index, dx, dy) {
  const here = nodes.get(index);
  let best = null;
  for (const id of nodeSet.getIds()) {
    const [x, y] = [nodes.get(id).x - here.x, nodes.get(id).y - here.y];
    const along = x * dx + y * dy;
    if (id === index || along <= 0) continue;
    const cost = along + 2.2 * Math.abs(x * dy - y * dx);
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
