"""What lies so far ahead: "in two days" of a sentence that looks ahead, "in two weeks' time", "Tuesday week"."""

import re

from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction, is_back_home, sentence_tail
from dateline.chronology.days import coming_weekday, day_value
from dateline.chronology.numbers import NUMBER_WORDS, QUANTITY, amount
from dateline.chronology.patterns import UNIT, WEEKDAY
from dateline.chronology.reading import Reading, dated, lasting
from dateline.chronology.rules.durations import written
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.rules.several_units import MORE_UNITS

_IN = re.compile(r"\bin\s*$", re.IGNORECASE)
# What has happened so often or is without its like "in two years": a length up to then, whatever the verb.
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|once|twice|thrice|"
    r"times|most|least|worst|best|latest|only|no|never|few|less|more than once|"
    r"(?!(?:forest|west|interest|protest|arrest|guest|request|harvest|invest|conquest|test|contest|quest|modest|"
    r"honest|manifest|digest|suggest|priest|unrest|northwest|southwest|nest|rest|pest|vest|chest|crest|behest|"
    r"inquest|bequest|midwest|budapest|bucharest|everest|attest|detest|ingest|infest|molest|protest)\b)[a-z]{2,}est)\b"
    r"(?: [\w’'-]+){0,4}? in\s*$",
    re.IGNORECASE,
)
# "three meetings in two days" fill them; "500 troops in two weeks" come then.
_SO_MANY = re.compile(
    rf"\b(?:[2-9]|1\d|{'|'.join(NUMBER_WORDS - {'one', 'hundred', 'thousand'})}|several|all|both) (?:[a-z-]+ )?"
    r"(?:meetings|matches|games|summits|visits|trips|concerts|shows|races|votes|elections|speeches|rounds|rallies|"
    r"flights|exams|tests|strikes|stops|cities|countries|states|laps|titles|goals|points) in\s*$",
    re.IGNORECASE,
)
# What takes its time: "hopes to build it in two years", "can be crossed in ten minutes", "could double in a year".
_TAKES_TIME = (
    r"(?:(?:re)?buil[dt]|cross|cover|climb|run|walk|drive|cycle|row|swim|sail|cook|bake|learn|read|write|produce|"
    r"doubl|tripl|quadrupl|halv|rot|heal|decay|dissolv|solv|train|travers|circl|orbit|"
    r"recoup|repay|pay off|pay back)(?:s|e|es|ed|d|ning|ing|n|en)?|"
    r"(?:ris|fall|drop|grow|shrink|climb|lose|gain)(?:s|e|es|ing|ping)?(?: by)? "
    r"(?:[\d$€£]|half|a (?:third|quarter|fifth|tenth))\S*"
)
_TAKEN = re.compile(
    rf"\b(?:can(?:not|[’']t)?|(?!runs? out\b)(?:{_TAKES_TIME})(?= ))"
    r"(?: (?!(?:that|which|who|and|but|until|after|before|when)\b)[^\s,;:]+){0,6}? in\s*$",
    re.IGNORECASE,
)
_ABLE = re.compile(r"\b(?:able to|you(?:[’']ll| will| can| would)|takes? shape)\b[^,;]{0,40}$", re.IGNORECASE)
_PAST_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")


def _ahead(match: re.Match[str], context: Context) -> Reading | None:
    """Read "in two weeks" of a sentence that looks ahead as a date; "the third time in two weeks" is a length.

    The "in" is a part of the expression or stands before it.
    """
    in_time = match[0].endswith("time")
    if not in_time and not _is_ahead(match, context):
        return None
    more = match.groupdict().get("more") or ""
    reading = context.read(f"{match['about'] or ''}{match['qty']} {match['unit']}s{more} from now")
    number = amount(match["qty"])
    if not reading or not number or not reading.value:
        return None
    value, mod = written(number, match["unit"])
    if more and (whole := context.read(f"{match['qty']} {match['unit']}s{more}")):
        value = whole.value
    length = lasting(value, "length of time", mod="APPROX" if match["about"] else mod)
    return replace(reading, alternatives=(length, *reading.alternatives))


