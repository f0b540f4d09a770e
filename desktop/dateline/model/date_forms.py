"""The single dates a person can type, one pattern and one small builder each; `date_input` puts them together."""

import re
from collections.abc import Callable

from msgspec import Struct

from dateline.model.calendar import civil, is_date, weekday
from dateline.model.timex import year_value
from dateline.model.wording import Refused, Wording, tr

HINT = tr('write it as 2018-04-19, 2018-04, 2018-05-14..15, "19 Apr 2018" or "since 2011"')


class Typed(Struct, frozen=True):
    """One date as far as it was typed: a whole TIMEX3 value, or numbers of which the coarser may be missing.

    Years are astronomical. `number` is one or two bare digits that only the other end of a range explains.
    """

    value: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: str = ""
    number: int | None = None


Builder = Callable[[re.Match[str], int | None], Typed]  # the match, the day number of publication

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}


def read(typed: str, published: int | None) -> Typed | None:
    """Return what one date says, None where no form fits; `typed` is lower-case with single spaces.

    Raises ValueError where several readings fit or something is missing.
    """
    for pattern, build in _FORMS:
        if match := pattern.fullmatch(typed):
            return build(match, published)
    return None


def _numbers(match: re.Match[str], _published: int | None) -> Typed:
    """Build from whichever of the groups year, era, month, name, day and the clock's a pattern has."""
    group = match.groupdict()
    month = int(group["month"]) if group.get("month") else None
    if group.get("name"):
        month = _MONTHS.index(group["name"][:3]) + 1
    return Typed("", _year(group), month, int(group["day"]) if group.get("day") else None, _clock(group))


def _year(group: dict[str, str | None]) -> int | None:
    if not group.get("year"):
        return None
    year = int(group["year"] or 0)
    return 1 - year if (group.get("era") or "").startswith("b") else year


def _clock(group: dict[str, str | None]) -> str:
    if not group.get("hour"):
        return ""
    finer = "".join(f":{group[unit]}" for unit in ("minute", "second") if group.get(unit))
    return f"T{int(group['hour'] or 0):02d}{finer}"


def _bare(match: re.Match[str], _published: int | None) -> Typed:
    return Typed(number=int(match[0]))


