// The picture: vis-network keeps places, zoom and hits; nodes, lines and words are drawn by our own hand.

import { byId } from "./dom.js";
import { fitGraph } from "./camera.js";
import { drawLines, drawNode } from "./paint.js";
import { nodes, picture, redraw, setScene } from "./scene.js";
import { chooseEntity } from "./card.js";
import { choose, passingOf, state } from "./state.js";
import { drawWords } from "./words.js";

let onHover = () => {};

/** Build the picture in `#canvas`; `hovered(what, x, y)` hears of the pointer over nodes and lines. */
export function startGraph(hovered) {
  onHover = hovered;
  setScene();
  const clear = { color: "rgba(0,0,0,0)", highlight: "rgba(0,0,0,0)", hover: "rgba(0,0,0,0)", inherit: false };
  picture.view = new vis.Network(byId("canvas"), { nodes: picture.nodeSet, edges: picture.edgeSet }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, tooltipDelay: 3600000, keyboard: false, zoomSpeed: 0.6 },
    nodes: { shape: "custom", ctxRenderer: drawNode, physics: false, chosen: false },
    edges: { smooth: false, color: clear, width: 1, hoverWidth: 0, selectionWidth: 0, chosen: false },
  });
  picture.view.on("beforeDrawing", drawLines);
  picture.view.on("afterDrawing", drawWords);
  listen();
  fitGraph(false);
}

function listen() {
  picture.view.on("click", ({ pointer }) => {
    const hit = at(pointer.DOM);
    if (!hit) choose(null);
    else if (hit.kind === "entity") chooseEntity(hit.index);
    else choose(hit, { open: passingOf(hit.key).length === 1 ? passingOf(hit.key)[0].index : null });
  });
  picture.view.on("hoverNode", ({ node, event }) => hover({ kind: "entity", index: node }, event));
  picture.view.on("hoverEdge", ({ edge, event }) => hover({ kind: "pair", key: edge }, event));
  picture.view.on("blurNode", () => hover(null));
  picture.view.on("blurEdge", () => hover(null));
  picture.view.on("dragStart", () => hover(null));
  picture.view.on("zoom", () => hover(null));
  picture.view.on("dragEnd", ({ nodes: moved }) => {
    for (const index of moved) Object.assign(nodes.get(index), picture.view.getPosition(index));
    redraw();
  });
  byId("canvas").addEventListener("mouseleave", () => hover(null));
  window.addEventListener("resize", () => requestAnimationFrame(() => fitGraph(false)));
}

function at(point) {
  const node = picture.view.getNodeAt(point);
  if (node !== undefined) return { kind: "entity", index: node };
  const edge = picture.view.getEdgeAt(point);
  return edge === undefined ? null : { kind: "pair", key: edge };
}

function hover(what, event = null) {
  state.hover = what;
  byId("canvas").classList.toggle("over", what !== null);
  onHover(what, event?.clientX ?? 0, event?.clientY ?? 0);
  redraw();
}
