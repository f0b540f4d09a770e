"""What was tagged elsewhere: words, in whatever spelling, with the labels and entities they stood for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from dateline.model.annotation import Layer, Mention
from dateline.model.registry import Entity
from dateline.model.text import Span, fold, words

Key = tuple[str, ...]  # folded words: one key for all spellings of a name

_FAIR = 0.5  # the share of what stands in a text that must have been tagged, and under one label
_COMMON = 2  # times that words without a capital must have been tagged: they are no name


class Known(Struct, frozen=True):
    """What words stood for: a label, how often they were tagged so, the entity where it was always the same one."""

    label: str
    layer: Layer
    count: int
    entity_id: str | None = None


class Token(Struct, frozen=True):
    """A word of a text and its folded form."""

    span: Span
    folded: str


class _Lesson(Struct, frozen=True):
    """One tagged mention."""

    key: Key
    label: tuple[str, Layer]
    entity_id: str | None
    capital: bool


class _Article(Struct, frozen=True):
    """What one article teaches: its lessons, and how often their keys stand in it."""

    lessons: tuple[_Lesson, ...]
    occurred: Mapping[Key, int]


class _Seen(Struct):
    """All lessons of one key, summed."""

    labels: Counter[tuple[str, Layer]] = field(default_factory=Counter)
    entities: Counter[str | None] = field(default_factory=Counter)
    capital: int = 0  # how many began with a capital
    occurred: int = 0

    @property
    def tagged(self) -> int:
        return self.labels.total()


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return fold(word)


def tokens(text: str, begin: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of a stretch of text with their folded forms."""
    return [Token(span, _folded(span.of(text))) for span in words(text, begin, end)]


def key_of(name: str) -> Key:
    """Return the key of some words."""
    return tuple(token.folded for token in tokens(name))