def _day_and_month(match: re.Match[str], _published: int | None) -> Typed:
    """14/5/2018 has one reading, 5/6/2018 two; with full stops the day comes first wherever they are in use."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    readings = [(m, d) for d, m in ((one, two), (two, one)) if is_date(year, m, d)]
    if match["sign"] == ".":
        readings = readings[:1]
    choices = sorted({f"{year:04d}-{m:02d}-{d:02d}" for m, d in readings})
    if not choices:
        raise Refused(tr("{typed} is no date: {how}"), typed=repr(match[0]), how=Wording(HINT))
    if len(choices) > 1:
        first, last = choices
        raise Refused(
            tr("{typed} can be {one} or {other}: write the one you mean"), typed=repr(match[0]), one=first, other=last
        )
    return Typed("", year, readings[0][0], readings[0][1], _clock(match.groupdict()))


def _short_year(match: re.Match[str], _published: int | None) -> Typed:
    raise Refused(tr("{typed}: write the year with four digits, as in 2018-05-14"), typed=repr(match[0]))


def _near(match: re.Match[str], published: int | None) -> Typed:
    if published is None:
        raise Refused(
            tr("{typed} needs a publication date to count from: give the article one, or a full date"),
            typed=repr(match[0]),
        )
    if match["near"]:
        number = published + _NEAR[match["near"]]
    else:
        back = (weekday(published) - _WEEKDAYS.index(match["weekday"][:3]) - 1) % 7
        turn = (match["turn"] or "").strip()
        number = published - back + (7 if turn == "next" else -7 if turn == "last" and not back else 0)
    return Typed("", *civil(number), _clock(match.groupdict()))


def _season(match: re.Match[str], _published: int | None) -> Typed:
    return Typed(f"{year_value(_year(match.groupdict()) or 0)}-{_SEASONS[match['season']]}")


def _piece(match: re.Match[str], _published: int | None) -> Typed:
    return Typed(f"{year_value(_year(match.groupdict()) or 0)}-{match['piece'].upper()}")


def _tens(match: re.Match[str], _published: int | None) -> Typed:
    number = int(match["number"])
    if number % 100 == 0:
        raise Refused(
            tr("{typed} can be {one} or {other}: write the years you mean"),
            typed=repr(match[0]),
            one=f"{number}..{number + 99}",
            other=f"{number}-{number + 9}",
        )
    before = "BC" if (match["era"] or "").startswith("b") else ""
    return Typed(f"{before}{number // 10:03d}")


def _decade(match: re.Match[str], _published: int | None) -> Typed:
    """The first decade of a century is written by its years: "1900-1909", "109-100 BC"."""
    return Typed(f"BC{int(match['before']):03d}" if match["before"] else f"{int(match['tens']):03d}")


def _century(match: re.Match[str], _published: int | None) -> Typed:
    before = "BC" if (match["era"] or "").startswith("b") else ""
    return Typed(f"{before}{int(match['number']) - 1:02d}")


_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SIGNED = r"(?P<year>[+-]\d{4,}|\d{4})"
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_CLOCK = r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?|h)"
_TIME = rf"(?:(?:t| |, ?)(?:at )?{_CLOCK})?"
_YEAR = r"(?P<year>\d{4}(?!\d)|\d{1,9}(?= (?:bc|ad|ce)))(?: (?P<era>bce?|ad|ce))?"
_AFTER = rf"(?:[ ,-]+{_YEAR})?"
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"

_FORMS: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"{_SIGNED}-(?P<month>\d\d?)-(?P<day>\d\d?){_TIME}", _numbers),
        (rf"{_SIGNED}[-/](?P<month>\d\d?)", _numbers),
        (_SIGNED, _numbers),
        (r"(?P<year>\d{1,9}) (?P<era>bce?|ad|ce)", _numbers),
        (r"\d\d?", _bare),
        (_CLOCK, _numbers),  # of a range only: "5 Mar 2026, 14:30-16:00"
        (rf"{_DAY},? (?P<year>\d{{4}})", _numbers),  # of a range only: "May 14-15, 2018"
        (rf"{_DAY}(?: of)?[ -]?{_NAME}{_AFTER}{_TIME}", _numbers),
        (rf"{_NAME} {_DAY}{_AFTER}{_TIME}", _numbers),
        (rf"{_NAME}{_AFTER}", _numbers),
        (rf"(?P<one>\d\d?)(?P<sign>[./-])(?P<two>\d\d?)(?P=sign)(?P<year>\d{{4}}){_TIME}", _day_and_month),
        (r"\d\d?([./-])\d\d?\1\d\d", _short_year),
        (rf"(?:(?P<near>today|yesterday|tomorrow)|(?P<turn>last |next |on |this )?{_WEEKDAY}){_TIME}", _near),
        (rf"{_SEASON} {_YEAR}(?:[-/]\d\d)?", _season),
        (rf"(?P<year>\d{{4}}) {_SEASON}", _season),
        (r"(?P<year>\d{4})[ -]?(?P<piece>q[1-4]|h[12])", _piece),
        (rf"(?P<piece>q[1-4]|h[12])[ -/]{_YEAR}", _piece),
        (r"(?:the )?(?P<number>\d{1,3}0)'?s(?: (?P<era>bce?|ad|ce))?", _tens),
        (r"(?P<tens>\d{1,2}0)0-(?P=tens)9(?: (?:ad|ce))?|(?P<before>\d{1,2}0)9-(?P=before)0 bce?", _decade),
        (r"(?:the )?(?P<number>\d\d?)(?:st|nd|rd|th) (?:century|c\.?)(?: (?P<era>bce?|ad|ce))?", _century),
    )
)
