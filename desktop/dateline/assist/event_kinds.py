"""What kind of occasion the words of an event name: a visit is none of the summits and talks that one goes to on it."""

import re
from collections.abc import Sequence

from dateline.model.report import Report
from dateline.model.text import fold
from dateline.model.when import Granularity, When, span_seconds

_KINDS = {
    "visit": re.compile(
        r"\b(?:visit|trip|tour(?!n)|travel|journey|ziyaret|gezi|seyahat|визит|поездк|посе[тщ]|сапар)", re.IGNORECASE
    ),
    "gathering": re.compile(
        r"\b(?:summit|conference|forum|congress|assembly|session|attend|participat|take part|took part|"
        r"zirve|konferans|kongre|oturum|katıl|саммит|конференц|форум|съезд|заседан|участ|жиын|отырыс|қатыс)",
        re.IGNORECASE,
    ),
    "talks": re.compile(
        r"\b(?:me[et]+t?ing|meets?\b|met\b|talk|negotiat|discuss|consult|görüş|müzakere|buluş|встре[тч]|перегов|бесед|"
        r"кездес|келіссөз|әңгіме)",
        re.IGNORECASE,
    ),
    "ceremony": re.compile(r"\b(?:ceremony|reception|banquet|tören|resepsiyon|церемони|приём|рәсім)", re.IGNORECASE),
}
_STEM = 5  # first letters in which words of one stem agree


def is_of_another_kind(event: Report, when: When | None, reports: Sequence[Report]) -> bool:
    """Say whether an event is another occasion than those told of: its words name another kind, its days are others.

    "Took part in a summit" on the 13th is but a part of the "visit" on the 12th and 13th, whoever is at both.
    """
    mine, mine_at = _kind(event), event.when
    if not mine or mine_at is None or when is None or span_seconds(mine_at) == span_seconds(when):
        return False
    if not mine_at.granularity is when.granularity is Granularity.DAY:
        return False  # a month or an hour is another way to say when
    kinds = {_kind(r) for r in reports}
    return "" not in kinds and mine not in kinds and not any(_share_a_word(event, r) for r in reports)


def _kind(report: Report) -> str:
    """Return the kind of an event's words: that of the last of them that names one."""
    words = report.occurrence.words
    found = [(m.start(), kind) for kind, pattern in _KINDS.items() for m in pattern.finditer(words)]
    return max(found)[1] if found else ""


def _share_a_word(one: Report, other: Report) -> bool:
    mine, theirs = ({w[:_STEM] for w in fold(r.occurrence.words).split() if len(w) >= _STEM} for r in (one, other))
    return not mine.isdisjoint(theirs)
