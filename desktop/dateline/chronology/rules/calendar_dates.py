"""Dates that name a day, month or year, whole or in part: "April 19, 2018", "19 April", "May", "44 BC", "7/8/07"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.anchors import narrated_year
from dateline.chronology.befallen import has_befallen, known_year
from dateline.chronology.coming import is_asked_of, was_proposed
from dateline.chronology.context import Context
from dateline.chronology.cues import (
    Direction,
    called_off_on,
    is_tentative,
    sentence_tail,
)
from dateline.chronology.days import (
    coming_weekday,
    date_value,
    day_value,
    latest_weekday,
    why_no_day,
    year_of_month,
    years_by_nearness,
)
from dateline.chronology.moves import is_moved_to
from dateline.chronology.old_style import by_old_style, says_old_style, year_told_of
from dateline.chronology.patterns import A_DAY, DAY_OF_MONTH, ERA, MONTH, ORDINAL, WEEKDAY, YEAR, ordinal
from dateline.chronology.plans import is_called_off
from dateline.chronology.reading import Reading, dated, no_such_day, unknown
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY, day_number, is_date, weekday
from dateline.model.timex import year_value

_UNTIL = re.compile(r"\b(?:until|till)\s*$", re.IGNORECASE)
_PUT_OFF = re.compile(r"\b(?:перен[её]с|отлож|отмен|сорва|ertele|ötele|iptal|кейінге|тоқтат)", re.IGNORECASE)
_PROPOSED_AHEAD = 6  # months after which what was proposed is nearer behind than ahead
_LONG_AHEAD = 8  # months after which what looks ahead loosely may as well be over
_LONG_OVER = 365 - _LONG_AHEAD * 30  # days back to a day that is so many months ahead in the next year
# What a bare number goes on from: "May 14 and", "Oct. 12-"; and what it opens: "14 and 15 May".
_LIST = r"(?:, (?:and |or )?| and | or | to | through | & |[-–/])"
_DAY_BEFORE = re.compile(rf"\b{MONTH} (?:{A_DAY}{_LIST})+$", re.IGNORECASE)
_DAY_AFTER = re.compile(rf"(?:{_LIST}{A_DAY})* {MONTH}\b(?:,? {YEAR}\b)?", re.IGNORECASE)
# What stands behind a day of a list: in "On May 14, 20 people" the 20 is none, whoever tagged it.
_LIST_GOES_ON = re.compile(
    r"(?:st|nd|rd|th)?(?=\W*$|\s*[^\w\s]|\s+(?:and|or|to|through|in|at|on|of|for|with|from|by|but|as|when|while|after|"
    r"before|during|near|inside|outside|this|last|next|that|who|where|because|if|than|until|till|\d{4}\b))",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(rf"(?:{_LIST}{A_DAY})*,? {YEAR}\b")
_NINE_ELEVEN = day_number(2001, 9, 11)
_FAR = 45  # days after which a cue that points the other way beats nearness


def full_year(text: str, context: Context) -> int:
    """Return a year of four digits, or of two digits ("'82") in the century that puts it nearest to publication."""
    if len(text) >= 4:
        return int(text)
    short = int(text.lstrip("'"))
    latest = (context.year if context.published else 2020) + 15
    return latest - (latest - short) % 100


def _year_of(match: re.Match[str], context: Context) -> int | None:
    group = match.groupdict()
    if not group.get("year"):
        return None
    if group.get("era"):
        year = int(group["year"])
        return 1 - year if group["era"].startswith("b") else year
    return full_year(group["year"], context)


def is_since_the_attacks(context: Context) -> bool:
    """Say whether an article may tell of the attacks of 2001, as far as is known."""
    return not context.published or context.day >= _NINE_ELEVEN


def _month_day(match: re.Match[str], context: Context) -> Reading | None:
    month, day = lexicon.MONTHS[match["month"]], int(match["day"])
    named = match.groupdict().get("weekday")
    year = _year_of(match, context)
    if year is not None:
        return whole(context, year, month, day, named)
    if not 1 <= day <= 31:
        return None
    if why := why_no_day(month, day):
        return no_such_day(why)
    if (month, day) == (9, 11) and is_since_the_attacks(context) and known_year(month, day, "", context.right, 2001):
        return dated("2001-09-11", "the attacks of 2001, known by their date")
    if not context.published:
        return dated(f"XXXX-{month:02d}-{day:02d}", "a day without year: needs a publication date")
    if says_old_style(context):
        return whole(context, year_told_of(context) or _nearest_old_style(context, month, day), month, day, named)
    left = f"{context.left}the " if match[0].startswith("the ") else context.left
    if not named and has_befallen(left, context.right, ahead=_is_ahead(context)):
        return _befallen(context, month, day, known_year(month, day, left, context.right, context.year))
    return month_and_day(context, month, day, lexicon.WEEKDAYS[named] if named else None)


def _nearest_old_style(context: Context, month: int, day: int) -> int:
    return (years_by_nearness(context.day, month, day) or [context.year])[0]


def _is_ahead(context: Context) -> bool:
    """Say whether the sentence looks ahead, though the day stands before a noun: "the [5 May] clash will be"."""
    return Direction.FUTURE in (context.direction, context.clause_direction)


def _befallen(context: Context, month: int, day: int, known: int | None) -> Reading | None:
    """Read the day of what is over: the year it is known for, else the last one up to publication."""
    years = [
        y for y in years_by_nearness(context.day, month, day) if day_number(y, month, day) <= context.day + 1
    ]  # clocks differ
    if not years:
        return None
    values = [date_value(y, month, day) for y in dict.fromkeys([known or years[0], *years[:2]])]
    said = "day and month: known by what befell on it" if known else "day and month: the last one, as it is over"
    return dated(values[0], said, anchor="" if known else context.anchor, others=values[1:])


def whole(context: Context, year: int, month: int, day: int, named: str | None = None) -> Reading:
    """Read a day with its month and year, by the calendar that is said to be meant."""
    if (old := by_old_style(context, year, month, day)) is not None:
        return old
    if why := why_no_day(month, day, year):
        return no_such_day(why)
    if named and weekday(day_number(year, month, day)) != lexicon.WEEKDAYS[named]:
        return dated(date_value(year, month, day), "day, month and year; the weekday does not agree")
    return dated(date_value(year, month, day), "day, month and year")


def month_and_day(context: Context, month: int, day: int, named: int | None = None) -> Reading | None:
    """Resolve a day without year: the nearest, that of the weekday's year, or the side a cue points to."""
    years = years_by_nearness(context.day, month, day)
    if not years:
        return None
    rule = "day and month: the nearest to publication"
    if named:
        agreeing = [y for y in years if weekday(day_number(y, month, day)) == named]
        if not agreeing:
            return unknown("no year near publication in which weekday and date agree")
        if agreeing[0] != years[0]:
            rule = "weekday and date: the nearest year in which they agree"
        years = [*agreeing, *(y for y in years if y not in agreeing)]
    elif context.is_since:
        years.sort(key=lambda y: day_number(y, month, day) > context.day + 1)  # clocks differ
        rule = "day and month: the last one, as it has gone on since"
    else:
        off = day_number(years[0], month, day) - context.day
        if off < -_FAR and context.direction is Direction.FUTURE and not (off > -_LONG_OVER and _was_ahead(context)):
            years.sort(key=lambda y: (day_number(y, month, day) < context.day, y))
            rule = "day and month: the next one, as the sentence looks ahead"
        elif off > _FAR and context.direction is Direction.PAST:
            years.sort(key=lambda y: (day_number(y, month, day) > context.day, -y))
            rule = "day and month: the last one, as the sentence looks back"
    told = None if named else narrated_year(context, month)
    if told and is_date(told[0], month, day):
        first = told[1] or years[0] == told[0]
        years = [y for y in years if y != told[0]]
        years.insert(0 if first else 1, told[0])
        rule = "day and month: of the year told of" if told[1] else rule
    others = [date_value(y, month, day) for y in years[1:3]]
    return dated(date_value(years[0], month, day), rule, anchor=context.anchor, others=others)


