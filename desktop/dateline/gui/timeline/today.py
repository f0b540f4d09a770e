"""The line at the present moment, and its word in the strip of publications."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen

from dateline.gui.timeline.layout import STRIP

if TYPE_CHECKING:
    from dateline.gui.timeline.drawing import Picture

_SHEET = 6.0  # pixels from the middle of a publication's sheet in which no word may stand


def draw_today(painter: QPainter, picture: "Picture") -> None:
    """Draw the line, and the word beside it where it lies on no publication."""
    if picture.today is None or not picture.scale.begin <= picture.today <= picture.scale.end:
        return
    x = round(picture.scale.x(picture.today)) + 0.5
    pen = QPen(picture.ink.theme.accent, 1.2)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, 0, x, picture.height))
    left = word_at(picture, x)
    if left is not None:
        painter.setFont(picture.ink.small)
        painter.setPen(picture.ink.theme.accent)
        painter.drawText(QPointF(left, STRIP / 2 + 4), picture.today_word)


def word_at(picture: "Picture", x: float) -> float | None:
    """Return where the word begins: right of the line at `x`, else left of it, None where it is free at neither."""
    wide, scale = picture.ink.small_metrics.horizontalAdvance(picture.today_word), picture.scale
    for left in (x + 4, x - 4 - wide):
        ends = [scale.moment(left - _SHEET), scale.moment(left + wide + _SHEET)]
        low, high = np.searchsorted(picture.published, ends)
        if left >= 0 and left + wide + 4 < scale.width and low == high:
            return left
    return None
