"""Telling that two articles are nearly the same text: the same agency report, cut or headed otherwise.

A text is sketched by the smallest hashes of its runs of words (bottom-k MinHash; Broder 1997). Of two sketches the
share of common hashes estimates what share of all runs the texts have in common; and since papers cut from the end,
how much of the shorter one's beginning stands in the longer counts, too.
"""

import re
from array import array
from collections import Counter
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import accumulate, chain
from operator import itemgetter
from zlib import crc32

from msgspec import Struct

from dateline.model.text import fold
from dateline.scratch import Sketches

_WORD = re.compile(r"\w+")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")  # where a word may break; web pages are full of them
_RUN = 4  # words
_SKETCH = 96  # hashes kept of a text, ...
_INDEXED = 48  # ... and how many of them, the smallest, lead to it
_SHARED = 3  # hashes two texts must share to be compared
_CANDIDATES = 20
_LONGEST = 200_000  # characters looked at
_FEWEST = 12  # runs; a shorter text is like another only by accident
SHORT = _RUN + _FEWEST  # words; a shorter text has no telling phrases
_BRIEF = 150  # words; of a text up to there a few insertions break most runs, so it is known by all its words, too
_COMMON = 200  # texts remembered of those that share a hash; one that so many share is a phrase of the trade
_DIVISORS = 4_194_301, 4_194_287  # primes
_BEGIN = 6_000  # characters
_HELD = 250  # sketches in memory; when there are so many they go where memory does not count
_PHRASE, _PHRASES = 6, 12  # words of a phrase, and how many of them
NEAR = 0.6


class Sketch(Struct, frozen=True):
    """The smallest hashes of a text's runs of words, in order, and how many runs it has."""

    hashes: "array[int]"
    runs: int

    @classmethod
    def unpacked(cls, hashes: bytes, runs: int) -> "Sketch":
        """Return the sketch that was kept as bytes."""
        return cls(array("I", hashes), runs)


def sketch_of(text: str) -> Sketch | None:
    """Return the sketch of a text; None for one so short that it is like another only by accident."""
    runs = _runs(text)
    return Sketch(_sketch(runs), len(runs)) if len(runs) >= _FEWEST else None


class Nearness:
    """Remembers sketches of texts under names, and finds the one most like a further text.

    Memory does not grow with their number: the latest are held, the others lie in a temporary file.
    """

    def __init__(self, held: int = _HELD) -> None:
        self._most = held
        self._put_away = 0
        self._away: Sketches | None = None
        self._sketches: list[tuple[str, array[int], int]] = []
        self._asked: dict[int, tuple[str, frozenset[int], int]] = {}  # sketches that were compared last, by number
        self._holders: dict[int, array[int]] = {}  # a hash to the texts held that have it, by number
        self._slots = bytearray(), bytearray()  # whether a hash put away leaves a rest, by each of _DIVISORS

    def add(self, name: str, text: str) -> None:
        """Remember a text."""
        if (sketch := sketch_of(text)) is not None:
            self.add_sketch(name, sketch)

    def add_sketch(self, name: str, sketch: "Sketch") -> None:
        """Remember a text by its sketch."""
        mine = self._put_away + len(self._sketches)
        for value in sketch.hashes[:_INDEXED]:
            if (held := self._holders.get(value)) is None:
                self._holders[value] = array("I", (mine,))
            else:
                held.append(mine)
        self._sketches.append((name, sketch.hashes, sketch.runs))
        if len(self._sketches) >= self._most:
            self._put_all_away()

    def _put_all_away(self) -> None:
        if self._away is None:
            self._away = Sketches(_COMMON)
            self._slots = bytearray(_DIVISORS[0]), bytearray(_DIVISORS[1])
        self._away.add(
            ((self._put_away + i, n, size, s.tobytes()) for i, (n, s, size) in enumerate(self._sketches)),
            self._holders.items(),
        )
        (one, other), (first, second) = self._slots, _DIVISORS
        for value in self._holders:
            one[value % first] = other[value % second] = 1
        self._put_away += len(self._sketches)
        self._sketches.clear()
        self._holders.clear()

    def near(self, text: str) -> list[tuple[str, float]]:
        """Return the names of the texts like this one with the shares of runs in common, the most like first.

        Of very many that are like one another a few come, so that all are bound through others.
        """
        sketch = sketch_of(text)
        return self.near_sketch(sketch) if sketch is not None else []

    def near_sketch(self, sketch: "Sketch") -> list[tuple[str, float]]:
        """Do so by the text's sketch."""
        holders = self._that_hold(sketch.hashes)
        if len(holders) < _SHARED:
            return []
        rare = [found for found in holders if len(found) < _COMMON]
        # A phrase of the trade says little, but of one report in hundreds of papers every phrase is in hundreds.
        return self._like(sketch.hashes, sketch.runs, rare) or (
            self._like(sketch.hashes, sketch.runs, holders) if len(rare) < len(holders) else []
        )

    def _that_hold(self, hashes: "array[int]") -> "list[array[int]]":
        """Return for each hash that a text has been met with the first texts that have it."""
        if self._away is None:
            return [held[:_COMMON] for value in hashes if (held := self._holders.get(value)) is not None]
        (one, other), (first, second) = self._slots, _DIVISORS
        sought = [value for value in hashes if one[value % first] and other[value % second]]  # most have not been met
        mine = [value for value in hashes if value in self._holders]
        if len(sought) + len(mine) < _SHARED:
            return []
        away = dict(self._away.holders(sought)) if sought else {}
        found = []
        for value in sorted({*away, *mine}):
            before, here = away.get(value), self._holders.get(value)
            if before is not None and here is not None:
                before.extend(here)
            if (numbers := here if before is None else before) is not None:
                found.append(numbers[:_COMMON])
        return found

    def _kept(self, numbers: list[int]) -> list[tuple[str, frozenset[int], int]]:
        """Return the names, hashes and sizes of sketches; some are asked for again and again."""
        asked = self._asked
        away = [number for number in numbers if number not in asked and number < self._put_away]
        for number, (name, size, hashes) in (self._away.some(away) if self._away is not None and away else {}).items():
            asked[number] = name, frozenset(array("I", hashes)), size
        for number in numbers:
            if number not in asked:
                name, held, size = self._sketches[number - self._put_away]
                asked[number] = name, frozenset(held), size
        self._asked = asked if len(asked) < self._most else {}
        return [asked[number] for number in numbers]

    def _like(self, sketch: "array[int]", size: int, holders: "list[array[int]]") -> list[tuple[str, float]]:
        shared = Counter(chain.from_iterable(holders))
        own = frozenset(sketch)
        near = []
        several = [pair for pair in shared.items() if pair[1] >= _SHARED]
        candidates = [number for number, _ in nlargest(_CANDIDATES, several, key=itemgetter(1))]
        for name, other, other_size in self._kept(candidates):
            share = _likeness(own, other, size, other_size)
            if share >= NEAR:
                near.append((name, share))
        return sorted(near, key=lambda found: -found[1])


