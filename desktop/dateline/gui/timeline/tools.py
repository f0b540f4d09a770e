"""The row of tools above the timeline."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from dateline.gui.theme import Theme
from dateline.gui.timeline.card import plural
from dateline.gui.timeline.marks import Grouping
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.labels import ElidedLabel


class ToolRow(QWidget):
    """What lanes are made by, what is shown, how much there is of it."""

    group_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups = ChoiceBox()
        for by, text in self._group_names():
            self.groups.addItem(text, by.value)
        self.groups.setAccessibleName(self.tr("Group the timeline by"))
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
        self.order.hide()
        self.measures.setChecked(True)
        self.measures.hide()
        self._by, self._status = QLabel(self.tr("Group by")), ElidedLabel()
        self._lay_out()

    def _lay_out(self) -> None:
        # In a narrow window the tools are cut; the timeline must not lie over the panels beside it for their sake.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(6)
        for widget in (self._by, self.groups, self.fit, self.lag, self.list, self.measures, self.order):
            row.addWidget(widget)
        row.addWidget(self._status, 1)
        for widget in (self.clear, self.undated, self.save):
            row.addWidget(widget)

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
        self.undated.setVisible(undated > 0)
        self.undated.setText(self.tr("Undated ({n})").format(n=undated))
        if not undated:
            self.undated.setChecked(False)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    return button
