"""One happening as it is told over time: announced, confirmed, put off, then taken place; and its date.

What counts is when each report appeared and whether it tells of something planned or past. The day on which an
announcement appeared is never the day of what it announces.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from dateline.model.calendar import publication_order
from dateline.model.interval import When, overlaps, span_seconds


class Stage(StrEnum):
    """What a report says of an event: that it is planned, has happened, will not be, was not, or might be."""

    PLANNED = "planned"
    HAPPENED = "happened"
    OFF = "off"
    DENIED = "denied"
    POSSIBLE = "possible"


class Turn(StrEnum):
    """What a report adds to those before it."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    BROUGHT_FORWARD = "brought forward"
    CALLED_OFF = "called off"
    TOOK_PLACE = "took place"
    DENIED = "did not take place"
    POSSIBLE = "possible"


class Told(Struct, frozen=True):
    """One report: the ISO date of its article ("" where not known), what it says, and the date it gives."""

    published: str
    stage: Stage
    when: When | None = None


def stage_of(attributes: Mapping[str, str]) -> Stage:
    """Return what an event mention's attributes say; without any it has happened."""
    negative = attributes.get("polarity", "positive") == "negative"
    modality = attributes.get("modality", "asserted")
    if modality == "hypothetical":
        return Stage.POSSIBLE
    if modality == "planned":
        return Stage.OFF if negative else Stage.PLANNED
    return Stage.DENIED if negative else Stage.HAPPENED


def happening_date(reports: Sequence[Told]) -> When | None:
    """Return the date of what some reports tell of, None where none gives one.

    Reports that it happened count most; without them the newest plan counts, so that a visit put off stands on its
    new day. Where another report meets that date and is more exact, it says the day.
    """
    if len(reports) == 1:  # by far the most, and tens of thousands at a time
        return reports[0].when
    dated = _in_order(r for r in reports if r.when)
    happened = [r for r in dated if r.stage is Stage.HAPPENED]
    planned = [r for r in dated if r.stage is Stage.PLANNED]
    base = _most_exact(happened) or (planned[-1] if planned else None) or _most_exact(dated)
    if base is None or base.when is None:
        return None
    meeting = [r for r in (base, *dated) if r.when and r.stage is not Stage.POSSIBLE and overlaps(r.when, base.when)]
    best = _most_exact(meeting) or base
    return best.when


def life_cycle(reports: Sequence[Told]) -> list[tuple[int, Turn]]:
    """Return the reports as (index, what it adds), by date of publication."""
    out: list[tuple[int, Turn]] = []
    plan: When | None = None
    announced = False
    for index in sorted(range(len(reports)), key=lambda i: (publication_order(reports[i].published), i)):
        report = reports[index]
        if report.stage is Stage.PLANNED:
            out.append((index, _turn_of_plan(plan, report.when) if announced else Turn.ANNOUNCED))
            announced = True
            plan = report.when or plan
        else:
            out.append((index, _TURNS[report.stage]))
    return out


_TURNS = {
    Stage.HAPPENED: Turn.TOOK_PLACE,
    Stage.OFF: Turn.CALLED_OFF,
    Stage.DENIED: Turn.DENIED,
    Stage.POSSIBLE: Turn.POSSIBLE,
}


def _turn_of_plan(before: When | None, now: When | None) -> Turn:
    if before is None or now is None or overlaps(before, now):
        return Turn.CONFIRMED
    later = before.end is not None and now.begin is not None and now.begin >= before.end
    return Turn.POSTPONED if later else Turn.BROUGHT_FORWARD


def disagreeing(reports: Sequence[Told]) -> list[tuple[int, int]]:
    """Return the pairs of reports whose dates cannot both be right, the earlier published first.

    A plan that a later article changes, or that came otherwise, is no disagreement: that is how plans go.
    """
    if len(reports) < 2:
        return []
    order = sorted(range(len(reports)), key=lambda i: (publication_order(reports[i].published), i))
    pairs = []
    for place, i in enumerate(order):
        for j in order[place + 1 :]:
            one, other = reports[i], reports[j]
            if one.when and other.when and not overlaps(one.when, other.when) and _contradict(one, other):
                pairs.append((i, j))
    return pairs


def _contradict(one: Told, other: Told) -> bool:
    """`one` was published first, or on the same day, or their order is not known."""
    if not {one.stage, other.stage} <= {Stage.PLANNED, Stage.HAPPENED}:
        return False
    if one.stage is Stage.HAPPENED:
        return other.stage is Stage.HAPPENED or bool(one.published and other.published)
    if other.stage is Stage.HAPPENED:
        return False
    return not one.published or not other.published or one.published[:10] == other.published[:10]


def _in_order(reports: Iterable[Told]) -> list[Told]:
    return sorted(reports, key=lambda r: publication_order(r.published))


def _most_exact(reports: Iterable[Told]) -> Told | None:
    """Return the report with the shortest closed date, the first published of several; an open one where all are."""
    found = [r for r in reports if r.when]
    closed = [(length, i) for i, r in enumerate(found) if r.when and (length := span_seconds(r.when)) is not None]
    if closed:
        return found[min(closed)[1]]
    return found[0] if found else None
