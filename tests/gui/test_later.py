"""Work that is put off comes once, or at once when it is hurried."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dateline.gui.later import INSPECTOR, PALETTE, STATE, TIMELINE, Later


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
    assert STATE < INSPECTOR < PALETTE < TIMELINE
