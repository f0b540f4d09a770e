"""Undo and redo of steps that touched thousands of rows, beside the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.changes import Changes
from dateline.model.progress import Progress
from dateline.store.errors import ProjectError

if TYPE_CHECKING:
    from dateline.store.journal import StepInfo


class LongUndo(QObject):
    """Takes steps back, or does them again, in a worker; the session is locked until it has ended."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session, self._tasks = session, tasks

    def start(self, info: "StepInfo", back: bool) -> None:
        """Undo (or redo) the step; cancelled or failed, the project stays as it was."""
        session, project = self._session, self._session.project
        if project is None:
            return

        def work(progress: Progress) -> Changes:
            with project.sibling() as own:
                return own.undo(progress) if back else own.redo(progress)

        title = self.tr("Undoing: {}") if back else self.tr("Doing again: {}")
        session.locked = True
        task = self._tasks.start(title.format(info.label), work)
        task.succeeded.connect(lambda changes: self._succeeded(changes, info, back))
        task.failed.connect(self._failed)
        task.cancelled.connect(self._unlock)

    def _unlock(self) -> None:
        self._session.locked = False

    def _succeeded(self, changes: Changes, info: "StepInfo", back: bool) -> None:
        self._unlock()
        self._session.replayed(changes, info, back=back)

    def _failed(self, error: BaseException) -> None:
        self._unlock()
        if not isinstance(error, ProjectError):
            raise error
        self._session.failed.emit(error)
