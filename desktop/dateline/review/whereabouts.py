"""A person in two far places on one day.

Two places are far where they are different entities and nothing says that one lies in the other: they never fill the
place of one event together, no PART_OF link joins them, they never stand side by side in a text ("Astana,
Kazakhstan"), and the note on neither names the other. Only events dated to one day count that were told as past, or
as planned, both; a telephone call puts nobody anywhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from dateline.model.calendar import DAY
from dateline.model.label import label
from dateline.model.lifecycle import Stage
from dateline.model.occurrence import ACTORS, PLACES, Filler
from dateline.model.report import Report
from dateline.review.problems import Mend, MendKind, Problem, ProblemKind, fine

Known = Callable[[str, str], bool]


def check_whereabouts(reports: Iterable[Report], known_parts: Known) -> Iterator[Problem]:
    """Yield each person once a day who is told to be in two places; `known_parts` says what is known of places."""
    sights: dict[tuple[str, int, Stage], list[tuple[Report, Filler, tuple[Filler, ...]]]] = defaultdict(list)
    together: set[frozenset[str]] = set()
    for report in reports:
        places = tuple(f for f in report.occurrence.filled(PLACES) if f.mention.entity_id)
        together |= {
            frozenset((str(a.mention.entity_id), str(b.mention.entity_id))) for a, b in combinations(places, 2)
        }
        day = _day(report)
        if not places or day is None or report.occurrence.event.attributes.get("mode") == "call":
            continue
        for filler in report.occurrence.filled(ACTORS):
            if _is_person(filler):
                sights[str(filler.mention.entity_id), day, report.stage].append((report, filler, places))

    def far(one: Filler, other: Filler) -> bool:
        a, b = str(one.mention.entity_id), str(other.mention.entity_id)
        return a != b and frozenset((a, b)) not in together and not known_parts(a, b)

    for seen in sights.values():
        for (one, who, here), (other, _, there) in combinations(seen, 2):
            if _same(one, other) or not all(far(a, b) for a in here for b in there):
                continue
            yield _problem(one, other, who, here[0], there[0])
            break


def _day(report: Report) -> int | None:
    when = report.when
    if report.stage not in (Stage.HAPPENED, Stage.PLANNED) or not when or when.begin is None or when.end is None:
        return None
    return when.begin // DAY if when.end - when.begin <= DAY else None


def _is_person(filler: Filler) -> bool:
    return bool(filler.mention.entity_id) and filler.mention.label.casefold().startswith("per")


def _same(one: Report, other: Report) -> bool:
    a, b = one.occurrence.event, other.occurrence.event
    return bool(a.happening_id) and a.happening_id == b.happening_id


def _problem(one: Report, other: Report, who: Filler, here: Filler, there: Filler) -> Problem:
    names = (here.shown, there.shown)
    ids = (str(here.mention.entity_id), str(there.mention.entity_id))
    return Problem(
        ProblemKind.WHEREABOUTS,
        {
            "person": who.shown,
            "place": names[0],
            "event": one.occurrence.words,
            "other_place": names[1],
            "other_event": other.occurrence.words,
            "date": label(one.when) if one.when else "",
        },
        (one.id, other.id),
        (one.occurrence.event.article_id, other.occurrence.event.article_id),
        (
            Mend(MendKind.LIES_IN, ids, {"one": names[0], "other": names[1]}),
            Mend(MendKind.LIES_IN, ids[::-1], {"one": names[1], "other": names[0]}),
            fine(ProblemKind.WHEREABOUTS, one.id),
        ),
    )
