"""Where other lanes begin: at what is selected, else at the top; the reporting lag at the open article before that."""

import pytest

from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.calendar import from_iso
from tests.gui.timeline.conftest import SCHEMA, day, mark

BYS = ("participant", "place", "source", "article")


def seen(panel: TimelinePanel, mark_id: str) -> bool:
    panel.plot.grab()
    box = panel.plot.mark_box(panel.plot.scene_marks.index[mark_id])
    assert box
    return box.top() >= STRIP and box.bottom() <= STRIP + panel.plot.picture().lanes_height


@pytest.fixture
def tall(panel: TimelinePanel) -> TimelinePanel:
    """A panel with more lanes than it has room for, whichever they are; article a70 tells of the event m70 only."""
    marks = [
        mark(f"m{i}", day("2018-06-01"), participants=(f"P{i:02d}",), place=f"Q{i:02d}", sources=(f"S{i:02d}",),
             articles=(f"A{i:02d}",), article_ids=(f"a{i}",))
        for i in range(80)
    ]  # fmt: skip
    days = [Publication(f"a{i}", "", from_iso("2018-06-02") + i // 10 * 86_400) for i in range(80)]
    panel.set_marks(marks, days, SCHEMA)
    panel.plot.grab()
    panel.plot.scroll_to(300)
    return panel


@pytest.mark.parametrize("by", BYS)
def test_other_lanes_begin_at_the_top(tall: TimelinePanel, by: str) -> None:
    tall.set_group(by)
    tall.plot.grab()
    assert tall.plot.lane_scroll == 0


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("article", [None, "a2"])
def test_other_lanes_show_what_is_selected(tall: TimelinePanel, by: str, article: str | None) -> None:
    tall.show_article(article)
    tall.select("m71", reveal=False)
    tall.set_group(by)
    assert seen(tall, "m71")


@pytest.mark.parametrize("by", BYS)
def test_other_lanes_begin_at_the_top_whatever_article_is_open(tall: TimelinePanel, by: str) -> None:
    tall.show_article("a70")
    tall.set_group(by)
    tall.plot.grab()
    assert tall.plot.lane_scroll == 0


def test_the_reporting_lag_begins_at_the_open_article_else_at_the_top(tall: TimelinePanel) -> None:
    tall.show_lag(True)
    tall.plot.grab()
    assert tall.plot.lane_scroll == 0
    tall.show_lag(False)
    tall.show_article("a60")
    tall.show_lag(True)
    assert seen(tall, "m60")
    tall.show_lag(False)
    tall.select("m79", reveal=False)
    tall.show_lag(True)
    assert seen(tall, "m79")
