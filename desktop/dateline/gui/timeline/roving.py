"""Moving about on the plot: zooming, panning, fitting, bringing a mark into view, scrolling lanes."""

from dateline.gui.timeline.drawing import Picture
from dateline.gui.timeline.lag import field_of, lag_box
from dateline.gui.timeline.lag_lines import Field, held_scroll
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.marks import Grouping
from dateline.gui.timeline.no_events import time_of_articles
from dateline.gui.timeline.plot import LEAST_SPAN, MOST_SPAN, TimelinePlot
from dateline.gui.timeline.rows import Indices
from dateline.model.calendar import DAY

_EDGE, _SEEN = 8.0, 24.0  # pixels: how far inside a mark is seen whole, and how much of a bar is enough


class RovingTimeline(TimelinePlot):
    """A timeline plot that can be moved about on."""

    _held: tuple[object, Field] | None = None  # of the reporting lag: for which view its bands were last laid out

    def picture(self) -> Picture:
        """Return what the next frame is drawn from; of the reporting lag what was looked at stays in view."""
        before, made = self.lane_scroll, super().picture()
        if self.lag and self.lane_scroll != before:
            self.scroll_changed.emit()
        return made

    def _make_picture(self) -> Picture:
        made, reports = super()._make_picture(), self.reports()
        if reports is None:
            self._held = None
            return made
        field, room = field_of(made, reports), made.lanes_height
        key = (made.scale, made.scene, made.scene.version, room)
        before = self._held[1] if self._held and self._held[0] != key else None
        at = min(self.held_at or room / 2, room)
        scroll = held_scroll(before, field, made.scroll, room, at)
        self._held = key, field
        if scroll != self.lane_scroll or made.scroll != self.lane_scroll:
            self.lane_scroll = scroll
            made = super()._make_picture()
            self._held = key, field_of(made, reports)
        made.posts = (*made.posts, *self.notices.scrolled_away(self._held[1], made.ink, made.scale.width, room))
        return made

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show `factor` times as much time, the moment `at` staying where it is (the middle, if None)."""
        scale = self.time_scale
        at = (scale.begin + scale.end) / 2 if at is None else at
        span = min(max((scale.end - scale.begin) * factor, LEAST_SPAN), MOST_SPAN)
        factor = span / (scale.end - scale.begin)
        self.look(at - (at - scale.begin) * factor, at + (scale.end - at) * factor)

    def pan(self, pixels: float) -> None:
        """Move the view by pixels of time."""
        scale = self.time_scale
        self.look(scale.begin + pixels * scale.per_pixel, scale.end + pixels * scale.per_pixel)

    def fit(self) -> None:
        """Show all marks, with room for the last one's label; where there are none, the time of the articles."""
        span = self.whole_span()
        if span is None:
            self.look_about_articles()
            return
        begin, end = span
        if end - begin < 3 * DAY:
            begin, end = begin - 2 * DAY, end + 2 * DAY
        width = max(self._box.width(), 200.0)
        left, right = min(30.0, width * 0.05), min(150.0, width * 0.18)
        per_pixel = (end - begin) / (width - left - right)
        self.look(begin - left * per_pixel, end + right * per_pixel)

    def whole_span(self) -> tuple[float, float] | None:
        """Return the first and last moment there is to show, also by single reports where these are shown."""
        span, reports = self.scene_marks.span(), self.reports()
        if span is None or reports is None or not len(reports.marks):
            return span
        return min(span[0], float(reports.shape.begin.min())), max(span[1], float(reports.shape.end.max()))

    def look_about_articles(self) -> None:
        """Show when the articles appeared, a year at least; without any, a year around the present."""
        self.look(*time_of_articles(self._published.tolist(), self._now()))

    def show_lag(self, on: bool) -> None:
        """Show the other view of the same time, from where one is: what is selected, else the open article."""
        if on is not self.lag:
            super().show_lag(on)
            self._begin()

    def group(self, by: Grouping) -> None:
        """Make other lanes; shown are those of what is selected, else the first."""
        super().group(by)
        self._begin()

    def _begin(self) -> None:
        """Scroll to the selected mark if its time is in view, else of the lag to the open article, else to the top."""
        self.lane_scroll = 0.0
        chosen = self.scene_marks.index.get(self.selected or "")
        if chosen is not None and chosen in self._inside():
            self._scroll_to_mark(chosen)
        elif (top := self._top_of_article()) is not None:
            self.scroll_to(top)

    def _inside(self) -> Indices:
        """Return the marks whose time is in view."""
        scale, shape, used = self.time_scale, self.scene_marks.shape, self.scene_marks.used()
        inside: Indices = used[(shape.begin[used] < scale.end) & (shape.end[used] > scale.begin)]
        return inside

    def _top_of_article(self) -> float | None:
        """Return how far to scroll the reporting lag to the open article's day of publication."""
        picture, reports, open_one = self.picture(), self.reports(), self.open_publication
        if reports is None or open_one is None:
            return None
        tops = (top for at, top, _ in field_of(picture, reports).bands if 0 <= at - open_one.at_seconds < 1)
        return next((top - STRIP + picture.scroll for top in tops), None)

    def _scroll_to_mark(self, index: int) -> None:
        """Scroll so far that a mark's row is seen."""
        if place := self._place_of(index):
            top, height = place
            low = top + height - self.picture().lanes_height + 4
            self.scroll_to(min(max(self.lane_scroll, low), top - 4))

    def reveal(self, mark_id: str) -> None:
        """Bring a mark into view if it is not: its row by scrolling, its moment by moving no more than that."""
        index = self.scene_marks.index.get(mark_id)
        if index is None:
            return
        shape, scale = self.scene_marks.shape, self.time_scale
        begins, ends = scale.x(float(shape.core_begin[index])), scale.x(float(shape.core_end[index]))
        x = (begins + ends) / 2
        seen = min(ends, scale.width) - max(begins, 0.0)
        if not _EDGE <= x <= scale.width - _EDGE and seen < _SEEN:
            left, right = (
                min(60.0, scale.width / 4),
                scale.width - min(180.0, scale.width / 3),
            )  # there a label has room
            far = x < -scale.width or x > 2 * scale.width
            self.pan(x - (scale.width / 2 if far else left if x < left else right))
        self._scroll_to_mark(index)

    def _place_of(self, index: int) -> tuple[float, float] | None:
        """Return how far down a mark stands in all that can be scrolled, and how high it is."""
        picture, reports = self.picture(), self.reports()
        if reports is not None:
            box = lag_box(picture, reports, index)
            return (box.top() - STRIP + picture.scroll, box.height()) if box else None
        row = picture.layout.row_of(index)
        return (picture.layout.tops[row], picture.layout.row_height) if row is not None else None

    def scroll_to(self, to: float) -> None:
        """Move the lanes so that `to` pixels of them are above the view."""
        to = min(max(to, 0.0), self.most_scroll)
        if to != self.lane_scroll:
            self.lane_scroll = to
            self.refresh()
            self.scroll_changed.emit()

    @property
    def most_scroll(self) -> float:
        """How far the lanes can be scrolled."""
        picture, reports = self.picture(), self.reports()
        if reports is None:
            return picture.layout.most_scroll(picture.lanes_height)
        return max(0.0, field_of(picture, reports).height - picture.lanes_height)