def _month(match: re.Match[str], context: Context) -> Reading | None:
    month = lexicon.MONTHS[match["month"]]
    year = _year_of(match, context)
    if year is not None:
        return dated(date_value(year, month), "month and year")
    if not context.published:
        return dated(f"XXXX-{month:02d}", "a month without year: needs a publication date")
    looks = context.direction if context.is_adverbial else Direction.NONE
    ahead = (month - context.month[1]) % 12
    if looks is Direction.FUTURE and ahead > _LONG_AHEAD and _may_be_over(context):
        looks = Direction.NONE
    if looks is Direction.FUTURE and ahead > _PROPOSED_AHEAD and was_proposed(sentence_tail(context.left)):
        looks = Direction.NONE
    if context.moved_from:
        looks = Direction.NONE  # "postponed from May": what it was moved from may lie before or ahead
    year = year_of_month(context.day, month, looks)
    told = narrated_year(context, month) if context.is_adverbial else None
    if told and told[1]:
        others = [date_value(year, month)]
        return dated(date_value(told[0], month), "month: of the year told of", anchor=str(told[0]), others=others)
    said = {Direction.PAST: "the last one, as the sentence looks back",
            Direction.FUTURE: "the next one, as the sentence looks ahead",
            Direction.NONE: "the last one, or one at most two months ahead"}[looks]  # fmt: skip
    others = [date_value(y, month) for y in (year - 1, year + 1)]
    if year * 12 + month <= context.month[0] * 12 + context.month[1]:
        others.reverse()
    if told:
        others = list(dict.fromkeys([date_value(told[0], month), *others]))
    return dated(date_value(year, month), f"month: {said}", anchor=context.anchor, others=others)


