"""The list of articles with its filters."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.articles.delegate import ArticleDelegate
from dateline.gui.articles.model import SUMMARY, ArticleFilter, ArticleList
from dateline.gui.articles.order import Order
from dateline.gui.articles.rows import ArticleRows
from dateline.gui.icons import Icons
from dateline.gui.later import ARTICLES, Later
from dateline.gui.session import Session
from dateline.gui.theme import Theme
from dateline.gui.widgets.clear_button import add_clear_button
from dateline.gui.widgets.field import Field
from dateline.gui.widgets.flow_layout import FlowLayout
from dateline.model.article import State
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.store.articles import ArticleSummary
from dateline.store.project import Project

_EDGE, _WIDEST = 6, 240  # pixels beside what the panel holds; that it asks for so that its states are in one line
_FIELD = 130  # pixels, so that the list keeps some width where room is scarce
_FEW = 200  # articles whose annotations are counted in no time
_TO_DO = frozenset({State.NEW, State.STARTED})


class ArticlesPanel(QWidget):
    """Shows the project's articles; a click, Enter or an arrow key opens one."""

    order_chosen = Signal(object)  # Order: how the list is sorted from now on
    done = Signal()  # the keys belong to the reader again
    mark_wanted = Signal(object, object)  # ids of articles, and the State they are to be in
    range_cleared = Signal()  # the person no longer wants only the articles of a range

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = ArticleList(self)
        self._filter = ArticleFilter(self.list, self)
        self._delegate = ArticleDelegate(theme)
        self.field = Field()
        self.field.setPlaceholderText(self.tr("Filter by title, source, date"))
        add_clear_button(self.field)
        self.field.setAccessibleName(self.tr("Filter articles"))
        self.field.setMinimumWidth(_FIELD)
        self.order_button = self._made_order_button(theme)
        self.view = self._made_view()
        self._range = QToolButton()
        self._range.setToolTip(self.tr("Show all articles again"))
        self._range.hide()
        self._progress = QLabel()
        self._progress.setProperty("role", "muted")
        self._lay_out()
        self._connect()
        self._getting_ready = QTimer(self, interval=0)  # for the first letter sought
        self._getting_ready.timeout.connect(self._get_ready)
        self.field.installEventFilter(self)
        self._touched: set[str] = set()  # articles whose rows are to be read anew
        self._later = Later(self, self._reread, ARTICLES)
        self.set_order(Order.IMPORT)

    def _made_order_button(self, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(Icons(theme)["sort"])
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("role", "plain-menu")
        menu = QMenu(button)
        group = QActionGroup(menu)
        self._orders: dict[Order, QAction] = {}
        for order in Order:
            action = self._orders[order] = menu.addAction(order.shown)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, o=order: self._choose_order(o))
        button.setMenu(menu)
        return button

    def set_order(self, order: Order) -> None:
        """Sort the list; what is open stays selected and in view."""
        self._orders[order].setChecked(True)
        said = self.tr("Sorted: {}").format(order.shown)
        self.order_button.setToolTip(said)
        self.order_button.setAccessibleName(said)
        self.list.set_order(order)
        self._follow(self._session.page)

    def _choose_order(self, order: Order) -> None:
        self.set_order(order)
        self.order_chosen.emit(order)

    def _made_view(self) -> ArticleRows:
        view = ArticleRows(self.nothing)
        view.setModel(self._filter)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Articles"))
        return view

    def nothing(self) -> str:
        """Say why no article is shown."""
        if self.list.rowCount():
            return self.tr("No article fits.")
        if self._session.project is None:
            return ""
        return self.tr("No articles yet. Import them with Ctrl+I, or drop files and folders on the window.")

    def _lay_out(self) -> None:
        states = self._states_row = FlowLayout(gap=2)  # in a narrow list in two lines
        self._states = QButtonGroup(self)
        choices = (
            (self.tr("All"), frozenset[State]()),
            (self.tr("To do"), _TO_DO),
            (self.tr("Done"), frozenset({State.DONE})),
            (self.tr("Skipped"), frozenset({State.SKIPPED})),
        )
        for text, wanted in choices:
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setProperty("role", "state")
            button.setChecked(not wanted)
            button.toggled.connect(lambda on, s=wanted: self._filter.set_states(s) if on else None)
            self._states.addButton(button)
            states.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 6, _EDGE, 4)
        column.setSpacing(4)
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.field, 1)
        above.addWidget(self.order_button)
        column.addLayout(above)
        column.addLayout(states)
        column.addWidget(self._range)
        column.addWidget(self.view, 1)
        column.addWidget(self._progress)

    def minimumSizeHint(self) -> QSize:
        """As wide as the states in one line, where their names are not long."""
        line = self._states_row.line_width()
        line += 2 * _EDGE
        return super().minimumSizeHint().expandedTo(QSize(line if line <= _WIDEST else 0, 0))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter.set_words)
        self.view.pressed_alone.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.walked.connect(self._open)
        self.view.entered.connect(self.done)
        self.view.given_up.connect(lambda: self._follow(self._session.page))
        self.view.menu_wanted.connect(self._offer_states)
        self._range.clicked.connect(self.range_cleared)
        session = self._session
        session.annotator_changed.connect(lambda _: self.reload())
        session.project_changed.connect(lambda p: self.reload() if p is None else None)
        session.page_changed.connect(self._follow)
        session.changed.connect(self._refresh)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is about to seek."""
        if watched is self.field and event.type() is QEvent.Type.FocusIn:
            self._getting_ready.start()
        return super().eventFilter(watched, event)

    def _get_ready(self) -> None:
        if not self.list.get_ready():
            self._getting_ready.stop()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.set_theme(theme)
        self.order_button.setIcon(Icons(theme)["sort"])
        self.view.viewport().update()

    def set_range(self, ids: frozenset[str] | None, dates: str = "") -> None:
        """Show only the articles of a range on the timeline, or all."""
        why = self.tr("Articles that tell of something in this range of the timeline, or appeared in it.")
        self.set_only(ids, dates, why)

    def set_only(self, ids: frozenset[str] | None, common: str, why: str = "") -> None:
        """Show only these articles, saying what they have in common; None shows all."""
        self._filter.set_only(ids)
        back = self.tr("Show all articles again")
        self._range.setToolTip(f"{why}\n{back}".strip())
        short = common if len(common) <= 30 else f"{common[:29]}…"
        self._range.setText(self.tr("Only {}  ×").format(short))
        self._range.setVisible(ids is not None)

    def reload(self) -> None:
        """Read all rows anew; in a large project the counts follow a moment later."""
        project, annotator = self._session.project, self._session.annotator
        rows = project.articles.summaries(annotator.id if annotator else None) if project else []
        self.list.set_articles(rows, {})
        self._tell()
        self._follow(self._session.page)
        if len(rows) <= _FEW:
            self._count()
        else:
            QTimer.singleShot(0, self._count)

    def _count(self) -> None:
        project, annotator = self._session.project, self._session.annotator
        if project and annotator:
            self.list.set_counts(project.annotations.article_counts(annotator.id))

    def _refresh(self, changes: Changes, _origin: str) -> None:
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None:
            return
        if (
            changes.articles is None
            or len(changes.articles) > _FEW
            or Kind.ARTICLE in changes.added
            or Kind.ARTICLE in changes.removed
        ):
            self.reload()
            return
        self._touched |= changes.articles
        self._later.start()
        if changes.touches(Kind.PROGRESS, Kind.ARTICLE):  # what is to do next is asked for at once
            self._later.hurry()
            self._tell()

    def _reread(self) -> None:
        """Bring the rows of touched articles up to date: how many mentions they have can wait for the paint."""
        project, annotator, touched = self._session.project, self._session.annotator, self._touched
        self._touched = set()
        if project is None or annotator is None:
            return
        for article_id in touched:
            found = project.articles.summaries(annotator.id, only=article_id)
            if found:
                self.list.update_article(found[0], self._count_of(article_id, project, annotator.id))

    def _count_of(self, article_id: str, project: Project, annotator_id: str) -> int:
        """Return how many mentions an article has; those of the open one need not be counted in the file."""
        page = self._session.page
        if page is not None and page.article.id == article_id and page.annotator_id == annotator_id:
            return len(page.mentions)
        return project.annotations.article_count(article_id, annotator_id)

    def _tell(self) -> None:
        tally = self.list.tally()
        total = sum(tally.values())
        self._progress.setText(
            self.tr("{done} of {total} done").format(done=tally[State.DONE], total=total) if total else ""
        )

    def _follow(self, page: Page | None) -> None:
        """Select the row of the open article."""
        self._delegate.open_id = page.article.id if page else ""
        self.view.viewport().update()  # also where the row that was open is not selected
        row = self.list.row_of(page.article.id) if page else None
        if row is None:
            self.view.clearSelection()
            return
        index = self._filter.mapFromSource(self.list.index(row))
        if index.isValid():
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, select)
            self.view.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        self._session.open_article(index.data(SUMMARY).id)

    # Several at once

    @property
    def selected(self) -> list[ArticleSummary]:
        """The articles that are selected together: the open one, mostly."""
        return [index.data(SUMMARY) for index in self.view.selectionModel().selectedRows()]

    def _offer_states(self, place: QPoint) -> None:
        """Offer to set how far the annotator has come with what is selected."""
        chosen = self.selected
        menu = QMenu(self)
        session = self._session
        may = session.project is not None and not (session.readonly or session.locked)
        for state, text in self._state_texts(len(chosen)).items():
            action = menu.addAction(text)
            action.setEnabled(may and any(row.state is not state for row in chosen))
            action.triggered.connect(lambda _=False, s=state: self.mark_wanted.emit([row.id for row in chosen], s))
        menu.aboutToHide.connect(menu.deleteLater)
        if len(chosen) == 1:  # the one under the pointer, which need not be open
            menu.aboutToHide.connect(lambda: self._follow(session.page))
        menu.popup(place)

    def _state_texts(self, count: int) -> dict[State, str]:
        one = {
            State.DONE: self.tr("Mark as done"),
            State.SKIPPED: self.tr("Skip"),
            State.STARTED: self.tr("Set back to started"),
            State.NEW: self.tr("Set back to new"),
        }
        several = {
            State.DONE: self.tr("Mark {} articles as done"),
            State.SKIPPED: self.tr("Skip {} articles"),
            State.STARTED: self.tr("Set {} articles back to started"),
            State.NEW: self.tr("Set {} articles back to new"),
        }
        return one if count == 1 else {state: text.format(f"{count:n}") for state, text in several.items()}
