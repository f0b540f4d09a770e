"""A field for a line of text that keeps Ctrl+Z to itself only while there is something in it to take back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def asks_window(event: QEvent, undo: bool, redo: bool) -> bool:
    """Say whether a key that is offered to a field first undoes or redoes a step of the project.

    `undo` and `redo` say whether there is anything to take back or to bring back in the field.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo


class Field(QLineEdit):
    """A line of text; Ctrl+Z with nothing typed in it undoes the last step of the project."""

    @property
    def unsaved(self) -> bool:
        """Whether a person typed something that Ctrl+Z would take back."""
        return self.isUndoAvailable()

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is not the field's."""
        if asks_window(event, self.unsaved, self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
