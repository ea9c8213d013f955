"""Clause → Clause: how the clauses of a sentence hang on each other.

An argument's noun, what is said or planned, a relative clause, a chain of clauses, a condition.
"""

from __future__ import annotations

from dataclasses import replace

from kg.clauses.denote import AREAS, are_actors, denoted, is_counter, is_headline_subject, list_members, whole_list
from kg.clauses.draft import PURPOSE, Draft, Link, Scene
from kg.clauses.phrases import Phrase, is_predicate_form
from kg.clauses.predicates import is_adverb
from kg.model import MarkKind, PredicateKind, Role

HANGING_CASES = ("で", "から")
CLIMBING_CASES = ("を", "が", "に", "へ")
CONDITION_ENDINGS = ("ば", "なら", "たら", "と", "ので", "から", "ため", "のに", "ように", "よう", "まで")


def mend_attachments(scene: Scene) -> None:
    """Hang on the verb what the parser hung on a name before it.

    A headline's subject: 欧州連合、|…を検討. A partner that makes no list with the noun after it: 李大統領と|奈良市で|
    会談. A phrase with a case under a bare name: ダボス会議で|トランプ氏、|….
    """
    phrases = list(scene.phrases)
    last = scene.phrases[-1].index if scene.phrases else -1
    for phrase, following in zip(scene.phrases, scene.phrases[1:], strict=False):
        if _modifies_next(phrase, following) and phrase.governor != following.index:
            phrases[phrase.index] = replace(phrase, governor=following.index)
        if _is_subject_of_next(scene, phrase, following):
            phrases[phrase.index] = replace(phrase, governor=following.index, case="が", adnominal=False)
        verb = scene.phrases[phrase.governor]
        if phrase.governor >= 0 and verb.governor >= 0 and is_adverb(scene, verb):  # 制裁を|引き続き|実施
            phrases[phrase.index] = replace(phrase, governor=verb.governor)
    scene.phrases = tuple(phrases)
    for phrase in scene.phrases:
        if phrase.governor < 0 or phrase.absorbed:
            continue
        noun = scene.phrases[phrase.governor]
        if is_headline_subject(scene, phrase):
            phrases[phrase.index] = replace(phrase, governor=last)
        elif is_predicate_form(noun) or noun.governor < 0:
            continue
        elif phrase.topic and not phrase.case:
            phrases[phrase.index] = replace(phrase, governor=_predicate_above(scene, noun))
        elif phrase.listing == "と" and denoted(scene, phrase):
            phrases[phrase.index] = _mend_partner(scene, phrase, noun)
        elif phrase.case in CLIMBING_CASES and not phrase.adnominal and not phrase.listing:
            above = last if is_headline_subject(scene, noun) else _predicate_above(scene, noun)
            phrases[phrase.index] = replace(phrase, governor=above)  # EVに|最大45%の|関税を|課す
        elif noun.adnominal or scene.heading(noun.index) is not None:
            continue
        elif phrase.case in HANGING_CASES and not phrase.adnominal and not phrase.listing and denoted(scene, noun):
            above = last if is_headline_subject(scene, noun) else noun.governor
            phrases[phrase.index] = replace(phrase, governor=above)
    scene.phrases = tuple(phrases)


def _is_subject_of_next(scene: Scene, phrase: Phrase, following: Phrase) -> bool:
    """英政府の|掲げる|「産業戦略」: の stands for が before a verb that modifies a noun."""
    if phrase.ending != "の" or not is_predicate_form(following) or following.governor != following.index + 1:
        return False
    plain = "連体形" in following.head.inflection or "終止形" in following.head.inflection
    if following.function or following.comma or not plain:
        return False
    return are_actors(denoted(scene, phrase))


