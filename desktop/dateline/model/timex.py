"""TIMEX3 values and intervals: "2018-04-19", "2018-W17", "201", "2017-WI", "2011/.." to a date and back.

Values follow ISO-TimeML, with these readings: years before 1 are "BC0044", years after 9999 "+12026" (signed
astronomical years are read too), "BC04" is the 5th century BC, 500 to 401, "BC004" the 40s; winter is named by the
year it begins in; seasons are those of the north; a zone is left out; ranges are "a/b" with the last unit included,
or the last moment for times of day; "a/.." has no end, "../b" no begin; a fiscal year ("FY2018") is about the
calendar year.
"""

import re
from functools import lru_cache

from dateline.model.calendar import (
    DAY,
    HOUR,
    MINUTE,
    civil,
    clock,
    day_number,
    is_date,
    iso_week,
    week_monday,
    weekday,
    weeks_in_year,
)
from dateline.model.interval import Granularity, When
from dateline.model.regex import lazy
from dateline.model.units import CLOCK, DAYPARTS, part, unit_bounds, unit_index

_SEASONS = {"SP": 0, "SU": 1, "FA": 2, "AU": 2, "WI": 3}
_SEASON_NAMES = ("SP", "SU", "FA", "WI")
_YEAR = r"(?P<year>BC\d{4,}|[+-]\d{4,}|\d{4})"
_POINT = lazy(
    rf"(?P<fiscal>FY(?=\d{{4}}))?{_YEAR}(?:"
    r"-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:-WXX-\d)?)?"
    r"|-W(?P<week>\d\d)(?:-(?P<weekday>WE|[1-7]))?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|AU|WI)"
    r")?(?:T(?P<time>.+))?"
    r"|(?P<before>BC)?(?P<tens>\d{2,3})"
)
_TIME = lazy(
    r"(?:(?P<part>MO|MI|AF|DT|EV|NI)"
    r"|(?P<hour>\d\d)(?::?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?)?)(?:Z|[+-]\d\d(?::?\d\d)?)?"
)
_OFF = lazy(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?=[\dXT])(?:[\dX.]+(?:DE|CE|SP|SU|FA|AU|WI|WE|[YMWDQ]))*(?:T(?:[\dX.]+(?:MO|MI|AF|EV|NI|DT|[HMS]))+)?"
    r"|(?=.*X)[\dX]{2,4}(?:-(?:[\dX]{2}|W[\dX]{2}|Q[\dX]|H[\dX]|SP|SU|FA|AU|WI)(?:-(?:[\dX]{1,2}|WE))?)?"
    r"(?:-WXX-\d)?(?:T[\dX:]{2,8}|TMO|TMI|TAF|TDT|TEV|TNI)?"
)
_PARTS = ("START", "MID", "END")
_OPENING = {"BEFORE": ("end", "begin"), "ON_OR_BEFORE": ("end", "end"), "AFTER": ("begin", "end")}
_OPENING["ON_OR_AFTER"] = ("begin", "begin")


def off_calendar(value: str) -> bool:
    """Say whether this is a TIMEX3 value without a place on the calendar: "P3D", "PRESENT_REF", "XXXX-WXX-1"."""
    return _OFF().fullmatch(value) is not None


def when_from_value(value: str, mod: str = "") -> When | None:
    """Return the interval of a TIMEX3 value, or None where it has no place on the calendar.

    That is so for durations, sets, references such as PRESENT_REF, and values with an X. `mod` narrows (START, MID,
    END), opens an end (BEFORE, ON_OR_BEFORE, AFTER, ON_OR_AFTER) or marks as approximate (APPROX).
    """
    when = _range(value) if "/" in value else _point(value)
    if when is None or not mod:
        return when
    if mod in _PARTS and when.begin is not None and when.end is not None and when.granularity is not Granularity.SECOND:
        begin, end = part(when.begin, when.end, when.granularity, mod)
        return When(begin, end, when.granularity, when.approximate)
    if mod in _OPENING:
        keeps, edge = _OPENING[mod]
        moment = when.begin if edge == "begin" or when.granularity in CLOCK else when.end
        if moment is None:
            return when
        if keeps == "end":
            return When(None, moment, when.granularity, when.approximate)
        return When(moment, None, when.granularity, when.approximate)
    return When(when.begin, when.end, when.granularity, when.approximate or mod == "APPROX")


