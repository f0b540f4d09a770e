"""Lengths of time: "two days", "nearly five months", "fifty-year", "the past decade", "3:07:35", "33 years old"."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.numbers import BARE_QUANTITY, NUMBER, NUMBER_WORDS, QUANTITY, Amount, amount, figure
from dateline.chronology.patterns import BEFORE_HOURS, ORDINAL, UNIT, ordinal, words
from dateline.chronology.reading import Reading, dated, lasting
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.shifts import stretch

_ABOUT = rf"(?:(?P<about>{words(lexicon.AMOUNT_MODS)}) )?"
_ABOUT2 = rf"(?:(?P<about2>{words(lexicon.AMOUNT_MODS)}) )?"
_ADJECTIVE = (
    r"(?:(?:consecutive|straight|successive|full|whole|long|trading|business|working|calendar|fiscal|more|additional|"
    r"extra|other|further|short|solid|good|entire|difficult|hard|tough|single|particular|light|academic|intense|"
    r"critical|turbulent|great|brief|crucial|continuous|uninterrupted|school|model)[ -])*"
)
_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d hours")
_BEFORE_HOURS = re.compile(BEFORE_HOURS, re.IGNORECASE)
_QTY = rf"(?P<qty>{QUANTITY})"
_TURN = "past|last|next|coming|previous|following|preceding|first|final|initial|opening|closing|subsequent|latest|prior"
_PLURAL = "second|minute|hour|day|week|month|quarter|year|decade|centurie|fortnight"
_ANY_UNIT = words(lexicon.UNITS)


def written(number: Amount, unit: str) -> tuple[str, str]:
    """Return the TIMEX3 value and modifier of so many of a unit."""
    letter, times, clock = lexicon.UNITS[unit]
    count = "X" if number.number is None else figure(number.number * times)
    if number.number == 0.5:
        half = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "minute": "PT30S"}.get(unit)
        if half:
            return half, ""
    return f"P{'T' if clock else ''}{count}{letter}", "APPROX" if number.rough else ""


def _singular(unit: str) -> str:
    return unit if unit in lexicon.UNITS else unit.rstrip("s")


def _plain(match: re.Match[str], context: Context) -> Reading | None:
    group = match.groupdict()
    if _MILITARY.fullmatch(match[0]) and (match[0][0] == "0" or _BEFORE_HOURS.search(context.left[-12:])):
        return None  # "at 1500 hours" is a time of day
    number = amount(group.get("qty") or "one")
    if number is None:
        return None
    if group.get("half") and number.number is not None:
        number = Amount(number.number + 0.5)
    value, mod = written(number, _singular(match["unit"]))
    mod = lexicon.AMOUNT_MODS.get(group.get("about2") or group.get("about") or "", "") or mod
    if loose := group.get("loose"):
        mod = "MORE_THAN" if loose in ("-plus", "+") else "APPROX"
    return lasting(value, "length of time", mod=mod)


def _nth_in_a_row(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "a third straight day": what has lasted for three."""
    number = ordinal(match["ordinal"])
    if not number or number < 2:
        return None
    return lasting(written(Amount(number), match["unit"])[0], "length of time: the last of so many in a row")


def _one_or_two(match: re.Match[str], _context: Context) -> Reading:
    one = Amount(1) if match[0].endswith("so") else Amount(None)
    value, _ = written(one, match["unit"])
    return lasting(value, "length of time, loosely said", others=[lasting(written(Amount(2), match["unit"])[0], "two")])


def _and_a_half(match: re.Match[str], _context: Context) -> Reading:
    return lasting(written(Amount(1.5), match["unit"])[0], "length of time")


def _one(match: re.Match[str], _context: Context) -> Reading:
    return lasting(written(Amount(1), match["unit"])[0], "length of time")


def _bare(match: re.Match[str], _context: Context) -> Reading:
    """A plural without a number: "years", "decades-long"."""
    value, _ = written(Amount(None), _singular(match["unit"]))
    return lasting(value, "length of time, how long is not said")


def _compound(match: re.Match[str], _context: Context) -> Reading | None:
    date, time = "", ""
    for qty, unit in re.findall(rf"({QUANTITY})[ -]({words(lexicon.UNITS)})s?", match[0]):
        number = amount(qty)
        if number is None:
            return None
        value, _ = written(number, _singular(unit))
        if value.startswith("PT"):
            time += value[2:]
        else:
            date += value[1:]
    return lasting(f"P{date}{'T' + time if time else ''}", "length of time in several units")


