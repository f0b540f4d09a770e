"""How a date looks says how exact it is."""

import pytest

from dateline.gui.timeline.shape import extents
from dateline.model.calendar import DAY, from_iso
from dateline.model.when import Granularity, When


def when(begin: str | None, end: str | None, granularity: str, approximate: bool = False) -> When:
    return When(
        from_iso(begin) if begin else None, from_iso(end) if end else None, Granularity(granularity), approximate
    )


def test_day_is_a_point_in_its_middle() -> None:
    shape = extents([when("2018-04-19", "2018-04-20", "day")])
    assert shape.point[0]
    assert shape.core_begin[0] == shape.core_end[0] == from_iso("2018-04-19T12:00")
    assert (shape.begin[0], shape.end[0]) == (from_iso("2018-04-19"), from_iso("2018-04-20"))


@pytest.mark.parametrize(
    ("begin", "end", "granularity"),
    [
        ("2018-04-12", "2018-04-15", "day"),  # 12–14 April: all of the three days
        ("2018-04-12", "2018-04-14", "day"),
        ("2018-05-01", "2018-05-31", "day"),
        ("2018-04-12T22:00", "2018-04-14T06:00", "hour"),
        ("2018-04-12T22:15", "2018-04-14T06:30", "minute"),
        ("2018-04-12T12:00", "2018-04-14T12:00", "daypart"),
    ],
)
def test_days_in_a_row_are_a_bar_with_hard_ends(begin: str, end: str, granularity: str) -> None:
    shape = extents([when(begin, end, granularity)])
    assert not shape.point[0]
    assert not shape.vague[0]
    assert (shape.begin[0], shape.core_begin[0]) == (from_iso(begin), from_iso(begin))
    assert (shape.core_end[0], shape.end[0]) == (from_iso(end), from_iso(end))


def test_about_days_in_a_row_are_soft_for_a_day_at_each_end() -> None:
    shape = extents([when("2018-05-01", "2018-05-31", "day", approximate=True)])
    assert shape.core_begin[0] - shape.begin[0] == 1.5 * DAY
    assert shape.end[0] - shape.core_end[0] == 1.5 * DAY


def test_the_middle_of_a_month_is_soft_though_days_are_named_for_it() -> None:
    shape = extents([when("2018-04-11", "2018-04-21", "month")])
    assert shape.vague[0]
    assert shape.begin[0] < shape.core_begin[0] < shape.core_end[0] < shape.end[0]


def test_a_range_of_years_is_soft_for_its_first_and_last_year() -> None:
    shape = extents([when("2010-01-01", "2019-01-01", "year")])
    year = 365.2425 * DAY
    assert shape.core_begin[0] - shape.begin[0] == pytest.approx(year)
    assert shape.end[0] - shape.core_end[0] == pytest.approx(year)


@pytest.mark.parametrize("granularity", ["week", "month", "quarter", "year", "decade", "century"])
def test_a_single_coarse_unit_is_soft_on_both_sides_with_a_core_left(granularity: str) -> None:
    spans = {"week": ("2018-04-16", "2018-04-23"), "month": ("2018-04-01", "2018-05-01")}
    spans |= {"quarter": ("2018-04-01", "2018-07-01"), "year": ("2018-01-01", "2019-01-01")}
    spans |= {"decade": ("2010-01-01", "2020-01-01"), "century": ("1900-01-01", "2000-01-01")}
    shape = extents([when(*spans[granularity], granularity)])
    assert shape.begin[0] < shape.core_begin[0] < shape.core_end[0] < shape.end[0]
    assert shape.core_begin[0] - shape.begin[0] == pytest.approx(shape.end[0] - shape.core_end[0])


def test_an_open_end_is_marked_and_its_known_end_stays() -> None:
    since, until = extents([when("2011-01-01", None, "year")]), extents([when(None, "2019-01-01", "year")])
    assert since.open_end[0]
    assert not since.open_begin[0]
    assert since.begin[0] == from_iso("2011-01-01")
    assert until.open_begin[0]
    assert until.end[0] == from_iso("2019-01-01")


def test_about_reaches_beyond_both_ends() -> None:
    exact, about = (extents([when("2011-01-01", "2012-01-01", "year", a)]) for a in (False, True))
    assert about.begin[0] < exact.begin[0]
    assert about.end[0] > exact.end[0]
    assert about.core_begin[0] == exact.core_begin[0]


def test_far_years_are_like_others() -> None:
    shape = extents([when("-0043-03-15", "-0043-03-16", "day"), when("+12026-01-01", "+12027-01-01", "year")])
    assert shape.point.tolist() == [True, False]
    assert shape.begin[0] == from_iso("-0043-03-15")


def test_nothing_has_no_shape() -> None:
    assert len(extents([])) == 0


def test_a_month_and_about_a_day_are_vague_and_a_day_a_range_and_an_open_end_are_not() -> None:
    shape = extents([
        when("2018-05-01", "2018-06-01", "month"), when("2018-05-05", "2018-05-06", "day", True),
        when("2018-05-05", "2018-05-06", "day"), when("2018-05-01", "2018-05-09", "day"),
        when("2016-01-01", "2019-01-01", "year"), when("2018-05-01", None, "month"),
    ])  # fmt: skip
    assert shape.vague.tolist() == [True, True, False, False, False, False]
