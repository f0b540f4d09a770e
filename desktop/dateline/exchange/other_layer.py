"""What is said of a label that is met in one layer and was known for another."""

from dateline.exchange.checks import Fault
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import ProblemKind
from dateline.model.annotation import Layer
from dateline.model.wording import Wording, tr

_IN_SCHEMA = tr("the label {label} is for {here} in the schema, not for {there}")
_MAPPED = tr("the label {label} is to become {target}, which is for {here} in the schema, not for {there}")
_BEFORE = tr("the label {label} is for {here} in {source}, which this import takes in before, not for {there}")


def other_layer(options: ReadOptions, label: str, here: Layer, there: Layer | str, field: str) -> Fault:
    """Return the fault for a label that is for `here` and is met in `there`, with what to do, by how it was known."""
    details = {"label": label, "here": str(here), "there": str(there)}
    source = options.came[label][1] if label in options.came else ""
    if target := options.mapped.get(label):
        wording = Wording(_MAPPED, details | {"target": target})
        to_do = tr("Take it for a label that is for the same, or for none")
    elif source:
        wording = Wording(_BEFORE, details | {"source": source})
        to_do = tr("Rename one of the two, or import the sources one at a time, taking one for another label (--map)")
    else:
        wording, to_do = Wording(_IN_SCHEMA, details), tr("Rename one of the two")
    return Fault(field, wording, to_do, ProblemKind.UNKNOWN_LABEL)
