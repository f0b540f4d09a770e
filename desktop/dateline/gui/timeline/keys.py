"""The timeline from the keyboard: step from mark to mark, zoom, fit, activate, clear."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dateline.gui.theme import Theme
from dateline.gui.timeline.links import orders_of, told_order
from dateline.gui.timeline.moving import moved
from dateline.gui.timeline.plot import local_now
from dateline.gui.timeline.pointing import PointedTimeline
from dateline.gui.timeline.scene import Indices, Scene
from dateline.gui.timeline.shape import UNIT_SECONDS
from dateline.model.calendar import DAY
from dateline.model.schema import Schema
from dateline.model.when import Granularity, When


class KeyedTimeline(PointedTimeline):
    """A timeline plot with a selection and a brush, which answers keys."""

    mark_activated = Signal(str)
    mark_stepped = Signal(str)  # selected by the arrows
    range_brushed = Signal(object)
    date_proposed = Signal(str, object)

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

    def select(self, mark_id: str | None) -> None:
        """Select a mark, or none."""
        if mark_id != self.selected:
            self.selected = mark_id
            self.refresh()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, move a date, zoom, fit, activate, clear."""
        key, text = event.key(), event.text()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift_date(steps[Qt.Key(key)])
        elif key in steps:
            self.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_row(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step_to(0 if key == Qt.Key.Key_Home else -1)
        elif text in ("+", "="):
            self.zoom(0.7, self._zoom_middle())
        elif text in ("-", "_"):
            self.zoom(1 / 0.7, self._zoom_middle())
        elif key == Qt.Key.Key_F and not event.modifiers():
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            self.mark_activated.emit(self.selected)
        elif key == Qt.Key.Key_Escape and self._escape():
            pass
        else:
            event.ignore()
            return
        event.accept()

    def _escape(self) -> bool:
        """Let go of the drag, else of the brush, else of the selection; say whether there was anything."""
        if self.ghost is not None or self.drop is not None:
            self.let_go()
            self.refresh()
        elif self.brush is not None:
            self.clear_brush()
        elif self.selected is not None:
            self.select(None)
        else:
            return False
        return True

    def _zoom_middle(self) -> float | None:
        index = self.scene_marks.index.get(self.selected or "")
        if index is None:
            return None
        middle = float(self.scene_marks.shape.middle[index])
        return middle if self.time_scale.begin <= middle <= self.time_scale.end else None

    def shift_date(self, by: int) -> None:
        """Propose the selected mark's date moved by units of its own: days by days, months by months."""
        index = self.scene_marks.index.get(self.selected or "")
        when = self.scene_marks.mark(index).when if index is not None else None
        if when is not None and self.selected and self.editable:
            unit = UNIT_SECONDS[when.granularity]
            step = DAY if when.granularity is Granularity.DAYPART else 7 * DAY if unit == 2 * DAY else unit
            self.date_proposed.emit(self.selected, moved(when, by * step))

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
        """Go to the mark before or after the selected one; without one, to that nearest the middle of the view."""
        order = self.in_time()
        if not len(order):
            return
        index = self.scene_marks.index.get(self.selected or "")
        if index is None:
            middle = (self.time_scale.begin + self.time_scale.end) / 2
            at = int(np.argmin(np.abs(self.scene_marks.shape.middle[order] - middle)))
        else:
            at = min(max(int(np.flatnonzero(order == index)[0]) + by, 0), len(order) - 1)
        self._step_on(int(order[at]))

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
