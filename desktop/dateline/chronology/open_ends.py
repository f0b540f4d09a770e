"""Expressions before which a word opens them: "2011" behind "since" is the time from then on.

The TIMEX3 value stays that of the words; the modifier and the interval say what the word before makes of it. What may
be an open time or not ("by Friday", "from 2011") stays closed, with the open one as a further reading.
"""

import re

from msgspec.structs import replace

from dateline.chronology.lexicon import OPENERS
from dateline.chronology.moves import is_moved_to
from dateline.chronology.present import is_bare_noun
from dateline.chronology.reading import Reading
from dateline.chronology.rules.parts import opened

_OPENER = re.compile(
    r"\b(since|until|till|from|by|before|after|through|prior to|ahead of|on or (?:before|after)|"
    r"(?:no|not) (?:later|earlier) than)(?P<the> the)?(?: about| around| at least)?\s*$",
    re.IGNORECASE,
)
_ENDS_A_RANGE = re.compile(r"\b(?:from|since|between)\b[^.;]{2,40}$", re.IGNORECASE)
_HAS_A_RANGE = re.compile(r"\s*(?:[-–—]|(?:to|until|till|til|through|thru|up to)\b)", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+(?:and\s+)?(?:on(?=\s*(?:[,.;:!?)]|$))|onwards?\b|forwards?\b)", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?;:]\s*[\"“]?)From\s*$")  # of a sentence: "From 2011 he led the bank"
_COMES_THEN = re.compile(
    r"(?:\b(?:not|never|nor|only|until)\b|n['’]t\b|\bwait(?:s|ed|ing)?\b)[^.;]{0,60}$", re.IGNORECASE
)
_NEXT = re.compile(r"\s+([\w'’-]+)")
_STRETCH = re.compile(r"\d0'?s$|ies$")


def with_open_end(reading: Reading, expression: str, left: str, right: str) -> Reading:
    """Return what the word before an expression makes of it; `expression` is in plain lower case."""
    opener = _OPENER.search(left[-32:])
    if not opener or not reading.when or None in (reading.when.begin, reading.when.end):
        return reading
    word = " ".join(opener[1].lower().split())
    before = left[-120:][: len(left[-120:]) - len(opener[0])]
    if reading.mod == "APPROX" or word not in OPENERS:
        return reading
    if word == "from" and ("/" in reading.value or _HAS_A_RANGE.match(right)):
        return reading
    open_ended = opened(replace(reading, alternatives=()), word, expression)
    if _is_named_by(expression, right, article=bool(opener["the"])) or not _opens(word, before, left, right):
        offered = (replace(open_ended, alternatives=()), *reading.alternatives)
        return replace(reading, alternatives=offered if word != "from" else (*offered[1:], offered[0]))
    closed = replace(reading, alternatives=())
    return replace(open_ended, alternatives=(closed, *reading.alternatives))


def _is_named_by(expression: str, right: str, *, article: bool) -> bool:
    """Say whether it names what comes next: "since Monday's attack", "until the 2011 election"."""
    if right[:2] in ("'s", "’s") or expression.endswith("'s"):
        return True
    after = _NEXT.match(right)
    return bool(article and after and is_bare_noun(after[1]) and not _STRETCH.search(expression))


def _opens(word: str, before: str, left: str, right: str) -> bool:
    """Say whether the word leaves no doubt; what is put off until Friday, or not done until then, is on Friday."""
    if word == "since":
        return True
    if word in ("until", "till"):
        return not (is_moved_to(left) or _COMES_THEN.search(before) or _ENDS_A_RANGE.search(before))
    return word == "from" and bool(_ONWARDS.match(right) or _BEGINS.search(left))
