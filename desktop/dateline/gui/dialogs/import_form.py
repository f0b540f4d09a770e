"""The first page of importing: sources, how to read them, and what to assume where they say nothing."""

import codecs
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dateline.editing.sources import import_annotator
from dateline.exchange.format import UnknownFormat
from dateline.exchange.formats import all_formats, recognised
from dateline.exchange.formats.table.header import COLUMN, HEADER
from dateline.exchange.formats.table.rows import SUFFIXES as TABLES
from dateline.exchange.formats.table.sheets import SHEET
from dateline.exchange.intake import DATES
from dateline.exchange.options import Nearly, ReadOptions
from dateline.exchange.published import normalised_published
from dateline.gui.dialogs.choice_rows import ChoiceRows, most_choices
from dateline.gui.dialogs.frame import muted, room_of
from dateline.gui.dialogs.path_field import PathField, PathKind
from dateline.gui.dialogs.source_list import SourceList
from dateline.gui.paths import is_file, is_folder
from dateline.gui.tasks import Task, Tasks
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.labels import ElidedLabel
from dateline.gui.widgets.wording import said, why
from dateline.model.progress import Progress, Silent

_ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1254", "cp1250", "cp1251", "iso8859-9", "koi8-r", "gb18030", "shift_jis")
_FIELDS = ("published", "source", "url", "language", "title")
_SPACING = 8  # pixels


def _format_of(source: Path, progress: Progress) -> str:
    """Return the name of the format a source looks like, "" for none."""
    try:
        return recognised(source, long_records=False, progress=progress).name
    except (UnknownFormat, OSError):
        return ""


