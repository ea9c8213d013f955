// Where names, counts and relation words go, so that none covers another. Units are those of the canvas.

const SIDES = ["below", "right", "left", "above", "below-right", "below-left", "above-right", "above-left"];
const SLIDES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8];

/** Boxes already taken, in a grid of cells so that a question looks at few of them. */
class Taken {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * cellsOf(box) {
    for (let x = Math.floor(box.left / this.cell); x <= Math.floor(box.right / this.cell); x += 1) {
      for (let y = Math.floor(box.top / this.cell); y <= Math.floor(box.bottom / this.cell); y += 1) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const key of this.cellsOf(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  free(box, owner = null) {
    for (const key of this.cellsOf(box)) {
      for (const other of this.cells.get(key) || []) {
        if ((owner === null || other.owner !== owner) && box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top) return false;
      }
    }
    return true;
  }
}

function boxAround(x, y, width, height, owner = null) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2, owner };
}

/** The centre of a label of a node. The same as `side_offset` in the layout step. */
function labelCentre(node, side, width, height, unit) {
  const [r, u] = [node.r, unit];
  if (side === "below") return [node.x, node.y + r + 4 * u + height / 2];
  if (side === "above") return [node.x, node.y - r - 4 * u - height / 2];
  if (side === "right") return [node.x + r + 6 * u + width / 2, node.y];
  if (side === "left") return [node.x - r - 6 * u - width / 2, node.y];
  const [vertical, horizontal] = side.split("-");
  return [
    node.x + (r * 0.72 + 3 * u + width / 2) * (horizontal === "right" ? 1 : -1),
    node.y + (r * 0.72 + 2 * u + height / 2) * (vertical === "below" ? 1 : -1),
  ];
}

/**
 * Place everything that is written on the picture.
 * `nodes`: first come, first served; each { index, x, y, r, size, side, width, rank }.
 * `lines`: { key, ax, ay, bx, by, struck, pill, word, wordWidth }.
 * Gives { names, pills, words }: Maps to { x, y }; what has no room is missing.
 */
export function placeLabels(nodes, lines, { unit, scale }) {
  const taken = new Taken(70 * unit);
  const placed = { names: new Map(), pills: new Map(), words: new Map() };
  for (const node of nodes) taken.add(boxAround(node.x, node.y, 2 * node.r + 2 * unit, 2 * node.r + 2 * unit, node.index));
  for (const node of nodes) {
    if (!node.always && nodes.length > 40 && ((scale < 0.6 && node.rank > 1) || (scale < 0.35 && node.rank > 0))) continue;
    placeName(node, taken, placed.names, unit);
  }
  for (const line of lines) {
    if (line.struck) taken.add(boxAround((line.ax + line.bx) / 2, (line.ay + line.by) / 2, 14 * unit, 14 * unit));
  }
  for (const line of lines) {
    if (line.pill) slide(line, 22 * unit, 20 * unit, taken, placed.pills);
  }
  for (const line of lines) {
    if (line.word) slide(line, line.wordWidth + 4 * unit, 14 * unit, taken, placed.words);
  }
  return placed;
}

function placeName(node, taken, names, unit) {
  const [width, height] = [node.width + 4 * unit, node.size * 1.3];
  // an important name rather stands a little off than nowhere
  const reaches = node.rank < 1 ? [0, 9, 20, 34] : node.rank < 2 || node.always ? [0, 9, 20] : [0];
  for (const [reach, side] of reaches.flatMap((reach_) => [node.side, ...SIDES].map((side_) => [reach_, side_]))) {
    const [x, y] = labelCentre({ ...node, r: node.r + reach * unit }, side, width, height, unit);
    const box = boxAround(x, y, width, height, node.index);
    if (!taken.free(box, node.index)) continue;
    taken.add({ ...box, owner: null });
    names.set(node.index, { x, y });
    return;
  }
}

function slide(line, width, height, taken, places) {
  for (const part of SLIDES) {
    const [x, y] = [line.ax + (line.bx - line.ax) * part, line.ay + (line.by - line.ay) * part];
    const box = boxAround(x, y, width, height);
    if (!taken.free(box)) continue;
    taken.add(box);
    places.set(line.key, { x, y });
    return;
  }
}
