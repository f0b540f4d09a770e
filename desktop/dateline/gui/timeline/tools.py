"""The row of tools above the timeline."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from dateline.gui.theme import Theme
from dateline.gui.timeline.card import plural
from dateline.gui.timeline.marks import Grouping
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.labels import ElidedLabel

_GAP, _EDGE = 6, 8  # pixels between tools, and beside the first and last
_LEAST_STATUS = 70  # pixels; less of the status says nothing


class ToolRow(QWidget):
    """What lanes are made by, what is shown, how much there is of it.

    Where there is no room for all tools, the last needed are in the menu of a button at the end.
    """

    group_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups = ChoiceBox()
        for by, text in self._group_names():
            self.groups.addItem(text, by.value)
        self.groups.setAccessibleName(self.tr("Group the timeline by"))
        self.groups.setToolTip(self.tr("Group the timeline by"))
        self.groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.groups.activated.connect(lambda _: self.group_chosen.emit(self.groups.currentData()))
        self.fit = _button(self.tr("Fit"), self.tr("Show all events (F)"))
        self.lag = _button(self.tr("Lag"), self.tr("When it took place against when it was reported"))
        self.list = _button(self.tr("List"), self.tr("The same events as a sorted list"))
        self.measures = _button(self.tr("Measures"), self.tr("Numbers over time, below the lanes"))
        self.order = _button(self.tr("Order"), self.tr("Before, after, at the same time: what the texts say of it"))
        self.clear = _button(self.tr("Clear range"), self.tr("Show all articles again (Esc)"))
        self.undated = _button(self.tr("Undated"), self.tr("Events without a date: drag them in"))
        self.save = _button(self.tr("Save picture…"), self.tr("Save what is shown as PNG or SVG"))
        for button in (self.lag, self.list, self.measures, self.order, self.undated):
            button.setCheckable(True)
        self.measures.setChecked(True)
        self.more = _button("⋯", self.tr("More tools"))
        self.more.setAccessibleName(self.tr("More tools"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self._unwanted: set[QWidget] = {self.measures, self.order, self.clear, self.undated}
        self._folded: list[QToolButton] = []
        self._by, self._status = QLabel(self.tr("Group by")), ElidedLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        # The timeline must not lie over the panels beside it for the tools' sake.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 3, _EDGE, 3)
        row.setSpacing(_GAP)
        for widget in (self._by, self.groups, self.fit, self.lag, self.list, self.measures, self.order):
            row.addWidget(widget)
        row.addWidget(self._status, 1)
        row.addStretch(0)  # where there is no room for the status, the rest stays at the end
        for widget in (self.clear, self.undated, self.save, self.more):
            row.addWidget(widget)
        self._fold()

    def want(self, tool: QToolButton, on: bool) -> None:
        """Have a tool, or not: a range that can be cleared, measures that can be shown."""
        (self._unwanted.discard if on else self._unwanted.add)(tool)
        self._fold()

    def is_wanted(self, tool: QToolButton) -> bool:
        """Say whether there is anything to use a tool for; it may be in the menu at the end."""
        return tool not in self._unwanted

    def _fold(self) -> None:
        """Show what there is room for; what is needed least goes into the menu first."""
        tools = self._in_order()
        shown: list[QWidget] = [self._by, self.groups, *(t for t in tools if t not in self._unwanted)]
        room, said = self.width() - 2 * _EDGE, self._status.sizeHint().width() + _GAP
        self._folded = []
        self._fold_into_menu(shown, room, self.save, self.order)
        if _width_of(shown) > room:
            shown.remove(self._by)  # the box beside it says on its tip what it is for
        self._fold_into_menu(shown, room, self.measures, self.undated, self.list, self.lag, self.fit, self.clear)
        if room - _width_of(shown) >= min(said, _LEAST_STATUS):
            shown.append(self._status)
        for widget in (self._by, *tools, self.more, self._status):
            if widget.isHidden() is (widget in shown):
                widget.setVisible(widget in shown)

    def _fold_into_menu(self, shown: list[QWidget], room: int, *tools: QToolButton) -> None:
        """Move tools from the row into the menu, one after the other, until the rest has room."""
        for tool in tools:
            if tool in shown and _width_of(shown) > room:
                if not self._folded:
                    shown.append(self.more)
                shown.remove(tool)
                self._folded.append(tool)

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for tool in (t for t in self._in_order() if t in self._folded):
            action = menu.addAction(tool.text())
            action.setToolTip(tool.toolTip())
            action.setCheckable(tool.isCheckable())
            action.setChecked(tool.isChecked())
            action.setEnabled(tool.isEnabled())
            action.triggered.connect(tool.click)

    def _in_order(self) -> Sequence[QToolButton]:
        return (self.fit, self.lag, self.list, self.measures, self.order, self.clear, self.undated, self.save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what there is no room for any more."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Other words or another font take other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _group_names(self) -> list[tuple[Grouping, str]]:
        return [
            (Grouping.TYPE, self.tr("Type")),
            (Grouping.PARTICIPANT, self.tr("Participant")),
            (Grouping.PLACE, self.tr("Place")),
            (Grouping.SOURCE, self.tr("Source")),
            (Grouping.ARTICLE, self.tr("Article")),
            (Grouping.NONE, self.tr("Nothing")),
        ]

    def show_group(self, by: Grouping) -> None:
        """Show what lanes are made by."""
        self.groups.setCurrentIndex(self.groups.findData(by.value))

    def button(self, name: str) -> QToolButton:
        """Return the button that switches something on and off."""
        buttons = {
            "measures": self.measures, "order": self.order, "lag": self.lag, "list": self.list, "undated": self.undated
        }  # fmt: skip
        return buttons[name]

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        for label in (self._by, self._status):
            label.setStyleSheet(f"color: {theme.muted.name()};")

    def tell(self, dated: int, undated: int) -> None:
        """Say how much there is; without anything undated its tray closes."""
        text = plural(self.tr("%n event(s)", "", dated), dated) if dated else self.tr("no dated event")
        if undated:
            text += " · " + self.tr("{n} undated").format(n=undated)
        self._status.set_full_text(text if dated or undated else "")
        self.undated.setText(self.tr("Undated ({n})").format(n=undated))
        if not undated:
            self.undated.setChecked(False)
        self.want(self.undated, undated > 0)


def _width_of(widgets: Iterable[QWidget]) -> int:
    return sum(w.sizeHint().width() + _GAP for w in widgets) - _GAP


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    return button
