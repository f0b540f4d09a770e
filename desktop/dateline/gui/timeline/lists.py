"""Marks as lists: the undated tray to drag from, and the sorted table that says all a timeline shows."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView, QWidget

from dateline.gui.date_words import label
from dateline.gui.theme import Theme
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.mouse import MARK_MIME
from dateline.model.schema import Schema
from dateline.model.when import sort_key

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_WHAT, _WHO = 1, 3  # the columns that share what the others leave
_FACTS = 0.6  # of the table's width that these others have at most


class UndatedModel(QAbstractListModel):
    """Marks without a date."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.marks: list[TimelineMark] = []
        self._theme, self._schema = theme, Schema()

    def show(self, marks: Sequence[TimelineMark], schema: Schema, theme: Theme) -> None:
        """Hold other marks; the same ones stay selected and in view."""
        held = sorted(marks, key=lambda m: (m.title.casefold(), m.id))
        if held == self.marks and schema is self._schema and theme is self._theme:
            return
        self.beginResetModel()
        self.marks, self._schema, self._theme = held, schema, theme
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return the number of marks."""
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, colour and sentence."""
        mark = self.marks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return mark.title or mark.type
        if role == Qt.ItemDataRole.DecorationRole:
            return _chip(self._theme.ink(self._schema, mark.type).colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark.sentence
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Marks can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return [MARK_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged mark's id."""
        data = QMimeData()
        data.setData(MARK_MIME, QByteArray(self.marks[indexes[0].row()].id.encode()))
        return data


class UndatedTray(QListView):
    """What has no date yet; drag one onto the timeline to give it one."""

    mark_activated = Signal(str)
    date_asked = Signal(str)
    message = Signal(str)  # what to do, for the status bar
    left = Signal()  # by Esc: it is put away

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = UndatedModel(theme, self)
        self.setModel(self.list)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setUniformItemSizes(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Events without a date"))
        self.clicked.connect(self._activate)
        self.activated.connect(self._activate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """D asks for a date, as dragging it in does, Esc puts the tray away; everything else is a list's."""
        if event.key() == Qt.Key.Key_D and not event.modifiers():
            chosen = self.selectedIndexes()
            if chosen:
                self.date_asked.emit(self.list.marks[chosen[0].row()].id)
            else:
                self.message.emit(self.tr("Choose an event without a date first, with the arrow keys or a click."))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def choose(self, mark_id: str | None) -> None:
        """Highlight the mark that is selected elsewhere; none where it is not in the tray."""
        row = next((i for i, m in enumerate(self.list.marks) if m.id == mark_id), None)
        if row is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self.list.index(row))

    def _activate(self, index: QModelIndex) -> None:
        self.mark_activated.emit(self.list.marks[index.row()].id)


class TableModel(QAbstractTableModel):
    """All marks in order of time, the undated last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.marks: list[TimelineMark] = []
        self._schema = Schema()
        self._titles = (
            self.tr("Date"),
            self.tr("What"),
            self.tr("Type"),
            self.tr("Who"),
            self.tr("Where"),
            self.tr("Amounts"),
            self.tr("State"),
            self.tr("Articles"),
        )

    def show(self, marks: Sequence[TimelineMark], schema: Schema) -> None:
        """Hold other marks."""
        self.beginResetModel()
        self._schema = schema
        self.marks = sorted(marks, key=lambda m: (m.when is None, sort_key(m.when) if m.when else (0, 0, 0), m.title))
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return the number of marks."""
        return 0 if parent.isValid() else len(self.marks)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one fact of a mark."""
        mark = self.marks[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            said = self._fact(mark, _WHO) if index.column() == _WHO else ""
            return said or mark.badge or mark.sentence
        return self._fact(mark, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def _fact(self, mark: TimelineMark, column: int) -> str:
        kind = self._schema.by_name.get(mark.type)
        states = [(mark.planned, self.tr("planned")), (mark.negated, self.tr("did not happen")), (mark.badge, "!")]
        facts = (
            label(mark.when) if mark.when else self.tr("no date"),
            mark.title or mark.type,
            kind.shown if kind else mark.type,
            ", ".join(mark.participants),
            mark.place,
            " · ".join(mark.amounts),
            ", ".join(word for is_so, word in states if is_so),
            str(len(mark.article_ids)),
        )
        return facts[column]


class MarkTable(QTableView):
    """The timeline as a table, for reading it out, copying from it, or simply finding a date."""

    mark_activated = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = TableModel(self)
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)  # what is cut is cut at a letter, not at a word
        self.setAlternatingRowColors(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet("QTableView::item { padding: 0 8px; }")  # words stand under those of the header
        self._fitting = self._dragged = False  # whether a column is being fitted, and whether a person chose a width
        self.horizontalHeader().sectionResized.connect(self._column_resized)
        self.table.modelReset.connect(self._fit_columns)
        self.setAccessibleName(self.tr("Events in order of time"))
        self.setProperty("entered_first", True)
        self.clicked.connect(self._activate)
        self.activated.connect(self._activate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its part of the width, until somebody drags one."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Make columns as wide as what stands in them; what and who share the rest.

        Where there is too little room, the widest columns give way.
        """
        if self._dragged or self._fitting:
            return
        self._fitting = True
        width, head = self.viewport().width(), self.horizontalHeader()
        columns = range(self.table.columnCount())
        wanted = [max(self.sizeHintForColumn(c), head.sectionSizeHint(c)) for c in columns]
        facts = [c for c in columns if c not in (_WHAT, _WHO)]
        given = dict(zip(facts, shared([wanted[c] for c in facts], round(_FACTS * width)), strict=True))
        rest = width - sum(given.values())
        given[_WHAT], who = shared([wanted[_WHAT], wanted[_WHO]], rest)
        given[_WHAT] += max(0, rest - given[_WHAT] - who) // 2
        given[_WHO] = rest - given[_WHAT]
        for column in columns:
            self.setColumnWidth(column, given[column])
        self._fitting = False
        self.updateGeometries()  # the scroll bar still knows the widths of before

    def _column_resized(self, column: int, _before: int, _now: int) -> None:
        """The last column takes what is left, whoever moved the others."""
        self._dragged |= not self._fitting and column < self.table.columnCount() - 1

    def _activate(self, index: QModelIndex) -> None:
        self.mark_activated.emit(self.table.marks[index.row()].id)


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """Return what each is given of a room: all where it wants little, those that want more the same."""
    given, left = [0] * len(wanted), room
    for n, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[at] = min(wanted[at], max(0, left) // (len(wanted) - n))
        left -= given[at]
    return given


def told_in_words(mark: TimelineMark, schema: Schema) -> str:
    """Return a mark as one sentence, for screen readers."""
    kind = schema.by_name.get(mark.type)
    said = [
        label(mark.when) if mark.when else translate("MarkTable", "no date"),
        kind.shown if kind else mark.type,
        mark.title,
        *((translate("MarkTable", "planned"),) if mark.planned else ()),
        *((translate("MarkTable", "did not happen"),) if mark.negated else ()),
        mark.badge,
    ]
    return ", ".join(part for part in said if part)


def _chip(colour: QColor) -> QPixmap:
    chip = QPixmap(10, 10)
    chip.fill(colour)
    return chip
