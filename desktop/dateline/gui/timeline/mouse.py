"""The plot in the hand: hover, click, pan, zoom, brush, and dragging dates."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from dateline.gui.date_words import label
from dateline.gui.theme import Theme
from dateline.gui.timeline.band import Spot
from dateline.gui.timeline.keys import KeyedTimeline
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.moving import dropped, moved, stretched
from dateline.gui.timeline.no_events import local_now
from dateline.gui.timeline.rows import LEAST_BAR
from dateline.gui.timeline.shape import extents
from dateline.model.schema import Schema
from dateline.model.when import When

MARK_MIME = "application/x-dateline-mark"
Kind = Literal["pan", "brush", "move", "begin", "end"]

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_THRESHOLD = 4.0  # pixels before a press becomes a drag
_STILL = 12.0  # pixels that a hand which has let go may stray
_EDGE = 6.0  # pixels within which an end or a brush's edge is taken hold of
_LEAST_BAR = 26.0  # pixels a bar must measure for its ends to be dragged


class _Press(Struct):
    """A mouse button held down."""

    kind: Kind
    at: QPointF  # in the widget
    x: float  # in the view box
    moment: float
    mark: int | None = None
    anchor: float = 0.0  # the brush's other edge
    dragging: bool = False
    last: QPointF | None = None
    when: When | None = None


class LiveTimeline(KeyedTimeline):
    """A timeline plot that answers mouse, keys and drops."""

    mark_hovered = Signal(object)  # an index or None
    article_activated = Signal(str)
    article_hovered = Signal(object)  # a Publication or None
    spot_hovered = Signal(object)  # a Spot or None

    def __init__(
        self, theme: Theme, schema: Schema, parent: QWidget | None = None, now: Callable[[], float] = local_now
    ) -> None:
        self._press: _Press | None = None
        self._dropped: QPointF | None = None  # where a drag ended from which the pointer has not gone on
        self._led = False  # whether the last click was on a hint, which led elsewhere
        super().__init__(theme, schema, parent, now)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def let_go(self) -> None:
        """Forget what is held and pointed at: it may be gone."""
        super().let_go()
        if self._press is not None and self._press.kind != "pan":
            self._press = None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a mark, an end, a brush's edge or the ground."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        point = self.to_box(event.position())
        self._press, self._led = self._grip(point, event), False
        event.accept()

    def _grip(self, point: QPointF, event: QMouseEvent) -> _Press:
        x, moment = point.x(), self.time_scale.moment(point.x())
        press = _Press("pan", event.position(), x, moment, last=event.position())
        if event.button() is Qt.MouseButton.MiddleButton or x < 0:
            return press
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            press.kind, press.anchor = "brush", moment
            return press
        if (edge := self._brush_edge(x)) is not None and self.brush:
            press.kind, press.anchor = "brush", self.brush[1 - edge]
            return press
        press.mark = None if self.post_at(x, point.y()) else self.mark_at(x, point.y())
        if press.mark is not None and self.editable and not self.lag:
            press.kind = self._end_at(press.mark, x) or "move"
        return press

    def _brush_edge(self, x: float) -> int | None:
        if self.brush is None:
            return None
        return next((i for i in (0, 1) if abs(self.time_scale.x(self.brush[i]) - x) <= _EDGE), None)

    def _end_at(self, mark: int, x: float) -> Literal["begin", "end"] | None:
        """Return which end of a bar is at a pixel: its edge, or the soft part beyond it."""
        shape, scale, when = self.scene_marks.shape, self.time_scale, self.scene_marks.mark(mark).when
        left, right = scale.x(float(shape.begin[mark])), scale.x(float(shape.end[mark]))
        if shape.point[mark] or right - left < _LEAST_BAR or when is None or not left - _EDGE <= x <= right + _EDGE:
            return None
        core = scale.x(float(shape.core_begin[mark])), scale.x(float(shape.core_end[mark]))
        inner = _EDGE if core[1] - core[0] >= _LEAST_BAR else min(0.0, (core[1] - core[0] - LEAST_BAR) / 2)
        if x < core[0] + inner and when.begin is not None:
            return "begin"
        return "end" if x > core[1] - inner and when.end is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, or go on with a drag."""
        press = self._press
        if press is None:
            if self._dropped is None or (event.position() - self._dropped).manhattanLength() > _STILL:
                self._dropped = None
                self._hover(self.to_box(event.position()))
            return
        way = event.position() - press.at
        if not press.dragging and max(abs(way.x()), abs(way.y())) < _THRESHOLD:
            return
        if not press.dragging:
            press.dragging = True
            self._point_at_nothing()
        self._drag(press, event)

    def _drag(self, press: _Press, event: QMouseEvent) -> None:
        x = self.to_box(event.position()).x()
        moment = self.time_scale.moment(x)
        if press.kind == "pan":
            step = event.position() - (press.last or press.at)
            press.last = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(-step.x())
            self.scroll_to(self.lane_scroll - step.y())
        elif press.kind == "brush":
            self.brush = (min(press.anchor, moment), max(press.anchor, moment))
            self.refresh()
        elif press.mark is not None:
            self._drag_date(press, press.mark, moment)

    def _drag_date(self, press: _Press, mark: int, moment: float) -> None:
        when = self.scene_marks.mark(mark).when
        if when is None:
            return
        if press.kind == "move":
            press.when = moved(when, moment - press.moment, self.time_scale.per_pixel)
        elif press.kind in ("begin", "end"):
            held = when.begin if press.kind == "begin" else when.end
            to = (held or 0) + moment - press.moment
            press.when = stretched(when, press.kind, to, self.time_scale.per_pixel)
        if press.when is not None:
            self.ghost = (mark, extents([press.when]))
            self.drop = (moment, label(press.when))
            self.warning = self.against(self.scene_marks.mark(mark).id, press.when)
        self.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Commit a drag, or take a press that did not move as a click."""
        press, self._press = self._press, None
        if press is None:
            return
        if not press.dragging:
            self._click(press, event)
        elif press.kind == "brush":
            self.range_brushed.emit(self.brush)
        elif press.mark is not None and press.kind != "pan":
            self._commit(press, press.mark)
        self.viewport().unsetCursor()
        if press.dragging:
            self._dropped = event.position()  # what the hand came to lie on is not pointed at
        else:
            self._hover(self.to_box(event.position()))

    def _commit(self, press: _Press, mark: int) -> None:
        self.ghost = self.drop = None
        self.warning = ""
        self.refresh()
        held = self.scene_marks.mark(mark)
        if press.when is not None and press.when != held.when:
            self.date_proposed.emit(held.id, press.when)

    def _click(self, press: _Press, event: QMouseEvent) -> None:
        point = self.to_box(event.position())
        if press.kind == "brush" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.clear_brush()
        elif point.x() < 0:
            self._fold_at(point.y())
        elif way := self.post_at(point.x(), point.y()):
            self._led = self.go_beyond(way)
        elif press.mark is not None:
            self.select(self.scene_marks.mark(press.mark).id)
            self.mark_activated.emit(self.scene_marks.mark(press.mark).id)
        elif publication := self.publication_at(point.x(), point.y()):
            self.article_activated.emit(publication.article_id)
        elif spot := self.spot_at(point.x(), point.y()):
            mark_id = self.series[spot[0]].points[spot[1]].mark_id
            self.select(mark_id)
            self.mark_activated.emit(mark_id)
        else:
            self.select(None)

    def _fold_at(self, y: float) -> None:
        picture = self.picture()
        among = STRIP <= y < STRIP + picture.lanes_height and not self.lag
        lane = picture.layout.lane_at(y - STRIP + self.lane_scroll) if among else None
        if lane is not None:
            self.folded ^= {lane.key}
            self.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in on the ground; on a mark the second click is a click, and after a hint it has nothing to say."""
        if self._led:
            return
        point = self.to_box(event.position())
        if point.x() >= 0 and self.mark_at(point.x(), point.y()) is None:
            self.zoom(0.5, self.time_scale.moment(point.x()))
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Point at nothing: a key may move what lies under the pointer, which points again when it is moved."""
        if event.key() not in _HELD:
            self._point_at_nothing()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; sideways (or with Shift) move in time; over the names (or with Ctrl) scroll lanes."""
        point, turn = self.to_box(event.position()), event.angleDelta()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier and not turn.x():
            self.pan(-turn.y() / 120 * 80)
        elif abs(turn.x()) > abs(turn.y()):
            self.pan(-turn.x() / 120 * 80)
        elif point.x() < 0 or modifiers & Qt.KeyboardModifier.ControlModifier:
            if point.y() >= STRIP + self.picture().lanes_height:
                self.scroll_band(self.band_scroll - turn.y() / 120 * 52)
            else:
                self.scroll_to(self.lane_scroll - turn.y() / 120 * 52)
        else:
            self.held_at = min(max(point.y() - STRIP, 0.0), self.picture().lanes_height)
            self.zoom(0.8 ** (turn.y() / 120), self.time_scale.moment(point.x()))
            self.picture()
            self.held_at = 0.0
        self._hover(point)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at_nothing()
        if self.pointed_post is not None:
            self.pointed_post = None
            self.refresh()

    def _hover(self, point: QPointF) -> None:
        post = self.post_at(point.x(), point.y())
        mark = self.mark_at(point.x(), point.y()) if point.x() >= 0 and not post else None
        publication = self.publication_at(point.x(), point.y()) if point.x() >= 0 else None
        spot = self.spot_at(point.x(), point.y())
        shape = Qt.CursorShape.ArrowCursor
        if point.x() >= 0 and (
            self._brush_edge(point.x()) is not None
            or (mark is not None and not self.lag and self._end_at(mark, point.x()))
        ):
            shape = Qt.CursorShape.SizeHorCursor
        elif post or (mark, publication, spot) != (None, None, None) or (point.x() < 0 and point.y() > STRIP):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self._point_at(mark)
        if post != self.pointed_post:
            self.pointed_post = post
            self.refresh()
        self._point_beside(publication, spot)

    def _point_at_nothing(self) -> None:
        self._point_at(None)
        self._point_beside(None, None)

    def _point_beside(self, publication: Publication | None, spot: Spot | None) -> None:
        article = publication.article_id if publication else None
        if article != self.hovered_article:
            self.hovered_article = article
            self.refresh()
            self.article_hovered.emit(publication)
        if spot != self.spot:
            self.spot = spot
            self.refresh()
            self.spot_hovered.emit(spot)

    def _point_at(self, mark: int | None) -> None:
        if mark != self.hovered:
            self.hovered = mark
            self.refresh()
            self.mark_hovered.emit(mark)

    # Drops from the undated tray

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take marks only."""
        if event.mimeData().hasFormat(MARK_MIME) and self.editable:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the date that letting go would give."""
        moment = self.time_scale.moment(self.to_box(event.position()).x())
        when = dropped(moment, self.time_scale.per_pixel)
        self.drop = (moment, label(when))
        self.warning = self.against(bytes(event.mimeData().data(MARK_MIME).data()).decode(), when)
        self.refresh()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the date."""
        self.drop, self.warning = None, ""
        self.refresh()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Propose the date."""
        self.drop, self.warning = None, ""
        self.refresh()
        moment = self.time_scale.moment(self.to_box(event.position()).x())
        mark_id = bytes(event.mimeData().data(MARK_MIME).data()).decode()
        event.acceptProposedAction()
        self.date_proposed.emit(mark_id, dropped(moment, self.time_scale.per_pixel))
