"""Rows for intervals: first fit by begin, so that what shares a row never overlaps."""

from bisect import bisect_left
from collections.abc import Generator
from heapq import heappop, heappush
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.int32]
Made = TypeVar("Made")

Steps = Generator[None, None, Rows]  # packing in pieces of a few milliseconds; what it returns are the rows

_FEW = 3_000  # intervals up to which one at a time is quicker than row by row
_FEW_ROWS = 16  # up to which row by row is quicker whatever their number
_DEEP = 30  # intervals over one moment, on average, from which one at a time is quicker again
_NEAR = 256  # how far ahead the next interval that finds room mostly is
_MANY = 20_000
_PIECE = 4_000  # intervals packed one at a time between two turns
_SHARE = 60  # of the intervals in one row under which following single links beats computing all of them


def pack(begin: Floats, end: Floats, most: int = 1_000_000) -> Rows:
    """Return a row for each interval `[begin, end)`, as few rows as there can be; those beyond `most` share row `most`.

    Each interval, in order of begin, gets the first row that is free.
    """
    return done(pack_in_pieces(begin, end, most))


def done(steps: Generator[None, None, Made]) -> Made:
    """Return what comes of work in pieces, all of it at once."""
    try:
        while True:
            next(steps)
    except StopIteration as stop:
        result: Made = stop.value
        return result


def pack_in_pieces(begin: Floats, end: Floats, most: int = 1_000_000) -> Steps:
    """Do what `pack` does in pieces, between which other work has its turns."""
    one_by_one = (len(begin) <= _FEW and most > _FEW_ROWS) or (len(begin) > _MANY and _depth(begin, end) > _DEEP)
    return (yield from (pack_few if one_by_one else pack_many)(begin, end, most))


def _depth(begin: Floats, end: Floats) -> float:
    """Return over how many intervals a moment lies, on average."""
    span = float(end.max() - begin.min())
    return float((end - begin).sum()) / span if span > 0 else float(len(begin))


def pack_few(begin: Floats, end: Floats, most: int) -> Steps:
    """Pack interval by interval: rows in use wait by their end, rows that are free by their number.

    While all rows are in use, what begins before the first of them ends is stepped over at once.
    """
    order = np.argsort(begin, kind="stable")
    starts, stops = begin[order].tolist(), np.maximum(end, begin)[order].tolist()
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    placed: list[int] = []
    taken: list[int] = []
    made = i = 0
    count, pause = len(starts) if most > 0 else 0, _PIECE
    yield
    while i < count:
        if len(placed) >= pause:
            pause += _PIECE
            yield
        start = starts[i]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            row = heappop(free)
        elif made < most:
            row, made = made, made + 1
        else:
            near = min(i + _NEAR, count)
            to = bisect_left(starts, busy[0][0], i + 1, near)
            i = bisect_left(starts, busy[0][0], to) if to == near else to
            continue
        placed.append(i)
        taken.append(row)
        heappush(busy, (stops[i], row))
        i += 1
    rows = np.full(len(begin), most, np.int32)
    rows[order[placed]] = taken
    return rows


def pack_many(begin: Floats, end: Floats, most: int) -> Steps:
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
        yield
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
