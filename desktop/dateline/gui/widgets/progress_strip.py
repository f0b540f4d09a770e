"""A strip that shows how far long work is, with a button to stop it; it comes only when the work takes a while."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from dateline.gui.tasks import Task, Tasks
from dateline.gui.widgets.job_bar import JobBar
from dateline.gui.widgets.labels import ElidedLabel

APPEARS_AFTER = 500  # milliseconds


class ProgressStrip(QWidget):
    """Joins every task that starts and shows the one started last; the window stays usable meanwhile.

    What a dialog shows is not shown here, too.
    """

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running: list[Task] = []
        self._title, self._what, self._count = QLabel(), ElidedLabel(), QLabel()
        title = self._title.font()
        title.setBold(True)
        self._title.setFont(title)
        self._what.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar = JobBar()
        self._bar.setFixedWidth(180)
        self._stop = QPushButton(self.tr("Cancel"))
        self._stop.clicked.connect(self._cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 10, 0)  # the bar is as high as a line; a margin would cut the button off
        box.setSpacing(10)
        for part in (self._title, self._what, self._count, self._bar, self._stop):
            box.addWidget(part)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(APPEARS_AFTER)
        self._patience.timeout.connect(self.show)
        self.hide()
        tasks.started.connect(self._join)

    def _join(self, task: Task) -> None:
        self._running.append(task)
        task.progressed.connect(lambda done, total, what: self._report(task, done, total, what))
        task.followed.connect(lambda: self._leave(task))
        task.finished.connect(lambda: self._leave(task))
        self._turn_to(task)
        if not self.isVisible() and not self._patience.isActive():
            self._patience.start()

    def _turn_to(self, task: Task) -> None:
        others = len(self._running) - 1
        self._title.setText(self.tr("{title} (+{n})").format(title=task.title, n=others) if others else task.title)
        self._what.set_full_text("")
        self._count.setText(self._bar.show_share(0, 0))
        self._stop.setEnabled(not task.cancelling)
        self._stop.setText(self.tr("Cancel"))

    def _report(self, task: Task, done: int, total: int, what: str) -> None:
        if not self._running or task is not self._running[-1] or task.cancelling:
            return
        self._what.set_full_text(what)
        self._count.setText(self._bar.show_share(done, total))

    def _cancel(self) -> None:
        if self._running:
            self._running[-1].cancel()
            self._stop.setEnabled(False)
            self._what.set_full_text(self.tr("Stopping; nothing is left half-done."))

    def _leave(self, task: Task) -> None:
        if task not in self._running:
            return
        self._running.remove(task)
        if self._running:
            self._turn_to(self._running[-1])
        else:
            self._patience.stop()
            self.hide()
