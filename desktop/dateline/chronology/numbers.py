"""Numbers in words: "twenty-five", "two and a half", "1 1/2", "a couple of", "several"."""

import re

from msgspec import Struct

_WRITTEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {w: i for i, w in enumerate(_WRITTEN.split())}
_TENS = {w: 10 * (i + 2) for i, w in enumerate(_ROUND.split())}
_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
_VAGUE = (
    "several", "a few", "few", "many", "some", "a number of", "numerous", "various", "countless", "dozens of",
    "scores of", "hundreds of", "thousands of", "multiple", "a couple dozen", "a handful of", "a good few",
    "quite a few", "tens of", "so many", "too many", "a matter of", "many more", "a good many", "untold",
    "a few more", "several more",
)  # fmt: skip

NUMBER_WORDS = frozenset([*_ONES, *_TENS, *_SCALES])
_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SPELT = rf"(?:{_WORD})(?:(?:[- ]| and )(?:{_WORD}))*"
WORDS = rf"(?:a )?{_SPELT}"
VAGUE = "|".join(re.escape(v) for v in sorted(_VAGUE, key=len, reverse=True))
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
NUMBER = rf"(?:{_FIGURE}|\b(?:{WORDS}))"
_HALF = r"(?:[- ]and[- ]a[- ]half|[- ]1/2|½)"
QUANTITY = (
    rf"(?:{_FIGURE}(?:{_HALF})?|{WORDS}(?:{_HALF})?|(?:a )?couple(?: of)?(?: more)?|{VAGUE}|a single|an?|half an?|"
    r"half)"
)
_BARE_VAGUE = "|".join(re.escape(v) for v in sorted(_VAGUE, key=len, reverse=True) if not v.startswith("a "))
# A quantity before a unit, but none that "a" or "an" leads to: "three ", "half a ".
BARE_QUANTITY = (
    rf"(?:(?:{_FIGURE}(?:{_HALF})?|{_SPELT}(?:{_HALF})?|couple(?: of)?(?: more)?|{_BARE_VAGUE}|half an?|half)[ -]|an?-)"
)

_HALF_PATTERN = re.compile(_HALF)


class Amount(Struct, frozen=True):
    """How many; None where the words don't say ("several"). `rough` where they say it loosely ("a couple")."""

    number: float | None
    rough: bool = False


def amount(text: str) -> Amount | None:
    """Return how many a quantity names, None where it is no quantity; `text` is lower-case."""
    text = text.strip()
    if text in _VAGUE:
        return Amount(None)
    if text.startswith(("a couple", "couple")):
        return Amount(2, rough=True)
    if text in ("half", "half a", "half an"):
        return Amount(0.5)
    whole = _HALF_PATTERN.sub("", text)
    number = 1.0 if whole in ("a", "an", "a single") else _number(whole)
    return None if number is None else Amount(number + (0.5 if whole != text else 0))


def _number(text: str) -> float | None:
    if text[:1].isdigit():
        try:
            return float(text.replace(",", ""))
        except ValueError:
            return None
    return _spelt(re.split(r"[- ]", text))


def _spelt(words: list[str]) -> float | None:
    """Return the number that words form: each must fit behind those before it, so that "one two" is none."""
    total = current = 0
    room = 1000  # what comes next must be less: 100 after "hundred", 10 after "twenty", 1 after "two"
    for i, word in enumerate(words):
        if word in _ONES or word in _TENS:
            value = _ONES.get(word, _TENS.get(word, 0))
            if value >= room:
                return None
            current, room = current + value, 10 if word in _TENS else 1
        elif word in _SCALES:
            scale = _SCALES[word]
            if word == "thousand" and total:
                return None
            if word != "thousand" and (current >= 100 or (i and not current and words[i - 1] != "a")):
                return None
            current, room = max(current, 1) * scale, {"hundred": 100, "thousand": 1000, "dozen": 1}[word]
            total, current = (total + current, 0) if word == "thousand" else (total, current)
        elif word == "and":
            if not i or words[i - 1] not in _SCALES:
                return None
        elif word != "a" or i:
            return None
    return float(total + current)


def figure(number: float) -> str:
    """Return a number as TIMEX3 writes it: "2", "2.5"."""
    return f"{number:g}" if number < 1e15 else str(int(number))
