"""Trouble is told without blocking, bugs are logged and told once, and the program goes on."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dateline import assets
from dateline.gui.dialogs import errors
from dateline.gui.dialogs.errors import (
    BugCatcher,
    ProblemDialog,
    bug_report,
    install_reporting,
    log_qt_messages,
    show_problem,
    start_log,
)

ExpectLog = Callable[[str], None]


@pytest.fixture
def no_handlers_left() -> Iterator[None]:
    root = logging.getLogger()
    before, hooks = list(root.handlers), (sys.excepthook, threading.excepthook)
    yield
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)


def button(dialog: ProblemDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def test_a_problem_says_what_where_and_what_to_do(qtbot: QtBot) -> None:
    dialog = show_problem(None, "The file is not text.", "/news/a<b>.txt", "Choose another.", "byte 0x00 at 17")
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert not dialog.details.isVisible()
    button(dialog, "Details").click()
    assert dialog.details.isVisible()
    button(dialog, "Copy text").click()
    assert QGuiApplication.clipboard().text().split("\n\n") == [
        "The file is not text.",
        "/news/a<b>.txt",
        "Choose another.",
        "byte 0x00 at 17",
    ]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_details_there_is_nothing_to_unfold(qtbot: QtBot) -> None:
    dialog = show_problem(None, "The disk is full.")
    qtbot.addWidget(dialog)
    assert "Details" not in [b.text() for b in dialog.findChildren(QPushButton)]


def trip() -> tuple[type[BaseException], BaseException, object]:
    try:
        _ = 1 / 0
    except ZeroDivisionError as problem:
        return type(problem), problem, problem.__traceback__
    raise AssertionError


def test_a_bug_is_logged_and_told_once(qtbot: QtBot, expect_log: ExpectLog) -> None:
    expect_log("unhandled: .*ZeroDivisionError")
    catcher = BugCatcher()
    told: list[str] = []
    catcher.caught.connect(told.append)
    for _ in range(3):
        catcher.handle(*trip())  # type: ignore[arg-type]
    assert len(told) == 1
    assert "ZeroDivisionError" in told[0]
    assert told[0].startswith("Dateline ")


def test_ctrl_c_is_no_bug(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: passed.append(kind))
    catcher = BugCatcher()
    told: list[str] = []
    catcher.caught.connect(told.append)
    catcher.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]
    assert told == []


@pytest.mark.usefixtures("no_handlers_left")
def test_a_bug_in_a_worker_opens_its_dialog_in_the_gui_thread(
    qtbot: QtBot, expect_log: ExpectLog, monkeypatch: pytest.MonkeyPatch, own_folders: Path
) -> None:
    expect_log("unhandled")
    window = QWidget()
    qtbot.addWidget(window)
    threads: list[int] = []
    real = errors.show_bug

    def show(*args: object) -> ProblemDialog:
        threads.append(threading.get_ident())
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(errors, "show_bug", show)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    catcher = install_reporting(window)
    worker = threading.Thread(target=lambda: int("x"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]
    dialog = window.findChild(ProblemDialog)
    assert "ValueError" in dialog.report
    catcher.uninstall()
    assert "ValueError" in (own_folders / "state" / "dateline.log").read_text(encoding="utf-8")


@pytest.mark.usefixtures("no_handlers_left")
def test_a_slot_that_raises_does_not_end_the_program(qtbot: QtBot, expect_log: ExpectLog) -> None:
    expect_log("unhandled")
    window = QWidget()
    qtbot.addWidget(window)
    catcher = install_reporting(window)
    with qtbot.captureExceptions() as caught:
        QTimer.singleShot(0, lambda: {}["no"])
        qtbot.waitUntil(lambda: bool(caught))
        sys.excepthook = catcher.handle
        catcher.handle(*caught[0])
        catcher.handle(*trip())  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: bool(window.findChildren(ProblemDialog)))
    assert len(window.findChildren(ProblemDialog)) == 1, "one dialog at a time"
    catcher.uninstall()


@pytest.mark.usefixtures("no_handlers_left")
@pytest.mark.no_qt_log
def test_what_qt_says_goes_to_the_log(qapp: object, own_folders: Path, expect_log: ExpectLog) -> None:
    expect_log("odd widget")
    path = start_log(assets.state_folder())
    assert path == own_folders / "state" / "dateline.log"
    log_qt_messages()
    qWarning("odd widget")
    assert "WARNING qt: default: odd widget" in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert start_log(tmp_path / "file" / "state") is None


def test_the_report_names_versions_but_no_user(qapp: object) -> None:
    report = bug_report("Trace\n")
    assert "Python 3." in report
    assert "Qt 6." in report
    assert report.endswith("Trace")
    assert str(Path.home()) not in report


@pytest.mark.parametrize("much", [1, 3, 9])
def test_however_long_the_texts_are_no_line_is_cut(qtbot: QtBot, much: int) -> None:
    long = "The project could not be opened because another program has it open; what you wrote is kept. "
    dialog = show_problem(None, long * much, "/news/" + "folder/" * 12 * much + "a.dateline", long * 2 * much, "trace")
    qtbot.addWidget(dialog)
    for _ in range(2):
        qtbot.wait(20)
        labels = [label for label in dialog.findChildren(QLabel) if label.text()]
        assert len(labels) == 3
        for label in labels:
            room = QRect(0, 0, label.contentsRect().width(), 100_000)
            lines = label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text())
            assert label.height() >= lines.height()
        button(dialog, "Details").click()
