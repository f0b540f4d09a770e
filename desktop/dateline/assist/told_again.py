"""An event told again by a noun and a time alone: "Ada visited Oslo. The visit had been planned for 12 May".

In another article but its day says which is meant, where there is no other of its type.
"""

from collections.abc import Mapping, Sequence

from dateline.assist.given_up import moves
from dateline.assist.things import Reason, ThingProposal, Why
from dateline.model.calendar import DAY
from dateline.model.lifecycle import Stage
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.registry import Happening
from dateline.model.report import Report
from dateline.model.text import fold
from dateline.model.when import When, overlaps, span_seconds

_STEM = 5  # first letters in which "visit" and "visited", "ziyaret" and "ziyaretinin" agree
_SCORE = 0.8
_ALONE = 0.76  # of which nothing but the day and the type are the same
_TWO = 2
_UNDONE = (Stage.DENIED, Stage.OFF)


def propose_told_again(
    event: Report, before: Sequence[Report], happenings: Mapping[str, Happening]
) -> list[ThingProposal]:
    """Return the happenings that were told `before` in an event's article, nearest first, and may be told of again.

    The type, the stem of the words and the place have to be the same, and the day, unless one of the two tells of a
    plan. Of an event that is linked to nothing yet the happening is still to be made.
    """
    found: dict[str, ThingProposal] = {}
    for other in reversed(before):
        if not _may_be_one(event, other):
            continue
        linked = other.occurrence.event.happening_id
        happening = happenings.get(linked or "") or Happening(
            other.id, other.occurrence.title[:120], other.occurrence.event.label
        )
        reasons = (Reason(Why.SAME_TYPE), Reason(Why.TOLD_BEFORE))
        found.setdefault(happening.id, ThingProposal(happening, _SCORE, reasons, "" if linked else other.id))
    return list(found.values())


def propose_on_its_day(
    event: Report, others: Sequence[Report], happenings: Mapping[str, Happening]
) -> list[ThingProposal]:
    """Return the one happening of an event's type that stands on its day, of which `others` tell; none where two do.

    Others that are linked to nothing are happenings of their own; those of which nobody is told to take part are none.
    """
    if not _is_a_day(event.when):
        return []
    on_day: dict[str, ThingProposal] = {}
    for other in others:
        linked = other.occurrence.event.happening_id
        happening = happenings.get(linked or "") or Happening(
            other.id, other.occurrence.title[:120], other.occurrence.event.label
        )
        when = happening.when or other.when
        if other.id == event.id or not other.occurrence.filled(ACTORS) or not _are_of_a_kind(event, other):
            continue
        if event.when and when and overlaps(event.when, when):
            if not _is_a_day(when):
                return []  # it may as well be on another day of that month
            why = (Reason(Why.SAME_TYPE), Reason(Why.SAME_DATE), Reason(Why.ALONE_ON_DAY))
            on_day.setdefault(happening.id, ThingProposal(happening, _ALONE, why, "" if linked else other.id))
            if {event.stage, other.stage} & {*_UNDONE} and Stage.HAPPENED in (event.stage, other.stage):
                return []
    return list(on_day.values()) if len(on_day) == 1 else []


def _is_a_day(when: When | None) -> bool:
    seconds = span_seconds(when) if when else None
    return seconds is not None and seconds <= DAY


def _are_of_a_kind(event: Report, other: Report) -> bool:
    mine, theirs = event.occurrence.event, other.occurrence.event
    return mine.label == theirs.label and len({m for e in (mine, theirs) if (m := e.attributes.get("mode"))}) < _TWO


def _may_be_one(event: Report, other: Report) -> bool:
    mine, theirs = event.occurrence, other.occurrence
    if not _are_of_a_kind(event, other) or not _share_a_stem(mine.words, theirs.words):
        return False
    here, there = ({f.who for f in o.filled(PLACES)} for o in (mine, theirs))
    if not theirs.filled(ACTORS) or (here and there and here.isdisjoint(there)):
        return False
    if event.when is None or other.when is None or overlaps(event.when, other.when):
        return True
    return Stage.PLANNED in (event.stage, other.stage) or moves(event) or moves(other)


def _share_a_stem(one: str, other: str) -> bool:
    ends = (fold(one).split()[-1:], fold(other).split()[-1:])
    return all(ends) and len(ends[0][0]) >= _STEM and ends[0][0][:_STEM] == ends[1][0][:_STEM]
