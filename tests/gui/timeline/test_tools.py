"""The row of tools above the timeline, in wide and narrow windows."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.tools import ToolRow
from tests.gui.timeline.test_band import TRADE


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_tools_ask_for_no_width_that_a_small_window_has_not(panel: TimelinePanel, qtbot: QtBot, look: str) -> None:
    """After a change of theme the timeline lay over the labels."""
    panel.tools.tell(57, 26)
    panel.tools.show_theme(theme(look))
    qtbot.wait(10)
    assert panel.minimumSizeHint().width() < 300


def _seen(tools: ToolRow) -> list[str]:
    """The tools that are there, each whole and apart from the next."""
    shown = [w for w in tools.findChildren(QWidget) if w.parent() is tools and w.isVisible()]
    shown.sort(key=lambda w: w.x())
    assert all(a.geometry().right() < b.geometry().left() for a, b in pairwise(shown))
    assert shown[-1].geometry().right() < tools.width()
    buttons = [w for w in shown if isinstance(w, QToolButton)]
    assert all(w.width() >= w.sizeHint().width() for w in buttons)
    return [w.text() for w in buttons]


def test_tools_for_which_there_is_no_room_are_in_a_menu(panel: TimelinePanel, qtbot: QtBot) -> None:
    tools = panel.tools
    tools.tell(57, 26)
    for tool in (tools.measures, tools.order, tools.clear):
        tools.want(tool, True)
    every = ["Fit", "Lag", "List", "Measures", "Order", "Clear range", "Undated (26)", "Save picture…"]
    panel.resize(1200, 400)
    qtbot.waitUntil(lambda: _seen(tools) == every)
    panel.resize(560, 400)
    qtbot.waitUntil(tools.more.isVisible)
    left = _seen(tools)[:-1]
    tools.more.menu().aboutToShow.emit()
    folded = [a.text() for a in tools.more.menu().actions()]
    assert "Save picture…" in folded
    assert sorted(left + folded) == sorted(every)
    panel.resize(250, 400)
    qtbot.waitUntil(lambda: "Lag" not in _seen(tools))
    tools.more.menu().aboutToShow.emit()
    lag = next(a for a in tools.more.menu().actions() if a.text() == "Lag")
    assert lag.isCheckable()
    lag.trigger()
    assert panel.plot.lag
    panel.resize(1200, 400)
    qtbot.waitUntil(lambda: _seen(tools) == every)


def test_what_lanes_are_grouped_by_is_said_where_a_menu_can_hold_the_rest(panel: TimelinePanel, qtbot: QtBot) -> None:
    tools = panel.tools
    tools.tell(57, 26)
    for tool in (tools.measures, tools.order):
        tools.want(tool, True)
    words = [w for w in tools.findChildren(QLabel) if w.text() == "Group by"]
    said: dict[int, bool] = {}
    for width in range(900, 300, -20):
        panel.resize(width, 300)
        qtbot.waitUntil(lambda width=width: tools.width() == width)
        said[width] = words[0].isVisible()
        assert said[width] or not (tools.save.isVisible() or tools.order.isVisible())
        assert tools.groups.isVisible()
    assert sum(said.values()) > 10


@pytest.mark.parametrize("measured", [False, True])
def test_the_lowest_timeline_shows_three_lanes(panel: TimelinePanel, qtbot: QtBot, measured: bool) -> None:
    if measured:
        panel.set_measures((TRADE,))
    panel.resize(900, panel.minimumSizeHint().height())
    qtbot.waitUntil(lambda: panel.height() < 300)
    panel.plot.grab()
    picture = panel.plot.picture()
    whole = [lane for lane in picture.layout.lanes if lane.top + lane.height <= picture.lanes_height + 0.5]
    assert len(whole) >= 3


def test_a_tool_that_comes_finds_its_room(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.resize(560, 400)
    for tool in (panel.tools.measures, panel.tools.order, panel.tools.clear):
        panel.tools.want(tool, True)
    qtbot.waitUntil(lambda: "Clear range" in _seen(panel.tools))
    panel.tools.want(panel.tools.clear, False)
    qtbot.waitUntil(lambda: "Clear range" not in _seen(panel.tools))
