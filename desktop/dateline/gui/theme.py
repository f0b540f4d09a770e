"""Colours and underline styles: named colours and a label palette per theme, read from resources/themes."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtGui import QColor

from dateline import assets
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema


class Underline(StrEnum):
    """How a span is underlined; with the colour it tells the type twice over."""

    SOLID = "solid"
    DASHED = "dashed"
    DOUBLE = "double"
    DOTTED = "dotted"
    DASHDOT = "dashdot"


class Ink(Struct, frozen=True):
    """How a label is drawn."""

    colour: QColor
    underline: Underline


class Theme(Struct, frozen=True, dict=True):
    """The colours of one theme."""

    name: str
    dark: bool
    window: QColor  # behind and between panels
    page: QColor  # the article, lists, the timeline
    panel: QColor  # docks, bars
    text: QColor
    muted: QColor  # secondary text, at least 4.5 : 1 on the page
    line: QColor  # borders and grid
    accent: QColor  # focus, selection, what is active
    wash: QColor  # pale accent
    trigger: QColor  # blocks of event triggers
    bad: QColor  # errors
    good: QColor  # confirmations
    labels: tuple[QColor, ...]  # kept apart for four kinds of colour vision

    def ink(self, schema: Schema, name: str) -> Ink:
        """Return how the label called `name` is drawn; an unknown one gets the muted colour."""
        return self.inks(schema).get(name) or Ink(self.muted, Underline.DOTTED)

    def inks(self, schema: Schema) -> Mapping[str, Ink]:
        """Return how every label of a schema is drawn, by name; worked out once a schema."""
        # Of the schema asked for last: the reader asks once for every span it paints.
        last = self.__dict__.get("_inks")
        if last is not None and last[0] is schema:
            kept: Mapping[str, Ink] = last[1]
            return kept
        styles = tuple(Underline)
        found = {
            label.name: Ink(self.label_colour(label, order), styles[order % len(styles)])
            for layer in Layer
            for order, label in enumerate(schema.layer(layer))
        }
        self.__dict__["_inks"] = (schema, found)
        return found

    def label_colour(self, label: LabelType, order: int) -> QColor:
        """Return a type's own colour, made legible on the page, or the palette's for its place in the layer."""
        if label.colour:
            return legible(QColor(label.colour), self.page)
        shift = 4 if label.layer is Layer.TIME else 0
        return self.labels[(order + shift) % len(self.labels)]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible(colour: QColor, ground: QColor, ratio: float = 3.0) -> QColor:
    """Return `colour` with its lightness moved just far enough to reach a contrast of `ratio` on `ground`."""
    hue, saturation, lightness = max(colour.hslHueF(), 0.0), colour.hslSaturationF(), colour.lightnessF()
    step = -0.02 if _luminance(ground) > 0.4 else 0.02
    moved = colour
    while contrast(moved, ground) < ratio and 0.0 <= lightness + step <= 1.0:
        lightness += step
        moved = QColor.fromHslF(hue, saturation, lightness)
    return moved


def blend(over: QColor, under: QColor, share: float) -> QColor:
    """Return the opaque colour of `over` laid on `under` at an opacity of `share` (0 to 1)."""
    return QColor.fromRgbF(
        under.redF() + (over.redF() - under.redF()) * share,
        under.greenF() + (over.greenF() - under.greenF()) * share,
        under.blueF() + (over.blueF() - under.blueF()) * share,
    )


def load_theme(path: Path) -> Theme:
    """Read a theme; raises ValueError naming the file and the field."""
    try:
        data = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except msgspec.DecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error
    fields = ("window", "page", "panel", "text", "muted", "line", "accent", "wash", "trigger", "bad", "good")
    colours = {f: QColor(str(data.get(f, ""))) for f in fields}
    told = data.get("labels")
    labels = tuple(QColor(str(c)) for c in told) if isinstance(told, list) else ()
    if bad := [f for f, c in colours.items() if not c.isValid()]:
        raise ValueError(f"{path.name}: not a colour: {', '.join(bad)}")
    if not labels or not all(c.isValid() for c in labels):
        raise ValueError(f"{path.name}: labels must be a list of colours")
    return Theme(name=str(data.get("name", path.stem)), dark=bool(data.get("dark", False)), labels=labels, **colours)


def theme(name: str) -> Theme:
    """Return the shipped theme of that name ("light", "dark" or "contrast")."""
    return load_theme(assets.resources("themes", f"{name}.json"))
