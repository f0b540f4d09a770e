"""The line of messages: one at a time, a link that works once, gone by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.widgets import status_line
from dateline.gui.widgets.status_line import Kind, StatusLine


def test_the_link_calls_once_and_clears(qtbot: QtBot) -> None:
    line = StatusLine(theme("light"))
    qtbot.addWidget(line)
    line.show()
    calls: list[str] = []
    line.say("Tagged 7 occurrences", link="Undo", then=lambda: calls.append("undo"))
    assert line.text == "Tagged 7 occurrences"
    button = line.findChild(QPushButton)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    assert calls == ["undo"]
    assert line.text == ""


def test_a_later_message_takes_the_place_and_drops_the_link(qtbot: QtBot) -> None:
    line = StatusLine(theme("dark"))
    qtbot.addWidget(line)
    line.show()
    line.say("one", link="Undo", then=lambda: None)
    line.say("two", Kind.BAD)
    assert line.text == "two"
    assert not line.findChild(QPushButton).isVisible()


def test_it_goes_by_itself_unless_kept(qtbot: QtBot) -> None:
    line = StatusLine(theme("light"))
    qtbot.addWidget(line)
    line.say("soon gone", seconds=0.01)
    qtbot.waitUntil(lambda: line.text == "")
    line.say("kept", seconds=0)
    qtbot.wait(30)
    assert line.text == "kept"


def test_it_is_read_out_where_somebody_listens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    line = StatusLine(theme("light"))
    qtbot.addWidget(line)
    heard: list[str] = []
    monkeypatch.setattr(status_line.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(status_line.QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    line.say("Tagged 7 occurrences")
    line.clear()
    assert heard == ["Tagged 7 occurrences"]


def test_it_goes_when_the_person_goes_on_but_bad_news_stay(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status_line, "_FRESH_MS", 1)
    line = StatusLine(theme("light"))
    qtbot.addWidget(line)
    line.say("Tagged 2 times")
    line.move_on()
    assert line.text == "Tagged 2 times"  # the same key press also moved the selection
    qtbot.wait(30)
    line.move_on()
    assert line.text == ""
    line.say("The disk is full", Kind.BAD)
    qtbot.wait(30)
    line.move_on()
    assert line.text == "The disk is full"


def test_hints_wait_until_what_was_said_has_gone(qtbot: QtBot) -> None:
    line = StatusLine(theme("light"))
    qtbot.addWidget(line)
    line.hint("Merge the chosen into the first")
    assert (line.text, line.shown) == ("", "Merge the chosen into the first")
    line.say("Merge A into B", seconds=0.05)
    line.hint("")
    line.hint("Split the chosen from it")
    assert line.shown == "Merge A into B"
    qtbot.waitUntil(lambda: line.text == "")
    assert line.shown == "Split the chosen from it"
    line.hint("")
    assert line.shown == ""