def _modifies_next(phrase: Phrase, following: Phrase) -> bool:
    """ロシア産原油を買う|インドに: a plain verb right before a noun modifies it, or the noun phrase it begins."""
    if not is_predicate_form(phrase) or phrase.comma or phrase.nominalised or phrase.quoted or phrase.closed:
        return False
    if following.head.pos not in ("NOUN", "PROPN") or is_predicate_form(following) or "副詞可能" in following.head.tag:
        return False
    if following.adnominal:  # the noun phrase may go on: the parser decides
        return False
    last = phrase.function[-1] if phrase.function else None
    if last is None:
        return "連体形" in phrase.head.inflection or "終止形" in phrase.head.inflection
    return last.text in ("た", "る", "いる", "ない", "する", "だ") and not last.tag.startswith("助詞")


def _predicate_above(scene: Scene, noun: Phrase) -> int:
    """The first phrase that predicates, from a noun that a topic was hung on: 米国は|日本、|豪州と|協議した."""
    index = noun.index
    while scene.phrases[index].governor >= 0:
        heading = scene.heading(index)
        if is_predicate_form(scene.phrases[index]) or (heading is not None and heading.kind is not PredicateKind.NOUN):
            break
        index = scene.phrases[index].governor
    return index


def _mend_partner(scene: Scene, phrase: Phrase, noun: Phrase) -> Phrase:
    """X と that lists nothing: on the mutual noun (中国と|協議を|続ける), else on the verb above."""
    if phrase in list_members(scene, whole_list(scene, noun)):
        return phrase
    index, mutual = noun.index, -1
    while index >= 0:
        above = scene.phrases[index]
        heading = scene.heading(index)
        if heading is not None:
            takes_partner = scene.words.cases(heading.lemma).get("と") is Role.PARTNER
            if is_predicate_form(above) or heading.kind is not PredicateKind.NOUN:
                return replace(phrase, governor=index if takes_partner or mutual < 0 else mutual, listing="")
            if takes_partner and mutual < 0:
                mutual = index
        index = above.governor
    return replace(phrase, governor=mutual, listing="") if mutual >= 0 else phrase


def link_clauses(scene: Scene) -> None:
    """Say for each verbal clause which clause it hangs on, and how."""
    for draft in scene.drafts:
        phrase = scene.phrases[draft.phrase]
        if draft.lemma == PURPOSE and phrase.governor >= 0:
            _hang(draft, _heading_above(scene, phrase), Link.ADVERBIAL)
            continue
        if draft.kind is PredicateKind.NOUN or phrase.governor < 0 or scene.heading(phrase.index) is not draft:
            continue
        above = scene.phrases[phrase.governor]
        if phrase.nominalised or (draft.kind is PredicateKind.COPULA and phrase.case not in ("", "で")):
            continue
        outer = scene.heading(above.index)
        wished = (
            phrase.ending.endswith(("よう", "ように")) and outer is not None and outer.lemma in scene.words.operators
        )
        if wished or (_says_so(scene, phrase, outer) and outer is not None and outer.kind is not PredicateKind.NOUN):
            _hang(draft, outer, Link.CONTENT)
        elif _is_adnominal_clause(phrase, above):
            _hang_adnominal(scene, draft, phrase, above)
        else:
            _hang(draft, scene.heading(above.index) or _heading_above(scene, above), _chain_kind(phrase))


def raise_topics(scene: Scene) -> None:
    """Take は out of noun-modifying clauses, where it cannot stand: 首相は|東京で開かれた|会議に|出席した."""
    for draft in sorted(scene.drafts, key=lambda d: d.start):  # the innermost comes first
        phrase = scene.phrases[draft.phrase]
        if draft.link not in (Link.RELATIVE, Link.CONTENT) or phrase.quoted or phrase.governor < 0:
            continue
        if scene.heading(phrase.index) is not draft or is_predicate_form(scene.phrases[phrase.governor]):
            continue
        topics = [p for p in scene.dependents(phrase.index) if p.topic and not p.case and p.ending.startswith("は")]
        if topics:
            above = _predicate_above(scene, scene.phrases[phrase.governor])
            phrases = list(scene.phrases)
            for topic in topics:
                phrases[topic.index] = replace(topic, governor=above)
            scene.phrases = tuple(phrases)


