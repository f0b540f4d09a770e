"""Painting the arcs of events and relations above their lines."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from dateline.gui.reader.shapes import CAPTION_RIM, Arc
from dateline.gui.reader.styles import Caption, Styles, mix

_CORNER = 4.0


def paint_arcs(painter: QPainter, styles: Styles, arcs: Iterable[Arc], top: int, foot: int, row_height: int) -> None:
    """Paint a line's arcs between the top of its cell and the `foot` on its tags, rows upward from the tags."""
    ordered = sorted(arcs, key=lambda a: a.lit)
    theme = styles.theme
    for arc in ordered:
        y = foot - 3 - arc.row * row_height - row_height / 2
        colour = theme.accent if arc.lit else mix(theme.page, theme.muted, 0.85)
        pen = QPen(colour, 1.6 if arc.lit else 1.1)
        if arc.relation:
            pen.setDashPattern((4.0, 2.0))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(arc, max(float(top), y), foot - 1.0))
        _paint_arrow(painter, arc, foot, colour)
        if arc.caption is not None:
            _paint_label(painter, styles, arc.caption, QPointF(arc.at, y), colour if arc.lit else theme.text)


def _path(arc: Arc, y: float, foot: float) -> QPainterPath:
    corner = min(_CORNER, (arc.right - arc.left) / 2)
    path = QPainterPath()
    if arc.left_foot:
        path.moveTo(arc.left, foot)
        path.lineTo(arc.left, y + corner)
        path.quadTo(arc.left, y, arc.left + corner, y)
    else:
        path.moveTo(arc.left, y)
    if arc.right_foot:
        path.lineTo(arc.right - corner, y)
        path.quadTo(arc.right, y, arc.right, y + corner)
        path.lineTo(arc.right, foot)
    else:
        path.lineTo(arc.right, y)
    return path


def _paint_arrow(painter: QPainter, arc: Arc, foot: int, colour: QColor) -> None:
    if arc.arrow:
        x = arc.right if arc.arrow > 0 else arc.left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x - 3.2, foot - 5), QPointF(x + 3.2, foot - 5), QPointF(x, foot)]))


def _paint_label(painter: QPainter, styles: Styles, caption: Caption, place: QPointF, colour: QColor) -> None:
    """Set the caption in a gap of its arc, or beside it, on the page's ground."""
    top, width = place.y() - styles.tag_height / 2, caption.width + CAPTION_RIM
    painter.fillRect(QRectF(place.x(), top, width, styles.tag_height), styles.theme.page)
    painter.setPen(colour)
    painter.drawText(QPointF(place.x() + CAPTION_RIM, top + styles.tag_ascent), caption.text)