def _range(value: str) -> When | None:
    first, _, last = value.partition("/")
    begin = None if first == ".." else _point(first)
    end = None if last == ".." else _point(last)
    if (begin is None and first != "..") or (end is None and last != "..") or (begin is None and end is None):
        return None
    starts = begin.begin if begin else None
    ends = None
    if end:
        ends = end.begin if end.granularity in CLOCK else end.end
    if starts is not None and ends is not None and starts >= ends:
        return begin if first == last else None
    grains = [w.granularity for w in (begin, end) if w]
    finest = max(grains, key=list(Granularity).index)
    return When(starts, ends, finest, any(w.approximate for w in (begin, end) if w))


@lru_cache(maxsize=1024)  # an article names few dates, and each of them is asked for often
def _point(value: str) -> When | None:
    match = _POINT().fullmatch(value)
    if not match:
        return None
    if match["tens"]:
        return _of_tens(int(match["tens"]), len(match["tens"]), before=bool(match["before"]))
    index = _unit(match)
    if index is None:
        return None
    number, granularity = index
    begin, end = unit_bounds(number, granularity)
    if match["time"]:
        return _time(match["time"], begin) if granularity is Granularity.DAY else None
    return When(begin, end, granularity, approximate=bool(match["fiscal"]))


def _of_tens(number: int, digits: int, *, before: bool) -> When:
    granularity = Granularity.DECADE if digits == 3 else Granularity.CENTURY
    begin, end = unit_bounds(-number - 1 if before else number, granularity)
    return When(begin, end, granularity)


def _unit(match: re.Match[str]) -> tuple[int, Granularity] | None:
    """Return the number and kind of the unit a point value names, None where the calendar has no such one."""
    year = 1 - int(match["year"][2:]) if match["year"][0] == "B" else int(match["year"])
    if match["month"]:
        return _month_or_day(year, int(match["month"]), match["day"])
    if match["week"]:
        return _in_week(year, int(match["week"]), match["weekday"])
    if match["quarter"]:
        return year * 4 + int(match["quarter"]) - 1, Granularity.QUARTER
    if match["half"]:
        return year * 2 + int(match["half"]) - 1, Granularity.HALF
    if match["season"]:
        return year * 4 + _SEASONS[match["season"]], Granularity.SEASON
    return year, Granularity.YEAR


def _month_or_day(year: int, month: int, day: str | None) -> tuple[int, Granularity] | None:
    if not is_date(year, month, int(day or 1)):
        return None
    return (day_number(year, month, int(day)), Granularity.DAY) if day else (year * 12 + month - 1, Granularity.MONTH)


def _in_week(year: int, week: int, day: str | None) -> tuple[int, Granularity] | None:
    if not 1 <= week <= weeks_in_year(year):
        return None
    monday = week_monday(year, week)
    if day and day != "WE":
        return monday + int(day) - 1, Granularity.DAY
    return (monday + 3) // 7, Granularity.WEEKEND if day else Granularity.WEEK


def _time(text: str, midnight: int) -> When | None:
    match = _TIME().fullmatch(text)
    if not match:
        return None
    if match["part"]:
        first, last = DAYPARTS[match["part"]]
        return When(midnight + first * HOUR, midnight + last * HOUR, Granularity.DAYPART)
    hour, minute, second = (int(match[k] or 0) for k in ("hour", "minute", "second"))
    if (hour, minute, second) != (24, 0, 0) and (hour > 23 or minute > 59 or second > 59):
        return None
    granularity = Granularity.SECOND if match["second"] else Granularity.MINUTE if match["minute"] else Granularity.HOUR
    return When(
        *unit_bounds(unit_index(midnight + hour * HOUR + minute * MINUTE + second, granularity), granularity),
        granularity,
    )


def value_from_when(when: When) -> str:
    """Return the TIMEX3 value of an interval: one unit, a range, or a range with an open end.

    With `mod_from_when` it is the inverse of `when_from_value`. Ends that do not fall on the granularity's units are
    written as days, minutes or seconds, whichever is the coarsest that loses nothing; decades and centuries that are
    too far for their digits as years.
    """
    single = _single(when)
    if single:
        return single[0]
    granularity = edge_granularity(when)
    ends = [m for m in (when.begin, None if when.end is None else when.end - 1) if m is not None]
    if any("/" in unit_value(m, granularity) for m in ends):
        granularity = Granularity.YEAR
    first = ".." if when.begin is None else unit_value(when.begin, granularity)
    if when.end is None:
        return f"{first}/.."
    return f"{first}/{unit_value(when.end if granularity in CLOCK else when.end - 1, granularity)}"


