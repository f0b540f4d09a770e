"""Times of day, alone or with their day: "6:40 p.m.", "12:00 UTC Monday", "Friday morning", "noon on May 3"."""

import re

from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.anchors import anchor_day, day_told_from, over_of_future
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction, sentence_tail
from dateline.chronology.days import day_value, latest_weekday
from dateline.chronology.patterns import BEFORE_HOURS, DAYPART, words
from dateline.chronology.reading import Reading, TimeType, dated, refused
from dateline.chronology.rules.nights import NIGHTS, in_the_night, night_of_both
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.saying import day_behind, days_of_saying
from dateline.model.calendar import DAY
from dateline.model.timex import when_from_value

_NAMED = {"noon": "T12:00", "midday": "TMI", "midnight": "T24:00", "lunchtime": "TMI", "high noon": "T12:00"}
_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_HOURS = {w: i + 1 for i, w in enumerate(_WORDS.split())}
_ZULU = frozenset({"utc", "gmt", "z"})
_MODS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "nearly": "APPROX",
    "almost": "APPROX", "shortly after": "APPROX", "just after": "APPROX", "soon after": "APPROX",
    "some time after": "AFTER", "a little after": "APPROX", "after": "AFTER", "past": "AFTER",
    "shortly before": "APPROX", "just before": "APPROX",
    "a little before": "APPROX", "before": "BEFORE", "by": "ON_OR_BEFORE", "at": "", "exactly": "", "precisely": "",
}  # fmt: skip

_PLACE = (
    "local|eastern|central|pacific|mountain|moscow|london|new york|beijing|ankara|istanbul|astana|almaty|paris|tokyo|"
    r"us|u\.s\.|european|greenwich|standard|daylight|summer|mean"
)
# Of any other place: "4 p.m. Dushanbe time", but not "4 p.m. this time".
_NO_PLACE = (
    "this|that|the|a|an|first|second|third|last|next|same|some|any|each|every|of|on|in|at|for|from|to|and|or|until|till|"
    r"by|before|after|morning|afternoon|evening|night|today|tomorrow|yesterday|tonight|\w+day|o'clock"
)
_ELSEWHERE = rf"(?: (?!(?:{_NO_PLACE})\b)[^\W\d_][\w.'-]+){{1,2}} time"
ZONE = (
    rf"(?:(?P<place>(?: (?:{_PLACE}))+ time)|{_ELSEWHERE}"
    rf"| ?\(?(?P<zone>{words(lexicon.ZONES)})(?: ?(?P<offset>[+-] ?\d{{1,2}}(?::?\d\d)?))?\)?)?"
)
_CLOCK = (
    rf"(?:(?P<about>{words(_MODS)})(?: about| around)? )?"
    r"(?:(?P<military>(?:[01]\d|2[0-3])[0-5]\d)"
    rf"|(?P<hour>\d\d?|{words(_HOURS)})(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
    rf"|(?:12 )?(?P<named>{words(_NAMED)}))"
    r"(?: ?(?P<half>a\.?m\.?|p\.?m\.?))?(?: ?(?P<hours>o'clock|hrs|hours|h))?"
    rf"(?:(?: in the| at)? (?P<loose>morning|afternoon|evening|night))?{ZONE}"
)
_MINUTES = {
    **{w: i + 1 for i, w in enumerate(_WORDS.split())},
    "a quarter": 15, "quarter": 15, "half": 30, "twenty": 20, "twenty-five": 25,
}  # fmt: skip
_SPOKEN = (
    rf"(?P<much>\d\d?|{words(_MINUTES)})(?P<said> minutes?)? (?P<way>past|to|after|before) "
    rf"(?P<hour>midnight|noon|midday|\d\d?|{words(_HOURS)})(?: o'clock)?"
)
_DAY_TEXT = r"(?P<day_text>[^@]{3,40}?)"
_EACH_DAY = re.compile(
    r"\b(?:daily|weekdays|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days|every \w+|each \w+),? "
    r"(?:from|at|between|until|till|to|and|through|(?:from )?\d[\w:. ]* (?:to|and|until))?\s*$",
    re.IGNORECASE,
)
_AT = re.compile(BEFORE_HOURS, re.IGNORECASE)
_ADJECTIVE = re.compile(r"[ -](?!on\b|and\b|of\b|in\b|at\b|after\b|before\b)[a-z]")  # "the morning raid on Monday"
_AFTER = re.compile(r"\b(?:after|past|since)\s*$", re.IGNORECASE)
_OTHER_HALF = re.compile(r"T(?:0\d|1[01]):\d\d$")
_NEXT_DAY = re.compile(
    r"[\s,]*(?:\([^)]{1,20}\)[\s,]*)?(?:on |this )?"
    r"(tomorrow|tonight|today|yesterday|[A-Z][a-z]{2,8}(?:\.? \d\d?(?:st|nd|rd|th)?(?:, \d{4})?)?)"
)


