"""The strip stays away from short work, follows long work, and stops it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.tasks import Tasks
from dateline.gui.widgets.job_bar import JobBar
from dateline.gui.widgets.progress_strip import ProgressStrip
from dateline.model.progress import Progress


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.stop_all(5)


@pytest.fixture
def strip(tasks: Tasks, qtbot: QtBot) -> ProgressStrip:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 60)
    made = ProgressStrip(tasks, window)
    made.resize(700, 40)
    window.show()
    made.window_kept = window  # type: ignore[attr-defined]
    return made


def test_short_work_shows_nothing(tasks: Tasks, strip: ProgressStrip, qtbot: QtBot) -> None:
    task = tasks.start("Quick", lambda _: 1)
    with qtbot.waitSignal(task.finished):
        pass
    qtbot.wait(20)
    assert not strip.isVisible()
    assert not strip._patience.isActive()


def test_long_work_is_followed_and_stopped(tasks: Tasks, strip: ProgressStrip, qtbot: QtBot) -> None:
    strip._patience.setInterval(5)

    def work(progress: Progress) -> None:
        for n in range(1_000_000):
            progress.step((1 << 40) + n, 1 << 41, "article.txt")
            QThread.msleep(1)

    task = tasks.start("Import", work)
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip._count.text() == "50 %")
    assert strip._title.text() == "Import"
    assert strip.findChild(JobBar).value() == 500
    with qtbot.waitSignal(task.cancelled):
        qtbot.mouseClick(strip.findChild(QPushButton), Qt.MouseButton.LeftButton)
        assert not strip._stop.isEnabled()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_two_tasks_take_turns(tasks: Tasks, strip: ProgressStrip, qtbot: QtBot) -> None:
    strip._patience.setInterval(5)
    go = [threading.Event(), threading.Event()]
    first = tasks.start("Import", lambda _: go[0].wait(5))
    second = tasks.start("Export", lambda _: go[1].wait(5))
    qtbot.waitUntil(strip.isVisible)
    assert strip._title.text() == "Export (+1)"
    with qtbot.waitSignal(second.finished):
        go[1].set()
    assert strip._title.text() == "Import"
    assert strip.isVisible()
    with qtbot.waitSignal(first.finished):
        go[0].set()
    assert not strip.isVisible()


def test_work_without_a_total_shows_a_count(tasks: Tasks, strip: ProgressStrip, qtbot: QtBot) -> None:
    go = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(7, None, "row")
        go.wait(5)

    task = tasks.start("Read", work)
    qtbot.waitUntil(lambda: strip._count.text() == "7")
    bar = strip.findChild(JobBar)
    assert bar.unknown
    assert bar.maximum() > bar.minimum()  # else Qt lets stripes run over it
    with qtbot.waitSignal(task.finished):
        go.set()
