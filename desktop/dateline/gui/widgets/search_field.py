"""A field to filter or search by: a glass before the words, a cross after them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dateline.gui.icons import Icons
from dateline.gui.theme import Theme
from dateline.gui.widgets.ctrl_enter import is_ctrl_enter
from dateline.gui.widgets.field import Field


class SearchField(Field):
    """Esc empties it; Esc once more, and Enter, are told as `left` and `accepted`."""

    accepted = Signal(bool)  # whether Shift was held
    left = Signal()

    def __init__(self, placeholder: str, theme: Theme, icon: str = "search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._name = icon
        self._glass, self._cross = QAction(self), QAction(self)
        self._cross.setToolTip(self.tr("Clear"))
        self._cross.triggered.connect(self.clear)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self._cross.setVisible(False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the marks in the colours of a theme."""
        icons = Icons(theme)
        self._glass.setIcon(icons.tinted(self._name, theme.muted))
        self._cross.setIcon(icons.tinted("close", theme.muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mind Esc and Enter."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif is_ctrl_enter(event):
            event.ignore()  # what it means is the panel's to say
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
