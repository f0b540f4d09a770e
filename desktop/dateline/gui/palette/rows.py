"""What the palette lists: labels by layer, as the filter and a first stroke leave them."""

from collections.abc import Mapping

from msgspec import Struct

from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema
from dateline.model.text import fold


class Row(Struct, frozen=True):
    """A label with its count in the article, or (label None) the head of a layer with the layer's sum."""

    layer: Layer
    label: LabelType | None
    count: int = 0


def rows(schema: Schema, sought: str, counts: Mapping[str, int]) -> list[Row]:
    """Return heads and labels that match `sought`, in the order of the schema; layers without any are left out."""
    words = fold(sought).split()
    out: list[Row] = []
    for layer in Layer:
        labels = schema.layer(layer)
        found = [Row(layer, label, counts.get(label.name, 0)) for label in labels if _matches(label, words)]
        if found:
            out.append(Row(layer, None, sum(counts.get(label.name, 0) for label in labels)))
            out += found
    return out


def _matches(label: LabelType, words: list[str]) -> bool:
    """The names count for every filter; the description only for longer words, or all would match "a"."""
    if not words:
        return True
    names = fold(f"{label.name} {label.title} {label.code}")
    text = fold(label.description)
    return all(word in names or (len(word) >= 4 and word in text) for word in words)


def best(found: list[Row], sought: str) -> str | None:
    """Return the label that Enter in the filter means: one whose name begins with it, else the first listed.

    Of an empty filter it means none: it was only passed through.
    """
    if not sought.strip():
        return None
    labels = [row.label for row in found if row.label]
    begins = [t for t in labels if fold(t.name).startswith(fold(sought)) or fold(t.shown).startswith(fold(sought))]
    return next((t.name for t in [*begins, *labels]), None)


def continues(label: LabelType, prefix: str) -> bool:
    """Return whether a label's key goes on from the first stroke `prefix`."""
    return label.key.lower().startswith(f"{prefix} ")
