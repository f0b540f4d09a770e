"""brat's configuration: names as brat can store them, annotation.conf, visual.conf and tools.conf written."""

import json
import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct, field

from dateline.exchange.formats.brat.conf import OURS, Conf
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

_UNSTORABLE = re.compile(r"[^a-zA-Z0-9_-]")
_PLAIN_TERM = re.compile(r"\w[\w.()'/&-]*")  # for brat a name ends at white space
_VALUE = re.compile(r"[^\s|,:]+")
_NUMBER = re.compile(r"[0-9]+$")
_MOST_VALUES = 100


def storable(name: str) -> str:
    """Return a name as brat stores it: without accents, and "_" for what is no ASCII letter, digit, "_" or "-"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    form = _UNSTORABLE.sub("_", plain)
    return form if re.search(r"[a-zA-Z0-9]", form) else f"X{form}"


class Forms:
    """The stored forms of names of one sort, none given to two names.

    `numbered`: the sort is told apart by numbers behind it (Org, Org2), so no form of its own ends in one.
    """

    def __init__(self, *, numbered: bool = False) -> None:
        self._end = "_" if numbered else ""
        self._forms: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, name: str) -> str:
        """Return the form of a name, the same each time."""
        found = self._forms.get(name)
        if found is None:
            found, n = self._ended(storable(name)), 1
            while found in self._taken:
                n += 1
                found = self._ended(f"{storable(name)}_v{n}")
            self._taken.add(found)
            self._forms[name] = found
        return found

    def _ended(self, form: str) -> str:
        return f"{form}{self._end}" if _NUMBER.search(form) else form

    def has_form(self, form: str) -> bool:
        """Say whether a form is given to a name."""
        return form in self._taken

    def items(self) -> Iterable[tuple[str, str]]:
        """Return the names with their forms."""
        return self._forms.items()


class Met(Struct):
    """What an export has met, and the forms it gave to names."""

    labels: dict[Layer, dict[str, None]] = field(default_factory=lambda: {layer: {} for layer in Layer})
    types: Forms = field(default_factory=Forms)
    roles: Forms = field(default_factory=lambda: Forms(numbered=True))
    attributes: Forms = field(default_factory=Forms)
    roles_of: dict[str, dict[str, bool]] = field(default_factory=dict)  # by label: roles, and whether repeated
    values_of: dict[str, dict[str, None]] = field(default_factory=dict)  # by attribute
    labels_of: dict[str, dict[str, None]] = field(default_factory=dict)  # by attribute

    def take_schema(self, schema: Schema) -> None:
        """Take in what a schema declares."""
        for label in schema.types:
            self.type(label.layer, label.name)
            for role in label.roles:
                self.role(label.name, role.name, repeated=role.repeatable)
            for attribute in label.attributes:
                for value in ("", *attribute.values):
                    self.attribute(attribute.name, value, label.name)

    def type(self, layer: Layer, label: str) -> str:
        """Note a label and return its form."""
        self.labels[layer][label] = None
        return self.types.of(label)

    def role(self, label: str, role: str, *, repeated: bool = False) -> str:
        """Note an event's role and return its form."""
        roles = self.roles_of.setdefault(label, {})
        roles[role] = roles.get(role, False) or repeated
        return self.roles.of(role)

    def attribute(self, name: str, value: str, label: str) -> str:
        """Note an attribute of a label and return its form."""
        self.labels_of.setdefault(name, {})[label] = None
        values = self.values_of.setdefault(name, {})
        if len(values) < _MOST_VALUES and _VALUE.fullmatch(value):
            values[value] = None
        return self.attributes.of(name)