def _clock(match: re.Match[str], left: str) -> tuple[str, str] | None:
    """Return the T part of a value and the modifier of a matched time of day, None where it is none.

    What stands before it in `left` tells "just after midnight on Monday", when the day begins, from its end.
    """
    mod = _MODS[match["about"]] if match["about"] else ""
    if match["named"]:
        named = (
            "T00:00"
            if match["named"] == "midnight" and ("after" in (match["about"] or "") or _AFTER.search(left[-12:]))
            else _NAMED[match["named"]]
        )
        return named + _zone(match), mod
    if match["military"]:
        time = f"T{match['military'][:2]}:{match['military'][2:]}"
        return (time + _zone(match), mod) if match["zone"] or match["hours"] or match["place"] else None
    if not (match["minute"] or match["half"] or match["hours"] or match["loose"] or match["zone"]):
        return None
    if match["hours"] in ("hrs", "hours") and not match["minute"]:
        return None  # "two hours" is a length
    hour = _hour(match)
    if hour is None:
        return None
    second = f":{match['second']}" if match["second"] else ""
    return f"T{hour:02d}:{match['minute'] or '00'}{second}{_zone(match)}", mod


def _hour(match: re.Match[str]) -> int | None:
    hour = _HOURS.get(match["hour"]) or int(match["hour"])
    half, loose = (match["half"] or "").replace(".", ""), match["loose"] or ""
    if hour > 24 or (half and hour > 12 and not (half == "pm" and hour < 24)):
        return None
    if hour > 12 or not (half or loose):
        return hour
    late = half == "pm" or loose in ("afternoon", "evening") or (loose == "night" and 6 <= hour <= 11)
    return hour % 12 + (12 if late else 0)


def _zone(match: re.Match[str]) -> str:
    """UTC and GMT are written Z, offsets in full; other zones are left out, as TIMEX3 corpora do."""
    offset = (match["offset"] or "").replace(" ", "")
    if offset:
        hours, _, minutes = offset[1:].partition(":")
        return f"{offset[0]}{int(hours):02d}:{minutes or '00'}" if len(hours) <= 2 else ""
    return "Z" if match["zone"] in _ZULU else ""


def _alone(match: re.Match[str], context: Context) -> Reading | None:
    """A time of day without its day belongs to the day its sentence speaks of, else to that of publication."""
    clock = _clock(match, context.left)
    if clock is None:
        return None
    if _EACH_DAY.search(context.left[-40:]):
        return dated(f"XXXX-XX-XX{clock[0]}", "a time of each day", mod=clock[1])
    if not context.published and not context.mentioned:
        return dated(f"XXXX-XX-XX{clock[0]}", "a time of day: needs its day", mod=clock[1])
    base, named = sentence_day(context)
    after = _is_morning_after(context, named, clock[0])
    other = [f"{day_value(base + (not after))}{clock[0]}"] if _is_behind_night(context, named, clock[0]) else []
    said = "time of day, on the day spoken of"
    return dated(f"{day_value(base + after)}{clock[0]}", said, mod=clock[1], anchor=named, others=other)


def _is_morning_after(context: Context, named: str, time: str) -> bool:
    """Say whether an hour or a morning comes behind a night or evening told before, on the day after it.

    "It capsized late on Wednesday. The search was suspended at 2 a.m. and resumed in the morning." Of "9 a.m." that is
    not as sure, and what "had begun" by then, or began what ended in that night, did so before it.
    """
    if not _is_behind_night(context, named, time) or not (time == "TMO" or time[:6] < "T06:00"):
        return False
    before, current = context.cues.sentences(context.left[-_NEAR:])
    clause = f"{current} {_CLAUSE_END.split(context.right[:_NEAR], maxsplit=1)[0]}"
    return not _BEFORE_IT.search(clause) and not (_BEGAN.search(clause) and _ENDED.search(before))


def _is_behind_night(context: Context, named: str, time: str) -> bool:
    """Say whether an hour or a morning can be that behind a night or evening told before."""
    told = _NIGHT.fullmatch(named)
    if not context.published or told is None or (told["part"] is None and not _LATE.search(context.left[-_NEAR:])):
        return False
    early = time == "TMO" or ("T00:00" <= time[:6] < ("T12:00" if told["part"] == "NI" else "T06:00"))
    return early and (context.direction is not Direction.PAST or told["day"] < context.anchor)


