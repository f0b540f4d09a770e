"""The rows of the list of articles: which one the keys come to, and which ones are chosen together."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleRows(QListView):
    """What a click or the keys move to is opened; with Ctrl or Shift rows are chosen, and nothing is opened.

    `says()` is what stands where there is no row.
    """

    walked = Signal(QModelIndex)  # by the keys
    pressed_alone = Signal(QModelIndex)  # by a click that chooses no further row
    entered = Signal()  # by Enter: what is open is to be read
    given_up = Signal()  # by Esc: what was chosen together is not any more
    menu_wanted = Signal(QPoint)  # for the rows that are selected, at this place of the screen

    def __init__(self, says: Callable[[], str]) -> None:
        super().__init__()
        self._says = says
        self._choosing = False  # whether the last press was to choose rows
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.clicked.connect(lambda index: None if self._choosing else self.pressed_alone.emit(index))
        # Only what paints all of itself is scrolled by copying; a view with a style sheet is not taken for that.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is no row, say why."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.end()
        super().paintEvent(event)
        if not self.model().rowCount():
            painter.begin(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            box = self.viewport().rect().adjusted(16, 24, -16, -8)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, self._says())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose or open; the right button asks for the menu, which says what it is of."""
        if event.button() is Qt.MouseButton.RightButton:
            event.accept()
            return
        self._choosing = bool(event.modifiers() & _CHOOSING)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as lists do, and say where to; with Shift rows are chosen."""
        before = QPersistentModelIndex(self.currentIndex())
        if event.key() == Qt.Key.Key_Escape and len(self.selectedIndexes()) > 1:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
        now = self.currentIndex()
        if now.isValid() and now != before and self.selectionModel().isSelected(now):
            if not event.modifiers() & _CHOOSING:
                self.walked.emit(now)
        elif now.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the rows that are selected, or of the one under the pointer."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
            if not index.isValid():
                return
            if not self.selectionModel().isSelected(index):
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.selectedIndexes():
            self.menu_wanted.emit(place)
