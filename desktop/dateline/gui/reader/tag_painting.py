"""Painting the tags above words: what type a mention is of, what role it fills, what is suggested."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from dateline.gui.reader.shapes import Tag
from dateline.gui.reader.sheet import Sheet
from dateline.gui.reader.styles import DENIED, PLANNED, Mode, mix, readable


class TagPainter:
    """Paints tags for devices of one `ratio` at a time; where that is whole, each picture is made once and kept."""

    def __init__(self, sheet: Sheet, *, keep_images: bool) -> None:
        self._styles = sheet.styles
        self._row = sheet.grid.tag_row
        self._keep = keep_images
        self.ratio = 1.0

    def paint(self, painter: QPainter, tag: Tag, top: int) -> None:
        """Paint one tag with its upper edge at `top`; the painter has the font of tags."""
        if not (self._keep and self.ratio == int(self.ratio)):
            self._draw(painter, tag, tag.x, top)
            return
        key = (tag.style, tag.caption, tag.mode, tag.kind, tag.told, tag.width, self.ratio)
        image = self._styles.images.get(key)
        if image is None:
            height = self._row
            size = QSize(round((tag.width + 2) * self.ratio), round((height + 2) * self.ratio))
            image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(self.ratio)
            image.fill(Qt.GlobalColor.transparent)
            inner = QPainter(image)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner.setFont(self._styles.tag_font)
            self._draw(inner, tag, 1, 1)
            inner.end()
            self._styles.images[key] = image
        painter.drawImage(tag.x - 1, top - 1, image)

    def _draw(self, painter: QPainter, tag: Tag, x: int, top: int) -> None:
        shade = tag.style.shades[tag.mode]
        height = self._row - 1
        painter.setPen(Qt.PenStyle.NoPen)
        if tag.caption is None:
            colour = tag.style.colour if not tag.style.trigger else shade.tag
            self._dot(painter, tag, colour, QRectF(x + 1, top + height - 5, 4, 4))
            return
        inset = 2.0
        if tag.kind == "role":
            text, inset = self._styles.trigger_shades[Mode.LIT].line, tag.width / 2 - (tag.caption.width - 4) / 2
            text = self._ground(painter, tag, (x, top), self._styles.theme.accent, text, height / 2)
        elif tag.kind == "suggestion":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(mix(self._styles.theme.page, tag.style.colour, 0.55), 1))
            painter.drawRoundedRect(QRectF(x + 0.5, top + 0.5, tag.width - 1, height - 1), 2, 2)
            text = tag.style.shades[Mode.NORMAL].tag_text if not tag.style.trigger else self._styles.theme.text
        else:
            text = self._ground(painter, tag, (x, top), shade.tag, shade.tag_text, 2)
        painter.setPen(text)
        y = top + (height - self._styles.tag_height) / 2 + self._styles.tag_ascent
        painter.drawText(QPointF(x + inset, y), tag.caption.text)
        if tag.told & DENIED:
            middle = round(y - self._styles.tag_ascent * 0.34)
            painter.fillRect(x + 1, middle, tag.width - 2, 1, text)

    def _ground(
        self, painter: QPainter, tag: Tag, corner: tuple[int, int], colour: QColor, text: QColor, radius: float
    ) -> QColor:
        """Fill a tag, or draw only its rim where what it names is planned; return the colour of its words."""
        rect = QRectF(*corner, tag.width, self._row - 1)
        if tag.told & PLANNED:
            page = self._styles.theme.page
            painter.setBrush(page)
            painter.setPen(QPen(colour, 1.2))
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
            return colour if tag.mode is Mode.DIM else readable(colour, page, self._styles.theme.text, 4.5)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, radius, radius)
        return text

    @staticmethod
    def _dot(painter: QPainter, tag: Tag, colour: QColor, rect: QRectF) -> None:
        if tag.told & PLANNED:
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.setBrush(colour)
            painter.drawEllipse(rect)
        if tag.told & DENIED:
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QPointF(rect.left() - 1, rect.center().y()), QPointF(rect.right() + 1, rect.center().y()))