_CLAUSE_END = re.compile(r"[.;!?]")
_BEFORE_IT = re.compile(
    r"\b(?:had|last (?:seen|heard|spotted)|earlier|ранее)\b|\b\w{2,}m[ıiuü]şt[ıiuü]|[ғгқк][ае]н (?:болатын|еді)",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:began|begun|opened|started|broke out|set (?:out|off)|başla[dm]|açıl[dm]|начал|откры|баста[лд]|ашыл)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:ended|closed|finished|over|lasted|went on|continued|(?:un)?til|lifted|bit(?:ti|miş)|sona er|kapan|sür[dm]|"
    r"законч|заверш|закры|длил|аяқтал|жабыл|созыл)",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<part>NI|EV))?")
_LATE = re.compile(r"\blate (?:on )?(?:[A-Z]\w+day|yesterday)\b(?!.*(?:day|night|morning)\b)", re.DOTALL)
_NEAR = 160  # characters before an hour in which the day before it is told


def sentence_day(context: Context) -> tuple[int, str]:
    """Return the day a time of day belongs to: one named right after, the last one mentioned, or publication's.

    The day on which something was said is none of an hour that lies ahead of it.
    """
    right = _NEXT_DAY.match(context.right)
    named = right[1].lower().rstrip(".") if right else day_behind(sentence_tail(context.left), context.right)
    if named:
        reading = context.read(named)
        of_a_day = reading and reading.granularity in ("day", "daypart")
        if reading and of_a_day and reading.when and reading.when.begin is not None:
            return reading.when.begin // DAY, reading.value[:10]
    if not context.published or context.direction is Direction.PAST:
        return anchor_day(context, "day")
    said = set(over_of_future(context)) | {
        day_value(latest_weekday(context.day, lexicon.WEEKDAYS[day])) for day in days_of_saying(context.left)
    }
    return anchor_day(context, "day", said)


def _with_day(match: re.Match[str], context: Context) -> Reading | None:
    clock = _clock(match, context.left)
    day = context.read(match["day_text"]) if clock else None
    if clock is None or not day or day.type not in (TimeType.DATE, TimeType.TIME) or refused(day):
        return day if day and refused(day) else None
    value, _, part = day.value.partition("T")
    if len(value) < 10 or (part and not part.isalpha()):
        return None
    time = clock[0]
    morning = "T06:01" if match["half"] else "T06:00"  # "6 on Tuesday night" is none
    if part == "NI" and "T00:00" <= time[:6] < morning and not match["loose"]:
        return in_the_night(day, time, clock[1], context)
    if part in ("AF", "EV", "NI") and match["hour"] and not match["half"] and int(time[1:3]) < 12:
        time = f"T{int(time[1:3]) + 12:02d}{time[3:]}"
    others = [f"{o.value}{time}" for o in day.alternatives if len(o.value) == 10]
    return dated(value + time, f"time of day; {day.rule}", mod=clock[1], anchor=day.anchor, others=others)


def _zone_behind_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "9:30 a.m. Monday New York time", "noon on Friday GMT"."""
    return context.read(f"{match['clock']}{match['late']} on {match['day_text']}")


def _spoken(match: re.Match[str], context: Context) -> Reading | None:
    """Read "half past ten", "a quarter to six in the evening", "one minute past midnight on Thursday"."""
    much, named = match["much"], match["hour"] in ("midnight", "noon", "midday")
    minutes = _MINUTES.get(much) or int(much)
    before = match["way"] in ("to", "before")
    if minutes > 59 or (much == "half" and before) or (much.isdigit() and not match["said"]):
        return None  # "10 to 6" is how a vote ends
    hour = 12 * (match["hour"] != "midnight") if named else _HOURS.get(match["hour"]) or int(match["hour"])
    of_day = (60 * hour + (-minutes if before else minutes)) % (24 * 60)
    if of_day < 60 and not named:
        of_day += 12 * 60  # "ten to one"
    reading = context.read(f"{of_day // 60}:{of_day % 60:02d}{match['rest'] or ''}")
    if reading is None or named or match["rest"] or of_day > 12 * 60 or not (_OTHER_HALF.search(reading.value)):
        return reading
    later = context.read(f"{of_day // 60 + 12}:{of_day % 60:02d}")  # nothing says which half of the day it is
    return replace(reading, alternatives=(*([replace(later, alternatives=())] if later else []), *reading.alternatives))


def _spoken_on_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "Tuesday at half past seven in the evening"."""
    spoken = _spoken(match, context)
    time = spoken.value.partition("T")[2] if spoken else ""
    return context.read(f"{match['day_text']} at {time}") if ":" in time else None


def _hour_of_part(match: re.Match[str], context: Context) -> Reading | None:
    """Read the "10 on Tuesday night" of "at 10 on Tuesday night", not that of "killed 10 on Tuesday night"."""
    return context.read(f"{match['hour']}:00 {match['rest']}") if _AT.search(context.left[-12:]) else None


