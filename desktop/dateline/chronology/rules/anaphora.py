"""What is spoken of, and the year before it: "the same day", "a year earlier", "the same period last year"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.anchors import anchor_day, only_said_on, other_anchors, over_of_future, told_unit, unit_around
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction, last_sentences
from dateline.chronology.days import date_value
from dateline.chronology.patterns import SEASON
from dateline.chronology.reading import Reading, dated
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.shifts import shifted
from dateline.model.calendar import DAY, civil, is_date
from dateline.model.timex import year_value
from dateline.model.when import when_from_value

_EARNINGS = re.compile(
    r"\b(?:earnings|net income|net loss|profits?|revenue|sales|quarter(?:ly)?|a share|dividend|results)\b", re.I
)
_PERIOD = re.compile(r"(?P<year>\d{4})(?P<rest>-Q[1-4]|-H[12]|-\d\d)?")
_KINDS = {"quarter": r"\d{4}-Q\d", "month": r"\d{4}-\d\d", "half": r"\d{4}-H\d"}


def year_before(context: Context, kind: str = "", *, spoken: bool = False) -> Reading | None:
    """Return the period spoken of, a year back; of a kind ("quarter", "month") if one is named.

    With `spoken` only the last date mentioned counts, a day standing for its year.
    """
    if spoken and not kind:
        last = when_from_value(context.mentioned[-1]) if context.mentioned else None
        if last and last.granularity in ("day", "daypart", "hour", "minute", "week") and last.begin is not None:
            year = civil(last.begin // DAY)[0] - 1
            return dated(year_value(year), "the year before the one spoken of", anchor=context.mentioned[-1])
    near = [m for value in context.mentioned[-5:] if (m := _PERIOD.fullmatch(value))]
    if kind:
        near = [m for m in near if re.fullmatch(_KINDS[kind], m[0])]
    if not near:
        return None
    if len(near) > 1 and _is_month_before(near[-1][0], near[-2][0]):
        near.pop()  # "10% in September, up from 9.1% a month earlier": September is spoken of
    alike = [m for m in near if len(m[0]) == len(near[-1][0]) and m["rest"] == near[-1]["rest"]]
    period = max(alike, key=lambda m: m["year"])  # the year before may be among them already
    moved = f"{int(period['year']) - 1:04d}{period['rest'] or ''}"
    return dated(moved, "the same period a year before", anchor=period[0], others=[moved[:4]])


def _is_month_before(value: str, other: str) -> bool:
    """Say whether two values are months, the first right before the other."""
    months = [int(v[:4]) * 12 + int(v[5:]) for v in (value, other) if re.fullmatch(_KINDS["month"], v)]
    return len(months) == 2 and months[0] + 1 == months[1]


def _year_ago(match: re.Match[str], context: Context) -> Reading:
    """Read "a year earlier": in a report on earnings the same quarter, else the year."""
    group = match.groupdict()
    kind = group.get("unit") or ""
    kind = kind if kind in _KINDS else ""
    earnings = bool(_EARNINGS.search(" ".join(last_sentences(context.left))))
    if (earnings or kind or group.get("earlier")) and (found := year_before(context, kind, spoken=not earnings)):
        return found
    if kind in ("quarter", "month"):
        base = shifted(context.day, -1, kind) or ""
        moved = f"{int(base[:4]) - 1:04d}{base[4:]}"
        return dated(moved, f"the last {kind} that is over, a year before", anchor=context.anchor)
    return dated(year_value(context.year - 1), "the year before publication", anchor=context.anchor)


def _is_current(found: Reading, context: Context) -> bool:
    """Say whether a period a year back is last year's, or that of a year reported on in the next."""
    return not context.published or context.year - 2 <= int(found.value[:4]) <= context.year - 1


