"""Draws the measures: each series a line of numbers over time, what is only aimed at hollow."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.chronology.quantity import short_number
from dateline.gui.timeline.band import Band, Dot, Spot, dots
from dateline.gui.timeline.drawing import Picture, draw_frame
from dateline.gui.timeline.ink import Ink, blended, wrapped
from dateline.gui.timeline.margins import fitting
from dateline.gui.timeline.measures import Point, Series
from dateline.gui.timeline.shapes import OFF

_SIZE = 5.0  # from a dot's middle to its edge
_ARROW = 34.0  # pixels a target without a date reaches into the future
_SCALE_PAD = 8.0  # on either side of the numbers at a lane's edges
_MOST_LABELS = 60
_AT_RIGHT = Qt.AlignmentFlag.AlignRight


def name_heights(series: Sequence[Series], ink: Ink, width: float) -> list[float]:
    """Return how high each lane must be for its name to be whole."""
    return [ink.bold_metrics.height() * len(_name_lines(s, ink, width)) + 6 for s in series]


def measures_width(series: Sequence[Series], ink: Ink, ideal: float, whole: float, *, low: bool = False) -> float:
    """Return how wide the column of names is to be: `ideal`, or what the longest word needs, up to 0.4 of `whole`.

    In a low panel, whose lanes have place for two lines, as wide as it takes to break no name into three.
    """
    wide = ink.bold_metrics.horizontalAdvance
    named = [f"{s.title} ({s.unit})" if s.unit else s.title for s in series]
    said = [_width_in_two(name, ink) if low else max(map(wide, name.split()), default=0.0) for name in named]
    widest = max(words + _scale_room(s, ink) for words, s in zip(said, series, strict=True))
    return max(ideal, min(widest + 14, 0.4 * whole))


def _scale_room(series: Series, ink: Ink) -> float:
    """Return how much of the column of names the numbers at a lane's edges take."""
    return max(ink.small_metrics.horizontalAdvance(edge_number(n)) for n in series.range) + 2 * _SCALE_PAD


def _names_room(series: Series, ink: Ink, width: float) -> float:
    return max(width - _scale_room(series, ink) - 12, 60.0)


def _width_in_two(name: str, ink: Ink) -> float:
    """Return how wide two lines must be to hold a name."""
    words, wide = name.split(), ink.bold_metrics.horizontalAdvance
    breaks = range(1, len(words)) or (len(words),)
    return min(max(wide(" ".join(words[:n])), wide(" ".join(words[n:]))) for n in breaks)


def _name_lines(series: Series, ink: Ink, width: float) -> list[str]:
    unit = f" ({series.unit})" if series.unit else ""
    return wrapped(series.title + unit, _names_room(series, ink, width), ink.bold_metrics)


def shown_name(series: Series, ink: Ink, width: float, room: float) -> list[str]:
    """Return the lines of a name that `room` has place for; where it is cut, its unit is still told."""
    lines, wide = _name_lines(series, ink, width), _names_room(series, ink, width)
    shown = fitting(lines, room, wide, ink)
    unit = f" ({series.unit})" if series.unit else ""
    if len(shown) in (0, len(lines)) or not unit:
        return shown
    free = wide - ink.bold_metrics.horizontalAdvance(unit)
    cut = ink.bold_metrics.elidedText(f"{lines[len(shown) - 1]}…", Qt.TextElideMode.ElideRight, free)
    return [*shown[:-1], cut + unit]


