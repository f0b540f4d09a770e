"""The strip stays away from short work, follows long work, and stops it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.work_page import WorkPage
from dateline.gui.settings import Settings
from dateline.gui.tasks import Tasks
from dateline.gui.theme_style import ThemeKeeper
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.job_bar import JobBar
from dateline.gui.widgets.progress_strip import APPEARS_AFTER, ProgressStrip
from dateline.gui.widgets.status_line import StatusLine
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


def test_what_a_dialog_follows_is_not_shown_a_second_time(tasks: Tasks, strip: ProgressStrip, qtbot: QtBot) -> None:
    going, page = threading.Event(), WorkPage()
    qtbot.addWidget(page)

    def work(progress: Progress) -> None:
        while not going.is_set():
            progress.step(1, 10, "b.txt")
            QThread.msleep(5)

    task = tasks.start("Importing", work)
    page.follow(task, "")
    qtbot.wait(APPEARS_AFTER + 150)
    assert page.count.text() == "10 %"
    assert strip.isHidden()
    with qtbot.waitSignal(task.finished):
        going.set()


def test_the_button_is_whole_in_the_status_bar(tasks: Tasks, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    keeper = ThemeKeeper(qapp, Settings(tmp_path))
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 200)
    window.statusBar().addWidget(StatusLine(keeper.current), 1)
    strip = ProgressStrip(tasks)
    window.statusBar().addPermanentWidget(strip)
    window.statusBar().addPermanentWidget(ChoiceBox())
    window.show()
    room = window.statusBar().height()
    going = threading.Event()
    task = tasks.start("Importing", lambda _: going.wait(10))
    qtbot.waitUntil(strip.isVisible)
    button = strip.findChild(QPushButton)
    assert button is not None
    qtbot.wait(20)
    assert button.height() >= button.sizeHint().height() >= button.fontMetrics().height()
    assert strip.rect().contains(button.geometry())
    assert strip.sizeHint().height() <= room, "a full window does not give the bar more"
    with qtbot.waitSignal(task.finished):
        going.set()
    qapp.setStyleSheet("")
