"""Edits of thousands of rows, beside the window: they are made in a worker while the session is locked."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.model.changes import Changes
from dateline.model.page import Page
from dateline.model.progress import Progress
from dateline.store.errors import ProjectError
from dateline.store.project import Project


def _page_after(own: Project, shown: Page | None, changes: Changes) -> Page | None:
    """Read the page that was shown as it is after the changes, so that the window need not: it may be enormous."""
    if shown is None or not changes.touches_article(shown.article.id):
        return None
    if not own.articles.exists(shown.article.id):
        return None
    return own.annotations.page(shown.article.id, shown.annotator_id)


class LongWork(QObject):
    """Runs one edit at a time on a second connection; cancelled or failed, the project stays as it was."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent or session)
        self._session, self._tasks = session, tasks
        self._told = False  # of other changes, since the work began: the page it read may be older than the one shown
        session.changed.connect(self._hear)

    def start(
        self, title: str, edit: Callable[[Project, Progress], Changes], then: Callable[[Changes], None]
    ) -> Task | None:
        """Run the edit and hand its Changes to `then`, which is to broadcast them; None where nothing can be edited."""
        session, project = self._session, self._session.project
        if project is None or not session.may_edit():
            return None

        shown, self._told = session.page, False

        def work(progress: Progress) -> tuple[Changes, Page | None]:
            with project.sibling() as own:
                changes = edit(own, progress)
                return changes, _page_after(own, shown, changes)

        session.locked = True
        task = self._tasks.start(title, work)
        task.succeeded.connect(lambda done: self._succeeded(done[0], done[1], then))
        task.failed.connect(self._failed)
        task.cancelled.connect(self._unlock)
        return task

    def _hear(self, *_: object) -> None:
        self._told = True

    def _unlock(self) -> None:
        self._session.locked = False

    def _succeeded(self, changes: Changes, page: Page | None, then: Callable[[Changes], None]) -> None:
        self._unlock()
        self._session.expect(changes, None if self._told else page)
        then(changes)

    def _failed(self, error: BaseException) -> None:
        self._unlock()
        if isinstance(error, ProjectError):
            self._session.failed.emit(error)
        elif isinstance(error, ValueError):  # an EditError is one
            self._session.message.emit(str(error))
        else:
            raise error
