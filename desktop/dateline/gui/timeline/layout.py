"""Lanes and rows on screen: heights, scroll, and what lies under the pointer. Pixels, free of Qt."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence

import numpy as np
from msgspec import Struct

from dateline.gui.timeline.rows import HALF_VAGUE, LEAST_BAR, Row, least_reach
from dateline.gui.timeline.scene import MOST_ROWS, LabelWidth, Packing, Scene

ROW = 26.0
TIGHT_ROW = 17.0
DENSE_ROW = 12.0
LANE_PAD = 3.0
LEAST_LANES = 3 * (TIGHT_ROW + 2 * LANE_PAD)  # of a row each, which are always seen
STRIP = 24.0  # the publications on top
FREE = 28.0  # below lanes that are scrolled to their end, for the hints at the edges
_SHARES = (1.0, 0.7, 0.4, 0.1, 0.0)  # how much of the labels' widths rows leave room for, best first


class LaneBox(Struct, frozen=True):
    """A lane's name and where it stands below the strip, before scrolling."""

    key: str
    top: float
    height: float
    first_row: int
    rows: int
    folded: bool = False


class Layout(Struct, frozen=True):
    """Lanes from top to bottom, rows with the height of each, and all of it together."""

    lanes: tuple[LaneBox, ...]
    rows: tuple[Row, ...]
    tops: tuple[float, ...]  # of the rows
    row_height: float
    height: float

    def most_scroll(self, room: float) -> float:
        """Return how far the lanes can be scrolled where `room` pixels of them are seen."""
        return self.height + FREE - room if self.height > room else 0.0

    def lane_at(self, y: float) -> LaneBox | None:
        """Return the lane at a height."""
        i = bisect_right([lane.top for lane in self.lanes], y) - 1
        return self.lanes[i] if i >= 0 and y < self.lanes[i].top + self.lanes[i].height else None

    def row_at(self, y: float) -> int | None:
        """Return the number of the row at a height."""
        i = bisect_right(self.tops, y) - 1
        return i if i >= 0 and y < self.tops[i] + self.row_height else None

    def row_of(self, mark: int) -> int | None:
        """Return the first row a mark stands in."""
        return next((i for i, row in enumerate(self.rows) if mark in row.marks), None)


def kept_scroll(
    old: Layout, new: Layout, scroll: float, room: float, at: float = 0.0, mark: int | None = None
) -> float:
    """Return how far to scroll so that in a new layout what one looks at stays where it is, `scroll` being so far.

    That is the mark, if it is in the `room` that is seen, else the lane `at` pixels below the top of it.
    """
    before, after = (old.row_of(mark), new.row_of(mark)) if mark is not None else (None, None)
    if before is not None and after is not None and -4 <= old.tops[before] - scroll <= room - old.row_height / 2:
        return max(0.0, scroll + new.tops[after] - old.tops[before])
    lane = old.lane_at(scroll + at)
    there = next((one for one in new.lanes if lane and one.key == lane.key), None)
    if lane is None or there is None:
        return scroll
    share = (scroll + at - lane.top) / lane.height
    return max(0.0, there.top + share * there.height - at)


class Scale(Struct, frozen=True):
    """Seconds and pixels."""

    begin: float
    end: float
    width: float

    @property
    def per_pixel(self) -> float:
        """Seconds a pixel."""
        return (self.end - self.begin) / max(self.width, 1.0)

    def x(self, moment: float) -> float:
        """Return the pixel of a moment."""
        return (moment - self.begin) / self.per_pixel

    def moment(self, x: float) -> float:
        """Return the moment of a pixel."""
        return self.begin + x * self.per_pixel


def lay_out(
    scene: Scene,
    order: Sequence[str],
    packing: Packing,
    room: float,
    label: LabelWidth,
    name_height: Callable[[str], float],
    folded: Collection[str] = (),
) -> Layout:
    """Return lanes in `order` that fit into `room` pixels if they can, with as much place for labels as that leaves.

    Words go before height: rows are low rather than without their labels.
    """
    dense = packing.most <= MOST_ROWS
    names = [name_height(key) for key in order]

    def stacked(shares: Sequence[float], height: float) -> Layout:
        each = zip(order, shares, strict=True)
        rows = [scene.rows(k, packing, 0 if k in folded else packing.most, label, share) for k, share in each]
        return _stack(order, rows, height, names, folded)

    least = DENSE_ROW if dense else TIGHT_ROW
    shares = [0.0] * len(order)
    tightest = stacked(shares, least)
    if tightest.height >= room:
        return tightest
    if not dense:
        shares = _shared_out(len(order), lambda tried: stacked(tried, least).height <= room)
    layouts = (stacked(shares, height) for height in (ROW, 22.0, TIGHT_ROW, 16.0) if height >= least)
    return next((layout for layout in layouts if layout.height <= room), tightest)


def _shared_out(count: int, fits: Callable[[list[float]], bool]) -> list[float]:
    """Return how much of its labels' widths each lane leaves room for: as much as all can, then more from the top."""
    even = next((share for share in _SHARES if fits([share] * count)), 0.0)
    shares = [even] * count
    for i in range(count if even < 1.0 else 0):
        tries = (s for s in _SHARES if s > even)
        shares[i] = next((s for s in tries if fits([*shares[:i], s, *shares[i + 1 :]])), even)
    return shares


def _stack(
    order: Sequence[str],
    rows: Sequence[list[Row]],
    row_height: float,
    names: Sequence[float],
    folded: Collection[str],
) -> Layout:
    lanes: list[LaneBox] = []
    tops: list[float] = []
    flat: list[Row] = []
    y = 0.0
    for key, own, name in zip(order, rows, names, strict=True):
        height = max(len(own) * row_height, name) + 2 * LANE_PAD
        lanes.append(LaneBox(key, y, height, len(flat), len(own), key in folded))
        inset = (height - len(own) * row_height) / 2 if len(own) == 1 else LANE_PAD
        tops += [y + inset + i * row_height for i in range(len(own))]
        flat += own
        y += height
    return Layout(tuple(lanes), tuple(flat), tuple(tops), row_height, y)


def hit(scene: Scene, layout: Layout, scale: Scale, x: float, y: float, slack: float = 3.0) -> int | None:
    """Return the index of the mark at a point (y from the first lane's top, scrolled), None where there is none."""
    number = layout.row_at(y)
    if number is None:
        return None
    row = layout.rows[number]
    at, reach = scale.moment(x), (HALF_VAGUE + LEAST_BAR + slack) * scale.per_pixel
    low, high = row.between(at - reach, at + reach)
    if high <= low:
        return None
    if high - low > 4_096:
        middle = min(max(int(np.searchsorted(row.left, at)), low + 2_048), high - 2_048)
        low, high = middle - 2_048, middle + 2_048
    marks = row.marks[low:high]
    shape = scene.shape
    middle_at, half = least_reach(shape, marks, scale.per_pixel)
    begin = np.minimum(shape.begin[marks], middle_at - half)
    end = np.maximum(shape.end[marks], middle_at + half)
    away = np.maximum(np.maximum(begin - at, at - end), 0.0) / scale.per_pixel
    score = away * 1_000 + np.abs(middle_at - at) / scale.per_pixel * 1e-3
    best = int(np.argmin(score))
    return int(marks[best]) if away[best] <= slack else None