def _either(match: re.Match[str], _context: Context) -> Reading | None:
    """Read "two or three days", "60 to 90 days": how many is not said; both ends are offered."""
    ends = [amount(match["low"]), amount(match["qty"])]
    if None in ends:
        return None
    unit = _singular(match["unit"])
    if any(end and (end.number or 0) >= 1000 for end in ends):
        return None  # "the 2012-13 fiscal year"
    others = [lasting(written(end, unit)[0], "one end of the range") for end in ends if end]
    return lasting(written(Amount(None), unit)[0], "length of time between two numbers", others=others)


def _turned(match: re.Match[str], context: Context) -> Reading | None:
    """Read "the past six months": a length, with the stretch it covers on the calendar as the other reading."""
    if not match["qty"] and match["turn"] in ("coming", "following", "subsequent"):
        return None
    number = amount(match["qty"] or ("several" if match["qty"] is None else "one"))
    if number is None:
        return None
    unit = _singular(match["unit"])
    value, mod = written(number, unit)
    others = []
    if number.number is not None and context.published:
        back = match["turn"] in ("past", "last", "previous", "preceding", "prior", "latest")
        ahead = match["turn"] in ("next", "coming", "following")
        if (back or ahead) and (covered := stretch(context, number.number * (-1 if back else 1), unit)):
            others = [dated(covered, f"the stretch {'up to' if back else 'from'} publication", anchor=context.anchor)]
    return lasting(value, "length of time", mod=mod, others=others)


def _clocked(match: re.Match[str], context: Context) -> Reading | None:
    """Read "3:07:35" as a length unless it stands where a time of day does."""
    if context.left.rstrip().endswith((" at", "At", " since", " until", " by", " around", " about")):
        return None
    hours, minutes, seconds = (int(match[k]) for k in ("h", "m", "s"))
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return lasting("PT" + "".join(f"{n}{u}" for n, u in parts if n), "length of time as hours, minutes, seconds")


def _fraction(match: re.Match[str], _context: Context) -> Reading | None:
    years, value = {"century": 100, "decade": 10}.get(match["unit"], 0), ""
    part = {"quarter": 4, "half": 2}[match["fraction"]]
    if years:
        value = f"P{figure(years / part)}Y"
    elif match["unit"] == "hour":
        value = f"PT{60 // part}M"
    elif match["unit"] == "year":
        value = f"P{12 // part}M"
    return lasting(value, "part of a unit") if value else None


def _aged(match: re.Match[str], _context: Context) -> Reading | None:
    number = amount(match["qty"])
    return lasting(written(number, "year")[0], "age") if number else None


def _alone(match: re.Match[str], context: Context) -> Reading | None:
    """Read "60" of "between 60 and 90 days", whose unit stands further on."""
    ahead = re.match(rf"\s*(?:to|and|or|-)\s*(?:{QUANTITY})[ -](?P<unit>{_ANY_UNIT})s?\b", context.right.lower())
    number = amount(match[0])
    if not ahead or not number:
        return None
    return lasting(written(number, _singular(ahead["unit"]))[0], "length of time; the unit stands further on")


def _fixed(match: re.Match[str], _context: Context) -> Reading:
    return lasting(_FIXED[match[0]], "length of time")


_FIXED = {
    "all day": "P1D", "all week": "P1W", "all month": "P1M", "all year": "P1Y", "all night": "P1D", "day-long": "P1D",
    "daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y", "hourlong": "PT1H", "intraday": "P1D",
    "an intraday": "P1D", "single-day": "P1D", "one-day": "P1D", "day-old": "P1D", "decadelong": "P10Y",
    "century-old": "P100Y", "centuries-old": "PXY", "decades-old": "PXY", "multiyear": "PXY", "multi-year": "PXY",
    "yearslong": "PXY", "a yearslong": "PXY", "monthslong": "PXM", "a monthslong": "PXM", "weekslong": "PXW",
    "a weekslong": "PXW", "dayslong": "PXD", "a dayslong": "PXD", "hourslong": "PTXH", "an hourslong": "PTXH",
    "decadeslong": "PXY", "a decadeslong": "PXY", "a daylong": "P1D", "a weeklong": "P1W", "a monthlong": "P1M",
    "a yearlong": "P1Y", "an hourlong": "PT1H", "a decadelong": "P10Y", "multiday": "PXD", "multi-day": "PXD",
    "a multi-day": "PXD", "multiweek": "PXW", "multi-week": "PXW", "multimonth": "PXM", "multi-month": "PXM",
    "a multiyear": "PXY", "a multi-year": "PXY", "a multiday": "PXD",
    "round-the-clock": "PT24H", "around the clock": "PT24H", "24/7": "P1W",
    "day after day": "PXD", "week after week": "PXW", "year after year": "PXY", "the ages": "PXY", "ages": "PXY",
}  # fmt: skip

