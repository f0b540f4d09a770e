"""Day numbers against the standard library inside its range, and against known dates outside it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.calendar import (
    DAY,
    NOT_KNOWN,
    add_months,
    civil,
    day_number,
    days_in_month,
    from_iso,
    instant,
    is_date,
    iso_week,
    julian_day_number,
    publication_order,
    to_iso,
    week_monday,
    weekday,
    weeks_in_year,
)

EPOCH = datetime.date(1970, 1, 1).toordinal()
FAR = st.integers(-5_000_000, 5_000_000)


@given(st.dates())
def test_agrees_with_the_standard_library(date: datetime.date) -> None:
    number = date.toordinal() - EPOCH
    assert day_number(date.year, date.month, date.day) == number
    assert civil(number) == (date.year, date.month, date.day)
    assert weekday(number) == date.isoweekday()
    if 1 < date.year < 9999:
        assert iso_week(number) == date.isocalendar()[:2]
        assert week_monday(*iso_week(number)) == number - weekday(number) + 1


@given(FAR)
def test_days_and_dates_are_inverse_for_any_year(number: int) -> None:
    year, month, day = civil(number)
    assert is_date(year, month, day)
    assert day_number(year, month, day) == number
    week_year, week = iso_week(number)
    assert 1 <= week <= weeks_in_year(week_year)


@pytest.mark.parametrize(
    ("date", "number"),
    [((1970, 1, 1), 0), ((1969, 12, 31), -1), ((0, 12, 31), -719_163), ((-4713, 11, 24), -2_440_588)],
)
def test_known_day_numbers(date: tuple[int, int, int], number: int) -> None:
    assert day_number(*date) == number  # the last one is the day Julian day numbers start from


def test_leap_years_also_before_the_common_era() -> None:
    assert [days_in_month(y, 2) for y in (2000, 1900, 2024, 0, -4, -100, 2023)] == [29, 28, 29, 29, 29, 28, 28]


@given(st.integers(-3000, 12000), st.integers(1, 12), st.integers(-500, 500))
def test_months_on_and_back(year: int, month: int, count: int) -> None:
    assert add_months(*add_months(year, month, count), -count) == (year, month)


@given(st.integers(-300_000 * 366 * DAY, 300_000 * 366 * DAY))
def test_iso_round_trip(moment: int) -> None:
    assert from_iso(to_iso(moment)) == moment


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2018-04-19", "2018-04-19"),
        ("2018-04-19T00:00:00", "2018-04-19"),
        ("2018-04-19 14:30", "2018-04-19T14:30:00"),
        ("2018-04-19T14:30:59.999Z", "2018-04-19T14:30:59"),
        ("2018-04-19T14:30+06:00", "2018-04-19T14:30:00"),
        ("2018-04-19T24:00", "2018-04-20"),
        ("-0043-03-15", "-0043-03-15"),
        ("0000-01-01", "+0000-01-01"),
        ("+12026-01-01", "+12026-01-01"),
        ("+2018-01-01", "2018-01-01"),
    ],
)
def test_iso_is_written_one_way(text: str, canonical: str) -> None:
    assert to_iso(from_iso(text)) == canonical


@pytest.mark.parametrize(
    "text", ["", "2018", "2018-04", "2018-02-29", "2018-13-01", "19.04.2018", "2018-04-19T25:00", "12026-01-01"]
)
def test_what_is_no_iso_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="(?s).*" + text):
        from_iso(text)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2018-04-20T01:00+05:00", "2018-04-19T21:00Z"),
        ("2018-04-19T21:00", "2018-04-19T18:30-0400"),
        ("2018-04-19", "2018-04-19T00:00:01Z"),
        ("2018-04-19T23:59+03", "2018-04-19T20:59:30"),
        ("-0043-03-15", "0014-08-19"),
        ("-0100-07-12", "-0043-03-15"),
    ],
)
def test_moments_count_in_the_order_of_publication(earlier: str, later: str) -> None:
    assert instant(earlier) < instant(later)
    assert publication_order(earlier) < publication_order(later) < publication_order("") == NOT_KNOWN


@pytest.mark.parametrize("text", ["", "2018", "yesterday", "2018-02-30"])
def test_what_is_no_date_comes_last(text: str) -> None:
    assert publication_order(text) == NOT_KNOWN


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1900, 2, 28), (1900, 3, 12)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 18), (1700, 2, 28)),
        ((200, 3, 1), (200, 3, 1)),
        ((-43, 3, 15), (-43, 3, 13)),
    ],
)
def test_a_day_of_the_julian_calendar_is_one_of_the_gregorian(
    julian: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    assert civil(julian_day_number(*julian)) == gregorian


def test_the_julian_calendar_has_a_leap_day_every_four_years() -> None:
    firsts = [julian_day_number(year, 3, 1) for year in range(1600, 2101)]
    assert {b - a for a, b in zip(firsts, firsts[4:], strict=False)} == {1461}
