"""All marks in columns, sorted into lanes and packed into rows; what the drawing and the mouse ask."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, log2

import numpy as np
from numpy.typing import NDArray

from dateline.gui.timeline.lanes import pack
from dateline.gui.timeline.marks import Grouping, TimelineMark, lane_keys, lanes_of
from dateline.gui.timeline.shape import Extents, Floats, extents

Indices = NDArray[np.intp]

HALF_MARK = 7.0  # pixels from the middle of a diamond to its points
LEAST_BAR = 8.0  # pixels
OPEN_REACH = 64.0  # pixels an open end fades over
ROW_GAP = 4.0  # pixels between what shares a row
LABEL_GAP = 16.0
FEW = 4_000  # up to here rows follow the zoom and leave room for labels; beyond, they are packed once
MOST_ROWS = 8  # in a lane of a scene that is not few

LabelWidth = Callable[[TimelineMark], float]


@dataclass(frozen=True, slots=True)
class Row:
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
        return int(np.searchsorted(self.right, begin, "right")), int(np.searchsorted(self.left, end, "left"))

    def coverage(self, edges: Floats) -> NDArray[np.int64]:
        """Return how many marks touch each of the stretches between `edges`."""
        counts: NDArray[np.int64] = np.searchsorted(self.begins, edges[1:], "left") - np.searchsorted(
            self.ends, edges[:-1], "right"
        )
        return counts


class Scene:
    """The dated marks of a timeline, by lane; changes touch only the lanes they are in."""

    def __init__(self, marks: Iterable[TimelineMark] = (), by: Grouping = Grouping.TYPE) -> None:
        self.by = by
        self.marks: list[TimelineMark | None] = []
        self.undated: dict[str, TimelineMark] = {}
        self.index: dict[str, int] = {}
        self.lanes: dict[str, list[int]] = {}
        self.shape: Extents = extents(())
        self.version = 0
        self._zoom: float | None = None
        self._packed: dict[tuple[str, float, float, int], list[Row]] = {}
        self._load(list(marks))

    def _load(self, marks: list[TimelineMark]) -> None:
        dated = [m for m in marks if m.when is not None]
        self.undated = {m.id: m for m in marks if m.when is None}
        self.marks = list(dated)
        self.index = {m.id: i for i, m in enumerate(dated)}
        self.shape = extents([m.when for m in dated if m.when is not None])
        self._regroup()

    def _regroup(self) -> None:
        self.lanes = lanes_of(self.marks, self.by)
        self._packed.clear()
        self._zoom = None
        self.version += 1

    def __len__(self) -> int:
        return len(self.index)

    def group(self, by: Grouping) -> None:
        """Sort the marks into other lanes."""
        self.by = by
        self._regroup()

    def mark(self, index: int) -> TimelineMark:
        """Return the mark at an index that is in use."""
        mark = self.marks[index]
        if mark is None:
            raise IndexError(index)
        return mark

    def update(self, changed: Sequence[TimelineMark], removed: Iterable[str] = ()) -> None:
        """Take in new and changed marks and drop those called `removed`."""
        touched: set[str] = set()
        for mark_id in [*removed, *(m.id for m in changed)]:
            self.undated.pop(mark_id, None)
        keep = {m.id for m in changed if m.when is not None}
        for mark_id in [*removed, *(m.id for m in changed if m.when is None)]:
            touched |= self._drop(mark_id) if mark_id not in keep else set()
        self.undated.update((m.id, m) for m in changed if m.when is None)
        touched |= self._place([m for m in changed if m.when is not None])
        self._packed = {key: rows for key, rows in self._packed.items() if key[0] not in touched}
        self.version += 1

    def _drop(self, mark_id: str) -> set[str]:
        at = self.index.pop(mark_id, None)
        if at is None:
            return set()
        return self._leave_lanes(at)

    def _leave_lanes(self, at: int) -> set[str]:
        keys = set(lane_keys(self.mark(at), self.by))
        for key in keys:
            self.lanes[key].remove(at)
            if not self.lanes[key]:
                del self.lanes[key]
        self.marks[at] = None
        return keys

    def _place(self, marks: list[TimelineMark]) -> set[str]:
        if not marks:
            return set()
        touched: set[str] = set()
        places: list[int] = []
        for mark in marks:
            at = self.index.get(mark.id)
            if at is None:
                at = self.index[mark.id] = len(self.marks)
                self.marks.append(mark)
            else:
                touched |= self._leave_lanes(at)
                self.marks[at] = mark
            places.append(at)
            for key in lane_keys(mark, self.by):
                self.lanes.setdefault(key, []).append(at)
                touched.add(key)
        self.shape = _with(self.shape, extents([m.when for m in marks if m.when is not None]), places, len(self.marks))
        return touched

    def packing_zoom(self, per_pixel: float) -> float:
        """Return the seconds a pixel that rows are packed for: the next power of two, so that zooming rarely repacks.

        Many marks are packed once, for a sixteenth of the whole on a wide screen, and stay so while single ones change.
        """
        if len(self) <= FEW:
            return float(2.0 ** ceil(log2(max(per_pixel, 1e-6))))
        if self._zoom is None:
            begin, end = self.span() or (0.0, 1.0)
            self._zoom = (end - begin) / (1600 * 16)
        return self._zoom

    def span(self) -> tuple[float, float] | None:
        """Return the first and last moment drawn, None when nothing is dated."""
        used = np.fromiter(self.index.values(), np.intp, len(self.index))
        if not len(used):
            return None
        return float(self.shape.begin[used].min()), float(self.shape.end[used].max())

    def rows(self, lane: str, per_pixel: float, most: int, label: LabelWidth | None, share: float) -> list[Row]:
        """Return the rows of a lane packed for a zoom; `share` of each label's width is kept free for it."""
        key = (lane, per_pixel, share, most)
        if key not in self._packed:
            if len(self._packed) > 400:
                self._packed.clear()
            self._packed[key] = self._pack(self.lanes.get(lane, []), per_pixel, most, label, share)
        return self._packed[key]

    def _pack(
        self, members: list[int], per_pixel: float, most: int, label: LabelWidth | None, share: float
    ) -> list[Row]:
        at = np.asarray(members, np.intp)
        left, right = drawn_reach(self.shape, at, per_pixel)
        packed_right = right + ROW_GAP * per_pixel
        if label is not None and share > 0:
            wide = np.fromiter((label(self.mark(i)) for i in members), np.float64, len(members)) * share + LABEL_GAP
            core = (self.shape.core_end[at] - self.shape.core_begin[at]) / per_pixel
            outside = np.where(core >= wide, 0.0, wide * per_pixel)
            packed_right = np.maximum(packed_right, right + outside)
        number = pack(left, packed_right, most)
        order = np.lexsort((left, number))
        cuts = np.flatnonzero(np.diff(number[order])) + 1
        return [self._row(at, left, right, part, bool(number[part[0]] >= most)) for part in np.split(order, cuts)]

    def _row(self, at: Indices, left: Floats, right: Floats, part: Indices, crowded: bool) -> Row:
        marks = at[part]
        ends = right[part]
        return Row(
            marks,
            left[part],
            np.maximum.accumulate(ends) if crowded else ends,
            np.sort(self.shape.begin[marks]),
            np.sort(self.shape.end[marks]),
            crowded,
        )


def drawn_reach(shape: Extents, at: Indices, per_pixel: float) -> tuple[Floats, Floats]:
    """Return from where to where marks are drawn, in seconds, with the least sizes a mark has on screen."""
    middle = (shape.core_begin[at] + shape.core_end[at]) / 2
    half = np.where(shape.point[at], HALF_MARK, LEAST_BAR / 2) * per_pixel
    reach = OPEN_REACH * per_pixel
    left = np.minimum(shape.begin[at] - np.where(shape.open_begin[at], reach, 0.0), middle - half)
    right = np.maximum(shape.end[at] + np.where(shape.open_end[at], reach, 0.0), middle + half)
    return left, right


def _with(shape: Extents, new: Extents, places: Sequence[int], length: int) -> Extents:
    at = np.asarray(places, np.intp)

    def joined(name: str) -> NDArray[np.generic]:
        old: NDArray[np.generic] = getattr(shape, name)
        grown = np.concatenate([old, np.zeros(length - len(old), old.dtype)])
        grown[at] = getattr(new, name)
        return grown

    return Extents(*(joined(n) for n in Extents.__dataclass_fields__))  # type: ignore[arg-type]
