"""A bare day of the month: "on the 15th", "since the 3rd", "Monday the 4th", "the first of the month"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction, last_sentences
from dateline.chronology.days import day_value
from dateline.chronology.patterns import A_MONTH, ORDINAL, WEEKDAY, ordinal
from dateline.chronology.reading import Reading, dated
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import civil, day_number, days_in_month, is_date, weekday

_NEARBY = 4  # readings of a bare day of the month: more would be a calendar
_WAY = {True: "ahead", False: "back"}
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_TOLD = 260  # characters before a bare day of the month that can tell its month


def _ordinal_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the 14th": that day of the month told of, else on the side the sentence looks to, else the nearest.

    "The 99th day" is nobody's date.
    """
    day = ordinal(match["ordinal"])
    if day is None or not 1 <= day <= 31 or not (match["ordinal"][0].isdigit() or match["within"]):
        return None
    if not context.published:
        return dated(f"XXXX-XX-{day:02d}", "a day of the month: needs a publication date")
    year, month = context.month
    months = [divmod(year * 12 + month - 1 + k, 12) for k in range(-13, 14)]
    near = [day_number(y, m + 1, day) for y, m in months if day <= days_in_month(y, m + 1)]
    near.sort(key=lambda d: abs(d - context.day))
    said = "day of the month: the nearest to publication"
    if match["within"]:
        near.sort(key=lambda d: civil(d)[:2] != (year, month))  # "the first of the month" is one of this month
    elif context.direction is not Direction.NONE:
        ahead = context.direction is Direction.FUTURE
        near.sort(key=lambda d: (d < context.day) if ahead else (d > context.day))
        said = f"day of the month: the {'next' if ahead else 'last'} one, as the sentence looks {_WAY[ahead]}"
    if not match["within"] and (told := _month_told(context)) and day <= days_in_month(*told):
        near.insert(0, day_number(*told, day))
        said = "day of the month told of"
    named = match.groupdict().get("weekday")
    if named:
        near = [d for d in near if weekday(d) == lexicon.WEEKDAYS[named]]
    if not near:
        return None
    values = [day_value(d) for d in dict.fromkeys(near)][:_NEARBY]
    return dated(values[0], said, anchor=context.anchor, others=values[1:])


def _month_told(context: Context) -> tuple[int, int] | None:
    """Return the month that this sentence or the one before tells of, where it is another than those around now."""
    before, current = last_sentences(context.left[-_TOLD:])
    told = [v for v in context.values_of(before, current) if _DAY_OR_MONTH.fullmatch(v)]
    if not told:
        return None
    year, month = int(told[-1][:4]), int(told[-1][5:7])
    off = year * 12 + month - context.month[0] * 12 - context.month[1]
    return (year, month) if abs(off) > 1 else None


def _day_of_month_told(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the 5th of next month", "the 13th of the same month"."""
    day, outer = ordinal(match["ordinal"]), context.read(match["outer"])
    if day is None or outer is None or not _has_day(outer.value, day):
        return None
    others = [f"{o.value}-{day:02d}" for o in outer.alternatives if _has_day(o.value, day)]
    return dated(f"{outer.value}-{day:02d}", f"day of the month; {outer.rule}", anchor=outer.anchor, others=others)


def _has_day(value: str, day: int) -> bool:
    """Say whether a TIMEX3 value is a month that has such a day."""
    month = re.fullmatch(r"(\d{4})-(\d\d)", value)
    return month is not None and is_date(int(month[1]), int(month[2]), day)


def _slashed(match: re.Match[str], context: Context) -> Reading | None:
    """Read "13/14 March", "the night of 30/31 May 2024": two days that follow each other."""
    a, b = int(match["a"]), int(match["b"])
    return context.read(f"{a}-{b} {match['month']}") if b == a + 1 else None


RULES: Rules = (
    rule(_ordinal_day, rf"(?:(?:{WEEKDAY},? )?the {ORDINAL}(?: (?:day )?of (?P<within>the|this) month)?)"),
    rule(
        _day_of_month_told,
        rf"(?:the )?{ORDINAL}(?: day)? of ",
        r"(?P<outer>(?:the )?(?:same|next|last|previous|following|coming) month|that month)",
    ),
    rule(_slashed, rf"(?:the )?(?P<a>\d\d?)/(?P<b>\d\d?) (?P<month>{A_MONTH}(?:,? \d{{4}})?)"),
)
