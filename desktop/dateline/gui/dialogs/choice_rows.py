"""Rows of a form for what only the chosen format knows."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel

from dateline.exchange.format import Choice
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.wording import said

_WIDEST = 190  # pixels of a title


class ChoiceRows(QObject):
    """A row for each choice with values; as many are made as any format needs, and those not needed are hidden."""

    changed = Signal()

    def __init__(self, form: QFormLayout, most: int) -> None:
        super().__init__(form)
        self._form = form
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[tuple[QLabel, QComboBox]] = []
        for _ in range(most):
            label, box = QLabel(), ChoiceBox()
            label.setBuddy(box)
            label.setWordWrap(True)  # or a long title would take the room of all boxes
            form.addRow(label, box)
            box.currentIndexChanged.connect(self.changed)
            self._rows.append((label, box))
        self.show(())

    @property
    def boxes(self) -> dict[str, QComboBox]:
        """The boxes shown, by the choice's key."""
        return {c.key: box for c, (_, box) in zip(self._choices, self._rows, strict=False)}

    def show(self, choices: Iterable[Choice]) -> None:
        """Offer these choices; what was chosen of the same ones stays."""
        offered = tuple(c for c in choices if c.values)
        if offered == self._choices:
            self._hide_the_rest()
            return
        self._choices = offered
        for choice, (label, box) in zip(offered, self._rows, strict=False):
            label.setText(said(choice.title))
            label.setMinimumWidth(min(_WIDEST, label.fontMetrics().horizontalAdvance(label.text()) + 2))
            box.setAccessibleName(label.text())
            box.blockSignals(True)
            box.clear()
            for value in choice.values:
                box.addItem(self._said(value), value)
            box.blockSignals(False)
        self._hide_the_rest()
        self.changed.emit()

    def _hide_the_rest(self) -> None:
        for number, (label, _) in enumerate(self._rows):
            if number >= len(self._choices):
                label.setMinimumWidth(0)
            self._form.setRowVisible(label, number < len(self._choices))

    def chosen(self) -> dict[str, str]:
        """Return what differs from the usual."""
        found = {key: str(box.currentData()) for key, box in self.boxes.items()}
        return {c.key: found[c.key] for c in self._choices if found[c.key] != c.values[0]}

    def put(self, values: Mapping[str, str]) -> None:
        """Choose these values by key, and the usual one where none is told, or one that is not offered."""
        for key, box in self.boxes.items():
            box.setCurrentIndex(max(0, box.findData(values.get(key))))

    def _said(self, value: str) -> str:
        """Return what a value is called in a list; a number, or a name everybody uses, is itself."""
        names = {
            "ask": self.tr("asked where it matters"),
            "codepoints": self.tr("characters (code points)"),
            "utf16": self.tr("UTF-16 units, as doccano's window"),
            "graphemes": self.tr("graphemes"),
            "entities": self.tr("entities and relations"),
            "triples": self.tr("labels only: [start, end, label]"),
            "leave out": self.tr("leave out"),
            "take": self.tr("take"),
            "last": self.tr("the last one"),
            "missing": self.tr("missing"),
            "outside": self.tr("outside"),
            "iob1": "IOB1",
            "iob2": "IOB2",
            "bioes": "BIOES",
        }
        return names.get(value, value)


def most_choices(all_of: Iterable[Iterable[Choice]]) -> int:
    """Return how many rows the format with the most choices needs."""
    return max((sum(bool(c.values) for c in choices) for choices in all_of), default=0)