def _may_be_over(context: Context) -> bool:
    """Say whether a month that is looked ahead to may lie before publication: "until March" of an April report."""
    if is_moved_to(context.left):
        return False
    return bool(_UNTIL.search(context.left[-8:])) or is_tentative(context.left, context.right)


def _was_ahead(context: Context) -> bool:
    """Say whether a sentence tells of what was ahead then: "had been planned for 22 April, but was put off"."""
    if is_moved_to(context.left):
        return False
    current, head = context.cues.sentences(context.left[-200:])[1], context.right[:200].partition(". ")[0]
    if is_called_off(current, head):
        return True
    return context.cues.then_ahead(current, head) and bool(_PUT_OFF.search(f"{current} {head}"))


def _day_of_list(match: re.Match[str], context: Context) -> Reading | None:
    """Read the "15" of "May 14 and 15", the "14" of "14 and 15 May"; a number that stands alone is no date."""
    before, after = _DAY_BEFORE.search(context.left[-40:]), _DAY_AFTER.match(context.right)
    whole = after or (before if _LIST_GOES_ON.match(context.right) else None)
    if not whole:
        return None
    year = after or _YEAR_AFTER.match(context.right)
    named = f" {year['year']}" if year and year["year"] else ""
    return context.read(f"{match['day']} {whole['month'].lower()}{named}")


def _weekday(match: re.Match[str], context: Context) -> Reading:
    name = lexicon.WEEKDAYS[match["weekday"]]
    if not context.published:
        return dated(f"XXXX-WXX-{name}", "a weekday: needs a publication date")
    past, future = latest_weekday(context.day, name), coming_weekday(context.day, name)
    if past == future:
        others = [day_value(past - 7), day_value(past + 7)]
        return dated(day_value(past), "weekday: the day of publication", anchor=context.anchor, others=others)
    if moved := context.moved_from:
        said = "from which something was moved"
        return _nearest_weekday(context, past, future, said, ahead=moved is Direction.FUTURE)
    if is_asked_of(sentence_tail(context.left), context.right):
        return _nearest_weekday(context, past, future, "as it may be asked of before or after")
    if context.direction is Direction.FUTURE:
        told = called_off_on(context.left, context.right)
        after = coming_weekday(latest_weekday(context.day, told) + 1, name) if told else future
        if after < future:
            rule = "weekday: the first one after it was called off"
            return dated(day_value(after), rule, anchor=context.anchor, others=[day_value(future)])
        rule = "weekday: the next one, as the sentence looks ahead"
        return dated(day_value(future), rule, anchor=context.anchor, others=[day_value(past), day_value(future + 7)])
    rule = "weekday: the last one up to publication"
    return dated(day_value(past), rule, anchor=context.anchor, others=[day_value(future), day_value(past - 7)])


def _nearest_weekday(context: Context, past: int, future: int, said: str, *, ahead: bool = False) -> Reading:
    """Read "put off from Thursday": the nearer one; what is brought forward was to come later."""
    ahead = ahead or future - context.day < context.day - past
    first, other = (future, past) if ahead else (past, future)
    return dated(day_value(first), f"weekday: the nearest, {said}", anchor=context.anchor, others=[day_value(other)])


def _some_weekday(match: re.Match[str], _context: Context) -> Reading:
    return dated(f"XXXX-WXX-{lexicon.WEEKDAYS[match['weekday']]}", "some day of that name")


def _year(match: re.Match[str], context: Context) -> Reading | None:
    year = _year_of(match, context)
    if year is None or (not match.groupdict().get("era") and not match.groupdict().get("named") and year < 1000):
        return None
    return dated(year_value(year), "year") if year < 3000 else None


def _ordinal_month_day(match: re.Match[str], context: Context) -> Reading | None:
    day, month = ordinal(match["ordinal"]), lexicon.MONTHS[match["month"]]
    if day is None or day > 31:
        return None
    year = _year_of(match, context)
    if year is not None:
        return whole(context, year, month, day)
    if why := why_no_day(month, day):
        return no_such_day(why)
    if not context.published:
        return dated(f"XXXX-{month:02d}-{day:02d}", "a day without year: needs a publication date")
    return month_and_day(context, month, day)


