"""The timeline as a panel: tool row, plot, undated tray, table, hover card."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.theme import Theme
from dateline.gui.timeline.card import Card
from dateline.gui.timeline.empty import EmptyNote
from dateline.gui.timeline.fitting import Fitting
from dateline.gui.timeline.hovering import Hovering
from dateline.gui.timeline.layout import STRIP
from dateline.gui.timeline.links import Link
from dateline.gui.timeline.lists import MarkTable, UndatedTray
from dateline.gui.timeline.marks import Grouping, Publication, TimelineMark
from dateline.gui.timeline.measures import Series
from dateline.gui.timeline.mouse import LiveTimeline
from dateline.gui.timeline.no_events import local_now
from dateline.gui.timeline.scene import Scene
from dateline.gui.timeline.spoken import Spoken
from dateline.gui.timeline.tools import ToolRow
from dateline.model.schema import Schema


class TimelinePanel(QWidget):
    """Shows happenings in time. It proposes and reports; what becomes of that is decided elsewhere."""

    mark_activated = Signal(str)
    mark_hovered = Signal(object)  # a mark's id or None
    date_proposed = Signal(str, object)  # a mark's id, the new When
    date_asked = Signal(str)  # a date is to be typed for a mark
    mark_stepped = Signal(str)  # a mark was selected by keys
    range_brushed = Signal(object)  # (begin, end) in seconds, or None
    article_activated = Signal(str)
    group_changed = Signal(str)
    picture_wanted = Signal()
    message = Signal(str)  # one line for the status bar

    def __init__(self, theme: Theme, parent: QWidget | None = None, now: Callable[[], float] = local_now) -> None:
        super().__init__(parent)
        self._theme, self._schema = theme, Schema()
        # Each is made where it stays: what is moved to another parent is styled anew with all that is in it.
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._pages = QStackedWidget(self._split)
        self._field = QWidget(self._pages)
        self.plot = LiveTimeline(theme, self._schema, self._field, now)
        self._scroll_bar = QScrollBar(Qt.Orientation.Vertical, self._field)
        self._table: MarkTable | None = None
        self.tray = UndatedTray(theme, self._split)
        self.card = Card(theme, self)
        self.tools = ToolRow(self)
        self.card.spare(self.tools)
        self._fitting = Fitting(self.plot)
        self._hovering = Hovering(self.plot, self.card)
        self._spoken = Spoken(self.plot)
        self._build()
        self._wire()
        self.set_theme(theme)
        self._tell()

    # Building

    def _build(self) -> None:
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self.plot.setAccessibleName(self.tr("Timeline of events"))
        self.plot.setProperty("entered_first", True)
        self.plot.setAccessibleDescription(
            self.tr("Arrows step from event to event, Enter opens its article. The list view says the same in words.")
        )
        self._empty = EmptyNote(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        self._lay_out_field()
        column.addWidget(self._split, 1)

    def _lay_out_field(self) -> None:
        line = QHBoxLayout(self._field)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.plot, 1)
        line.addWidget(self._scroll_bar)
        self._pages.addWidget(self._field)
        self._split.addWidget(self._pages)
        self._split.addWidget(self.tray)
        self._split.setCollapsible(0, False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([900, 220])
        self.tray.hide()

    @property
    def table(self) -> MarkTable:
        """The same marks as a list; made when it is first asked for."""
        if self._table is None:
            self._table = MarkTable(self._pages)
            self._pages.addWidget(self._table)
            self._table.mark_activated.connect(self._from_list)
        return self._table

    def _wire(self) -> None:
        plot = self.plot
        plot.mark_activated.connect(self._activated)
        plot.article_activated.connect(self.article_activated)
        plot.date_proposed.connect(self.date_proposed)
        plot.date_asked.connect(self.date_asked)
        plot.mark_stepped.connect(self.mark_stepped)
        self.tray.date_asked.connect(self.date_asked)
        self.tray.message.connect(self.message)
        self.tray.left.connect(lambda: self.tools.undated.setChecked(False))
        plot.mark_hovered.connect(
            lambda at: self.mark_hovered.emit(None if at is None else plot.scene_marks.mark(at).id)
        )
        plot.mark_stepped.connect(self._stepped)
        plot.range_brushed.connect(self._brushed)
        plot.range_changed.connect(self._moved)
        plot.scroll_changed.connect(self._scrolled, Qt.ConnectionType.QueuedConnection)
        self._scroll_bar.valueChanged.connect(plot.scroll_to)
        tools = self.tools
        tools.group_chosen.connect(self.set_group)
        tools.fit.clicked.connect(self.fit)
        tools.clear.clicked.connect(self.clear_brush)
        tools.save.clicked.connect(self.picture_wanted)
        tools.list.toggled.connect(self._show_list)
        tools.lag.toggled.connect(self.show_lag)
        tools.measures.toggled.connect(lambda on: self.plot.show_measures(self.plot.series, on))
        tools.order.toggled.connect(lambda on: self.plot.show_links(self.plot.links, on))
        tools.undated.toggled.connect(self._show_tray)
        tools.undated.clicked.connect(lambda on: self.tray.setFocus() if on else None)  # as with the key
        self.tray.mark_activated.connect(self._from_list)

    # What is shown

    def settle(self) -> None:
        """Give every part its place now, before anything is painted."""
        for widget in (self, self.tools, self._field):
            if layout := widget.layout():
                layout.activate()
        self.plot.settle()
        self._scrolled()

    def set_marks(self, marks: Sequence[TimelineMark], publications: Sequence[Publication], schema: Schema) -> None:
        """Show these marks. A view that somebody has chosen stays where it is; before that, all marks are in view."""
        self._set_scene(Scene(marks, self.plot.scene_marks.by), publications, schema)

    def bring_marks(
        self, marks: Sequence[TimelineMark], publications: Sequence[Publication], schema: Schema
    ) -> Iterator[None]:
        """Show these marks as `set_marks` does, in pieces that leave the window its turns: for very many."""
        scene = Scene((), self.plot.scene_marks.by)
        yield from scene.fill(marks)
        self._set_scene(scene, publications, schema)

    def _set_scene(self, scene: Scene, publications: Sequence[Publication], schema: Schema) -> None:
        self._schema = schema
        self._hovering.schema = self._spoken.schema = schema
        self._hovering.publications = {p.article_id: p for p in publications}
        self._hovering.hide()
        self.plot.show_scene(scene, publications, schema)
        self._fitting.keep()
        self._spoken.tell_fresh()
        self._tell()
        self._scrolled()  # before all is laid out, lest it be laid out and painted twice

    def others_come(self) -> None:
        """Be told that the marks shown next are another annotator's."""
        self.plot.just_dated.others_come()

    def update_marks(self, added_or_changed: Sequence[TimelineMark], removed_ids: Iterable[str] = ()) -> None:
        """Take in single changes, at a cost that does not grow with what else is shown."""
        self._hovering.hide()
        self.plot.change_marks(added_or_changed, list(removed_ids))
        self._fitting.keep()
        self._spoken.tell_fresh()
        self._tell()

    def set_measures(self, series: tuple[Series, ...]) -> None:
        """Show these numbers over time below the lanes, unless they are switched off."""
        self._hovering.hide()
        self.tools.want(self.tools.measures, bool(series))
        self.plot.show_measures(series, self.tools.measures.isChecked())

    def set_links(self, links: tuple[Link, ...]) -> None:
        """Know the order that texts state; it is drawn when asked for."""
        self.tools.want(self.tools.order, bool(links))
        self.plot.show_links(links, self.tools.order.isChecked())

    def forget_view(self, _project: object = None) -> None:
        """Fit the first marks that come: another project has another time."""
        self._fitting.forget()
        self.plot.just_dated.clear()

    def set_sentences(self, sentence_of: Callable[[TimelineMark], str]) -> None:
        """Ask here for the words a mark comes from, when its card shows and it brings none itself."""
        self._hovering.sentence_of = sentence_of

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.plot.show_theme(theme)
        self.card.show_theme(theme)
        self._empty.show_theme(theme)
        self.tools.show_theme(theme)
        self._tell()

    def toggle(self, what: str) -> None:
        """Press one of the buttons "measures", "order", "lag", "list" or "undated", if there is anything to show."""
        button = self.tools.button(what)
        if self.can_show(what):
            button.toggle()
        if what == "undated" and button.isChecked():
            self.tray.setFocus()

    def can_show(self, what: str) -> bool:
        """Say whether there is anything to show for a button, and it has its effect now: no order in the lag."""
        button = self.tools.button(what)
        return self.tools.is_wanted(button) and button.isEnabled()

    def is_shown(self, what: str) -> bool:
        """Say whether a button is pressed and something is shown for it."""
        return self.can_show(what) and self.tools.button(what).isChecked()

    def set_group(self, by: str) -> None:
        """Sort marks into lanes by "type", "participant", "place", "source", "article" or "none"."""
        grouping = Grouping(by)
        self.tools.show_group(grouping)
        if grouping is not self.plot.scene_marks.by:
            self.plot.group(grouping)
            self.group_changed.emit(grouping.value)

    @property
    def group(self) -> str:
        """What lanes are made by."""
        return self.plot.scene_marks.by.value

    def select(self, mark_id: str | None, reveal: bool = True) -> None:
        """Select a mark (None: no mark) and bring it into view; no signal comes of it."""
        self.plot.select(mark_id)
        if mark_id and reveal:
            self._fitting.reveal(mark_id)
        if self.tools.undated.isChecked():
            self.tray.choose(mark_id)
        rows = (
            [i for i, m in enumerate(self.table.table.marks) if m.id == mark_id] if self.tools.list.isChecked() else []
        )
        if rows:
            self.table.selectRow(rows[0])

    @property
    def selected(self) -> str | None:
        """The selected mark's id."""
        return self.plot.selected

    def publications(self) -> list[Publication]:
        """Return when the articles appeared, one each."""
        return list(self._hovering.publications.values())

    def visible_range(self) -> tuple[float, float]:
        """Return the first and last moment shown, in seconds."""
        return self._fitting.visible_range()

    def set_visible_range(self, begin: float, end: float) -> None:
        """Show the time between two moments."""
        self._fitting.look(begin, end)

    def fit(self) -> None:
        """Show all marks."""
        self._fitting.fit()

    def step(self, by: int) -> None:
        """Go to the next mark (1) or the one before (-1) in time."""
        self.plot.step(by)

    def zoom(self, factor: float) -> None:
        """Show `factor` times as much time."""
        self.plot.zoom(factor)

    def open_selected(self) -> None:
        """Ask for the selected mark's place in the text."""
        if self.plot.selected:
            self.mark_activated.emit(self.plot.selected)

    def clear_brush(self) -> None:
        """Take the brushed range away."""
        self.plot.clear_brush()

    def sizeHint(self) -> QSize:
        """A band along the bottom of a window."""
        return QSize(1000, 250)

    # Answers to the plot

    def _activated(self, mark_id: str) -> None:
        self._hovering.hide()  # it would lie over what is about to be read
        self.mark_activated.emit(mark_id)

    def _stepped(self, mark_id: str) -> None:
        self._hovering.tell_mark(self.plot.scene_marks.index[mark_id])

    def show_article(self, article_id: str | None) -> None:
        """Show which article is open, on the strip of publications."""
        self.plot.show_article(article_id)

    def _brushed(self, brushed: object) -> None:
        self.tools.want(self.tools.clear, brushed is not None)
        self.range_brushed.emit(brushed)

    def _moved(self) -> None:
        if self.plot.hovered is None:
            self._hovering.hide()
        self._fitting.note_move()

    def _scrolled(self) -> None:
        most = round(self.plot.most_scroll)
        self._scroll_bar.blockSignals(True)
        self._scroll_bar.setRange(0, most)
        self._scroll_bar.setPageStep(max(1, self.plot.height() - round(STRIP)))
        self._scroll_bar.setSingleStep(26)
        self._scroll_bar.setValue(round(self.plot.lane_scroll))
        self._scroll_bar.blockSignals(False)
        self._scroll_bar.setVisible(most > 0)

    def _from_list(self, mark_id: str) -> None:
        self.plot.select(mark_id)
        self.mark_activated.emit(mark_id)

    def show_lag(self, on: bool) -> None:
        """Show when events were reported against when they took place, instead of lanes."""
        self.tools.lag.setChecked(on)
        self._offer_tools()
        self._hovering.hide()
        self.plot.show_lag(on)
        self._fitting.keep()

    def _show_list(self, on: bool) -> None:
        self._hovering.hide()
        if on:
            self.table.table.show(self.plot.scene_marks.everything(), self._schema)
            self.select(self.plot.selected, reveal=False)
        self._pages.setCurrentIndex(1 if on else 0)
        self._offer_tools()

    def _offer_tools(self) -> None:
        """Offer what has its effect now: a list has no lanes, and looks nowhere; the lag has no lanes."""
        tools = self.tools
        listed, lag = tools.list.isChecked(), tools.lag.isChecked()
        tools.groups.setEnabled(not lag)
        for tool in (tools.measures, tools.order):
            tool.setEnabled(not listed and not lag)
        for tool in (tools.lag, tools.fit):
            tool.setEnabled(not listed)

    def _show_tray(self, on: bool) -> None:
        if not on and self.tray.hasFocus():
            (self.table if self.tools.list.isChecked() else self.plot).setFocus()
        self.tray.setVisible(on)
        self._fill_tray()

    def _fill_tray(self) -> None:
        """An article of megabytes has tens of thousands without a date: they are listed while one looks at them."""
        if self.tools.undated.isChecked():
            self.tray.list.show(list(self.plot.scene_marks.undated.values()), self._schema, self._theme)
            self.tray.choose(self.plot.selected)

    def _tell(self) -> None:
        """Say how much there is, and what to do when there is nothing."""
        dated, undated = len(self.plot.scene_marks), len(self.plot.scene_marks.undated)
        self.tools.tell(dated, undated)
        self._fill_tray()
        if self.tools.list.isChecked():
            self.table.table.show(self.plot.scene_marks.everything(), self._schema)
        self.tools.want(self.tools.clear, self.plot.brush is not None)
        self._empty.tell(dated, undated)

    def resizeEvent(self, event: object) -> None:
        """Keep the words of the empty timeline in the middle."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self, self._empty.centre)

    def hideEvent(self, event: object) -> None:
        """Take the card along."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._hovering.hide()
