"""The keys of each kind of thing in the rule files: which may stand, which must."""

from __future__ import annotations

from collections.abc import Mapping

IDENTITY = ("id", "name", "relation", "sense", "word", "case", "text")
"""The keys that name a thing in messages, first found first."""

CONDITION = ("words", "not_words", "senses", "types", "not_types", "present")
CONTEXT = ("before", "after", "not_before", "not_after", "near", "not_near")

KEYS: Mapping[str, tuple[str, ...]] = {
    # files
    "ontology": ("groups", "types", "families", "relations"),
    "entity file": ("entities", "organs", "examples"),
    "titles file": ("titles", "prefixes"),
    "names file": (
        "patterns", "affixes", "deixis", "compounds", "short_heads", "short_blocks", "surnames", "foreign_organs",
        "separate_words", "head_titles", "examples",
    ),
    "senses file": ("senses",),
    "particles file": ("particles",),
    "operators file": ("operators",),
    "nouns file": (
        "transparent", "areas", "parts", "things", "people", "concurrent", "partitives",
        "adverbs", "formal", "goods", "tails", "contents", "descriptors",
    ),
    "times file": (
        "eras", "words", "parts", "part_blocks", "amounts", "not_before", "year_marks", "kanji_day_blocks",
        "kanji_day_marks", "day_blocks", "ago_blocks", "examples",
    ),
    "relations file": ("relations", "relation", "means", "frames", "examples"),
    # ontology
    "type": ("label", "en", "means"),
    "family": ("label", "en"),
    "relation": ("label", "en", "family", "subject", "object", "symmetric", "code", "means"),
    # names
    "entity": (
        "id", "type", "aliases", "en", "reading", "wikidata", "country", "iso", "short", "prefix",
        "other_shorts", "organ_prefixes",
    ),
    "alias": ("text", *CONTEXT),
    "organ": ("word", "canonical", "en", "bare", "home", "countries"),
    "title": ("word", "en", "office", "of", "stands"),
    "pattern": (
        "id", "type", "suffix", "prefix", "before", "after", "not_words", "shapes", "quoted", "needs", "drop", "proper",
        "long",
    ),
    "affix": ("text", "side", "role", "sense"),
    "deixis": ("word", "types", "count", "home"),
    "compound": ("text", *CONTEXT),
    # words
    "sense": ("sense", "means", "cases", "genitive", "compound", "words"),
    "particle": ("case", "forms", "role"),
    "operator": (
        "id", "kind", "words", "auxiliaries", "polarity", "modality", "standing", "agent", "says", "over", "means",
    ),
    # relations
    "relation rules": ("relation", "means", "frames", "examples"),
    "frame": (
        "name", "triggers", "subject", "object", "between", "item", "title", "place", "subject_types", "object_types",
        "when", "standing", "polarity", "modality", "kinds", "over",
        "clause_polarity", "not_under", "means",
    ),
    "condition": CONDITION,
    # examples
    "example": ("text", "date", "expect"),
    "mention example": ("text", "mentions"),
    "time example": ("text", "date", "times"),
    # dates
    "time word": ("words", "unit", "offset", "from", "month", "part", "not_after", "not_before"),
}

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "type": ("label", "en"),
    "family": ("label", "en"),
    "relation": ("label", "en", "family", "subject", "object"),
    "entity": ("id",),
    "alias": ("text",),
    "organ": ("word",),
    "title": ("word",),
    "pattern": ("id", "type"),
    "affix": ("text", "side"),
    "deixis": ("word",),
    "compound": ("text",),
    "sense": ("sense",),
    "particle": ("case", "forms", "role"),
    "operator": ("id", "kind"),
    "relation rules": ("relation",),
    "frame": ("name", "triggers"),
    "example": ("text", "expect"),
    "mention example": ("text", "mentions"),
    "time example": ("text", "times"),
    "time word": ("words",),
}
