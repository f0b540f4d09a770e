"""Work in a thread: results, errors and cancelling reach the GUI thread, each exactly once."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from dateline.gui.tasks import Task, Tasks
from dateline.model.progress import Progress
from dateline.model.wording import Wording


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.stop_all(5)


def watch(task: Task) -> list[tuple[object, ...]]:
    seen: list[tuple[object, ...]] = []
    task.progressed.connect(lambda *a: seen.append(("progressed", *a)))
    task.succeeded.connect(lambda r: seen.append(("succeeded", r)))
    task.failed.connect(lambda e: seen.append(("failed", type(e), str(e))))
    task.cancelled.connect(lambda: seen.append(("cancelled",)))
    task.finished.connect(lambda: seen.append(("finished",)))
    return seen


def test_a_result_comes_in_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[object] = []

    def work(progress: Progress) -> str:
        threads.append(threading.get_ident())
        progress.step(0, 2, "one")
        progress.step(2, 2, "two")
        return "done"

    task = tasks.start("Count", work)
    task.succeeded.connect(lambda _: threads.append(threading.get_ident()))
    seen = watch(task)
    with qtbot.waitSignal(task.finished):
        pass
    assert seen == [
        ("progressed", 0, 2, "one"),
        ("progressed", 2, 2, "two"),
        ("succeeded", "done"),
        ("finished",),
    ]
    assert threads[0] != threads[1] == threading.get_ident()
    assert tasks.running == ()


def test_an_error_is_handed_over_whatever_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise OSError("disk full")

    task = tasks.start("Fail", work)
    seen = watch(task)
    with qtbot.waitSignal(task.finished):
        pass
    assert seen == [("failed", OSError, "disk full"), ("finished",)]


def test_cancelling_stops_at_the_next_report(tasks: Tasks, qtbot: QtBot) -> None:
    reached = threading.Event()
    kept: list[int] = []

    def work(progress: Progress) -> None:
        for n in range(100_000):
            progress.step(n, None, "on and on")
            kept.append(n)
            reached.set()
            QThread.msleep(1)

    task = tasks.start("Long", work)
    seen = watch(task)
    assert reached.wait(5)
    task.cancel()
    assert task.cancelling
    with qtbot.waitSignal(task.finished):
        pass
    assert [s for s in seen if s[0] != "progressed"] == [("cancelled",), ("finished",)]
    assert len(kept) < 100_000
    assert all(s[2] == -1 for s in seen if s[0] == "progressed")


def test_reports_are_thinned_but_the_last_is_shown(tasks: Tasks, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for n in range(20_001):
            progress.step(n, 20_000, "row")

    task = tasks.start("Fast", work)
    seen = watch(task)
    with qtbot.waitSignal(task.finished):
        pass
    reports = [s for s in seen if s[0] == "progressed"]
    assert len(reports) < 200
    assert reports[-1] == ("progressed", 20_000, 20_000, "row")


def test_big_counts_do_not_overflow(tasks: Tasks, qtbot: QtBot) -> None:
    task = tasks.start("Big", lambda progress: progress.step(3 << 40, 4 << 40, "bytes"))
    seen = watch(task)
    with qtbot.waitSignal(task.finished):
        pass
    assert seen[0] == ("progressed", 3 << 40, 4 << 40, "bytes")


def test_started_is_told_before_the_work_ends(tasks: Tasks, qtbot: QtBot) -> None:
    titles: list[str] = []
    tasks.started.connect(lambda task: titles.append(task.title))
    task = tasks.start("Import", lambda _: None)
    assert titles == ["Import"]
    with qtbot.waitSignal(task.finished):
        pass


def test_stop_all_waits_for_everything(qtbot: QtBot) -> None:
    tasks = Tasks()
    ended: list[str] = []

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.step(0, None, "")
                time.sleep(0.002)
        finally:
            ended.append("cleaned")

    tasks.start("a", work)
    tasks.start("b", work)
    qtbot.wait(20)
    assert tasks.stop_all(5)
    assert ended == ["cleaned", "cleaned"]
    qtbot.waitUntil(lambda: tasks.running == ())


def test_what_is_at_hand_is_told_in_words_and_each_stage_at_once(tasks: Tasks, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for stage in ("Reading {name}", "Writing {name}"):
            for n in range(3):
                progress.step(n, 9, Wording(stage, {"name": f"{n}.txt"}))

    task = tasks.start("Stages", work)
    seen = watch(task)
    with qtbot.waitSignal(task.finished):
        pass
    told = [s[3] for s in seen if s[0] == "progressed"]
    assert told[0] == "Reading 0.txt"
    assert "Writing 0.txt" in told
