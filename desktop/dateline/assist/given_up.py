"""Whether one report announces what another puts off, calls off, or says did not take place."""

from collections.abc import Sequence

from dateline.model.interval import overlaps
from dateline.model.lifecycle import Stage
from dateline.model.moving import moving_of
from dateline.model.occurrence import ACTORS, PLACES
from dateline.model.report import Report
from dateline.model.text import Span, fold
from dateline.model.when import When

_BOTH = {True, False}


def moves(report: Report) -> bool:
    """Say whether a report tells that what was planned is put off, brought forward or called off."""
    if report.stage is not Stage.PLANNED:
        return report.stage is Stage.OFF
    words, event = report.occurrence.words, report.occurrence.event
    at = report.sentence.find(words)
    trigger = Span(at, at + len(words)) if words and at >= 0 else None
    return trigger is not None and moving_of(report.sentence, trigger, words, event.label, already=True) is not None


def gives_up(event: Report, reports: Sequence[Report]) -> bool:
    """Say whether an event gives up what reports announce, or the other way round: only what was announced can be."""
    mine = _told_of_plan(event)
    return mine is not None and {mine, *map(_told_of_plan, reports)} >= _BOTH


def gives_up_by_name(event: Report, reports: Sequence[Report]) -> bool:
    """Say the same of what nobody is named to take part in ("the forum was cancelled"): its word and place tell.

    What did not take place is given up, too.
    """
    if _has_people(event) and any(map(_has_people, reports)):
        return False
    mine = _told_of_plan(event, denied=True)
    told = ((r, _told_of_plan(r, denied=True)) for r in reports)
    return mine is not None and any(t is not None and t is not mine and _is_so_called_there(event, r) for r, t in told)


def gives_up_day(event: Report, when: When | None, reports: Sequence[Report]) -> bool:
    """Say whether an event or reports of what is dated `when` give up the day on which the other has the plan."""
    if event.when is None or when is None or overlaps(event.when, when):
        return False
    if event.before and overlaps(event.before, when):
        return any(r.stage is Stage.PLANNED for r in reports)
    return event.stage is Stage.PLANNED and any(r.before and overlaps(r.before, event.when) for r in reports)


def _told_of_plan(report: Report, *, denied: bool = False) -> bool | None:
    """Say whether a report gives a plan up or moves it; None where it tells of no plan."""
    if moves(report) or (denied and report.stage is Stage.DENIED):
        return True
    return False if report.stage is Stage.PLANNED else None


def _has_people(report: Report) -> bool:
    return bool(report.occurrence.filled(ACTORS))


def _is_so_called_there(one: Report, other: Report) -> bool:
    """Say whether two reports have one word for it, and one place."""
    here, there = ({f.who for f in r.occurrence.filled(PLACES)} for r in (one, other))
    return fold(one.occurrence.words) == fold(other.occurrence.words) and bool(here & there)
