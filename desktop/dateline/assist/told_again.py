"""An event told again by a noun and a time alone: "Ada visited Oslo. The visit had been planned for 12 May"."""

from collections.abc import Mapping, Sequence

from dateline.assist.given_up import moves
from dateline.assist.things import Reason, ThingProposal, Why
from dateline.model.lifecycle import Stage
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.registry import Happening
from dateline.model.report import Report
from dateline.model.text import fold
from dateline.model.when import overlaps

_STEM = 5  # first letters in which "visit" and "visited", "ziyaret" and "ziyaretinin" agree
_SCORE = 0.8


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


def _may_be_one(event: Report, other: Report) -> bool:
    mine, theirs = event.occurrence, other.occurrence
    modes = {m for o in (mine, theirs) if (m := o.event.attributes.get("mode"))}
    if mine.event.label != theirs.event.label or len(modes) > 1 or not _share_a_stem(mine.words, theirs.words):
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
