"""Reporting lag: when it took place across, when it was reported down, so that announcements part from retrospects."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from dateline.gui.timeline.drawing import Picture, draw_frame
from dateline.gui.timeline.ink import Ink, faded
from dateline.gui.timeline.lanes import pack
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.scene import Indices, Scene
from dateline.gui.timeline.shape import Floats
from dateline.gui.timeline.shapes import Form, draw_halo, draw_mark, forms
from dateline.gui.timeline.ticks import Ticks, ticks
from dateline.model.calendar import DAY
from dateline.model.label import label
from dateline.model.when import Granularity, When

_ROW = 22.0
_MARGIN = 0.06  # of the time reported in, above and below
_REACH = 10.0  # pixels around a point that hit it
_MOST_LABELS = 150
_LEAST_BAND = 18.0  # pixels
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE = 17.0


Point = tuple[int, Form, float]  # an event's index, its shape across, its height


class Reports(Struct, frozen=True):
    """One element a report: an event's index and the moment the article appeared; `begin` to `end` is shown.

    `moments` are those of publication, each once, and `edges` where their bands lie in a field of height 1.
    """

    marks: Indices
    published: Floats
    begin: float
    end: float
    moments: Floats
    edges: Floats

    def banded(self, height: float) -> bool:
        """Say whether each article gets a band of its own, as there is room; else the height is true to time."""
        bands = np.diff(self.edges) * (height - STRIP)
        return len(bands) > 0 and float(bands.min()) >= _LEAST_BAND

    def heights(self, published: Floats, height: float) -> Floats:
        """Return the heights at which moments of publication stand in a field that ends at `height`."""
        share = (published - self.begin) / (self.end - self.begin)
        if self.banded(height):
            middles = (self.edges[1:] + self.edges[:-1]) / 2
            share = middles[np.searchsorted(self.moments, published)]
        at: Floats = STRIP + share * (height - STRIP)
        return at

    def bands(self, height: float) -> list[tuple[float, float, float]]:
        """Return each article's moment and where its band begins and ends."""
        at = (STRIP + self.edges * (height - STRIP)).tolist()
        return list(zip(self.moments.tolist(), at[:-1], at[1:], strict=True))


def reports_of(scene: Scene, publications: Sequence[Publication]) -> Reports:
    """Return who reported what when, for all dated events."""
    at = {p.article_id: float(p.at_seconds) for p in publications}
    pairs = [(i, at[a]) for i, m in enumerate(scene.marks) if m is not None for a in m.article_ids if a in at]
    published = np.array([moment for _, moment in pairs], np.float64)
    moments, counts = np.unique(published, return_counts=True)
    first, last = (float(moments[0]), float(moments[-1])) if len(moments) else (0.0, 365.0 * DAY)
    margin = max((last - first) * _MARGIN, 2.0 * DAY)
    weights = 2.0 + counts  # room for what an article reports, and something for each
    edges = np.concatenate([[0.0], np.cumsum(weights) / max(float(weights.sum()), 1.0)])
    return Reports(np.array([i for i, _ in pairs], np.intp), published, first - margin, last + margin, moments, edges)


def lag_ticks(reports: Reports, height: float) -> Ticks:
    """Return the marks of the axis that runs down."""
    return ticks(reports.begin, reports.end, height - STRIP, lambda _: _LINE)


