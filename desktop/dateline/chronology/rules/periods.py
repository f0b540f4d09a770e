"""Quarters, halves, fiscal years, seasons, decades, centuries, and the weeks or days counted within a month."""

import re

from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import day_value, nearest_period, week_of
from dateline.chronology.numbers import NUMBER, amount
from dateline.chronology.patterns import A_MONTH, ERA, NTH, SEASON, YEAR, ordinal
from dateline.chronology.reading import Reading, dated, lasting, unknown, with_mod
from dateline.chronology.rules.calendar_dates import full_year
from dateline.chronology.rules.durations import written
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.rules.turns import turn_of_century
from dateline.chronology.seasons import season_value
from dateline.chronology.shifts import day_shifted, shifted
from dateline.model.calendar import DAY, weekday
from dateline.model.timex import unit_value, year_value
from dateline.model.when import Granularity, when_from_value

_COUNT = {
    "first": 1, "1st": 1, "1q": 1, "q1": 1, "opening": 1, "second": 2, "2nd": 2, "2q": 2, "q2": 2,
    "third": 3, "3rd": 3, "3q": 3, "q3": 3, "fourth": 4, "4th": 4, "4q": 4, "q4": 4, "final": 4, "closing": 4,
    "last": 4,
}  # fmt: skip
_NTH = "|".join(_COUNT)
_NAMED_DAY = r"[A-Z][a-z]{2,8}\.? \d\d?(?:, \d{4})?|[A-Z][a-z]{2,8}(?: \d{4})?"
_ENDED = re.compile(rf",? (?:that |which )?(?:ended|ending|through) ({_NAMED_DAY})")
_WITHIN = re.compile(r"\b(?:earlier|later|early|late|this far|so far) in\s*$", re.IGNORECASE)
_PIECES = {"quarter": 4, "half": 2, "trimester": 3}


