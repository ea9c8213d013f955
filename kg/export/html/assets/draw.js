// Shapes of entity types and relation families: one path each, for the canvas and for SVG alike.

import { el, svg } from "./dom.js";
import { state } from "./state.js";

/** Type → path in a square of −1…1. */
export const GLYPHS = {
  COUNTRY: "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
  PLACE: "M-1.08 -.88H1.08L0 1Z",
  PERSON: "M.5 -.5A.5 .5 0 1 1 -.5 -.5A.5 .5 0 1 1 .5 -.5ZM-.95 1V.82A.95 .72 0 0 1 .95 .82V1Z",
  GOV: "M-.88 -.88H.88V.88H-.88Z",
  ORG: "M1.02 0L.51 .88H-.51L-1.02 0L-.51 -.88H.51Z",
  COMPANY: "M-.98 .88V-.02H-.4V-.92H.28V.12H.98V.88Z",
  RESOURCE: "M0 -1.12L.98 0L0 1.12L-.98 0Z",
  PRODUCT: "M0 -.95L1.05 .85H-1.05Z",
  POLICY: "M-.76 -.96H.26L.76 -.46V.96H-.76Z",
  EVENT: starPath(),
};

/** Family → arrowhead with its tip at 0,0 pointing right; `back`: where the line ends; `open`: stroked. */
export const HEADS = {
  structure: { d: "M0 0A2.6 2.6 0 1 1 -5.2 0A2.6 2.6 0 1 1 0 0Z", back: 3, open: false },
  economy: { d: "M0 0L-8.6 -3.7L-8.6 3.7Z", back: 6, open: false },
  cooperation: { d: "M0 0L-5 -3.5L-10 0L-5 3.5Z", back: 8, open: false },
  pressure: { d: "M-7.6 -4.3L0 0L-7.6 4.3", back: 0.6, open: true },
  force: { d: "M0 -5.4V5.4", back: 0, open: true },
  policy: { d: "M0 -3H-6V3H0Z", back: 4, open: false },
};

export const DASHES = { actual: [], planned: [6, 4], possible: [0.1, 4.4], negated: [] };

const COLOURS = ["bg-canvas", "bg-panel", "ink", "ink-2", "ink-3", "line", "line-strong", "accent", "negated"];

let palette = null;

/** The colours of the theme in force, read from the style sheet once. */
export function colours() {
  if (palette) return palette;
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  palette = { type: {}, family: {} };
  for (const name of COLOURS) palette[name] = read(name);
  for (const type of Object.keys(GLYPHS)) palette.type[type] = read(`type-${type.toLowerCase()}`);
  for (const family of Object.keys(HEADS)) palette.family[family] = read(`fam-${family}`);
  palette.font = read("font-ui");
  palette.dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  return palette;
}

export function forgetColours() {
  palette = null;
}

/** A type's sign as SVG. */
export function glyph(type, size = 14) {
  return svg("svg", { class: `glyph type-${type}`, viewBox: "-1.2 -1.2 2.4 2.4", width: size, height: size, "aria-hidden": "true" },
    svg("path", { d: GLYPHS[type] }));
}

/** A relation's line as SVG: family, dashes, strokes across where it is negated, heads at one or both ends. */
export function lineSample({ family, modality = "actual", negated = false, both = false, head = true, width = 30 }) {
  const shape = HEADS[family];
  const start = both && head ? 10 : 1;
  const end = head ? width - 1 - shape.back : width - 1;
  const out = svg("svg", { class: `sample ${negated ? "is-negated" : `fam-${family}`}`, viewBox: `0 -7 ${width} 14`, width, height: 14, "aria-hidden": "true" });
  out.append(svg("path", { class: `stroke dash-${modality}`, d: `M${start} 0H${end}` }));
  const headAt = (x, turn) => svg("path", { class: shape.open ? "stroke" : "fill", d: shape.d, transform: `translate(${x} 0) rotate(${turn})` });
  if (head) out.append(headAt(width - 1, 0));
  if (head && both) out.append(headAt(1, 180));
  if (negated) {
    const middle = head ? width * 0.42 : width * 0.5;
    out.append(svg("path", { class: "stroke across", d: `M${middle - 3.4} 4.4L${middle - 0.2} -4.4M${middle + 0.8} 4.4L${middle + 4} -4.4` }));
  }
  return out;
}

/** The certainty of a statement as a small mark; nothing where it is plainly so. */
export function certaintyMark(certainty, word) {
  return certainty === "actual" ? null : el("span", { class: `mark mark-${certainty}` }, word);
}

/** Is the graph the part on view? */
export function graphShown() {
  return state.view === "graph";
}

function starPath() {
  let d = "";
  for (let i = 0; i < 10; i += 1) {
    const reach = i % 2 ? 0.46 : 1.12;
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    d += `${i ? "L" : "M"}${(reach * Math.cos(angle)).toFixed(3)} ${(reach * Math.sin(angle) + 0.06).toFixed(3)}`;
  }
  return `${d}Z`;
}
