"""TIMEX3 values and intervals: a table of readings, and round trips over everything that can be generated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.model.calendar import DAY, day_number, to_iso
from dateline.model.units import CLOCK, unit_bounds, unit_index
from dateline.model.when import (
    Granularity,
    When,
    label,
    mod_from_when,
    overlaps,
    sort_key,
    span_seconds,
    value_from_when,
    when_from_data,
    when_from_value,
    when_to_data,
)

READINGS = """
2018-04-19         |              | 2018-04-19          | 2018-04-20          | day     | 19 Apr 2018
2018-04-19-WXX-4   |              | 2018-04-19          | 2018-04-20          | day     | 19 Apr 2018
2018               |              | 2018-01-01          | 2019-01-01          | year    | 2018
201                |              | 2010-01-01          | 2020-01-01          | decade  | 2010s
19                 |              | 1900-01-01          | 2000-01-01          | century | 20th century
2018-Q1            |              | 2018-01-01          | 2018-04-01          | quarter | Q1 2018
2018-H2            |              | 2018-07-01          | 2019-01-01          | half    | H2 2018
2017-WI            |              | 2017-12-01          | 2018-03-01          | season  | winter 2017–18
2018-SP            |              | 2018-03-01          | 2018-06-01          | season  | spring 2018
2018-AU            |              | 2018-09-01          | 2018-12-01          | season  | autumn 2018
2018-10            |              | 2018-10-01          | 2018-11-01          | month   | Oct 2018
2018-W17           |              | 2018-04-23          | 2018-04-30          | week    | week of 23 Apr 2018
2020-W53           |              | 2020-12-28          | 2021-01-04          | week    | week of 28 Dec 2020
2018-W17-WE        |              | 2018-04-28          | 2018-04-30          | weekend | weekend of 28 Apr 2018
2018-W17-4         |              | 2018-04-26          | 2018-04-27          | day     | 26 Apr 2018
2018-04-19TMO      |              | 2018-04-19T06:00:00 | 2018-04-19T12:00:00 | daypart | 19 Apr 2018, morning
2018-04-19TNI      | START        | 2018-04-19T18:00:00 | 2018-04-19T20:00:00 | daypart | 19 Apr 2018, early night
2018-04-19T14      |              | 2018-04-19T14:00:00 | 2018-04-19T15:00:00 | hour    | 19 Apr 2018, 14h
2018-04-19T14:30   |              | 2018-04-19T14:30:00 | 2018-04-19T14:31:00 | minute  | 19 Apr 2018, 14:30
2018-04-19T14:30:15+06:00 |       | 2018-04-19T14:30:15 | 2018-04-19T14:30:16 | second  | 19 Apr 2018, 14:30:15
2018-05-14/2018-05-15 |           | 2018-05-14          | 2018-05-16          | day     | 14–15 May 2018
2018-08-31/2018-09-01 |           | 2018-08-31          | 2018-09-02          | day     | 31 Aug – 1 Sep 2018
2017-12-30/2018-01-02 |           | 2017-12-30          | 2018-01-03          | day     | 30 Dec 2017 – 2 Jan 2018
2022-03/2022-05    |              | 2022-03-01          | 2022-06-01          | month   | Mar–May 2022
2016/2018          |              | 2016-01-01          | 2019-01-01          | year    | 2016–2018
198/199            |              | 1980-01-01          | 2000-01-01          | decade  | 1980s–1990s
2018-04-19T14:30/2018-04-19T15:00 | | 2018-04-19T14:30:00 | 2018-04-19T15:00:00 | minute | 19 Apr 2018, 14:30–15:00
2018-04-19T23/2018-04-20T02 | | 2018-04-19T23:00:00 | 2018-04-20T02:00:00 | hour | 19 Apr 2018, 23h – 20 Apr 2018, 02h
2011/..            |              | 2011-01-01          | -                   | year    | since 2011
../2018-03         |              | -                   | 2018-04-01          | month   | until Mar 2018
2018-03            | BEFORE       | -                   | 2018-03-01          | month   | until Feb 2018
2018-03            | ON_OR_BEFORE | -                   | 2018-04-01          | month   | until Mar 2018
2011               | AFTER        | 2012-01-01          | -                   | year    | since 2012
2011               | ON_OR_AFTER  | 2011-01-01          | -                   | year    | since 2011
2018-04-19T14:30/.. |             | 2018-04-19T14:30:00 | -                   | minute  | since 19 Apr 2018, 14:30
1923               | APPROX       | 1923-01-01          | 1924-01-01          | year    | c. 1923
FY2018             |              | 2018-01-01          | 2019-01-01          | year    | c. 2018
2022               | START        | 2022-01-01          | 2022-05-01          | year    | early 2022
2022               | MID          | 2022-05-01          | 2022-09-01          | year    | mid-2022
2022-10            | END          | 2022-10-21          | 2022-11-01          | month   | late Oct 2022
2018-Q1            | MID          | 2018-02-01          | 2018-03-01          | quarter | mid Q1 2018
2018-W17           | START        | 2018-04-23          | 2018-04-25          | week    | early week of 23 Apr 2018
198                | START        | 1980-01-01          | 1984-01-01          | decade  | early 1980s
19                 | END          | 1967-01-01          | 2000-01-01          | century | late 20th century
BC0044-03-15       |              | -0043-03-15         | -0043-03-16         | day     | 15 Mar 44 BC
-0043-03-15        |              | -0043-03-15         | -0043-03-16         | day     | 15 Mar 44 BC
BC004              |              | -0048-01-01         | -0038-01-01         | decade  | 40s BC
BC02               |              | -0299-01-01         | -0199-01-01         | century | 3rd century BC
BC00               |              | -0099-01-01         | 0001-01-01          | century | 1st century BC
00                 |              | 0001-01-01          | 0100-01-01          | century | 1st century
0622               |              | 0622-01-01          | 0623-01-01          | year    | 622 AD
BC0044/0014        |              | -0043-01-01         | 0015-01-01          | year    | 44 BC – 14 AD
+12026-01          |              | +12026-01-01        | +12026-02-01        | month   | Jan 12026
"""
ROWS = [tuple(cell.strip() for cell in row.split("|")) for row in READINGS.strip().splitlines()]


@pytest.mark.parametrize(("value", "mod", "begin", "end", "granularity", "text"), ROWS)
def test_value_to_interval_and_label(value: str, mod: str, begin: str, end: str, granularity: str, text: str) -> None:
    when = when_from_value(value, mod)
    assert when is not None
    assert ["-" if m is None else to_iso(m) for m in (when.begin, when.end)] == [begin, end]
    assert when.granularity == granularity
    assert label(when) == text


@pytest.mark.parametrize(("value", "mod"), [row[:2] for row in ROWS])
def test_interval_to_value_loses_nothing(value: str, mod: str) -> None:
    when = when_from_value(value, mod)
    assert when
    assert when_from_value(value_from_when(when), mod_from_when(when)) == when


@pytest.mark.parametrize(
    "value",
    [
        "", "P2D", "PT24H", "PXY", "P1DE", "PRESENT_REF", "PAST_REF", "FUTURE_REF", "XXXX-WXX-4", "XXXX-04-19",
        "2018-XX", "2018-02-30", "2018-13", "2018-W53", "2018-Q5", "2018-H3", "2018-04-19T25", "2018-04-19TXX",
        "2018T14", "2", "1234567", "2018-05-15/2018-05-14", "2018/P2D", "../..", "/", "nonsense", "T14:30",
        "2018-W17-WET14",
    ],
)  # fmt: skip
def test_what_has_no_place_on_the_calendar(value: str) -> None:
    assert when_from_value(value) is None


def test_a_range_of_equal_ends_is_the_unit() -> None:
    assert when_from_value("2018-05/2018-05") == when_from_value("2018-05")


def test_ends_off_their_units_are_written_finer() -> None:
    noon = day_number(2018, 4, 19) * DAY + DAY // 2
    assert value_from_when(When(noon, noon + DAY, Granularity.YEAR)) == "2018-04-19T12:00/2018-04-20T12:00"
    assert value_from_when(When(noon + 1, None, Granularity.MONTH)) == "2018-04-19T12:00:01/.."
    assert label(When(noon - DAY // 2, noon + DAY // 2 + DAY, Granularity.MONTH)) == "19–20 Apr 2018"


def test_mods_that_do_not_apply_are_left_alone() -> None:
    assert when_from_value("2011/..", "START") == when_from_value("2011/..")
    assert when_from_value("../2011", "AFTER") == When(day_number(2012) * DAY, None, Granularity.YEAR)
    assert when_from_value("2011/..", "AFTER") == when_from_value("2011/..")
    assert when_from_value("2018-04-19T14:30:15", "END") == when_from_value("2018-04-19T14:30:15")


UNITS = st.sampled_from([g for g in Granularity if g is not Granularity.DAYPART])
NEAR = st.integers(day_number(-2000) * DAY, day_number(9000) * DAY)
MODS = st.sampled_from(["", "START", "MID", "END", "APPROX"])


@given(NEAR, UNITS, MODS)
def test_any_unit_round_trips(moment: int, granularity: Granularity, mod: str) -> None:
    begin, end = unit_bounds(unit_index(moment, granularity), granularity)
    value = value_from_when(When(begin, end, granularity))
    when = when_from_value(value, mod)
    assert when is not None
    assert when.begin is not None
    assert when.end is not None
    assert begin <= when.begin < when.end <= end
    assert value_from_when(when) == value
    assert mod_from_when(when) == ("" if granularity is Granularity.SECOND and mod != "APPROX" else mod)


@given(NEAR, UNITS, st.integers(1, 40), st.booleans())
def test_any_range_and_open_end_round_trips(moment: int, granularity: Granularity, length: int, vague: bool) -> None:
    index = unit_index(moment, granularity)
    begin, end = unit_bounds(index, granularity)[0], unit_bounds(index + length, granularity)[1]
    for when in (
        When(begin, end, granularity, vague),
        When(begin, None, granularity, vague),
        When(None, end, granularity, vague),
    ):
        back = when_from_value(value_from_when(when), mod_from_when(when))
        if back is not None and back.granularity is Granularity.YEAR:  # centuries too far for their two digits
            back = replace(back, granularity=granularity)
        assert back == when
        assert label(when)


def test_a_range_to_a_century_too_far_for_its_digits_is_one_of_years() -> None:
    begin, end = (unit_bounds(century, Granularity.CENTURY)[0] for century in (82, 110))
    value = value_from_when(When(begin, end, Granularity.CENTURY))
    assert value == "8200/+10999"
    assert when_from_value(value) == When(begin, end, Granularity.YEAR)


@given(st.integers(-(10**13), 10**13), UNITS)
def test_units_tile_the_calendar(moment: int, granularity: Granularity) -> None:
    index = unit_index(moment, granularity)
    begin, end = unit_bounds(index, granularity)
    assert begin < end
    assert unit_index(begin, granularity) == unit_index(end - 1, granularity) == index
    if granularity is not Granularity.WEEKEND:
        assert begin <= moment < end
        assert unit_bounds(index + 1, granularity)[0] == end


WHENS = st.builds(
    lambda begin, length, opened, granularity, vague: When(
        None if opened == 1 else begin, None if opened == 2 else begin + length, granularity, vague
    ),
    st.integers(-(10**12), 10**12),
    st.integers(1, 10**9),
    st.integers(0, 2),
    st.sampled_from(list(Granularity)),
    st.booleans(),
)


@given(WHENS)
def test_plain_data_round_trips_and_every_date_has_value_and_label(when: When) -> None:
    assert when_from_data(when_to_data(when)) == when
    assert label(when)
    back = when_from_value(value_from_when(when), mod_from_when(when))
    assert back is not None
    assert (back.begin, back.end) == (when.begin, when.end)


@given(WHENS, WHENS)
def test_overlap_goes_both_ways(one: When, other: When) -> None:
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, one)
    closed = [w for w in (one, other) if w.begin is not None and w.end is not None]
    if len(closed) == 2:
        first, second = sorted(closed, key=sort_key)
        assert overlaps(one, other) == (second.begin < first.end)  # type: ignore[operator]


def test_touching_dates_do_not_overlap() -> None:
    days = [when_from_value(f"2018-04-{d}") for d in (19, 20)]
    assert days[0] is not None
    assert days[1] is not None
    assert not overlaps(days[0], days[1])
    assert span_seconds(days[0]) == DAY


def test_order_is_by_begin_then_by_exactness() -> None:
    values = ["2018", "2018-01", "2018-01-01", "2018/..", "../2017", "2017-06", "BC0044"]
    whens = {when_from_value(v): v for v in values}
    order = [whens[w] for w in sorted((w for w in whens if w), key=sort_key)]
    assert order == ["BC0044", "2017-06", "../2017", "2018-01-01", "2018-01", "2018", "2018/.."]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"begin": "2018", "end": None, "granularity": "day"}, "begin"),
        ({"begin": None, "end": 7, "granularity": "day"}, "end must be"),
        ({"begin": "2018-01-01", "end": None, "granularity": "eon"}, "granularity must be one of"),
        ({"begin": "2018-01-01", "end": None, "approximate": "yes"}, "approximate must be"),
        ({"begin": None, "end": None}, "needs a begin or an end"),
        ({"begin": "2018-01-02", "end": "2018-01-01"}, "must begin before it ends"),
    ],
)
def test_bad_data_names_its_field(data: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        when_from_data(data)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_values(value: str) -> None:
    when = when_from_value(value)
    assert when is None or isinstance(when, When)


def test_clock_units_are_those_with_a_time() -> None:
    assert {g.value for g in CLOCK} == {"hour", "minute", "second"}
