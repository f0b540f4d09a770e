"""The timeline from the keyboard: step from mark to mark, zoom, fit, activate, clear."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dateline.gui.theme import Theme
from dateline.gui.timeline.beyond import Lanes, Way, beyond_view, nearest
from dateline.gui.timeline.links import orders_of, told_order
from dateline.gui.timeline.marks import lane_keys
from dateline.gui.timeline.moving import End, dropped, moved, snapped, stretched
from dateline.gui.timeline.no_events import local_now
from dateline.gui.timeline.pointing import PointedTimeline
from dateline.gui.timeline.rows import Indices
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.shape import UNIT_SECONDS
from dateline.model.calendar import DAY
from dateline.model.schema import Schema
from dateline.model.when import Granularity, When

_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_PAGE = 0.8  # of the height of the lanes: what a click on the hint at their edge scrolls
_ARROWS: dict[Qt.Key, tuple[End, int]] = {
    Qt.Key.Key_Left: ("end", -1),
    Qt.Key.Key_Right: ("end", 1),
    Qt.Key.Key_Up: ("begin", -1),
    Qt.Key.Key_Down: ("begin", 1),
}  # with Ctrl+Shift: which end of a date they move, and which way


class KeyedTimeline(PointedTimeline):
    """A timeline plot with a selection and a brush, which answers keys."""

    mark_activated = Signal(str)
    mark_stepped = Signal(str)  # selected by the arrows
    range_brushed = Signal(object)
    date_proposed = Signal(str, object)
    date_asked = Signal(str)  # a date is to be typed for this mark

    def __init__(
        self, theme: Theme, schema: Schema, parent: QWidget | None = None, now: Callable[[], float] = local_now
    ) -> None:
        self._in_time: tuple[tuple[Scene, int], Indices] | None = None
        self.editable = True
        super().__init__(theme, schema, parent, now)

    # Brush and selection

    def clear_brush(self) -> None:
        """Take the brush away."""
        if self.brush is not None:
            self.brush = None
            self.refresh()
            self.range_brushed.emit(None)

    def brush_view(self) -> None:
        """Brush what is in view; if there is a brush, take it away."""
        if self.brush is not None:
            self.clear_brush()
        else:
            self._brush(self.time_scale.begin, self.time_scale.end)

    def stretch_brush(self, by: int) -> None:
        """Move the brush's end by the finest unit that can be aimed at; without a brush, take the selected mark's."""
        index = self.scene_marks.index.get(self.selected or "")
        middle = (self.time_scale.begin + self.time_scale.end) / 2
        at = middle if index is None else float(self.scene_marks.shape.middle[index])
        one = dropped(at if self.brush is None else self.brush[1], self.time_scale.per_pixel)
        if self.brush is not None:
            unit = UNIT_SECONDS[one.granularity]
            least = snapped(self.brush[0] + unit, one.granularity)
            self._brush(self.brush[0], max(snapped(self.brush[1] + by * unit, one.granularity), least))
        elif one.begin is not None and one.end is not None:
            self._brush(one.begin, one.end)

    def _brush(self, begin: float, end: float) -> None:
        self.brush = (begin, end)
        self.refresh()
        self.range_brushed.emit(self.brush)

    def fold(self, *, all_lanes: bool = False) -> None:
        """Fold the selected mark's lanes or unfold them; all lanes alike, if asked for."""
        index = self.scene_marks.index.get(self.selected or "")
        if all_lanes:
            self.folded = set() if self.folded else set(self.scene_marks.lanes)
        elif index is not None:
            self.folded ^= set(lane_keys(self.scene_marks.mark(index), self.scene_marks.by))
        self.refresh()
        if self.selected and not self.folded:
            self.reveal(self.selected)

    def select(self, mark_id: str | None) -> None:
        """Select a mark, or none."""
        if mark_id != self.selected:
            self.selected = mark_id
            self.refresh()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, move a date, zoom, fit, filter, fold, activate, clear."""
        key, text, held = event.key(), event.text(), event.modifiers()
        if key in _ARROWS and (held & _MOVING or _ARROWS[Qt.Key(key)][0] == "end"):
            self._arrow(Qt.Key(key), held)
        elif text in ("+", "="):
            self.zoom(0.7, self._zoom_middle())
        elif text in ("-", "_"):
            self.zoom(1 / 0.7, self._zoom_middle())
        elif key == Qt.Key.Key_X:
            self.fold(all_lanes=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_N and not held & ~Qt.KeyboardModifier.ShiftModifier:
            self.go_outside(Way.EARLIER if held else Way.LATER)
        elif key == Qt.Key.Key_Escape:
            if not self._escape():
                event.ignore()
                return
        elif not held & ~Qt.KeyboardModifier.KeypadModifier and (verb := self._plain_keys().get(key)):
            verb()
        else:
            event.ignore()
            return
        event.accept()

    def _plain_keys(self) -> dict[int, Callable[[], None]]:
        half = self.time_scale.width / 2
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Up: lambda: self.step_row(-1),
            Qt.Key.Key_Down: lambda: self.step_row(1),
            Qt.Key.Key_PageUp: lambda: self.pan(-half),
            Qt.Key.Key_PageDown: lambda: self.pan(half),
            Qt.Key.Key_Home: lambda: self.step_to(0),
            Qt.Key.Key_End: lambda: self.step_to(-1),
            Qt.Key.Key_F: self.fit,
            Qt.Key.Key_B: self.brush_view,
        }
        if selected := self.selected:
            keys[Qt.Key.Key_Return] = keys[Qt.Key.Key_Enter] = lambda: self.mark_activated.emit(selected)
            if self.editable:
                keys[Qt.Key.Key_D] = lambda: self.date_asked.emit(selected)
        return keys

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Step; with Ctrl move the date, with Ctrl+Shift one of its ends; with Shift stretch the brush."""
        end, way = _ARROWS[key]
        if held & _MOVING == _MOVING:
            self.shift_date(way, end)
        elif end == "end" and held & Qt.KeyboardModifier.ControlModifier:
            self.shift_date(way)
        elif end == "end" and held & Qt.KeyboardModifier.ShiftModifier:
            self.stretch_brush(way)
        elif end == "end":
            self.step(way)

    def _escape(self) -> bool:
        """Let go of the drag, brush, selection, or what is told at the edges; say whether there was anything."""
        if self.ghost is not None or self.drop is not None:
            self.let_go()
            self.refresh()
        elif self.brush is not None:
            self.clear_brush()
        elif self.selected is not None:
            self.select(None)
        elif self.just_dated:
            self.just_dated.clear()
            self.refresh()
        else:
            return False
        return True

    def _zoom_middle(self) -> float | None:
        index = self.scene_marks.index.get(self.selected or "")
        if index is None:
            return None
        middle = float(self.scene_marks.shape.middle[index])
        return middle if self.time_scale.begin <= middle <= self.time_scale.end else None

    def shift_date(self, by: int, end: End | None = None) -> None:
        """Propose the selected mark's date, or one end of it, moved by units of its own: days by days, and so on."""
        index = self.scene_marks.index.get(self.selected or "")
        when = self.scene_marks.mark(index).when if index is not None else None
        if when is not None and self.selected and self.editable:
            unit = UNIT_SECONDS[when.granularity]
            step = DAY if when.granularity is Granularity.DAYPART else 7 * DAY if unit == 2 * DAY else unit
            known = when.begin if end == "begin" else when.end
            if end is None:
                self.date_proposed.emit(self.selected, moved(when, by * step))
            elif known is not None and (drawn := stretched(when, end, known + by * step)) != when:
                self.date_proposed.emit(self.selected, drawn)

    def against(self, mark_id: str, when: When) -> str:
        """Return what the texts say of a mark's order that a date would contradict, "" where there is nothing."""
        for link, other, is_broken in orders_of(self.links, mark_id, when, self.scene_marks.told):
            if is_broken:
                told = told_order(link, mark_id, other, self.ink.schema)
                return str(self.tr("contradicts: {order}")).format(order=told)
        return ""

    def in_time(self) -> Indices:
        """Return the indices of all marks in order of time."""
        key = self.scene_marks, self.scene_marks.version
        if self._in_time is None or self._in_time[0] != key:
            used = self.scene_marks.used()
            order = np.lexsort((self.scene_marks.shape.end[used], self.scene_marks.shape.begin[used]))
            self._in_time = (key, used[order])
        return self._in_time[1]

    def step(self, by: int) -> None:
        """Go to the mark before or after the selected one; without one, to that nearest the middle of the view.

        Where nothing is in view either, to the nearest on that side.
        """
        order = self.in_time()
        if not len(order):
            return
        index = self.scene_marks.index.get(self.selected or "")
        empty = index is None and by and beyond_view(self.scene_marks, self.time_scale)
        if empty and self.go_beyond(Way.LATER if by > 0 else Way.EARLIER):
            return
        if index is None:
            middle = (self.time_scale.begin + self.time_scale.end) / 2
            at = int(np.argmin(np.abs(self.scene_marks.shape.middle[order] - middle)))
        else:
            at = min(max(int(np.flatnonzero(order == index)[0]) + by, 0), len(order) - 1)
        self._step_on(int(order[at]))

    def go_beyond(self, way: Way, *, fresh: bool = False) -> bool:
        """Go to the nearest mark outside the view on one side of it, if there is one, and say so.

        In the reporting lag, above and below are articles: it scrolls there.
        Where something is in view, or if asked for, that is the nearest of what was dated just now.
        """
        picture = self.picture()
        if self.lag and way in (Way.ABOVE, Way.BELOW):
            self.scroll_to(self.lane_scroll + way.value[1] * picture.lanes_height * _PAGE)
            return True
        lanes = Lanes(picture.layout, self.lane_scroll, picture.lanes_height)
        fresh = fresh or not beyond_view(self.scene_marks, self.time_scale, lanes)
        among = self.see().get(way, ()) if fresh else ()
        found = nearest(self.scene_marks, self.time_scale, way, lanes, among)
        if found is not None:
            self._step_on(found)
        return found is not None

    def go_outside(self, way: Way) -> None:
        """Go to what was dated just now outside the view, else to what is nearest to it; on one side first."""
        sides, ways = self.see(), (way, Way.EARLIER if way is Way.LATER else Way.LATER)
        if fresh := next((w for w in ways if w in sides), None):
            self.go_beyond(fresh, fresh=True)
        else:
            for each in ways:
                if self.go_beyond(each):
                    return

    def step_to(self, place: int) -> None:
        """Go to the first mark (0) or the last one (-1)."""
        order = self.in_time()
        if len(order):
            self._step_on(int(order[place]))

    def step_row(self, by: int) -> None:
        """Go to the nearest mark in the row above or below."""
        index = self.scene_marks.index.get(self.selected or "")
        layout = self.picture().layout
        row = layout.row_of(index) if index is not None else None
        if index is None or row is None:
            self.step(0)
            return
        if 0 <= row + by < len(layout.rows):
            marks = layout.rows[row + by].marks
            middle = self.scene_marks.shape.middle
            self._step_on(int(marks[int(np.argmin(np.abs(middle[marks] - middle[index])))]))

    def _step_on(self, index: int) -> None:
        mark_id = self.scene_marks.mark(index).id
        self.select(mark_id)
        self.reveal(mark_id)
        self.mark_stepped.emit(mark_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        super().focusInEvent(event)
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.refresh()
