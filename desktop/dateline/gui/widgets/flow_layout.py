"""A layout that sets its items in lines like words, for chips and tags."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right (from right to left where the language is), in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out and return it, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all lines take."""
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._set(rect, move=True)

    def sizeHint(self) -> QSize:
        """The smallest that works; the height follows the width."""
        return self.minimumSize()

    def line_width(self) -> int:
        """Return how wide all items in one line are."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _set(self, rect: QRect, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        widget = self.parentWidget()
        backwards = widget is not None and widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y, line = 0, 0, 0
        for item in (i for i in self._items if not i.isEmpty()):
            size = item.sizeHint().boundedTo(QSize(max(1, area.width()), 10_000))
            if x and x + size.width() > area.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if move:
                left = area.right() + 1 - x - size.width() if backwards else area.left() + x
                item.setGeometry(QRect(QPoint(left, area.top() + y), size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line + rect.height() - area.height()
