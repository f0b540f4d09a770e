"""Strokes that go on: outlines open at a line's end, and paths with rounded corners."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen


def stroke(painter: QPainter, rect: QRectF, pen: QPen, *, left: bool, right: bool) -> None:
    """Draw the outline of a span's part; an end that goes on over the line stays open."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if left and right:
        painter.drawRoundedRect(rect, 3, 3)
        return
    painter.drawLine(rect.topLeft(), rect.topRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if left:
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
    if right:
        painter.drawLine(rect.topRight(), rect.bottomRight())


def rounded(points: Sequence[tuple[int, int]], radius: float) -> QPainterPath:
    """Return a path through points whose corners are rounded."""
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(QPointF(*corner), _towards(corner, after, radius))
    path.lineTo(QPointF(*points[-1]))
    return path


def _towards(start: tuple[int, int], end: tuple[int, int], distance: float) -> QPointF:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(abs(dx), abs(dy), 1)
    share = min(distance, length / 2) / length
    return QPointF(start[0] + dx * share, start[1] + dy * share)
