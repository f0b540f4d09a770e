"""Where the words of one version of a text stand in another: lines that are equal first, then words in between."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, takewhile

from msgspec import Struct

from dateline.model.text import Span

_LINE = re.compile(r"[^\r\n]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
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
        self._blocks = list(_joined(sorted(_blocks(old, new)), old, new))

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
