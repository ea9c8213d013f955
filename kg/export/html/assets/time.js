// How many statements each week or day has, and the part of it that counts.

import { byId, el, icon, svg } from "./dom.js";
import { statements } from "./data.js";
import { count, currentLanguage, t } from "./i18n.js";
import { change, passes, state } from "./state.js";

const DAY = 86400000;
const STEP = 700;
const HEIGHT = 52;
const spans = barSpans();
let playing = 0;

function dayOf(s) {
  return s.date && /^\d{4}-\d\d-\d\d/.test(s.date) ? s.date.slice(0, 10) : null;
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/** Bars of a day, week or month, whichever keeps their number readable; empty without dates. */
function barSpans() {
  const days = statements.map(dayOf).filter((day) => day && !Number.isNaN(Date.parse(day))).sort();
  if (!days.length) return [];
  // a few stray dates far back would flatten the rest: start where the last 98 of 100 lie
  const start = Date.parse(days[Math.floor(days.length * 0.02)]);
  const end = Date.parse(days[days.length - 1]);
  const length = (end - start) / DAY;
  const step = length < 60 ? 1 : length < 700 ? 7 : Math.ceil(length / 90);
  const out = [];
  for (let from = start; from <= end; from += step * DAY) out.push({ from: isoDay(from), to: isoDay(Math.min(end, from + (step - 1) * DAY)) });
  return out;
}

export function showTime() {
  const section = byId("time");
  section.hidden = spans.length < 2;
  if (spans.length < 2) return;
  const tallies = countBars();
  const [low, high] = handles();
  const chart = svg("svg", { class: "bars", viewBox: `0 0 ${spans.length * 10} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const most = Math.max(1, ...tallies);
  tallies.forEach((n, i) => {
    const height = n ? Math.max(2, (n / most) * (HEIGHT - 4)) : 0;
    chart.append(svg("rect", { class: i >= low && i <= high ? "bar-in" : "bar-out", x: i * 10 + 0.4, width: 9.2, y: HEIGHT - height, height }));
  });
  const area = el("div", { class: "time-area" }, el("div", { class: "brush" }), chart, handle("start", low), handle("end", high), axis());
  const brush = area.firstChild;
  brush.style.left = `${(low / spans.length) * 100}%`;
  brush.style.width = `${((high - low + 1) / spans.length) * 100}%`;
  area.addEventListener("pointerdown", (event) => startBrush(event, area));
  area.addEventListener("dblclick", () => change({ filters: true, from: null, to: null }));
  section.replaceChildren(summary(low, high, tallies), area);
}

function countBars() {
  const tallies = spans.map(() => 0);
  for (const s of statements) {
    const day = dayOf(s);
    if (!day || !passes(s, "time")) continue;
    const i = spans.findIndex((span) => day >= span.from && day <= span.to);
    if (i >= 0) tallies[i] += 1;
  }
  return tallies;
}

/** First and last bar of the period. */
function handles() {
  const low = state.from ? spans.findIndex((span) => span.to >= state.from) : 0;
  const high = state.to ? spans.findLastIndex((span) => span.from <= state.to) : spans.length - 1;
  return [Math.max(0, low), Math.max(0, high)];
}

function summary(low, high, tallies) {
  const total = tallies.slice(low, high + 1).reduce((sum, n) => sum + n, 0);
  return el("div", { class: "time-side" },
    el("button", { type: "button", class: "round", "aria-label": t(playing ? "stop" : "play"), onclick: togglePlay }, icon(playing ? "pause" : "play")),
    el("p", {}, el("b", {}, `${slashed(spans[low].from)}–`, manyYears() ? el("br") : "", slashed(spans[high].to)), el("br"), el("span", { class: "meta" }, count(total))),
    el("label", { class: "meta" }, el("input", { type: "checkbox", checked: state.undated, onchange: (event) => change({ filters: true, undated: event.target.checked }) }), t("undated")));
}

function manyYears() {
  return Date.parse(spans[spans.length - 1].to) - Date.parse(spans[0].from) > 540 * DAY;
}

function slashed(day) {
  return `${manyYears() ? `${day.slice(0, 4)}/` : ""}${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

function dayInWords(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString(currentLanguage() === "en" ? "en-GB" : "ja-JP", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
}

function axis() {
  const line = el("div", { class: "axis", "aria-hidden": "true" });
  const en = currentLanguage() === "en";
  const unit = manyYears() ? 4 : 7; // of YYYY-MM-DD: a tick for each year or month
  const room = (spans.length * 64) / Math.max(160, byId("main").clientWidth - 190); // bars that a word covers
  let shown = -room;
  let year = "";
  spans.forEach((span, i) => {
    const fresh = i === 0 || spans[i - 1].from.slice(0, unit) !== span.from.slice(0, unit);
    if (!fresh || i - shown < room || i > spans.length - room * 0.7) return;
    const newYear = year !== span.from.slice(0, 4);
    year = span.from.slice(0, 4);
    const month = unit === 4 ? "" : `${Number(span.from.slice(5, 7))}月`;
    const tick = el("span", {}, en ? span.from.slice(0, unit) : `${newYear ? `${year}年` : ""}${month}`);
    tick.style.left = `${(i / spans.length) * 100}%`;
    line.append(tick);
    shown = i;
  });
  return line;
}

function handle(which, at) {
  const day = which === "start" ? spans[at].from : spans[at].to;
  const knob = el("button", {
    type: "button", class: `handle handle-${which}`, role: "slider", "aria-label": t(which), "aria-valuemin": 0, "aria-valuemax": spans.length - 1,
    "aria-valuenow": at, "aria-valuetext": dayInWords(day), "data-handle": which,
    onkeydown: (event) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -4, PageUp: 4 }[event.key];
      if (!by) return;
      event.preventDefault();
      const [low, high] = handles();
      setPeriod(which === "start" ? Math.min(high, low + by) : low, which === "end" ? Math.max(low, high + by) : high);
      byId("time").querySelector(`[data-handle="${which}"]`)?.focus();
    },
  });
  knob.style.left = `${((which === "start" ? at : at + 1) / spans.length) * 100}%`;
  return knob;
}

function setPeriod(low, high) {
  const first = Math.max(0, Math.min(low, spans.length - 1));
  const last = Math.max(first, Math.min(high, spans.length - 1));
  change({ filters: true, from: first === 0 ? null : spans[first].from, to: last === spans.length - 1 ? null : spans[last].to });
}

/** Drag a handle, the window between them, or a new window. */
function startBrush(event, area) {
  if (event.target.closest(".axis")) return;
  event.preventDefault();
  stopPlay();
  const box = area.getBoundingClientRect();
  const barAt = (x) => Math.floor(((x - box.left) / box.width) * spans.length);
  const [low, high] = handles();
  const origin = barAt(event.clientX);
  const which = event.target.dataset?.handle;
  const inside = (low > 0 || high < spans.length - 1) && origin >= low && origin <= high;
  const move = ({ clientX }) => {
    const now = barAt(clientX);
    if (which === "start") setPeriod(Math.min(now, high), high);
    else if (which === "end") setPeriod(low, Math.max(now, low));
    else if (inside) {
      const by = Math.max(-low, Math.min(spans.length - 1 - high, now - origin));
      setPeriod(low + by, high + by);
    } else if (now !== origin) setPeriod(Math.min(origin, now), Math.max(origin, now));
  };
  const end = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
}

/** Move the window by one bar each step, until the end or a touch. */
export function togglePlay() {
  if (playing) {
    stopPlay();
    showTime();
    return;
  }
  let [low, high] = handles();
  if (low === 0 && high === spans.length - 1) setPeriod(0, Math.max(0, Math.floor(spans.length / 8)));
  playing = setInterval(() => {
    [low, high] = handles();
    if (high >= spans.length - 1) {
      stopPlay();
      showTime();
    } else setPeriod(low + 1, high + 1);
  }, STEP);
  showTime();
}

function stopPlay() {
  clearInterval(playing);
  playing = 0;
}
