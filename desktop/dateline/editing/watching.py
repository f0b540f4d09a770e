"""The live checks over one annotator's whole project, kept up to date article by article."""

import re
from collections.abc import Callable, Iterable, Sequence
from time import sleep

from msgspec.structs import replace

from dateline.model.calendar import publication_order
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.report import Report
from dateline.model.schema import Schema
from dateline.review.event_checks import check_event, check_happening
from dateline.review.order import check_order
from dateline.review.problems import NOTED, Problem, is_fine, noted_as_fine
from dateline.review.whereabouts import Whereabouts
from dateline.store.project import Project

_AT_ONCE = 20  # articles between two pauses, some milliseconds of work
_PAUSE = 0.003  # seconds


class Watch:
    """Finds problems. One thread at a time uses it; each call is given that thread's own connection.

    A `polite` one pauses again and again while it reads everything, for the sake of the window beside it.
    """

    def __init__(self, annotator_id: str, *, polite: bool = False) -> None:
        self._annotator_id = annotator_id
        self._polite = polite
        self._reports: dict[str, list[Report]] = {}  # by article
        self._of_events: dict[str, list[Problem]] = {}  # by article
        self._told: dict[str, dict[str, Report]] = {}  # by happening and event
        self._of_happenings: dict[str, list[Problem]] = {}
        self._whereabouts = Whereabouts()
        self._schema: Schema | None = None

    def refresh(
        self, project: Project, stale: Iterable[str] | None = None, happenings: Iterable[str] = ()
    ) -> list[Problem]:
        """Return all problems, reading only `stale` articles anew (None: all), and minding changed `happenings`."""
        schema = project.schema()
        touched = set(happenings)
        if stale is None or schema != self._schema:
            touched |= self._read_all(project, schema)
        else:
            for article_id in {*stale, *self._telling_of(touched)}:
                now = project.occurrences.light_reports(self._annotator_id, [article_id])
                touched |= self._keep(article_id, _dated_by_hand(project, now), schema)
        self._schema = schema
        self._check_happenings(project, touched)
        fine = self._said_to_be_fine(project)
        found = [p for problems in self._of_events.values() for p in problems if not fine(p)]
        # of some that say the same of one happening, the first that nobody found to be right
        several = (next((p for p in problems if not fine(p)), None) for problems in self._of_happenings.values())
        found += [p for p in several if p]
        found += [p for p in self._in_order(project) if not fine(p)]
        found += self._whereabouts.problems(known_parts(project), fine)
        return list({p.key: p for p in found}.values())

    def _telling_of(self, happenings: Iterable[str]) -> set[str]:
        """Return the articles whose reports may have got another date by hand."""
        return {r.occurrence.event.article_id for i in happenings for r in self._told.get(i, {}).values()}

    def _read_all(self, project: Project, schema: Schema) -> set[str]:
        """Read every article that tells of events, some at a time: who waits for the interpreter gets it between."""
        there = project.occurrences.articles_with_events(self._annotator_id)
        touched: set[str] = set()
        for article_id in [a for a in self._reports if a not in set(there)]:
            touched |= self._keep(article_id, [], schema)
        for i in range(0, len(there), _AT_ONCE):
            part = there[i : i + _AT_ONCE]
            by_article: dict[str, list[Report]] = {a: [] for a in part}
            for report in _dated_by_hand(project, project.occurrences.light_reports(self._annotator_id, part)):
                by_article[report.occurrence.event.article_id].append(report)
            for article_id, reports in by_article.items():
                touched |= self._keep(article_id, reports, schema)
            if self._polite:
                sleep(_PAUSE)
        return touched

    def _keep(self, article_id: str, reports: list[Report], schema: Schema) -> set[str]:
        """Take in what an article tells now; return the happenings that it told of or tells of."""
        touched: set[str] = set()
        for report in self._reports.pop(article_id, ()):
            if happening := report.occurrence.event.happening_id:
                self._told[happening].pop(report.id, None)
                touched.add(happening)
        self._of_events.pop(article_id, None)
        self._whereabouts.put(article_id, reports)
        if reports:
            self._reports[article_id] = reports
            self._of_events[article_id] = [p for r in reports for p in check_event(r, schema)]
        for report in reports:
            if happening := report.occurrence.event.happening_id:
                self._told.setdefault(happening, {})[report.id] = report
                touched.add(happening)
        return touched

    def _check_happenings(self, project: Project, touched: set[str]) -> None:
        """Compare what articles say of happenings with one another, and with the date that was set by hand."""
        told_of = [i for i in touched if self._told.get(i)]
        known: dict[str, Happening] = {h.id: h for h in project.annotations.records(Kind.HAPPENING, told_of)}
        for happening_id in touched:
            told = self._told.get(happening_id)
            if not told:
                self._told.pop(happening_id, None)
            found = (
                list(check_happening(known.get(happening_id), sorted(told.values(), key=_when_told))) if told else []
            )
            self._of_happenings.pop(happening_id, None)
            if found:
                self._of_happenings[happening_id] = found

    def _in_order(self, project: Project) -> list[Problem]:
        links = project.occurrences.order_links(self._annotator_id)
        if not links:
            return []
        told = {r.id: r for reports in self._reports.values() for r in reports}
        return list(check_order(told, links, (self._schema or Schema()).shown))

    def _said_to_be_fine(self, project: Project) -> Callable[[Problem], bool]:
        """Return what says whether a person noted of a problem that it is none."""
        noted: dict[str, frozenset[str]] = {}
        for comment in project.occurrences.notes_with(self._annotator_id, NOTED):
            if comment.mention_id:
                noted[comment.mention_id] = noted.get(comment.mention_id, frozenset()) | noted_as_fine(comment.text)
        return lambda problem: any(is_fine(problem, noted.get(i, ())) for i in problem.events)


def _dated_by_hand(project: Project, reports: Sequence[Report]) -> list[Report]:
    """Give reports the date that a person gave their happening: that is what the timeline shows."""
    ids = {i for r in reports if (i := r.occurrence.event.happening_id)}
    things: list[Happening] = project.annotations.records(Kind.HAPPENING, ids) if ids else []
    dates = {h.id: h.when for h in things if h.when}
    return [replace(r, by_hand=w) if (w := dates.get(r.occurrence.event.happening_id or "")) else r for r in reports]


def _when_told(report: Report) -> tuple[int, str, str]:
    return publication_order(report.published), report.occurrence.event.article_id, report.id


class _Places:
    """Says whether one of two places is known to lie in the other; asks the project once for each pair."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[frozenset[str], bool] = {}

    def __call__(self, one: str, other: str) -> bool:
        pair = frozenset((one, other))
        if pair not in self._known:
            self._known[pair] = self._project.registry.stand_together(one, other) or self._noted(pair)
        return self._known[pair]

    def _noted(self, pair: Iterable[str]) -> bool:
        """The note on one names the other: "in Kazakhstan", "capital of Turkey"."""
        found: list[Entity] = self._project.annotations.records(Kind.ENTITY, pair)
        return len(found) > 1 and any(
            re.search(rf"(?<!\w){re.escape(name)}(?!\w)", one.note)  # \b would not find the end of "the U.S."
            for one, other in (found, found[::-1])
            for name in (other.name, *other.aliases)
            if name
        )


def known_parts(project: Project) -> _Places:
    """Return what says whether one of two places lies in the other."""
    return _Places(project)
