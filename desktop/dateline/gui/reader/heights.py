"""How high every block stands: an estimate by its length until it has been set, then the truth. Free of Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_CHUNK = 128


class Heights:
    """Heights of blocks in whole pixels, with quick tops, look-up by y and change of one height.

    A block is first taken to be as high as its characters and its own gap make it, so that any top is one
    product and nothing is worked out for blocks that nobody looks at: a text of any length is laid out anew at
    once. Only what was set differs from that; the differences are summed by chunks of blocks.
    """

    def __init__(self, starts: Sequence[int], per_character: float, per_block: float) -> None:
        """`starts` says where each block begins in the text and, last, where the text ends."""
        self._starts = starts
        self._count = len(starts) - 1
        self._per_character = per_character
        self._per_block = per_block
        self._known: dict[int, list[int]] = {}  # by chunk: how much higher each of its blocks is than was taken
        self._sums = [0] * -(-self._count // _CHUNK)
        self._before = [0] * (len(self._sums) + 1)
        self._last = 0  # the block that was looked up last: the next one is mostly near

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, block: int) -> int:
        known = self._known.get(block // _CHUNK)
        return self._guess(block + 1) - self._guess(block) + (known[block % _CHUNK] if known else 0)

    def _guess(self, block: int) -> int:
        return int(self._starts[block] * self._per_character + block * self._per_block)

    def set(self, block: int, height: int) -> int:
        """Give a block its height; return by how much it changed."""
        change = height - self[block]
        if change:
            chunk = block // _CHUNK
            self._known.setdefault(chunk, [0] * _CHUNK)[block % _CHUNK] += change
            self._sums[chunk] += change
            self._before = list(accumulate(self._sums, initial=0))
        return change

    @property
    def total(self) -> int:
        """The height of all blocks together."""
        return self._guess(self._count) + self._before[-1]

    def top(self, block: int) -> int:
        """Return the y at which a block begins."""
        chunk, rest = divmod(block, _CHUNK)
        known = self._known.get(chunk)
        return self._guess(block) + self._before[chunk] + (sum(known[:rest]) if known else 0)

    def at(self, y: int) -> int:
        """Return the block that stands at `y`, clamped to the first and the last."""
        near = self._last
        for block in (near, near + 1, near - 1):
            if 0 <= block < self._count and self.top(block) <= y < self.top(block) + self[block]:
                self._last = block
                return block
        self._last = self._sought(y)
        return self._last

    def _sought(self, y: int) -> int:
        chunk = bisect_right(range(len(self._sums)), y, key=lambda c: self._guess(c * _CHUNK) + self._before[c]) - 1
        first = max(0, chunk) * _CHUNK
        last = min(first + _CHUNK, self._count)
        return max(first, bisect_right(range(first, last), y, key=self.top) + first - 1)
