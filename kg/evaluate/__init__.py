"""Extractions against gold texts and against the examples of the rules: how right they are, and where not.

``evaluate(gold_path, extractions)`` gives a ``Report``: its ``rows()`` are the figures to print, ``errors`` what was
missed and what was wrong in each document. ``rule_precision(gold_path, extractions)`` gives how often each rule was
right. ``run_examples(rulebook)`` gives one ``Outcome`` for each example of the rule files, ``differences`` empty
where it came out as expected.
"""

from kg.evaluate.examples import Outcome, compare_example, run_examples
from kg.evaluate.report import DocumentErrors, Figure, Report
from kg.evaluate.rules import RuleFigure, rule_precision
from kg.evaluate.score import evaluate

__all__ = [
    "DocumentErrors",
    "Figure",
    "Outcome",
    "Report",
    "RuleFigure",
    "compare_example",
    "evaluate",
    "rule_precision",
    "run_examples",
]