class Lexicon:
    """The names of the registry, and what the articles of one annotator taught.

    What an article taught can be replaced, so that the lexicon follows the work. Words are known only where they were
    tagged more often than left alone, and under one label.
    """

    def __init__(self) -> None:
        self._seen: dict[Key, _Seen] = {}
        self._names: dict[Key, dict[str, str]] = {}  # from the registry: entity id to type
        self._of_entity: dict[str, frozenset[Key]] = {}
        self._lengths: dict[str, set[int]] = {}  # of the keys that begin with a word
        self._articles: dict[str, _Article] = {}

    def set_names(self, entities: Iterable[Entity]) -> None:
        """Take the entities of the registry, under their names and aliases."""
        self._names, self._of_entity = {}, {}
        for entity in entities:
            self.put_name(entity)

    def put_name(self, entity: Entity) -> None:
        """Take an entity under the names it has now, and under those it had before no longer."""
        self.drop_name(entity.id)
        keys = frozenset(k for n in (entity.name, *entity.aliases) if (k := key_of(n))) if entity.type else frozenset()
        for key in keys:
            self._names.setdefault(key, {})[entity.id] = entity.type
            self._lengths.setdefault(key[0], set()).add(len(key))
        if keys:
            self._of_entity[entity.id] = keys

    def drop_name(self, entity_id: str) -> None:
        """Forget an entity of the registry."""
        for key in self._of_entity.pop(entity_id, ()):
            del self._names[key][entity_id]
            if not self._names[key]:
                del self._names[key]

    def put(self, article_id: str, text: str, mentions: Iterable[Mention], *, whole: bool = True) -> None:
        """Take what an article's mentions teach, in place of what it taught before; dates teach nothing.

        Unless `whole`, the article is not yet done: what stands behind the last mention was not left untagged on
        purpose.
        """
        if before := self._articles.pop(article_id, None):
            self._count(before, -1)
        lessons: list[_Lesson] = []
        end = len(text) if whole else 0
        for mention in mentions:
            end = max(end, mention.span.end)
            if mention.layer is not Layer.TIME and len(mention.fragments) == 1:
                lessons += _lessons(mention, mention.text_of(text))
        if lessons:
            taught = _Article(tuple(lessons), _occurrences(tokens(text, 0, end), {each.key for each in lessons}))
            self._articles[article_id] = taught
            self._count(taught, 1)

    def taught_by(self, article_id: str) -> bool:
        """Say whether an article taught anything."""
        return article_id in self._articles

    def _count(self, taught: _Article, sign: int) -> None:
        for lesson in taught.lessons:
            seen = self._seen.setdefault(lesson.key, _Seen())
            self._lengths.setdefault(lesson.key[0], set()).add(len(lesson.key))
            seen.labels[lesson.label] += sign
            seen.entities[lesson.entity_id] += sign
            seen.capital += sign * lesson.capital
        for key, often in taught.occurred.items():
            self._seen[key].occurred += sign * often
        if sign < 0:
            for key in taught.occurred:
                if not self._seen[key].tagged:
                    del self._seen[key]

    def labels_of(self, key: Key) -> list[str]:
        """Return all labels that words were tagged with, the most frequent first, then the types of things so named.

        `known` is for words nobody asked about; this is for words that are about to be tagged with one or the other.
        """
        seen = self._seen.get(key)
        counts = Counter[str]()
        for (label, _), often in seen.labels.items() if seen else ():
            counts[label] += often
        taught = [label for label, often in counts.most_common() if often > 0]
        return list(dict.fromkeys((*taught, *sorted(self._names.get(key, {}).values()))))

    def known(self, key: Key, labels: Mapping[str, Layer], *, capital: bool) -> Known | None:
        """Return what words most likely stand for under one of `labels`; None where too little speaks for it.

        `capital`: they begin with a capital here; names that always do are not meant where they do not.
        """
        seen = self._seen.get(key)
        found = self._taught(seen, capital=capital) if seen else self._named(key, capital=capital)
        if found is None or labels.get(found.label) is not found.layer:
            return None
        return found

    @staticmethod
    def _taught(seen: _Seen, *, capital: bool) -> Known | None:
        tagged = seen.tagged
        (label, layer), often = seen.labels.most_common(1)[0]
        if tagged < _FAIR * seen.occurred or often <= _FAIR * tagged or (seen.capital == tagged and not capital):
            return None
        if seen.capital == 0 and often < _COMMON:
            return None
        linked = {e for e, n in seen.entities.items() if e and n > 0}
        return Known(label, layer, often, linked.pop() if len(linked) == 1 else None)

    def _named(self, key: Key, *, capital: bool) -> Known | None:
        names = self._names.get(key, {})
        types = set(names.values())
        if len(types) != 1 or not capital:
            return None
        return Known(types.pop(), Layer.ENTITY, 0, next(iter(names)) if len(names) == 1 else None)

    def keys_at(self, found: Sequence[Token], at: int) -> Iterator[Key]:
        """Yield the keys that begin with the word at `at`, the longest first."""
        for length in sorted(self._lengths.get(found[at].folded, ()), reverse=True):
            key = tuple(t.folded for t in found[at : at + length])
            if len(key) == length and (key in self._seen or key in self._names):
                yield key


def _lessons(mention: Mention, said: str) -> Iterator[_Lesson]:
    """Words that begin or end with a sign ("$5 billion") are left out: a key would lose it."""
    found = tokens(said)
    if found and found[0].span.begin == 0 and found[-1].span.end == len(said):
        key = tuple(t.folded for t in found)
        yield _Lesson(key, (mention.label, mention.layer), mention.entity_id, said[0].isupper())


def _occurrences(found: Sequence[Token], keys: set[Key]) -> dict[Key, int]:
    """Count how often each key stands among the words."""
    lengths: dict[str, set[int]] = {}
    for key in keys:
        lengths.setdefault(key[0], set()).add(len(key))
    counts = dict.fromkeys(keys, 0)
    for i, token in enumerate(found):
        for length in lengths.get(token.folded, ()):
            key = tuple(t.folded for t in found[i : i + length])
            if key in counts:
                counts[key] += 1
    return counts
