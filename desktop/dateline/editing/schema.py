"""Editing the label schema; every edit says beforehand how many annotations it touches."""

from msgspec.structs import replace

from dateline.editing.common import EditError, delete_with_dependants
from dateline.editing.joining import join, relation_twins, twins
from dateline.model.annotation import Layer
from dateline.model.changes import Changes, Kind
from dateline.model.ids import new_id
from dateline.model.progress import Progress, Silent
from dateline.model.registry import Entity, Happening
from dateline.model.schema import LabelType, Schema
from dateline.store.journal import Step
from dateline.store.project import Project

_SILENT = Silent()
_AT_ONCE = 500  # annotations between two reports of progress


def touched_by(project: Project, label: str) -> int:
    """Return how many annotations carry a label."""
    return project.annotations.label_counts().get(label, 0)


def joined_by(project: Project, label: str) -> dict[str, int]:
    """Return how many annotations of a label would be joined with an identical one, by the label it is merged into."""
    return project.annotations.twin_counts(label)


def new_type(schema: Schema, layer: Layer, name: str) -> LabelType:
    """Return a type with a free key at the end of its layer, not stored yet."""
    taken = {t.key.split(" ")[0] for t in schema.types if t.key}
    letters = [c for c in name.lower() + "abcdefghijklmnopqrstuvwxyz" if c.isascii() and c.isalpha()]
    key = next((c for c in letters if c not in taken), "")
    position = max((t.position for t in schema.types), default=-1) + 1
    return LabelType(new_id(), layer, name, key=key if layer is not Layer.RELATION else "", position=position)


def put_type(project: Project, new: LabelType, progress: Progress = _SILENT) -> Changes:
    """Add a type, or change one: a new name goes into every annotation, a new layer is refused.

    Raises EditError naming what stands in the way (a name or key that is taken).
    """
    schema = project.schema()
    old = next((t for t in schema.types if t.id == new.id), None)
    others = tuple(t for t in schema.types if t.id != new.id)
    if problems := replace(schema, types=(*others, new)).problems():
        raise EditError("; ".join(problems) + ".")
    if old and old.layer is not new.layer:
        raise EditError(f"{old.name} is a type of {old.layer.value}; make a new type and merge it instead.")
    if old == new:
        return Changes()
    text = f"Add type {new.shown}" if old is None else _what_changed(old, new)
    with project.step(text) as step:
        step.put(new)
        if old and old.name != new.name:
            _relabel(project, step, old.name, new.name, progress)
            _rename_filler(step, (*others, new), old.name, new.name)
        if old:
            _rename_roles(project, step, old, new)
    return step.changes


def merge_types(project: Project, source_id: str, target_id: str, progress: Progress = _SILENT) -> Changes:
    """Give every annotation of one type to another of the same layer, and remove the first.

    Annotations that become identical by it are joined; the step's label says how many.
    """
    schema = project.schema()
    source, target = _type(schema, source_id), _type(schema, target_id)
    if source.layer is not target.layer:
        raise EditError(f"{source.shown} and {target.shown} are of different layers and cannot be merged.")
    same, links = twins(project, source.name, target.name), relation_twins(project, source.name, target.name)
    count = len(same) + len(links)
    joined = f", {count} on the same words joined" if count else ""
    with project.step(f"Merge {source.shown} into {target.shown}{joined}") as step:
        ids = list(same)
        for done in range(0, len(ids), _AT_ONCE):
            progress.step(done, len(ids), target.name)
            join(project, step, {gone: same[gone] for gone in ids[done : done + _AT_ONCE]})
        for relation_id in links:
            step.delete(Kind.RELATION, relation_id)
        _relabel(project, step, source.name, target.name, progress)
        _rename_filler(step, tuple(t for t in schema.types if t.id != source_id), source.name, target.name)
        step.delete(Kind.LABEL_TYPE, source_id)
    return step.changes


def remove_type(project: Project, type_id: str, progress: Progress = _SILENT) -> Changes:
    """Remove a type and every annotation under it."""
    schema = project.schema()
    old = _type(schema, type_id)
    with project.step(f"Remove type {old.shown}") as step:
        if old.layer is Layer.RELATION:
            for relation in project.annotations.relations_with_label(old.name):
                step.delete(Kind.RELATION, relation.id)
        else:
            ids = [m.id for m in project.annotations.with_label(old.name)]
            for done in range(0, len(ids), _AT_ONCE):
                progress.step(done, len(ids), old.name)
                delete_with_dependants(project, step, ids[done : done + _AT_ONCE])
        _rename_filler(step, tuple(t for t in schema.types if t.id != type_id), old.name, None)
        step.delete(Kind.LABEL_TYPE, type_id)
    return step.changes


def move_type(project: Project, type_id: str, position: int) -> Changes:
    """Move a type to another place of the palette, within its layer."""
    schema = project.schema()
    old = _type(schema, type_id)
    layer = [t for t in schema.layer(old.layer) if t.id != type_id]
    layer.insert(position, old)
    slots = sorted(t.position for t in layer)
    with project.step(f"Move type {old.shown}") as step:
        for label, slot in zip(layer, slots, strict=True):
            step.put(replace(label, position=slot))
    return step.changes


def _type(schema: Schema, type_id: str) -> LabelType:
    found = next((t for t in schema.types if t.id == type_id), None)
    if found is None:
        raise EditError("This type is no longer there.")
    return found


def _what_changed(old: LabelType, new: LabelType) -> str:
    if old.name != new.name:
        return f"Rename type {old.name} to {new.name}"
    if old.colour != new.colour:
        return f"Recolour type {new.shown}"
    return f"Key of type {new.shown}: {new.key}" if old.key != new.key else f"Edit type {new.shown}"


def _relabel(project: Project, step: Step, old: str, new: str, progress: Progress) -> None:
    mentions = project.annotations.with_label(old)
    for done, mention in enumerate(mentions):
        if done % _AT_ONCE == 0:
            progress.step(done, len(mentions), new)
        step.put(replace(mention, label=new))
    for relation in project.annotations.relations_with_label(old):
        step.put(replace(relation, label=new))
    things: list[Entity | Happening] = [*project.registry.entities(), *project.registry.happenings()]
    for thing in things:
        if thing.type == old:
            step.put(replace(thing, type=new))


def _rename_filler(step: Step, types: tuple[LabelType, ...], old: str, new: str | None) -> None:
    """Follow a rename (None: removal) in the lists of labels that roles take."""
    for label in types:
        if any(old in r.fillers for r in label.roles):
            roles = tuple(
                replace(r, fillers=tuple(dict.fromkeys(n for f in r.fillers if (n := new if f == old else f))))
                for r in label.roles
            )
            step.put(replace(label, roles=roles))


def _rename_roles(project: Project, step: Step, old: LabelType, new: LabelType) -> None:
    """Roles in the same place under another name are renamed in the annotations; roles taken away leave theirs."""
    if len(old.roles) != len(new.roles):
        return
    renamed = {a.name: b.name for a, b in zip(old.roles, new.roles, strict=True) if a.name != b.name}
    if renamed and not set(renamed.values()) & {r.name for r in old.roles}:
        for argument in project.annotations.arguments_of_label(new.name):
            if argument.role in renamed:
                step.put(replace(argument, role=renamed[argument.role]))
