"""Making, changing and parting entities and happenings from the registry: no article need be open for it."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from dateline.editing.common import EditError
from dateline.editing.registry import linked
from dateline.model.annotation import Layer, Mention
from dateline.model.changes import Changes, Kind, Place
from dateline.model.ids import new_id
from dateline.model.registry import Entity, Happening, tidy_external_id
from dateline.model.wording import cut_short
from dateline.store.project import Project

Thing = Entity | Happening
_LAYERS = {Kind.ENTITY: Layer.ENTITY, Kind.HAPPENING: Layer.EVENT}


def create(project: Project, kind: Kind, name: str, type_: str = "") -> tuple[Thing, Changes]:
    """Make an entity or happening that nothing is linked to yet."""
    thing = _made(kind, name, type_)
    with project.step(f"New {_word(kind)} {cut_short(thing.name)}") as step:
        step.put(thing)
    return thing, step.changes


def rename(project: Project, kind: Kind, thing_id: str, name: str) -> Changes:
    """Call a thing otherwise; an entity keeps its old name as an alias."""
    thing, name = _thing(project, kind, thing_id), _named(name)
    if name == thing.name:
        return Changes()
    new = replace(thing, name=name)
    if isinstance(new, Entity):
        new = replace(new, aliases=_aliases(new.name, (*new.aliases, thing.name)))
    return _put(project, f"Rename {cut_short(thing.name)} to {cut_short(new.name)}", new)


def set_aliases(project: Project, entity_id: str, aliases: Iterable[str]) -> Changes:
    """Give an entity these other names; empty ones, repeated ones and its own name are left out."""
    entity = _thing(project, Kind.ENTITY, entity_id)
    new = replace(entity, aliases=_aliases(entity.name, aliases))
    return _put(project, f"Aliases of {cut_short(entity.name)}", new) if new != entity else Changes()


def set_type(project: Project, kind: Kind, thing_id: str, type_: str) -> Changes:
    """Say of what type a thing is; "" for none."""
    thing = _thing(project, kind, thing_id)
    return (
        _put(project, f"Type of {cut_short(thing.name)}", replace(thing, type=type_))
        if type_ != thing.type
        else Changes()
    )


def set_external_id(project: Project, kind: Kind, thing_id: str, text: str) -> Changes:
    """Say what a thing is called elsewhere: a Wikidata QID or free text; raises EditError for half a QID."""
    thing = _thing(project, kind, thing_id)
    try:
        value = tidy_external_id(text)
    except ValueError as error:
        raise EditError(f"{error}.") from None
    if value == thing.external_id:
        return Changes()
    return _put(
        project, f"External id of {cut_short(thing.name)}: {value or 'none'}", replace(thing, external_id=value)
    )


def set_thing_note(project: Project, kind: Kind, thing_id: str, text: str) -> Changes:
    """Write the note on a thing."""
    thing = _thing(project, kind, thing_id)
    if text.strip() == thing.note:
        return Changes()
    return _put(project, f"Note on {cut_short(thing.name)}", replace(thing, note=text.strip()))


def split(project: Project, kind: Kind, thing_id: str, mention_ids: Sequence[str], name: str) -> tuple[Thing, Changes]:
    """Part some mentions from a thing: they go to a new one of the same type, called `name`."""
    thing, name = _thing(project, kind, thing_id), _named(name)
    mine = project.registry.all_mentions(kind, thing_id)
    wanted = set(mention_ids)
    going = [m for m in mine if m.id in wanted]
    if not going:
        raise EditError("Choose the mentions that belong to something else.")
    if len(going) == len(mine):
        raise EditError("These are all its mentions: rename it instead, or leave one of them.")
    new = _made(kind, name, thing.type)
    with project.step(f"Split {len(going)} from {cut_short(thing.name)}", place=_place(going[0])) as step:
        step.put(new)
        for mention in going:
            step.put(linked(mention, kind, new.id))
    return new, step.changes


def link_mentions(project: Project, kind: Kind, thing_id: str | None, mention_ids: Sequence[str]) -> Changes:
    """Say that mentions, wherever they stand, mean this thing; None unlinks them."""
    thing = _thing(project, kind, thing_id) if thing_id else None
    found: list[Mention] = project.annotations.records(Kind.MENTION, mention_ids)
    fitting = [m for m in found if m.layer is _LAYERS[kind]]
    if not fitting:
        raise EditError("These annotations are no longer there.")
    what = "1 mention" if len(fitting) == 1 else f"{len(fitting)} mentions"
    label = f"Link {what} to {cut_short(thing.name)}" if thing else f"Unlink {what}"
    with project.step(label, place=_place(fitting[0])) as step:
        for mention in fitting:
            step.put(linked(mention, kind, thing_id))
    return step.changes


def _put(project: Project, label: str, thing: Thing) -> Changes:
    with project.step(label) as step:
        step.put(thing)
    return step.changes


def _thing(project: Project, kind: Kind, thing_id: str) -> Any:
    found = project.annotations.records(kind, [thing_id])
    if not found:
        raise EditError(f"This {_word(kind)} is no longer there.")
    return found[0]


def _made(kind: Kind, name: str, type_: str) -> Thing:
    make = Entity if kind is Kind.ENTITY else Happening
    return make(new_id(), _named(name), type_)


def _named(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise EditError("It needs a name.")
    return tidy


def _aliases(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    tidy = (" ".join(a.split()) for a in aliases)
    return tuple(dict.fromkeys(a for a in tidy if a and a != name))


def _place(mention: Mention) -> Place:
    return Place(mention.article_id, mention.span, mention.id)


def _word(kind: Kind) -> str:
    return "entity" if kind is Kind.ENTITY else "happening"
