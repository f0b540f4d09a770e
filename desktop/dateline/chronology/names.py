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
# "for April Ryan", "by August Darnell": after these a month is hardly followed by a name, unless a range ends with it.
_OF_SOMEBODY = re.compile(r"(?:\b(?:for|of|with|to|than|like)|(?<!^)(?<=[a-z,] )by)\s*$")
_FROM_ON = re.compile(
    r"\b(?:data|figures?|sales|exports?|imports?|output|inflation|orders|forecasts?|targets?|deliveries|from|between|"
    r"early|late|mid|end|beginning|start|middle|month|half|days?|weeks?)\b",
    re.IGNORECASE,
)
_CAPITAL_NEXT = re.compile(r"[ \u00a0](?P<next>[^\W\d_]\S*)")
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"“‘'])(?P<name>[A-Z][a-z]+|[A-Z]\.|M(?:rs|r|s)\.)[ \u00a0]$")
_TIME_WORDS = frozenset([*MONTHS, *WEEKDAYS, *SEASONS, *DAYPARTS, "easter", "christmas"])
_OPENING = frozenset(["the", "a", "an", "i", "he", "she", "it", "they", "we", "and", "but", "in", "as"])
_SPEECH = "said|says|told|tells|asked|added|insisted|warned|urged|argued|vowed|resigned|admitted|replied|explained"
_OF_SPEECH = re.compile(rf"[ \u00a0](?:{_SPEECH})\b")
# "Theresa May's", "May has", but "China May exports".
_OF_A_PERSON = re.compile(
    rf"(?:['’]s\b|[ \u00a0](?:{_SPEECH}|announced|arrived|met|visited|won|lost|wants|has|had|is|was|will|would|who)"
    r"\b|[.,;:!?\"”)]|$)"
)
# "The Million Man March", "the Women's March", but "the Early March deadline", "the Brussels March summit".
_TITLED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir)(?: [A-Z][\w’'-]+){0,3} (?P<last>[A-Z][\w’'-]+) $"
)
_NO_TITLE = frozenset(
    ["early", "late", "mid", "next", "last", "this", "until", "since", "in", "by", "past", "previous"]
)
_MONTHLY = re.compile(
    r"[\s-](?:\d|summit|meeting|talks|conference|figures?|data|report|results?|sales|exports?|imports?|election|elections|"
    r"vote|polls?|deadline|referendum|deal|agreement|accord|session|hearing|issue|edition|budget|attacks?|bombings?|"
    r"uprising|coup|quarter|contract|futures|price|prices|number|numbers|inflation|survey|release|unemployment)"
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
    following = _CAPITAL_NEXT.match(right)
    followed = bool(following and following["next"][0].isupper())
    other = following["next"].lower().strip(".,;:'’s") if following else ""
    if low in _FIRST_NAMES and followed and _OF_SOMEBODY.search(left[-24:]) and not _FROM_ON.search(left[-40:]):
        return other not in _TIME_WORDS | _OPENING
    if placed:
        return False
    if low in _FIRST_NAMES and followed:
        return other not in _TIME_WORDS
    before = _NAME_BEFORE.search(left[-24:])
    if low in _LAST_NAMES and before and before["name"].lower() not in _TIME_WORDS:
        return bool(_OF_A_PERSON.match(right))
    return low == "may" and bool(_OF_SPEECH.match(right))


def _is_march(left: str, right: str, *, placed: bool) -> bool:
    """Tell "the March for Life", "Protesters March on", "the Salt March", "Women's March" from the month."""
    begins = re.search(r"(?:\b(?:the|a|this)|[A-Z]\w+(?:['’]s)?)\s$", left[-24:], re.IGNORECASE)
    if begins and _MARCHES.match(right) and re.match(r"\s\w+ (?:the )?[A-Z]", right):
        return not re.search(r"\b(?:in|since|until|by|of|from)\s$", left[-8:], re.IGNORECASE)
    titled = _TITLED.search(left[-60:])
    if titled and titled["last"].lower() not in _TIME_WORDS | _NO_TITLE and not _MONTHLY.match(right):
        return True
    return not placed and bool(re.search(r"\b[A-Z]\w+['’]s?\s$", left[-24:])) and not re.match(r"\s[a-z]", right)


_ON_A_DAY = re.compile(
    r"\b(?:on|since|until|till|by|from|before|after|between|through|"
    r"(?:night|morning|evening|afternoon|eve|week) of)\s+$"
    r"|\b(?:the \d\d?(?:st|nd|rd|th) (?:to|and|or|until|through)) $",
    re.IGNORECASE,
)
# What may follow a bare day of the month: no noun, which it would count ("on the 15th floor").
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)\]\"”’—–]|-\s)|\s+(?:and|or|to|until|till|through|in|at|when|as|but|for|with|because|after|before|"
    r"while|near|he|she|they|it|we|i|you|the|a|an|his|her|their|its|our|this|that|of (?:the|this|last|next) month|"
    r"was|were|is|are|had|has|have|will|would|said|came|went|left|about|during|by|from)\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:hole|holes|birdie\w*|bogey\w*|par|eagle\w*|fairway|tee|green|floors?|place|placed|ranked|inning|lap|lift|"
    r"century|centuries|parallel|street|avenue|grade)\b",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(
    r"(?:[\s,]+(?:and|to|or|until|through) (?:the )?|-)\d+(?:st|nd|rd|th)(?:[- ][a-z]+)? (?!and|or|of)[a-z]+",
    re.IGNORECASE,
)


def is_day_of_month(words: str, left: str, right: str) -> bool:
    """Say whether "the 15th" is a day of the month: "met on the 15th", not "on the 15th floor", "birdied the 15th"."""
    if not words.startswith("the "):
        return False
    if not _ON_A_DAY.search(left[-24:]) or not _NO_NOUN.match(right) or _COUNTS_ON.match(right):
        return False
    return not _ORDERED.search(left[-100:]) and not _ORDERED.search(right[:60].partition(".")[0])
