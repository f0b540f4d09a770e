"""What lies under the registry's list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from dateline.gui.registry.details import ThingDetails
from dateline.gui.registry.merging import MergeStrip


class Below(QWidget):
    """One thing in full, or what to do to see one, and at the foot the question whether two are one.

    It asks for the same room whatever it shows: the rows above are being clicked and must not move. In a low panel
    the thing goes before the question, which goes before the hint.
    """

    def __init__(self, details: ThingDetails, merges: MergeStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details, self._merges = details, merges
        self._hint = QLabel(self.tr("Choose one above to see what is known of it."))
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setProperty("role", "muted")
        self._hint.setMargin(12)
        self._pages = QStackedLayout()
        for page in (self._hint, details):
            self._pages.addWidget(page)
        self._hint.setMinimumHeight(1)  # it goes before a question
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(merges)

    def show_details(self, on: bool) -> None:
        """Show the thing, or what to do to see one."""
        self._pages.setCurrentWidget(self._details if on else self._hint)
        self._say_room()

    def minimumSizeHint(self) -> QSize:
        """Return the room of a thing, with or without a question."""
        return self._details.minimumSizeHint().expandedTo(QSize(0, self._hint.minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        """Return the same: the list has what is left."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question that has no room waits."""
        super().resizeEvent(event)
        self._say_room()

    def _say_room(self) -> None:
        shown = self._pages.currentWidget() is self._details
        taken = self._details.minimumSizeHint().height() if shown else self._hint.fontMetrics().lineSpacing()
        self._merges.set_room(self.height() - taken)
