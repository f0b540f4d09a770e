"""Checking and counting a whole project."""

from collections.abc import Iterator
from typing import Any

from dateline.model.article import State
from dateline.model.progress import Progress, Silent
from dateline.model.wording import Wording, tr
from dateline.review.consistency import Finding, Severity, check_bundle
from dateline.review.problems import TEXTS
from dateline.store.project import Project

_SILENT = Silent()
_EMPTY = tr(
    "no article is in this file. If it is a copy of a project that was being worked on, the work may lie in the "
    "-wal file beside that one: close the program and copy it again"
)


def check_project(project: Project, progress: Progress = _SILENT) -> Iterator[Finding]:
    """Yield everything that is wrong: the database first, then article by article."""
    for fault in project.integrity():
        yield Finding(Wording(tr("the file: {fault}"), {"fault": str(fault)}))
    schema = project.schema()
    for wrong in schema.faults():
        yield Finding(Wording(tr("the schema: {problem}"), {"problem": wrong}))
    total = project.articles.count()
    if not total:
        yield Finding(Wording(_EMPTY), severity=Severity.NOTE)
    seen = 0
    last = ""
    for bundle in project.annotations.bundles():
        if bundle.article.id != last:
            last = bundle.article.id
            seen += 1
            progress.step(seen, total, bundle.article.name)
        yield from check_bundle(bundle, schema)
    for article in project.articles.with_wrong_hash():
        yield Finding(Wording(tr("the text does not match its SHA-256")), article)
    yield from _problems(project)


def _problems(project: Project) -> Iterator[Finding]:
    """Yield what the live checks find, for each annotator."""
    from dateline.editing.watching import Watch  # the live checks: the window has them already

    names = {a.id: a.name for a in project.articles.summaries(None)}
    for annotator in project.annotations.annotators():
        for problem in Watch(annotator.id).refresh(project):
            what = Wording(TEXTS[problem.kind], dict(problem.details))
            yield Finding(what, names.get(problem.articles[0], ""), problem.events[0], Severity.PROBLEM)


def statistics(project: Project) -> dict[str, Any]:
    """Return what the project holds, as plain data."""
    totals = project.annotations.totals()
    annotators = project.annotations.annotators()
    states = {}
    for annotator in annotators:
        tally = dict.fromkeys((s.value for s in State), 0)
        for summary in project.articles.summaries(annotator.id):
            tally[summary.state.value] += 1
        states[annotator.id] = tally
    return {
        "project": project.path.name,
        "schema": project.schema().name,
        "articles": totals.pop("article"),
        "records": {name: n for name, n in totals.items() if name not in ("annotator", "progress")},
        "annotators": [
            {
                "name": a.name,
                "kind": a.kind.value,
                "articles": states[a.id],
                "labels": project.annotations.label_counts(annotator_id=a.id),
            }
            for a in annotators
        ],
        "labels": project.annotations.label_counts(),
    }
