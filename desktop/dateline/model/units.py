"""The units of the calendar, each kind numbered in a row, and their early, middle and late parts.

A century or decade is counted by its digits as in TIMEX3 (the 1900s are 1900 to 1999), the first of them from year 1,
so that it holds one year less. A decade before is counted by its digits, too (the 40s BC are 49 to 40 BC), a century
as history does: the 1st is 100 to 1 BC, the 5th 500 to 401 BC.
"""

from dateline.model.calendar import DAY, HOUR, MINUTE, civil, day_number
from dateline.model.interval import Granularity

DAYPARTS: dict[str, tuple[int, int]] = {  # hours; of those that begin together the exact name decides
    "MO": (6, 12),
    "MI": (12, 13),
    "AF": (12, 18),
    "DT": (8, 17),
    "EV": (18, 21),
    "NI": (18, 24),
}
_MONTHS = {Granularity.HALF: 6, Granularity.QUARTER: 3, Granularity.SEASON: 3, Granularity.MONTH: 1}
_YEARS = {Granularity.CENTURY: 100, Granularity.DECADE: 10}
_SECONDS = {Granularity.DAY: DAY, Granularity.HOUR: HOUR, Granularity.MINUTE: MINUTE, Granularity.SECOND: 1}
_SEASON_SHIFT = 2  # spring begins in March
CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND})


def unit_index(moment: int, granularity: Granularity) -> int:
    """Return the number of the unit that holds a moment (a weekend's is its week's). DAYPART has no numbers."""
    if granularity in _SECONDS:
        return moment // _SECONDS[granularity]
    number = moment // DAY
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        return (number + 3) // 7
    year, month, _ = civil(number)
    if granularity in _MONTHS:
        shift = _SEASON_SHIFT if granularity is Granularity.SEASON else 0
        return (year * 12 + month - 1 - shift) // _MONTHS[granularity]
    if granularity is Granularity.YEAR:
        return year
    size = _YEARS[granularity]
    if year > 0:
        return year // size
    return (year - 1) // size if granularity is Granularity.CENTURY else -((1 - year) // size) - 1


def unit_bounds(index: int, granularity: Granularity) -> tuple[int, int]:
    """Return the moments at which unit number `index` begins and ends."""
    if granularity in _SECONDS:
        size = _SECONDS[granularity]
        return index * size, (index + 1) * size
    if granularity is Granularity.WEEK:
        return (index * 7 - 3) * DAY, (index * 7 + 4) * DAY
    if granularity is Granularity.WEEKEND:
        return (index * 7 + 2) * DAY, (index * 7 + 4) * DAY
    if granularity in _MONTHS:
        size = _MONTHS[granularity]
        shift = _SEASON_SHIFT if granularity is Granularity.SEASON else 0
        return _month_start(index * size + shift), _month_start((index + 1) * size + shift)
    return _year_start(_first_year(index, granularity)), _year_start(_first_year(index + 1, granularity))


def _month_start(months: int) -> int:
    return day_number(months // 12, months % 12 + 1) * DAY


def _year_start(year: int) -> int:
    return day_number(year) * DAY


def _first_year(index: int, granularity: Granularity) -> int:
    if granularity is Granularity.YEAR:
        return index
    size = _YEARS[granularity]
    if index >= 0:
        return max(index * size, 1)
    return index * size + (1 if granularity is Granularity.CENTURY else 2)


def part(begin: int, end: int, granularity: Granularity, mod: str) -> tuple[int, int]:
    """Return the START, MID or END of a unit: its first, second or last third in the next smaller round unit.

    A year's thirds are four months, a month's ten days, a week's Monday and Tuesday, Wednesday and Thursday,
    the rest; a day's eight hours.
    """
    first, second = _cuts(begin, end, granularity)
    return {"START": (begin, first), "MID": (first, second), "END": (second, end)}[mod]


def _cuts(begin: int, end: int, granularity: Granularity) -> tuple[int, int]:
    number = begin // DAY
    year, month, _ = civil(number)
    if granularity is Granularity.CENTURY:
        return _year_start(year + 33), _year_start(year + 67)
    if granularity is Granularity.DECADE:
        return _year_start(year + 4), _year_start(year + 7)
    months = {Granularity.YEAR: 4, Granularity.HALF: 2, Granularity.QUARTER: 1, Granularity.SEASON: 1}
    if granularity in months:
        first = year * 12 + month - 1 + months[granularity]
        return _month_start(first), _month_start(first + months[granularity])
    days = {Granularity.MONTH: (10, 20), Granularity.WEEK: (2, 4)}
    if granularity in days:
        return begin + days[granularity][0] * DAY, begin + days[granularity][1] * DAY
    third = (end - begin) // 3
    return begin + third, end - third
