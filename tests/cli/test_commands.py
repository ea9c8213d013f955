"""Commands over hand-made graphs: output, exit codes, hostile input."""

# ruff: noqa: ISC004 – expected output is written a line a string

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from graph_making import ENTITIES, ONTOLOGY, build, extraction, news

from kg.cli import main
from kg.cli.group import COMMANDS
from kg.errors import DocumentError
from kg.model import Document, Entity, EntityType, Extraction

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build(tmp_path / "kg.sqlite").close()
    return tmp_path / "kg.sqlite"


@pytest.fixture
def run(store: Path) -> Run:
    """Call ``kg`` on the small graph."""

    def call(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, env={"KG_STORE": str(store)}, input=stdin, catch_exceptions=False)

    return call


def told(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def test_query_prints_an_aligned_table(run: Run) -> None:
    assert told(run("query", "? ? ?")) == (
        0,
        "主語              関係  目的語    肯否  様相  期間                   典拠\n"
        "インドネシア      会談  欧州連合  肯定  実際                         1\n"
        "インドネシア政府  規制  ニッケル  肯定  実際  2019-09-02–2020-01-01  3(2)\n"
        "チリ              供給  欧州連合  否定  実際                         1\n",
        "",
    )


def test_query_explains_with_the_sentences(run: Run) -> None:
    assert told(run("query", "--object", "ニッケル", "--explain")) == (
        0,
        "主語              関係  目的語    肯否  様相  期間                   典拠\n"
        "インドネシア政府  規制  ニッケル  肯定  実際  2019-09-02–2020-01-01  3(2)\n"
        "    a:1  2019-09-02 予定  [restricts.test]\n"
        "      インドネシア政府はニッケル鉱石の輸出を禁じる方針だ。\n"
        "    a:2  2020-01-01 実際 item=輸出 time=2020-01-01  [restricts.test]\n"
        "      インドネシア政府は1日、ニッケルの輸出を禁じた。\n"
        "    b:1  2020-01-01 実際 item=輸出 time=2020-01-01  [restricts.test]\n"
        "      インドネシア政府は1日、ニッケルの輸出を禁じた。\n",
        "",
    )


CODES = [
    (("query", "チリ ? ?"), 0, ""),
    (("query", "チリ 規制 ?"), 1, ""),
    (("query", "チリ 規制 ?", "--count"), 1, ""),
    (("query", "チリ 規 ?"), 2, "kg: no relation is called '規'; did you mean 規制?\n"),
    (("query", "ペルー ? ?"), 2, "kg: no entity is called 'ペルー'\n"),
    (("query", "--since", "x"), 2,
     "kg: since: 'x' is no date; expected one such as 2026, 2026-01 or 2026-01-12\n"),
    (("path", "インドネシア政府", "ニッケル"), 0, ""),
    (("path", "チリ", "インドネシア"), 0, ""),
    (("path", "チリ", "ニッケル"), 1, ""),
    (("path", "チリ", "ペルー"), 2, "kg: no entity is called 'ペルー'\n"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "errors"), CODES)
def test_exit_codes(run: Run, arguments: tuple[str, ...], code: int, errors: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (code, errors)


def test_usage_errors_end_with_2_and_name_near_commands(run: Run) -> None:
    result = run("qury")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "Error: No such command 'qury'. Did you mean query?"


def test_no_graph_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    assert told(run("query", "--store", str(path))) == (2, "", f"kg: {path}: no graph here; `kg build` makes one\n")


def test_the_default_store_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["query"], env={"KG_STORE": None})
    assert told(result) == (2, "", "kg: output/kg.sqlite: no graph here; `kg build` makes one\n")


def test_query_json_and_jsonl_are_the_same_records(run: Run) -> None:
    whole = json.loads(run("query", "--json").stdout)
    lines = [json.loads(line) for line in run("query", "--jsonl").stdout.splitlines()]
    assert whole == lines
    assert [(r["subject"], r["relation"], r["object"], len(r["evidence"])) for r in whole] == [
        ("インドネシア", "meets", "欧州連合", 2),
        ("インドネシア政府", "restricts", "ニッケル", 3),
        ("チリ", "supplies", "欧州連合", 1),
    ]


def test_query_json_of_nothing_is_an_empty_list(run: Run) -> None:
    assert told(run("query", "チリ 規制 ?", "--json")) == (1, "[]\n", "")


@pytest.mark.parametrize(("flag", "delimiter"), [("--csv", ","), ("--tsv", "\t")])
def test_query_rows(run: Run, flag: str, delimiter: str) -> None:
    text = run("query", flag, "--limit", "2").stdout.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert [(row["subject"], row["object"], row["evidence"]) for row in rows] == [
        ("インドネシア", "欧州連合", "2"),
        ("インドネシア政府", "ニッケル", "3"),
    ]


def test_path_tells_each_step_with_a_sentence(run: Run) -> None:
    assert told(run("path", "チリ", "尼")) == (
        0,
        "チリ – 欧州連合 – インドネシア\n"
        "  チリ ―供給(否定)→ 欧州連合\n"
        "      チリはリチウムをEUに供給していない。  (c:1)\n"
        "  欧州連合 ―会談― インドネシア\n"
        "      欧州連合とインドネシアは協議した。  (b:2)\n",
        "",
    )


def test_path_json(run: Run) -> None:
    [path] = json.loads(run("path", "チリ", "尼", "--json").stdout)
    assert path["nodes"] == ["チリ", "欧州連合", "インドネシア"]
    assert [[s["relation"] for s in hop] for hop in path["hops"]] == [["supplies"], ["meets"]]


def test_entities_are_listed_by_evidence(run: Run) -> None:
    assert told(run("entities")) == (
        0,
        "名称              種類        言及  文書  初出        最新        隣接  典拠\n"
        "欧州連合          団体           3     2                             2     3\n"
        "インドネシア      国             5     4  2019-09-02  2020-01-02     1     2\n"
        "インドネシア政府  国家機関       3     3  2019-09-02  2020-01-02     1     2\n"
        "ニッケル          資源・物資     3     3  2019-09-02  2020-01-02     1     2\n"
        "チリ              国             1     1                             1     1\n",
        "",
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--type", "国"), ["インドネシア", "チリ"]),
        (("--type", "企業"), []),
        (("--sort", "betweenness", "--limit", "1"), ["欧州連合"]),
        (("--sort", "id", "--limit", "2"), ["インドネシア", "インドネシア政府"]),
        (("--isolated", "--type", "RESOURCE"), ["ニッケル", "リチウム"]),
    ],
)
def test_entities_in_every_form(run: Run, options: tuple[str, ...], expected: list[str]) -> None:
    result = run("entities", "--jsonl", *options)
    assert (result.exit_code, [json.loads(line)["id"] for line in result.stdout.splitlines()]) == (
        0 if expected else 1, expected,
    )  # fmt: skip
    assert [row["id"] for row in json.loads(run("entities", "--json", *options).stdout)] == expected
    for flag, delimiter in (("--csv", ","), ("--tsv", "\t")):
        text = run("entities", flag, *options).stdout.lstrip("\ufeff")
        assert [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)] == expected


