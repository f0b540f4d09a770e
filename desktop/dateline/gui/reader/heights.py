"""How high every block stands: estimates until it has been set, then the truth. Free of Qt."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_CHUNK = 128


class Heights:
    """Heights of blocks in whole pixels, with quick tops, look-up by y and change of one height.

    Sums are kept by chunks of blocks, so a change costs one pass over the chunks, not over the blocks.
    """

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        self._sums = [sum(self._heights[i : i + _CHUNK]) for i in range(0, len(self._heights), _CHUNK)]
        self._tops: list[int] = list(accumulate(self._sums, initial=0))

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, block: int) -> int:
        return self._heights[block]

    def set(self, block: int, height: int) -> int:
        """Give a block its height; return by how much it changed."""
        change = height - self._heights[block]
        if change:
            self._heights[block] = height
            self._sums[block // _CHUNK] += change
            self._tops = list(accumulate(self._sums, initial=0))
        return change

    @property
    def total(self) -> int:
        """The height of all blocks together."""
        return self._tops[-1]

    def top(self, block: int) -> int:
        """Return the y at which a block begins."""
        chunk = block // _CHUNK
        return self._tops[chunk] + sum(self._heights[chunk * _CHUNK : block])

    def at(self, y: int) -> int:
        """Return the block that stands at `y`, clamped to the first and the last."""
        if y < 0:
            return 0
        chunk = min(bisect_right(self._tops, y) - 1, len(self._sums) - 1)
        first = chunk * _CHUNK
        tops = list(accumulate(self._heights[first : first + _CHUNK], initial=self._tops[chunk]))
        return min(first + bisect_right(tops, y) - 1, len(self._heights) - 1)