def _says_so(scene: Scene, phrase: Phrase, outer: Draft | None) -> bool:
    """Whether a quoted form is what the verb above says or thinks: …すると発表; not 打診すると、拒んだ."""
    if not phrase.quoted or outer is None:
        return False
    if phrase.closed or phrase.ending.endswith(
        ("たと", "だと", "との", "という", "として", "ないと", "とする", "いると")
    ):
        return True
    operators = scene.words.operators.get(outer.lemma, ())
    if any(o.says or o.kind in (MarkKind.PLAN, MarkKind.HEDGE) for o in operators):
        return True
    known = outer.senses or operators
    return outer.lemma in ("する", "いう", "言う", "なる", "思う", "考える") or not known


def _heading_above(scene: Scene, phrase: Phrase) -> Draft | None:
    """The first clause over a phrase."""
    index = phrase.governor
    while index >= 0 and scene.heading(index) is None:
        index = scene.phrases[index].governor
    return scene.heading(index) if index >= 0 else None


def _noun_phrase_end(scene: Scene, phrase: Phrase) -> Phrase:
    """The last adnominal phrase over a phrase: 資源開発など|供給網の|自律策."""
    while phrase.governor >= 0 and scene.phrases[phrase.governor].adnominal:
        phrase = scene.phrases[phrase.governor]
    return phrase


def lower_chains(scene: Scene) -> None:
    """Let a chain's clause share the plan of the clause after it: 対抗し、|戦略を打ち出す|狙いがある.

    The parser hangs 対抗し on ある; what the sentence plans is both.
    """
    contents = [d for d in scene.drafts if d.link is Link.CONTENT]
    for draft in scene.drafts if contents else ():
        outer = scene.by_id(draft.governor)
        if draft.link is not Link.CHAIN or outer is None or scene.phrases[draft.phrase].ending.endswith(("が", "た")):
            continue
        if any(o.says for o in scene.words.operators.get(draft.lemma, ())):  # …と非難し、|…する構えを見せた
            continue
        for inner in contents:
            plan = scene.by_id(inner.governor)
            if plan is None or inner.start < draft.end:
                continue
            if outer.id not in (plan.governor, plan.id) or inner.id == draft.id:
                continue
            plans = any(o.kind is MarkKind.PLAN for o in scene.words.operators.get(plan.lemma, ()))
            if plans and not _topic_between(scene, draft.phrase, inner.phrase):
                draft.governor = inner.id
                break


def _topic_between(scene: Scene, first: int, last: int) -> bool:
    return any(p.topic and not p.case for p in scene.phrases[first + 1 : last])


def _hang(draft: Draft, above: Draft | None, link: Link) -> None:
    draft.link = link
    draft.governor = above.id if above is not None else None


def _is_adnominal_clause(phrase: Phrase, above: Phrase) -> bool:
    """Whether a verbal phrase modifies the noun after it: 握る|供給, した|こと, との|見方."""
    if is_predicate_form(above) and not above.nominalised and above.head.tag.startswith(("動詞", "形容詞")):
        return False
    ending = phrase.ending
    if phrase.comma:
        return False
    if not phrase.function and len(above.content) > 1 and above.content[0].lemma == "する":  # 購入|するつもり
        return True
    if ending.endswith(("との", "という", "といった", "とする", "とした")):
        return True
    last = phrase.function[-1] if phrase.function else None
    if last is not None:
        return "連体形" in last.inflection or "終止形" in last.inflection or last.text in ("た", "だ", "ない", "な")
    inflection = phrase.head.inflection
    return "連体形" in inflection or "終止形" in inflection


