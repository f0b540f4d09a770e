"""The further columns of an article in a table; names that other articles have are completed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dateline.editing.article_columns import is_for_people
from dateline.gui.dialogs.row_table import Column, RowTable
from dateline.store.project import Project

_SHOWN, _MOST = 2, 4  # rows
_ASKED = 2_000  # articles whose columns are known: a few milliseconds when the first name is typed

Index = QModelIndex | QPersistentModelIndex


class ColumnTable(RowTable):
    """Rows of a column's name and value."""

    def __init__(self, project: Project) -> None:
        title = self.tr("Further columns")
        columns = (Column(self.tr("Column")), Column(self.tr("Value"), wide=True))
        super().__init__(title, columns, _SHOWN, _MOST, in_order=False)
        header, rows = self.table.horizontalHeader().sizeHint(), self.table.verticalHeader()
        self.table.setMaximumHeight(header.height() + _MOST * rows.defaultSectionSize() + 6)
        self._names = _Names(project, self.table)
        self.table.setItemDelegateForColumn(0, self._names)

    def named(self) -> list[tuple[str, str]]:
        """Return the columns with their values, stripped; "" for what nothing was typed as."""
        return [(str(name), str(value)) for name, value in self.rows()]


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
                self._known = [name for name in self._project.articles.columns(_ASKED) if is_for_people(name)]
            completer = QCompleter(self._known, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor
