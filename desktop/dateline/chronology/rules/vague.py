"""What points to the present, past or future without a date, and what only looks like a date."""

import re

from dateline.chronology import lexicon
from dateline.chronology.context import Context
from dateline.chronology.patterns import words
from dateline.chronology.reading import Reading, dated, lasting, unknown
from dateline.chronology.rules.rule import Rules, rule
from dateline.model.when import when_from_value

_UNITS = "second|minute|hour|day|week|weekend|month|quarter|year|decade|centurie|time"
_ERA = "era|age|epoch|period|regime|presidency|administration|reign|tenure|dynasty"


def _reference(match: re.Match[str], _context: Context) -> Reading:
    text = match[0]
    if text in _PRESENT:
        return dated("PRESENT_REF", "the present, no date")
    return dated("PAST_REF", "the past, no date") if text in _PAST else dated("FUTURE_REF", "the future, no date")


_PRESENT, _PAST, _FUTURE = frozenset(lexicon.PRESENT), frozenset(lexicon.PAST), frozenset(lexicon.FUTURE)


def _recent(match: re.Match[str], _context: Context) -> Reading:
    if match["way"] in ("coming", "upcoming", "next", "future", "ensuing"):
        return dated("FUTURE_REF", "the time ahead, how long is not said")
    return dated("PAST_REF", "the time just past, how long is not said")


def _that_time(_match: re.Match[str], context: Context) -> Reading:
    """Read "that time", "then": the last date mentioned where there is one near, else the past."""
    near = [v for v in context.mentioned[-1:] if when_from_value(v)]
    if near and context.left:
        return dated(near[0], "the time just spoken of", anchor=near[0], others=["PAST_REF"])
    return dated("PAST_REF", "a time spoken of before")


def _anniversary(_match: re.Match[str], _context: Context) -> Reading:
    return unknown("an anniversary names no date of its own")


def _event(_match: re.Match[str], _context: Context) -> Reading:
    return unknown("counted from an event, whose date is not known")


def _long(match: re.Match[str], _context: Context) -> Reading:
    return lasting("PXY" if match["long"] else "PXD", "how long is not said")


REFERENCE = rule(_reference, rf"(?:{words([*lexicon.PRESENT, *lexicon.PAST, *lexicon.FUTURE])})")

RULES: Rules = (
    rule(
        _recent,
        r"(?:in |over |the |his |her |its |during )*(?:most |more |very )?(?P<way>recent|coming|upcoming|",
        r"future|ensuing|bygone|earlier) ",
        rf"(?:[a-z.]+ )?(?:{_UNITS})s",
    ),
    rule(_recent, r"(?P<way>recent)(?: [a-z.]+)? (?:history|memory|past)"),
    rule(
        _that_time,
        r"(?:by |at |around |before |after |since )?(?:that (?:very |same )?(?:time|moment|point|date)|",
        r"the same time)",
    ),
    rule(
        _anniversary,
        r"(?:(?:the|its|their|his|her|our|this) )?(?:\d+(?:st|nd|rd|th)|[a-z-]+) (?:anniversary|birthday|",
        r"jubilee|centenary|bicentenary)",
        r"(?: of .+)?",
    ),
    rule(_anniversary, r"(?:the|its|their|his|her) (?:anniversary|birthday|centenary|bicentenary|jubilee)(?: of .+)?"),
    rule(
        _event,
        r"(?:the |on the |its |their |his |her )?(?:\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) (?:straight |",
        r"consecutive |successive )?",
        r"(?P<unit>day|week|month|year|quarter|hour|minute)(?: in a row| running)?",
    ),
    rule(lambda _m, _c: dated("PAST_REF", "an era, not a date"), r"(?:the )?[a-z-]+(?: [a-z-]+)? (?:era|epoch)"),
    rule(
        _long,
        r"(?:a |for a |quite a |quite some |some |so )?(?P<long>long )?(?:time|while|period|period of time|amount of ",
        r"time)",
    ),
)
