"""Broken rule files and the exact messages they give."""

import shutil

import pytest

from kg.errors import RuleError
from kg.rulebook import load_rulebook, rules_folder

ENTITIES = "entities/names.yaml"
RELATIONS = "relations/restricts.yaml"
SENSES = "lexicon/senses/all.yaml"
OPERATORS = "lexicon/operators.yaml"
TIMES = "lexicon/times.yaml"

FRAME = "relation: restricts\nframes:\n  - {{name: target, triggers: [禁止], subject: agent, object: target{0}}}\n"

FAULTS = [
    # YAML and files
    ({ENTITIES: "entities: [\n"}, ["rules/entities/names.yaml:2: not YAML: did not find expected node content"]),
    ({ENTITIES: "- 米国\n"}, [("rules/entities/names.yaml:1: the file is no mapping; expected keys such as "
                             "'entities' or 'frames'")]),
    ({"lexicon/title.yaml": "titles: []\n"},
     ["rules/lexicon/title.yaml: no rule file of this name is known; did you mean 'lexicon/titles.yaml'?"]),
    ({ENTITIES: b"entities:\n  - {id: \xff}\n"}, ["rules/entities/names.yaml:2: not UTF-8"]),
    # keys
    ({RELATIONS: "relation: restricts\nframes:\n  - name: target\n    subject: agent\n    triger: [禁止]\n"
                 "    object: target\n    triggers: [禁止]\n"},
     ["rules/relations/restricts.yaml:5: frame 'target' has unknown key 'triger'; did you mean 'triggers'?"]),
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY, flag: red}\n"},
     [("rules/entities/names.yaml:2: entity '米国' has unknown key 'flag'; expected one of aliases, country, en, id, "
      "iso, organ_prefixes, other_shorts, prefix, reading, short, type, wikidata")]),
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY, id: 英国}\n"},
     ["rules/entities/names.yaml:2: entity file: entities has key 'id' twice"]),
    ({ENTITIES: "entities:\n  - {id: 米国}\n"}, ["rules/entities/names.yaml:2: entity '米国' lacks 'type'"]),
    ({OPERATORS: "operators:\n  - {kind: plan, words: [方針]}\n"},
     ["rules/lexicon/operators.yaml:2: operator lacks 'id'"]),
    # values
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRIES}\n"},
     ["rules/entities/names.yaml:2: entity '米国': type is 'COUNTRIES'; did you mean 'COUNTRY'?"]),
    ({ENTITIES: "organs:\n  - {word: 財務省, bare: yes}\n"},
     ["rules/entities/names.yaml:2: organ '財務省': bare is 'yes'; expected true or false"]),
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY, aliases: {a: b}}\n"},
     ["rules/entities/names.yaml:2: entity '米国': aliases is a mapping; expected a list"]),
    ({RELATIONS: FRAME.format(", item: agnt")},
     ["rules/relations/restricts.yaml:3: frame 'target': item has unknown role 'agnt'; did you mean 'agent'?"]),
    ({RELATIONS: FRAME.format(", object_types: [Acter]")},
     [("rules/relations/restricts.yaml:3: frame 'target': object_types has unknown type 'Acter'; "
      "did you mean 'Actor'?")]),
    ({SENSES: "senses:\n  - {sense: supply, cases: {が: agentt}, words: [供給]}\n"},
     ["rules/lexicon/senses/all.yaml:2: sense 'supply': cases: が is 'agentt'; did you mean 'agent'?"]),
    ({OPERATORS: "operators:\n  - {id: plan, kind: plans, words: [方針]}\n"},
     ["rules/lexicon/operators.yaml:2: operator 'plan': kind is 'plans'; did you mean 'plan'?"]),
    ({TIMES: "words:\n  - {words: [昨日], unit: days, offset: -1}\n"},
     ["rules/lexicon/times.yaml:2: time word: unit is 'days'; did you mean 'day'?",
      ("rules/lexicon/times.yaml:2: time word is neither a unit nor a month; expected 'unit' with 'offset', "
      "or 'month'")]),
    # links
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY}\n  - {id: 米国, type: PLACE}\n"},
     ["rules/entities/names.yaml:3: entity '米国' stands already at rules/entities/names.yaml:2"]),
    ({"entities/a.yaml": "entities:\n  - {id: アマゾン, type: COMPANY}\n",
      "entities/b.yaml": "entities:\n  - {id: アマゾン川, type: PLACE, aliases: [アマゾン]}\n"},
     [("rules/entities/b.yaml:2: alias 'アマゾン' of 'アマゾン川' belongs to 'アマゾン' too (rules/entities/a.yaml:2); "
      "expected a context for one of them")]),
    ({ENTITIES: "entities:\n  - {id: アップル, type: COMPANY, country: 米国}\n"},
     ["rules/entities/names.yaml:2: entity 'アップル' names unknown country '米国'"]),
    ({ENTITIES: "entities:\n  - {id: 英国, type: PLACE}\n  - {id: BP, type: COMPANY, country: 英国}\n"},
     ["rules/entities/names.yaml:3: entity 'BP' names unknown country '英国'; it is a PLACE"]),
    ({ENTITIES: "organs:\n  - {word: 国防総省, home: 米国}\n"},
     ["rules/entities/names.yaml:2: organ '国防総省' names unknown country '米国'"]),
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY, short: 米}\n  - {id: 米領, type: COUNTRY, short: 米}\n"},
     ["rules/entities/names.yaml:3: short '米' of '米領' belongs to '米国' too (rules/entities/names.yaml:2)"]),
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY, country: 英国}\n"
                "  - {id: 英国, type: COUNTRY, country: 米国}\n"},
     ["rules/entities/names.yaml:2: entity '米国' is a country and has a country itself",
      "rules/entities/names.yaml:3: entity '英国' is a country and has a country itself"]),
    ({RELATIONS: "relation: restrict\n"},
     ["rules/relations/restricts.yaml:1: unknown relation 'restrict'; did you mean 'restricts'?"]),
    ({RELATIONS: "relation: restricts\nframes:\n  - {name: a, triggers: [restricted], subject: agent, object: theme}\n",
      SENSES: "senses:\n  - {sense: restrict, words: [規制]}\n"},
     [("rules/relations/restricts.yaml:3: frame 'restricts.a' has unknown sense 'restricted'; "
      "did you mean 'restrict'?")]),
    ({RELATIONS: "relation: restricts\nframes:\n  - {name: a, triggers: [規制], subject: agent}\n"},
     ["rules/relations/restricts.yaml:3: frame 'a' links nothing; expected 'subject' and 'object', or 'between'"]),
    ({RELATIONS: FRAME.format(", object_types: [EVENT]")},
     [("rules/relations/restricts.yaml:3: frame 'restricts.target' has object types that 'restricts' does not link: "
      "EVENT")]),
    ({RELATIONS: "relation: restricts\nexamples:\n  - text: 中国は輸出を禁じた。\n    expect:\n"
                 "      - [中国, restrict, 米国]\n"},
     ["rules/relations/restricts.yaml:5: example names unknown relation 'restrict'; did you mean 'restricts'?"]),
    ({RELATIONS: "relation: restricts\nexamples:\n  - {text: 中国は輸出を禁じた。, expect: [[中国, restricts]]}\n"},
     [("rules/relations/restricts.yaml:3: expected statement is not [subject, relation, object, marks…, "
      "{qualifiers}]")]),
    ({RELATIONS: "relation: restricts\nexamples:\n  - {text: 禁じた。, expect: [[中国, restricts, 米国, plan]]}\n"},
     ["rules/relations/restricts.yaml:3: example has unknown mark 'plan'; did you mean 'planned'?"]),
    ({RELATIONS: "relation: restricts\nexamples:\n  - {text: 中国は輸出を禁じた。, "
                 "expect: [[中国, restricts, 米国, {items: 石油}]]}\n"},
     ["rules/relations/restricts.yaml:3: example has unknown qualifier 'items'; did you mean 'item'?"]),
    # all faults in one run, by file and line
    ({ENTITIES: "entities:\n  - {id: 米国, type: COUNTRY, ison: US}\n  - {id: 英国, typ: COUNTRY}\n",
      OPERATORS: "operators:\n  - {id: plan, kind: plan}\n"},
     ["rules/entities/names.yaml:2: entity '米国' has unknown key 'ison'; did you mean 'iso'?",
      "rules/entities/names.yaml:3: entity '英国' has unknown key 'typ'; did you mean 'type'?",
      "rules/entities/names.yaml:3: entity '英国' lacks 'type'",
      "rules/lexicon/operators.yaml:2: operator 'plan' has no words; expected 'words' or 'auxiliaries'"]),
]


@pytest.fixture
def folder(tmp_path):
    """A rules folder with the real ontology and nothing else."""
    path = tmp_path / "rules"
    path.mkdir()
    shutil.copy(rules_folder() / "ontology.yaml", path)
    return path


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(("files", "messages"), FAULTS, ids=[messages[0][:80] for _, messages in FAULTS])
def test_broken_rules_say_where_what_and_what_was_expected(folder, files, messages):
    write(folder, files)
    with pytest.raises(RuleError) as caught:
        load_rulebook(folder, cache=False)
    assert [str(caught.value), *map(str, caught.value.others)] == messages


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(RuleError) as caught:
        load_rulebook(tmp_path / "rules")
    assert str(caught.value) == (
        f"{tmp_path}/rules: no folder of rules here; expected one with ontology.yaml, entities/ or relations/"
    )
