"""The pages that import and export have in common: how far the work is, and what came of it."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.editing.newcomers import Newcomers
from dateline.exchange.problems import Problem
from dateline.gui.dialogs.article_list import ArticleList
from dateline.gui.dialogs.frame import copy_text, framed, heading, muted
from dateline.gui.icons import pixmap
from dateline.gui.tasks import Task
from dateline.gui.widgets.job_bar import JobBar
from dateline.gui.widgets.labels import ElidedLabel
from dateline.gui.widgets.wording import begun, where

_WHERE, _WHAT = 0.3, 0.55  # shares that the first columns of a list have at most: of all, of what is left
_AROUND = 22  # pixels around a text
_LONGEST_NAME = 48  # characters of a file's name that are shown
_BESIDE = 16  # of these, what is beside a text that fills its column
_TALL = 100  # pixels; any height makes Qt wrap within a width
_MARK = 16  # pixels of the mark on what is left out
_SHARP = 2.0  # of its pixels to one of the screen's
_KEY = Qt.ItemDataRole.UserRole


class WorkPage(QWidget):
    """Shows how far a task is, with a button to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.title = heading()
        self.what = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.bar = JobBar()
        self.count = QLabel()
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("100 %"))  # the bar stays as wide
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.count)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.what)
        column.addStretch(2)

    def follow(self, task: Task, promise: str) -> None:
        """Show a task; `promise` is said under the bar until it reports."""
        self._task = task
        task.follow()
        self.title.setText(task.title)
        self.what.set_full_text(promise)
        self.count.setText(self.bar.show_share(0, 0))
        self.stop.setEnabled(True)
        task.progressed.connect(self._report)
        task.finished.connect(self._forget)

    @property
    def running(self) -> bool:
        """Whether the task is not over."""
        return self._task is not None

    def cancel(self) -> None:
        """Ask the task to stop."""
        if self._task is not None:
            self._task.cancel()
            self.stop.setEnabled(False)
            self.what.set_full_text(self.tr("Stopping; nothing is left half-done."))

    def _forget(self) -> None:
        self._task = None

    def _report(self, done: int, total: int, what: str) -> None:
        if self._task is None or self._task.cancelling:
            return
        self.what.set_full_text(what)
        self.count.setText(self.bar.show_share(done, total))


class Line(Struct, frozen=True):
    """A row of an outcome: where, what, and what to do about it."""

    where: str
    what: str
    todo: str = ""
    key: str = ""  # what `OutcomePage.line_activated` tells
    places: str = ""  # what the tip says of `where`, if that names only the first of several
    left_out: bool = False  # it is wrong and does not come in, where other rows are but worth knowing


def problem_lines(problems: Sequence[Problem], *, left_out: bool = False) -> list[Line]:
    """Return problems as rows, marked if they are `left_out`."""
    return [
        Line(where(p), begun(p.wording or p.what), begun(p.what_to_do), left_out=left_out and not p.notice)
        for p in problems
    ]