def _hang_adnominal(scene: Scene, draft: Draft, phrase: Phrase, above: Phrase) -> None:
    """Content of the noun (…する計画, …したこと) or a relative clause (…する企業)."""
    above = _named_head(scene, _modified(scene, draft, above))
    word = "".join(m.text for m in above.content if m.mention is None)
    tails = (above.head.text, word)
    head = scene.heading(above.index)
    if above.head.text in scene.words.concurrent and head is None:
        _hang(draft, _heading_above(scene, above), Link.ADVERBIAL)
        draft.concurrent = True
        return
    known = any(w in scene.words.contents or w in scene.words.operators for w in tails)
    quoting = phrase.ending.endswith(("との", "という", "とする", "とした"))
    if known and not quoting and _has_open_object(scene, draft, phrase, tails):
        known = False
    if (above.head.mention is None and known) or quoting:
        _hang(draft, head, Link.CONTENT)
    else:
        draft.link = Link.RELATIVE
        draft.modifies = above.index


def _named_head(scene: Scene, noun: Phrase) -> Phrase:
    """The last named noun of a chain under の: 出資する|ペルー南部の|ケジャベコ鉱山."""
    while noun.case == "の" and noun.governor >= 0:
        above = scene.phrases[noun.governor]
        place = denoted(scene, noun) and all(m.type in AREAS for m in denoted(scene, noun))
        if not place or above.head.mention is None or scene.heading(above.index) is not None:
            break
        noun = above
    return noun


def _has_open_object(scene: Scene, draft: Draft, phrase: Phrase, tails: tuple[str, str]) -> bool:
    """中国が公表した|報告書: a subject but no object, so the noun is the object, though it can have contents too."""
    if any(
        t in scene.words.formal or any(o.kind is MarkKind.HEDGE for o in scene.words.operators.get(t, ()))
        for t in tails
    ):
        return False
    cases = {p.case for p in scene.dependents(phrase.index)}
    if cases - {"が", "", "で"}:  # 中国に対抗する意図
        return False
    return "が" in cases and "を" not in cases and "を" in scene.words.cases(draft.lemma) and not draft.passive


def _modified(scene: Scene, draft: Draft, noun: Phrase) -> Phrase:
    """The noun that a clause modifies: in 生産する|重希土類の|輸入 the good, not the act."""
    following = scene.phrases[draft.phrase + 1]
    while is_counter(noun.head) and noun.case == "の" and noun.governor >= 0:  # 課した|39%の|関税
        noun = scene.phrases[noun.governor]
    if following.index < noun.index and following.adnominal and following.case not in ("", "の"):
        return following if denoted(scene, following) else noun  # 攻め込んだ|ロシアへの|警戒
    counted = is_counter(following.head)
    if following.index < noun.index and following.case == "の" and following.governor == noun.index and not counted:
        heading = scene.heading(noun.index)
        own = scene.heading(following.index)
        if heading is not None and (heading.senses or heading.lemma in scene.words.operators) and own is None:
            return following
    return noun


def _chain_kind(phrase: Phrase) -> Link:
    """Chain (…し、…して) or adverbial (…すれば, …したため)."""
    ending = phrase.ending
    if ending.endswith(CONDITION_ENDINGS) and not ending.endswith("し"):
        return Link.ADVERBIAL
    return Link.CHAIN


def link_coordinates(scene: Scene) -> None:
    """Let a listed noun predicate hang where the noun after it hangs: 安全確保と多様化を協議."""
    for draft in sorted(scene.drafts, key=lambda d: -d.start):
        phrase = scene.phrases[draft.phrase]
        if (
            draft.kind is not PredicateKind.NOUN
            or draft.governor is not None
            or scene.heading(phrase.index) is not draft
        ):
            continue
        if not phrase.listing and not phrase.ending.startswith("など"):
            continue
        beside = _heading_above(scene, _noun_phrase_end(scene, phrase))
        if beside is None:
            continue
        if beside.kind is PredicateKind.NOUN and beside.governor is not None:
            draft.governor, draft.link, draft.via = beside.governor, beside.link, beside.via
        else:
            draft.governor, draft.link, draft.via = beside.id, Link.ARGUMENT, Role.THEME
