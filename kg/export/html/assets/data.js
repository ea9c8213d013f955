// The data of the page: read once, indexed, never changed.

import { currentLanguage } from "./i18n.js";

const raw = JSON.parse(document.getElementById("kg-data").textContent);

export const network = JSON.parse(document.getElementById("kg-network").textContent);
export const title = raw.title;
export const types = raw.types;
export const families = raw.families;
export const relations = raw.relations;
export const documents = raw.documents;
export const entities = raw.entities.map((entity, index) => ({ aliases: [], ...entity, index, near: new Map(), statements: [] }));
export const entityIndex = new Map(entities.map((entity) => [entity.id, entity.index]));

export const statements = raw.statements.map((s, index) => ({
  index, subject: s.s, object: s.o, relation: s.r, family: relations[s.r].family, symmetric: relations[s.r].symmetric,
  certainty: s.p === "negated" ? "negated" : s.m, polarity: s.p, modality: s.m, qualifiers: s.q,
  date: s.d, documents: s.n, independent: s.i, pair: pairKey(s.s, s.o),
  evidence: s.e.map(([document_, text, start, end, rule, polarity, modality, parts, qualifiers, copies]) => ({
    document: documents[document_], text, start, end, rule: raw.rules[rule], polarity, modality, parts, qualifiers, source: qualifiers.source, copies,
  })),
}));

/** Pairs of entities that statements link: key → { a, b, statements }. */
export const pairs = new Map();
for (const s of statements) {
  entities[s.subject].statements.push(s);
  if (s.object !== s.subject) entities[s.object].statements.push(s);
  if (s.subject === s.object) continue;
  if (!pairs.has(s.pair)) pairs.set(s.pair, { key: s.pair, a: Math.min(s.subject, s.object), b: Math.max(s.subject, s.object), statements: [] });
  pairs.get(s.pair).statements.push(s);
  entities[s.subject].near.set(s.object, s.pair);
  entities[s.object].near.set(s.subject, s.pair);
}

export const CERTAINTY = ["actual", "planned", "possible", "negated"];
export const typeById = new Map(types.map((type) => [type.id, type]));
export const familyById = new Map(families.map((family) => [family.id, family]));

/** The undirected key of two entities. */
export function pairKey(one, other) {
  return one < other ? `${one}-${other}` : `${other}-${one}`;
}

/** An entity's name in the language of the page. */
export function displayName(entity) {
  return (currentLanguage() === "en" && entity.en) || entity.id;
}

/** Statements, best attested first, newest first among equals. */
export function byStrength(list) {
  return [...list].sort((x, y) => y.independent - x.independent || y.documents - x.documents || compareDates(y.date, x.date) || x.index - y.index);
}

export function compareDates(x, y) {
  return (x || "") < (y || "") ? -1 : (x || "") > (y || "") ? 1 : 0;
}

/** `text.slice` in code points, as the offsets of evidence count. */
export function sliceCodePoints(text, start, end) {
  return Array.from(text).slice(start, end).join("");
}
