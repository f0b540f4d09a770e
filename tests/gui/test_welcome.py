from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.welcome import Welcome


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    made = Welcome(theme("light"))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.mark.parametrize(("number", "name"), [(0, "sample_wanted"), (1, "new_wanted"), (2, "open_wanted")])
def test_each_offer_asks_for_its_thing_by_mouse_and_by_key(
    welcome: Welcome, qtbot: QtBot, number: int, name: str
) -> None:
    with qtbot.waitSignal(getattr(welcome, name)):
        qtbot.mouseClick(welcome.offers[number], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(getattr(welcome, name)):
        qtbot.keyClick(welcome.offers[number], Qt.Key.Key_Space)
    with qtbot.waitSignal(getattr(welcome, name)):
        qtbot.keyClick(welcome.offers[number], Qt.Key.Key_Return)


def test_arrows_walk_the_offers(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.activateWindow()
    welcome.setFocus()
    qtbot.waitUntil(welcome.offers[0].hasFocus)
    qtbot.keyClick(welcome.offers[0], Qt.Key.Key_Down)
    assert welcome.offers[1].hasFocus()
    qtbot.keyClick(welcome.offers[1], Qt.Key.Key_Up)
    assert welcome.offers[0].hasFocus()


def test_recent_projects_that_are_there_are_listed(welcome: Welcome, tmp_path: Path, qtbot: QtBot) -> None:
    assert welcome.recent == ()
    here = tmp_path / "here.dateline"
    here.touch()
    welcome.set_recent([tmp_path / "gone.dateline", here])
    assert [row.title for row in welcome.recent] == ["here"]
    with qtbot.waitSignal(welcome.recent_wanted) as heard:
        welcome.recent[0].click()
    assert heard.args == [here]
    welcome.set_recent([])
    assert welcome.recent == ()


def test_it_wears_each_theme(welcome: Welcome) -> None:
    for name in ("light", "dark", "contrast"):
        look = theme(name)
        welcome.set_theme(look)
        image: QImage = welcome.grab().toImage()
        assert image.pixelColor(2, 2) == look.page


def test_it_can_be_small(welcome: Welcome) -> None:
    welcome.resize(300, 300)
    assert not welcome.grab().isNull()
    assert welcome.offers[0].width() < 300
