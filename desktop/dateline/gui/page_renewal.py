"""Bringing the page that is shown up to date with what was changed in the store. Free of Qt."""

from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.store.annotations import FIELDS
from dateline.store.project import Project


def renew(page: Page, project: Project, changes: Changes) -> None:
    """Read into a page the records on it that were changed, and take out those that are gone."""
    for kind, field in FIELDS.items():
        _renew_kind(page, project, kind, field, changes)


def _renew_kind(page: Page, project: Project, kind: Kind, field: str, changes: Changes) -> None:
    """Only records of this article and annotator belong on the page; values and arguments follow their mention."""
    held = getattr(page, field)
    for record_id in changes.removed.get(kind, ()):
        held.pop(record_id, None)
    wanted = changes.added.get(kind, frozenset()) | changes.altered.get(kind, frozenset())
    for record in project.annotations.records(kind, wanted):
        owner = record.id if kind is Kind.TIME_VALUE else getattr(record, "event_id", None)
        if owner is not None:
            mine = owner in page.mentions
        else:
            mine = record.article_id == page.article.id and record.annotator_id in (page.annotator_id, None)
        if mine:
            held[record.id] = record
