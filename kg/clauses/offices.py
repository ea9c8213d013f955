"""A person beside a title and its body → Clause: トランプ米大統領, NATOルッテ事務総長, 双日の植村幸祐社長."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.denote import denoted
from kg.clauses.draft import Draft, Scene
from kg.clauses.naming import description, named
from kg.clauses.phrases import JOINTS, Phrase
from kg.model import EntityType, Mention, Role

OFFICE = "office"
BODIES = frozenset({EntityType.COUNTRY, EntityType.GOV, EntityType.ORG, EntityType.COMPANY, EntityType.PLACE})


def find_offices(scene: Scene, phrase: Phrase) -> Iterator[Draft]:
    """トランプ米大統領, NATOルッテ事務総長, 双日の植村幸祐社長, 中国共産党の党首・習近平."""
    for index, morph in enumerate(phrase.content):
        person = morph.mention
        if (
            person is None
            or person.type is not EntityType.PERSON
            or (person.text == person.entity and _is_office(scene, person))
        ):
            continue
        title = _title_after(scene, phrase, index) or _title_before(scene, phrase, index)
        if title is None:
            continue
        word, span, body = title
        body = body or _body_before(scene, phrase, index)
        if body is not None and _fits(scene, word, body):
            arguments = [named(scene, Role.AGENT, person), named(scene, Role.TARGET, body)]
            yield description(scene, phrase, word, OFFICE, span, arguments)


def _is_office(scene: Scene, person: Mention) -> bool:
    """米財務長官: an office that stands for its holder."""
    return any(person.text.endswith(word) for word in scene.words.titles)


def _title_after(scene: Scene, phrase: Phrase, index: int) -> tuple[str, tuple[int, int], Mention | None] | None:
    """(title, span, body between name and title): トランプ|米|大統領."""
    body, position = None, index + 1
    content = phrase.content
    following = scene.phrases[phrase.index + 1] if phrase.index + 1 < len(scene.phrases) else None
    cut = following is not None and not phrase.function and not phrase.comma and following.start == phrase.end
    if position == len(content) and cut:  # ラトニック|米商務長官, where the parser cut between them
        content = (*content, *scene.phrases[phrase.index + 1].content)
    if position < len(content) and content[position].mention is not None and content[position].mention.type in BODIES:  # type: ignore[union-attr]
        body, position = content[position].mention, position + 1
    for size in range(min(5, len(content) - position), 0, -1):
        part = content[position : position + size]
        word = "".join(m.text for m in part)
        if any(m.mention for m in part):
            continue
        bare = _bare_title(scene, word.removesuffix("ら"))
        if bare is not None:
            return bare, (part[0].start, part[-1].end), body
    return None


def _title_before(scene: Scene, phrase: Phrase, index: int) -> tuple[str, tuple[int, int], Mention | None] | None:
    """党首・習近平; the title may end the phrase before: 社長の山田太郎氏."""
    content = phrase.content
    position = index
    if position and content[position - 1].text in JOINTS:
        position -= 1
    for first in range(max(0, position - 4), position):
        part = content[first:position]
        if any(m.mention for m in part):
            continue
        bare = _bare_title(scene, "".join(m.text for m in part))
        if bare is not None:
            body = content[first - 1].mention if first else _genitive_body(scene, phrase)
            return bare, (part[0].start, part[-1].end), body
    if index == 0 and phrase.index:
        before = scene.phrases[phrase.index - 1]
        if (
            before.governor == phrase.index
            and before.ending in ("の", "だった", "である", "で")
            and not before.absorbed
        ):
            for first in range(len(before.content)):
                part = before.content[first:]
                if any(m.mention for m in part):
                    continue
                bare = _bare_title(scene, "".join(m.text for m in part))
                if bare is not None:
                    inside = before.content[first - 1].mention if first else _genitive_body(scene, before)
                    return bare, (part[0].start, part[-1].end), inside
    return None


def _bare_title(scene: Scene, word: str) -> str | None:
    """The title if the word is an office, with its prefix (前大統領); None for honorifics."""
    title = scene.words.title_of(word)
    return word if title is not None and title.office else None


def _fits(scene: Scene, word: str, body: Mention) -> bool:
    title = scene.words.title_of(word)
    return title is None or not title.of or body.type in title.of


def _body_before(scene: Scene, phrase: Phrase, index: int) -> Mention | None:
    """The body right before the person: NATO|ルッテ, or under の: 双日の."""
    if index:
        before = phrase.content[index - 1]
        return before.mention if before.mention is not None and before.mention.type in BODIES else None
    return _genitive_body(scene, phrase)


def _genitive_body(scene: Scene, phrase: Phrase) -> Mention | None:
    before = scene.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.governor != phrase.index or before.ending != "の" or before.absorbed:
        return None
    names = denoted(scene, before)
    last = before.head.mention
    prefix = before.content[-2] if len(before.content) > 1 else None
    if prefix is not None and prefix.mention is None and prefix.text in scene.words.prefixes:
        return None  # 親米の|大統領
    return last if last is not None and last.type in BODIES and names else None
