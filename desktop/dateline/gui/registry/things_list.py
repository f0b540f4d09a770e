"""The list of entities or happenings with what narrows it down."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.registry.rows import THING, Column, ThingRows
from dateline.gui.theme import Theme
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.icon_button import icon_button
from dateline.gui.widgets.search_field import SearchField
from dateline.model.changes import Kind
from dateline.model.report import ThingSummary
from dateline.model.schema import Schema

_KINDS = (Kind.ENTITY, Kind.HAPPENING)


class _Seek(SearchField):
    """Down goes on to the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mind Down."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QTableView):
    """What the mouse takes out of the choice does not keep the cursor: the thing in full is one that is chosen.

    A tree asks the model for each row whenever rows come or go, which takes far longer with ten thousand of them.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keys back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from row to row: the keys that go through cells go to the first and the last row, or nowhere."""
        go, now = QAbstractItemView.CursorAction, self.currentIndex()
        if action in (go.MoveLeft, go.MoveRight):
            return now
        if action in (go.MoveHome, go.MoveEnd):
            return self.model().index(0 if action is go.MoveHome else self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, or let go."""
        super().mousePressEvent(event)
        self._agree()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Some of it Qt does only now."""
        super().mouseReleaseEvent(event)
        self._agree()

    def _agree(self) -> None:
        selection = self.selectionModel()
        rows = selection.selectedRows()
        if selection.currentIndex().isValid() and not selection.isRowSelected(selection.currentIndex().row()):
            selection.setCurrentIndex(rows[-1] if rows else QModelIndex(), selection.SelectionFlag.NoUpdate)


class ThingsList(QWidget):
    """Lets things be looked for by name, alias or id, narrowed to a type, sorted by any column, and chosen."""

    kind_chosen = Signal(object)  # Kind
    current_changed = Signal(str)  # id of the thing the cursor is on, "" for none
    chosen_changed = Signal()
    activated = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ThingRows(self)
        self._updating = False  # the rows are arranged, but nobody asked for it
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("What is listed"))
        self.tabs.addTab(self.tr("Entities"))
        self.tabs.addTab(self.tr("Happenings"))
        self.tabs.setExpanding(False)
        self.field = _Seek(self.tr("Find by name, alias or id"), theme)
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setProperty("entered_first", True)  # not a name below, which would be written over
        self.type = ChoiceBox()
        self.type.setAccessibleName(self.tr("Only of this type"))
        self.type.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type.setMinimumContentsLength(8)
        self.view = self._made_view()
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._nothing.setMargin(18)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._schema, self._theme = Schema(), theme
        self._layout_later = QTimer(self, singleShot=True, interval=0)
        self._layout_later.timeout.connect(lambda: self.view.scrollTo(self.view.currentIndex()))
        self._lay_out()
        self._connect()

    def _made_view(self) -> _Rows:
        view = _Rows()
        view.setModel(self.rows)
        view.setAccessibleName(self.tabs.tabText(0))
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setCornerButtonEnabled(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setStyleSheet("QTableView::item { padding: 0 6px; }")
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 8)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSortingEnabled(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = view.horizontalHeader()
        view.setMinimumHeight(header.sizeHint().height() + 2 * view.fontMetrics().lineSpacing())
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        digits = view.fontMetrics().horizontalAdvance("0")
        for column, room in ((Column.MENTIONS, 5), (Column.DATE, 13)):
            header.resizeSection(column, digits * room)
        view.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        return view

    def _lay_out(self) -> None:
        narrow = QHBoxLayout()
        narrow.setSpacing(4)
        narrow.addWidget(self.field, 1)
        narrow.addWidget(self.type)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(2)
        self._foot.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 2)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addLayout(narrow)
        column.addLayout(self._pages, 1)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda i: self.view.setAccessibleName(self.tabs.tabText(i)))
        self.tabs.currentChanged.connect(lambda i: self.kind_chosen.emit(_KINDS[i]))
        self.field.textChanged.connect(self._narrow)
        self.field.down.connect(self._into_list)
        self.field.accepted.connect(lambda _: self._into_list())
        self.field.left.connect(self.left)
        self.type.activated.connect(self._narrow)
        self.view.left.connect(self.left)
        self.view.activated.connect(self._activate)
        self.rows.modelAboutToBeReset.connect(self._remember)
        self.rows.modelReset.connect(self._recall)
        self._follow_selection()

    def _follow_selection(self) -> None:
        selection = self.view.selectionModel()
        selection.currentRowChanged.connect(self._moved)
        selection.selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    def add_button(self, action: QAction) -> None:
        """Put a button for an action under the list."""
        self._foot.addWidget(icon_button(action))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The thing with the cursor stays in view."""
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            self._layout_later.start()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.field.set_theme(theme)
        self.rows.set_look(self._schema, theme, self.devicePixelRatioF())

    @property
    def kind(self) -> Kind:
        """What is listed."""
        return _KINDS[self.tabs.currentIndex()]

    def set_kind(self, kind: Kind) -> None:
        """List entities, or happenings."""
        self.tabs.setCurrentIndex(_KINDS.index(kind))

    def set_things(self, things: list[ThingSummary], schema: Schema) -> None:
        """Show these things and no others."""
        self._schema = schema
        self.rows.set_look(schema, self._theme, self.devicePixelRatioF())
        other = self.rows.kind is not self.kind
        self.rows.set_things(things, self.kind)
        if other:
            self.view.scrollToTop()
        self.say_types()

    def say_types(self) -> None:
        """Offer the types there are."""
        was = self.type.currentData()
        with QSignalBlocker(self.type):
            self.type.clear()
            self.type.addItem(self.tr("All types"), None)
            for name in self.rows.types():
                known = self._schema.by_name.get(name)
                self.type.addItem(known.shown if known else name, name)
            self.type.setCurrentIndex(max(0, self.type.findData(was)))
        self._narrow()

    def _narrow(self, *_: object) -> None:
        self.rows.seek(self.field.text(), self.type.currentData())

    def current(self) -> str:
        """Return the id of the thing the cursor is on, "" for none."""
        found = self.view.currentIndex().data(THING)
        return found.id if found else ""

    def chosen(self) -> list[str]:
        """Return the ids of the selected things, the current one first."""
        ids = [i.data(THING).id for i in self.view.selectionModel().selectedRows()]
        now = self.current()
        return [now, *(i for i in ids if i != now)] if now in ids else ids

    def show_thing(self, thing_id: str) -> bool:
        """Put the cursor on a thing, letting go of what hides it; False where there is none."""
        if self.rows.thing(thing_id) is None:
            return False
        if self.rows.row_of(thing_id) is None:
            self.field.clear()
            self.type.setCurrentIndex(0)
            self._narrow()
        self._put_cursor(thing_id)
        return True

    def _put_cursor(self, thing_id: str) -> None:
        row = self.rows.row_of(thing_id)
        if row is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self.rows.index(row, 0)
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.view.scrollTo(index)

    def _into_list(self) -> None:
        """Go from the field to what was chosen, or to the first of what it found."""
        if not self.view.selectionModel().selectedRows() and self.rows.rowCount():
            self._put_cursor(self.rows.index(0, 0).data(THING).id)
        self.view.setFocus()

    def update_things(self, changed: Sequence[ThingSummary], removed: Iterable[str]) -> None:
        """Show some things anew, and some no longer; what is in view stays where it is."""
        removed = [*removed]
        if self.current() in removed:
            self.view.selectionModel().clear()
        places, self._updating = self._in_view(), True
        self.rows.update(changed, removed)
        self._updating = False
        self._tell()
        self.view.executeDelayedItemsLayout()
        there = ((self.rows.row_of(thing_id), top) for thing_id, top in places)
        row, top = next(((row, top) for row, top in there if row is not None), (0, 0))
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.view.visualRect(self.rows.index(row, 0)).top() - top)
        self.say_types()

    def _in_view(self) -> list[tuple[str, int]]:
        """Return the things in view with how far from the top they stand, in pixels, that with the cursor first."""
        view, rows, now = self.view, self.rows, self.current()
        index, low = view.indexAt(QPoint(1, 1)), view.viewport().height()
        found: list[tuple[str, int]] = []
        while index.isValid() and (place := view.visualRect(index)).top() < low:
            found.append((index.data(THING).id, place.top()))
            index = rows.index(index.row() + 1, 0)
        return sorted(found, key=lambda seen: seen[0] != now)

    def _remember(self) -> None:
        self._was, self._were = self.current(), self.chosen()

    def _recall(self) -> None:
        """After the rows were arranged the cursor is where it was, if that is still shown."""
        selection, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        if (row := self.rows.row_of(self._was)) is not None:
            selection.setCurrentIndex(self.rows.index(row, 0), flags.ClearAndSelect | flags.Rows)
            for other in self._were[1:]:
                if (at := self.rows.row_of(other)) is not None:
                    selection.select(self.rows.index(at, 0), flags.Select | flags.Rows)
            if not self._updating:
                self.view.scrollTo(self.rows.index(row, 0))
        elif self._was:
            self.current_changed.emit("")
        self._tell()

    def _tell(self) -> None:
        shown, total = self.rows.rowCount(), self.rows.total
        self.count.setText(
            self.tr("{shown} of {total}").format(shown=f"{shown:n}", total=f"{total:n}")
            if shown != total
            else f"{total:n}"
        )
        if total:
            self._nothing.setText(self.tr("Nothing is called so."))
        elif self.kind is Kind.ENTITY:
            self._nothing.setText(
                self.tr("No entities yet. Select a name in the text and press = to say who or what it is.")
            )
        else:
            self._nothing.setText(
                self.tr("No happenings yet. Select an event in the text and press = to link its reports together.")
            )
        self._pages.setCurrentIndex(0 if shown else 1)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        found = index.data(THING)
        self.current_changed.emit(found.id if found else "")

    def _activate(self, index: QModelIndex) -> None:
        if found := index.data(THING):
            self.activated.emit(found.id)
