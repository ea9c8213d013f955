// What the reader takes away: the table as CSV, the picture as PNG, the address.

import { byId } from "./dom.js";
import { entities, relations, statements, title } from "./data.js";
import { colours } from "./draw.js";
import { currentLanguage, t } from "./i18n.js";
import { matching } from "./state.js";
import { toast } from "./toast.js";

const HEAD = ["date", "subject", "relation", "object", "item", "certainty", "modality", "independent", "articles", "evidence", "document", "link", "rule"];

/** A cell of text: quoted, and never a formula for a spreadsheet. */
function cell(value) {
  const text = String(value ?? "");
  const plain = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** The statements that pass, with their first evidence, as CSV for spreadsheets (UTF-8 with a mark, CRLF). */
export function csvOf(list) {
  const rows = list.map((s) => {
    const evidence = s.evidence[0];
    const sentence = evidence ? Array.from(evidence.text).slice(evidence.start, evidence.end).join("") : "";
    return [
      cell(s.date), cell(entities[s.subject].id), cell(relations[s.relation][currentLanguage()]), cell(entities[s.object].id), cell(s.qualifiers.item),
      cell(t(s.polarity === "negated" ? "negated" : "affirmed")), cell(t(s.modality)), s.independent, s.documents, cell(sentence),
      cell(evidence?.document.id), cell(evidence?.document.url), cell(evidence?.rule),
    ].join(",");
  });
  return `\ufeff${[HEAD.map((word) => cell(t(word === "document" ? "documentTag" : word))).join(","), ...rows].join("\r\n")}\r\n`;
}

function save(blob, ending) {
  const link_ = document.createElement("a");
  link_.href = URL.createObjectURL(blob);
  link_.download = `${title.replace(/[\\/:*?"<>|\u0000-\u001f\u202a-\u202e\u2066-\u2069]/g, "_").slice(0, 80)}.${ending}`;
  link_.click();
  setTimeout(() => URL.revokeObjectURL(link_.href), 10000);
}

export function saveCsv() {
  const keep = matching();
  save(new Blob([csvOf(statements.filter((s) => keep.has(s.index)))], { type: "text/csv" }), "csv");
}

/** The picture as it is on the screen, on its ground. */
export function savePng() {
  const drawn = byId("canvas").querySelector("canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [drawn.width, drawn.height];
  const ctx = copy.getContext("2d");
  ctx.fillStyle = colours()["bg-canvas"];
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  copy.toBlob((blob) => blob && save(blob, "png"));
}

export async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    toast(t("copied"));
  } catch {
    toast(t("copyFailed"));
  }
}