class _Wrapping(QStyledItemDelegate):
    """Asks for as many lines as a text takes in its column, where a tree view asks for one."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a mark beside the first line of a text."""
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room a text takes."""
        wrapped = QStyleOptionViewItem(option)
        wrapped.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        wrapped.rect = QRect(0, 0, self._tree.columnWidth(index.column()) - _BESIDE, _TALL)
        return super().sizeHint(wrapped, index)


class ProblemList(QTreeWidget):
    """A list of what is wrong or worth knowing: where, what, what to do; hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: list[QTreeWidgetItem] = []
        self._widest = [0, 0, 0]  # pixels that each column's longest text takes
        self.setAccessibleName(self.tr("What is worth knowing"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapping(self))
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())  # rows wrap at another place
        framed(self)

    def show_lines(self, lines: Sequence[Line], heads: tuple[str, str, str] | None = None) -> None:
        """Show rows; `heads` are those of problems unless given."""
        self.setHeaderLabels(heads or (self.tr("Where"), self.tr("What"), self.tr("What to do")))
        self.clear()
        self.setColumnHidden(2, not any(line.todo for line in lines))
        self.setColumnHidden(0, not any(line.where for line in lines))
        items = [_item(line) for line in lines]
        self.addTopLevelItems(items)
        self._left_out = [item for item, line in zip(items, lines, strict=True) if line.left_out]
        self._mark()
        self.setVisible(bool(lines))
        self._measure()
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew what another font makes of the texts, and draw marks in the colours there are now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._mark()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            self._share_out()

    def _mark(self) -> None:
        """Put a triangle before what is left out, and say it to screen readers."""
        if not self._left_out:
            return
        mark = QIcon(pixmap("warning", self.palette().color(QPalette.ColorRole.BrightText), _MARK, _SHARP))
        said = self.tr("Left out: {}")
        column = 1 if self.isColumnHidden(0) else 0
        for item in self._left_out:
            item.setIcon(column, mark)
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, said.format(item.text(column)))

    def _measure(self) -> None:
        """Take the measure of all texts: once, where thousands of them were measured at each step of a resize."""
        width = self.fontMetrics().horizontalAdvance
        items = [item for i in range(self.topLevelItemCount()) if (item := self.topLevelItem(i))]
        self._widest = [
            max((width(text) for text in {i.text(column) for i in items}), default=0) for column in range(3)
        ]

    def _share_out(self) -> None:
        """Give each column what its texts take on one line, or its share; the last has what is left, and all wrap."""
        room = self.viewport().width()
        where = min(self._wanted(0), int(room * _WHERE))
        left = room - where
        self.setColumnWidth(0, where)
        self.setColumnWidth(1, min(self._wanted(1), max(int(left * _WHAT), left - self._wanted(2))))

    def _wanted(self, column: int) -> int:
        if self.isColumnHidden(column):
            return 0
        mark = _MARK + _AROUND // 4 if self._left_out else 0
        return max(self._widest[column] + _AROUND + mark, self.header().sectionSizeHint(column))


class OutcomePage(QWidget):
    """Says in a line what came of the work, and lists what is worth knowing; the list can be copied."""

    line_activated = Signal(str)  # the key of a row that has one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = heading(), QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.caption = muted()
        self.articles = ArticleList()
        self.list = ProblemList()
        self.list.itemActivated.connect(self._activated)
        self.copy = QPushButton(self.tr("Copy list"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        foot = QHBoxLayout()
        foot.addWidget(self.caption, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(foot)
        column.addWidget(self.list, 1)
        column.addWidget(self.articles, 2)
        self._rest = QWidget()
        column.addWidget(self._rest)
        self._column = column

    def show_outcome(
        self,
        title: str,
        text: str = "",
        lines: Sequence[Line] = (),
        caption: str = "",
        heads: tuple[str, str, str] | None = None,
        new: Newcomers | None = None,
    ) -> None:
        """Show what came of it; without lines there is no list. `heads` are those of problems unless given.

        `new` are articles that are there now.
        """
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.caption.setText(caption)
        self.list.show_lines(lines, heads)
        for widget in (self.copy, self.caption):
            widget.setVisible(bool(lines))
        self.articles.show_new(new or Newcomers())
        few = new is None or new.count <= 2 * len(lines)
        self._column.setStretchFactor(self.articles, 1 if few else 2)
        self._column.setStretchFactor(self._rest, 0 if lines or (new and new.count) else 1)

    def lines(self) -> list[str]:
        """Return the list as text, a line a row."""
        rows = (self.list.topLevelItem(i) for i in range(self.list.topLevelItemCount()))
        return ["\t".join(row.toolTip(c) for c in range(3) if row.toolTip(c)) for row in rows if row is not None]

    def _activated(self, item: QTreeWidgetItem) -> None:
        if key := item.data(0, _KEY):
            self.line_activated.emit(key)

    def _copy(self) -> None:
        copy_text("\n".join([self.title.text(), *self.lines()]))


def _item(line: Line) -> QTreeWidgetItem:
    item = QTreeWidgetItem([_with_name_cut(line.where), line.what, line.todo])
    item.setData(0, _KEY, line.key)
    for column in range(3):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        item.setToolTip(column, (line.places or line.where, line.what, line.todo)[column])
    return item


def _with_name_cut(where: str) -> str:
    """Shorten the name of a file in the middle: line and field behind it are what differs from row to row."""
    name, comma, rest = where.partition(", ")
    if len(name) <= _LONGEST_NAME:
        return where
    half = _LONGEST_NAME // 2
    return f"{name[:half]}…\u200b{name[1 - half :]}{comma}{rest}"  # where a line may end