def draw_lag(painter: QPainter, picture: Picture, reports: Reports, before: str, after: str) -> None:
    """Draw the field: reports ahead of the event lie right of the slanting line, those after it left."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    painter.fillRect(QRectF(0, 0, picture.scale.width, picture.height), picture.ink.theme.page)
    _ahead(painter, picture, reports, before, after)
    draw_frame(painter, picture)
    painter.setClipRect(QRectF(0, STRIP, picture.scale.width, picture.lanes_height))
    _points(painter, picture, reports)
    painter.restore()


def _ahead(painter: QPainter, picture: Picture, reports: Reports, before: str, after: str) -> None:
    """Shade what lies ahead of its publication: to the right of a slanting line, or of a step in each band."""
    ink, width = picture.ink, picture.scale.width
    if reports.banded(picture.height):
        _ahead_in_bands(painter, picture, reports)
    else:
        _ahead_in_time(painter, picture, reports)
    painter.setPen(ink.theme.muted)
    painter.setFont(ink.small)
    painter.drawText(QPointF(width - ink.small_metrics.horizontalAdvance(before) - 10, STRIP + 16), before)
    painter.drawText(QPointF(10, picture.height - 10), after)


def _ahead_in_bands(painter: QPainter, picture: Picture, reports: Reports) -> None:
    ink, width = picture.ink, picture.scale.width
    for moment, top, end in reports.bands(picture.height):
        x = min(max(picture.scale.x(moment), -10.0), width + 10)
        painter.fillRect(QRectF(x, top, width - x, end - top), ink.band)
        painter.setPen(QPen(ink.theme.muted, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, top, x, end))
        painter.fillRect(QRectF(0, round(end) - 1, width, 1), ink.grid)


def _ahead_in_time(painter: QPainter, picture: Picture, reports: Reports) -> None:
    ink, width, scale = picture.ink, picture.scale.width, picture.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top, bottom = QPointF(scale.x(reports.begin), STRIP), QPointF(scale.x(reports.end), picture.height)
    far = max(width, top.x(), bottom.x()) + 10
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.band)
    painter.drawPolygon(QPolygonF([top, QPointF(far, STRIP), QPointF(far, picture.height), bottom]))
    painter.setPen(QPen(ink.theme.muted, 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(top, bottom)
    painter.setPen(QPen(ink.grid, 1))
    for tick in lag_ticks(reports, picture.height).fine:
        painter.drawLine(QLineF(0, STRIP + tick.x, width, STRIP + tick.x))


def _points(painter: QPainter, picture: Picture, reports: Reports) -> None:
    points = placed(picture, reports)
    lit = {picture.selected, picture.hovered} - {None}
    _stems(painter, picture, reports, lit)
    taken: list[QRectF] = []
    for index, form, y in points:
        mark = picture.scene.mark(index)
        off = picture.article is not None and picture.article not in mark.article_ids
        painter.setOpacity(0.22 if off else 1.0)
        if index in lit:
            draw_halo(painter, picture.ink, form, y, _ROW, strong=index == picture.selected)
        draw_mark(painter, picture.ink, mark, form, y, _ROW)
        taken.append(QRectF(form.solid_left, y - 8, form.solid_right - form.solid_left, 16))
    painter.setOpacity(1.0)
    picture.labels_at.clear()
    if len(points) <= _MOST_LABELS:
        _labels(painter, picture, points, taken)


def _labels(painter: QPainter, picture: Picture, points: list[Point], taken: list[QRectF]) -> None:
    painter.setFont(picture.ink.label_font)
    painter.setPen(picture.ink.theme.text)
    ascent = (picture.ink.metrics.ascent() - picture.ink.metrics.descent()) / 2
    for index, form, y in points:
        mark = picture.scene.mark(index)
        wide = picture.ink.caption_width(mark)
        boxes = (QRectF(form.solid_right + 5, y - 8, wide, 16), QRectF(form.solid_left - 5 - wide, y - 8, wide, 16))
        box = next((b for b in boxes if _free(b, taken, picture.scale.width)), None)
        if box is not None:
            taken.append(box)
            picture.labels_at.append((box, index))
            painter.drawText(QPointF(box.left(), y + ascent), picture.ink.caption(mark))


def _free(box: QRectF, taken: list[QRectF], width: float) -> bool:
    return box.left() >= 0 and box.right() <= width and not any(box.intersects(other) for other in taken)


def placed(picture: Picture, reports: Reports) -> list[Point]:
    """Return the points in view: an event's index, its shape across, its height.

    What one article reports stands at one height; in a band, what would lie over each other there moves apart.
    """
    shape, scale = picture.scene.shape, picture.scale
    inside = (shape.begin[reports.marks] < scale.end) & (shape.end[reports.marks] > scale.begin)
    seen = np.flatnonzero(inside)
    shapes = forms(shape, reports.marks[seen], scale)
    heights = reports.heights(reports.published[seen], picture.height)
    if len(seen) and reports.banded(picture.height):
        heights = _apart(heights, shapes, reports.bands(picture.height))
    return list(zip(reports.marks[seen].tolist(), shapes, heights.tolist(), strict=True))


def _apart(heights: Floats, shapes: list[Form], bands: list[tuple[float, float, float]]) -> Floats:
    left = np.array([f.solid_left - 2 for f in shapes])
    right = np.array([f.solid_right + 2 for f in shapes])
    out = heights.copy()
    for _, top, end in bands:
        own = np.flatnonzero((heights > top) & (heights < end))
        rows = pack(left[own], right[own])
        count = int(rows.max(initial=0)) + 1
        step = min(_ROW - 3, (end - top) / (count + 0.4))
        out[own] = (top + end) / 2 + (rows - (count - 1) / 2) * step
    return out


def _stems(painter: QPainter, picture: Picture, reports: Reports, lit: set[int | None]) -> None:
    """The reports of one event stand under each other; a line joins them when it is pointed at."""
    for index in lit:
        moments = reports.published[reports.marks == index]
        if index is not None and len(moments) > 1:
            x = picture.scale.x(float(picture.scene.shape.middle[index]))
            painter.setPen(QPen(faded(picture.ink.theme.accent, 0.6), 1.4))
            first, *_, last = np.sort(reports.heights(moments, picture.height)).tolist()
            painter.drawLine(QLineF(x, first, x, last))


def lag_hit(picture: Picture, reports: Reports, x: float, y: float) -> int | None:
    """Return the index of the event whose report, or label, is at a point of the view box."""
    points = placed(picture, reports)
    if not points:
        return None
    left, right, height = np.array([(f.solid_left, f.solid_right, at) for _, f, at in points]).T
    away = np.hypot(np.maximum(np.maximum(left - x, x - right), 0.0), height - y)
    best = int(np.argmin(away))
    if away[best] <= _REACH:
        return points[best][0]
    return next((index for box, index in picture.labels_at if box.contains(x, y)), None)


def lag_box(picture: Picture, reports: Reports, index: int) -> QRectF | None:
    """Return where an event's first report is drawn."""
    found = next(((form, y) for at, form, y in placed(picture, reports) if at == index), None)
    if found is None:
        return None
    form, y = found
    return QRectF(form.solid_left, y - 10, form.solid_right - form.solid_left, 20)


