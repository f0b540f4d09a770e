"""Telling that two articles are nearly the same text: the same agency report, cut or headed otherwise.

A text is sketched by the smallest hashes of its runs of words (bottom-k MinHash; Broder 1997). Of two sketches the
share of common hashes estimates what share of all runs the texts have in common; and since papers cut from the end,
how much of the shorter one's beginning stands in the longer counts, too.
"""

import re
from collections import Counter, defaultdict
from zlib import crc32

from dateline.model.text import fold

_WORD = re.compile(r"\w+")
_RUN = 4  # words
_SKETCH = 96  # hashes kept of a text
_LONGEST = 200_000  # characters looked at
_FEWEST = 12  # runs; a shorter text is like another only by accident
_COMMON = 200  # texts that share a hash; one that more share is a phrase of the trade
_BEGIN = 6_000  # characters
_PHRASE, _PHRASES = 6, 12  # words of a phrase, and how many of them
NEAR = 0.6


class Nearness:
    """Remembers sketches of texts under names, and finds the one most like a further text."""

    def __init__(self) -> None:
        self._sketches: list[tuple[str, frozenset[int], int]] = []
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, name: str, text: str) -> None:
        """Remember a text."""
        runs = _runs(text)
        if len(runs) < _FEWEST:
            return
        sketch = _sketch(runs)
        for value in sketch:
            self._holders[value].append(len(self._sketches))
        self._sketches.append((name, sketch, len(runs)))

    def closest(self, text: str) -> tuple[str, float] | None:
        """Return the name of the text most like this one with the share of runs in common, None below NEAR."""
        runs = _runs(text)
        if len(runs) < _FEWEST:
            return None
        sketch = _sketch(runs)
        holders = (self._holders.get(value, ()) for value in sketch)
        shared = Counter(i for found in holders if len(found) <= _COMMON for i in found)
        best: tuple[str, float] | None = None
        for i, count in shared.most_common(20):
            name, other, size = self._sketches[i]
            if count < 3:
                break
            share = _likeness(sketch, other, len(runs), size)
            if share >= NEAR and (best is None or share > best[1]):
                best = name, share
        return best


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


def _sketch(runs: set[int]) -> frozenset[int]:
    return frozenset(sorted(runs)[:_SKETCH])


def _likeness(one: frozenset[int], other: frozenset[int], size: int, other_size: int) -> float:
    """Estimate what share of the shorter text's runs the longer one has.

    The bottom-k estimate of the shares of the union is turned into containment by the sizes, which are known.
    """
    union = sorted(one | other)[:_SKETCH]
    common = sum(value in one and value in other for value in union) / len(union)
    both = common / (1 + common) * (size + other_size)
    return min(1.0, both / min(size, other_size))
