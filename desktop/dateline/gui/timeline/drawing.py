"""Draws a timeline with any painter: the window's canvas, a picture, an SVG."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from dateline.gui.timeline.ink import Ink, draw_badge, faded, lane_title, readable_on, strike, wrapped
from dateline.gui.timeline.labels import Slot, place_labels
from dateline.gui.timeline.layout import STRIP, Layout, Scale
from dateline.gui.timeline.marks import Publication, TimelineMark
from dateline.gui.timeline.scene import LEAST_BAR, OPEN_REACH, Row, Scene
from dateline.gui.timeline.shape import Extents, Floats
from dateline.gui.timeline.ticks import Ticks

AXIS = 40.0
_SPARSE = 12.0  # pixels a mark; a row with less is drawn as density
_MOST_SHAPES = 1_500  # in one frame
_OFF = 120.0  # pixels beyond the edges where drawing is cut
_WING = 16.0  # pixels a day must measure before the diamond shows how wide it is
_SOFT_TOP = 0.62


@dataclass(slots=True)
class Picture:
    """All that one frame is drawn from. Moments in seconds, the rest in pixels."""

    scene: Scene
    layout: Layout
    scale: Scale
    height: float
    ink: Ink
    ticks: Ticks
    publications: tuple[Publication, ...] = ()
    published: Floats = field(default_factory=lambda: np.empty(0))
    scroll: float = 0.0
    today: float | None = None
    selected: int | None = None
    hovered: int | None = None
    article: str | None = None  # the publication pointed at
    brush: tuple[float, float] | None = None
    ghost: tuple[int, Extents] | None = None  # a mark while it is dragged
    drop: tuple[float, str] | None = None
    unnamed: str = ""
    today_word: str = ""
    labels_at: list[tuple[QRectF, int]] = field(default_factory=list)

    @property
    def lanes_height(self) -> float:
        """The room for lanes below the strip."""
        return self.height - STRIP


def draw(painter: QPainter, picture: Picture) -> None:
    """Draw grounds, grid, publications and marks into (0, 0, width, height)."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    _grounds(painter, picture)
    _grid(painter, picture)
    if picture.brush:
        _brush(painter, picture, picture.brush)
    _today(painter, picture)
    _strip(painter, picture)
    painter.setClipRect(QRectF(0, STRIP, picture.scale.width, picture.lanes_height))
    _rows(painter, picture)
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    _threads(painter, picture)
    if picture.drop:
        _drop(painter, picture, *picture.drop)
    painter.restore()


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


def _today(painter: QPainter, picture: Picture) -> None:
    if picture.today is None or not picture.scale.begin <= picture.today <= picture.scale.end:
        return
    x = round(picture.scale.x(picture.today)) + 0.5
    pen = QPen(picture.ink.theme.accent, 1.2)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, 0, x, picture.height))
    wide = picture.ink.small_metrics.horizontalAdvance(picture.today_word)
    left = x + 4 if x + 8 + wide < picture.scale.width else x - 4 - wide
    painter.setFont(picture.ink.small)
    painter.setPen(picture.ink.theme.accent)
    painter.drawText(QPointF(left, picture.height - 6), picture.today_word)


def _strip(painter: QPainter, picture: Picture) -> None:
    """One small sheet for each article, at the moment it was published."""
    theme = picture.ink.theme
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, picture.scale.width, STRIP - 0.5))
    low, high = np.searchsorted(picture.published, [picture.scale.begin, picture.scale.end])
    if high - low > picture.scale.width / 4:
        edges = _edges(picture)
        counts = np.diff(np.searchsorted(picture.published, edges))
        _density(painter, picture, [(7.0, 10.0, theme.muted, counts)])
    lit = lit_articles(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    few = high - low <= picture.scale.width / 4
    for publication in picture.publications[low:high] if few or lit else ():
        bright = publication.article_id in lit
        if bright or few:
            _sheet(painter, picture.scale.x(publication.at_seconds), theme.accent if bright else theme.muted, bright)


def _sheet(painter: QPainter, x: float, colour: QColor, bright: bool) -> None:
    half, tall = (4.0, 12.0) if bright else (3.0, 10.0)
    top = (STRIP - tall) / 2
    path = QPainterPath(QPointF(x - half, top))
    path.lineTo(x + half - 3, top)
    path.lineTo(x + half, top + 3)
    path.lineTo(x + half, top + tall)
    path.lineTo(x - half, top + tall)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, colour if bright else faded(colour, 0.8))


