"""The row of an export that says how it is divided: whether, into which parts, and by lot or by date."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from dateline.editing.kept_export import KeptExport
from dateline.exchange.split import Order, Split
from dateline.gui.widgets.choice_box import ChoiceBox


class DivisionRow(QWidget):
    """A box to divide, and what the division is like."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.split = QCheckBox(self.tr("&Divide into"))
        self.parts = QLineEdit("80/10/10")
        self.parts.setAccessibleName(self.tr("Parts"))
        self.parts.setToolTip(self.tr("train/dev/test, or your own: train=70/dev=15/test=15"))
        self.seed = QLineEdit("0")
        self.seed.setValidator(QIntValidator(0, 2_000_000_000))
        self.seed.setMaximumWidth(110)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.order = ChoiceBox()
        self.order.setAccessibleName(self.tr("How it is divided"))
        self.order.addItem(self.tr("by lot"), Order.LOT)
        self.order.addItem(self.tr("by date, the latest last"), Order.DATE)
        seed = QLabel(self.tr("S&eed"))
        seed.setBuddy(self.seed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)
        row.addWidget(self.parts, 1)
        row.addWidget(self.order)
        row.addWidget(seed)
        row.addWidget(self.seed)
        for field in (self.parts, self.seed):
            field.setMinimumHeight(field.sizeHint().height())
        for signal in (
            self.parts.textChanged,
            self.seed.textChanged,
            self.split.toggled,
            self.order.currentIndexChanged,
        ):
            signal.connect(self._changed)
        self._changed()

    def recall(self, kept: KeptExport) -> None:
        """Divide as an export before did."""
        self.parts.setText(kept.parts)
        self.order.setCurrentIndex(max(0, self.order.findData(kept.order)))
        self.seed.setText(str(kept.seed))
        self.split.setChecked(kept.divided)

    @property
    def lot(self) -> int:
        """The seed."""
        return int(self.seed.text() or 0)

    def planned(self) -> Split | None:
        """Return the split asked for, None for none; raises ValueError saying how one is written."""
        if not self.split.isChecked():
            return None
        return Split.parse(self.parts.text(), self.lot, Order(self.order.currentData()))

    def _changed(self) -> None:
        for field in (self.parts, self.order):
            field.setEnabled(self.split.isChecked())
        self.seed.setEnabled(self.split.isChecked() and self.order.currentData() == Order.LOT)
        self.changed.emit()
