"""A panel in a dock keeps to itself when its parts change."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.widgets.holder import Holder


class Layouts(QObject):
    """Counts how often a widget is laid out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLabel("centre"))
    window.resize(600, 400)
    return window


def test_a_change_in_the_panel_does_not_lay_out_the_window(window: QMainWindow, qtbot: QtBot) -> None:
    holder, dock, panel = Holder(), QDockWidget("dock", window), QWidget()
    label = QLabel("words", panel)
    QVBoxLayout(panel).addWidget(label)
    dock.setWidget(holder)
    window.addDockWidget(window.dockWidgetArea(dock).LeftDockWidgetArea, dock)
    window.show()
    holder.hold(panel)
    qtbot.wait(20)
    assert panel.size() == holder.size()
    layouts = Layouts(window)
    label.setText("many more words\nand lines")
    label.setMinimumWidth(120)
    qtbot.wait(20)
    assert layouts.count == 0
    assert holder.minimumSizeHint() == panel.minimumSizeHint() != QSize()
    window.resize(800, 500)
    qtbot.wait(20)
    assert panel.size() == holder.size()


def test_the_panel_before_makes_room(qtbot: QtBot) -> None:
    holder, first, second = Holder(), QLabel("first"), QLabel("second")
    qtbot.addWidget(holder)
    holder.show()
    holder.hold(first)
    with qtbot.waitSignal(first.destroyed):
        holder.hold(second)
    assert second.isVisible()
    assert holder.sizeHint() == second.sizeHint()
