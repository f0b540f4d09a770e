"""Draws what stands around the lanes: the axis below and the column of names at the left."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dateline.gui.timeline.drawing import AXIS, Picture
from dateline.gui.timeline.ink import Ink, lane_title, wrapped
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.ticks import Ticks


def draw_axis(painter: QPainter, ticks: Ticks, width: float, ink: Ink) -> None:
    """Draw the axis below the lanes into (0, 0, width, AXIS)."""
    theme = ink.theme
    painter.fillRect(QRectF(0, 0, width, AXIS), theme.page)
    painter.setPen(QPen(theme.muted, 1))
    painter.drawLine(QLineF(0, 0.5, width, 0.5))
    painter.drawLines([QLineF(round(t.x) + 0.5, 1, round(t.x) + 0.5, 5) for t in ticks.fine] or [QLineF(0, 0, 0, 0)])
    inner = [t.x for t in ticks.context if 0 < t.x < width]
    painter.drawLines([QLineF(round(x) + 0.5, 1, round(x) + 0.5, AXIS - 4) for x in inner] or [QLineF(0, 0, 0, 0)])
    painter.setFont(ink.small)
    painter.setPen(theme.text)
    for tick in ticks.fine:
        if tick.label_x is not None:
            painter.drawText(QPointF(tick.label_x, 17), tick.label)
    painter.setFont(ink.strong)
    for tick in ticks.context:
        if tick.label_x is not None:
            painter.drawText(QPointF(tick.label_x, 33), tick.label)


def draw_lane_names(
    painter: QPainter, picture: Picture, width: float, published: str, *, foldable: bool = True
) -> None:
    """Draw the names of the strip and the lanes into (0, 0, width, height): whole, in as many lines as they need."""
    ink, theme = picture.ink, picture.ink.theme
    painter.fillRect(QRectF(0, 0, width, picture.height), theme.page)
    painter.save()
    painter.setClipRect(QRectF(0, STRIP, width, picture.lanes_height))
    line = ink.bold_metrics.height()
    for i, lane in enumerate(picture.layout.lanes):
        top = STRIP + lane.top - picture.scroll
        if top + lane.height < STRIP or top > STRIP + picture.lanes_height:
            continue
        if i % 2 == 0:
            painter.fillRect(QRectF(0, top, width, lane.height), ink.band)
        own = lane.key in ink.schema.by_name
        colour = ink.colour(lane.key) if own else theme.muted
        painter.fillRect(QRectF(0, top + 1, 3, lane.height - 2), colour)
        seen_top, seen_end = max(top, STRIP), min(top + lane.height, STRIP + picture.lanes_height)
        lines = fitting(name_lines(lane.key, ink, width, picture.unnamed), seen_end - seen_top, width - 30, ink)
        if foldable and (lane.folded or lane.rows > 1) and seen_end - seen_top >= 12:
            _chevron(painter, width - 11, (seen_top + seen_end) / 2, ink, folded=lane.folded)
        y = max(seen_top, min((seen_top + seen_end - line * len(lines)) / 2, seen_end - line * len(lines)))
        painter.setFont(ink.bold)
        painter.setPen(colour if own else theme.text)
        for n, text in enumerate(lines):
            painter.drawText(QPointF(12, y + n * line + ink.bold_metrics.ascent()), text)
    painter.restore()
    painter.setFont(ink.small)
    painter.setPen(theme.muted)
    painter.drawText(QRectF(12, 0, width - 14, STRIP - 1), Qt.AlignmentFlag.AlignVCenter, published)
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, width, STRIP - 0.5))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, picture.height))


def _chevron(painter: QPainter, x: float, y: float, ink: Ink, *, folded: bool) -> None:
    pen = QPen(ink.theme.muted, 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    ends = ((-1.5, -3.0), (1.5, 0.0), (-1.5, 3.0)) if folded else ((-3.0, -1.5), (0.0, 1.5), (3.0, -1.5))
    painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in ends])


def fitting(lines: list[str], room: float, width: float, ink: Ink) -> list[str]:
    """Return as many lines of a name as are to be seen whole; what is left out is told by an ellipsis."""
    count = int((room + 1) // ink.bold_metrics.height())
    if count >= len(lines) or not count:
        return lines[:count]
    last = ink.bold_metrics.elidedText(f"{lines[count - 1]}…", Qt.TextElideMode.ElideRight, width)
    return [*lines[: count - 1], last]


def name_lines(key: str, ink: Ink, width: float, unnamed: str) -> list[str]:
    """Return a lane's name in lines that fit the column of names."""
    return wrapped(lane_title(key, ink.schema, unnamed), width - 30, ink.bold_metrics)


def names_width(keys: list[str], ink: Ink, published: str, unnamed: str, most: float) -> float:
    """Return how wide the column of names is to be: as wide as the longest one, at most `most`."""
    widest = max((ink.bold_metrics.horizontalAdvance(lane_title(k, ink.schema, unnamed)) for k in keys), default=0.0)
    return min(max(widest, ink.small_metrics.horizontalAdvance(published)) + 34, most)
