"""Checks of one event, and of what several articles say of one happening."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from dateline.model.calendar import DAY, from_iso
from dateline.model.interval import overlaps
from dateline.model.label import label
from dateline.model.lifecycle import Stage, disagreeing, in_force
from dateline.model.occurrence import Filler
from dateline.model.registry import Happening
from dateline.model.report import Report
from dateline.model.schema import Schema
from dateline.model.when import When, when_from_value
from dateline.model.wording import cut_short
from dateline.review.problems import Mend, MendKind, Problem, ProblemKind, found

_COMING = ("agent", "visitor", "guest", "source", "actor")
_RECEIVING = ("target", "host", "recipient")
_STILL_TOLD = 1  # days before its article on which a plan may have been for
TOLD_AS = {MendKind.PLAN: "planned", MendKind.HAPPENED: "asserted"}  # the modality that a mend sets


def check_event(report: Report, schema: Schema) -> Iterator[Problem]:
    """Yield what is wrong with one event by itself."""
    yield from _on_a_day_that_cannot_be(report, schema)
    yield from _reversed(report)
    yield from _at_two_times(report)
    yield from _on_both_sides(report)
    yield from _empty_roles(report, schema)


def against_its_article(report: Report) -> ProblemKind | None:
    """Say whether it is told as past, but on a day after the article's, or as planned, but for one well before it.

    Yesterday's plan may still be told of.
    """
    when, published = report.when, _day_of(report)
    if when is None or published is None:
        return None
    if report.stage is Stage.HAPPENED and when.begin is not None and when.begin >= (published + 1) * DAY:
        return ProblemKind.AHEAD
    if report.stage is Stage.PLANNED and when.end is not None and when.end <= (published - _STILL_TOLD) * DAY:
        return ProblemKind.PASSED
    return None


def _on_a_day_that_cannot_be(report: Report, schema: Schema) -> Iterator[Problem]:
    kind, when = against_its_article(report), report.when
    if kind is not None and when is not None:
        mend = MendKind.PLAN if kind is ProblemKind.AHEAD else MendKind.HAPPENED
        yield _against_its_article(kind, report, when, _told_otherwise(report, schema, mend))


def _day_of(report: Report) -> int | None:
    try:
        return from_iso(report.published) // DAY
    except ValueError:
        return None


def _told_otherwise(report: Report, schema: Schema, kind: MendKind) -> tuple[Mend, ...]:
    """Return the mend that has an event told as planned or asserted, where its label can be told so."""
    event = report.occurrence.event
    label = schema.by_name.get(event.label)
    attribute = label.attribute("modality") if label else None
    return (Mend(kind, (event.id,)),) if attribute and TOLD_AS[kind] in attribute.values else ()


def _against_its_article(kind: ProblemKind, report: Report, when: When, mends: tuple[Mend, ...]) -> Problem:
    event = report.occurrence.event
    details = {"event": report.occurrence.words, "date": label(when), "published": report.published[:10]}
    return found(kind, details, (event.id,), (event.article_id,), *mends)


def _reversed(report: Report) -> Iterator[Problem]:
    """Its times together end before they begin: "since 2016" and "until 2011", or a range written backwards."""
    times = [(f, f.time) for f in report.occurrence.fillers if f.time]
    begins = [(f, t.when) for f, t in times if t.when and t.when.begin is not None and t.when.end is None]
    ends = [(f, t.when) for f, t in times if t.when and t.when.end is not None and t.when.begin is None]
    for begun, begin in begins:
        for ended, end in ends:
            if begin.begin is not None and end.end is not None and end.end <= begin.begin:
                yield _backwards(report, begin, end, _out(report, begun), _out(report, ended))
    for filler, time in times:
        first, slash, last = time.value.partition("/")
        one, other = (when_from_value(first), when_from_value(last)) if slash and time.when is None else (None, None)
        if one and other and _starts(other) < _starts(one):
            turned = f"{last}/{first}"
            when = when_from_value(turned)
            mend = Mend(MendKind.TURN, (filler.mention.id, turned), {"date": label(when) if when else turned})
            yield _backwards(report, one, other, mend, _out(report, filler))


def _at_two_times(report: Report) -> Iterator[Problem]:
    """Two times in one role that share no moment, and nothing says which is its own.

    An article that gives the day planned and the new one says so; so does a person who dated it. "14 and 16 March" is
    both. "Since 2011" and
    "until 2016" are one stretch, or are told as reversed.
    """
    if report.by_hand or report.occurrence.moved or report.occurrence.listed:
        return
    times = [(f, f.time.when) for f in report.occurrence.fillers if f.time and f.time.when]
    for (filler, when), (other, at) in combinations(times, 2):
        if filler.role == other.role and not _share_time(when, at):
            event, role = report.occurrence.event, filler.role
            stands = report.occurrence.when or when
            dates = {"date": label(when), "other_date": label(at), "stands": label(stands)}
            details = {"event": report.occurrence.words, **dates, "role": role}
            mends = _out(report, other), _out(report, filler)
            yield found(ProblemKind.TIMES, details, (event.id,), (event.article_id,), *mends)
            return


def _share_time(one: When, other: When) -> bool:
    """Whether two times have a moment in common, or are the begin and the end of one stretch."""
    if (one.begin is None) != (other.begin is None) and (one.end is None) != (other.end is None):
        return True
    return overlaps(one, other)


def _backwards(report: Report, begin: When, end: When, *mends: Mend) -> Problem:
    event = report.occurrence.event
    details = {"event": report.occurrence.words, "begin": label(begin), "end": label(end)}
    return found(ProblemKind.REVERSED, details, (event.id,), (event.article_id,), *mends)


def _starts(when: When) -> int:
    return when.begin if when.begin is not None else when.end or 0


def _on_both_sides(report: Report) -> Iterator[Problem]:
    """The visitor is the host."""
    event = report.occurrence.event
    coming = {f.who: f for f in report.occurrence.filled(_COMING)}
    for host in report.occurrence.filled(_RECEIVING):
        guest = coming.get(host.who)
        if guest is not None:
            yield found(
                ProblemKind.SELF,
                {"event": report.occurrence.words, "name": host.shown, "role": guest.role, "other_role": host.role},
                (event.id,),
                (event.article_id,),
                _out(report, guest),
                _out(report, host),
            )


def _out(report: Report, filler: Filler) -> Mend:
    on = (report.id, filler.role, filler.mention.id)
    return Mend(MendKind.TAKE_OUT, on, {"name": filler.shown, "role": filler.role})


def _empty_roles(report: Report, schema: Schema) -> Iterator[Problem]:
    event = report.occurrence.event
    kind = schema.by_name.get(event.label)
    filled = {f.role for f in report.occurrence.fillers}
    for role in kind.roles if kind else ():
        if role.required and role.name not in filled:
            details = {"event": report.occurrence.words, "role": role.name}
            yield found(ProblemKind.EMPTY, details, (event.id,), (event.article_id,))


def check_happening(happening: Happening | None, reports: Sequence[Report]) -> Iterator[Problem]:
    """Yield where articles disagree about the date; one set by hand settles it, and is told where none gives it.

    Each pair of reports is one problem: `first_open` keeps the first that nobody said to be right.
    """
    if happening is None:
        return
    if happening.when:
        yield from _given_by_none(happening, happening.when, reports)
        return
    for i, j in disagreeing([r.told for r in reports]):
        one, other = reports[i], reports[j]
        if one.when is None or other.when is None:
            continue
        articles = (one.occurrence.event.article_id, other.occurrence.event.article_id)
        names = told_apart(*((r.article, r.published, r.source) for r in (one, other)))
        yield found(
            ProblemKind.TWICE if articles[0] == articles[1] else ProblemKind.DATES,
            {
                "event": happening.name,
                "date": label(one.when),
                "article": names[0],
                "other_date": label(other.when),
                "other_article": names[1],
            },
            (one.id, other.id),
            tuple(dict.fromkeys(articles)),
            _dated(happening, one.id, one.when),
            _dated(happening, other.id, other.when),
        )


def against_by_hand(reports: Sequence[Report], by_hand: When) -> dict[int, When]:
    """Return the reports that give another day than the one set by hand, each with what it gives.

    Those count that give the day in the end: as what took place, or as the newest plan.
    """
    return {i: when for i, when in _given_in_the_end(reports).items() if not overlaps(when, by_hand)}


def _given_in_the_end(reports: Sequence[Report]) -> dict[int, When]:
    counted = in_force([replace(r, by_hand=None).told for r in reports])
    return {i: when for i in counted if (when := reports[i].occurrence.when)}


def _given_by_none(happening: Happening, by_hand: When, reports: Sequence[Report]) -> Iterator[Problem]:
    """A date set by hand that no report gives; where one cannot tell of that day at all, that is told already."""
    against = against_by_hand(reports, by_hand)
    if not against or len(against) < len(_given_in_the_end(reports)):
        return
    if any(against_its_article(replace(r, by_hand=by_hand)) for r in reports):
        return
    first = {label(when): i for i, when in reversed(against.items())}  # of each day the first report that gives it
    given = [(reports[i], against[i]) for i in sorted(first.values())]
    article, other_date = cut_short(given[0][0].article), label(given[0][1])
    yield found(
        ProblemKind.BY_HAND,
        {"event": happening.name, "date": label(by_hand), "other_date": other_date, "article": article},
        tuple(report.id for report, _ in given),
        tuple(dict.fromkeys(report.occurrence.event.article_id for report, _ in given)),
        *(_dated(happening, report.id, when) for report, when in given),
    )


def told_apart(one: tuple[str, str, str], other: tuple[str, str, str]) -> tuple[str, str]:
    """Return what to call two articles of a name, day and source each: of one name by what tells them apart."""
    names = cut_short(one[0]), cut_short(other[0])
    for a, b in ((one[1][:10], other[1][:10]), (one[2], other[2])):
        if names[0] == names[1] and a and b and a != b:
            return f"{names[0]} ({a})", f"{names[1]} ({b})"
    return names


def _dated(happening: Happening, event_id: str, when: When) -> Mend:
    return Mend(MendKind.DATE, (happening.id, event_id), {"date": label(when)})
