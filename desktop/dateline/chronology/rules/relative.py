"""Dates counted from publication or from a date before: "last week", "next June", "this summer", "two years ago"."""

import re

from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.anchors import (
    TOO_VAGUE,
    anchor_day,
    counted_from,
    day_told_from,
    edge_day,
    is_told_too_vaguely,
    other_anchors,
    unit_around,
)
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import coming_weekday, date_value, day_value, latest_weekday
from dateline.chronology.numbers import QUANTITY, amount
from dateline.chronology.patterns import CALENDAR_UNIT, DAY_OF_MONTH, DAYPART, MONTH, SEASON, UNIT, WEEKDAY
from dateline.chronology.reading import Reading, dated, lasting, unknown
from dateline.chronology.rules.durations import written
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.seasons import season_value
from dateline.chronology.shifts import day_shifted, moment_shifted, shifted, told_moment_shifted
from dateline.model.calendar import DAY, civil, weekday

_TURNS = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "this past": -1, "this last": -1, "this": 0,
    "current": 0, "this very": 0, "this same": 0, "this current": 0, "next": 1, "coming": 1, "following": 1,
    "this coming": 1, "upcoming": 1, "subsequent": 1, "ensuing": 1, "this next": 1,
}  # fmt: skip
_TURN = rf"(?P<turn>{'|'.join(sorted(_TURNS, key=len, reverse=True))})"
_FROM_CONTEXT = frozenset({"previous", "prior", "preceding", "following", "subsequent", "ensuing"})
_COMING = ("this coming", "coming", "upcoming")
_LENGTH_BEFORE = re.compile(r"\b(?:over|within|during|throughout|for|in)\s*$", re.I)


def _near(match: re.Match[str], context: Context) -> Reading:
    """Read today, yesterday, tomorrow, and the days next to these."""
    offset = _NEAR[match["near"]]
    value = day_value(context.day + offset)
    part = match.groupdict().get("part")
    if match["near"] == "tonight":
        return dated(f"{value}TNI", "the night of publication", anchor=context.anchor)
    if part:
        return dated(f"{value}T{lexicon.DAYPARTS[part]}", f"part of the day: {match['near']}", anchor=context.anchor)
    return dated(value, "the day of publication" if not offset else f"{match['near']}", anchor=context.anchor)


_NEAR = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "day before yesterday": -2, "the day after tomorrow": 2, "day after tomorrow": 2, "earlier today": 0,
    "later today": 0,
}  # fmt: skip


def _unit(match: re.Match[str], context: Context) -> Reading | None:
    unit, turn = match["unit"], match["turn"]
    offset = _TURNS[turn]
    if _is_length(match, context):
        value, _ = written_one(unit)
        return lasting(value, "length of time") if value else None
    if unit in ("season", "term", "period"):
        return None
    counted_from_told = turn in _FROM_CONTEXT or (turn == "next" and bool(match["the"] or unit == "day"))
    if counted_from_told:
        base, named = day_told_from(context, unit, after=offset > 0)
        if offset > 0 and named == context.anchor and is_told_too_vaguely(context, unit):
            return unknown(TOO_VAGUE)
    else:
        base, named = context.day, context.anchor
    if unit == "weekend":
        return _weekend(context, base, turn, named)
    counted = shifted(base, offset, unit)
    if counted is None:
        return None
    which = {-1: "the one before", 0: "the current one", 1: "the one after"}[offset]
    others = _counted_elsewise(context, unit, offset, named) if counted_from_told else []
    return dated(counted, f"{unit}: {which}", anchor=named, others=others)


def _is_length(match: re.Match[str], context: Context) -> bool:
    """Say whether "the past year", "over the next month" is a length rather than a unit of the calendar."""
    unit, turn = match["unit"], match["turn"]
    if turn == "this past" and unit in ("year", "decade", "century"):
        return True
    if unit in ("day", "quarter", "weekend") or turn not in ("past", "last", "next"):
        return False
    inside = match["the"] and (match["the"].startswith("over") or _LENGTH_BEFORE.search(context.left))
    return turn == "past" or bool(inside) or (turn == "last" and unit == "decade" and bool(match["the"]))


