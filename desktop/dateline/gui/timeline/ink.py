"""Pens, fonts and stamps of the timeline: everything that is made once and drawn often."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from dateline.gui.theme import Theme
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.rows import HALF_MARK
from dateline.model.schema import Schema

SHADES = 64  # steps of a density
_LONGEST = 64  # characters of a label
_STAMP = 24.0


def faded(colour: QColor, alpha: float) -> QColor:
    """Return the colour with another opacity, 0 to 1."""
    out = QColor(colour)
    out.setAlphaF(alpha)
    return out


def blended(over: QColor, under: QColor, share: float) -> QColor:
    """Return `share` of one colour laid over another."""
    mix = [round(a * share + b * (1 - share)) for a, b in zip(_rgb(over), _rgb(under), strict=True)]
    return QColor(*mix)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _rgb(colour))]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def readable_on(colour: QColor) -> QColor:
    """Return black or white, whichever reads better on a colour."""
    light = luminance(colour)
    return QColor("#FFFFFF") if 1.05 / (light + 0.05) > (light + 0.05) / 0.0542 else QColor("#14161A")


@dataclass(slots=True)
class Ink:
    """Fonts and colours for one theme and schema; `vector` draws shapes where a screen gets stamps."""

    theme: Theme
    schema: Schema
    font: QFont
    vector: bool = False
    ratio: float = 1.0
    _colours: dict[str, QColor] = field(default_factory=dict)
    _stamps: dict[tuple[int, bool, bool, float], QPixmap] = field(default_factory=dict)
    _soft: dict[tuple[int, float], QColor] = field(default_factory=dict)
    _on: dict[int, QColor] = field(default_factory=dict)
    _shades: dict[int, NDArray[np.uint32]] = field(default_factory=dict)
    _widths: dict[str, float] = field(default_factory=dict)
    label_font: QFont = field(init=False)
    bold: QFont = field(init=False)
    small: QFont = field(init=False)
    metrics: QFontMetricsF = field(init=False)
    small_metrics: QFontMetricsF = field(init=False)
    bold_metrics: QFontMetricsF = field(init=False)
    strong_metrics: QFontMetricsF = field(init=False)
    baseline: float = field(init=False)  # of a label, below the middle of its row

    def __post_init__(self) -> None:
        self.label_font = sized(self.font, 12)
        self.bold = sized(self.font, 12)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.small = sized(self.font, 11)
        self.metrics = QFontMetricsF(self.label_font)
        self.small_metrics = QFontMetricsF(self.small)
        self.bold_metrics = QFontMetricsF(self.bold)
        self.strong_metrics = QFontMetricsF(self.strong)
        self.baseline = (self.metrics.ascent() - self.metrics.descent()) / 2

    @property
    def strong(self) -> QFont:
        """The small font in bold, for the axis' lower row."""
        font = QFont(self.small)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def band(self) -> QColor:
        """The ground of every other lane."""
        return blended(self.theme.text, self.theme.page, 0.035)

    @property
    def grid(self) -> QColor:
        """Grid lines."""
        return blended(self.theme.text, self.theme.page, 0.10)

    def colour(self, type_name: str) -> QColor:
        """Return the colour of an event type."""
        found = self._colours.get(type_name)
        if found is None:
            found = self._colours[type_name] = self.theme.ink(self.schema, type_name).colour
        return found

    def caption(self, mark: TimelineMark) -> str:
        """Return a mark's label: its title, no longer than reads at a glance."""
        title = mark.title or mark.type
        return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"

    def caption_width(self, mark: TimelineMark) -> float:
        """Return the width of a mark's label in pixels."""
        text = self.caption(mark)
        wide = self._widths.get(text)
        if wide is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            wide = self._widths[text] = self.metrics.horizontalAdvance(text) + 1
        return wide

    def soft(self, colour: QColor, alpha: float) -> QColor:
        """Return the colour with another opacity, made once."""
        key = (colour.rgba(), alpha)
        found = self._soft.get(key)
        if found is None:
            found = self._soft[key] = faded(colour, alpha)
        return found

    def on(self, colour: QColor) -> QColor:
        """Return what reads on a colour, worked out once."""
        key = colour.rgba()
        found = self._on.get(key)
        if found is None:
            found = self._on[key] = readable_on(colour)
        return found

    def shades(self, colour: QColor) -> NDArray[np.uint32]:
        """Return a colour from nothing to full in SHADES steps, as premultiplied pixels."""
        found = self._shades.get(colour.rgba())
        if found is None:
            share = np.linspace(0.0, 1.0, SHADES)
            alpha = np.where(share > 0, 0.42 + 0.58 * np.log1p(share * 20) / np.log1p(20), 0.0)
            found = np.zeros(SHADES, np.uint32)
            for i, part in enumerate((colour.blue(), colour.green(), colour.red(), 255)):
                found |= (part * alpha).astype(np.uint32) << np.uint32(8 * i)
            self._shades[colour.rgba()] = found
        return found

    def diamond(
        self,
        painter: QPainter,
        x: float,
        y: float,
        colour: QColor,
        size: float = HALF_MARK,
        *,
        planned: bool,
        negated: bool,
    ) -> None:
        """Draw the diamond of a mark with its middle at (x, y), `size` from there to its points."""
        if self.vector:
            _draw_diamond(painter, x, y, colour, size, self.theme, planned=planned, negated=negated)
            return
        key = (colour.rgba(), planned, negated, size)
        stamp = self._stamps.get(key)
        if stamp is None:
            stamp = self._stamps[key] = self._stamp(colour, size, planned=planned, negated=negated)
        painter.drawPixmap(QPointF(x - _STAMP / 2, y - _STAMP / 2), stamp)

    def _stamp(self, colour: QColor, size: float, *, planned: bool, negated: bool) -> QPixmap:
        side = round(_STAMP * self.ratio)
        stamp = QPixmap(side, side)
        stamp.setDevicePixelRatio(self.ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_diamond(painter, _STAMP / 2, _STAMP / 2, colour, size, self.theme, planned=planned, negated=negated)
        painter.end()
        return stamp


def sized(font: QFont, pixels: int) -> QFont:
    """Return the font at a size in pixels."""
    out = QFont(font)
    out.setPixelSize(pixels)
    return out


def _draw_diamond(
    painter: QPainter, x: float, y: float, colour: QColor, size: float, theme: Theme, *, planned: bool, negated: bool
) -> None:
    half = size - (0.8 if planned else 0.0)
    painter.setPen(QPen(colour, 1.7) if planned else Qt.PenStyle.NoPen)
    painter.setBrush(theme.page if planned else colour)
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
    )
    if negated:
        strike(painter, x - 10.5, x + 10.5, y, theme)


