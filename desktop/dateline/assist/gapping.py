"""Who does, or gets, another share of what a verb tells once for all: "Norway sent $5 million and Sweden $3 million".

That is another event than the one whose words the verb is: "Rome on Tuesday" behind "visited Oslo on Monday and".
"""

import re
from collections.abc import Sequence

from dateline.assist.told_words import is_finite
from dateline.model.annotation import Layer, Mention

_AMOUNTS = ("MONEY", "NUMBER", "QUANTITY", "AMOUNT", "PERCENT")
_LINK = re.compile(
    r"(?P<way>(?: (?:to|for|from|in|on|at|with)\b[^,;]{0,30}?)?)"
    r"(?:,? (?:and|while|и|а|ve|және)|[,;](?: а| ve)?) (?:the |an? )?",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r" (?:(?:on|in|at|by|with|for|в|на) |[—–-] |, )?(?:the |some |about |only |another )?", re.IGNORECASE
)
_MINE = re.compile(r"(?:,? (?:and|ve|және|и)|,) ", re.IGNORECASE)


def gapped(text: str, event: Mention, near: Sequence[Mention], *, verb_last: bool) -> set[str]:
    """Return the mentions of a sentence that stand in such a share of their own.

    Where the verb comes last its own share is the last one: "Norveç 5 milyon, İsveç 3 milyon dolar gönderdi".
    """
    shares = [m for m in near if m.layer is Layer.TIME or m.label.upper() in _AMOUNTS]
    out: set[str] = set()
    for one in near:
        if one.layer is not Layer.ENTITY or one.label.upper() in _AMOUNTS:
            continue
        for share in shares:
            if not _is_pair(text, one, share):
                continue
            if verb_last:
                another = any(
                    _same(share, s) and any(_follows(text, share, o) and _is_pair(text, o, s) for o in near)
                    for s in shares
                    if share.span.end < s.span.begin < event.span.begin
                )
            else:
                another = any(
                    _same(share, s) and _leads(text, s, one) for s in shares if event.span.end <= s.span.begin
                )
            if another:
                out |= {one.id, share.id}
    return out


def _is_pair(text: str, one: Mention, share: Mention) -> bool:
    return one.span.end < share.span.begin and bool(_PAIR.fullmatch(text, one.span.end, share.span.begin))


def _same(one: Mention, other: Mention) -> bool:
    return one.id != other.id and one.layer is other.layer and (one.layer is Layer.TIME or one.label == other.label)


def _leads(text: str, share: Mention, one: Mention) -> bool:
    """Say whether a share is followed by an "and" and then another one's, with no verb between."""
    if share.span.end >= one.span.begin:
        return False
    link = _LINK.fullmatch(text, share.span.end, one.span.begin)
    return link is not None and not any(is_finite(w) for w in link["way"].split())


def _follows(text: str, share: Mention, other: Mention) -> bool:
    return share.span.end < other.span.begin and bool(_MINE.fullmatch(text, share.span.end, other.span.begin))
