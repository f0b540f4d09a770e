"""The label schema: types, keys, colours, roles and attributes; read from TOML, stored type by type."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.wording import Wording, tr

T = TypeVar("T")


class SchemaError(ValueError):
    """A schema that cannot be used; the message says which type or field, and what was expected."""


class Attribute(Struct, frozen=True):
    """A property an annotation of a type can have.

    `values` are the choices (empty: free text); `default` is meant when the annotation says nothing.
    `key` is the stroke that cycles it while the annotation is selected.
    """

    name: str
    values: tuple[str, ...] = ()
    default: str = ""
    key: str = ""
    description: str = ""


class Role(Struct, frozen=True):
    """A slot of an event. `fillers` are label names that fit (empty: all); others are offered last, never barred."""

    name: str
    key: str = ""
    fillers: tuple[str, ...] = ()
    required: bool = False
    repeatable: bool = False
    description: str = ""


class LabelType(Struct, frozen=True):
    """One label. `name` is unique in the schema over all layers and is what annotations carry.

    `key` is one stroke, or two parted by a space ("v c"). `title` is shown in tags, `code` where there is
    no room, `colour` is "#rrggbb" for the light theme or "" for one from the theme's palette.
    """

    id: str
    layer: Layer
    name: str
    title: str = ""
    code: str = ""
    key: str = ""
    colour: str = ""
    description: str = ""
    roles: tuple[Role, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    position: int = 0

    @property
    def shown(self) -> str:
        """The name to show: the title where there is one."""
        return self.title or self.name

    def role(self, name: str) -> Role | None:
        """Return the role of that name, or None."""
        return next((r for r in self.roles if r.name == name), None)

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)


class Schema(Struct, frozen=True, dict=True):
    """All label types of a project in the order of the palette.

    `fold_identical` makes "tag every identical occurrence" ignore case and diacritics.
    """

    name: str = ""
    title: str = ""
    description: str = ""
    fold_identical: bool = True
    types: tuple[LabelType, ...] = field(default_factory=tuple)

    @cached_property
    def by_name(self) -> dict[str, LabelType]:
        """The types by name."""
        return {t.name: t for t in self.types}

    def layer(self, layer: Layer) -> tuple[LabelType, ...]:
        """Return the types of one layer in palette order."""
        return tuple(t for t in self.types if t.layer is layer)

    def shown(self, name: str) -> str:
        """Return what a label is called on the screen; a name the schema does not have is shown as it is."""
        found = self.by_name.get(name)
        return found.shown if found else name

    def by_key(self, key: str) -> LabelType | None:
        """Return the type with exactly this key ("p", "v c"), or None."""
        return next((t for t in self.types if t.key == key), None) if key else None

    def problems(self) -> list[str]:
        """List what stands in the way of using this schema, one sentence each."""
        return [str(fault) for fault in self.faults()]

    def faults(self) -> list[Wording]:
        """List the same in a form that can be translated."""
        out: list[Wording] = []
        seen_names: set[str] = set()
        seen_keys: dict[str, str] = {}
        for t in self.types:
            if not t.name.strip():
                out.append(Wording(tr("a type has no name")))
            if t.name in seen_names:
                out.append(Wording(tr("two types are called {name}"), {"name": t.name}))
            seen_names.add(t.name)
            out += _key_problems(t, seen_keys)
            out += without_names(t)
            role_names = [r.name for r in t.roles if r.name]
            twice = [n for n in sorted(set(role_names)) if role_names.count(n) > 1]
            out += [Wording(tr("{name} has two roles called {role}"), {"name": t.name, "role": n}) for n in twice]
        return out


def without_names(label: LabelType) -> list[Wording]:
    """Say which parts of a type have no name: no project holds such a type, for none is read back."""
    parts = (
        (tr("{name} has a role without a name"), label.roles),
        (tr("{name} has an attribute without a name"), label.attributes),
    )
    return [Wording(text, {"name": label.name}) for text, of in parts if any(not part.name for part in of)]


def _key_problems(label: LabelType, seen: dict[str, str]) -> list[Wording]:
    """A key must be one or two strokes, be its own, and not begin another's."""
    if not label.key:
        return []
    strokes = label.key.split(" ")
    if len(strokes) > 2 or any(len(s) != 1 for s in strokes):
        text = tr("the key of {name} must be one character, or two parted by a space, not {key}")
        return [Wording(text, {"name": label.name, "key": repr(label.key)})]
    out = []
    for key, name in seen.items():
        if key == label.key or (key.split(" ")[0] == strokes[0] and len(key.split(" ")) != len(strokes)):
            details = {"name": name, "key": key, "other": label.name, "others": label.key}
            out.append(Wording(tr("the keys of {name} ({key}) and {other} ({others}) collide"), details))
    seen[label.key] = label.name
    return out


def schema_from_toml(data: Mapping[str, Any], name: str = "") -> Schema:
    """Build a schema from parsed TOML (the form is in `resources/schemas/README.md`).

    Raises SchemaError naming the type and field.
    """
    shared_attributes = {
        str(a.get("name", "")): _attribute(a, "attributes") for a in _tables(data, "attributes", "schema")
    }
    shared_roles = {str(r.get("name", "")): _role(r, "roles") for r in _tables(data, "roles", "schema")}
    types: list[LabelType] = []
    for layer in Layer:
        for raw in _tables(data, layer.value, "schema"):
            types.append(_label_type(raw, layer, len(types), shared_roles, shared_attributes))
    schema = Schema(
        name=str(data.get("name", name)),
        title=str(data.get("title", "")),
        description=str(data.get("description", "")),
        fold_identical=bool(data.get("fold_identical", True)),
        types=tuple(types),
    )
    if problems := schema.problems():
        raise SchemaError("; ".join(problems))
    if not types:
        raise SchemaError("the schema has no types: add [[entity]], [[time]], [[event]] or [[relation]] tables")
    return schema


