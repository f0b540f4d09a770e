"""What a person may type for a date, counted from Thursday 19 April 2018, and what is refused with which hint."""

import contextlib
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dateline.model.date_input import parse_date_input
from dateline.model.when import label, mod_from_when, value_from_when, when_from_value

PUBLISHED = "2018-04-19"
TYPED = """
2018-04-19            = 2018-04-19
2018-4-9              = 2018-04-09
19 Apr 2018           = 2018-04-19
19th of April 2018    = 2018-04-19
April 19, 2018        = 2018-04-19
Apr. 19               = 2018-04-19
5 Dec                 = 2017-12-05
29 Feb                = 2020-02-29
14/5/2018             = 2018-05-14
5/14/2018             = 2018-05-14
5/5/2018              = 2018-05-05
14.05.2018            = 2018-05-14
05.06.2018            = 2018-06-05
2018-05               = 2018-05
May 2018              = 2018-05
may                   = 2018-05
2018                  = 2018
622 AD                = 0622
44 BC                 = BC0044
15 March 44 BC        = BC0044-03-15
-0043-03-15           = BC0044-03-15
+12026                = +12026
2018-05-14..15        = 2018-05-14/2018-05-15
2018-05-14..2018-06-02 = 2018-05-14/2018-06-02
2018-05..07           = 2018-05/2018-07
14–15 May 2018        = 2018-05-14/2018-05-15
May 14-15, 2018       = 2018-05-14/2018-05-15
between May 14 and 15 = 2018-05-14/2018-05-15
31 Aug - 1 Sep 2018   = 2018-08-31/2018-09-01
dec 30 - jan 2        = 2017-12-30/2018-01-02
30 Dec - 2 Jan 2018   = 2017-12-30/2018-01-02
30 Dec 2017 to 2 Jan  = 2017-12-30/2018-01-02
2016-2018             = 2016/2018
from 2016 to 2018     = 2016/2018
2017-12-30/2018-01-02 = 2017-12-30/2018-01-02
since 2011            = 2011/..
from May 2018         = 2018-05/..
after March 2018      = 2018-04/..
2011..                = 2011/..
until Mar 2018        = ../2018-03
..2018-03             = ../2018-03
before 2018           = ../2017
by 2030               = ../2030
thu                   = 2018-04-19
Friday                = 2018-04-13
last thu              = 2018-04-12
next fri              = 2018-04-20
next thu              = 2018-04-26
today                 = 2018-04-19
yesterday             = 2018-04-18
tomorrow 9:30         = 2018-04-20T09:30
2018-04-19 14:30      = 2018-04-19T14:30
2018-04-19T14:30:05   = 2018-04-19T14:30:05
19 Apr 2018, 9:05     = 2018-04-19T09:05
2018-04-19TMO         = 2018-04-19TMO
2018-05-14T14:30..2018-05-14T16:00 = 2018-05-14T14:30/2018-05-14T16:00
c. 1923               = 1923 APPROX
~1923                 = 1923 APPROX
circa May 1923        = 1923-05 APPROX
about 2016-2018       = 2016/2018 APPROX
early 2022            = 2022 START
mid-2022              = 2022 MID
late October 2022     = 2022-10 END
end of 2018           = 2018 END
Q1 2022               = 2022-Q1
2022 H2               = 2022-H2
spring 2022           = 2022-SP
2022 autumn           = 2022-FA
winter 2017-18        = 2017-WI
1990s                 = 199
20th century          = 19
3rd century BC        = BC02
40s BC                = BC004
1900–1909             = 190
the early 1990s       = 199 START
early 2000–2009       = 200 START
mid-2000–2009         = 200 MID
since 2000–2009       = 200/..
1900 – 1909           = 1900/1909
1901–1909             = 1901/1909
109–100 BC            = BC010
100–109 AD            = 010
2000–2009 – 2010s     = 200/201
2018-W17              = 2018-W17
2018-W17-WE           = 2018-W17-WE
week of 23 Apr 2018   = 2018-W17
the week of 25 apr    = 2018-W17
since week of 23 Apr 2018 = 2018-W17/..
weekend of 28 Apr 2018 = 2018-W17-WE
week of 23 Feb 2026 – week of 2 Mar 2026 = 2026-W09/2026-W10
19 Apr 2018, 14h      = 2018-04-19T14
19 Apr 2018, morning  = 2018-04-19TMO
19 Apr 2018, late evening = 2018-04-19TEV END
yesterday afternoon   = 2018-04-18TAF
5 Mar 2026, 14:30–16:00 = 2026-03-05T14:30/2026-03-05T16:00
5 Mar 2026, 14h–16h   = 2026-03-05T14/2026-03-05T16
Q1–Q2 2026            = 2026-Q1/2026-Q2
spring–summer 44 BC   = BC0044-SP/BC0044-SU
Q1 622 AD             = 0622-Q1
winter 622 AD         = 0622-WI
"""


