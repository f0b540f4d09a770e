"""Whether what took place is what was announced for the day beside it: a visit planned for the 12th, paid on the 13th.

Two that both took place, or are both planned, a day apart are two meetings of one trip; so is what is told as another
one ("a second round", "again"), what was planned after the other had taken place, and what took place elsewhere: where
both name places, one of them has to be the same, named within the other ("Riga", "Riga Castle"), or known to lie in it.
That Riga is in Latvia is known only where the project says so, by "Riga, Latvia" in a text, a relation or a note; else
a plan for Latvia and a meeting in Riga on the day beside it are not asked about.
"""

import re
from collections.abc import Callable, Sequence

from dateline.model.calendar import DAY, publication_order
from dateline.model.lifecycle import Stage
from dateline.model.occurrence import ACTORS, PLACES, Filler
from dateline.model.report import Report
from dateline.model.text import fold

_ANOTHER = re.compile(
    r"\b(?:again|another|second|third|further|next round|new round|follow-up|repeat|once more|separate(?:ly)?|"
    r"снова|вновь|повторн\w*|ещё раз|втор\w+ (?:раз|раунд|встреч)\w*|tekrar|yeniden|ikinci|bir kez daha|"
    r"қайта|тағы|екінші)\b",
    re.IGNORECASE,
)
_TWO = 2

Known = Callable[[str, str], bool]  # whether one of two places is known to lie in the other


def nothing_known(_one: str, _other: str) -> bool:
    """Know of no place where it lies."""
    return False


def is_as_announced(event: Report, reports: Sequence[Report], known: Known = nothing_known) -> bool:
    """Say whether an event and the reports of a happening are plan and fulfilment, at most a day apart.

    Those who took part have to be the same in the same roles, two of them at least.
    """
    stages = {r.stage for r in reports}
    if len(stages) != 1 or {event.stage, *stages} != {Stage.PLANNED, Stage.HAPPENED}:
        return False
    plans, told = ([event], reports) if event.stage is Stage.PLANNED else (reports, [event])
    if min(_order(t) for t in told) < max(_order(p) for p in plans):
        return False
    roles = _in_roles(event)
    if len({who for _, who in roles}) < _TWO or any(_in_roles(r) != roles for r in reports):
        return False
    if not all(_beside(event, r) for r in reports) or any(_ANOTHER.search(r.sentence) for r in (event, *reports)):
        return False
    return not _elsewhere(
        event.occurrence.filled(PLACES), [f for r in reports for f in r.occurrence.filled(PLACES)], known
    )


def _elsewhere(here: Sequence[Filler], there: Sequence[Filler], known: Known) -> bool:
    """Say whether two are told at places of which none is the same as, or lies in, one of the other's."""
    return bool(here and there) and not any(_meet(a, b, known) for a in here for b in there)


def _meet(one: Filler, other: Filler, known: Known) -> bool:
    names = [{frozenset(fold(n).split()) for n in (f.words, f.shown)} for f in (one, other)]
    if one.who == other.who or any(a <= b or b <= a for a in names[0] for b in names[1]):
        return True
    ids = one.mention.entity_id, other.mention.entity_id
    return bool(ids[0] and ids[1] and known(ids[0], ids[1]))


def _order(report: Report) -> int:
    return publication_order(report.published)


def _in_roles(report: Report) -> set[tuple[str, str]]:
    return {(f.role, f.who) for f in report.occurrence.filled(ACTORS)}


def _beside(one: Report, other: Report) -> bool:
    """Say whether the days of two reports touch: they are said to the day, and one follows the other."""
    bounds = [w and (w.begin, w.end) for w in (one.when, other.when)]
    if None in bounds or any(None in b or (b[1] or 0) - (b[0] or 0) > DAY for b in bounds if b):
        return False
    (begin, end), (first, last) = sorted((b[0] or 0, b[1] or 0) for b in bounds if b)
    return first - end < DAY and begin < first and last > end
