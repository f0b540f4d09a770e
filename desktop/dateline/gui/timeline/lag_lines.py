"""What in the reporting lag view joins and names the points: the field they stand in, its lines, its labels.

A label is put where no line runs; where there is no such place, the line ends at it and goes on behind it.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.gui.timeline.drawing import Picture
from dateline.gui.timeline.ink import faded
from dateline.gui.timeline.label_drawing import font_of
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import TimelineMark
from dateline.gui.timeline.rows import Indices
from dateline.gui.timeline.shape import Floats
from dateline.gui.timeline.shapes import Form

ROW = 22.0
_MOST_LAGS = 300

Band = tuple[float, float, float]  # when its article appeared, its top, its end
Point = tuple[int, Form, float]  # an event's index, its shape across, its height


class Cloud(Struct, frozen=True):
    """Very many reports: their events' indices, where they stand, and whether they came ahead of their event."""

    marks: Indices
    x: Floats
    y: Floats
    ahead: NDArray[np.bool_]


class Field(Struct, frozen=True):
    """Where everything stands, in pixels below the strip's top, scrolled: the points, and each article's band.

    Without `bands` there are more articles than room, and the height is true to time. `height` is that of it all.
    """

    points: list[Point]
    bands: tuple[Band, ...]
    height: float
    row: float = ROW  # the height of what is drawn in a row
    cloud: Cloud | None = None  # instead of points, where there are too many to tell apart
    looks: Mapping[int, TimelineMark] = {}  # by place among the points, where one looks otherwise than its event
    over: tuple[float, ...] = ()  # of each band: from when on it is ahead of its article, the day of publication past


def held_scroll(before: Field | None, now: Field, scroll: float, room: float, at: float) -> float:
    """Return how far to scroll for the band that was `at` pixels down the field to be there still; never too far.

    Rows come and go with the time in view, and bands grow and shrink with them.
    """
    y = STRIP + at
    old = next((b for b in before.bands if b[1] <= y < b[2]), None) if before else None
    new = next((b for b in now.bands if b[0] == old[0]), None) if old else None
    if old and new:
        scroll += new[1] + (y - old[1]) / (old[2] - old[1]) * (new[2] - new[1]) - y
    return min(max(scroll, 0.0), max(0.0, now.height - room))


class Lines(Struct, frozen=True):
    """What was drawn between points: level ones by height, as height, left and right; and the others."""

    level: list[tuple[float, float, float]]
    slanting: list[QLineF]


def draw_lines(painter: QPainter, picture: Picture, field: Field, lit: Iterable[int | None]) -> Lines:
    """Draw how long before or after each was reported, and what joins the reports of what is lit."""
    level = _lags(painter, picture, field) if field.bands and len(field.points) <= _MOST_LAGS else []
    steps = [QLineF(x := picture.scale.x(moment), top, x, end) for moment, top, end in field.bands]  # are drawn by now
    return Lines(sorted(level), [*steps, *_stems(painter, picture, field.points, lit)])


def _lags(painter: QPainter, picture: Picture, field: Field) -> list[tuple[float, float, float]]:
    """A thin line from each event to the step of its report: how long before or after."""
    ink, ends = picture.ink, [end for _, _, end in field.bands]
    drawn: list[tuple[float, float, float]] = []
    for index, form, y in field.points:
        step = field.bands[min(bisect_left(ends, y), len(ends) - 1)]
        x, middle = picture.scale.x(step[0]), (form.core_left + form.core_right) / 2
        x = min(max(x, -10.0), picture.scale.width + 10)
        painter.setPen(QPen(ink.soft(ink.colour(picture.scene.mark(index).type), 0.3), 1.2))
        painter.drawLine(QLineF(x, y, middle, y))
        drawn.append((y, min(x, middle), max(x, middle)))
    return drawn


def _stems(painter: QPainter, picture: Picture, points: Sequence[Point], lit: Iterable[int | None]) -> list[QLineF]:
    """The reports of one event stand under each other; a line joins them when it is pointed at."""
    drawn: list[QLineF] = []
    for index in lit:
        own = [QPointF((form.core_left + form.core_right) / 2, y) for at, form, y in points if at == index]
        if index is not None and len(own) > 1:
            own.sort(key=lambda point: point.y())
            painter.setPen(QPen(faded(picture.ink.theme.accent, 0.6), 1.4))
            painter.drawPolyline(own)
            drawn += [QLineF(a, b) for a, b in pairwise(own)]
    return drawn


def draw_labels(
    painter: QPainter,
    picture: Picture,
    field: Field,
    taken: list[QRectF],
    lines: Lines,
    lit: Container[int | None] = (),
) -> None:
    """Name the points beside which there is room; `taken` are the marks, to which the labels are added.

    A label that an edge of the field would cut is left out.
    """
    ink, room = picture.ink, QRectF(0, STRIP, picture.scale.width, picture.lanes_height)
    for at, (index, form, y) in enumerate(field.points):
        mark = field.looks.get(at) or picture.scene.mark(index)
        wide = ink.caption_width(mark)
        gap = 5 + 6 * (index in lit)  # beside the frame of what is selected
        boxes = (QRectF(form.out_right + gap, y - 8, wide, 16), QRectF(form.out_left - gap - wide, y - 8, wide, 16))
        free = [b for b in boxes if room.contains(b) and not any(b.intersects(other) for other in taken)]
        if not free:
            continue
        clear = [b for b in free if not _crossed(b, lines)]
        box = (clear or free)[0]
        taken.append(box)
        picture.labels_at.append((box, index))
        if not clear:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_ground(picture, field, box))
            left = box is boxes[1]  # what lies beside the mark is the mark's: its frame where it is selected
            painter.drawRoundedRect(box.adjusted(-3 * left, 0, 3 * (not left), 0), 3, 3)
        painter.setPen(ink.theme.text)
        painter.setFont(font_of(mark, ink))
        painter.drawText(QPointF(box.left(), y + ink.baseline), ink.caption(mark))


def _ground(picture: Picture, field: Field, box: QRectF) -> QColor:
    """Return the colour a label lies on: that of what is ahead of its publication, or the page."""
    y, ends = box.center().y(), [end for _, _, end in field.bands]
    over = field.over[min(bisect_left(ends, y), len(ends) - 1)] if ends else None
    ahead = over is not None and box.left() >= picture.scale.x(over)
    return picture.ink.band if ahead else picture.ink.theme.page


def _crossed(box: QRectF, lines: Lines) -> bool:
    """Say whether a line runs through a box; one that goes through it meets one of its diagonals."""
    for y, left, right in lines.level[bisect_left(lines.level, (box.top(),)) :]:
        if y > box.bottom():
            break
        if left < box.right() and right > box.left():
            return True
    edges = (QLineF(box.topLeft(), box.bottomRight()), QLineF(box.bottomLeft(), box.topRight()))
    meet = QLineF.IntersectionType.BoundedIntersection
    return any(edge.intersects(line)[0] is meet for line in lines.slanting for edge in edges)
