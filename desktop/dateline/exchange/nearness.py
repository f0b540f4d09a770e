"""Telling that two articles are nearly the same text: the same agency report, cut or headed otherwise.

A text is sketched by the smallest hashes of its runs of words (bottom-k MinHash; Broder 1997). Of two sketches the
share of common hashes estimates what share of all runs the texts have in common; and since papers cut from the end,
how much of the shorter one's beginning stands in the longer counts, too.
"""

import re
from array import array
from collections import Counter
from heapq import nsmallest
from zlib import crc32

from dateline.model.text import fold

_WORD = re.compile(r"\w+")
_RUN = 4  # words
_SKETCH = 96  # hashes kept of a text, ...
_INDEXED = 48  # ... and how many of them, the smallest, lead to it
_SHARED = 3  # hashes two texts must share to be compared
_CANDIDATES = 20
_LONGEST = 200_000  # characters looked at
_FEWEST = 12  # runs; a shorter text is like another only by accident
_COMMON = 200  # texts remembered of those that share a hash; one that so many share is a phrase of the trade
_BEGIN = 6_000  # characters
_PHRASE, _PHRASES = 6, 12  # words of a phrase, and how many of them
NEAR = 0.6


class Nearness:
    """Remembers sketches of texts under names, and finds the one most like a further text."""

    def __init__(self) -> None:
        self._sketches: list[tuple[str, array[int], int]] = []
        self._holders: dict[int, int | list[int]] = {}  # a hash to the one text that has it, or the first that have

    def add(self, name: str, text: str) -> None:
        """Remember a text."""
        runs = _runs(text)
        if len(runs) < _FEWEST:
            return
        sketch = _sketch(runs)
        mine = len(self._sketches)
        for value in sketch[:_INDEXED]:
            held = self._holders.setdefault(value, mine)
            if isinstance(held, int):
                if held != mine:
                    self._holders[value] = [held, mine]
            elif len(held) < _COMMON:
                held.append(mine)
        self._sketches.append((name, sketch, len(runs)))

    def closest(self, text: str) -> tuple[str, float] | None:
        """Return the name of the text most like this one with the share of runs in common, None below NEAR."""
        return next(iter(self.near(text)), None)

    def near(self, text: str) -> list[tuple[str, float]]:
        """Return the names of the texts like this one with the shares of runs in common, the most like first.

        Of very many that are like one another a few come, so that all are bound through others.
        """
        runs = _runs(text)
        if len(runs) < _FEWEST:
            return []
        sketch = _sketch(runs)
        held = [self._holders[value] for value in sketch if value in self._holders]
        holders = [[h] if isinstance(h, int) else h for h in held]
        rare = [found for found in holders if len(found) < _COMMON]
        # A phrase of the trade says little, but of one report in hundreds of papers every phrase is in hundreds.
        return self._like(sketch, len(runs), rare) or (
            self._like(sketch, len(runs), holders) if len(rare) < len(holders) else []
        )

    def _like(self, sketch: "array[int]", size: int, holders: list[list[int]]) -> list[tuple[str, float]]:
        shared = Counter(i for found in holders for i in found)
        own = frozenset(sketch)
        near = []
        for i, count in shared.most_common(_CANDIDATES):
            if count < _SHARED:
                break
            name, other, other_size = self._sketches[i]
            share = _likeness(own, frozenset(other), size, other_size)
            if share >= NEAR:
                near.append((name, share))
        return sorted(near, key=lambda found: -found[1])


def telling_phrases(text: str) -> list[str]:
    """Return a few phrases from all over the begin of a text, by which a copy of it is found in a search index."""
    words = _WORD.findall(text[:_BEGIN])
    if len(words) < _RUN + _FEWEST:
        return []
    step = max(1, (len(words) - _PHRASE) // (_PHRASES - 1))
    return [" ".join(words[i : i + _PHRASE]) for i in range(0, len(words) - _PHRASE + 1, step)][:_PHRASES]


def _runs(text: str) -> set[int]:
    """Return hashes, the same in every process, of all runs of words without case and diacritics."""
    words = _WORD.findall(fold(text[:_LONGEST]))
    return {crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "replace")) for i in range(len(words) - _RUN + 1)}


def _sketch(runs: set[int]) -> "array[int]":
    """Return the smallest hashes in order, packed: a corpus has thousands of sketches."""
    return array("I", nsmallest(_SKETCH, runs))


def _likeness(one: frozenset[int], other: frozenset[int], size: int, other_size: int) -> float:
    """Estimate what share of the shorter text's runs the longer one has.

    The bottom-k estimate of the shares of the union is turned into containment by the sizes, which are known.
    """
    union = sorted(one | other)[:_SKETCH]
    common = sum(value in one and value in other for value in union) / len(union)
    both = common / (1 + common) * (size + other_size)
    return min(1.0, both / min(size, other_size))
