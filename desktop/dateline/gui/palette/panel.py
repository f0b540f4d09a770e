"""The palette: every label with its look, its key and how often the article has it."""

import html
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from dateline.gui.palette.delegate import ROW, PaletteDelegate
from dateline.gui.palette.rows import Row, best, continues, rows
from dateline.gui.theme import Theme
from dateline.gui.widgets.guideline import emphasised, guideline_html
from dateline.gui.widgets.search_field import SearchField
from dateline.gui.widgets.viewport import own_viewport
from dateline.model.annotation import Layer
from dateline.model.schema import Schema

_GUIDE_LINES = 6
_GUIDE_FROM = 480  # pixels of height from which the guideline has room at the foot


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.label.shown if row.label else row.layer.value
        if role == Qt.ItemDataRole.ToolTipRole and row.label:
            return f"<div style='width:280px'>{guideline_html(row.label)}</div>"
        return None

    def flags(self, _index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled

    def show(self, found: list[Row]) -> None:
        if [(r.layer, r.label) for r in found] == [(r.layer, r.label) for r in self.rows]:
            before, self.rows = self.rows, found
            for i, (old, new) in enumerate(zip(before, found, strict=True)):
                if old.count != new.count:  # after a key press it is one label and the head of its layer
                    self.dataChanged.emit(self.index(i), self.index(i))
            return
        self.beginResetModel()
        self.rows = found
        self.endResetModel()


class _List(QListView):
    def __init__(self) -> None:
        super().__init__()
        own_viewport(self)

    def lay_out(self) -> None:
        """Lay the rows out now: where a scroll bar comes up while they are painted, they are painted again."""
        self.executeDelayedItemsLayout()


class PalettePanel(QWidget):
    """Labels by layer. It never takes the focus from the reader, but for its filter.

    `label_requested(name, everywhere)`: clicked (Shift: everywhere), or Enter in the filter. `arm_requested(name)`:
    double-clicked. `label_hovered(name)`: under the pointer, "" for none. `left()`: Esc in the filter; the
    reader should have the focus back.
    """

    label_requested = Signal(str, bool)
    arm_requested = Signal(str)
    label_hovered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, schema: Schema | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema or Schema()
        self._counts: dict[str, int] = {}
        self._hovered = self._pressed = ""
        self._before = 0
        self._rows = _Rows()
        self._delegate = PaletteDelegate(theme, self._schema)
        self._delegate.layer_names = {
            Layer.ENTITY.value: self.tr("Entities"),
            Layer.TIME.value: self.tr("Times"),
            Layer.EVENT.value: self.tr("Events"),
            Layer.RELATION.value: self.tr("Relations"),
        }
        self.filter = SearchField(self.tr("Filter labels"), theme)
        self.filter.textChanged.connect(self._refresh)
        self.filter.installEventFilter(self)
        self._list = self._build_list()
        self._state = QLabel(wordWrap=True, margin=8)
        self._state.hide()
        self._guide = QLabel(wordWrap=True, margin=10, textFormat=Qt.TextFormat.RichText)
        self._guide.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._guide.setFixedHeight(_GUIDE_LINES * self._guide.fontMetrics().lineSpacing() + 20)
        self._none = QLabel(self.tr("No label matches."))
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(8, 6, 8, 6)
        head.addWidget(self.filter)
        box.addLayout(head)
        for part in (self._state, self._list, self._none, self._guide):
            box.addWidget(part)
        box.setStretchFactor(self._list, 1)
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Wide enough for common names beside two key caps."""
        return QSize(240, 480)

    def minimumSizeHint(self) -> QSize:
        """Names are elided below the natural width."""
        return QSize(150, 120)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = self._delegate.theme = theme
        line, muted = theme.line.name(), theme.muted.name()
        self._guide.setStyleSheet(f"border-top: 1px solid {line}; background: {theme.panel.name()};")
        self._state.setStyleSheet(f"background: {theme.wash.name()}; color: {theme.text.name()};")
        self.filter.set_theme(theme)
        self._none.setStyleSheet(f"color: {muted};")
        self._refresh()
        self._list.viewport().update()

    def set_schema(self, schema: Schema) -> None:
        """List the labels of a schema."""
        self._schema = self._delegate.schema = schema
        self._refresh()
        self._list.viewport().update()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how often the article has each label, by name."""
        if counts != self._counts:
            self._counts = dict(counts)
            self._refresh()

    def set_prefix(self, stroke: str) -> None:
        """Show how a key goes on after its first stroke, "" for none: the rest dims, the first match is in view."""
        bar = self._list.verticalScrollBar()
        if stroke and not self._delegate.prefix:
            self._before = bar.value()
        self._delegate.prefix = stroke
        self._tell()
        self._list.viewport().update()
        going_on = [i for i, r in enumerate(self._rows.rows) if r.label and continues(r.label, stroke)]
        if stroke and going_on:
            self._show(going_on[-1])
            self._show(going_on[0])
        elif not stroke:
            bar.setValue(self._before)

    def set_armed(self, name: str) -> None:
        """Show which label is held, "" for none."""
        self._delegate.armed = name
        self._tell()
        self._list.viewport().update()

    def set_selected(self, name: str) -> None:
        """Show which label the selected mention has, "" for none, with its guideline."""
        before, self._delegate.selected = self._delegate.selected, name
        if name != before:
            self._show(self._row_of(name))
            for row in (self._row_of(before), self._row_of(name)):
                self._list.update(self._rows.index(row))
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mind the pointer over the list, and Enter and Esc in the filter."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._filter_key(event)
        if watched is self._list.viewport():
            if event.type() is QEvent.Type.Leave:
                self._hover("")
            elif event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
                self._hover(self._name_at(event))
            elif isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
                self._click(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The guideline gives way to the labels where there is little room."""
        super().resizeEvent(event)
        self._tell()

    def _build_list(self) -> _List:
        made = _List()
        made.setModel(self._rows)
        made.setItemDelegate(self._delegate)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        made.viewport().installEventFilter(self)
        made.setAccessibleName(self.tr("Labels"))
        return made

    def _refresh(self) -> None:
        found = rows(self._schema, self.filter.text(), self._counts)
        self._rows.show(found)
        self._list.lay_out()
        self._none.setVisible(not found and bool(self.filter.text()))
        self._list.setVisible(not self._none.isVisibleTo(self))
        self._tell()

    def _row_of(self, name: str) -> int:
        return next((i for i, r in enumerate(self._rows.rows) if r.label and r.label.name == name), -1)

    def _show(self, row: int) -> None:
        if row >= 0:
            self._list.scrollTo(self._rows.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def _tell(self) -> None:
        """Bring the line above the list and the guideline below it up to date."""
        shown, by_name = self._delegate, self._schema.by_name
        if shown.prefix:
            self._state.setText(self.tr("<b>{key}</b> then …").format(key=shown.prefix.upper()))
        elif held := by_name.get(shown.armed):
            self._state.setText(self.tr("Armed: <b>{label}</b>. Esc lets go.").format(label=html.escape(held.shown)))
        self._state.setVisible(bool(shown.prefix or shown.armed))
        label = next((by_name[n] for n in (self._hovered, shown.armed, shown.selected) if n in by_name), None)
        self._guide.setVisible(self.height() >= _GUIDE_FROM and any(t.description for t in self._schema.types))
        if label:
            self._guide.setText(f"<b>{html.escape(label.shown)}</b> &nbsp;{emphasised(label.description)}")
        else:
            hint = self.tr(
                "A label's guideline shows here while the pointer is on it or a mention with it is selected."
            )
            self._guide.setText(f"<span style='color:{self._theme.muted.name()}'>{hint}</span>")

    def _name_at(self, event: QMouseEvent) -> str:
        index = self._list.indexAt(event.position().toPoint())
        row = self._rows.rows[index.row()] if index.isValid() else None
        return row.label.name if row and row.label else ""

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            self._tell()
            self.label_hovered.emit(name)

    def _click(self, event: QMouseEvent) -> None:
        name = self._name_at(event)
        if not name:
            return
        if event.type() is QEvent.Type.MouseButtonRelease and self._pressed == name:
            self.label_requested.emit(name, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.type() is QEvent.Type.MouseButtonDblClick:
            self.arm_requested.emit(name)
        self._pressed = name if event.type() is QEvent.Type.MouseButtonPress else ""

    def _filter_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if name := best(self._rows.rows, self.filter.text()):
                everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.filter.clear()
                self.left.emit()
                self.label_requested.emit(name, everywhere)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.filter.clear()
            self.left.emit()
            return True
        return False
