// Drawing: nodes and lines on the canvas of vis-network.

import { entities, pairs } from "./data.js";
import { DASHES, GLYPHS, HEADS, colours } from "./draw.js";
import { lines, nodes, picture, touchesChosen, markUnitOf } from "./scene.js";
import { state } from "./state.js";

const paths = new Map();

export function lit(index) {
  if (!state.focus || !state.chosen) return 1;
  const { chosen } = state;
  if (chosen.kind === "pair") {
    const pair = pairs.get(chosen.key);
    return pair.a === index || pair.b === index ? 1 : dimmed();
  }
  if (chosen.kind === "path") return chosen.paths.flat().includes(index) ? 1 : dimmed();
  const near = index === chosen.index || (entities[index].near.has(chosen.index) && lines.has(entities[index].near.get(chosen.index)));
  return near ? 1 : dimmed();
}

export function lineLit(pair) {
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

export function drawNode({ ctx, id, x, y }) {
  const node = nodes.get(id);
  const unit = markUnitOf(picture.view ? picture.view.getScale() : 1);
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

export function isChosenEntity(index) {
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
export function geometry(pair, unit) {
  const [a, b] = [nodes.get(pair.a), nodes.get(pair.b)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [gapA, gapB] = [(a.r + 4) * unit, (b.r + 4) * unit];
  return { ax: a.x + ux * gapA, ay: a.y + uy * gapA, bx: b.x - ux * gapB, by: b.y - uy * gapB, ux, uy, length: length - gapA - gapB };
}

export function drawLines(ctx) {
  const palette = colours();
  const unit = markUnitOf(picture.view.getScale());
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