def written_one(unit: str) -> tuple[str, str]:
    """Return the TIMEX3 value and modifier of one of a unit, "" for what is no unit of length."""
    number = amount("a")
    return written(number, unit) if number and unit in lexicon.UNITS else ("", "")


def _weekend(context: Context, base: int, turn: str, named: str) -> Reading | None:
    """On a Monday or Tuesday "this weekend" of a sentence that looks back is the one just over."""
    offset = _TURNS[turn]
    if offset == 0 and weekday(base) <= 2 and context.direction is Direction.PAST:
        offset = -1
    if turn in _COMING and weekday(base) <= 5:
        offset = 0
    return _weekend_at(base, offset, named)


def _bare_weekend(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the weekend": the one just over in the first half of the week, unless the sentence looks ahead."""
    if match[0].startswith(("that", "the same")) and context.mentioned:
        return _weekend_at(anchor_day(context, "weekend")[0], 0, context.mentioned[-1])
    today, way = context.weekday, context.direction
    just_over = today <= 3 and way is not Direction.FUTURE
    return _weekend_at(context.day, -1 if just_over or (today <= 5 and way is Direction.PAST) else 0, context.anchor)


def _weekend_at(base: int, offset: int, named: str) -> Reading | None:
    value = shifted(base, offset, "weekend")
    others = [v for k in (-1, 1) if (v := shifted(base, offset + k, "weekend"))]
    return dated(value, "weekend counted by its week", anchor=named, others=others) if value else None


def _turned_weekday(match: re.Match[str], context: Context) -> Reading:
    name, offset = lexicon.WEEKDAYS[match["weekday"]], _TURNS[match["turn"]]
    base, named = context.day, context.anchor
    if match["turn"] in _FROM_CONTEXT:
        base, named = day_told_from(context, "day", after=offset > 0)
    if offset < 0:
        number = latest_weekday(base - 1, name)
        return dated(day_value(number), "the last one before", anchor=named, others=[day_value(number - 7)])
    if offset > 0:
        number = coming_weekday(base + 1, name)
        if match["turn"] == "next" and number == base + 1:  # nobody calls tomorrow "next Thursday"
            others = [day_value(number)]
            return dated(day_value(number + 7), "the next one after tomorrow", anchor=named, others=others)
        return dated(day_value(number), "the next one after", anchor=named, others=[day_value(number + 7)])
    number = base - weekday(base) + name
    return dated(day_value(number), "weekday of the current week", anchor=named, others=[day_value(number + 7)])


def _turned_month(match: re.Match[str], context: Context) -> Reading:
    month, offset = lexicon.MONTHS[match["month"]], _TURNS[match["turn"]]
    told = match["turn"] in _FROM_CONTEXT
    base, named = edge_day(context, after=offset > 0) if told else (context.day, context.anchor)
    year, current, _ = civil(base)
    if offset < 0:
        year -= month >= current
    elif offset > 0:
        year += month <= current
    value = date_value(year, month, int(match["day"]) if match["day"] else None)
    others = [date_value(year + k, month) for k in ((-1, 1) if offset else (1, -1))] if not match["day"] else []
    rule = {-1: "the last one before", 0: "that of the current year", 1: "the next one after"}[offset]
    return dated(value, f"month: {rule}", anchor=named, others=others)


def _turned_season(match: re.Match[str], context: Context) -> Reading:
    season, offset = lexicon.SEASONS[match["season"]], _TURNS[match["turn"]]
    told = match["turn"] in _FROM_CONTEXT
    base, named = edge_day(context, after=offset > 0) if told else (context.day, context.anchor)
    value, others = season_value(context, season, offset, civil(base)[:2])
    return dated(value, "season, north of the equator", anchor=named, others=others)


def _turned_part(match: re.Match[str], context: Context) -> Reading:
    """Read "last night", "this morning", "the previous evening", "the next morning"."""
    turn, part = match["turn"], lexicon.DAYPARTS[match["part"]]
    base, named = context.day, context.anchor
    if turn in _FROM_CONTEXT or turn == "next" or match["that"]:
        base, named = day_told_from(context, "day")
    offset = 0 if match["that"] else _TURNS[turn]
    elsewise = _counted_elsewise(context, "day", offset, named) if named != context.anchor else []
    others = [f"{day}T{part}" for day in elsewise]
    return dated(f"{day_value(base + offset)}T{part}", "part of the day", anchor=named, others=others)


def _ago(match: re.Match[str], context: Context) -> Reading | None:
    number = amount(match["qty"] or "")
    if re.match(r"\s*than\b", context.right) or (number is None and match["qty"]):
        return None  # "a week later than planned"; "one two years ago" counts nothing
    unit = match["unit"] if match["unit"] in lexicon.UNITS else match["unit"].rstrip("s")
    way = match["way"]
    back = way in BACK
    if number is None or number.number is None:
        reference = "PAST_REF" if back else "FUTURE_REF"
        return dated(reference, "so long ago that is not said" if back else "how long after is not said")
    if way in ("after", "before") and re.match(r"\s*\w", context.right):
        return None  # "two days before the vote": counted from what follows
    count = number.number * (-1 if back else 1)
    if lexicon.UNITS[unit][2]:
        return _hours_off(context, count, unit, match)
    if way in FROM_NOW:
        base, named = context.day, context.anchor
    elif counted := counted_from(context, unit, back=back):
        base, named = counted
    else:
        return unknown(TOO_VAGUE)
    by_year = unit in ("decade", "century") and count * 10 == int(count * 10)
    value = shifted(base, count * lexicon.UNITS[unit][1], "year") if by_year else shifted(base, count, unit)
    if value is None:
        return unknown("more than a calendar can count")
    by_year = by_year or (unit == "year" and number.number >= 100)
    mod = "APPROX" if number.rough or by_year or (match["about"] or "") in ABOUT else ""
    exact = day_value(day_shifted(base, int(count), unit)) if count == int(count) and abs(count) < 10_000 else value
    if way == "from today" and count == int(count) and unit == "week":
        return dated(exact, "weeks counted from the day of publication", mod=mod, anchor=named, others=[value])
    rule = f"{_plural(unit)} counted {'back' if back else 'on'}, as exact as the unit"
    others = [] if way in FROM_NOW or by_year else _counted_elsewise(context, unit, count, named)
    found = dated(value, rule, mod=mod, anchor=named, others=dict.fromkeys((exact, *others)))
    if not back and way not in FROM_NOW and named == context.anchor and context.direction is Direction.PAST:
        length, mod = written(number, unit)  # "was freed nine days later": no day ahead of publication
        if length:
            return lasting(
                length,
                "so long after a date that is not told",
                mod=mod,
                others=[replace(found, alternatives=()), *found.alternatives],
            )
    return found


def _counted_elsewise(context: Context, unit: str, count: float, named: str) -> list[str]:
    """Return the values of a unit counted from the other dates that may be meant."""
    return list(dict.fromkeys(v for base in other_anchors(context, unit, named) if (v := shifted(base, count, unit))))


def _part_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Read "a half-century ago", "a quarter century later" as so many years."""
    years = lexicon.UNITS[match["unit"]][1] / {"half": 2, "quarter": 4}[match["part"]]
    return context.read(f"{years:g} years {match['way']}") if years == int(years) else None


def _weekdays_ago(match: re.Match[str], context: Context) -> Reading | None:
    number = amount(match["qty"])
    if not number or not number.number or number.number > 50:
        return None
    day = latest_weekday(context.day - 1, lexicon.WEEKDAYS[match["weekday"]]) - 7 * (int(number.number) - 1)
    return dated(day_value(day), "weekday counted back", anchor=context.anchor)


def _part_beside(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the night before", "the morning after": beside the day spoken of."""
    if re.match(r"\s*\w", context.right):
        return None
    base, named = day_told_from(context, "day")
    number = base + (-1 if match["way"] in ("before", "earlier") else 1)
    part = lexicon.DAYPARTS[match["part"]]
    others = [f"{day}T{part}" for day in _counted_elsewise(context, "day", number - base, named)]
    return dated(f"{day_value(number)}T{part}", f"the {match['part']} {match['way']}", anchor=named, others=others)


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else f"{unit}s"


def _hours_off(context: Context, count: float, unit: str, match: re.Match[str]) -> Reading | None:
    if match["way"] not in FROM_NOW:
        number = amount(match["qty"] or "")
        length, mod = written(number, unit) if number else ("", "")
        after = lasting(length, "so long after a moment that is not told", mod=mod) if length and count > 0 else None
        if value := told_moment_shifted(context, count, unit):
            told = dated(value, f"{unit}s counted from the hour told before", mod=mod, anchor=context.mentioned[-1])
            return replace(told, alternatives=(after,) if after else ())
        if after:
            return after
        return unknown("hours from a moment that is not known")
    value = moment_shifted(context, count, unit)
    if value:
        return dated(value, f"{unit}s counted from the hour of publication", anchor=context.published)
    if abs(count) * {"S": 1, "M": 60, "H": 3600}[lexicon.UNITS[unit][0]] <= 12 * 3600:
        return dated(day_value(context.day), "hours from publication, whose hour is not known", mod="APPROX",
                     anchor=context.anchor)  # fmt: skip
    return unknown("hours from publication, whose hour is not known")


BACK = frozenset(
    {"ago", "earlier", "before", "previously", "back", "beforehand", "prior", "before that", "before then"}
)
FROM_NOW = frozenset({"ago", "from now", "hence", "back", "from today", "in the future", "down the road"})
ABOUT = frozenset({"about", "around", "roughly", "approximately", "some"})
WAY = (
    r"(?P<way>ago|earlier|before that|before then|before|previously|prior|back|beforehand|later|after that|afterwards?|"
    r"after|from now|from today|hence|on|thereafter|in the future|down the road)"
)


def _half_ago(match: re.Match[str], context: Context) -> Reading | None:
    number = amount(match["qty"])
    if not number or number.number is None:
        return None
    return context.read(f"{number.number + 0.5:g} {match['unit']}s {match['way']}")


def _ago_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "a week ago Friday", "two weeks from Monday", "a year ago this week"."""
    number = amount(match["qty"])
    day = context.read(match["day"])
    if match["day"] in lexicon.WEEKDAYS:  # "a week from Friday" is counted from the one that comes
        name, ahead = lexicon.WEEKDAYS[match["day"]], match["way"] in ("from", "after")
        at = coming_weekday(context.day + 1, name) if ahead else latest_weekday(context.day, name)
        day = dated(day_value(at), "weekday", anchor=context.anchor)
    if not number or number.number is None or not day or not day.when or day.when.begin is None:
        return None
    unit = match["unit"].rstrip("s") if match["unit"] not in lexicon.UNITS else match["unit"]
    if lexicon.UNITS[unit][2] or number.number != int(number.number):
        return None
    count = int(number.number) * (-1 if match["way"] in ("ago", "before") else 1)
    moved = day_shifted(day.when.begin // DAY, count, unit)
    if day.granularity == "day" and unit in ("day", "week", "fortnight"):
        return dated(day_value(moved), f"counted from a day; {day.rule}", anchor=day.value)
    if day.granularity in ("month", "quarter", "week", "year", "season", "day"):
        value = unit_around(moved, str(day.granularity))
        return dated(value, f"counted from the same {day.granularity}; {day.rule}", anchor=day.value)
    return None


def _of_week(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the Monday before", "the Friday after next": left open rather than guessed."""
    if match["way"] in ("after next", "before last"):
        name = lexicon.WEEKDAYS.get(match["unit"])
        step = 1 if match["way"] == "after next" else -1
        if name is None:
            value = shifted(context.day, 2 * step, match["unit"])
            return (
                dated(value, f"{match['unit']}: two {'on' if step > 0 else 'back'}", anchor=context.anchor)
                if value
                else None
            )
        base = coming_weekday(context.day + 1, name) if step > 0 else latest_weekday(context.day - 1, name)
        return dated(day_value(base + 7 * step), f"weekday: {match['way']}", anchor=context.anchor)
    if match["way"] in ("before", "after") and re.match(r"\s*\w", context.right):
        return None  # "the day after falling": counted from what follows
    name = lexicon.WEEKDAYS.get(match["unit"])
    back = match["way"] in ("before", "earlier", "prior", "previous")
    if name is None:
        step = -1 if back else 1
        base, named = day_told_from(context, match["unit"], after=not back)
        value = shifted(base, step, match["unit"])
        others = _counted_elsewise(context, match["unit"], step, named)
        said = f"{match['unit']}: the one {'before' if back else 'after'}"
        return dated(value, said, anchor=named, others=others) if value else None
    base, named = day_told_from(context, "day", after=not back)
    number = latest_weekday(base - 1, name) if back else coming_weekday(base + 1, name)
    return dated(day_value(number), f"weekday: the one {'before' if back else 'after'}", anchor=named)


_UNIT_S = rf"{UNIT}(?:s|'s|s')?"

RULES: Rules = (
    rule(_weekdays_ago, rf"(?P<qty>{QUANTITY}) {WEEKDAY}s ago"),
    rule(_part_beside, rf"the {DAYPART} (?P<way>before|earlier|after|later)"),
    rule(_bare_weekend, r"(?:the |that |that same |the same |the long )?weekend"),
    rule(_near, rf"(?:earlier |later |on |even )?(?P<near>{'|'.join(_NEAR)})"),
    rule(_near, rf"(?:earlier |later )?(?P<near>yesterday|tomorrow|today) {DAYPART}"),
    rule(_unit, rf"(?P<the>the |over the |its |their )?{_TURN} {CALENDAR_UNIT}"),
    rule(_turned_weekday, rf"(?:the )?{_TURN} {WEEKDAY}"),
    rule(_turned_month, rf"(?:the )?{_TURN} {MONTH}(?: {DAY_OF_MONTH})?"),
    rule(_turned_month, rf"{MONTH}(?P<day>) (?P<turn>last|next)"),
    rule(_turned_season, rf"(?:the )?{_TURN} {SEASON}"),
    rule(_turned_part, rf"(?:the )?(?:{_TURN}|(?P<that>that|the same|that same)) {DAYPART}"),
    rule(
        _ago,
        r"(?:(?P<about>about|around|roughly|approximately|some|just|only|nearly|almost|more than|over|at ",
        r"least|exactly|barely|",
        rf"less than|well over|the) )?(?P<qty>{QUANTITY}) (?:full |long |short |whole |calendar |trading |",
        rf"business )?{_UNIT_S} ",
        rf"(?:or so |or more )?{WAY}",
    ),
    rule(_ago, rf"(?P<about>)(?P<qty>){_UNIT_S} {WAY}"),
    rule(
        _part_ago,
        rf"(?:(?P<about>about|around|almost|nearly|over|more than) )?(?:a |an )?(?P<part>half|quarter)[ -]"
        rf"(?:of )?(?:a )?(?P<unit>century|decade) {WAY}",
    ),
    rule(
        _half_ago,
        rf"(?P<qty>a|one|{QUANTITY}) (?P<unit>year|month|week|decade) and a half (?P<way>ago|earlier|",
        r"later|before|from now)",
    ),
    rule(
        _ago_day,
        rf"(?P<qty>{QUANTITY}) {_UNIT_S} (?P<way>ago|from|after|before)(?: on| last)? ",
        r"(?P<day>(?:(?:this|last|next) )?[a-z]+(?: \d\d?(?:, \d{4})?)?)",
    ),
    rule(
        _of_week,
        r"the (?P<unit>day|week|month|year|quarter|decade|century|weekend|monday|tuesday|wednesday|",
        r"thursday|friday|saturday|",
        r"sunday) (?P<way>before last|after next|before|after|earlier|prior|previous|following|later)",
    ),
)
