"""Extractions against gold texts and against the examples of the rules: how right they are, and where not.

``evaluate(gold_path, extractions)`` gives a ``Report``: its ``rows()`` are the figures to print, ``errors`` what was
missed and what was wrong in each document. ``rule_precision(gold_path, extractions)`` gives how often each rule was
right. ``run_examples(rulebook)`` gives one ``Outcome`` for each example of the rule files, ``differences`` empty
where it came out as expected. ``type_figures(gold_path, read_names(gold_path, without_gazetteer(rulebook)))`` says how
many names of each type are found that no list holds.
"""

from kg.evaluate.ablation import read_names, type_figures, without_gazetteer
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
    "read_names",
    "rule_precision",
    "run_examples",
    "type_figures",
    "without_gazetteer",
]