@pytest.mark.parametrize("format_", ["html", "graphml", "gexf", "csv", "jsonl"])
def test_export_to_a_file_and_to_stdout_are_the_same(run: Run, tmp_path: Path, format_: str) -> None:
    result = run("export", "--format", format_, "-o", "-")
    path = tmp_path / f"x.{format_}"
    assert told(run("export", "--format", format_, "-o", str(path))) == (0, "", f"{path}\n")
    assert result.stdout_bytes == path.read_bytes()


def test_export_goes_beside_the_store_by_default(run: Run, store: Path) -> None:
    assert run("export", "--format", "jsonl").exit_code == 0
    assert len((store.parent / "graph.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_export_takes_filters(run: Run) -> None:
    lines = run("export", "--format", "jsonl", "-o", "-", "--family", "経済").stdout.splitlines()
    assert [json.loads(line)["subject"] for line in lines] == ["チリ"]


def test_export_refuses_what_the_format_cannot(run: Run) -> None:
    assert told(run("export", "--format", "gexf", "--pairs")) == (
        2, "", "kg: format gexf does not take 'pairs'; it is for graphml\n",
    )  # fmt: skip


HOSTILE = "\x1b[31m赤\n\u202e'; DROP TABLE statements; --\""


def test_hostile_names_are_printed_as_escapes(tmp_path: Path) -> None:
    entities = {HOSTILE: Entity(HOSTILE, EntityType.COMPANY), "チリ": ENTITIES["チリ"]}
    told_ = extraction("x:1", (f"{HOSTILE}はチリに供給した。", [(HOSTILE, "supplies", "チリ", {})]), entities=entities)
    build(tmp_path / "kg.sqlite", [told_]).close()
    safe = "\\x1b[31m赤\\n\\u202e'; DROP TABLE statements; --\""
    for arguments in (["query", "--explain"], ["query", "--subject", HOSTILE], ["path", HOSTILE, "チリ"]):
        result = CliRunner().invoke(main, arguments, env={"KG_STORE": str(tmp_path / "kg.sqlite")})
        assert (result.exit_code, safe in result.stdout) == (0, True)
        assert not set(result.stdout) & {"\x1b", "\u202e"}
    store = {"KG_STORE": str(tmp_path / "kg.sqlite")}
    result = CliRunner().invoke(main, ["query", "--subject", HOSTILE[1:]], env=store)
    assert (result.exit_code, "\u202e" in result.stderr) == (2, False)


# -- build and extract, with stand-ins for what reads Japanese ------------------------------------------------------


class FakeRules:
    """What ``kg build`` needs of a rulebook."""

    ontology = ONTOLOGY
    digest = "1"


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Documents are read by looking them up among ``news``; the list holds the ids that were read."""
    known = {e.document.text: e for e in news()}
    read: list[str] = []

    def fake(documents: Iterable[Document | DocumentError], *_: object, **__: object) -> Iterator[object]:
        for document in documents:
            if isinstance(document, DocumentError):
                yield document
                continue
            read.append(document.id)
            yield _as(known[document.text], document)

    monkeypatch.setattr("kg.pipeline.extract", fake)
    monkeypatch.setattr("kg.rulebook.load_rulebook", lambda **_: FakeRules())
    return read


def _as(found: Extraction, document: Document) -> Extraction:
    """The extraction of a text under another id."""
    import dataclasses

    return dataclasses.replace(
        found,
        document=document,
        sentences=tuple(dataclasses.replace(s, document=document.id) for s in found.sentences),
        statements=tuple(
            dataclasses.replace(
                s, evidence=tuple(dataclasses.replace(e, document=document.id) for e in s.evidence)
            )
            for s in found.statements
        ),
    )


def write_news(path: Path) -> None:
    path.write_text("".join(e.document.text + "\n" for e in news() if e.document.id != "b:1"), encoding="utf-8")


def run_build(*arguments: str) -> tuple[int, str, str]:
    return told(CliRunner().invoke(main, ["build", *arguments], catch_exceptions=False))


def test_build_writes_store_page_and_graphml(tmp_path: Path, reading: list[str]) -> None:
    write_news(tmp_path / "news.txt")
    out = tmp_path / "out"
    assert run_build(str(tmp_path / "news.txt"), "-o", str(out)) == (
        0,
        "",
        "4 documents (4 new, 0 read again, 0 unchanged), 3 statements\n"
        f"  {out}/kg.sqlite\n  {out}/graph.html\n  {out}/graph.graphml\n",
    )
    assert sorted(path.name for path in out.iterdir()) == [".parses.sqlite", "graph.graphml", "graph.html", "kg.sqlite"]
    assert reading == ["news:1", "news:2", "news:3", "news:4"]


def test_build_again_reads_nothing_and_gives_the_same_bytes(tmp_path: Path, reading: list[str]) -> None:
    write_news(tmp_path / "news.txt")
    out = tmp_path / "out"
    run_build(str(tmp_path / "news.txt"), "-o", str(out))
    first = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix != ".sqlite"}
    reading.clear()
    code, _, errors = run_build(str(tmp_path / "news.txt"), "-o", str(out))
    assert (code, errors.splitlines()[0]) == (0, "4 documents (0 new, 0 read again, 4 unchanged), 3 statements")
    assert reading == []
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.suffix != ".sqlite"} == first


def test_build_reads_only_what_changed_and_keeps_what_is_gone(tmp_path: Path, reading: list[str]) -> None:
    texts = [e.document.text for e in news()]
    path, out = tmp_path / "news.txt", str(tmp_path / "out")
    path.write_text(f"{texts[0]}\n{texts[3]}\n", encoding="utf-8")
    run_build(str(path), "-o", out)
    reading.clear()
    path.write_text(f"{texts[4]}\n", encoding="utf-8")
    _, _, errors = run_build(str(path), "-o", out)
    assert errors.splitlines()[0] == "2 documents (0 new, 1 read again, 0 unchanged), 2 statements"
    assert reading == ["news:1"]
    _, _, errors = run_build(str(path), "-o", out, "--prune")
    assert errors.splitlines()[0] == "1 documents (0 new, 0 read again, 1 unchanged, 1 taken out), 1 statements"


def test_build_fresh_reads_all_again(tmp_path: Path, reading: list[str]) -> None:
    write_news(tmp_path / "news.txt")
    run_build(str(tmp_path / "news.txt"), "-o", str(tmp_path / "out"))
    _, _, errors = run_build(str(tmp_path / "news.txt"), "-o", str(tmp_path / "out"), "--fresh")
    assert errors.splitlines()[0] == "4 documents (0 new, 4 read again, 0 unchanged), 3 statements"
    assert len(reading) == 8


@pytest.mark.usefixtures("reading")
def test_build_tells_what_it_could_not_read_and_takes_the_rest(tmp_path: Path) -> None:
    write_news(tmp_path / "news.txt")
    out = tmp_path / "out"
    code, _, errors = run_build(str(tmp_path / "none.txt"), str(tmp_path / "news.txt"), "-o", str(out))
    lines = errors.splitlines()
    assert (code, lines[0]) == (2, "4 documents (4 new, 0 read again, 0 unchanged), 3 statements")
    assert lines[-1] == "1 could not be read"
    assert lines[-2].startswith(f"kg: {tmp_path / 'none.txt'}: ")
    assert (out / "graph.html").is_file()


def test_build_refuses_an_id_of_another_file_but_follows_a_moved_one(tmp_path: Path, reading: list[str]) -> None:
    out = tmp_path / "out"
    one, two = tmp_path / "a" / "news.txt", tmp_path / "b" / "news.txt"
    for path, number in ((one, 0), (two, 4)):
        path.parent.mkdir()
        path.write_text(news()[number].document.text + "\n", encoding="utf-8")
    run_build(str(one), "-o", str(out))
    code, _, errors = run_build(str(two), "-o", str(out))
    assert (code, errors.splitlines()[-2]) == (
        2,
        f"kg: {two}:1: found the id 'news:1', which {one} has in this graph; expected another file name or --output",
    )
    one.unlink()
    assert run_build(str(two), "-o", str(out))[0] == 0
    assert reading == ["news:1", "news:1"]


def test_extract_writes_documents_in_order_even_without_statements(reading: list[str]) -> None:
    texts = [e.document.text for e in news()]
    result = CliRunner().invoke(main, ["extract", "-"], input=f"{texts[3]}\n{texts[0]}\n", catch_exceptions=False)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(r["id"], [s["relation"] for s in r["statements"]]) for r in records] == [
        ("stdin:1", ["meets", "meets"]),
        ("stdin:2", ["restricts"]),
    ]
    assert reading == ["stdin:1", "stdin:2"]


@pytest.mark.usefixtures("reading")
def test_extract_as_table_and_csv() -> None:
    text = news()[1].document.text + "\n"
    table = CliRunner().invoke(main, ["extract", "-", "--format", "table"], input=text, catch_exceptions=False)
    assert table.stdout == (
        "document  subject           relation   object    polarity  modality  time        item  source\n"
        "stdin:1   インドネシア政府  restricts  ニッケル  affirmed  actual    2020-01-01  輸出\n"
    )
    rows = CliRunner().invoke(main, ["extract", "-", "--format", "csv"], input=text, catch_exceptions=False)
    [row] = csv.DictReader(io.StringIO(rows.stdout.lstrip("\ufeff"), newline=""))
    assert (row["subject"], row["item"], row["text"]) == ("インドネシア政府", "輸出", text.strip())


# -- help, and the program as a process -----------------------------------------------------------------------------


def _commands() -> list[list[str]]:
    context = click.Context(main)
    found: list[list[str]] = [[]]
    for name in main.list_commands(context):
        found.append([name])
        command = main.get_command(context, name)
        if isinstance(command, click.Group):
            found += [[name, inner] for inner in command.list_commands(context)]
    return found


@pytest.mark.parametrize("command", _commands())
def test_every_command_has_help_with_examples(command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert (result.exit_code, "Examples:" in result.stdout, "  kg " in result.stdout) == (0, True, True)


def test_commands_are_all_there() -> None:
    assert set(main.list_commands(click.Context(main))) <= set(COMMANDS)


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("kg 0.")


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, check=False, **options,  # type: ignore[call-overload]
    )  # fmt: skip


def test_a_closed_pipe_ends_quietly(store: Path) -> None:
    command = f'"{sys.executable}" -m kg export --format html -o - --store "{store}" | head -c 10'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX"])
def test_output_is_utf8_in_any_locale(store: Path, locale: str) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "ascii"}
    done = process("query", "? 規制 ?", "--store", str(store), env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "インドネシア政府  規制  ニッケル" in done.stdout.decode()


def test_a_full_disk_is_an_error_without_traceback(store: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", "query", "--json", "--store", str(store)], stdout=full,
            stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, b"kg: [Errno 28] No space left on device\n")


def test_the_reference_is_up_to_date() -> None:
    from kg.cli.reference import reference

    page = Path(__file__).parents[2] / "docs" / "cli.md"
    assert page.read_text(encoding="utf-8") == reference()
