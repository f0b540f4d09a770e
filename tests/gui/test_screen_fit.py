"""A window with its frame fits the screen it comes up on."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dock_keeping import DockRoom
from dateline.gui.screen_fit import ScreenFit, first_size, fitted
from dateline.gui.widgets.holder import Holder
from tests.gui.whole import Whole

SCREENS = [QRect(0, 0, 1440, 900), QRect(0, 0, 1366, 768), QRect(0, 27, 1280, 693), QRect(1440, 0, 1000, 750)]


@pytest.mark.parametrize("free", SCREENS)
@pytest.mark.parametrize("at", [(0, 0), (8, 30), (1300, 700), (-40, -40)])
@pytest.mark.parametrize("size", [(1480, 940), (1440, 900), (600, 400)])
def test_the_frame_is_on_the_screen(free: QRect, at: tuple[int, int], size: tuple[int, int]) -> None:
    inner = QRect(*at, *size)
    frame = inner.adjusted(-4, -24, 4, 6)
    found = fitted(inner, frame, free)
    assert free.contains(found.adjusted(-4, -24, 4, 6))
    assert found.size() == QSize(*size).boundedTo(free.size() - QSize(8, 30))  # no smaller than it must be
    assert fitted(found, found.adjusted(-4, -24, 4, 6), free) == found


def test_a_window_that_is_on_the_screen_stays_where_it_is() -> None:
    inner = QRect(300, 200, 500, 400)
    assert fitted(inner, inner.adjusted(-4, -24, 4, 6), SCREENS[0]) == inner


def test_room_is_left_for_a_frame(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    free = window.screen().availableSize()
    assert first_size(window, free).height() < free.height()
    assert first_size(window, QSize(300, 200)) == QSize(300, 200)


def test_the_main_window_comes_up_on_the_screen(whole: Whole, qtbot: QtBot) -> None:
    """`whole` is larger than the screen of the tests."""
    free = whole.window.screen().availableGeometry()
    assert not free.contains(whole.window.frameGeometry())
    whole.window.hide()
    ScreenFit(whole.window)
    whole.window.show()
    qtbot.waitUntil(lambda: free.contains(whole.window.frameGeometry()))


@pytest.mark.parametrize(("height", "timeline", "reader"), [(690, 280, 280), (720, 280, 300), (870, 340, 400)])
def test_reader_and_timeline_share_what_height_there_is(whole: Whole, height: int, timeline: int, reader: int) -> None:
    """Pixels each has at least on screens of 720, 750 and 900 lines."""
    whole.window.resize(1366, height)
    whole.window.share_out()
    whole.settle()
    assert whole.window.docks["timeline"].height() >= timeline
    assert whole.window.pane.height() >= reader
    assert whole.window.docks["inspector"].height() > whole.window.docks["palette"].height()


def test_a_panel_that_comes_after_its_dock_has_the_room_it_needs(qtbot: QtBot) -> None:
    window, dock, holder, wide = QMainWindow(), QDockWidget(), Holder(), QLabel("w" * 60)
    qtbot.addWidget(window)
    dock.setWidget(holder)
    window.setCentralWidget(QWidget())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    room = DockRoom(window, [dock], {Qt.DockWidgetArea.LeftDockWidgetArea: 100})
    window.resize(1000, 750)
    window.show()
    qtbot.waitUntil(lambda: dock.width() == 100)
    holder.hold(wide)
    room.arrange_later()
    qtbot.waitUntil(lambda: dock.width() >= wide.minimumSizeHint().width() > 230)
