"""Reporting lag: event time across, publication time down."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.gui.timeline.lag import reports_of
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.scene import Scene
from dateline.model.calendar import from_iso
from tests.gui.timeline.conftest import MARKS, PUBLICATIONS, day, mark, point_of


def test_one_point_for_each_article_that_reports_an_event() -> None:
    scene = Scene(MARKS)
    reports = reports_of(scene, PUBLICATIONS)
    assert [scene.mark(int(i)).id for i in reports.marks] == ["visit", "talks", "talks", "deal"]
    assert reports.published[0] == from_iso("2018-04-20")
    assert reports.begin < reports.published.min()
    assert reports.moments.tolist() == [p.at_seconds for p in PUBLICATIONS]


def test_few_articles_have_a_band_each_and_many_share_the_height_by_time() -> None:
    few, field = reports_of(Scene(MARKS), PUBLICATIONS), 424.0
    assert few.banded(field)
    bands = few.bands(field)
    assert [round(b[1]) for b in bands] == [24, round(bands[0][2])]
    for moment, top, end in bands:
        assert top < few.heights(np.array([moment]), field)[0] < end
    dated = [mark(f"m{i}", day("2018-04-19"), article_ids=(f"a{i}",)) for i in range(60)]
    many = reports_of(Scene(dated), [Publication(f"a{i}", "", i * 86_400) for i in range(60)])
    assert not many.banded(field)
    assert np.all(np.diff(many.heights(many.published, field)) > 0)


def test_what_one_article_reports_of_one_day_stands_apart(panel: TimelinePanel) -> None:
    panel.update_marks([mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(4)])
    panel.show_lag(True)
    heights = {point_of(panel, name).y() for name in ("visit", "x0", "x1", "x2", "x3")}
    assert len(heights) == 5


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
