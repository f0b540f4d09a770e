"""Which column of a table of articles holds what, beside its first rows."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dateline.exchange.formats.table.reader import COLUMNS, TablePreview
from dateline.exchange.intake import DATES
from dateline.exchange.published import Dates
from dateline.gui.dialogs.frame import Dialog, framed, muted
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.elided_box import ElidedBox

_LONGEST = 120  # characters of a cell that are shown


class ColumnsDialog(Dialog):
    """Asks for the column of each field; `chosen` gives the answer when it was accepted."""

    def __init__(self, source: Path, table: TablePreview, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Columns of {}").format(source.name))
        self.resize(760, 560)
        self._table = table
        self.fields: dict[str, QComboBox] = {}
        form = QFormLayout()
        for field, title in self._titles().items():
            choice = ElidedBox()
            choice.addItem(self.tr("none"), "")
            for name in table.columns:
                if name:
                    choice.addItem(name, name)
            choice.setCurrentIndex(max(0, choice.findData(table.fields.get(field, ""))))
            choice.currentIndexChanged.connect(self._look)
            self.fields[field] = choice
            form.addRow(title, choice)
        self.dates = ChoiceBox()
        self.dates.addItem(self.tr("not said: such a date is a problem"), "")
        self.dates.addItem(self.tr("3 April 2024, the day first"), Dates.DAY_FIRST.value)
        self.dates.addItem(self.tr("March 4, 2024, the month first"), Dates.MONTH_FIRST.value)
        self.dates.setCurrentIndex(max(0, self.dates.findData(table.dates)))
        form.addRow(self.tr("&03/04/2024 is"), self.dates)
        self.body.addLayout(form)
        self.body.addWidget(muted(self.tr("Columns that are not chosen are kept with each article.")))
        if table.guessed:
            said = self.tr("Read as {}, which is a guess: if letters look wrong, choose the encoding in the import.")
            self.body.addWidget(muted(said.format(table.guessed)))
        self.rows = self._rows()
        self.body.addWidget(self.rows, 1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.ok = self.add_button(self.tr("Use these columns"), self.accept, default=True)
        self._look()

    def _titles(self) -> dict[str, str]:
        names = {
            "text": self.tr("Te&xt"),
            "title": self.tr("&Title"),
            "published": self.tr("&Published"),
            "source": self.tr("&Source"),
            "url": self.tr("&Address"),
            "language": self.tr("&Language"),
            "note": self.tr("&Note"),
        }
        return {field: names[field] for field in COLUMNS}

    def _rows(self) -> QTableWidget:
        table = self._table
        rows = QTableWidget(len(table.rows), len(table.columns))
        rows.setAccessibleName(self.tr("The first rows of the table"))
        rows.setHorizontalHeaderLabels([name or self.tr("(no name)") for name in table.columns])
        rows.verticalHeader().hide()
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setTabKeyNavigation(False)
        rows.setWordWrap(False)
        header = rows.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMaximumSectionSize(240)
        for number, cells in enumerate(table.rows):
            for column, cell in enumerate(cells[: len(table.columns)]):
                short = " ".join(cell[:_LONGEST].split()) + ("…" if len(cell) > _LONGEST else "")
                item = QTableWidgetItem(short)
                item.setToolTip(cell[:2000])
                rows.setItem(number, column, item)
        framed(rows)
        return rows

    def showEvent(self, event: QShowEvent) -> None:
        """Give each column the room its cells take; only now is it known how they are drawn."""
        super().showEvent(event)
        header = self.rows.horizontalHeader()
        self.rows.resizeColumnsToContents()
        bar = self.rows.horizontalScrollBar().sizeHint().height() + 2 * self.rows.frameWidth()
        self.rows.setMinimumHeight(self.rows.verticalHeader().length() + header.sizeHint().height() + bar)
        if header.count() and header.length() <= self.rows.viewport().width():
            widest = max(range(header.count()), key=header.sectionSize)
            header.setMaximumSectionSize(-1)
            header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)

    def _look(self) -> None:
        """Say what stands in the way, and show in the head which column is taken for what."""
        taken = [c for f, c in self.chosen().items() if c and f in COLUMNS]
        twice = next((c for c in taken if taken.count(c) > 1), "")
        problem = ""
        if not self.chosen()["text"]:
            problem = self.tr("Choose the column that holds the text of the articles.")
        elif twice:
            problem = self.tr("The column {} is chosen twice.").format(twice)
        self.say_problem(problem)
        self.ok.setEnabled(not problem)

    def chosen(self) -> dict[str, str]:
        """Return the column of each field, "" for none; and how dates are written where that was said."""
        dates = str(self.dates.currentData() or "")
        columns = {field: str(choice.currentData() or "") for field, choice in self.fields.items()}
        return columns | ({DATES: dates} if dates else {})
