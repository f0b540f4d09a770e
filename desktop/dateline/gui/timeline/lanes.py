"""Rows for intervals: first fit by begin, so that what shares a row never overlaps."""

from bisect import bisect_left
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.int32]

_FEW = 3_000  # intervals up to which one at a time is quicker than row by row
_FEW_ROWS = 16  # up to which row by row is quicker whatever their number
_MANY = 20_000
_SHARE = 60  # of the intervals in one row under which following single links beats computing all of them


def pack(begin: Floats, end: Floats, most: int = 1_000_000) -> Rows:
    """Return a row for each interval `[begin, end)`, as few rows as there can be; those beyond `most` share row `most`.

    Each interval, in order of begin, gets the first row that is free.
    """
    one_by_one = len(begin) <= _FEW and most > _FEW_ROWS
    return pack_few(begin, end, most) if one_by_one else pack_many(begin, end, most)


def pack_few(begin: Floats, end: Floats, most: int) -> Rows:
    """Pack interval by interval: rows in use wait by their end, rows that are free by their number."""
    rows = np.full(len(begin), most, np.int32)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    made = 0
    order = np.argsort(begin, kind="stable")
    for i, start, stop in zip(order.tolist(), begin[order].tolist(), end[order].tolist(), strict=True):
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            row = heappop(free)
        elif made < most:
            row, made = made, made + 1
        else:
            continue
        rows[i] = row
        heappush(busy, (max(stop, start), row))
    return rows


def pack_many(begin: Floats, end: Floats, most: int) -> Rows:
    """Pack row by row: first fit gives row 0 the greedy chain of the intervals, row 1 that of the rest, and so on."""
    rows = np.full(len(begin), most, np.int32)
    left = np.argsort(begin, kind="stable")
    starts, ends = begin[left], np.maximum(end, begin)[left]
    for row in range(most):
        if not len(left):
            break
        taken = _chain(starts, ends)
        rows[left[taken]] = row
        keep = np.ones(len(left), np.bool_)
        keep[taken] = False
        left, starts, ends = left[keep], starts[keep], ends[keep]
    return rows


def _chain(starts: Floats, ends: Floats) -> NDArray[np.intp]:
    """Return the indices of the first interval, the first one that begins after it has ended, and so on."""
    n, i, out = len(starts), 0, [0]
    while n > _MANY and len(out) < n // _SHARE:
        i = bisect_left(starts, ends[i], i + 1)
        if i >= n:
            return np.asarray(out, np.intp)
        out.append(i)
    following = np.maximum(np.searchsorted(starts, ends, "left"), np.arange(1, n + 1)).tolist()
    i = following[i]
    while i < n:
        out.append(i)
        i = following[i]
    return np.asarray(out, np.intp)
