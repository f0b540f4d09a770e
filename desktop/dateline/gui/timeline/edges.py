"""What the lanes' upper and lower edge cut through when they scroll."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from dateline.gui.timeline.ink import faded
from dateline.gui.timeline.layout import STRIP

HALF_LABEL = 8.0  # pixels above and below the middle of a row that words take up


def is_whole(top: float, row_height: float, lanes_height: float) -> bool:
    """Say whether words in a row can be read whole: half a line of them cannot be read, and looks broken."""
    middle, half = top + row_height / 2, min(HALF_LABEL, row_height / 2)
    return middle - half >= STRIP and middle + half <= STRIP + lanes_height


def draw_cut_rows(
    painter: QPainter,
    tops: Iterable[float],
    row_height: float,
    width: float,
    lanes_height: float,
    ground_at: Callable[[float], QColor],
) -> None:
    """Let rows that an edge cuts through fade into it; `ground_at` a height is the colour they lie on."""
    for top in tops:
        if is_whole(top, row_height, lanes_height):
            continue
        ground = ground_at(top + row_height / 2)
        seen = max(top, STRIP), min(top + row_height, STRIP + lanes_height)
        ends = (seen[1], seen[0]) if top < STRIP else seen
        fade = QLinearGradient(QPointF(0, ends[0]), QPointF(0, ends[1]))
        fade.setColorAt(0, faded(ground, 0.35))
        fade.setColorAt(1, ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(QRectF(0, seen[0], width, seen[1] - seen[0]), QBrush(fade))