def lit_articles(picture: Picture) -> set[str]:
    """Return the articles to light up: the one pointed at, and those of the marks selected and pointed at."""
    lit = {picture.article} if picture.article else set()
    for index in (picture.selected, picture.hovered):
        if index is not None and picture.scene.marks[index] is not None:
            lit |= set(picture.scene.mark(index).article_ids)
    return {a for a in lit if a}


def _edges(picture: Picture) -> Floats:
    columns = int(picture.scale.width * picture.ink.ratio) + 1
    edges: Floats = picture.scale.begin + np.arange(columns) * (picture.scale.per_pixel / picture.ink.ratio)
    return edges


def _rows(painter: QPainter, picture: Picture) -> None:
    layout, scale = picture.layout, picture.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture.labels_at.clear()
    seen: list[tuple[float, Row, int, int]] = []
    for row, row_top in zip(layout.rows, layout.tops, strict=True):
        top = STRIP + row_top - picture.scroll
        if STRIP - layout.row_height < top < picture.height:
            low, high = row.between(scale.begin, scale.end)
            if high > low:
                seen.append((top, row, low, high))
    budget = _MOST_SHAPES / max(sum(high - low for _, _, low, high in seen), 1)
    most = scale.width / _SPARSE * min(1.0, max(budget, 0.1))
    dense = [s for s in seen if s[3] - s[2] > most]
    if dense:
        _dense_rows(painter, picture, dense)
    for top, row, low, high in seen:
        if high - low <= most:
            _sparse_row(painter, picture, row.marks[low:high], top)


