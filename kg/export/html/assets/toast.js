// Short notices at the bottom left, and what is said to screen readers.

import { byId, el } from "./dom.js";

let speaking = 0;

export function toast(text) {
  const note = el("div", { class: "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), 5000);
}

/** Say it once the reader has rested for `delay` ms. */
export function say(text, delay = 500) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { byId("live").textContent = text; }, delay);
}
