"""The reasons for a date, which the rules give in English, in the window's language."""

import re

from dateline.gui.widgets.wording import translated
from dateline.model.wording import tr

GRANULARITIES = (
    tr("century"),
    tr("decade"),
    tr("year"),
    tr("half"),
    tr("season"),
    tr("quarter"),
    tr("month"),
    tr("week"),
    tr("weekend"),
    tr("day"),
    tr("daypart"),
    tr("hour"),
    tr("minute"),
    tr("second"),
)
PARTS = (  # the commonest of what the rules say, whole or before and after a colon
    tr("weekday"),
    tr("day and month"),
    tr("since"),
    tr("until"),
    tr("open"),
    tr("the day of publication"),
    tr("the last one up to publication"),
    tr("the nearest to publication"),
    tr("the nearest"),
    tr("the current one"),
    tr("the one before"),
    tr("the one after"),
    tr("the last one, as the sentence looks back"),
    tr("the next one, as the sentence looks ahead"),
    tr("the last one, as it is over"),
    tr("of the year told of"),
    tr("the last one, or one at most two months ahead"),
    tr("day, month and year"),
    tr("the weekday does not agree"),
    tr("month and year"),
    tr("length of time"),
    tr("length of time, how long is not said"),
    tr("the present, no date"),
    tr("the past, no date"),
    tr("the future, no date"),
    tr("the end of"),
    tr("regularly"),
    tr("range"),
    tr("part of the day"),
    tr("a time of each day"),
    tr("dates that follow each other"),
    tr("a weekday: needs a publication date"),
    tr("a day without year: needs a publication date"),
    tr("a month without year: needs a publication date"),
    tr("date and time in figures"),
    tr("a date in figures"),
    tr("there is no such day"),
    tr("the last one before"),
    tr("the next one after"),
    tr("yesterday"),
    tr("tomorrow"),
)
_READ_AS, _QUOTED = tr("read as “{}”"), re.compile("read as “(.*?)”(?=;|$)")
_BETWEEN = "; "


def rule_said(rule: str) -> str:
    """Return how a date came about, as far as there are words for it; the rest stays in English."""
    return _BETWEEN.join(map(_part, rule.split(_BETWEEN)))


def _part(part: str) -> str:
    if found := _QUOTED.fullmatch(part):
        return translated(_READ_AS).format(found[1])
    whole = translated(part)
    head, colon, tail = part.partition(": ")
    if whole != part or not colon:
        return whole
    known = {*GRANULARITIES, *PARTS}
    return f"{translated(head)}: {translated(tail)}" if head in known and tail in known else part
