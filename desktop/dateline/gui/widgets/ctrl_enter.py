"""Ctrl+Enter means something of its own while a panel has the focus, not the window's "done, next"."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def is_ctrl_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Ctrl+Enter."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class OwnsCtrlEnter(QWidget):
    """A panel whose `keyPressEvent` gets Ctrl+Enter although a shortcut of the window has it."""

    def event(self, event: QEvent) -> bool:
        """Take the key before any shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_ctrl_enter(event):
            event.accept()
            return True
        return super().event(event)
