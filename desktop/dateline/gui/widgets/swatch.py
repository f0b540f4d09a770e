"""Small marks that show how a label looks on the page, and caps that show a key."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from dateline.gui.theme import Ink, Theme, Underline, blend
from dateline.model.annotation import Layer

_DASHES = {
    Underline.DASHED: (3.0, 2.0),
    Underline.DOTTED: (0.9, 1.3),
    Underline.DASHDOT: (4.0, 1.5, 1.0, 1.5),
}
CAP_GAP = 3.0


def draw_swatch(painter: QPainter, box: QRectF, ink: Ink, layer: Layer, theme: Theme) -> None:
    """Draw a label's mark in `box`: a washed strip, a diamond (event) or an arrow (relation)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if layer is Layer.EVENT:
        half = min(box.width(), box.height()) / 2
        centre = box.center()
        painter.setBrush(ink.colour)
        painter.drawPolygon(QPolygonF([centre + QPointF(*p) for p in ((0, -half), (half, 0), (0, half), (-half, 0))]))
    elif layer is Layer.RELATION:
        _arrow(painter, box, ink.colour)
    else:
        painter.setBrush(blend(ink.colour, theme.page, 0.42 if theme.dark else 0.22))
        painter.drawRoundedRect(box.adjusted(0, 0, 0, -4), 2.5, 2.5)
        draw_underline(painter, box.left(), box.right(), box.bottom() - 2, ink)
    painter.restore()


def draw_underline(painter: QPainter, left: float, right: float, y: float, ink: Ink) -> None:
    """Draw an ink's underline from `left` to `right` at height `y`."""
    pen = QPen(ink.colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if ink.underline is Underline.DOUBLE:
        pen.setWidthF(1.0)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y - 1.5), QPointF(right, y - 1.5))
        painter.drawLine(QPointF(left, y + 1), QPointF(right, y + 1))
        return
    if ink.underline in _DASHES:
        pen.setDashPattern(_DASHES[ink.underline])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _arrow(painter: QPainter, box: QRectF, colour: QColor) -> None:
    y, right = box.center().y(), box.right() - 1
    painter.setPen(QPen(colour, 1.8))
    painter.drawLine(QPointF(box.left(), y), QPointF(right, y))
    painter.drawPolyline(QPolygonF([QPointF(right - 4, y - 4), QPointF(right, y), QPointF(right - 4, y + 4)]))


def cap_font(font: QFont) -> QFont:
    """Return the font of a key cap beside text in `font`."""
    small = QFont(font)
    small.setPointSizeF(max(6.5, font.pointSizeF() * 0.84))
    small.setWeight(QFont.Weight.DemiBold)
    return small


def caps_width(key: str, font: QFont) -> float:
    """Return the width of the caps of a key ("v c" has two) in a cap font."""
    strokes = key.split(" ") if key else []
    return sum(_cap_width(s, font) + CAP_GAP for s in strokes) - (CAP_GAP if strokes else 0)


def _cap_width(stroke: str, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return max(metrics.height() + 1, metrics.horizontalAdvance(stroke) + 9)


def draw_caps(
    painter: QPainter, right: float, middle: float, key: str, theme: Theme, *, pressed: int = 0, ready: bool = False
) -> float:
    """Draw a key's caps so that they end at `right`, in the painter's font; return where they begin.

    The first `pressed` strokes are drawn as already given; with `ready` the next one is in the accent.
    """
    strokes = key.split(" ") if key else []
    font = painter.font()
    height = QFontMetricsF(font).height() + 2
    left = x = right - caps_width(key, font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for n, stroke in enumerate(strokes):
        box = QRectF(x, middle - height / 2, _cap_width(stroke, font), height)
        fill, edge, words = theme.panel, blend(theme.text, theme.panel, 0.3), theme.text
        if n < pressed:
            fill = edge = blend(theme.text, theme.page, 0.16)
            words = theme.muted
        elif ready and n == pressed:
            fill, edge, words = theme.wash, theme.accent, theme.text
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
        painter.setPen(words)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignCenter, stroke.upper() if len(stroke) == 1 and stroke.isascii() else stroke
        )
        x += box.width() + CAP_GAP
    painter.restore()
    return left
