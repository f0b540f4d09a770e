"""What somebody says that others do, where they have no name: "Ada said both countries want to raise trade"."""

import re

from dateline.assist.quotes import SAYS
from dateline.assist.told_words import BE, FIXED, HAVE, MAY, NEW_CLAUSE, PREPOSITIONS, WILL, WISHED, is_finite
from dateline.model.annotation import Mention

# From the name to what is said: "told reporters on Monday that", "said, adding that".
_SAID = re.compile(
    rf",? (?:(?:also|later|then|earlier|\w+ly) )?(?:{SAYS})"
    r"(?: (?:reporters|journalists|parliament|lawmakers|the press|them|him|her))?(?: (?:on|in|at) [A-Z][\w-]+)*"
    r"(?:,? (?:adding|noting|stressing|saying|explaining))?(?: that)? "
)
_THERE = re.compile(r"there (?:is|are|was|were|will be|would be|has been|had been)\b")
_DETERMINED = re.compile(
    r"both|the|its|their|his|her|our|these|those|all|two|three|most|some|many|several|neither|each|every|an?|no",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"he|she|they|we|it|I|you|who|whom|which|what")
_MOST = 6  # words of a subject before its verb
_LEAST = 2  # a determiner and a noun


def says_it_of_others(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether somebody tells what others do that are not named: not what "he", "they" or "we" do."""
    said = _SAID.match(text, mention.span.end, event.span.begin)
    if said is None:
        return False
    way = text[said.end() : event.span.begin]
    if _THERE.match(way):
        return True
    words = way.split()
    if not words or _DETERMINED.fullmatch(words[0]) is None:
        return False
    for n, word in enumerate(words):
        if (
            n > _MOST
            or word in NEW_CLAUSE
            or _PRONOUN.fullmatch(word)
            or not word.replace("-", "").replace("’", "").isalnum()
        ):
            return False
        if n >= _LEAST and _is_its_verb(words, n):
            return True
    return _is_the_verb(text, words, event)


def _is_its_verb(words: list[str], n: int) -> bool:
    """Say whether a word is the verb of the subject before it: "the two sides would", "both countries want to"."""
    word, after = words[n], words[n + 1] if n + 1 < len(words) else ""
    if word in BE | HAVE | WILL | MAY:
        return True
    if word in FIXED | WISHED:
        return after == "to"
    before = words[n - 1]
    return is_finite(word) and bool(after) and not before.endswith("ly") and _DETERMINED.fullmatch(before) is None


def _is_the_verb(text: str, words: list[str], event: Mention) -> bool:
    """Say whether the event's own word is the verb of a subject: "the country supports", not "the peace talks were"."""
    first, last = event.text_of(text).split()[0], words[-1]
    if len(words) < _LEAST or last.endswith(("ly", "'s", "’s", "ed")) or last in PREPOSITIONS:
        return False
    return is_finite(first) and _DETERMINED.fullmatch(last) is None and words[0].lower() != "no"
