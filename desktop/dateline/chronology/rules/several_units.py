"""Dates counted by a length in several units: "3 years and 4 months ago", "two weeks and three days later"."""

import re
from itertools import pairwise

from msgspec.structs import replace

from dateline.chronology import lexicon
from dateline.chronology.anchors import TOO_VAGUE, counted_from, other_anchors
from dateline.chronology.context import Context
from dateline.chronology.cues import Direction
from dateline.chronology.days import day_value
from dateline.chronology.numbers import BARE_QUANTITY, QUANTITY, amount
from dateline.chronology.patterns import words
from dateline.chronology.reading import Reading, dated, lasting, unknown
from dateline.chronology.rules.relative import ABOUT, BACK, FROM_NOW, WAY
from dateline.chronology.rules.rule import Rules, rule
from dateline.chronology.shifts import day_shifted, shifted

_UNIT = rf"(?:{words(lexicon.UNITS)})"
_ONE_PART = re.compile(rf"\b(?P<qty>{QUANTITY})[ -](?P<unit>{words(lexicon.UNITS)})s?\b")
# "two years, three months and a day"; behind a comma "a" begins something else: "for two years, a month ago".
MORE_UNITS = rf"(?:(?:,? and an? |(?:,|,? and)? {BARE_QUANTITY}){_UNIT}s?)+"
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)  # "between 3 years and 4 months ago"
_DAYS = {"Y": 365, "Q": 91, "M": 30, "W": 7, "D": 1}
_SECONDS = {"H": 3600, "M": 60, "S": 1}
_AT_MOST = 10_000
_Part = tuple[int, str]


def _parts(so_long: str) -> list[_Part]:
    """Return how many of which units a length has, the longest first; empty where it is no such length."""
    parts: list[_Part] = []
    for match in _ONE_PART.finditer(so_long):
        number = amount(match["qty"])
        if number is None or number.number is None or number.number != int(number.number) or number.rough:
            return []
        parts.append((int(number.number), match["unit"]))
    sizes = [_size(unit) for _, unit in parts]
    falls = all(a > b for a, b in pairwise(sizes))
    return parts if falls and all(count <= _AT_MOST for count, _ in parts) else []


def _size(unit: str) -> int:
    """Return about how many seconds a unit has: to tell the longer of two."""
    letter, times, clock = lexicon.UNITS[unit]
    return times * (_SECONDS[letter] if clock else 24 * 3600 * _DAYS[letter[0]])


def _counted(match: re.Match[str], context: Context) -> Reading | None:
    """Read a length in several units with the word that says which way it goes: as exact as its smallest unit."""
    parts = _parts(match["so_long"])
    if not parts or re.match(r"\s*than\b", context.right) or _BETWEEN.search(context.left[-12:]):
        return None
    way = match["way"]
    if way in ("after", "before") and re.match(r"\s*\w", context.right):
        return None  # "a year and two days before the vote": counted from what follows
    length = replace(context.read(match["so_long"]) or lasting("", ""), alternatives=())
    sign, unit = -1 if way in BACK else 1, parts[-1][1]
    if lexicon.UNITS[unit][2]:
        return _of_clock(parts, match, context, length)
    if way in FROM_NOW:
        base, named = context.day, context.anchor
    elif told := counted_from(context, unit, back=sign < 0):
        base, named = told
    else:
        return unknown(TOO_VAGUE)
    value, exact = _shifted(base, parts, sign)
    if not value:
        return unknown("more than a calendar can count")
    mod = "APPROX" if (match["about"] or "").strip() in ABOUT else ""
    others = [] if way in FROM_NOW else [_shifted(b, parts, sign)[0] for b in other_anchors(context, unit, named)]
    said = f"several units counted {'back' if sign < 0 else 'on'}, as exact as the smallest"
    found = dated(value, said, mod=mod, anchor=named, others=[o for o in dict.fromkeys((exact, *others)) if o])
    untold = sign > 0 and way not in FROM_NOW and named == context.anchor and context.direction is Direction.PAST
    if untold and length.value:  # "was freed two years and a month later": no day ahead of publication
        others_of_length = (replace(found, alternatives=()), *found.alternatives)
        return replace(length, rule="so long after a date that is not told", alternatives=others_of_length)
    return found


def _shifted(base: int, parts: list[_Part], sign: int) -> tuple[str, str]:
    """Return the unit that lies so far from a day, and that day; "" for what no calendar has."""
    day = base
    try:
        for count, unit in parts[:-1]:
            day = day_shifted(day, sign * count, unit)
        count, unit = parts[-1]
        return shifted(day, sign * count, unit) or "", day_value(day_shifted(day, sign * count, unit))
    except ValueError:
        return "", ""


def _of_clock(parts: list[_Part], match: re.Match[str], context: Context, length: Reading) -> Reading | None:
    """Read "three hours and 20 minutes later" as so many minutes; with days, or of an hour not told, it is a length."""
    unit = parts[-1][1]
    if not all(lexicon.UNITS[u][2] for _, u in parts):
        return None
    count = sum(count * _size(u) for count, u in parts) // _size(unit)
    reading = context.read(f"{match['about'] or ''}{count} {unit}s {match['way']}")
    return length if reading and reading.value.startswith("P") and length.value else reading


RULES: Rules = (
    rule(
        _counted,
        r"(?P<about>(?:about|around|roughly|approximately|some|just|only|nearly|almost|more than|over|exactly|",
        r"barely) )?",
        rf"(?P<so_long>{QUANTITY}[ -]{_UNIT}s?{MORE_UNITS}) {WAY}",
    ),
)
