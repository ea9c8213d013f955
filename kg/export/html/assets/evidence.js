// The sentence behind a statement, its parts coloured and named, and where it comes from.

import { el, icon, link, nameOf } from "./dom.js";
import { displayName, entities, entityIndex, sliceCodePoints } from "./data.js";
import { certaintyMark, glyph } from "./draw.js";
import { t } from "./i18n.js";

const TAG_NAME = 7;
const TAGGED_LENGTH = 9; // a longer part carries its tag under its beginning, so that it can break

/** The text with ground and rule under each part; `tags`: with the name of the part below it. */
export function evidenceText(evidence, statement, { tags = true } = {}) {
  const chars = Array.from(evidence.text);
  const cuts = new Set([0, chars.length, evidence.start, evidence.end]);
  for (const [, start, end] of evidence.parts) cuts.add(start).add(end);
  const bounds = [...cuts].filter((cut) => cut >= 0 && cut <= chars.length).sort((x, y) => x - y);
  const out = el("p", { class: tags ? "quote" : "quote small", lang: "ja" });
  bounds.slice(0, -1).forEach((start, i) => {
    const end = bounds[i + 1];
    const part = innermost(evidence.parts, start, end);
    const text = chars.slice(start, end).join("");
    if (!part) {
      const outside = end <= evidence.start || start >= evidence.end;
      out.append(outside ? el("span", { class: "around" }, text) : text);
    } else out.append(...partNodes(part, text, tags && part[1] === start ? tagOf(part, evidence, statement) : null));
  });
  return out;
}

function innermost(parts, start, end) {
  const covering = parts.filter((part) => part[1] <= start && end <= part[2]);
  return covering.sort((x, y) => x[2] - x[1] - (y[2] - y[1]))[0] ?? null;
}

function partNodes([kind], text, tag) {
  if (!tag) return [el("span", { class: `part part-${kind}` }, text)];
  const chars = Array.from(text);
  const head = chars.slice(0, TAGGED_LENGTH).join("");
  const rest = chars.slice(TAGGED_LENGTH).join("");
  const ruby = el("ruby", { class: `part part-${kind}` }, head, el("rt", {}, tag));
  return rest ? [ruby, el("span", { class: `part part-${kind}` }, rest)] : [ruby];
}

/** 主語, or 目的語＝中国 where the text has a pronoun or another name. */
function tagOf([kind, start, end], evidence, statement) {
  const text = sliceCodePoints(evidence.text, start, end);
  const tag = t(`${kind}Tag`);
  const name = { subject: entities[statement.subject].id, object: entities[statement.object].id, speaker: evidence.source }[kind];
  // トランプ needs no telling that it is ドナルド・トランプ; 同国 does
  if (!name || name.includes(text) || text.includes(name)) return tag;
  const chars = Array.from(name);
  return `${tag}＝${chars.length > TAG_NAME ? `${chars.slice(0, TAG_NAME).join("")}…` : name}`;
}

/** Everything about one evidence of a statement: sentence, document, speaker, rule, certainty. */
export function evidenceBlock(statement, number, step, { tags = true } = {}) {
  const evidence = statement.evidence[number];
  if (!evidence) return el("div", { class: "evidence" }, el("p", { class: "meta" }, t("noEvidence")));
  const many = statement.evidence.length;
  const head = el("div", { class: "evidence-head" }, el("h4", {}, `${t("evidence")} ${number + 1} / ${many}`));
  if (many > 1 && step) {
    head.append(
      el("button", { type: "button", class: "flat icon", "aria-label": `${t("evidence")} −`, disabled: number === 0, onclick: () => step(number - 1) }, icon("left")),
      el("button", { type: "button", class: "flat icon", "aria-label": `${t("evidence")} +`, disabled: number === many - 1, onclick: () => step(number + 1) }, icon("right")),
    );
  }
  return el("div", { class: "evidence" }, head, evidenceText(evidence, statement, { tags }), sourceLine(evidence), factsOf(evidence));
}

function sourceLine(evidence) {
  const { title: name, date, url, id } = evidence.document;
  return el("div", { class: "source" },
    name ? el("p", { class: "doc-title" }, nameOf(name)) : null,
    el("p", { class: "meta" },
      el("span", {}, date || t("noDate")), el("bdi", { class: "doc-id" }, id),
      url ? el("span", { class: "push" }, link(url, t("open"))) : null));
}

function factsOf(evidence) {
  const certainty = evidence.polarity === "negated" ? "negated" : evidence.modality;
  const rows = [
    [t("whoSays"), evidence.source ? speaker(evidence.source) : t("documentTag")],
    [t("standing"), standingOf(evidence, certainty)],
    [t("rule"), el("code", {}, evidence.rule)],
  ];
  for (const name of ["time", "item", "title", "place"]) {
    if (evidence.qualifiers[name]) rows.push([t(name), nameOf(evidence.qualifiers[name])]);
  }
  if (evidence.copies) rows.push([t("copies", { n: evidence.copies }), ""]);
  return el("dl", { class: "facts" }, rows.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

/** Both marks where both apply: a denied plan is 否定 and 予定. */
export function standingOf(said, certainty) {
  const out = [certaintyMark(certainty, t(certainty)) ?? t("actual")];
  if (certainty === "negated" && said.modality !== "actual") out.push(" ", certaintyMark(said.modality, t(said.modality)));
  return out;
}

function speaker(name) {
  const entity = entities[entityIndex.get(name)];
  return entity ? [glyph(entity.type, 12), " ", nameOf(displayName(entity))] : nameOf(name);
}