def _same_period(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the same period last year", "the same month a year ago", "the same time last year", "the same quarter"."""
    unit = match["unit"] if match["unit"] in ("quarter", "month", "half") else ""
    if match["when"]:
        found = year_before(context, unit)
        if found and _PERIOD.fullmatch(found.value) and len(found.value) > 4 and _is_current(found, context):
            return found
        if unit:
            base = shifted(context.day, -1 if unit == "quarter" else 0, unit) or ""
            return dated(f"{int(base[:4]) - 1:04d}{base[4:]}", f"the same {unit} a year before", anchor=context.anchor)
        if match["unit"] in ("week", "day"):
            return None
        return dated(year_value(context.year - 1), "the year before publication", anchor=context.anchor)
    for value in reversed(context.mentioned[-3:]):
        return dated(value, "the period spoken of", anchor=value)
    return None


def _this_day_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read "on this day in 1987", "this day 40 years ago": the day of publication in another year."""
    if match["year"] and not context.published:
        return dated(match["year"], "a day of that year: needs a publication date")
    year = int(match["year"]) if match["year"] else context.year - int(match["ago"])
    _, month, day = civil(context.day)
    if not is_date(year, month, day):
        return None
    return dated(date_value(year, month, day), "the day of publication, in that year", anchor=context.anchor)


def _same_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the corresponding period of 2018": the period spoken of, in that year."""
    for value in reversed(context.mentioned[-5:]):
        if (spoken := _PERIOD.fullmatch(value)) and spoken["rest"]:
            return dated(f"{match['year']}{spoken['rest']}", "the same period of that year", anchor=value,
                         others=[match["year"]])  # fmt: skip
    return dated(match["year"], "a period of that year", mod="APPROX")


def _same(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the same day", "that year", "the day": the unit around the last date mentioned."""
    unit = match["unit"]
    if unit != "day" and not match["which"].endswith(("that", "same", "very")):
        return _bare_unit(context, unit)
    over = over_of_future(context)
    base, named = anchor_day(context, unit, but=(*over, *only_said_on(context, unit, over)))
    if match["which"] in ("that", "that same", "that very") and named == context.anchor and not context.mentioned:
        return dated("PAST_REF", f"a {unit} that was named before")
    value = unit_around(base, unit)
    others = dict.fromkeys(unit_around(day, unit) for day in other_anchors(context, unit, named))
    return dated(value, f"the {unit} spoken of", anchor=named, others=[v for v in others if v != value])


def _that_season(match: re.Match[str], context: Context) -> Reading:
    """Read "that winter": of the year told last, or the one that goes on in its first months."""
    told = context.mentioned[-1:]
    if not told:
        return dated("PAST_REF", f"a {match['season']} that was named before")
    base, named = anchor_day(context, "year")
    year, month, _ = civil(base)
    season = lexicon.SEASONS[match["season"]]
    in_winter = season == "WI" and month <= 2 and re.match(r"(?:BC)?[+\d]+-(?!W|S|F|Q|H)", named)
    value = f"{year_value(year - bool(in_winter))}-{season}"
    return dated(value, f"the {match['season']} spoken of, north of the equator", anchor=named)


def _bare_unit(context: Context, unit: str) -> Reading:
    """Read "the month", "the whole year": the one told of where this is told with it, else that of publication."""
    base, named = told_unit(context, unit)
    others = {
        unit_around(day, unit) for day in (anchor_day(context, unit)[0], *([context.day] if context.published else []))
    }
    value = unit_around(base, unit)
    if (
        named == context.published
        and unit in ("month", "quarter", "year")
        and context.clause_direction is Direction.PAST
    ):
        others.add(shifted(context.day, -1, unit) or value)  # "closed at the end of the year", told in January
    said = f"the {unit} {'of publication' if named == context.published else 'spoken of'}"
    return dated(value, said, anchor=named, others=sorted(others - {value}))


_LAST_YEAR = (
    r" (?P<when>(?:of |in |during )?(?:the )?(?:last|previous|prior|preceding|past) year|"
    r"(?:a|one) year (?:ago|earlier|before)|the year (?:before|earlier|previous)|"
    r"(?:in |of )?the (?:year-ago|year-earlier) period)"
)

RULES: Rules = (
    rule(_that_season, rf"(?:that|that same|the same) {SEASON}"),
    rule(_year_ago, r"(?:in |from |of )?(?:a|one|the) year(?: (?P<earlier>earlier|before|previously))"),
    rule(
        _year_ago,
        r"(?:the )?(?:same |comparable |corresponding |like )?(?:year-ago|year-earlier|prior-year|",
        r"previous-year)",
        r"(?: (?P<unit>quarter|period|month|half|level|figure|time|results?))?",
    ),
    rule(_year_ago, r"(?:a|one) year ago"),
    rule(_this_day_of_year, r"this (?:very )?day (?:(?:in|of) (?P<year>\d{4})|(?P<ago>\d{1,3}) years ago)"),
    rule(
        _same_period,
        r"(?:the )?(?:same|comparable|corresponding|like|equivalent|identical|similar|this) ",
        rf"(?P<unit>period|quarter|month|half|time|week|day|stage|point){_LAST_YEAR}",
    ),
    rule(
        _same_of_year,
        r"(?:the )?(?:same|comparable|corresponding|like|equivalent|similar) (?:period|quarter|month|half|time) ",
        r"(?:of|in) (?P<year>\d{4})",
    ),
    rule(_same_period, r"(?:the |that |this )?(?:same |comparable |corresponding )?(?P<unit>period)(?P<when>)"),
    rule(
        _same,
        r"(?P<which>the same|that same|that very|that|the very same|the|the entire|the whole|the full|",
        r"the current) ",
        r"(?P<unit>day|week|month|quarter|year|decade|century)",
    ),
)
