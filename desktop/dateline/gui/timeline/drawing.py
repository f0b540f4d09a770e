"""Draws a timeline with any painter: the window's canvas, a picture, an SVG."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from dateline.gui.timeline.band import Band, Spot
from dateline.gui.timeline.beyond import Signpost, Way
from dateline.gui.timeline.edges import draw_cut_rows, is_whole
from dateline.gui.timeline.ink import SHADES, Ink, faded, readable_on
from dateline.gui.timeline.label_drawing import beside_labels, draw_label
from dateline.gui.timeline.labels import Slot, place_labels
from dateline.gui.timeline.layout import STRIP, Layout, Scale
from dateline.gui.timeline.links import Tie
from dateline.gui.timeline.marks import Grouping, Publication, TimelineMark
from dateline.gui.timeline.rows import Indices, Row, coverage
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.shape import Extents, Floats
from dateline.gui.timeline.shapes import OFF, Form, draw_halo, draw_mark, forms
from dateline.gui.timeline.sheets import draw_sheets, stacks
from dateline.gui.timeline.ticks import Ticks
from dateline.gui.timeline.today import draw_today

AXIS = 40.0
LOW_AXIS = 25.0  # without a second row
_MOST_THREADS = 150  # from a publication to what it reports
_SPARSE = 12.0  # pixels a mark; a row with less is drawn as density
_MOST_SHAPES = 400  # in one frame
_MOST_SMALL = 60  # where rows are too low for diamonds and labels


class Picture(Struct):
    """All that one frame is drawn from. Moments in seconds, the rest in pixels."""

    scene: Scene
    layout: Layout
    scale: Scale
    height: float
    ink: Ink
    ticks: Ticks
    publications: tuple[Publication, ...] = ()
    published: Floats = field(default_factory=lambda: np.empty(0))
    by_article: Mapping[str, Publication] = field(default_factory=dict)
    scroll: float = 0.0
    today: float | None = None
    selected: int | None = None
    hovered: int | None = None
    article: str | None = None  # the publication pointed at
    open_publication: Publication | None = None
    brush: tuple[float, float] | None = None
    ghost: tuple[int, Extents] | None = None  # a mark while it is dragged
    drop: tuple[float, str] | None = None
    unnamed: str = ""
    today_word: str = ""
    focused: bool = False
    labels_at: list[tuple[QRectF, int]] = field(default_factory=list)
    band: Band = Band()
    spot: Spot | None = None  # the number pointed at
    ties: tuple[Tie, ...] = ()
    tie_rows: dict[int, int] = field(default_factory=dict)
    warning: str = ""  # what the date that is dragged to contradicts
    reported: list[QPointF] = field(default_factory=list)  # marks of the publication pointed at, as they are drawn
    posts: tuple[Signpost, ...] = ()  # where there is something, when nothing is in view
    pointed_post: Way | None = None
    lag_field: Any = None  # where the reports stand, once that has been asked for

    @property
    def lanes_height(self) -> float:
        """The room for lanes between the strip and the measures."""
        return self.height - STRIP - self.band.height


def draw(painter: QPainter, picture: Picture) -> None:
    """Draw grounds, grid, publications and marks into (0, 0, width, height)."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    _grounds(painter, picture)
    draw_frame(painter, picture)
    painter.setClipRect(QRectF(0, STRIP, picture.scale.width, picture.lanes_height))
    _rows(painter, picture)
    _threads(painter, picture)
    if picture.drop:
        _drop(painter, picture, *picture.drop)
        if picture.warning:
            _pill(painter, picture, picture.drop[0], picture.warning, STRIP + 27, picture.ink.theme.bad)
    painter.restore()


def draw_frame(painter: QPainter, picture: Picture) -> None:
    """Draw what lies behind the marks: grid, brush, today, publications."""
    _grid(painter, picture)
    if picture.brush:
        _brush(painter, picture, picture.brush)
    draw_today(painter, picture)
    _strip(painter, picture)
    if picture.focused:
        painter.fillRect(QRectF(0, 0, picture.scale.width, 2), picture.ink.theme.accent)


def _grounds(painter: QPainter, picture: Picture) -> None:
    width, theme = picture.scale.width, picture.ink.theme
    painter.fillRect(QRectF(0, 0, width, picture.height), theme.page)
    band = picture.ink.band
    for i, lane in enumerate(picture.layout.lanes):
        top = STRIP + lane.top - picture.scroll
        if i % 2 == 0 and top < picture.height and top + lane.height > STRIP:
            top_seen = max(top, STRIP)
            painter.fillRect(QRectF(0, top_seen, width, top + lane.height - top_seen), band)


