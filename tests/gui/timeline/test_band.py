"""The band of measures: where numbers stand, what is hit, hovered, clicked, drawn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from dateline.chronology.quantity import Quantity
from dateline.gui.theme import Theme
from dateline.gui.timeline.band import LEAST_LANE, LOW, LOW_LANE, Band, band_of, dots, spot_at
from dateline.gui.timeline.band_drawing import _name_lines, edge_number, name_heights, shown_name
from dateline.gui.timeline.card import changed
from dateline.gui.timeline.ink import Ink
from dateline.gui.timeline.layout import STRIP, Scale
from dateline.gui.timeline.measures import Point, Series
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.picture import render_timeline, save_timeline
from dateline.model.when import Granularity, When, from_iso
from tests.gui.timeline.conftest import MARKS, PUBLICATIONS, SCHEMA, day


def usd(low: float, high: float | None = None) -> Quantity:
    return Quantity(low * 1e9, (high or low) * 1e9, "USD")


def point(mark: str, amount: Quantity, when: When, target: bool = False, due: bool = True) -> Point:
    return Point(amount, when, target, due, mark, f"words of {mark}", (f"{mark}-e",), ("a1",))


TRADE = Series(
    "Trade",
    ("Kazakhstan", "Türkiye"),
    "USD",
    (
        point("visit", usd(5), day("2018-04-19")),
        point("deal", usd(6.3), day("2018-08-01")),
        point("target", usd(10), When(from_iso("2018-09-02"), None, Granularity.DAY), target=True, due=False),
    ),
)
SHARE = Series("Share", (), "%", tuple(
    point(f"s{i}", Quantity(i, i, "%"), day(f"2018-0{i}-01")) for i in range(1, 5)
))  # fmt: skip
YEAR = Scale(from_iso("2018-01-01"), from_iso("2019-01-01"), 800.0)


@pytest.fixture
def measured(panel: TimelinePanel, qtbot: QtBot) -> TimelinePanel:
    panel.set_measures((TRADE, SHARE))
    panel.set_visible_range(YEAR.begin, YEAR.end)
    qtbot.wait(10)
    panel.grab()
    return panel


def place(panel: TimelinePanel, number: int) -> QPoint:
    box = panel.plot.spot_box((0, number))
    return panel.plot.from_box(box.center().x(), box.center().y()).toPoint()


@given(
    st.lists(
        st.tuples(st.floats(-1e12, 1e12), st.floats(0, 1e6), st.integers(-(10**11), 10**11)), min_size=2, max_size=30
    ),
    st.floats(30, 400),
    st.floats(0, 500),
)
def test_every_number_stands_in_its_lane_and_is_hit_where_it_stands(
    numbers: list[tuple[float, float, int]], room: float, scroll: float
) -> None:
    points = sorted(
        (
            point(str(i), Quantity(low, low + more), When(at, at + 86_400, Granularity.DAY))
            for i, (low, more, at) in enumerate(numbers)
        ),
        key=lambda p: p.when.begin or 0,
    )
    band = band_of((Series("N", (), "", tuple(points)),), [20.0], room, scroll)
    assert band.edges == (0.0, LOW_LANE if room < LOW else LEAST_LANE)
    assert 0 <= band.scroll <= band.most_scroll
    scale = Scale(-(10**11), 10**11, 900.0)
    top, end = band.lane(0)
    for line in dots(band, scale):
        for dot in line:
            assert top <= dot.y_high - 1e-6 <= dot.y <= dot.y_low + 1e-6 <= end
            if 0 <= dot.y < band.height:
                assert spot_at(band, scale, dot.x, dot.y) is not None


def test_of_very_many_numbers_only_those_in_view_and_only_some_are_drawn() -> None:
    many = tuple(
        point(str(i), usd(1 + i % 7), When(i * 86_400, (i + 1) * 86_400, Granularity.DAY)) for i in range(20_000)
    )
    band = band_of([Series("N", (), "USD", many)] * 50, [20.0] * 50, 300.0, 1_000.0)
    shown = dots(band, Scale(0, 2_000 * 86_400, 900.0))
    assert len(shown) <= 5
    assert all(len(line) <= 400 for line in shown)
    few = dots(band, Scale(86_400 * 100, 86_400 * 110, 900.0))
    assert [d.spot[1] for d in few[0]] == list(range(99, 112))


def test_nothing_measured_takes_no_room(panel: TimelinePanel) -> None:
    assert panel.plot.picture().band == Band()
    assert not panel.tools.measures.isVisibleTo(panel)


def test_the_band_lies_below_the_lanes_and_can_be_switched_off(measured: TimelinePanel) -> None:
    plot = measured.plot
    picture = plot.picture()
    assert picture.band.series == (TRADE, SHARE)
    assert picture.lanes_height == picture.height - STRIP - picture.band.height
    assert plot.mark_at(300, picture.height - 5) is None
    measured.tools.measures.setChecked(False)
    assert plot.picture().band == Band()
    measured.tools.measures.setChecked(True)
    measured.show_lag(True)
    assert plot.picture().band.series == ()


@pytest.mark.parametrize("wide", [660, 820, 1400])
def test_the_name_of_a_measure_breaks_between_words(measured: TimelinePanel, qtbot: QtBot, wide: int) -> None:
    measured.resize(wide, 400)
    series = Series("Trade: Kazakhstan, Uzbekistan", (), "USD", TRADE.points)
    measured.set_measures((series,))
    names = float(measured.plot._names.width())
    said = {word for line in _name_lines(series, measured.plot.ink, names) for word in line.split()}
    assert said == {"Trade:", "Kazakhstan,", "Uzbekistan", "(USD)"}
    assert names <= 0.4 * wide


def test_in_a_low_panel_a_measure_takes_less_of_it_and_its_name_keeps_the_unit(light: Theme) -> None:
    series = Series("Trade", ("Kazakhstan", "Türkiye"), "USD", (point("a", usd(5), day("2021-01-01")),))
    tall = name_heights([series], Ink(light, SCHEMA, QFont()), 140.0)
    low, high = band_of([series], tall, 190.0, 0.0), band_of([series], tall, 600.0, 0.0)
    assert high.height == tall[0]
    assert low.height == LOW_LANE < LEAST_LANE
    lines = shown_name(series, Ink(light, SCHEMA, QFont()), 140.0, low.height)
    assert lines[-1].endswith("… (USD)")
    assert len(lines) == 2
    assert shown_name(series, Ink(light, SCHEMA, QFont()), 140.0, high.height)[-1].endswith("(USD)")


@pytest.mark.parametrize("people", [("Kazakhstan", "Türkiye"), ("Uzbekistan",), ("Kazakhstan", "Uzbekistan")])
def test_in_a_low_panel_the_column_of_names_grows_until_a_measures_name_is_whole(
    measured: TimelinePanel, qtbot: QtBot, people: tuple[str, ...]
) -> None:
    series = Series("Trade", people, "USD", TRADE.points)
    measured.set_measures((series,))
    measured.resize(1000, 260)
    plot = measured.plot

    def whole() -> bool:
        lines = shown_name(series, plot.ink, float(plot._names.width()), plot.picture().band.height)
        return len(lines) == 2 and " ".join(lines) == f"{series.title} (USD)"

    qtbot.waitUntil(whole)
    assert plot.picture().band.height == LOW_LANE


def test_a_measures_name_keeps_away_from_the_numbers_of_its_scale(light: Theme) -> None:
    ink = Ink(light, SCHEMA, QFont())
    numbers = (point("a", usd(4.68), day("2021-01-01")), point("b", usd(6.43), day("2022-01-01")))
    series = Series("Increase", ("Mevlut", "Cavusoglu"), "USD", numbers)
    scale = max(ink.small_metrics.horizontalAdvance(edge_number(n)) for n in series.range)
    for width in range(140, 300, 7):
        if (room := width - scale - 28) >= 60:
            assert all(ink.bold_metrics.horizontalAdvance(line) <= room for line in _name_lines(series, ink, width))


def test_a_number_is_hovered_told_and_clicked(measured: TimelinePanel, qtbot: QtBot) -> None:
    view = measured.plot.viewport()
    qtbot.mouseMove(view, place(measured, 1))
    assert measured.plot.spot == (0, 1)
    qtbot.waitUntil(measured.card.isVisible)
    text = measured.card.text
    assert "Trade: Kazakhstan, Türkiye" in text
    assert "6.3 bn USD" in text
    assert "+26 % against 19 Apr 2018" in text
    assert "Ministers meet" in text
    with qtbot.waitSignal(measured.mark_activated) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(measured, 1))
    assert told.args == ["deal"]
    assert measured.selected == "deal"


def test_a_target_says_that_it_is_one_and_that_its_day_is_not_known(measured: TimelinePanel, qtbot: QtBot) -> None:
    qtbot.mouseMove(measured.plot.viewport(), place(measured, 2))
    qtbot.waitUntil(measured.card.isVisible)
    assert "target" in measured.card.text
    assert "some day; reported since 2 Sep 2018" in measured.card.text


def test_reached_is_solid_and_aimed_at_is_hollow(measured: TimelinePanel) -> None:
    image = measured.plot.grab().toImage()
    page = QColor(measured.plot.ink.theme.page)

    def at(number: int) -> QColor:
        spot = place(measured, number) + measured.plot.viewport().pos()
        return image.pixelColor(spot * image.devicePixelRatio())

    assert at(1).lightness() < 120
    assert abs(at(2).lightness() - page.lightness()) < 12


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (usd(5), usd(6.3), "+26 %"),
        (usd(10), usd(5), "-50 %"),
        (Quantity(0, 0), Quantity(5, 5), ""),
        (Quantity(50, 50, "%"), Quantity(54, 54, "%"), "+4 %-pt"),
    ],
)
def test_changed(before: Quantity, now: Quantity, told: str) -> None:
    assert changed(before, now) == told


def test_the_wheel_scrolls_the_band_over_its_names(
    make_panel: Callable[[], TimelinePanel], qtbot: QtBot, measured: TimelinePanel
) -> None:
    measured.set_measures((TRADE, SHARE, SHARE, SHARE, SHARE))
    band = measured.plot.picture().band
    assert band.most_scroll > 0
    measured.plot.scroll_band(40)
    assert measured.plot.picture().band.scroll == 40
    measured.plot.scroll_band(1e9)
    assert measured.plot.picture().band.scroll == band.most_scroll


def test_measures_are_in_pictures(light: Theme, tmp_path: Path) -> None:
    bare = render_timeline(MARKS, PUBLICATIONS, SCHEMA, light)
    full = render_timeline(MARKS, PUBLICATIONS, SCHEMA, light, measures=[TRADE] * 4)
    assert full.height() > bare.height()
    path = tmp_path / "t.svg"
    save_timeline(path, MARKS, PUBLICATIONS, SCHEMA, light, measures=(TRADE,))
    svg = path.read_text(encoding="utf-8")
    assert ">6.3 bn<" in svg
    assert ">Trade:" in svg
