"""A field for a few lines of text about one thing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dateline.gui.widgets.field import asks_window


class NoteField(QPlainTextEdit):
    """A few lines of text about one thing. They are given out whenever the field is left, whatever the way."""

    written = Signal(object, str)  # what it is about, the text
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: object = None
        self._before = ""
        self.setTabChangesFocus(True)
        self.setMaximumHeight(4 * self.fontMetrics().lineSpacing() + 12)

    def show_note(self, about: object, text: str) -> None:
        """Show the text about something; what was being written about something else is given out first."""
        if about != self._about:
            self.flush()
        elif self.hasFocus() and self.toPlainText() != self._before:
            return  # the person is writing
        self._about, self._before = about, text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def flush(self) -> None:
        """Give out what was written and not given out yet."""
        text = self.toPlainText()
        if self._about is not None and text != self._before:
            self._before = text
            self.written.emit(self._about, text)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Esc are the field's while it is written in, Ctrl+Z once it was."""
        unsaved = self.toPlainText() != self._before
        if asks_window(event, touched=unsaved or self.document().isRedoAvailable()):
            event.ignore()
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc leave the field; what was written stays, undo takes it back."""
        if _leaves(event):
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field keeps what was written; what was taken back before does not come back."""
        self.flush()
        super().focusOutEvent(event)
        if self.document().isRedoAvailable():
            self.document().clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)


def _leaves(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() == Qt.Key.Key_Escape or (enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
