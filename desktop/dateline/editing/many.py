"""Tagging, removing and marking in many places at once, in one article or all: each is one step."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.editing.common import EditError, delete_with_dependants, mark_started
from dateline.editing.suggesting import leave_mentions_alone
from dateline.editing.tagging import new_mention, untagged
from dateline.editing.times import resolved
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Progress as Reached
from dateline.model.article import State
from dateline.model.changes import Changes, Kind, Place
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.progress import Progress, Silent
from dateline.model.schema import LabelType
from dateline.model.text import Span
from dateline.model.wording import counted
from dateline.store.bulk import BulkWriter
from dateline.store.project import Project
from dateline.store.rows import Record

_SILENT = Silent()
_AT_ONCE = 500  # annotations between two reports of progress


class Template(Struct, frozen=True):
    """What every place is to be tagged like."""

    label: LabelType
    attributes: dict[str, str] = field(default_factory=dict)
    entity_id: str | None = None

    @classmethod
    def like(cls, mention: Mention, label: LabelType) -> "Template":
        """Return the template that makes annotations like this one: label, attributes and entity."""
        return cls(label, mention.attributes, mention.entity_id)


class Outcome(Struct, frozen=True):
    """What came of it: how many annotations were made, how many places were left as they were, and what is gone."""

    changes: Changes
    made: int = 0
    left: int = 0
    gone: tuple[Mention, ...] = ()


def mark_articles(
    project: Project, annotator_id: str, article_ids: Sequence[str], state: State, progress: Progress = _SILENT
) -> Outcome:
    """Set how far an annotator has come with articles, in one step; those that are so already are left."""
    known = {i: project.annotations.progress_id(i, annotator_id) for i in article_ids}
    wanted = [i for i, there in known.items() if (there[1] if there else State.NEW) is not state]
    if not wanted:
        return Outcome(Changes(), left=len(known))
    title = f"Mark {counted(len(wanted), 'article')} {state.value}"
    with project.step(title, annotator_id=annotator_id, place=Place(wanted[0])) as step:
        for done, article_id in enumerate(wanted):
            if done % _AT_ONCE == 0:
                progress.step(done, len(wanted), "")
            there = known[article_id]
            step.put(Reached(there[0] if there else new_id(), article_id, annotator_id, state))
    return Outcome(step.changes, len(wanted), len(known) - len(wanted))


def tag_places(
    project: Project,
    annotator_id: str,
    places: Mapping[str, Sequence[Span]],
    template: Template,
    what: str,
    progress: Progress = _SILENT,
) -> Outcome:
    """Tag places, by article, like a template, in one step; those in boilerplate or tagged so already are left.

    `what` says what was sought, for the step's label.
    """
    if template.label.layer is Layer.RELATION:
        raise EditError(f"{template.label.shown} links two annotations: it cannot be put on words.")
    made = left = 0
    first = next(((a, spans[0]) for a, spans in places.items() if spans), None)
    if first is None:
        return Outcome(Changes())
    title = f"Tag {what} as {template.label.shown}"
    with project.step(title, annotator_id=annotator_id, place=Place(*first)) as step:
        writer = BulkWriter(step)
        total, done = sum(map(len, places.values())), 0
        for article_id, spans in places.items():
            progress.step(done, total, title)
            done += len(spans)
            if not project.articles.exists(article_id):
                left += len(spans)
                continue
            page = project.annotations.page(article_id, annotator_id)
            new = untagged(page, sorted(set(spans)), template.label)
            made, left = made + len(new), left + len(spans) - len(new)
            if new:
                mark_started(project, page, step)
                for number, span in enumerate(new):
                    if number % _AT_ONCE == 0:
                        progress.step(done - len(new) + number, total, title)
                    writer.add(_records(page, span, template))
        writer.flush()
    return Outcome(step.changes, made, left)


def _records(page: Page, span: Span, template: Template) -> list[Record]:
    mention = replace(
        new_mention(page, (span,), template.label), attributes=template.attributes, entity_id=template.entity_id
    )
    return [mention, resolved(page, mention)] if mention.layer is Layer.TIME else [mention]


def remove_mentions(
    project: Project, annotator_id: str, mention_ids: Iterable[str], what: str, progress: Progress = _SILENT
) -> Outcome:
    """Remove annotations of one annotator with all that refers to them, in one step; nor are they suggested again."""
    found = [m for m in project.annotations.records(Kind.MENTION, mention_ids) if m.annotator_id == annotator_id]
    if not found:
        return Outcome(Changes())
    first = min(found, key=lambda m: (m.article_id, m.span))
    title = f"Remove {what}"
    ids = iter([m.id for m in found])
    with project.step(title, annotator_id=annotator_id, place=Place(first.article_id, first.span)) as step:
        done = 0
        while part := list(islice(ids, _AT_ONCE)):
            progress.step(done, len(found), title)
            delete_with_dependants(project, step, part)
            done += len(part)
    leave_mentions_alone(project, found)
    return Outcome(step.changes, len(found), gone=tuple(found))
