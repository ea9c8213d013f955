"""Rule files → Rulebook: what is read, layers laid over it, and the cache."""

import os
import pickle
import shutil

import pytest

from kg.model import EntityType, Role
from kg.rulebook import load, load_rulebook, rules_folder
from kg.rulebook.types import Alias, AliasContext, Condition, Entry, Frame, Organ, RolePath, Sense, Source


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "rules"
    path.mkdir()
    shutil.copy(rules_folder() / "ontology.yaml", path)
    write(path, "entities/a.yaml", """
entities:
  - {id: 米国, type: COUNTRY, aliases: [アメリカ, ＵＳＡ], short: 米, prefix: 米, iso: US, en: United States}
  - id: アマゾン
    type: COMPANY
    aliases: [{text: アマゾン, not_after: [川, 流域]}, Amazon]
    country: 米国
organs:
  - {word: 国防総省, home: 米国, en: Department of Defense}
""")
    write(path, "lexicon/senses/a.yaml", """
senses:
  - {sense: supply, means: gives goods, cases: {に: target}, words: [供給, 売る]}
""")
    write(path, "relations/supplies.yaml", """
relation: supplies
frames:
  - name: sale
    triggers: [supply]
    subject: agent
    object: [target, theme/agent]
    when: {theme: {types: [RESOURCE], not_words: [費]}}
""")
    return path


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")


ENTRIES = (
    Entry(
        "米国", EntityType.COUNTRY, (Alias("米国"), Alias("アメリカ"), Alias("USA")),
        Source("rules/entities/a.yaml", 2),
        en="United States", iso="US", short="米", prefix="米",
    ),
    Entry(
        "アマゾン", EntityType.COMPANY,
        (Alias("アマゾン", AliasContext(not_after=("川", "流域"))), Alias("Amazon")),
        Source("rules/entities/a.yaml", 3),
        country="米国",
    ),
)


def test_entries_have_their_id_as_alias_and_are_normalised(folder):
    assert load_rulebook(folder, cache=False).entries == ENTRIES


def test_an_organ_of_one_state_may_stand_alone(folder):
    assert load_rulebook(folder, cache=False).names.organs == (
        Organ("国防総省", "国防総省", "Department of Defense", bare=True, home="米国", countries=(),
              source=Source("rules/entities/a.yaml", 8)),
    )


def test_frames_have_paths_and_conditions(folder):
    path = RolePath((Role.THEME,))
    assert load_rulebook(folder, cache=False).frames == (
        Frame(
            id="supplies.sale",
            relation="supplies",
            triggers=("supply",),
            source=Source("rules/relations/supplies.yaml", 3),
            subject=(RolePath((Role.AGENT,)),),
            object=(RolePath((Role.TARGET,)), RolePath((Role.THEME, Role.AGENT))),
            when=(Condition(path, not_words=("費",), types=frozenset({EntityType.RESOURCE})),),
        ),
    )


def test_scalars_are_the_text_that_stands_in_the_file(folder):
    write(folder, "entities/b.yaml", "entities:\n  - {id: NO, type: ORG, aliases: [yes, 007, 2026-01-12]}\n")
    (entry,) = (entry for entry in load_rulebook(folder, cache=False).entries if entry.id == "NO")
    assert [alias.text for alias in entry.aliases] == ["NO", "yes", "007", "2026-01-12"]


def test_a_user_folder_adds_extends_and_replaces(folder, tmp_path):
    own = tmp_path / "own"
    write(own, "entities/mine.yaml", """
entities:
  - {id: 米国, aliases: [メリケン], reading: べいこく}
  - {id: 山田商店, type: COMPANY}
""")
    write(own, "lexicon/senses/mine.yaml", "senses:\n  - {sense: supply, words: [おろす]}\n")
    write(own, "relations/mine.yaml", """
relation: supplies
frames:
  - {name: sale, triggers: [おろす], subject: agent, object: goal}
""")
    book = load_rulebook(folder, extra=(own,), cache=False)
    assert [entry.id for entry in book.entries] == ["米国", "アマゾン", "山田商店"]
    assert book.entries[0] == Entry(
        "米国", EntityType.COUNTRY, (Alias("米国"), Alias("アメリカ"), Alias("USA"), Alias("メリケン")),
        Source("own/entities/mine.yaml", 2), en="United States", reading="べいこく", iso="US", short="米", prefix="米",
    )
    assert book.lexicon.senses == (
        Sense("supply", ("供給", "売る", "おろす"), {"に": Role.TARGET}, Role.AGENT, Role.AGENT, "gives goods",
              Source("own/lexicon/senses/mine.yaml", 2)),
    )
    assert [(frame.triggers, frame.source) for frame in book.frames] == [
        (("おろす",), Source("own/relations/mine.yaml", 3))
    ]


def test_the_digest_follows_the_files(folder):
    before = load_rulebook(folder, cache=False).digest
    assert load_rulebook(folder, cache=False).digest == before
    write(folder, "entities/b.yaml", "entities: []\n")
    assert load_rulebook(folder, cache=False).digest != before


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "kg"


def test_a_second_load_reads_the_cache_and_no_yaml(folder, cache, monkeypatch):
    first = load_rulebook(folder)
    assert len(list(cache.glob("rulebook-*.pickle"))) == 1
    monkeypatch.setattr(load, "build_rulebook", None)
    assert load_rulebook(folder) == first


@pytest.mark.usefixtures("cache")
def test_a_changed_file_is_read_anew(folder):
    load_rulebook(folder)
    write(folder, "entities/b.yaml", "entities:\n  - {id: 英国, type: COUNTRY}\n")
    assert "英国" in {entry.id for entry in load_rulebook(folder).entries}


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps("a text")])
def test_a_damaged_cache_is_read_past(folder, cache, content):
    first = load_rulebook(folder)
    (kept,) = cache.glob("rulebook-*.pickle")
    kept.write_bytes(content)
    assert load_rulebook(folder) == first


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="file modes are POSIX's")
def test_a_cache_that_others_may_write_is_not_trusted(folder, cache):
    load_rulebook(folder)
    (kept,) = cache.glob("rulebook-*.pickle")
    kept.write_bytes(pickle.dumps(load_rulebook(folder, extra=(), cache=False)))
    kept.chmod(0o666)
    assert load._read_cache(kept) is None


def test_an_unwritable_cache_costs_nothing_but_time(folder, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("a file, no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load_rulebook(folder).entries == ENTRIES
