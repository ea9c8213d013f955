"""The shape of the code, read from its source: direction of imports, weight, size, and where words may stand."""

import ast
import configparser
import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from graph_making import build

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "kg").rglob("*.py"))
ORDER = (
    *("model", "errors", "resources", "rulebook", "documents", "sentences", "mentions", "resolve"),
    *("times", "syntax", "clauses", "relations", "pipeline", "interchange"),
    *("store", "graph", "query", "evaluate", "export", "cli", "__main__"),
)
READERS = ORDER[ORDER.index("rulebook") : ORDER.index("store")]
"""The stages that read Japanese; the later ones speak to people, and have labels."""
HEAVY = {
    "ahocorasick",
    "ginza",
    "networkx",
    "numpy",
    "pyvis",
    "rapidfuzz",
    "spacy",
    "sudachipy",
    "thinc",
    "trafilatura",
}
LONGEST_FILE = 400
LONG_BY_NATURE = {"kg/rulebook/types.py": "plain types without behaviour, the one shape of rules/ in memory"}
UNIMPORTED = {"ja-ginza", "lxml-html-clean"}
"""Needed without an import of ours: the model that spaCy loads by name, and trafilatura's cleaner."""


def name(path):
    return path.relative_to(ROOT).as_posix()


def each_file(paths=FILES):
    return pytest.mark.parametrize("path", paths, ids=name)


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(node, package):
    """The modules that an import statement names, in full."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = package[: len(package) - node.level + 1] if node.level else []
    module = ".".join([*base, *([node.module] if node.module else [])])
    # from kg import times: what is imported is kg.times
    return [f"kg.{alias.name}" for alias in node.names] if module == "kg" else [module]


def package_of(path):
    return list(path.relative_to(ROOT).parent.parts)


def stage(module):
    """``kg.store.write`` → ``store``."""
    return module.split(".")[1]


def at_import(node):
    """The statements that run when the module is imported, those inside ``if`` and ``try`` too."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from at_import(child)


@each_file([path for path in FILES if path != ROOT / "kg" / "__init__.py"])
def test_no_stage_imports_a_later_one(path):
    here = path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")
    assert here in ORDER, f"{here} has no place in the order of the stages"
    modules = [m for node in ast.walk(tree(path)) for m in imported(node, package_of(path)) if m.startswith("kg.")]
    assert [m for m in modules if ORDER.index(stage(m)) > ORDER.index(here)] == []


@each_file()
def test_heavy_packages_are_imported_inside_functions(path):
    modules = [m for node in at_import(tree(path)) for m in imported(node, package_of(path))]
    assert [m for m in modules if m.split(".")[0] in HEAVY] == []


@each_file()
def test_module_begins_with_its_contract(path):
    assert ast.get_docstring(tree(path))


@each_file([path for path in FILES if name(path) not in LONG_BY_NATURE])
def test_file_is_of_legal_length(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_dependencies_are_those_imported():
    """What setup.cfg declares is what the code imports, no more and no less."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = config["options"]["install_requires"].split("\n")
    declared = {plain(re.split("[<>=~!;]", line)[0]) for line in lines if line.strip() and not line.startswith("#")}
    modules = {m.split(".")[0] for path in FILES for node in ast.walk(tree(path)) for m in imported(node, [])}
    third_party = modules - set(sys.stdlib_module_names) - {"kg", ""}
    owners = packages_distributions()
    assert {plain(owners[module][0]) for module in third_party} | UNIMPORTED == declared


def test_every_dependency_has_an_exact_version():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    wanted = config["options"]["install_requires"] + config["options.extras_require"]["test"]
    fixed = {plain(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line}
    assert {plain(re.split("[<>=~!;]", line)[0]) for line in wanted.split("\n") if line.strip()} - fixed == set()


def plain(distribution):
    return re.sub("[-_.]+", "-", distribution.strip()).lower()


WORD = "[\u4e00-\u9fff\u30a1-\u30fa\u30fc]{2,}"
GRAMMAR = re.compile(
    "(?:代?名詞|動詞|形容詞|形状詞|副詞|連体詞|接続詞|感動詞|助詞|助動詞|接頭辞|接尾辞|記号|補助記号|空白)(?:-.*)?"
    "|カラ|ヨリ|マデ|(?:サ変|サ変形状詞|副詞|形状詞|助数詞|非自立)可能"
)
"""UniDic's names for kinds of words are a closed class of their own, as are those of the surface cases."""
ALTERNATIVES = re.compile(f"{WORD}(?:[|,、/ ]{WORD})+")


def words(node):
    """Japanese words with meaning in a literal: strings with two kanji or katakana in a row in a collection, or
    strung together in one string. Grammar (に対して, れる) and single signs are none."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.Dict)):
        parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
        values = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        found = [value for value in values if re.search(WORD, value) and not GRAMMAR.fullmatch(value)]
        return found if len(found) > 1 else []
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [found.group() for found in ALTERNATIVES.finditer(node.value)]
    return []


def docstrings(module):
    """The string statements of a module: docstrings and those under attributes."""
    return {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("X = ('方針', '計画')", ["方針", "計画"]),
        ("X = {'大統領': 1, '首相': 2}", ["大統領", "首相"]),
        ("X = re.compile('検討|意向|計画')", ["検討|意向|計画"]),
        ("X = '方針 計画'.split()", ["方針 計画"]),
        ("X = ('に対して', 'れる', 'を受けて')", []),
        ("X = {'一': 1, '二': 2}", []),
        ("X = ('方針',)", []),
        ("X = ('名詞', '助動詞', '名詞-普通名詞-サ変可能')", []),
        ("def f():\n    'レアアース 供給'", []),
    ],
)
def test_word_lists_are_recognised(code, expected):
    assert word_lists(ast.parse(code)) == expected


def word_lists(module):
    skipped = docstrings(module)
    return [word for node in ast.walk(module) if id(node) not in skipped for word in words(node)]


@each_file([path for path in FILES if path.relative_to(ROOT / "kg").parts[0].removesuffix(".py") in READERS])
def test_no_word_lists_in_code(path):
    """Words are data: they stand in rules/, where a person can correct them."""
    assert word_lists(tree(path)) == []


def loaded_by(*arguments):
    """The heavy packages that a call of the command line has loaded when it ends."""
    program = (
        "import json, sys\n"
        "from kg.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    code = end.code or 0\n"
        "else:\n"
        "    code = 0\n"
        "print(file=sys.stderr)\n"
        "print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, modules = json.loads(run.stderr.splitlines()[-1])
    return code, sorted(HEAVY.intersection(modules))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The file of a small graph."""
    path = tmp_path_factory.mktemp("store") / "kg.sqlite"
    build(path).close()
    return path


def test_help_loads_nothing_heavy():
    assert loaded_by("--help") == (0, [])


@pytest.mark.parametrize("command", [("query", "? 規制 ?"), ("path", "インドネシア政府", "ニッケル")])
def test_questions_load_neither_parser_nor_page(store, command):
    code, heavy = loaded_by(*command, "--store", store)
    assert (code, set(heavy) - {"networkx", "numpy", "rapidfuzz"}) == (0, set())
