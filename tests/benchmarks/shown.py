"""The whole program with a project on the screen, for figures that are taken at its window."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dateline.app import App


class Painted(QObject):
    """Takes note that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.yet = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.yet |= event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def after(self, act: Callable[[], object]) -> None:
        """Act, then let the window's loop run until the widget has been painted."""
        self.yet = False
        act()
        while not self.yet:
            QApplication.processEvents()


def pieces(seconds: float) -> list[float]:
    """Let the window's loop run for a while; return the work of each of its turns: in one no key is answered."""
    out, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        began = time.thread_time()
        QApplication.processEvents()
        out.append(time.thread_time() - began)
        time.sleep(0.0005)
    return out


@contextmanager
def program(path: Path) -> Iterator[tuple[App, list[str]]]:
    """Run the program with a project until every panel is filled; yield it and, as they come, what it says."""
    os.environ |= {"DATELINE_CONFIG_DIR": f"{path.parent}/config", "DATELINE_STATE_DIR": f"{path.parent}/state"}
    app = App(QApplication.instance() or QApplication(["benchmark"]))
    done: list[bool] = []
    said: list[str] = []
    app.session.message.connect(said.append)
    app.session.failed.connect(lambda e: said.append(str(e)))
    app.completed.connect(lambda: done.append(True))
    app.start(path)
    app.window.resize(1480, 940)  # as on a desktop's screen: the offscreen one is 800 pixels wide
    while not done:
        QTest.qWait(20)
    QTest.qWait(1000)
    yield app, said
    app.window.close()
