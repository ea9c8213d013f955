"""Mention → Entity: one document's names brought together – abbreviations it introduces, short forms, family names,
words that point back, organs without their state."""

from kg.resolve.resolve import resolve_mentions

__all__ = ["resolve_mentions"]
