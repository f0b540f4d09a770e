"""The small sheets that stand for articles on the strip: one each, or one with a number for those too near to tell."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from dateline.gui.timeline.ink import Ink, faded

_NEAR, _WIDE = 9.0, 16.0  # pixels: from one sheet to the next of a stack at most, and from its first to its last
_TALL, _CORNER = 14.0, 3.0


def stacks(xs: Sequence[float]) -> Iterator[range]:
    """Return which of some places in order, in pixels, are so near each other that their sheets would run together."""
    first = 0
    for i in range(1, len(xs) + 1):
        if i == len(xs) or xs[i] - xs[i - 1] >= _NEAR or xs[i] - xs[first] > _WIDE:
            yield range(first, i)
            first = i


def draw_sheets(painter: QPainter, x: float, strip: float, count: int, bright: QColor | None, ink: Ink) -> None:
    """Draw the sheet of `count` articles in the middle of a strip `strip` pixels high; of several it says how many.

    `bright` is its colour where it is to stand out.
    """
    if count == 1:
        half, tall = (4.0, 12.0) if bright else (3.0, 10.0)
        box = QRectF(x - half, (strip - tall) / 2, 2 * half, tall)
        _fill(painter, box, bright or faded(ink.theme.muted, 0.8))
        return
    text = f"{count}"
    wide = ink.small_metrics.horizontalAdvance(text) + 7
    box = QRectF(x - wide / 2, (strip - _TALL) / 2, wide, _TALL)
    _fill(painter, box, bright or ink.theme.muted)
    painter.setFont(ink.small)
    painter.setPen(ink.theme.page)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _fill(painter: QPainter, box: QRectF, colour: QColor) -> None:
    path = QPainterPath(box.topLeft())
    path.lineTo(box.right() - _CORNER, box.top())
    path.lineTo(QPointF(box.right(), box.top() + _CORNER))
    path.lineTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, colour)
