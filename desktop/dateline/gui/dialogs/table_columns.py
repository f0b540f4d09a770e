"""The columns and the sheet of a table that is imported: asked for, and remembered in the project."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject

from dateline.editing.kept_columns import (
    anything_kept,
    keep_columns,
    keep_header,
    keep_sheet,
    kept_columns,
    kept_header,
    kept_sheet,
)
from dateline.exchange.checks import Fault
from dateline.exchange.formats.table.header import HEADER
from dateline.exchange.formats.table.reader import SHEET, TablePreview, preview
from dateline.exchange.problems import BadInput
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.frame import Dialog
from dateline.gui.dialogs.import_form import ImportForm
from dateline.gui.session import Session

NO_HEADER: Mapping[str, str] = MappingProxyType({})  # no line is said


class TableColumns(QObject):
    """Keeps what the form knows of the columns of the tables among the sources."""

    def __init__(self, form: ImportForm, session: Session, dialog: Dialog) -> None:
        super().__init__(dialog)
        self._form, self._session, self._dialog = form, session, dialog

    def recall(self) -> None:
        """Take the columns, sheets and lines of headers that were chosen before for such tables here."""
        project, before = self._session.project, self._form.chosen_columns
        sources = self._form.table_sources if project is not None and anything_kept(project) else ()
        self._form.chosen_columns = {s: before[s] if s in before else self._recalled(s) for s in sources}

    def _recalled(self, source: Path) -> dict[str, str]:
        table, project = self._seen_as(source, {}), self._session.project
        if table is None or project is None:
            return {}
        sheet = kept_sheet(project, table.sheets)
        by_itself = self._found_by_itself(source, sheet)
        line = kept_header(project, sheet, by_itself.columns) if by_itself else 0
        header = {HEADER: str(line)} if line else {}
        of_sheet = {SHEET: sheet} if sheet else {}
        held = self._seen_as(source, of_sheet | header) is not None  # it may be shorter this time
        return self._chosen_before(source, sheet, header if held else NO_HEADER)

    def ask(self) -> None:
        """Ask which column holds what, of the table that is selected."""
        source = self._form.table_source
        table = self._seen(source) if source else None
        if source is None or table is None:
            self._dialog.say_problem(self.tr("The table cannot be read; import it to see why."))
            return
        dialog = ColumnsDialog(source, table, self._dialog, look=partial(self._seen_sheet, source))
        dialog.accepted.connect(lambda: self._take(source, dialog.table, dialog.chosen()))
        dialog.open()

    def _seen(self, source: Path) -> TablePreview | None:
        """Return the head of a table among the sources; what is wrong with it is told when it is imported."""
        try:
            return preview(source, self._form.options().of([source]))
        except (Fault, BadInput, OSError):
            return None

    def _seen_as(self, source: Path, chosen: dict[str, str]) -> TablePreview | None:
        before, self._form.chosen_columns = self._form.chosen_columns, {source: chosen}
        try:
            return self._seen(source)
        finally:
            self._form.chosen_columns = before

    def _found_by_itself(self, source: Path, sheet: str) -> TablePreview | None:
        """Return the head of a sheet, "" for the first with texts, where nobody says which line is its header."""
        return self._seen_as(source, {SHEET: sheet} if sheet else {})

    def _chosen_before(self, source: Path, sheet: str, header: Mapping[str, str] = NO_HEADER) -> dict[str, str]:
        """Return what was chosen for a table with the columns of this sheet, "" for the first with texts."""
        of_sheet = ({SHEET: sheet} if sheet else {}) | dict(header)
        table, project = self._seen_as(source, of_sheet), self._session.project
        return of_sheet | dict(kept_columns(project, table.columns)) if table and project else of_sheet

    def _seen_sheet(self, source: Path, sheet: str, header: int) -> TablePreview | None:
        before = self._chosen_before(source, sheet, {HEADER: str(header)} if header else {})
        return self._seen_as(source, before)

    def _take(self, source: Path, table: TablePreview, chosen: dict[str, str]) -> None:
        self._form.chosen_columns[source] = chosen
        if (project := self._session.project) is not None:
            keep_columns(project, table.columns, chosen)
            sheet = chosen.get(SHEET, "")
            if table.sheets:
                keep_sheet(project, table.sheets, sheet)
            if by_itself := self._found_by_itself(source, sheet):
                keep_header(project, sheet, by_itself.columns, int(chosen.get(HEADER, "0")))
        self._dialog.say_problem("")
