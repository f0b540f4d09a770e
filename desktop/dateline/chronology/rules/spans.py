"""Ranges and lists, read by us alone: "May 14 and 15", "Oct. 12-13", "between 2016 and 2018", "1988-89"."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import coming_weekday, date_value, day_value, latest_weekday, why_no_day, year_of_month
from dateline.chronology.patterns import A_MONTH, DAY_OF_MONTH, MONTH, NTH, WEEKDAY, YEAR
from dateline.chronology.ranges import years_of_range
from dateline.chronology.reading import Reading, dated, no_such_day, refused, unknown
from dateline.chronology.rules.calendar_dates import full_year
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY, is_date, weekday
from dateline.model.timex import value_from_when, year_value
from dateline.model.when import When, when_from_value


class End(Struct, frozen=True):
    """One end as far as it is said: what it lacks the other end may say."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


_END_FORMS = tuple(
    re.compile(p)
    for p in (
        rf"(?:{WEEKDAY},? )?{MONTH}(?: {DAY_OF_MONTH})?(?:(?:,|,? of)? (?P<year>\d{{4}}))?",
        rf"(?:{WEEKDAY},? )?(?:the )?{DAY_OF_MONTH}(?:[ -](?:of )?{MONTH}(?:,? {YEAR})?)?",
        rf"{DAY_OF_MONTH}, (?P<year>\d{{4}})",
        r"(?P<year>[12]\d{3})",
    )
)


def _end(text: str, context: Context) -> End | None:
    for pattern in _END_FORMS:
        if match := pattern.fullmatch(text.strip(" ,")):
            group = match.groupdict()
            month = lexicon.MONTHS[group["month"]] if group.get("month") else None
            year = full_year(group["year"], context) if group.get("year") else None
            return End(year, month, int(group["day"]) if group.get("day") else None)
    return None


_NTH = re.compile(rf"(?:the )?{NTH}")


def _from_to(match: re.Match[str], context: Context) -> Reading | None:
    """Two dates, where either may leave out what the other says; else two expressions that resolve on their own."""
    between = bool((match["between"] or "").strip()) or context.left.rstrip()[-7:].lower() == "between"
    is_list = match["joint"].strip() in ("and", "or", "&", ",", ", and") and not between
    if _NTH.fullmatch(match["a"]) and _NTH.fullmatch(match["b"]):
        a, b = (text if text.startswith("the ") else f"the {text}" for text in (match["a"], match["b"]))
        return _others(a, b, context, is_list=is_list, joint=match["joint"])
    first, last = _end(match["a"], context), _end(match["b"], context)
    if first and last:
        return _dates(first, last, context, is_list=is_list)
    return _others(match["a"], match["b"], context, is_list=is_list, joint=match["joint"])


def _dates(first: End, last: End, context: Context, *, is_list: bool) -> Reading | None:
    if first.month is None and first.day is not None and last.day is not None:
        first = replace(first, month=last.month)
    if last.month is None and last.day is not None and first.day is not None:
        last = replace(last, month=first.month)
    if (
        (first.day is None) != (last.day is None)
        and first.month is not None
        and last.month is None
        and last.year is None
    ):
        return None
    if (first.day is not None and first.month is None) or (last.day is not None and last.month is None):
        return None
    dates = _with_years(first, last, context)
    if isinstance(dates, Reading) or dates is None:
        return dates
    values = [_value(end) for end in dates]
    if missing := _missing(dates):
        return missing
    given = first.year is not None or last.year is not None
    reading = joined(values[0], values[1], "range", is_list=is_list, anchor="" if given else context.anchor)
    if reading is None or given or first.day is None or last.day is None:
        return reading
    turns = dates[1].year != dates[0].year
    years = [y for y in _years_of(first, last, context) if y != dates[1].year][:1]
    ranges = ["/".join((_value(replace(first, year=y - turns)), _value(replace(last, year=y)))) for y in years]
    others = [dated(r, "the other year", mod=reading.mod, anchor=reading.anchor) for r in ranges]
    return replace(reading, alternatives=(*others, *reading.alternatives))


def _with_years(first: End, last: End, context: Context) -> tuple[End, End] | Reading | None:
    if first.month is None and last.month is None:
        return first, last
    order = (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)
    if first.year is None and last.year is None:
        if not context.published:
            return unknown("a range without year: needs a publication date")
        year = _year_of(first, last, context)
        return replace(first, year=year - order), replace(last, year=year)
    if first.year is None:
        return replace(first, year=(last.year or 0) - order), last
    if last.year is None:
        return first, replace(last, year=first.year + order)
    return first, last


