"""Draws single marks: diamonds and bars with what is soft, open, planned or negated about them."""

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from dateline.gui.timeline.ink import Ink, draw_badge, strike
from dateline.gui.timeline.layout import Scale
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.rows import HALF_MARK, HALF_VAGUE, LEAST_BAR, OPEN_REACH, Indices
from dateline.gui.timeline.shape import Extents

OFF = 120.0  # pixels beyond the edges where drawing is cut
_WING = 16.0  # pixels a day must measure before the diamond shows how wide it is
_SOFT_TOP = 0.62
_LEAST_POINT = 15.0
# How dense a vague date is from its begin to its end: words that have room in its core can be read on it.
_DENSITY = ((0.0, 0.10), (0.18, 0.45), (0.36, 1.0), (0.64, 1.0), (0.82, 0.45), (1.0, 0.10))
_FILL = 0.18  # of a planned vague date, by how dense a reported one is
_FILL_DARK, _RIM_DARK = 0.3, 0.55  # on a dark page its ends would be lost; the rim has at least this opacity there


class Form(NamedTuple):
    """A mark's shape in pixels: `solid_…` with the least size it is drawn with, `out_…` all that is drawn."""

    left: float
    core_left: float
    core_right: float
    right: float
    solid_left: float
    solid_right: float
    out_left: float
    out_right: float
    point: bool
    open_begin: bool
    open_end: bool
    vague: bool


def forms(shape: Extents, at: Indices, scale: Scale) -> list[Form]:
    """Return the shapes of marks, many at once."""
    left, core_left, core_right, right = (
        (part[at] - scale.begin) / scale.per_pixel
        for part in (shape.begin, shape.core_begin, shape.core_end, shape.end)
    )
    point, opens, goes_on = shape.point[at], shape.open_begin[at], shape.open_end[at]
    vague, middle = shape.vague[at], (core_left + core_right) / 2
    left = np.where(vague, np.minimum(left, middle - HALF_VAGUE), left)
    right = np.where(vague, np.maximum(right, middle + HALF_VAGUE), right)
    grow = np.maximum(0.0, np.where(point, _LEAST_POINT, LEAST_BAR) - (core_right - core_left)) / 2
    solid_left, solid_right = core_left - grow, core_right + grow
    plain = point & (right - left <= _WING)
    out_left = np.where(plain, solid_left, np.minimum(left - np.where(opens, OPEN_REACH, 0.0), solid_left))
    out_right = np.where(plain, solid_right, np.maximum(right + np.where(goes_on, OPEN_REACH, 0.0), solid_right))
    edges = left, core_left, core_right, right, solid_left, solid_right, out_left, out_right
    columns = (*edges, point, opens, goes_on, vague)
    return list(map(Form._make, zip(*(c.tolist() for c in columns), strict=True)))


def draw_mark(painter: QPainter, ink: Ink, mark: TimelineMark, form: Form, middle: float, row: float) -> None:
    """Draw one mark: diamond, bar or cloud, soft and open ends, hollow if planned, struck if negated, badge."""
    colour = ink.colour(mark.type)
    half = min(9.0, row / 2 - 1.5)
    if form.point:
        _wings(painter, ink, form, middle, colour)
        x = (form.core_left + form.core_right) / 2
        size = min(HALF_MARK, row / 2 - 1)
        ink.diamond(painter, x, middle, colour, size, planned=mark.planned, negated=mark.negated)
    elif form.vague:
        _cloud(painter, ink, mark, form, middle, half)
    else:
        _bar(painter, ink, mark, form, middle, half)
    if mark.badge:
        draw_badge(painter, form.solid_right + (0 if form.point else -2), middle - half + 3, ink)


def _wings(painter: QPainter, ink: Ink, form: Form, middle: float, colour: QColor) -> None:
    """Sometime on that day: once the day is wide enough to see, it shows behind its diamond; about a day always."""
    if form.right - form.left <= _WING:
        return
    centre = (form.core_left + form.core_right) / 2
    _fade(painter, ink, form.left, centre, middle, 4.0, colour, rising=True)
    _fade(painter, ink, centre, form.right, middle, 4.0, colour, rising=False)


