"""Dragging gives dates on whole units, of the same kind, never inside out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.timeline.moving import dropped, moved, snapped, stretched
from dateline.model.calendar import DAY, HOUR, from_iso, to_iso
from dateline.model.units import unit_bounds, unit_index
from dateline.model.when import Granularity, When


def when(begin: str | None, end: str | None, granularity: str) -> When:
    return When(from_iso(begin) if begin else None, from_iso(end) if end else None, Granularity(granularity))


@pytest.mark.parametrize(
    ("held", "days", "expected"),
    [
        (("2018-04-19", "2018-04-20", "day"), 2.4, ("2018-04-21", "2018-04-22")),
        (("2018-04-19", "2018-04-20", "day"), -0.4, ("2018-04-19", "2018-04-20")),
        (("2018-05-14", "2018-05-16", "day"), 10, ("2018-05-24", "2018-05-26")),
        (("2018-01-01", "2018-02-01", "month"), 30, ("2018-02-01", "2018-03-01")),
        (("2019-01-01", "2020-01-01", "year"), 370, ("2020-01-01", "2021-01-01")),
        (("2018-04-16", "2018-04-23", "week"), 6, ("2018-04-23", "2018-04-30")),
        (("2018-04-21", "2018-04-23", "weekend"), 6, ("2018-04-28", "2018-04-30")),
        (("2018-04-19T06:00", "2018-04-19T12:00", "daypart"), 1.2, ("2018-04-20T06:00:00", "2018-04-20T12:00:00")),
        (("2010-01-01", "2020-01-01", "decade"), 3600, ("2020-01-01", "2030-01-01")),
        (("1900-01-01", "2000-01-01", "century"), -36500, ("1800-01-01", "1900-01-01")),
        (("2019-06-01", "2021-01-01", "year"), 366, ("2020-06-01", "2022-01-01")),
        (("2011-01-01", None, "year"), 360, ("2012-01-01", None)),
        ((None, "2019-01-01", "year"), -360, (None, "2018-01-01")),
        # months move as months also where the ends lie within them
        (("2019-01-20", "2019-03-20", "month"), 365, ("2020-01-20", "2020-03-20")),
        (("2019-01-20T10:30", "2019-03-20", "month"), 31, ("2019-02-20T10:30:00", "2019-04-20")),
        (("2019-01-20", None, "month"), 10, ("2019-01-20", None)),
        ((None, "2019-03-31", "year"), -31, (None, "2019-02-28")),
        (("2019-01-30", "2019-01-31", "month"), 31, ("2019-02-28", "2019-03-01")),
    ],
)
def test_moved(held: tuple[str | None, str | None, str], days: float, expected: tuple[str | None, str | None]) -> None:
    new = moved(when(*held), days * DAY)
    assert new.granularity is Granularity(held[2])
    assert tuple(m if m is None else to_iso(m) for m in (new.begin, new.end)) == expected


@pytest.mark.parametrize(
    ("held", "seconds", "per_pixel", "expected"),
    [
        # a day measures 30 pixels: 10:30 stays 10:30
        (("2018-04-19T10:30", "2018-04-19T10:31", "minute"), 2.4 * DAY, DAY / 30, "2018-04-21T10:30:00"),
        (("2018-04-19T10:30", "2018-04-19T10:31", "minute"), -0.4 * DAY, DAY / 30, "2018-04-19T10:30:00"),
        (("2018-04-19T10:00", "2018-04-19T11:00", "hour"), 17 * HOUR, DAY / 4, "2018-04-20T10:00:00"),
        # an hour measures 6, 30 and 120 pixels
        (("2018-04-19T10:30", "2018-04-19T10:31", "minute"), 2.3 * HOUR, HOUR / 6, "2018-04-19T12:30:00"),
        (("2018-04-19T10:30", "2018-04-19T10:31", "minute"), 2.3 * HOUR, HOUR / 30, "2018-04-19T12:45:00"),
        (("2018-04-19T10:37", "2018-04-19T10:38", "minute"), 0.3 * HOUR, HOUR / 120, "2018-04-19T10:57:00"),
        (("2018-04-19T10:37", "2018-04-19T10:38", "minute"), 120, HOUR / 600, "2018-04-19T10:39:00"),
        # days are aimed at until two lie in one pixel; then months, which keep the day
        (("2018-04-19", "2018-04-20", "day"), 3 * DAY, 0.9 * DAY, "2018-04-22"),
        (("2018-04-19", "2018-04-20", "day"), 33 * DAY, 3 * DAY, "2018-05-19"),
        (("2018-01-31", "2018-02-01", "day"), 30 * DAY, 3 * DAY, "2018-02-28"),
        (("2018-04-19T10:30", "2018-04-19T10:31", "minute"), 700 * DAY, 60 * DAY, "2020-04-19T10:30:00"),
        # coarse dates are never made finer, however near one looks
        (("2018-01-01", "2019-01-01", "year"), 400 * DAY, HOUR, "2019-01-01"),
        (("2018-04-01", "2018-05-01", "month"), 40 * DAY, 60, "2018-05-01"),
        (("2018-04-16", "2018-04-23", "week"), 33 * DAY, 3 * DAY, "2018-05-21"),
        (("2018-04-01", "2018-05-01", "month"), 400 * DAY, 60 * DAY, "2019-04-01"),
        (("2010-01-01", "2020-01-01", "decade"), 3600 * DAY, 60 * DAY, "2020-01-01"),
        # quarters and halves of more than a pixel move by their own unit, narrower ones by years
        (("2018-04-01", "2018-07-01", "quarter"), 100 * DAY, 3 * DAY, "2018-07-01"),
        (("2018-04-01", "2018-07-01", "quarter"), -100 * DAY, 60 * DAY, "2018-01-01"),
        (("2018-01-01", "2018-07-01", "half"), 170 * DAY, 3 * DAY, "2018-07-01"),
        (("2018-04-01", "2018-07-01", "quarter"), 400 * DAY, 120 * DAY, "2019-04-01"),
    ],
)
def test_a_drag_moves_by_what_can_be_aimed_at(
    held: tuple[str, str, str], seconds: float, per_pixel: float, expected: str
) -> None:
    before = when(*held)
    new = moved(before, seconds, per_pixel)
    assert new.begin is not None
    assert new.end is not None
    assert to_iso(new.begin) == expected
    assert new.granularity is before.granularity
    assert (new.begin, new.end) == unit_bounds(unit_index(new.begin, new.granularity), new.granularity)


def test_an_end_drawn_out_moves_by_what_can_be_aimed_at() -> None:
    held = when("2018-04-19T10:30", "2018-04-19T12:00", "minute")
    new = stretched(held, "end", from_iso("2018-04-21T03:07"), DAY / 30)
    assert new.end == from_iso("2018-04-21T12:00")
    assert stretched(held, "begin", from_iso("2018-04-21T03:07"), DAY / 30).begin == from_iso("2018-04-19T11:59")
    assert stretched(held, "begin", from_iso("2018-04-17T13:07"), DAY / 30).begin == from_iso("2018-04-17T10:30")


@pytest.mark.parametrize("per_pixel", [0.0, 3 * DAY, 60 * DAY])
def test_months_move_as_months_at_every_zoom(per_pixel: float) -> None:
    new = moved(when("2019-01-20", "2019-03-20", "month"), 366 * DAY, per_pixel)
    assert (new.begin, new.end) == (from_iso("2020-01-20"), from_iso("2020-03-20"))


@pytest.mark.parametrize(
    ("end", "to", "expected"),
    [
        ("begin", "2018-05-10T07:00", ("2018-05-10", "2018-05-16")),
        ("begin", "2018-06-10", ("2018-05-15", "2018-05-16")),
        ("end", "2018-05-19T20:00", ("2018-05-14", "2018-05-20")),
        ("end", "2018-04-01", ("2018-05-14", "2018-05-15")),
    ],
)
def test_stretched(end: str, to: str, expected: tuple[str, str]) -> None:
    new = stretched(when("2018-05-14", "2018-05-16", "day"), end, from_iso(to))  # type: ignore[arg-type]
    assert new.begin is not None
    assert new.end is not None
    assert (to_iso(new.begin), to_iso(new.end)) == expected


@pytest.mark.parametrize(
    ("per_pixel", "granularity", "begin"),
    [
        (60, "hour", "2018-04-19T14:00:00"),
        (2 * HOUR, "day", "2018-04-19"),
        (2 * DAY, "month", "2018-04-01"),
        (30 * DAY, "year", "2018-01-01"),
        (400 * DAY, "decade", "2010-01-01"),
        (4000 * DAY, "century", "2000-01-01"),
        (40000 * DAY, "century", "2000-01-01"),
    ],
)
def test_dropped_takes_the_finest_unit_that_can_be_aimed_at(per_pixel: float, granularity: str, begin: str) -> None:
    new = dropped(from_iso("2018-04-19T14:20"), per_pixel)
    assert new.granularity is Granularity(granularity)
    assert new.begin is not None
    assert to_iso(new.begin) == begin


_UNITS = st.sampled_from([g for g in Granularity if g is not Granularity.DAYPART])
_MOMENTS = st.integers(-80_000_000_000, 60_000_000_000)


@st.composite
def whens(draw: st.DrawFn) -> When:
    unit, moment = draw(_UNITS), draw(_MOMENTS)
    begin, end = unit_bounds(unit_index(moment, unit), unit)
    return When(begin, end, unit)


@given(whens(), st.floats(-5e10, 5e10), st.floats(1e-3, 1e8))
def test_what_is_dragged_stays_of_its_kind_at_every_zoom(held: When, by: float, per_pixel: float) -> None:
    new = moved(held, by, per_pixel)
    assert new.begin is not None
    assert new.end is not None
    assert (new.begin, new.end) == unit_bounds(unit_index(new.begin, held.granularity), held.granularity)
    assert held.begin is not None
    assert abs(new.begin - (held.begin + by)) <= max(new.end - new.begin, 370 * DAY) * 1.02


@given(whens(), st.floats(-5e10, 5e10))
def test_a_moved_unit_is_a_unit_near_where_it_was_let_go(held: When, by: float) -> None:
    new = moved(held, by)
    assert new.begin is not None
    assert new.end is not None
    assert (new.begin, new.end) == unit_bounds(unit_index(new.begin, held.granularity), held.granularity)
    length = new.end - new.begin
    assert held.begin is not None
    assert abs(new.begin - (held.begin + by)) <= max(length, 7 * DAY) * 1.02


@given(whens(), st.sampled_from(["begin", "end"]), _MOMENTS)
def test_a_stretched_date_is_never_inside_out(held: When, end: str, to: int) -> None:
    new = stretched(held, end, to)  # type: ignore[arg-type]
    assert new.begin is not None
    assert new.end is not None
    assert new.begin < new.end
    assert (new.end if end == "begin" else new.begin) == (held.end if end == "begin" else held.begin)


@given(_MOMENTS, _UNITS)
def test_snapping_stays_within_a_unit(moment: int, unit: Granularity) -> None:
    at = snapped(moment, unit)
    assert abs(at - moment) <= 101 * 366 * DAY
    assert snapped(at, unit) == at
