"""Checking the project: how far it is, and what was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from dateline.editing.checking import check_project
from dateline.gui.dialogs.frame import Dialog, plural
from dateline.gui.dialogs.work_page import Line, OutcomePage, WorkPage
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.widgets.wording import begun
from dateline.model.progress import Progress
from dateline.review.consistency import Finding
from dateline.store.errors import ProjectError

_SHOWN = 1000


class CheckDialog(Dialog):
    """Begins at once; a finding that is activated shows its annotation in the window."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Check project"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.resize(640, 420)
        self._session, self._tasks = session, tasks
        self.work, self.outcome = WorkPage(), OutcomePage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.work)
        self.pages.addWidget(self.outcome)
        self.body.addWidget(self.pages, 1)
        self.outcome.line_activated.connect(lambda key: session.show_mention(key, "check"))
        session.project_changed.connect(self.close)
        self.again = self.add_button(self.tr("Check again"), self._run, left=True)
        self.add_button(self.tr("Close"), self.reject, default=True)
        self._run()

    def _run(self) -> None:
        project = self._session.project
        if project is None or self.work.running:
            return

        def work(progress: Progress) -> list[Finding]:
            with project.sibling() as own:
                return list(check_project(own, progress))

        task = self._tasks.start(self.tr("Checking the project"), work)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.work.follow(task, self.tr("Nothing is changed by it."))
        self.pages.setCurrentWidget(self.work)
        self.again.hide()

    def reject(self) -> None:
        """Esc while the work runs stops it and closes."""
        self.work.cancel()
        super().reject()

    def _succeeded(self, findings: list[Finding]) -> None:
        if not findings:
            text = self.tr("Every offset lies in its text, every reference leads somewhere, the file is sound.")
            self._show(self.tr("All is well"), text)
            return
        grave = sum(f.grave for f in findings)
        title = plural(len(findings), self.tr("1 finding"), self.tr("{} findings"))
        text = self.tr("Of these {} are faults of the data; the others are worth a look.").format(grave)
        lines = [Line(f.article, begun(f.what), key=f.record_id) for f in findings[:_SHOWN]]
        caption = self.tr("Enter or a double click goes to the annotation")
        if len(findings) > _SHOWN:
            caption = self.tr("The first {}; 'dateline check' lists all").format(_SHOWN)
        self._show(title, text, lines, caption)

    def _show(self, title: str, text: str, lines: list[Line] | None = None, caption: str = "") -> None:
        self.outcome.show_outcome(title, text, lines or [], caption, (self.tr("Article"), self.tr("What"), ""))
        self.pages.setCurrentWidget(self.outcome)
        self.again.show()

    def _cancelled(self) -> None:
        self._show(self.tr("Cancelled"), self.tr("The project was not checked to its end."))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ProjectError):
            self._show(self.tr("This is a fault in Dateline"), self.tr("The project was not checked to its end."))
            raise error
        self._show(error.what, f"{error.where}\n{error.todo}")
