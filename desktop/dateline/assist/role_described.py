"""Times and places that only describe who is named: "the mediators who signed a truce in Chad", "envoys from Peru".

Nor is the day on which somebody calls for a thing that of the thing: "called on Tuesday for a truce". English only.
"""

import re
from collections.abc import Sequence

from dateline.assist.role_features import joined
from dateline.assist.role_leads import GOING, JOURNEY
from dateline.assist.told_words import BE, HAVE, is_finite
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.page import Page

_PEOPLE = (
    r"(?:representative|delegat(?:e|ion)|official|minister|diplomat|envoy|negotiator|mediator|ambassador|leader|"
    r"lawmaker|expert|observer|participant)s"
)
# Who did something earlier; what is "that" may be the event itself: "the attack that killed ten in".
_WHO = re.compile(
    rf"(?P<ahead>(?:\b(?:states|countries|nations|governments|powers|groups|parties|{_PEOPLE}|[a-z]+(?:ors|ists|ians))"
    r" (?:that|which)|\b[a-z]+ who))(?: (?:had|have|has|also|first|later|then|\w+ly)){0,3} (?P<verb>[a-z]++)\b"
    r"(?P<rest>[^,;:]*)$"
)
_FROM = re.compile(rf"\b{_PEOPLE} from (?:the )?(?:[A-ZÀ-Ž][\w.’'-]*(?:,? and|,)? (?:the )?)*$")
_MOVED = re.compile(r"(?:expel|recall|withdr|evacuat|remov|deport|rescu|depart|arriv|return)", re.IGNORECASE)
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|appeal(?:s|ed|ing)?|push(?:es|ed|ing)?|plead(?:s|ed|ing)?)\b(?P<way>[^,;:]*?) "
    r"for (?:an? |immediate |urgent |new |[a-z]+ )?$"
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
# "visited Oslo with Dahl", but not "visited with Dahl", "went to Oslo for talks with Dahl".
_TAKES_ALONG = re.compile(
    r" (?!with\b)(?:(?!(?:for|to)\b(?! [A-ZÀ-Ž])|and\b)[^\s,;:]+ )+with "
    r"(?:(?!(?:for|to|of|on|against)\b)[^\s;:]+ ){0,8}"
)
_REACH = 160  # characters


def only_describes(page: Page, event: Mention, near: Sequence[Mention]) -> set[str]:
    """Return the mentions of a sentence that are neither when nor where an event was, for what they describe."""
    if language_of(page.article.language, page.text) != "en":
        return set()
    return {m.id for m in near if _is_of_who(page.text, event, m) or _is_of_the_call(page.text, event, m)}


def _is_of_who(text: str, event: Mention, mention: Mention) -> bool:
    if mention.span.begin < event.span.end:
        return False
    way = text[event.span.end : mention.span.begin]
    if mention.layer is Layer.ENTITY and _FROM.search(way) and not _MOVED.match(event.text_of(text)):
        return True
    who = _WHO.search(way)
    return who is not None and who["verb"] not in BE | HAVE and is_finite(who["verb"])


def _is_of_the_call(text: str, event: Mention, mention: Mention) -> bool:
    """Say whether a time stands between the call and what is called for."""
    if mention.layer is not Layer.TIME or mention.span.end > event.span.begin:
        return False
    calls = _CALLS.search(text, max(0, event.span.begin - _REACH), event.span.begin)
    return calls is not None and calls.start("way") <= mention.span.begin


def goes_with(text: str, event: Mention, mention: Mention, near: Sequence[Mention]) -> bool:
    """Say whether one only goes along on a journey, or says whose others are: Peru of "ministers of Chile and Peru"."""
    if mention.layer is not Layer.ENTITY:
        return False
    return _is_taken_along(text, event, mention, near) or _is_whose_they_are(text, mention, near)


def _is_taken_along(text: str, event: Mention, mention: Mention, near: Sequence[Mention]) -> bool:
    words = event.text_of(text)
    if mention.span.begin < event.span.end or JOURNEY.fullmatch(words) or not GOING.search(words):
        return False
    places = [m for m in near if m.layer is Layer.ENTITY and event.span.end < m.span.begin < mention.span.begin]
    places = [m for m in places if m.label != mention.label]
    return bool(places) and _TAKES_ALONG.fullmatch(text, event.span.end, mention.span.begin) is not None


def _is_whose_they_are(text: str, mention: Mention, near: Sequence[Mention]) -> bool:
    ahead = [m for m in near if m.layer is Layer.ENTITY and m.span.end < mention.span.begin]
    several = [m for m in ahead if m.label != mention.label and m.text_of(text).endswith("s")]
    same = [m for m in ahead if m.label == mention.label and joined(text, m, mention, near)]
    return any(_OF.fullmatch(text, who.span.end, m.span.begin) for who in several for m in same)
