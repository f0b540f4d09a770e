"""What lies where on the plot: marks, publications, numbers. Pixels of the view box."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from dateline.gui.timeline.band import LEAST_LANE, Spot, dots, spot_at
from dateline.gui.timeline.beyond import Way
from dateline.gui.timeline.lag import lag_box, lag_hit
from dateline.gui.timeline.layout import STRIP, hit
from dateline.gui.timeline.links import Link
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.measures import Series
from dateline.gui.timeline.plot import LEAST_HEIGHT
from dateline.gui.timeline.roving import RovingTimeline
from dateline.gui.timeline.sheets import stacks


class PointedTimeline(RovingTimeline):
    """A timeline plot that shows numbers and order besides marks, and can be asked what is at a place."""

    def show_measures(self, series: Sequence[Series], on: bool = True) -> None:
        """Show numbers over time below the lanes."""
        self.series, self.measures_shown = tuple(series), on
        self.setMinimumHeight(LEAST_HEIGHT + (round(LEAST_LANE) if series and on else 0))
        self.let_go()
        self._fit_names()
        self.refresh()
        self.scroll_changed.emit()

    def show_links(self, links: tuple[Link, ...], on: bool) -> None:
        """Draw the order that texts state between marks, or no longer."""
        self.links, self.links_shown = links, on
        self.refresh()

    def to_box(self, position: QPointF) -> QPointF:
        """Return a point of the widget in pixels of the view box."""
        return QPointF(self._box.mapFromScene(self.mapToScene(position.toPoint())))

    def from_box(self, x: float, y: float) -> QPointF:
        """Return a point of the view box in pixels of the widget."""
        return QPointF(self.mapFromScene(self._box.mapToScene(QPointF(x, y))))

    def mark_at(self, x: float, y: float) -> int | None:
        """Return the index of the mark (or its label) at a point of the view box."""
        if not STRIP <= y < STRIP + self.picture().lanes_height or x < 0:
            return None
        found = self._form_at(x, y)
        if found is None:
            found = next((i for rect, i in self._labels_at if rect.contains(x, y)), None)
        return found

    def _form_at(self, x: float, y: float) -> int | None:
        """Return the index of the mark whose form, not its label, is at a point of the lanes."""
        picture, reports = self.picture(), self.reports()
        if reports is not None:
            return lag_hit(picture, reports, x, y)
        return hit(self.scene_marks, picture.layout, picture.scale, x, y - STRIP + self.lane_scroll)

    def mark_box(self, index: int) -> QRectF | None:
        """Return where a mark's solid part is drawn, in pixels of the view box."""
        picture, reports = self.picture(), self.reports()
        if reports is not None:
            return lag_box(picture, reports, index)
        row = picture.layout.row_of(index)
        if row is None:
            return None
        shape, scale = self.scene_marks.shape, picture.scale
        left, right = scale.x(float(shape.core_begin[index])), scale.x(float(shape.core_end[index]))
        grow = max(0.0, 14.0 - (right - left)) / 2
        top = STRIP + picture.layout.tops[row] - self.lane_scroll
        return QRectF(left - grow, top, right - left + 2 * grow, picture.layout.row_height)

    def publication_at(self, x: float, y: float) -> Publication | None:
        """Return the publication at a point of the strip."""
        if not 0 <= y < STRIP or not len(self._published):
            return None
        scale = self.time_scale
        at = int(np.searchsorted(self._published, scale.moment(x)))
        near = [i for i in (at - 1, at) if 0 <= i < len(self._published)]
        best = min(near, key=lambda i: abs(scale.x(float(self._published[i])) - x))
        return self._publications[best] if abs(scale.x(float(self._published[best])) - x) <= 6 else None

    def publications_beside(self, publication: Publication) -> list[Publication]:
        """Return the others that stand with a publication, as one sheet with a number."""
        scale = self.time_scale
        low, high = np.searchsorted(self._published, [scale.begin, scale.end])
        seen = self._publications[low:high]
        if publication not in seen or len(seen) > scale.width / 4:
            return []
        own = seen.index(publication)
        near = next(stack for stack in stacks([scale.x(p.at_seconds) for p in seen]) if own in stack)
        return [seen[i] for i in near if i != own]

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return the number of a measure at a point of the view box."""
        picture = self.picture()
        return spot_at(picture.band, picture.scale, x, y - STRIP - picture.lanes_height) if x >= 0 else None

    def post_at(self, x: float, y: float) -> Way | None:
        """Return which way the hint at a point leads, None where there is none or a mark lies under it."""
        way = next((post.way for post in self.picture().posts if post.box.contains(x, y)), None)
        return None if way is not None and self._form_at(x, y) is not None else way

    def spot_box(self, spot: Spot) -> QRectF:
        """Return where a number is drawn."""
        picture = self.picture()
        dot = next((d for line in dots(picture.band, picture.scale) for d in line if d.spot == spot), None)
        if dot is None:
            return QRectF()
        return QRectF(dot.x - 6, STRIP + picture.lanes_height + dot.y - 6, 12, 12)

    def scroll_band(self, to: float) -> None:
        """Move the measures so that `to` pixels of them are above their view."""
        self.band_scroll = min(max(to, 0.0), self.picture().band.most_scroll)
        self.refresh()
