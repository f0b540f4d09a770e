"""Ctrl+Z and Ctrl+Shift+Z in a field are for what is typed there; with nothing typed, for steps of the project."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.widgets.field import Field
from dateline.gui.widgets.line_field import LineField
from dateline.gui.widgets.note_field import NoteField
from dateline.gui.widgets.search_field import SearchField

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MAKERS: list[Callable[[], QWidget]] = [Field, LineField, NoteField, lambda: SearchField("Find", theme("light"))]


def _goes_to_window(field: QWidget, held: Qt.KeyboardModifier = CTRL) -> bool:
    """Offer Z to the field as Qt does before it looks for a shortcut."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, held)
    event.ignore()
    QApplication.sendEvent(field, event)
    return not event.isAccepted()


@pytest.mark.parametrize("make", MAKERS)
def test_undo_is_the_fields_only_while_something_is_typed(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = make()
    qtbot.addWidget(field)
    field.show()
    if isinstance(field, LineField):
        field.show_text("it", "as it is")
    if isinstance(field, NoteField):
        field.show_note("it", "as it is")
    assert _goes_to_window(field)
    assert _goes_to_window(field, CTRL | SHIFT)
    qtbot.keyClicks(field, "abc")
    assert not _goes_to_window(field)
    if isinstance(field, LineField | NoteField):
        field.flush()  # it is stored: the step is the project's
        assert _goes_to_window(field)


@pytest.mark.parametrize("make", MAKERS)
def test_what_was_taken_back_in_the_field_comes_back_there_until_it_is_left(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    window, field, other = QWidget(), make(), Field()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    rows.addWidget(field)
    rows.addWidget(other)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert isinstance(field, Field | NoteField)
    qtbot.keyClicks(field, "abc")
    field.undo()
    assert not _goes_to_window(field), "the key held down too long takes back no step of the project"
    assert not _goes_to_window(field, CTRL | SHIFT)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert _goes_to_window(field)
    assert _goes_to_window(field, CTRL | SHIFT)


def test_the_windows_undo_is_triggered_from_a_field_of_it(qtbot: QtBot) -> None:
    window, field, done = QWidget(), LineField(), []
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    action = QAction(window)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: done.append(field.text()))
    window.addAction(action)
    field.show_text("it", "as it is")
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert done == ["as it is"]
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert done == ["as it is"]
    assert field.text() == "as it is"
