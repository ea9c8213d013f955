"""Sentences → TimeExpressions: dates and periods, as ISO 8601 with X for what nobody said."""

from kg.times.find import find_times

__all__ = ["find_times"]
