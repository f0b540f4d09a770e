"""dateparser as the last resort for languages and forms that have no rule: believed only where the text bears it out.

It reads "Oct. 12-13" as the year 2013 and "в 2012 году" as the year 6, so that every number in the text must come back
in its answer, and ranges, lists and English without figures are never given to it. It is asked only where the language
is known (trying all of its languages takes seconds), and imported when first needed, which takes a third of a second;
where it is not installed there is no fallback.
"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from dateline.chronology.days import date_value, day_value, years_by_nearness
from dateline.chronology.reading import Reading, dated
from dateline.model.calendar import DAY, civil, day_number, from_iso, iso_week
from dateline.model.timex import year_value

_LONGEST = 40
_LISTED = re.compile(r"\d\s*[-–—/&]\s*\d|\d\s+\w{1,4}\s+\d{1,2}\b(?!\s*\w*\d{4})|,.*,")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@cache
def _parser(language: str) -> Callable[[str, datetime], Any] | None:
    """Return a function of text and base date that gives dateparser's answer, None where it can't be had."""
    try:
        from dateparser.date import DateDataParser  # type: ignore[import-untyped]
    except ImportError:
        return None

    def parse(text: str, base: datetime) -> Any:
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
        return DateDataParser(languages=[language], settings=settings).get_date_data(text)

    return parse


def fallback(text: str, published: str, language: str) -> Reading | None:
    """Return dateparser's reading where the gate lets it pass, else None. `language` is an ISO 639 code or ""."""
    if not _LANGUAGE.fullmatch(language):
        return None
    plain = " ".join(text.split())
    figures = [int(n) for n in re.findall(r"\d+", plain)]
    if len(plain) > _LONGEST or len(plain) < 3 or _LISTED.search(plain) or any(n > 9999 for n in figures):
        return None
    if (not figures and (language == "en" or not published)) or not any(c.isalpha() for c in plain):
        return None
    parse = _parser(language)
    if parse is None:
        return None
    number = from_iso(published) // DAY if published else day_number(2000)
    year, month, day = civil(number)
    if not 1 < year < 9999:
        return None
    try:
        answer = parse(plain, datetime(year, month, day))
    except ValueError:  # a language it does not know
        return None
    if answer is None or answer.date_obj is None:
        return None
    return _borne_out(answer.date_obj, answer.period, figures, published)


def _nearest(day: int, month: int, of_month: int) -> int:
    return day_number(years_by_nearness(day, month, of_month)[0], month, of_month)


def _borne_out(found: datetime, period: str, figures: list[int], published: str) -> Reading | None:
    """Return the reading if the answer holds every figure of the text and lies near publication."""
    parts = {found.year, found.month, found.day, found.hour, found.minute, found.year % 100}
    if any(n not in parts for n in figures):
        return None
    if any(n > 31 for n in figures) and found.year not in figures:
        return None
    if not published and found.year not in figures:
        return None
    number = day_number(found.year, found.month, found.day)
    if published and found.year not in figures and found.day in figures:  # a day and month: the year is ours to choose
        number = _nearest(from_iso(published) // DAY, found.month, found.day)
        return dated(day_value(number), "day and month read by dateparser: the nearest", anchor=published[:10])
    if published and found.year not in figures and abs(number - from_iso(published) // DAY) > 400:
        return None
    if (found.hour or found.minute) and found.hour not in figures:
        return None
    value = {
        "year": year_value(found.year),
        "month": date_value(found.year, found.month),
        "week": "{}-W{:02d}".format(*iso_week(number)),
    }.get(period, day_value(number))
    if found.hour or found.minute:
        value = f"{day_value(number)}T{found.hour:02d}:{found.minute:02d}"
    return dated(value, "read by dateparser", anchor=published[:10])
