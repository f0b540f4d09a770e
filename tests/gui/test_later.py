"""Work that is put off comes once, or at once when it is hurried."""

import time

from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.later import INSPECTOR, PALETTE, PROPOSALS, STATE, TIMELINE, Later


def test_it_comes_once_however_often_it_was_asked_for(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    later = Later(owner, lambda: done.append(1), 5)
    later.start()
    later.start()
    assert done == []
    qtbot.waitUntil(lambda: done == [1])
    qtbot.wait(15)
    assert done == [1]


def test_it_is_hurried_only_when_something_waits(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    later = Later(owner, lambda: done.append(1), 5)
    later.hurry()
    assert done == []
    later.start()
    later.hurry()
    later.hurry()
    assert done == [1]
    qtbot.wait(15)
    assert done == [1]


def test_every_panel_has_a_turn_of_its_own() -> None:
    assert STATE < PROPOSALS < INSPECTOR < PALETTE < TIMELINE


def test_what_is_to_be_painted_comes_first(qtbot: QtBot) -> None:
    class Seen(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            order.append("painted")

    order: list[str] = []
    seen = Seen()
    qtbot.addWidget(seen)
    seen.show()
    qtbot.waitUntil(lambda: order == ["painted"])
    order.clear()
    later = Later(seen, lambda: order.append("followed"), 1)
    later.start()
    time.sleep(0.01)  # the machine is busy: the time is over before there is painting
    seen.update()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["painted", "followed"]


def test_it_is_taken_back(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    later = Later(owner, lambda: done.append(1), 1)
    later.start()
    later.stop()
    later.hurry()
    qtbot.wait(10)
    assert done == []
