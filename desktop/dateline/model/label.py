"""Dates as short text for people: "19 Apr 2018", "14–15 May 2018", "early 2022", "since 2011", "c. 1923".

In English unless other words are given.
"""

from msgspec import Struct

from dateline.model.calendar import DAY, HOUR, civil, clock, iso_week, week_monday
from dateline.model.interval import Granularity, When
from dateline.model.timex import edge_granularity, mod_from_when, value_from_when
from dateline.model.units import CLOCK, unit_index

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS = {"START": 0, "MID": 1, "END": 2}
_YEAR_LAST = " {year}"
_DAYPARTS = ("MO", "MI", "AF", "DT", "EV", "NI")


class DateWords(Struct, frozen=True):
    """The words of a language for dates; {} is what they go with. `ordinals`: centuries are "1st", "2nd", not "1.".

    What is a part of a year stands with it in the language's own order: before `{year}`, or as that asks for.
    """

    months: tuple[str, ...] = MONTHS
    seasons: tuple[str, ...] = ("spring {year}", "summer {year}", "autumn {year}", "winter {year}")
    dayparts: tuple[str, ...] = ("morning", "midday", "afternoon", "daytime", "evening", "night")
    parts: tuple[str, ...] = ("early {}", "mid {}", "late {}")
    mid_year: str = "mid-{}"
    about: str = "c. {}"
    since: str = "since {}"
    until: str = "until {}"
    week: str = "week of {}"
    weekend: str = "weekend of {}"
    quarter: str = "Q{number} {year}"
    half: str = "H{number} {year}"
    decade: str = "{}s"
    century: str = "{} century"
    before_christ: str = "{} BC"
    after_christ: str = "{} AD"
    ordinals: bool = True


ENGLISH = DateWords()


def label(when: When, words: DateWords = ENGLISH) -> str:
    """Return a date as short text that says what is known and no more."""
    text = _text(when, words)
    return words.about.format(text) if when.approximate else text


def _text(when: When, words: DateWords) -> str:
    if when.begin is not None and when.end is not None:
        return _closed(when, when.begin, when.end, words)
    granularity = edge_granularity(when)
    if when.begin is not None:
        return words.since.format(_unit(when.begin, granularity, words))
    last = when.end or 0
    return words.until.format(_unit(last if granularity in CLOCK else last - 1, granularity, words))


def _closed(when: When, begin: int, end: int, words: DateWords) -> str:
    value, part = value_from_when(when), _PARTS.get(mod_from_when(when))
    of = "{}" if part is None else words.parts[part]
    if "/" in value:
        granularity = edge_granularity(when)
        return _range(begin, end if granularity in CLOCK else end - 1, granularity, words)
    if when.granularity is Granularity.DAYPART:
        daypart = words.dayparts[_DAYPARTS.index(value[-2:])]
        return f"{_unit(begin, Granularity.DAY, words)}, {of.format(daypart)}"
    if part == _PARTS["MID"] and when.granularity in (Granularity.YEAR, Granularity.DECADE):
        of = words.mid_year
    return of.format(_unit(begin, when.granularity, words))


def _range(begin: int, last: int, granularity: Granularity, words: DateWords) -> str:
    """Two ends, what they share said once: "14–15 May 2018", "31 Aug – 1 Sep 2018"."""
    if granularity in CLOCK:
        same_day = begin // DAY == last // DAY
        second = _hour(last, granularity) if same_day else _unit(last, granularity, words)
        return f"{_unit(begin, granularity, words)}{'–' if same_day else ' – '}{second}"
    first, other = _pieces(begin, granularity, words), _pieces(last, granularity, words)
    shared = 0
    while shared < len(first) - 1 and first[shared] == other[shared]:
        shared += 1
    left, right = (" ".join(reversed(pieces)) for pieces in (first[shared:], other))
    apart = any(sign in left for sign in " –") or "–" in right or _is_first_decade(begin, last, granularity)
    return left + (" – " if apart else "–") + right


def _is_first_decade(begin: int, last: int, granularity: Granularity) -> bool:
    """Say whether these are the years that name a decade: "1900–1909" is that, "1900 – 1909" its years as a range."""
    first = civil(begin // DAY)[0]
    return granularity is Granularity.YEAR and first % 100 == 0 and civil(last // DAY)[0] == first + 9


def _unit(moment: int, granularity: Granularity, words: DateWords) -> str:
    if granularity in CLOCK:
        return f"{_unit(moment, Granularity.DAY, words)}, {_hour(moment, granularity)}"
    return " ".join(reversed(_pieces(moment, granularity, words)))


def _hour(moment: int, granularity: Granularity) -> str:
    rest = moment % DAY
    return f"{rest // HOUR:02d}h" if granularity is Granularity.HOUR else clock(rest, short=True)


def _pieces(moment: int, granularity: Granularity, words: DateWords) -> list[str]:
    """Return the words that name the unit holding a moment, coarsest first, to be joined backwards."""
    number = moment // DAY
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        monday = week_monday(*iso_week(number))
        of, first = (words.week, monday) if granularity is Granularity.WEEK else (words.weekend, monday + 5)
        return [of.format(_unit(first * DAY, Granularity.DAY, words))]
    if granularity in (Granularity.CENTURY, Granularity.DECADE):
        return [_tens(unit_index(moment, granularity), granularity, words)]
    year, month, day = civil(number)
    if granularity is Granularity.SEASON:
        year, season = divmod(unit_index(moment, granularity), 4)
        named = year_text(year, words)
        named = f"{named}–{(year + 1) % 100:02d}" if season == 3 and year >= 1000 else named
        return _part_of_year(words.seasons[season], named)
    if granularity is Granularity.QUARTER:
        return _part_of_year(words.quarter, year_text(year, words), (month + 2) // 3)
    if granularity is Granularity.HALF:
        return _part_of_year(words.half, year_text(year, words), (month + 5) // 6)
    within = {
        Granularity.DAY: [words.months[month - 1], str(day)],
        Granularity.MONTH: [words.months[month - 1]],
    }
    return [year_text(year, words), *within.get(granularity, [])]


def _part_of_year(template: str, year: str, number: int = 0) -> list[str]:
    """Return year and part, which a range may share, where the year comes last; else both in one."""
    part = template.removesuffix(_YEAR_LAST)
    return [template.format(year=year, number=number)] if part == template else [year, part.format(number=number)]


def year_text(year: int, words: DateWords = ENGLISH) -> str:
    """Return an astronomical year for people: "2018", "622 AD", "44 BC"."""
    if year >= 1000:
        return str(year)
    return words.after_christ.format(year) if year > 0 else words.before_christ.format(1 - year)


def _tens(index: int, granularity: Granularity, words: DateWords) -> str:
    number, era = (index, "{}") if index >= 0 else (-index - 1, words.before_christ)
    if granularity is Granularity.DECADE:
        return _decade(number, words, before=index < 0)
    named = ordinal(number + 1) if words.ordinals else f"{number + 1}."
    return era.format(words.century.format(named))


def _decade(number: int, words: DateWords, *, before: bool) -> str:
    """Return "1990s", "40s BC"; the first of a century by its years, as "1900s" may be all of that: "1900–1909"."""
    first, last = number * 10, number * 10 + 9
    if number == 0 or number % 10:
        named = words.decade.format(first)
    else:
        named = f"{last}–{first}" if before else f"{first}–{last}"
    if before:
        return words.before_christ.format(named)
    dated = number and not number % 10 and first < 1000
    return words.after_christ.format(named) if dated else named


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "11th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