def _is_ahead(match: re.Match[str], context: Context) -> bool:
    """Say whether "in two days" is when something will be, not how long it takes."""
    tail = sentence_tail(context.left)
    if not match["within"]:
        if not _IN.search(tail):
            return False
    else:
        tail = f"{tail}in"
    if lexicon.UNITS[match["unit"]][2] and not context.has_clock:
        return False  # "would get you there in two hours": no day says so little
    if re.match(r" of (?!\d|the )", context.right) or _ABLE.search(tail):
        return False
    if _COUNTED.search(tail) or _SO_MANY.search(tail) or _TAKEN.search(tail):
        return False
    if context.direction is Direction.FUTURE:
        told = _PAST_YEAR.search(tail)
        return not (told and context.published and int(told[0]) < context.year - 1)
    return is_back_home(tail)


def _on_from(match: re.Match[str], context: Context) -> Reading | None:
    """Read "через два дня" by way of English that says both: from now of what is to come, else from what was told."""
    if context.direction is not Direction.FUTURE:
        later = context.read(f"{match['so_long']} later")
        if later and later.value and later.when:
            return later
        if context.direction is Direction.PAST:
            return later
    return context.read(f"{match['so_long']} from now")


def _back_from(match: re.Match[str], context: Context) -> Reading | None:
    """Read "iki gün önce" by way of English that says both: from what was told by a pluperfect, else from now.

    "One day" goes back from a day told just before, as yesterday has a word of its own.
    """
    told = context.values_of(*context.cues.sentences(context.left[-_TOLD:]))
    before_it = match["one"] or _HAD_BEEN.search(context.right[:_TOLD].partition(".")[0])
    if told and before_it and (earlier := context.read(f"{match['so_long']} earlier")) and earlier.value:
        return earlier
    return context.read(f"{match['so_long']} ago")


_TOLD = 260  # characters beside an expression that its sentence and the one before may have
_HAD_BEEN = re.compile(r"\w{2,}m[ıiuü]şt[ıiuü]|[ғгқк][ае]н (?:болатын|еді)")


def _weekday_on(match: re.Match[str], context: Context) -> Reading | None:
    """Read "Tuesday week", "Monday fortnight", "a week on Tuesday", "tomorrow week": counted from the day to come."""
    number = amount(match.groupdict().get("qty") or "one")
    if number is None or not number.number or number.number != int(number.number) or number.number > 8:
        return None
    if match.groupdict().get("qty") and (context.direction is Direction.PAST or _LASTED.search(context.left[-24:])):
        return None  # "the strike had lasted a week on Tuesday"
    weeks = int(number.number) * (2 if match["unit"].startswith("fortnight") else 1)
    day = match["weekday"]
    if day in lexicon.WEEKDAYS:
        begin = coming_weekday(context.day + 1, lexicon.WEEKDAYS[day])
    else:
        begin = context.day + {"yesterday": -1, "today": 0, "tomorrow": 1}[day]
    weeks = -weeks if day == "yesterday" else weeks
    said = "weeks counted on from the next day of that name" if day in lexicon.WEEKDAYS else "weeks counted from it"
    return dated(day_value(begin + 7 * weeks), said, anchor=context.anchor)


_LASTED = re.compile(r"\b(?:last|lasts|lasted|lasting|for|spend|spends|spent|after|took|take|takes|of)\s*$", re.I)
_DAY = WEEKDAY.replace("(?P<weekday>", "(?P<weekday>yesterday|today|tomorrow|")

RULES: Rules = (
    rule(
        _ahead,
        rf"(?P<within>in )?(?P<about>about |around |roughly )?(?:just |only )?(?P<qty>{QUANTITY}) ",
        rf"{UNIT}(?:s|'s|s')?(?:'s? time| time)?",
    ),
    rule(
        _ahead,
        rf"(?P<within>in )?(?P<about>about |around |roughly )?(?:just |only )?(?P<qty>{QUANTITY}) ",
        rf"{UNIT}s?(?P<more>{MORE_UNITS})(?:'s? time| time)?",
    ),
    rule(_on_from, r"(?P<so_long>.+) later or from now"),
    rule(_back_from, r"(?P<so_long>(?P<one>1 days)?.*) earlier or ago"),
    rule(_weekday_on, rf"{_DAY} (?P<unit>week|fortnight)"),
    rule(_weekday_on, rf"(?P<qty>{QUANTITY}) (?P<unit>weeks?|fortnights?) on {WEEKDAY}"),
)
