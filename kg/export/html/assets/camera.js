// Where the reader looks: fit, zoom, travel, and the way between page and picture.

import { byId } from "./dom.js";
import { extent, lines, nodes, phone, picture, unitOf } from "./scene.js";

export function fitGraph(smooth = true, ids = picture.nodeSet.getIds()) {
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
  picture.view.moveTo({ position: { x: box.x, y: box.y }, scale, animation: travel(smooth) });
}

function travel(smooth) {
  const still = !smooth || matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration: 420, easingFunction: "easeInOutQuad" };
}

export function zoomGraph(factor) {
  picture.view.moveTo({ scale: Math.min(4, Math.max(0.15, picture.view.getScale() * factor)), animation: travel(true) });
}

/** Bring an entity to the middle (above the sheet on a phone). */
export function centreOn(index) {
  const node = nodes.get(index);
  if (!node) return;
  const scale = Math.max(picture.view.getScale(), phone() ? 0.8 : 0.9);
  picture.view.moveTo({ position: { x: node.x, y: node.y + (phone() ? 150 / scale : 0) }, scale, animation: travel(true) });
}

/** Where an entity or a pair's line stands on the page, in CSS pixels; null when it is not drawn. */
export function screenPoint(what) {
  const box = byId("canvas").getBoundingClientRect();
  const line = what.kind === "pair" ? lines.get(what.key) : null;
  if (what.kind === "pair" && !line) return null;
  const [a, b] = line ? [nodes.get(line.pair.a), nodes.get(line.pair.b)] : [nodes.get(what.index), nodes.get(what.index)];
  if (!a || !b) return null;
  const at = picture.view.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  return { x: box.left + at.x, y: box.top + at.y };
}

/** The drawn entity nearest to `index` in a direction (`dx`, `dy` of −1, 0, 1). */
export function nearestTo(index, dx, dy) {
  const here = nodes.get(index);
  let best = null;
  for (const id of picture.nodeSet.getIds()) {
    const [x, y] = [nodes.get(id).x - here.x, nodes.get(id).y - here.y];
    const along = x * dx + y * dy;
    if (id === index || along <= 0) continue;
    const cost = along + 2.2 * Math.abs(x * dy - y * dx);
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