def _fade(
    painter: QPainter,
    ink: Ink,
    left: float,
    right: float,
    middle: float,
    half: float,
    colour: QColor,
    *,
    rising: bool,
    least: float = 0.06,
) -> None:
    if right - left < 0.5:
        return
    gradient = QLinearGradient(left, 0, right, 0)
    ends = (least, _SOFT_TOP) if rising else (_SOFT_TOP, least)
    gradient.setColorAt(0, ink.soft(colour, ends[0]))
    gradient.setColorAt(1, ink.soft(colour, ends[1]))
    seen_left, seen_right = max(left, -OFF), min(right, 20_000.0)
    painter.fillRect(QRectF(seen_left, middle - half, seen_right - seen_left, 2 * half), gradient)


def _bar(painter: QPainter, ink: Ink, mark: TimelineMark, form: Form, middle: float, half: float) -> None:
    colour = ink.colour(mark.type)
    left, right = form.solid_left, form.solid_right
    soft = half - 2
    _fade(painter, ink, form.left, left, middle, soft, colour, rising=True)
    _fade(painter, ink, right, form.right, middle, soft, colour, rising=False)
    if form.open_begin:
        _open(painter, ink, form.left, -1, middle, soft, colour)
    if form.open_end:
        _open(painter, ink, form.right, 1, middle, soft, colour)
    left, right = max(left, -OFF), min(right, 20_000.0)
    if right > left:
        body = QRectF(left, middle - half, right - left, 2 * half)
        painter.setPen(QPen(colour, 1.6) if mark.planned else Qt.PenStyle.NoPen)
        painter.setBrush(ink.theme.page if mark.planned else colour)
        if mark.planned:
            body.adjust(0.8, 0.8, -0.8, -0.8)
        painter.drawRoundedRect(body, 3, 3)
    if mark.negated:
        strike(painter, left - 5, right + 5, middle, ink.theme)


def _cloud(painter: QPainter, ink: Ink, mark: TimelineMark, form: Form, middle: float, half: float) -> None:
    """Sometime in that month: nowhere an edge that would say when."""
    colour = ink.colour(mark.type)
    if mark.planned:
        # SVG has no lines whose colour changes along them.
        least, share = (_RIM_DARK, _FILL_DARK) if ink.theme.dark else (0.0, _FILL)
        painter.setPen(QPen(ink.soft(colour, 0.6) if ink.vector else _dense(ink, form, colour, 1.0, least), 1.6))
        painter.setBrush(_dense(ink, form, colour, share))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_dense(ink, form, colour, 1.0))
    left, right = max(form.left, -OFF), min(form.right, 20_000.0)
    if right > left:
        inset = 0.8 if mark.planned else 0.0
        painter.drawRoundedRect(QRectF(left, middle - half, right - left, 2 * half).adjusted(0, inset, 0, -inset), 4, 4)
    if mark.negated:
        strike(painter, max(form.solid_left, -OFF) - 5, min(form.solid_right, 20_000.0) + 5, middle, ink.theme)


def _dense(ink: Ink, form: Form, colour: QColor, share: float, least: float = 0.0) -> QLinearGradient:
    gradient = QLinearGradient(form.left, 0, form.right, 0)
    for at, alpha in _DENSITY:
        gradient.setColorAt(at, ink.soft(colour, max(alpha * share, least)))
    return gradient


def _open(painter: QPainter, ink: Ink, at: float, way: int, middle: float, half: float, colour: QColor) -> None:
    """An open end thins out and points on."""
    far = at + way * OPEN_REACH
    near, end = (at, far) if way > 0 else (far, at)
    _fade(painter, ink, near, end - (8 if way > 0 else 0), middle, half, colour, rising=way < 0, least=0.0)
    pen = QPen(ink.soft(colour, 0.8), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    tip = far - way
    for dy in (-4.5, 4.5):
        painter.drawLine(QPointF(tip, middle), QPointF(tip - way * 5, middle + dy))


def draw_halo(painter: QPainter, ink: Ink, form: Form, middle: float, row: float, *, strong: bool) -> None:
    """Draw the rim of a mark that is selected (`strong`) or pointed at."""
    left, right = (form.left, form.right) if form.vague else (form.solid_left, form.solid_right)
    left, right = max(left, -OFF), min(right, 20_000.0)
    half = min(9.0, row / 2 - 1.5)
    box = QRectF(left - 3.5, middle - half - 2.5, right - left + 7, 2 * half + 5)
    theme = ink.theme
    painter.setPen(QPen(theme.text, 1.8) if strong else QPen(theme.muted, 1))
    painter.setBrush(theme.wash if strong else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 5, 5)
