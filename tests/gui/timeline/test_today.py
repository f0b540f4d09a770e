"""Today on the timeline: a dashed line at the present moment with its word in the strip; outside the view nothing."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from dateline.gui.theme import theme
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.today import word_at
from dateline.model.calendar import DAY
from tests.gui.timeline.conftest import NOW, PUBLICATIONS, SCHEMA, day, mark


@pytest.fixture
def bare(make_panel: Callable[[], TimelinePanel]) -> TimelinePanel:
    """Without marks: what has the accent's colour on it is today's."""
    panel = make_panel()
    panel.set_marks([], (), SCHEMA)
    return panel


def columns(panel: TimelinePanel, top: float, end: float) -> set[int]:
    """Return the pixel columns of the view in which something between two heights is of the accent's hue."""
    image, accent = panel.plot.viewport().grab().toImage(), panel.plot.ink.theme.accent
    left = round(panel.plot.from_box(0, 0).x())
    wide = round(panel.plot.time_scale.width)

    def near(image: QImage, x: int, y: int) -> bool:
        colour = image.pixelColor(x, y)
        return colour.saturation() > 90 and abs(colour.hue() - accent.hue()) < 12

    lines = range(round(top), round(end))
    return {x for x in range(wide) if any(near(image, left + x, y) for y in lines)}


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize(("before", "after"), [(40.0, 20.0), (400.0, 3_000.0), (0.02, 0.03), (1.0, 300_000.0)])
def test_it_stands_at_the_present_moment_with_its_word(
    bare: TimelinePanel, shade: str, before: float, after: float
) -> None:
    bare.set_theme(theme(shade))
    bare.set_visible_range(NOW - before * DAY, NOW + after * DAY)
    at = bare.plot.time_scale.x(NOW)
    line = columns(bare, STRIP + 4, bare.plot.picture().height - 4)
    assert line
    assert all(abs(x - at) <= 2 for x in line)
    word = columns(bare, 3, STRIP - 3) - line
    wide = bare.plot.ink.small_metrics.horizontalAdvance("Today")
    assert len(word) > wide / 3
    assert all(at < x < at + wide + 8 for x in word)


def test_at_the_right_edge_the_word_is_left_of_the_line_and_whole(bare: TimelinePanel) -> None:
    bare.set_visible_range(NOW - 40 * DAY, NOW + 0.5 * DAY)
    at, width = bare.plot.time_scale.x(NOW), bare.plot.time_scale.width
    word = columns(bare, 3, STRIP - 3) - columns(bare, STRIP + 4, STRIP + 60)
    assert word
    assert max(word) < at < width
    assert min(word) >= at - 6 - bare.plot.ink.small_metrics.horizontalAdvance("Today")


@pytest.mark.parametrize(("begin", "end"), [(-40.0, -0.1), (0.1, 40.0)])
def test_outside_the_view_there_is_nothing(bare: TimelinePanel, begin: float, end: float) -> None:
    bare.set_visible_range(NOW + begin * DAY, NOW + end * DAY)
    assert columns(bare, 3, bare.plot.picture().height - 2) == set()


def test_it_is_dashed_behind_the_marks_and_moves_with_the_clock(
    make_panel: Callable[[], TimelinePanel], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make_panel()
    panel.set_marks([], PUBLICATIONS, SCHEMA)
    panel.set_visible_range(NOW - 5 * DAY, NOW + 5 * DAY)
    image, x = panel.plot.viewport().grab().toImage(), panel.plot.time_scale.x(NOW)
    left = panel.plot.from_box(x, 0).x()
    page = panel.plot.ink.theme.page

    def coloured(y: int) -> bool:
        return any(image.pixelColor(round(left) + d, y).saturation() > page.saturation() + 60 for d in (-1, 0, 1))

    changes = sum(a != b for a, b in pairwise(coloured(y) for y in range(round(STRIP) + 4, 200)))
    assert changes > 20
    monkeypatch.setattr(panel.plot, "_now", lambda: NOW + 2 * DAY)
    panel.plot.refresh()
    assert panel.plot.picture().today == NOW + 2 * DAY


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_the_line_does_not_run_through_a_label(bare: TimelinePanel, shade: str) -> None:
    bare.set_theme(theme(shade))
    bare.set_marks([mark("a visit that takes many words", day("2018-09-25"))], (), SCHEMA)
    bare.set_visible_range(NOW - 40 * DAY, NOW + 60 * DAY)
    bare.plot.viewport().grab()
    ((rect, _),) = bare.plot._labels_at
    x = bare.plot.time_scale.x(NOW)
    assert rect.left() < x < rect.right()
    beside = columns(bare, rect.bottom() + 12, rect.bottom() + 60)
    assert any(abs(at - x) <= 2 for at in beside)
    within = columns(bare, rect.top() + 2, rect.bottom() - 2)
    assert not any(abs(at - x) <= 2 for at in within)


@pytest.mark.parametrize(
    ("published", "where"),
    [((-20,), "right"), ((1,), "left"), ((-1, 1), "nowhere"), ((0.1,), "nowhere")],
)
def test_the_word_lies_on_no_publication(
    make_panel: Callable[[], TimelinePanel], published: tuple[float, ...], where: str
) -> None:
    panel = make_panel()
    told = [Publication(f"a{n}", "", NOW + int(d * DAY)) for n, d in enumerate(published)]
    panel.set_marks([], told, SCHEMA)
    panel.set_visible_range(NOW - 40 * DAY, NOW + 40 * DAY)
    picture, at = panel.plot.picture(), panel.plot.time_scale.x(NOW)
    left = word_at(picture, at)
    assert (left is None) is (where == "nowhere")
    assert left is None or (left > at) is (where == "right")
