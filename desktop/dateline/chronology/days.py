"""Choosing the one that is meant among the days, months and years that bear a name."""

from dateline.chronology.cues import Direction
from dateline.chronology.lexicon import MONTHS
from dateline.model.calendar import civil, day_number, days_in_month, is_date, iso_week, to_iso, weekday
from dateline.model.timex import year_value


def day_value(number: int) -> str:
    """Return a day number as a TIMEX3 value."""
    year, month, day = civil(number)
    return date_value(year, month, day)


def date_value(year: int, month: int, day: int | None = None) -> str:
    """Return a month, or a day of it, as a TIMEX3 value."""
    value = f"{year_value(year)}-{month:02d}"
    return value if day is None else f"{value}-{day:02d}"


def week_value(year: int, week: int) -> str:
    """Return an ISO week as a TIMEX3 value."""
    return f"{year_value(year)}-W{week:02d}"


def week_of(number: int) -> str:
    """Return the week that holds a day as a TIMEX3 value."""
    return week_value(*iso_week(number))


def why_no_day(month: int, day: int, year: int | None = None) -> str:
    """Return why there is no such day, "" where there is; without a year it is one of any year."""
    longest = days_in_month(2000 if year is None else year, month) if 1 <= month <= 12 else 0
    if 1 <= day <= longest:
        return ""
    if not longest:
        return "there are 12 months"
    if not day:
        return "days are counted from 1"
    name = max((m for m, number in MONTHS.items() if number == month), key=len).title()
    if month != 2:
        return f"{name} has {longest} days"
    return f"{name} has at most 29 days" if year is None else f"{name} of {year_value(year)} has {longest} days"


def moment_value(moment: int, *, exact: bool = True) -> str:
    """Return a moment as a TIMEX3 value, to the minute or (not `exact`) to the hour."""
    text = to_iso(moment)
    text = text if "T" in text else f"{text}T00:00:00"
    return text[:-3] if exact else text[:-6]


def latest_weekday(day: int, name: int) -> int:
    """Return the last day of that name up to and including `day`."""
    return day - (weekday(day) - name) % 7


def coming_weekday(day: int, name: int) -> int:
    """Return the first day of that name from `day` on."""
    return day + (name - weekday(day)) % 7


def years_by_nearness(day: int, month: int, dom: int) -> list[int]:
    """Return the years around `day` in which the date exists, the nearest first; ties go to the past."""
    middle = civil(day)[0]
    years = [y for y in range(middle - 8, middle + 9) if is_date(y, month, dom)]
    return sorted(years, key=lambda y: (abs(day_number(y, month, dom) - day), y))


def year_of_month(day: int, month: int, direction: Direction) -> int:
    """Return the year of a bare month: the past one unless a cue looks ahead or it is at most two months off."""
    year, current, _ = civil(day)
    ahead = (month - current) % 12
    if direction is Direction.FUTURE or (direction is Direction.NONE and ahead <= 2):
        return year + (month < current)
    return year - (month > current)


def nearest_period(now: int, per_year: int, number: int, direction: Direction) -> int:
    """Return the year of a quarter, half or season: `now` and `number` count it within the year from 0.

    Without a cue the nearer one is taken, the past half as far as the future.
    """
    back = (now - number) % per_year
    ahead = (number - now) % per_year
    if direction is Direction.FUTURE or (direction is Direction.NONE and ahead < back and 2 * ahead <= back + 1):
        return 1 if number < now else 0
    return -1 if number > now else 0
