"""``kg explain``: what each stage made of a text, for people who ask why."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import rules_option

if TYPE_CHECKING:
    from kg.model import Argument, Clause, Document, Mention, Parse, Sentence, Statement
    from kg.pipeline.stages import Named
    from kg.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Account:
    """What the stages found in one text."""

    named: Named
    parses: tuple[Parse, ...]
    clauses: tuple[Clause, ...]
    statements: tuple[Statement, ...]


@click.command(epilog="""\b
Examples:
  kg explain '中国商務省はガリウムの対米輸出を禁止した。'
  kg explain --date 2026-01-12 '両国は同日、協議した。' --json
  kg explain --why '中国は輸出の禁止を検討した。'     every rule tried, and what each lacked
  head -1 news.txt | kg explain -""")
@click.argument("text")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of the text, for 同日, 昨年 and such.")
@click.option("--why", is_flag=True, help="Show the relation rules tried on each clause: what matched, what lacked.")
@click.option("--json", "as_json", is_flag=True, help="JSON.")
@rules_option
def explain(text: str, date: dt.datetime | None, rules: tuple[Path, ...], *, why: bool, as_json: bool) -> None:
    """Show the names, phrases, clauses and statements of TEXT (- for standard input), and how each was found."""
    from kg.model import Document
    from kg.rulebook import load_rulebook

    given = sys.stdin.read().strip() if text == "-" else text
    document = Document("text", given, date.date() if date else None)
    rulebook = load_rulebook(extra=rules)
    account = account_for(document, rulebook)
    if as_json:
        click.echo(json.dumps(_record(account), ensure_ascii=False, indent=2))
        return
    from kg.cli.tables import printable

    for line in _lines(account, rulebook if why else None):
        click.echo(printable(line))


def account_for(document: Document, rulebook: Rulebook) -> Account:
    """Send a document through the stages and keep what each gives."""
    from kg.pipeline import load_stages
    from kg.pipeline.parses import NoCache
    from kg.pipeline.stages import find_names, parse_batch

    stages = load_stages(rulebook)
    named = find_names(document, stages)
    [parses] = parse_batch([named], stages, NoCache())
    if isinstance(parses, Exception):
        raise parses
    clauses = stages.clause(named.sentences, parses, named.mentions, named.times)
    statements = stages.relate(document, named.sentences, clauses, named.entities)
    return Account(named, parses, clauses, statements)


def _lines(account: Account, why: Rulebook | None) -> Iterator[str]:
    for sentence, mentions, parse in zip(
        account.named.sentences, account.named.mentions, account.parses, strict=True
    ):
        yield f"文 {sentence.index + 1}  {sentence.text}"
        yield from _name_lines(mentions)
        for time in account.named.times[sentence.index]:
            yield f"  日時  {time.text} = {time.value} ({time.ground}, {time.precision})"
        yield f"  文節  {_bunsetsu_line(sentence, parse)}" if parse.bunsetsu else "  文節  – (names too few to relate)"
        for clause in account.clauses:
            if clause.sentence == sentence.index:
                yield from _clause_lines(clause)
                if why:
                    yield from _trace_lines(clause, account.clauses, why)
    for statement in account.statements:
        yield from _statement_lines(statement)
    if not account.statements:
        yield "文 → 関係: なし (no statement)"


def _name_lines(mentions: tuple[Mention, ...]) -> Iterator[str]:
    for m in mentions:
        known = "" if m.text == m.entity else f" → {m.entity}"
        yield f"  名前  {m.text}{known}  {m.type}  ({m.found})"


def _bunsetsu_line(sentence: Sentence, parse: Parse) -> str:
    """Phrases with the number of the phrase each depends on: 1 中国は→3."""
    parts = []
    for b in parse.bunsetsu:
        start, end = parse.tokens[b.start].start, parse.tokens[b.end - 1].end
        goal = f"→{b.governor + 1}" if b.governor >= 0 else ""
        parts.append(f"{b.index + 1}:{sentence.text[start:end].strip()}{goal}")
    return " | ".join(parts)


def _clause_lines(clause: Clause) -> Iterator[str]:
    senses = ", ".join(clause.senses) or "–"
    state = [clause.kind.value, clause.polarity.value, clause.modality.value, clause.standing.value]
    state += ["passive"] * clause.passive
    under = "" if clause.governor is None else f"  in #{clause.governor}"
    yield f"  節 #{clause.id}  {clause.lemma}  [{senses}]  {' '.join(state)}{under}"
    for argument in clause.arguments:
        yield f"      {argument.role.value}: {_argument_text(argument)}"
    for source in clause.sources:
        yield f"      says: {_argument_text(source)}"
    for mark in clause.marks:
        yield f"      mark: {mark.kind.value} ({mark.operator})"
    if clause.time:
        yield f"      time: {clause.time.text} = {clause.time.value}"


def _trace_lines(clause: Clause, clauses: tuple[Clause, ...], rulebook: Rulebook) -> Iterator[str]:
    """The frames that the clause triggers: what they found, or the first thing they lacked."""
    from kg.relations import explain_clause

    for trace in explain_clause(clause, clauses, rulebook):
        found = "; ".join(f"{one} → {two}" for one, two in trace.pairs)
        where = f"{Path(trace.source.path).name}:{trace.source.line}"
        yield f"      rule {trace.frame} ({where}): {found or f'no – {trace.reason}'}"


def _argument_text(argument: Argument) -> str:
    names = ", ".join(m.entity for m in argument.mentions)
    inner = "" if argument.clause is None else f" = #{argument.clause}"
    return f"{argument.text}{f' → {names}' if names else ''}{inner}  ({argument.case or '–'}, {argument.found.value})"


def _statement_lines(statement: Statement) -> Iterator[str]:
    marks = [statement.polarity.value, statement.modality.value]
    marks += [f"{name}={value}" for name, value in statement.qualifiers]
    rules = ", ".join(dict.fromkeys(evidence.rule for evidence in statement.evidence))
    yield f"文 → 関係: {statement.subject} – {statement.relation} → {statement.object}  {' '.join(marks)}  [{rules}]"


def _record(account: Account) -> dict[str, Any]:
    """Everything as one JSON object; offsets are local to each sentence."""
    sentences = []
    for sentence in account.named.sentences:
        parse = account.parses[sentence.index]
        sentences.append(
            {
                "text": sentence.text,
                "mentions": [
                    {"start": m.start, "end": m.end, "text": m.text, "entity": m.entity, "type": m.type.value,
                     "found": m.found}
                    for m in account.named.mentions[sentence.index]
                ],
                "times": [
                    {"start": t.start, "end": t.end, "value": t.value, "ground": t.ground.value}
                    for t in account.named.times[sentence.index]
                ],
                "bunsetsu": [
                    {"start": parse.tokens[b.start].start, "end": parse.tokens[b.end - 1].end, "governor": b.governor}
                    for b in parse.bunsetsu
                ],
                "clauses": [_clause_record(c) for c in account.clauses if c.sentence == sentence.index],
            }
        )  # fmt: skip
    return {"sentences": sentences, "statements": [_statement_record(s) for s in account.statements]}


def _clause_record(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id, "start": clause.start, "end": clause.end, "lemma": clause.lemma,
        "senses": list(clause.senses), "kind": clause.kind.value, "polarity": clause.polarity.value,
        "modality": clause.modality.value, "standing": clause.standing.value, "passive": clause.passive,
        "governor": clause.governor, "time": clause.time.value if clause.time else None,
        "arguments": [_argument_record(argument) for argument in clause.arguments],
        "sources": [_argument_record(argument) for argument in clause.sources],
        "marks": [
            {"kind": m.kind.value, "start": m.start, "end": m.end, "operator": m.operator} for m in clause.marks
        ],
    }  # fmt: skip


def _argument_record(argument: Argument) -> dict[str, Any]:
    return {
        "role": argument.role.value, "case": argument.case, "found": argument.found.value,
        "sentence": argument.sentence, "start": argument.start, "end": argument.end, "text": argument.text,
        "entities": [m.entity for m in argument.mentions], "clause": argument.clause,
    }  # fmt: skip


def _statement_record(statement: Statement) -> dict[str, Any]:
    return {
        "subject": statement.subject, "relation": statement.relation, "object": statement.object,
        "polarity": statement.polarity.value, "modality": statement.modality.value,
        "qualifiers": dict(statement.qualifiers),
        "evidence": [{"start": e.start, "end": e.end, "rule": e.rule} for e in statement.evidence],
    }  # fmt: skip
