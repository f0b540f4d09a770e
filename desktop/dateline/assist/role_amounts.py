"""Which time of a sentence goes with an amount: "up from $5.1 billion in 2022" is not of another year."""

import re
from collections.abc import Sequence

from dateline.model.annotation import Layer, Mention

# Between an amount and its time: in front of the time, or nothing ("a year earlier"), and before the amount.
_BEHIND = re.compile(r"\s+(?:(?:in|of|for|during|by|at the end of)\s+)?(?:the )?", re.IGNORECASE)
_AHEAD = re.compile(r"(?:['’]\w+)?(?:\s+(?:году|годах|года|г\.|жылы|yılında(?:ki)?))?,?\s+", re.IGNORECASE)


def time_of(text: str, amount: Mention, near: Sequence[Mention], *, ahead: bool = False) -> Mention | None:
    """Return the time that stands right behind an amount, where none does the one right before (if it may lie `ahead`).

    A time that itself stands right behind another amount is of that one.
    """
    times = [m for m in near if m.layer is Layer.TIME]
    behind = next((t for t in times if _BEHIND.fullmatch(text, amount.span.end, t.span.begin)), None)
    if behind is not None or not ahead:
        return behind
    return next((t for t in times if _AHEAD.fullmatch(text, t.span.end, amount.span.begin)), None)


def is_of_another(text: str, amount: Mention, time: Mention, near: Sequence[Mention], *, ahead: bool = False) -> bool:
    """Say whether a time goes with another amount of the sentence than this one."""
    others = (m for m in near if _is_amount(text, m) and m.id != amount.id and m.label == amount.label)
    return any(time_of(text, o, near, ahead=ahead) is time for o in others)


def _is_amount(text: str, mention: Mention) -> bool:
    return mention.layer is Layer.ENTITY and any(c.isdigit() for c in mention.text_of(text))
