"""The timeline as a picture: PNG at any scale, or SVG."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from dateline.gui.svg_fonts import with_fallbacks
from dateline.gui.theme import Theme
from dateline.gui.timeline.band import LEAST_LANE, LOW, MOST_SHARE, Band, band_of
from dateline.gui.timeline.band_drawing import draw_band, draw_band_names, measures_width, name_heights
from dateline.gui.timeline.drawing import AXIS, Picture, draw
from dateline.gui.timeline.ink import Ink
from dateline.gui.timeline.lag import draw_lag, draw_lag_axis, lag_height, reports_of
from dateline.gui.timeline.lag_foot import FOOT
from dateline.gui.timeline.layout import STRIP, Scale, lay_out
from dateline.gui.timeline.link_drawing import TieKeeper, draw_links
from dateline.gui.timeline.links import Link
from dateline.gui.timeline.margins import draw_axis, draw_lane_names, name_lines, names_width
from dateline.gui.timeline.marks import Grouping, Publication, TimelineMark
from dateline.gui.timeline.measures import Series
from dateline.gui.timeline.no_events import local_now, time_of_articles
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.ticks import ticks
from dateline.model.calendar import DAY
from dateline.model.schema import Schema

translate = QCoreApplication.translate
_MOST_NAMES = 240.0
_MOST_LABELS = 600  # of reports
_MEASURE_NAMES = 190.0
_CSS_DPI = 96
_MOST_PIXELS = 32_000  # of an image on one side
_LEAST_SCALE = 0.75  # under which nobody could read it
Range = tuple[float, float]
Drawn = QImage | bytes  # the bytes of an SVG document


def paint_timeline(
    painter: QPainter,
    marks: Sequence[TimelineMark],
    publications: Sequence[Publication],
    ink: Ink,
    size: tuple[int, int],
    by: Grouping = Grouping.TYPE,
    visible: Range | None = None,
    lag: bool = False,
    measures: Sequence[Series] = (),
    links: tuple[Link, ...] = (),
) -> None:
    """Paint a timeline into (0, 0, *size), or the reporting lag; without `visible` it shows all marks."""
    scene = Scene(marks, by)
    order = scene.lanes_in_order(ink.schema, publications)
    published, unnamed = (
        translate("TimelinePicture", "Published"),
        translate("TimelinePicture", "Unnamed")
        if by is not Grouping.NONE
        else translate("TimelinePicture", "All events"),
    )
    names = round(names_width(order, ink, published, unnamed, min(_MOST_NAMES, size[0] * 0.3)))
    if measures:
        ideal = min(_MEASURE_NAMES, size[0] * 0.3)
        low = size[1] - AXIS - STRIP < LOW
        names = max(names, round(measures_width(measures, ink, ideal, size[0], low=low)))
    width, height = size[0] - names, size[1] - AXIS
    band = band_of(measures, name_heights(measures, ink, names), height - STRIP, 0.0) if not lag else Band(height=FOOT)
    in_order = tuple(sorted(publications, key=lambda p: p.at_seconds))
    scale = _scale(scene, in_order, width, visible)
    line = ink.bold_metrics.height()
    layout = lay_out(
        scene,
        order,
        scene.packing(scale.begin, scale.end, scale.per_pixel),
        height - STRIP - band.height,
        ink.caption_width,
        lambda key: line * len(name_lines(key, ink, names, unnamed)),
    )
    tied = TieKeeper().of(links, scene, layout)
    picture = Picture(
        scene,
        layout,
        scale,
        height,
        ink,
        ticks(scale.begin, scale.end, width, ink.small_metrics.horizontalAdvance, ink.strong_metrics.horizontalAdvance),
        in_order,
        np.array([p.at_seconds for p in in_order], np.float64),
        {p.article_id: p for p in in_order},
        unnamed=unnamed,
        band=band,
        ties=tied[0],
        tie_rows=tied[1],
    )
    painter.fillRect(QRectF(0, 0, *size), ink.theme.page)
    if lag:
        reports = reports_of(scene, in_order)
        draw_lag_axis(painter, picture, reports, names, published)
        painter.translate(names, 0)
        draw_lag(painter, picture, reports, _MOST_LABELS)
    else:
        draw_lane_names(painter, picture, names, published, foldable=False)
        draw_band_names(painter, picture, names)
        painter.translate(names, 0)
        draw(painter, picture)
        draw_links(painter, picture)
        draw_band(painter, picture)
    painter.translate(0, height)
    draw_axis(painter, picture.ticks, width, ink)
    painter.resetTransform()
    if not len(scene):
        painter.setPen(ink.theme.muted)
        painter.setFont(ink.label_font)
        painter.drawText(
            QRectF(0, 0, *size), Qt.AlignmentFlag.AlignCenter, translate("TimelinePicture", "No dated events")
        )


def _scale(scene: Scene, in_order: Sequence[Publication], width: float, visible: Range | None) -> Scale:
    if visible is not None:
        return Scale(*visible, width)
    begin, end = scene.span() or time_of_articles([p.at_seconds for p in in_order], local_now())
    if end - begin < 3 * DAY:
        begin, end = begin - 2 * DAY, end + 2 * DAY
    per_pixel = (end - begin) / max(width - 180.0, 100.0)
    return Scale(begin - 30 * per_pixel, end + 150 * per_pixel, width)


def natural_height(
    marks: Sequence[TimelineMark],
    schema: Schema,
    theme: Theme,
    width: int,
    by: Grouping,
    measures: Sequence[Series] = (),
    visible: Range | None = None,
    reported: Sequence[Publication] | None = None,
) -> int:
    """Return the height at which all lanes and measures of a picture show with room for their labels.

    Of the reporting lag, which is meant where it is `reported` when articles appeared, that for all its articles.
    """
    ink = Ink(theme, schema, QGuiApplication.font())
    scene = Scene(marks, by)
    scale = _scale(scene, (), width * 0.85, visible)
    if reported is not None:
        return lag_height(scene, reported, scale)
    packing = scene.packing(scale.begin, scale.end, scale.per_pixel)
    layout = lay_out(scene, list(scene.lanes), packing, 1e9, ink.caption_width, lambda _: 16.0)
    band = sum(max(LEAST_LANE, h) for h in name_heights(measures, ink, _MEASURE_NAMES))
    return round(max(layout.height + 12 + band, band / MOST_SHARE) + STRIP + AXIS)


def _natural_size(
    marks: Sequence[TimelineMark],
    publications: Sequence[Publication],
    schema: Schema,
    theme: Theme,
    by: Grouping,
    measures: Sequence[Series],
    visible: Range | None,
    *,
    lag: bool,
) -> tuple[int, int]:
    reported = publications if lag else None
    return 1600, max(260, natural_height(marks, schema, theme, 1600, by, measures, visible if lag else None, reported))


def render_timeline(
    marks: Sequence[TimelineMark],
    publications: Sequence[Publication],
    schema: Schema,
    theme: Theme,
    size: tuple[int, int] | None = None,
    scale: float = 1.0,
    by: Grouping = Grouping.TYPE,
    visible: Range | None = None,
    lag: bool = False,
    measures: Sequence[Series] = (),
    links: tuple[Link, ...] = (),
) -> QImage:
    """Return a picture of `size` in points (None: 1600 wide, as high as needed), `scale` pixels a point.

    One that would be larger than an image can be has fewer pixels a point; raises OSError where they were too few.
    """
    size = size or _natural_size(marks, publications, schema, theme, by, measures, visible, lag=lag)
    scale = min(scale, _MOST_PIXELS / max(size))
    if scale < _LEAST_SCALE:
        raise OSError(
            translate("TimelinePicture", "it has too many lanes for a picture; SVG or another grouping may do")
        )
    image = QImage(QSize(round(size[0] * scale), round(size[1] * scale)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    ink = Ink(theme, schema, _font(), ratio=scale)
    paint_timeline(painter, marks, publications, ink, size, by, visible, lag, measures, links)
    painter.end()
    return image


def save_timeline(
    path: Path,
    marks: Sequence[TimelineMark],
    publications: Sequence[Publication],
    schema: Schema,
    theme: Theme,
    size: tuple[int, int] | None = None,
    scale: float = 2.0,
    by: Grouping = Grouping.TYPE,
    visible: Range | None = None,
    lag: bool = False,
    measures: Sequence[Series] = (),
    links: tuple[Link, ...] = (),
) -> None:
    """Write a picture; ".svg" gives SVG, every other ending what Qt makes of it. Raises OSError."""
    if path.suffix.lower() == ".svg":
        drawn: Drawn = svg_of_timeline(marks, publications, schema, theme, size, by, visible, lag, measures, links)
    else:
        drawn = render_timeline(marks, publications, schema, theme, size, scale, by, visible, lag, measures, links)
    write_drawn(path, drawn)


def write_drawn(path: Path, drawn: Drawn) -> None:
    """Write what was drawn; of a large image that takes seconds, and needs no GUI thread. Raises OSError."""
    if isinstance(drawn, bytes):
        path.write_bytes(drawn)
    elif not drawn.save(str(path)):
        raise OSError(translate("TimelinePicture", "{path} could not be written").format(path=path))


def svg_of_timeline(
    marks: Sequence[TimelineMark],
    publications: Sequence[Publication],
    schema: Schema,
    theme: Theme,
    size: tuple[int, int] | None = None,
    by: Grouping = Grouping.TYPE,
    visible: Range | None = None,
    lag: bool = False,
    measures: Sequence[Series] = (),
    links: tuple[Link, ...] = (),
) -> bytes:
    """Return a picture of `size` in points as an SVG document."""
    size = size or _natural_size(marks, publications, schema, theme, by, measures, visible, lag=lag)
    ink, written = Ink(theme, schema, _font(), vector=True), QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # Tiny knows no clipping
    generator.setOutputDevice(written)
    generator.setResolution(_CSS_DPI)  # so that one point is one pixel of a web page
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setTitle(translate("TimelinePicture", "Timeline"))
    painter = QPainter(generator)
    paint_timeline(painter, marks, publications, ink, size, by, visible, lag, measures, links)
    painter.end()
    return with_fallbacks(bytes(written.data().data()))


def _font() -> QFont:
    return QGuiApplication.font()
