"""Labels and roles of a source under the names they have in this project, chosen by a person or proposed."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from dateline.editing.common import EditError
from dateline.model.annotation import Annotations, Argument, Layer, Mention
from dateline.model.bundle import Bundle, Frame
from dateline.model.occurrence import PERSONS
from dateline.model.schema import Schema

AS_THEY_ARE: Mapping[str, str] = {}
_ADD_IT = "Check the spelling, or add it under Edit → Labels… first."
LEFT_OUT = ""  # what a label is mapped to whose annotations are not wanted
# What taggers and other tools call the types that most schemas have; the first of a row that is here is proposed.
_SYNONYMS = (
    PERSONS,
    ("ORG", "ORGANIZATION", "ORGANISATION", "COMPANY"),
    ("GPE", "COUNTRY", "CITY", "STATE"),
    ("LOC", "LOCATION", "PLACE"),
    ("NORP", "NATIONALITY", "RELIGION", "DEMONYM"),
    ("DATE", "TIMEX3", "TIMEX", "TEMPORAL"),
    ("TIME", "HOUR"),
    ("MONEY", "CURRENCY", "MONETARY"),
    ("NUMBER", "CARDINAL", "NUM", "QUANTITY"),
    ("TITLE", "POSITION", "JOB", "ROLE"),
    ("CONSULT", "MEET", "MEETING", "CONTACT"),
)


def proposed(label: str, layer: Layer, schema: Schema) -> str | None:
    """Return the label of the schema that a source's label most likely stands for; None when none does."""
    here = {t.name.casefold(): t.name for t in schema.layer(layer)} | {
        t.title.casefold(): t.name for t in schema.layer(layer) if t.title
    }
    plain = label.casefold().replace("-", "_")
    tail = plain.rpartition(".")[2].rpartition(":")[2]
    for name in (plain, tail):
        if name in here:
            return here[name]
        for row in _SYNONYMS:
            if name.upper() in row and (found := next((here[r.casefold()] for r in row if r.casefold() in here), None)):
                return found
    return None


def layers_with(mapping: Mapping[str, str], schema: Schema) -> dict[str, Layer]:
    """Return the project's labels and, for each label that is mapped to one, its layer.

    Raises EditError for a target the schema does not have.
    """
    here = {t.name: t.layer for t in schema.types}
    taken = {label: target for label, target in mapping.items() if target != LEFT_OUT}
    for label, target in taken.items():
        if target not in here:
            known = f"there are {', '.join(here)}" if here else "the project has no labels yet"
            raise EditError(f"There is no label {target} here to take {label} for; {known}. {_ADD_IT}")
    return here | {label: here[target] for label, target in taken.items()}


def relabelled(bundle: Bundle, mapping: Mapping[str, str]) -> Bundle:
    """Return a bundle with the labels the project has for its own; what is mapped to nothing is left out.

    Arguments and relations that lose an end, and values and comments of mentions left out, go with them.
    """
    found = bundle.annotations
    used = {m.label for m in found.mentions} | {r.label for r in found.relations}
    if not mapping or used.isdisjoint(mapping):
        return bundle
    mentions = tuple(_renamed(m, mapping) for m in found.mentions if mapping.get(m.label) != LEFT_OUT)
    kept = {m.id for m in mentions}
    return replace(bundle, annotations=_between(found, mentions, kept, mapping))


def _between(
    found: Annotations, mentions: tuple[Mention, ...], kept: Collection[str], mapping: Mapping[str, str]
) -> Annotations:
    relations = (r for r in found.relations if mapping.get(r.label) != LEFT_OUT)
    return replace(
        found,
        mentions=mentions,
        times=tuple(t for t in found.times if t.id in kept),
        arguments=tuple(a for a in found.arguments if a.event_id in kept and a.filler_id in kept),
        relations=tuple(
            replace(r, label=mapping.get(r.label, r.label))
            for r in relations
            if r.source_id in kept and r.target_id in kept
        ),
        comments=tuple(c for c in found.comments if c.mention_id is None or c.mention_id in kept),
    )


def _renamed(mention: Mention, mapping: Mapping[str, str]) -> Mention:
    target = mapping.get(mention.label)
    return mention if target is None else replace(mention, label=target)


def role_key(event: str, role: str) -> str:
    """Return how a mapping of roles names a role of a type of event, under the name the type has here."""
    return f"{event}.{role}"


def roles_here(roles: Mapping[str, str], mapping: Mapping[str, str], schema: Schema) -> dict[str, str]:
    """Return a mapping of roles that may name types of event as the sources do, under the names that they get here."""
    here = [f"{t.name}." for t in schema.types]
    found: dict[str, str] = {}
    for key, target in roles.items():
        of_source = () if any(map(key.startswith, here)) else (s for s in mapping if key.startswith(f"{s}."))
        label = max(of_source, key=len, default="")
        found[role_key(mapping[label], key[len(label) + 1 :]) if label else key] = target
    return found


def require_roles(roles: Mapping[str, str], schema: Schema) -> None:
    """Raise EditError for a type of event, or a role to become, that the schema does not have."""
    for key, target in roles.items():
        if target == LEFT_OUT:
            continue
        known = [t for t in schema.layer(Layer.EVENT) if key.startswith(f"{t.name}.")]
        if not known:
            events = ", ".join(t.name for t in schema.layer(Layer.EVENT)) or "none"
            raise EditError(f"{key} names no role of a type of event here (EVENT.ROLE); there are {events}.")
        if not any(t.role(target) for t in known):
            has = ", ".join(r.name for r in known[0].roles) or "none"
            raise EditError(f"There is no role {target} of {known[0].name} to take {key} for; there are {has}.")


def rerolled(bundle: Bundle, roles: Mapping[str, str]) -> Bundle:
    """Return a bundle, under the labels it has here, with the roles the project has; see `role_key`.

    What is mapped to nothing is left out, and who fills a role already does not fill it twice.
    """
    if not roles or not bundle.annotations.arguments:
        return bundle
    labels = {m.id: m.label for m in bundle.annotations.mentions}
    kept: dict[tuple[str, str, str], Argument] = {}
    for a in bundle.annotations.arguments:
        role = roles.get(role_key(labels.get(a.event_id, ""), a.role), a.role)
        if role != LEFT_OUT:
            kept.setdefault((a.event_id, role, a.filler_id), a if role == a.role else replace(a, role=role))
    return replace(bundle, annotations=replace(bundle.annotations, arguments=tuple(kept.values())))


def left_out_with_roles(bundle: Bundle, roles: Mapping[str, str]) -> int:
    """Return how many arguments `rerolled` leaves out because their roles are mapped to nothing."""
    if not bundle.annotations.arguments or LEFT_OUT not in roles.values():
        return 0
    labels = {m.id: m.label for m in bundle.annotations.mentions}
    keys = (role_key(labels.get(a.event_id, ""), a.role) for a in bundle.annotations.arguments)
    return sum(roles.get(key) == LEFT_OUT for key in keys)


def without_types(frame: Frame, mapping: Mapping[str, str]) -> Frame:
    """Return a frame whose schema lacks the types that are mapped to others."""
    if frame.schema is None or not mapping:
        return frame
    return replace(
        frame, schema=replace(frame.schema, types=tuple(t for t in frame.schema.types if t.name not in mapping))
    )


class NotMet(EditError):
    """A label or role that was to become another, or be left out, is in no source; the message says which are."""
