"""A box to choose from."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """A combo box that the wheel scrolls past: who turns it wants to see more, not to change what is chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the box stands in."""
        event.ignore()
