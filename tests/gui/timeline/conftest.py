"""A small timeline whose marks are easy to point at."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from dateline.gui.theme import Theme, theme
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.annotation import Layer
from dateline.model.calendar import from_iso
from dateline.model.schema import LabelType, Schema
from dateline.model.when import Granularity, When

SCHEMA = Schema(
    "diplomacy",
    types=tuple(
        LabelType(n, Layer.EVENT, n, t) for n, t in (("CONSULT", "Consult"), ("AGREE", "Agree"), ("AID", "Send aid"))
    ),
)


def day(text: str, days: int = 1) -> When:
    return When(from_iso(text), from_iso(text) + days * 86_400, Granularity.DAY)


def mark(mark_id: str, when: When | None, kind: str = "CONSULT", **more: object) -> TimelineMark:
    return TimelineMark(mark_id, f"Title of {mark_id}", kind, when, event_ids=(f"{mark_id}-e",), **more)  # type: ignore[arg-type]


MARKS = (
    mark("visit", day("2018-04-19"), article_ids=("a1",), participants=("Çavuşoğlu", "Tokayev"), place="Astana"),
    mark("talks", day("2018-06-14", 30), article_ids=("a1", "a2"), participants=("Tokayev",)),
    mark("deal", day("2018-08-01"), "AGREE", article_ids=("a2",), badge="Two articles disagree"),
    mark("base", When(from_iso("2018-01-01"), from_iso("2019-01-01"), Granularity.YEAR), "AID", negated=True),
    mark("target", None, "AGREE", sentence="A target was set."),
)
PUBLICATIONS = (
    Publication("a1", "Ministers meet", from_iso("2018-04-20")),
    Publication("a2", "A deal at last", from_iso("2018-09-02")),
)
NOW = from_iso("2018-10-01T12:00")


@pytest.fixture(scope="session")
def light() -> Theme:
    return theme("light")


@pytest.fixture
def make_panel(qtbot: QtBot, light: Theme) -> Callable[[], TimelinePanel]:
    """Return a maker of shown panels, 1000 by 400, without marks."""

    def make() -> TimelinePanel:
        panel = TimelinePanel(light, now=lambda: NOW)
        qtbot.addWidget(panel)
        panel.resize(1000, 400)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return make


@pytest.fixture
def panel(make_panel: Callable[[], TimelinePanel], qtbot: QtBot) -> TimelinePanel:
    """A shown panel with MARKS, looking at 2018."""
    panel = make_panel()
    panel.set_marks(MARKS, PUBLICATIONS, SCHEMA)
    panel.set_visible_range(from_iso("2018-01-01"), from_iso("2019-01-01"))
    qtbot.wait(20)
    panel.grab()
    return panel


def point_of(panel: TimelinePanel, mark_id: str) -> QPoint:
    """Return where a mark's middle is in the plot's viewport."""
    box = panel.plot.mark_box(panel.plot.scene_marks.index[mark_id])
    assert box is not None
    return panel.plot.from_box(box.center().x(), box.center().y()).toPoint()
