"""Whether something is put off to a date: told by a verb of moving, in whatever tense, before it."""

import re

from dateline.chronology.past import is_past
from dateline.chronology.present import DETERMINERS, is_bare_noun, is_preposition
from dateline.model.moving_words import MOVED, RESCHEDULED

# "put off from Monday to Thursday", "rescheduled for May": what is moved lies ahead. "Put off in May": when it was.
_MOVED = re.compile(rf"\b(?:(?P<anew>{RESCHEDULED}|moved)|{MOVED}|shifted|extended)\b", re.IGNORECASE)
_TO = re.compile(r" (?:to|until|till|through|thru|(?P<for>for))(?: (?:at least|late|early|mid))?\s*-?$", re.IGNORECASE)
_MOVED_REACH = 58  # characters between the verb and the day, with the preposition
_BY_SOMEBODY = re.compile(r" by\b")  # "moved by the figures for March"
_NEXT = re.compile(r" [\w’'-]+")
_BEFORE = re.compile(r"([\w’'-]+|,) $")


def is_moved_to(left: str) -> bool:
    """Say whether something is put off until what follows, "postponed until"; "deferred tax for March" is not."""
    tail = left[-90:]
    to = _TO.search(tail)
    if to is None:
        return False
    for moved in _MOVED.finditer(tail):
        between = tail[moved.end() : to.start()]
        if len(between) > _MOVED_REACH or any(c in between for c in ".;") or _describes(tail, moved):
            continue
        if not to["for"] or (moved["anew"] and not _BY_SOMEBODY.match(between)):
            return True
    return False


def _describes(text: str, participle: re.Match[str]) -> bool:
    """Say whether a participle is an adjective: "booked deferred tax", "the delayed report", not "X delayed talks"."""
    after = _NEXT.match(text, participle.end())
    if not after or not is_bare_noun(after[0].strip()):
        return False
    before = _BEFORE.search(text[: participle.start()])
    if before is None:  # the sentence begins with it
        return True
    word = before[1].lower()
    return word in DETERMINERS or word.endswith(("'s", "’s")) or is_preposition(word) or is_past(before[1])
