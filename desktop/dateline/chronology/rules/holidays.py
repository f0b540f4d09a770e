"""Days with a name: fixed ones, those counted within a month, and Easter with what moves with it."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import coming_weekday, day_value, latest_weekday
from dateline.chronology.named_days import FIXED, NAMES, OF_COUNTRIES, STEMS, country_of, day_of
from dateline.chronology.patterns import words
from dateline.chronology.reading import Reading, dated, unknown
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY
from dateline.model.timex import year_value

_ONCE = {"black monday": "1987-10-19", "black tuesday": "1929-10-29", "v-e day": "1945-05-08", "d-day": "1944-06-06"}
_IN_THE_YEAR = re.compile(r"\b(?:in|into|of|for)(?: the)?\s*$", re.IGNORECASE)
_NAMES = re.sub(r"\bst ", r"(?:st\\.?|saint) ", words([*NAMES, *OF_COUNTRIES]))
_LAND = rf"(?:(?P<land>{words(STEMS)})[a-z]*(?:'s)? )?"
_SAINT = re.compile(r"^(?:st\.|saint) ")
_BESIDE = 120  # characters in which a country named tells whose day it is
_JUST_BY = 7  # days around a holiday in which its name may be said in either tense


def _holiday(match: re.Match[str], context: Context) -> Reading | None:
    name, group = _SAINT.sub("st ", match["name"]), match.groupdict()
    country: str | None = group.get("land") or ""
    if name in OF_COUNTRIES and not country:
        country = country_of(name, context.left[-_BESIDE:], context.right[:_BESIDE])
    if country is None or (name in OF_COUNTRIES and country not in OF_COUNTRIES[name]):
        return unknown("a holiday: which country's is not told")
    if name in ("the new year", "new year") and context.published and _IN_THE_YEAR.search(context.left[-12:]):
        year = context.year + (context.month[1] > 2)
        return dated(year_value(year), "the year that begins", anchor=context.anchor)
    if match["year"]:
        return dated(day_value(day_of(name, int(match["year"]), country)), "holiday of that year")
    if not context.published:
        fixed = OF_COUNTRIES[name][country] if name in OF_COUNTRIES else FIXED.get(name)
        return dated(f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "", "a holiday: needs a publication date")
    days = [day_of(name, context.year + k, country) for k in (-1, 0, 1)]
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
        rf"{_LAND}(?P<name>{_NAMES})",
        r"(?:(?:,| in| of)? (?P<year>\d{4}))?(?: (?:holidays?|season|celebrations?))?",
    ),
    rule(_holiday, rf"(?P<turn>)(?P<year>\d{{4}}) {_LAND}(?P<name>{_NAMES})"),
    rule(_once, rf"(?P<name>{words(_ONCE)})"),
    rule(
        _around,
        rf"the (?P<unit>day|{words(lexicon.WEEKDAYS)}) (?P<way>before|after|following|preceding) ",
        r"(?P<day_text>.+)",
    ),
)
