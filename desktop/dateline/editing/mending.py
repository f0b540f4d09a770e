"""Mending problems: what else can be done about one, and doing it in one step."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from dateline.assist.ahead import is_plainly_past
from dateline.assist.roles import Proposal, propose_fillers
from dateline.chronology.reading import dated
from dateline.editing.common import EditError, page_with, place_of, quoted
from dateline.editing.events import fill_role
from dateline.editing.registry import set_happening_date
from dateline.editing.tagging import set_attribute
from dateline.editing.times import choose_reading, reading_of
from dateline.model.annotation import Comment
from dateline.model.calendar import DAY, from_iso
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.model.label import label
from dateline.model.moved import likely_old
from dateline.model.page import Page
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.when import When
from dateline.review.event_checks import TOLD_AS
from dateline.review.problems import NOTED, Mend, MendKind, Problem, ProblemKind, noted_as_fine
from dateline.store.project import Project

Propose = Callable[[Page, Schema, str], Sequence[Proposal]]  # what may fill the roles of an event, by its id
_OF_DATES = {
    ProblemKind.AHEAD,
    ProblemKind.PASSED,
    ProblemKind.BY_HAND,
    ProblemKind.ORDER,
    ProblemKind.APART,
    ProblemKind.WHEREABOUTS,
}
_GONE = "This annotation is no longer there."


def mends_of(
    project: Project, schema: Schema, problem: Problem, propose: Propose = propose_fillers
) -> tuple[Mend, ...]:
    """Return all that can be done about a problem, the likeliest first.

    An empty role may be filled with what `propose` finds for it. What is told before it happened may be read as the
    day before publication ("met on Friday"), and that first where its words are plainly past; what is planned for a
    day gone by as the one to come. Of two times the one that reads as given up is taken out first. A date that a
    person set goes before all of them.
    """
    return (*_taken_back(project, problem), *_other_mends(project, schema, problem, propose))


def _taken_back(project: Project, problem: Problem) -> tuple[Mend, ...]:
    """Return for each date that was set by hand, and that the problem is about, to go back to what is told."""
    if problem.kind not in _OF_DATES:
        return ()
    events = project.annotations.records(Kind.MENTION, problem.events)
    ids = dict.fromkeys(e.happening_id for e in events if e.happening_id)
    happenings: list[Happening] = project.annotations.records(Kind.HAPPENING, ids)
    by_hand = [(h.id, h.name, label(h.when)) for h in happenings if h.when is not None]
    return tuple(Mend(MendKind.UNDATE, (i,), {"date": date, "name": name}) for i, name, date in by_hand)


def _other_mends(project: Project, schema: Schema, problem: Problem, propose: Propose) -> tuple[Mend, ...]:
    if problem.kind is ProblemKind.TIMES:
        return _old_out_first(project, problem)
    if problem.kind is ProblemKind.AHEAD:
        *told, fine = problem.mends
        readings = _other_readings(project, problem, ahead=False)
        return (*readings, *told, fine) if _is_past(project, problem) else (*told, *readings, fine)
    if problem.kind is ProblemKind.PASSED:
        return (*_other_readings(project, problem, ahead=True), *problem.mends)
    if problem.kind is not ProblemKind.EMPTY:
        return problem.mends
    page = page_with(project, problem.events[0])
    if page is None:
        return problem.mends
    role = problem.details["role"]
    fitting = [p for p in propose(page, schema, problem.events[0]) if p.role == role and p.suggestion is None]
    fills = tuple(
        Mend(
            MendKind.FILL,
            (problem.events[0], role, p.mention_id),
            {"role": role, "words": " ".join(page.mentions[p.mention_id].text_of(page.text).split())},
        )
        for p in fitting
    )
    return (*fills, *problem.mends)


def _old_out_first(project: Project, problem: Problem) -> tuple[Mend, ...]:
    one, other, *rest = problem.mends
    page = page_with(project, problem.events[0])
    if page is None:
        return problem.mends
    out = {page.mentions[m.on[2]].span: m for m in (one, other) if m.on[2] in page.mentions}
    dated = [(s, t.when) for s, m in out.items() if (t := page.times.get(m.on[2])) and t.when]
    old = likely_old(page.text, *dated) if len(dated) == len((one, other)) else None
    if old is None:
        return problem.mends
    first = out.pop(old.span)
    ((new, last),) = out.items()
    if old.is_moved:
        first = replace(first, kind=MendKind.MOVED, details={**first.details, "date": label(dict(dated)[new])})
    return (first, last, *rest)


def _is_past(project: Project, problem: Problem) -> bool:
    page = page_with(project, problem.events[0])
    return page is not None and is_plainly_past(page, page.mentions[problem.events[0]])


def _other_readings(project: Project, problem: Problem, *, ahead: bool) -> tuple[Mend, ...]:
    """Return of each of an event's times on the wrong side of its article a reading on the other side.

    It is what the words read as, or else the nearest of the others.
    `ahead` looks for one from the day of publication on, else it is one that has begun by then.
    """
    page = page_with(project, problem.events[0])
    if page is None or not page.article.published:
        return ()
    today = from_iso(page.article.published) // DAY

    def fits(when: When | None) -> bool:
        if when is None or when.begin is None:
            return False
        return when.end is None or when.end > today * DAY if ahead else when.begin < (today + 1) * DAY

    mends = []
    for argument in page.arguments_of(problem.events[0]):
        time = page.times.get(argument.filler_id)
        if time is None or time.when is None or time.when.begin is None or fits(time.when):
            continue
        reading = reading_of(page, page.mentions[time.id])
        begun = [
            (r.when.begin, r) for r in (reading, *reading.alternatives) if r.when and fits(r.when) and r.when.begin
        ]
        if begun:
            nearest = (min if ahead else max)(begun, key=lambda found: found[0])[1]
            nearest = reading if any(r is reading for _, r in begun) else nearest
            mends.append(Mend(MendKind.TURN, (time.id, nearest.value), {"date": label(nearest.when or time.when)}))
    return tuple(mends)


def mend(project: Project, schema: Schema, wanted: Mend) -> Changes:
    """Do what a mend says, as one step; raises EditError where what it is about is gone."""
    return _MENDERS[wanted.kind](project, schema, wanted)


def _tell_as(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    page = _page_or_gone(project, wanted.on[0])
    return set_attribute(project, page, wanted.on[0], "modality", TOLD_AS[wanted.kind])


def _date(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    happening_id, event_id = wanted.on
    reports = project.occurrences.reports([event_id])
    if not reports or reports[0].when is None or label(reports[0].when) != wanted.details["date"]:
        raise EditError("This date is no longer there.")
    return set_happening_date(project, happening_id, reports[0].when)


def _undate(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    (happening_id,) = wanted.on
    happening = project.registry.happening(happening_id)
    if happening is not None and happening.when is not None and label(happening.when) != wanted.details["date"]:
        raise EditError("This date is no longer there.")
    return set_happening_date(project, happening_id, None)


def _fill(project: Project, schema: Schema, wanted: Mend) -> Changes:
    event_id, role, filler_id = wanted.on
    return fill_role(project, _page_or_gone(project, event_id), schema, event_id, role, filler_id)


def _take_out(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    event_id, role, filler_id = wanted.on
    page = _page_or_gone(project, event_id)
    there = [a for a in page.arguments_of(event_id) if (a.role, a.filler_id) == (role, filler_id)]
    event = page.mentions[event_id]
    text = f"{role} of {quoted(page, event.fragments)}: not {wanted.details['name']}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        for argument in there:
            step.delete(Kind.ARGUMENT, argument.id)
    return step.changes


def _turn(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    """Take another value for a time, as a date set by hand: a range turned round, or another reading."""
    mention_id, value = wanted.on
    page = _page_or_gone(project, mention_id)
    if page.times.get(mention_id) and page.times[mention_id].value == value:
        return Changes()
    return choose_reading(project, page, mention_id, dated(value, "read otherwise, as a check proposed"))


def _unrelate(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    with project.step(f"Delete link “{wanted.details['one']}” → “{wanted.details['other']}”") as step:
        step.delete(Kind.RELATION, wanted.on[0])
    return step.changes


def _lies_in(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    """Note on the smaller place in which one it lies; the check reads it there."""
    found: dict[str, Entity] = {e.id: e for e in project.annotations.records(Kind.ENTITY, wanted.on)}
    if len(found) < len(set(wanted.on)):
        raise EditError("One of these places is no longer there.")
    one, other = (found[i] for i in wanted.on)
    line = f"in {other.name}"
    if line in one.note.splitlines():
        return Changes()
    note = f"{one.note}\n{line}".strip()
    with project.step(f"{one.name} lies in {other.name}") as step:
        step.put(replace(one, note=note))
    return step.changes


def _fine(project: Project, _schema: Schema, wanted: Mend) -> Changes:
    """Note on the event that somebody looked and found this right; deleting the line brings the problem back."""
    mention_id, mark = wanted.on
    page = _page_or_gone(project, mention_id)
    old = page.comment_on(mention_id)
    if old and mark in noted_as_fine(old.text):
        return Changes()
    text = f"{old.text if old else ''}\n{NOTED}{mark}".strip()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    made = old or Comment(new_id(), page.article.id, page.annotator_id, "", mention_id)
    event = page.mentions[mention_id]
    label = f"{quoted(page, event.fragments)} is right so"
    with project.step(label, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        step.put(replace(made, text=text, at=now))
    return step.changes


_MENDERS: dict[MendKind, Callable[[Project, Schema, Mend], Changes]] = {
    MendKind.PLAN: _tell_as,
    MendKind.HAPPENED: _tell_as,
    MendKind.DATE: _date,
    MendKind.FILL: _fill,
    MendKind.TAKE_OUT: _take_out,
    MendKind.MOVED: _take_out,
    MendKind.UNRELATE: _unrelate,
    MendKind.TURN: _turn,
    MendKind.LIES_IN: _lies_in,
    MendKind.UNDATE: _undate,
    MendKind.FINE: _fine,
}


def _page_or_gone(project: Project, mention_id: str) -> Page:
    page = page_with(project, mention_id)
    if page is None:
        raise EditError(_GONE)
    return page
