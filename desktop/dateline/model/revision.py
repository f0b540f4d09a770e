"""Where the words of one version of a text stand in another: lines that are equal first, then words in between."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from dateline.model.text import Span

_LINE = re.compile(r"[^\r\n]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_MOST_TOKENS = 6_000  # of a stretch compared word by word; a longer one is rewritten, not revised


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
    matcher = SequenceMatcher(None, [m.group() for m in a], [m.group() for m in b], autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(a[i:j], b[k:n], strict=True):
                yield Block(one.start(), other.start(), len(one.group()))
        elif tag == "replace":
            yield from _by_words(old, new, Span(a[i].start(), a[j - 1].end()), Span(b[k].start(), b[n - 1].end()))


def _by_words(old: str, new: str, there: Span, here: Span) -> Iterator[Block]:
    a = list(_TOKEN.finditer(old, there.begin, there.end))
    b = list(_TOKEN.finditer(new, here.begin, here.end))
    if max(len(a), len(b)) > _MOST_TOKENS:
        return
    matcher = SequenceMatcher(None, [m.group() for m in a], [m.group() for m in b], autojunk=False)
    for i, k, size in matcher.get_matching_blocks():
        for one, other in zip(a[i : i + size], b[k : k + size], strict=True):
            yield Block(one.start(), other.start(), len(one.group()))


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
