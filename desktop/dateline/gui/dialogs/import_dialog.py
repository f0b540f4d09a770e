"""Importing: what, how, how far it is, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QWidget

from dateline.editing.common import EditError
from dateline.editing.import_report import ImportReport
from dateline.editing.import_request import ImportRequest
from dateline.editing.importing import UnknownLabels, run_import
from dateline.editing.kept_labels import KeptLabels, keep_by_format
from dateline.editing.onlooker import OtherLayers
from dateline.editing.preview import ImportPreview
from dateline.exchange.format import UnknownFormat
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import BadInput, Undecided, problem_of
from dateline.gui.dialogs.frame import Dialog, label_button
from dateline.gui.dialogs.import_form import ImportForm
from dateline.gui.dialogs.import_preview import Chosen, PreviewPage
from dateline.gui.dialogs.import_summary import problem_caption, report_lines, report_text, report_title
from dateline.gui.dialogs.import_work import (
    ChosenBefore,
    Looked,
    count_again,
    look_through,
    on_its_own,
    run_unless_chosen_before,
)
from dateline.gui.dialogs.reading_question import ReadingQuestion
from dateline.gui.dialogs.source_list import dropped_paths
from dateline.gui.dialogs.table_columns import TableColumns
from dateline.gui.dialogs.work_page import Line, OutcomePage, WorkPage, problem_lines
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.model.changes import Changes
from dateline.store.errors import ProjectError

Sources = tuple[Path, frozenset[Path]]  # a project, and what is imported into it
_A_MOMENT = 300  # milliseconds without another choice, before what comes is counted again


class ImportDialog(Dialog):
    """Runs an import on a second connection; the project is changed in one step, or not at all.

    `folder` is where its choosers begin; `folder_used(Path)` says where something was chosen. `kept` holds what labels
    and roles of a project's sources are to become, as it was chosen in dialogs before this one.
    """

    folder_used = Signal(object)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        folder: Path,
        sources: Sequence[Path] = (),
        parent: QWidget | None = None,
        kept: dict[Sources, Chosen] | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self.resize(860, 720)
        self._session, self._tasks, self._folder = session, tasks, folder
        self._kept = {} if kept is None else kept
        self._skip_bad = False  # whether the rest of what is partly wrong was asked for
        self._mapping: dict[str, str] = {}  # what labels of the sources become, as it was chosen
        self._roles: dict[str, str] = {}  # the same of roles
        self._awaited: dict[str, str] = {}  # of roles that may come up, what was chosen at an earlier import
        self._formats: set[str] = set()  # of the sources, as the preview found them
        self._settled: tuple[KeptLabels, list[str]] | None = None  # what the preview was left with
        self._answers: dict[str, str] = {}  # how sources are read that can be read in several ways
        self._asker: Callable[[], None] = self._preview  # what goes on once a question is answered
        self.form, self.work, self.preview, self.outcome = (
            ImportForm(folder, tasks),
            WorkPage(),
            PreviewPage(),
            OutcomePage(),
        )
        self.pages = QStackedWidget()
        for page in (self.form, self.work, self.preview, self.outcome):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.form.files_wanted.connect(self._ask_files)
        self.form.folder_wanted.connect(self._ask_folder)
        self._columns = TableColumns(self.form, session, tasks, self)
        self.form.columns_wanted.connect(self._columns.ask)
        self.form.sources.changed.connect(self._columns.recall)
        self.form.sources.changed.connect(self._forget_answers)
        self.form.sources.changed.connect(self._recall_choices)
        self.form.format.currentIndexChanged.connect(self._forget_answers)
        self.form.changed.connect(self._look)
        self._counting: Task | None = None  # counts what comes of what is chosen in the preview
        self._waiting = QTimer(self, singleShot=True, interval=_A_MOMENT)
        self._waiting.timeout.connect(self._count_again)
        self.preview.chosen_otherwise.connect(self._chosen_otherwise)
        self.finished.connect(self._stop_counting)
        self.finished.connect(self.form.stop_looking)
        self.finished.connect(self._keep_choices)
        self.back = self.add_button(self.tr("Back"), self._go_back, left=True)
        self.cancel = self.add_button(self.tr("Cancel"), self.reject)
        self.rest = self.add_button(self.tr("&Import the rest"), lambda: self._run(skip_bad=True))
        self.look = self.add_button(self.tr("Pre&view"), self._preview)
        self.go_on = self.add_button(self.tr("&Import"), self._run_as_chosen)
        self.start = self.add_button(self.tr("&Import"), self._run, default=True)
        self.close_button = self.add_button(self.tr("Close"), self.accept)
        self.form.sources.add(sources)
        self._go_back()

    # Choosing

    def _ask_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Import files"), str(self._folder), self.form.filters)
        self._take([Path(c) for c in chosen])

    def _ask_folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("Import a folder"), str(self._folder)):
            self._take([Path(chosen)])

    def _take(self, chosen: Sequence[Path]) -> None:
        """Add what was chosen; the next choosers begin there."""
        self.form.sources.add(chosen)
        if chosen:
            self._folder = chosen[0].parent
            self.form.table.set_start(self._folder)
            self.folder_used.emit(self._folder)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere while choosing."""
        if self.pages.currentWidget() is self.form and dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.form.sources.add(dropped_paths(event.mimeData()))
        event.acceptProposedAction()

    def _look(self) -> None:
        problem = self.form.problem()
        self.say_problem(problem if self.pages.currentWidget() is self.form else "")
        for button in (self.start, self.look):
            button.setEnabled(not problem and bool(self.form.sources.paths))

    def _go_back(self) -> None:
        self._skip_bad, self._settled, self._awaited = False, None, {}
        self._mapping, self._roles = self.preview.chosen(), self.preview.chosen_roles()
        self._show(self.form)
        self._look()
        (self.start if self.start.isEnabled() else self.form.add_files).setFocus()

    def _show(self, page: QWidget, *, rest: bool = False) -> None:
        self._stop_counting()
        self.pages.setCurrentWidget(page)
        self.say_problem("")
        done, looking = page is self.outcome, page is self.preview
        self.back.setVisible(done or looking)
        self.cancel.setVisible(page is self.form or looking)
        for button in (self.look, self.start):
            button.setVisible(page is self.form)
        self.rest.setVisible(done and rest)
        self.go_on.setVisible(looking)
        self.close_button.setVisible(done)
        front = self.start if page is self.form else self.go_on if looking else self.close_button
        self._lead_with(front)
        if done or looking:
            front.setFocus()

    def _lead_with(self, front: QPushButton) -> None:
        """Let Enter press this button, also from the one that it pressed before."""
        ways = (self.start, self.go_on, self.close_button, self.back)
        had_focus = any(button.isDefault() and button.hasFocus() for button in ways)
        for button in ways:
            button.setDefault(button is front)
        if had_focus:
            front.setFocus()

    def _options(self) -> ReadOptions:
        """Return what was chosen, and what was answered; what is chosen in the form afterwards goes before."""
        options = self.form.options(recalled=False)
        return replace(options, extra={**self._answers, **options.extra})

    def _forget_answers(self) -> None:
        """An answer was given for the sources there were, and is none for another one."""
        self._answers = {}

    def _sources(self) -> Sources | None:
        project = self._session.project
        return (project.path, frozenset(self.form.sources.paths)) if project is not None else None

    def _keep_choices(self) -> None:
        """Keep for the next dialog what was chosen, also where this one was left by Esc."""
        if (sources := self._sources()) is not None and any(chosen := self.preview.kept()):
            self._kept[sources] = chosen

    def _recall_choices(self) -> None:
        sources = self._sources()
        if sources is not None and (chosen := self._kept.get(sources)) is not None:
            self.preview.recall(chosen)
            self._mapping, self._roles = self.preview.chosen(), self.preview.chosen_roles()

    # What only a person knows

    def _ask_reading(self, undecided: Undecided) -> None:
        question = ReadingQuestion(undecided, self)
        question.accepted.connect(lambda: self._take_answer(undecided.key, question.chosen()))
        question.rejected.connect(self._cancelled)
        question.open()

    def _take_answer(self, key: str, value: str) -> None:
        self._answers[key] = value
        self._asker()

    # Looking first

    def _preview(self) -> None:
        """Read everything and show what would come, before anything is written."""
        project = self._session.project
        if project is None or self.work.running:
            return
        self._asker = self._preview
        asked = self._request({}, {})  # so all labels and roles are met; then with what is chosen
        work = on_its_own(project, asked, look_through)
        task = self._tasks.start(self.tr("Looking through the sources"), work)
        task.succeeded.connect(self._looked_through)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.work.follow(task, self.tr("Nothing is written yet."))
        self._show(self.work)

    def _request(self, mapping: Mapping[str, str], roles: Mapping[str, str]) -> ImportRequest:
        """Return what is asked for, with what labels and roles are to become."""
        return ImportRequest(
            tuple(self.form.sources.paths), self._options(), self.form.format_name, dict(mapping), dict(roles)
        )

    def _looked_through(self, looked: Looked) -> None:
        self._formats = looked.formats
        self.preview.recall_earlier(looked.earlier, looked.differing)
        self._seen(looked.found)

    def _seen(self, found: ImportPreview) -> None:
        self.preview.show_preview(found, self._session.schema)
        self._show(self.preview)
        self._offer(found)
        self._chosen_otherwise()

    def _offer(self, found: ImportPreview) -> None:
        wrong = sum(group.count for group in found.problems)
        self._skip_bad = wrong > 0
        label_button(self.go_on, self.tr("&Import the rest") if wrong else self.tr("&Import"))
        # nobody leaves things out, takes them twice, or undoes what formats were given, by pressing Enter
        doubtful = wrong or found.once_more or self.preview.undecided()
        self._lead_with(self.back if doubtful else self.go_on)
        self.go_on.setEnabled(not found.clashing and bool(not found.nothing_new or found.labels))

    def _chosen_otherwise(self) -> None:
        """Count again once nothing was chosen for a moment; until then nothing is claimed."""
        self._stop_counting()
        if self.pages.currentWidget() is self.preview:
            self.preview.say_counting()
            if not self.preview.counted:
                self._waiting.start()

    def _count_again(self) -> None:
        if (project := self._session.project) is None or self.pages.currentWidget() is not self.preview:
            return
        asked = self._request(self.preview.mapping(), self.preview.roles())
        work = on_its_own(project, asked, partial(count_again, self.preview.undecided()))
        task = self._counting = self._tasks.start_quietly(work)
        task.succeeded.connect(lambda found: self._counted(task, found))
        task.failed.connect(lambda error: self._counted(task, error))

    def _counted(self, task: Task, found: ImportPreview | BaseException) -> None:
        if task is not self._counting:
            return
        self._counting = None
        if isinstance(found, BaseException):
            self._failed(found)
            return
        self.preview.count_again(found, self._session.schema)
        self._offer(found)
        self._chosen_otherwise()  # roles that came up only now have something to become, too

    def _stop_counting(self) -> None:
        self._waiting.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _run_as_chosen(self) -> None:
        self._mapping, self._roles = self.preview.mapping(), self.preview.roles()
        self._settled = self.preview.settled()
        self._awaited = self.preview.awaited_roles()
        self._run(add_labels=True)

    # Running

    def _run(self, *, skip_bad: bool = False, add_labels: bool = False) -> None:
        project = self._session.project
        if project is None or self.work.running:
            return
        self._asker = partial(self._run, skip_bad=skip_bad, add_labels=add_labels)
        self._skip_bad |= skip_bad  # also when it is asked what becomes of labels after that
        asked = self._request(self._mapping, {**self._awaited, **self._roles})
        asked = replace(asked, earlier=KeptLabels({}, dict(self._awaited)))
        if self._skip_bad:
            asked = replace(asked, options=replace(asked.options, skip_bad=True))
        said = frozenset([*self._mapping, *self._roles, *(name for part in self.preview.kept() for name in part)])
        running = partial(run_import, add_labels=True) if add_labels else partial(run_unless_chosen_before, said)
        work = on_its_own(project, asked, running)
        self._session.locked = True
        task = self._tasks.start(self.tr("Importing"), work)
        task.finished.connect(self._unlock)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.work.follow(task, self.tr("The project is changed only when everything has been read."))
        self._show(self.work)

    def _unlock(self) -> None:
        self._session.locked = False

    def reject(self) -> None:
        """Esc while the work runs stops it; else it closes."""
        if self.work.running:
            self.work.cancel()
        else:
            super().reject()

    def _cancelled(self) -> None:
        self._go_back()
        self.say_problem(self.tr("Cancelled; nothing was imported."))

    def _succeeded(self, report: ImportReport) -> None:
        self._session.locked = False
        changes = replace(report.changes, articles=None) if report.changes else Changes()
        self._session.broadcast(changes, "import")
        project = self._session.project
        if project is not None and self._settled is not None:
            keep_by_format(project, self._formats, report.met, *self._settled)
        if project is not None and self._session.page is None and (first := project.articles.first()):
            self._session.open_article(first)
        self.outcome.show_outcome(
            report_title(report), report_text(report), report_lines(report), self.tr("Worth knowing"), new=report.new
        )
        self._show(self.outcome)
        self.back.hide()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, UnknownLabels | OtherLayers | ChosenBefore):
            QTimer.singleShot(0, self._preview)  # shows what each of them may become, once this task is over
        elif isinstance(error, Undecided):
            QTimer.singleShot(0, lambda: self._ask_reading(error))  # once this task is over
        elif isinstance(error, BadInput):
            self._list_problems(error)
        elif isinstance(error, EditError):
            self._say(self.tr("Nothing was imported"), Line("", str(error)))
        elif isinstance(error, ProjectError):
            self._say(error.what, Line(error.where, error.what, error.todo))
        elif isinstance(error, OSError):
            found = problem_of(error, error.filename or "", "read")
            self._say(self.tr("A file could not be read"), *problem_lines([found]))
        elif isinstance(error, UnknownFormat):
            self._say(self.tr("The format is not known"), Line("", str(error)))
        else:
            self._go_back()
            self.say_problem(self.tr("This is a fault in Dateline; nothing was imported."))
            raise error

    def _say(self, title: str, *lines: Line) -> None:
        self.outcome.show_outcome(title, "", lines, self.tr("Nothing was imported."))
        self._show(self.outcome)

    def _list_problems(self, error: BadInput) -> None:
        title = self.tr("Nothing was imported")
        rest = self.tr("Mend what is listed and import again, or import the rest without it.")
        text = rest if error.rest else self.tr("Mend what is listed and import again.")
        problems = error.problems
        self.outcome.show_outcome(title, text, problem_lines(problems), problem_caption(len(problems)))
        self._show(self.outcome, rest=error.rest)
