"""Reporting lag: when it took place across, when it was reported down, so that announcements part from retrospects."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from dateline.gui.date_words import label
from dateline.gui.timeline.drawing import AXIS, Picture, draw_frame
from dateline.gui.timeline.ink import SHADES, Ink
from dateline.gui.timeline.lag_foot import FOOT, Counts, draw_foot
from dateline.gui.timeline.lag_lines import ROW, Band, Cloud, Field, draw_labels, draw_lines
from dateline.gui.timeline.lanes import pack
from dateline.gui.timeline.layout import STRIP, Scale
from dateline.gui.timeline.marks import Publication, Reported, TimelineMark
from dateline.gui.timeline.no_events import local_now, time_of_articles
from dateline.gui.timeline.rows import Indices
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.shape import Bools, Extents, Floats, extents
from dateline.gui.timeline.shapes import Form, draw_halo, draw_mark, forms
from dateline.gui.timeline.ticks import Tick, Ticks, ticks
from dateline.model.calendar import DAY
from dateline.model.when import Granularity, When

_MARGIN = 0.06  # of the time reported in, above and below
_APART = 0.25  # seconds between a noon and the middle of a day, so that they are two moments
_REACH = 10.0  # pixels around a point that hit it
MOST_LABELS = 150  # in a frame; a picture that is saved has time for more
_LEAST_BAND = 18.0  # pixels
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINE = 17.0
_BESIDE = 6.0  # between two labels of the axis that runs down
_PAD = 8.0  # of a band
_LEAST_STEP, _MOST_STEP = 12.0, 19.0  # from row to row in a band
_CLOUD_SHAPE = 0.6  # the height of a cloud's picture by its width
MOST_POINTS = 1_200  # in one frame; beyond, they are drawn as density
_CELL = 3.0  # pixels


class Reports(Struct, frozen=True):
    """One element a report: an event's index and the moment the article appeared; `begin` to `end` is shown.

    `moments` are those of publication, each once; `counts` are without the days from which one was put off.
    `looks` are the marks of reports that look otherwise than their event.
    """

    marks: Indices
    published: Floats
    begin: float
    end: float
    moments: Floats
    over: Floats  # when what appeared at each moment, or some time on that day, had appeared
    counts: Counts
    shape: Extents  # the date each gives: that of its event, unless its article says another
    looks: Mapping[int, TimelineMark] = {}


def reports_of(scene: Scene, publications: Sequence[Publication], now: float | None = None) -> Reports:
    """Return who reported what when, for all dated events.

    Without any, the time in which articles appeared is shown, or a year around `now` (None: the present).
    """
    at = {p.article_id: (float(p.at_seconds), *map(float, p.span)) for p in publications}
    every = [(i, r) for i, m in enumerate(scene.marks) if m is not None for r in _told(m)]
    told = [(i, r) for i, r in every if r.article_id in at]
    marks = np.array([i for i, _ in told], np.intp)
    published, opens, over = np.array([at[r.article_id] for _, r in told], np.float64).reshape(-1, 3).T
    by_day = over - opens >= DAY  # their moment is noon: who appeared at noon exactly has a ground of its own
    published = np.where(by_day & np.isin(published, published[~by_day]), published + _APART, published)
    moments, of_moment = np.unique(published, return_inverse=True)
    over_by = np.zeros(len(moments))
    np.maximum.at(over_by, of_moment, over)
    if len(moments):
        margin = max(float(moments[-1] - moments[0]) * _MARGIN, 2.0 * DAY)
        begin, end = float(moments[0]) - margin, float(moments[-1]) + margin
    else:
        appeared = sorted(float(p.at_seconds) for p in publications)
        begin, end = time_of_articles(appeared, local_now() if now is None else now)
    shape = _shape_of(scene, told)
    stays = np.array([not r.gone for _, r in told], np.bool_)
    planned = np.array([r.planned for _, r in told], np.bool_)
    ahead, after = (stays & side for side in _sides(shape, opens, over, planned))
    looks = {
        n: replace(m, planned=r.planned, negated=r.negated)
        for n, (i, r) in enumerate(told)
        if (r.planned, r.negated) != ((m := scene.mark(i)).planned, m.negated)
    }
    sides = int(np.count_nonzero(ahead)), int(np.count_nonzero(after))
    unpublished = sum(not r.gone for _, r in every) - int(np.count_nonzero(stays))
    counts = Counts(sides[0], int(np.count_nonzero(stays)) - sum(sides), sides[1], len(scene.undated), unpublished)
    return Reports(marks, published, begin, end, moments, over_by, counts, shape, looks)


def _sides(shape: Extents, opens: Floats, over: Floats, planned: Bools) -> tuple[Bools, Bools]:
    """Say what was told ahead and what afterwards.

    A time around the publication that is not known to the day ("in 2022", "since May") is ahead where it is planned.
    """
    ahead, after = shape.begin >= over, shape.end <= opens
    soft = ~shape.point & ((shape.core_begin > shape.begin) | (shape.core_end < shape.end))
    around = (shape.vague | shape.open_begin | shape.open_end | soft) & ~ahead & ~after
    return ahead | (around & planned), after | (around & ~planned)


def _told(mark: TimelineMark) -> Sequence[Reported]:
    return mark.reports or [Reported(a, None, mark.planned, mark.negated) for a in mark.article_ids]


def _shape_of(scene: Scene, told: Sequence[tuple[int, Reported]]) -> Extents:
    marks = np.array([i for i, _ in told], np.intp)
    shape = Extents(*(getattr(scene.shape, name)[marks] for name in Extents.__struct_fields__))
    other = [(at, r.when) for at, (_, r) in enumerate(told) if r.when is not None]
    if other:
        own, rows = extents([w for _, w in other]), [at for at, _ in other]
        for name in Extents.__struct_fields__:
            getattr(shape, name)[rows] = getattr(own, name)
    return shape


def field_of(picture: Picture, reports: Reports) -> Field:
    """Return where the reports stand in a picture; worked out once for each."""
    field: Field | None = picture.lag_field
    if field is None:
        field = picture.lag_field = _field(picture, reports)
    return field


def _field(picture: Picture, reports: Reports) -> Field:
    shape, scale, room = reports.shape, picture.scale, picture.lanes_height
    inside = (shape.begin < scale.end) & (shape.end > scale.begin)
    seen = np.flatnonzero(inside)
    if len(seen) > MOST_POINTS:
        return _clouded(picture, reports, seen)
    shapes, published = forms(shape, seen, scale), reports.published[seen]
    looks = {at: look for at, n in enumerate(seen.tolist()) if (look := reports.looks.get(n))} if reports.looks else {}
    if not 0 < len(reports.moments) * _LEAST_BAND <= room:
        heights = STRIP + (published - reports.begin) / (reports.end - reports.begin) * room
        points = list(zip(reports.marks[seen].tolist(), shapes, heights.tolist(), strict=True))
        return Field(points, (), room, looks=looks)
    of_band = np.searchsorted(reports.moments, published)
    rows, counts = _rows(shapes, of_band, len(reports.moments))
    step, edges = _edges(counts, room)
    heights = STRIP - picture.scroll + (edges[of_band] + edges[of_band + 1]) / 2
    heights += (rows - (counts[of_band] - 1) / 2) * step
    edges += STRIP - picture.scroll
    bands = zip(reports.moments.tolist(), edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    points = list(zip(reports.marks[seen].tolist(), shapes, heights.tolist(), strict=True))
    height, row = float(edges[-1] - edges[0]), min(step + 3, ROW)
    return Field(points, tuple(bands), height, row, None, looks, tuple(reports.over.tolist()))


def _clouded(picture: Picture, reports: Reports, seen: Indices) -> Field:
    """Return a field in which each report is but a place; in a band they are spread over its height."""
    room = picture.lanes_height
    marks, published = reports.marks[seen], reports.published[seen]
    share: Floats = (published - reports.begin) / (reports.end - reports.begin)
    bands: tuple[Band, ...] = ()
    if len(reports.moments) * _LEAST_BAND <= room:
        edges = np.linspace(0.0, 1.0, len(reports.moments) + 1)
        within = (np.arange(len(seen)) * 0.618034) % 1.0  # evenly, whatever is left out
        share = (np.searchsorted(reports.moments, published) + 0.05 + 0.9 * within) / len(reports.moments)
        at = (STRIP + edges * room).tolist()
        bands = tuple(zip(reports.moments.tolist(), at[:-1], at[1:], strict=True))
    x = (reports.shape.middle[seen] - picture.scale.begin) / picture.scale.per_pixel
    ahead = reports.shape.begin[seen] >= reports.over[np.searchsorted(reports.moments, published)]
    cloud = Cloud(marks, x, STRIP + share * room, ahead)
    lit = np.flatnonzero(np.isin(marks, [i for i in (picture.selected, picture.hovered) if i is not None]))
    found = zip(marks[lit].tolist(), forms(reports.shape, seen[lit], picture.scale), cloud.y[lit].tolist(), strict=True)
    return Field(list(found), bands, room, cloud=cloud, over=tuple(reports.over.tolist()) if bands else ())


def _draw_cloud(painter: QPainter, picture: Picture, cloud: Cloud) -> None:
    """Two densities, of what was reported ahead and of the rest; the cost is in pixels, whatever it stands for."""
    width, height = picture.scale.width, picture.lanes_height
    cells = max(int(height / _CELL), 1), max(int(width / _CELL), 1)
    for colour, own in ((picture.ink.theme.muted, ~cloud.ahead), (picture.ink.theme.accent, cloud.ahead)):
        span = (STRIP, STRIP + height), (0.0, width)
        counts = np.histogram2d(cloud.y[own], cloud.x[own], cells, span)[0].astype(np.int64)
        counts = np.clip(counts * (SHADES - 1) // max(int(counts.max()), 1) + (counts > 0), 0, SHADES - 1)
        pixels = np.ascontiguousarray(picture.ink.shades(colour)[counts])
        image = QImage(pixels.data, cells[1], cells[0], cells[1] * 4, QImage.Format.Format_ARGB32_Premultiplied)
        painter.drawImage(QRectF(0, STRIP, width, height), image)


def _rows(shapes: list[Form], of_band: Indices, bands: int) -> tuple[Floats, Floats]:
    """Move apart what would lie over each other in a band: each report's row, and how many rows each band has."""
    left, right = np.array([f.out_left - 2 for f in shapes]), np.array([f.out_right + 2 for f in shapes])
    rows, counts = np.zeros(len(shapes)), np.ones(bands)
    for band in range(bands):
        own = np.flatnonzero(of_band == band)
        if len(own):
            rows[own] = pack(left[own], right[own])
            counts[band] = rows[own].max() + 1
    return rows, counts


