"""The schema a source brings beside the project's own: whose types are whose, and what is told of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from dateline.editing.import_report import ImportReport
from dateline.editing.onlooker import Came, Onlooker, clashing
from dateline.exchange.problems import BadInput, Problem, ProblemKind, worded
from dateline.model.annotation import Layer
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema, without_names
from dateline.model.wording import Wording, tr
from dateline.store.schema import schema_records
from dateline.store.step import Step

_OTHERWISE = tr("labels that are defined otherwise in the file stay as they are here: {labels}")
_UNUSABLE = tr("says of the label {label} what no schema can hold: {what}")
_COMPARE = tr("Compare them under Edit → Labels…")


class JoiningSchemas:
    """The project's schema during an import, and the types that join it."""

    def __init__(self, step: Step, own: Schema, onlooker: Onlooker, report: ImportReport, came: Came) -> None:
        self.own = own
        self._step, self._onlooker, self._report, self._came = step, onlooker, report, came
        self._described: dict[str, LabelType] = {}

    def take(self, theirs: Schema, unknown: dict[str, Layer], source: str, *, whole: bool) -> list[Problem]:
        """Take the types the project does not have; `whole`, a schema that holds all of its own. Return notices.

        `unknown`: labels of sources before, and their layers, which no schema had. `source`: this one's name. Raises
        BadInput for types that cannot be used.
        """
        _require_usable(theirs.types, source)
        if whole and holds(theirs, self.own):
            for label in self.own.types:
                self._step.delete(Kind.LABEL_TYPE, label.id)
            for record in schema_records(theirs):
                self._step.put(record)
            self.own = theirs
            return []
        known = self.own.by_name
        layers = unknown | {name: label.layer for name, label in known.items()}
        if others := [t for t in theirs.types if layers.get(t.name, t.layer) is not t.layer]:
            self._onlooker.clash(others, clashing(others, layers, self._came, source))
        told = list(told_of_types(theirs, self.own))
        self.put([t for t in theirs.types if t.name not in known])
        return told

    def describe(self, types: Sequence[LabelType], mapping: Mapping[str, str], source: str) -> Schema:
        """Note what a source says of labels that may be new; return it with what its labels become here.

        Raises BadInput for types that cannot be used.
        """
        _require_usable(types, source)
        for label in types:
            if label.name not in mapping:
                self._described.setdefault(label.name, _mapped(label, mapping))
        return Schema(types=tuple(self._described.values()))

    def add(self, unknown: Mapping[str, Layer]) -> None:
        """Add labels that no schema has, with what their sources say of them."""
        names = {*self.own.by_name, *unknown}
        self.put(_of_layer(self._described.get(n) or LabelType(new_id(), x, n), x, names) for n, x in unknown.items())

    def put(self, types: Iterable[LabelType]) -> None:
        """Add types."""
        added = fitted(types, self.own)
        for label in added:
            self._step.put(label)
        self.own = replace(self.own, types=(*self.own.types, *added))
        self._report.labels_added += tuple(t.name for t in added)


def holds(theirs: Schema, own: Schema) -> bool:
    """Say whether a source's schema has all of the project's types as they are: it can stand in their place."""
    return all((there := theirs.by_name.get(t.name)) is not None and _same(t, there) for t in own.types)


def fitted(types: Iterable[LabelType], own: Schema) -> list[LabelType]:
    """Return types as they stand behind the project's own: a key that is taken is left out, an id that is is new."""
    position = max((t.position for t in own.types), default=-1) + 1
    taken = {t.id for t in own.types}
    added: list[LabelType] = []
    for label in types:
        made = replace(label, id=new_id() if label.id in taken else label.id, position=position + len(added))
        trial = replace(own, types=(*own.types, *added, made))
        added.append(replace(made, key="") if trial.problems() else made)
    return added


def _require_usable(types: Iterable[LabelType], source: str) -> None:
    """Raise BadInput where a type, which a format from outside may have made, could not be read back from a project."""
    wrong = [(t.name, what) for t in types for what in without_names(t)]
    if wrong:
        raise BadInput([
            worded(
                Wording(_UNUSABLE, {"label": name, "what": what}), "", source, kind=ProblemKind.FIELD, notice=False
            )
            for name, what in wrong
        ])  # fmt: skip


def told_of_types(theirs: Schema, own: Schema) -> Iterator[Problem]:
    """Yield a notice that names the types of one name and layer that are not the same."""
    known = own.by_name
    other = [t for t in theirs.types if (here := known.get(t.name)) and here.layer is t.layer and not _same(t, here)]
    if other:
        labels = ", ".join(known[t.name].shown for t in other)
        yield worded(Wording(_OTHERWISE, {"labels": labels}), _COMPARE, kind=ProblemKind.OTHERWISE)


def _mapped(label: LabelType, mapping: Mapping[str, str]) -> LabelType:
    """Return a type whose fillers are called as here; what is left out fills nothing."""
    fillers = (dict.fromkeys(here for f in role.fillers if (here := mapping.get(f, f))) for role in label.roles)
    roles = (replace(role, fillers=tuple(fill)) for role, fill in zip(label.roles, fillers, strict=True))
    return replace(label, roles=tuple(roles))


def _of_layer(label: LabelType, layer: Layer, names: Collection[str]) -> LabelType:
    """Return a type that a source describes in its layer; fillers that are no labels here are not named."""
    roles = label.roles if layer is Layer.EVENT else ()
    roles = tuple(replace(role, fillers=tuple(f for f in role.fillers if f in names)) for role in roles)
    return replace(label, layer=layer, roles=roles, attributes=() if layer is Layer.RELATION else label.attributes)


def _same(one: LabelType, other: LabelType) -> bool:
    """Say whether two types are one but for their id and place in the palette."""
    return replace(one, id="", position=0) == replace(other, id="", position=0)
