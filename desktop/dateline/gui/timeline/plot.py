"""The plot: pyqtgraph's view box and axes around our canvas, with what it shows and where it looks."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGraphicsGridLayout, QSizePolicy, QWidget

from dateline.gui.theme import Theme
from dateline.gui.timeline.axes import Canvas, NamesAxis, TimeAxis
from dateline.gui.timeline.band import LOW, Band, Spot, band_of
from dateline.gui.timeline.band_drawing import measures_width, name_heights
from dateline.gui.timeline.beyond import JustDated, Lanes, Signpost, Way
from dateline.gui.timeline.drawing import AXIS, LOW_AXIS, Picture
from dateline.gui.timeline.ink import Ink
from dateline.gui.timeline.lag import Reports, reports_of
from dateline.gui.timeline.lag_foot import FOOT
from dateline.gui.timeline.layout import LEAST_LANES, STRIP, Layout, Scale, kept_scroll, lay_out
from dateline.gui.timeline.link_drawing import TieKeeper
from dateline.gui.timeline.links import Link
from dateline.gui.timeline.margins import name_lines, names_width
from dateline.gui.timeline.marks import Grouping, Publication, TimelineMark
from dateline.gui.timeline.measures import Series
from dateline.gui.timeline.no_events import local_now, time_of_articles
from dateline.gui.timeline.notices import Notices
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.shape import Extents
from dateline.gui.timeline.ticks import Ticks, ticks
from dateline.gui.widgets.viewport import own_viewport
from dateline.model.calendar import DAY, MINUTE
from dateline.model.schema import Schema

LEAST_HEIGHT = round(STRIP + LEAST_LANES + AXIS)  # pixels, without measures
LEAST_SPAN = 10.0 * MINUTE
MOST_SPAN = 12_000 * 365.2425 * DAY
_FAR = 60_000 * 365.2425 * DAY
_NAMES_SHARE = 0.17  # of the width at most
_MEASURE_NAMES = 176.0  # pixels in which the names of measures read well
_NOWHERE = Layout((), (), (), 26.0, 0.0)


class TimelinePlot(pg.GraphicsView):  # type: ignore[misc]
    """Shows a scene between two moments. Where it looks is in seconds; `x` and `y` are pixels of the view box.

    The view box and two axes are laid out here: a PlotItem would bring menus and forms for curves, which cost more
    to make than everything else of the timeline.
    """

    range_changed = Signal()
    scroll_changed = Signal()

    def __init__(
        self, theme: Theme, schema: Schema, parent: QWidget | None = None, now: Callable[[], float] = local_now
    ) -> None:
        self.scene_marks = Scene()
        self._now = now
        self._picture: Picture | None = None
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._names, self._axis = NamesAxis(self), TimeAxis(self)
        super().__init__(parent, useOpenGL=False, background=theme.page)
        self._ink = Ink(theme, schema, self.font(), ratio=self.devicePixelRatioF())
        self._publications: tuple[Publication, ...] = ()
        self._by_article: dict[str, Publication] = {}
        self._published = np.empty(0)
        self._order: list[str] = []
        self.folded: set[str] = set()
        self.lane_scroll = 0.0
        self.held_at = 0.0  # pixels below the strip at which the lane stays where it is when rows come and go
        self.selected: str | None = None
        self.hovered: int | None = None
        self.hovered_article: str | None = None
        self.brush: tuple[float, float] | None = None
        self.ghost: tuple[int, Extents] | None = None
        self.drop: tuple[float, str] | None = None
        self.series: tuple[Series, ...] = ()
        self.measures_shown = True
        self.band_scroll = 0.0
        self.spot: Spot | None = None
        self.pointed_post: Way | None = None  # where the hint pointed at leads
        self.just_dated = JustDated()
        self.notices = Notices()
        self.links: tuple[Link, ...] = ()
        self.links_shown = False
        self.open_article: str | None = None
        self.open_publication: Publication | None = None
        self._ties = TieKeeper()
        self.warning = ""
        self._labels_at: list[tuple[QRectF, int]] = []
        self.lag = False
        self._ticks: tuple[Scale, Ticks] | None = None
        self._reports: tuple[tuple[Scene, int], Reports] | None = None
        self._layout_key: tuple[object, ...] | None = None
        self._layout = _NOWHERE
        self._build()

    def useOpenGL(self, _wanted: bool = False) -> None:
        """Draw on a plain viewport; pyqtgraph asks for it when the view is made."""
        own_viewport(self)

    def _build(self) -> None:
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        frame, grid = pg.GraphicsWidget(), QGraphicsGridLayout()
        self._grid = grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addItem(self._names, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._axis, 1, 1)
        grid.setRowStretchFactor(0, 1)
        grid.setColumnStretchFactor(1, 1)
        frame.setLayout(grid)
        self.setCentralItem(frame)
        self._box.disableAutoRange()
        self._box.setLimits(xMin=-_FAR, xMax=_FAR, minXRange=LEAST_SPAN, maxXRange=MOST_SPAN)
        self._box.setYRange(0, 1, padding=0)
        self._canvas = Canvas(self, self._box)
        self._box.sigXRangeChanged.connect(self._looked_elsewhere)
        self._box.sigResized.connect(self._resized)
        self.setFrameShape(self.Shape.NoFrame)
        # Every pixel is filled with the background: nothing need be painted below it, nor kept of it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.look_about_now()

    # What is shown

    @property
    def ink(self) -> Ink:
        """Fonts and colours."""
        return self._ink

    @property
    def published_word(self) -> str:
        """The name of the strip."""
        return str(self.tr("Published"))

    @property
    def unnamed(self) -> str:
        """The name of the lane of marks that have nothing to be grouped by."""
        words = {
            Grouping.PARTICIPANT: self.tr("No participant"),
            Grouping.PLACE: self.tr("No place"),
            Grouping.SOURCE: self.tr("No source"),
            Grouping.ARTICLE: self.tr("No article"),
            Grouping.NONE: self.tr("All events"),
        }
        return str(words.get(self.scene_marks.by, self.tr("No type")))

    def show_scene(self, scene: Scene, publications: Iterable[Publication], schema: Schema) -> None:
        """Show other marks; where it looks stays."""
        if scene.by is not self.scene_marks.by:
            scene.group(self.scene_marks.by)
        before, self.scene_marks = self.scene_marks, scene
        self.let_go()
        self.just_dated.note_all(before, scene)
        self._publications = tuple(sorted(publications, key=lambda p: p.at_seconds))
        self._by_article = {p.article_id: p for p in self._publications}
        self._published = np.array([p.at_seconds for p in self._publications], np.float64)
        self.show_article(self.open_article)
        self._ink = Ink(self._ink.theme, schema, self.font(), ratio=self.devicePixelRatioF())
        self._reorder()

    def change_marks(self, changed: Sequence[TimelineMark], removed: Iterable[str]) -> None:
        """Take in changes of single marks."""
        self.let_go()
        self.just_dated.note(self.scene_marks, changed)
        self.scene_marks.update(changed, removed)
        self.see()
        if set(self._order) != set(self.scene_marks.lanes):
            self._reorder()
        self.refresh()

    def let_go(self) -> None:
        """Forget what is held and pointed at: it may be gone."""
        self.hovered = self.ghost = self.drop = self.spot = None
        self.pointed_post = None
        self.warning = ""

    def show_article(self, article_id: str | None) -> None:
        """Show which article is open."""
        self.open_article = article_id
        self.open_publication = self._by_article.get(article_id) if article_id else None
        self.refresh()

    def see(self) -> dict[Way, list[str]]:
        """Return on which sides what was dated just now lies outside the view; the rest has been seen."""
        return self.just_dated.sides(self.scene_marks, self.time_scale)

    def group(self, by: Grouping) -> None:
        """Make other lanes."""
        self.scene_marks.group(by)
        self.folded.clear()
        self._layout, self._layout_key = _NOWHERE, None  # nothing of what was seen is where it was
        self._reorder()

    def show_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._ink = Ink(theme, self._ink.schema, self.font(), ratio=self.devicePixelRatioF())
        self.setBackground(theme.page)
        self.refresh()

    def _reorder(self) -> None:
        self._order = self.scene_marks.lanes_in_order(self._ink.schema, self._publications)
        self._fit_names()
        self.refresh()

    def _fit_names(self) -> None:
        most = max(110.0, self.width() * _NAMES_SHARE)
        wide = round(names_width(self._order, self._ink, self.published_word, self.unnamed, most))
        if self.series and self.measures_shown:
            ideal = min(most, _MEASURE_NAMES)
            low = self.height() - STRIP - AXIS < LOW
            wide = max(wide, round(measures_width(self.series, self._ink, ideal, self.width(), low=low)))
        if wide != round(self._names.width()):
            self._names.setWidth(wide)

    def _fit_axis(self) -> None:
        """Years need no second row to say where they are."""
        shown = self._ticks_of(self.time_scale)
        tall = int(AXIS if shown.context else LOW_AXIS)
        if tall != round(self._axis.height()):
            self._axis.setHeight(tall)

    def _ticks_of(self, scale: Scale) -> Ticks:
        if self._ticks is None or self._ticks[0] != scale:
            widths = self._ink.small_metrics.horizontalAdvance, self._ink.strong_metrics.horizontalAdvance
            self._ticks = scale, ticks(scale.begin, scale.end, scale.width, *widths)
        return self._ticks[1]

    def refresh(self) -> None:
        """Draw anew."""
        self._picture = None
        for item in (self._canvas, self._axis, self._names):
            item.update()

    # Where it looks

    @property
    def time_scale(self) -> Scale:
        """Seconds and pixels of the present view."""
        (begin, end), _ = self._box.viewRange()
        return Scale(begin, end, max(self._box.width(), 1.0))

    def look(self, begin: float, end: float) -> None:
        """Show the time between two moments."""
        self._box.setXRange(begin, end, padding=0)

    def look_about_now(self) -> None:
        """Show a year around the present, as where there is nothing to be seen yet."""
        self.look(*time_of_articles((), self._now()))

    def _looked_elsewhere(self) -> None:
        self.see()
        self._fit_axis()
        self.refresh()
        self.range_changed.emit()

    def settle(self) -> None:
        """Give names, lanes and axis their places now: what moves when it has been painted is painted twice."""
        self._grid.activate()

    def _resized(self) -> None:
        self._canvas.resized()
        self._fit_axis()
        self.refresh()
        self.scroll_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names their share of the new width."""
        super().resizeEvent(event)
        if getattr(self, "_canvas", None) is not None:
            self._fit_names()

    # What is drawn, and where things are

    def show_lag(self, on: bool) -> None:
        """Show when events were reported against when they took place, instead of lanes."""
        self.lag = on
        self.lane_scroll = 0.0
        self.refresh()
        self.scroll_changed.emit()

    def reports(self) -> Reports | None:
        """Return the reports to draw instead of lanes, if they are asked for."""
        if not self.lag:
            return None
        key = self.scene_marks, self.scene_marks.version
        if self._reports is None or self._reports[0] != key:
            self._reports = key, reports_of(self.scene_marks, self._publications, self._now())
        return self._reports[1]

    def picture(self) -> Picture:
        """Return what the next frame is drawn from."""
        if self._picture is None:
            self._picture = self._make_picture()
        return self._picture

    def _make_picture(self) -> Picture:
        scale, height = self.time_scale, self._box.height()
        if self._ink.ratio != self.devicePixelRatioF():
            self._ink = Ink(self._ink.theme, self._ink.schema, self.font(), ratio=self.devicePixelRatioF())
        band = self._make_band(height - STRIP)
        room = height - STRIP - band.height
        layout = self._lay_out(scale, room)
        if not self.lag:
            self.lane_scroll = min(self.lane_scroll, layout.most_scroll(room))
        tied = self._ties.of(self.links, self.scene_marks, layout) if self.links_shown and self.links else ((), {})
        return Picture(
            self.scene_marks,
            layout,
            scale,
            height,
            self._ink,
            self._ticks_of(scale),
            self._publications,
            self._published,
            self._by_article,
            self.lane_scroll,
            today=self._now(),
            selected=self.scene_marks.index.get(self.selected) if self.selected else None,
            hovered=self.hovered,
            article=self.hovered_article,
            open_publication=self.open_publication,
            brush=self.brush,
            ghost=self.ghost,
            drop=self.drop,
            unnamed=self.unnamed,
            today_word=str(self.tr("Today")),
            labels_at=self._labels_at,
            focused=self.hasFocus(),
            band=band,
            spot=self.spot,
            ties=tied[0],
            tie_rows=tied[1],
            warning=self.warning,
            posts=self._make_posts(scale, layout, room),
            pointed_post=self.pointed_post,
        )

    def _make_posts(self, scale: Scale, layout: Layout, room: float) -> tuple[Signpost, ...]:
        lanes = None if self.lag else Lanes(layout, self.lane_scroll, room)
        return self.notices.hints(self.scene_marks, scale, self.just_dated, self._ink, room, lanes)

    def fresh_words(self) -> dict[Way, str]:
        """Return how many events were dated just now where nobody sees them, in words."""
        return self.notices.fresh(self.just_dated, self.scene_marks, self.time_scale)

    def _make_band(self, room: float) -> Band:
        if self.lag:
            return Band(height=FOOT)
        if not self.measures_shown:
            return Band()
        heights = name_heights(self.series, self._ink, float(self._names.width()))
        return band_of(self.series, heights, room, self.band_scroll)

    def _lay_out(self, scale: Scale, room: float) -> Layout:
        wide = float(self._names.width())
        packing = self.scene_marks.packing(scale.begin, scale.end, scale.per_pixel)
        version = self.scene_marks, self.scene_marks.version
        key = (*version, tuple(self._order), room, wide, frozenset(self.folded), packing, self._ink)
        if key != self._layout_key:
            line, unnamed = self._ink.bold_metrics.height(), self.unnamed
            known = self._layout_key is not None and self._layout_key[0] is self.scene_marks
            held = self.scene_marks.index.get(self.selected) if known and self.selected else None
            before, self._layout = (
                self._layout,
                lay_out(
                    self.scene_marks,
                    self._order,
                    packing,
                    room,
                    self._ink.caption_width,
                    lambda name: line * len(name_lines(name, self._ink, wide, unnamed)),
                    self.folded,
                ),
            )
            self._layout_key = key
            if not self.lag:
                self.lane_scroll = kept_scroll(before, self._layout, self.lane_scroll, room, self.held_at, held)
            self.scroll_changed.emit()
        return self._layout