def _edges(counts: Floats, room: float) -> tuple[float, Floats]:
    """Return how far rows are apart and where bands end: as wide as there is room for, but never too close."""
    step = min(max((room - _PAD * len(counts)) / counts.sum(), _LEAST_STEP), _MOST_STEP)
    needs = np.maximum(counts * step + _PAD, _LEAST_BAND)
    edges = np.concatenate([[0.0], np.cumsum(needs)])
    return step, edges * max(1.0, room / edges[-1])


def lag_height(scene: Scene, publications: Sequence[Publication], scale: Scale) -> int:
    """Return how tall a picture has to be for every article to have a band with room for its reports.

    More than can be told apart are a cloud, which has the shape of a screen; nothing needs no height.
    """
    reports = reports_of(scene, publications)
    seen = np.flatnonzero((reports.shape.begin < scale.end) & (reports.shape.end > scale.begin))
    if not len(reports.moments):
        return 0
    if len(seen) > MOST_POINTS:
        return round(scale.width * _CLOUD_SHAPE)
    of_band = np.searchsorted(reports.moments, reports.published[seen])
    _, counts = _rows(forms(reports.shape, seen, scale), of_band, len(reports.moments))
    bands = np.maximum(counts * _MOST_STEP + _PAD, _LEAST_BAND)
    return round(float(bands.sum()) + STRIP + FOOT + AXIS + _PAD)


