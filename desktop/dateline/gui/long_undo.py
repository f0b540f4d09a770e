"""Undo and redo of steps that touched thousands of rows, beside the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dateline.gui.long_work import LongWork
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks

if TYPE_CHECKING:
    from dateline.store.journal import StepInfo


class LongUndo(QObject):
    """Takes steps back, or does them again, in a worker; the session is locked until it has ended."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session, self._work = session, LongWork(session, tasks, self)

    def start(self, info: "StepInfo", back: bool) -> None:
        """Undo (or redo) the step; cancelled or failed, the project stays as it was."""
        title = self.tr("Undoing: {}") if back else self.tr("Doing again: {}")
        self._work.start(
            title.format(info.label),
            lambda own, progress: own.undo(progress) if back else own.redo(progress),
            lambda changes: self._session.steps.replayed(changes, info, back=back),
        )