def _year_of(first: End, last: End, context: Context) -> int:
    """Return the year of the last of two ends that say none."""
    if first.month is None or first.day is None or last.month is None or last.day is None:
        return year_of_month(context.day, last.month or 12, context.direction)
    return _years_of(first, last, context)[0]


def _years_of(first: End, last: End, context: Context) -> list[int]:
    return years_of_range(context, (first.month or 1, first.day or 1), (last.month or 1, last.day or 1))


def _missing(ends: Iterable[End]) -> Reading | None:
    """Return the reading that says which day there is not, None where there are all."""
    for end in ends:
        if end.day is not None and end.month is not None and (why := why_no_day(end.month, end.day, end.year)):
            return no_such_day(why)
    return None


def _value(end: End) -> str:
    if end.month is None:
        return year_value(end.year or 0)
    return date_value(end.year or 0, end.month, end.day)


def _others(a: str, b: str, context: Context, *, is_list: bool, joint: str) -> Reading | None:
    """Two expressions of one kind: "Monday to Friday", "Q1 and Q2", "yesterday and today", "9 a.m. to 5 p.m."."""
    a, b = a.strip(" ,"), b.strip(" ,")
    last = context.read(b)
    first = context.read(a)
    named = _BARE_WEEKDAY.fullmatch(a)
    if named and last and last.when and "/" in last.value and _is_weekday(last.when, named["weekday"]):
        return last  # "Saturday and Sunday, May 4-5"
    if first and last and (pair := _with_weekday(a, b, (first, last), context, is_list=is_list)):
        return joined(*pair, f"from one to the other; {last.rule}", is_list=is_list, anchor=last.anchor)
    if first and last and not is_list and (refusal := next((r for r in (first, last) if refused(r)), None)):
        return refusal
    if first and joint.strip() == "-" and not (a[-1:].isalpha() and b[:1].isalpha()) and "T" not in first.value:
        return None
    if not first or not last or not first.when or not last.when or first.granularity != last.granularity:
        return None
    if first.type != last.type or "/" in first.value + last.value or not first.value[:4].isdigit():
        return None
    first_value = first.value
    if a.startswith("next ") and _begin(first.when) > _begin(last.when):  # "next Thursday and Friday"
        last = next((o for o in last.alternatives if o.when and _begin(o.when) > _begin(first.when)), last)
    if not last.when:
        return None
    if _begin(first.when) > _begin(last.when):
        earlier = [o for o in first.alternatives if o.when and _begin(o.when) < _begin(last.when or o.when)]
        if not earlier:
            return None
        first_value = max(earlier, key=lambda o: _begin(o.when) if o.when else 0).value
    reading = joined(
        first_value, last.value, f"from one to the other; {last.rule}", is_list=is_list, anchor=last.anchor
    )
    if reading and reading.when and (first.mod or last.mod):  # "late May to early June": narrower than the months
        begin = first.when.begin if first_value == first.value else reading.when.begin
        return replace(reading, when=replace(reading.when, begin=begin, end=last.when.end), alternatives=())
    return reading


_BARE_WEEKDAY = re.compile(rf"(?:on )?(?:the )?{WEEKDAY}")


def _with_weekday(
    a: str, b: str, readings: tuple[Reading, Reading], context: Context, *, is_list: bool
) -> tuple[str, str] | None:
    """Return the days of a pair in which a bare weekday goes by the other: "Friday 8 March and Saturday".

    Of two weekdays the second follows the first where the sentence looks ahead: "will meet on Tuesday and Wednesday".
    """
    names = [lexicon.WEEKDAYS[m["weekday"]] if (m := _BARE_WEEKDAY.fullmatch(text)) else None for text in (a, b)]
    days = [r.when.begin // DAY if r.when and r.when.begin is not None and len(r.value) == 10 else None
            for r in readings]  # fmt: skip
    first, last = days
    if first is None or last is None:
        return None
    if names[1] is not None and (any(c.isdigit() for c in a) or (names[0] is not None and is_list and first > last)):
        if names[0] is not None and context.direction is not Direction.FUTURE:
            return None
        return day_value(first), day_value(coming_weekday(first + 1, names[1]))
    if names[0] is not None and any(c.isdigit() for c in b):
        return day_value(latest_weekday(last - 1, names[0])), day_value(last)
    return None