def _within(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month or day in a year or week that is named relatively: "June of next year", "Monday of last week"."""
    outer = context.read(match["outer"])
    if not outer or not outer.when or outer.when.begin is None:
        return None
    if match["weekday"]:
        number = outer.when.begin // DAY
        if outer.granularity != "week":
            return None
        value = day_value(number + lexicon.WEEKDAYS[match["weekday"]] - 1)
        return dated(value, f"weekday in its week; {outer.rule}", anchor=outer.anchor)
    if outer.granularity != "year" or not re.fullmatch(r"(?:BC)?\d{4}", outer.value):
        return None
    value = f"{outer.value}-{lexicon.MONTHS[match['month']]:02d}"
    if match["day"]:
        if why := why_no_day(lexicon.MONTHS[match["month"]], int(match["day"]), int(outer.value.removeprefix("BC"))):
            return no_such_day(why)
        value += f"-{int(match['day']):02d}"
    reading = dated(value, f"in its year; {outer.rule}", anchor=outer.anchor)
    return reading if reading.when else None


def _nth_weekday(match: re.Match[str], context: Context) -> Reading | None:
    outer = context.read(match["outer"])
    if not outer or outer.granularity != "month" or not outer.when:
        return None
    begin, end = outer.when.begin, outer.when.end
    if begin is None or end is None:
        return None
    first, last = begin // DAY, end // DAY - 1
    name = lexicon.WEEKDAYS[match["weekday"]]
    if match["ordinal"] in ("last", "final"):
        number = latest_weekday(last, name)
    else:
        count = ordinal(match["ordinal"])
        if count is None or not 1 <= count <= 5:
            return None
        number = coming_weekday(first, name) + 7 * (count - 1)
    return (
        dated(day_value(number), f"weekday counted in its month; {outer.rule}", anchor=outer.anchor)
        if (first <= number <= last)
        else None
    )


_OUTER = (
    r"(?P<outer>(?:the )?(?:next|last|this|the following|the previous|the same|that|the current|the) (?:year|week))"
)
_FULL_YEAR = r"(?P<year>\d{4})"

RULES: Rules = (
    rule(_month_day, rf"(?:{WEEKDAY},? )?(?:the )?\(?{MONTH} {DAY_OF_MONTH}(?:(?:,|,? of)? {YEAR})?\)?"),
    rule(_month_day, rf"(?:{WEEKDAY},? \(?)?(?:the )?{DAY_OF_MONTH}[ -](?:of )?{MONTH}(?:(?:,| of)?[ -]{YEAR})?\)?"),
    rule(_month_day, rf"(?:{WEEKDAY},? )?{MONTH} {DAY_OF_MONTH},? (?P<year>\d{{1,4}}) ?{ERA}"),
    rule(_month_day, rf"(?:{WEEKDAY},? )?{DAY_OF_MONTH} {MONTH},? (?P<year>\d{{1,4}}) ?{ERA}"),
    rule(_day_of_list, r"(?P<day>\d\d?)"),
    rule(_month, rf"(?:the month of )?{MONTH}(?:,| of|-)? ?{YEAR}"),
    rule(_month, rf"(?:the month of )?{MONTH}(?P<year>)"),
    rule(_month, rf"{MONTH},? (?P<year>\d{{1,4}}) ?{ERA}"),
    rule(_month, rf"the {MONTH}(?P<year>)"),
    rule(_weekday, rf"{WEEKDAY}"),
    rule(_some_weekday, rf"(?:a|one|some|any) {WEEKDAY}"),
    rule(_year, rf"(?:(?:the )?(?P<named>(?:calendar )?year|calendar),? (?:of )?)?{_FULL_YEAR}"),
    rule(_year, rf"the {_FULL_YEAR}"),
    rule(_year, r"(?:the )?(?P<named>class of )?(?P<year>'\d\d)"),
    rule(_year, rf"(?:the )?(?:year )?(?P<year>\d{{1,6}}) ?{ERA}"),
    rule(_year, rf"(?:the )?(?:year )?{ERA} ?(?P<year>\d{{1,4}})"),
    rule(_ordinal_month_day, rf"(?:the )?{ORDINAL}(?: day)? of {MONTH}(?:,? {YEAR})?"),
    rule(_ordinal_month_day, rf"{MONTH} the {ORDINAL}(?:,? {YEAR})?"),
    rule(_within, rf"(?:{MONTH}(?: {DAY_OF_MONTH})?|{WEEKDAY}),?(?: of| in)? {_OUTER}"),
    rule(
        _nth_weekday,
        r"(?:the )?(?P<ordinal>first|second|third|fourth|fifth|last|final|[1-5](?:st|nd|rd|th))",
        rf" {WEEKDAY} ",
        r"(?:of|in) (?P<outer>.+)",
    ),
)