def _tables(data: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
        raise SchemaError(f"{where}: {key} must be a list of tables ([[{key}]])")
    return value


def _strings(raw: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise SchemaError(f"{where}: {key} must be a list of strings")
    return tuple(value)


def _attribute(raw: Mapping[str, Any], where: str) -> Attribute:
    text = {k: str(raw.get(k, "")) for k in ("name", "default", "key", "description")}
    if not text["name"]:
        raise SchemaError(f"{where}: an attribute has no name")
    return Attribute(values=_strings(raw, "values", f"{where}: {text['name']}"), **text)


def _role(raw: Mapping[str, Any], where: str) -> Role:
    name = str(raw.get("name", ""))
    if not name:
        raise SchemaError(f"{where}: a role has no name")
    return Role(
        name=name,
        key=str(raw.get("key", "")),
        fillers=_strings(raw, "fillers", f"{where}: {name}"),
        required=bool(raw.get("required", False)),
        repeatable=bool(raw.get("repeatable", False)),
        description=str(raw.get("description", "")),
    )


def _label_type(
    raw: Mapping[str, Any],
    layer: Layer,
    position: int,
    shared_roles: Mapping[str, Role],
    shared_attributes: Mapping[str, Attribute],
) -> LabelType:
    """A role or attribute is a table of its own or the name of a shared one; `required` lists roles by name."""
    name = str(raw.get("name", ""))
    where = f"{layer.value} {name or '(no name)'}"
    if not name:
        raise SchemaError(f"{where}: a type needs a name")
    required = set(_strings(raw, "required", where))
    roles = [_one_of(r, shared_roles, _role, f"{where}, roles") for r in raw.get("roles", [])]
    attributes = [_one_of(a, shared_attributes, _attribute, f"{where}, attributes") for a in raw.get("attributes", [])]
    if unknown := required - {r.name for r in roles}:
        raise SchemaError(f"{where}: required names roles it does not have: {', '.join(sorted(unknown))}")
    return LabelType(
        id=str(raw.get("id", "")) or new_id(),
        layer=layer,
        name=name,
        title=str(raw.get("title", "")),
        code=str(raw.get("code", "")),
        key=str(raw.get("key", "")),
        colour=str(raw.get("colour", "")),
        description=str(raw.get("description", "")).strip(),
        roles=tuple(replace(r, required=True) if r.name in required else r for r in roles),
        attributes=tuple(attributes),
        position=position,
    )


def _one_of(raw: Any, shared: Mapping[str, T], build: Any, where: str) -> T:
    if isinstance(raw, str):
        if raw not in shared:
            raise SchemaError(f"{where}: {raw} is not among the shared ones: {', '.join(shared) or 'none'}")
        return shared[raw]
    if isinstance(raw, Mapping):
        built: T = build(raw, where)
        return built
    raise SchemaError(f"{where}: expected a name or a table, not {raw!r}")


def schema_to_toml_data(schema: Schema) -> dict[str, Any]:
    """Return the schema as plain data that `schema_from_toml` reads back to an equal one."""
    data: dict[str, Any] = {
        "name": schema.name,
        "title": schema.title,
        "description": schema.description,
        "fold_identical": schema.fold_identical,
    }
    for layer in Layer:
        if types := schema.layer(layer):
            data[layer.value] = [label_type_to_data(t) for t in types]
    return data


def label_type_to_data(label: LabelType) -> dict[str, Any]:
    """Return a type as plain data, fields at their default left out."""
    data: dict[str, Any] = {"id": label.id, "name": label.name}
    data |= {k: v for k in ("title", "code", "key", "colour", "description") if (v := getattr(label, k))}
    if label.roles:
        data["roles"] = [role_to_data(r) for r in label.roles]
    if label.attributes:
        data["attributes"] = [attribute_to_data(a) for a in label.attributes]
    return data


def role_to_data(role: Role) -> dict[str, Any]:
    """Return a role as plain data."""
    data: dict[str, Any] = {"name": role.name, "key": role.key, "fillers": list(role.fillers)}
    data |= {"required": role.required, "repeatable": role.repeatable, "description": role.description}
    return {k: v for k, v in data.items() if v}


def attribute_to_data(attribute: Attribute) -> dict[str, Any]:
    """Return an attribute as plain data."""
    data: dict[str, Any] = {"name": attribute.name, "values": list(attribute.values), "default": attribute.default}
    data |= {"key": attribute.key, "description": attribute.description}
    return {k: v for k, v in data.items() if v}


def roles_from_data(raw: Iterable[Mapping[str, Any]]) -> tuple[Role, ...]:
    """Build roles from plain data; raises SchemaError."""
    return tuple(_role(r, "roles") for r in raw)


def attributes_from_data(raw: Iterable[Mapping[str, Any]]) -> tuple[Attribute, ...]:
    """Build attributes from plain data; raises SchemaError."""
    return tuple(_attribute(a, "attributes") for a in raw)
