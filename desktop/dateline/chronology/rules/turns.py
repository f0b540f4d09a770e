"""The turn of a century: of the one that is told of, else the one nearest to publication."""

import re

from dateline.chronology.context import Context
from dateline.chronology.reading import Reading, dated
from dateline.model.calendar import DAY, civil
from dateline.model.timex import year_value
from dateline.model.when import when_from_value

_NEAR = 25  # years on either side of a turn that tell of it: "in 1899 … at the turn of the century"
_SENTENCE = re.compile(r"[^.;!?\n]{0,200}")


def turn_of_century(context: Context) -> Reading | None:
    """Read "the turn of the century"; of the turn told of and the one nearest to publication one is the other reading.

    Raises NeedsPublicationError where neither is known.
    """
    told = _told(context)
    near = round(context.year / 100) * 100 if context.published or told is None else None
    if told is not None and (near is None or told < near):
        others = [] if near is None else [_turn(near, "the turn nearest to publication", context.anchor)]
        return _turn(told, "the turn of the century told of", "", others)
    others = [_turn(near - 100, "the turn of the century before", context.anchor)] if near else []
    return _turn(near, "the turn of a century: the nearest", context.anchor, others) if near else None


def _turn(year: int, said: str, anchor: str, others: list[Reading] | None = None) -> Reading:
    return dated(year_value(year), said, mod="APPROX", anchor=anchor, others=others or [])


def _told(context: Context) -> int | None:
    """Return the turn near which a date lies that is told in the same sentence, or before; None where none does."""
    head = _SENTENCE.match(context.right)
    ahead = context.values_ahead(head[0]) if head else []
    for value in (*reversed(context.mentioned[-3:]), *ahead):
        when = when_from_value(value)
        if when is None or when.begin is None:
            continue
        year = civil(when.begin // DAY)[0]
        if context.published and abs(year - context.year) <= 1:
            continue  # what is told of now
        if abs(year - round(year / 100) * 100) <= _NEAR:
            return round(year / 100) * 100
    return None
