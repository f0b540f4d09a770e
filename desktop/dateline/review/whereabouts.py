"""A person in two far places on one day.

Two places are far where they are different entities and nothing says that one lies in the other: they never fill the
place of one event together, no PART_OF link joins them, they never stand side by side in a text ("Astana,
Kazakhstan"), and the note on neither names the other. Only events dated to one day count that were told as past, or
as planned, both; a telephone call puts nobody anywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from dateline.model.calendar import DAY
from dateline.model.label import label
from dateline.model.lifecycle import Stage
from dateline.model.occurrence import ACTORS, PLACES, Filler
from dateline.model.report import Report
from dateline.review.problems import Mend, MendKind, Problem, ProblemKind, found

Known = Callable[[str, str], bool]
_Key = tuple[str, int, Stage]  # who, which day, planned or past


class Sight(Struct, frozen=True):
    """A person told to be at some places by one report."""

    report: Report
    who: Filler
    places: tuple[Filler, ...]


class Whereabouts:
    """Keeps who is told to be where on which day, article by article; only what was touched is compared anew."""

    def __init__(self) -> None:
        self._of_article: dict[str, list[_Key]] = {}
        self._pairs_of_article: dict[str, list[frozenset[str]]] = {}
        self._sights: dict[_Key, dict[tuple[str, str], Sight]] = defaultdict(dict)
        self._together: Counter[frozenset[str]] = Counter()
        self._dirty: set[_Key] = set()
        self._suspects: set[_Key] = set()  # in two places, whatever is known of these

    def put(self, article_id: str, reports: Iterable[Report]) -> None:
        """Take in what an article tells now, in the place of what it told before."""
        for key in self._of_article.pop(article_id, ()):
            self._sights[key] = {i: s for i, s in self._sights[key].items() if i[0] != article_id}
            self._dirty.add(key)
        self._together.subtract(self._pairs_of_article.pop(article_id, ()))
        keys: list[_Key] = []
        pairs: list[frozenset[str]] = []
        for report in reports:
            places = tuple(f for f in report.occurrence.filled(PLACES) if f.mention.entity_id)
            pairs += [
                frozenset((str(a.mention.entity_id), str(b.mention.entity_id))) for a, b in combinations(places, 2)
            ]
            day = _day(report)
            if not places or day is None or report.occurrence.event.attributes.get("mode") == "call":
                continue
            for filler in report.occurrence.filled(ACTORS):
                if _is_person(filler):
                    key = (str(filler.mention.entity_id), day, report.stage)
                    self._sights[key][article_id, report.id] = Sight(report, filler, places)
                    keys.append(key)
        if keys:
            self._of_article[article_id] = keys
            self._dirty.update(keys)
        if pairs:
            self._pairs_of_article[article_id] = pairs
            self._together.update(pairs)

    def problems(self, known_parts: Known, is_fine: Callable[[Problem], bool] = lambda _: False) -> list[Problem]:
        """Return each person once a day who is told to be in two far places, what `is_fine` left out.

        Where somebody is told to be in two places, what is known of these is asked anew each time.
        """
        for key in self._dirty:
            sights = self._sights.get(key)
            if not sights:
                self._sights.pop(key, None)
            if sights and next(self._apart(key, lambda _one, _other: False), None):
                self._suspects.add(key)
            else:
                self._suspects.discard(key)
        self._dirty.clear()

        def known(one: str, other: str) -> bool:
            return self._together[frozenset((one, other))] > 0 or known_parts(one, other)

        open_ = (next((p for p in self._apart(key, known) if not is_fine(p)), None) for key in sorted(self._suspects))
        return [problem for problem in open_ if problem]

    def _apart(self, key: _Key, known: Known) -> Iterator[Problem]:
        """Yield the pairs of sights of a person that no known place joins."""

        def far(one: Filler, other: Filler) -> bool:
            a, b = str(one.mention.entity_id), str(other.mention.entity_id)
            return a != b and not known(a, b)

        for one, other in combinations(self._sights[key].values(), 2):
            if not _same(one.report, other.report) and all(far(a, b) for a in one.places for b in other.places):
                yield _problem(one.report, other.report, one.who, one.places[0], other.places[0])


def check_whereabouts(reports: Iterable[Report], known_parts: Known) -> Iterator[Problem]:
    """Yield each person once a day who is told to be in two places; `known_parts` says what is known of places."""
    seen = Whereabouts()
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_article[report.occurrence.event.article_id].append(report)
    for article_id, told in by_article.items():
        seen.put(article_id, told)
    yield from seen.problems(known_parts)


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
    return found(
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
        Mend(MendKind.LIES_IN, ids, {"one": names[0], "other": names[1]}),
        Mend(MendKind.LIES_IN, ids[::-1], {"one": names[1], "other": names[0]}),
    )
