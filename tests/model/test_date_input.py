"""What a person may type for a date, counted from Thursday 19 April 2018, and what is refused with which hint."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.date_input import parse_date_input
from dateline.model.when import label, mod_from_when

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
2018-W17              = 2018-W17
2018-W17-WE           = 2018-W17-WE
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
        ("1900s", "1900..1999 or 1900..1909"),
        ("2018-05-15..14", "ends before it begins"),
        ("19 Apr 2018, 25:00", "the calendar has no"),
    ],
)
def test_refused_with_a_hint(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_date_input(typed, PUBLISHED)


@pytest.mark.parametrize("typed", ["thu", "today", "19 Apr", "dec 30 - jan 2"])
def test_what_needs_a_publication_date_says_so(typed: str) -> None:
    with pytest.raises(ValueError, match="publication date"):
        parse_date_input(typed)


@given(st.dates())
def test_labels_of_days_can_be_typed_back(date: object) -> None:
    value, when = parse_date_input(str(date))
    assert parse_date_input(label(when)) == (value, when)


@given(st.text(alphabet="0123456789-/. maychrsince~qw", max_size=16))
def test_nothing_typed_breaks_it(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_date_input(typed, PUBLISHED)[0]
