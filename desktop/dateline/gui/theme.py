"""Colours and underline styles: ten named colours and a label palette per theme, read from TOML."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Ink:
    """How a label is drawn."""

    colour: QColor
    underline: Underline


@dataclass(frozen=True)
class Theme:
    """The colours of one theme."""

    name: str
    dark: bool
    window: QColor
    page: QColor
    panel: QColor
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    wash: QColor
    trigger: QColor
    bad: QColor
    good: QColor
    labels: tuple[QColor, ...]

    def ink(self, schema: Schema, name: str) -> Ink:
        """Return how the label called `name` is drawn; an unknown one gets the muted colour."""
        label = schema.by_name.get(name)
        if label is None:
            return Ink(self.muted, Underline.DOTTED)
        order = [t.id for t in schema.layer(label.layer)].index(label.id)
        styles = tuple(Underline)
        return Ink(self.label_colour(label, order), styles[order % len(styles)])

    def label_colour(self, label: LabelType, order: int) -> QColor:
        """Return a type's own colour, lightened for the dark theme, or the palette's for its place in the layer."""
        if label.colour:
            own = QColor(label.colour)
            return own.lighter(160) if self.dark and own.lightnessF() < 0.6 else own
        shift = 4 if label.layer is Layer.TIME else 0
        return self.labels[(order + shift) % len(self.labels)]


def load_theme(path: Path) -> Theme:
    """Read a theme; raises ValueError naming the file and the field."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    fields = ("window", "page", "panel", "text", "muted", "line", "accent", "wash", "trigger", "bad", "good")
    colours = {f: QColor(str(data.get(f, ""))) for f in fields}
    labels = tuple(QColor(str(c)) for c in data.get("labels", []))
    if bad := [f for f, c in colours.items() if not c.isValid()]:
        raise ValueError(f"{path.name}: not a colour: {', '.join(bad)}")
    if not labels or not all(c.isValid() for c in labels):
        raise ValueError(f"{path.name}: labels must be a list of colours")
    return Theme(name=str(data.get("name", path.stem)), dark=bool(data.get("dark", False)), labels=labels, **colours)


def theme(name: str) -> Theme:
    """Return the shipped theme of that name ("light" or "dark")."""
    return load_theme(assets.resources("themes", f"{name}.toml"))
