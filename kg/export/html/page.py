"""PageData → the text of one HTML file that opens from disk and asks nothing of any network.

Data travels as JSON in ``<script type="application/json">`` and reaches the document as text only. The
Content-Security-Policy names each script and style by its hash, so nothing else can run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from html import escape
from importlib import resources
from typing import Any

from kg.errors import ExportError
from kg.export.html.choose import choose
from kg.export.html.data import PageData, PageEvidence, PageStatement
from kg.export.html.network import build_network, vis_network_script
from kg.model import Polarity

MODULES = (
    "dom.js", "i18n.js", "data.js", "state.js", "paths.js", "draw.js", "labels.js", "lines.js", "scene.js",
    "camera.js", "paint.js", "words.js", "evidence.js", "rows.js", "toast.js", "card.js", "graph.js", "hint.js",
    "history.js", "legend.js", "search.js", "table.js", "time.js", "address.js", "files.js", "main.js",
)  # fmt: skip
"""The page's modules in the order of their imports; they become one script."""
STYLES = ("tokens.css", "page.css", "parts.css")
_NOSCRIPT_ROWS = 40

_IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+", re.MULTILINE)
_TOP_LEVEL = re.compile(r"^(?:async )?(?:function\*?|const|let|class)\s+([A-Za-z_$][\w$]*)", re.MULTILINE)


def render_page(data: PageData, *, max_nodes: int) -> str:
    """The whole page as text. ``max_nodes`` entities are drawn at first."""
    network = build_network(data, choose(data, max_nodes=max_nodes))
    script, library, style = bundle_modules(), vis_network_script(), "\n".join(map(_asset, STYLES))
    policy = "; ".join([
        "default-src 'none'",
        f"script-src {_hash(library)} {_hash(script)}",
        f"style-src {_hash(style)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    return fill_template(
        _asset("template.html"),
        {
            "policy": escape(policy),
            "title": escape(clean_text(data.title)),
            "style": style,
            "noscript": _noscript(data),
            "data": json_for_script(_payload(data)),
            "network": json_for_script(network),
            "library": library,
            "script": script,
        },
    )


def json_for_script(value: Any) -> str:
    """JSON that may stand inside a ``<script>``: no ``<``, ``>``, ``&`` or line separators in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    # a lone surrogate has no UTF-8
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)


def bundle_modules() -> str:
    """The modules as one strict script: imports dropped, exports bared.

    Raises ``ExportError`` when two modules use one name at their top.
    """
    owner: dict[str, str] = {}
    parts = ['"use strict";']
    for name in MODULES:
        source = _asset(name)
        for found in _TOP_LEVEL.findall(_EXPORT.sub("", source)):
            if found in owner:
                raise ExportError(f"{name}: the name {found} is taken by {owner[found]}; expected one not yet used")
            owner[found] = name
        parts.append(_EXPORT.sub("", _IMPORT.sub("", source)))
    return "(() => {\n" + "\n".join(parts) + "\n})();"


def fill_template(template: str, values: Mapping[str, str]) -> str:
    """``template`` with each ``{{name}}`` replaced once; what a value holds is not looked at again."""
    return re.sub(r"\{\{(\w+)\}\}", lambda m: values[m[1]], template)


def clean_text(text: str) -> str:
    """``text`` without lone surrogates and NUL, which no HTML file can hold."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def safe_url(url: str | None) -> str | None:
    """``url`` where it is an http(s) address, else None."""
    return url if url and re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else None


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _payload(data: PageData) -> dict[str, Any]:
    """The page's data: entities and documents in lists, statements and evidence pointing into them."""
    entities = sorted(data.entities)
    number = {e: i for i, e in enumerate(entities)}
    documents = sorted(data.documents)
    place = {d: i for i, d in enumerate(documents)}
    rules = sorted({e.rule for s in data.statements for e in s.evidence})
    rule_number = {r: i for i, r in enumerate(rules)}

    def evidence(e: PageEvidence) -> list[Any]:
        parts = [[p.kind.value, p.start, p.end] for p in e.parts]
        return [place[e.document], e.text, e.start, e.end, rule_number[e.rule], e.polarity.value, e.modality.value,
                parts, dict(sorted(e.qualifiers.items())), e.copies]  # fmt: skip

    def statement(s: PageStatement) -> dict[str, Any]:
        return {
            "s": number[s.subject], "r": s.relation, "o": number[s.object], "p": s.polarity.value,
            "m": s.modality.value, "q": dict(sorted(s.qualifiers.items())), "d": s.date, "n": s.documents,
            "i": s.independent, "e": [evidence(e) for e in s.evidence],
        }  # fmt: skip

    return {
        "title": data.title,
        "types": [{"id": t.name, "ja": t.label, "en": t.en} for t in data.types.values()],
        "families": [{"id": f.name, "ja": f.label, "en": f.en} for f in data.families.values()],
        "relations": {
            r.name: {"ja": r.label, "en": r.en, "family": r.family, "symmetric": r.symmetric}
            for r in data.relations.values()
        },
        "entities": [
            {k: v for k, v in {
                "id": e, "type": data.entities[e].type.value, "en": data.entities[e].en,
                "reading": data.entities[e].reading, "aliases": list(data.entities[e].aliases),
                "wikidata": data.entities[e].wikidata, "country": data.entities[e].country,
            }.items() if v}
            for e in entities
        ],
        "documents": [
            {"id": d, "title": data.documents[d].title, "date": data.documents[d].date,
             "url": safe_url(data.documents[d].url)}
            for d in documents
        ],
        "rules": rules,
        "statements": [statement(s) for s in data.statements],
    }  # fmt: skip


def _noscript(data: PageData) -> str:
    """The most attested statements as a list, for readers without scripts."""
    rows = sorted(data.statements, key=lambda s: -s.independent)[:_NOSCRIPT_ROWS]
    relations = data.relations
    marks = {"planned": "予定", "possible": "可能性"}

    def row(s: PageStatement) -> str:
        mark = "否定" if s.polarity is Polarity.NEGATED else marks.get(s.modality.value, "")
        words = f"{s.subject} – {relations[s.relation].label} → {s.object}" + (f"（{mark}）" if mark else "")
        return f"<li>{escape(clean_text(words))}</li>"

    return "".join(row(s) for s in rows)
