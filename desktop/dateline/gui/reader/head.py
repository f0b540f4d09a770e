"""What stands above the text: the article's title, and where and when it was published."""

from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QDate, QLocale, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.styles import Styles
from dateline.gui.reader.typeset import Grid, SetBlock, Setting, text_is_right_to_left
from dateline.model.article import Article

_DOT = "  ·  "
_BEGIN = 400  # code points of a text that tell in which direction it is read


class Head:
    """The head of a page. It is not part of the text and cannot be annotated.

    Where the text itself begins with the title, that block is set as the title (`block` is its number, else
    -1) and the head is only the line of metadata beneath it.
    """

    def __init__(self, article: Article, blocks: Blocks, width: int, setting: Setting, styles: Styles) -> None:
        self.styles = styles
        self._metrics = QFontMetricsF(styles.meta_font)
        self.meta = in_lines(_metadata(article), width, self._metrics)
        self.block = _title_block(article, blocks)
        self._setting = setting
        shown = article.title.strip() if self.block < 0 else ""
        self._title = SetBlock(shown, 0, width, self.grid) if shown else None
        more = max(0, len(self.meta) - 1) * self._metrics.lineSpacing()
        self.meta_height = round(setting.pixels * 2.2 + more) if self.meta else 0
        title_height = len(self._title.lines) * round(self.grid.pitch * 0.82) + 4 if self._title else 0
        self.height = title_height + (self.meta_height if self.block < 0 else 0)
        self._width = width
        # The title says from which side the page is read, or, without one, the begin of the text.
        self.rtl = text_is_right_to_left(article.title.strip() or blocks.text[:_BEGIN].lstrip())

    @cached_property
    def grid(self) -> Grid:
        """The measures of the title."""
        return Grid.of(self._setting.family, self._setting.pixels, self._setting.leading, title=True)

    def paint(self, painter: QPainter, top: int) -> None:
        """Paint title and metadata with the column's left edge at x = 0."""
        y = top
        if self._title:
            painter.setPen(self.styles.theme.text)
            for line in self._title.lines:
                origin = self._title.origin(y + self.grid.baseline - self.grid.tag_row // 2, line)
                line.line.draw(painter, origin)
                y += round(self.grid.pitch * 0.82)
            y += 4
        if self.block < 0:
            self.paint_meta(painter, y)

    def paint_meta(self, painter: QPainter, top: int) -> None:
        """Paint the metadata."""
        if not self.meta:
            return
        painter.setFont(self.styles.meta_font)
        painter.setPen(self.styles.theme.muted)
        y = top + self._metrics.ascent()
        for line in self.meta:
            x = self._width - self._metrics.horizontalAdvance(line) if self.rtl else 0.0
            painter.drawText(QPointF(x, y), line)
            y += self._metrics.lineSpacing()


def _metadata(article: Article) -> list[str]:
    parts = [
        _published(article.published),
        article.source,
        article.meta.get("author", ""),
        article.meta.get("place", ""),
    ]
    return [p for p in parts if p]


def in_lines(parts: list[str], width: int, metrics: QFontMetricsF) -> list[str]:
    """Join what fits into a line; what is longer than one is cut, and says so."""
    lines: list[str] = []
    for part in parts:
        both = f"{lines[-1]}{_DOT}{part}" if lines else part
        if lines and metrics.horizontalAdvance(both) <= width:
            lines[-1] = both
        else:
            lines.append(metrics.elidedText(part, Qt.TextElideMode.ElideRight, width))
    return lines


def _published(text: str) -> str:
    """Write an ISO date out in the locale's long form; anything else is shown as it is."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    day = QLocale().toString(QDate(when.year, when.month, when.day), QLocale.FormatType.LongFormat)
    return f"{day}, {when:%H:%M}" if "T" in text or " " in text.strip() else day


def _title_block(article: Article, blocks: Blocks) -> int:
    title = article.title.strip()
    if not title:
        return -1
    for i in range(min(4, len(blocks))):
        begin, end = blocks.bounds(i)
        if end > begin and not blocks.text[begin:end].isspace():
            return i if blocks.text[begin:end].strip().casefold() == title.casefold() else -1
    return -1
