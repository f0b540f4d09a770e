"""Days on which something was said, which are not those of an hour told of: "said on Monday the talks begin at"."""

import re
from collections.abc import Iterator

from dateline.chronology.lexicon import WEEKDAYS
from dateline.chronology.patterns import words

_SAY = r"(?:said|says|told|tells|announced|announces|reported|added|confirmed|wrote|stated|warned|statement|notice)"
_DAY = rf"(?P<day>{words(w.title() for w in WEEKDAYS if w.endswith('day'))})"
_SAID_ON = re.compile(rf"\b{_SAY}\b(?: (?!that\b|the\b)[\w’'-]+){{0,4}}?,?(?: (?:on|late|early))* {_DAY}\b(?! at\b)")
_ON_IT_SAID = re.compile(rf"\b[Oo]n {_DAY},? [^,;.]{{2,40}}? {_SAY}\b")
# "12:30 p.m. in Geneva on Wednesday", but not "10 a.m., the ministry said on Monday".
_BEHIND = re.compile(
    rf"(?: (?!{_SAY}\b|and\b|but\b|that\b|after\b|before\b|until\b)[\w’'-]+){{1,6}}? on "
    r"(?P<day>[A-Z][a-z]{2,8}(?:\.? \d\d?(?:st|nd|rd|th)?)?(?:, \d{4})?)"
)
# "opened at 7 a.m. and closed at 8 p.m. on Sunday": an hour that is joined with it has the day of both.
_JOINED = re.compile(
    rf",?(?: (?!{_SAY}\b)[\w’'-]+){{0,4}}? (?:and|then)(?: (?!{_SAY}\b)[\w’'-]+){{0,5}}? "
    rf"\d\d?(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?,? (?:on )?{_DAY}\b"
)
_A_DAY = re.compile(rf"\b(?:{_DAY}|today|yesterday|tomorrow|[A-Z][a-z]{{2,8}} \d\d?|\d\d? [A-Z][a-z]{{2,8}})\b")


def days_of_saying(left: str) -> Iterator[str]:
    """Yield the weekdays in a text, in lower case, on which something was said."""
    for pattern in (_SAID_ON, _ON_IT_SAID):
        for match in pattern.finditer(left):
            yield match["day"].lower()


def day_behind(sentence: str, right: str) -> str:
    """Return the day that stands further on behind an hour whose `sentence` has named none so far, else ""."""
    match = None if _A_DAY.search(sentence) else _JOINED.match(right) or _BEHIND.match(right)
    return match["day"].lower().rstrip(".") if match else ""
