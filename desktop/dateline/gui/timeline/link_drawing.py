"""Draws the order that texts state between events: arrows from earlier to later, lines where they share time."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from dateline.gui.timeline.drawing import Picture
from dateline.gui.timeline.ink import faded
from dateline.gui.timeline.label_drawing import beside_labels
from dateline.gui.timeline.layout import STRIP, Layout
from dateline.gui.timeline.links import Link, Tie, broken
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.shapes import OFF
from dateline.model.temporal import Order

_MOST = 250  # lines in one frame
_SHARES = (0.5, 0.38, 0.62, 0.25, 0.75)  # of a curve, where its words may stand
_HALF = 9.0  # pixels from the middle of a diamond in which nothing is to be written
_HEAD = 7.0  # of an arrow, in pixels


def ties(links: Iterable[Link], scene: Scene) -> list[Tie]:
    """Return the links whose both marks are dated."""
    out = []
    for link in links:
        ends = scene.index.get(link.source), scene.index.get(link.target)
        if ends[0] is None or ends[1] is None:
            continue
        dates = scene.mark(ends[0]).when, scene.mark(ends[1]).when
        against = dates[0] is not None and broken(link, link.source, dates[0], dates[1])
        first, second = (ends[1], ends[0]) if link.order is Order.AFTER else (ends[0], ends[1])
        out.append(Tie(link, first, second, against))
    return out


def rows_of(layout: Layout, marks: Iterable[int]) -> dict[int, int]:
    """Return the first row that each of some marks stands in."""
    wanted = np.fromiter(set(marks), np.intp)
    found: dict[int, int] = {}
    if len(wanted):
        for number, row in enumerate(layout.rows):
            for mark in row.marks[np.isin(row.marks, wanted)].tolist():
                found.setdefault(mark, number)
    return found


class TieKeeper:
    """Remembers what links come to until marks, links or rows change."""

    def __init__(self) -> None:
        self._key: tuple[int, ...] = ()
        self._held: tuple[object, ...] = ()  # so that no other object gets one of these ids
        self._ties: tuple[tuple[Tie, ...], dict[int, int]] = ((), {})

    def of(self, links: tuple[Link, ...], scene: Scene, layout: Layout) -> tuple[tuple[Tie, ...], dict[int, int]]:
        """Return the links to draw and the rows of their marks."""
        key = (id(links), id(scene), scene.version, id(layout))
        if key != self._key:
            made = tuple(ties(links, scene))
            ends = (i for t in made for i in (t.first, t.second))
            self._held, self._key = (links, scene, layout), key
            self._ties = made, rows_of(layout, ends)
        return self._ties


def draw_links(painter: QPainter, picture: Picture) -> None:
    """Draw the links of what is in view; those of the mark selected or pointed at stand out and say what they are."""
    if not picture.ties:
        return
    rows = picture.tie_rows
    seen = [t for t in picture.ties if _in_view(picture, t, rows)][:_MOST]
    lit = {i for i in (picture.selected, picture.hovered) if i is not None}
    painter.save()
    lanes = QRectF(0, STRIP, picture.scale.width, picture.lanes_height)
    painter.setClipRegion(beside_labels(lanes, (box for box, _ in picture.labels_at)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    taken = [box for box, _ in picture.labels_at]
    words: list[tuple[QPainterPath, Tie]] = []
    for tie in sorted(seen, key=lambda t: bool({t.first, t.second} & lit)):
        strong = bool({tie.first, tie.second} & lit)
        path = _draw(painter, picture, tie, rows, strong=strong)
        if strong:
            words.append((path, tie))
            taken += [QRectF(_end(picture, i, rows) - QPointF(9, 9), QSizeF(18, 18)) for i in (tie.first, tie.second)]
    painter.setClipRect(lanes)
    for path, tie in words:
        _say(painter, picture, path, tie, taken)
    painter.restore()


def _in_view(picture: Picture, tie: Tie, rows: dict[int, int]) -> bool:
    """A line that only passes by, from and to what is not seen, tells nothing and hides what is there."""
    if tie.first not in rows or tie.second not in rows:
        return False
    lanes = QRectF(0, STRIP, picture.scale.width, picture.lanes_height)
    return any(lanes.contains(_end(picture, i, rows)) for i in (tie.first, tie.second))


def _end(picture: Picture, index: int, rows: dict[int, int]) -> QPointF:
    x = picture.scale.x(float(picture.scene.shape.middle[index]))
    y = STRIP + picture.layout.tops[rows[index]] - picture.scroll + picture.layout.row_height / 2
    return QPointF(min(max(x, -OFF), picture.scale.width + OFF), y)


def _draw(painter: QPainter, picture: Picture, tie: Tie, rows: dict[int, int], *, strong: bool) -> QPainterPath:
    """Draw one link and return its curve."""
    colour = _colour(picture, tie)
    begin, end = _end(picture, tie.first, rows), _end(picture, tie.second, rows)
    path = _curve(begin, end)
    pen = QPen(faded(colour, 0.95 if strong else 0.5), 1.8 if strong else 1.2)
    if tie.broken:
        pen.setDashPattern([4, 3])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(colour, 0.95 if strong else 0.5))
    if tie.link.order is not Order.TOGETHER:
        _head(painter, path)
    return path


def _colour(picture: Picture, tie: Tie) -> QColor:
    return picture.ink.theme.bad if tie.broken else picture.ink.theme.text


def _curve(begin: QPointF, end: QPointF) -> QPainterPath:
    """An arc that bows: above marks of one row (below those right under the top), beside marks under each other."""
    path = QPainterPath(begin)
    across, down = end.x() - begin.x(), end.y() - begin.y()
    if abs(down) < 4:
        high = min(26.0, 10.0 + abs(across) * 0.08)
        up = -1 if begin.y() - 0.75 * high > STRIP else 1  # a curve rises to three quarters of where it is drawn to
        side = QPointF(across * 0.25, 0)
        rise = QPointF(0, up * high)
        path.cubicTo(begin + side + rise, end - side + rise, end + QPointF(0, up * 8))
    elif abs(across) < 14:
        bow = -min(40.0, 14.0 + abs(down) * 0.12)
        begin, end = begin + QPointF(-7, 0), end + QPointF(-8, 0)
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(bow, down * 0.2), end + QPointF(bow, -down * 0.2), end)
    else:
        lift = -8.0 if down > 0 else 8.0
        path.cubicTo(
            begin + QPointF(across * 0.1, down * 0.6), end + QPointF(-across * 0.1, -down * 0.6), end + QPointF(0, lift)
        )
    return path


def _head(painter: QPainter, path: QPainterPath) -> None:
    tip = path.pointAtPercent(1.0)
    back = path.pointAtPercent(path.percentAtLength(max(path.length() - _HEAD, 0.0)))
    way = tip - back
    long = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-6)
    side = QPointF(-way.y(), way.x()) * (_HEAD * 0.45 / long)
    foot = tip - way * (_HEAD / long)
    painter.drawPolygon(QPolygonF([tip, foot + side, foot - side]))


def covers_mark(picture: Picture, box: QRectF, *, long: bool = True) -> bool:
    """Say whether a box lies over a diamond, or (`long`) over the dense part of what lasts longer."""
    layout, scale, shape = picture.layout, picture.scale, picture.scene.shape
    top, end = (y - STRIP + picture.scroll for y in (box.top(), box.bottom()))
    reach = _HALF * scale.per_pixel
    begins, ends = scale.moment(box.left()) - reach, scale.moment(box.right()) + reach
    for row, at in zip(layout.rows, layout.tops, strict=True):
        if at < end and at + layout.row_height > top:
            marks = row.marks[slice(*row.between(begins, ends))]
            marks = marks if long else marks[shape.point[marks]]
            if ((shape.core_begin[marks] < ends) & (shape.core_end[marks] > begins)).any():
                return True
    return False


def word_box(picture: Picture, path: QPainterPath, wide: float, taken: list[QRectF]) -> QRectF | None:
    """Return where `wide` pixels of words may stand on or beside a curve, None where there is no place.

    They cover nothing that is `taken` and no diamond; what lasts longer only where they would not stand else.
    """
    on = [path.pointAtPercent(share) for share in _SHARES]
    places = [*on, *(place + QPointF(side, 0) for side in (-wide / 2 - 4, wide / 2 + 12) for place in on)]
    boxes = [QRectF(place.x() - wide / 2, place.y() - 8, wide, 16) for place in places]
    for box in boxes:
        box.moveLeft(min(max(box.left(), 2.0), picture.scale.width - wide - 2))
        box.moveTop(min(max(box.top(), STRIP + 1), STRIP + picture.lanes_height - 17))
    free = [b for b in boxes if not any(b.intersects(other) for other in taken)]
    found = (b for long in (True, False) for b in free if not covers_mark(picture, b, long=long))
    return next(found, None)


def _say(painter: QPainter, picture: Picture, path: QPainterPath, tie: Tie, taken: list[QRectF]) -> None:
    """Put the relation's name on its curve, if there is a place for it; the card says it too."""
    ink = picture.ink
    known = ink.schema.by_name.get(tie.link.label)
    text = known.shown if known else tie.link.label
    box = word_box(picture, path, ink.small_metrics.horizontalAdvance(text) + 10, taken)
    if box is None:
        return
    taken.append(box)
    painter.setPen(QPen(faded(_colour(picture, tie), 0.7), 1))
    painter.setBrush(ink.theme.page)
    painter.drawRoundedRect(box, 8, 8)
    painter.setFont(ink.small)
    painter.setPen(_colour(picture, tie))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
