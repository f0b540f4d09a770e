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
    ],
)
def test_moved(held: tuple[str | None, str | None, str], days: float, expected: tuple[str | None, str | None]) -> None:
    new = moved(when(*held), days * DAY)
    assert new.granularity is Granularity(held[2])
    assert tuple(m if m is None else to_iso(m) for m in (new.begin, new.end)) == expected


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
