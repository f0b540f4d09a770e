"""A small list of the annotations that lie over one another where somebody clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

_STAYS_MS = 4000


class OverlapList(QFrame):
    """Shows one row an annotation, outermost first, the selected one marked; a click on a row chooses it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(self.tr("Annotations here, outermost first"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        self._rows: list[QToolButton] = []
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.setInterval(_STAYS_MS)
        self._stays.timeout.connect(self.hide)

    def rows(self) -> list[str]:
        """Return what the rows say."""
        return [row.text() for row in self._rows]

    def show_rows(self, rows: Sequence[tuple[str, str]], selected: str | None, position: QPoint) -> None:
        """Show (id, words) below a point of the screen."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows = [self._row(mention_id, words, on=mention_id == selected) for mention_id, words in rows]
        self.adjustSize()
        screen = QGuiApplication.screenAt(position) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(position.x(), room.right() - self.width())
        y = position.y() if position.y() + self.height() < room.bottom() else position.y() - self.height() - 40
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self._stays.start()

    def _row(self, mention_id: str, words: str, *, on: bool) -> QToolButton:
        row = QToolButton()
        row.setText(words)
        row.setAutoRaise(True)
        row.setCheckable(True)
        row.setChecked(on)
        row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.clicked.connect(lambda: self.chosen.emit(mention_id))
        self._column.addWidget(row)
        return row
