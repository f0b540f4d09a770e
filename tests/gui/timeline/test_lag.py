"""Reporting lag: event time across, publication time down."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.lag import reports_of
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.scene import Scene
from dateline.model.calendar import from_iso
from tests.gui.timeline.conftest import MARKS, PUBLICATIONS, point_of


def test_one_point_for_each_article_that_reports_an_event() -> None:
    scene = Scene(MARKS)
    reports = reports_of(scene, PUBLICATIONS)
    assert [scene.mark(int(i)).id for i in reports.marks] == ["visit", "talks", "talks", "deal"]
    assert reports.published[0] == from_iso("2018-04-20")
    assert reports.begin < reports.published.min()
    assert reports.y(reports.begin, 400) < reports.y(float(reports.published[0]), 400) < reports.y(reports.end, 400)


def test_nothing_reported_is_still_a_field() -> None:
    reports = reports_of(Scene(), ())
    assert reports.end > reports.begin


def test_points_are_hovered_clicked_and_not_dragged(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.show_lag(True)
    panel.grab()
    at = point_of(panel, "deal")
    qtbot.mouseMove(panel.plot.viewport(), at)
    assert panel.plot.hovered == panel.plot.scene_marks.index["deal"]
    with qtbot.waitSignal(panel.mark_activated) as caught:
        qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert caught.args == ["deal"]
    panel.grab()
    y = {i: point_of(panel, i).y() for i in ("visit", "deal")}
    assert y["visit"] < y["deal"]
    panel.show_lag(False)
    assert panel.plot.reports() is None


@pytest.mark.parametrize("on", [True, False])
def test_the_lanes_are_there_again(panel: TimelinePanel, on: bool) -> None:
    panel.show_lag(True)
    panel.show_lag(on)
    panel.grab()
    assert panel.tools.groups.isEnabled() is not on
