"""Reporting lag: when it took place across, when it was reported down, so that announcements part from retrospects."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from dateline.gui.timeline.drawing import Picture, draw_frame
from dateline.gui.timeline.ink import Ink, faded
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.scene import Indices, Scene
from dateline.gui.timeline.shape import Floats
from dateline.gui.timeline.shapes import Form, draw_halo, draw_mark, forms
from dateline.gui.timeline.ticks import Ticks, ticks
from dateline.model.calendar import DAY

_ROW = 22.0
_MARGIN = 0.06  # of the time reported in, above and below
_REACH = 10.0  # pixels around a point that hit it
_MOST_LABELS = 150
_LINE = 17.0


@dataclass(frozen=True, slots=True)
class Reports:
    """One element a report: an event's index and the moment the article appeared; `begin` to `end` is shown."""

    marks: Indices
    published: Floats
    begin: float
    end: float

    def y(self, published: float, height: float) -> float:
        """Return the height at which a moment of publication stands in a field that ends at `height`."""
        return STRIP + (published - self.begin) / (self.end - self.begin) * (height - STRIP)


def reports_of(scene: Scene, publications: Sequence[Publication]) -> Reports:
    """Return who reported what when, for all dated events."""
    at = {p.article_id: float(p.at_seconds) for p in publications}
    pairs = [(i, at[a]) for i, m in enumerate(scene.marks) if m is not None for a in m.article_ids if a in at]
    moments = np.array([moment for _, moment in pairs], np.float64)
    first, last = (float(moments.min()), float(moments.max())) if len(moments) else (0.0, 365.0 * DAY)
    margin = max((last - first) * _MARGIN, 2.0 * DAY)
    return Reports(np.array([i for i, _ in pairs], np.intp), moments, first - margin, last + margin)


def lag_ticks(reports: Reports, height: float) -> Ticks:
    """Return the marks of the axis that runs down."""
    return ticks(reports.begin, reports.end, height - STRIP, lambda _: _LINE)