def _piece(match: re.Match[str], context: Context) -> Reading | None:
    """Read a quarter or half of a year that is named ("2009", "last year"), or the nearest of that number."""
    unit = match["unit"] or "quarter"
    number = min(_COUNT[match["nth"]], _PIECES[unit])
    group = match.groupdict()
    outer = group.get("outer") or group.get("before")
    if match["nth"] == "last" and not outer:
        return None  # the one before, not the fourth
    fiscal = bool(group.get("fiscal"))
    letter = unit[0].upper()
    if outer:
        year = context.read(outer.removesuffix("'s"))
        if not year or not re.fullmatch(r"(?:FY)?\d{4}", year.value):
            return None
        return dated(f"{year.value}-{letter}{number}", f"{unit} of its year; {year.rule}", anchor=year.anchor)
    if unit == "quarter" and (ended := _ENDED.match(context.right)):
        end = context.read(ended[1].lower())
        if end and end.when and end.when.end is not None and end.granularity in ("day", "month"):
            value = shifted((end.when.end - 1) // DAY, 0, "quarter")
            return dated(value or "", f"the quarter that ends then; {end.rule}", anchor=end.value)
    if not context.published:
        return dated(f"XXXX-{letter}{number}", f"a {unit} without year: needs a publication date")
    now = (context.month[1] - 1) * _PIECES[unit] // 12
    same_year = unit == "half" and context.direction is Direction.NONE
    shift = 0 if same_year else nearest_period(now, _PIECES[unit], number - 1, context.direction)
    values = [f"{year_value(context.year + k)}-{letter}{number}" for k in (shift, -1, 0, 1)]
    reading = dated(values[0], f"{unit}: the nearest of that number", anchor=context.anchor,
                    others=[v for v in dict.fromkeys(values) if v != values[0]])  # fmt: skip
    return reading if not fiscal else with_mod(reading, "APPROX", "fiscal quarter: its company's year is not known")


def _short_piece(match: re.Match[str], context: Context) -> Reading | None:
    """Read "H1 2019", "3Q19", "Q3'19", "Q2 FY2020" as analysts write."""
    letter, number = sorted(match["nth"], reverse=True)
    unit = "quarter" if letter == "q" else "half"
    if not match["year"]:
        return context.read(f"the {('first', 'second', 'third', 'fourth')[int(number) - 1]} {unit}")
    fiscal, short = match["year"].startswith("fy"), match["year"].lstrip("fy'")
    year = int(short) if len(short) == 4 else full_year(f"'{short}", context)
    return dated(f"{'FY' if fiscal else ''}{year:04d}-{letter.upper()}{number}", f"{unit} of its year")


def _to_date(match: re.Match[str], context: Context) -> Reading | None:
    """Read "year to date", "so far this month": the unit, as far as it is over on the day of publication."""
    return context.read(f"earlier this {match['unit']}")


def _latest(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the latest quarter", "the last quarter", "the period": the one spoken of, else the last that is over."""
    near = [v for v in context.mentioned[-5:] if re.fullmatch(r"\d{4}-[QH]\d", v)]
    if not near and match["unit"] == "quarter" and match["which"] == "the" and _WITHIN.search(context.left[-24:]):
        return context.read("this quarter")
    if near and match["which"] not in ("the last", "last"):
        spoken = max(near)  # a year-ago quarter may have been mentioned since
        return dated(spoken, "the one spoken of", anchor=spoken)
    if match["unit"] == "period":
        last = context.mentioned[-1:]
        if last or match["which"] in ("the", "the reporting", "the last", "last"):
            return dated(last[0], "the period spoken of", anchor=last[0]) if last else None
    value = shifted(context.day, -1, "quarter")
    return dated(value, "the last quarter that is over", anchor=context.anchor) if value else None


def _ended(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the quarter ended Sept. 30", "the year ending March 31", "the nine months ended June 30"."""
    end = context.read(match["end"])
    if not end or not end.when or end.when.end is None or end.granularity not in ("day", "month", "year"):
        return None
    last = (end.when.end - 1) // DAY
    number = amount(match["qty"] or "")
    if number and number.number:
        begin = day_shifted(last + 1, -int(number.number), match["unit"])
        stretch = dated(f"{day_value(begin)}/{day_value(last)}", f"the stretch that ends then; {end.rule}")
        return lasting(written(number, match["unit"])[0], "length of time", others=[stretch])
    value = shifted(last, 0, match["unit"])
    return dated(value, f"the {match['unit']} that ends then; {end.rule}", anchor=end.value) if value else None


def _week_of(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the week of May 5", "the weekend of May 5", "Memorial Day weekend" (a Monday's is the one before)."""
    day = context.read(match["day_text"])
    if not day or not day.when or day.when.begin is None or day.granularity != "day":
        return None
    number = day.when.begin // DAY
    if match["unit"] == "weekend":
        near = number - 2 if weekday(number) <= 2 else number
        return dated(f"{week_of(near)}-WE", f"the weekend around it; {day.rule}", anchor=day.value)
    return dated(week_of(number), f"the week that holds it; {day.rule}", anchor=day.value)


def _fiscal(match: re.Match[str], context: Context) -> Reading | None:
    year = match["year"] or match["year2"]
    if year and len(year) == 2:
        year = f"'{year}"
    if year:
        return dated(f"FY{full_year(year, context):04d}", "fiscal year, taken as about the calendar year")
    turn = {"last": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}.get(match["turn"] or "", 0)
    return dated(f"FY{context.year + turn:04d}", "fiscal year, taken as about the calendar year", anchor=context.anchor)


def _season(match: re.Match[str], context: Context) -> Reading | None:
    season, group = lexicon.SEASONS[match["season"]], match.groupdict()
    if group.get("year"):
        value = f"{full_year(match['year'], context):04d}-{season}"
        return dated(value, "season, north of the equator; winter by the year it begins in")
    if group.get("outer"):
        year = context.read(match["outer"])
        if not year or year.granularity != "year":
            return None
        return dated(f"{year.value}-{season}", f"season of its year; {year.rule}", anchor=year.anchor)
    if not context.published:
        return dated(f"XXXX-{season}", "a season without year: needs a publication date")
    value, others = season_value(context, season, None)
    return dated(value, "season: the nearest, north of the equator", anchor=context.anchor, others=others)


def _decade(match: re.Match[str], context: Context) -> Reading | None:
    if re.search(r"\b(?:his|her|their|my|your|our)(?: early| mid| late)?[ -]$", context.left):
        return unknown("an age, not a decade")
    text, before = match["tens"].lstrip("'"), (match.groupdict().get("era") or "").startswith("b")
    if len(text) >= 3:
        number = int(text) // 10
        if int(text) % 100 == 0 and int(text) % 1000:
            hundred, said = int(text) // 100, "the hundred years of these digits"
            if before:
                return dated(f"BC{hundred:02d}99/BC{hundred:02d}00", said)
            return dated(f"{hundred:02d}", said, others=[f"{number:03d}"])
        return dated(f"BC{number:03d}" if before else f"{number:03d}", "decade")
    if match.groupdict().get("era"):
        return dated(f"{'BC' if before else ''}{int(text) // 10:03d}", "decade")
    latest = (context.year if context.published else 2020) + 5
    year = latest - (latest - int(text)) % 100
    others = [f"{year // 10 - 10:03d}"]
    return dated(f"{year // 10:03d}", "decade: the last of that name", others=others)


def _decade_word(match: re.Match[str], context: Context) -> Reading:
    tens = lexicon.DECADES[match["word"]]
    if match["hundred"]:
        return dated(f"{ {'nineteen': 19, 'eighteen': 18, 'twenty': 20}[match['hundred']] }{tens}", "decade")
    latest = (context.year if context.published else 2020) // 10
    decade = latest - (latest - tens) % 10
    return dated(f"{decade:03d}", "decade: the last of that name", others=[f"{decade - 10:03d}"])


def _century(match: re.Match[str], _context: Context) -> Reading | None:
    number = ordinal(match["nth"])
    if number is None or number < 1 or number > 30:
        return None
    before = "BC" if (match["era"] or "").startswith("b") else ""
    return dated(f"{before}{number - 1:02d}", "century")


def _two_centuries(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the late 18th and early 19th centuries": from the one to the other."""
    era = f" {match['era']}" if match["era"] else ""
    first = context.read(f"{match['age'] or ''}{match['a']} century{era}")
    last = context.read(f"{match['age2'] or ''}{match['b']} century{era}")
    whole = when_from_value(f"{first.value}/{last.value}") if first and last else None
    if not whole or not first or not last or not first.when or not last.when:
        return None
    reading = dated(f"{first.value}/{last.value}", "centuries", others=[first.value, last.value])
    narrow = replace(whole, begin=first.when.begin, end=last.when.end)
    return replace(reading, when=narrow, alternatives=() if first.mod or last.mod else reading.alternatives)


def _months_named(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the July-September quarter", "the January-June 2019 period"."""
    reading = context.read(f"{match['months']}{match['year'] or ''}" + (f" {match['outer']}" if match["outer"] else ""))
    if not reading or not reading.when or reading.when.begin is None or match["unit"] not in ("quarter", "half"):
        return reading
    value = unit_value(reading.when.begin, Granularity(match["unit"]))
    when = when_from_value(value)
    if not when or (when.begin, when.end) != (reading.when.begin, reading.when.end):
        return reading  # a "quarter" of other months than the calendar's
    return dated(value, f"{match['unit']} by its months; {reading.rule}", anchor=reading.anchor)


def _season_played(match: re.Match[str], context: Context) -> Reading | None:
    """Read "last season", "the 2018 season" of sport: about the year, as when it begins is not known."""
    group = match.groupdict()
    if group.get("year"):
        return dated(group["year"], f"{match['kind']} of its year")
    turn = group["turn"]
    offset = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}.get(turn, 0)
    value = year_value(context.year + offset)
    return dated(value, "a season, taken as about the calendar year", mod="APPROX", anchor=context.anchor)


def _first_of(match: re.Match[str], context: Context) -> Reading | None:
    outer = match["outer"].replace("the ", "this ")
    return context.read(f"the {match['nth']} day of {outer}")


def _holiday_quarter(_match: re.Match[str], context: Context) -> Reading | None:
    return context.read("the fourth quarter")


def _turn_of_century(match: re.Match[str], context: Context) -> Reading | None:
    if match["nth"]:
        number = ordinal(match["nth"].strip())
        year = (number - 1) * 100 if number and number > 1 else 0
        return dated(year_value(year), "the turn to that century", mod="APPROX") if year else None
    return turn_of_century(context)


def _nth_within(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the last week of March", "the first day of next month", "the second month of 2018"."""
    outer = context.read(match["outer"])
    if not outer or not outer.when or outer.when.begin is None or outer.when.end is None or outer.type != "DATE":
        return None
    first, last, unit = outer.when.begin // DAY, outer.when.end // DAY - 1, match["unit"]
    nth = 0 if match["nth"] in ("last", "final", "closing") else _COUNT.get(match["nth"]) or ordinal(match["nth"]) or 0
    if unit == "day":
        number = last if not nth else first + nth - 1
        value: str | None = day_value(number) if first <= number <= last else None
    elif unit in ("week", "weekend"):
        number = (
            (last - 3 if not nth else first + 3 + 7 * (nth - 1))
            if unit == "week"
            else (last if not nth else first + 6 + 7 * (nth - 1))
        )
        value = week_of(number) + ("-WE" if unit == "weekend" else "")
    else:
        value = shifted(last if not nth else first, 0 if not nth else nth - 1, unit)
    return dated(value, f"{unit} counted in it; {outer.rule}", anchor=outer.anchor or outer.value) if value else None


def _first_units(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the first nine months of 1989": a length, with its stretch on the calendar as the other reading."""
    outer = context.read(match["outer"])
    number, unit = amount(match["count"]), match.groupdict().get("unit") or "month"
    if not number or not number.number or not outer or not outer.when or outer.type != "DATE":
        return None
    if outer.when.begin is None or outer.when.end is None or number.number != int(number.number):
        return None
    count, first = int(number.number), match["which"] in ("first", "opening", "initial")
    begin, end = outer.when.begin // DAY, outer.when.end // DAY
    edge = day_shifted(begin, count, unit) if first else day_shifted(end, -count, unit)
    if not begin < edge < end:
        return None
    pieces = _stretch((begin, edge) if first else (edge, end), unit)
    stretch = dated(pieces, f"{unit}s counted in it; {outer.rule}", anchor=outer.anchor)
    return lasting(written(number, unit)[0], "length of time", others=[stretch])


def _stretch(days: tuple[int, int], unit: str) -> str:
    """Return the range of some whole units as a value: of months for years, quarters and months, else of days."""
    first, last = day_value(days[0]), day_value(days[1] - 1)
    return f"{first[:-3]}/{last[:-3]}" if unit in ("month", "quarter", "year") else f"{first}/{last}"


_OF = r"(?:,? of|,? in|,)?"
_HUNDREDTH = rf"(?:{NTH}|{'|'.join(lexicon.ORDINALS)})"
_AGE = r"(?P<age>(?:early|mid|late)[ -])?"
_AGE_TOO = r"(?:the )?(?P<age2>(?:early|mid|late)[ -])?"
_OUTER = (
    r"(?P<outer>(?:the )?(?:fiscal |calendar )?(?:year )?\d{4}|fy ?\d{4}|"
    r"(?:the )?(?:last|this|next|current|previous|following|prior|same)(?: fiscal)? year|"
    r"the year|that year|a year (?:ago|earlier))"
)
_BEFORE = r"(?P<before>(?:this|last|next|the(?: previous| following| prior)?) year's|\d{4}(?:'s)?)"
_FISCAL = r"(?:(?P<fiscal>fiscal)[ -])?"

RULES: Rules = (
    rule(_week_of, r"(?:the )?(?P<unit>week|weekend) (?:of|beginning|starting|commencing) (?P<day_text>.+)"),
    rule(_week_of, r"(?:the )?(?P<day_text>.+ day|easter|christmas|thanksgiving|halloween) (?P<unit>weekend)"),
    rule(
        _piece,
        rf"(?:the |its |their )?(?:{_BEFORE} )?{_FISCAL}(?P<nth>{_NTH})[ -](?:fiscal[ -])?",
        rf"(?P<unit>quarter|half|trimester)(?:{_OF} {_OUTER})?",
    ),
    rule(_piece, rf"(?P<nth>[1-4]q|q[1-4])(?P<unit>)(?P<fiscal>)(?: (?:of )?{_OUTER})?"),
    rule(_short_piece, r"(?P<nth>[1-4]q|q[1-4]|[12]h|h[12])[ -]?(?P<year>'\d\d|(?<=[qh])\d\d|(?:fy)?\d{4}|fy\d\d)?"),
    rule(_piece, rf"{_BEFORE} (?P<fiscal>)(?P<nth>[1-4]q|q[1-4])(?P<unit>)"),
    rule(
        _latest,
        r"(?P<which>the latest|latest|the most recent|the just-ended|the last|last|the|the reporting) ",
        r"(?:fiscal )?(?P<unit>quarter|period)",
    ),
    rule(
        _ended,
        rf"(?:the )?(?:fiscal )?(?:(?P<qty>{NUMBER})[ -])?(?P<unit>quarter|year|month|week)s?(?: period)?(?: that)? ",
        r"(?:ended|ending|to|through) ",
        r"(?P<end>.+)",
    ),
    rule(
        _fiscal,
        r"(?:(?:the|its|their|our|his|her) )?(?:(?P<turn>current|last|next|this|previous|prior|coming) )?",
        r"(?:fiscal(?:[ -]year)?|financial year|fy|budget year) ?",
        r"(?P<year>\d{4}|'\d\d|(?<=fy)\d\d)?(?P<year2>)",
    ),
    rule(_fiscal, r"(?P<turn>)(?P<year>)(?:the )?(?P<year2>\d{4}) (?:fiscal|financial|budget) year"),
    rule(_season, rf"(?:the )?{SEASON}(?:,? of|,)? {YEAR}(?:[-/]\d\d(?:\d\d)?)?"),
    rule(_season, rf"(?:the )?{YEAR} {SEASON}"),
    rule(_season, rf"(?:the )?{SEASON} of (?P<outer>.+)"),
    rule(_season, rf"(?:the )?{SEASON}(?: season| months)?(?P<outer>)"),
    rule(_decade, rf"(?:the )?(?P<tens>\d{{3,4}}0|\d{{2,3}}0|'?\d0)'?s(?: {ERA})?"),
    rule(
        _decade_word, rf"(?:the )?(?:(?P<hundred>nineteen|eighteen|twenty)[ -])?(?P<word>{'|'.join(lexicon.DECADES)})"
    ),
    rule(
        _century,
        rf"(?:the )?(?P<nth>{NTH}|{'|'.join(lexicon.ORDINALS)})[ -](?:century|c\.?)",
        rf"(?: {ERA})?",
    ),
    rule(_turn_of_century, r"(?:the )?turn of the (?P<nth>(?:\d\d?(?:st|nd|rd|th)|[a-z-]+) )?(?:century|millennium)"),
    rule(_first_of, r"(?:the )?(?P<nth>first|last) of (?P<outer>(?:the|this|last|next) (?:month|year))"),
    rule(_holiday_quarter, r"(?:the )?(?:(?P<turn>last|this) )?(?:year's )?holiday quarter"),
    rule(
        _nth_within,
        rf"(?:the )?(?P<nth>{'|'.join(lexicon.ORDINALS)}|last|final|opening|closing|{NTH}) ",
        r"(?:full )?",
        r"(?P<unit>day|week|weekend|month)(?: of| in) (?P<outer>.+)",
    ),
    rule(_first_units, r"(?P<outer>the year)'s (?P<which>first|last) (?P<count>[a-z]+|\d\d?) months"),
    rule(
        _first_units,
        rf"(?:the )?(?P<which>first|opening|initial|last|final|closing) (?P<count>{NUMBER}) ",
        r"(?P<unit>day|week|month|quarter|year)s (?:of|in) (?P<outer>.+)",
    ),
    rule(_to_date, r"(?:so far|thus far) this (?P<unit>week|month|quarter|year)"),
    rule(_to_date, r"this (?P<unit>week|month|quarter|year) (?:to date|so far|thus far)"),
    rule(_to_date, r"(?:the )?(?P<unit>week|month|quarter|year)[ -]to[ -]date"),
    rule(
        _two_centuries,
        rf"(?:the )?{_AGE}(?P<a>{_HUNDREDTH})(?P<joint> and | to | or |-){_AGE_TOO}(?P<b>{_HUNDREDTH})",
        rf" (?:century|centuries)(?: {ERA})?",
    ),
    rule(
        _months_named,
        rf"(?:the |its )?(?P<months>{A_MONTH} ?(?:-| to | through ) ?{A_MONTH})",
        r"(?: of)?(?P<year> \d{4})? (?P<unit>quarter|half|period|session|season)(?: of (?P<outer>.+))?",
    ),
    rule(
        _season_played,
        r"(?:the )?(?P<turn>last|this|next|the|current|previous|past|coming|upcoming) ",
        r"(?P<kind>season)",
    ),
    rule(_season_played, r"(?:the )?(?P<year>\d{4}) (?P<kind>season|campaign|session|edition|election cycle)"),
)
