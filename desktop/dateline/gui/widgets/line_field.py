"""A line of text about one thing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dateline.gui.widgets.field import Field


class LineField(Field):
    """A line about one thing. What a person wrote is given out with what it is about whenever the field is left."""

    written = Signal(object, str)  # what it is about, the text
    left = Signal()  # by Enter or Esc: the keys, Ctrl+Z among them, belong to the window again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: object = None
        self.editingFinished.connect(self.flush)

    def show_text(self, about: object, text: str) -> None:
        """Show the text about something; what was being written about something else is given out first.

        What a person is writing about the same thing is left alone.
        """
        if about != self._about:
            self.flush()
        elif self.hasFocus() and self.isModified():
            return
        self._about = about
        if self.text() != text or self.isModified():
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Give out what was written and not given out yet."""
        if self._about is not None and self.isModified():
            self.setModified(False)
            self.written.emit(self._about, self.text())

    @property
    def unsaved(self) -> bool:
        """Whether something was written and not given out yet."""
        return self.isModified()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the begin of a long text again."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Esc is the field's while it is written in, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc leave the field; what was written stays, undo takes it back."""
        if _is_escape(event):
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape
