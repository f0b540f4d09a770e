"""Filling the roles of events, and linking mentions."""

from dateline.editing.common import EditError, mention_of, place_of, quoted
from dateline.model.annotation import Argument, Relation
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.schema import LabelType, Schema
from dateline.store.journal import Step
from dateline.store.project import Project


def fill_role(project: Project, page: Page, schema: Schema, event_id: str, role: str, filler_id: str) -> Changes:
    """Put a mention into a role of an event; in a role that is not repeatable it takes the other's place."""
    event, filler = mention_of(page, event_id), mention_of(page, filler_id)
    if filler_id == event_id:
        raise EditError("An event cannot fill its own role.")
    text = f"{role} of {quoted(page, event.fragments)}: {quoted(page, filler.fragments)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        put_filler(page, schema, step, event_id, role, filler_id)
    return step.changes


def change_role(project: Project, page: Page, schema: Schema, argument_id: str, role: str) -> Changes:
    """Put a filler into another role of its event."""
    argument = page.arguments.get(argument_id)
    if argument is None:
        raise EditError("This argument is no longer there.")
    event, filler = mention_of(page, argument.event_id), mention_of(page, argument.filler_id)
    text = f"{role} of {quoted(page, event.fragments)}: {quoted(page, filler.fragments)}, not {argument.role}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        step.delete(Kind.ARGUMENT, argument_id)
        put_filler(page, schema, step, event.id, role, filler.id)
    return step.changes


def empty_role(project: Project, page: Page, argument_id: str) -> Changes:
    """Take a filler out of its role; the mention stays."""
    argument = page.arguments.get(argument_id)
    if argument is None:
        return Changes()
    event, filler = mention_of(page, argument.event_id), mention_of(page, argument.filler_id)
    text = f"{argument.role} of {quoted(page, event.fragments)}: not {quoted(page, filler.fragments)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, event)) as step:
        step.delete(Kind.ARGUMENT, argument_id)
    return step.changes


def relate(project: Project, page: Page, source_id: str, target_id: str, label: LabelType) -> Changes:
    """Link two mentions by a relation; the same link twice changes nothing."""
    source, target = mention_of(page, source_id), mention_of(page, target_id)
    if source_id == target_id:
        raise EditError("An annotation cannot be linked to itself.")
    same = [
        r for r in page.relations.values() if (r.source_id, r.target_id, r.label) == (source_id, target_id, label.name)
    ]
    if same:
        return Changes()
    text = f"{quoted(page, source.fragments)} {label.shown} {quoted(page, target.fragments)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, source)) as step:
        step.put(Relation(new_id(), page.article.id, page.annotator_id, label.name, source_id, target_id))
    return step.changes


def unrelate(project: Project, page: Page, relation_id: str) -> Changes:
    """Take a relation away."""
    relation = page.relations.get(relation_id)
    if relation is None:
        return Changes()
    source = mention_of(page, relation.source_id)
    text = f"Delete {project.shown(relation.label)} of {quoted(page, source.fragments)}"
    with project.step(text, annotator_id=page.annotator_id, place=place_of(page, source)) as step:
        step.delete(Kind.RELATION, relation_id)
    return step.changes


def put_filler(page: Page, schema: Schema, step: Step, event_id: str, role: str, filler_id: str) -> None:
    """Put a mention into a role as part of a step; one that is there already is not put twice."""
    there = [a for a in page.arguments_of(event_id) if a.role == role]
    if any(a.filler_id == filler_id for a in there):
        return
    event_type = schema.by_name.get(page.mentions[event_id].label)
    slot = event_type.role(role) if event_type else None
    if slot and not slot.repeatable:
        for argument in there:
            step.delete(Kind.ARGUMENT, argument.id)
    step.put(Argument(new_id(), event_id, role, filler_id))