def is_brief(text: str) -> bool:
    """Say whether a text has too few runs to be known by them alone."""
    return len(_WORD.findall(text[: 40 * _BRIEF])) <= _BRIEF


def title_or_file(title: str, origin: str) -> str:
    """Return under what a brief text is compared with others: its title or, where it has none, its file."""
    return f"title {fold(title)}" if title else f"file {origin}"


def words_of(text: str) -> list[str]:
    """Return the words of a brief text as they are compared."""
    return _WORD.findall(fold(text if text.isascii() else text.translate(_UNSEEN)))


def word_likeness(one: str, other: str) -> float:
    """Return what share of the words of two short texts stand in both in the same order."""
    return likeness_of_words(words_of(one), words_of(other))


def likeness_of_words(mine: list[str], theirs: list[str]) -> float:
    """Return what share of the words stand in both in the same order; 0 where too few of them stand in both at all."""
    both = (Counter(mine) & Counter(theirs)).total()
    if 2 * both < NEAR * (len(mine) + len(theirs)):
        return 0.0
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def likeness(one: str, other: str) -> float:
    """Return what share of the runs of words of the shorter of two texts the other has; of brief ones, of the words."""
    if is_brief(one) and is_brief(other):
        return word_likeness(one, other)
    mine, theirs = _runs(one), _runs(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def telling_phrases(text: str) -> list[str]:
    """Return a few phrases from all over the begin of a text, by which a copy of it is found in a search index."""
    words = _WORD.findall(text[:_BEGIN])
    if len(words) < SHORT:
        return []
    step = max(1, (len(words) - _PHRASE) // (_PHRASES - 1))
    return [" ".join(words[i : i + _PHRASE]) for i in range(0, len(words) - _PHRASE + 1, step)][:_PHRASES]


def _runs(text: str) -> set[int]:
    """Return hashes, the same in every process, of all runs of words without case and diacritics."""
    joined = " ".join(_WORD.findall(fold(text[:_LONGEST]))).encode("utf-8", "replace")
    ends = list(accumulate(len(word) + 1 for word in joined.split(b" ")))
    begins = [0, *ends]
    return {crc32(joined[begin : end - 1]) for begin, end in zip(begins, ends[_RUN - 1 :], strict=False)}


def _sketch(runs: set[int]) -> "array[int]":
    """Return the smallest hashes in order, packed: a corpus has thousands of sketches."""
    return array("I", sorted(runs)[:_SKETCH])


def _likeness(one: frozenset[int], other: frozenset[int], size: int, other_size: int) -> float:
    """Estimate what share of the shorter text's runs the longer one has.

    The bottom-k estimate of the shares of the union is turned into containment by the sizes, which are known.
    """
    both = one & other
    looked_at = min(_SKETCH, len(one) + len(other) - len(both))
    most = _contained(len(both) / looked_at, size, other_size)
    if most < NEAR:  # and most pairs are not near: what is common to both among the smallest is no more
        return most
    union = sorted(one | other)[:_SKETCH]
    return _contained(len(both.intersection(union)) / looked_at, size, other_size)


def _contained(common: float, size: int, other_size: int) -> float:
    """Return what share of the shorter text's runs is in both where a share of all the runs of the two is common."""
    return min(1.0, common / (1 + common) * (size + other_size) / min(size, other_size))
