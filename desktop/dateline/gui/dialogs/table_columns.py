"""The columns and the sheet of a table that is imported: asked for, and remembered in the project.

Large workbooks are opened beside the window: that takes as long as to read them.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace
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
from dateline.exchange.formats.table.heads import Heads
from dateline.exchange.formats.table.preview import TablePreview, preview
from dateline.exchange.formats.table.sheets import SHEET
from dateline.exchange.problems import BadInput, Problem, problem_of
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.frame import Dialog
from dateline.gui.dialogs.import_form import ImportForm
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.gui.widgets.wording import in_one_line
from dateline.model.progress import Progress

NO_HEADER: Mapping[str, str] = MappingProxyType({})  # no line is said


class TableColumns(QObject):
    """Keeps what the form knows of the columns of the tables among the sources."""

    def __init__(self, form: ImportForm, session: Session, tasks: Tasks, dialog: Dialog) -> None:
        super().__init__(dialog)
        self._form, self._session, self._tasks, self._dialog = form, session, tasks, dialog
        self._heads = Heads()
        self._opened = set[Path]()  # large workbooks that were, or could not be; more may have been than are held
        self._broken = set[Path]()  # those that could not be read from the drive at all, which takes no time
        self._opening: Task | None = None
        self._asked: Path | None = None  # whose columns are asked for once it is opened
        dialog.finished.connect(self._stop)
        form.sources.itemSelectionChanged.connect(self._recall_asked)

    def recall(self) -> None:
        """Take the columns, sheets and lines of headers that were chosen before for such tables here."""
        project, before = self._session.project, self._form.chosen_columns
        self._open([s for s in self._form.table_sources if s not in self._opened and self._takes_long(s)])
        sources = self._form.table_sources if project is not None and anything_kept(project) else ()
        ready = [s for s in sources if s in before or not self._takes_long(s)]
        self._form.chosen_columns = {s: before[s] if s in before else self._recalled(s) for s in ready}
        self._form.recalled = {s for s in ready if s not in before or s in self._form.recalled}
        self._form.tell_columns()

    def _takes_long(self, source: Path) -> bool:
        return source not in self._broken and not self._heads.is_quick(source)

    def _open(self, sources: list[Path]) -> None:
        """Open large workbooks beside the window, and go on from there."""
        if not sources or self._opening is not None:
            return

        def work(progress: Progress) -> list[Path]:
            broken = []  # what is wrong with them is told when they are imported
            for number, source in enumerate(sources):
                progress.step(number, len(sources), source.name)
                try:
                    self._heads.of(source)
                except Fault:
                    continue  # the heads know it from now on
                except OSError:
                    broken.append(source)
            return broken

        task = self._opening = self._tasks.start_quietly(work)
        task.succeeded.connect(lambda broken: self._go_on(sources, broken))
        task.finished.connect(lambda: self._forget(task))

    def _go_on(self, opened: list[Path], broken: list[Path]) -> None:
        self._opened.update(opened)
        self._broken.update(broken)
        self._opening = None
        self.recall()
        if self._asked in opened:
            self._asked = None
            self.ask()

    def _forget(self, task: Task) -> None:
        if self._opening is task:
            self._opening = None

    def _stop(self) -> None:
        self._asked = None
        if self._opening is not None:
            self._opening.cancel()

    def _recall_asked(self) -> None:
        """Take for the table that would be asked about what was chosen for one like it since it was listed."""
        source, project = self._form.table_source, self._session.project
        asks = source and project is not None and not self._form.chosen_columns.get(source) and anything_kept(project)
        if source and asks and not self._takes_long(source):
            self._form.chosen_columns[source] = self._recalled(source)
            self._form.recalled.add(source)
        self._form.tell_columns()

    def _recalled(self, source: Path) -> dict[str, str]:
        table, project = self._seen_as(source, {}), self._session.project
        if table is None or project is None:
            return {}
        sheet = kept_sheet(project, table.sheets)
        by_itself = self._found_by_itself(source, sheet)
        line = kept_header(project, sheet, by_itself.columns) if by_itself else 0
        header = {HEADER: str(line)} if line and self._may_be_header(source, sheet, line) else {}
        return self._chosen_before(source, sheet, header)

    def _may_be_header(self, source: Path, sheet: str, line: int) -> bool:
        """Say whether the line that was the header may be it in this table, which may be shorter or have more above."""
        project = self._session.project
        of_sheet = {SHEET: sheet} if sheet else {}
        said = self._seen_as(source, of_sheet | {HEADER: str(line)})
        if said is None or project is None:
            return False
        found = self._seen_as(source, of_sheet)
        return bool(kept_columns(project, said.columns)) or not (found and kept_columns(project, found.columns))

    def ask(self) -> None:
        """Ask which column holds what, of the table that is selected."""
        self._recall_asked()
        source = self._form.table_source
        if source and self._takes_long(source):
            self._asked = source
            self._form.columns_of.set_full_text(self.tr("{}: being opened…").format(source.name))
            self._open([source])
            return
        if source is None:
            self._dialog.say_problem(self.tr("There is no table among the sources."))
            return
        try:
            table = self._looked_at(source)
        except (Fault, BadInput, OSError) as error:
            self._dialog.say_problem(f"{in_one_line(_problem(error, source))}.")
            return
        dialog = ColumnsDialog(source, table, self._dialog, look=partial(self._seen_sheet, source))
        dialog.accepted.connect(lambda: self._take(source, dialog.table, dialog.chosen()))
        dialog.open()

    def _seen(self, source: Path, *, as_before: bool = True) -> TablePreview | None:
        """Return the head of a table among the sources; what is wrong with it is told when it is imported.

        `as_before`: its header may be found by columns that were chosen before, as the import finds it.
        """
        try:
            return self._looked_at(source, as_before=as_before)
        except (Fault, BadInput, OSError):
            return None

    def _looked_at(self, source: Path, *, as_before: bool = True) -> TablePreview:
        """Return the same; raises Fault, BadInput and OSError."""
        options, project = self._form.options().of([source]), self._session.project
        if as_before and project is not None:
            options = replace(options, columns=partial(kept_columns, project))
        return preview(source, options, heads=self._heads)

    def _seen_as(self, source: Path, chosen: dict[str, str], *, as_before: bool = True) -> TablePreview | None:
        before, self._form.chosen_columns = self._form.chosen_columns, {source: chosen}
        try:
            return self._seen(source, as_before=as_before)
        finally:
            self._form.chosen_columns = before

    def _found_by_itself(self, source: Path, sheet: str) -> TablePreview | None:
        """Return the head of a sheet, "" for the first with texts, of which nobody ever said anything."""
        return self._seen_as(source, {SHEET: sheet} if sheet else {}, as_before=False)

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
        self._form.recalled.discard(source)
        if (project := self._session.project) is not None:
            keep_columns(project, table.columns, chosen)
            sheet = chosen.get(SHEET, "")
            if table.sheets:
                keep_sheet(project, table.sheets, sheet)
            if by_itself := self._found_by_itself(source, sheet):
                keep_header(project, sheet, by_itself.columns, int(chosen.get(HEADER, "0")))
        self._form.tell_columns()
        self._dialog.say_problem("")


def _problem(error: Fault | BadInput | OSError, source: Path) -> Problem:
    """Return why a table could not be looked at, as an import of it would say."""
    if isinstance(error, BadInput):
        return error.problems[0]
    return error.at(source.name, None) if isinstance(error, Fault) else problem_of(error, source.name, "read")
