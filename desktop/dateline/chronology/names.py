"""Months that are names of people, and verbs: "Theresa May", "Kasım Cömert Tokayev", "Protesters March for Life"."""

import re

from dateline.chronology.lexicon import DAYPARTS, MONTHS, SEASONS, WEEKDAYS, listed

# Names before which no preposition stands: "In April Ryan left" has a month in it, "April Ryan left" has none.
_FIRST_NAMES = listed("april may june august jan mar")
_LAST_NAMES = listed("may august march june")
_PLACED = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|between|for|on|as|at|late|early|mid|next|last|"
    r"this|the|every|each|ended|ending|begun|beginning|starting|due|around|about|\d[\w.,]*)|[-–—/(])\s*$",
    re.IGNORECASE,
)
_CAPITAL_NEXT = re.compile(r"[ \u00a0](?P<next>[^\W\d_]\S*)")
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"“‘'])(?P<name>[A-Z][a-z]+|[A-Z]\.|M(?:rs|r|s)\.)[ \u00a0]$")
_TIME_WORDS = frozenset([*MONTHS, *WEEKDAYS, *SEASONS, *DAYPARTS, "easter", "christmas"])
_SPEECH = "said|says|told|tells|asked|added|insisted|warned|urged|argued|vowed|resigned|admitted|replied|explained"
_OF_SPEECH = re.compile(rf"[ \u00a0](?:{_SPEECH})\b")
# "Theresa May's", "May has", but "China May exports".
_OF_A_PERSON = re.compile(
    rf"(?:['’]s\b|[ \u00a0](?:{_SPEECH}|announced|arrived|met|visited|won|lost|wants|has|had|is|was|will|would|who)"
    r"\b|[.,;:!?\"”)]|$)"
)
# A march goes for something or on a place.
_MARCHES = re.compile(r"[ \u00a0](?:for|on|against|to|through|towards?) ", re.IGNORECASE)


def is_name(word: str, left: str, right: str) -> bool:
    """Say whether a bare month of an English text is a name or a verb there; `word` is as it stands."""
    low = word.lower()
    if low not in _FIRST_NAMES | _LAST_NAMES or word.endswith("."):
        return False
    placed = _PLACED.search(left[-24:])
    if low == "march":
        return _is_march(left, right, placed=bool(placed))
    if placed:
        return False
    following = _CAPITAL_NEXT.match(right)
    if low in _FIRST_NAMES and following and following["next"][0].isupper():
        return following["next"].lower().strip(".,;:'’s") not in _TIME_WORDS
    before = _NAME_BEFORE.search(left[-24:])
    if low in _LAST_NAMES and before and before["name"].lower() not in _TIME_WORDS:
        return bool(_OF_A_PERSON.match(right))
    return low == "may" and bool(_OF_SPEECH.match(right))


def _is_march(left: str, right: str, *, placed: bool) -> bool:
    """Tell "the March for Life", "Protesters March on", "Washington's Women's March" from the month."""
    begins = re.search(r"(?:\b(?:the|a|this)|[A-Z]\w+(?:['’]s)?)\s$", left[-24:], re.IGNORECASE)
    if begins and _MARCHES.match(right) and re.match(r"\s\w+ (?:the )?[A-Z]", right):
        return not re.search(r"\b(?:in|since|until|by|of|from)\s$", left[-8:], re.IGNORECASE)
    return not placed and bool(re.search(r"\b[A-Z]\w+['’]s?\s$", left[-24:])) and not re.match(r"\s[a-z]", right)
