"""Clause ↔ content clause: what is said, asked or planned, and the arguments between it and its verb.

The parser hangs テキサスに on 明らかにした in テキサスに工場を建てる計画を明らかにした, and ロシアに on 撤収する in
ロシアに撤収するよう求めた; both go where they belong.
"""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.cases import GIVING
from kg.clauses.denote import are_actors
from kg.clauses.draft import Draft, Link, Scene, make_argument
from kg.model import Argument, EntityType, Found, PredicateKind, Role, Standing

FORMAL_NOUNS = ("こと", "の", "旨")
PUBLIC = "announce"
"""The sense of saying to everybody: its に belongs to what is said (20社に制裁を科すと発表)."""


def lower_arguments(scene: Scene) -> None:
    """Give a content clause what the parser hung on the verb of saying: テキサスに|工場を|建てる計画を|明らかにした."""
    for inner in scene.drafts:
        if inner.link is not Link.CONTENT:
            continue
        plan = scene.by_id(inner.governor)
        outer = scene.by_id(plan.governor) if plan is not None and plan.kind is PredicateKind.NOUN else plan
        if outer is None or not any(o.says for o in scene.words.operators.get(outer.lemma, ())):
            continue
        cases = scene.words.cases(inner.lemma)
        for argument in tuple(outer.arguments):
            role = cases.get(argument.case)
            if role is None or argument.found is not Found.OVERT or argument.end > inner.start:
                continue
            if inner.get(role) is not None or not _belongs_below(scene, outer, argument):
                continue
            outer.arguments.remove(argument)
            inner.add(replace(argument, role=role))
            below = scene.by_id(argument.clause)
            if below is not None and below.governor == outer.id:
                below.governor, below.via = inner.id, role


def _belongs_below(scene: Scene, outer: Draft, argument: Argument) -> bool:
    """Whether a verb of saying cannot have the argument itself: an object beside what is said, a place under に."""
    if argument.case in ("を", "へ", "から"):
        return True
    if argument.case != "に":
        return False
    places = argument.mentions and all(m.type is EntityType.PLACE for m in argument.mentions)
    return bool(places) or "に" not in scene.words.cases(outer.lemma) or PUBLIC in outer.senses


def add_contents(scene: Scene) -> None:
    """Give each verb of saying, asking or planning the clause that is its content."""
    for draft in scene.drafts:
        outer = scene.by_id(draft.governor)
        if draft.link is Link.CONTENT and outer is not None:
            phrase = scene.phrases[draft.phrase]
            morphs = phrase.content
            start = min([draft.start, *(a.start for a in draft.arguments if a.sentence == scene.sentence.index)])
            outer.add(make_argument(scene, Role.CONTENT, "と", Found.OVERT, morphs, (), start=start, clause=draft.id))


def raise_addressees(scene: Scene) -> None:
    """ロシアに|部隊を撤収するよう|要求した: who is asked stands under に, whatever the parser hung it on."""
    for inner in scene.drafts:
        outer = scene.by_id(inner.governor)
        if inner.link is not Link.CONTENT or outer is None or outer.get(Role.TARGET) is not None:
            continue
        if not any(o.standing is Standing.ASKED for o in scene.words.operators.get(outer.lemma, ())):
            continue
        gives = any(s.name in GIVING for s in scene.words.senses.get(inner.lemma, ()))
        under = [a for a in inner.arguments if a.case == "に" and a.found is Found.OVERT]
        if gives and len(under) < 2:  # イスラエルに|武器を|供与するよう: who is asked stands nowhere
            continue
        asked = next((a for a in under if are_actors(a.mentions)), None)
        if asked is not None:
            inner.arguments.remove(asked)
            outer.add(replace(asked, role=Role.TARGET))


def raise_objects(scene: Scene) -> None:
    """放水を|「国際法違反だ」と|非難した: a copula or adjective has no object, the verb over it has."""
    for inner in scene.drafts:
        outer = scene.by_id(inner.governor)
        if inner.link is not Link.CONTENT or outer is None or outer.get(Role.THEME) is not None:
            continue
        if inner.kind not in (PredicateKind.COPULA, PredicateKind.ADJECTIVE, PredicateKind.NOUN):
            continue
        thing = next((a for a in inner.arguments if a.case == "を" and a.end <= inner.start), None)
        if thing is None or "を" not in scene.words.cases(outer.lemma):
            continue
        inner.arguments.remove(thing)
        outer.add(replace(thing, role=scene.words.cases(outer.lemma)["を"]))
        below = scene.by_id(thing.clause)
        if below is not None and below.governor == inner.id:
            below.governor = outer.id


def word_contents(scene: Scene) -> None:
    """Let こと and の be worded by what they carry: 関税を下げることで合意 is about 関税を下げ."""
    for draft in scene.drafts:
        for position, argument in enumerate(draft.arguments):
            inner = scene.by_id(argument.clause)
            formal = argument.text in FORMAL_NOUNS and argument.sentence == scene.sentence.index
            if not formal or inner is None or inner.end > argument.start:
                continue
            theme = inner.get(Role.THEME)
            own = theme is not None and theme.sentence == argument.sentence and theme.end <= inner.start
            start = theme.start if own and theme is not None else inner.start
            head = (theme.head_start, theme.head_end) if own and theme is not None else (inner.start, inner.end)
            draft.arguments[position] = replace(
                argument,
                start=start,
                end=inner.end,
                text=scene.sentence.text[start : inner.end],
                head_start=head[0],
                head_end=head[1],
            )
