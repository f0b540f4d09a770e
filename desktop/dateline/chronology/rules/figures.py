"""Dates in figures: "4/5/2018", "19.04.2018", "5/4", "2018-04-19"."""

import re

from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import date_value, why_no_day
from dateline.chronology.old_style import by_old_style
from dateline.chronology.reading import Reading, dated, no_such_day
from dateline.chronology.rules.calendar_dates import full_year, is_since_the_attacks, month_and_day
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY, day_number, is_date


def _numeric(match: re.Match[str], context: Context) -> Reading | None:
    """Both orders are tried; where both are dates, full stops mean day first, else the one near publication wins.

    With strokes one that the tense of its clause rules out loses to the other.
    """
    one, two, year = int(match["one"]), int(match["two"]), full_year(match["yy"], context)
    readings = {(m, d): date_value(year, m, d) for d, m in ((two, one), (one, two)) if is_date(year, m, d)}
    if not readings:
        months = [(m, d) for d, m in ((one, two), (two, one)) if 1 <= m <= 12 and 1 <= d <= 31]
        return no_such_day(why_no_day(*months[0], year)) if months and len(match["yy"]) == 4 else None
    order = list(readings)
    if match["sign"] == ".":
        order.sort(key=lambda md: md != (two, one))
        if old := by_old_style(context, year, *order[0]):
            return old
    elif context.published:
        order.sort(key=lambda md: abs(day_number(year, *md) - context.day) > 366)
        order.sort(key=lambda md: _distance(context, year, md))
        order.sort(key=lambda md: _against_the_tense(context, day_number(year, *md)))
    others = [readings[md] for md in order[1:]]
    rule = "numbers: day and month could be the other way round" if others else "numbers"
    if len({_against_the_tense(context, day_number(year, *md)) for md in order}) > 1 and match["sign"] != ".":
        rule = f"numbers: the other way round the day would be {'over' if _is_ahead(context) else 'yet to come'}"
    return dated(readings[order[0]], rule, anchor=context.anchor if others and context.published else "", others=others)


def _distance(context: Context, year: int, month_day: tuple[int, int]) -> int:
    """In steps of half a year, so that only a clear difference overrules month before day."""
    return min(abs(day_number(year, *month_day) - context.day), 366) // 90


def _is_ahead(context: Context) -> bool:
    return context.direction is Direction.FUTURE


def _against_the_tense(context: Context, day: int) -> bool:
    """Say whether a day lies after publication in a clause that looks back, or before it in one that looks ahead."""
    if not context.published:
        return False
    if context.direction is Direction.PAST:
        return day > context.day + 1  # clocks differ
    return _is_ahead(context) and day < context.day


def _slashed(match: re.Match[str], context: Context) -> Reading | None:
    """A date without year in figures, as in "9/11": month first, as in the press that writes so.

    The other order wins where the tense of its clause rules that one out.
    """
    one, two = int(match["one"]), int(match["two"])
    if (one, two) == (9, 11) and is_since_the_attacks(context):
        return dated("2001-09-11", "the attacks of 2001, known by their date")
    orders = [(m, d) for m, d in ((one, two), (two, one)) if 1 <= m <= 12 and 1 <= d <= 31]
    if not orders or not context.published:
        return None
    readings = [r for m, d in orders if (r := month_and_day(context, m, d)) and r.value]
    if not readings:
        return None
    readings.sort(key=lambda r: _against_the_tense(context, r.when.begin // DAY if r.when and r.when.begin else 0))
    first = readings[0]
    return dated(first.value, first.rule, anchor=first.anchor, others=[r.value for r in readings[1:]])


def _iso(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "2018-05"; "2010-11" is two years to most writers, so that the rule for years takes it."""
    value = match[0].upper().replace("/", "-")
    if len(value) == 7 and int(value[5:]) > int(value[2:4]):
        return None
    whole = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    if whole and (why := why_no_day(int(whole[2]), int(whole[3]), int(whole[1]))):
        return no_such_day(why)
    reading = dated(value, "a date in figures")
    return reading if reading.when else None


RULES: Rules = (
    rule(_numeric, r"(?P<one>\d\d?)(?P<sign>[/.-])(?P<two>\d\d?)(?P=sign)(?P<yy>\d{4}|\d\d)"),
    rule(_slashed, r"(?P<one>\d\d?)/(?P<two>\d\d?)"),
    rule(_iso, r"\d{4}/\d\d/\d\d|\d{4}-\d\d(?:-\d\d(?:t[\d:]{2,8}(?:z|[+-][\d:]+)?)?)?"),
)