def draw_lag(painter: QPainter, picture: Picture, reports: Reports, before: str, after: str) -> None:
    """Draw the field: reports ahead of the event lie right of the slanting line, those after it left."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    painter.fillRect(QRectF(0, 0, picture.scale.width, picture.height), picture.ink.theme.page)
    _ahead(painter, picture, reports, before, after)
    painter.setPen(QPen(picture.ink.grid, 1))
    for tick in lag_ticks(reports, picture.height).fine:
        painter.drawLine(QLineF(0, STRIP + tick.x, picture.scale.width, STRIP + tick.x))
    draw_frame(painter, picture)
    painter.setClipRect(QRectF(0, STRIP, picture.scale.width, picture.lanes_height))
    _points(painter, picture, reports)
    painter.restore()


def _ahead(painter: QPainter, picture: Picture, reports: Reports, before: str, after: str) -> None:
    ink, width = picture.ink, picture.scale.width
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = QPointF(picture.scale.x(reports.begin), STRIP)
    bottom = QPointF(picture.scale.x(reports.end), picture.height)
    far = max(width, top.x(), bottom.x()) + 10
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.band)
    painter.drawPolygon(QPolygonF([top, QPointF(far, STRIP), QPointF(far, picture.height), bottom]))
    painter.setPen(QPen(ink.theme.muted, 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(top, bottom)
    painter.setPen(ink.theme.muted)
    painter.setFont(ink.small)
    wide = ink.small_metrics.horizontalAdvance(before)
    painter.drawText(QPointF(width - wide - 10, STRIP + 16), before)
    painter.drawText(QPointF(10, picture.height - 10), after)


def _points(painter: QPainter, picture: Picture, reports: Reports) -> None:
    seen, shapes = _seen(picture, reports)
    lit = {picture.selected, picture.hovered} - {None}
    ys = [reports.y(float(reports.published[i]), picture.height) for i in seen.tolist()]
    _stems(painter, picture, reports, lit)
    taken: list[QRectF] = []
    picture.labels_at.clear()
    for n, (form, y) in enumerate(zip(shapes, ys, strict=True)):
        index = int(reports.marks[seen[n]])
        mark = picture.scene.mark(index)
        off = picture.article is not None and picture.article not in mark.article_ids
        painter.setOpacity(0.22 if off else 1.0)
        if index in lit:
            draw_halo(painter, picture.ink, form, y, _ROW, strong=index == picture.selected)
        draw_mark(painter, picture.ink, mark, form, y, _ROW)
        taken.append(QRectF(form.out_left, y - 9, form.out_right - form.out_left, 18))
    painter.setFont(picture.ink.label_font)
    ascent = (picture.ink.metrics.ascent() - picture.ink.metrics.descent()) / 2
    for n, (form, y) in enumerate(zip(shapes, ys, strict=True) if len(seen) <= _MOST_LABELS else ()):
        index = int(reports.marks[seen[n]])
        box = QRectF(form.out_right + 5, y - 8, picture.ink.caption_width(picture.scene.mark(index)), 16)
        if box.right() < picture.scale.width and not any(box.intersects(t) for t in taken):
            taken.append(box)
            picture.labels_at.append((box, index))
            painter.setPen(picture.ink.theme.text)
            painter.drawText(QPointF(box.left(), y + ascent), picture.ink.caption(picture.scene.mark(index)))
    painter.setOpacity(1.0)


def _seen(picture: Picture, reports: Reports) -> tuple[Indices, list[Form]]:
    shape, scale = picture.scene.shape, picture.scale
    inside = (shape.begin[reports.marks] < scale.end) & (shape.end[reports.marks] > scale.begin)
    seen = np.flatnonzero(inside)
    return seen, forms(shape, reports.marks[seen], scale)


def _stems(painter: QPainter, picture: Picture, reports: Reports, lit: set[int | None]) -> None:
    """The reports of one event stand under each other; a line joins them when it is pointed at."""
    for index in lit:
        moments = reports.published[reports.marks == index]
        if index is not None and len(moments) > 1:
            x = picture.scale.x(float(picture.scene.shape.middle[index]))
            painter.setPen(QPen(faded(picture.ink.theme.accent, 0.6), 1.4))
            ends = (reports.y(float(m), picture.height) for m in (moments.min(), moments.max()))
            painter.drawLine(QLineF(x, next(ends), x, next(ends)))


def lag_hit(picture: Picture, reports: Reports, x: float, y: float) -> int | None:
    """Return the index of the event whose report is at a point of the view box."""
    if not len(reports.marks):
        return None
    shape, scale = picture.scene.shape, picture.scale
    left = (shape.core_begin[reports.marks] - scale.begin) / scale.per_pixel
    right = (shape.core_end[reports.marks] - scale.begin) / scale.per_pixel
    across = np.maximum(np.maximum(left - x, x - right), 0.0)
    down = np.abs(
        STRIP + (reports.published - reports.begin) / (reports.end - reports.begin) * picture.lanes_height - y
    )
    away = np.hypot(across, down)
    best = int(np.argmin(away))
    return int(reports.marks[best]) if away[best] <= _REACH else None


def lag_box(picture: Picture, reports: Reports, index: int) -> QRectF | None:
    """Return where an event's first report is drawn."""
    moments = reports.published[reports.marks == index]
    if not len(moments):
        return None
    x = picture.scale.x(float(picture.scene.shape.middle[index]))
    return QRectF(x - 7, reports.y(float(moments.min()), picture.height) - 10, 14, 20)


def draw_lag_axis(painter: QPainter, picture: Picture, reports: Reports, width: float, title: str) -> None:
    """Draw the axis that runs down into (0, 0, width, height)."""
    ink: Ink = picture.ink
    painter.fillRect(QRectF(0, 0, width, picture.height), ink.theme.page)
    shown = lag_ticks(reports, picture.height)
    painter.setFont(ink.small)
    painter.setPen(ink.theme.muted)
    painter.drawText(QRectF(12, 0, width - 14, STRIP - 1), Qt.AlignmentFlag.AlignVCenter, title)
    painter.setPen(ink.theme.text)
    for tick in shown.fine:
        if tick.label_x is not None:
            box = QRectF(12, STRIP + tick.label_x, width - 22, _LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.label)
    painter.setFont(ink.strong)
    for tick in shown.context:
        if tick.label_x is not None:
            painter.drawText(QPointF(12, STRIP + tick.label_x + 12), tick.label)
    painter.setPen(QPen(ink.theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, width, STRIP - 0.5))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, picture.height))
