// Making elements. Text from the data goes in as text nodes only; never as markup.

/** An element with attributes and children (strings become text). `onclick` and the like take functions. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(key, String(value));
  }
  node.append(...children);
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A name from the data: isolated, so that no direction mark in it turns the text around it. */
export function nameOf(text, className = "") {
  return el("bdi", { class: className || null }, text);
}

/** A link, or its text alone where the address is not http(s). */
export function link(address, ...children) {
  if (!/^https?:\/\/\S+$/i.test(address || "")) return el("span", {}, ...children);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children, " ", icon("out"));
}

const ICONS = {
  graph: "M4.5 4.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M12.5 5.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M8 12.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M6.5 4.8L10.5 5.2M5.5 6.2L7.2 10.7M11.4 7.2L9.1 10.8",
  table: "M2.5 3.5H13.5V12.5H2.5ZM2.5 6.5H13.5M6 6.5V12.5",
  filter: "M2.5 3.5H13.5L9.5 8.5V13L6.5 11.5V8.5Z",
  clock: "M8 8m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0M8 4.8V8L10.4 9.6",
  out: "M6.5 4H3.5V12.5H12V9.5M9 3.5H12.5V7M12.3 3.7L7.5 8.5",
  close: "M4 4L12 12M12 4L4 12",
  minus: "M3.5 8H12.5",
  plus: "M3.5 8H12.5M8 3.5V12.5",
  fit: "M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10",
  theme: "M8 2.5A5.5 5.5 0 1 0 8 13.5ZM8 2.5A5.5 5.5 0 0 1 8 13.5",
  search: "M7 7m-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0M10.2 10.2L13.6 13.6",
  focus: "M8 8m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M8 8m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0",
  expand: "M8 8m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0M8 2V5M8 11V14M2 8H5M11 8H14M3.8 3.8L5.9 5.9M10.1 10.1L12.2 12.2M12.2 3.8L10.1 5.9M5.9 10.1L3.8 12.2",
  hide: "M2.5 8C4.5 4.8 11.5 4.8 13.5 8C11.5 11.2 4.5 11.2 2.5 8M3.5 13L12.5 3",
  play: "M5.5 3.5L12 8L5.5 12.5Z",
  pause: "M5.5 3.5V12.5M10.5 3.5V12.5",
  undo: "M5.5 3.5L2.5 6.5L5.5 9.5M2.5 6.5H9.5A3.5 3.5 0 0 1 9.5 13.5H6",
  redo: "M10.5 3.5L13.5 6.5L10.5 9.5M13.5 6.5H6.5A3.5 3.5 0 0 0 6.5 13.5H10",
  link: "M6.5 9.5L9.5 6.5M7 4.8L8.6 3.2A2.9 2.9 0 0 1 12.8 7.4L11.2 9M9 11.2L7.4 12.8A2.9 2.9 0 0 1 3.2 8.6L4.8 7",
  save: "M8 2.5V10M4.8 7L8 10.2L11.2 7M2.8 13.2H13.2",
  path: "M3.8 12m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0M12.2 4m-1.6 0a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0M5.4 12H8A2 2 0 0 0 8 8A2 2 0 0 1 8 4H10.6",
  right: "M6 3.5L10.5 8L6 12.5",
  left: "M10 3.5L5.5 8L10 12.5",
};

/** A line icon of 16 units. */
export function icon(name) {
  return svg("svg", { class: `icon-${name} ico`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
    svg("path", { d: ICONS[name] }));
}