def mod_from_when(when: When) -> str:
    """Return the TIMEX3 modifier that goes with `value_from_when`: START, MID, END, APPROX or ""."""
    single = _single(when)
    return (single[1] if single else "") or ("APPROX" if when.approximate else "")


def _single(when: When) -> tuple[str, str] | None:
    """Return value and part of an interval that is one unit, or the early, middle or late part of one."""
    if when.begin is None or when.end is None:
        return None
    if when.granularity is Granularity.DAYPART:
        return _daypart(when.begin, when.end)
    bounds = unit_bounds(unit_index(when.begin, when.granularity), when.granularity)
    ends = (when.begin, when.end)
    if ends == bounds:
        return unit_value(when.begin, when.granularity), ""
    if when.granularity is not Granularity.SECOND:
        for mod in _PARTS:
            if ends == part(*bounds, when.granularity, mod):
                return unit_value(when.begin, when.granularity), mod
    return None


def _daypart(begin: int, end: int) -> tuple[str, str] | None:
    midnight = begin // DAY * DAY
    for mod in ("", *_PARTS):
        for name, (first, last) in DAYPARTS.items():
            bounds = midnight + first * HOUR, midnight + last * HOUR
            if (begin, end) == (part(*bounds, Granularity.DAYPART, mod) if mod else bounds):
                return f"{unit_value(midnight, Granularity.DAY)}T{name}", mod
    return None


def edge_granularity(when: When) -> Granularity:
    """Return the coarsest unit, no coarser than the date's own granularity, that both known ends fall on."""
    ends = [e for e in (when.begin, when.end) if e is not None]
    for granularity in (when.granularity, Granularity.DAY, Granularity.MINUTE):
        if granularity is Granularity.DAYPART:
            continue
        if granularity is Granularity.WEEKEND and all(_is_edge_of_weekend(e, e == when.begin) for e in ends):
            return granularity
        if granularity is not Granularity.WEEKEND and all(
            unit_bounds(unit_index(e, granularity), granularity)[0] == e for e in ends
        ):
            return granularity
    return Granularity.SECOND


def _is_edge_of_weekend(moment: int, is_begin: bool) -> bool:
    return moment % DAY == 0 and weekday(moment // DAY) == (6 if is_begin else 1)


def unit_value(moment: int, granularity: Granularity) -> str:
    """Return the TIMEX3 value of the unit that holds a moment; DAYPART is not possible."""
    if granularity in (Granularity.CENTURY, Granularity.DECADE):
        return _tens_value(unit_index(moment, granularity), granularity)
    number, rest = divmod(moment, DAY)
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        year, week = iso_week(number)
        return f"{year_value(year)}-W{week:02d}" + ("-WE" if granularity is Granularity.WEEKEND else "")
    year, month, day = civil(number)
    if granularity is Granularity.YEAR:
        return year_value(year)
    if granularity is Granularity.HALF:
        return f"{year_value(year)}-H{(month + 5) // 6}"
    if granularity is Granularity.QUARTER:
        return f"{year_value(year)}-Q{(month + 2) // 3}"
    if granularity is Granularity.SEASON:
        year, season = divmod(unit_index(moment, granularity), 4)
        return f"{year_value(year)}-{_SEASON_NAMES[season]}"
    if granularity is Granularity.MONTH:
        return f"{year_value(year)}-{month:02d}"
    date = f"{year_value(year)}-{month:02d}-{day:02d}"
    lengths = {Granularity.DAY: 0, Granularity.HOUR: 2, Granularity.MINUTE: 5, Granularity.SECOND: 8}
    return f"{date}T{clock(rest)[: lengths[granularity]]}" if granularity in CLOCK else date


def year_value(year: int) -> str:
    """Return an astronomical year as TIMEX3 writes it: "2018", "BC0044", "+12026"."""
    if year > 9999:
        return f"+{year}"
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _tens_value(index: int, granularity: Granularity) -> str:
    """A decade or century too far for its two or three digits is written as the range of its years."""
    digits = 3 if granularity is Granularity.DECADE else 2
    number, prefix = (index, "") if index >= 0 else (-index - 1, "BC")
    if number < 10**digits:
        return f"{prefix}{number:0{digits}d}"
    begin, end = unit_bounds(index, granularity)
    return f"{unit_value(begin, Granularity.YEAR)}/{unit_value(end - 1, Granularity.YEAR)}"
