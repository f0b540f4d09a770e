"""Draws the labels of marks, and keeps lines out of them."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QRegion

from dateline.gui.timeline.ink import Ink, faded
from dateline.gui.timeline.labels import Label
from dateline.gui.timeline.marks import TimelineMark


def draw_label(
    painter: QPainter, ink: Ink, mark: TimelineMark, label: Label, middle: float, today: float | None = None
) -> None:
    """Draw a mark's label, shortened to its room; struck out, once, if the event did not take place.

    Where the line at `today` passes, the words have a ground.
    """
    text = ink.caption(mark)
    if label.room < ink.caption_width(mark):
        text = ink.metrics.elidedText(text, Qt.TextElideMode.ElideRight, label.room)
    inside, colour = label.inside and not mark.planned, ink.colour(mark.type)
    passed = today is not None and label.x - 2 <= today <= label.x + label.room + 2
    if label.over or (passed and not label.inside):
        _ground(painter, label, middle, faded(ink.theme.page, 0.94 if passed else 0.78))
    elif label.inside and (mark.negated or mark.planned):  # the bar's own strokes go on around the words
        _ground(painter, label, middle, colour if inside else ink.theme.page)
    painter.setPen(ink.on(colour) if inside else ink.theme.text)
    painter.setFont(font_of(mark, ink))
    painter.drawText(QPointF(label.x, middle + ink.baseline), text)


def _ground(painter: QPainter, label: Label, middle: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(label.x - 4, middle - 8, label.room + 8, 16), 3, 3)


def font_of(mark: TimelineMark, ink: Ink) -> QFont:
    """Return the font of a mark's words: those of what did not take place are struck out."""
    if not mark.negated:
        return ink.label_font
    struck = QFont(ink.label_font)
    struck.setStrikeOut(True)
    return struck


def beside_labels(ground: QRectF, labels: Iterable[QRectF]) -> QRegion:
    """Return a ground without its labels: a line through words reads as if they were struck out."""
    out = QRegion(ground.toAlignedRect())
    for box in labels:
        out -= QRegion(box.adjusted(-1, 1, 1, -1).toAlignedRect())
    return out
