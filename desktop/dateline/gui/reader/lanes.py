"""Which lane a span's underline takes below its line, and which row an arc takes above it. Free of Qt."""

from collections.abc import Sequence
from functools import reduce
from operator import and_

LANES = 4


def pack_lanes(extents: Sequence[tuple[int, int]], lanes: int = LANES) -> list[int]:
    """Return a lane for each half-open extent so that no two that overlap share one; -1 where all are taken.

    Shorter ones come first and take the lane next to the text, so that what encloses them steps down.
    Lanes are bit masks over the characters: one test costs the same however many spans are there.
    """
    if not extents:
        return []
    origin = min(begin for begin, _ in extents)
    taken = [0] * lanes
    full = 0
    out = [-1] * len(extents)
    lengths = [end - begin for begin, end in extents]
    for i in sorted(range(len(extents)), key=lengths.__getitem__):  # stable: in text order where equally long
        begin, end = extents[i]
        mask = ((1 << (end - begin)) - 1) << (begin - origin)
        if full & mask:
            continue
        for lane in range(lanes):
            if not taken[lane] & mask:
                taken[lane] |= mask
                out[i] = lane
                break
        else:
            continue
        if lane == lanes - 1:
            full = reduce(and_, taken)
    return out


def pack_rows(
    intervals: Sequence[tuple[float, float]], gap: float = 0.0, *, lengths: Sequence[float] = ()
) -> list[int]:
    """Return a row for each interval, the shortest lowest, so that those in one row keep `gap` apart.

    `lengths` are theirs where an interval holds more than what is to run above the shorter ones.
    """
    lengths = lengths or [high - low for low, high in intervals]
    rows: list[list[tuple[float, float]]] = []
    out = [0] * len(intervals)
    for i in sorted(range(len(intervals)), key=lambda i: (lengths[i], intervals[i][0])):
        low, high = intervals[i]
        # A longer arc must run above every shorter one it spans, or their feet would cross.
        floor = 0
        for r, row in enumerate(rows):
            if any(low < b + gap and a - gap < high for a, b in row):
                floor = r + 1
        while len(rows) <= floor:
            rows.append([])
        rows[floor].append((low, high))
        out[i] = floor
    return out