_NUMBER_WORD = "|".join(NUMBER_WORDS)
_NOT_ADJECTIVE = r"(?:this|that|last|next|the|of|in|few|couple|per|every|each|past|same)\b"
_ONE_OF = "day|week|month|quarter|year|decade|century"
_ONE = rf"(?P<unit>second|minute|hour|{_ONE_OF})"

RULES: Rules = (
    rule(_alone, NUMBER),
    rule(_one, rf"(?:another |one more |a further )?(?P<unit>second|minute|hour|{_ONE_OF})(?:-?long)?"),
    rule(
        _nth_in_a_row,
        rf"(?:(?:an?|the|its|his|her|their|our) )?{ORDINAL}[ -](?:straight|consecutive|successive) ",
        rf"(?:trading |business |working |calendar |full )?(?P<unit>minute|hour|{_ONE_OF})",
    ),
    rule(
        _nth_in_a_row,
        rf"(?:(?:an?|the|its|his|her|their|our) )?{ORDINAL} (?P<unit>minute|hour|{_ONE_OF}) (?:in a row|running)",
    ),
    rule(_fixed, "|".join(re.escape(k) for k in _FIXED)),
    rule(
        _plain,
        rf"{_ABOUT}{_ABOUT2}(?:an? (?=\d|{_NUMBER_WORD}))?{_QTY}",
        rf"(?P<loose>-plus|-odd|-some|-something|\+)?[ -]{_ADJECTIVE}{UNIT}",
        r"(?:s|'|s')?(?P<half> and a half)?",
        r"(?:[ -](?:period|span|stretch|run|history|streak|interval|reign|career))?",
        r"(?: of age| old|-olds?|[- ]old| long|-long|'s? time|s' time| time|-plus| or so| or more| straight|",
        r" in a row| to life| of the year| of the month| of the week)?",
    ),
    rule(_one_or_two, rf"{_ABOUT}an? (?P<unit>{_ANY_UNIT}) or (?:two|three|more|so)"),
    rule(_and_a_half, r"(?:the )?(?:past|last|next|coming) (?P<unit>year|month|decade|week) and a half"),
    rule(
        _bare,
        rf"(?:just |over )?(?:the )?{_ADJECTIVE}(?P<unit>{_PLURAL})s",
        r"(?:'|-long| long|-old| on end| upon end| at a time)?",
    ),
    rule(_compound, rf"{_QTY}[ -]{UNIT}s?(?:(?:,|,? and)? {BARE_QUANTITY}(?:{_ANY_UNIT})s?)+"),
    rule(
        _either,
        rf"{_ABOUT}(?:between |(?:the )?(?:next|last|past|coming) )?",
        rf"(?P<low>{QUANTITY})(?:[- ](?:{_ANY_UNIT})s?)?(?: to | or | and |-to-|-or-|-)",
        rf"{_QTY}[ -]{_ADJECTIVE}{UNIT}s?(?: old|-old| long)?",
    ),
    rule(
        _turned,
        rf"(?:the |these |its |his |her |their |our |my |over the )?(?P<turn>{_TURN}) ",
        rf"(?:(?P<qty>{QUANTITY}) )?{_ADJECTIVE}(?P<unit>{_ANY_UNIT})(?:s|'|s')(?: or so)?",
    ),
    rule(_turned, rf"(?:the |over the )?(?P<turn>past) (?P<qty>){_ADJECTIVE}(?P<unit>{_ANY_UNIT})"),
    rule(_clocked, r"(?P<h>\d\d?):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?:\.\d+)?"),
    rule(
        _fraction,
        r"(?:a |(?:the |over the )?(?:past |last |next ))?(?P<fraction>quarter|half)(?: of)?[ -](?:a )?",
        r"(?P<unit>century|decade|hour|year)",
    ),
    rule(_aged, r"(?:age|aged|ages) (?P<qty>\d+)"),
    rule(_plain, rf"(?:an?|one) (?!{_NOT_ADJECTIVE})[a-z-]+(?: (?!{_NOT_ADJECTIVE})[a-z-]+)? (?P<qty>){_ONE}"),
)
