"""The slim strip beside the scroll bar: what has been read, and where the hits are."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dateline.gui.reader.styles import HIT, mix
from dateline.gui.theme import Theme
from dateline.model.text import Span


class CoverageStrip(QWidget):
    """Draws stretches of the text at the height where they stand in the whole; it takes no input."""

    WIDTH = 7

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = 1
        self._read: tuple[Span, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self.setAccessibleName(self.tr("Reading coverage"))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    def set_length(self, length: int) -> None:
        """Say how long the text is, in code points."""
        self._length = max(1, length)
        self.update()

    def set_read(self, spans: Sequence[Span]) -> None:
        """Show what has been read."""
        self._read = tuple(spans)
        whole = sum(len(s) for s in self._read)
        share = min(100, round(100 * whole / self._length))
        self.setToolTip(self.tr("{share} % read").format(share=share) if whole else "")
        self.update()

    def set_hits(self, spans: Sequence[Span]) -> None:
        """Show where find has hits."""
        self._hits = tuple(spans)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a quiet track, what has been read, and a tick a hit."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.page)
        painter.fillRect(QRect(2, 0, 3, self.height()), mix(self._theme.page, self._theme.line, 0.55))
        for top, bottom in stretches(self._read, self._length, self.height(), 1):
            painter.fillRect(QRect(2, top, 3, bottom - top), mix(self._theme.page, self._theme.good, 0.6))
        for top, _ in stretches(self._hits, self._length, self.height(), 2):
            painter.fillRect(QRect(0, top, self.WIDTH, 2), HIT)
        painter.end()


def stretches(spans: Sequence[Span], length: int, height: int, least: int) -> list[tuple[int, int]]:
    """Return where spans of a text of `length` stand in `height` pixels, each at least `least` high and joined."""
    out: list[tuple[int, int]] = []
    for span in sorted(spans):
        top = span.begin * height // length
        bottom = max(top + least, -(-span.end * height // length))
        if out and top <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], bottom))
        else:
            out.append((top, bottom))
    return out
