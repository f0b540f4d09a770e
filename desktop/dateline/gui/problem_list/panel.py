"""The problems panel: each explains itself; Enter goes there, a digit or a click mends."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dateline.assist.roles import propose_fillers
from dateline.editing.mending import Propose, mend, mends_of
from dateline.gui.later import STATE, WhenSeen
from dateline.gui.problems import ProblemKeeper
from dateline.gui.session import Session
from dateline.gui.theme import Theme
from dateline.gui.widgets.flow_layout import FlowLayout
from dateline.gui.widgets.wording import said
from dateline.review.problems import TEXTS, TITLES, Mend, Problem

ORIGIN = "problems"
PROBLEM = Qt.ItemDataRole.UserRole
SHOWN = 1000
_PAD = 7


class _Delegate(QStyledItemDelegate):
    """A title in bold, the explanation below, wrapped."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._heights: dict[tuple[str, int, str], int] = {}  # of explanations: measuring all takes long

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the explanation is at this width."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        metrics, problem = QFontMetrics(option.font), index.data(PROBLEM)
        text = said(TEXTS[problem.kind], **problem.details)
        key = (text, width, option.font.key())
        if key not in self._heights:
            if len(self._heights) > 4 * SHOWN:
                self._heights.clear()
            room = QRect(0, 0, max(80, width - 3 * _PAD), 10_000)
            self._heights[key] = metrics.boundingRect(room, _FLAGS, text).height()
        return QSize(width, metrics.height() + self._heights[key] + 2 * _PAD + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one problem."""
        problem, theme, rect = index.data(PROBLEM), self.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.wash)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.accent)
        inner = rect.adjusted(_PAD + 3, _PAD, -_PAD, -_PAD)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(theme.bad)
        line = QFontMetrics(bold).height()
        title = QFontMetrics(bold).elidedText(said(TITLES[problem.kind]), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(option.font)
        painter.setPen(theme.text)
        painter.drawText(inner.adjusted(0, line + 2, 0, 0), _FLAGS, said(TEXTS[problem.kind], **problem.details))
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class _List(QListWidget):
    """Tells which digit was pressed."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 takes the first mend, and so on."""
        text = event.text()
        if text.isascii() and text.isdigit() and text != "0" and not event.modifiers():
            self.digit.emit(int(text))
        else:
            super().keyPressEvent(event)


class ProblemsPanel(QWidget):
    """Lists the problems of the shown annotator, those of the open article first."""

    done = Signal()  # the keys belong to the reader again

    def __init__(
        self,
        session: Session,
        keeper: ProblemKeeper,
        theme: Theme,
        propose: Propose = propose_fillers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._propose = propose  # who may fill a role that is empty
        self._session, self._keeper = session, keeper
        self._mends: tuple[Mend, ...] = ()
        self._listed: list[Problem] | None = None
        self._mended: set[tuple[str, ...]] = set()  # keys of those a mend was taken for: undo brings them back
        self._delegate = _Delegate(theme)
        self.view = _List()
        self.view.setAccessibleName(self.tr("Problems"))
        self.view.setItemDelegate(self._delegate)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._nothing = QLabel(self.tr("Nothing contradicts itself, and nothing that is required is missing."))
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._nothing.setMargin(18)
        self._where = QLabel()
        self._where.setProperty("role", "muted")
        self._where.setWordWrap(True)
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways)
        self._lay_out()
        self.view.currentItemChanged.connect(lambda *_: self._show_mends())
        self.view.itemActivated.connect(self._go)
        self.view.itemClicked.connect(self._go)
        self.view.digit.connect(self._take)
        self._later = WhenSeen(self, self.refresh, STATE)
        keeper.changed.connect(self._later.start)
        session.page_changed.connect(self._later.start)
        self.refresh()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 4, 8, 6)
        foot.setSpacing(4)
        foot.addWidget(self._where)
        foot.addWidget(self._ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def set_in_front(self, on: bool) -> None:
        """Say whether anything of the panel can be seen; behind another it costs nothing."""
        self._later.set_in_front(on)

    def refresh(self) -> None:
        """List the problems there are; the cursor stays on the one it was on, or in its row.

        It goes back to one that was mended and is there again.
        """
        before, row = self._current(), self.view.currentRow()
        here = self._session.page.article.id if self._session.page else ""
        problems = sorted(self._keeper.problems, key=lambda p: here not in p.articles)[:SHOWN]
        if problems == self._listed:
            self._show_mends()
            return
        listed = {p.key for p in self._listed or ()}
        self._listed = problems
        self.view.clear()
        for problem in problems:
            item = QListWidgetItem(said(TITLES[problem.kind]))
            item.setData(PROBLEM, problem)
            spoken = f"{said(TITLES[problem.kind])}. {said(TEXTS[problem.kind], **problem.details)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.view.addItem(item)
        keys = [p.key for p in problems]
        back = [k for k in keys if k in self._mended and k not in listed]
        self._mended.difference_update(back)
        if back:
            self.view.setCurrentRow(keys.index(back[0]))
        elif before is not None and before.key in keys:
            self.view.setCurrentRow(keys.index(before.key))
        elif keys:
            self.view.setCurrentRow(min(max(row, 0), len(keys) - 1))
        self._pages.setCurrentIndex(0 if problems else 1)
        self._show_mends()

    def _current(self) -> Problem | None:
        item = self.view.currentItem()
        return item.data(PROBLEM) if item else None

    def _show_mends(self) -> None:
        """Put a button for each mend below the list."""
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        problem, project = self._current(), self._session.project
        self._mends, places = (), ""
        with self._session.explaining():
            self._mends = mends_of(project, self._session.schema, problem, self._propose) if problem and project else ()
            places = self._places(problem) if problem else ""
        self._where.setText(places)
        self._where.setVisible(problem is not None)
        for number, way in enumerate(self._mends, start=1):
            text = said(way.kind.value, **{k: _short(v) for k, v in way.details.items()})
            button = QPushButton(f"{number}  {text}" if number < 10 else text)
            button.setEnabled(not self._session.readonly)
            button.clicked.connect(lambda _=False, n=number: self._take(n))
            self._flow.addWidget(button)
        self._ways.setVisible(bool(self._mends))

    def _places(self, problem: Problem) -> str:
        project = self._session.project
        names: list[str] = []
        for article_id in dict.fromkeys(problem.articles):
            found = project.articles.summaries(None, only=article_id) if project else []
            names += [f"{a.published[:10]}  {a.name}".strip() for a in found]
        return "\n".join(names)

    def _go(self, item: QListWidgetItem) -> None:
        """Go to the words; again goes to the next of them."""
        ids = item.data(PROBLEM).events
        here = ids.index(self._session.mention_id) + 1 if self._session.mention_id in ids else 0
        self._session.show_mention(ids[here % len(ids)], ORIGIN)

    def _take(self, number: int) -> None:
        """Take a mend: one step, checked again at once."""
        project, schema = self._session.project, self._session.schema
        if project is not None and number <= len(self._mends):
            wanted, problem = self._mends[number - 1], self._current()
            if self._session.do(lambda: mend(project, schema, wanted), ORIGIN, say=True) and problem:
                self._mended.add(problem.key)
            self._keeper.hurry()

    def step(self, by: int) -> None:
        """Go to the words of the problem with the cursor; from there to the next (1) or previous (-1) one."""
        self._later.hurry()
        count = self.view.count()
        if not count:
            self._session.message.emit(self._nothing.text())
            return
        row, current = self.view.currentRow(), self._current()
        there = current is not None and self._session.mention_id in current.events
        self.view.setCurrentRow((row + by) % count if there else max(row, 0))
        item = self.view.currentItem()
        if item is not None:
            problem = item.data(PROBLEM)
            self._session.show_mention(problem.events[0], ORIGIN)
            self._session.message.emit(said(TEXTS[problem.kind], **problem.details))

    def seek(self) -> None:
        """Put the cursor into the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _short(text: str) -> str:
    return text if len(text) <= 28 else f"{text[:27]}…"


def counted(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, for a tab."""
    return f" ({len(problems)})" if problems else ""
