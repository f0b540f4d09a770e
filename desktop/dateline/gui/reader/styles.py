"""How each label is drawn under one theme: washes, underlines, tag texts and their widths, ready to paint."""

from enum import IntEnum
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from dateline.gui.reader.typeset import SANS, font
from dateline.gui.theme import Theme, Underline, legible
from dateline.model.annotation import Layer
from dateline.model.schema import Schema

HIT, HIT_WORDS = QColor("#F2C200"), QColor("#1A1600")  # what find has found: a text marker and words on it
_STILL_READ, _STILL_SEEN = 4.5, 3.0  # contrast of words, and of lines in high contrast, that stand back
_KEPT = 6  # styles of one theme


class Mode(IntEnum):
    """Whether a span is drawn as usual, stands back while an event is in focus, or is part of that event.

    A number, since its hash is looked up for every piece that is painted and that of a plain Enum is slow.
    """

    NORMAL = 0
    DIM = 1
    LIT = 2


Told = int  # how an event is told, as on the timeline: what is planned is hollow, what is denied is struck, or both
PLAIN, PLANNED, DENIED = 0, 1, 2


class Shade(Struct, frozen=True, eq=False):
    """The colours of a label in one mode."""

    wash: QColor
    line: QColor
    tag: QColor
    tag_text: QColor


class Hollow(Struct, frozen=True, eq=False):
    """The colours of a trigger's block that is only an outline."""

    rim: QColor
    ground: QColor
    words: QColor


class Caption(Struct, frozen=True, eq=False):
    """A text for a tag and how wide the tag is with it, in whole pixels."""

    text: str
    width: int


class LabelStyle(Struct, frozen=True, eq=False):
    """All there is to drawing one label."""

    name: str
    underline: Underline
    trigger: bool
    colour: QColor
    full: Caption
    code: Caption
    shades: dict[Mode, Shade]


