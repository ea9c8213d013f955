// How a pair of entities is drawn: one line for all its statements that pass the filters.

import { byStrength, familyById, relations } from "./data.js";
import { labelOf, t } from "./i18n.js";

/** The look of a pair's line: the strongest statement gives dash and word, all together colour, width and heads. */
export function lookOf(pair, list) {
  const ordered = byStrength(list);
  const lead = ordered[0];
  const shares = new Map();
  for (const s of ordered) {
    const part = s.polarity === "negated" ? "negated" : s.family;
    shares.set(part, (shares.get(part) || 0) + 1);
  }
  const families = new Set(ordered.map((s) => s.family));
  const heads = {};
  for (const s of ordered) {
    if (s.symmetric || s.object === pair.a) heads.a ??= s.family;
    if (s.symmetric || s.object === pair.b) heads.b ??= s.family;
  }
  const sources = Math.max(...ordered.map((s) => s.independent));
  return {
    count: ordered.length,
    lead,
    negated: ordered.every((s) => s.polarity === "negated"),
    modality: lead.modality,
    family: families.size === 1 ? lead.family : null,
    shares: [...shares],
    heads,
    width: Math.min(2.9, Math.max(1.3, 0.9 + 0.42 * Math.sqrt(sources))),
    sources,
  };
}

/** The words on a line: 取得・予定, 否定 供給. */
export function wordOf(s) {
  const label = labelOf(relations[s.relation]);
  if (s.polarity === "negated") return `${t("negated")} ${label}`;
  return s.modality === "actual" ? label : `${label}・${t(s.modality)}`;
}

export function familyLabel(id) {
  return labelOf(familyById.get(id));
}
