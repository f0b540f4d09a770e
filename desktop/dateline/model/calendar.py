"""The proleptic Gregorian calendar by whole-number arithmetic, for years of any size.

Years are astronomical: 1 BC is year 0, 44 BC is year -43. A day number counts days from 1970-01-01 (day 0), a moment
counts seconds from its midnight; neither knows a zone.
"""

from functools import lru_cache

from dateline.model.regex import lazy

DAY = 86_400
HOUR = 3_600
MINUTE = 60
NOT_KNOWN = 1 << 62  # in the order of publication: an article without a date

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = lazy(
    r"(?P<year>[+-]\d{4,}|\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
)


def is_leap(year: int) -> bool:
    """Say whether `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return 28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def is_date(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has this date."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the day number of a date that exists; unchecked."""
    shifted = year - 1 if month <= 2 else year  # years that begin in March put the leap day last
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def julian_day_number(year: int, month: int, day: int) -> int:
    """Return the day number of a date of the Julian calendar, of which every fourth year is a leap year; unchecked."""
    shifted = year - 1 if month <= 2 else year
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return shifted * 365 + shifted // 4 + of_year - 719_470


def civil(number: int) -> tuple[int, int, int]:
    """Return the year, month and day of a day number."""
    era, of_era = divmod(number + 719_468, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(number: int) -> int:
    """Return the day of the week, Monday 1 to Sunday 7."""
    return (number + 3) % 7 + 1


def week_monday(year: int, week: int) -> int:
    """Return the day number of the Monday of an ISO 8601 week."""
    fourth = day_number(year, 1, 4)  # 4 January is always in week 1
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)


def weeks_in_year(year: int) -> int:
    """Return 52 or 53, the number of ISO 8601 weeks."""
    return (week_monday(year + 1, 1) - week_monday(year, 1)) // 7


def iso_week(number: int) -> tuple[int, int]:
    """Return the ISO 8601 year and week a day lies in."""
    year = civil(number - weekday(number) + 4)[0]  # a week belongs to the year of its Thursday
    return year, (number - week_monday(year, 1)) // 7 + 1


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month `count` months on (or back)."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def from_iso(text: str) -> int:
    """Return the moment an ISO 8601 date or date-time names; a zone and fractions of a second are left out.

    "2018-04-19", "2018-04-19T14:30", "-0043-03-15", "+12026-01-01". Raises ValueError for anything else.
    """
    match = _ISO().fullmatch(text.strip())
    if not match:
        raise ValueError(f"not a date as YYYY-MM-DD, with or without a time: {text!r}")
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not is_date(year, month, day):
        raise ValueError(f"the calendar has no such day: {text!r}")
    moment = day_number(year, month, day) * DAY
    if match["hour"] is None:
        return moment
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if (hour, minute, second) != (24, 0, 0) and (hour > 23 or minute > 59 or second > 59):
        raise ValueError(f"the day has no such time: {text!r}")
    return moment + hour * HOUR + minute * MINUTE + second


def instant(text: str) -> int:
    """Return the moment an ISO 8601 date or date-time names, in seconds of UTC; one without a zone is taken as UTC.

    "2018-04-20T01:00+05:00" comes before "2018-04-19T21:00Z". A day alone stands for its begin. Raises ValueError.
    """
    moment = from_iso(text)
    match = _ISO().fullmatch(text.strip())
    zone = (match["zone"] or "Z").replace(":", "") if match else "Z"
    if zone == "Z":
        return moment
    offset = int(zone[1:3]) * HOUR + int(zone[3:5] or 0) * MINUTE
    return moment + offset if zone[0] == "-" else moment - offset


@lru_cache(1 << 14)
def publication_order(published: str) -> int:
    """Return what articles are sorted by to stand in the order they appeared in; those without a date come last."""
    try:
        return instant(published)
    except ValueError:
        return NOT_KNOWN


def to_iso(moment: int) -> str:
    """Return a moment as ISO 8601: midnight as a date, years outside 1..9999 signed; `from_iso` reads it back."""
    number, rest = divmod(moment, DAY)
    year, month, day = civil(number)
    date = f"{year:04d}" if 1 <= year <= 9999 else f"{year:+05d}"
    date += f"-{month:02d}-{day:02d}"
    return f"{date}T{clock(rest)}" if rest else date


def clock(seconds: int, *, short: bool = False) -> str:
    """Return seconds after midnight as "14:30:00", or `short` as "14:30" where the seconds are zero."""
    hours, minutes, rest = seconds // HOUR, seconds // MINUTE % 60, seconds % 60
    return f"{hours:02d}:{minutes:02d}" if short and not rest else f"{hours:02d}:{minutes:02d}:{rest:02d}"