def _part_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "Friday morning", "the morning of May 3", "May 3 in the evening"."""
    day = context.read(match["day_text"])
    if not day or day.type is not TimeType.DATE or refused(day):
        return day if day and refused(day) else None
    part, value = lexicon.DAYPARTS[match["part"]], day.value
    if part == "NI" and "/" in value:
        return night_of_both(day)
    if not re.fullmatch(r"(?:BC)?[\dX+]{4,}-[\dWX]{2,3}-[\dX]+", value):
        return None
    others = [f"{o.value}T{part}" for o in day.alternatives if o.granularity == "day"]
    rule_said = f"part of the day; {day.rule}"
    return dated(f"{value}T{part}", rule_said, mod=day.mod, anchor=day.anchor, others=others)


def _both_clocks(match: re.Match[str], context: Context) -> Reading | None:
    """Read "3 a.m. local time (0000 GMT)": the hour where it happened, the other's as the other reading."""
    day = f" on {match['day_text']}" if match["day_text"] else ""
    here = context.read(match["here"] + day)
    there = context.read(match["there"] + day) if here and "T" in here.value else None
    if not here or not there or "T" not in there.value:
        return None
    return replace(here, alternatives=(replace(there, alternatives=()), *here.alternatives))


def _day_behind(context: Context) -> tuple[int, str] | None:
    """Return the day of "the early-morning blast on Feb. 26, 1993", None where none stands behind the noun."""
    named = day_behind(sentence_tail(context.left), context.right)
    reading = context.read(named) if named else None
    if not reading or reading.granularity != "day" or not reading.when or reading.when.begin is None:
        return None
    return reading.when.begin // DAY, reading.value


def _part(match: re.Match[str], context: Context) -> Reading:
    """Read "morning", "the evening", "overnight": of the day spoken of."""
    part = lexicon.DAYPARTS[match["part"]]
    if not context.published and not context.mentioned:
        return dated(f"XXXX-XX-XXT{part}", "a part of the day: needs its day")
    base, named = (_day_behind(context) if _ADJECTIVE.match(context.right) else None) or day_told_from(context, "day")
    # a morning paper's "overnight" is the night it was printed in
    base += _is_morning_after(context, named, f"T{part}")
    others = [f"{day_value(base - 1)}T{part}"] if match["part"] == "overnight" else []
    return dated(f"{day_value(base)}T{part}", "part of the day spoken of", anchor=named, others=others)


def _iso_time(match: re.Match[str], _context: Context) -> Reading | None:
    value = match[0].upper().replace(" ", "T")
    return dated(value, "date and time in figures") if when_from_value(value) else None


# Figures, a part of the day, or the hour in words: no other expression is a time of day.
NEEDS = rf"\d|noon|mid|o'clock|lunch|{words(lexicon.DAYPARTS)}| (?:past|to|after|before) "

RULES: Rules = (
    rule(_iso_time, r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?"),
    rule(_alone, _CLOCK),
    rule(_with_day, rf"{_CLOCK},?(?: on| of| during)? {_DAY_TEXT}"),
    rule(_with_day, rf"{_DAY_TEXT},?(?: at)? {_CLOCK}"),
    rule(_spoken, rf"{_SPOKEN}(?P<rest>,? .+)?"),
    rule(_spoken_on_day, rf"{_DAY_TEXT},? at {_SPOKEN}(?P<rest> (?:in the|at) [a-z]+)?"),
    rule(
        _hour_of_part,
        rf"(?P<hour>1[0-2]|\d|{words(_HOURS)})(?: o'clock)? ",
        r"(?P<rest>(?:on |this |yesterday |tomorrow )?(?:[a-z]+day )?(?:morning|afternoon|evening|night))",
    ),
    rule(_part, rf"(?:the |mid-?)?{DAYPART}(?: hours)?"),
    rule(_part_of_day, rf"{_DAY_TEXT}(?:,|'s)?(?: in the| at)?[ -](?:early )?{DAYPART}(?: hours)?"),
    rule(_part_of_day, rf"(?:the )?{DAYPART} (?:of|on) {_DAY_TEXT}"),
    rule(_part_of_day, rf"(?P<part>dawn|daybreak|sunrise|sunset|dusk|nightfall|midday) {_DAY_TEXT}"),
    *NIGHTS,
    rule(_both_clocks, r"(?P<here>[^()]{2,40}) \((?P<there>[^()]{2,30})\)(?:,?(?: on)? (?P<day_text>[^()@]{3,40}))?"),
    rule(
        _zone_behind_day,
        rf"(?P<clock>[\w:.]{{1,8}}?(?: ?[ap]\.?m\.?)?)(?: on)? {_DAY_TEXT}(?P<late> \(?(?:utc|gmt)\)?|{_ELSEWHERE})",
    ),
)