def draw_band(painter: QPainter, picture: Picture) -> None:
    """Draw all series into the foot of (0, 0, width, height)."""
    band, width = picture.band, picture.scale.width
    if not band.series:
        return
    top = picture.height - band.height
    painter.save()
    painter.setClipRect(QRectF(0, top, width, band.height))
    painter.fillRect(QRectF(0, top, width, band.height), picture.ink.theme.page)
    draw_frame(painter, picture)
    painter.translate(0, top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in dots(band, picture.scale):
        _series(painter, picture, band.series[line[0].spot[0]], line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for number in range(len(band.series)):
        painter.fillRect(QRectF(0, round(band.lane(number)[1]) - 1, width, 1), picture.ink.theme.line)
    painter.setPen(QPen(picture.ink.theme.muted, 1))
    painter.drawLine(QLineF(0, 0.5, width, 0.5))
    painter.restore()


def _series(painter: QPainter, picture: Picture, series: Series, line: list[Dot]) -> None:
    colour = series_colour(picture.ink)
    reached = [d for d in line if not series.points[d.spot[1]].target]
    painter.setPen(QPen(picture.ink.soft(colour, 0.55), 1.6))
    for one, other in pairwise(reached):
        painter.drawLine(QPointF(one.x, one.y), QPointF(other.x, other.y))
    _aims(painter, picture, series, line, colour)
    for dot in line:
        point = series.points[dot.spot[1]]
        _about(painter, picture, dot, point, colour)
        _dot(painter, picture, dot, point, colour)
    if len(line) <= _MOST_LABELS:
        _labels(painter, picture, series, line)


def _aims(painter: QPainter, picture: Picture, series: Series, line: list[Dot], colour: QColor) -> None:
    """A dashed line leads from the last number that was reached to each target that has a date."""
    pen = QPen(picture.ink.soft(colour, 0.5), 1.3)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    last: Dot | None = None
    for dot in line:
        point = series.points[dot.spot[1]]
        if point.target and point.due and last is not None:
            painter.drawLine(QPointF(last.x, last.y), QPointF(dot.x, dot.y))
        elif not point.target:
            last = dot


def _about(painter: QPainter, picture: Picture, dot: Dot, point: Point, colour: QColor) -> None:
    """The stretch of time a number is about, or the arrow of a target that is due some day."""
    width = picture.scale.width
    if not point.due:
        tip = dot.x + _SIZE + _ARROW
        pen = QPen(picture.ink.soft(colour, 0.6), 1.3)
        pen.setDashPattern([2, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(dot.x + _SIZE, dot.y), QPointF(tip, dot.y))
        painter.setPen(QPen(picture.ink.soft(colour, 0.8), 1.4))
        for dy in (-3.5, 3.5):
            painter.drawLine(QPointF(tip, dot.y), QPointF(tip - 4, dot.y + dy))
    elif dot.right - dot.left > 4 * _SIZE:
        left, right = max(dot.left, -OFF), min(dot.right, width + OFF)
        painter.fillRect(QRectF(left, dot.y - 1.5, right - left, 3), picture.ink.soft(colour, 0.22))
    if dot.y_low - dot.y_high > 1:
        painter.setPen(QPen(colour, 1.4))
        painter.drawLine(QPointF(dot.x, dot.y_low), QPointF(dot.x, dot.y_high))
        for y in (dot.y_low, dot.y_high):
            painter.drawLine(QPointF(dot.x - 4, y), QPointF(dot.x + 4, y))


def _dot(painter: QPainter, picture: Picture, dot: Dot, point: Point, colour: QColor) -> None:
    theme = picture.ink.theme
    if _lit(picture, dot.spot, point):
        painter.setPen(QPen(theme.text, 1.6))
        painter.setBrush(theme.wash)
        painter.drawEllipse(QPointF(dot.x, dot.y), _SIZE + 4, _SIZE + 4)
    off = picture.article is not None and picture.article not in point.article_ids
    painter.setOpacity(0.22 if off else 1.0)
    painter.setPen(QPen(colour, 1.7) if point.target else Qt.PenStyle.NoPen)
    painter.setBrush(theme.page if point.target else colour)
    size = _SIZE - (0.8 if point.target else 0)
    painter.drawEllipse(QPointF(dot.x, dot.y), size, size)
    painter.setOpacity(1.0)


def _lit(picture: Picture, spot: Spot, point: Point) -> bool:
    marks = [i for i in (picture.selected, picture.hovered) if i is not None and picture.scene.marks[i] is not None]
    return picture.spot == spot or any(picture.scene.mark(i).id == point.mark_id for i in marks)


def _labels(painter: QPainter, picture: Picture, series: Series, line: list[Dot]) -> None:
    """Each number beside its dot where there is room for it, the latest first."""
    ink, (top, end) = picture.ink, picture.band.lane(line[0].spot[0])
    lane = max(top, 0.0), min(end, picture.band.height)  # what is seen of it
    taken = [QRectF(d.x - _SIZE, d.y - _SIZE, 2 * _SIZE, 2 * _SIZE) for d in line]
    taken += [QRectF(d.x, d.y - 4, _SIZE + _ARROW, 8) for d in line if not series.points[d.spot[1]].due]
    painter.setFont(ink.label_font)
    for dot in reversed(line):
        point = series.points[dot.spot[1]]
        text = f"{point.amount.number} %" if series.unit == "%" else point.amount.number
        wide, tall = ink.metrics.horizontalAdvance(text) + 2, 14.0
        after = dot.x + _SIZE + 4 + (0 if point.due else _ARROW)
        corners = (
            (dot.x - wide / 2, dot.y_high - _SIZE - 3 - tall),
            (after, dot.y - tall / 2),
            (dot.x - _SIZE - 4 - wide, dot.y - tall / 2),
            (dot.x - wide / 2, dot.y_low + _SIZE + 2),
        )
        boxes = (QRectF(x, y, wide, tall) for x, y in corners)
        box = next((b for b in boxes if _free(b, taken, picture.scale.width, lane)), None)
        if box is not None:
            taken.append(box)
            painter.fillRect(box, picture.ink.soft(ink.theme.page, 0.85))  # a line through a number strikes it out
            painter.setPen(ink.theme.muted if point.target else ink.theme.text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _free(box: QRectF, taken: list[QRectF], width: float, lane: tuple[float, float]) -> bool:
    inside = box.left() >= 0 and box.right() <= width and box.top() >= lane[0] and box.bottom() <= lane[1]
    return inside and not any(box.intersects(other) for other in taken)


def series_colour(ink: Ink) -> QColor:
    """Return the colour of measures: none of the event types'."""
    return blended(ink.theme.text, ink.theme.page, 0.82)


def draw_band_names(painter: QPainter, picture: Picture, width: float) -> None:
    """Draw the names of the series with their units and the numbers at their edges, into the column of names."""
    band: Band = picture.band
    if not band.series:
        return
    ink, top = picture.ink, picture.height - band.height
    painter.save()
    painter.setClipRect(QRectF(0, top, width, band.height))
    painter.fillRect(QRectF(0, top, width, band.height), ink.theme.page)
    painter.translate(0, top)
    for number, series in enumerate(band.series):
        _name(painter, ink, series, band.lane(number), band.height, width)
    painter.setPen(QPen(ink.theme.muted, 1))
    painter.drawLine(QLineF(0, 0.5, width, 0.5))
    painter.setPen(QPen(ink.theme.line, 1))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, band.height))
    painter.restore()


def _name(painter: QPainter, ink: Ink, series: Series, lane: tuple[float, float], room: float, width: float) -> None:
    """Words that the band's edge would cut through are left out."""
    top, end = lane
    seen_top, seen_end = max(top, 0.0), min(end, room)
    if seen_end <= seen_top:
        return
    painter.fillRect(QRectF(0, top + 1, 3, end - top - 2), series_colour(ink))
    painter.fillRect(QRectF(0, round(end) - 1, width, 1), ink.theme.line)
    line, lines = ink.bold_metrics.height(), shown_name(series, ink, width, seen_end - seen_top)
    y = (seen_top + seen_end - line * len(lines)) / 2
    painter.setFont(ink.bold)
    painter.setPen(ink.theme.text)
    for n, text in enumerate(lines):
        painter.drawText(QPointF(12, y + n * line + ink.bold_metrics.ascent()), text)
    painter.setFont(ink.small)
    painter.setPen(ink.theme.muted)
    low, high = series.range
    tall, wide = ink.small_metrics.height(), _scale_room(series, ink)
    for number, middle in ((high, top + 17), (low, end - 8)):
        box = QRectF(width - wide, middle - tall / 2, wide - _SCALE_PAD, tall)
        if seen_top <= box.top() and box.bottom() <= seen_end + 1:
            painter.drawText(box, _AT_RIGHT, edge_number(number))


def edge_number(number: float) -> str:
    """Return a number at the edge of a lane's scale, in three digits."""
    return short_number(float(f"{number:.3g}"))
