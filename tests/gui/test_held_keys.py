"""Keys that are held down: an edit is done once, a cursor goes on."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dateline.gui.actions import Actions, Scope
from dateline.gui.held_keys import HeldKeys

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Pad(QWidget):
    """A window with a field, and with a pad that notes its key presses and has the reader's shortcuts."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.pad = QWidget(focusPolicy=Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.pad)
        self.presses: list[tuple[int, bool]] = []
        self.pad.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.presses.append((event.key(), event.isAutoRepeat()))
        return False


@pytest.fixture
def held(qtbot):
    """A window, and a function that sends a key to it as X11 does: override, press and release at a moment."""
    window = Pad()
    qtbot.addWidget(window)
    actions = Actions(parent=window)
    actions.attach_window(window)
    actions.attach(Scope.READER, window.pad)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.pad.setFocus()
    window.keys = HeldKeys(window.windowHandle(), actions, window)

    def send(key, kind, moment, mods=NONE, text="", scan=33):
        event = QKeyEvent(kind, key, mods, scan, 0, 0, text)
        event.setTimestamp(moment)
        event.ignore()
        QCoreApplication.sendEvent(window.windowHandle(), event)
        return event.isAccepted()

    window.send = send
    window.actions_table = actions
    return window


def hold(held, key, mods=NONE, text="", times=3):
    """Hold a key: of each repeat the release and the press bear the same moment, and neither says that it repeats."""
    moment, overridden = 1000, []
    for _ in range(times):
        overridden.append(held.send(key, QEvent.Type.ShortcutOverride, moment, mods, text))
        held.send(key, QEvent.Type.KeyPress, moment, mods, text)
        moment += 660 if moment == 1000 else 40
        held.send(key, QEvent.Type.KeyRelease, moment, mods, text)
    return overridden


def test_repeats_that_x11_does_not_tell_are_marked(held):
    hold(held, Qt.Key.Key_P, text="p")
    assert held.presses == [(Qt.Key.Key_P, False), (Qt.Key.Key_P, True), (Qt.Key.Key_P, True)]


def test_two_taps_however_quick_are_two_presses(held):
    for moment in (1000, 1002, 1004):
        held.send(Qt.Key.Key_P, QEvent.Type.KeyPress, moment, text="p")
        held.send(Qt.Key.Key_P, QEvent.Type.KeyRelease, moment + 1, text="p")
    assert held.presses == [(Qt.Key.Key_P, False)] * 3


def test_another_key_at_the_same_moment_is_no_repeat(held):
    held.send(Qt.Key.Key_P, QEvent.Type.KeyPress, 1000, text="p")
    held.send(Qt.Key.Key_P, QEvent.Type.KeyRelease, 1010, text="p")
    held.send(Qt.Key.Key_O, QEvent.Type.KeyPress, 1010, text="o", scan=32)
    assert held.presses[-1] == (Qt.Key.Key_O, False)


def test_what_is_done_once_has_no_shortcut_while_its_keys_are_held(held):
    assert hold(held, Qt.Key.Key_Return, CTRL) == [False, True, True]  # accepted: no shortcut has it
    assert [key for key, _ in held.presses] == [Qt.Key.Key_Return]


def test_enter_repeats_in_a_field_but_accepts_once_in_the_text(held):
    assert hold(held, Qt.Key.Key_Return) == [False, True, True]
    held.field.setFocus()
    assert hold(held, Qt.Key.Key_Return) != [False, True, True]


def test_letters_repeat_in_a_field(held):
    held.field.setFocus()
    hold(held, Qt.Key.Key_P, text="p")
    assert held.field.text() == "ppp"


@pytest.mark.parametrize(
    ("action", "repeats"),
    [
        ("undo", True),
        ("redo", True),
        ("next_article", True),
        ("accept", False),
        ("done_next", False),
        ("delete", False),
        ("negative", False),
    ],
)
def test_of_what_edits_only_undo_and_redo_go_on(held, action, repeats):
    assert held.actions_table[action].autoRepeat() is repeats