def lag_ticks(reports: Reports, height: float) -> Ticks:
    """Return the marks of the axis that runs down."""
    return ticks(reports.begin, reports.end, height, lambda _: _LINE)


def draw_lag(painter: QPainter, picture: Picture, reports: Reports, most_labels: int = MOST_LABELS) -> None:
    """Draw the field: reports ahead of the event lie right of the slanting line, those after it left."""
    painter.save()
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    painter.fillRect(QRectF(0, 0, picture.scale.width, picture.height), picture.ink.theme.page)
    _ahead(painter, picture, reports)
    draw_frame(painter, picture)
    painter.setClipRect(QRectF(0, STRIP, picture.scale.width, picture.lanes_height))
    _points(painter, picture, reports, most_labels)
    painter.setClipRect(QRectF(0, 0, picture.scale.width, picture.height))
    draw_foot(painter, picture, reports.counts)
    painter.restore()


def _ahead(painter: QPainter, picture: Picture, reports: Reports) -> None:
    """Shade what lies ahead of its publication: to the right of a slanting line, or of a step in each band."""
    field = field_of(picture, reports)
    if field.bands:
        _ahead_in_bands(painter, picture, field)
    else:
        _ahead_in_time(painter, picture, reports)


def _ahead_in_bands(painter: QPainter, picture: Picture, field: Field) -> None:
    ink, width = picture.ink, picture.scale.width
    for (moment, top, end), over in zip(field.bands, field.over, strict=True):
        x, begin = (min(max(picture.scale.x(at), -10.0), width + 10) for at in (moment, over))
        painter.fillRect(QRectF(begin, top, width - begin, end - top), ink.band)
        painter.setPen(QPen(ink.theme.muted, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, top, x, end))
        painter.fillRect(QRectF(0, round(end) - 1, width, 1), ink.grid)


