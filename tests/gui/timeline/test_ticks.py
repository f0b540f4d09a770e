"""The axis: the right words at every zoom, none over another, none cut off."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.gui.timeline.ticks import Tick, Ticks, ticks
from dateline.model.calendar import DAY, from_iso


def wide(text: str) -> float:
    return 7.0 * len(text)


def words(row: tuple[Tick, ...]) -> list[str]:
    return [t.label for t in row]


def axis(begin: str, end: str, width: float = 1000) -> Ticks:
    return ticks(from_iso(begin), from_iso(end), width, wide)


def test_decades() -> None:
    shown = axis("1875-01-01", "2027-01-01")
    assert words(shown.fine)[:3] == ["1880", "1890", "1900"]
    assert shown.context == ()


def test_months_say_their_year_below() -> None:
    shown = axis("2018-02-10", "2019-03-10")
    assert words(shown.fine)[0] == "Mar"
    assert words(shown.context) == ["2018", "2019"]


def test_days_say_their_month_below() -> None:
    shown = axis("2018-04-17", "2018-04-28")
    assert "Thu 19" in words(shown.fine)
    assert words(shown.context) == ["April 2018"]
    assert shown.context[0].label_x is not None


def test_where_days_have_no_room_for_their_names_they_are_numbered() -> None:
    shown = axis("2018-04-05", "2018-04-27")
    assert words(shown.fine)[:4] == ["5", "6", "7", "8"]
    assert words(shown.context) == ["April 2018"]


def test_weeks_begin_on_mondays() -> None:
    shown = axis("2018-03-25", "2018-06-10")
    assert words(shown.fine)[:2] == ["Mon 26", "Mon 2"]
    assert words(shown.context) == ["March 2018", "April 2018", "May 2018", "June 2018"]


def test_hours_say_their_day_in_full_below() -> None:
    shown = axis("2024-03-13T02:00", "2024-03-14T03:00")
    assert words(shown.fine)[:2] == ["03:00", "06:00"] or words(shown.fine)[0] in {"02:00", "04:00"}
    assert words(shown.context) == ["Wed 13 Mar 2024", "Thu 14 Mar 2024"]


def test_minutes() -> None:
    assert words(axis("2024-03-13T02:00", "2024-03-13T02:15").fine)[:2] == ["02:00", "02:01"]


def test_before_1970_and_before_our_era() -> None:
    assert "Sun 25" in words(axis("1969-05-20", "1969-06-02").fine)
    shown = words(axis("-0399-06-01", "0500-01-01").fine)
    assert "100 BC" in shown
    assert "1 AD" in shown
    assert "100 AD" in shown
    assert not any(word.startswith("0") for word in shown)


def test_millennia() -> None:
    assert words(axis("-9999-01-01", "+12000-01-01").fine)[0].endswith("000 BC")


def test_the_context_at_the_left_edge_sticks_until_it_is_pushed_out() -> None:
    early, late = axis("2018-04-05", "2018-05-20"), axis("2018-04-29", "2018-06-13")
    assert early.context[0].label_x == pytest.approx(4.0)
    assert late.context[0].label_x is None or late.context[0].label_x < 4.0 + wide("April 2018")
    assert late.context[1].label_x is not None


@settings(max_examples=150)
@example(-86039787720.5, 600.0, 245.0)
@given(st.floats(-3e11, 3e11), st.floats(600, 3e11), st.floats(120, 2400))
def test_labels_never_touch_and_stay_inside(begin: float, span: float, width: float) -> None:
    shown = ticks(begin, begin + span, width, wide)
    assert len(shown.fine) < width / 20 + 5
    for row in (shown.fine, shown.context):
        free = 0.0
        for tick in row:
            if tick.label_x is not None:
                assert tick.label_x >= free - 1e-6
                free = tick.label_x + wide(tick.label)
                assert free <= width + 1e-6
    assert all(begin <= t.at <= begin + span for t in shown.fine)
    assert [t.at for t in shown.fine] == sorted({t.at for t in shown.fine})


def test_context_covers_the_whole_width() -> None:
    shown = axis("2018-04-17", "2018-04-28")
    assert shown.context[0].at <= from_iso("2018-04-17")
    assert shown.context[0].at % DAY == 0
