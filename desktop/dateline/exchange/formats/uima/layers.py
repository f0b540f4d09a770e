"""What the layers of INCEpTION and DKPro are here: which are passed over, where the label is, of which layer it is."""

from collections.abc import Sequence

from dateline.exchange.formats.uima import types
from dateline.exchange.intake import Intake
from dateline.model.annotation import Layer

_LAYERS = {types.NAMED_ENTITY: Layer.ENTITY, types.TIME: Layer.TIME, types.EVENT: Layer.EVENT}
_SAYS_LABEL = ("value", "label", "category", "class", "kind", "name")
# What the text is made of, and what INCEpTION notes of its own work: no annotations of anybody.
_PLAIN = (
    "uima.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
)
_LINGUISTIC = "de.tudarmstadt.ukp.dkpro.core.api."  # parts of speech, lemmas, dependencies, chunks, …


def is_plain(type_name: str) -> bool:
    """Say whether a type is no annotation of anybody."""
    return type_name.startswith(_PLAIN)


def is_passed_over(type_name: str) -> bool:
    """Say whether a type is a layer that is not taken: parts of speech, dependencies and the like."""
    return type_name.startswith(_LINGUISTIC) and type_name != types.NAMED_ENTITY and not is_plain(type_name)


def label_feature(texts: Sequence[str]) -> str:
    """Return which of a type's text features holds the label: one of that name, else the only one, else ""."""
    named = next((n for n in _SAYS_LABEL if n in texts), "")
    return named or (texts[0] if len(texts) == 1 else "")


def layer_of(intake: Intake, type_name: str, label: str, line: int | None = None) -> Layer:
    """Return a label's layer: as our own types say, else as the project has it, else by the type's name.

    Raises Fault where the project has the label in another layer than the type says.
    """
    own = _LAYERS.get(type_name)
    if own and own is not Layer.ENTITY:
        return intake.layer(label, line, type_name, own)
    there = intake.knows(label)
    if there is not None and there is not Layer.RELATION:
        return there
    return intake.layer(label, line, type_name, _guess(type_name) or own)


def tells_layer(type_name: str) -> bool:
    """Say whether a type is one of events or times, by what it is or is called; of others a label may be of any."""
    return _LAYERS.get(type_name, Layer.ENTITY) is not Layer.ENTITY or _guess(type_name) is not None


def _guess(type_name: str) -> Layer | None:
    short = type_name.rpartition(".")[2].casefold()
    return Layer.EVENT if "event" in short or "trigger" in short else Layer.TIME if "time" in short else None
