"""From one hour to another: "9 to 11 a.m.", "Thursday, 10:30-12:30", "from 10:30 to 12:00 on 14 March 2024"."""

import re

from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import day_value
from dateline.chronology.reading import Reading, dated, refused
from dateline.chronology.rules.clock import ZONE
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.calendar import DAY
from dateline.model.when import when_from_value

_HALF = r"a\.?m\.?|p\.?m\.?"
_TIME = r"\d\d?(?:[:.h][0-5]\d)?|[0-2]\d[0-5]\d|(?:12 )?noon|midday|midnight"
_FIGURES = re.compile(r"(?P<hour>\d\d?)(?:[:.h](?P<minute>\d\d))?|(?P<hours>\d\d)(?P<minutes>\d\d)")
_NAMED = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 24 * 60}
_PART = re.compile(r"\b(?:morning|afternoon|evening|night)$")
_ON_A_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?")
_STRETCHES = re.compile(r"\b(?:from|between|hours|open)\b", re.IGNORECASE)
_NOON, _WHOLE = 12 * 60, 24 * 60


def _minutes(text: str, half: str) -> int | None:
    """Return the minute of the day, None where the figures are no time of day."""
    named = text.removeprefix("12 ")
    if named in _NAMED:
        return _NAMED[named]
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match["hour"] or match["hours"]), int(match["minute"] or match["minutes"] or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "pm")
    return 60 * hour + minute


