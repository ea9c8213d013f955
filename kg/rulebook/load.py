"""``rules/`` → Rulebook: reads the files, layer by layer, checks them and reports all faults in one run.

A rulebook once built is kept as a pickle in the user's cache folder, under a digest of the rule files and of this
package, so that the next start need not read YAML. An unwritable cache costs time and nothing else.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kg.errors import RuleError
from kg.resources import rules_folder
from kg.rulebook.check import check_draft
from kg.rulebook.draft import Draft, Reader
from kg.rulebook.lexicon import read_nouns, read_operators, read_particles, read_senses
from kg.rulebook.names import read_entities, read_names, read_titles
from kg.rulebook.nodes import Faults, Value, compose, nearest
from kg.rulebook.ontology import read_ontology
from kg.rulebook.relations import read_relations
from kg.rulebook.times import read_times
from kg.rulebook.types import Lexicon, Names, Ontology, Rulebook

READERS: tuple[tuple[str, Reader], ...] = (
    ("ontology.yaml", read_ontology),
    ("entities/*.yaml", read_entities),
    ("lexicon/titles.yaml", read_titles),
    ("lexicon/names.yaml", read_names),
    ("lexicon/senses/*.yaml", read_senses),
    ("lexicon/particles.yaml", read_particles),
    ("lexicon/operators.yaml", read_operators),
    ("lexicon/nouns.yaml", read_nouns),
    ("lexicon/times.yaml", read_times),
    ("relations/*.yaml", read_relations),
)
"""What each rule file is read by, in reading order; a file may be missing."""


def load_rulebook(folder: Path | None = None, *, extra: Sequence[Path] = (), cache: bool = True) -> Rulebook:
    """The rulebook of ``folder`` (default: the rules shipped with ``kg``), checked.

    Each folder of ``extra`` has the same shape and is laid over it: it may add anything, add aliases and other keys
    to an entity, words to a sense, and replace an operator, title, organ or frame of the same name.

    Raises ``RuleError`` with the first fault; its ``others`` are all further ones. With ``cache=False`` the files are
    read whatever the cache has.
    """
    layers = [read_files(Path(path)) for path in (folder or rules_folder(), *extra)]
    digest = digest_layers(layers)
    place = _cache_folder() / f"rulebook-{digest[:16]}-{_code_digest()[:16]}.pickle" if cache else None
    if place is not None and (kept := _read_cache(place)) is not None:
        return kept
    rulebook = build_rulebook(layers, digest)
    if place is not None:
        _write_cache(place, rulebook)
    return rulebook


MERGES = "merges.yaml"
"""May stand in a folder of rules and is none: which names mean one entity (``kg.resolve.merges``)."""
Layer = tuple[tuple[str, str, bytes], ...]
"""The files of one folder: path in it, path to print, content."""


def read_files(folder: Path) -> Layer:
    """All YAML files of a rules folder, in a fixed order. Raises ``RuleError`` where it is no folder."""
    if not folder.is_dir():
        raise RuleError("no folder of rules here; expected one with ontology.yaml, entities/ or relations/",
                        path=str(folder))
    root = folder.resolve()
    paths = sorted(path for suffix in ("*.yaml", "*.yml") for path in root.rglob(suffix) if path.is_file())
    paths = [path for path in paths if path.relative_to(root).as_posix() != MERGES]
    names = [path.relative_to(root).as_posix() for path in paths]
    return tuple((name, f"{root.name}/{name}", path.read_bytes()) for name, path in zip(names, paths, strict=True))


def digest_layers(layers: Sequence[Layer]) -> str:
    """A hash of the names and contents of all files."""
    digest = hashlib.sha256()
    for number, layer in enumerate(layers):
        for name, _, content in layer:
            digest.update(f"{number}\0{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def build_rulebook(layers: Sequence[Layer], digest: str) -> Rulebook:
    """Read, check and freeze. Raises ``RuleError`` with all faults."""
    draft, faults = Draft(), Faults()
    collecting = gc.isenabled()
    gc.disable()  # nodes are many and none of them dies before the end
    try:
        for layer in layers:
            draft.seen.clear()
            _read_layer(layer, draft, faults)
        check_draft(draft, faults)
    finally:
        if collecting:
            gc.enable()
    faults.raise_first()
    return _freeze(draft, digest)


def _read_layer(layer: Layer, draft: Draft, faults: Faults) -> None:
    unread = {name: shown for name, shown, _ in layer}
    for pattern, reader in READERS:
        for name, shown, content in layer:
            if not _matches(name, pattern):
                continue
            unread.pop(name, None)
            file = _root(shown, content, faults)
            if file is not None:
                reader(file, draft)
    for name, shown in unread.items():
        known = [pattern for pattern, _ in READERS]
        faults.found.append(RuleError("no rule file of this name is known" + nearest(name, known), path=shown))


def _matches(name: str, pattern: str) -> bool:
    """``entities/*.yaml`` matches files directly in ``entities``."""
    folder, _, last = pattern.rpartition("/")
    if "*" not in last:
        return name == pattern
    return name.rpartition("/")[0] == folder and name.endswith(".yaml")


def _root(path: str, content: bytes, faults: Faults) -> Value | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        faults.found.append(RuleError("not UTF-8", path=path, line=line))
        return None
    node = compose(text, path, faults)
    if node is None:
        return None
    value = Value(node, path, faults, "the file")
    if not value.is_mapping:
        value.fault("the file is no mapping; expected keys such as 'entities' or 'frames'")
        return None
    return value


def _freeze(draft: Draft, digest: str) -> Rulebook:
    return Rulebook(
        ontology=Ontology(types=draft.types, families=draft.families, relations=draft.relations),
        entries=tuple(draft.entries.values()),
        names=Names(
            organs=tuple(draft.organs.values()),
            titles=tuple(draft.titles.values()),
            title_prefixes=tuple(draft.title_prefixes),
            patterns=tuple(draft.patterns.values()),
            affixes=tuple(draft.affixes.values()),
            deixis=tuple(draft.deixis.values()),
            compounds=tuple(draft.compounds.values()),
            short_heads=tuple(draft.short_heads),
            short_blocks=tuple(draft.short_blocks),
            foreign_organs=tuple(draft.foreign_organs),
            separate_words=tuple(draft.separate_words),
            head_titles=tuple(draft.head_titles),
            surnames=tuple(draft.surnames),
        ),
        lexicon=Lexicon(
            senses=tuple(draft.senses.values()),
            operators=tuple(draft.operators.values()),
            particles=tuple(draft.particles.values()),
            transparent=frozenset(draft.transparent),
            areas=frozenset(draft.areas),
            parts=frozenset(draft.parts),
            things=frozenset(draft.things),
            people=frozenset(draft.people),
            concurrent=frozenset(draft.concurrent),
            partitives=frozenset(draft.partitives),
            adverbs=frozenset(draft.adverbs),
            formal=frozenset(draft.formal),
            goods=frozenset(draft.goods),
            tails=frozenset(draft.tails),
            contents=frozenset(draft.contents),
            descriptors={word: sense for word, (sense, _) in draft.descriptors.items()},
        ),
        frames=tuple(draft.frames.values()),
        relation_examples=tuple(draft.relation_examples),
        mention_examples=tuple(draft.mention_examples),
        digest=digest,
        times=draft.times,
        time_examples=tuple(draft.time_examples),
    )


def _code_digest() -> str:
    """A hash of the code that gives the pickle its shape."""
    here = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in (here.parent / "model.py", *sorted(here.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _cache_folder() -> Path:
    """The user's own cache folder; a private one among the temporary files where there is no home."""
    given = os.environ.get("XDG_CACHE_HOME")
    if given:
        return Path(given) / "kg"
    try:
        return Path.home() / ".cache" / "kg"
    except RuntimeError:
        return Path(tempfile.gettempdir()) / f"kg-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"


def _read_cache(place: Path) -> Rulebook | None:
    """The kept rulebook; None where there is none that can be trusted: a pickle of another user may run anything."""
    collecting = gc.isenabled()
    try:
        found = place.stat()
        if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
            return None
        gc.disable()
        kept = pickle.loads(place.read_bytes())  # noqa: S301 - our own file, checked above
    except Exception:  # noqa: BLE001 - a damaged cache is no fault of the rules: they are read anew
        return None
    finally:
        if collecting:
            gc.enable()
    return kept if isinstance(kept, Rulebook) else None


def _write_cache(place: Path, rulebook: Rulebook) -> None:
    """Keep ``rulebook``; older ones of other digests go. A folder that cannot be written to is left alone."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=place.parent, suffix=".part", delete=False) as part:
            part.write(pickle.dumps(rulebook, protocol=pickle.HIGHEST_PROTOCOL))
        Path(part.name).replace(place)
        for old in sorted(place.parent.glob("rulebook-*.pickle"), key=lambda path: path.stat().st_mtime)[:-4]:
            old.unlink(missing_ok=True)
    except OSError:
        return
