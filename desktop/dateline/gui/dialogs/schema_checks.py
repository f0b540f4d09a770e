"""What stands in the way of a changed type, and what is worth knowing before it is applied."""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from dateline.gui.widgets.wording import worded
from dateline.model.schema import Attribute, LabelType, Role, Schema

translate = QCoreApplication.translate
T = TypeVar("T", Role, Attribute)


def problems(schema: Schema, new: LabelType, reserved: Mapping[str, str]) -> list[str]:
    """Name what forbids a type, one sentence each; `reserved` are the reader's own keys and what they do."""
    others = tuple(t for t in schema.types if t.id != new.id)
    found = [] if new.name.strip() else [translate("SchemaChecks", "a type needs a name")]
    there = replace(schema, types=others).faults()
    if new.name.strip():
        named = replace(new, roles=_named(new.roles), attributes=_named(new.attributes))  # the others are told below
        found += [worded(p) for p in replace(schema, types=(*others, named)).faults() if p not in there]
    for stroke in new.key.split(" ") if new.key else []:
        if stroke.lower() in reserved:
            text = translate("SchemaChecks", "the key {} is the reader's: {}")
            found.append(text.format(stroke, reserved[stroke.lower()]))
        elif stroke != stroke.lower():
            text = translate("SchemaChecks", "the key {} must be lower-case: Shift tags every identical occurrence")
            found.append(text.format(stroke))
    if new.colour and not QColor(new.colour).isValid():
        found.append(translate("SchemaChecks", "{} is not a colour; write it like #2b6cb0").format(new.colour))
    names = {new.name, *schema.by_name}  # its old name, too: a rename goes into the fillers
    for role in new.roles:
        if unknown := [f for f in role.fillers if f not in names]:
            text = translate("SchemaChecks", "the role {} takes {}, which is no label of this schema")
            found.append(text.format(role.name, ", ".join(unknown)))
        if not role.name.strip():
            found.append(translate("SchemaChecks", "a role needs a name"))
    for attribute in new.attributes:
        if not attribute.name.strip():
            found.append(translate("SchemaChecks", "an attribute needs a name"))
        if attribute.default and attribute.values and attribute.default not in attribute.values:
            text = translate("SchemaChecks", "{} is not among the values of {}")
            found.append(text.format(attribute.default, attribute.name))
    return found


def _named(parts: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(part for part in parts if part.name.strip())


def notes(schema: Schema, new: LabelType) -> list[str]:
    """Name what works but may surprise: keys of roles and attributes that a label or another role has too."""
    found: list[str] = []
    labels = {t.key.split(" ")[0]: t.shown for t in schema.types if t.key and t.id != new.id}
    if new.key:
        labels[new.key.split(" ")[0]] = new.shown
    seen: dict[str, str] = {}
    for name, key in [*((r.name, r.key) for r in new.roles), *((a.name, a.key) for a in new.attributes)]:
        if not key:
            continue
        if key in labels:
            text = translate("SchemaChecks", "The key {} of {} also belongs to the label {}.")
            found.append(text.format(key, name, labels[key]))
        if key in seen:
            text = translate("SchemaChecks", "{} and {} have the same key {}.")
            found.append(text.format(seen[key], name, key))
        seen[key] = name
    return found