def _half_of(text: str | None, hour: str) -> str:
    """Return "am" or "pm" as said in letters or by the part of the day, "" where neither is."""
    word = (text or "").replace(".", "").strip().split(" ")[-1]
    if word == "night":
        return "pm" if re.match(r"(?:[6-9]|1[01])(?!\d)", hour) else "am"
    return {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(word, word)


def _is_told(a: str, b: str, halves: tuple[str, str], zone: str) -> bool:
    """Say whether two figures are times of day at all: "10:30-12:00", "9 to 11 a.m.", "0900-1100 GMT"; not "10-12"."""
    shapes = [("half" if half else "named" if text[-1].isalpha() else "clock" if not text.isdigit() else "figures")
              for text, half in zip((a, b), halves, strict=True)]  # fmt: skip
    if "figures" not in shapes:
        return True
    if shapes in (["figures", "half"], ["figures", "named"], ["half", "figures"]):
        return not re.fullmatch(r"\d{3,}", a) and not re.fullmatch(r"\d{3,}", b)
    return len(a) == 4 and len(b) == 4 and bool(zone)


def _both(a: str, b: str, halves: tuple[str, str]) -> tuple[int, int] | None:
    """Return the two minutes of the day; an end that comes next day lies beyond 24 hours.

    An hour without its half takes that of the other, or the half that puts it on its side: "11 to 1 p.m.".
    """
    first_half, half = halves
    end = _minutes(b, half)
    if end is None:
        return None
    if not first_half and (half or b in _NAMED):
        guesses = [half, "am", "pm"] if half else ["pm" if b == "midnight" else "am"]
        tries = [t for g in guesses if (t := _minutes(a, g)) is not None]
        begin = next((t for t in tries if t % _WHOLE < end), tries[0] if tries else None)
    else:
        begin = _minutes(a, first_half)
    if begin is None:
        return None
    if first_half and not half and b.isdigit():  # "8 p.m. until 10"
        end = max(end, _minutes(b, first_half) or 0) if begin < (_minutes(b, first_half) or 0) else end
    begin = 0 if a == "midnight" else begin
    if end <= begin and not half and b not in _NAMED and end < _NOON and begin <= _NOON and (end + _NOON > begin):
        end += _NOON  # "open 9:00-5:30"
    return (begin, end) if begin < end else (begin, end + _WHOLE) if begin != end else None


def _clock_range(match: re.Match[str], context: Context) -> Reading | None:
    """Read a stretch of hours on the day before it or behind it, else on the day that its sentence speaks of."""
    group = match.groupdict()
    a, b, zone = group["a"], group["b"], group["zone_text"] or ""
    day_text = group.get("before") or group.get("behind") or ""
    part = _PART.search(day_text)
    first_half = _half_of(group["first_half"], a)
    half = _half_of(group["half"] or (part[0] if part and not b[-1].isalpha() and ":" not in b else ""), b)
    if not _is_told(a, b, (first_half, half), zone):
        return None
    bare = a.isdigit() and b.isdigit() and not (group["first_half"] or group["half"] or zone)
    if bare and not _STRETCHES.search(f"{context.left[-12:]}{match[0]}"):
        return None  # "won 3 to 2 on Friday night"
    times = _both(a, b, (first_half, half))
    on_day = context.read(f"12:00{zone} on {day_text}" if day_text else f"12:00{zone}") if times else None
    if times is None or on_day is None or refused(on_day):
        return on_day
    back = (
        not day_text
        and times[1] > _WHOLE
        and context.direction is Direction.PAST
        and bool(context.published)
        and on_day.value.startswith(day_value(context.day))
    )  # without its day it is the night before publication that is told of
    return _stretch(on_day, times, "hours of a day", -1 if back else 0)


def _stretch(on_day: Reading, times: tuple[int, int], said: str, shift: int = 0) -> Reading | None:
    """Return the stretch between two minutes of the day of a reading, with those of its other days."""
    stretches = [s for r in (on_day, *on_day.alternatives) if (s := _between(r.value, times, shift))]
    if not stretches or not _ON_A_DAY.fullmatch(on_day.value):
        return None
    value = stretches[0]
    return dated(value, said, anchor=on_day.anchor, others=dict.fromkeys([*value.split("/"), *stretches[1:3]]))


def _between(value: str, times: tuple[int, int], shift: int) -> str:
    match, when = _ON_A_DAY.fullmatch(value), when_from_value(value[:10])
    if match is None or when is None or when.begin is None:
        return ""
    ends = []
    for minutes in times:
        days, of_day = divmod(minutes, _WHOLE)
        if minutes == _WHOLE:
            days, of_day = 0, _WHOLE
        day = day_value(when.begin // DAY + days + shift)
        ends.append(f"{day}T{of_day // 60:02d}:{of_day % 60:02d}{match['zone'] or ''}")
    return "/".join(ends)


def _until(match: re.Match[str], context: Context) -> Reading | None:
    """Read "10 p.m. on Monday to 6 a.m.": up to an hour of the same day, or of the next where that comes earlier."""
    begin = context.read(match["begin"])
    told = _ON_A_DAY.fullmatch(begin.value) if begin else None
    end = _minutes(match["b"], _half_of(match["half"], match["b"]))
    if begin is None or told is None or end is None or (match["b"].isdigit() and not match["half"]):
        return begin if begin and refused(begin) else None
    start = int(told["time"][:2]) * 60 + int(told["time"][3:])
    return _stretch(begin, (start, end if end > start else end + _WHOLE), "hours of a day")


_JOINT = r"(?: to | and | until | till | or |,? through | ?- ?)"
_AS_OTHERS_COUNT = r"(?: \(\d[\d:.]{1,4} ?[a-z]{1,4}\))"  # the same hour as others count it: "7 a.m. (0400 GMT)"
_HALVES = rf"{_HALF}|in the (?:morning|afternoon|evening)|at night"
_HOURS = (
    rf"(?P<a>{_TIME})(?: ?(?P<first_half>{_HALF}))?{_AS_OTHERS_COUNT}?{_JOINT}(?P<b>{_TIME})(?: ?(?P<half>{_HALVES}))?"
    rf"(?:{_AS_OTHERS_COUNT}|(?P<zone_text>{re.sub(r'[(][?]P<[a-z_]+>', '(?:', ZONE)}|(?: hours| hrs)))"
)


# Without any of these there is no hour in an expression: told at once, as most have none.
_AN_HOUR = r"(?=.*(?:\d[:.h]\d\d|\d ?[ap]\.?m|noon|mid(?:day|night)|\d{4} ?[(a-z]|night|morning|afternoon|evening))"

RULES: Rules = (
    rule(_clock_range, rf"(?:between |from )?{_HOURS}(?:,?(?: on)? (?P<behind>.{{3,40}}))?"),
    rule(_clock_range, rf"{_AN_HOUR}(?P<before>[^@]{{3,40}}?),?(?: from| between| at)? {_HOURS}"),
    rule(
        _until,
        rf"{_AN_HOUR}(?:between |from )?(?P<begin>[^@]{{6,40}}?){_JOINT}(?P<b>{_TIME})(?: ?(?P<half>{_HALVES}))?",
    ),
)
