// Writing on the picture: names, counts and relation words, placed so that none covers another.

import { displayName, entities } from "./data.js";
import { colours } from "./draw.js";
import { placeLabels } from "./labels.js";
import { wordOf } from "./lines.js";
import { geometry, isChosenEntity, lineLit, lit } from "./paint.js";
import { CUT, lines, nodes, picture, touchesChosen, markUnitOf, unitOf } from "./scene.js";
import { state } from "./state.js";

let placed = null;
let placedFor = "";

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
  const key = `${picture.version}|${scale.toFixed(3)}`;
  if (placedFor === key) return;
  placedFor = key;
  const shown = picture.nodeSet.getIds().map((index) => nodes.get(index));
  const list = shown.map((node) => {
    ctx.font = fontOf(node, unit);
    node.text = shorten(displayName(entities[node.index]));
    node.textWidth = ctx.measureText(node.text).width;
    node.moreText = node.more ? `+${node.more}` : "";
    ctx.font = `400 ${11 * unit}px ${colours().font}`;
    node.moreWidth = node.moreText ? ctx.measureText(node.moreText).width + 4 * unit : 0;
    const chosen = isChosenEntity(node.index);
    const r = node.r * markUnitOf(scale) + (chosen ? 10 * unit : 0);
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
    out.push({ ...geometry(line.pair, markUnitOf(scale)), key, struck: line.look.negated, pill: line.look.count > 1 && scale > 0.45, word: line.word, wordWidth: line.word ? ctx.measureText(line.word).width : 0, order: (focused ? 99 : 0) + line.look.sources });
  }
  return out.sort((x, y) => y.order - x.order);
}

export function drawWords(ctx) {
  const scale = picture.view.getScale();
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
