"""Ids that mean something else in the project: what comes under them is given new ones, with all that refers to it."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from dateline.model.annotation import Annotations, Mention
from dateline.model.article import Original
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.store.annotations import FIELDS
from dateline.store.project import Project


def with_fresh_ids(project: Project, come: Annotations, article_id: str, who_id: str | None, text: str) -> Annotations:
    """Return a page of which no id is another article's or annotator's; `text` is the page's own.

    A mention that a newer version of the article has taken over is still the same one: its words and label tell.
    """
    known = {m.id: m for m in project.annotations.records(Kind.MENTION, [m.id for m in come.mentions])}
    new: dict[str, str] = {}
    for mention in come.mentions:
        here = known.get(mention.id)
        if here is not None and not _is_same(project, here, mention, article_id, who_id, text):
            new[mention.id] = new_id()
    others = {i: new_id() for i in _taken(project, come, article_id, who_id, new)}
    if not (new or others):
        return come

    def at(mention_id: str) -> str:
        return new.get(mention_id, mention_id)

    def own(record_id: str) -> str:
        return others.get(record_id, record_id)

    return replace(
        come,
        mentions=tuple(replace(m, id=at(m.id)) for m in come.mentions),
        times=tuple(replace(t, id=at(t.id)) for t in come.times),
        arguments=tuple(
            replace(a, id=own(a.id), event_id=at(a.event_id), filler_id=at(a.filler_id)) for a in come.arguments
        ),
        relations=tuple(
            replace(r, id=own(r.id), source_id=at(r.source_id), target_id=at(r.target_id)) for r in come.relations
        ),
        comments=tuple(
            replace(c, id=own(c.id), mention_id=at(c.mention_id) if c.mention_id else None) for c in come.comments
        ),
        regions=tuple(replace(r, id=own(r.id)) for r in come.regions),
    )


def _is_same(project: Project, here: Mention, come: Mention, article_id: str, who_id: str | None, text: str) -> bool:
    if who_id is not None and here.annotator_id != who_id:
        return False
    if here.article_id == article_id:
        return True
    if here.label != come.label or not project.articles.exists(article_id):
        return False
    return here.text_of(project.articles.get(here.article_id).text) == come.text_of(text)


def _taken(
    project: Project, come: Annotations, article_id: str, who_id: str | None, new: dict[str, str]
) -> Iterator[str]:
    """Yield the ids of arguments, relations, notes and regions that are another page's here."""
    mentions = {m.id for m in come.mentions} - new.keys()
    for kind, records in (
        (Kind.ARGUMENT, come.arguments),
        (Kind.RELATION, come.relations),
        (Kind.COMMENT, come.comments),
        (Kind.REGION, come.regions),
    ):
        found: list[Any] = project.annotations.records(kind, [r.id for r in records])
        for here in found:
            if kind is Kind.ARGUMENT:
                same = here.event_id in mentions
            else:
                same = here.article_id == article_id and (who_id is None or here.annotator_id in (None, who_id))
            if not same:
                yield here.id


def ids_here(project: Project, annotations: Annotations) -> set[str]:
    """Return which ids of a page's records the project has already."""
    return {
        record.id
        for kind, name in FIELDS.items()
        for record in project.annotations.records(kind, [r.id for r in getattr(annotations, name)])
    }


def rehomed(record: Any, kind: Kind, article_id: str, annotator_id: str | None) -> Any:
    """Give a record the ids that its article and annotator have in this project."""
    if kind in (Kind.MENTION, Kind.RELATION, Kind.COMMENT):
        return replace(record, article_id=article_id, annotator_id=annotator_id)
    if kind is Kind.REGION:
        return replace(record, article_id=article_id, annotator_id=annotator_id if record.annotator_id else None)
    return record


def original_of(article_id: str, original: Original, project: Project, *, fresh: bool) -> Original:
    """Return an original as a project has it: of the article it came with, under an id that is free.

    `fresh`: the project is empty.
    """
    taken = not fresh and project.annotations.records(Kind.ORIGINAL, [original.id])
    return replace(original, id=new_id() if taken else original.id, article_id=article_id)
