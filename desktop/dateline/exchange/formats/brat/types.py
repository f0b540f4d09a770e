"""What annotation.conf and visual.conf say of labels: roles, attributes and their values, titles and colours."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from dateline.exchange.formats.brat.conf import Conf, Term
from dateline.exchange.formats.brat.config import Names, storable
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import Attribute, LabelType, Role

_SECTION = re.compile(r"\[(\w+)\]\s*")
_COLOUR = re.compile(r"bgColor:(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})(?![0-9a-fA-F])")
_LAYERS = {"entities": Layer.ENTITY, "relations": Layer.RELATION, "events": Layer.EVENT}
_SORTS = {"<ENTITY>": Layer.ENTITY, "<RELATION>": Layer.RELATION, "<EVENT>": Layer.EVENT}
_ANY, _TRUE = "<ANY>", ("true",)  # what is said by an attribute without values


def types_of(conf: Conf, visual_conf: str, names: Names) -> tuple[LabelType, ...]:
    """Return the labels that brat's configuration declares, each once.

    Whether a span's label is an entity's or a time's brat does not say: such labels are of the entity layer here.
    `names`: what the stored forms of annotation.conf stand for.
    """
    return _Declared(conf, visual_conf, names).types


class _Declared(Struct, frozen=True, dict=True):
    """The two files, and what they say."""

    conf: Conf
    visual_conf: str
    names: Names

    @cached_property
    def types(self) -> tuple[LabelType, ...]:
        attributes = list(self._attributes())
        return tuple(
            replace(
                label,
                roles=tuple(self._roles(term)) if label.layer is Layer.EVENT else (),
                attributes=tuple({a.name: a for on, a in attributes if not on or label.name in on}.values())
                if label.layer is not Layer.RELATION
                else (),
                **self._looks.get(label.name, {}),
            )
            for label, term in self._labels.values()
        )

    @cached_property
    def _labels(self) -> dict[str, tuple[LabelType, Term]]:
        found: dict[str, tuple[LabelType, Term]] = {}
        for section, layer in _LAYERS.items():
            for term in self.conf.terms:
                if term.section == section:
                    found.setdefault(name := self._type(term.name), (LabelType(new_id(), layer, name), term))
        return found

    def _type(self, written: str) -> str:
        return self.names.types.get(storable(written), written)

    def _named(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return the labels that are meant by "Person|<EVENT>", none where all are."""
        found: dict[str, None] = {}
        for value in values:
            if value == _ANY:
                return ()
            if layer := _SORTS.get(value):
                found.update({name: None for name, (label, _) in self._labels.items() if label.layer is layer})
            elif not value.startswith("<"):
                found[self._type(value)] = None
        return tuple(found)

    def _roles(self, term: Term) -> Iterator[Role]:
        met: set[str] = set()
        for argument in term.arguments:
            name = self.names.roles.get(argument.key, argument.key)
            if not argument.key.startswith("<") and name not in met:
                met.add(name)
                least, most = _count(argument.mark)
                yield Role(name, fillers=self._named(argument.values), required=least > 0, repeatable=most > 1)

    def _attributes(self) -> Iterator[tuple[tuple[str, ...], Attribute]]:
        """Yield the attributes with the labels they are of, none where they are of all."""
        without_values = () if self.conf.ours else _TRUE  # ours are free text
        for term in self.conf.terms:
            if term.section == "attributes":
                name = self.names.attributes.get(storable(term.name), term.name)
                values = tuple(dict.fromkeys(term.values("Value") or without_values))
                yield self._named(term.values("Arg") or (_ANY,)), Attribute(name, values)

    @cached_property
    def _looks(self) -> dict[str, dict[str, str]]:
        """The titles, short forms and colours of labels, as far as they are said."""
        found: dict[str, dict[str, str]] = {}
        section = ""
        for line in self.visual_conf.splitlines():
            if head := _SECTION.fullmatch(line):
                section = head[1].lower()
            elif section == "labels" and not line.startswith("#"):
                form, *shown = (" ".join(part.split()) for part in line.split("|"))
                name = self._type(form)
                looks = found.setdefault(name, {})
                if shown and shown[0] and shown[0] != name:
                    looks["title"] = shown[0]
                if len(shown) > 1 and shown[-1]:  # the shortest is the last
                    looks["code"] = shown[-1]
            elif section == "drawing" and (colour := _COLOUR.search(line)):
                digits = colour[1][1:].lower()
                digits = digits if len(digits) == 6 else "".join(d * 2 for d in digits)
                found.setdefault(self._type(line.split(None, 1)[0]), {})["colour"] = f"#{digits}"
        return found


def _count(mark: str) -> tuple[int, int]:
    """Return how often a role is filled at least and at most; more than once is 2."""
    if mark.startswith("{"):
        least, _, most = mark.strip("{}").partition("-")
        return min(2, int(least)), min(2, int(most or least))
    return {"?": (0, 1), "*": (0, 2), "+": (1, 2)}.get(mark, (1, 1))
