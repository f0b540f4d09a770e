"""A small card beside the pointer that tells what is under it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from dateline.gui.widgets.guideline import emphasised

_DELAY_MS = 450
_WIDTH = 340
_AWAY = QPoint(12, 22)  # from the pointer


class HoverCard(QFrame):
    """Shows itself after the pointer has rested, and goes when it leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)  # words lie under it
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._title, self._lines, self._text = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "heading")
        self._text.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        for label in (self._title, self._lines, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMaximumWidth(_WIDTH)
            column.addWidget(label)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._position = QPoint()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_DELAY_MS)
        self._rest.timeout.connect(self._appear)

    def show_at(self, position: QPoint, title: str, lines: Sequence[str], text: str) -> None:
        """Show these words near a point of the screen once the pointer has rested."""
        self._fill(title, lines, text)
        self._position = position
        if not self.isVisible():
            self._rest.start()

    def show_below(self, position: QPoint, title: str, lines: Sequence[str], text: str = "") -> None:
        """Show these words at once with the top left corner at a point of the screen."""
        self._fill(title, lines, text)
        self._position = position - _AWAY
        self._appear()

    def lines(self) -> str:
        """Return the title and the facts shown."""
        return f"{self._title.text()}\n{self._lines.text()}"

    def _fill(self, title: str, lines: Sequence[str], text: str) -> None:
        self._title.setText(title)
        self._lines.setText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        self._text.setText(emphasised(text))
        self._text.setVisible(bool(text))

    def dismiss(self) -> None:
        """Go away, or do not come."""
        self._rest.stop()
        self.hide()

    def _appear(self) -> None:
        self.adjustSize()
        screen = QGuiApplication.screenAt(self._position) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(self._position.x() + _AWAY.x(), room.right() - self.width())
        below = self._position.y() + _AWAY.y()
        y = below if below + self.height() < room.bottom() else self._position.y() - self.height() - 12
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
