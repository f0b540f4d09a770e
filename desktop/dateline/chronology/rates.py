"""Rates: "2 billion cubic metres a year", "$5 a day" say how much, not how long or when."""

import re

from dateline.chronology.lexicon import listed
from dateline.chronology.numbers import NUMBER_WORDS
from dateline.chronology.present import DETERMINERS

_PER = re.compile(r"(?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|quarter|year)")
_HOURS_OF_POWER = re.compile(r"watt[- ]$", re.IGNORECASE)
_IN_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_COUNT = rf"[$€£¥₺₸₽]?\d(?:[\d.,]*\d)?(?:%|[a-z]{{1,3}}\b)?|{_IN_WORDS}|half a"
_WHAT = r"(?:[- ][A-Za-z%'’-]+(?: [A-Za-z%'’-]+){0,4})?"
_COUNTED = re.compile(rf"(?<![\w.,])(?P<count>{_COUNT})(?P<what>{_WHAT})\s$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SCALES = listed("hundred thousand million billion trillion dozen bn m mn tn")
_OF_THEIR_OWN = listed(
    """
    percent % people men women children cattle aircraft gas oil gold water grain fish sheep yen won yuan lira tenge baht
    rand som km kg feet hertz bpd mph kph
    """
)
_NO_QUANTITY = DETERMINERS | listed(
    """
    in on at by for from to with without about after before during between over under into near through against as than
    and or but nor while when who which that was were is are be been has have had will would can could may might
    spent took lasted lived worked got made paid gave ran waited stayed served cost lost won left held
    """
)
_VERBS_IN_S = listed(
    "lasts takes costs needs spends gets gives makes earns pays lives works runs waits stays serves has does"
)


def is_rate(expression: str, left: str) -> bool:
    """Say whether a lower-case "a year" after these words tells how much of something there is in one."""
    if expression in ("hours", "hour"):
        return bool(_HOURS_OF_POWER.search(left[-24:]))
    counted = _COUNTED.search(left[-70:]) if _PER.fullmatch(expression) else None
    if counted is None:
        return False
    what = [w for w in re.split(r"[- ]", counted["what"].lower()) if w and w not in _SCALES and w not in NUMBER_WORDS]
    if not what:
        return not _YEAR.fullmatch(counted["count"])
    if any(w in _NO_QUANTITY or (w.endswith("ed") and w not in ("red", "bed")) for w in what):
        return False
    last = what[-1]
    plural = last.endswith("s") and last not in _VERBS_IN_S
    return plural or last in _OF_THEIR_OWN or (len(what) > 1 and what[-2] == "of")
