"""The timeline without a mouse: dates, ends, ranges, lanes, the undated, and what a screen reader hears."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.lists import told_in_words
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.when import Granularity, When, from_iso
from tests.gui.timeline.conftest import MARKS, SCHEMA, day, mark

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "held", "begin", "end"),
    [
        (Qt.Key.Key_Right, CTRL | SHIFT, "2018-06-14", "2018-07-15"),
        (Qt.Key.Key_Left, CTRL | SHIFT, "2018-06-14", "2018-07-13"),
        (Qt.Key.Key_Down, CTRL | SHIFT, "2018-06-15", "2018-07-14"),
        (Qt.Key.Key_Up, CTRL | SHIFT, "2018-06-13", "2018-07-14"),
    ],
)
def test_an_end_moves_by_a_unit(
    panel: TimelinePanel, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, begin: str, end: str
) -> None:
    panel.select("talks")
    with qtbot.waitSignal(panel.date_proposed) as told:
        qtbot.keyClick(panel.plot, key, held)
    assert told.args == ["talks", When(from_iso(begin), from_iso(end), Granularity.DAY)]


def test_an_end_that_cannot_move_proposes_nothing(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.select("visit")
    with qtbot.assertNotEmitted(panel.date_proposed):
        qtbot.keyClick(panel.plot, Qt.Key.Key_Left, CTRL | SHIFT)


def test_d_asks_for_a_date_of_the_selected_and_of_the_undated(panel: TimelinePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.date_asked):
        qtbot.keyClick(panel.plot, Qt.Key.Key_D)
    panel.select("visit")
    with qtbot.waitSignal(panel.date_asked) as told:
        qtbot.keyClick(panel.plot, Qt.Key.Key_D)
    assert told.args == ["visit"]
    panel.toggle("undated")
    panel.tray.setCurrentIndex(panel.tray.list.index(0))
    with qtbot.waitSignal(panel.date_asked) as told:
        qtbot.keyClick(panel.tray, Qt.Key.Key_D)
    assert told.args == ["target"]


def test_d_in_the_tray_is_for_the_selected_event_or_says_what_to_do(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.select("visit")  # which has a date
    panel.toggle("undated")
    panel.tray.setFocus()
    with qtbot.assertNotEmitted(panel.date_asked), qtbot.waitSignal(panel.message) as told:
        qtbot.keyClick(panel.tray, Qt.Key.Key_D)
    assert "Choose an event" in told.args[0]
    panel.select("target")
    assert [panel.tray.list.marks[i.row()].id for i in panel.tray.selectedIndexes()] == ["target"]
    with qtbot.waitSignal(panel.date_asked) as told:
        qtbot.keyClick(panel.tray, Qt.Key.Key_D)
    assert told.args == ["target"]
    panel.select("visit")
    assert not panel.tray.selectedIndexes()


def test_a_tray_that_is_opened_with_the_mouse_has_the_keys(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    qtbot.mouseClick(panel.tools.undated, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.tray.hasFocus)


def test_a_range_from_the_keyboard(panel: TimelinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.range_brushed) as told:
        qtbot.keyClick(panel.plot, Qt.Key.Key_B)
    assert told.args == [panel.visible_range()]
    with qtbot.waitSignal(panel.range_brushed) as told:
        qtbot.keyClick(panel.plot, Qt.Key.Key_B)
    assert told.args == [None]
    panel.select("deal")
    qtbot.keyClick(panel.plot, Qt.Key.Key_Right, SHIFT)
    assert panel.plot.brush
    begin, first = panel.plot.brush
    deal = (from_iso("2018-08-01"), from_iso("2018-08-02"))
    assert begin <= deal[0]
    assert first >= deal[1]
    unit = first - begin
    assert unit / panel.plot.time_scale.per_pixel >= 5  # the finest that can be aimed at
    qtbot.keyClick(panel.plot, Qt.Key.Key_Right, SHIFT)
    assert first + 0.9 * unit <= panel.plot.brush[1] <= first + 1.1 * unit
    for _ in range(5):
        qtbot.keyClick(panel.plot, Qt.Key.Key_Left, SHIFT)
    assert panel.plot.brush[0] < panel.plot.brush[1]
    qtbot.keyClick(panel.plot, Qt.Key.Key_Escape)
    assert panel.plot.brush is None


def test_half_a_view_at_a_time(panel: TimelinePanel, qtbot: QtBot) -> None:
    begin, end = panel.visible_range()
    qtbot.keyClick(panel.plot, Qt.Key.Key_PageDown)
    assert panel.visible_range()[0] == pytest.approx((begin + end) / 2)
    qtbot.keyClick(panel.plot, Qt.Key.Key_PageUp)
    assert panel.visible_range()[0] == pytest.approx(begin)


def test_x_folds_a_lane_and_with_shift_all(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.select("talks")
    qtbot.keyClick(panel.plot, Qt.Key.Key_X)
    assert panel.plot.folded == {"CONSULT"}
    qtbot.keyClick(panel.plot, Qt.Key.Key_X)
    assert panel.plot.folded == set()
    qtbot.keyClick(panel.plot, Qt.Key.Key_X, SHIFT)
    assert panel.plot.folded == {"CONSULT", "AGREE", "AID"}
    panel.grab()
    qtbot.keyClick(panel.plot, Qt.Key.Key_X, SHIFT)
    assert panel.plot.folded == set()


@pytest.mark.parametrize(
    ("what", "shown"),
    [("measures", False), ("order", False), ("lag", True), ("list", True), ("undated", True)],
)
def test_what_there_is_can_be_toggled(panel: TimelinePanel, what: str, shown: bool) -> None:
    before = panel.tools.button(what).isChecked()
    panel.toggle(what)
    assert (panel.tools.button(what).isChecked() != before) is shown
    panel.grab()


def test_stepping_is_announced_in_words(panel: TimelinePanel, qtbot: QtBot) -> None:
    held = mark("x", day("2018-04-19"), planned=True, negated=True, badge="Two say otherwise")
    assert told_in_words(held, SCHEMA) == "19 Apr 2018, Consult, Title of x, planned, did not happen, Two say otherwise"
    assert told_in_words(MARKS[4], SCHEMA) == "no date, Agree, Title of target"
    with qtbot.waitSignal(panel.mark_stepped):
        qtbot.keyClick(panel.plot, Qt.Key.Key_Home)


def test_the_open_article_stands_out_on_the_strip(panel: TimelinePanel) -> None:
    before = panel.plot.grab().toImage()
    panel.show_article("a2")
    assert panel.plot.open_publication
    assert panel.plot.open_publication.article_id == "a2"
    assert panel.plot.grab().toImage() != before
    panel.show_article("unknown")
    assert panel.plot.open_publication is None
    panel.show_article(None)
    assert panel.plot.grab().toImage() == before


@pytest.mark.parametrize("listed", [False, True])
def test_a_tray_that_is_put_away_gives_the_keys_back(panel: TimelinePanel, qtbot: QtBot, listed: bool) -> None:
    """And not to what happens to come next, where a letter would choose another grouping."""
    panel.activateWindow()
    if listed:
        panel.toggle("list")
    panel.toggle("undated")
    qtbot.waitUntil(panel.tray.hasFocus)
    panel.toggle("undated")
    assert (panel.table if listed else panel.plot).hasFocus()
    panel.toggle("undated")
    panel.tools.groups.setFocus()
    panel.toggle("list")
    panel.tools.groups.setFocus()
    panel.tools.undated.toggle()
    assert panel.tools.groups.hasFocus(), "who is elsewhere stays there"
