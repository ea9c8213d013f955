"""Parse + Mention → Clause: who does what to whom, by role, for every predicate of a document.

The phases, in order: phrases and their cases, predicates, members of compounds, links between clauses, arguments by
case, adnominal phrases, gaps of relative clauses, descriptions beside names, shared subjects, addressees, speakers,
topics carried from sentence to sentence, and last what operators make of polarity, modality and standing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.clauses.addressees import share_addressees
from kg.clauses.attribution import add_sources
from kg.clauses.cases import add_cased_arguments
from kg.clauses.compounds import add_adnominal_arguments, add_compound_members
from kg.clauses.contents import add_contents, lower_arguments, raise_addressees, raise_objects, word_contents
from kg.clauses.descriptions import find_descriptions, link_goods
from kg.clauses.draft import Draft, Scene
from kg.clauses.lending import (
    inherit_agents,
    lend_arguments,
    lend_laws,
    lend_owners,
    lend_treaty_partners,
    lend_victims,
    name_owners,
    name_planners,
    share_partners,
    share_places,
)
from kg.clauses.links import link_clauses, link_coordinates, lower_chains, mend_attachments, raise_topics
from kg.clauses.mending import lower_existence, lower_formal_subjects, mend_subjects
from kg.clauses.omission import carry_topics
from kg.clauses.operators import apply_operators
from kg.clauses.owners import name_owners_of_nouns
from kg.clauses.phrases import read_phrases
from kg.clauses.predicates import find_predicates
from kg.clauses.relatives import fill_clefts, fill_nominal_relatives, fill_relative_gaps
from kg.clauses.subjects import share_subjects
from kg.clauses.times import mend_times, spread_times
from kg.clauses.words import index_words
from kg.model import Clause, Mention, Parse, Sentence, TimeExpression
from kg.rulebook.types import Rulebook


def find_clauses(
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    mentions: Sequence[Sequence[Mention]],
    times: Sequence[Sequence[TimeExpression]],
    rulebook: Rulebook,
) -> tuple[Clause, ...]:
    """The clauses of one document, ids counting from 0. All four sequences have one item a sentence."""
    scenes = read_scenes(sentences, parses, mentions, times, rulebook)
    return tuple(finish(draft) for scene in scenes for draft in sorted(scene.drafts, key=lambda d: d.id))


def read_scenes(
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    mentions: Sequence[Sequence[Mention]],
    times: Sequence[Sequence[TimeExpression]],
    rulebook: Rulebook,
) -> tuple[Scene, ...]:
    """The document's sentences with all phases run, before they are frozen."""
    words = index_words(rulebook)
    scenes: list[Scene] = []
    number = 0
    for sentence, parse, names, dates in zip(sentences, parses, mentions, times, strict=True):
        phrases = read_phrases(parse, names, words)
        scene = Scene(sentence, phrases, tuple(names), tuple(dates), words)
        scenes.append(scene)
        mend_times(scene)
        find_predicates(scene, number)
        mend_attachments(scene)
        add_compound_members(scene)
        link_clauses(scene)
        raise_topics(scene)
        add_cased_arguments(scene)
        add_adnominal_arguments(scene)
        link_coordinates(scene)
        lower_chains(scene)
        lower_arguments(scene)
        raise_addressees(scene)
        raise_objects(scene)
        add_contents(scene)
        lower_formal_subjects(scene)
        lower_existence(scene)
        mend_subjects(scene)
        fill_relative_gaps(scene)
        fill_nominal_relatives(scene)
        fill_clefts(scene)
        name_owners_of_nouns(scene, number + len(scene.drafts))
        find_descriptions(scene, number + len(scene.drafts))
        number += len(scene.drafts)
        lend_arguments(scene)
        name_owners(scene)
        lend_treaty_partners(scene)
        name_planners(scene)
        share_subjects(scene)
        lend_victims(scene)
        lend_laws(scene)
        lend_owners(scene)
        share_partners(scene)
        inherit_agents(scene)
        share_places(scene)
    carry_topics(scenes)
    for scene in scenes:
        share_addressees(scene)
        spread_times(scene)
        apply_operators(scene)
        add_sources(scene)
        word_contents(scene)
        link_goods(scene)
    return tuple(scenes)


def finish(draft: Draft) -> Clause:
    """A draft as the value that later stages read."""
    return Clause(
        id=draft.id,
        sentence=draft.sentence,
        start=draft.start,
        end=draft.end,
        lemma=draft.lemma,
        senses=draft.senses,
        kind=draft.kind,
        arguments=tuple(draft.arguments),
        polarity=draft.polarity,
        modality=draft.modality,
        standing=draft.standing,
        passive=draft.passive,
        marks=tuple(dict.fromkeys(draft.marks)),
        sources=tuple(draft.sources),
        time=draft.time,
        governor=draft.governor,
    )
