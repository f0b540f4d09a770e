"""Text as outlines, for pictures that must look the same where the fonts are missing and clipping is unknown."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QImage, QPainter, QPainterPath, QTextLine

_SHARP = 3.0  # pixels a glyph without outline (an emoji) is drawn with for each of the picture's


def fill_text(painter: QPainter, position: QPointF, text: str, font: QFont, colour: QColor) -> None:
    """Draw one line of text with its baseline's left end at `position`."""
    path = QPainterPath()
    path.addText(position, font, text)
    painter.fillPath(path, colour)


def fill_line(painter: QPainter, line: QTextLine, origin: QPointF, colour_at: Callable[[float], QColor]) -> None:
    """Draw a line that was laid out at (0, 0) at `origin`; `colour_at` gives the colour for a glyph's middle."""
    paths: dict[int, QPainterPath] = {}
    for run in line.glyphRuns():
        raw = run.rawFont()
        indexes, positions = run.glyphIndexes(), run.positions()
        for glyph, place, advance in zip(indexes, positions, raw.advancesForGlyphIndexes(indexes), strict=True):
            outline = raw.pathForGlyph(glyph)
            if not outline.isEmpty():
                colour = colour_at(place.x() + advance.x() / 2)
                path = paths.setdefault(colour.rgba(), QPainterPath())
                path.addPath(outline.translated(place + origin))
            elif advance.x() > 0:
                _draw_image(painter, run, glyph, place + origin, advance.x())
    for rgba, path in paths.items():
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, QColor.fromRgba(rgba))


def _draw_image(painter: QPainter, run: QGlyphRun, glyph: int, place: QPointF, advance: float) -> None:
    """Draw a glyph that is a picture; a space leaves none."""
    height = run.rawFont().ascent() + run.rawFont().descent()
    image = QImage(round((advance + 4) * _SHARP), round(height * _SHARP), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    inner = QPainter(image)
    inner.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    inner.scale(_SHARP, _SHARP)
    one = QGlyphRun()
    one.setRawFont(run.rawFont())
    one.setGlyphIndexes([glyph])
    one.setPositions([QPointF(2, run.rawFont().ascent())])
    inner.drawGlyphRun(QPointF(0, 0), one)
    inner.end()
    if not image.allGray() or image.pixelColor(image.rect().center()).alpha():
        corner = place - QPointF(2, run.rawFont().ascent())
        target = QRect(round(corner.x()), round(corner.y()), round(advance + 4), round(height))
        painter.drawImage(target, image)
