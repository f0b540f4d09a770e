"""Labels that ordinary ones are not: elided, heads of sections, key caps."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from dateline.gui.theme import Theme
from dateline.gui.widgets.swatch import cap_font, caps_width, draw_caps


class ElidedLabel(QLabel):
    """One line of plain text that is cut with "…" where it does not fit; then the whole is its tooltip."""

    def __init__(
        self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._full, self._mode, self._wrapped = text, mode, False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def full_text(self) -> str:
        """The text before it is cut."""
        return self._full

    def set_full_text(self, text: str) -> None:
        """Show a text; line breaks become spaces."""
        self._full = " ".join(text.split())
        self.updateGeometry()
        self._fit()

    def set_wrapped(self, wrapped: bool) -> None:
        """Show the whole on as many lines as it takes, or one line that is cut."""
        if wrapped != self._wrapped:
            self._wrapped = wrapped
            self.setWordWrap(wrapped)
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 4, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(0, self.contentsRect().width() - 2)
        shown = self._full if self._wrapped else self.fontMetrics().elidedText(self._full, self._mode, room)
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")
        self.setAccessibleName(self._full)


class SectionHeader(QWidget):
    """The small bold head of a section, with a fact at the right ("12") and optionally folding on a click."""

    toggled = Signal(bool)

    def __init__(self, title: str, fact: str = "", *, folds: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folds, self._open = folds, True
        self._title, self._fact = QLabel(title), QLabel(fact)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 0.86)
        font.setBold(True)
        for label in (self._title, self._fact):
            label.setFont(font)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 8, 10, 3)
        box.addWidget(self._title, 1)
        box.addWidget(self._fact)
        if folds:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def open(self) -> bool:
        """Whether the section is unfolded."""
        return self._open

    def set_open(self, unfolded: bool) -> None:
        """Fold or unfold, and tell."""
        if self._folds and unfolded != self._open:
            self._open = unfolded
            self.toggled.emit(unfolded)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click folds."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.set_open(not self._open)


class KeyCap(QWidget):
    """One key, or the two strokes of a label ("v c"), as caps."""

    def __init__(self, key: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._theme = key, theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Just the caps."""
        font = cap_font(self.font())
        return QSize(round(caps_width(self._key, font)) + 2, round(QFontMetricsF(font).height()) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the caps."""
        painter = QPainter(self)
        painter.setFont(cap_font(self.font()))
        box = QRectF(self.rect())
        draw_caps(painter, box.right() - 1, box.center().y(), self._key, self._theme)