def strike(painter: QPainter, left: float, right: float, y: float, theme: Theme) -> None:
    """Draw the line that says it did not happen, with a thin rim of page so that it shows on any colour."""
    for pen in (QPen(theme.page, 3.0), QPen(theme.text, 1.4)):
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def draw_badge(painter: QPainter, x: float, y: float, ink: Ink) -> None:
    """Draw the small sign of a contradiction with its middle at (x, y)."""
    painter.setPen(QPen(ink.theme.page, 1.2))
    painter.setBrush(ink.theme.bad)
    painter.drawEllipse(QPointF(x, y), 5.6, 5.6)
    font = sized(ink.font, 9)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(readable_on(ink.theme.bad))
    painter.drawText(QRectF(x - 6, y - 6, 12, 12), Qt.AlignmentFlag.AlignCenter, "!")


def lane_title(key: str, schema: Schema, unnamed: str) -> str:
    """Return what to call a lane: a type by its title, anything else as it is."""
    if not key:
        return unnamed
    label = schema.by_name.get(key)
    return label.shown if label else key


def wrapped(text: str, width: float, metrics: QFontMetricsF) -> list[str]:
    """Return `text` broken into lines no wider than `width`, between words where it can be."""
    lines: list[str] = []
    for word in text.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
            continue
        rest = word
        while metrics.horizontalAdvance(rest) > width and len(rest) > 1:
            cut = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or metrics.horizontalAdvance(rest[:n]) <= width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return lines or [""]
