"""A list of things of which all, some or none are wanted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from dateline.gui.dialogs.frame import framed

_VALUE = Qt.ItemDataRole.UserRole
_ROWS, _FEW = 6, 3  # in view at least; on a low screen
_HIGH = 900  # pixels of a screen that is not low
_CHECKED = Qt.CheckState.Checked


class CheckList(QTreeWidget):
    """Groups of things with a box each; a group's box checks all of it."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)
        framed(self)
        some = "CheckList::indicator:indeterminate { background: palette(link); border: 4px solid palette(base); }"
        self.setStyleSheet(f"{self.styleSheet()} {some}")
        self.itemChanged.connect(lambda *_: self.changed.emit())

    def minimumSizeHint(self) -> QSize:
        """Some rows are in view, however much stands below the list; fewer on a low screen, so that all has room."""
        rows = _ROWS if self.screen().availableSize().height() >= _HIGH else _FEW
        row = max(self.sizeHintForRow(0), self.fontMetrics().height())
        return QSize(super().minimumSizeHint().width(), rows * row + 2 * self.frameWidth() + 4)

    def set_groups(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """Show groups of (value, text), all checked; a group without a name has no row of its own."""
        self.blockSignals(True)
        self.clear()
        for name, things in groups:
            above: QTreeWidgetItem | None = None
            if name:
                above = QTreeWidgetItem(self, [name])
                above.setFlags(above.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            for value, text in things:
                item = QTreeWidgetItem(above, [text]) if above else QTreeWidgetItem(self, [text])
                item.setData(0, _VALUE, value)
                item.setCheckState(0, _CHECKED)
        self.setRootIsDecorated(any(name for name, _ in groups))
        self.blockSignals(False)
        self.changed.emit()

    def chosen(self) -> frozenset[str] | None:
        """Return the values that are checked; None when all are."""
        items = self._items()
        checked = [i.data(0, _VALUE) for i in items if i.checkState(0) is _CHECKED]
        return None if len(checked) == len(items) else frozenset(checked)

    def check(self, value: str, on: bool) -> None:
        """Check or uncheck a value."""
        for item in self._items():
            if item.data(0, _VALUE) == value:
                item.setCheckState(0, _CHECKED if on else Qt.CheckState.Unchecked)

    def boxes(self) -> dict[str, bool]:
        """Return of each value whether it is checked."""
        found: dict[str, bool] = {}
        for item in self._items():
            value = item.data(0, _VALUE)
            found[value] = found.get(value, False) or item.checkState(0) is _CHECKED
        return found

    def texts(self) -> dict[str, str]:
        """Return what each value is called."""
        return {item.data(0, _VALUE): item.text(0) for item in self._items()}

    def put(self, boxes: Mapping[str, bool]) -> None:
        """Check and uncheck as told, and check what nothing is told of, without a word: nobody chose it."""
        with QSignalBlocker(self):
            for item in self._items():
                on = boxes.get(item.data(0, _VALUE), True)
                item.setCheckState(0, _CHECKED if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QTreeWidgetItem]:
        """The rows that stand for a value."""
        found: list[QTreeWidgetItem] = []
        for i in range(self.topLevelItemCount()):
            top = self.topLevelItem(i)
            if top is None:
                continue
            if top.data(0, _VALUE) is not None:
                found.append(top)
            found += [child for k in range(top.childCount()) if (child := top.child(k)) is not None]
        return found
