"""Where the hover card lies, and when it stays away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.card import _quoted, placed
from dateline.gui.timeline.panel import TimelinePanel
from tests.gui.timeline.conftest import PUBLICATIONS, point_of

GROUND, TOOLS = QRect(0, 0, 1000, 700), QRect(0, 400, 740, 30)
LONG = 450  # milliseconds: longer than a card waits


@pytest.mark.parametrize(
    ("beside", "place"),
    [
        (QRect(300, 640, 20, 20), QPoint(304, 482)),  # above it
        (QRect(300, 460, 20, 20), QPoint(304, 487)),  # below, as the tools are above
        (QRect(300, 560, 20, 20), QPoint(331, 545)),  # beside, as there is no room below
        (QRect(300, 30, 20, 20), QPoint(304, 57)),
    ],
)
def test_a_card_lies_beside_its_mark_and_not_over_the_tools(beside: QRect, place: QPoint) -> None:
    assert placed(beside, 340, 150, GROUND, TOOLS) == place


@given(st.integers(0, 980), st.integers(430, 680), st.integers(40, 240))
def test_a_card_in_a_window_with_room_above_never_covers_tools_or_mark(x: int, y: int, height: int) -> None:
    beside = QRect(x, y, 16, 16)
    box = QRect(placed(beside, 340, height, GROUND, TOOLS), QSize(340, height))
    assert GROUND.contains(box)
    assert not box.intersects(TOOLS)
    assert not box.intersects(beside)


def test_the_card_of_a_panel_spares_its_tools(panel: TimelinePanel, qtbot: QtBot) -> None:
    for mark in ("visit", "deal", "base"):
        QTest.mouseMove(panel.plot.viewport(), point_of(panel, mark))
        qtbot.waitUntil(panel.card.isVisible)
        window = panel.window()
        assert not panel.card.geometry().intersects(QRect(panel.tools.mapTo(window, QPoint()), panel.tools.size()))
        QTest.mouseMove(panel.plot.viewport(), QPoint(5, panel.plot.height() - 5))
        qtbot.waitUntil(panel.card.isHidden)


def test_a_sentence_that_begins_with_its_own_quotation_marks_gets_no_more() -> None:
    assert _quoted("They  met.") == "“They met.”"
    for sentence in ("“They met,” he said.", '"They met," he said.', "«Встреча была», сказал он."):
        assert _quoted(sentence) == sentence


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier])
def test_no_card_comes_of_a_drag_that_ends_on_a_mark(
    panel: TimelinePanel, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    view, end = panel.plot.viewport(), point_of(panel, "deal")
    start = end + QPoint(60, 40)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, held, start)
    QTest.mouseMove(view, start - QPoint(20, 20))
    QTest.mouseMove(view, point_of(panel, "deal"))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, held, point_of(panel, "deal"))
    QTest.mouseMove(view, point_of(panel, "deal") + QPoint(1, 1))
    qtbot.wait(LONG)
    assert not panel.card.isVisible()
    QTest.mouseMove(view, start + QPoint(80, 0))
    QTest.mouseMove(view, point_of(panel, "deal"))
    qtbot.waitUntil(panel.card.isVisible)


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_card_goes_while_the_wheel_turns_and_comes_again_when_it_rests(
    panel: TimelinePanel, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    at = point_of(panel, "visit")
    QTest.mouseMove(panel.plot.viewport(), at + QPoint(80, 90))  # wherever the pointer was left
    QTest.mouseMove(panel.plot.viewport(), at)
    qtbot.waitUntil(panel.card.isVisible)
    turn(panel, at, held)
    assert panel.card.isHidden()
    assert (panel.plot.hovered is not None) is (held is Qt.KeyboardModifier.NoModifier)
    qtbot.wait(LONG)
    assert panel.card.isVisible() is (held is Qt.KeyboardModifier.NoModifier), "it is beside what is pointed at"


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_F, Qt.Key.Key_PageDown])
def test_a_card_that_a_key_brought_goes_when_keys_look_elsewhere(
    panel: TimelinePanel, qtbot: QtBot, key: Qt.Key
) -> None:
    panel.plot.setFocus()
    panel.plot.select("visit")
    qtbot.keyClick(panel.plot, Qt.Key.Key_Right)
    assert panel.card.isVisible()
    panel.plot.grab()
    assert panel.card.isVisible()
    if key is Qt.Key.Key_Plus:
        qtbot.keyClicks(panel.plot, "+")
    else:
        qtbot.keyClick(panel.plot, key)
    assert panel.card.isHidden()


def test_what_a_key_moved_away_is_pointed_at_no_longer(panel: TimelinePanel, qtbot: QtBot) -> None:
    at = point_of(panel, "visit")
    QTest.mouseMove(panel.plot.viewport(), at + QPoint(80, 90))
    QTest.mouseMove(panel.plot.viewport(), at)
    qtbot.waitUntil(panel.card.isVisible)
    qtbot.keyClick(panel.plot, Qt.Key.Key_Shift)
    assert panel.plot.hovered is not None
    qtbot.keyClick(panel.plot, Qt.Key.Key_F)
    assert panel.plot.hovered is None
    qtbot.keyClick(panel.plot, Qt.Key.Key_End)
    told = panel.card.geometry()
    assert panel.card.isVisible()
    qtbot.wait(LONG)
    assert panel.card.isVisible()
    assert panel.card.geometry() == told


def turn(panel: TimelinePanel, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel by one step over a point of the plot."""
    place = QPointF(at)
    event = QWheelEvent(
        place, QPointF(panel.plot.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    panel.plot.wheelEvent(event)


def test_a_card_that_was_about_to_come_does_not_when_a_drag_begins(panel: TimelinePanel, qtbot: QtBot) -> None:
    view = panel.plot.viewport()
    at = panel.plot.from_box(panel.plot.time_scale.x(PUBLICATIONS[1].at_seconds), 11).toPoint()
    QTest.mouseMove(view, at)
    assert panel.plot.hovered_article == "a2"
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    QTest.mouseMove(view, at + QPoint(30, 0))
    qtbot.wait(LONG)
    assert not panel.card.isVisible()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at + QPoint(30, 0))
