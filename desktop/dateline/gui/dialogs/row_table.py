"""A small table whose rows are added, removed and moved: the roles of an event, the attributes of a type."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.dialogs.frame import framed


class Column(Struct, frozen=True):
    """A column of text, or of boxes; `tip` says what goes in."""

    title: str
    tip: str = ""
    box: bool = False
    wide: bool = False


Row = tuple[str | bool, ...]


class _Cells(QTableWidget):
    """Keeps the cell in sight that is being edited, also where a scroll bar comes up for a long name."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show it whole in what room there is now."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_edited)  # once it is known how far it scrolls

    def _show_edited(self) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            self.scrollTo(self.currentIndex())


class RowTable(QWidget):
    """Rows of text and boxes; every cell is edited in place (F2 or typing), boxes by Space.

    `shown_rows` to `most_rows` are seen at once; `in_order`: rows can be moved.
    """

    changed = Signal()

    def __init__(
        self, title: str, columns: Sequence[Column], shown_rows: int = 4, most_rows: int = 9, *, in_order: bool = True
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self.table = _Cells(0, len(columns))
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels([c.title for c in columns])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)  # Tab goes on to what is behind the table; arrows go from cell to cell
        self.table.setProperty("role", "cells")  # the cell that F2 or typing would edit is seen
        framed(self.table)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if column.wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(number, mode)
            if item := self.table.horizontalHeaderItem(number):
                item.setToolTip(column.tip)
        self._shown_rows, self._most_rows = shown_rows, most_rows
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 11)
        head = QHBoxLayout()
        head.addWidget(QLabel(title), 1)
        self._fit()
        self.add = self._button("+", self.tr("Add"), self._add)
        self.remove = self._button("−", self.tr("Remove"), self._remove)
        self.up = self._button("↑", self.tr("Move up"), lambda: self._move(-1))
        self.down = self._button("↓", self.tr("Move down"), lambda: self._move(1))
        self._buttons = (self.add, self.remove, self.up, self.down) if in_order else (self.add, self.remove)
        for button in self._buttons:
            head.addWidget(button)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(3)
        column_.addLayout(head)
        column_.addWidget(self.table, 1)
        self.table.itemChanged.connect(lambda _: self.changed.emit())

    def _button(self, text: str, tip: str, then: object) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(then)
        return button

    def rows(self) -> list[Row]:
        """Return what the table says, texts stripped."""
        return [self._row(number) for number in range(self.table.rowCount())]

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows without telling."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)
        self.table.blockSignals(False)
        self._fit()

    def set_readonly(self, readonly: bool) -> None:
        """Let rows only be read, or changed as well."""
        edit = QAbstractItemView.EditTrigger
        typed = edit.DoubleClicked | edit.EditKeyPressed | edit.AnyKeyPressed
        self.table.setEditTriggers(edit.NoEditTriggers if readonly else typed)
        for button in self._buttons:
            button.setVisible(not readonly)

    def _fit(self) -> None:
        """Show all rows of a usual table, and of a long one so many that it is seen to go on."""
        rows = max(self._shown_rows, min(self._most_rows, self.table.rowCount()))
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + rows * row + 6)

    def set_cell(self, row: int, column: int, value: str | bool) -> None:
        """Change one cell, as a person does."""
        item = self.table.item(row, column)
        if item is None:
            return
        if isinstance(value, bool):
            item.setCheckState(Qt.CheckState.Checked if value else Qt.CheckState.Unchecked)
        else:
            item.setText(value)

    def _row(self, number: int) -> Row:
        cells: list[str | bool] = []
        for place, column in enumerate(self._columns):
            item = self.table.item(number, place)
            if column.box:
                cells.append(item is not None and item.checkState() is Qt.CheckState.Checked)
            else:
                cells.append(item.text().strip() if item else "")
        return tuple(cells)

    def _append(self, row: Row) -> None:
        number = self.table.rowCount()
        self.table.insertRow(number)
        for place, (column, value) in enumerate(zip(self._columns, row, strict=True)):
            item = QTableWidgetItem("" if column.box else str(value))
            item.setToolTip(column.tip)
            if column.box:
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(Qt.CheckState.Checked if value else Qt.CheckState.Unchecked)
            self.table.setItem(number, place, item)

    def _add(self) -> None:
        self._append(tuple(False if c.box else "" for c in self._columns))
        self._fit()
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.changed.emit()
        if item := self.table.currentItem():
            self.table.scrollToItem(item)  # of the first row that is added, setting it current shows only the edge
            self.table.editItem(item)

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.changed.emit()

    def _move(self, by: int) -> None:
        rows, at = self.rows(), self.table.currentRow()
        to = at + by
        if at >= 0 and 0 <= to < len(rows):
            rows[at], rows[to] = rows[to], rows[at]
            self.set_rows(rows)
            self.table.setCurrentCell(to, 0)
            self.changed.emit()