def _grid(painter: QPainter, picture: Picture) -> None:
    painter.setPen(QPen(picture.ink.grid, 1))
    painter.drawLines([QLineF(round(t.x) + 0.5, 0, round(t.x) + 0.5, picture.height) for t in picture.ticks.fine])
    painter.setPen(QPen(picture.ink.theme.line.darker(112), 1))
    inner = [t.x for t in picture.ticks.context if t.x > 0]
    painter.drawLines([QLineF(round(x) + 0.5, 0, round(x) + 0.5, picture.height) for x in inner])


def _brush(painter: QPainter, picture: Picture, brush: tuple[float, float]) -> None:
    left, right = (min(max(picture.scale.x(m), -4.0), picture.scale.width + 4) for m in brush)
    accent = picture.ink.theme.accent
    painter.fillRect(QRectF(left, 0, right - left, picture.height), faded(accent, 0.13))
    painter.setPen(QPen(accent, 2))
    painter.drawLines([QLineF(x, 0, x, picture.height) for x in (left, right)])


def _strip(painter: QPainter, picture: Picture) -> None:
    """One small sheet for each article, at the moment it was published; one with a number for those of a moment."""
    theme = picture.ink.theme
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, picture.scale.width, STRIP - 0.5))
    begin, end = picture.scale.begin, picture.scale.end
    low, high = np.searchsorted(picture.published, [begin, end])
    if high - low > picture.scale.width / 4:
        edges = _edges(picture)
        counts = np.diff(np.searchsorted(picture.published, edges))
        _density(painter, picture, [(7.0, 10.0, theme.muted, counts)])
    lit = lit_articles(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown, opened = picture.publications[low:high], picture.open_publication

    def colour(publications: Sequence[Publication]) -> QColor | None:
        if any(p.article_id in lit for p in publications):
            return theme.accent
        return theme.text if opened in publications else None

    if high - low <= picture.scale.width / 4:
        xs = [picture.scale.x(p.at_seconds) for p in shown]
        for near in stacks(xs):
            middle, shade = (xs[near[0]] + xs[near[-1]]) / 2, colour(shown[near.start : near.stop])
            draw_sheets(painter, middle, STRIP, len(near), shade, picture.ink)
    else:
        bright = {*lit, opened.article_id} if opened else lit
        found = (p for a in bright if (p := picture.by_article.get(a)) and begin <= p.at_seconds < end)
        for publication in sorted(found, key=lambda p: p.at_seconds):
            x = picture.scale.x(publication.at_seconds)
            draw_sheets(painter, x, STRIP, 1, colour((publication,)), picture.ink)
    if opened is not None:
        painter.fillRect(QRectF(picture.scale.x(opened.at_seconds) - 5, STRIP - 3, 10, 2), theme.accent)


def lit_articles(picture: Picture) -> set[str]:
    """Return the articles to light up: the one pointed at, and those of the marks selected and pointed at."""
    lit = {picture.article} if picture.article else set()
    for index in (picture.selected, picture.hovered):
        if index is not None and picture.scene.marks[index] is not None:
            lit |= set(picture.scene.mark(index).article_ids)
    return {a for a in lit if a}


def _edges(picture: Picture) -> Floats:
    columns = int(picture.scale.width * picture.ink.ratio) + 1
    edges: Floats = picture.scale.begin + np.arange(columns, dtype=np.float64) * (
        picture.scale.per_pixel / picture.ink.ratio
    )
    return edges


def _rows(painter: QPainter, picture: Picture) -> None:
    layout, scale = picture.layout, picture.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture.labels_at.clear()
    seen: list[Seen] = []
    for row, row_top in zip(layout.rows, layout.tops, strict=True):
        top = STRIP + row_top - picture.scroll
        if STRIP - layout.row_height < top < STRIP + picture.lanes_height:
            low, high = row.between(scale.begin, scale.end)
            if high > low:
                seen.append((top, row, low, high))
    budget = _MOST_SHAPES if layout.row_height >= 15 else _MOST_SMALL
    dense, sparse = _dense_and_sparse(seen, scale.width / _SPARSE, budget)
    if dense:
        _dense_rows(painter, picture, dense)
    if sparse:
        marks = [row.marks[low:high] for _, row, low, high in sparse]
        shapes = iter(forms(picture.scene.shape, np.concatenate(marks), scale))
        for own, one in zip(marks, sparse, strict=True):
            _sparse_row(painter, picture, own, list(islice(shapes, len(own))), one[0])
    tops, ground = (top for top, *_ in seen), partial(_ground_at, picture)
    draw_cut_rows(painter, tops, layout.row_height, scale.width, picture.lanes_height, ground)


def _ground_at(picture: Picture, y: float) -> QColor:
    """Return the colour of the lane at a height of the view box."""
    lane = picture.layout.lane_at(y - STRIP + picture.scroll)
    banded = lane is not None and picture.layout.lanes.index(lane) % 2 == 0
    return picture.ink.band if banded else picture.ink.theme.page


Seen = tuple[float, Row, int, int]


def _dense_and_sparse(seen: list[Seen], most: float, budget: int) -> tuple[list[Seen], list[Seen]]:
    """Draw mark by mark where they can be told apart, the emptiest rows first, as far as one frame's time goes."""
    dense: list[Seen] = []
    sparse: list[Seen] = []
    for one in sorted(seen, key=lambda s: s[3] - s[2]):
        budget -= one[3] - one[2]
        (sparse if one[3] - one[2] <= most and budget >= 0 else dense).append(one)
    return dense, sparse


def _dense_rows(painter: QPainter, picture: Picture, rows: list[Seen]) -> None:
    edges = _edges(picture)
    inset = 3.0 if picture.layout.row_height > 16 else 1.5
    strips = []
    for counts, (top, row, low, _) in zip(coverage([row for _, row, _, _ in rows], edges), rows, strict=True):
        colour = picture.ink.theme.muted  # for a row of all types
        if picture.scene.by is Grouping.TYPE:
            colour = picture.ink.colour(picture.scene.mark(int(row.marks[low])).type)
        strips.append((top + inset, picture.layout.row_height - 2 * inset, colour, counts))
    _density(painter, picture, strips)


# where it is drawn from and how high, its colour, and how much there is in each column
Strip = tuple[float, float, QColor, NDArray[np.int64]]


def _density(painter: QPainter, picture: Picture, strips: list[Strip]) -> None:
    """Each strip is one line of an image, stretched to its height: the cost is in pixels, whatever it stands for."""
    lines, columns = len(strips), len(strips[0][3])
    most = max(1, *(int(counts.max()) for _, _, _, counts in strips))
    each = np.arange(most + 1)
    shade = np.minimum(each * (SHADES - 1) // most + (each > 0), SHADES - 1)
    pixels = np.empty((lines, columns), np.uint32)
    for i, (_, _, colour, counts) in enumerate(strips):
        np.take(picture.ink.shades(colour)[shade], counts, out=pixels[i], mode="clip")  # which saves a copy
    image = QImage(pixels.data, columns, lines, columns * 4, QImage.Format.Format_ARGB32_Premultiplied)
    for i, (top, tall, _, _) in enumerate(strips):
        painter.drawImage(QRectF(0, top, columns / picture.ink.ratio, tall), image, QRectF(0, i, columns, 1))


def _sparse_row(painter: QPainter, picture: Picture, marks: Indices, shapes: list[Form], top: float) -> None:
    slots: list[Slot] = []
    drawn: list[tuple[TimelineMark, int]] = []
    ink, row = picture.ink, picture.layout.row_height
    middle = top + row / 2
    plain = picture.article is None and picture.ghost is None
    for i, form in zip(marks.tolist(), shapes, strict=True):
        mark = picture.scene.mark(i)
        if not plain:
            _dim(painter, picture, mark, i)
            if picture.article is not None and picture.article in mark.article_ids:
                picture.reported.append(QPointF((form.core_left + form.core_right) / 2, middle))
        if i in (picture.selected, picture.hovered):
            draw_halo(painter, ink, form, middle, row, strong=i == picture.selected)
        draw_mark(painter, ink, mark, form, middle, row)
        drawn.append((mark, i))
        rim = 4.0 if i == picture.selected else 0.0
        badge = 5.0 if mark.badge else 0.0
        slots.append(
            Slot(
                form.out_left - rim,
                form.out_right + rim + badge,
                form.core_left,
                form.core_right,
                ink.caption_width(mark),
            )
        )
    if row >= 15 and is_whole(top, row, picture.lanes_height):
        _labels(painter, picture, slots, drawn, middle)
    painter.setOpacity(1.0)


def _dim(painter: QPainter, picture: Picture, mark: TimelineMark, index: int) -> None:
    off = picture.article is not None and picture.article not in mark.article_ids
    moved = picture.ghost is not None and picture.ghost[0] == index
    painter.setOpacity(0.22 if off or moved else 1.0)


def _labels(
    painter: QPainter, picture: Picture, slots: list[Slot], drawn: list[tuple[TimelineMark, int]], middle: float
) -> None:
    today = picture.scale.x(picture.today) if picture.today is not None else None
    for label in place_labels(slots, picture.scale.width):
        mark, index = drawn[label.index]
        _dim(painter, picture, mark, index)
        draw_label(painter, picture.ink, mark, label, middle, today)
        picture.labels_at.append((QRectF(label.x, middle - 9, label.room, 18), index))


def _threads(painter: QPainter, picture: Picture) -> None:
    """Lines from the sheets of the articles that report the selected mark down to it, and the mark being dragged."""
    index = picture.selected if picture.selected is not None else picture.hovered
    whole = QRectF(0, 0, picture.scale.width, picture.height)
    if index is not None or picture.article is not None:
        painter.setClipRegion(beside_labels(whole, (box for box, _ in picture.labels_at)))
    if index is not None and (middle := _middle(picture, index)) is not None:
        _thread(painter, picture, index, middle)
    _reports(painter, picture)
    painter.setClipRect(whole)
    if picture.ghost is not None and (middle := _middle(picture, picture.ghost[0])) is not None:
        form = forms(picture.ghost[1], np.zeros(1, np.intp), picture.scale)[0]
        draw_mark(painter, picture.ink, picture.scene.mark(picture.ghost[0]), form, middle, picture.layout.row_height)


def _reports(painter: QPainter, picture: Picture) -> None:
    """Lines from the publication pointed at to what it reports, as far as that is in view."""
    sheet = picture.by_article.get(picture.article or "") if picture.reported else None
    if sheet is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faded(picture.ink.theme.accent, 0.45), 1.1))
    for at in picture.reported[:_MOST_THREADS]:
        painter.drawPath(_curve_down(picture.scale.x(sheet.at_seconds), at.x(), at.y() - 8))
    picture.reported.clear()


