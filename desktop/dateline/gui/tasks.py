"""Long work off the GUI thread: it reports how far it is, can be cancelled, and leaves a result or an error."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from dateline.model.progress import Cancelled, Progress

REPORT_EVERY = 0.05  # seconds: what is reported oftener is not shown, so that the window keeps up

Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of long work; make it by `Tasks.start`. Its signals come in the GUI thread.

    `progressed(done, total, what)`: total is -1 where unknown. Then exactly one of `succeeded(result)`,
    `failed(exception)`, `cancelled()`, and after it `finished()`.
    """

    progressed = Signal(object, object, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.running = True
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next report, and `cancelled` follows."""
        self._stop.set()

    @property
    def cancelling(self) -> bool:
        """Whether somebody has asked the work to stop."""
        return self._stop.is_set()


class _Reporter(QObject):
    """The worker's end: a Progress whose reports cross to the GUI thread by queued signals."""

    stepped = Signal(object, object, str)
    ended = Signal(object, str, object)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task
        self._next = 0.0

    def step(self, done: int, total: int | None, what: str) -> None:
        if self._task.cancelling:
            raise Cancelled
        now = monotonic()
        if now >= self._next or done == total:
            self._next = now + REPORT_EVERY
            self.stepped.emit(done, -1 if total is None else total, what)

    def end(self, how: str, what: object) -> None:
        self.ended.emit(self._task, how, what)


class _Job(QRunnable):
    def __init__(self, work: Work, reporter: _Reporter) -> None:
        super().__init__()
        self._work, self._reporter = work, reporter

    def run(self) -> None:
        try:
            how, what = "succeeded", self._work(self._reporter)
        except Cancelled:
            how, what = "cancelled", None
        except BaseException as problem:  # whatever it is, the window must hear of it
            how, what = "failed", problem
        self._reporter.end(how, what)


class Tasks(QObject):
    """Runs tasks in a pool of its own and keeps them until they are over.

    `started(Task)` lets a progress strip join. Work opens its own Project: a connection belongs to a thread.
    """

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: dict[Task, _Reporter] = {}

    def start(self, title: str, work: Work) -> Task:
        """Run `work(progress)` in a thread; connect to the task's signals before control goes back to Qt."""
        return self._start(title, work, quietly=False)

    def start_quietly(self, work: Work) -> Task:
        """Run work that nobody is shown, since nobody waits for it."""
        return self._start("", work, quietly=True)

    def _start(self, title: str, work: Work, *, quietly: bool) -> Task:
        task = Task(title, self)
        reporter = _Reporter(task)
        reporter.stepped.connect(task.progressed)
        reporter.ended.connect(self._end)
        self._running[task] = reporter
        if not quietly:
            self.started.emit(task)
        self._pool.start(_Job(work, reporter))
        return task

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that are not over."""
        return tuple(self._running)

    def stop_all(self, wait: float = 10.0) -> bool:
        """Cancel everything and wait up to `wait` seconds, as before quitting; return whether all has stopped."""
        for task in self._running:
            task.cancel()
        return self._pool.waitForDone(int(wait * 1000))

    def _end(self, task: Task, how: str, what: object) -> None:
        task.running = False
        self._running.pop(task, None)
        if how == "cancelled":
            task.cancelled.emit()
        elif how == "failed":
            task.failed.emit(what)
        else:
            task.succeeded.emit(what)
        task.finished.emit()
        task.deleteLater()
