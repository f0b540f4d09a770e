"""Dates as short text for people: "19 Apr 2018", "14–15 May 2018", "early 2022", "since 2011", "c. 1923"."""

from dateline.model.calendar import DAY, HOUR, civil, clock, iso_week, week_monday
from dateline.model.interval import Granularity, When
from dateline.model.timex import edge_granularity, mod_from_when, value_from_when
from dateline.model.units import CLOCK, unit_index

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = {"START": "early", "MID": "mid", "END": "late"}
_DAYPARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "DT": "daytime", "EV": "evening", "NI": "night"}


def label(when: When) -> str:
    """Return a date as short English text that says what is known and no more."""
    text = _text(when)
    return f"c. {text}" if when.approximate else text


def _text(when: When) -> str:
    if when.begin is not None and when.end is not None:
        return _closed(when, when.begin, when.end)
    granularity = edge_granularity(when)
    if when.begin is not None:
        return f"since {_unit(when.begin, granularity)}"
    last = when.end or 0
    return f"until {_unit(last if granularity in CLOCK else last - 1, granularity)}"


def _closed(when: When, begin: int, end: int) -> str:
    value, part = value_from_when(when), _PARTS.get(mod_from_when(when), "")
    if "/" in value:
        granularity = edge_granularity(when)
        return _range(begin, end if granularity in CLOCK else end - 1, granularity)
    if when.granularity is Granularity.DAYPART:
        return f"{_unit(begin, Granularity.DAY)}, {part} {_DAYPARTS[value[-2:]]}".replace("  ", " ")
    text = _unit(begin, when.granularity)
    joint = "-" if part == "mid" and when.granularity in (Granularity.YEAR, Granularity.DECADE) else " "
    return f"{part}{joint}{text}" if part else text


def _range(begin: int, last: int, granularity: Granularity) -> str:
    """Two ends, what they share said once: "14–15 May 2018", "31 Aug – 1 Sep 2018"."""
    if granularity in CLOCK:
        same_day = begin // DAY == last // DAY
        second = _hour(last, granularity) if same_day else _unit(last, granularity)
        return f"{_unit(begin, granularity)}{'–' if same_day else ' – '}{second}"
    first, other = _pieces(begin, granularity), _pieces(last, granularity)
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


def _unit(moment: int, granularity: Granularity) -> str:
    if granularity in CLOCK:
        return f"{_unit(moment, Granularity.DAY)}, {_hour(moment, granularity)}"
    return " ".join(reversed(_pieces(moment, granularity)))


def _hour(moment: int, granularity: Granularity) -> str:
    rest = moment % DAY
    return f"{rest // HOUR:02d}h" if granularity is Granularity.HOUR else clock(rest, short=True)


def _pieces(moment: int, granularity: Granularity) -> list[str]:
    """Return the words that name the unit holding a moment, coarsest first, to be joined backwards."""
    number = moment // DAY
    if granularity in (Granularity.WEEK, Granularity.WEEKEND):
        monday = week_monday(*iso_week(number))
        kind = "week of" if granularity is Granularity.WEEK else "weekend of"
        return [f"{kind} {_unit((monday + (5 if granularity is Granularity.WEEKEND else 0)) * DAY, Granularity.DAY)}"]
    if granularity in (Granularity.CENTURY, Granularity.DECADE):
        return [_tens(unit_index(moment, granularity), granularity)]
    year, month, day = civil(number)
    if granularity is Granularity.SEASON:
        year, season = divmod(unit_index(moment, granularity), 4)
        return [
            f"{year_text(year)}–{(year + 1) % 100:02d}" if season == 3 and year >= 1000 else year_text(year),
            _SEASONS[season],
        ]
    within = {
        Granularity.DAY: [MONTHS[month - 1], str(day)],
        Granularity.MONTH: [MONTHS[month - 1]],
        Granularity.QUARTER: [f"Q{(month + 2) // 3}"],
        Granularity.HALF: [f"H{(month + 5) // 6}"],
    }
    return [year_text(year), *within.get(granularity, [])]


def year_text(year: int) -> str:
    """Return an astronomical year for people: "2018", "622 AD", "44 BC"."""
    if year >= 1000:
        return str(year)
    return f"{year} AD" if year > 0 else f"{1 - year} BC"


def _tens(index: int, granularity: Granularity) -> str:
    number, era = (index, "") if index >= 0 else (-index - 1, " BC")
    if granularity is Granularity.DECADE:
        return _decade(number, era)
    return f"{ordinal(number + 1)} century{era}"


def _decade(number: int, era: str) -> str:
    """Return "1990s", "40s BC"; the first of a century by its years, as "1900s" may be all of that: "1900–1909"."""
    if number == 0 or number % 10:
        return f"{number * 10}s{era}"
    first, last = number * 10, number * 10 + 9
    return f"{last}–{first} BC" if era else f"{first}–{last}{'' if first >= 1000 else ' AD'}"


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "11th"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
