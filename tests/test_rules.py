"""The rules shipped with kg: every example comes out as expected, every relation has a match and a look-alike."""

from collections import defaultdict

import pytest

from kg.evaluate import compare_example
from kg.pipeline import extract
from kg.rulebook import load_rulebook
from kg.rulebook.examples import example_document, example_id, iterate_examples

RULEBOOK = load_rulebook()
EXAMPLES = tuple(iterate_examples(RULEBOOK))


@pytest.fixture(scope="session")
def outcomes(stages):
    """What the real stages read in all examples, by place; one run for all of them."""
    results = extract(map(example_document, EXAMPLES), RULEBOOK, load=lambda _: stages)
    return dict(zip(map(example_id, EXAMPLES), results, strict=True))


@pytest.mark.parametrize("example", EXAMPLES, ids=example_id)
def test_example(example, outcomes):
    differences = compare_example(example, outcomes[example_id(example)], RULEBOOK)
    assert not differences, "\n".join([example.text, *differences])


@pytest.mark.parametrize("relation", RULEBOOK.ontology.relations)
def test_every_relation_has_a_match_and_a_look_alike(relation):
    kinds = defaultdict(list)
    for example in RULEBOOK.relation_examples:
        if example.relation == relation:
            kinds["match" if example.expect else "look-alike"].append(example_id(example))
    assert sorted(kinds) == ["look-alike", "match"]


def test_examples_stand_once():
    places = defaultdict(list)
    for example in EXAMPLES:
        places[type(example).__name__, getattr(example, "relation", ""), example.text].append(example_id(example))
    assert {text: where for text, where in places.items() if len(where) > 1} == {}