def annotation_conf(met: Met, schema: Schema | None) -> str:
    """Return annotation.conf: all labels, roles and attributes, under the names they have here where brat allows it."""
    known = schema.by_name if schema else {}
    lines = [OURS, "[entities]"]
    for layer in (Layer.ENTITY, Layer.TIME):
        lines += [_term(label, met.types, "type") for label in met.labels[layer]]
    lines += ["", "[relations]"]
    lines += [f"{_term(x, met.types, 'type')}\tArg1:<ANY>, Arg2:<ANY>" for x in met.labels[Layer.RELATION]]
    lines += ["", "[events]"]
    for label in met.labels[Layer.EVENT]:
        roles = ", ".join(
            _role(role, repeated, known.get(label), met) for role, repeated in met.roles_of.get(label, {}).items()
        )
        lines.append(f"{_term(label, met.types, 'type')}\t{roles}".rstrip("\t"))
    lines += ["", "[attributes]"]
    for name, values in met.values_of.items():
        choices = f", Value:{'|'.join(values)}" if values else ""
        labels = "|".join(met.types.of(label) for label in met.labels_of.get(name, ()))
        lines.append(f"{_term(name, met.attributes, 'attribute')}\tArg:{labels or '<ANY>'}{choices}")
    lines += [""]
    for sort, forms in (("type", met.types), ("role", met.roles), ("attribute", met.attributes)):
        lines += [
            f"# dateline {sort}: {form} = {json.dumps(name)}"
            for name, form in forms.items()
            if name != form and not (sort != "role" and _is_plain(name, form))
        ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _is_plain(name: str, form: str) -> bool:
    """Say whether brat itself makes the form of the name."""
    return storable(name) == form and bool(_PLAIN_TERM.fullmatch(name))


def _term(name: str, forms: Forms, sort: str) -> str:
    del sort
    form = forms.of(name)
    return name if name != form and _is_plain(name, form) else form


def _role(role: str, repeated: bool, label: LabelType | None, met: Met) -> str:
    known = label.role(role) if label else None
    required = bool(known and known.required)
    mark = ("+" if required else "*") if repeated else ("" if required else "?")
    fillers = [met.types.of(f) for f in known.fillers] if known else []
    return f"{met.roles.of(role)}{mark}:{'|'.join(fillers) or '<ANY>'}"


def visual_conf(met: Met, schema: Schema | None) -> str:
    """Return visual.conf: titles, short forms and colours."""
    lines = ["[labels]"]
    drawing = ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"]
    drawing.append("ARC_DEFAULT\tcolor:black, arrowHead:triangle-5")
    for label in schema.types if schema else ():
        form = met.types.of(label.name)
        names = dict.fromkeys(" ".join(n.replace("|", " ").split()) for n in (label.shown, label.code) if n)
        lines.append(" | ".join((form, *names)))
        if label.colour and label.layer is not Layer.RELATION:
            drawing.append(f"{form}\tbgColor:{label.colour}")
    return "\n".join((*lines, *drawing)) + "\n"


TOOLS_CONF = """[normalization]
Wikidata\t<URL>:https://www.wikidata.org, <URLBASE>:https://www.wikidata.org/wiki/%s
"""


class Names(Struct):
    """The names that stored forms stand for, read from annotation.conf, and the roles it declares."""

    types: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def role(self, written: str, roles: Iterable[str]) -> str:
        """Return the role meant by `written`, of an event that has these `roles`, as written.

        "Org2" beside an "Org" is a second Org, unless a role of that name is declared.
        """
        if written in self.roles:
            return self.roles[written]
        base = _NUMBER.sub("", written)
        return self.roles.get(base, base) if base and base in roles else written


def names_of(conf: Conf) -> Names:
    """Return the names that a configuration says: of stored forms, what they stand for."""
    names = Names()
    said: dict[str, dict[str, str]] = {"type": names.types, "attribute": names.attributes, "role": names.roles}
    for sort, form, name in conf.originals:
        if (forms := said.get(sort)) is not None:
            forms[form] = name
    for term in conf.terms:
        if (form := storable(term.name)) != term.name:
            (names.attributes if term.section == "attributes" else names.types).setdefault(form, term.name)
        if term.section == "events":
            names.roles |= {a.key: a.key for a in term.arguments if a.key[0] != "<" and a.key not in names.roles}
    return names