@pytest.mark.parametrize("row", TYPED.strip().splitlines())
def test_typed_dates(row: str) -> None:
    typed, _, expected = (part.strip() for part in row.partition(" = "))
    value, when = parse_date_input(typed, PUBLISHED)
    assert f"{value} {mod_from_when(when)}".strip() == expected


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "nothing was typed"),
        ("soon", "not a date that can be read"),
        ("5/6/2018", "2018-05-06 or 2018-06-05"),
        ("31/31/2018", "is no date"),
        ("14/5/18", "four digits"),
        ("2018-02-30", "the calendar has no"),
        ("30 Feb", "the calendar has no"),
        ("20", "a day, a month or a century"),
        ("15, 2018", "a day, a month or a century"),
        ("1900s", "1900..1999 or 1900-1909"),
        ("2018-05-15..14", "ends before it begins"),
        ("19 Apr 2018, 25:00", "the calendar has no"),
        ("week of 30 Feb 2018", "the calendar has no"),
        ("week of May 2018", "not a date that can be read"),
        ("May 2018, morning", "not a date that can be read"),
        ("14:30", "names no day"),
    ],
)
def test_refused_with_a_hint(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_date_input(typed, PUBLISHED)


@pytest.mark.parametrize("typed", ["thu", "today", "19 Apr", "dec 30 - jan 2"])
def test_what_needs_a_publication_date_says_so(typed: str) -> None:
    with pytest.raises(ValueError, match="publication date"):
        parse_date_input(typed)


_DAY = "{y}-{m:02d}-{d:02d}"
_UNITS = ["{y}", "{y}-{m:02d}", _DAY, *(f"{_DAY}{time}" for time in ("T14", "T09:30", "TMO", "TNI"))]
_UNITS += [f"{{y}}-{piece}" for piece in ("W{w:02d}", "W{w:02d}-WE", "Q{q}", "H{h}", "SP", "WI")]


MODS = ["", "START", "MID", "END", "APPROX", "ON_OR_AFTER", "ON_OR_BEFORE"]


@st.composite
def values(draw: st.DrawFn) -> str:
    year = draw(st.one_of(st.integers(1, 9999), st.integers(1900, 2030)))
    unit = draw(st.sampled_from(_UNITS))
    numbers = {"m": st.integers(1, 12), "d": st.integers(1, 28), "w": st.integers(1, 52), "q": st.integers(1, 4)}
    return unit.format(y=f"{year:04d}", h=draw(st.integers(1, 2)), **{k: draw(v) for k, v in numbers.items()})


@given(values(), st.sampled_from(MODS))
@example("BC0044-03-15", "")
@example("BC0044-SP", "MID")
@example("199", "END")
@example("200", "START")
@example("200", "MID")
@example("200", "ON_OR_AFTER")
@example("190/191", "")
@example("199/200", "")
@example("1900/1909", "APPROX")
@example("BC004", "END")
@example("BC010", "")
@example("010", "ON_OR_BEFORE")
@example("BC02", "APPROX")
@example("2026-W09/2026-W10", "")
@example("2026-03-05T14/2026-03-05T16", "")
@example("2025-12/2026-02", "APPROX")
def test_what_is_written_for_people_can_be_typed_back(value: str, mod: str) -> None:
    """Not so where a third of a minute is told, which nobody says."""
    when = when_from_value(value, mod)
    assume(when is not None and not ("T09:30" in value and mod in ("MID", "END")))
    assert when
    again = parse_date_input(label(when))[1]
    assert (value_from_when(again), mod_from_when(again)) == (value_from_when(when), mod_from_when(when)), label(when)


@given(st.text(alphabet="0123456789-/. maychrsince~qw", max_size=16))
def test_nothing_typed_breaks_it(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_date_input(typed, PUBLISHED)[0]


@pytest.mark.parametrize(
    ("text", "said", "quoted"),
    [
        ("since 3/4/2018", "since 3/4/2018", "'3/4/2018' can be"),
        ("since 3/4/2018", "3/4/2018 ve sonrası", "'3/4/2018' can be"),
        ("since thursday", "perşembe ve sonrası", "'perşembe ve sonrası' needs"),
    ],
)
def test_what_is_refused_is_quoted_as_it_was_written(text, said, quoted):
    with pytest.raises(ValueError, match=re.escape(quoted)):
        parse_date_input(text, "", said)
