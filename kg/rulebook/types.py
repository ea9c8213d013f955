"""What the rule files say, as values: the one shape of ``rules/`` in memory.

``kg.rulebook.load_rulebook`` builds a ``Rulebook``; the stages read it and never a file. The formats are
described in ``rules/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import EntityId, EntityType, MarkKind, Modality, Polarity, RelationName, Role, Standing


@dataclass(frozen=True, slots=True)
class Source:
    """Where in ``rules/`` something stands, for messages."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """An entity type with its labels."""

    name: EntityType
    label: str
    en: str
    means: str


@dataclass(frozen=True, slots=True)
class Family:
    """A group of relations, for colour and filters."""

    name: str
    label: str
    en: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: labels, family, the types it links, and its code in PLOVER or Wikidata."""

    name: RelationName
    label: str
    en: str
    family: str
    subject: frozenset[EntityType]
    object: frozenset[EntityType]
    symmetric: bool
    code: str | None
    means: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """Types, families and relations of ``rules/ontology.yaml``, in file order."""

    types: Mapping[EntityType, TypeInfo]
    families: Mapping[str, Family]
    relations: Mapping[RelationName, Relation]


@dataclass(frozen=True, slots=True)
class AliasContext:
    """When an ambiguous alias means its entry. Literal strings; empty = no condition.

    ``before``/``after``: one of these stands directly before/after the alias; ``not_before``/``not_after``: none
    does; ``near``: one of these stands somewhere in the sentence; ``not_near``: none does.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an entry, with the context it needs to mean it."""

    text: str
    context: AliasContext | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A gazetteer entry. The id is an alias of itself.

    ``short``: a single kanji that stands for the country only where grammar licenses it (米, 中, 日).
    ``prefix``: how the country begins the ids of its organs (米 → 米財務省, 中国 → 中国商務省).
    ``other_shorts``: further single kanji under the same condition (ロ beside 露). ``organ_prefixes``: words that
    name the country only before an organ word, while they mean another entry by themselves (中共商務省 → 中国商務省).
    """

    id: EntityId
    type: EntityType
    aliases: tuple[Alias, ...]
    source: Source
    en: str | None = None
    reading: str | None = None
    wikidata: str | None = None
    country: EntityId | None = None
    iso: str | None = None
    short: str | None = None
    prefix: str | None = None
    other_shorts: tuple[str, ...] = ()
    organ_prefixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ word: with a country before it, it is that state's organ (米＋財務省 → 米財務省).

    ``canonical`` is the word ids are made with (外務省 for 外交部). ``home`` is the only state that has one
    (国防総省 → 米国). ``bare`` organs may stand alone and then belong to the state the passage is about (外務省, 政府);
    others need a country (軍). ``countries`` limits the states that have one; empty = any.
    """

    word: str
    canonical: str
    en: str | None
    bare: bool
    home: EntityId | None
    countries: tuple[EntityId, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Title:
    """A title after a name (大統領, 氏) – outside the mention.

    ``office``: an office that a person holds; else an honorific. ``of``: the types it can be an office of.
    ``stands``: with its country or body before it and no name, it stands for its holder (米財務長官).
    """

    word: str
    en: str | None
    office: bool
    of: frozenset[EntityType]
    stands: bool
    source: Source


@dataclass(frozen=True, slots=True)
class NamePattern:
    """How names that no list holds look.

    A candidate is a run of name-like tokens. ``suffix``: its last word is one of these and belongs to it
    (鉱業, 鉱山, 法案); ``prefix``: its first word (株式会社); ``before``/``after``: words outside it, directly
    before or after (大手X, X社). ``shapes``: kana, kanji, latin, mixed. ``quoted``: ``no``, ``may`` or ``must``
    stand in 「」. ``needs``: least number of characters besides the affix.
    """

    id: str
    type: EntityType
    source: Source
    suffix: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    quoted: str = "no"
    needs: int = 1
    drop: bool = False
    """True: the affix is in the mention but not in the id (株式会社)."""
    proper: bool = True
    """False: the affix alone tells that it is a name, no proper noun is needed (安全維持法)."""
    long: bool = False
    """True: a place whose name may have several words before the suffix (神戸国際会議場)."""


@dataclass(frozen=True, slots=True)
class Affix:
    """A bound form beside a country or name: 対日 (``side`` prefix), 米国産 (suffix).

    ``role`` is what the name is to the noun after the affix (対: target); ``sense`` makes the affix a predicate of
    its own (産, 製: produced_by).
    """

    text: str
    side: str
    role: Role | None
    sense: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Deixis:
    """A word that points back to a name (同国, 同社, 両国, 我が国): to the last ``count`` of ``types``."""

    word: str
    types: tuple[EntityType, ...]
    count: int
    home: bool
    """True: the country the text is published in (我が国)."""
    source: Source


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense class of predicates with one case frame.

    ``words``: verbs in dictionary form, verbal nouns without する, adjectives, relational nouns (影響力).
    ``cases``: surface case → role; what it doesn't name follows ``Lexicon.cases``. ``genitive`` and
    ``compound``: the role of an *actor* name under の or in a compound with the noun (中国の購入: agent; 中国依存:
    target); names of other types are themes unless ``theme_types`` says otherwise.
    """

    name: str
    words: tuple[str, ...]
    cases: Mapping[str, Role]
    genitive: Role
    compound: Role
    means: str
    source: Source


@dataclass(frozen=True, slots=True)
class Particle:
    """A case particle or compound particle and the role it shows by default: に対して → target."""

    case: str
    forms: tuple[str, ...]
    role: Role
    source: Source


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that changes the standing of the clause inside it.

    ``words`` are predicates or nouns (検討する, 方針, 否定), ``auxiliaries`` endings (ない, まい, なら).
    ``polarity``, ``modality``, ``standing``: what the inner clause becomes. ``agent``: the role of the operator's
    own argument that is the inner clause's missing agent (control: 求める → target, 検討する → agent), or None.
    ``says``: the operator's agent says the inner clause. ``over``: it works only on clauses of these senses; then it
    goes before an operator of the same word that names none (停止 of a ban lifts it, 停止 of a supply ends it).
    """

    id: str
    kind: MarkKind
    words: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    polarity: Polarity | None
    modality: Modality | None
    standing: Standing | None
    agent: Role | None
    says: bool
    origin: Source
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of ``rules/lexicon/``."""

    senses: tuple[Sense, ...]
    operators: tuple[Operator, ...]
    particles: tuple[Particle, ...]
    transparent: frozenset[str]
    """Nouns seen through to the name before them: レアアース供給, 日本企業, 中国側."""
    areas: frozenset[str]
    """Parts of a place, seen through to the country or place under の: 日本の最東端."""
    parts: frozenset[str]
    """Unnamed parts that act as the body they belong to: 米議会の委員会, 政府高官."""
    things: frozenset[str]
    """Senses whose nouns are things: what a compound says before them is no event (精錬工場, 生産船)."""
    people: frozenset[str]
    """Nouns for unnamed people and bodies, who act like named ones: 政府, 首相, 専門家."""
    concurrent: frozenset[str]
    """Formal nouns whose clause has the main clause's subject: …しないまま, …した後."""
    partitives: frozenset[str]
    """Parts and amounts of what stands under の before them: 制裁の一部."""
    adverbs: frozenset[str]
    """Verb forms that only modify: 引き続き."""
    formal: frozenset[str]
    """Nouns that carry a clause and add nothing: こと, 理由."""
    goods: frozenset[str]
    """Products after their maker's name: 日本車."""
    tails: frozenset[str]
    """Nouns after a verbal noun that leave it the head in sense: 規制措置, 拡大後."""
    contents: frozenset[str]
    """Nouns whose attributive clause is what they are about, not a relative clause: こと, との見方."""
    descriptors: Mapping[str, str]
    """Descriptor of a name → sense: 大手 → company_kind, 国営 → state_owned."""


@dataclass(frozen=True, slots=True)
class Compound:
    """A run of country abbreviations that has another reading (日中: by day, 中米: Central America).

    It stands for its countries only in ``context``, and never where that is None.
    """

    text: str
    context: AliasContext | None
    source: Source


@dataclass(frozen=True, slots=True)
class Names:
    """What finds names besides the gazetteer's entries."""

    organs: tuple[Organ, ...]
    titles: tuple[Title, ...]
    title_prefixes: tuple[str, ...]
    """前, 元, 副, 次期: belong to the title after them."""
    patterns: tuple[NamePattern, ...]
    affixes: tuple[Affix, ...]
    deixis: tuple[Deixis, ...]
    compounds: tuple[Compound, ...] = ()
    short_heads: tuple[str, ...] = ()
    """Nouns that license a country's single kanji before them (米企業, 英紙, 仏半導体大手)."""
    short_blocks: tuple[str, ...] = ()
    """What makes the single kanji before it another word (米＋価格: rice)."""
    surnames: tuple[str, ...] = ()
    """Chinese, Korean and Vietnamese family names, for names that the morphology does not know (毛寧報道官)."""
    foreign_organs: tuple[str, ...] = ()
    """Organ words that Japan has none of: alone they are another state's (議会, 商務省)."""
    separate_words: tuple[str, ...] = ()
    """Organ words that stay apart from a place before them (香港当局: 香港)."""
    head_titles: tuple[str, ...] = ()
    """Titles under which a bare family name means the gazetteer's person (首相, 氏); under others it is another's."""


@dataclass(frozen=True, slots=True)
class RolePath:
    """Where a frame finds a participant: ``agent``, or ``theme/agent``, the agent of the clause that heads the
    theme (中国 in 中国のレアアース支配に対抗)."""

    steps: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be true of a role. Empty fields are no condition.

    ``words``: the head word is or ends in one of these; ``senses``: the phrase's clause has one of these;
    ``types``: it names an entity of these types; ``not_types``: none of these; ``present``: it is there (True) or not.
    """

    role: RolePath
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()
    types: frozenset[EntityType] = frozenset()
    not_types: frozenset[EntityType] = frozenset()
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A relation rule: triggers (senses in Latin letters, words in Japanese) and which roles fill it.

    Paths are alternatives: the first that names an entity of an allowed type wins. ``between``: the frame links
    every two names of this role (日米が会談). ``polarity`` and ``modality``, where set, override the clause's
    (``negated`` flips it). ``kinds``: predicate kinds it may match, empty = all. ``over``: relations that say the same
    less exactly; where one predicate gives both for the same two names, only this one stays (acquires, invests_in).
    ``clause_polarity``: the polarity that the clause must have (応じない rejects, 応じる does not). ``not_under``:
    senses that the predicate over the clause must not have (輸出 in 輸出を禁止 supplies nobody).
    """

    id: str
    relation: RelationName
    triggers: tuple[str, ...]
    source: Source
    subject: tuple[RolePath, ...] = ()
    object: tuple[RolePath, ...] = ()
    between: tuple[RolePath, ...] = ()
    item: tuple[RolePath, ...] = ()
    title: tuple[RolePath, ...] = ()
    place: tuple[RolePath, ...] = ()
    subject_types: frozenset[EntityType] = frozenset()
    object_types: frozenset[EntityType] = frozenset()
    when: tuple[Condition, ...] = ()
    standing: frozenset[Standing] = frozenset({Standing.ASSERTED})
    polarity: Polarity | None = None
    modality: Modality | None = None
    kinds: frozenset[str] = frozenset()
    over: frozenset[RelationName] = frozenset()
    clause_polarity: Polarity | None = None
    not_under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedStatement:
    """A statement in an example: names, and only those qualifiers and marks that it gives."""

    subject: EntityId
    relation: RelationName
    object: EntityId
    polarity: Polarity
    modality: Modality
    qualifiers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RelationExample:
    """A sentence and all that ``relation`` says of it; an empty ``expect`` makes it a look-alike."""

    relation: RelationName
    text: str
    expect: tuple[ExpectedStatement, ...]
    source: Source
    date: str | None = None


@dataclass(frozen=True, slots=True)
class MentionExample:
    """A sentence and the mentions in it, as (surface, entity id), in order; only those of ``file``'s entries
    or patterns are compared."""

    text: str
    mentions: tuple[tuple[str, EntityId], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class TimeExample:
    """A text, the date of its document (ISO, None = unknown) and the (surface, value) of each date in it."""

    text: str
    date: str | None
    times: tuple[tuple[str, str], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word that means a date: 昨日, 同年, 年末, 来春.

    ``unit`` (day, week, month, year, fiscal-year) and ``offset`` count from the document's date or, where ``carried``,
    from the last date before the word. ``month`` instead: the nearest month of that number. ``part`` narrows it.
    ``not_after``: directly before one of these it means no date, ``not_before``: directly behind one of these.
    """

    text: str
    unit: str
    offset: int
    carried: bool
    month: int | None
    part: str | None
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The words of ``rules/lexicon/times.yaml``; ``kg.times`` has their grammar.

    ``eras``: era → the year before its first (令和 → 2018). ``parts``: word → the part of a year or month
    it names (末 → end); ``part_blocks``: what behind a part makes it another word (中 in 中国). ``amounts``:
    unit → what behind it makes a number an amount of time (5日間). ``not_before``: what before a number does
    so (約10年). ``year_marks``: what makes a number of two digits a year (24年末). ``kanji_day_blocks``: what
    behind 二日 and the like makes it another word, ``kanji_day_marks``: what behind 二日 tells that it is a date.
    ``day_blocks``: what behind a day begins another word, and behind which it does not (3日本企業, 3日本社で).
    ``ago_blocks``: what behind 前 makes it no distance (3日前後).
    """

    eras: Mapping[str, int] = field(default_factory=dict)
    words: tuple[TimeWord, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    part_blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    amounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_before: tuple[str, ...] = ()
    year_marks: tuple[str, ...] = ()
    kanji_day_blocks: tuple[str, ...] = ()
    kanji_day_marks: tuple[str, ...] = ()
    day_blocks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ago_blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All of ``rules/``. ``digest`` is a hash of the files, for manifests and caches."""

    ontology: Ontology
    entries: tuple[Entry, ...]
    names: Names
    lexicon: Lexicon
    frames: tuple[Frame, ...]
    relation_examples: tuple[RelationExample, ...]
    mention_examples: tuple[MentionExample, ...]
    digest: str
    times: TimeRules = field(default_factory=TimeRules)
    time_examples: tuple[TimeExample, ...] = ()
