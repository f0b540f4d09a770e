"""Which column of a table of articles holds what, beside its first rows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dateline.exchange.formats.table.header import HEADER
from dateline.exchange.formats.table.preview import TablePreview
from dateline.exchange.formats.table.reader import COLUMNS
from dateline.exchange.formats.table.sheets import SHEET
from dateline.exchange.intake import DATES
from dateline.exchange.published import Dates
from dateline.gui.dialogs.frame import Dialog, framed, muted
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.elided_box import ElidedBox

_LONGEST = 120  # characters of a cell that are shown
_BEFORE = 6  # pixels before a number, as in the boxes above and below; a style sheet cannot give a spin box any
_LAST_HEADER = 9_999  # line
_WIDEST = 240  # pixels of a column


class ColumnsDialog(Dialog):
    """Asks for the column of each field; `chosen` gives the answer when it was accepted."""

    def __init__(
        self,
        source: Path,
        table: TablePreview,
        parent: QWidget | None = None,
        look: Callable[[str, int], TablePreview | None] | None = None,
    ) -> None:
        """`look` returns the head of the sheet of this name, "" for all or the only one.

        Its header is in the line named to it; 0: it is looked for.
        """
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Columns of {}").format(source.name))
        self.resize(760, 560)
        self.table, self._look_at = table, look
        self.fields: dict[str, QComboBox] = {}
        self._by_hand: dict[str, str] = {}  # columns of fields, and how dates are written, that were chosen here
        form = QFormLayout()
        self.sheet = ElidedBox()
        self.sheet.addItem(self.tr("all with a column of texts"), "")
        for name in table.sheets:
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(table.sheet)))
        form.addRow(self.tr("S&heet"), self.sheet)
        form.setRowVisible(self.sheet, look is not None and len(table.sheets) > 1)
        self.header = QSpinBox()
        self.header.setRange(0, _LAST_HEADER)
        self.header.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)
        self.header.setSpecialValueText(self.tr("found by itself"))
        self.header.setValue(table.asked)
        form.addRow(self.tr("Header in l&ine"), self.header)
        form.setRowVisible(self.header, look is not None)
        for field, title in self._titles().items():
            choice = ElidedBox()
            choice.currentIndexChanged.connect(partial(self._choose, field))
            self.fields[field] = choice
            form.addRow(title, choice)
        self.dates = ChoiceBox()
        self.dates.addItem(self.tr("not said: such a date is a problem"), "")
        self.dates.addItem(self.tr("3 April 2024, the day first"), Dates.DAY_FIRST.value)
        self.dates.addItem(self.tr("March 4, 2024, the month first"), Dates.MONTH_FIRST.value)
        self.dates.currentIndexChanged.connect(partial(self._choose, DATES))
        form.addRow(self.tr("&03/04/2024 is"), self.dates)
        self.body.addLayout(form)
        self.body.addWidget(muted(self.tr("Columns that are not chosen are kept with each article.")))
        self.above = muted("")
        self.body.addWidget(self.above)
        if table.guessed:
            said = self.tr("Read as {}, which is a guess: if letters look wrong, choose the encoding in the import.")
            self.body.addWidget(muted(said.format(table.guessed)))
        self.rows = QTableWidget()
        self.body.addWidget(self.rows, 1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.ok = self.add_button(self.tr("Use these columns"), self.accept, default=True)
        self._dress_rows()
        self._show_table(table)
        self.sheet.currentIndexChanged.connect(lambda _: self._change_sheet())
        self.header.valueChanged.connect(lambda _: self._change_sheet())

    def _change_sheet(self) -> None:
        """Show the columns and rows of the sheet, and below the header, that was chosen."""
        sheet, header = str(self.sheet.currentData() or ""), self.header.value()
        table = self._look_at(sheet, header) if self._look_at else None
        if table is None:
            problem = self.tr("The sheet cannot be read; import it to see why.")
            self.say_problem(self.tr("Line {} names no columns.").format(header) if header else problem)
            self.ok.setEnabled(False)
            return
        self._show_table(table)
        self._give_room()

    def _show_table(self, table: TablePreview) -> None:
        """Offer a table's columns for each field, and show its first rows; what was chosen stays where it fits."""
        self.table = table
        taken = self._taken(table)
        said = self.tr("The columns are named in line {}; what stands above it is left out.")
        self.above.setText(said.format(table.header))
        self.above.setVisible(bool(table.header))
        for field, choice in self.fields.items():
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItem(self.tr("none"), "")
                for name in table.columns:
                    if name:
                        choice.addItem(name, name)
                choice.setCurrentIndex(max(0, choice.findData(taken.get(field, ""))))
        if table.dates and DATES not in self._by_hand:
            with QSignalBlocker(self.dates):
                self.dates.setCurrentIndex(max(0, self.dates.findData(table.dates)))
        self._fill_rows()
        self._look()

    def _taken(self, table: TablePreview) -> dict[str, str]:
        """Return the columns of fields: those that were chosen by hand, as far as there are such, and the table's."""
        chosen = {f: c for f, c in self._by_hand.items() if f in self.fields and (not c or c in table.columns)}
        return {f: c for f, c in table.fields.items() if c not in chosen.values()} | chosen

    def _choose(self, what: str, _index: int) -> None:
        """Take what a person chose for a field, or for dates."""
        box = self.dates if what == DATES else self.fields[what]
        self._by_hand[what] = str(box.currentData() or "")
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

    def _dress_rows(self) -> None:
        rows = self.rows
        rows.setAccessibleName(self.tr("The first rows of the table"))
        rows.verticalHeader().hide()
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setTabKeyNavigation(False)
        rows.setWordWrap(False)
        header = rows.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        framed(rows)

    def _fill_rows(self) -> None:
        table, rows = self.table, self.rows
        rows.clear()
        rows.setRowCount(len(table.rows))
        rows.setColumnCount(len(table.columns))
        rows.setHorizontalHeaderLabels([name or self.tr("(no name)") for name in table.columns])
        for number, cells in enumerate(table.rows):
            for column, cell in enumerate(cells[: len(table.columns)]):
                short = " ".join(cell[:_LONGEST].split()) + ("…" if len(cell) > _LONGEST else "")
                item = QTableWidgetItem(short)
                item.setToolTip(cell[:2000])
                rows.setItem(number, column, item)

    def showEvent(self, event: QShowEvent) -> None:
        """Give each column the room its cells take; only now is it known how they are drawn."""
        super().showEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        header = self.rows.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMaximumSectionSize(_WIDEST)
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
        """Return the column of each field, "" for none; how dates are written, sheet and header, where said."""
        dates = str(self.dates.currentData() or "")
        sheet = str(self.sheet.currentData() or "")
        columns = {field: str(choice.currentData() or "") for field, choice in self.fields.items()}
        header = {HEADER: str(self.header.value())} if self.header.value() else {}
        return columns | ({DATES: dates} if dates else {}) | ({SHEET: sheet} if sheet else {}) | header
