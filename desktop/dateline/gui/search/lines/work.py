"""The concordance's work beside the window: looking, ordering, and seeing how lines are annotated."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from dateline.assist.kwic import Line, Order, matching, ordered
from dateline.assist.seeking import Sought
from dateline.editing.concordance import Marks, lines_of, lines_with_label, marks_of
from dateline.gui.session import Session
from dateline.gui.tasks import Task, Tasks
from dateline.model.progress import Progress
from dateline.store.errors import ProjectError
from dateline.store.project import Project

FEW = 3_000  # lines that are ordered, or looked at again, while the person waits
Found = tuple[list[Line], list[Marks]]


class Request(Struct, frozen=True):
    """What lines are wanted of: something sought, or a label."""

    sought: Sought | None = None
    label: str = ""


class LinesWork(QObject):
    """Does one thing of each kind at a time; asking again drops what was asked before."""

    found = Signal(object, object)  # list of Lines, list of Marks
    arranged = Signal(object)  # list of row numbers
    remarked = Signal(object)  # list of Marks, of all lines
    refused = Signal(str)  # why there are no lines
    running = Signal(bool)  # whether lines are being looked for

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._tasks_now: dict[str, Task] = {}
        session.closing.connect(self.stop)

    @property
    def looking(self) -> bool:
        """Whether lines are being looked for."""
        return "look" in self._tasks_now

    def look(self, request: Request) -> None:
        """Look for lines in all articles."""
        annotator = self._session.annotator
        if annotator is None:
            return

        def work(own: Project, progress: Progress) -> Found:
            if request.sought is not None:
                lines = lines_of(own, request.sought, progress)
            else:
                lines = lines_with_label(own, annotator.id, request.label, progress)
            return lines, marks_of(own, annotator.id, lines, progress)

        self._start("look", self.tr("Looking in all articles"), work, self._found)
        self.running.emit(self.looking)

    def mark(self, lines: Sequence[Line]) -> None:
        """See anew how lines are annotated."""
        project, annotator = self._session.project, self._session.annotator
        if project is None or annotator is None or not lines:
            return
        if len(lines) <= FEW:
            self._forget("mark")
            try:
                self.remarked.emit(marks_of(project, annotator.id, lines))
            except ProjectError as error:
                self._session.failed.emit(error)
            return
        self._start(
            "mark",
            self.tr("Looking at the annotations"),
            lambda own, progress: marks_of(own, annotator.id, lines, progress),
            self.remarked.emit,
        )

    def arrange(self, lines: Sequence[Line], wanted: str, order: Order, words: int) -> None:
        """Filter and order lines."""

        def work(_own: object = None, _progress: object = None) -> list[int]:
            return ordered(lines, matching(lines, wanted), order, words)

        if len(lines) <= FEW:
            self._forget("arrange")
            self.arranged.emit(work())
        else:
            self._start("arrange", self.tr("Ordering"), work, self.arranged.emit)

    def stop(self) -> None:
        """Stop all there is."""
        for kind in tuple(self._tasks_now):
            self._forget(kind)
        self.running.emit(False)

    def _start(
        self, kind: str, title: str, work: Callable[[Project, Progress], object], then: Callable[[object], None]
    ) -> None:
        project = self._session.project
        self._forget(kind)
        if project is None:
            return

        def run(progress: Progress) -> object:
            with project.sibling() as own:
                return work(own, progress)

        task = self._tasks.start(title, run)
        self._tasks_now[kind] = task
        task.finished.connect(lambda: self._ended(kind, task))
        task.succeeded.connect(lambda result: then(result) if self._is_last(kind, task) else None)
        task.failed.connect(lambda error: self._failed(error) if self._is_last(kind, task) else None)

    def _forget(self, kind: str) -> None:
        if task := self._tasks_now.pop(kind, None):
            task.cancel()

    def _found(self, found: Any) -> None:
        self.found.emit(*found)

    def _is_last(self, kind: str, task: Task) -> bool:
        """Say whether this is what was asked for last."""
        return self._tasks_now.get(kind) is task

    def _ended(self, kind: str, task: Task) -> None:
        if self._is_last(kind, task):
            del self._tasks_now[kind]
            if kind == "look":
                self.running.emit(False)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ProjectError):
            self._session.failed.emit(error)
        elif isinstance(error, ValueError):  # a BadExpression or an EditError
            self.refused.emit(str(error))
        else:
            raise error
