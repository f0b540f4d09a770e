"""Nights, which go on into the next day: "the night of July 15-16", "overnight Tuesday", "2 a.m. on Monday night"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import day_value
from dateline.chronology.patterns import words
from dateline.chronology.reading import Reading, dated, until_morning
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY
from dateline.model.timex import when_from_value

_ON_THE_EVE = ("night", "evening", "afternoon", "morning")
_TWO_DAYS = len("2016-07-15/2016-07-16")


def in_the_night(day: Reading, time: str, mod: str, context: Context) -> Reading | None:
    """Read "2:30 of the night of Monday", "1 a.m. on the night of Monday to Tuesday".

    The night goes on into the next day; that of publication is over, unless the sentence looks ahead.
    """
    value = day.value.partition("T")[0]
    when = when_from_value(value)
    if when is None or when.begin is None:
        return None
    number = when.begin // DAY
    begun = not context.published or number != context.day or context.direction is Direction.FUTURE
    number += begun or _is_of_two_days(day, number)
    other = day_value(number - 1)
    return dated(
        f"{day_value(number)}{time}", f"time of day; {day.rule}", mod=mod, anchor=day.anchor, others=[f"{other}{time}"]
    )


def _is_of_two_days(night: Reading, first: int) -> bool:
    return bool(night.when and night.when.end is not None and night.when.end > (first + 1) * DAY)


def night_of_both(days: Reading) -> Reading | None:
    """Read "the night of July 15-16": from the evening of the first day to the morning of the next."""
    when = days.when
    if not when or when.begin is None or when.end != when.begin + 2 * DAY or len(days.value) != _TWO_DAYS:
        return None
    others = [f"{o.value.partition('/')[0]}TNI" for o in days.alternatives if len(o.value) == _TWO_DAYS]
    value = f"{days.value.partition('/')[0]}TNI"
    return until_morning(dated(value, f"part of the day; {days.rule}", mod=days.mod, anchor=days.anchor, others=others))


def _night_of_two(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the night of Monday into Tuesday", "the night between 4 and 5 March"."""
    days = context.read(f"{match['first']} to {match['second']}")
    return night_of_both(days) if days else None


def _night_before(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the night before Wednesday", "the evening before May 3": of the day before; "into" has its morning, too."""
    day = context.read(match["day_text"])
    if not day or not day.when or day.granularity != "day" or day.when.begin is None:
        return None
    part, number = lexicon.DAYPARTS[match["part"]], day.when.begin // DAY
    if day.when.end != day.when.begin + DAY:
        return None
    others = [
        f"{day_value(o.when.begin // DAY - 1)}T{part}"
        for o in day.alternatives
        if o.granularity == "day" and o.when and o.when.begin is not None
    ]
    said = f"the {match['part']} before it; {day.rule}"
    night = dated(f"{day_value(number - 1)}T{part}", said, anchor=day.anchor, others=others)
    return until_morning(night) if match["way"] == "into" else night


def _two_nights_back(_match: re.Match[str], context: Context) -> Reading:
    return dated(f"{day_value(context.day - 2)}TNI", "the night before the last one", anchor=context.anchor)


def _overnight(match: re.Match[str], context: Context) -> Reading | None:
    """Read "overnight Tuesday", "overnight Monday into Tuesday": the night that begins on the first day."""
    day = context.read(match["day_text"])
    if not day or day.granularity != "day" or not re.fullmatch(r"[\d-]{8,}", day.value):
        return None
    night = dated(f"{day.value}TNI", f"the night; {day.rule}", anchor=day.anchor)
    return until_morning(night) if match["next"] else night


NIGHTS: Rules = (
    rule(
        _night_of_two,
        r"(?:the )?night (?:of|from|between) (?P<first>[^@]{1,30}?) (?:to|into|and) (?P<second>[^@]{3,30})",
    ),
    rule(_night_before, rf"(?:the )?(?P<part>{words(_ON_THE_EVE)}) (?P<way>before) (?P<day_text>.{{3,40}})"),
    rule(_night_before, r"(?:the )?(?P<part>night) (?P<way>into) (?P<day_text>.{3,40})"),
    rule(_two_nights_back, r"(?:the )?night before last"),
    rule(_overnight, r"overnight (?:on |from )?(?P<day_text>[^@]{3,40}?)(?P<next>(?:-| to | into | and )[^@]{3,40})?"),
)
