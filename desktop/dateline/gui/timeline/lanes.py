"""Rows for intervals: first fit by begin, in numpy, so that what shares a row never overlaps."""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.int32]

_FEW = 4  # share of intervals in one row under which following single links beats computing all of them


def pack(begin: Floats, end: Floats, most: int = 1_000_000) -> Rows:
    """Return a row for each interval `[begin, end)`, as few rows as there can be; those beyond `most` share row `most`.

    First fit in order of begin gives row 0 the greedy chain of the intervals, row 1 that of the rest, and so on.
    """
    n = len(begin)
    rows = np.full(n, most, np.int32)
    if not n:
        return rows
    left = np.argsort(begin, kind="stable")
    starts, ends = begin[left], np.maximum(end, begin)[left]
    for row in range(most):
        taken = _chain(starts, ends)
        rows[left[taken]] = row
        keep = np.ones(len(left), np.bool_)
        keep[taken] = False
        left, starts, ends = left[keep], starts[keep], ends[keep]
        if not len(left):
            break
    return rows


def _chain(starts: Floats, ends: Floats) -> NDArray[np.intp]:
    """Return the indices of the first interval, the first one that begins after it has ended, and so on."""
    n = len(starts)
    out = [0]
    budget = max(64, n // (_FEW * 8))
    i = 0
    while len(out) < budget:
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
