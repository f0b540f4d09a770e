"""The words of a trigger's clause on either side of it, and what is said by each kind of them."""

import re

from msgspec import Struct

from dateline.assist.told_as import Manner, Told
from dateline.model.text import Span

_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_CLOSES = frozenset(",;:—–()!?")
_ASIDE = 12  # words at most that are set apart by commas behind a noun


class Around(Struct, frozen=True):
    """The words before and behind a trigger, up to the next comma or the like; an `aside` may stand behind the first.

    `right` goes on behind it: "The meeting, planned for Monday, took place".
    """

    left: list[str]
    words: list[str]
    right: list[str]
    aside: list[str]


def around(text: str, sentence: Span, trigger: Span) -> Around:
    """Return the words around a trigger."""
    left: list[str] = []
    for token in _TOKEN.findall(text[sentence.begin : trigger.begin]):
        left = [] if token in _CLOSES else [*left, token]
    tokens = _TOKEN.findall(text[trigger.end : max(sentence.end, trigger.end)])
    right, rest = _piece(tokens)
    aside: list[str] = []
    if rest[:1] == [","]:
        inner, after = _piece(rest[1:])
        if after[:1] == [","] and len(inner) <= _ASIDE:
            aside, right = inner, right + _piece(after[1:])[0]
        elif not after:
            aside = inner
    return Around(_worded(left), _worded(_TOKEN.findall(trigger.of(text))), _worded(right), _worded(aside))


def _piece(tokens: list[str]) -> tuple[list[str], list[str]]:
    at = next((i for i, t in enumerate(tokens) if t in _CLOSES), len(tokens))
    return tokens[:at], tokens[at:]


def _worded(tokens: list[str]) -> list[str]:
    return [t.replace("’", "'") for t in tokens if t[0].isalnum()]


class Saying(Struct, frozen=True):
    """What a word, or some, say of an event: the manners, or that it is `past`."""

    told: Told = {}
    past: bool = False


def says(kind: str, words: str) -> Saying:
    """Return what words of a kind say."""
    manners = {
        "planned": (Manner.PLANNED,),
        "possible": (Manner.POSSIBLE,),
        "negated": (Manner.NEGATED,),
        "off": (Manner.PLANNED, Manner.NEGATED),
        "put_off": (Manner.PLANNED,),
        "not_ahead": (Manner.PLANNED, Manner.NEGATED),
        "not_past": (Manner.NEGATED,),
    }.get(kind, ())
    return Saying(dict.fromkeys(manners, words), kind in ("past", "not_past"))
