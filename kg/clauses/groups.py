"""Names listed under a group → Clause: BYDなど中国メーカー (nationality), ドイツなどNATO加盟国 (member_of)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.denote import is_counter, list_members, names_of
from kg.clauses.draft import Draft, Scene
from kg.clauses.leads import COMPANY_KIND, strongest
from kg.clauses.naming import description, named
from kg.clauses.phrases import Morph, Phrase
from kg.model import EntityType, Mention, Role

NATIONALITY, LOCATED, MEMBER_OF = "nationality", "located", "member_of"
EXAMPLES = (
    "など",
    "などの",
    "といった",
    "ら",
    "らの",
    "をはじめ",
    "をはじめとする",
    "を含む",
    "等",
    "等の",
    "のような",
)
"""Endings of a list that the group after it takes in."""
INCLUDING = ("を含めて",)
"""Cases of a list that the group after it takes in: をはじめとする, を含む."""
FIRMS = frozenset({EntityType.COMPANY})
UNIONS = frozenset({EntityType.ORG, EntityType.POLICY})


def find_groups(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """What the group that a list ends in says of every name listed."""
    group = _group_after(scene, phrase)
    if group is None:
        return
    whole = group.content[0].mention
    assert whole is not None
    sense, word, span = _said(scene, whole, group.content[1:])
    for name in _listed(scene, phrase) if sense else ():
        if name.entity == whole.entity or not _fits(sense, name, whole):
            continue
        role = Role.TARGET if sense == MEMBER_OF else Role.PLACE
        arguments = [named(scene, Role.THEME, name), named(scene, role, whole)]
        yield description(scene, phrase, word, sense, span, arguments)


def _group_after(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The phrase of the group, which begins with a name."""
    if phrase.ending not in EXAMPLES and not (phrase.case in INCLUDING and phrase.adnominal):
        return None
    following = (p for p in scene.phrases[phrase.index + 1 :] if not p.absorbed)
    group = next(following, None)
    if group is None or group.content[0].mention is None or len(group.content) < 2:
        return None
    return group


def _said(scene: Scene, whole: Mention, words: tuple[Morph, ...]) -> tuple[str, str, tuple[int, int]]:
    """(sense, word, span) of what a group is: 中国|メーカー, NATO|加盟国, 東南アジア|諸国, 欧州|8|カ国."""
    plain = tuple(m for m in words if not is_counter(m))
    span = (whole.start, words[-1].end)
    if any(m.mention for m in plain):
        plain = ()
    found = strongest(scene, plain)
    if found is not None and found.end == plain[-1].end:
        if found.sense == COMPANY_KIND and whole.type is EntityType.COUNTRY:
            return NATIONALITY, found.word, span
        if found.sense == MEMBER_OF and whole.type in UNIONS and not found.before:
            return MEMBER_OF, found.word, span
    text = "".join(m.text for m in words)
    if whole.type is EntityType.PLACE and text.endswith("国"):
        return LOCATED, "所在", span
    return "", "", span


def _listed(scene: Scene, phrase: Phrase) -> list[Mention]:
    """All names of a list, by its last phrase."""
    members = [*list_members(scene, phrase), phrase]
    return [m for member in members for m in names_of(scene, member, member.content, depth=1)]


def _fits(sense: str, name: Mention, whole: Mention) -> bool:
    """Whether a name can be what the group is; a firm of another known country is none of it."""
    if sense == NATIONALITY:
        return name.type in FIRMS and name.country in (None, whole.entity)
    if sense == MEMBER_OF:
        return name.type is EntityType.COUNTRY or name.type in FIRMS
    return name.type is EntityType.COUNTRY
