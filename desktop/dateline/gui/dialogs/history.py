"""Every step of the journal, newest first."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeView, QWidget

from dateline.gui.dialogs.frame import Dialog, framed, muted
from dateline.gui.session import Session
from dateline.gui.widgets.clear_button import add_clear_button
from dateline.store.journal import StepInfo
from dateline.store.project import Project

_AT_ONCE = 300
_ENOUGH = 60  # rows a filter shall find before it stops reading on
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROUND_WORDS = 34  # pixels at both sides of a cell's words together


class HistoryModel(QAbstractTableModel):
    """Steps as rows: when, who, what, state. It reads on as the person scrolls down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._names: dict[str, str] = {}
        self._steps: list[StepInfo] = []
        self._all = True
        self._heads = (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("State"))
        self.states = {"undone": self.tr("undone"), "dropped": self.tr("undone for good")}

    def set_project(self, project: Project | None) -> None:
        """Show the steps of a project from the newest."""
        self.beginResetModel()
        self._project = project
        self._names = {a.id: a.name for a in project.annotations.annotators()} if project else {}
        self._steps = project.steps(_AT_ONCE) if project else []
        self._all = len(self._steps) < _AT_ONCE
        self.endResetModel()

    def step(self, row: int) -> StepInfo:
        """Return the step of a row."""
        return self._steps[row]

    @property
    def shown_states(self) -> set[str]:
        """The states of the steps that have been read."""
        return {step.state for step in self._steps}

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many steps have been read."""
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """When, who, what, state."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; what was undone is in italics."""
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.FontRole and step.state != "done":
            return _undone_font(for_good=step.state == "dropped")
        if role == Qt.ItemDataRole.ToolTipRole:
            return step.label
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        who = self._names.get(step.annotator_id or "", "")
        return (_when(step.at), who, step.label, self.states.get(step.state, ""))[index.column()]

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older steps."""
        return not parent.isValid() and not self._all

    def fetchMore(self, _parent: Index) -> None:
        """Read older steps."""
        if self._project is None or self._all:
            return
        more = self._project.steps(_AT_ONCE, self._steps[-1].id if self._steps else None)
        self._all = len(more) < _AT_ONCE
        if more:
            first = len(self._steps)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._steps += more
            self.endInsertRows()


def _undone_font(*, for_good: bool = False) -> QFont:
    """Return the font of a step that was undone."""
    font = QFont()
    font.setItalic(True)
    font.setStrikeOut(for_good)
    return font


def _when(at: str) -> str:
    """A moment in the clock of the machine; the journal keeps UTC."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return at
    return QLocale().toString(moment.toLocalTime(), "yyyy-MM-dd HH:mm:ss")


class HistoryDialog(Dialog):
    """Stays open beside the window; a click on a step goes to where it was."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("History"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.resize(760, 520)
        self._session = session
        self._words = QFontMetrics(_undone_font())
        self.model = HistoryModel(self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter by words, name or day"))
        self.field.setAccessibleName(self.field.placeholderText())
        add_clear_button(self.field)
        self.view = QTreeView()
        self.view.setModel(self.proxy)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAlternatingRowColors(True)
        self.view.setAccessibleName(self.tr("Steps"))
        framed(self.view)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.field)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(muted(self.tr("Ctrl+Z takes back the newest step that is not undone, wherever it was.")))
        self.add_button(self.tr("Close"), self.accept)
        self.field.textChanged.connect(self._filter)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.model.rowsInserted.connect(self._fit_states)
        session.changed.connect(self._reload)
        session.project_changed.connect(self._reload)
        self._reload()
        self.view.setColumnWidth(0, 150)
        self.view.setColumnWidth(1, 110)
        self.field.setFocus()

    def _reload(self, *_: object) -> None:
        self.model.set_project(self._session.project)
        self._read_on()
        self._fit_states()

    def _filter(self, words: str) -> None:
        self.proxy.setFilterFixedString(words.strip())
        self._read_on()

    def _read_on(self) -> None:
        """A filter that finds little looks further back."""
        while self.field.text() and self.proxy.rowCount() < _ENOUGH and self.model.canFetchMore(_ROOT):
            self.model.fetchMore(_ROOT)

    def _fit_states(self) -> None:
        """Leave what was done the room that no state needs: most steps have none."""
        said = {self.model.states.get(state, "") for state in self.model.shown_states}
        width = max(map(self._words.horizontalAdvance, said), default=0) + _ROUND_WORDS
        self.view.setColumnWidth(3, max(width, self.view.header().sectionSizeHint(3)))

    def _go(self, index: QModelIndex) -> None:
        step = self.model.step(self.proxy.mapToSource(index).row())
        project = self._session.project
        if project is not None and step.place is not None and project.articles.exists(step.place.article_id):
            self._session.show_place(step.place, "history")
            self.say_problem("")
        else:
            self.say_problem(self.tr("This step has no place that could be shown."))
