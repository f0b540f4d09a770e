"""The problems panel: each explains itself; Enter goes there, a digit or a click mends."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from dateline.assist.roles import propose_fillers
from dateline.editing.mending import Propose, mend, mends_of
from dateline.gui.later import STATE, WhenSeen
from dateline.gui.problem_list.delegate import ProblemDelegate
from dateline.gui.problem_list.rows import PROBLEM, ProblemRows
from dateline.gui.problems import ProblemKeeper
from dateline.gui.session import Session
from dateline.gui.theme import Theme
from dateline.gui.widgets.flow_layout import FlowLayout
from dateline.gui.widgets.wording import said
from dateline.model.wording import cut_short
from dateline.review.problems import TEXTS, Mend, Problem

ORIGIN = "problems"
SHOWN = 1000


class _List(QListView):
    """Leaves digits to the panel."""

    def __init__(self, rows: ProblemRows, delegate: ProblemDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def doItemsLayout(self) -> None:
        """Rows are as wide as the view is now."""
        self._delegate.prepare(self.viewport().width(), self.font())
        super().doItemsLayout()

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is in view stays where it is while rows come and go: that with the cursor, or the first that is left."""
        seen, row = [self.currentIndex()], self.indexAt(QPoint(1, 1)).row()
        while 0 <= row < self.model().rowCount():
            seen.append(self.model().index(row, 0))
            row = row + 1 if self.visualRect(seen[-1]).bottom() < self.viewport().height() else -1
        places = [
            (QPersistentModelIndex(i), r.top()) for i in seen if (r := self.visualRect(i)).intersects(self.rect())
        ]
        yield
        self.executeDelayedItemsLayout()
        for index, top in places:
            if index.isValid():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).top() - top)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search for nothing: a digit is a mend's."""
        if _digit(event):
            event.ignore()
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
        self._mended: set[tuple[str, ...]] = set()  # keys of those a mend was taken for: undo brings them back
        self._listing = False  # the rows are brought up to date: the cursor settles only then
        self.rows = ProblemRows(self)
        self._delegate = ProblemDelegate(self.rows, theme)
        self.view = _List(self.rows, self._delegate)
        self.view.setAccessibleName(self.tr("Problems"))
        self.view.setProperty("entered_first", True)  # not the button of a mend: its number is pressed in the list
        self._nothing = QLabel()
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
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_mends())
        self.view.activated.connect(self._go)
        self.view.clicked.connect(self._go)
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
        here = self._session.page.article.id if self._session.page else ""
        problems = sorted(self._keeper.problems, key=lambda p: here not in p.articles)[:SHOWN]
        before, row = self.rows.places(), self.view.currentIndex().row()
        self._listing = True
        with self.view.held():
            self.rows.set_problems(problems)
        self._listing = False
        now = self.rows.places()
        back = [key for key in self._mended if key in now and key not in before]
        self._mended.difference_update(back)
        if back:
            self._set_row(min(now[key] for key in back))
        elif problems and not self.view.currentIndex().isValid():
            self._set_row(min(max(row, 0), len(problems) - 1))
        self._nothing.setText(
            self.tr("Nothing contradicts itself, and nothing that is required is missing.")
            if self._keeper.checked
            else self.tr("The articles have not all been checked yet. What contradicts itself will stand here.")
        )
        self._pages.setCurrentIndex(0 if problems else 1)
        self._show_mends()

    def _set_row(self, row: int) -> None:
        self.view.setCurrentIndex(self.rows.index(row))

    def _current(self) -> Problem | None:
        found: Problem | None = self.view.currentIndex().data(PROBLEM)
        return found

    def _show_mends(self) -> None:
        """Put a button for each mend below the list."""
        if self._listing:
            return
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
            text = said(way.kind.value, **{k: cut_short(v, 28) for k, v in way.details.items()})
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

    def _go(self, index: QModelIndex) -> None:
        """Go to the words; again goes to the next of them."""
        ids = self.rows.row(index.row()).problem.events
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
        count = self.rows.rowCount()
        if not count:
            self._session.message.emit(self._nothing.text())
            return
        row, current = self.view.currentIndex().row(), self._current()
        there = current is not None and self._session.mention_id in current.events
        self._set_row((row + by) % count if there else max(row, 0))
        if problem := self._current():
            self._session.show_mention(problem.events[0], ORIGIN)
            self._session.message.emit(said(TEXTS[problem.kind], **problem.details))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 takes the first mend, and so on, in the list and on the buttons."""
        if number := _digit(event):
            self._take(number)
        else:
            super().keyPressEvent(event)

    def seek(self) -> None:
        """Put the cursor into the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _digit(event: QKeyEvent) -> int:
    """Return the digit that was pressed, 0 where it was none."""
    text = event.text()
    return int(text) if text.isascii() and text.isdigit() and not event.modifiers() else 0


def counted(problems: Sequence[Problem]) -> str:
    """Return how many problems there are, for a tab."""
    return f" ({len(problems)})" if problems else ""
