"""Days with a name: fixed ones, those counted within a month, and Easter with what moves with it."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import coming_weekday, day_value, latest_weekday
from dateline.chronology.patterns import words
from dateline.chronology.reading import Reading, dated
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY, day_number, days_in_month
from dateline.model.timex import year_value

# Month, weekday, and which of them in the month (-1 the last).
_COUNTED = {
    "martin luther king day": (1, 1, 3), "martin luther king jr. day": (1, 1, 3), "mlk day": (1, 1, 3),
    "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3), "mother's day": (5, 7, 2), "memorial day": (5, 1, -1),
    "father's day": (6, 7, 3), "labor day": (9, 1, 1), "columbus day": (10, 1, 2), "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter day": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7,
    "holy thursday": -3, "maundy thursday": -3, "ash wednesday": -46, "ascension day": 39, "pentecost": 49,
    "whit monday": 50, "mardi gras": -47,
}  # fmt: skip
_ONCE = {"black monday": "1987-10-19", "black tuesday": "1929-10-29", "v-e day": "1945-05-08", "d-day": "1944-06-06"}
_FROM_THANKSGIVING = {"black friday": 1, "cyber monday": 4, "giving tuesday": 5}
_IN_THE_YEAR = re.compile(r"\b(?:in|into|of|for)(?: the)?\s*$", re.IGNORECASE)
_NAMES = words({**lexicon.FIXED_HOLIDAYS, **_COUNTED, **_FROM_EASTER, **_FROM_THANKSGIVING})

_JUST_BY = 7  # days around a holiday in which its name may be said in either tense


def holiday(name: str, year: int) -> int:
    """Return the day number of a holiday in a year."""
    if name in lexicon.FIXED_HOLIDAYS:
        return day_number(year, *lexicon.FIXED_HOLIDAYS[name])
    if name in _COUNTED:
        month, name_of_day, count = _COUNTED[name]
        if count < 0:
            return latest_weekday(day_number(year, month, days_in_month(year, month)), name_of_day)
        return coming_weekday(day_number(year, month, 1), name_of_day) + 7 * (count - 1)
    if name in _FROM_THANKSGIVING:
        return holiday("thanksgiving", year) + _FROM_THANKSGIVING[name]
    return easter(year) + _FROM_EASTER[name]


def easter(year: int) -> int:
    """Return the day number of Western Easter Sunday (the anonymous Gregorian computus, as in Meeus 1991)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_centuries, odd = divmod(century, 4)
    correction = (8 * century + 13) // 25
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    quad, left = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quad - moon - left) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return day_number(year, month, day + 1)


def _holiday(match: re.Match[str], context: Context) -> Reading | None:
    name = match["name"]
    if name in ("the new year", "new year") and context.published and _IN_THE_YEAR.search(context.left[-12:]):
        year = context.year + (context.month[1] > 2)
        return dated(year_value(year), "the year that begins", anchor=context.anchor)
    if match["year"]:
        return dated(day_value(holiday(name, int(match["year"]))), "holiday of that year")
    if not context.published:
        fixed = lexicon.FIXED_HOLIDAYS.get(name)
        return dated(f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "", "a holiday: needs a publication date")
    days = [holiday(name, context.year + k) for k in (-1, 0, 1)]
    turn = match["turn"] or ""
    if turn.startswith(("last", "past", "previous")):
        chosen = max(d for d in days if d < context.day)
    elif turn.startswith(("next", "coming")):
        chosen = min(d for d in days if d > context.day)
    elif turn.startswith("this"):
        chosen = days[1]
    else:
        chosen = min(days, key=lambda d: _off(d - context.day, context.direction))
    others = sorted((d for d in days if d != chosen), key=lambda d: abs(d - context.day))
    return dated(
        day_value(chosen),
        "holiday: the nearest, or the one named",
        anchor=context.anchor,
        others=map(day_value, others),
    )


def _off(days: int, direction: Direction) -> int:
    ahead = days if direction is Direction.PAST else -days if direction is Direction.FUTURE else 0
    return abs(days) + (0 if ahead <= 0 else 200 if ahead <= _JUST_BY else 366)


def _around(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the day after Christmas", "the Friday before Easter", "the day before June 5"."""
    day = context.read(match["day_text"])
    if not day or not day.when or day.granularity != "day" or day.when.begin is None:
        return None
    number, name = day.when.begin // DAY, lexicon.WEEKDAYS.get(match["unit"])
    after = match["way"] in ("after", "following")
    if name:
        number = coming_weekday(number + 1, name) if after else latest_weekday(number - 1, name)
    else:
        number += 1 if after else -1
    return dated(day_value(number), f"the {match['unit']} {match['way']} it; {day.rule}", anchor=day.value)


def _once(match: re.Match[str], _context: Context) -> Reading:
    return dated(_ONCE[match["name"]], "a day known by its name")


RULES: Rules = (
    rule(
        _holiday,
        r"(?:the )?(?:(?P<turn>last|past|previous|next|coming|this(?: coming| past)?)(?: year's)? )?",
        rf"(?P<name>{_NAMES})",
        r"(?:(?:,| in| of)? (?P<year>\d{4}))?(?: (?:holidays?|season|celebrations?))?",
    ),
    rule(_holiday, rf"(?P<turn>)(?P<year>\d{{4}}) (?P<name>{_NAMES})"),
    rule(_once, rf"(?P<name>{words(_ONCE)})"),
    rule(
        _around,
        rf"the (?P<unit>day|{words(lexicon.WEEKDAYS)}) (?P<way>before|after|following|preceding) ",
        r"(?P<day_text>.+)",
    ),
)
