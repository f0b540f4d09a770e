"""Reporting lag: event time across, publication time down."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dateline.gui.theme import theme
from dateline.gui.timeline.lag import MOST_POINTS, Field, field_of, labels_down, lag_height, reports_of
from dateline.gui.timeline.lag_foot import FOOT, Counts, told
from dateline.gui.timeline.lag_lines import Lines, _crossed
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Publication, Reported
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.picture import render_timeline
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.snapshot import drawn_picture
from dateline.gui.timeline.source import marks_from, publications_from
from dateline.gui.timeline.ticks import ticks
from dateline.model.article import State
from dateline.model.calendar import DAY, from_iso
from dateline.model.moving import Move, Moving
from dateline.model.registry import Happening
from dateline.model.when import Granularity, When
from dateline.store.articles import ArticleSummary
from tests.gui.timeline.conftest import MARKS, PUBLICATIONS, SCHEMA, day, mark, point_of
from tests.review.reports import report, time


def field(panel: TimelinePanel) -> Field:
    reports = panel.plot.reports()
    assert reports
    return field_of(panel.plot.picture(), reports)


def test_one_point_for_each_article_that_reports_an_event() -> None:
    scene = Scene(MARKS)
    reports = reports_of(scene, PUBLICATIONS)
    assert [scene.mark(int(i)).id for i in reports.marks] == ["visit", "talks", "talks", "deal"]
    assert reports.published[0] == from_iso("2018-04-20")
    assert reports.begin < reports.published.min()
    assert reports.moments.tolist() == [p.at_seconds for p in PUBLICATIONS]


def test_few_articles_have_a_band_each_and_many_share_the_height_by_time(panel: TimelinePanel) -> None:
    panel.show_lag(True)
    few = field(panel)
    assert [moment for moment, _, _ in few.bands] == [p.at_seconds for p in PUBLICATIONS]
    assert few.bands[0][1] == 24
    assert few.bands[0][2] == few.bands[1][1]
    for (_, _, y), moment in zip(few.points, reports_of(panel.plot.scene_marks, PUBLICATIONS).published, strict=True):
        assert next(top < y < end for at, top, end in few.bands if at == moment)
    dated = [mark(f"m{i}", day("2018-04-19"), article_ids=(f"a{i}",)) for i in range(60)]
    panel.set_marks(dated, [Publication(f"a{i}", "", i * 86_400) for i in range(60)], SCHEMA)
    many = field(panel)
    assert many.bands == ()
    assert np.all(np.diff([y for _, _, y in many.points]) > 0)


def test_what_is_reported_ahead_and_after_is_counted() -> None:
    reports = reports_of(Scene(MARKS), PUBLICATIONS)
    assert (reports.counts.ahead, reports.counts.after) == (
        1,
        3,
    )  # the talks ahead by a1; they, the visit and the deal afterwards


@pytest.mark.parametrize(
    ("when", "ahead", "after"),
    [
        (When(from_iso("2018-01-01"), from_iso("2019-01-01"), Granularity.YEAR), True, True),
        (When(from_iso("2018-04-01"), from_iso("2018-05-01"), Granularity.MONTH), True, True),
        (When(from_iso("2016-01-01"), from_iso("2019-01-01"), Granularity.YEAR), True, True),
        (When(from_iso("2018-01-01"), None, Granularity.YEAR), True, True),
        (When(from_iso("2018-04-19"), from_iso("2018-04-22"), Granularity.DAY), False, False),  # it is on
        (When(from_iso("2018-04-20"), from_iso("2018-04-21"), Granularity.DAY), False, False),
    ],
)
def test_around_the_publication_what_is_not_known_to_the_day_goes_by_how_it_is_told(
    when: When, *, ahead: bool, after: bool
) -> None:
    day_of = [Publication("a1", "", from_iso("2018-04-20T12:00"), day=True)]
    for planned in (True, False):
        counts = reports_of(Scene([mark("m", when, article_ids=("a1",), planned=planned)]), day_of).counts
        assert (counts.ahead, counts.after) == ((int(ahead), 0) if planned else (0, int(after)))


@pytest.mark.parametrize(
    ("begin", "end", "published", "side"),
    [  # where only the day of publication is known, whatever lies on it was neither told ahead nor afterwards
        ("2018-04-20T10:30", "2018-04-20T10:31", "2018-04-20", "same"),
        ("2018-04-20T16:00", "2018-04-20T17:00", "2018-04-20", "same"),
        ("2018-04-20T00:00", "2018-04-20T00:01", "2018-04-20", "same"),
        ("2018-04-20T23:59", "2018-04-21T00:00", "2018-04-20", "same"),
        ("2018-04-19T23:59", "2018-04-20T00:00", "2018-04-20", "after"),
        ("2018-04-21T00:00", "2018-04-21T00:01", "2018-04-20", "ahead"),
        ("2018-04-20T10:30", "2018-04-20T10:31", "2018-04-20T14:00", "after"),
        ("2018-04-20T16:00", "2018-04-20T17:00", "2018-04-20T14:00", "ahead"),
        ("2018-04-20", "2018-04-21", "2018-04-20T14:00", "same"),
        ("2018-04-20T14:00", "2018-04-20T14:01", "2018-04-20T14:00", "same"),
    ],
)
def test_ahead_and_after_are_of_the_day_where_only_that_is_known(
    begin: str, end: str, published: str, side: str
) -> None:
    met = mark("met", When(from_iso(begin), from_iso(end), Granularity.MINUTE), article_ids=("a",))
    known = publications_from([ArticleSummary("a", "a", published, "", "en", 0, 9, State.NEW)])
    counts = reports_of(Scene([met]), known).counts
    assert {name: getattr(counts, name) for name in ("ahead", "same", "after")} == {
        "ahead": 0, "same": 0, "after": 0, side: 1,
    }  # fmt: skip


def test_an_exact_noon_and_a_day_have_grounds_of_their_own() -> None:
    evening = When(from_iso("2018-04-20T18:00"), from_iso("2018-04-20T19:00"), Granularity.HOUR)
    scene = Scene([mark("a", evening, article_ids=("a",)), mark("b", evening, article_ids=("b",))])
    told = {"a": "2018-04-20T12:00", "b": "2018-04-20"}
    reports = reports_of(
        scene, publications_from([ArticleSummary(i, i, at, "", "en", 0, 9, State.NEW) for i, at in told.items()])
    )
    assert (reports.counts.ahead, reports.counts.same) == (1, 1)
    exact, by_day = (reports.over[np.searchsorted(reports.moments, at)] for at in reports.published.tolist())
    assert exact == from_iso("2018-04-20T12:00") + 1
    assert by_day == from_iso("2018-04-21")


def test_what_lies_on_the_day_of_publication_is_not_on_the_ground_of_what_is_ahead(panel: TimelinePanel) -> None:
    met = mark(
        "met", When(from_iso("2018-04-20T18:00"), from_iso("2018-04-20T19:00"), Granularity.HOUR), article_ids=("a",)
    )
    known = publications_from([ArticleSummary("a", "a", "2018-04-20", "", "en", 0, 9, State.NEW)])
    panel.set_marks([met], known, SCHEMA)
    panel.show_lag(True)
    panel.set_visible_range(from_iso("2018-04-20T06:00"), from_iso("2018-04-21T06:00"))
    (over,), (band,) = field(panel).over, field(panel).bands
    assert (over, band[0]) == (from_iso("2018-04-21"), from_iso("2018-04-20T12:00"))
    image, scale = panel.plot.viewport().grab().toImage(), panel.plot.time_scale

    def ground(at: str) -> str:
        return image.pixelColor(panel.plot.from_box(scale.x(from_iso(at)), band[1] + 4).toPoint()).name()

    assert ground("2018-04-20T09:00") == ground("2018-04-20T22:10") != ground("2018-04-21T02:10")


def test_each_report_stands_on_the_day_it_gives(panel: TimelinePanel) -> None:
    told = mark(
        "met", day("2018-05-07"), article_ids=("a1", "a2"), reports=(Reported("a1"), Reported("a2", day("2018-05-08")))
    )
    panel.set_marks([told], PUBLICATIONS, SCHEMA)
    panel.show_lag(True)
    scale = panel.plot.time_scale
    seen = [scale.moment((form.core_left + form.core_right) / 2) for _, form, _ in field(panel).points]
    assert seen == pytest.approx([from_iso("2018-05-07T12:00"), from_iso("2018-05-08T12:00")], abs=60)


def test_a_report_that_gives_another_day_says_so_also_where_one_of_the_days_was_chosen_by_hand() -> None:
    told = [report(n, time(day_), happening="h").occurrence for n, day_ in (("x", "2018-05-07"), ("y", "2018-05-08"))]
    (found,) = marks_from(told, {"h": Happening("h", "met")}, {})
    assert found.when == day("2018-05-07")
    assert found.reports == (Reported("a-x"), Reported("a-y", day("2018-05-08")))
    (by_hand,) = marks_from(told, {"h": Happening("h", "met", when=day("2018-05-08"))}, {})
    assert by_hand.reports == (Reported("a-x", day("2018-05-07")), Reported("a-y"))


def test_a_date_set_by_hand_sets_right_what_all_reports_agree_on() -> None:
    told = [report(n, time("2018-05-07"), happening="h").occurrence for n in ("x", "y")]
    (by_hand,) = marks_from(told, {"h": Happening("h", "met", when=day("2018-05-09"))}, {})
    assert (by_hand.when, by_hand.reports) == (day("2018-05-09"), ())


def test_a_report_that_gives_a_month_is_not_as_exact_as_the_one_that_gives_its_day() -> None:
    told = [report(n, time(on), happening="h").occurrence for n, on in (("x", "2018-05"), ("y", "2018-05-08"))]
    for chosen in (None, day("2018-05-08")):
        (found,) = marks_from(told, {"h": Happening("h", "met", when=chosen)}, {})
        assert found.when == day("2018-05-08")
        month = found.reports[0].when
        assert found.reports[1:] == (Reported("a-y"),)
        assert month
        assert month.granularity is Granularity.MONTH


def test_each_report_looks_as_it_is_told_and_one_that_puts_off_has_both_days(panel: TimelinePanel) -> None:
    """Announced for 20 March, put off to 8 April, taken place."""
    told = [
        report(name, time(f"2025-{on}"), published=f"2025-{published}", happening="h", **says).occurrence
        for name, published, on, says in (
            ("one", "03-14", "03-20", {"modality": "planned"}),
            ("two", "03-18", "03-20", {"modality": "planned"}),
            ("two", "03-18", "04-08", {"modality": "planned"}),
            ("six", "04-09", "04-08", {}),
        )
    ]
    told[1] = replace(told[1], moving=Moving(Move.PUT_OFF))
    names = {o.event.article_id: o.event.article_id for o in told}
    days = {"a-one": "2025-03-14", "a-two": "2025-03-18", "a-six": "2025-04-09"}
    known = {a: ArticleSummary(a, a, days[a], "", "en", 0, 9, State.NEW) for a in names}
    (visit,) = marks_from(told, {"h": Happening("h", "visit", "CONSULT")}, known)
    old, new = day("2025-03-20"), day("2025-04-08")
    assert (visit.when, visit.planned, visit.badge) == (new, False, "")
    assert visit.reports == (
        Reported("a-one", old, planned=True),
        Reported("a-two", old, planned=True, negated=True, gone=True),
        Reported("a-two", planned=True),
        Reported("a-six"),
    )
    denied = mark("denied", day("2025-04-08"), article_ids=("a-six",), negated=True)
    panel.set_marks([visit, denied], [Publication(a, a, from_iso(d)) for a, d in days.items()], SCHEMA)
    panel.show_lag(True)
    panel.fit()
    seen, picture = field(panel), panel.plot.picture()
    looks = [seen.looks.get(at) or picture.scene.mark(i) for at, (i, _, _) in enumerate(seen.points)]
    assert [(m.planned, m.negated) for m in looks] == [
        (True, False), (True, True), (True, False), (False, False), (False, True),
    ]  # fmt: skip
    reports = panel.plot.reports()
    assert reports
    assert (reports.counts.ahead, reports.counts.after) == (
        2,
        2,
    )  # the day from which it was put off is no report of its own


def test_many_reports_of_one_article_are_scrolled_and_never_lie_over_each_other(panel: TimelinePanel) -> None:
    panel.update_marks([mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(40)])
    panel.show_lag(True)
    heights = sorted(y for i, _, y in field(panel).points if panel.plot.scene_marks.mark(i).id.startswith("x"))
    assert min(np.diff(heights)) >= 12
    assert panel.plot.most_scroll > 0
    before = point_of(panel, "x3").y()
    panel.plot.scroll_to(50)
    assert point_of(panel, "x3").y() == before - 50
    panel.plot.scroll_to(1e9)
    assert panel.plot.lane_scroll == panel.plot.most_scroll
    panel.grab()


def test_what_one_article_reports_of_one_day_stands_apart(panel: TimelinePanel) -> None:
    panel.update_marks([mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(4)])
    panel.show_lag(True)
    heights = {point_of(panel, name).y() for name in ("visit", "x0", "x1", "x2", "x3")}
    assert len(heights) == 5


def test_no_report_lies_over_the_haze_or_the_open_end_of_another(panel: TimelinePanel) -> None:
    year = When(from_iso("2018-01-01"), from_iso("2019-01-01"), Granularity.YEAR)
    since = When(from_iso("2018-03-01"), None, Granularity.MONTH)
    days = [mark(f"d{i}", day(f"2018-{i:02}-15"), article_ids=("a1",)) for i in range(1, 13)]
    panel.set_marks(
        [mark("year", year, article_ids=("a1",)), mark("since", since, article_ids=("a1",)), *days],
        PUBLICATIONS[:1],
        SCHEMA,
    )
    panel.show_lag(True)
    panel.set_visible_range(from_iso("2018-01-01"), from_iso("2019-01-01"))
    points = field(panel).points
    assert len(points) == 14
    for n, (_, one, y) in enumerate(points):
        for _, other, height in points[n + 1 :]:
            assert y != height or one.out_right <= other.out_left or other.out_right <= one.out_left


def test_nothing_reported_is_still_a_field() -> None:
    now = from_iso("2026-11-29")
    reports = reports_of(Scene(), (), now)
    assert reports.begin < now < reports.end
    assert now - reports.begin < 200 * DAY  # not the year from which machines count
    appeared = [float(p.at_seconds) for p in PUBLICATIONS]
    reports = reports_of(Scene(), PUBLICATIONS, now)
    assert reports.begin < min(appeared) < max(appeared) < reports.end < now


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


@pytest.mark.parametrize("articles", [3, 400])
def test_very_many_reports_are_a_cloud_that_can_be_pointed_at(panel: TimelinePanel, articles: int) -> None:
    rng = np.random.default_rng(1)
    begin = from_iso("2018-01-01")
    days = rng.integers(0, 360, 3_000).tolist()
    marks = [
        mark(f"m{i}", When(at, at + 86_400, Granularity.DAY), article_ids=(f"a{i % articles}",))
        for i, at in enumerate(begin + d * 86_400 for d in days)
    ]
    publications = [Publication(f"a{i}", "", begin + i * 360 // articles * 86_400) for i in range(articles)]
    panel.set_marks(marks, publications, SCHEMA)
    panel.show_lag(True)
    cloud = field(panel).cloud
    assert cloud is not None
    assert len(cloud.marks) == 3_000
    assert bool(field(panel).bands) is (articles == 3)
    at = panel.plot.scene_marks.index["m77"]
    box = panel.plot.mark_box(at)
    assert box
    found = panel.plot.mark_at(box.center().x(), box.center().y())
    assert found is not None
    assert abs(days[found] - days[77]) <= 3
    assert panel.plot.mark_at(box.center().x(), -50) is None
    panel.select("m77")
    assert [i for i, _, _ in field(panel).points] == [at]
    before = panel.plot.grab().toImage()
    panel.show_lag(False)
    assert panel.plot.grab().toImage() != before


def test_what_is_selected_among_very_many_has_the_shape_of_its_report(panel: TimelinePanel) -> None:
    many = [mark(f"m{i}", day("2018-05-07"), article_ids=("a1",)) for i in range(MOST_POINTS)]
    month = Reported("a1", When(from_iso("2018-05-01"), from_iso("2018-06-01"), Granularity.MONTH))
    panel.set_marks(
        [*many, mark("met", day("2018-05-07"), article_ids=("a1",), reports=(month,))], PUBLICATIONS, SCHEMA
    )
    panel.show_lag(True)
    panel.select("met")
    assert field(panel).cloud is not None
    assert [form.vague for _, form, _ in field(panel).points] == [True]


def test_what_is_selected_is_seen_here_and_in_the_lanes_again(panel: TimelinePanel) -> None:
    many = [mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(120)]
    panel.update_marks([*many, mark("last", day("2018-04-19"), "AID", article_ids=("a2",))])

    def seen(mark_id: str) -> bool:
        panel.grab()
        box = panel.plot.mark_box(panel.plot.scene_marks.index[mark_id])
        assert box
        return box.top() >= STRIP and box.bottom() <= STRIP + panel.plot.picture().lanes_height

    panel.select("last")
    assert seen("last")
    panel.show_lag(True)
    assert panel.plot.most_scroll > 0
    assert seen("last")
    panel.select("x119")
    assert seen("x119")
    panel.plot.scroll_to(0)
    panel.select("last")
    panel.show_lag(False)
    assert panel.plot.most_scroll > 0
    assert seen("last")


def test_the_words_of_what_did_not_take_place_are_struck_here_too(panel: TimelinePanel) -> None:
    images = []
    for negated in (False, True):
        panel.set_marks([mark("met", day("2018-05-07"), article_ids=("a1",), negated=negated)], PUBLICATIONS, SCHEMA)
        panel.show_lag(True)
        images.append(panel.plot.viewport().grab().toImage())
    ((rect, _),) = panel.plot._labels_at
    middle = panel.plot.from_box(rect.center().x(), rect.center().y()).toPoint()
    row = [
        any(len({image.pixel(x, middle.y() + down) for image in images}) > 1 for down in range(-3, 4))
        for x in range(middle.x() - round(rect.width() / 2) + 2, middle.x() + round(rect.width() / 2) - 2)
    ]
    assert sum(row) > 0.9 * len(row)


def test_a_label_stands_where_no_line_runs_if_there_is_such_a_place(panel: TimelinePanel) -> None:
    """What was reported afterwards has its line at its right, what was announced at its left."""
    told = [
        mark("past", day("2018-05-01"), article_ids=("a2",)),
        mark("ahead", day("2018-06-20"), article_ids=("a1",)),
    ]
    panel.set_marks(told, PUBLICATIONS, SCHEMA)
    panel.show_lag(True)
    panel.plot.look(from_iso("2018-01-01"), from_iso("2018-12-01"))
    panel.plot.grab()
    at = {index: rect for rect, index in panel.plot._labels_at}
    assert len(at) == 2
    forms_at = {index: form for index, form, _ in field(panel).points}
    scene = panel.plot.scene_marks
    for index, rect in at.items():
        form = forms_at[index]
        assert (rect.right() <= form.out_left) is (scene.mark(index).id == "past")


def test_the_line_that_joins_the_days_of_what_was_put_off_runs_behind_labels(panel: TimelinePanel) -> None:
    lines = Lines([(50.0, 10.0, 200.0)], [QLineF(100, 20, 140, 90)])
    assert _crossed(QRectF(120, 42, 60, 16), lines)
    assert not _crossed(QRectF(220, 42, 60, 16), lines)
    assert not _crossed(QRectF(20, 60, 60, 16), lines)
    assert _crossed(QRectF(90, 60, 60, 16), lines)  # the slanting one


@given(st.floats(-50, 150), st.floats(-50, 150), st.floats(-50, 150), st.floats(-50, 150), st.floats(0.01, 0.99))
def test_what_goes_through_a_box_is_met(x1: float, y1: float, x2: float, y2: float, part: float) -> None:
    box, line = QRectF(40, 40, 30, 16), QLineF(x1, y1, x2, y2)
    inside = box.adjusted(0.5, 0.5, -0.5, -0.5).contains(line.pointAt(part))
    ends = box.contains(line.p1()) or box.contains(line.p2())
    if inside and not ends:
        assert _crossed(box, Lines([], [line]))


def test_all_reports_are_counted_and_what_has_no_place_is_told() -> None:
    same = mark("same", day("2018-04-20"), article_ids=("a1",))
    nowhere = mark("nowhere", day("2018-04-20"), article_ids=("a1", "gone"))
    reports = reports_of(Scene([*MARKS, same, nowhere]), PUBLICATIONS)
    counts = reports.counts
    assert counts == Counts(ahead=1, same=2, after=3, undated=1, unpublished=1)
    assert counts.ahead + counts.same + counts.after == len(reports.marks)
    assert told(counts) == (
        "reported afterwards: 3",
        "on the day: 2 · not here: 1 without a date · from articles without a date: 1",
        "reported ahead: 1",
    )


def test_no_mark_lies_under_the_counts(panel: TimelinePanel) -> None:
    panel.update_marks([mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(40)])
    panel.show_lag(True)
    picture = panel.plot.picture()
    assert picture.lanes_height == picture.height - STRIP - FOOT
    assert panel.plot.mark_at(300, picture.height - 4) is None
    panel.plot.scroll_to(1e9)
    assert max(y for _, _, y in field(panel).points) < STRIP + panel.plot.picture().lanes_height


def _many(panel: TimelinePanel, count: int, articles: int) -> None:
    marks = [
        mark(f"m{i}", day(f"2018-{1 + i % 12:02}-{1 + i % 28:02}"), article_ids=(f"a{i % articles}",))
        for i in range(count)
    ]
    published = [Publication(f"a{i}", "", from_iso("2018-01-01") + i * 9 * 86_400) for i in range(articles)]
    panel.set_marks(marks, published, SCHEMA)
    panel.show_lag(True)
    panel.fit()


def test_a_picture_that_is_saved_shows_all_reports_in_bands_that_are_not_cut(panel: TimelinePanel) -> None:
    _many(panel, 300, 30)
    assert field(panel).bands == ()  # in the window there is no room for them
    tall = lag_height(panel.plot.scene_marks, panel.publications(), panel.plot.time_scale)
    assert tall > panel.plot.height()
    image = drawn_picture(panel, vector=False)
    assert isinstance(image, QImage)
    assert image.height() / image.devicePixelRatio() == pytest.approx(tall, abs=60)
    svg = drawn_picture(panel, vector=True)
    assert isinstance(svg, bytes)
    assert svg.count(b"Title of m") > 100
    assert b"reported afterwards: " in svg


def test_a_picture_of_very_many_reports_has_the_shape_of_a_screen() -> None:
    marks = [mark(f"m{i}", day("2018-04-19"), article_ids=(f"a{i % 200}",)) for i in range(MOST_POINTS + 1)]
    days = [Publication(f"a{i}", "", from_iso("2018-04-01") + i * 86_400) for i in range(200)]
    image = render_timeline(marks, days, SCHEMA, theme("light"), lag=True)
    assert image.width() == 1600
    assert 700 <= image.height() <= 1100


def test_the_other_view_shows_the_same_time(panel: TimelinePanel) -> None:
    """Whatever is selected elsewhere: who looks at hours goes on looking at them."""
    panel.plot.select("base")
    hours = (from_iso("2018-08-01T03:00"), from_iso("2018-08-01T19:00"))
    panel.set_visible_range(*hours)
    panel.select("visit", reveal=False)
    for on in (True, False):
        panel.show_lag(on)
        assert panel.visible_range() == pytest.approx(hours)


def test_no_label_is_cut_by_the_edge_of_a_field_that_is_scrolled(panel: TimelinePanel) -> None:
    panel.update_marks([mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(40)])
    panel.show_lag(True)
    assert panel.plot.most_scroll > 100
    labels = 0
    for scroll in range(0, 100, 7):
        panel.plot.scroll_to(scroll)
        panel.plot.grab()
        end = STRIP + panel.plot.picture().lanes_height
        assert all(box.top() >= STRIP and box.bottom() <= end for box, _ in panel.plot._labels_at)
        labels += len(panel.plot._labels_at)
    assert labels


def test_days_scrolled_away_are_told_and_a_click_leads_on(panel: TimelinePanel, qtbot: QtBot) -> None:
    many = [mark(f"m{i}", day("2018-04-19"), article_ids=(f"a{i % 3 + 1}",)) for i in range(90)]
    panel.set_marks(many, [Publication(f"a{i}", "", from_iso(f"2018-05-0{i}")) for i in (1, 2, 3)], SCHEMA)
    panel.show_lag(True)
    panel.plot.scroll_to(0)
    panel.plot.grab()
    assert [post.words for post in panel.plot.picture().posts] == ["2 days below"]
    at = panel.plot.picture().posts[0].box.center()
    qtbot.mouseClick(
        panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=panel.plot.from_box(at.x(), at.y()).toPoint()
    )
    assert panel.plot.lane_scroll > 50
    panel.plot.scroll_to(1e9)
    assert [post.words for post in panel.plot.picture().posts] == ["2 days above"]


@pytest.mark.parametrize("from_day", [60, 140, 250])
def test_how_many_days_lie_below_is_said_beside_what_is_drawn(panel: TimelinePanel, from_day: int) -> None:
    begin = from_iso("2018-01-01")
    days = [begin + (from_day + i * 3) * DAY for i in range((365 - from_day) // 3 - 15)]
    many = [
        replace(mark(f"m{n}-{i}", When(at, at + DAY, Granularity.DAY), article_ids=(f"a{n}",)), title="")
        for n in range(4)
        for i, at in enumerate(days)
    ]
    panel.set_marks(many, [Publication(f"a{n}", "", from_iso(f"2018-12-0{n + 1}")) for n in range(4)], SCHEMA)
    panel.set_visible_range(begin, begin + 365 * DAY)
    panel.show_lag(True)
    for height in range(220, 300, 9):
        panel.resize(1000, height)
        panel.plot.settle()
        panel.plot.grab()
        picture, reports = panel.plot.picture(), panel.plot.reports()
        assert reports
        points = field_of(picture, reports).points
        drawn = [QRectF(form.out_left, y - 7, form.out_right - form.out_left, 14) for _, form, y in points]
        for post in picture.posts:
            assert not [box for box in drawn if box.intersects(post.box)], (height, post)


def test_what_was_in_view_is_scrolled_to_in_the_other_one(panel: TimelinePanel) -> None:
    early = [mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(60)]
    panel.update_marks([*early, mark("late", day("2018-09-02"), "AID", article_ids=("a2",))])
    panel.set_visible_range(from_iso("2018-04-10"), from_iso("2018-09-20"))
    panel.grab()
    panel.select("late")
    for on in (True, False):
        panel.show_lag(on)
        box = panel.plot.mark_box(panel.plot.scene_marks.index["late"])
        assert box
        assert STRIP <= box.top() <= box.bottom() <= STRIP + panel.plot.picture().lanes_height


@pytest.mark.parametrize("days", [2, 4, 6, 7, 8, 9])
def test_the_names_of_days_below_never_touch(panel: TimelinePanel, days: int) -> None:
    panel.set_visible_range(from_iso("2018-04-26T05:00"), from_iso("2018-04-26T05:00") + days * 86_400)
    picture = panel.plot.picture()
    wide = picture.ink.strong_metrics.horizontalAdvance
    seen = [(t.label_x, t.label_x + wide(t.label)) for t in picture.ticks.context if t.label_x is not None]
    assert all(end + 4 <= begin for (_, end), (begin, _) in pairwise(seen))
    assert len(seen) >= days - 1


def test_the_names_of_days_down_the_side_leave_room_for_the_months(panel: TimelinePanel) -> None:
    _many(panel, 200, 100)
    reports = panel.plot.reports()
    assert reports
    ink, width = panel.plot.ink, 87.0
    shown = ticks(from_iso("2018-04-26"), from_iso("2018-05-06"), 400, lambda _: 17.0)
    free = labels_down(shown, ink, width)
    assert 0 < len(free) < len([t for t in shown.fine if t.label_x is not None])
    for tick in free:
        for name in shown.context:
            if name.label_x is not None and tick.label_x is not None and abs(name.label_x - tick.label_x) < 17:
                both = ink.strong_metrics.horizontalAdvance(name.label) + ink.small_metrics.horizontalAdvance(
                    tick.label
                )
                assert both + 6 <= width - 22


def test_a_label_stands_clear_of_the_frame_of_what_is_selected_and_of_steps(panel: TimelinePanel) -> None:
    panel.select("talks")
    panel.show_lag(True)
    panel.plot.grab()
    at = panel.plot.scene_marks.index["talks"]
    forms_at = [form for index, form, _ in field(panel).points if index == at]
    for rect, index in panel.plot._labels_at:
        if index == at:
            assert all(rect.left() >= f.out_right + 8 or rect.right() <= f.out_left - 8 for f in forms_at)


def test_zooming_keeps_the_article_looked_at_in_view(panel: TimelinePanel) -> None:
    """Rows come and go with the time in view: the field gets lower, and what was scrolled to would be off it."""
    early = [mark(f"x{i}", day("2018-04-19"), article_ids=("a1",)) for i in range(60)]
    late = [mark(f"y{i}", day("2018-08-01"), article_ids=("a2",)) for i in range(20)]
    panel.update_marks([*early, *late])
    panel.show_lag(True)
    panel.plot.scroll_to(1e9)
    panel.grab()
    assert panel.plot.lane_scroll > 100
    for _ in range(14):
        panel.plot.zoom(0.6, from_iso("2018-08-01T12:00"))
        panel.grab()
        seen, room = field(panel), panel.plot.picture().lanes_height
        assert panel.plot.lane_scroll <= max(0.0, seen.height - room) + 0.01
        assert any(STRIP <= y <= STRIP + room for _, _, y in seen.points)
    scrolled = panel.plot.lane_scroll
    panel.plot.scroll_to(scrolled + 20)
    panel.grab()
    assert panel.plot.lane_scroll == min(scrolled + 20, panel.plot.most_scroll)
