"""Where the words of one version of a text stand in another: lines that are equal first, then words in between.

Then what was moved: a run of words that is gone from its place and stands at one other place, or such a word.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, takewhile

from msgspec import Struct

from dateline.model.text import Span

_LINE = re.compile(r"[^\r\n]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_RUN = 4  # words and signs in a row that are taken for the same at another place
_LETTERS = 3  # of a single word that is; it must be the only one of its kind in both texts
_MOST_PAIRS = 1_000_000  # of equal pieces of both texts that are weighed against each other


class Block(Struct, frozen=True, order=True):
    """Characters that are the same in both versions: where they begin in the old and the new one, and how many."""

    old: int
    new: int
    length: int


class Alignment:
    """Carries spans of the old text over to the new one."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        blocks = sorted(_blocks(old, new))
        self._blocks = list(_joined(sorted([*blocks, *_moved(old, new, blocks)]), old, new))

    def carried(self, span: Span) -> Span | None:
        """Return where a span's characters stand in the new text, None where they were changed or cut."""
        i = bisect_right(self._blocks, span.begin, key=lambda b: b.old) - 1
        if i < 0:
            return None
        block = self._blocks[i]
        if span.end > block.old + block.length:
            return None
        shift = block.new - block.old
        return Span(span.begin + shift, span.end + shift)

    @property
    def share(self) -> float:
        """The share of the old text's characters that stand in the new one, white space aside from the ends."""
        return sum(b.length for b in self._blocks) / len(self._old) if self._old else 1.0


def _blocks(old: str, new: str) -> Iterator[Block]:
    """Yield what is the same, by lines, and inside what differs by words."""
    a, b = list(_LINE.finditer(old)), list(_LINE.finditer(new))
    for tag, i, j, k, n in _opcodes([m.group() for m in a], [m.group() for m in b]):
        if tag == "equal":
            for one, other in zip(a[i:j], b[k:n], strict=True):
                yield Block(one.start(), other.start(), len(one.group()))
        elif tag == "replace":
            yield from _by_words(old, new, Span(a[i].start(), a[j - 1].end()), Span(b[k].start(), b[n - 1].end()))


def _by_words(old: str, new: str, there: Span, here: Span) -> Iterator[Block]:
    a = list(_TOKEN.finditer(old, there.begin, there.end))
    b = list(_TOKEN.finditer(new, here.begin, here.end))
    for tag, i, j, k, n in _opcodes([m.group() for m in a], [m.group() for m in b]):
        if tag == "equal":
            for one, other in zip(a[i:j], b[k:n], strict=True):
                yield Block(one.start(), other.start(), len(one.group()))


class _Tokens:
    """The words and signs of a text, and which of them have a place in the other text already."""

    def __init__(self, text: str, taken: Iterable[tuple[int, int]]) -> None:
        matches = list(_TOKEN.finditer(text))
        self.at, self.words = [m.start() for m in matches], [m.group() for m in matches]
        self.free = [True] * len(matches)
        for begin, end in taken:
            for i in range(bisect_left(self.at, begin), bisect_left(self.at, end)):
                self.free[i] = False

    def runs(self) -> dict[tuple[str, ...], int]:
        """Return the runs of free words that are there once, with the number of their first."""
        found: dict[tuple[str, ...], int] = {}
        last_taken = -1
        for i, free in enumerate(self.free):
            last_taken = last_taken if free else i
            if i - last_taken >= _RUN:
                run = tuple(self.words[i - _RUN + 1 : i + 1])
                found[run] = -1 if run in found else i - _RUN + 1
        return {run: i for run, i in found.items() if i >= 0}

    def single(self) -> dict[str, int]:
        """Return the free words that are the only ones of their kind in the text, with their numbers."""
        counts = Counter(self.words)
        return {
            word: i for i, word in enumerate(self.words) if self.free[i] and counts[word] == 1 and len(word) >= _LETTERS
        }


def _moved(old: str, new: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what is gone from its place and stands at another one, of what `blocks` leave over."""
    a = _Tokens(old, ((b.old, b.old + b.length) for b in blocks))
    b = _Tokens(new, ((b.new, b.new + b.length) for b in blocks))
    if not any(a.free) or not any(b.free):
        return
    there = b.runs()
    pairs = [(i + k, there[run] + k) for run, i in a.runs().items() if run in there for k in range(_RUN)]
    there_alone = b.single()
    pairs += [(i, there_alone[word]) for word, i in a.single().items() if word in there_alone]
    for i, k in pairs:
        if a.free[i] and b.free[k]:
            a.free[i] = b.free[k] = False
            yield Block(a.at[i], b.at[k], len(a.words[i]))


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what is equal and what is not as difflib does, what both begin and end with first.

    difflib looks at every pair of equal pieces: of what is the same again and again, a table of dashes, there are
    too many, and what lies between begin and end counts as rewritten.
    """
    head = sum(1 for _ in takewhile(_same, zip(a, b, strict=False)))
    most = min(len(a), len(b)) - head
    tail = sum(1 for _ in takewhile(_same, islice(zip(reversed(a), reversed(b), strict=False), most)))
    last, end = len(a) - tail, len(b) - tail
    if head:
        yield "equal", 0, head, 0, head
    if head < last and head < end:
        here = Counter(b[head:end])
        if sum(here[piece] for piece in a[head:last]) <= _MOST_PAIRS:
            matcher = SequenceMatcher(None, a[head:last], b[head:end], autojunk=False)
            for tag, i, j, k, n in matcher.get_opcodes():
                yield tag, i + head, j + head, k + head, n + head
        else:
            yield "replace", head, last, head, end
    if tail:
        yield "equal", last, len(a), end, len(b)


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _joined(blocks: Sequence[Block], old: str, new: str) -> Iterator[Block]:
    """Join blocks with the same characters between them in both texts."""
    current: Block | None = None
    for block in blocks:
        if current is not None:
            gap = block.old - current.old - current.length
            same = gap == block.new - current.new - current.length and gap >= 0
            begin, there = current.old + current.length, current.new + current.length
            if same and old[begin : begin + gap] == new[there : there + gap]:
                current = Block(current.old, current.new, current.length + gap + block.length)
                continue
            yield current
        current = block
    if current is not None:
        yield current
