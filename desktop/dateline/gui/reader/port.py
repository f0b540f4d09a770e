"""The viewport of the reader."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget


class Port(QWidget):
    """The viewport. It is no plain QWidget, so that the pointer's leaving needs no look at its every event."""

    left = Signal()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer has left."""
        super().leaveEvent(event)
        self.left.emit()