def _ahead_in_time(painter: QPainter, picture: Picture, reports: Reports) -> None:
    ink, width, scale = picture.ink, picture.scale.width, picture.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    low = STRIP + picture.lanes_height
    top, bottom = QPointF(scale.x(reports.begin), STRIP), QPointF(scale.x(reports.end), low)
    far = max(width, top.x(), bottom.x()) + 10
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.band)
    painter.drawPolygon(QPolygonF([top, QPointF(far, STRIP), QPointF(far, low), bottom]))
    painter.setPen(QPen(ink.theme.muted, 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(top, bottom)
    painter.setPen(QPen(ink.grid, 1))
    for tick in lag_ticks(reports, picture.lanes_height).fine:
        painter.drawLine(QLineF(0, STRIP + tick.x, width, STRIP + tick.x))


def _points(painter: QPainter, picture: Picture, reports: Reports, most_labels: int) -> None:
    field = field_of(picture, reports)
    if field.cloud is not None:
        _draw_cloud(painter, picture, field.cloud)
    points, lit = field.points, {picture.selected, picture.hovered} - {None}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawn = draw_lines(painter, picture, field, lit)
    taken: list[QRectF] = []
    for at, (index, form, y) in enumerate(points):
        mark = field.looks.get(at) or picture.scene.mark(index)
        off = picture.article is not None and picture.article not in mark.article_ids
        painter.setOpacity(0.22 if off else 1.0)
        if index in lit:
            draw_halo(painter, picture.ink, form, y, field.row, strong=index == picture.selected)
        draw_mark(painter, picture.ink, mark, form, y, field.row)
        halo = 5 if index in lit else 0  # a label stands clear of the frame, too
        taken.append(QRectF(form.out_left - halo, y - 8, form.out_right - form.out_left + 2 * halo, 16))
    painter.setOpacity(1.0)
    picture.labels_at.clear()
    if len(points) <= most_labels:
        draw_labels(painter, picture, field, taken, drawn, lit)


def lag_hit(picture: Picture, reports: Reports, x: float, y: float) -> int | None:
    """Return the index of the event whose report is at a point of the view box."""
    points, cloud = field_of(picture, reports).points, field_of(picture, reports).cloud
    if cloud is not None:
        far = np.hypot(cloud.x - x, cloud.y - y)
        nearest = int(np.argmin(far))
        return int(cloud.marks[nearest]) if far[nearest] <= _REACH / 2 else None
    if not points:
        return None
    left, right, height = np.array([(f.solid_left, f.solid_right, at) for _, f, at in points]).T
    away = np.hypot(np.maximum(np.maximum(left - x, x - right), 0.0), height - y)
    best = int(np.argmin(away))
    return points[best][0] if away[best] <= _REACH else None


def lag_box(picture: Picture, reports: Reports, index: int) -> QRectF | None:
    """Return where an event's first report is drawn."""
    field = field_of(picture, reports)
    found = next(((form, y) for at, form, y in field.points if at == index), None)
    if found is None and field.cloud is not None:
        own = np.flatnonzero(field.cloud.marks == index)[:1]
        shapes = forms(picture.scene.shape, field.cloud.marks[own], picture.scale)
        found = next(zip(shapes, field.cloud.y[own].tolist(), strict=True), None)
    if found is None:
        return None
    form, y = found
    return QRectF(form.solid_left, y - 10, form.solid_right - form.solid_left, 20)


def draw_lag_axis(painter: QPainter, picture: Picture, reports: Reports, width: float, title: str) -> None:
    """Draw the axis that runs down into (0, 0, width, height)."""
    ink: Ink = picture.ink
    painter.fillRect(QRectF(0, 0, width, picture.height), ink.theme.page)
    painter.setFont(ink.small)
    painter.setPen(ink.theme.muted)
    painter.drawText(QRectF(12, 0, width - 14, STRIP - 1), Qt.AlignmentFlag.AlignVCenter, title)
    painter.setPen(ink.theme.text)
    field = field_of(picture, reports)
    painter.save()
    painter.setClipRect(QRectF(0, STRIP, width, picture.lanes_height))
    if field.bands:
        for moment, top, end in field.bands:
            day = int(moment // DAY) * DAY
            text = label(When(day, day + DAY, Granularity.DAY))
            low, high = max(top, STRIP), min(end, STRIP + picture.lanes_height)  # of a band cut off, in what is seen
            if high - low >= _LINE:
                painter.drawText(QRectF(4, low, width - 14, high - low), _AT_RIGHT, text)
            painter.fillRect(QRectF(0, round(end) - 1, width, 1), ink.grid)
    else:
        _time_labels(painter, ink, lag_ticks(reports, picture.lanes_height), width)
    painter.restore()
    painter.setPen(QPen(ink.theme.line, 1))
    painter.drawLine(QLineF(0, STRIP - 0.5, width, STRIP - 0.5))
    painter.drawLine(QLineF(width - 0.5, 0, width - 0.5, picture.height))


def labels_down(shown: Ticks, ink: Ink, width: float) -> list[Tick]:
    """Return the fine marks of the axis that runs down whose labels have room beside the months' or years' names."""
    names = [(t.label_x, ink.strong_metrics.horizontalAdvance(t.label)) for t in shown.context if t.label_x is not None]

    def is_free(tick: Tick) -> bool:
        if tick.label_x is None:
            return False
        room = width - 22 - _BESIDE - ink.small_metrics.horizontalAdvance(tick.label)
        return all(abs(at - tick.label_x) >= _LINE or wide <= room for at, wide in names)

    return [tick for tick in shown.fine if is_free(tick)]


def _time_labels(painter: QPainter, ink: Ink, shown: Ticks, width: float) -> None:
    for tick in labels_down(shown, ink, width):
        painter.drawText(QRectF(12, STRIP + (tick.label_x or 0.0), width - 22, _LINE), _AT_RIGHT, tick.label)
    painter.setFont(ink.strong)
    for tick in shown.context:
        if tick.label_x is not None:
            painter.drawText(QPointF(12, STRIP + tick.label_x + 12), tick.label)
