"""Counting units back and on: "two weeks ago", "a month later", and the stretch a length covers."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.days import date_value, day_value, moment_value, week_of
from dateline.model.calendar import DAY, HOUR, MINUTE, add_months, civil, day_number, days_in_month, from_iso
from dateline.model.timex import unit_value, year_value
from dateline.model.when import Granularity

_HOUR = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3])(?P<minute>:\d\d)?")


def shifted(day: int, count: float, unit: str) -> str | None:
    """Return the unit that lies `count` units from a day, as exact as the unit; None for units of the clock."""
    letter, times, clock = lexicon.UNITS[unit]
    if clock or count != int(count * 2) / 2:
        return None
    steps = count * times
    year, month, _ = civil(day)
    if letter == "D":
        return day_value(day + round(steps))
    if letter in ("W", "WE"):
        return week_of(day + round(steps * 7)) + ("-WE" if letter == "WE" else "")
    if letter == "M" or (letter == "Y" and steps != int(steps)):
        months = steps * (12 if letter == "Y" else 1)
        if months != int(months):  # half a month is 15 days
            return date_value(*civil(day_shifted(day, int(months), "month") + round(30 * (months - int(months))))[:2])
        return date_value(*add_months(year, month, int(months)))
    if letter == "Q":
        y, m = add_months(year, month, round(3 * steps))
        return f"{year_value(y)}-Q{(m + 2) // 3}"
    if times >= 100:
        moment = day_number(year + int(steps)) * DAY
        return unit_value(moment, Granularity.CENTURY)
    if times == 10:
        return unit_value(day_number(year + int(steps)) * DAY, Granularity.DECADE)
    return year_value(year + int(steps))


def day_shifted(day: int, count: int, unit: str) -> int:
    """Return the same day of the month or week `count` units on."""
    letter, times, _ = lexicon.UNITS[unit]
    steps = count * times
    if letter == "D":
        return day + steps
    if letter in ("W", "WE"):
        return day + 7 * steps
    months = {"M": 1, "Q": 3, "Y": 12}[letter] * steps
    year, month, dom = civil(day)
    year, month = add_months(year, month, months)
    return day_number(year, month, min(dom, days_in_month(year, month)))


def moment_shifted(context: Context, count: float, unit: str) -> str | None:
    """Return the moment `count` units of the clock from publication, None where its hour is not known."""
    if not context.has_clock:
        return None
    return moment_value(context.moment + _seconds(count, unit), exact=unit not in ("hour", "hr"))


def told_moment_shifted(context: Context, count: float, unit: str) -> str | None:
    """Return the moment `count` units of the clock from the hour that was told last, None where that is no hour."""
    told = _HOUR.fullmatch(context.mentioned[-1]) if context.mentioned else None
    if told is None:
        return None
    moment = from_iso(told[0] if told["minute"] else f"{told[0]}:00") + _seconds(count, unit)
    return moment_value(moment, exact=bool(told["minute"]) or unit not in ("hour", "hr") or count != int(count))


def _seconds(count: float, unit: str) -> int:
    return round(count * {"S": 1, "M": MINUTE, "H": HOUR}[lexicon.UNITS[unit][0]])


def stretch(context: Context, count: float, unit: str) -> str | None:
    """Return the days from publication to `count` units on (or, negative, up to it) as a range."""
    if lexicon.UNITS[unit][2] or count != int(count) or abs(count) > 10_000:
        return None
    other = day_shifted(context.day, int(count), unit)
    first, last = sorted((context.day, other))
    return f"{day_value(first)}/{day_value(last)}"