def draw_lag_axis(painter: QPainter, picture: Picture, reports: Reports, width: float, title: str) -> None:
    """Draw the axis that runs down into (0, 0, width, height)."""
    ink: Ink = picture.ink
    painter.fillRect(QRectF(0, 0, width, picture.height), ink.theme.page)
    painter.setFont(ink.small)
    painter.setPen(ink.theme.muted)
    painter.drawText(QRectF(12, 0, width - 14, STRIP - 1), Qt.AlignmentFlag.AlignVCenter, title)
    painter.setPen(ink.theme.text)
    if reports.banded(picture.height):
        for moment, top, end in reports.bands(picture.height):
            day = int(moment // DAY) * DAY
            text = label(When(day, day + DAY, Granularity.DAY))
            painter.drawText(QRectF(4, top, width - 14, end - top), _AT_RIGHT, text)
            painter.fillRect(QRectF(0, round(end) - 1, width, 1), ink.grid)
    else:
        _time_labels(painter, ink, lag_ticks(reports, picture.height), width)
    painter.setPen(QPen(ink.theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, width, STRIP - 0.5))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, picture.height))


def _time_labels(painter: QPainter, ink: Ink, shown: Ticks, width: float) -> None:
    for tick in shown.fine:
        if tick.label_x is not None:
            painter.drawText(QRectF(12, STRIP + tick.label_x, width - 22, _LINE), _AT_RIGHT, tick.label)
    painter.setFont(ink.strong)
    for tick in shown.context:
        if tick.label_x is not None:
            painter.drawText(QPointF(12, STRIP + tick.label_x + 12), tick.label)
