"""The year of a range of days, which both of its ends share: "met from 30 May to 2 June", "will meet on 3 and 4 May".

Both ends lie where the sentence looks.
"""

from dateline.chronology.anchors import narrated_year
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction, tells_what_was, tells_what_will_be
from dateline.chronology.days import years_by_nearness
from dateline.model.calendar import day_number, is_date

_FAR = 45  # days after which a cue that points the other way beats nearness, however loosely it is said
_AROUND = 8  # years in which a day of February that is not in all of them lies


def years_of_range(context: Context, first: tuple[int, int], last: tuple[int, int]) -> list[int]:
    """Return the years that the end of a range may lie in, the likeliest first; ends are given as month and day.

    It is the nearest, but what a sentence tells as done has begun, and what it announces for long ago lies ahead.
    """
    turns = first > last  # over New Year
    years = [
        y
        for y in range(context.year - _AROUND, context.year + _AROUND + 1)
        if is_date(y, *last) and is_date(y - turns, *first)
    ]
    if not years:  # no such day: the words around tell no more
        return years_by_nearness(context.day, last[0], 1)
    begins = {y: day_number(y - turns, *first) - context.day for y in years}
    ends = {y: day_number(y, *last) - context.day for y in years}
    years.sort(key=lambda y: (max(begins[y], -ends[y], 0), y))
    nearest = years[0]
    ahead = context.direction is Direction.FUTURE and ends[nearest] < 0
    back = context.direction is Direction.PAST and begins[nearest] > 0
    if ahead and (ends[nearest] < -_FAR or tells_what_will_be(context.left)):
        years = _first(years, min((y for y in years if ends[y] >= 0), default=nearest))
    elif back and (begins[nearest] > _FAR or tells_what_was(context.left)):
        years = _first(years, max((y for y in years if begins[y] <= 0), default=nearest))
    told = narrated_year(context)
    if told and told[0] + turns != years[0] and is_date(told[0], *first) and is_date(told[0] + turns, *last):
        years = [y for y in years if y != told[0] + turns]
        years.insert(0 if told[1] else 1, told[0] + turns)
    return years


def _first(years: list[int], chosen: int) -> list[int]:
    return [chosen, *(y for y in years if y != chosen)]
