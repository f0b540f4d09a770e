"""The rows of the problems panel: brought up to date by what came and went, so that the rest stays as it stands."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from dateline.gui.widgets.wording import said
from dateline.review.problems import TEXTS, TITLES, Problem

PROBLEM = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, ...]


class Row:
    """One problem with its words, and the size that was measured for them."""

    __slots__ = ("key", "measured_for", "problem", "size", "text", "title")

    def __init__(self, key: Key, problem: Problem) -> None:
        self.key, self.problem = key, problem
        self.title = said(TITLES[problem.kind])
        self.text = said(TEXTS[problem.kind], **problem.details)
        self.size = QSize()
        self.measured_for: object = None


class ProblemRows(QAbstractListModel):
    """Problems in an order; each is another row only while its key is another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def row(self, number: int) -> Row:
        """Return a row by its number."""
        return self._rows[number]

    def places(self) -> dict[Key, int]:
        """Return the number of each row by the key of its problem."""
        return {row.key: i for i, row in enumerate(self._rows)}

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """List these, no two of one key: rows go, change places, say something else and come, each only as needed."""
        wanted = {p.key: p for p in problems}
        self._take_out([i for i, row in enumerate(self._rows) if row.key not in wanted])
        kept = {row.key: row for row in self._rows}
        self._reorder([kept[key] for key in wanted if key in kept])
        for i, row in enumerate(self._rows):
            if row.problem != wanted[row.key]:
                self._rows[i] = Row(row.key, wanted[row.key])
                self.dataChanged.emit(self.index(i), self.index(i))
        self._put_in({i: Row(key, p) for i, (key, p) in enumerate(wanted.items()) if key not in kept})

    def _take_out(self, gone: Sequence[int]) -> None:
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, rows: list[Row]) -> None:
        """Bring those that stay into order; the cursor goes with its row."""
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._rows[index.row()].key for index in before]
        self._rows = rows
        place = self.places()
        self.changePersistentIndexList(before, [self.index(place[key]) for key in held])
        self.layoutChanged.emit()

    def _put_in(self, new: Mapping[int, Row]) -> None:
        for first, last in _runs([*new]):
            self.beginInsertRows(_NOWHERE, first, last)
            self._rows[first:first] = [new[i] for i in range(first, last + 1)]
            self.endInsertRows()

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many problems are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says; screen readers get all of it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == PROBLEM:
            return row.problem
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}. {row.text}"
        return None


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of numbers that follow one another."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return [(run[0], run[-1]) for run in runs]