class Styles:
    """Label styles of a theme and schema at a tag size; a label's style is made when first asked for."""

    @classmethod
    def of(cls, theme: Theme, schema: Schema, pixels: float) -> "Styles":
        """Return the styles for a theme, schema and size; the last few are kept with the theme.

        Every article, another view and a size zoomed back to find labels made and tags drawn already.
        """
        kept: list[Styles] = theme.__dict__.setdefault("_styles", [])
        found = next((s for s in kept if s.pixels == pixels and (s.schema is schema or s.schema == schema)), None)
        if found is None:
            found = cls(theme, schema, pixels)
        else:
            kept.remove(found)
        kept.insert(0, found)
        del kept[_KEPT:]
        return found

    def __init__(self, theme: Theme, schema: Schema, pixels: float) -> None:
        self.theme = theme
        self.schema = schema
        self.pixels = pixels
        self._contrast = theme.name == "contrast"
        self.tag_pixels = max(7, round(pixels * 0.58))
        self.tag_font = font(SANS, self.tag_pixels, bold=True)
        self.small_font = font(SANS, max(8, round(pixels * 0.62)))
        self.meta_font = font(SANS, max(9, round(pixels * 0.82)))
        self.hit_wash, self.hit_line = faded(HIT, 0.3), legible(HIT, theme.page)
        self._metrics = QFontMetricsF(self.tag_font)
        self.tag_ascent = self._metrics.ascent()
        self.tag_height = self._metrics.ascent() + self._metrics.descent()
        self._labels: dict[str, LabelStyle] = {}
        self._captions: dict[str, Caption] = {}
        self._hollow: dict[Mode, Hollow] = {}
        self.images: dict[
            tuple[object, ...], QImage
        ] = {}  # of tags, by all they depend on; they may outlive the window
        self.trigger_shades = self._trigger_shades()

    def label(self, name: str, *, trigger: bool = False) -> LabelStyle:
        """Return the style of the label called `name`; labels the schema does not know get a plain one."""
        key = name + "\0" if trigger else name
        found = self._labels.get(key)
        if found is None:
            found = self._labels[key] = self._make(name, trigger=trigger)
        return found

    def hollow(self, mode: Mode) -> "Hollow":
        """Return the colours of the block of a trigger that is told as planned."""
        found = self._hollow.get(mode)
        if found is None:
            rim = self.trigger_shades[mode].wash
            ground = mix(self.theme.page, rim, 0.16 if mode is Mode.LIT else 0.1)
            words = self.theme.text
            if mode is Mode.DIM:
                words = readable(mix(ground, words, 0.66), ground, words, 7.0 if self._contrast else _STILL_READ)
            found = self._hollow[mode] = Hollow(rim, ground, words)
        return found

    def caption(self, text: str) -> Caption:
        """Return a text set for a tag."""
        found = self._captions.get(text)
        if found is None:
            width = round(self._metrics.horizontalAdvance(text)) + 4
            found = self._captions[text] = Caption(text, width)
        return found

    def link_name(self, name: str) -> str:
        """Return what a link is called for people: a relation's title, a role's own name."""
        label = self.schema.by_name.get(name)
        return label.shown if label else name

    def _make(self, name: str, *, trigger: bool) -> LabelStyle:
        ink = self.theme.ink(self.schema, name)
        label = self.schema.by_name.get(name)
        shown = (
            label.shown if label else QCoreApplication.translate("Reader", "{label} (not in schema)").format(label=name)
        )
        short = (label.code if label else "") or shown[:3].upper()
        lead = "◆ " if trigger or (label and label.layer is Layer.EVENT) else ""
        return LabelStyle(
            name=name,
            underline=ink.underline,
            trigger=trigger,
            colour=ink.colour,
            full=self.caption(lead + shown),
            code=self.caption(lead + short),
            shades=self.trigger_shades if trigger else self._shades(ink.colour),
        )

    def _shades(self, colour: QColor) -> dict[Mode, Shade]:
        theme, page = self.theme, self.theme.page
        need = 7.0 if self._contrast else (6.1 if theme.dark else 5.8)
        tag = mix(page, colour, 0.34 if theme.dark else 0.22)
        dim = mix(page, colour, 0.1)
        strength = 0.2 if theme.dark else 0.135
        if self._contrast:
            strength *= 1.5
        text = readable(colour, tag, theme.text, need)
        back, line = readable(mix(page, colour, 0.42), dim, theme.text, _STILL_READ), mix(page, colour, 0.5)
        if self._contrast:  # what stands back is still to be seen
            line = readable(line, page, theme.text, _STILL_SEEN)
        return {
            Mode.NORMAL: Shade(faded(colour, strength), colour, tag, text),
            Mode.DIM: Shade(faded(colour, strength * 0.4), line, dim, back),
            Mode.LIT: Shade(faded(colour, 0.42 if theme.dark else 0.32), colour, tag, text),
        }

    def _trigger_shades(self) -> dict[Mode, Shade]:
        theme = self.theme
        back = mix(theme.page, theme.trigger, 0.66)
        focused = QColor(theme.accent)
        return {
            Mode.NORMAL: Shade(theme.trigger, theme.page, theme.trigger, theme.page),
            Mode.DIM: Shade(back, theme.page, back, theme.page),
            Mode.LIT: Shade(focused, readable(theme.page, focused, theme.page, 4.5), theme.trigger, theme.page),
        }


def mix(base: QColor, top: QColor, share: float) -> QColor:
    """Return the opaque colour of `top` laid over `base` with opacity `share`."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        base.redF() * rest + top.redF() * share,
        base.greenF() * rest + top.greenF() * share,
        base.blueF() * rest + top.blueF() * share,
    )


def faded(colour: QColor, opacity: float) -> QColor:
    """Return a colour with an opacity."""
    out = QColor(colour)
    out.setAlphaF(min(1.0, opacity))
    return out


def luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of a colour with parts from 0 to 1 (WCAG 2)."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast_of(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours (WCAG 2), 1 to 21."""
    return _contrast(luminance(*_parts(one)), luminance(*_parts(other)))


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def readable(colour: QColor, ground: QColor, towards: QColor, need: float) -> QColor:
    """Return `colour` moved towards `towards` just so far that it reads on `ground` with contrast `need`."""
    return QColor.fromRgbF(*_readable(_parts(colour), _parts(ground), _parts(towards), need))


_Parts = tuple[float, float, float]


@lru_cache(maxsize=512)
def _readable(colour: _Parts, ground: _Parts, towards: _Parts, need: float) -> _Parts:
    back = luminance(*ground)
    for step in range(10):
        share = step / 10
        red, green, blue = (a + (b - a) * share for a, b in zip(colour, towards, strict=True))
        if _contrast(luminance(red, green, blue), back) >= need:
            return red, green, blue
    return towards
