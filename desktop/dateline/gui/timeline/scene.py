"""All marks in columns, sorted into lanes and packed into rows; what the drawing and the mouse ask."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from math import ceil, floor, inf, log2

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.gui.timeline.lanes import done
from dateline.gui.timeline.marks import Grouping, Publication, TimelineMark, lane_keys, lanes_of
from dateline.gui.timeline.rows import Indices, Row, packed
from dateline.gui.timeline.shape import Extents, Floats, extents
from dateline.model.schema import Schema
from dateline.model.when import When

FEW = 12  # up to here all marks are packed together for each zoom
NEAR = 1_000  # beyond, those in and around the view are, up to this many; what is more is packed once for all
_AT_ONCE = 1_000  # marks taken in within a few milliseconds
_BY_ID = 5_000  # marks in a lane up to which they are ordered by their ids; their places may change with their dates
MOST_ROWS = 8  # in a lane of a scene that is packed once

LabelWidth = Callable[[TimelineMark], float]


class Packing(Struct, frozen=True):
    """What rows are packed for: seconds a pixel, the stretch of time (None: all), the most rows a lane may have."""

    zoom: float
    window: tuple[float, float] | None
    most: int = 200


Key = tuple[str, Packing, float, int]


class Scene:
    """The dated marks of a timeline, by lane; changes touch only the lanes they are in."""

    def __init__(self, marks: Iterable[TimelineMark] = (), by: Grouping = Grouping.TYPE) -> None:
        self.by = by
        self.marks: list[TimelineMark | None] = []
        self.undated: dict[str, TimelineMark] = {}
        self._index: dict[str, int] | None = {}
        self._gaps: list[int] = []  # places in `marks` that are None
        self.lanes: dict[str, list[int]] = {}
        self.shape: Extents = extents(())
        self.version = 0
        self._zoom: float | None = None
        self._packed: dict[Key, list[Row]] = {}
        self._members: dict[str, Indices] = {}
        self._sorted: tuple[Floats, Floats] | None = None
        self._load(list(marks))

    def _load(self, marks: list[TimelineMark]) -> None:
        dated = [m for m in marks if m.when is not None]
        self.undated = {m.id: m for m in marks if m.when is None}
        self.marks = list(dated)
        self._index, self._gaps = None, []
        self.shape = extents([m.when for m in dated if m.when is not None])
        self._regroup()

    def fill(self, marks: Sequence[TimelineMark]) -> Iterator[None]:
        """Take in very many marks, each once, some at a time; what was there before goes."""
        self._load([])
        parts, lanes, index = [self.shape], self.lanes, self.index
        for i in range(0, len(marks), _AT_ONCE):
            part = marks[i : i + _AT_ONCE]
            self.undated.update((m.id, m) for m in part if m.when is None)
            dated = [m for m in part if m.when is not None]
            parts.append(extents([m.when for m in dated if m.when is not None]))
            for key, places in lanes_of(dated, self.by, len(self.marks)).items():
                lanes.setdefault(key, []).extend(places)
            index.update((m.id, at) for at, m in enumerate(dated, len(self.marks)))
            self.marks += dated
            yield
        columns = ([getattr(part, name) for part in parts] for name in Extents.__struct_fields__)
        self.shape = Extents(*(np.concatenate(c) for c in columns))
        yield
        yield from self._pack_ahead()

    def _pack_ahead(self) -> Iterator[None]:
        """Pack in pieces what a first frame that shows everything would pack at once."""
        if len(self) > NEAR:
            used = self.used()
            begins = np.sort(self.shape.begin[used])
            yield
            self._sorted = begins, np.sort(self.shape.end[used])
            yield
            packing = self._packing_of_all()
            for lane in self.lanes:
                self._near(lane, None)
                yield
                yield from self._pack_lane((lane, packing, 0.0, packing.most), _no_label)

    def _regroup(self) -> None:
        self.lanes = lanes_of(self.marks, self.by)
        self._packed.clear()
        self._members.clear()
        self._zoom = self._sorted = None
        self.version += 1

    def __len__(self) -> int:
        return len(self.marks) - len(self._gaps)

    @property
    def index(self) -> dict[str, int]:
        """The place of each mark by its id; made when first asked for, as the first draw does without."""
        if self._index is None:
            self._index = {m.id: i for i, m in enumerate(self.marks) if m is not None}
        return self._index

    def lanes_in_order(self, schema: Schema, publications: Iterable[Publication] = ()) -> list[str]:
        """Return types in the order of the schema, articles in that of publication, the rest by how much there is.

        What has no place in the order comes after what has one; the unnamed is last.
        """
        place: dict[str, int] = {}
        if self.by is Grouping.TYPE:
            place = {t.name: i for i, t in enumerate(schema.types)}
        elif self.by is Grouping.ARTICLE:
            for one in publications:
                place[one.title] = min(place.get(one.title, one.at_seconds), one.at_seconds)

        def rank(key: str) -> tuple[bool, float, int, str]:
            much = 0 if self.by is Grouping.TYPE else len(self.lanes[key])
            return key == "", place.get(key, inf), -much, key.casefold()

        return sorted(self.lanes, key=rank)

    def used(self) -> Indices:
        """Return the places that hold a mark."""
        return np.delete(np.arange(len(self.marks)), self._gaps)

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

    def told(self, mark_id: str) -> tuple[str, When | None] | None:
        """Return the title and the date of a mark, dated or not, None where it is not there."""
        at = self.index.get(mark_id)
        mark = self.mark(at) if at is not None else self.undated.get(mark_id)
        return (mark.title, mark.when) if mark else None

    def everything(self) -> list[TimelineMark]:
        """Return all marks, the undated last."""
        return [m for m in self.marks if m is not None] + list(self.undated.values())

    def update(self, changed: Sequence[TimelineMark], removed: Iterable[str] = ()) -> None:
        """Take in new and changed marks and drop those called `removed`."""
        last = {m.id: m for m in changed}  # once each, as it is now
        gone = [i for i in dict.fromkeys(removed) if i not in last]
        undated = {i: m for i, m in last.items() if m.when is None}
        for mark_id in (*gone, *last):
            self.undated.pop(mark_id, None)
        self.undated |= undated
        touched = self._drop([*gone, *undated])
        touched |= self._place([m for m in last.values() if m.when is not None])
        self._packed = {key: rows for key, rows in self._packed.items() if key[0] not in touched}
        self._members = {key: at for key, at in self._members.items() if key not in touched}
        self._sorted = None
        self.version += 1

    def _leave(self, places: Iterable[int]) -> set[str]:
        """Take marks out of their lanes, and return these; each is gone through once, however many leave it."""
        leaving: dict[str, set[int]] = {}
        for at in places:
            for key in lane_keys(self.mark(at), self.by):
                leaving.setdefault(key, set()).add(at)
            self.marks[at] = None
        for key, gone in leaving.items():
            self.lanes[key] = [at for at in self.lanes[key] if at not in gone]
            if not self.lanes[key]:
                del self.lanes[key]
        return set(leaving)

    def _drop(self, mark_ids: Iterable[str]) -> set[str]:
        gone = [self.index.pop(i) for i in mark_ids if i in self.index]
        self._gaps += gone
        return self._leave(gone)

    def _place(self, marks: Sequence[TimelineMark]) -> set[str]:
        if not marks:
            return set()
        touched = self._leave([self.index[m.id] for m in marks if m.id in self.index])
        places: list[int] = []
        for mark in marks:
            at = self.index.setdefault(mark.id, len(self.marks))
            if at == len(self.marks):
                self.marks.append(None)
            self.marks[at] = mark
            places.append(at)
            for key in lane_keys(mark, self.by):
                self.lanes.setdefault(key, []).append(at)
                touched.add(key)
        self.shape = _with(self.shape, extents([m.when for m in marks if m.when is not None]), places, len(self.marks))
        return touched

    def packing(self, begin: float, end: float, per_pixel: float) -> Packing:
        """Return what rows are to be packed for when the view shows `begin` to `end`.

        The zoom is the next half power of two, so that zooming rarely repacks. A scene that is not few is packed
        around the view, in stretches that overlap, so that panning rarely repacks; while too much is in view,
        once for a sixteenth of the whole on a wide screen, however single marks change.
        """
        zoom = float(2.0 ** (ceil(log2(max(per_pixel, 1e-6)) * 2) / 2))
        if len(self) <= FEW:
            return Packing(zoom, None)
        pixels = 2.0 ** (ceil(log2(max((end - begin) / per_pixel, 1.0)) * 2) / 2)
        stretch = zoom * pixels  # changes when the zoom does, so that one zooming step repacks once
        at = floor(begin / (stretch / 2)) * (stretch / 2)
        window = at - stretch / 4, at + stretch * 1.75
        begins, ends = self._in_order()
        if np.searchsorted(begins, window[1]) - np.searchsorted(ends, window[0], "right") <= NEAR:
            return Packing(zoom, window)
        return self._packing_of_all()

    def _packing_of_all(self) -> Packing:
        if self._zoom is None:
            first, last = self.span() or (0.0, 1.0)
            self._zoom = (last - first) / (1600 * 16)
        return Packing(self._zoom, None, MOST_ROWS)

    def _in_order(self) -> tuple[Floats, Floats]:
        if self._sorted is None:
            used = self.used()
            self._sorted = np.sort(self.shape.begin[used]), np.sort(self.shape.end[used])
        return self._sorted

    def span(self) -> tuple[float, float] | None:
        """Return the first and last moment drawn, None when nothing is dated."""
        used = self.used()
        if not len(used):
            return None
        return float(self.shape.begin[used].min()), float(self.shape.end[used].max())

    def outside(self, begin: float, end: float) -> tuple[int, int]:
        """Return how many marks are over before a stretch of time, and how many begin after it."""
        begins, ends = self._in_order()
        return int(np.searchsorted(ends, begin, "right")), len(begins) - int(np.searchsorted(begins, end, "left"))

    def rows(self, lane: str, packing: Packing, most: int, label: LabelWidth, share: float) -> list[Row]:
        """Return the rows of a lane, at most `most`; `share` of each label's width is kept free for it."""
        key = (lane, packing, share, most)
        if key not in self._packed:
            if len(self._packed) > 2_000:
                self._packed.clear()
            done(self._pack_lane(key, label))
        return self._packed[key]

    def _pack_lane(self, key: Key, label: LabelWidth) -> Generator[None, None, None]:
        lane, packing, share, most = key
        near = self._near(lane, packing.window)
        widths = np.fromiter((label(self.mark(i)) for i in near.tolist()), np.float64, len(near)) if share > 0 else None
        self._packed[key] = yield from packed(self.shape, near, packing.zoom, most, widths, share)

    def _near(self, lane: str, window: tuple[float, float] | None) -> Indices:
        """Return the marks of a lane that reach into a stretch of time, those that begin together in a lasting order.

        What was moved and is put back has its row again.
        """
        members = self._members.get(lane)
        if members is None:
            places = sorted(self.lanes.get(lane, []))
            if len(places) <= _BY_ID:
                places.sort(key=lambda at: self.mark(at).id)
            members = self._members[lane] = np.array(places, np.intp)
        if window is None:
            return members
        near: Indices = members[(self.shape.begin[members] < window[1]) & (self.shape.end[members] > window[0])]
        return near


def _no_label(_: TimelineMark) -> float:
    return 0.0


def _with(shape: Extents, new: Extents, places: Sequence[int], length: int) -> Extents:
    at = np.asarray(places, np.intp)

    def joined(name: str) -> NDArray[np.generic]:
        old: NDArray[np.generic] = getattr(shape, name)
        grown = np.concatenate([old, np.zeros(length - len(old), old.dtype)])
        grown[at] = getattr(new, name)
        return grown

    return Extents(*(joined(n) for n in Extents.__struct_fields__))  # type: ignore[arg-type]
