"""Painting the tags above words: what type a mention is of, what role it fills, what is suggested."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from dateline.gui.reader.compose import Tag
from dateline.gui.reader.sheet import Sheet
from dateline.gui.reader.styles import Mode, mix


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
        key = (tag.style, tag.caption, tag.mode, tag.kind, tag.width, self.ratio)
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
            painter.setBrush(tag.style.colour if not tag.style.trigger else shade.tag)
            painter.drawEllipse(QRectF(x + 1, top + height - 5, 4, 4))
            return
        inset = 2.0
        if tag.kind == "role":
            painter.setBrush(self._styles.theme.accent)
            painter.drawRoundedRect(QRectF(x, top, tag.width, height), height / 2, height / 2)
            text, inset = self._styles.trigger_shades[Mode.LIT].line, tag.width / 2 - (tag.caption.width - 4) / 2
        elif tag.kind == "suggestion":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(mix(self._styles.theme.page, tag.style.colour, 0.55), 1))
            painter.drawRoundedRect(QRectF(x + 0.5, top + 0.5, tag.width - 1, height - 1), 2, 2)
            text = tag.style.shades[Mode.NORMAL].tag_text if not tag.style.trigger else self._styles.theme.text
        else:
            painter.setBrush(shade.tag)
            painter.drawRoundedRect(QRectF(x, top, tag.width, height), 2, 2)
            text = shade.tag_text
        painter.setPen(text)
        y = top + (height - self._styles.tag_height) / 2 + self._styles.tag_ascent
        painter.drawText(QPointF(x + inset, y), tag.caption.text)
