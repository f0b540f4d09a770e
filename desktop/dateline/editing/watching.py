"""The live checks over one annotator's whole project, kept up to date article by article."""

import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.report import Report
from dateline.model.schema import Schema
from dateline.review.event_checks import check_event, check_happening
from dateline.review.order import check_order
from dateline.review.problems import NOTED, Problem, ProblemKind, noted_as_fine
from dateline.review.whereabouts import check_whereabouts
from dateline.store.project import Project


class Watch:
    """Finds problems. One thread at a time uses it; each call is given that thread's own connection."""

    def __init__(self, annotator_id: str) -> None:
        self._annotator_id = annotator_id
        self._reports: dict[str, list[Report]] = {}  # by article
        self._of_events: dict[str, list[Problem]] = {}  # by article
        self._schema: Schema | None = None

    def refresh(self, project: Project, stale: Iterable[str] | None = None) -> list[Problem]:
        """Return all problems, reading only `stale` articles anew (None: all)."""
        schema = project.schema()
        if stale is None or schema != self._schema:
            self._read_all(project, schema)
        else:
            for article_id in stale:
                self._keep(article_id, project.occurrences.light_reports(self._annotator_id, [article_id]), schema)
        self._schema = schema
        every = [r for told in self._reports.values() for r in told]
        found = [p for problems in self._of_events.values() for p in problems]
        found += self._of_happenings(project, every)
        found += check_order({r.id: r for r in every}, project.occurrences.order_links(self._annotator_id))
        found += check_whereabouts(every, _Places(project))
        return self._without_fine(project, found)

    def _read_all(self, project: Project, schema: Schema) -> None:
        by_article: dict[str, list[Report]] = defaultdict(list)
        for report in project.occurrences.light_reports(self._annotator_id):
            by_article[report.occurrence.event.article_id].append(report)
        self._reports.clear()
        self._of_events.clear()
        for article_id, reports in by_article.items():
            self._keep(article_id, reports, schema)

    def _keep(self, article_id: str, reports: list[Report], schema: Schema) -> None:
        self._reports.pop(article_id, None)
        self._of_events.pop(article_id, None)
        if reports:
            self._reports[article_id] = reports
            self._of_events[article_id] = [p for r in reports for p in check_event(r, schema)]

    @staticmethod
    def _of_happenings(project: Project, reports: Iterable[Report]) -> list[Problem]:
        told: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            if report.occurrence.event.happening_id:
                told[report.occurrence.event.happening_id].append(report)
        several = {i: r for i, r in told.items() if len(r) > 1}
        known: dict[str, Happening] = {h.id: h for h in project.annotations.records(Kind.HAPPENING, several)}
        return [p for i, group in several.items() for p in check_happening(known.get(i), group)]

    def _without_fine(self, project: Project, found: list[Problem]) -> list[Problem]:
        """Leave out what a person noted to be right."""
        fine: dict[str, frozenset[ProblemKind]] = {}
        for comment in project.occurrences.notes_with(self._annotator_id, NOTED):
            if comment.mention_id:
                fine[comment.mention_id] = fine.get(comment.mention_id, frozenset()) | noted_as_fine(comment.text)
        left = {p.key: p for p in found if not any(p.kind in fine.get(i, ()) for i in p.events)}
        return list(left.values())


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
            re.search(rf"\b{re.escape(name)}\b", one.note)
            for one, other in (found, found[::-1])
            for name in (other.name, *other.aliases)
        )


def known_parts(project: Project) -> _Places:
    """Return what says whether one of two places lies in the other."""
    return _Places(project)
