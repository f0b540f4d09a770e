"""What is to be known of a choice, in a place of its own: however much it is, nothing beside it moves."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from dateline.gui.dialogs.frame import WrappedLabel

_LINES, _FEW = 8, 6  # in view, with those left free between texts; on a low screen
_HIGH = 900  # pixels of a screen that is not low
_LEAST_FREE = 0.5  # of a line, between two texts


class _InLines(QVBoxLayout):
    """Lets everything begin on a whole line, however high it is: else one would be cut at the lower edge."""

    def __init__(self, parent: QWidget, line: int) -> None:
        super().__init__(parent)
        self._line = line

    def above(self) -> int:
        """Return the pixels that texts have above their first line."""
        widgets = (item.widget() for item in self._items())
        return max((w.contentsMargins().top() for w in widgets if isinstance(w, QLabel)), default=0)

    def hasHeightForWidth(self) -> bool:
        """Each text knows itself how high it is."""
        return False

    def sizeHint(self) -> QSize:
        """Return the room of all lines."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room of all lines."""
        above = self.above()
        bottom = max((y + height for _, y, height in self._places()), default=0)
        return QSize(super().minimumSize().width(), above + self._up(bottom - above))

    def setGeometry(self, room: QRect) -> None:
        """Place everything."""
        super().setGeometry(room)
        sides = self.contentsMargins()
        for item, y, height in self._places():
            item.setGeometry(QRect(sides.left(), y, room.width() - sides.left() - sides.right(), height))

    def _places(self) -> list[tuple[QLayoutItem, int, int]]:
        """Return what is shown with its top and its height."""
        places: list[tuple[QLayoutItem, int, int]] = []
        top = 0
        for item in self._items():
            if not item.isEmpty():
                height = item.sizeHint().height()
                places.append((item, top, height))
                top = self._up(top + height + round(_LEAST_FREE * self._line))
        return places

    def _items(self) -> list[QLayoutItem]:
        return [item for number in range(self.count()) if (item := self.itemAt(number)) is not None]

    def _up(self, height: int) -> int:
        """Return a height in pixels with the line it ends in whole."""
        return -(-height // self._line) * self._line


class Notes(QScrollArea):
    """Texts under one another, of which some lines are in view whether there are any or not."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        line = self.fontMetrics().lineSpacing()
        self._column = _InLines(inside, line)
        self._column.setContentsMargins(0, 0, 6, 0)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        lines = _LINES if self.screen().availableSize().height() >= _HIGH else _FEW
        self._high = lines * line
        self.setFixedHeight(self._high)
        self.verticalScrollBar().setSingleStep(line)

    def add(self, widget: QWidget, *, first: bool = False) -> None:
        """Put a text, or a box to agree to it, under those there are, or over them."""
        self._column.insertWidget(0 if first else self._column.count(), widget)

    def showEvent(self, event: QShowEvent) -> None:
        """The style, which is known only now, may keep some room above each text."""
        self.setFixedHeight(self._high + self._column.above())
        super().showEvent(event)

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
