"""What is to be known of a choice, in a place of its own: however much it is, nothing beside it moves."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dateline.gui.dialogs.frame import WrappedLabel

_LINES, _FEW = 8, 6  # in view, with those left free between texts; on a low screen
_HIGH = 900  # pixels of a screen that is not low


class Notes(QScrollArea):
    """Texts under one another, of which some lines are in view whether there are any or not."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        line = self.fontMetrics().lineSpacing()
        self._column.setSpacing(line)  # whole lines, or one would be cut at the lower edge
        self._column.addStretch()
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        lines = _LINES if self.screen().availableSize().height() >= _HIGH else _FEW
        self.setFixedHeight(lines * line)
        self.verticalScrollBar().setSingleStep(line)

    def add(self, widget: QWidget, *, first: bool = False) -> None:
        """Put a text, or a box to agree to it, under those there are, or over them."""
        self._column.insertWidget(0 if first else self._column.count() - 1, widget)

    def say(self, label: WrappedLabel, text: str) -> None:
        """Give one of the texts other words; without any it takes no room."""
        label.setText(text)
        label.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Ask for no more room for more words."""
        return QSize(super().sizeHint().width(), self.height())

    def to_begin(self) -> None:
        """Bring the first text into view."""
        self.verticalScrollBar().setValue(0)
