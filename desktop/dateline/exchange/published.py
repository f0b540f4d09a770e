"""Publication dates as people write them, to ISO 8601."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum

from dateline.model.when import from_iso, to_iso
from dateline.model.wording import Refused, tr


class Dates(StrEnum):
    """How dates such as 03/04/2024 are written in a source."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise ValueError(f"dates are {' or '.join(cls)}, not {value!r}")


class TwoReadings(Refused):
    """A date that can be read in two ways, where nobody said how dates are written."""


_MONTHS = {  # of the languages in which texts are read for dates, as they stand in one, and cut short
    name: number
    for number, names in enumerate(
        (
            "jan january oca ocak янв январь января қаң қаңтар",
            "feb february şub şubat фев февр февраль февраля ақп ақпан",
            "mar march mart мар март марта нау наурыз",
            "apr april nis nisan апр апрель апреля сәу сәуір",
            "may mayis май мая мам мамыр",
            "jun june haz haziran июн июнь июня мау маусым",
            "jul july tem temmuz июл июль июля шіл шілде",
            "aug august ağu ağustos авг август августа там тамыз",
            "sep sept september eyl eylül сен сент сентябрь сентября қыр қыркүйек",
            "oct october eki ekim окт октябрь октября қаз қазан",
            "nov november kas kasim ноя нояб ноябрь ноября қар қараша",
            "dec december ara aralik дек декабрь декабря жел желтоқсан",
        ),
        start=1,
    )
    for name in names.split()
}
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST = 60  # characters of a date
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d.*)?")
_FAR = re.compile(r"[+-]\d{4,}-\d\d-\d\d")  # years outside 0001-9999, as Dateline writes them
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([^\W\d]+)\.?,? (\d{4})")
_MAIL = re.compile(
    r"(?:([^\W\d_]{2,11})(\.?,)? )?(\d{1,2}) ([^\W\d]{3,9}) "
    r"((?:\d\d)?\d\d) (\d{1,2})(:\d\d(?::\d\d)?)(?: ([+-]\d{4}|[A-Z]{1,4}))?"
)
_WEEKDAYS = {  # that may stand without a comma
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("pazartesi", "salı", "sali", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
    *("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    *("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"),
}
_MONTH_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def normalised_published(text: str, dates: Dates | None = None) -> str:
    """Return a publication date or moment as ISO 8601 ("2018-04-19", "2018-04-19T10:00"), "" for none.

    Takes ISO 8601, 2018/04/19, 19.04.2018, 19 April 2018, April 19, 2018, moments as mail and feeds write them ("Thu,
    19 Apr 2018 10:00:00 +0300"), and 19/04/2018 where only one reading is a date, or as `dates` says. Months may have
    their Turkish, Russian and Kazakh names. The day and time of day stay those of the zone they are written in, which
    is kept. Raises ValueError that says what is wrong and what was expected; TwoReadings for 05/04/2018 where `dates`
    says nothing.
    """
    value = " ".join(text.split())
    if not value:
        return ""
    if _ISO.fullmatch(value):
        return _iso(value)
    if _FAR.fullmatch(value):
        try:
            return to_iso(from_iso(value))
        except ValueError:
            raise Refused(tr("{date} is not a date on the calendar"), date=repr(value)) from None
    if match := _YEAR_FIRST.fullmatch(value):
        return _date(value, *(int(g) for g in match.groups()))
    if match := _DOTS.fullmatch(value):
        day, month, year = (int(g) for g in match.groups())
        return _date(value, year, month, day)
    if match := _SLASHES.fullmatch(value):
        return _either_way(value, int(match[1]), int(match[3]), int(match[4]), dates)
    if len(value) > _LONGEST:
        raise _not_understood(text)
    if (match := _MAIL.fullmatch(value)) and (month := _month(match[4])):
        if match[1] is None or match[2] or _folded(match[1]) in _WEEKDAYS:
            return _mail(value, f"{match[3]} {_SHORT[month - 1]} {match[5]} {_clock(value, *match.group(6, 7, 8))}")
        raise _not_understood(text)
    if (match := _DAY_MONTH.fullmatch(value)) and (month := _month(match[2])):
        return _date(value, int(match[3]), month, int(match[1]))
    if (match := _MONTH_DAY.fullmatch(value)) and (month := _month(match[1])):
        return _date(value, int(match[3]), month, int(match[2]))
    raise _not_understood(text)


def _not_understood(text: str) -> Refused:
    what = tr("{date} is not a date that is understood; write it as 2018-04-19 or 2018-04-19T10:00")
    return Refused(what, date=repr(text))


def _month(name: str) -> int:
    """Return the number of a month, 0 where it is none."""
    return _MONTHS.get(_folded(name), 0)


def _folded(name: str) -> str:
    """Return a name in small letters; Turkish "ı" is an i, whichever way capitals were made small."""
    return name.replace("İ", "i").lower().replace("ı", "i")


def _iso(value: str) -> str:
    try:
        if len(value) == 10:
            return date.fromisoformat(value).isoformat()
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise Refused(tr("{date} is not a date on the calendar"), date=repr(value)) from None
    return _written(moment)


def _mail(value: str, in_english: str) -> str:
    try:
        return _written(parsedate_to_datetime(in_english))
    except ValueError:
        raise Refused(tr("{date} is not a date on the calendar"), date=repr(value)) from None


def _clock(value: str, hour: str, minutes: str, zone: str | None) -> str:
    """Return the time of day and zone of a moment; AM and PM are no zones, but say which hour it is."""
    if zone not in ("AM", "PM"):
        return f"{hour}{minutes} {zone or ''}".rstrip()
    if not 1 <= int(hour) <= 12:
        raise Refused(tr("{date} is not a date on the calendar"), date=repr(value))
    return f"{int(hour) % 12 + 12 * (zone == 'PM')}{minutes}"


def _written(moment: datetime) -> str:
    exact = moment.second or moment.microsecond
    return moment.replace(microsecond=0).isoformat(timespec="seconds" if exact else "minutes")


def _date(value: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Refused(tr("{date} is not a date on the calendar"), date=repr(value)) from None


def _either_way(value: str, first: int, second: int, year: int, dates: Dates | None) -> str:
    """Take 19/04/2018 and 04/19/2018, where one number can only be the day; refuse to guess 05/04/2018."""
    if dates is not None:
        day, month = (first, second) if dates is Dates.DAY_FIRST else (second, first)
        if month > 12 >= day:
            day_first = tr("{date} is no date that is written with the day first")
            month_first = tr("{date} is no date that is written with the month first")
            raise Refused(day_first if dates is Dates.DAY_FIRST else month_first, date=repr(value))
        return _date(value, year, month, day)
    if first <= 12 and second <= 12 and first != second:
        raise TwoReadings(tr("{date} can be read in two ways; write it as 2018-04-19, year first"), date=repr(value))
    day, month = (second, first) if second > 12 else (first, second)
    return _date(value, year, month, day)
