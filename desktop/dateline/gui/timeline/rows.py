"""Marks packed into the rows of a lane, and how much room each takes there."""

from collections.abc import Generator, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.gui.timeline.labels import LEAST
from dateline.gui.timeline.lanes import pack_in_pieces
from dateline.gui.timeline.shape import Extents, Floats

Indices = NDArray[np.intp]

HALF_MARK = 7.0  # pixels from the middle of a diamond to its points
LEAST_BAR = 8.0  # pixels
HALF_VAGUE = 11.0  # pixels of what fades to both sides: any less, and it would look like an exact bar
OPEN_REACH = 64.0  # pixels an open end fades over
ROW_GAP = 4.0  # pixels between what shares a row
LABEL_GAP = 16.0
_SHORT = 50  # marks in a row up to which its density may count them with the size they are drawn with


class Row(Struct, frozen=True):
    """Marks that share a row: their indices in order, the seconds each takes up with its drawn size, and sorted ends.

    A `crowded` row holds what found no row of its own; its marks overlap.
    """

    marks: Indices
    left: Floats
    right: Floats
    begins: Floats
    ends: Floats
    crowded: bool

    def between(self, begin: float, end: float) -> tuple[int, int]:
        """Return the slice of marks that may show between two moments."""
        return int(self.right.searchsorted(begin, "right")), int(self.left.searchsorted(end, "left"))

    def coverage(self, edges: Floats) -> NDArray[np.int64]:
        """Return how many marks touch each of the stretches between `edges`."""
        counts: NDArray[np.int64] = np.searchsorted(self.begins, edges[1:], "left") - np.searchsorted(
            self.ends, edges[:-1], "right"
        )
        return counts


def coverage(rows: Sequence[Row], edges: Floats) -> NDArray[np.int64]:
    """Return how many marks of each row touch each of the stretches between `edges`, a line for each row."""
    lines, columns = len(rows), len(edges) - 1
    if sum(len(row.begins) for row in rows) > lines * columns:
        return np.stack([row.coverage(edges) for row in rows])
    # Fewer marks than stretches: look up the marks, all rows at once, instead of the stretches row by row.
    line = np.repeat(np.arange(lines) * (columns + 1), [len(row.begins) for row in rows])

    def entries(at: list[Floats], where: Floats, side: Literal["left", "right"]) -> NDArray[np.int64]:
        places = line + np.searchsorted(where, np.concatenate(at), side)
        return np.bincount(places, minlength=lines * (columns + 1))

    change = entries([row.begins for row in rows], edges[1:], "right")
    change -= entries([row.ends for row in rows], edges[:-1], "left")
    counts: NDArray[np.int64] = np.cumsum(change.reshape(lines, columns + 1), axis=1)[:, :columns]
    return counts


def packed(
    shape: Extents, at: Indices, per_pixel: float, most: int, widths: Floats | None, share: float
) -> Generator[None, None, list[Row]]:
    """Pack marks into rows, at most `most`, piece by piece; `at` are their places in `shape`.

    `share` of each label's width, in pixels, is kept free for it (None: for none).
    """
    if not len(at):
        return []
    left, right = drawn_reach(shape, at, per_pixel)
    packed_right = right + ROW_GAP * per_pixel
    if widths is not None:
        wide = np.maximum(widths * share, np.minimum(widths, LEAST)) + LABEL_GAP
        core = (shape.core_end[at] - shape.core_begin[at]) / per_pixel
        outside = np.where(core >= wide, 0.0, wide * per_pixel)
        packed_right = np.maximum(packed_right, right + outside)
    yield
    order = np.argsort(left, kind="stable")
    yield
    number = yield from pack_in_pieces(left[order], packed_right[order], most)
    yield
    by_row = np.argsort(number.astype(np.uint16) if most < 65_536 else number, kind="stable")
    cuts = np.flatnonzero(np.diff(number[by_row])) + 1
    order, number = order[by_row], number[by_row]
    crowded = [bool(number[cut] >= most) for cut in (0, *cuts.tolist())]
    rows: list[Row] = []
    for part, full in zip(np.split(order, cuts), crowded, strict=True):
        yield
        rows.append(_row(shape, at, left, right, part, full))
    return rows


def _row(shape: Extents, at: Indices, left: Floats, right: Floats, part: Indices, crowded: bool) -> Row:
    marks = at[part]
    ends, many = right[part], crowded or len(part) > _SHORT
    return Row(
        marks,
        left[part],
        np.maximum.accumulate(ends) if crowded else ends,
        np.sort(shape.begin[marks], kind="stable") if many else left[part],
        np.sort(shape.end[marks], kind="stable") if many else ends,
        crowded,
    )


def least_reach(shape: Extents, at: Indices, per_pixel: float) -> tuple[Floats, Floats]:
    """Return the middles of marks, and the least they take up to both sides of it on screen, in seconds."""
    half = np.where(shape.vague[at], HALF_VAGUE, np.where(shape.point[at], HALF_MARK, LEAST_BAR / 2))
    return (shape.core_begin[at] + shape.core_end[at]) / 2, half * per_pixel


def drawn_reach(shape: Extents, at: Indices, per_pixel: float) -> tuple[Floats, Floats]:
    """Return from where to where marks are drawn, in seconds, with the least sizes a mark has on screen."""
    middle, half = least_reach(shape, at, per_pixel)
    reach = OPEN_REACH * per_pixel
    left = np.minimum(shape.begin[at] - np.where(shape.open_begin[at], reach, 0.0), middle - half)
    right = np.maximum(shape.end[at] + np.where(shape.open_end[at], reach, 0.0), middle + half)
    return left, right
