"""Long work off the GUI thread: it reports how far it is, can be cancelled, and leaves a result or an error."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dateline.gui.widgets.wording import worded
from dateline.model.progress import Cancelled, Progress
from dateline.model.wording import Wording

if TYPE_CHECKING:  # imported with the first task: the first article does without
    from concurrent.futures import Future, ThreadPoolExecutor

REPORT_EVERY = 0.05  # seconds: what is reported oftener is not shown, so that the window keeps up

Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of long work; make it by `Tasks.start`. Its signals come in the GUI thread.

    `progressed(done, total, what)`: total is -1 where unknown. Then exactly one of `succeeded(result)`,
    `failed(exception)`, `cancelled()`, and after it `finished()`. `followed()`: a dialog shows how far it is, and
    nobody else need.
    """

    progressed = Signal(object, object, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    followed = Signal()

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.running = True
        self.stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next report, and `cancelled` follows."""
        self.stop.set()

    def follow(self) -> None:
        """Say that a dialog shows how far this is."""
        self.followed.emit()

    @property
    def cancelling(self) -> bool:
        """Whether somebody has asked the work to stop."""
        return self.stop.is_set()


class _Bridge(QObject):
    """Where workers report: what they emit crosses to the GUI thread. It outlives them all."""

    stepped = Signal(int, object, object, object)  # number of the task; what is at hand is a str or Wording
    ended = Signal(int, str, object)


class _Worker:
    """The worker's end: it does the work, and is its Progress.

    No QObject and no QRunnable: of either the last reference may go in the worker, and Qt's side of it would be
    destroyed there while the GUI thread still delivers its events.
    """

    def __init__(self, number: int, work: Work, stop: threading.Event, bridge: _Bridge) -> None:
        self._number, self._work, self._stop, self._bridge = number, work, stop, bridge
        self._next = 0.0
        self._stage = ""

    def step(self, done: int, total: int | None, what: str | Wording) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        stage = what.text if isinstance(what, Wording) else ""
        if now >= self._next or done == total or stage != self._stage:
            self._next, self._stage = now + REPORT_EVERY, stage
            self._bridge.stepped.emit(self._number, done, -1 if total is None else total, what)

    def run(self) -> None:
        try:
            how, what = "succeeded", self._work(self)
        except Cancelled:
            how, what = "cancelled", None
        except BaseException as problem:  # whatever it is, the window must hear of it
            how, what = "failed", problem
        self._bridge.ended.emit(self._number, how, what)


class Tasks(QObject):
    """Runs tasks in a pool of its own and keeps them until they are over.

    `started(Task)` lets a progress strip join. Work opens its own Project: a connection belongs to a thread.
    """

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._bridge = _Bridge(self)
        self._bridge.stepped.connect(self._stepped)
        self._bridge.ended.connect(self._end)
        self._running: dict[int, Task] = {}
        self._jobs: dict[int, Future[None]] = {}
        self._number = 0

    def start(self, title: str, work: Work) -> Task:
        """Run `work(progress)` in a thread; connect to the task's signals before control goes back to Qt."""
        return self._start(title, work, quietly=False)

    def start_quietly(self, work: Work) -> Task:
        """Run work that nobody is shown, since nobody waits for it."""
        return self._start("", work, quietly=True)

    def _start(self, title: str, work: Work, *, quietly: bool) -> Task:
        task = Task(title, self)
        self._number += 1
        self._running[self._number] = task
        if not quietly:
            self.started.emit(task)
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(2)
        worker = _Worker(self._number, work, task.stop, self._bridge)
        self._jobs[self._number] = self._pool.submit(worker.run)
        return task

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that are not over."""
        return tuple(self._running.values())

    def stop_all(self, wait: float = 10.0) -> bool:
        """Cancel everything and wait up to `wait` seconds, as before quitting; return whether all has stopped."""
        for task in self.running:
            task.cancel()
        from concurrent.futures import wait as wait_for

        return not wait_for(self._jobs.values(), wait).not_done

    def _stepped(self, number: int, done: object, total: object, what: str | Wording) -> None:
        if task := self._running.get(number):
            task.progressed.emit(done, total, worded(what) if isinstance(what, Wording) else what)

    def _end(self, number: int, how: str, what: object) -> None:
        task = self._running.pop(number, None)
        self._jobs.pop(number, None)
        if task is None:
            return
        task.running = False
        if how == "cancelled":
            task.cancelled.emit()
        elif how == "failed":
            task.failed.emit(what)
        else:
            task.succeeded.emit(what)
        task.finished.emit()
        task.deleteLater()
