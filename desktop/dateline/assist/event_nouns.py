"""Events told by a noun beside the verb of a sentence: whom the noun names, and who only belongs to the verb.

"Two days after the vote, Ada met Bo in Oslo" says nothing of who voted, when and where; nor does "Ada said the vote
would be held" say that she votes, or "the vote was welcomed by Ada".
"""

import re
from collections.abc import Sequence

from dateline.assist.quotes import SAYS
from dateline.model.annotation import Layer, Mention
from dateline.model.text import Span

_DETERMINED = r"(?:the|an?|this|that|these|those|last|his|her|its|their|our|[\w-]+[’']s?)(?: [\w’'-]+){0,3}? "
# What parts the times of two events; beside "during" they have one in common.
_APART = re.compile(
    rf"\b(?:after|before|since|until|till|following|ahead of|prior to|on the eve of) {_DETERMINED}$", re.IGNORECASE
)
_AHEAD = re.compile(rf"\b(?:before|ahead of|prior to|on the eve of) {_DETERMINED}$", re.IGNORECASE)
_ENDS = re.compile(r"[,;:—–()]")
_LED = re.compile(r" (?:of|by|between|with|among|in|on|at|for|against|from|to|over|about) ")
_IS_TOLD = re.compile(
    r" (?:will|would|is|are|was|were|has|have|had|may|might|could|can|should|must)\b(?! (?:he|she|it|they)\b)"
)
_SAYS_THE = re.compile(
    rf",? (?:\w+ly )?(?:{SAYS})(?: on \w+| \w+day)?(?: that)? (?:the|an?) (?:[\w-]+ ){{0,2}}?", re.IGNORECASE
)
# Who reacts to an event takes no part in it; who "sent", "ordered" or "attended" it does.
REACTED = (
    r"welcomed|hailed|praised|lauded|applauded|celebrated|condemned|denounced|deplored|decried|slammed|critici[sz]ed|"
    r"rejected|dismissed|mocked|mourned|lamented|regretted|discussed|debated|described|mentioned|noted|recalled|"
    r"reported|covered|filmed|watched|witnessed|observed|monitored|investigated|examined|questioned|feared|predicted"
)
_REACTED_BY = re.compile(
    r"[^,;:]*\b(?:is|are|was|were|be|been|being) (?:[^,;:]{0,60} and )?(?:\w+ly )?"
    rf"(?:{REACTED})(?: [a-z]+)? by (?:the |an? )?(?:[\w-]+ )?",
    re.IGNORECASE,
)
_WAY = 60  # characters back to the preposition
_REACH = 160  # characters on to "by"


def beside_the_noun(text: str, sentence: Span, event: Mention, near: Sequence[Mention]) -> tuple[set[str], set[str]]:
    """Return what is told of the sentence's verb and not of an event's noun: as who or what, and as when or where."""
    at = event.span
    who = {m.id for m in near if m.layer is Layer.ENTITY and (_says_of(text, at, m.span) or _reacts(text, at, m.span))}
    begin = _phrase_of_time(text, sentence, at)
    outside = {m.id for m in near if _is_outside(text, begin, at, m.span)} if begin >= 0 else set()
    return who | outside, outside


def beside_what_is_ahead(text: str, sentence: Span, event: Mention, near: Sequence[Mention]) -> set[str]:
    """Return what is no time or place of an event: "On Tuesday in Oslo Ada spoke ahead of the summit"."""
    at = event.span
    if _AHEAD.search(text, max(sentence.begin, at.begin - _WAY), at.begin) is None:
        return set()
    begin = _phrase_of_time(text, sentence, at)
    return {m.id for m in near if _is_outside(text, begin, at, m.span)} if begin >= 0 else set()


def _phrase_of_time(text: str, sentence: Span, event: Span) -> int:
    """Return where the phrase of time begins in which an event's noun stands ("after the vote"), -1 where it does not.

    What goes on from the noun with a verb of its own ("before the vote was held") is a clause and no phrase.
    """
    found = _APART.search(text, max(sentence.begin, event.begin - _WAY), event.begin)
    if found is None or _ENDS.search(found[0]) or _IS_TOLD.match(text, event.end):
        return -1
    return found.start()


def _is_outside(text: str, begin: int, event: Span, other: Span) -> bool:
    """Say whether words stand outside the phrase of time that begins at `begin`.

    Within it is what the noun itself leads to: "after the vote on Friday in Oslo".
    """
    if other.begin < begin:
        return True
    if other.begin < event.end:
        return False
    between = text[event.end : other.begin + 1]
    return bool(_ENDS.search(between)) or _LED.match(between) is None


def _says_of(text: str, event: Span, other: Span) -> bool:
    """Say whether somebody only says what is done with what the noun names: "Ada said the vote would be held"."""
    return bool(_IS_TOLD.match(text, event.end)) and bool(_SAYS_THE.fullmatch(text, other.end, event.begin))


def _reacts(text: str, event: Span, other: Span) -> bool:
    """Say whether somebody only reacts to what the noun names: "the vote was welcomed by Ada"."""
    if other.begin - event.end > _REACH:
        return False
    return _REACTED_BY.fullmatch(text, event.end, other.begin) is not None
