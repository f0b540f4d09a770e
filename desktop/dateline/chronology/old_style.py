"""Days of the Julian calendar, where that is said: "25 October 1917 (Old Style)", "по старому стилю"."""

import re

from dateline.chronology.context import Context
from dateline.chronology.days import date_value
from dateline.chronology.reading import Reading, dated
from dateline.model.calendar import civil, days_in_month, is_date, julian_day_number

_SAID = (
    r"(?:(?:(?:in|by|according to) the )?(?:[Oo]ld [Ss]tyle|Julian (?:[Cc]alendar|[Dd]ate|[Ss]tyle))\b|"
    r"по (?:старому стилю|юлианскому)|(?:по )?ст\. ?ст\.|(?:eski|[Jj]ülyen) takvim\w*|ескі (?:стиль|күнтізбе)\w*)"
)
_ABBREVIATED = r"(?:O\. ?S\.|OS|Julian|ст\. ?ст\.)"
_NO_OTHER_DAY = r"(?!:?,?\s*(?:on )?(?:\d|[A-Z][a-z]+ \d))"  # "7 November 1917 [O.S. 25 October]": said of that one
_SAID_BEHIND = re.compile(
    rf"\s*(?:(?:[,(\[]\s*)?{_SAID}{_NO_OTHER_DAY}|"
    rf"[(\[]\s*{_ABBREVIATED}\s*[)\],;]|,? O\. ?S\.(?=\s*(?:[,;)\]]|$|\s[a-z])))"
)
_SAID_BEFORE = re.compile(r"(?:\bO\. ?S\.|\b[Oo]ld [Ss]tyle:?|\bJulian calendar:?|старому стилю)\s*$")


_YEAR_BEHIND = re.compile(r"[^\w)\]]*[^)\]]{0,24}[)\]],? (1\d{3}|20\d\d)\b")


def says_old_style(context: Context) -> bool:
    """Say whether it is said of a day that it is one of the Julian calendar."""
    return bool(_SAID_BEHIND.match(context.right) or _SAID_BEFORE.search(context.left[-24:]))


def year_told_of(context: Context) -> int | None:
    """Return the year of an Old Style day that has none: behind what says so, or of the date told before it."""
    if behind := _YEAR_BEHIND.match(context.right):
        return int(behind[1])
    told = context.mentioned[-1:]
    return int(told[0][:4]) if told and re.match(r"\d{4}(?!\d)", told[0]) else None


def by_old_style(context: Context, year: int, month: int, day: int) -> Reading | None:
    """Return a day of the Julian calendar on the Gregorian one, None where nothing says that it is one.

    The year is astronomical. The day as it is written is the other reading.
    """
    if not says_old_style(context):
        return None
    if not 1 <= month <= 12 or not 1 <= day <= (29 if month == 2 and year % 4 == 0 else _last_day(month)):
        return None
    number = julian_day_number(year, month, day)
    as_written = [date_value(year, month, day)] if is_date(year, month, day) else []
    later = year // 100 - year // 400 - 2 - (month <= 2 and year % 100 == 0 and year % 400 != 0)
    said = f"Old Style: the Julian calendar, {abs(later)} days {'behind' if later > 0 else 'ahead of'} the Gregorian"
    return dated(date_value(*civil(number)), said, others=as_written)


def _last_day(month: int) -> int:
    return days_in_month(2023, month)  # any year that is no leap year
