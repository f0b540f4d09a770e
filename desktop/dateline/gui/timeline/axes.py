"""The two axes of the plot: moments below, lane names at the left."""

from typing import Any, Protocol

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dateline.gui.timeline.band_drawing import draw_band, draw_band_names
from dateline.gui.timeline.beyond import draw_signposts
from dateline.gui.timeline.drawing import AXIS, Picture, draw
from dateline.gui.timeline.hint_places import placed
from dateline.gui.timeline.lag import Reports, draw_lag, draw_lag_axis, field_of
from dateline.gui.timeline.link_drawing import draw_links
from dateline.gui.timeline.margins import draw_axis, draw_lane_names


class Framed(Protocol):
    """What knows the present picture."""

    @property
    def published_word(self) -> str:
        """The name of the strip."""

    def picture(self) -> Picture:
        """Return what is to be drawn."""

    def reports(self) -> Reports | None:
        """Return the reports to draw instead of lanes, if they are asked for."""


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Days of any year with the month, year or day they are in below. Asks pyqtgraph's axis only for its place."""

    def __init__(self, frame: Framed) -> None:
        super().__init__("bottom")
        self._frame = frame
        self.setHeight(int(AXIS))

    def boundingRect(self) -> QRectF:
        """Only its own ground."""
        return QRectF(0, 0, self.size().width(), self.size().height())

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw the ticks of the picture."""
        picture = self._frame.picture()
        draw_axis(painter, picture.ticks, self.size().width(), picture.ink)


class NamesAxis(pg.AxisItem):  # type: ignore[misc]
    """The names of the lanes, which stay while their lanes scroll."""

    def __init__(self, frame: Framed) -> None:
        super().__init__("left")
        self._frame = frame
        self.setWidth(80)

    def boundingRect(self) -> QRectF:
        """Only its own ground."""
        return QRectF(0, 0, self.size().width(), self.size().height())

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw the names of the picture's lanes."""
        picture, reports, width = self._frame.picture(), self._frame.reports(), self.size().width()
        if reports is None:
            draw_lane_names(painter, picture, width, self._frame.published_word)
            draw_band_names(painter, picture, width)
        else:
            draw_lag_axis(painter, picture, reports, width, self._frame.published_word)


class Canvas(pg.GraphicsObject):  # type: ignore[misc]
    """The one item that draws all marks, in pixels of the view box it lies in."""

    def __init__(self, frame: Framed, box: pg.ViewBox) -> None:
        super().__init__()
        self._frame = frame
        self._box = box
        self.setParentItem(box)

    def boundingRect(self) -> QRectF:
        """The whole of the view box."""
        return QRectF(self._box.rect())

    def paint(self, painter: QPainter, *_: Any) -> None:
        """Draw the picture."""
        picture, reports = self._frame.picture(), self._frame.reports()
        if reports is None:
            draw(painter, picture)
            draw_links(painter, picture)
            draw_band(painter, picture)
        else:
            draw_lag(painter, picture, reports)
        picture.posts = placed(picture, field_of(picture, reports) if reports is not None else None)
        draw_signposts(painter, picture.posts, picture.pointed_post, picture.ink)

    def resized(self) -> None:
        """Tell the scene that the ground changed."""
        self.prepareGeometryChange()
        self.update()
