"""What is said of a label that is met in one layer and was known for another, and how it can come in all the same."""

from collections.abc import Mapping

from dateline.exchange.checks import Fault
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer
from dateline.model.wording import Advice, Wording, tr

_IN_SCHEMA = tr("the label {label} is for {here} in the schema, not for {there}")
_MAPPED = tr("the label {label} is to become {target}, which is for {here} in the schema, not for {there}")
_BEFORE = tr("the label {label} is for {here} in {source}, which this import takes in before, not for {there}")
_CHOOSE = tr("Choose in the preview, under Label here, what it becomes, such as {example}, or leave it out")
_MAP = "Take it for another label with --map {label}={example}, or leave it out with --map {label}="
_CHOOSE_NONE = tr("Leave it out in the preview, under Label here, or add a label for {there} that it can become")
_MAP_NONE = "Leave it out with --map {label}=, or add a label for {there} that --map can take it for"
_ALONE = tr("Import the sources one at a time. {how}")


def other_layer(options: ReadOptions, label: str, here: Layer, there: Layer | None, field: str) -> Fault:
    """Return the fault for a label that is for `here` and is met in `there`, None for any span; say what to do.

    The options note it as clashing.
    """
    options.clashing[label, there or Layer.ENTITY] += 1
    details = {"label": label, "here": str(here), "there": str(there or "spans")}
    source = options.came[label][1] if label in options.came else ""
    to_do = way_out(label, there or Layer.ENTITY, options.labels or {}, options.mapped)
    if target := options.mapped.get(label):
        wording = Wording(_MAPPED, details | {"target": target})
    elif source:
        wording = Wording(_BEFORE, details | {"source": source})
        to_do = one_at_a_time(to_do)
    else:
        wording = Wording(_IN_SCHEMA, details)
    return Fault(field, wording, to_do, ProblemKind.UNKNOWN_LABEL)


def one_at_a_time(way: Advice) -> Advice:
    """Return that way for a label of an earlier source: what a label becomes is said of all sources of an import."""
    return Advice(*(Wording(_ALONE, {"how": how}) for how in (way.window, way.elsewhere)))


def way_out(label: str, layer: Layer, labels: Mapping[str, Layer], mapped: Mapping[str, str]) -> Advice:
    """Return how a label of `layer` can come in where its name is that of another one, by what is here in that layer.

    `labels` are those that are here, and those of `mapped`, which become others.
    """
    example = next((name for name, known in labels.items() if known is layer and name not in mapped), "")
    details = {"label": label, "example": example, "there": str(layer)}
    window, elsewhere = (_CHOOSE, _MAP) if example else (_CHOOSE_NONE, _MAP_NONE)
    return Advice(Wording(window, details), Wording(elsewhere, details))
