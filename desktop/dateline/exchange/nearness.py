"""Telling that two articles are nearly the same text: the same agency report, cut or headed otherwise.

A text is sketched by the smallest hashes of its runs of words (bottom-k MinHash; Broder 1997). Of two sketches the
share of common hashes estimates what share of all runs the texts have in common; and since papers cut from the end,
how much of the shorter one's beginning stands in the longer counts, too.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import accumulate, chain
from zlib import crc32

from msgspec import Struct

from dateline.model.text import fold
from dateline.scratch import Sketches

_WORD = re.compile(r"\w+")
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
_SLOTS = 1 << 22
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
        self._holders: dict[int, array[int]] = {}  # a hash to the texts held that have it, by number
        self._met = bytearray(_SLOTS)  # whether a hash that ends like one has been met: most of a new text have not

    def add(self, name: str, text: str) -> None:
        """Remember a text."""
        if (sketch := sketch_of(text)) is not None:
            self.add_sketch(name, sketch)

    def add_sketch(self, name: str, sketch: "Sketch") -> None:
        """Remember a text by its sketch."""
        mine = self._put_away + len(self._sketches)
        for value in sketch.hashes[:_INDEXED]:
            self._met[value % _SLOTS] = 1
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
        self._away.add(
            ((self._put_away + i, n, size, s.tobytes()) for i, (n, s, size) in enumerate(self._sketches)),
            self._holders.items(),
        )
        self._put_away += len(self._sketches)
        self._sketches.clear()
        self._holders.clear()

    def closest(self, text: str) -> tuple[str, float] | None:
        """Return the name of the text most like this one with the share of runs in common, None below NEAR."""
        return next(iter(self.near(text)), None)

    def near(self, text: str) -> list[tuple[str, float]]:
        """Return the names of the texts like this one with the shares of runs in common, the most like first.

        Of very many that are like one another a few come, so that all are bound through others.
        """
        sketch = sketch_of(text)
        return self.near_sketch(sketch) if sketch is not None else []

    def near_sketch(self, sketch: "Sketch") -> list[tuple[str, float]]:
        """Do so by the text's sketch."""
        met = [value for value in sketch.hashes if self._met[value % _SLOTS]]
        if len(met) < _SHARED:
            return []
        holders = self._that_hold(met)
        rare = [found for found in holders if len(found) < _COMMON]
        # A phrase of the trade says little, but of one report in hundreds of papers every phrase is in hundreds.
        return self._like(sketch.hashes, sketch.runs, rare) or (
            self._like(sketch.hashes, sketch.runs, holders) if len(rare) < len(holders) else []
        )

    def _that_hold(self, hashes: list[int]) -> "list[array[int]]":
        """Return for each hash that a text has been met with the first texts that have it."""
        away = dict(self._away.holders(hashes)) if self._away is not None else {}
        found = []
        for value in hashes:
            before, here = away.get(value), self._holders.get(value)
            if before is not None and here is not None:
                before.extend(here)
            if (held := here if before is None else before) is not None:
                found.append(held[:_COMMON])
        return found

    def _kept(self, numbers: list[int]) -> "Iterator[tuple[str, array[int], int]]":
        away = [number for number in numbers if number < self._put_away]
        kept = self._away.some(away) if self._away is not None and away else {}
        for number in numbers:
            if number in kept:
                name, size, hashes = kept[number]
                yield name, array("I", hashes), size
            else:
                yield self._sketches[number - self._put_away]

    def _like(self, sketch: "array[int]", size: int, holders: "list[array[int]]") -> list[tuple[str, float]]:
        shared = Counter(chain.from_iterable(holders))
        own = frozenset(sketch)
        near = []
        candidates = [i for i, count in shared.most_common(_CANDIDATES) if count >= _SHARED]
        for name, other, other_size in self._kept(candidates):
            share = _likeness(own, frozenset(other), size, other_size)
            if share >= NEAR:
                near.append((name, share))
        return sorted(near, key=lambda found: -found[1])


def is_brief(text: str) -> bool:
    """Say whether a text has too few runs to be known by them alone."""
    return len(_WORD.findall(text[: 40 * _BRIEF])) <= _BRIEF


def called(title: str, origin: str) -> str:
    """Return under what a brief text is compared with others: its title or, where it has none, its file."""
    return f"title {fold(title)}" if title else f"file {origin}"


def words_of(text: str) -> list[str]:
    """Return the words of a brief text as they are compared."""
    return _WORD.findall(fold(text))


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
    return array("I", nsmallest(_SKETCH, runs))


def _likeness(one: frozenset[int], other: frozenset[int], size: int, other_size: int) -> float:
    """Estimate what share of the shorter text's runs the longer one has.

    The bottom-k estimate of the shares of the union is turned into containment by the sizes, which are known.
    """
    union = sorted(one | other)[:_SKETCH]
    common = len((one & other).intersection(union)) / len(union)
    both = common / (1 + common) * (size + other_size)
    return min(1.0, both / min(size, other_size))
