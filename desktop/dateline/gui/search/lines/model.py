"""The lines of a concordance as a table, with what is ticked and how each is annotated."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from dateline.assist.kwic import Line
from dateline.editing.concordance import NONE, Marks
from dateline.model.schema import Schema
from dateline.model.text import Span

TICK, BEFORE, HIT, AFTER, TAGS, ARTICLE = range(6)
LINE = Qt.ItemDataRole.UserRole
MARKS = Qt.ItemDataRole.UserRole + 1
SKIPPED = Qt.ItemDataRole.UserRole + 2  # whether the line is tagged already as everything is to be tagged
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LinesModel(QAbstractTableModel):
    """All lines in the order they were found; `rows` are those shown, in the order shown."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.marks: list[Marks] = []
        self.rows: list[int] = []
        self.ticked: set[int] = set()
        self.schema = Schema()
        self._label = ""
        self._heads = ("", self.tr("Before"), self.tr("Found"), self.tr("After"), self.tr("Tagged"), self.tr("Article"))

    def set_lines(self, lines: Sequence[Line], marks: list[Marks], rows: list[int] | None = None) -> None:
        """Show other lines; what was ticked in the same place stays ticked."""
        kept = {(self.lines[i].article_id, self.lines[i].spans) for i in self.ticked}
        self.beginResetModel()
        self.lines, self.marks = lines, marks
        self.rows = list(range(len(lines))) if rows is None else rows
        self.ticked = {i for i, one in enumerate(lines) if kept and (one.article_id, one.spans) in kept}
        self.endResetModel()
        self.ticks_changed.emit()

    def set_rows(self, rows: list[int]) -> None:
        """Show these lines in this order."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        self.ticks_changed.emit()

    def set_marks(self, marks: list[Marks]) -> None:
        """Take how the lines are annotated now."""
        if len(marks) == len(self.lines):
            self.marks = marks
            self._all_changed()

    def set_label(self, label: str) -> None:
        """Say what lines are to be tagged as: those that are so already are marked."""
        self._label = label
        self._all_changed()

    def _all_changed(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, ARTICLE))
        self.ticks_changed.emit()

    # What is ticked

    def tick(self, rows: Iterable[int], on: bool) -> None:
        """Tick or untick shown rows."""
        lines = {self.rows[row] for row in rows}
        self.ticked = self.ticked | lines if on else self.ticked - lines
        self._all_changed()

    def tick_all(self, on: bool) -> None:
        """Tick or untick all that is shown."""
        self.tick(range(len(self.rows)), on)

    def is_ticked(self, row: int) -> bool:
        """Say whether a shown row is ticked."""
        return self.rows[row] in self.ticked

    def shown_ticked(self) -> list[int]:
        """Return the lines that are shown and ticked: what is hidden by a filter is never acted upon."""
        return [i for i in self.rows if i in self.ticked]

    def shown(self) -> list[tuple[Line, Marks, bool]]:
        """Return the lines shown, how they are annotated, and whether they are ticked."""
        return [(self.lines[i], self.marks[i], i in self.ticked) for i in self.rows]

    def counts(self) -> tuple[int, int, int]:
        """Return how many shown lines are ticked, could be tagged, and how many annotations could be removed."""
        ticked = [i for i in self.rows if i in self.ticked] if self.ticked else []
        label, marks, lines = self._label, self.marks, self.lines
        tag = sum(1 for i in ticked if label not in marks[i].covering and len(lines[i].spans) == 1)
        return len(ticked), tag, sum(1 for i in ticked for name, _ in marks[i].exact if name == label)

    def to_tag(self) -> dict[str, list[Span]]:
        """Return the ticked places that are not tagged yet, by article."""
        places: dict[str, list[Span]] = {}
        for i in sorted(self.shown_ticked()):
            one = self.lines[i]
            if len(one.spans) == 1 and not self._is_skipped(i):
                places.setdefault(one.article_id, []).append(one.span)
        return places

    def to_remove(self) -> list[str]:
        """Return the annotations with the label on exactly the ticked words."""
        found = (mark for i in self.shown_ticked() for mark in self.marks[i].exact)
        return [mention_id for label, mention_id in found if label == self._label]

    def _is_skipped(self, i: int) -> bool:
        return self._label in self.marks[i].covering

    # What the view asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The lines shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Tick, three of text, tags, article."""
        return 0 if parent.isValid() else 6

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column is ticked."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else plain

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            sides = {BEFORE: Qt.AlignmentFlag.AlignRight, HIT: Qt.AlignmentFlag.AlignHCenter}
            return sides.get(section, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is in a cell."""
        i = self.rows[index.row()]
        one = self.lines[i]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            return Qt.CheckState.Checked if i in self.ticked else Qt.CheckState.Unchecked
        if role == LINE:
            return one
        if role == MARKS:
            return self.marks[i] if i < len(self.marks) else NONE
        if role == SKIPPED:
            return self._is_skipped(i)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(one, i) if index.column() in (TICK, HIT) else self._text(one, i, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(one, i)
        return self._text(one, i, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK:
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def tags(self, i: int) -> str:
        """Return what a line is tagged as."""
        names = (self.schema.by_name[n].shown if n in self.schema.by_name else n for n in self.marks[i].covering)
        return ", ".join(names)

    def _text(self, one: Line, i: int, column: int) -> str:
        if column == TAGS:
            return self.tags(i)
        return ("", one.before, one.hit, one.after, "", one.name)[column]

    def _told(self, one: Line, i: int) -> str:
        return "\n".join(filter(None, (one.name, one.published, self.tags(i))))

    def _said(self, one: Line, i: int) -> str:
        parts = [f"{one.before}{one.hit}{one.after}", self.tags(i), one.name]
        if i in self.ticked:
            parts.insert(0, self.tr("ticked"))
        return "; ".join(filter(None, parts))