class ImportForm(QWidget):
    """Everything that can be chosen before an import."""

    changed = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._looking: Task | None = None  # sees of what format a source is
        self._formats = [f for f in all_formats().values() if f.can_import]
        self.sources = SourceList()
        self.add_files = QPushButton(self.tr("Add files…"))
        self.add_folder = QPushButton(self.tr("Add folder…"))
        self.remove = QPushButton(self.tr("Remove"))
        self.format, self.encoding = ChoiceBox(), ChoiceBox()
        self.format.setMaxVisibleItems(1 + len(self._formats))
        self.about = muted()
        self.columns = QPushButton(self.tr("&Columns…"))
        self.columns.setToolTip(self.tr("Which column of the table holds what"))
        self.columns.setAutoDefault(False)
        self.columns.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.columns_of = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.columns_of.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # Of each table field to column, "" for none; empty: by their names.
        self.chosen_columns: dict[Path, dict[str, str]] = {}
        self.recalled: set[Path] = set()  # those for which that was chosen at an earlier import, not here
        self.nearly = ChoiceBox()
        self.nearly.setToolTip(self.tr("Articles with nearly the same text as another one, or from the same address"))
        self.nearly.setAccessibleName(self.tr("Near-repeats"))
        self.nearly.addItem(self.tr("are taken in beside what they repeat"), Nearly.BESIDE)
        self.nearly.addItem(self.tr("are left out"), Nearly.LEAVE_OUT)
        self.nearly.addItem(self.tr("are newer versions: annotations go over to them"), Nearly.REVISE)
        tables = self.tr("Tables (*.tsv *.csv *.xlsx *.xlsm)")
        self.table = PathField(PathKind.FILE, self.tr("Table of metadata"), folder, tables)
        self.table.edit.setPlaceholderText(self.tr("articles.tsv or .csv beside the texts, if there is one"))
        self.fields = {name: QLineEdit() for name in _FIELDS}
        self.annotator = QLineEdit()
        self.annotator.setPlaceholderText(self.tr("the name of the file"))
        self.skip_bad = QCheckBox(self.tr("Leave out &bad records and import the rest"))
        for edit in (*self.fields.values(), self.annotator, self.table.edit):
            edit.setMinimumHeight(edit.sizeHint().height())  # a form squeezes them otherwise
        self.sources.setMinimumHeight(90)
        self._fill()
        self._lay_out()
        self._connect()

    @property
    def filters(self) -> str:
        """The kinds of file for the system's chooser."""
        suffixes = sorted({s for f in self._formats for s in f.suffixes})
        known = self.tr("All that can be imported ({})").format(" ".join(f"*{s}" for s in suffixes))
        single = [f"{f.title} ({' '.join(f'*{s}' for s in f.suffixes)})" for f in self._formats if f.suffixes]
        return ";;".join([known, *single, self.tr("All files (*)")])

    def _fill(self) -> None:
        self.format.addItem(self.tr("Detected for each file"), "")
        for known in self._formats:
            self.format.addItem(known.title, known.name)
        self.encoding.addItem(self.tr("Detected for each file"), "")
        for name in _ENCODINGS:
            self.encoding.addItem(name, name)
        self.encoding.setEditable(True)
        self.encoding.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        hints = {
            "published": self.tr("2018-04-19, or 2018-04-19T14:30"),
            "source": self.tr("who published it"),
            "language": self.tr("en, tr, …"),
        }
        for name, hint in hints.items():
            self.fields[name].setPlaceholderText(hint)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the fields of both forms begin at one edge; how wide their titles are is known only now."""
        widest = max(map(room_of, self._titles))
        for title in self._titles:
            title.setMinimumWidth(widest)
        super().showEvent(event)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for button in (self.add_files, self.add_folder, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        top = QHBoxLayout()
        top.addWidget(self.sources, 1)
        top.addLayout(buttons)
        how = QFormLayout()
        how.addRow(self.tr("F&ormat"), self.format)
        how.addRow("", self.about)
        self.choices = ChoiceRows(how, most_choices([c for c in f.choices if c.importing] for f in self._formats))
        how.addRow(self.tr("&Encoding"), self.encoding)
        how.addRow(self.tr("&Metadata"), self.table)
        self._table_row = QWidget()
        beside = QHBoxLayout(self._table_row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.columns)
        beside.addWidget(self.columns_of, 1)
        how.addRow("", self._table_row)
        how.addRow(self.tr("Near-&repeats"), self.nearly)
        self._how = how
        self.about.hide()
        missing = QGroupBox(self.tr("Where a source says nothing"))
        names = {
            "published": self.tr("&Published"),
            "source": self.tr("&Source"),
            "url": self.tr("&Address"),
            "language": self.tr("&Language"),
            "title": self.tr("&Title"),
        }
        form = QFormLayout(missing)
        form.setContentsMargins(0, 4, 0, 0)
        for rows in (how, form):
            rows.setHorizontalSpacing(_SPACING)
        for name, text in names.items():
            form.addRow(text, self.fields[name])
        form.addRow(self.tr("A&nnotator"), self.annotator)
        self._titles = [
            *map(how.labelForField, (self.encoding, self.table, self.nearly)),
            *map(form.labelForField, (*self.fields.values(), self.annotator)),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addLayout(top, 1)
        column.addLayout(how)
        column.addWidget(missing)
        column.addWidget(self.skip_bad)

    def _connect(self) -> None:
        self.add_files.clicked.connect(self.files_wanted)
        self.add_folder.clicked.connect(self.folder_wanted)
        self.remove.clicked.connect(self.sources.remove_selected)
        self.columns.clicked.connect(self.columns_wanted)
        self.sources.changed.connect(self._offer_columns)
        self.sources.changed.connect(self._offer_choices)
        self._offer_columns()
        self.sources.changed.connect(self.changed)
        self.sources.itemSelectionChanged.connect(self._can_remove)
        self.format.currentIndexChanged.connect(self._describe)
        self.encoding.editTextChanged.connect(self.changed)
        self.table.changed.connect(self.changed)
        published = self.fields["published"]
        published.textChanged.connect(self.changed)
        published.editingFinished.connect(self._tidy)
        self._can_remove()

    @property
    def table_sources(self) -> list[Path]:
        """The sources that are tables of articles by their names."""
        return [p for p in self.sources.paths if p.suffix.lower() in TABLES and is_file(p)]

    @property
    def table_source(self) -> Path | None:
        """The table whose columns are asked for: the first that is selected, else the first of the list."""
        tables, selected = self.table_sources, self.sources.selected_paths
        return next((p for p in tables if p in selected), tables[0] if tables else None)

    def _offer_columns(self) -> None:
        self._how.setRowVisible(self._table_row, self.table_source is not None)
        self.tell_columns()

    def tell_columns(self) -> None:
        """Say which table's columns are asked for, and what was chosen for them."""
        source = self.table_source
        chosen = self.chosen_columns.get(source, {}) if source else {}
        name, sheet = source.name if source else "", chosen.get(SHEET, "")
        if sheet:
            name = self.tr("{}, sheet {}").format(name, sheet)
        if source in self.recalled and chosen:
            name = self.tr("{}, as chosen before").format(name)
        if column := chosen.get("text", ""):
            told = self.tr("{}: the text is in {}").format(name, column)
        else:
            told = self.tr("{}: by the names of its columns").format(name)
        self.columns_of.set_full_text(told)

    def _offer_choices(self) -> None:
        """Show what can be chosen of the format named, or of that of a source that is alone.

        What thousands of files may be in is looked into beside the window.
        """
        self.stop_looking()
        name, paths = self.format_name, self.sources.paths
        if not name and len(paths) == 1:
            if is_folder(paths[0]) or paths[0].suffix.lower() == ".zip":
                self._look_into(paths[0])
            else:
                name = _format_of(paths[0], Silent())
        self._offer_those_of(name)

    def _look_into(self, source: Path) -> None:
        task = self._looking = self._tasks.start_quietly(lambda progress: _format_of(source, progress))
        task.succeeded.connect(lambda name: self._offer_those_of(name) if task is self._looking else None)

    def stop_looking(self) -> None:
        """Stop looking of what format a source is."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _offer_those_of(self, name: str) -> None:
        found = next((f for f in self._formats if f.name == name), None)
        self.choices.show(c for c in (found.choices if found else ()) if c.importing)

    def _columns(self, passed_over: Collection[Path]) -> dict[Path, dict[str, str]]:
        if self.format_name not in {"", "table"}:
            return {}
        return {
            path: {f if f in {DATES, SHEET, HEADER} else COLUMN + f: value for f, value in chosen.items()}
            for path, chosen in self.chosen_columns.items()
            if path not in passed_over
        }

    def _can_remove(self) -> None:
        self.remove.setEnabled(bool(self.sources.selectedItems()))

    def _describe(self) -> None:
        chosen = next((f for f in self._formats if f.name == self.format_name), None)
        self.about.setText(said(chosen.description) if chosen else "")
        self._offer_choices()
        self.about.setVisible(chosen is not None)
        self.changed.emit()

    def _tidy(self) -> None:
        """Show a date that was understood the way it will be kept."""
        published = self.fields["published"]
        try:
            normal = normalised_published(published.text())
        except ValueError:
            return
        with QSignalBlocker(published):
            published.setText(normal)

    @property
    def format_name(self) -> str:
        """The format chosen, "" when each file is looked at."""
        return str(self.format.currentData() or "")

    @property
    def encoding_name(self) -> str:
        """The encoding chosen or typed, "" when it is found out."""
        text = self.encoding.currentText().strip()
        return "" if text == self.encoding.itemText(0) else text

    def problem(self) -> str:
        """Say what stands in the way; "" when nothing does."""
        try:
            normalised_published(self.fields["published"].text())
        except ValueError as error:
            return self.tr("Published: {}.").format(why(error))
        try:
            codecs.lookup(self.encoding_name or "utf-8")
        except LookupError:
            return self.tr("There is no encoding called {}.").format(self.encoding_name)
        table = self.table.path
        if table is not None and not is_file(table):
            return self.tr("There is no table {}.").format(table)
        return ""

    def options(self, *, recalled: bool = True) -> ReadOptions:
        """Return what was chosen; call it when there is no problem.

        `recalled`: also what was chosen for tables at earlier imports, which whoever reads them finds and tells of.
        """
        defaults = {name: edit.text().strip() for name, edit in self.fields.items() if edit.text().strip()}
        if "published" in defaults:
            defaults["published"] = normalised_published(defaults["published"])
        return ReadOptions(
            skip_bad=self.skip_bad.isChecked(),
            encoding=self.encoding_name,
            metadata=self.table.path,
            defaults=defaults,
            annotator=import_annotator(named) if (named := self.annotator.text().strip()) else None,
            nearly=Nearly(self.nearly.currentData()),
            extra=self.choices.chosen(),
            own=self._columns(() if recalled else self.recalled),
        )