def _dense_rows(painter: QPainter, picture: Picture, rows: list[tuple[float, Row, int, int]]) -> None:
    edges = _edges(picture)
    inset = 3.0 if picture.layout.row_height > 16 else 1.5
    strips = []
    for top, row, low, high in rows:
        kind = picture.scene.mark(int(row.marks[(low + high) // 2])).type
        strips.append(
            (top + inset, picture.layout.row_height - 2 * inset, picture.ink.colour(kind), row.coverage(edges))
        )
    _density(painter, picture, strips)


def _density(painter: QPainter, picture: Picture, strips: list[tuple[float, float, QColor, "np.ndarray"]]) -> None:  # type: ignore[type-arg]
    """Each strip is one line of an image, stretched to its height: the cost is in pixels, whatever it stands for."""
    counts = np.maximum(np.stack([s[3] for s in strips]), 0)
    most = max(int(counts.max()), 1)
    alpha = np.where(counts > 0, 0.38 + 0.62 * np.log1p(counts) / np.log1p(most), 0.0)[..., None]
    rgb = np.array([[s[2].blue(), s[2].green(), s[2].red(), 255] for s in strips], np.float64)[:, None, :]
    pixels = np.ascontiguousarray((rgb * alpha).astype(np.uint8))
    lines, columns = counts.shape
    image = QImage(pixels.data, columns, lines, columns * 4, QImage.Format.Format_ARGB32_Premultiplied)
    for i, (top, tall, _, _) in enumerate(strips):
        painter.drawImage(QRectF(0, top, columns / picture.ink.ratio, tall), image, QRectF(0, i, columns, 1))


def _sparse_row(painter: QPainter, picture: Picture, marks: "np.ndarray", top: float) -> None:  # type: ignore[type-arg]
    scale, shape = picture.scale, picture.scene.shape
    pixels = [
        ((part[marks] - scale.begin) / scale.per_pixel).tolist()
        for part in (shape.begin, shape.core_begin, shape.core_end, shape.end)
    ]
    flags = [part[marks].tolist() for part in (shape.point, shape.open_begin, shape.open_end)]
    slots: list[Slot] = []
    drawn: list[tuple[TimelineMark, int]] = []
    middle = top + picture.layout.row_height / 2
    for i, left, core_left, core_right, right, point, opens, goes_on in zip(
        marks.tolist(), *pixels, *flags, strict=True
    ):
        mark = picture.scene.mark(i)
        form = _Form(left, core_left, core_right, right, point, opens, goes_on)
        _dim(painter, picture, mark, i)
        if i in (picture.selected, picture.hovered):
            _halo(painter, picture, form, middle, strong=i == picture.selected)
        draw_mark(painter, picture.ink, mark, form, middle, picture.layout.row_height)
        wide = picture.ink.caption_width(mark)
        slots.append(Slot(*form.outline(), form.core_left, form.core_right, wide))
        drawn.append((mark, i))
    if picture.layout.row_height >= 15:
        _labels(painter, picture, slots, drawn, middle)
    painter.setOpacity(1.0)


def _dim(painter: QPainter, picture: Picture, mark: TimelineMark, index: int) -> None:
    off = picture.article is not None and picture.article not in mark.article_ids
    moved = picture.ghost is not None and picture.ghost[0] == index
    painter.setOpacity(0.22 if off or moved else 1.0)


@dataclass(frozen=True, slots=True)
class _Form:
    """A mark's shape in pixels."""

    left: float
    core_left: float
    core_right: float
    right: float
    point: bool
    open_begin: bool
    open_end: bool

    @property
    def solid(self) -> tuple[float, float]:
        """The solid part with the least size it is drawn with."""
        least = 15.0 if self.point else LEAST_BAR
        grow = max(0.0, least - (self.core_right - self.core_left)) / 2
        return self.core_left - grow, self.core_right + grow

    def outline(self) -> tuple[float, float]:
        """From where to where anything is drawn."""
        left, right = self.solid
        begin = self.left - (OPEN_REACH if self.open_begin else 0.0)
        end = self.right + (OPEN_REACH if self.open_end else 0.0)
        if self.point and self.right - self.left <= _WING:
            begin, end = left, right
        return min(begin, left), max(end, right)


def form_of(shape: Extents, index: int, scale: Scale) -> _Form:
    """Return the shape in pixels of one date."""
    parts = (shape.begin, shape.core_begin, shape.core_end, shape.end)
    flags = (shape.point, shape.open_begin, shape.open_end)
    return _Form(*(scale.x(float(p[index])) for p in parts), *(bool(f[index]) for f in flags))


def draw_mark(painter: QPainter, ink: Ink, mark: TimelineMark, form: _Form, middle: float, row: float) -> None:
    """Draw one mark: diamond or bar, soft ends, open ends, hollow if planned, struck if negated, badge."""
    colour = ink.colour(mark.type)
    half = min(9.0, row / 2 - 2)
    if form.point:
        _wings(painter, form, middle, colour)
        x = (form.core_left + form.core_right) / 2
        if half < 7:
            painter.fillRect(QRectF(x - 3, middle - half, 6, 2 * half), colour)
        else:
            ink.diamond(painter, x, middle, colour, planned=mark.planned, negated=mark.negated)
    else:
        _bar(painter, ink, mark, form, middle, half)
    if mark.badge:
        draw_badge(painter, form.solid[1] + (0 if form.point else -2), middle - half + 3, ink)


def _wings(painter: QPainter, form: _Form, middle: float, colour: QColor) -> None:
    """Sometime on that day: once the day is wide enough to see, it shows behind its diamond."""
    if form.right - form.left <= _WING:
        return
    centre = (form.core_left + form.core_right) / 2
    _fade(painter, form.left, centre, middle, 4.0, colour, rising=True)
    _fade(painter, centre, form.right, middle, 4.0, colour, rising=False)


def _fade(
    painter: QPainter,
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
    gradient.setColorAt(0, faded(colour, ends[0]))
    gradient.setColorAt(1, faded(colour, ends[1]))
    seen_left, seen_right = max(left, -_OFF), min(right, 20_000.0)
    painter.fillRect(QRectF(seen_left, middle - half, seen_right - seen_left, 2 * half), gradient)


def _bar(painter: QPainter, ink: Ink, mark: TimelineMark, form: _Form, middle: float, half: float) -> None:
    colour = ink.colour(mark.type)
    left, right = form.solid
    soft = half - 2
    _fade(painter, form.left, left, middle, soft, colour, rising=True)
    _fade(painter, right, form.right, middle, soft, colour, rising=False)
    if form.open_begin:
        _open(painter, form.left, -1, middle, soft, colour)
    if form.open_end:
        _open(painter, form.right, 1, middle, soft, colour)
    left, right = max(left, -_OFF), min(right, 20_000.0)
    if right > left:
        body = QRectF(left, middle - half, right - left, 2 * half)
        painter.setPen(QPen(colour, 1.6) if mark.planned else Qt.PenStyle.NoPen)
        painter.setBrush(ink.theme.page if mark.planned else colour)
        if mark.planned:
            body.adjust(0.8, 0.8, -0.8, -0.8)
        painter.drawRoundedRect(body, 3, 3)
    if mark.negated:
        strike(painter, left - 5, right + 5, middle, ink.theme)


def _open(painter: QPainter, at: float, way: int, middle: float, half: float, colour: QColor) -> None:
    """An open end thins out and points on."""
    far = at + way * OPEN_REACH
    near, end = (at, far) if way > 0 else (far, at)
    _fade(painter, near, end - (8 if way > 0 else 0), middle, half, colour, rising=way < 0, least=0.0)
    pen = QPen(faded(colour, 0.8), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    tip = far - way
    for dy in (-4.5, 4.5):
        painter.drawLine(QPointF(tip, middle), QPointF(tip - way * 5, middle + dy))


def _halo(painter: QPainter, picture: Picture, form: _Form, middle: float, *, strong: bool) -> None:
    left, right = form.solid
    left, right = max(left, -_OFF), min(right, picture.scale.width + _OFF)
    half = min(9.0, picture.layout.row_height / 2 - 2)
    box = QRectF(left - 3.5, middle - half - 2.5, right - left + 7, 2 * half + 5)
    theme = picture.ink.theme
    painter.setPen(QPen(theme.text, 1.8) if strong else QPen(theme.muted, 1))
    painter.setBrush(theme.wash if strong else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 5, 5)


def _labels(
    painter: QPainter, picture: Picture, slots: list[Slot], drawn: list[tuple[TimelineMark, int]], middle: float
) -> None:
    ink = picture.ink
    ascent = (ink.metrics.ascent() - ink.metrics.descent()) / 2
    painter.setFont(ink.label_font)
    for label in place_labels(slots, picture.scale.width):
        mark, index = drawn[label.index]
        text = ink.caption(mark)
        if label.room < slots[label.index].width:
            text = ink.metrics.elidedText(text, Qt.TextElideMode.ElideRight, label.room)
        _dim(painter, picture, mark, index)
        inside = label.inside and not mark.planned
        painter.setPen(readable_on(ink.colour(mark.type)) if inside else ink.theme.text)
        if mark.negated:
            struck = QFont(ink.label_font)
            struck.setStrikeOut(True)
            painter.setFont(struck)
        painter.drawText(QPointF(label.x, middle + ascent), text)
        if mark.negated:
            painter.setFont(ink.label_font)
        picture.labels_at.append((QRectF(label.x, middle - 9, label.room, 18), index))


def _threads(painter: QPainter, picture: Picture) -> None:
    """Lines from the sheets of the articles that report the selected mark down to it, and the mark being dragged."""
    index = picture.selected if picture.selected is not None else picture.hovered
    if index is not None and (middle := _middle(picture, index)) is not None:
        _thread(painter, picture, index, middle)
    if picture.ghost is not None and (middle := _middle(picture, picture.ghost[0])) is not None:
        form = form_of(picture.ghost[1], 0, picture.scale)
        draw_mark(painter, picture.ink, picture.scene.mark(picture.ghost[0]), form, middle, picture.layout.row_height)


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
    for publication in picture.publications if len(picture.publications) < 20_000 else ():
        if publication.article_id in articles:
            x = picture.scale.x(publication.at_seconds)
            if max(x, to) > -_OFF and min(x, to) < picture.scale.width + _OFF:
                path = QPainterPath(QPointF(x, STRIP - 4))
                bend = (top - STRIP) * 0.5
                path.cubicTo(QPointF(x, STRIP + bend), QPointF(to, top - bend), QPointF(to, top))
                painter.drawPath(path)


def _drop(painter: QPainter, picture: Picture, moment: float, text: str) -> None:
    x = picture.scale.x(moment)
    painter.setPen(QPen(picture.ink.theme.accent, 1.5))
    painter.drawLine(QLineF(x, STRIP, x, picture.height))
    wide = picture.ink.metrics.horizontalAdvance(text) + 14
    left = min(max(x + 6, 2.0), picture.scale.width - wide - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.ink.theme.accent)
    painter.drawRoundedRect(QRectF(left, STRIP + 4, wide, 20), 4, 4)
    painter.setPen(readable_on(picture.ink.theme.accent))
    painter.setFont(picture.ink.label_font)
    painter.drawText(QRectF(left, STRIP + 4, wide, 20), Qt.AlignmentFlag.AlignCenter, text)


def draw_axis(painter: QPainter, ticks: Ticks, width: float, ink: Ink) -> None:
    """Draw the axis below the lanes into (0, 0, width, AXIS)."""
    theme = ink.theme
    painter.fillRect(QRectF(0, 0, width, AXIS), theme.page)
    painter.setPen(QPen(theme.muted, 1))
    painter.drawLine(QLineF(0, 0.5, width, 0.5))
    painter.drawLines([QLineF(round(t.x) + 0.5, 1, round(t.x) + 0.5, 5) for t in ticks.fine] or [QLineF(0, 0, 0, 0)])
    inner = [t.x for t in ticks.context if 0 < t.x < width]
    painter.drawLines([QLineF(round(x) + 0.5, 1, round(x) + 0.5, AXIS - 4) for x in inner] or [QLineF(0, 0, 0, 0)])
    painter.setFont(ink.small)
    painter.setPen(theme.text)
    for tick in ticks.fine:
        if tick.label_x is not None:
            painter.drawText(QPointF(tick.label_x, 17), tick.label)
    painter.setFont(ink.strong)
    for tick in ticks.context:
        if tick.label_x is not None:
            painter.drawText(QPointF(tick.label_x, 33), tick.label)


def draw_lane_names(painter: QPainter, picture: Picture, width: float, published: str) -> None:
    """Draw the names of the strip and the lanes into (0, 0, width, height): whole, in as many lines as they need."""
    ink, theme = picture.ink, picture.ink.theme
    painter.fillRect(QRectF(0, 0, width, picture.height), theme.page)
    painter.save()
    painter.setClipRect(QRectF(0, STRIP, width, picture.lanes_height))
    line = ink.bold_metrics.height()
    for i, lane in enumerate(picture.layout.lanes):
        top = STRIP + lane.top - picture.scroll
        if top + lane.height < STRIP or top > picture.height:
            continue
        if i % 2 == 0:
            painter.fillRect(QRectF(0, top, width, lane.height), ink.band)
        own = lane.key in ink.schema.by_name
        colour = ink.colour(lane.key) if own else theme.muted
        painter.fillRect(QRectF(0, top + 1, 3, lane.height - 2), colour)
        lines = name_lines(lane.key, ink, width, picture.unnamed)
        seen_top, seen_end = max(top, STRIP), min(top + lane.height, picture.height)
        y = max(seen_top, min((seen_top + seen_end - line * len(lines)) / 2, seen_end - line * len(lines)))
        painter.setFont(ink.bold)
        painter.setPen(colour if own else theme.text)
        for n, text in enumerate(lines):
            painter.drawText(QPointF(12, y + n * line + ink.bold_metrics.ascent()), text)
    painter.restore()
    painter.setFont(ink.small)
    painter.setPen(theme.muted)
    painter.drawText(QRectF(12, 0, width - 14, STRIP - 1), Qt.AlignmentFlag.AlignVCenter, published)
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, width, STRIP - 0.5))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, picture.height))


def name_lines(key: str, ink: Ink, width: float, unnamed: str) -> list[str]:
    """Return a lane's name in lines that fit the column of names."""
    return wrapped(lane_title(key, ink.schema, unnamed), width - 20, ink.bold_metrics)


def names_width(keys: list[str], ink: Ink, published: str, unnamed: str, most: float) -> float:
    """Return how wide the column of names is to be: as wide as the longest one, at most `most`."""
    widest = max((ink.bold_metrics.horizontalAdvance(lane_title(k, ink.schema, unnamed)) for k in keys), default=0.0)
    return min(max(widest, ink.small_metrics.horizontalAdvance(published)) + 24, most)
