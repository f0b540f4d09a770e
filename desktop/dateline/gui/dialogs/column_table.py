"""The further columns of an article in a table; names that other articles have are completed."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dateline.editing.article_columns import ColumnRow, is_for_people, shown_columns
from dateline.gui.dialogs.row_table import Column, RowTable
from dateline.store.project import Project

_SHOWN, _MOST = 2, 4  # rows
_WHICH = Qt.ItemDataRole.UserRole  # of a name's cell: which of the article's columns the row shows
_ASKED = 2_000  # articles whose columns are known when the first name is typed
_READ = 1_000_000  # characters of columns that are gone through for that: some milliseconds

Index = QModelIndex | QPersistentModelIndex


class ColumnTable(RowTable):
    """Rows of a column's name and value."""

    def __init__(self, project: Project) -> None:
        title = self.tr("Further columns")
        columns = (Column(self.tr("Column")), Column(self.tr("Value"), wide=True))
        super().__init__(title, columns, _SHOWN, _MOST, in_order=False)
        header, rows = self.table.horizontalHeader().sizeHint(), self.table.verticalHeader()
        self.table.setMaximumHeight(header.height() + _MOST * rows.defaultSectionSize() + 6)
        self._shown: tuple[str, ...] = ()  # what the article's columns are called, in the order of `show_columns`
        self._names = _Names(project, self.table)
        self.table.setItemDelegateForColumn(0, self._names)

    def show_columns(self, meta: Mapping[str, str]) -> None:
        """Show an article's columns without telling."""
        columns = shown_columns(meta)
        self._shown = tuple(columns)
        self.set_rows(list(columns.items()))
        with QSignalBlocker(self.table):
            for number in range(len(columns)):
                if item := self.table.item(number, 0):
                    item.setData(_WHICH, number)

    def column_rows(self) -> list[ColumnRow]:
        """Return the rows as they are now, each with the column that it showed at first."""
        return [ColumnRow(self._was(number), str(name), str(value)) for number, (name, value) in enumerate(self.rows())]

    def _was(self, number: int) -> str | None:
        item = self.table.item(number, 0)
        which = item.data(_WHICH) if item else None
        return self._shown[which] if isinstance(which, int) else None


class _Names(QStyledItemDelegate):
    """Completes the name of a column with those that articles of the project have."""

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self._known: list[str] | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field in which a name is typed."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            if self._known is None:
                columns = self._project.articles.columns(_ASKED, _READ)
                self._known = [name for name in columns if is_for_people(name)]
            completer = QCompleter(self._known, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor
