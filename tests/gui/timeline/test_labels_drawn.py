"""Over any zoom and pan of the sample: what has room beside it has its label, inside its lane, over nothing."""

import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dateline.editing.sample import make_sample
from dateline.gui.theme import theme
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.links import Link
from dateline.gui.timeline.marks import Grouping
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.shapes import forms
from dateline.gui.timeline.source import marks_from, publications_from
from dateline.model.calendar import DAY, from_iso
from dateline.model.temporal import Order
from dateline.model.when import Granularity, When
from dateline.store.project import Project
from tests.gui.timeline.conftest import MARKS, NOW, SCHEMA, day, mark

_GAPS = 13.0  # pixels around a label
_LABELLED = 15.0  # the least height of a row with words


@pytest.fixture(scope="module")
def file(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.dateline")


@pytest.fixture
def sample(file: Path, qtbot: QtBot) -> TimelinePanel:
    with Project.open(file, readonly=True) as project:
        who = max(project.annotations.annotators(), key=lambda a: len(project.occurrences.ids(a.id)))
        articles = {a.id: a for a in project.articles.summaries(who.id)}
        happenings = {h.id: h for h in project.registry.happenings()}
        marks = marks_from(project.occurrences.of(who.id), happenings, articles)
        schema, publications = project.schema(), publications_from(articles.values())
    panel = TimelinePanel(theme("light"), now=lambda: NOW)
    qtbot.addWidget(panel)
    panel.resize(1200, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.set_marks(marks, publications, schema)
    return panel


def check(panel: TimelinePanel) -> int:
    """Look at every row; return how many labels there are."""
    panel.plot.viewport().grab()
    picture = panel.plot.picture()
    layout, scale, ink = picture.layout, picture.scale, picture.ink
    labels = [(QRectF(rect), index) for rect, index in panel.plot._labels_at]
    for rect, _ in labels:
        assert rect.left() >= -0.01
        assert rect.right() <= scale.width + 0.01
        lane = layout.lane_at(rect.center().y() - STRIP + picture.scroll)
        assert lane is not None
        assert rect.height() <= 18
        assert rect.center().y() - STRIP + picture.scroll + 8 <= lane.top + lane.height
        assert rect.center().y() - STRIP + picture.scroll - 8 >= lane.top
    for number, row in enumerate(layout.rows):
        top = STRIP + layout.tops[number] - picture.scroll
        middle = top + layout.row_height / 2
        if not STRIP - layout.row_height < top < picture.height or row.crowded or layout.row_height < _LABELLED:
            continue
        if middle - 8 < STRIP or middle + 8 > STRIP + picture.lanes_height:
            assert not [r for r, _ in labels if abs(r.center().y() - middle) < 1], "half words at an edge"
            continue
        low, high = row.between(scale.begin, scale.end)
        own = row.marks[low:high]
        if not 0 < len(own) <= scale.width / 12:
            continue
        shapes = forms(picture.scene.shape, np.asarray(own), scale)
        here = sorted((r.left(), r.right(), i) for r, i in labels if abs(r.center().y() - middle) < 1)
        assert all(a[1] <= b[0] + 0.01 for a, b in itertools.pairwise(here)), "labels over each other"
        told = {i for _, _, i in here}
        edges = [f.out_left for f in shapes[1:]] + [scale.width]
        for index, form, edge in zip(own.tolist(), shapes, edges, strict=True):
            mark = picture.scene.mark(index)
            right = max(form.out_right + (5.0 if mark.badge else 0.0), 0.0)
            seen = form.out_right >= 0 and form.out_left <= scale.width
            if seen and min(edge, scale.width) - right - _GAPS >= ink.caption_width(mark):
                assert index in told, (mark.title, form, edge)
            ends = [r for _, r, i in here if i != index and r <= form.out_left]
            before = [f.out_right + 5.0 for f in shapes if f.out_right <= form.out_left]
            free = form.out_left - max([0.0, *ends, *before]) - 2 * _GAPS
            if seen and free >= ink.caption_width(mark):
                assert index in told, (mark.title, form, free)
    return len(labels)


_FIRST, _LAST = from_iso("1985-01-01"), from_iso("2032-01-01")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.floats(_FIRST, _LAST), st.floats(np.log(0.5 * DAY), np.log(60 * 365 * DAY)), st.sampled_from(list(Grouping)),
    st.integers(420, 1_400), st.integers(200, 900),
)  # fmt: skip
def test_what_has_room_has_its_label(
    sample: TimelinePanel, middle: float, span: float, by: Grouping, width: int, height: int
) -> None:
    sample.resize(width, height)
    sample.set_group(by.value)
    half = float(np.exp(span)) / 2
    sample.set_visible_range(middle - half, middle + half)
    check(sample)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["zoom", "pan", "scroll"]), st.floats(-1, 1)), min_size=1, max_size=12))
def test_moving_about_step_by_step_loses_no_label(sample: TimelinePanel, moves: list[tuple[str, float]]) -> None:
    """As a person does it: what the rows were packed for lags behind the view."""
    sample.resize(1_000, 500)
    sample.fit()
    for what, by in moves:
        if what == "zoom":
            sample.plot.zoom(float(np.exp(by)))
        elif what == "pan":
            sample.plot.pan(by * 600)
        else:
            sample.plot.scroll_to(max(0.0, by) * sample.plot.most_scroll)
        check(sample)


def test_the_sample_has_labels(sample: TimelinePanel) -> None:
    sample.set_visible_range(from_iso("2018-01-01"), from_iso("2024-01-01"))
    assert check(sample) >= 10


