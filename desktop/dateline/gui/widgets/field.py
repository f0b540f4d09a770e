"""A field for a line of text that keeps Ctrl+Z and Ctrl+Shift+Z to itself once something was typed in it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def asks_window(event: QEvent, *, touched: bool) -> bool:
    """Say whether a key that is offered to a field undoes or redoes a step of the project.

    `touched`: something was typed in the field, taken back there or not. Then both keys are the field's: who takes
    back what was typed, and holds the key down too long, takes back no step of the project.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or touched:
        return False
    return any(event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))


class Field(QLineEdit):
    """A line of text; Ctrl+Z with nothing typed in it undoes the last step of the project."""

    @property
    def unsaved(self) -> bool:
        """Whether a person typed something that Ctrl+Z would take back."""
        return self.isUndoAvailable()

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is not the field's."""
        if asks_window(event, touched=self.unsaved or self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed and taken back before it was left does not come back: the keys are the project's again."""
        super().focusOutEvent(event)
        if not self.unsaved and self.isRedoAvailable():
            at = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(at)