def _is_weekday(when: When, name: str) -> bool:
    return when.begin is not None and weekday(when.begin // DAY) == lexicon.WEEKDAYS[name]


def _list(match: re.Match[str], context: Context) -> Reading | None:
    """Three or more: "May 3, 4 and 5", "Tuesday, Wednesday and Thursday", "2011, 2012 and 2013"."""
    items = [*match["items"].split(", "), match["last"]]
    ends = _months_in_a_row([_end(item, context) for item in items], context)
    whens: list[When | None] = []
    if all(ends):
        month, year = _said_for_all([end for end in ends if end], context)
        for end in ends:
            month, year = (end.month or month, end.year or year) if end else (month, year)
            if end and (missing := _missing([replace(end, month=month, year=year)])):
                return missing
            whens.append(_resolved(replace(end, month=month, year=year), context) if end else None)
    else:
        whens = [reading.when if (reading := context.read(item)) else None for item in items]
    dates = [w for w in whens if w and w.begin is not None and w.end is not None]
    if len(dates) < len(items) or len({w.granularity for w in dates}) != 1:
        return None
    follow = all(a.end == b.begin for a, b in pairwise(dates))
    if any(_begin(a) >= _begin(b) for a, b in pairwise(dates)):
        return None
    value = value_from_when(When(dates[0].begin, dates[-1].end, dates[0].granularity))
    said = "dates that follow each other" if follow else "several dates, shown as the stretch from first to last"
    others = [value_from_when(w) for w in dates]
    return dated(value, said, mod="" if follow else "APPROX", others=others)


def _months_in_a_row(ends: list[End | None], context: Context) -> list[End | None]:
    """Give bare months their years back from the last: "May, June and July" of a May may all be last year's."""
    months = [end for end in ends if end and end.month and end.day is None]
    if len(months) < len(ends) or any(m.year for m in months[:-1]) or not (context.published or months[-1].year):
        return ends
    following = replace(months[-1], year=months[-1].year or _year_of(months[-1], months[-1], context))
    given: list[End | None] = [following]
    for end in reversed(months[:-1]):
        year = (following.year or 0) - ((end.month or 0) >= (following.month or 0))
        following = replace(end, year=year)
        given.insert(0, following)
    return given


def _said_for_all(ends: Sequence[End], context: Context) -> tuple[int | None, int | None]:
    """Return the month and year of a list's first: what the last says counts for all, "2, 3 and 4 November"."""
    month = ends[0].month or ends[-1].month
    if any(end.year for end in ends) or month is None or not context.published:
        return month, ends[-1].year if ends[0].month is None else None
    first, last = replace(ends[0], month=month), replace(ends[-1], month=ends[-1].month or month)
    if first.day is None or last.day is None:
        return month, None
    turns = (first.month or 0, first.day) > (last.month or 0, last.day)
    return month, None if turns else _year_of(first, last, context)


def _resolved(end: End, context: Context) -> When | None:
    if end.month is not None and end.year is None:
        end = replace(end, year=_year_of(end, end, context)) if context.published else end
    if end.day is not None and not is_date(end.year or 0, end.month or 0, end.day):
        return None
    return when_from_value(_value(end)) if end.year is not None else None


def _this_and_next(match: re.Match[str], context: Context) -> Reading | None:
    first, last = context.read(f"{match['a']} {match['unit']}"), context.read(f"{match['b']} {match['unit']}")
    if not first or not last:
        return None
    return joined(first.value, last.value, "", is_list=True, anchor=context.anchor)


def _begin(when: When) -> int:
    return when.begin if when.begin is not None else (when.end or 0)


def joined(first: str, last: str, said: str, *, is_list: bool, anchor: str = "") -> Reading | None:
    """Return the range from one value to another; a list that leaves days out is marked as approximate."""
    a, b = when_from_value(first), when_from_value(last)
    whole = when_from_value(f"{first}/{last}")
    if not a or not b or not whole:
        return None
    if is_list and a.end != b.begin:
        listed = "several dates, shown as the stretch from first to last"
        return dated(f"{first}/{last}", listed, mod="APPROX", anchor=anchor, others=[first, last])
    said = "dates that follow each other" if is_list else said
    return dated(f"{first}/{last}", said, anchor=anchor, others=[first, last])


def _short_years(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "1988-89", "2010/11"."""
    first, last = int(match["year"]), int(match["year"][:2] + match["short"])
    if last <= first:
        return None
    reading = joined(f"{first:04d}", f"{last:04d}", "years", is_list=False)
    month = dated(match[0], "a month in figures")
    return replace(reading, alternatives=(month,)) if reading and month.when else reading


def _of_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read "3 April last year", "5 and 6 June last year", "March 3 to 9 of this year": the days of that year."""
    outer = context.read(match["outer"])
    if not outer or not re.fullmatch(r"\d{4}", outer.value):
        return None
    reading = context.read(f"{match['dates']}, {outer.value}")
    if not reading or not reading.when:
        return None
    return replace(reading, rule=f"{reading.rule}; {outer.rule}", anchor=outer.anchor)


def _figures(match: re.Match[str], context: Context) -> Reading | None:
    """Read "11/9 and 13/12/2024": one year for all, and the order that one of them shows."""
    dates = [(int(a), int(b)) for a, b in re.findall(r"(\d\d?)[./](\d\d?)", match["dates"])]
    given, sign = match["yy"], match["sign"]
    day_first, month_first = any(a > 12 for a, _ in dates), any(b > 12 for _, b in dates)
    if day_first and month_first:
        return None
    orders = [day_first or (not month_first and sign == ".")]
    if not day_first and not month_first:
        orders.append(not orders[0])
    year = full_year(f"'{given}" if len(given) == 2 else given, context)
    is_list = any(joint in match["dates"] for joint in (" and ", " or ", ","))
    readings = [r for order in orders if (r := _of_figures(dates, year, day_first=order, is_list=is_list))]
    if not readings:
        return None
    return replace(
        readings[0], alternatives=(*readings[0].alternatives, *(replace(r, alternatives=()) for r in readings[1:]))
    )


def _of_figures(dates: list[tuple[int, int]], year: int, *, day_first: bool, is_list: bool) -> Reading | None:
    pairs = [(b, a) if day_first else (a, b) for a, b in dates]
    if not all(is_date(year, month, day) for month, day in pairs):
        return None
    turn = any(b < a for a, b in pairwise(pairs)) and len(pairs) == 2 and not is_list
    days = [date_value(year - (turn and i == 0), month, day) for i, (month, day) in enumerate(pairs)]
    if any(a >= b for a, b in pairwise(days)):
        return None
    whole = joined(days[0], days[-1], "dates in figures", is_list=is_list and len(days) == 2)
    whens = [when_from_value(day) for day in days]
    if whole and len(days) > 2:
        follow = all(a and b and a.end == b.begin for a, b in pairwise(whens))
        whole = (
            whole if follow else dated(whole.value, "several dates, shown as the stretch", mod="APPROX", others=days)
        )
    return whole


def _years_of_a_season(match: re.Match[str], context: Context) -> Reading | None:
    return context.read(match["years"])


def _decades(match: re.Match[str], context: Context) -> Reading | None:
    first, last = context.read(match["a"]), context.read(match["b"])
    if not first or not last or first.granularity != "decade" or last.granularity != "decade":
        return None
    return joined(first.value, last.value, "decades", is_list=match["joint"].strip() == "and")


_JOINT = r"(?P<joint> to | until | till | through | thru | and | or | & |, and |-to-| - |-)"
_BETWEEN = r"(?P<between>between |from |in |on |the |during )*"

_A_DATE = r"\d\d?(?P<sign>[./])\d\d?"
_ANOTHER = r"\d\d?(?P=sign)\d\d?"
_YEARS = r"season|school year|academic year|fiscal year|financial year|tax year|budget year|period|term|campaign|winter"

RULES: Rules = (
    rule(
        _of_year,
        rf"(?P<dates>(?:[a-z]+,? )?(?:\d.*?{A_MONTH}|{A_MONTH} .*?\d)[^,]*?),? (?:of |in )?",
        r"(?P<outer>(?:the )?(?:last|next|this|that|previous|following|same|current|coming) year)",
    ),
    rule(
        _figures,
        rf"(?:between |from |on )?(?P<dates>{_A_DATE}(?:(?:, | and | or | to | until | ?- ?){_ANOTHER})+)(?P=sign)",
        r"(?P<yy>\d{4}|\d\d)",
    ),
    rule(_this_and_next, r"(?P<a>this|last) (?P<unit>day|week|month|quarter|year) (?:and|or) (?P<b>this|next)"),
    rule(
        _short_years,
        rf"(?:the )?(?P<year>[12]\d{{3}})[-/](?P<short>\d\d)(?: (?:{_YEARS}))?",
    ),
    rule(_short_years, rf"(?:the )?(?:{_YEARS}) (?P<year>[12]\d{{3}})[-/](?P<short>\d\d)"),
    rule(
        _years_of_a_season,
        r"(?:the )?(?P<years>[12]\d{3}-[12]\d{3}) ",
        rf"(?:{_YEARS})",
    ),
    rule(_decades, rf"{_BETWEEN}(?P<a>(?:the )?(?:'?\d0|\d{{3}}0)'?s){_JOINT}(?P<b>(?:the )?(?:'?\d0|\d{{3}}0)'?s)"),
    rule(_from_to, rf"{_BETWEEN}(?P<a>.+?){_JOINT}(?:the )?(?P<b>.+)"),
    rule(_list, r"(?P<items>[^,]{1,16}(?:, [^,]{1,16})+?),? (?:and|or|&) (?P<last>[^,]{1,20}(?:, \d{4})?)"),
)
