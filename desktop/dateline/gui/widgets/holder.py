"""Holds a panel in a dock."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Holder(QWidget):
    """Gives a panel all its room, and keeps to itself when parts of the panel come, go or want another size.

    A main window lays out everything anew for that, and paints all of itself: tens of milliseconds after a key press.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: QWidget | None = None

    def hold(self, panel: QWidget) -> None:
        """Show a panel in place of what was held before."""
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._held = panel
        if panel.parentWidget() is not self:  # best made here: moving it styles all of it anew
            panel.setParent(self)
        panel.setGeometry(self.rect())
        panel.show()

    def sizeHint(self) -> QSize:
        """What the panel would like."""
        return self._held.sizeHint() if self._held is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the panel needs, when the window lays out its docks."""
        return self._held.minimumSizeHint() if self._held is not None else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel has the same size."""
        if self._held is not None:
            self._held.resize(event.size())