def test_no_line_goes_through_a_label(panel: TimelinePanel) -> None:
    """What texts say of the order, and the threads to the publications, leave out the words they pass."""
    panel.update_marks([mark("spring", day("2018-03-01", 60), "AGREE"), mark("base", MARKS[3].when, "AID")])

    def words() -> list[QImage]:
        picture, ratio = panel.plot.viewport().grab().toImage(), panel.devicePixelRatioF()
        corners = [(panel.plot.from_box(r.left(), r.top() + 2), r.width(), r.height() - 4) for r in labels]
        return [
            picture.copy(*(round(v * ratio) for v in (at.x(), at.y(), width, height))) for at, width, height in corners
        ]

    panel.plot.viewport().grab()
    labels = [QRectF(rect) for rect, _ in panel.plot._labels_at]
    assert len(labels) == 5
    before = words()
    ids = [m.id for m in MARKS if m.when] + ["spring"]
    panel.set_links(tuple(Link(a, b, "BEFORE", Order.BEFORE) for a in ids for b in ids if a < b))
    panel.toggle("order")
    assert len(panel.plot.picture().ties) == 10
    assert words() == before
    assert panel.plot.viewport().grab().toImage() != before


@pytest.mark.parametrize("kind", ["AID", "CONSULT"])
def test_the_words_of_what_did_not_take_place_are_struck_once(panel: TimelinePanel, kind: str) -> None:
    """In a bar the stroke through the bar stops at the words, which have their own."""
    when = When(from_iso("2018-01-01"), from_iso("2019-01-01"), Granularity.YEAR)
    images = []
    for negated in (False, True):
        panel.set_marks([mark("base", when, kind, negated=negated)], (), SCHEMA)
        images.append(panel.plot.viewport().grab().toImage())
    ((rect, index),) = panel.plot._labels_at
    form = forms(panel.plot.scene_marks.shape, np.array([index]), panel.plot.time_scale)[0]
    assert form.core_left < rect.left()
    assert rect.right() < form.core_right

    def is_struck(x: float) -> bool:
        at = panel.plot.from_box(x, rect.center().y()).toPoint()
        return any(len({image.pixel(at.x(), at.y() + d) for image in images}) > 1 for d in range(-3, 4))

    assert is_struck(form.core_left + 1)
    assert is_struck(rect.right() + 9)
    assert not is_struck(rect.left() - 2)
    assert not is_struck(rect.right() + 2)


def test_a_month_has_no_edge_and_a_range_of_days_has(
    make_panel: Callable[[], TimelinePanel],
) -> None:
    """What is known only to the month must not look like what is known to the day."""
    panel = make_panel()
    panel.set_visible_range(from_iso("2018-01-01"), from_iso("2019-01-01"))

    def steepest(when: When) -> int:
        panel.set_marks([mark("m", when, "AID")], (), SCHEMA)
        image = panel.plot.viewport().grab().toImage()
        box = panel.plot.mark_box(0)
        assert box is not None
        scale = panel.plot.time_scale
        first, long = scale.x(from_iso("2018-05-01")), 31 * DAY / scale.per_pixel
        begin = panel.plot.from_box(first, box.center().y()).toPoint()
        before_words = range(begin.x() - 6, begin.x() + round(long * 0.34))
        row = [image.pixelColor(x, begin.y()).lightness() for x in before_words]
        return max(abs(a - b) for a, b in itertools.pairwise(row))

    month = When(from_iso("2018-05-01"), from_iso("2018-06-01"), Granularity.MONTH)
    assert steepest(day("2018-05-01", 31)) > 4 * steepest(month)


def test_a_month_seen_from_afar_is_wider_than_a_short_bar_and_is_hit_there(
    make_panel: Callable[[], TimelinePanel],
) -> None:
    panel = make_panel()
    panel.set_marks([mark("m", When(from_iso("2018-05-01"), from_iso("2018-06-01"), Granularity.MONTH))], (), SCHEMA)
    panel.set_visible_range(from_iso("1500-01-01"), from_iso("2500-01-01"))
    panel.plot.viewport().grab()
    box = panel.plot.mark_box(0)
    assert box is not None
    assert panel.plot.mark_at(box.center().x() + 10, box.center().y()) == 0
    assert panel.plot.mark_at(box.center().x() - 10, box.center().y()) == 0


@pytest.mark.parametrize(("height", "apart", "count"), [(300, 270, 20), (400, 220, 24), (400, 365, 9), (300, 500, 9)])
def test_what_stands_close_together_gets_rows_for_its_labels_while_there_is_room(
    panel: TimelinePanel, height: int, apart: int, count: int
) -> None:
    first, title = from_iso("2010-06-01"), "a meeting of ministers, their deputies and those who advise them"
    days = (When(first + i * apart * DAY, first + (i * apart + 1) * DAY, Granularity.DAY) for i in range(count))
    panel.resize(1000, height)
    panel.set_marks([replace(mark(f"m{i}", when), title=f"{i} {title}") for i, when in enumerate(days)], (), SCHEMA)
    panel.set_visible_range(from_iso("1998-01-01"), from_iso("2030-01-01"))
    assert check(panel) == count


def test_a_lane_has_the_room_for_labels_that_another_has_no_use_for(panel: TimelinePanel) -> None:
    first = from_iso("2016-01-01")
    days = [When(first + i * 240 * DAY, first + (i * 240 + 1) * DAY, Granularity.DAY) for i in range(9)]
    long = [replace(mark(f"m{i}", when), title=f"{i} " + "talks of all ministers " * 3) for i, when in enumerate(days)]
    short = [mark(f"n{i}", when, "AGREE") for i, when in enumerate(days[:2])]
    panel.set_marks([*long, *short], (), SCHEMA)
    panel.set_visible_range(from_iso("1998-01-01"), from_iso("2030-01-01"))
    panel.plot.grab()
    assert {i for rect, i in panel.plot._labels_at if rect.width() > 100} >= set(range(9))
