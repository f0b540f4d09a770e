"""The blocks a text is set in: one a line of the text, enormous lines parted softly. Free of Qt."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from operator import sub
from time import perf_counter

from dateline.model.text import Span

LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_PYTHON_ONLY_ENDS = "\x1c\x1d\x1e"  # str.splitlines parts here, the model's paragraphs do not
_CHUNK = 1024  # blocks whose paragraphs are counted at a time
# Code points in a block. Where a longer line is parted, a line of the page ends early: paragraphs that people write
# are not parted. Much more would make one layout, and so one frame, slow.
LONGEST = 20_000


class Blocks:
    """Where each block of `text` begins. Blocks cover the text without gaps, line ends included.

    There is always at least one block. A line longer than LONGEST is parted, after a sentence where there
    is one near, else after a space, else anywhere but inside a character.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = _line_starts(text)
        self._soft: frozenset[int] = frozenset()
        self._before = array("q", (0,))  # how many paragraphs begin before each chunk; grown as far as asked for
        self._lengths = _lengths(self._starts)
        if max(self._lengths) > LONGEST:
            self._part_long_lines()
            self._lengths = _lengths(self._starts)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def _part_long_lines(self) -> None:
        starts, soft = array("q"), set()
        for i in range(len(self)):
            begin, end = self._starts[i], self._starts[i + 1]
            starts.append(begin)
            while end - begin > LONGEST:
                begin = soft_break(self.text, begin, min(begin + LONGEST, end))
                if begin < end:
                    soft.add(len(starts))
                    starts.append(begin)
        starts.append(self._starts[-1])
        self._starts, self._soft = starts, frozenset(soft)

    def begin(self, block: int) -> int:
        """Return the code point at which a block begins."""
        return self._starts[block]

    def limit(self, block: int) -> int:
        """Return where the next block begins: the end of this one with its line end."""
        return self._starts[block + 1]

    def end(self, block: int) -> int:
        """Return where a block's text ends, its line end left out."""
        begin, end = self._starts[block], self._starts[block + 1]
        while end > begin and self.text[end - 1] in LINE_ENDS:
            end -= 1
        return end

    def bounds(self, block: int) -> tuple[int, int]:
        """Return begin and end of a block's text, line end left out."""
        return self._starts[block], self.end(block)

    @property
    def starts(self) -> Sequence[int]:
        """Where each block begins and, last, where the text ends."""
        return self._starts

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """How many blocks there are of each length, line ends included."""
        return Counter(self._lengths)

    def is_blank(self, block: int) -> bool:
        """Say whether a block holds nothing but white space."""
        begin, end = self._starts[block], self._starts[block + 1]
        return begin == end or self.text[begin:end].isspace()

    def continues(self, block: int) -> bool:
        """Say whether a block goes on with the paragraph of the one before it."""
        return block in self._soft

    def at(self, position: int) -> int:
        """Return the block that holds the code point at `position`; positions beyond the text are clamped."""
        return max(0, min(bisect_right(self._starts, position) - 1, len(self) - 1))

    def number(self, block: int) -> int:
        """Return the number of a block's paragraph, counted from 1; 0 where none begins."""
        chunk = block // _CHUNK
        while len(self._before) <= chunk:
            self._count_chunk()
        if block in self._soft or self.is_blank(block):
            return 0
        return self._before[chunk] + self._begun(chunk * _CHUNK, block) + 1

    def count(self, until: float) -> bool:
        """Count paragraphs ahead of `number` up to a time of the clock, a few at least; return whether all are."""
        while not (done := len(self._before) * _CHUNK > len(self)):
            self._count_chunk()
            if perf_counter() >= until:
                break
        return done

    def _count_chunk(self) -> None:
        begin = (len(self._before) - 1) * _CHUNK
        self._before.append(self._before[-1] + self._begun(begin, min(begin + _CHUNK, len(self))))

    def _begun(self, first: int, stop: int) -> int:
        """Return how many paragraphs begin in a few blocks; many at a time, since a text can have a million."""
        begin, end = self._starts[first], self._starts[stop]
        piece = self.text[begin:end]
        if not piece or piece.isspace():
            return 0
        if self._soft or any(c in piece for c in _PYTHON_ONLY_ENDS):
            return sum(not (i in self._soft or self.is_blank(i)) for i in range(first, stop))
        return stop - first - sum(map(str.isspace, piece.splitlines(keepends=True)))

    def paragraph(self, block: int) -> Span | None:
        """Return the whole paragraph a block is part of, or None for an empty one."""
        first = last = block
        while first in self._soft:
            first -= 1
        while last + 1 in self._soft:
            last += 1
        begin, end = self._starts[first], self.end(last)
        return Span(begin, end) if begin < end else None


def _lengths(starts: "array[int]") -> "array[int]":
    return array("i", map(sub, starts[1:], starts))


def _line_starts(text: str) -> "array[int]":
    """Return where each line begins and, last, where the text ends; by the quickest way its characters allow."""
    rare = "\x0b\x0c" if text.isascii() else "\x0b\x0c\x85\u2028\u2029"
    lone_returns = "\r" in text and text.count("\r") != text.count("\r\n")
    many = text.count("\n", 0, 100_000) > 1000 and text.count("\n") * 100 > len(text)
    if many or lone_returns or any(c in text for c in rare):
        exact = any(c in text for c in _PYTHON_ONLY_ENDS)
        lines = _lines(text) if exact else text.splitlines(keepends=True)
        return array("q", accumulate(map(len, lines), initial=0))
    starts = array("q", (0,))
    find, add, at = text.find, starts.append, 0
    while at := find("\n", at) + 1:
        add(at)
    if starts[-1] < len(text) or len(starts) == 1:
        add(len(text))
    return starts


def _lines(text: str) -> Iterator[str]:
    """Part a text at its line ends, which stay; only for texts with separators that str.splitlines would add."""
    begin, i, size = 0, 0, len(text)
    while i < size:
        if text[i] in LINE_ENDS:
            i += 2 if text[i : i + 2] == "\r\n" else 1
            yield text[begin:i]
            begin = i
        else:
            i += 1
    if begin < size:
        yield text[begin:]


def soft_break(text: str, begin: int, limit: int) -> int:
    """Return a good place in the last third of `text[begin:limit]` to part it at; always in (begin, limit]."""
    low = begin + (limit - begin) * 2 // 3
    for ending in (". ", "! ", "? ", "。", " ", "\u00a0"):
        if (found := text.rfind(ending, low, limit)) >= 0:
            return found + len(ending)
    while limit > low + 1 and limit < len(text) and not _may_begin(text[limit]):
        limit -= 1
    return limit


def _may_begin(char: str) -> bool:
    """Say whether a block may begin with this character: marks, joiners and modifiers cling to what is before."""
    return not (
        "\u0300" <= char <= "\u036f" or char in "\u200c\u200d\ufe0e\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"
    )
