"""Flow layout, search field and dock title."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QLineEdit, QMainWindow, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.widgets.dock_title import DockTitle
from dateline.gui.widgets.flow_layout import FlowLayout
from dateline.gui.widgets.line_field import LineField
from dateline.gui.widgets.search_field import SearchField


def chips(qtbot: QtBot, direction: Qt.LayoutDirection) -> tuple[QWidget, FlowLayout, list[QLabel]]:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(direction)
    layout = FlowLayout(box, gap=5)
    made = [QLabel("x") for _ in range(5)]
    for chip in made:
        chip.setFixedSize(40, 20)
        layout.addWidget(chip)
    return box, layout, made


def test_items_break_into_lines(qtbot: QtBot) -> None:
    box, layout, made = chips(qtbot, Qt.LayoutDirection.LeftToRight)
    box.resize(100, 200)
    box.show()
    assert [(c.x(), c.y()) for c in made] == [(0, 0), (45, 0), (0, 25), (45, 25), (0, 50)]
    assert layout.heightForWidth(100) == 70
    assert layout.heightForWidth(1000) == 20
    made[0].hide()
    layout.activate()
    assert (made[1].x(), made[1].y()) == (0, 0)


def test_items_begin_at_the_right_where_the_language_does(qtbot: QtBot) -> None:
    box, _, made = chips(qtbot, Qt.LayoutDirection.RightToLeft)
    box.resize(100, 200)
    box.show()
    assert [(c.x(), c.y()) for c in made[:3]] == [(60, 0), (15, 0), (60, 25)]


def test_escape_empties_then_leaves(qtbot: QtBot) -> None:
    field = SearchField("Find", theme("light"))
    qtbot.addWidget(field)
    field.show()
    said: list[object] = []
    field.left.connect(lambda: said.append("left"))
    field.accepted.connect(said.append)
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert said == [False, True]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert said == [False, True, "left"]


def test_the_cross_is_there_only_with_words(qtbot: QtBot) -> None:
    field = SearchField("Find", theme("dark"))
    qtbot.addWidget(field)
    assert not field._cross.isVisible()
    field.setText("x")
    assert field._cross.isVisible()
    field._cross.trigger()
    assert field.text() == ""


def test_the_dock_title_follows_and_closes(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = QDockWidget("Articles", window)
    title = DockTitle(dock, theme("light"))
    dock.setTitleBarWidget(title)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    extra = QToolButton()
    title.add(extra)
    window.show()
    dock.setWindowTitle("12 articles")
    assert "12 articles" in [label.text() for label in title.findChildren(QLabel)]
    buttons = sorted((b for b in title.findChildren(QToolButton) if b.isVisible()), key=lambda b: b.x())
    assert buttons[0] is extra
    buttons[-1].click()
    assert not dock.isVisible()


@pytest.mark.no_qt_log  # offscreen no window can be raised, which Qt warns of
def test_a_dock_that_floats_has_an_edge_in_the_colours_of_the_theme(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dock, worn = QDockWidget("Articles", window), theme("dark")
    dock.setTitleBarWidget(DockTitle(dock, worn))
    dock.setWidget(QWidget())
    dock.widget().setMinimumSize(200, 120)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()

    def rim() -> set[str]:
        image = dock.grab().toImage()
        right, low = image.width() - 1, image.height() - 1
        points = ((0, low // 2), (right, low // 2), (right // 2, 0), (right // 2, low))
        return {image.pixelColor(*point).name() for point in points}

    assert worn.line.name() not in rim()
    dock.setFloating(True)
    assert rim() == {worn.line.name()}


def test_a_long_line_shows_its_begin_once_its_field_is_left(qtbot: QtBot) -> None:
    holder, field, other = QWidget(), LineField(), QLineEdit()
    box = QVBoxLayout(holder)
    box.addWidget(field)
    box.addWidget(other)
    qtbot.addWidget(holder)
    holder.resize(120, 80)
    holder.show()
    holder.activateWindow()
    field.show_text("it", "Talks")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("Meeting of the extraordinary council of all ministers")
    assert field.cursorPosition() > 0
    other.setFocus()
    assert field.cursorPosition() == 0


@pytest.mark.no_qt_log  # offscreen no window can be raised, which Qt warns of
def test_a_dock_that_floats_says_how_it_comes_back(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = QDockWidget("Timeline", window)
    title = DockTitle(dock, theme("light"), plain=True)
    dock.setTitleBarWidget(title)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    window.show()
    back = next(b for b in title.findChildren(QToolButton) if "back into the window" in b.toolTip())
    assert back.isHidden()
    assert "window of its own" in title.toolTip()
    dock.setFloating(True)
    assert back.isVisible()
    assert "double click" in title.toolTip()
    assert "puts it back" in title.toolTip()
    title.set_theme(theme("dark"))
    back.click()
    assert not dock.isFloating()
    assert back.isHidden()
