"""The table of an import's labels and roles: what each is called there, some of its words, and what it becomes."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.dialogs.frame import framed
from dateline.gui.widgets.elided_box import ElidedBox

_THERE, _COUNT, _EXAMPLES, _HERE, _KIND = range(5)  # the kind is shown second
_WIDEST_NAME, _USUAL_CHOICE, _LEAST_CHOICE, _LEAST_EXAMPLES = 170, 220, 110, 90  # pixels
_SHARE = 0.45  # of what examples and choices have between them: what examples keep where both would need more
_BESIDE = 22  # pixels of a cell that are not its choice's
_GAP = 3  # pixels above and below a choice
_PAD = 12  # pixels beside the words of a cell


class _Beginnings(QStyledItemDelegate):
    """Shows of examples as many as there is room for: a few whole words say more than both ends of all."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave out what comes last."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


class LabelTable(QTableWidget):
    """A row for each label or role, with a box that says what it becomes; the room goes where words need it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setAccessibleName(self.tr("Labels of the source"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Label there"),
                self.tr("How many"),
                self.tr("For example"),
                self.tr("Label here"),
                self.tr("Kind"),
            ]
        )
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_EXAMPLES, QHeaderView.ResizeMode.Stretch)
        header.moveSection(_KIND, 1)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # long names differ at their end
        self.setItemDelegateForColumn(_EXAMPLES, _Beginnings(self))
        self._choices: list[ElidedBox] = []  # of each row
        self._wide: dict[str, int] = {}  # pixels of texts that were measured
        self._needed: dict[int, int] = {}  # pixels at which a column is shown whole; none until it is measured
        framed(self)

    def clear_rows(self) -> None:
        """Begin anew."""
        self.setRowCount(0)
        self._choices, self._needed = [], {}

    def add_row(self, name: str, kind: str, count: str, examples: str, choice: ElidedBox) -> int:
        """Add a row, and return its number."""
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate((name, count, examples)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(row, column, item)
        self.setItem(row, _KIND, QTableWidgetItem())
        self.say_kind(row, kind)
        self.setCellWidget(row, _HERE, _set_apart(choice))
        self.setRowHeight(row, choice.sizeHint().height() + 2 * _GAP)
        self._choices.append(choice)
        self._needed = {}
        return row

    def say_kind(self, row: int, kind: str) -> None:
        """Say in a row what kind of thing that is."""
        if (item := self.item(row, _KIND)) is not None:
            item.setText(kind)
            item.setToolTip(kind)

    def fit_rows(self) -> None:
        """Take no more height than the rows need, and no place without any."""
        rows = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(rows + 4 * _GAP)  # the room it does not need is the list of articles'
        self.setVisible(self.rowCount() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew; what the rows need stays."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew what another font makes of the texts."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._wide, self._needed = {}, {}
            self._share()

    def share_out(self) -> None:
        """Share the room out, after what the rows say has changed."""
        self._needed = {}
        self._share()

    def _share(self) -> None:
        """Give names, kinds and counts what they need; of the rest choices and examples what each needs, or a share."""
        if not self._needed:
            self._measure()
        most = min(_WIDEST_NAME, self.viewport().width() // 4)
        for column in (_THERE, _KIND, _COUNT):
            self.setColumnWidth(column, min(most, self._needed[column]))
        left = self.viewport().width() - sum(self.columnWidth(c) for c in (_THERE, _KIND, _COUNT))
        examples = max(_LEAST_EXAMPLES, self._needed[_EXAMPLES])
        choices = max(_USUAL_CHOICE, self._needed[_HERE])
        if examples + choices > left:
            kept = min(examples, max(_LEAST_EXAMPLES, round(_SHARE * left)))
            choices = max(_LEAST_CHOICE, min(_USUAL_CHOICE, left - _LEAST_EXAMPLES), left - kept)
        self.setColumnWidth(_HERE, choices)

    def _measure(self) -> None:
        """Find at which width the head and the cells of each column are shown whole.

        The style is asked about the cell with the longest text alone: asked about each, hundreds of labels would take
        a tenth of a second.
        """
        for column in (_THERE, _KIND, _COUNT, _EXAMPLES):
            texts = [
                self._width_of(item.text()) if (item := self.item(r, column)) and not self.isRowHidden(r) else 0
                for r in range(self.rowCount())
            ]
            row = max(range(self.rowCount()), key=texts.__getitem__, default=-1)
            cell = self.sizeHintForIndex(self.model().index(row, column)).width() if row >= 0 else 0
            self._needed[column] = max(cell + _PAD, self.horizontalHeader().sectionSizeHint(column))
        seen = (box for row, box in enumerate(self._choices) if not self.isRowHidden(row))
        longest = max(seen, key=lambda box: self._width_of(box.currentText()), default=None)
        self._needed[_HERE] = (longest.full_width() if longest else 0) + _BESIDE

    def _width_of(self, text: str) -> int:
        """Return how wide a text is, in pixels."""
        if (wide := self._wide.get(text)) is None:
            wide = self._wide[text] = self.fontMetrics().horizontalAdvance(text)
        return wide


def _set_apart(choice: QWidget) -> QWidget:
    """Return a choice with room around it, so that those of two rows do not touch."""
    holder = QWidget()
    row = QVBoxLayout(holder)
    row.setContentsMargins(0, _GAP, 2 * _GAP, _GAP)
    row.addWidget(choice)
    return holder