def _curve_down(begin: float, x: float, y: float) -> QPainterPath:
    """From a sheet of the strip down to a mark."""
    path, bend = QPainterPath(QPointF(begin, STRIP - 4)), (y - STRIP) * 0.5
    path.cubicTo(QPointF(begin, STRIP + bend), QPointF(x, y - bend), QPointF(x, y))
    return path


def _middle(picture: Picture, index: int) -> float | None:
    """Return the height of the middle of a mark's row."""
    number = picture.layout.row_of(index) if picture.scene.marks[index] is not None else None
    if number is None:
        return None
    return STRIP + picture.layout.tops[number] - picture.scroll + picture.layout.row_height / 2


def _thread(painter: QPainter, picture: Picture, index: int, y: float) -> None:
    articles = set(picture.scene.mark(index).article_ids)
    shape = picture.scene.shape
    to = picture.scale.x(float(shape.core_begin[index] + shape.core_end[index]) / 2)
    top = y - min(12.0, picture.layout.row_height / 2)
    if not articles or top <= STRIP:
        return
    pen = QPen(faded(picture.ink.theme.accent, 0.55), 1.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for article_id in articles & picture.by_article.keys():
        x = picture.scale.x(picture.by_article[article_id].at_seconds)
        if max(x, to) > -OFF and min(x, to) < picture.scale.width + OFF:
            painter.drawPath(_curve_down(x, to, top))


def _drop(painter: QPainter, picture: Picture, moment: float, text: str) -> None:
    x = picture.scale.x(moment)
    painter.setPen(QPen(picture.ink.theme.accent, 1.5))
    painter.drawLine(QLineF(x, STRIP, x, picture.height))
    _pill(painter, picture, moment, text, STRIP + 4, picture.ink.theme.accent)


def _pill(painter: QPainter, picture: Picture, moment: float, text: str, top: float, colour: QColor) -> None:
    """Words on a coloured ground beside a moment."""
    ink, most = picture.ink, max(picture.scale.width - 18.0, 40.0)
    text = ink.metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    wide = ink.metrics.horizontalAdvance(text) + 14
    left = min(max(picture.scale.x(moment) + 6, 2.0), picture.scale.width - wide - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, top, wide, 20), 4, 4)
    painter.setPen(readable_on(colour))
    painter.setFont(ink.label_font)
    painter.drawText(QRectF(left, top, wide, 20), Qt.AlignmentFlag.AlignCenter, text)
