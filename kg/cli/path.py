"""``kg path``: how two entities hang together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import store_option
from kg.cli.query import MODALITY, filter_options, wanted_of

if TYPE_CHECKING:
    from kg.model import EntityId
    from kg.query import Path as Chain
    from kg.store import Label, Store, StoredStatement


@click.command(epilog="""\b
Examples:
  kg path 日本 グリーンランド
  kg path マーデン 中国 --max-hops 3 --avoid 米国
  kg path 日本 リチウム --family 経済 --json""")
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--max-hops", type=click.IntRange(1, 20), default=4, show_default=True, help="Longest path.")
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="Print at most so many paths.")
@click.option("--avoid", multiple=True, help="Entity that no path leads through, such as one that links everything.")
@filter_options
@store_option
@click.option("--json", "as_json", is_flag=True, help="JSON, with evidence.")
def path(
    start: str, end: str, max_hops: int, limit: int, avoid: tuple[str, ...], store_path: Path, *, as_json: bool,
    **wanted: Any,
) -> None:  # fmt: skip
    """Print the shortest paths from A to B, best supported first, each step with a sentence that says it.

    Exit code 0 when there is a path, 1 when there is none within --max-hops, 2 for an error.
    """
    from kg.cli.group import NOTHING
    from kg.query import find_entities, find_paths
    from kg.store import open_store

    with open_store(store_path) as store:
        barred = [entity for name in avoid for entity in find_entities(store, name)]
        paths = find_paths(
            store, find_entities(store, start), find_entities(store, end), max_hops=max_hops, limit=limit,
            avoid=barred, wanted=wanted_of(store, **wanted),
        )  # fmt: skip
        _print_json(store, paths) if as_json else _print_text(store, paths)
    if not paths:
        click.get_current_context().exit(NOTHING)


def _print_text(store: Store, paths: list[Chain]) -> None:
    from kg.cli.tables import printable

    relations = store.relations()
    for number, chain in enumerate(paths):
        if number:
            click.echo()
        click.echo(printable(" – ".join(chain.nodes)))
        for at, hop in enumerate(chain.hops):
            for statement in hop:
                click.echo(printable(f"  {_step(relations, statement, chain.nodes[at])}"))
            evidence = next(store.evidence([hop[0].id]))
            click.echo(printable(f"      {evidence.text.strip()}  ({evidence.document})"))


def _step(relations: dict[str, Label], s: StoredStatement, here: EntityId) -> str:
    """``中国 →規制→ レアアース``, read from the node ``here``."""
    relation = relations[s.relation]
    marks = ["否定"] * (s.polarity.value == "negated") + [MODALITY[s.modality]] * (s.modality.value != "actual")
    label = relation.label + (f"({'・'.join(marks)})" if marks else "")
    one, two = (s.subject, s.object) if s.subject == here else (s.object, s.subject)
    if relation.symmetric:
        return f"{one} ―{label}― {two}"
    return f"{one} ―{label}→ {two}" if s.subject == here else f"{one} ←{label}― {two}"


def _print_json(store: Store, paths: list[Chain]) -> None:
    from kg.export.records import statement_record
    from kg.query import Answer

    relations = store.relations()
    types = {entity.id: entity.type for entity in store.entities()}

    def record(s: StoredStatement) -> dict[str, Any]:
        return statement_record(Answer(s, tuple(store.evidence([s.id]))), relations=relations, types=types)

    found = [
        {"nodes": list(chain.nodes), "hops": [[record(s) for s in hop] for hop in chain.hops]} for chain in paths
    ]
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
