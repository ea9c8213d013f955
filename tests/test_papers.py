"""README and CONTRIBUTING: every command in them exists, every file they name is there."""

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

ROOT = Path(__file__).parents[1]
PAPERS = ("README.md", "CONTRIBUTING.md", "docs/README.md", "rules/README.md")
FIRST_WORDS = re.compile(r"^(kg|make) .*", re.MULTILINE)
INLINE = re.compile(r"`((?:kg|make) [^`…]+)`")


def commands(program):
    """Each (paper, command line) of a program, from code blocks and running text."""
    found = []
    for paper in PAPERS:
        text = (ROOT / paper).read_text(encoding="utf-8")
        blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        lines = [match.group() for block in blocks for match in FIRST_WORDS.finditer(block)]
        lines += [match.group(1) for match in INLINE.finditer(re.sub(r"```.*?```", "", text, flags=re.DOTALL))]
        found += [(paper, line) for line in lines if line.startswith(program + " ")]
    return sorted(set(found))


@pytest.mark.parametrize(("paper", "line"), commands("kg"))
def test_kg_command_exists_with_its_options(paper, line):
    from kg.cli import main

    words = shlex.split(line.split(" > ")[0], comments=True)[1:]
    command, context = main, click.Context(main, info_name="kg")
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words[0])
        assert found is not None, f"{paper}: kg has no command {words[0]}"
        command, context = found, click.Context(found, parent=context, info_name=words.pop(0))
    command.make_parser(context).parse_args(list(words))  # raises for an unknown option


@pytest.mark.parametrize(("paper", "line"), commands("make"))
def test_make_target_exists(paper, line):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    target = shlex.split(line, comments=True)[1]
    assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{paper}: make has no target {target}"


@pytest.mark.parametrize("paper", PAPERS)
def test_linked_files_exist(paper):
    text = (ROOT / paper).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / paper).parent.joinpath(link).exists()] == []


def yaml_blocks():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


def test_readmes_name_and_rule_are_what_the_tool_reads(tmp_path):
    """The tour's examples hold when laid over the shipped rules as it says."""
    from kg.model import Document
    from kg.pipeline import extract
    from kg.rulebook import load_rulebook

    names, rule = yaml_blocks()
    for folder, content in (("entities", names), ("relations", rule)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    examples = [*names["examples"], *rule["examples"]]
    documents = [Document(id=str(number), text=example["text"]) for number, example in enumerate(examples)]
    for example, found in zip(examples, extract(documents, load_rulebook(extra=[tmp_path])), strict=True):
        if "mentions" in example:
            assert [f"{mention.text} → {mention.entity}" for mention in found.mentions] == example["mentions"]
        else:
            triples = [[s.subject, s.relation, s.object] for s in found.statements if s.relation == rule["relation"]]
            assert triples == example["expect"]
